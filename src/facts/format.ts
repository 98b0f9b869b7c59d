import type { FieldValue } from "../schema/dataset.js";
import { formatDate } from "./numbers/civil-date.js";
import { formatDecimal } from "./numbers/decimal.js";

/**
 * A validated value as it is printed in running text and in tables.
 *
 * @param value any value but an empty one
 * @param decimals decimal places of numbers; as many as the number has if absent
 */
export function formatValue(value: Exclude<FieldValue, undefined>, decimals?: number): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return formatDecimal(value, decimals);
  if (typeof value === "boolean") return value ? "是" : "否";
  if ("year" in value) return formatDate(value);
  return value.join("、");
}
