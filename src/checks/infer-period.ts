import type { CircularPeriod } from "../facts/numbers/period.js";

const quarters: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  "1": 1,
  "2": 2,
  "3": 3,
  "4": 4,
};

/**
 * The period that a title names: 2024年第二季度, 2020年三季度, 2025年5月, 2021年7月至8月, 2024年上半年, 2019年度, 2019年. `undefined` if it names none, or
 * more than one.
 *
 * @param title on one line
 */
export function inferPeriod(title: string): CircularPeriod | undefined {
  const found = [
    ...title.matchAll(
      /(?<year>(?:19|20)\d{2})年(?:第?(?<quarter>[一二三四1-4])季度|(?:(?<month>1[0-2]|[1-9])月?(?:至|到|—|-)(?=[\d月]+月))?(?<lastMonth>1[0-2]|[1-9])月(?!\d)|(?<half>[上下])半年|(?<annual>度))?/gu,
    ),
  ];
  if (found.length !== 1 || found[0]?.groups === undefined) return undefined;
  const { year, quarter, month, lastMonth, half, annual } = found[0].groups;
  const base = { year: Number(year) };
  if (quarter !== undefined) return { ...base, quarter: quarters[quarter] };
  if (lastMonth !== undefined) {
    const last = Number(lastMonth);
    return month === undefined ? { ...base, month: last } : { ...base, month: Number(month), endMonth: last };
  }
  if (half !== undefined) return { ...base, half: half === "上" ? 1 : 2 };
  if (annual !== undefined) return { ...base, annual: true };
  // The year alone, unless the rest of the title says which part of it.
  return /季度|月|半年/u.test(title) ? undefined : base;
}
