import type { CivilDate } from "../facts/numbers/civil-date.js";
import { holdsAny } from "./holds-any.js";

/** A day named in a text; the year is often left out. It need not exist in the calendar. */
export interface NamedDay {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  /** UTF-16 units, up to but not including `end`. */
  readonly start: number;
  readonly end: number;
}

/** Two days with 至 or a dash between them: 4月1日至6月25日, 2024年9月8日至20日. */
export interface NamedRange {
  readonly from: NamedDay;
  readonly to: NamedDay;
  readonly start: number;
  readonly end: number;
}

/** Every day named in the text as …月…日. */
export function namedDays(text: string): NamedDay[] {
  if (!text.includes("月") || !text.includes("日")) return [];
  return [...text.matchAll(/(?:(?<!\d)(?<year>\d{4})年)?(?<!\d)(?<month>\d{1,2})月(?<day>\d{1,2})日/gu)].map((match) =>
    namedDay(match.groups?.["year"], match.groups?.["month"], match.groups?.["day"], match.index, match[0].length),
  );
}

const rangeLinks = Array.from("至到-－–—~～", (link) => `日${link}`);

/** Every span of days in the text. What the second day leaves out, it has from the first. */
export function namedRanges(text: string): NamedRange[] {
  if (!text.includes("月") || !holdsAny(text, rangeLinks)) return [];
  const pattern =
    /(?:(?<!\d)(?<year>\d{4})年)?(?<!\d)(?<month>\d{1,2})月(?<day>\d{1,2})日(?:至|到|[-－–—~～]{1,2})(?:(?<toYear>\d{4})年)?(?:(?<toMonth>\d{1,2})月)?(?<toDay>\d{1,2})日/gu;
  return [...text.matchAll(pattern)].map((match) => {
    const { year, month, day, toYear, toMonth, toDay } = match.groups ?? {};
    const from = namedDay(year, month, day, match.index, 0);
    const to = namedDay(toYear ?? year, toMonth ?? month, toDay, match.index, match[0].length);
    return { from, to, start: match.index, end: match.index + match[0].length };
  });
}

/** The day as a date; without a year of its own it has the given one. */
export function withYear(day: NamedDay, year: number): CivilDate {
  return { year: day.year ?? year, month: day.month, day: day.day };
}

function namedDay(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  start: number,
  length: number,
): NamedDay {
  return {
    ...(year === undefined ? {} : { year: Number(year) }),
    month: Number(month),
    day: Number(day),
    start,
    end: start + length,
  };
}
