import { compareDates, formatDate, isValidDate } from "../../../facts/numbers/civil-date.js";
import { namedDays, withYear } from "../../dates-in-text.js";
import { deadlineAt } from "../../deadlines.js";
import type { Rule } from "../../rule.js";

/** 7月8日 issued, 请于7月5日前报送. */
export const deadlineBeforeIssue: Rule = {
  id: "deadline-before-issue",
  name: "截止日期早于成文日期",
  severity: "error",
  description: "要求报送、整改的截止日期应当在成文日期之后；早于或等于成文日期的，多半是沿用了上一期。",
  mistakes: [30],
  check(draft, report) {
    const { date } = draft;
    if (date === undefined) return;
    for (const passage of draft.body) {
      for (const day of namedDays(passage.text)) {
        const deadline = deadlineAt(passage.text, day);
        if (deadline === undefined) continue;
        const due = withYear(day, date.year);
        if (!isValidDate(due)) continue;
        const order = compareDates(due, date);
        if (order > 0) continue;
        const crossesYear = day.year === undefined && date.month - day.month >= 4;
        // January after November or December has a rule of its own.
        if (crossesYear && date.month >= 11 && day.month <= 2) continue;
        report({
          at: { passage, start: day.start, end: deadline.end },
          message: order === 0 ? "截止日期就是成文日期" : "截止日期早于成文日期",
          actual: passage.text.slice(day.start, deadline.end),
          expected: `${formatDate(date)}以后的日期`,
          related: draft.withRole("date").map((line) => ({ at: { passage: line }, message: `成文日期是${line.text}` })),
          ...(crossesYear ? { hint: "如果是次年，请写明年份", severity: "warning" as const } : {}),
          ...(order === 0 || !deadline.isDemand ? { severity: "warning" as const } : {}),
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "截止日期已过",
        draft: { date: "2024年7月8日", body: ["请各单位于7月5日前将整改情况报送市政府办公室。"] },
        report: [
          "正文 第1段：截止日期早于成文日期；实际：7月5日前；应为：2024年7月8日以后的日期；另见 成文日期：成文日期是2024年7月8日",
        ],
      },
      {
        shows: "写了年份，年份没有改",
        draft: { date: "2024年7月8日", body: ["请于2023年7月20日前完成整改。"] },
        report: [
          "正文 第1段：截止日期早于成文日期；实际：2023年7月20日前；应为：2024年7月8日以后的日期；另见 成文日期：成文日期是2024年7月8日",
        ],
      },
    ],
    right: [
      {
        shows: "成文以后的日期",
        draft: { date: "2024年7月8日", body: ["请各单位于7月20日前将整改情况报送市政府办公室。"] },
      },
      {
        shows: "说的是过去的事",
        draft: { date: "2024年7月8日", body: ["6月20日前，各单位已报送自查报告，3个账号在5月1日前没有更新。"] },
      },
      { shows: "岁末年初", draft: { date: "2024年12月20日", body: ["请于1月5日前报送整改情况。"] } },
    ],
  },
};
