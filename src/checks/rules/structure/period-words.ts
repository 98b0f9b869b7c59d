import { compareDates, formatDate } from "../../../facts/numbers/civil-date.js";
import { periodName, periodRange, type CircularPeriod } from "../../../facts/numbers/period.js";
import type { Draft, Passage } from "../../draft.js";
import { inferPeriod } from "../../infer-period.js";
import { isProtected } from "../../protected-spans.js";
import type { Finding, Rule } from "../../rule.js";
import { clauseAround } from "../../clause-around.js";

/** Title 第三季度, body 二季度. */
export const periodWords: Rule = {
  id: "period-words",
  name: "季度、年份与本期不符",
  severity: "error",
  description:
    "正文开头、附件标题里的季度、月份、年份要与本期一致；与上季度、去年同期的比较不算。不一致的多半是沿用上一期的稿子没有改。",
  mistakes: [33],
  check(draft, report) {
    const { period } = draft;
    if (period === undefined) return;
    const printed = inferPeriod(draft.titleText);
    const [titleLine] = draft.title;
    if (printed !== undefined && titleLine !== undefined && !isSamePeriod(printed, period)) {
      const passage = draft.title.find(({ text }) => /年|季度|月/u.test(text)) ?? titleLine;
      report({
        at: { passage },
        message: "标题里的时间与本期数据不符",
        actual: periodName(printed),
        expected: periodName(period),
      });
    }
    const certainly = aboutThisPeriod(draft);
    for (const passage of draft.passages) {
      if (passage.region === "head" || passage.role === "copyTo" || !/季度|月|半年|年度/u.test(passage.text)) continue;
      const spans = draft.protectedIn(passage);
      for (const { start, end, message, expected, certain } of wrongWords(passage, period)) {
        if (isProtected(spans, start)) continue;
        report({
          at: { passage, start, end },
          message,
          actual: passage.text.slice(start, end),
          expected,
          ...(certain && certainly.has(passage) ? {} : { severity: "warning" as const }),
        });
      }
    }
    const late = dateAgainstPeriod(draft, period);
    if (late !== undefined) report(late);
  },
  examples: {
    wrong: [
      {
        shows: "正文开头是上一季度",
        draft: { body: ["市政府办公室组织开展了2024年第一季度全市政府网站检查。现将有关情况通报如下："] },
        report: ["正文 第1段：时间与本期不符；实际：2024年第一季度；应为：2024年第二季度"],
      },
      {
        shows: "附件副标题的年份没有改",
        draft: { attachments: [{ title: "问题清单", subtitle: "（2023年第二季度）" }] },
        report: ["附件 副标题：时间与本期不符；实际：2023年第二季度；应为：2024年第二季度"],
      },
      {
        shows: "正文里是别的季度",
        draft: { body: ["一、总体情况", "三季度全市网站总体合格率为100%。"] },
        report: ["正文 一、第1段：时间与本期不符；实际：三季度；应为：2024年第二季度"],
      },
      {
        shows: "标题的季度在成文之后",
        draft: { date: "2024年3月20日" },
        report: [
          "成文日期：成文日期早于2024年第二季度；实际：2024年3月20日；应为：2024年4月1日以后的日期；另见 标题 第1行：标题里的时间",
        ],
      },
      {
        shows: "月报的月份没有改",
        draft: {
          title: ["示例市人民政府办公室关于2024年5月", "政务新媒体监测情况的通报"],
          body: ["4月份，市政府办公室监测了政务新媒体。现将有关情况通报如下："],
        },
        report: ["正文 第1段：时间与本期不符；实际：4月份；应为：2024年5月"],
      },
    ],
    right: [
      {
        shows: "本期、上季度和同期的比较",
        draft: {
          body: [
            "市政府办公室组织开展了2024年第二季度检查。现将有关情况通报如下：",
            "二季度合格率比一季度提高1个百分点，与2023年第二季度同期持平。",
            "今年一季度以来，问题逐步减少。",
            "一季度通报的问题已全部整改，三季度将继续检查。",
          ],
        },
      },
      {
        shows: "文件标题和引文",
        draft: { body: ["按照《2024年第一季度检查方案》，“2023年第四季度统计表”没有更新。"] },
      },
      {
        shows: "年度考评",
        draft: {
          title: ["示例市人民政府办公室关于2023年", "政府网站考评结果的通报"],
          date: "2024年3月10日",
          body: [
            "市政府办公室进行了2023年度考评。现将结果通报如下：",
            "一、基本情况",
            "第四季度合格率最高，2024年度将继续考评。",
          ],
        },
      },
      { shows: "列举几个季度", draft: { body: ["二、三季度的更新情况另行通报。", "一至二季度没有变化。"] } },
    ],
  },
};

const numerals: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, "1": 1, "2": 2, "3": 3, "4": 4 };
const comparing =
  /比|较|同期|去年|上年|前年|上一?个?季度|上一?期|上月|此前|以来|起|前[一二三]个?季度|连续|历次|各季度|每季度|下一?季度|将|拟|计划|继续|复查|整改|回头看|通报过|曾|至[一二三四]季度|[一二三四]、[一二三四]季度/u;

