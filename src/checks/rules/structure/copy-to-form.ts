import type { Rule } from "../../rule.js";

/** 抄送 ends with 。 */
export const copyToForm: Rule = {
  id: "copy-to-form",
  name: "抄送机关的标点不对",
  severity: "warning",
  description: "抄送机关最后用句号。",
  source: "GB/T 9704—2012 7.4.2",
  mistakes: [40],
  fixable: true,
  check(draft, report) {
    for (const passage of draft.withRole("copyTo")) {
      const text = passage.text.trimEnd();
      if (text === "" || text.endsWith("。")) continue;
      const tail = /[.．，,；;、：:]+$/u.exec(text);
      const end = tail?.index ?? text.length;
      const start = tail === null ? text.length - 1 : end;
      report({
        at: { passage, start, end: text.length },
        message: tail === null ? "抄送机关后面缺少句号" : "抄送机关最后应当用句号",
        actual: ending(text),
        expected: ending(`${text.slice(0, end)}。`),
        replacement: `${text.slice(start, end)}。`,
      });
    }
  },
  examples: {
    wrong: [
      {
        shows: "缺句号",
        draft: { copyTo: "市委办公室，市人大常委会办公室" },
        report: ["抄送：抄送机关后面缺少句号；实际：…人大常委会办公室；应为：…大常委会办公室。"],
      },
    ],
    right: [{ shows: "有句号", draft: { copyTo: "市委办公室，市人大常委会办公室。" } }],
  },
};

/** The last few characters. */
function ending(text: string): string {
  return text.length > 8 ? `…${text.slice(-8)}` : text;
}
