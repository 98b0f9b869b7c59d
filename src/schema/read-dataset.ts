import * as z from "zod";
import type { Place } from "../document/place.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { RawTable } from "../input/table/raw-table.js";
import type { ColumnDefinition, DatasetDefinition } from "./definitions.js";
import { columnIndex, type DataRow, type Dataset, type FieldValue } from "./dataset.js";
import { cellIssueDiagnostic } from "./issues.js";
import { valueSchema, type RawValue } from "./value-schema.js";

/** The schema of one row: a tuple with one validated value per declared column. */
export function rowSchema(definition: DatasetDefinition): z.ZodType<FieldValue[], readonly RawValue[]> {
  return z.tuple(definition.columns.map(valueSchema) as [z.ZodType<FieldValue, RawValue>]) as unknown as z.ZodType<
    FieldValue[],
    readonly RawValue[]
  >;
}

/**
 * Validates the rows of one dataset.
 *
 * @param definition the declared columns
 * @param table the located rows, with cells in the order of the columns
 * @returns the dataset (with the rows that are right) and a diagnostic for every cell that is wrong
 */
export function readDataset(
  definition: DatasetDefinition,
  table: RawTable,
): { readonly dataset: Dataset; readonly diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const schema = rowSchema(definition);
  const rows: DataRow[] = [];
  const above: RawValue[] = [];
  table.rows.forEach((raw, index) => {
    const cells = definition.columns.map((column, position): RawValue => {
      let cell: RawValue = raw.cells[position];
      if (isBlank(cell) && column.fillDown) cell = above[position];
      above[position] = cell;
      return isBlank(cell) ? column.defaultValue : cell;
    });
    const result = schema.safeParse(cells);
    if (result.success) rows.push({ index: rows.length, source: raw.source, values: result.data });
    else {
      for (const issue of result.error.issues) {
        const place = table.placeOf(index, Number(issue.path[0] ?? 0));
        const diagnostic = cellIssueDiagnostic(issue, place);
        if (diagnostic !== undefined) diagnostics.push(diagnostic);
      }
    }
  });
  const positions = new Map(table.rows.map((row, index) => [row.source, index]));
  const dataset: Dataset = {
    name: definition.name,
    definition,
    file: table.file,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    rows,
    placeOf: (row, column): Place => {
      const position = positions.get(row.source) ?? 0;
      if (column === undefined) return table.rowPlace(position);
      return table.placeOf(position, Math.max(0, columnIndex(definition, column)));
    },
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
    if (column.unique) diagnostics.push(...repeatedRows(dataset, [column.name]));
  }
  if (definition.key.length > 0) diagnostics.push(...repeatedRows(dataset, definition.key));
  return { dataset, diagnostics };
}

function isBlank(cell: RawValue): boolean {
  return cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** Reports every row that agrees with an earlier one in all the named columns. */
function repeatedRows(dataset: Dataset, columns: readonly string[]): Diagnostic[] {
  const positions = columns.map((column) => columnIndex(dataset.definition, column));
  const first = new Map<string, DataRow>();
  const diagnostics: Diagnostic[] = [];
  const last = columns[columns.length - 1] ?? "";
  for (const row of dataset.rows) {
    const values = positions.map((position) => row.values[position]);
    if (values.every((value) => value === undefined)) continue;
    const key = JSON.stringify(values.map((value) => value ?? null));
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
      diagnostics.push(...missingReferences(dataset, column, position, target));
    });
  }
  return diagnostics;
}

function missingReferences(dataset: Dataset, column: ColumnDefinition, position: number, target: Dataset): Diagnostic[] {
  const reference = column.reference;
  if (reference === undefined) return [];
  const targetPosition = columnIndex(target.definition, reference.column);
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
