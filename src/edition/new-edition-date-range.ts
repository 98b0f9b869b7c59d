import { compareDates, isoDate, parseDate } from "../facts/numbers/civil-date.js";

/** 2024-07-01至2024-09-30 as `{起: 2024-07-01, 止: 2024-09-30}`; `undefined` for anything else. */
export function rangeYaml(text: string): string | undefined {
  const [first, last, ...others] = text.split(/[至到~～]/u).map(parseDate);
  if (first === undefined || last === undefined || others.length > 0 || compareDates(first, last) > 0) return undefined;
  return `{起: ${isoDate(first)}, 止: ${isoDate(last)}}`;
}
