import { compareDates, parseDate } from "../../../facts/numbers/civil-date.js";
import type { Rule } from "../../rule.js";

/** 印发日期 before 成文日期. */
export const printDate: Rule = {
  id: "print-date",
  name: "印发日期早于成文日期",
  severity: "error",
  description: "版记里的印发日期是送印的日期，不会早于署名下面的成文日期。",
  source: "GB/T 9704—2012 7.3.5、7.4.3",
  mistakes: [34],
  check(draft, report) {
    const [passage] = draft.withRole("printDate");
    const [line] = draft.withRole("date");
    if (passage === undefined || line === undefined || draft.date === undefined) return;
    const printed = parseDate(passage.text.replace(/\s|印发/gu, ""));
    if (printed === undefined || compareDates(printed, draft.date) >= 0) return;
    report({
      at: { passage },
      message: "印发日期早于成文日期",
      actual: passage.text,
      expected: `不早于${line.text}`,
      related: [{ at: { passage: line }, message: `成文日期是${line.text}` }],
    });
  },
  examples: {
    wrong: [
      {
        shows: "早了一个月",
        draft: { date: "2024年7月10日", printDate: "2024年6月11日" },
        report: [
          "印发日期：印发日期早于成文日期；实际：2024年6月11日；应为：不早于2024年7月10日；另见 成文日期：成文日期是2024年7月10日",
        ],
      },
    ],
    right: [{ shows: "同日或晚几天", draft: { date: "2024年7月10日", printDate: "2024年7月11日" } }],
  },
};
