import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  compareDates,
  daysInMonth,
  formatDate,
  formatMonthDay,
  formatPeriod,
  isoDate,
  isValidDate,
  parseDate,
  type CivilDate,
} from "../../../src/facts/numbers/civil-date.js";

const date = (year: number, month: number, day: number): CivilDate => ({ year, month, day });

const anyDate = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => date(year, month, Math.min(day, daysInMonth(year, month))));

describe("reading dates", () => {
  it.each([
    "2024-06-30",
    "2024-6-30",
    "2024/6/30",
    "2024/06/30",
    "2024.6.30",
    "2024年6月30日",
    "2024年06月30日",
    "２０２４年６月３０日",
    "２０２４－０６－３０",
    "２０２４．６．３０",
    " 2024 年 6 月 30 日 ",
  ])("reads %s", (text) => {
    expect(parseDate(text)).toEqual(date(2024, 6, 30));
  });

  it.each([
    "2024-02-30",
    "2023年2月29日",
    "2024-13-01",
    "2024-00-10",
    "2024-06-00",
    "24-06-30",
    "24年6月30日",
    "2024-6.30",
    "2024-06",
    "2024年6月",
    "6月30日",
    "20240630",
    "二〇二四年六月三十日",
    "2024-06-30 10:00",
    "2024年6月30日前",
    "2024-06-3 0",
    "",
  ])("does not guess at “%s”", (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it("knows leap years", () => {
    expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
    expect(isValidDate(date(2024, 2, 29))).toBe(true);
    expect(isValidDate(date(2100, 2, 29))).toBe(false);
    expect(isValidDate(date(2024, 6, 1.5))).toBe(false);
  });

  it("reads back what it writes", () => {
    fc.assert(
      fc.property(anyDate, (value) => {
        expect(parseDate(isoDate(value))).toEqual(value);
        if (value.year >= 1000) expect(parseDate(formatDate(value))).toEqual(value);
      }),
    );
  });
});

describe("writing dates and periods", () => {
  it("writes them in the official form", () => {
    expect(formatDate(date(2024, 7, 10))).toBe("2024年7月10日");
    expect(formatMonthDay(date(2024, 7, 20))).toBe("7月20日");
    expect(isoDate(date(2024, 7, 5))).toBe("2024-07-05");
  });

  it.each([
    [date(2024, 4, 1), date(2024, 6, 30), "2024年4月1日至6月30日"],
    [date(2024, 9, 8), date(2024, 9, 20), "2024年9月8日至20日"],
    [date(2024, 12, 1), date(2025, 1, 5), "2024年12月1日至2025年1月5日"],
    [date(2024, 9, 8), date(2025, 9, 20), "2024年9月8日至2025年9月20日"],
    [date(2024, 9, 8), date(2024, 9, 8), "2024年9月8日"],
  ])("says nothing twice: %o to %o", (start, end, text) => {
    expect(formatPeriod(start, end)).toBe(text);
  });
});

describe("counting days", () => {
  it.each([
    [date(2024, 2, 28), 1, date(2024, 2, 29)],
    [date(2024, 2, 29), 1, date(2024, 3, 1)],
    [date(2023, 2, 28), 1, date(2023, 3, 1)],
    [date(2024, 12, 31), 1, date(2025, 1, 1)],
    [date(2024, 1, 1), -1, date(2023, 12, 31)],
    [date(2024, 7, 10), 10, date(2024, 7, 20)],
    [date(2000, 1, 1), 366, date(2001, 1, 1)],
    [date(1999, 12, 31), 60, date(2000, 2, 29)],
    [date(2024, 6, 30), 0, date(2024, 6, 30)],
  ])("%o plus %i", (start, days, expected) => {
    expect(addDays(start, days)).toEqual(expected);
  });

  it("agrees with the calendar of the runtime", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -400_000, max: 400_000 }), (start, days) => {
        const later = new Date(Date.UTC(2000, start.month - 1, start.day));
        later.setUTCFullYear(start.year, start.month - 1, start.day + days);
        const year = later.getUTCFullYear();
        fc.pre(year >= 1 && year <= 9999);
        const result = addDays(start, days);
        expect(result).toEqual(date(year, later.getUTCMonth() + 1, later.getUTCDate()));
        expect(isValidDate(result)).toBe(true);
        expect(Math.sign(compareDates(result, start))).toBe(Math.sign(days));
      }),
    );
  });

  it("refuses to leave the calendar", () => {
    expect(() => addDays(date(9999, 12, 31), 1)).toThrow(RangeError);
    expect(() => addDays(date(2024, 1, 1), 0.5)).toThrow(RangeError);
  });
});
