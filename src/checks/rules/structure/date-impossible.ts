import { allPassages } from "../../all-passages.js";
import { isValidDate } from "../../../facts/numbers/civil-date.js";
import { namedDays, withYear } from "../../dates-in-text.js";
import { isProtected } from "../../protected-spans.js";
import type { Rule } from "../../rule.js";

/** 6月31日. */
export const dateImpossible: Rule = {
  id: "date-impossible",
  name: "没有这一天",
  severity: "error",
  description: "写到的日期要在日历上存在：没有6月31日、13月5日，平年没有2月29日。",
  mistakes: [35],
  check(draft, report) {
    for (const passage of allPassages(draft)) {
      for (const day of namedDays(passage.text)) {
        // Without a year 29 February may be right.
        if (isValidDate(withYear(day, 2024)) || isProtected(draft.protectedIn(passage), day.start)) continue;
        const actual = passage.text.slice(day.start, day.end);
        report({ at: { passage, start: day.start, end: day.end }, message: "日历上没有这一天", actual });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "6月31日",
        draft: { body: ["检查时间为4月1日至6月20日，截至6月31日全部整改。"] },
        report: ["正文 第1段：日历上没有这一天；实际：6月31日"],
      },
      {
        shows: "平年的2月29日",
        draft: { date: "2023年2月29日" },
        report: ["成文日期：日历上没有这一天；实际：2023年2月29日"],
      },
    ],
    right: [
      { shows: "存在的日期", draft: { body: ["截至2024年2月29日，6月30日、12月31日两次复查。"] } },
      { shows: "引文里的错误", draft: { body: ["把日期写成“6月31日”。"] } },
    ],
  },
};
