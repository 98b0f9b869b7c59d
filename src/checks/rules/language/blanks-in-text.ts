import { ownMatches, ownWords } from "../../all-passages.js";
import { changedExcerpt } from "../../changed-excerpt.js";
import { excerpt } from "../../excerpt.js";
import type { Rule } from "../../rule.js";

/** Blanks inside Chinese text, which has none between its characters. */
export const blanksInText: Rule = {
  id: "blanks-in-text",
  name: "文字中间多了空格",
  severity: "warning",
  description:
    "汉字之间、汉字与标点之间不空格；多余的空格会让词断开，也搜索不到。为了对齐而拉开的短词（合　计、姓　名）不算。",
  mistakes: [44],
  fixable: true,
  check(draft, report) {
    if (!draft.mayHold(" \u3000\u00a0\t")) return;
    for (const passage of ownWords(draft)) {
      const { text } = passage;
      if (passage.role === "issuer" || !/[ \u3000\u00a0\t]/u.test(text) || isSpread(text)) continue;
      const prose = passage.region === "body";
      for (const match of ownMatches(
        draft,
        passage,
        /(?<=[\u3400-\u9fff，。、；：？！（）《》“”‘’〔〕])[ \u3000\u00a0\t]+(?=[\u3400-\u9fff，。、；：？！（）《》“”‘’〔〕])/gu,
      )) {
        const end = match.index + match[0].length;
        report({
          at: { passage, start: match.index, end },
          message: "文字中间多了空格",
          actual: excerpt(text, match.index, end),
          expected: changedExcerpt(text, match.index, end, ""),
          ...(prose ? { replacement: "" } : {}),
          ...(passage.region === "attachment" || passage.role === "recipients" ? { severity: "hint" as const } : {}),
        });
      }
      if (!prose) continue;
      for (const match of ownMatches(
        draft,
        passage,
        /(?<=[\u3400-\u9fff])[ \u3000\u00a0]+(?=\d)|(?<=\d)[ \u3000\u00a0]+(?=[\u3400-\u9fff%])/gu,
      )) {
        const end = match.index + match[0].length;
        report({
          at: { passage, start: match.index, end },
          message: "数字与汉字之间不用空格",
          actual: excerpt(text, match.index, end),
          expected: changedExcerpt(text, match.index, end, ""),
          replacement: "",
          severity: "hint",
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "词被空格断开",
        draft: { body: ["各单位要立即 整改，举一反三。"] },
        report: [
          "正文 第1段：文字中间多了空格；实际：各单位要立即 整改，举一反三。；应为：各单位要立即整改，举一反三。",
        ],
      },
      {
        shows: "数字两边的空格",
        draft: { body: ["共检查网站 39 家。"] },
        report: [
          "正文 第1段：数字与汉字之间不用空格；实际：共检查网站 39 家。；应为：共检查网站39 家。",
          "正文 第1段：数字与汉字之间不用空格；实际：共检查网站 39 家。；应为：共检查网站 39家。",
        ],
      },
    ],
    right: [
      {
        shows: "为对齐而拉开的短词",
        draft: { attachments: [{ title: "表", columns: ["序 号", "备　注"], rows: [["合 计", "张 三"]] }] },
      },
      { shows: "外文词之间的空格", draft: { body: ["页面提示 Not Found 字样。"] } },
      { shows: "引号里照录的空格", draft: { body: ["“首 页”栏目没有更新。"] } },
    ],
  },
};

/** 合 计: single characters set apart to fill a cell or a line. */
function isSpread(text: string): boolean {
  return /^\s*\S(?:[ \u3000\u00a0]+\S){1,4}\s*$/u.test(text);
}
