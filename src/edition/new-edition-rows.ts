import type { Dataset, FieldValue } from "../schema/dataset.js";

/** The rows with which a dataset begins in a new edition, and what they leave out. */
export interface CarriedRows {
  readonly rows: readonly (readonly FieldValue[])[];
  /** The columns that are empty in them. */
  readonly emptied: readonly string[];
}

/**
 * The rows of a roster without last time's results. Rows that only differed in their results become one.
 *
 * @returns values by the position of the column; no rows for a dataset that begins empty
 */
export function carriedRows(dataset: Dataset): CarriedRows {
  const { definition } = dataset;
  if (!definition.carriedOver) return { rows: [], emptied: [] };
  const seen = new Set<string>();
  const rows: (readonly FieldValue[])[] = [];
  const wholeKey = definition.columns.every((column) => column.carriedOver || !definition.key.includes(column.name));
  for (const row of dataset.rows) {
    const values = definition.columns.map((column, index) => (column.carriedOver ? row.values[index] : undefined));
    if (values.every((value) => value === undefined)) continue;
    const identity = JSON.stringify(values.map((value) => value ?? null));
    if (seen.has(identity) && !(wholeKey && definition.key.length > 0)) continue;
    seen.add(identity);
    rows.push(values);
  }
  return {
    rows,
    emptied: definition.columns.filter((column) => !column.carriedOver).map((column) => column.name),
  };
}
