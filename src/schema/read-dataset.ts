import { appendAll } from "../document/append-all.js";
import type { Place } from "../document/place.js";
import { diagnose, type DiagnosticCode } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { RawRow, RawTable } from "../input/table/raw-table.js";
import { rowsAtOnce, type Progress } from "../progress/progress.js";
import type { ColumnDefinition, DatasetDefinition } from "./definitions.js";
import { columnIndex, type DataRow, type Dataset, type FieldValue, type TotalRow } from "./dataset.js";
import { lookAlikeNames } from "./look-alike-names.js";
import { isCellFault, readValue, type RawValue } from "./read-value.js";
import { valueDiagnostic } from "./value-issue.js";

/**
 * Validates the rows of one dataset.
 *
 * A cell that is wrong is reported once and is empty in its row; nothing that follows from it is said. So with an error among the
 * diagnostics the dataset serves only to look for further mistakes.
 *
 * @param definition the declared columns
 * @param table the located rows, with cells in the order of the columns
 * @param progress told of the rows
 * @returns the dataset and a diagnostic for every cell that is wrong
 */
export function readDataset(
  definition: DatasetDefinition,
  table: RawTable,
  progress?: Progress,
): { readonly dataset: Dataset; readonly diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  // A column that is missing has been reported; that its cells are empty goes without saying.
  const missing = definition.columns.flatMap((column, position) =>
    column.required && table.found[position] === false ? [position] : [],
  );
  const columns = definition.columns.map((column, position) =>
    missing.includes(position) ? { ...column, required: false } : column,
  );
  const doubtful = new DoubtfulCells(missing);
  const above: RawValue[] = [];
  const rows = table.rows.map((raw, index): DataRow => {
    if (index % rowsAtOnce === 0) progress?.advance(index, table.rows.length);
    const values = columns.map((column, position): FieldValue => {
      let cell: RawValue = raw.cells[position];
      if (isBlank(cell) && column.fillDown) cell = above[position];
      above[position] = cell;
      if (isCellFault(cell)) doubtful.add(index, position);
      const before = diagnostics.length;
      const value = readValue(isBlank(cell) ? column.defaultValue : cell, column, (code, particulars) => {
        doubtful.add(index, position);
        diagnostics.push(valueDiagnostic({ code, particulars }, table.placeOf(index, position)));
      });
      return diagnostics.length > before ? undefined : value;
    });
    return { index, source: raw.source, values };
  });
  const dataset: Dataset = {
    name: definition.name,
    definition,
    file: table.file,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    rows,
    doubtfulColumns: doubtful.columns,
    placeOf: (row, column): Place =>
      column === undefined
        ? table.rowPlace(row.index)
        : table.placeOf(row.index, Math.max(0, columnIndex(definition, column))),
    totals: table.totals.map((raw) => totalRow(definition, table, raw)),
  };
  if (table.rows.length < definition.minimumRows) {
    diagnostics.push(
      diagnose("dataset-too-few-rows", table.headingPlace(0), {
        name: definition.name,
        actual: table.rows.length,
        minimum: definition.minimumRows,
      }),
    );
  }
  for (const column of definition.columns) {
    if (column.unique) appendAll(diagnostics, repeatedRows(dataset, [column.name], doubtful));
  }
  if (definition.key.length > 0) appendAll(diagnostics, repeatedRows(dataset, definition.key, doubtful));
  for (const diagnostic of lookAlikeNames(dataset)) diagnostics.push(diagnostic);
  return { dataset, diagnostics };
}

/** A 合计 row, whose label and remarks need not be what the columns ask for. */
function totalRow(definition: DatasetDefinition, table: RawTable, raw: RawRow): TotalRow {
  return {
    source: raw.source,
    values: readableValues(definition.columns, raw.cells),
    placeOf: (column) => {
      const heading = table.headingPlace(Math.max(0, columnIndex(definition, column)));
      return heading.cell === undefined
        ? heading
        : { ...heading, cell: heading.cell.replace(/\d+$/u, String(raw.source)) };
    },
  };
}

