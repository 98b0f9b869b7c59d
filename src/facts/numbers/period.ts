import { chineseNumeral } from "./chinese-numerals.js";
import { daysInMonth, type CivilDate } from "./civil-date.js";

/**
 * The period a circular reports on: a quarter, a month, several months in a row, half a year, or a year.
 * At most one of `quarter`, `month`, `half` and `annual` is given; none of them means the plain year (2019年).
 */
export interface CircularPeriod {
  readonly year: number;
  readonly quarter?: 1 | 2 | 3 | 4 | undefined;
  /** 1 to 12. */
  readonly month?: number | undefined;
  /** The last month, for several months: later than `month`, in the same year. */
  readonly endMonth?: number | undefined;
  readonly half?: 1 | 2 | undefined;
  /** The year as a reporting year: 2024年度. */
  readonly annual?: boolean | undefined;
}

/** 2024年第二季度, 2024年5月, 2021年7月至8月, 2024年上半年, 2024年度, 2019年 */
export function periodName(period: CircularPeriod): string {
  if (period.annual === true) return `${String(period.year)}年度`;
  return `${String(period.year)}年${periodPart(period) ?? ""}`;
}

/** The period without its year: 第二季度, 5月, 7月至8月, 上半年; a whole year is 年度. */
export function periodShortName(period: CircularPeriod): string {
  return periodPart(period) ?? "年度";
}

/** What follows the year; `undefined` for a whole year. */
function periodPart(period: CircularPeriod): string | undefined {
  if (period.quarter !== undefined) return `第${chineseNumeral(period.quarter)}季度`;
  if (period.half !== undefined) return period.half === 1 ? "上半年" : "下半年";
  if (period.month === undefined) return undefined;
  const first = `${String(period.month)}月`;
  return period.endMonth === undefined || period.endMonth === period.month
    ? first
    : `${first}至${String(period.endMonth)}月`;
}

/** The first and the last day of the period. */
export function periodRange(period: CircularPeriod): { readonly first: CivilDate; readonly last: CivilDate } {
  const { firstMonth, lastMonth } = monthsOf(period);
  return {
    first: { year: period.year, month: firstMonth, day: 1 },
    last: { year: period.year, month: lastMonth, day: daysInMonth(period.year, lastMonth) },
  };
}

function monthsOf(period: CircularPeriod): { firstMonth: number; lastMonth: number } {
  if (period.quarter !== undefined) return { firstMonth: period.quarter * 3 - 2, lastMonth: period.quarter * 3 };
  if (period.half !== undefined) return { firstMonth: period.half * 6 - 5, lastMonth: period.half * 6 };
  if (period.month !== undefined) return { firstMonth: period.month, lastMonth: period.endMonth ?? period.month };
  return { firstMonth: 1, lastMonth: 12 };
}

/**
 * The period of the same kind that follows. Several months are followed by as many; where these would run over the end of the year
 * they stop at December.
 */
export function nextPeriod(period: CircularPeriod): CircularPeriod {
  const { year } = period;
  if (period.quarter !== undefined) {
    return period.quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: nextQuarter[period.quarter] };
  }
  if (period.half !== undefined) return period.half === 2 ? { year: year + 1, half: 1 } : { year, half: 2 };
  if (period.month !== undefined) {
    const { lastMonth } = monthsOf(period);
    const length = lastMonth - period.month + 1;
    const start = lastMonth === 12 ? { year: year + 1, month: 1 } : { year, month: lastMonth + 1 };
    const endMonth = Math.min(12, start.month + length - 1);
    return endMonth === start.month ? start : { ...start, endMonth };
  }
  return period.annual === true ? { year: year + 1, annual: true } : { year: year + 1 };
}

const nextQuarter = { 1: 2, 2: 3, 3: 4 } as const;
