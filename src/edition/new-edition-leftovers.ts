import { formatDate, formatMonthDay, isoDate, type CivilDate } from "../facts/numbers/civil-date.js";
import { chineseNumeral } from "../facts/numbers/chinese-numerals.js";
import { periodRange, type CircularPeriod } from "../facts/numbers/period.js";

/**
 * Finds words in a text that speak of the last period, so that a clerk looks at them: nobody rewrites prose by rule.
 *
 * @param last the period of the last edition
 * @param next the period of the new one
 * @param lastDates dates of the last edition that have moved on, such as deadlines
 * @returns a function that gives the words found in a text, each once, in their order
 */
export function leftoverFinder(
  last: CircularPeriod,
  next: CircularPeriod,
  lastDates: readonly CivilDate[],
): (text: string) => string[] {
  const patterns = [...partPatterns(last), ...datePatterns(lastDates)];
  if (last.year !== next.year) patterns.push(`${String(last.year)}年`, `〔${String(last.year)}〕`);
  // The longest comes first, so that of 2024年6月30日 not only 6月 is quoted.
  const sorted = [...new Set(patterns)].sort((a, b) => b.length - a.length);
  const year = `(?:${String(last.year)}年)?`;
  const expression = new RegExp(`(?<!\\d)(?:${sorted.map((pattern) => `${year}${pattern}`).join("|")})`, "gu");
  return (text) => [...new Set([...text.matchAll(expression)].map(([found]) => found))];
}

/** The part of the year: 第二季度, 二季度, 上半年, 4月…6月. */
function partPatterns(period: CircularPeriod): string[] {
  const patterns: string[] = [];
  if (period.quarter !== undefined) {
    const { quarter } = period;
    patterns.push(`第?[${String(quarter)}${chineseNumeral(quarter)}](?:个)?季度`, `Q${String(quarter)}(?!\\d)`);
  }
  if (period.half !== undefined) patterns.push(period.half === 1 ? "上半年" : "下半年");
  const wholeYear = period.quarter === undefined && period.half === undefined && period.month === undefined;
  if (wholeYear) return patterns;
  const { first, last } = periodRange(period);
  for (let month = first.month; month <= last.month; month += 1) {
    patterns.push(`${String(month)}月(?:\\d{1,2}日)?`, `${String(period.year)}-0?${String(month)}(?!\\d)(?:-\\d{1,2})?`);
  }
  return patterns;
}

function datePatterns(dates: readonly CivilDate[]): string[] {
  return dates.flatMap((date) => [formatDate(date), `${formatMonthDay(date)}`, `${isoDate(date)}`]);
}
