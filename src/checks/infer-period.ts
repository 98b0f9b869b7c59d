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
 * The period that a title names: 2024年第二季度, 2020年三季度, 2025年5月, 2024年上半年, 2019年度. `undefined` if it names none, or
 * more than one.
 *
 * @param title on one line
 */
export function inferPeriod(title: string): CircularPeriod | undefined {
  const found = [
    ...title.matchAll(
      /(?<year>(?:19|20)\d{2})年(?:第?(?<quarter>[一二三四1-4])季度|(?<month>1[0-2]|[1-9])月(?!\d)|(?<half>[上下])半年|(?<annual>度))?/gu,
    ),
  ];
  if (found.length !== 1 || found[0]?.groups === undefined) return undefined;
  const { year, quarter, month, half, annual } = found[0].groups;
  const base = { year: Number(year) };
  if (quarter !== undefined) return { ...base, quarter: quarters[quarter] };
  if (month !== undefined) return { ...base, month: Number(month) };
  if (half !== undefined) return { ...base, half: half === "上" ? 1 : 2 };
  return annual === undefined ? undefined : { ...base, annual: true };
}
