import { ownMatches, ownWords } from "../../all-passages.js";
import { excerpt } from "../../excerpt.js";
import type { Rule } from "../../rule.js";

/** Full-width digits and letters, which belong to typewriters (GB/T 15835 4.3: Arabic digits are half-width). */
export const charactersFullWidth: Rule = {
  id: "characters-full-width",
  name: "数字、字母是全角的",
  severity: "warning",
  description: "阿拉伯数字、拉丁字母、百分号和小数点用半角；全角的数字占两格，也不能参加核算。",
  source: "GB/T 15835—2011 4.3",
  mistakes: [44],
  fixable: true,
  check(draft, report) {
    if (!draft.mayHold(/[０-９Ａ-Ｚａ-ｚ％]/u)) return;
    for (const passage of ownWords(draft)) {
      if (!/[０-９Ａ-Ｚａ-ｚ％]/u.test(passage.text)) continue;
      for (const match of ownMatches(
        draft,
        passage,
        /[０-９Ａ-Ｚａ-ｚ％](?:[．，](?=[０-９])|[０-９Ａ-Ｚａ-ｚ％])*/gu,
      )) {
        const end = match.index + match[0].length;
        const expected = match[0].replace(/[\uff01-\uff5e]/gu, (character) =>
          String.fromCharCode(character.charCodeAt(0) - 0xfee0),
        );
        report({
          at: { passage, start: match.index, end },
          message: "数字、字母应当用半角",
          actual: excerpt(passage.text, match.index, end),
          expected,
          replacement: expected,
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "全角数字",
        draft: { body: ["共检查网站３９家，合格率９６．７％。"] },
        report: [
          "正文 第1段：数字、字母应当用半角；实际：共检查网站３９家，合格率９６．…；应为：39",
          "正文 第1段：数字、字母应当用半角；实际：…站３９家，合格率９６．７％。；应为：96.7%",
        ],
      },
    ],
    right: [
      { shows: "半角数字", draft: { body: ["共检查网站39家，合格率96.7%。"] } },
      {
        shows: "账号名称照原样",
        draft: { attachments: [{ title: "名单", columns: ["账号名称"], rows: [["１２３４５热线"]] }] },
      },
    ],
  },
};
