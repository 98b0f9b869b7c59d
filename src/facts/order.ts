import { compareText } from "../document/place.js";
import { compareDates, parseDate, type CivilDate } from "./numbers/civil-date.js";
import { parseDecimal } from "./numbers/decimal.js";

/** A single value of a cell, a field or a fact. */
export type SingleValue = string | number | boolean | CivilDate;

/**
 * Compares two values by what they mean: numbers by size, dates by day, texts by their characters. A text that is compared with a
 * date, a number or 是/否 is read as one if it can be (`"2024-06-30"`, `"15"`, `"是"`).
 *
 * @returns negative, 0 or positive; NaN if the two have no order, such as a number and 合格
 */
export function compareValues(left: SingleValue, right: SingleValue): number {
  if (isDate(left) || isDate(right)) {
    const [a, b] = [toDate(left), toDate(right)];
    return a === undefined || b === undefined ? Number.NaN : compareDates(a, b);
  }
  if (typeof left === "boolean" || typeof right === "boolean") {
    const [a, b] = [toYesNo(left), toYesNo(right)];
    return a === undefined || b === undefined ? Number.NaN : Number(a) - Number(b);
  }
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a !== undefined && b !== undefined) return a - b;
  return typeof left === "string" && typeof right === "string" && a === undefined && b === undefined
    ? compareText(left, right)
    : Number.NaN;
}

/**
 * An order of all values, for sorting: numbers (and texts that are numbers) first, then dates, then texts, each by `compareValues`.
 * Unlike that it never says that two values cannot be compared, so that a column of 120, 95.5 and 合格 has one order only.
 */
export function sortingOrder(left: SingleValue, right: SingleValue): number {
  return rank(left) - rank(right) || compareValues(left, right);
}

function rank(value: SingleValue): number {
  if (toNumber(value) !== undefined) return 0;
  if (isDate(value)) return 1;
  return typeof value === "boolean" ? 2 : 3;
}

function isDate(value: SingleValue): value is CivilDate {
  return typeof value === "object";
}

function toDate(value: SingleValue): CivilDate | undefined {
  if (typeof value === "string") return parseDate(value);
  return isDate(value) ? value : undefined;
}

function toYesNo(value: SingleValue): boolean | undefined {
  if (typeof value === "boolean") return value;
  return value === "是" ? true : value === "否" ? false : undefined;
}

function toNumber(value: SingleValue): number | undefined {
  if (typeof value === "string") return parseDecimal(value);
  return typeof value === "number" ? value : undefined;
}
