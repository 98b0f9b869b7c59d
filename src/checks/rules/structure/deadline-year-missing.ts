import { namedDays } from "../../dates-in-text.js";
import { deadlineAt } from "../../deadlines.js";
import type { Rule } from "../../rule.js";

/** December issue, 1月5日前. */
export const deadlineYearMissing: Rule = {
  id: "deadline-year-missing",
  name: "跨年的截止日期没有写年份",
  severity: "hint",
  description: "年底印发、次年年初到期的，截止日期写明年份，免得误会。",
  mistakes: [31],
  check(draft, report) {
    const { date } = draft;
    if (date === undefined || date.month < 11) return;
    for (const passage of draft.body) {
      for (const day of namedDays(passage.text)) {
        if (day.year !== undefined || day.month > 2) continue;
        const deadline = deadlineAt(passage.text, day);
        if (deadline === undefined) continue;
        report({
          at: { passage, start: day.start, end: deadline.end },
          message: "截止日期在次年，没有写年份",
          actual: passage.text.slice(day.start, deadline.end),
          expected: `${String(date.year + 1)}年${passage.text.slice(day.start, deadline.end)}`,
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "12月印发，1月到期",
        draft: { date: "2024年12月20日", body: ["请于1月5日前报送整改情况。"] },
        report: ["正文 第1段：截止日期在次年，没有写年份；实际：1月5日前；应为：2025年1月5日前"],
      },
    ],
    right: [
      { shows: "写明了年份", draft: { date: "2024年12月20日", body: ["请于2025年1月5日前报送整改情况。"] } },
      { shows: "不跨年", draft: { date: "2024年12月20日", body: ["请于12月31日前报送整改情况。"] } },
    ],
  },
};
