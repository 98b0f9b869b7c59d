import { isNameCell, allPassages } from "../../all-passages.js";
import { excerpt } from "../../excerpt.js";
import { otherHalf, pairMarks } from "../../paired-marks.js";
import type { Rule } from "../../rule.js";

const inner: Readonly<Record<string, string>> = { "《": "〈", "“": "‘" };

const nested = /《[^》]*《|“[^”]*“|[（(][^）)]*[（(]/u;

/** The same marks inside themselves (GB/T 15834 4.8.3.3, 4.15): 《〈〉》, “‘’”. */
export const nestedMarks: Rule = {
  id: "nested-marks",
  name: "同一种标号套用",
  severity: "error",
  description:
    "书名号里还要用书名号时，里面的用单书名号〈〉；引号里还要用引号时，里面的用单引号‘’；圆括号尽量不要套用。",
  source: "GB/T 15834—2011 4.8、4.9、4.15",
  mistakes: [43],
  check(draft, report) {
    if (!draft.mayHold(nested)) return;
    for (const passage of allPassages(draft)) {
      const { text } = passage;
      if (isNameCell(passage) || !nested.test(text)) continue;
      for (const { mark, open, close, insideSame } of pairMarks(text).pairs) {
        const single = inner[mark];
        if (!insideSame || (single === undefined && mark !== "（")) continue;
        const content = text.slice(open + 1, close);
        // 县（市、区）is one word.
        if (single === undefined && /^[市县区旗、]{1,4}$/u.test(content)) continue;
        report({
          at: { passage, start: open, end: close + 1 },
          message: `“${mark}${otherHalf(mark)}”里又用了“${mark}${otherHalf(mark)}”`,
          actual: excerpt(text, open, close + 1),
          ...(single === undefined
            ? { hint: "可以改用逗号、破折号或另写一句", severity: "hint" as const }
            : { expected: `${single}${content}${otherHalf(single)}` }),
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "书名号里用书名号",
        draft: { body: ["按照《关于印发《管理办法》的通知》要求，组织开展检查。"] },
        report: [
          "正文 第1段：“《》”里又用了“《》”；实际：按照《关于印发《管理办法》的通知》要求，组…；应为：〈管理办法〉",
        ],
      },
    ],
    right: [
      { shows: "里面用单书名号", draft: { body: ["按照《关于印发〈管理办法〉的通知》要求，组织开展检查。"] } },
      { shows: "双、单交替", draft: { body: ["《关于印发〈贯彻《条例》办法〉的通知》已经失效。"] } },
      { shows: "引号里的单引号，并列的括号", draft: { body: ["“执行‘三审’制度”（甲县）（乙县）。"] } },
      { shows: "县（市、区）是一个词", draft: { body: ["新浪微博67个（各县（市、区）39个）。"] } },
      { shows: "少了一半的不是套用", draft: { body: ["按照《指引、《办法》要求，组织开展检查。"] } },
    ],
  },
};
