import { daysInMonth, formatDate, isoDate, type CivilDate } from "../facts/numbers/civil-date.js";
import { periodRange, type CircularPeriod } from "../facts/numbers/period.js";

/** Forms that `parsePeriod` reads, for messages. */
export const periodExamples = "2024Q3、2024-05、2024上半年、2024年度、2024";

/**
 * Reads a period as somebody types it: 2024Q3, 2024-05, 2024-07至08, 2024上半年, 2024年度, 2024, or as it is printed.
 *
 * @returns `undefined` for anything that is no period
 */
export function parsePeriod(text: string): CircularPeriod | undefined {
  const plain = text.normalize("NFKC").replace(/\s+/gu, "").toUpperCase();
  const match = /^(\d{4})年?(.*)$/u.exec(plain);
  const year = Number(match?.[1]);
  if (match === null || year < 1949 || year > 2999) return undefined;
  const rest = match[2] ?? "";
  if (rest === "") return { year };
  if (rest === "度" || rest === "年度") return { year, annual: true };
  const quarter = /^-?(?:Q([1-4])|第?([1-4一二三四])季度?)$/u.exec(rest);
  if (quarter !== null) return { year, quarter: quarterNumber(quarter[1] ?? quarter[2] ?? "") };
  const half = /^([上下])半年$/u.exec(rest);
  if (half !== null) return { year, half: half[1] === "上" ? 1 : 2 };
  const months = /^[-/.]?(\d{1,2})月?(?:[至到~-](\d{1,2})月?)?$/u.exec(rest);
  if (months === null) return undefined;
  const month = Number(months[1]);
  const endMonth = months[2] === undefined ? month : Number(months[2]);
  if (month < 1 || endMonth > 12 || endMonth < month) return undefined;
  return endMonth === month ? { year, month } : { year, month, endMonth };
}

function quarterNumber(text: string): 1 | 2 | 3 | 4 {
  const position = Math.max("1234".indexOf(text), "一二三四".indexOf(text));
  return ([1, 2, 3, 4] as const)[position] ?? 1;
}

/** A period as circular.yaml holds it, by key. */
export function periodEntries(period: CircularPeriod): ReadonlyMap<string, string> {
  const entries = new Map([["年", String(period.year)]]);
  if (period.quarter !== undefined) entries.set("季度", String(period.quarter));
  if (period.half !== undefined) entries.set("半年", period.half === 1 ? "上" : "下");
  if (period.month !== undefined) entries.set("月", String(period.month));
  if (period.endMonth !== undefined && period.endMonth !== period.month) entries.set("至月", String(period.endMonth));
  if (period.annual === true) entries.set("年度", "是");
  return entries;
}

/** `{年: 2024, 季度: 3}` */
export function periodYaml(period: CircularPeriod): string {
  return `{${[...periodEntries(period)].map(([key, value]) => `${key}: ${value}`).join(", ")}}`;
}

/** How many months later one period begins than another. */
export function monthsBetween(from: CircularPeriod, to: CircularPeriod): number {
  const [first, second] = [periodRange(from).first, periodRange(to).first];
  return (second.year - first.year) * 12 + second.month - first.month;
}

/** The same day so many months later. The last day of a month stays the last day: 30 June is followed by 30 September and 31 December. */
export function shiftMonths(date: CivilDate, months: number): CivilDate {
  const count = date.year * 12 + date.month - 1 + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const last = daysInMonth(year, month);
  const isLast = date.day === daysInMonth(date.year, date.month);
  return { year, month, day: isLast ? last : Math.min(date.day, last) };
}

/** A date in the form in which another was written: 2024-07-10, 2024/7/10, 2024年7月10日. */
export function formatDateLike(model: string, date: CivilDate): string {
  const numeric = /^\d{4}\s*([-/.])\s*(\d+)/u.exec(model.normalize("NFKC").trim());
  if (numeric === null) return formatDate(date);
  const [separator = "-", month = ""] = numeric.slice(1);
  const padded = month.length === 2 && (separator === "-" || month.startsWith("0"));
  const parts = padded ? isoDate(date).split("-") : [date.year, date.month, date.day].map(String);
  return parts.join(separator);
}
