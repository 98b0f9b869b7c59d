import type { NamedDay } from "./dates-in-text.js";
import { clauseAround } from "./clause-around.js";

/** A day by which something is to be done. */
export interface Deadline {
  /** Where 前 ends. */
  readonly end: number;
  /** True if the sentence says what somebody has to do. */
  readonly isDemand: boolean;
}

const demands = /请|要|务必|须|应当|报送|报至|上报|反馈|提交|完成整改|整改到位|整改完毕|整改完成/u;
const reports = /已|未|没有|曾|发现|截至|截止|收到|此前|上季度|去年|上年|采样|检查时间|仍/u;

/** Reads 于7月20日前, 7月20日之前: the day as a deadline; `undefined` for a day that is none, or in a report of the past. */
export function deadlineAt(text: string, day: NamedDay): Deadline | undefined {
  const following = text.slice(day.end, day.end + 14);
  if (!following.includes("前")) return undefined;
  const before = /^(?:[（(][^（）()]{1,8}[）)])?(?:之前|以前|前)/u.exec(following);
  if (before === null) return undefined;
  const sentence = clauseAround(text, day.start, day.end);
  if (reports.test(sentence) && !/请|务必/u.test(sentence)) return undefined;
  return { end: day.end + before[0].length, isDemand: demands.test(sentence) };
}