/** The values of a row that are right; the others are left out. */
function readableValues(columns: readonly ColumnDefinition[], cells: readonly RawValue[]): FieldValue[] {
  return columns.map((column, position) => {
    const issues: DiagnosticCode[] = [];
    const value = readValue(cells[position], column, (code) => issues.push(code));
    return issues.length > 0 ? undefined : value;
  });
}

/** The cells whose value is not known: wrong ones, and all those of a column that is missing. */
class DoubtfulCells {
  readonly columns: Set<number>;
  private readonly missing: ReadonlySet<number>;
  private readonly byRow = new Map<number, Set<number>>();

  constructor(missingColumns: readonly number[]) {
    this.missing = new Set(missingColumns);
    this.columns = new Set(missingColumns);
  }

  add(row: number, column: number): void {
    this.columns.add(column);
    const known = this.byRow.get(row);
    if (known === undefined) this.byRow.set(row, new Set([column]));
    else known.add(column);
  }

  has(row: number, column: number): boolean {
    return this.missing.has(column) || this.byRow.get(row)?.has(column) === true;
  }
}

function isBlank(cell: RawValue): boolean {
  return cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** Reports every row that agrees with an earlier one in all the named columns. */
function repeatedRows(dataset: Dataset, columns: readonly string[], doubtful: DoubtfulCells): Diagnostic[] {
  const positions = columns.map((column) => columnIndex(dataset.definition, column));
  const first = new Map<string, DataRow>();
  const diagnostics: Diagnostic[] = [];
  const last = columns[columns.length - 1] ?? "";
  for (const row of dataset.rows) {
    if (positions.some((position) => doubtful.has(row.index, position))) continue;
    const values = positions.map((position) => row.values[position]);
    if (values.every((value) => value === undefined)) continue;
    const key = rowKey(values);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row);
    else {
      diagnostics.push(
        diagnose("row-repeated", dataset.placeOf(row, last), { columns, values: values.map(valueText) }, [
          { place: dataset.placeOf(earlier, last), message: "第一次出现在这里" },
        ]),
      );
    }
  }
  return diagnostics;
}

/** Equal for rows with the same values. What is no text by itself is told apart from texts by a character that no cell holds. */
function rowKey(values: readonly FieldValue[]): string {
  const [only] = values;
  if (values.length === 1 && typeof only === "string") return only;
  return `\u0000${JSON.stringify(values.map((value) => value ?? null))}`;
}

function valueText(value: FieldValue): string {
  if (value === undefined) return "（空）";
  if (typeof value === "object" && "year" in value) {
    return `${String(value.year)}-${String(value.month)}-${String(value.day)}`;
  }
  return typeof value === "object" ? value.join("、") : String(value);
}

/**
 * Checks that every value of a referring column occurs in the column it refers to.
 *
 * @param datasets all datasets of the edition by name
 */
export function checkReferences(datasets: ReadonlyMap<string, Dataset>): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const dataset of datasets.values()) {
    dataset.definition.columns.forEach((column, position) => {
      if (column.reference === undefined) return;
      const target = datasets.get(column.reference.dataset);
      if (target === undefined) return;
      appendAll(diagnostics, missingReferences(dataset, column, position, target));
    });
  }
  return diagnostics;
}

function missingReferences(
  dataset: Dataset,
  column: ColumnDefinition,
  position: number,
  target: Dataset,
): Diagnostic[] {
  const reference = column.reference;
  if (reference === undefined) return [];
  const targetPosition = columnIndex(target.definition, reference.column);
  if (target.doubtfulColumns.has(targetPosition)) return [];
  const known = new Set<string>();
  for (const row of target.rows) for (const item of itemsOf(row.values[targetPosition])) known.add(item);
  const diagnostics: Diagnostic[] = [];
  for (const row of dataset.rows) {
    for (const item of itemsOf(row.values[position])) {
      if (known.has(item)) continue;
      const found = diagnose("reference-missing", dataset.placeOf(row, column.name), {
        name: column.name,
        actual: item,
        dataset: target.name,
        column: reference.column,
        nearest: nearestName(item, known),
      });
      diagnostics.push({ ...found, severity: reference.severity });
    }
  }
  return diagnostics;
}

/** A value as the texts it consists of: the items of a list, otherwise the value itself. */
function itemsOf(value: FieldValue): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === "object") return "year" in value ? [] : value;
  return [String(value)];
}
