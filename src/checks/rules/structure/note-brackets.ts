import type { Rule } from "../../rule.js";

/** 附注 stands in full-width parentheses. */
export const noteBrackets: Rule = {
  id: "note-brackets",
  name: "附注没有用圆括号",
  severity: "warning",
  description: "附注（此件公开发布、联系人等）写在成文日期下一行，用全角圆括号括起来。",
  source: "GB/T 9704—2012 7.3.6",
  mistakes: [64],
  check(draft, report) {
    for (const passage of draft.withRole("note")) {
      const { text } = passage;
      const inner = text.trim();
      // Half a pair and half-width ones are found by the rules of punctuation.
      if (inner === "" || /^[（(]|[）)]$/u.test(inner)) continue;
      report({ at: { passage }, message: "附注要用圆括号括起来", actual: text, expected: `（${inner}）` });
    }
  },
  examples: {
    wrong: [
      {
        shows: "没有括号",
        draft: { note: "此件公开发布" },
        report: ["附注：附注要用圆括号括起来；实际：此件公开发布；应为：（此件公开发布）"],
      },
    ],
    right: [{ shows: "全角括号", draft: { note: "（联系人：×××，联系电话：×××）" } }],
  },
};
