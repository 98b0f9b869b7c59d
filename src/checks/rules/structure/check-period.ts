import { addDays, compareDates, formatDate, isValidDate, type CivilDate } from "../../../facts/numbers/civil-date.js";
import { periodName, periodRange } from "../../../facts/numbers/period.js";
import { namedRanges, withYear, type NamedRange } from "../../dates-in-text.js";
import type { Draft, Passage } from "../../draft.js";
import { isProtected } from "../../protected-spans.js";
import type { Finding, Rule } from "../../rule.js";
import { clauseAround } from "../../clause-around.js";

/** How long after its period a check may still run: July for the second quarter, but not August. */
const daysAfterPeriod = 31;

/** Q2 circular: 检查时间8月1日至9日. */
export const checkPeriod: Rule = {
  id: "check-period",
  name: "检查时段不合理",
  severity: "error",
  description: "起止日期前后不能颠倒；检查、采样的时段应当与通报的季度（月份、年度）有重合，并且在成文之前结束。",
  mistakes: [32, 33],
  check(draft, report) {
    const year = draft.period?.year ?? draft.date?.year;
    if (year === undefined) return;
    for (const passage of draft.passages) {
      const spans = draft.protectedIn(passage);
      for (const range of namedRanges(passage.text)) {
        if (isProtected(spans, range.start)) continue;
        const finding = judge(draft, passage, range, year);
        if (finding !== undefined) {
          report({
            ...finding,
            at: { passage, start: range.start, end: range.end },
            actual: passage.text.slice(range.start, range.end),
          });
        }
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "起止颠倒",
        draft: { body: ["检查时间为6月25日至4月1日。"] },
        report: ["正文 第1段：起止日期颠倒；实际：6月25日至4月1日；处理：开始的日期应当在结束的日期之前"],
      },
      {
        shows: "不在本季度",
        draft: { date: "2024年8月20日", body: ["市政府办公室于8月1日至9日进行了检查。"] },
        report: [
          "正文 第1段：检查时段不在2024年第二季度；实际：8月1日至9日；应为：与2024年4月1日至2024年6月30日有重合",
        ],
      },
      {
        shows: "成文以后才结束",
        draft: { date: "2024年6月20日", body: ["检查采样时间为4月1日至6月30日。"] },
        report: [
          "正文 第1段：检查时段到成文日期以后才结束；实际：4月1日至6月30日；应为：不晚于2024年6月20日；另见 成文日期：成文日期是2024年6月20日",
        ],
      },
      {
        shows: "年份没有改",
        draft: { body: ["2023年4月1日至6月25日，平台收到留言780条。"] },
        report: [
          "正文 第1段：检查时段不在2024年第二季度；实际：2023年4月1日至6月25日；应为：与2024年4月1日至2024年6月30日有重合",
        ],
      },
    ],
    right: [
      { shows: "在本季度", draft: { body: ["2024年4月1日至6月25日，平台收到留言780条。"] } },
      {
        shows: "季度结束后不久检查",
        draft: { date: "2024年7月20日", body: ["7月1日至5日，市政府办公室进行了检查。"] },
      },
      { shows: "上一季度的比较", draft: { body: ["与上季度（1月1日至3月25日）检查的情况相比有提高。"] } },
      { shows: "以后的安排", draft: { body: ["市政府办公室将于8月1日至9日复查。"] } },
      {
        shows: "跨年",
        draft: {
          title: ["示例市人民政府办公室关于2025年第一季度", "政府网站检查情况的通报"],
          date: "2025年4月3日",
          body: ["12月20日至1月10日，市政府办公室进行了检查。"],
        },
      },
    ],
  },
};

const checking = /检查|抽查|采样|监测|巡查|普查|考评|考核|测评|统计|收到|受理|平台|扫描|复核/u;
const elsewhere = /上季度|上一季度|上期|上月|去年|上年|同期|此前|前期|将|拟|计划|假|值班|回头看|整改/u;

function judge(draft: Draft, passage: Passage, range: NamedRange, year: number): Omit<Finding, "at"> | undefined {
  const { from, to } = range;
  const overNewYear = from.year === to.year && from.month >= 10 && to.month <= 3;
  const openYear = from.year === undefined;
  const start = withYear(from, overNewYear && openYear ? year - 1 : year);
  const ownYearOfEnd = to.year ?? start.year;
  const end: CivilDate = { ...withYear(to, ownYearOfEnd), year: overNewYear ? start.year + 1 : ownYearOfEnd };
  if (!isValidDate(start) || !isValidDate(end)) return undefined;
  if (compareDates(start, end) > 0) {
    return { message: "起止日期颠倒", hint: "开始的日期应当在结束的日期之前" };
  }
  const sentence = clauseAround(passage.text, range.start, range.end);
  if (!checking.test(sentence) || elsewhere.test(sentence)) return undefined;
  if (draft.date !== undefined && compareDates(end, draft.date) > 0) {
    return {
      message: "检查时段到成文日期以后才结束",
      expected: `不晚于${formatDate(draft.date)}`,
      related: draft.withRole("date").map((line) => ({ at: { passage: line }, message: `成文日期是${line.text}` })),
      severity: "warning",
    };
  }
  if (draft.period === undefined) return undefined;
  const { first, last } = periodRange(draft.period);
  if (compareDates(end, first) >= 0 && compareDates(start, addDays(last, daysAfterPeriod)) <= 0) return undefined;
  return {
    message: `检查时段不在${periodName(draft.period)}`,
    expected: `与${formatDate(first)}至${formatDate(last)}有重合`,
    severity: "warning",
  };
}
