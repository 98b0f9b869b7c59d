/**
 * Calendar dates without a time zone, in the proleptic Gregorian calendar. `Date` is never used: it would read a date in the zone of
 * the machine and could be a day off elsewhere.
 */
export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** How many days a month has. @param month 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Whether the date exists: 2024-02-30 does not. Years from 1 to 9999. */
export function isValidDate(date: CivilDate): boolean {
  const { year, month, day } = date;
  return (
    Number.isInteger(year) &&
    Number.isInteger(month) &&
    Number.isInteger(day) &&
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

const numericDate = /^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/u;
const chineseDate = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/u;

/**
 * Reads a date as office staff write it: 2024-06-30, 2024/6/30, 2024.6.30, 2024年6月30日, also in full-width digits.
 *
 * @returns `undefined` for any other text and for a date that does not exist. Years of two digits are never guessed at.
 */
export function parseDate(text: string): CivilDate | undefined {
  const plain = text.normalize("NFKC").trim();
  const numeric = numericDate.exec(plain);
  const match = numeric ?? chineseDate.exec(plain);
  if (match === null) return undefined;
  const [month, day] = numeric === null ? [match[2], match[3]] : [match[3], match[4]];
  const date = { year: Number(match[1]), month: Number(month), day: Number(day) };
  return isValidDate(date) ? date : undefined;
}

/** 2024年7月10日: Arabic digits, no leading zeros (GB/T 9704-2012 §7.3.5). */
export function formatDate(date: CivilDate): string {
  return `${String(date.year)}年${formatMonthDay(date)}`;
}

/** 7月20日 */
export function formatMonthDay(date: CivilDate): string {
  return `${String(date.month)}月${String(date.day)}日`;
}

/**
 * A span of days with nothing said twice: 2024年9月8日至20日, 2024年4月1日至6月30日, 2024年12月1日至2025年1月5日; a single day is
 * written once.
 */
export function formatPeriod(start: CivilDate, end: CivilDate): string {
  const from = formatDate(start);
  if (compareDates(start, end) === 0) return from;
  if (start.year !== end.year) return `${from}至${formatDate(end)}`;
  if (start.month !== end.month) return `${from}至${formatMonthDay(end)}`;
  return `${from}至${String(end.day)}日`;
}

/** Negative if `left` is earlier, 0 if they are the same day, positive if it is later. */
export function compareDates(left: CivilDate, right: CivilDate): number {
  return left.year - right.year || left.month - right.month || left.day - right.day;
}

/** The date `days` later, or earlier if negative. @throws RangeError if `days` is not whole or the result leaves the years 1 to 9999 */
export function addDays(date: CivilDate, days: number): CivilDate {
  const result = dateOfDayNumber(dayNumber(date) + days);
  if (!isValidDate(result)) throw new RangeError("addDays: the result is not a date");
  return result;
}

/** 2024-07-10 */
export function isoDate(date: CivilDate): string {
  const pad = (value: number, width: number): string => String(value).padStart(width, "0");
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
}

const daysPerCentury = 36_524;
const daysPerFourYears = 1_461;

/** Days since 1 March of year 0; years begin in March so that the leap day comes last. */
function dayNumber({ year, month, day }: CivilDate): number {
  const shifted = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + daysBeforeMonth(monthFromMarch) + day - 1;
}

/** Days from 1 March to the first of a month counted from March: 31, 30, 31, 30, 31 repeat. */
function daysBeforeMonth(monthFromMarch: number): number {
  return Math.floor((153 * monthFromMarch + 2) / 5);
}

function dateOfDayNumber(value: number): CivilDate {
  const era = Math.floor(value / (4 * daysPerCentury + 1));
  let rest = value - era * (4 * daysPerCentury + 1);
  const century = Math.min(3, Math.floor(rest / daysPerCentury));
  rest -= century * daysPerCentury;
  const fourYears = Math.floor(rest / daysPerFourYears);
  rest -= fourYears * daysPerFourYears;
  const single = Math.min(3, Math.floor(rest / 365));
  rest -= single * 365;
  const monthFromMarch = Math.floor((5 * rest + 2) / 153);
  const month = ((monthFromMarch + 2) % 12) + 1;
  const year = era * 400 + century * 100 + fourYears * 4 + single + (month <= 2 ? 1 : 0);
  return { year, month, day: rest - daysBeforeMonth(monthFromMarch) + 1 };
}
