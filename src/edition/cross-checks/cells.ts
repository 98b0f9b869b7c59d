import { formatValue } from "../../facts/format.js";
import { parseDecimal } from "../../facts/numbers/decimal.js";
import type { FactValue } from "../../facts/values.js";
import { columnIndex, type DataRow, type Dataset, type FieldValue } from "../../schema/dataset.js";

/** Reads one column of any row. */
export function columnReader(dataset: Dataset, column: string): (row: DataRow) => FieldValue {
  const position = columnIndex(dataset.definition, column);
  return (row) => row.values[position];
}

/** A value as the texts it consists of: the items of a list, otherwise the value itself; none if it is empty. */
export function textItems(value: FieldValue): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "object" && !("year" in value) ? value : [formatValue(value)];
}

/** A value as one text; empty if there is none. */
export function cellText(value: FieldValue): string {
  return value === undefined ? "" : formatValue(value);
}

/** A number, also one that stands in a column of numbers and words; `undefined` for words and empty cells. */
export function numberOf(value: FieldValue): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" ? parseDecimal(value) : undefined;
}

/** The number that an expression came to. */
export function numberOfFact(value: FactValue): number | undefined {
  return value.kind === "scalar" ? numberOf(value.raw) : undefined;
}

/** Texts that differ only in width and blanks are the same name. */
export function plainName(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

/** Longer lists in several columns at once would make too many combinations to be meant. */
const mostCombinations = 1000;

/**
 * What a row names in some columns: each way to take one item of each column. A row that leaves a column empty names nothing.
 *
 * @param readers of the columns
 */
export function namedBy(
  row: DataRow,
  readers: readonly ((row: DataRow) => FieldValue)[],
): readonly (readonly string[])[] {
  let combinations: (readonly string[])[] = [[]];
  for (const read of readers) {
    const items = textItems(read(row));
    combinations = combinations.flatMap((known) => items.map((item) => [...known, item])).slice(0, mostCombinations);
  }
  return combinations;
}

/** One text for several names; equal exactly if all of them are. */
export function joinedKey(names: readonly string[]): string {
  return names.length === 1 ? plainName(names[0] ?? "") : JSON.stringify(names.map(plainName));
}
