import type { Place } from "../document/place.js";
import type { DataRow } from "../schema/dataset.js";
import type { Edition } from "./load-edition.js";

/**
 * Finds where the value of a record stands, for cells of a document's tables, which know their row and column only.
 *
 * @returns a function from the name of a dataset, the row number in the sheet (the line in a YAML file) and the name of a column;
 *   `undefined` where there is no such record
 */
export function placesOfRecords(
  edition: Edition,
): (dataset: string, source: number, column: string) => Place | undefined {
  const rows = new Map<string, ReadonlyMap<number, DataRow>>();
  return (name, source, column) => {
    const dataset = edition.datasets.get(name);
    if (dataset === undefined) return undefined;
    let bySource = rows.get(name);
    if (bySource === undefined) {
      bySource = new Map(dataset.rows.map((row) => [row.source, row]));
      rows.set(name, bySource);
    }
    const row = bySource.get(source);
    return row === undefined ? undefined : dataset.placeOf(row, column);
  };
}
