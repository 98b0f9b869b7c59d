import { columnOf, ownMatches, ownWords } from "../../all-passages.js";
import type { Passage } from "../../draft.js";
import { excerpt } from "../../excerpt.js";
import type { Rule } from "../../rule.js";
import { Search } from "../../search.js";

const anyNumber = /\d{4}|\d[,，]\d{3}|\.\d/u;
const withoutZero = new Search(
  Array.from("0123456789", (digit) => `.${digit}`),
  () => /(?<![\d.,A-Za-z])\.\d+(?=%|个|分|$|[，。；、）])/gu,
);
const fullWidthComma = new Search(
  /\d，\d{3}/u,
  () => /(?<![\d，.])\d{1,3}(?:，\d{3})+(?=[个家条项件份名次篇人元万%])/gu,
);

/** Ways of writing numbers that differ within the document, or lose a digit (GB/T 15835 4.3, 5.1). */
export const numberStyle: Rule = {
  id: "number-style",
  name: "数字写法不规范或不统一",
  severity: "warning",
  description: "小于1的小数要写小数点前的0；四位以上的整数用不用分节号，全文一致；分节号用半角逗号，不用全角逗号。",
  source: "GB/T 15835—2011 5.1",
  mistakes: [5],
  check(draft, report) {
    const grouped: { passage: Passage; start: number; end: number }[] = [];
    const plain: { passage: Passage; start: number; end: number }[] = [];
    const hasWithoutZero = draft.mayHold(withoutZero.needs);
    const hasFullWidthComma = draft.mayHold(fullWidthComma.needs);
    // Without any that is grouped there is nothing to compare.
    const hasGrouped = draft.mayHold(/\d,\d{3}/u);
    if (!hasWithoutZero && !hasFullWidthComma && !hasGrouped) return;
    for (const passage of ownWords(draft)) {
      if (!anyNumber.test(passage.text) || isRunningNumber(passage)) continue;
      for (const match of hasWithoutZero ? ownMatches(draft, passage, withoutZero.pattern) : []) {
        const end = match.index + match[0].length;
        report({
          at: { passage, start: match.index, end },
          message: "小数点前漏了0，或者漏了别的数字",
          actual: excerpt(passage.text, match.index, end),
          expected: `0${match[0]}`,
        });
      }
      for (const match of hasFullWidthComma ? ownMatches(draft, passage, fullWidthComma.pattern) : []) {
        const end = match.index + match[0].length;
        report({
          at: { passage, start: match.index, end },
          message: "数字中间有全角逗号",
          actual: match[0],
          hint: `如果是一个数，请写作${match[0].replaceAll("，", "")}；如果是几个数，请改用顿号`,
        });
      }
      if (!hasGrouped) continue;
      for (const match of ownMatches(
        draft,
        passage,
        /(?<![\d.,A-Za-z\-—/])\d{1,3}(?:,\d{3})+(?![\d,])|(?<![\d.,A-Za-z\-—/〔:：])\d{4,9}(?![\d.,年A-Za-z号\-—/:]|\d)/gu,
      )) {
        const mark = { passage, start: match.index, end: match.index + match[0].length };
        (match[0].includes(",") ? grouped : plain).push(mark);
      }
    }
    const [some] = grouped;
    const counted = plain.filter(
      ({ passage, end }) => passage.role === "cell" || /^[个家条项件份名次篇人]/u.test(passage.text.slice(end)),
    );
    const [other] = counted;
    if (some === undefined || other === undefined) return;
    const [rare, usual] = grouped.length > counted.length ? [other, some] : [some, other];
    const words = (mark: typeof rare): string => mark.passage.text.slice(mark.start, mark.end);
    report({
      at: rare,
      message: "四位以上的整数有的用了分节号，有的没有用",
      actual: words(rare),
      hint: "全文统一，通报里一般不用分节号",
      related: [{ at: usual, message: `这里写的是“${words(usual)}”` }],
      severity: "hint",
    });
  },
  examples: {
    wrong: [
      {
        shows: "小数点前没有0",
        draft: { body: ["合格率提高.55个百分点。"] },
        report: ["正文 第1段：小数点前漏了0，或者漏了别的数字；实际：合格率提高.55个百分点。；应为：0.55"],
      },
      {
        shows: "分节号有的用，有的不用",
        draft: { body: ["检查账号3,354个。", "上季度检查账号2705个。"] },
        report: [
          "正文 第1段：四位以上的整数有的用了分节号，有的没有用；实际：3,354；处理：全文统一，通报里一般不用分节号；另见 正文 第2段：这里写的是“2705”",
        ],
      },
      {
        shows: "全角逗号作分节号",
        draft: { body: ["检查账号3，354个。"] },
        report: [
          "正文 第1段：数字中间有全角逗号；实际：3，354；处理：如果是一个数，请写作3354；如果是几个数，请改用顿号",
        ],
      },
    ],
    right: [
      { shows: "小数、百分数", draft: { body: ["提高0.55个百分点，合格率96.7%，2024年检查账号3354个。"] } },
      { shows: "年份、编码不是数量", draft: { body: ["2024年检查账号3,354个，网站标识码为4404030001。"] } },
      { shows: "几个数并列", draft: { body: ["分别为12，345号文件。"] } },
    ],
  },
};

/** Columns whose numbers count nothing. */
function isRunningNumber(passage: Passage): boolean {
  const column = columnOf(passage);
  return column !== undefined && /序号|编号|年份|年度|代码|邮编|电话|排名|文号/u.test(column);
}
