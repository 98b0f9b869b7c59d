import { formatDecimal } from "../facts/numbers/decimal.js";
import { isoDate } from "../facts/numbers/civil-date.js";
import type { FieldValue } from "../schema/dataset.js";

/** The width of a text in characters of half width: a Chinese character takes two. Of several lines the longest counts. */
export function textWidth(text: string): number {
  return text.split("\n").reduce((widest, line) => Math.max(widest, lineWidth(line)), 0);
}

function lineWidth(line: string): number {
  return [...line].reduce((sum, one) => sum + (one > "\u00ff" ? 2 : 1), 0);
}

/** How many lines a text takes in a cell. @param width in characters of half width */
export function linesNeeded(text: string, width: number): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / width)), 0);
}

/** A value as its cell shows it. @param separator between the items of a list */
export function shownValue(value: FieldValue, separator = "、"): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return formatDecimal(value);
  if (typeof value === "boolean") return value ? "是" : "否";
  return "year" in value ? isoDate(value) : value.join(separator);
}
