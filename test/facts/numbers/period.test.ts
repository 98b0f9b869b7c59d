import { describe, expect, it } from "vitest";
import {
  nextPeriod,
  periodName,
  periodRange,
  periodShortName,
  type CircularPeriod,
} from "../../../src/facts/numbers/period.js";
import { isoDate } from "../../../src/facts/numbers/civil-date.js";

describe("the period of a circular", () => {
  it.each<[CircularPeriod, string, string, string]>([
    [{ year: 2024, quarter: 2 }, "2024年第二季度", "第二季度", "2024-04-01/2024-06-30"],
    [{ year: 2024, quarter: 1 }, "2024年第一季度", "第一季度", "2024-01-01/2024-03-31"],
    [{ year: 2024, quarter: 4 }, "2024年第四季度", "第四季度", "2024-10-01/2024-12-31"],
    [{ year: 2024, month: 5 }, "2024年5月", "5月", "2024-05-01/2024-05-31"],
    [{ year: 2024, month: 2 }, "2024年2月", "2月", "2024-02-01/2024-02-29"],
    [{ year: 2021, month: 7, endMonth: 8 }, "2021年7月至8月", "7月至8月", "2021-07-01/2021-08-31"],
    [{ year: 2021, month: 7, endMonth: 7 }, "2021年7月", "7月", "2021-07-01/2021-07-31"],
    [{ year: 2024, half: 1 }, "2024年上半年", "上半年", "2024-01-01/2024-06-30"],
    [{ year: 2024, half: 2 }, "2024年下半年", "下半年", "2024-07-01/2024-12-31"],
    [{ year: 2024, annual: true }, "2024年度", "年度", "2024-01-01/2024-12-31"],
    [{ year: 2019 }, "2019年", "年度", "2019-01-01/2019-12-31"],
  ])("%o is called %s, in short %s", (period, name, shortName, range) => {
    expect(periodName(period)).toBe(name);
    expect(periodShortName(period)).toBe(shortName);
    const { first, last } = periodRange(period);
    expect(`${isoDate(first)}/${isoDate(last)}`).toBe(range);
  });

  it.each<[CircularPeriod, CircularPeriod]>([
    [
      { year: 2024, quarter: 2 },
      { year: 2024, quarter: 3 },
    ],
    [
      { year: 2024, quarter: 4 },
      { year: 2025, quarter: 1 },
    ],
    [
      { year: 2024, month: 11 },
      { year: 2024, month: 12 },
    ],
    [
      { year: 2024, month: 12 },
      { year: 2025, month: 1 },
    ],
    [
      { year: 2021, month: 7, endMonth: 8 },
      { year: 2021, month: 9, endMonth: 10 },
    ],
    [
      { year: 2021, month: 11, endMonth: 12 },
      { year: 2022, month: 1, endMonth: 2 },
    ],
    [
      { year: 2021, month: 6, endMonth: 10 },
      { year: 2021, month: 11, endMonth: 12 },
    ],
    [
      { year: 2024, half: 1 },
      { year: 2024, half: 2 },
    ],
    [
      { year: 2024, half: 2 },
      { year: 2025, half: 1 },
    ],
    [
      { year: 2024, annual: true },
      { year: 2025, annual: true },
    ],
    [{ year: 2024 }, { year: 2025 }],
  ])("%o is followed by %o", (period, next) => {
    expect(nextPeriod(period)).toEqual(next);
  });
});
