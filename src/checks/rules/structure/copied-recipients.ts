import type { Rule } from "../../rule.js";

/** The same unit in 主送 and 抄送. */
export const copiedRecipients: Rule = {
  id: "copied-recipients",
  name: "主送和抄送重复",
  severity: "warning",
  description: "一个机关要么主送，要么抄送，不重复写。",
  source: "GB/T 9704—2012 7.3.2、7.4.2",
  mistakes: [40],
  check(draft, report) {
    const [recipients] = draft.withRole("recipients");
    const copies = draft.withRole("copyTo");
    if (recipients === undefined || copies.length === 0) return;
    const main = new Set(namesIn(recipients.text).map(({ name }) => name));
    for (const passage of copies) {
      const seen = new Set<string>();
      for (const { name, start } of namesIn(passage.text)) {
        const at = { passage, start, end: start + name.length };
        if (main.has(name)) {
          report({
            at,
            message: "主送机关里已经有这个机关",
            actual: name,
            hint: "请在主送、抄送里只留一处",
            related: [{ at: { passage: recipients }, message: "主送机关" }],
          });
        } else if (seen.has(name)) report({ at, message: "抄送机关重复", actual: name });
        seen.add(name);
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "两处都有市教育局",
        draft: { recipients: "市教育局、市公安局：", copyTo: "市委办公室，市教育局。" },
        report: [
          "抄送：主送机关里已经有这个机关；实际：市教育局；处理：请在主送、抄送里只留一处；另见 主送机关：主送机关",
        ],
      },
    ],
    right: [
      { shows: "没有重复", draft: { recipients: "市教育局、市公安局：", copyTo: "市委办公室，市人大常委会办公室。" } },
    ],
  },
};

function namesIn(text: string): { name: string; start: number }[] {
  return [...text.matchAll(/[^、，,；;：:。\s]+/gu)].flatMap((match) =>
    match[0].length > 2 ? [{ name: match[0], start: match.index }] : [],
  );
}