function isSamePeriod(left: CircularPeriod, right: CircularPeriod): boolean {
  const a = periodRange(left);
  const b = periodRange(right);
  return compareDates(a.first, b.first) === 0 && compareDates(a.last, b.last) === 0;
}

/** What introduces the circular or names its tables speaks of this period; other sentences may speak of others. */
function aboutThisPeriod(draft: Draft): ReadonlySet<Passage> {
  const firstHeading = draft.body.findIndex(({ role }) => role === "heading");
  return new Set([
    ...draft.body.slice(0, firstHeading < 0 ? 1 : firstHeading),
    ...draft.withRole("attachmentListItem", "attachmentTitle", "attachmentSubtitle"),
  ]);
}

interface WrongWord {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly expected: string;
  /** False where another period may well be meant. */
  readonly certain: boolean;
}

function* wrongWords({ text, role, label }: Passage, period: CircularPeriod): Generator<WrongWord> {
  const isName = role.startsWith("attachment");
  const wrong = (match: RegExpExecArray, certain: boolean): WrongWord => ({
    start: match.index,
    end: match.index + match[0].length,
    message: "时间与本期不符",
    expected: periodName(period),
    certain,
  });
  const compares = (match: RegExpExecArray): boolean => {
    const sentence = clauseAround(text, match.index, match.index + match[0].length);
    return comparing.test(sentence);
  };
  for (const match of text.matchAll(/(?:(?<!\d)(?<year>\d{4})年)?第?(?<quarter>[一二三四1-4])季度/gu)) {
    const { year, quarter = "" } = match.groups ?? {};
    // 二、三季度 at the beginning of a line looks like a heading.
    if (match.index === 0 && /^(?:一、二|二、三|三、四)/u.test(`${label ?? ""}${text}`)) continue;
    const wrongYear = year !== undefined && Number(year) !== period.year;
    const wrongQuarter = period.quarter !== undefined && numerals[quarter] !== period.quarter;
    if (period.quarter === undefined && !isName) continue;
    const outside = period.quarter === undefined && !isWithin(period, numerals[quarter] ?? 0);
    if ((wrongYear || wrongQuarter || outside) && !compares(match)) yield wrong(match, true);
  }
  if (period.month !== undefined && period.endMonth === undefined) {
    const month = isName
      ? /(?:(?<!\d)(?<year>\d{4})年)?(?<!\d)(?<month>1[0-2]|[1-9])月(?!\d)份?/gu
      : /(?:(?<!\d)(?<year>\d{4})年)?(?<!\d)(?<month>1[0-2]|[1-9])月份/gu;
    for (const match of text.matchAll(month)) {
      const { year, month: named } = match.groups ?? {};
      if (Number(named) === period.month && (year === undefined || Number(year) === period.year)) continue;
      if (!compares(match)) yield wrong(match, true);
    }
  }
  if (period.half !== undefined || isName) {
    for (const match of text.matchAll(/(?:(?<!\d)(?<year>\d{4})年)?(?<half>[上下])半年/gu)) {
      const half = match.groups?.["half"] === "上" ? 1 : 2;
      const year = match.groups?.["year"];
      const wrongHalf = period.half === undefined ? false : half !== period.half;
      if ((wrongHalf || (year !== undefined && Number(year) !== period.year)) && !compares(match)) {
        yield wrong(match, true);
      }
    }
  }
  if (period.quarter === undefined && period.month === undefined && period.half === undefined) {
    for (const match of text.matchAll(/(?<!\d)(?<year>\d{4})年度/gu)) {
      if (Number(match.groups?.["year"]) !== period.year && !compares(match)) yield wrong(match, isName);
    }
    return;
  }
  if (period.quarter === undefined) {
    for (const match of text.matchAll(/本季度/gu)) yield wrong(match, false);
  }
}

function isWithin(period: CircularPeriod, quarter: number): boolean {
  const { first, last } = periodRange(period);
  return first.month <= quarter * 3 && last.month >= quarter * 3 - 2;
}

/** A circular comes out during its period at the earliest, and hardly ever more than a year after it. */
function dateAgainstPeriod(draft: Draft, period: CircularPeriod): Finding | undefined {
  const [passage] = draft.withRole("date");
  if (draft.date === undefined || passage === undefined) return undefined;
  const { first, last } = periodRange(period);
  const related = (): NonNullable<Finding["related"]> =>
    draft.title
      .filter(({ text }) => /\d{4}年/u.test(text))
      .map((line) => ({ at: { passage: line }, message: "标题里的时间" }));
  if (compareDates(draft.date, first) < 0) {
    return {
      at: { passage },
      message: `成文日期早于${periodName(period)}`,
      actual: passage.text,
      expected: `${formatDate(first)}以后的日期`,
      related: related(),
    };
  }
  if (draft.date.year <= last.year + 1) return undefined;
  return {
    at: { passage },
    message: `成文日期比${periodName(period)}晚一年以上`,
    actual: passage.text,
    hint: "请核对标题和成文日期的年份",
    related: related(),
    severity: "warning",
  };
}
