import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysInMonth, isValidDate, parseDate } from "../../src/facts/numbers/civil-date.js";
import { nextPeriod, periodName, type CircularPeriod } from "../../src/facts/numbers/period.js";
import {
  formatDateLike,
  monthsBetween,
  parsePeriod,
  periodYaml,
  shiftMonths,
} from "../../src/edition/new-edition-period.js";

describe("a period as it is typed", () => {
  test.each([
    ["2024Q3", "{年: 2024, 季度: 3}"],
    ["2024q3", "{年: 2024, 季度: 3}"],
    ["2024-Q3", "{年: 2024, 季度: 3}"],
    ["２０２４年第三季度", "{年: 2024, 季度: 3}"],
    ["2024年3季度", "{年: 2024, 季度: 3}"],
    ["2024-05", "{年: 2024, 月: 5}"],
    ["2024年5月", "{年: 2024, 月: 5}"],
    ["2024-07至08", "{年: 2024, 月: 7, 至月: 8}"],
    ["2021年7月至8月", "{年: 2021, 月: 7, 至月: 8}"],
    ["2024上半年", "{年: 2024, 半年: 上}"],
    ["2024 年下半年", "{年: 2024, 半年: 下}"],
    ["2024", "{年: 2024}"],
    ["2024年", "{年: 2024}"],
    ["2024年度", "{年: 2024, 年度: 是}"],
    ["2024度", "{年: 2024, 年度: 是}"],
  ])("%s", (text, yaml) => {
    const period = parsePeriod(text);
    expect(period === undefined ? undefined : periodYaml(period)).toBe(yaml);
  });

  test.each([
    "",
    "24Q3",
    "2024Q5",
    "2024Q0",
    "2024-13",
    "2024-00",
    "2024-08至07",
    "去年",
    "1900",
    "2024Q3Q4",
    "第三季度",
  ])("%s is none", (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  const periods: fc.Arbitrary<CircularPeriod> = fc.integer({ min: 1950, max: 2900 }).chain((year) =>
    fc.oneof(
      fc.constant<CircularPeriod>({ year }),
      fc.constant<CircularPeriod>({ year, annual: true }),
      fc.constantFrom(1, 2, 3, 4).map((quarter): CircularPeriod => ({ year, quarter })),
      fc.constantFrom(1, 2).map((half): CircularPeriod => ({ year, half })),
      fc.integer({ min: 1, max: 12 }).map((month): CircularPeriod => ({ year, month })),
      fc
        .tuple(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 1, max: 11 }))
        .map(([a, b]): CircularPeriod => ({ year, month: Math.min(a, b), endMonth: Math.max(a, b) + 1 })),
    ),
  );

  test("every period is understood as it is printed", () => {
    fc.assert(
      fc.property(periods, (period) => {
        expect(parsePeriod(periodName(period))).toEqual(period);
      }),
    );
  });

  test("the next one begins later", () => {
    fc.assert(fc.property(periods, (period) => monthsBetween(period, nextPeriod(period)) > 0));
  });
});

describe("dates that move on with the period", () => {
  test.each([
    ["2024-07-10", 3, "2024-10-10"],
    ["2024-06-30", 3, "2024-09-30"],
    ["2024-09-30", 3, "2024-12-31"],
    ["2024-12-31", 2, "2025-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2023-02-28", 12, "2024-02-29"],
    ["2024-01-30", 1, "2024-02-29"],
    ["2024-11-15", 3, "2025-02-15"],
    ["2024-03-15", -3, "2023-12-15"],
  ])("%s by %d months is %s", (date, months, expected) => {
    expect(shiftMonths(parseDate(date)!, months)).toEqual(parseDate(expected));
  });

  test("are always dates, and last days stay last days", () => {
    const dates = fc
      .record({
        year: fc.integer({ min: 1900, max: 2200 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 31 }),
      })
      .filter(isValidDate);
    fc.assert(
      fc.property(dates, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const shifted = shiftMonths(date, months);
        expect(isValidDate(shifted)).toBe(true);
        const isLast = (one: typeof date): boolean => one.day === daysInMonth(one.year, one.month);
        if (isLast(date)) expect(isLast(shifted)).toBe(true);
        expect((shifted.year - date.year) * 12 + shifted.month - date.month).toBe(months);
      }),
    );
  });

  test.each([
    ["2024-07-10", "2024-10-09"],
    ["2024/7/10", "2024/10/9"],
    ["2024/07/10", "2024/10/09"],
    ["2024.7.10", "2024.10.9"],
    ["2024年7月10日", "2024年10月9日"],
  ])("are written like %s", (model, expected) => {
    expect(formatDateLike(model, { year: 2024, month: 10, day: 9 })).toBe(expected);
  });
});
