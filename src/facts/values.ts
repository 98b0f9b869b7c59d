import { appendAll } from "../document/append-all.js";
import type { Place } from "../document/place.js";
import type { Inline, Provenance, RowSet } from "../document/tree.js";
import type { DataRow, Dataset, FieldValue } from "../schema/dataset.js";
import type { CivilDate } from "./numbers/civil-date.js";

/**
 * What an expression in a template can yield. Every value knows where it came from, so that whatever is printed can be traced to the
 * cells it was counted from.
 */
export type FactValue = ScalarValue | ListValue | RowsValue | RecordValue | GroupValue | RunValue | AbsentValue;

/** A single value with its printed form. */
export interface ScalarValue {
  readonly kind: "scalar";
  readonly raw: string | number | boolean | CivilDate;
  /** As it is printed. */
  readonly text: string;
  readonly provenance: Provenance;
}

/** Several values in order. */
export interface ListValue {
  readonly kind: "list";
  readonly items: readonly FactValue[];
  readonly provenance: Provenance;
}

/** Some rows of a dataset, in order. */
export interface RowsValue {
  readonly kind: "rows";
  readonly dataset: Dataset;
  readonly rows: readonly DataRow[];
  readonly expression: string;
}

/** One row of a dataset; its columns are reachable by name. */
export interface RecordValue {
  readonly kind: "record";
  readonly dataset: Dataset;
  readonly row: DataRow;
}

/** Named values; `whole` is what is printed if the group itself is (a period, a range of dates). */
export interface GroupValue {
  readonly kind: "group";
  readonly entries: ReadonlyMap<string, FactValue>;
  readonly whole?: ScalarValue;
  readonly provenance: Provenance;
}

/** Running text of several nodes: names joined by 、 each with a provenance of its own. */
export interface RunValue {
  readonly kind: "run";
  readonly children: readonly Inline[];
}

/** Something that may be left out and was. */
export interface AbsentValue {
  readonly kind: "absent";
  /** What it is called, for the message if it is printed after all. */
  readonly name: string;
  readonly place: Place | undefined;
}

/** Provenance of something that was worked out from other values. */
export function derivedFrom(expression: string, values: readonly FactValue[]): Provenance {
  const places: Place[] = [];
  const rows: RowSet[] = [];
  for (const value of values) {
    switch (value.kind) {
      case "scalar":
      case "list":
      case "group":
        appendAll(places, value.provenance.places);
        appendAll(rows, value.provenance.rows);
        break;
      case "rows":
        rows.push(rowSet(value.dataset, value.rows));
        break;
      case "record":
        rows.push(rowSet(value.dataset, [value.row]));
        break;
      case "run":
        for (const child of value.children) {
          if (child.type === "value") {
            appendAll(places, child.provenance.places);
            appendAll(rows, child.provenance.rows);
          }
        }
        break;
      case "absent":
        break;
    }
  }
  return { expression, places, rows: mergeRowSets(rows) };
}

/** The rows as the tree keeps them: where they stand in the file. */
export function rowSet(dataset: Dataset, rows: readonly DataRow[]): RowSet {
  return {
    dataset: dataset.name,
    file: dataset.file,
    ...(dataset.sheet === undefined ? {} : { sheet: dataset.sheet }),
    rows: sourcesOf(rows),
  };
}

/** Ascending, each once: in YAML two rows can stand on one line. */
function sourcesOf(rows: readonly DataRow[]): readonly number[] {
  const sources = rows.map((row) => row.source);
  const inOrder = sources.every((source, index) => index === 0 || source > (sources[index - 1] ?? 0));
  return inOrder ? sources : [...new Set(sources)].sort((a, b) => a - b);
}

/** One entry per dataset, every row once. */
function mergeRowSets(sets: readonly RowSet[]): RowSet[] {
  if (sets.length < 2) return [...sets];
  const merged = new Map<string, RowSet>();
  for (const set of sets) {
    const key = JSON.stringify([set.dataset, set.file, set.sheet ?? null]);
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined ? set : { ...known, rows: [...new Set([...known.rows, ...set.rows])].sort((a, b) => a - b) },
    );
  }
  return [...merged.values()];
}

/** The value of one cell of a row. */
export function cellValue(
  dataset: Dataset,
  row: DataRow,
  column: string,
  format: (value: Exclude<FieldValue, undefined>) => string,
): FactValue {
  const position = dataset.definition.columns.findIndex((candidate) => candidate.name === column);
  const value = row.values[position];
  const place = dataset.placeOf(row, column);
  if (value === undefined) return { kind: "absent", name: column, place };
  const provenance: Provenance = { expression: column, places: [place], rows: [rowSet(dataset, [row])] };
  if (isTexts(value)) {
    return {
      kind: "list",
      items: value.map((item): ScalarValue => ({ kind: "scalar", raw: item, text: item, provenance })),
      provenance,
    };
  }
  return { kind: "scalar", raw: value, text: format(value), provenance };
}

function isTexts(value: FieldValue): value is readonly string[] {
  return Array.isArray(value);
}

/** What counts as “there is something”: for conditions. Zero, an empty list, 否 and what was left out do not. */
export function isTruthy(value: FactValue): boolean {
  switch (value.kind) {
    case "absent":
      return false;
    case "scalar":
      return value.raw !== 0 && value.raw !== false && value.text !== "";
    case "list":
      return value.items.length > 0;
    case "rows":
      return value.rows.length > 0;
    case "run":
      return value.children.length > 0;
    case "record":
    case "group":
      return true;
  }
}

/** Where a value comes from, as nearly as one place can say; `undefined` if it comes from no data. */
export function placeOfValue(value: FactValue): Place | undefined {
  if (value.kind === "rows") return placeOfRows(value);
  if (value.kind !== "scalar") return undefined;
  const [place] = value.provenance.places;
  if (place !== undefined) return place;
  const [set] = value.provenance.rows;
  if (set === undefined) return undefined;
  return set.sheet === undefined
    ? { file: set.file, ...(set.rows[0] === undefined ? {} : { line: set.rows[0] }) }
    : { file: set.file, sheet: set.sheet };
}

/** The sheet or the file that rows stand in, whether there are any or not. */
export function placeOfRows({ dataset }: RowsValue): Place {
  return dataset.sheet === undefined ? { file: dataset.file } : { file: dataset.file, sheet: dataset.sheet };
}
