import type { CivilDate, ClockTime } from "../workbook.js";

/** Which day a workbook counts from: `workbookPr date1904` (ISO/IEC 29500-1, 18.17.4.1). */
export type DateSystem = "1900" | "1904";

const secondsPerDay = 86_400;

/** Stored times are off by up to a few microseconds: 10:31 is 0.438194444444444. */
const halfMillisecond = 0.0005;

/** Serial numbers beyond 31 December 9999 show as #### in Excel. */
const lastSerial = { "1900": 2_958_465, "1904": 2_957_003 } as const;

/**
 * The date that Excel shows for a serial number, by counting days: no `Date`, no time zone. `undefined` for numbers that Excel cannot
 * show as a date. In the 1900 system that includes 0, which Excel shows as 1900/1/0: it is what a reference to an empty cell gives.
 *
 * The 1900 system has a 29 February 1900 (serial 60) that never was; it is given as Excel shows it.
 */
export function dateOfSerial(serial: number, system: DateSystem): CivilDate | undefined {
  const { day, second } = splitSerial(serial);
  if (day < (system === "1900" ? 1 : 0) || day > lastSerial[system]) return undefined;
  return { kind: "date", ...civilDay(day, system), ...(second === 0 ? {} : { time: clock(second) }) };
}

/** The time of day of a serial number from 0 to below 1; `undefined` for others. */
export function timeOfSerial(serial: number): ClockTime | undefined {
  return serial < 0 || serial >= 1 ? undefined : { kind: "time", ...clock(splitSerial(serial).second) };
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/u;
const isoTime = /^T?(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?Z?$/u;

/**
 * A cell of type `d` (ISO/IEC 29500-1, 18.18.11): `2024-06-30`, `2024-06-30T10:30:00Z`, `10:30:00`. The date is taken as written; a time
 * zone says nothing about which day a clerk typed. Excel writes a time of day as one on a day of 1899. `undefined` if it is no date.
 */
export function dateOfIsoText(text: string): CivilDate | ClockTime | undefined {
  const timeOnly = isoTime.exec(text);
  if (timeOnly !== null) return clockOf(timeOnly.slice(1));
  const match = isoDate.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const time = clockOf(match.slice(4));
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month) || time === undefined) return undefined;
  if (year < 1900) return year === 1899 ? time : undefined;
  const { hour, minute, second } = time;
  return {
    kind: "date",
    year,
    month,
    day,
    ...(hour + minute + second === 0 ? {} : { time: { hour, minute, second } }),
  };
}

function clockOf(parts: readonly (string | undefined)[]): ClockTime | undefined {
  const [hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  return hour < 24 && minute < 60 && second < 60 ? { kind: "time", hour, minute, second } : undefined;
}

function splitSerial(serial: number): { day: number; second: number } {
  const day = Math.floor(serial);
  const second = Math.floor((serial - day) * secondsPerDay + halfMillisecond);
  return second < secondsPerDay ? { day, second } : { day: day + 1, second: 0 };
}

function clock(second: number): { hour: number; minute: number; second: number } {
  return { hour: Math.floor(second / 3600), minute: Math.floor(second / 60) % 60, second: second % 60 };
}

function civilDay(day: number, system: DateSystem): { year: number; month: number; day: number } {
  if (system === "1904") return dayOfCount(day + daysBeforeYear(1904));
  if (day === 60) return { year: 1900, month: 2, day: 29 };
  return dayOfCount(day - (day < 60 ? 1 : 2) + daysBeforeYear(1900));
}

/** `count` is the number of days before the wanted one since 1 January of the year 1. */
function dayOfCount(count: number): { year: number; month: number; day: number } {
  let year = 1 + Math.floor(count / 366);
  while (daysBeforeYear(year + 1) <= count) year += 1;
  let rest = count - daysBeforeYear(year);
  let month = 1;
  while (rest >= monthLength(year, month)) {
    rest -= monthLength(year, month);
    month += 1;
  }
  return { year, month, day: rest + 1 };
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

function monthLength(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
