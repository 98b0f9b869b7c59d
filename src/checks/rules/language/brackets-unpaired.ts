import type { Passage } from "../../draft.js";
import { excerpt } from "../../excerpt.js";
import type { Mark, Rule } from "../../rule.js";

const closingOf: Readonly<Record<string, string>> = {
  "（": "）",
  "〔": "〕",
  "《": "》",
  "〈": "〉",
  "“": "”",
  "‘": "’",
  "【": "】",
};
const openingOf = new Map(Object.entries(closingOf).map(([opening, closing]) => [closing, opening]));

/** Brackets and quotation marks with only one half (GB/T 15834 4.8, 4.9, 4.15). */
export const bracketsUnpaired: Rule = {
  id: "brackets-unpaired",
  name: "括号、引号不成对",
  severity: "error",
  description: "圆括号、书名号、引号、六角括号在同一段里必须成对；只有一半的，多半是改稿时删掉了另一半。",
  source: "GB/T 15834—2011 4.8、4.9、4.15",
  mistakes: [44],
  check(draft, report) {
    for (const passage of draft.passagesAndCells()) {
      for (const at of unpaired(passage)) {
        const mark = passage.text.slice(at.start, at.end);
        const other = closingOf[mark] ?? openingOf.get(mark) ?? "";
        report({
          at,
          message: `“${mark}”没有成对，缺少“${other}”`,
          actual: excerpt(passage.text, at.start ?? 0, at.end),
          hint: "请补上另一半，或删去多余的这一半",
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "少了后括号",
        draft: { body: ["有关情况见附表（含整改期限。"] },
        report: [
          "正文 第1段：“（”没有成对，缺少“）”；实际：有关情况见附表（含整改期限。；处理：请补上另一半，或删去多余的这一半",
        ],
      },
    ],
    right: [
      { shows: "成对的括号里再有引号", draft: { body: ["账号（“甲县发布”等）没有更新。"] } },
      { shows: "列举用的半个括号不算", draft: { body: ["要做到：1）按时更新；2）及时回应。"] } },
    ],
  },
};

function* unpaired(passage: Passage): Generator<Mark> {
  const open: { mark: string; index: number }[] = [];
  const { text } = passage;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (closingOf[character] !== undefined) open.push({ mark: character, index });
    const opening = openingOf.get(character);
    if (opening === undefined) continue;
    const position = open.findLastIndex(({ mark }) => mark === opening);
    if (position >= 0) {
      for (const { index: lost } of open.splice(position).slice(1)) yield { passage, start: lost, end: lost + 1 };
    } else if (!(character === "）" && /\d$/u.test(text.slice(0, index)))) {
      yield { passage, start: index, end: index + 1 };
    }
  }
  for (const { index } of open) yield { passage, start: index, end: index + 1 };
}
