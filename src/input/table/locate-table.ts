import type { Place } from "../../document/place.js";
import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { cellAddress, columnLetters, type CellValue, type Sheet, type SheetRow } from "../workbook.js";
import { indexHeadings } from "./heading.js";
import {
  findHeadingRow,
  headingCell,
  headingSearchDepth,
  type HeadingBlock,
  type SheetHeading,
} from "./heading-row.js";
import type { RawRow, RawTable, WantedColumn } from "./raw-table.js";
import { isRunningNumber, RowClassifier } from "./row-kind.js";

/**
 * Finds a table in a sheet as clerks keep it: titles above the headings, columns in any order, notes and totals below.
 *
 * heading row → columns by name or alias → rows sorted into data, totals and what is neither → doubtful cells of data rows reported
 *
 * Hidden rows are data, with a warning. Merged cells show their value in every cell they cover, as the workbook port gives them.
 *
 * @param file as it is shown in messages
 * @returns no table if there is no heading row; a table with missing columns otherwise, so that the rest can be checked too
 */
export function locateTable(
  sheet: Sheet,
  file: string,
  wanted: readonly WantedColumn[],
): { table?: RawTable; diagnostics: Diagnostic[] } {
  const place = { file, sheet: sheet.name };
  const names = wanted.map((column) => column.name);
  if (sheet.rows.length === 0) return { diagnostics: [diagnose("table-empty", place, { headings: names })] };

  const columnOf = indexHeadings(wanted);
  const { block, closest } = findHeadingRow(sheet, columnOf, wanted.filter((column) => column.required).length);
  if (block === undefined) {
    const searched = Math.min(headingSearchDepth, sheet.rows.at(-1)?.number ?? 0);
    const at = closest === undefined ? place : { ...place, cell: cellAddress(closest.row - 1, 0) };
    return { diagnostics: [diagnose("table-no-heading-row", at, { headings: names, closest, searched })] };
  }

  const { headings, diagnostics } = assignHeadings(block, place, wanted, columnOf);
  const columns = headings.map((heading) => heading?.column);
  const classifier = new RowClassifier(sheet, block, wanted, columns);
  const data: SheetRow[] = [];
  const totals: SheetRow[] = [];
  for (const row of sheet.rows.slice(block.nextIndex)) {
    const kind = classifier.classify(row);
    if (kind === "data") data.push(row);
    if (kind === "total") totals.push(row);
    if (kind === "example" || kind === "text") {
      const cell = cellAddress(row.number - 1, firstFilled(row));
      diagnostics.push(
        kind === "example"
          ? diagnose("row-example", { ...place, cell }, { row: row.number })
          : diagnose(
              "row-text-skipped",
              { ...place, cell },
              { row: row.number, text: shownText(row.cells[firstFilled(row)]) },
            ),
      );
    }
  }
  const table = new SheetTable(sheet.name, file, block, headings, data, totals);
  diagnostics.push(
    ...hiddenRows(data, place),
    ...coveredValues(sheet, data, columns, wanted, place),
    ...mergedColumns(sheet, data, columns, wanted, place),
    ...faults(table, wanted),
  );
  return { table, diagnostics };
}

interface SheetPlace {
  readonly file: string;
  readonly sheet: string;
}

/**
 * Gives each wanted column its heading; reports columns that are missing, misspelt, twice there, or not wanted. With a required column
 * missing nothing is said of those that are not wanted: the message about it lists all headings.
 */
function assignHeadings(
  block: HeadingBlock,
  place: SheetPlace,
  wanted: readonly WantedColumn[],
  columnOf: ReadonlyMap<string, number>,
): { headings: readonly (SheetHeading | undefined)[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const headings = new Array<SheetHeading | undefined>(wanted.length).fill(undefined);
  const unused: SheetHeading[] = [];
  const placeOf = (heading: SheetHeading): Place => ({ ...place, cell: headingCell(heading) });
  for (const heading of block.headings) {
    const index = columnOf.get(heading.normalised);
    const name = index === undefined ? undefined : wanted[index]?.name;
    if (index === undefined || name === undefined) {
      unused.push(heading);
      continue;
    }
    const first = headings[index];
    if (first === undefined) {
      headings[index] = heading;
      continue;
    }
    const related = [{ place: placeOf(first), message: "另一列在这里" }];
    const particulars = { name, heading: heading.text, firstHeading: first.text };
    diagnostics.push(diagnose("column-duplicate", placeOf(heading), particulars, related));
  }

  const suspected = new Set<SheetHeading>();
  const missing = wanted.filter((_, index) => headings[index] === undefined);
  const missingRequired = missing.filter((column) => column.required);
  for (const column of missingRequired) {
    const suspect = nearestHeading(column, unused);
    if (suspect !== undefined) suspected.add(suspect);
    const at = suspect ?? block.headings[0];
    const existing = block.headings.map((heading) => heading.text);
    const { name, aliases } = column;
    const particulars = { name, aliases, existing, nearest: suspect?.text };
    diagnostics.push(diagnose("column-missing", at === undefined ? place : placeOf(at), particulars));
  }
  const idle = unused.filter((heading) => !suspected.has(heading) && !isRunningNumber(heading.normalised));
  for (const column of missing.filter((candidate) => !candidate.required)) {
    const rest = idle.filter((heading) => !suspected.has(heading));
    const suspect = nearestHeading(column, rest);
    if (suspect === undefined) continue;
    suspected.add(suspect);
    const particulars = { heading: suspect.text, name: column.name };
    diagnostics.push(diagnose("column-nearly-named", placeOf(suspect), particulars));
  }

  const ignored = idle.filter((heading) => !suspected.has(heading));
  const [firstIgnored] = ignored;
  if (firstIgnored !== undefined && missingRequired.length === 0) {
    const texts = ignored.map((heading) => heading.text);
    diagnostics.push(diagnose("columns-unused", placeOf(firstIgnored), { headings: texts }));
  }
  return { headings, diagnostics };
}

/** The heading that was probably meant for a column, by its name rather than by an alias. */
function nearestHeading(column: WantedColumn, headings: readonly SheetHeading[]): SheetHeading | undefined {
  const texts = headings.map((heading) => heading.text);
  for (const name of [column.name, ...column.aliases]) {
    const nearest = nearestName(name, texts);
    if (nearest !== undefined) return headings.find((heading) => heading.text === nearest);
  }
  return undefined;
}

class SheetTable implements RawTable {
  readonly rows: readonly RawRow[];
  readonly totals: readonly RawRow[];
  readonly found: readonly boolean[];
  private readonly headings: readonly (SheetHeading | undefined)[];
  private readonly headingRowCell: string;
  private readonly firstColumn: number;

  constructor(
    readonly sheet: string,
    readonly file: string,
    block: HeadingBlock,
    headings: readonly (SheetHeading | undefined)[],
    data: readonly SheetRow[],
    totals: readonly SheetRow[],
  ) {
    const toRaw = (row: SheetRow): RawRow => ({
      source: row.number,
      cells: headings.map((heading) => (heading === undefined ? undefined : row.cells[heading.column])),
    });
    this.rows = data.map(toRaw);
    this.totals = totals.map(toRaw);
    this.found = headings.map((heading) => heading !== undefined);
    this.headings = headings;
    const [firstHeading] = block.headings;
    this.headingRowCell = firstHeading === undefined ? "A1" : headingCell(firstHeading);
    this.firstColumn = Math.min(...headings.flatMap((heading) => heading?.column ?? []));
  }

  placeOf(rowIndex: number, columnIndex: number): Place {
    return this.cellPlace(rowIndex, this.headings[columnIndex]?.column ?? this.firstColumn);
  }

  headingPlace(columnIndex: number): Place {
    const heading = this.headings[columnIndex];
    return {
      file: this.file,
      sheet: this.sheet,
      cell: heading === undefined ? this.headingRowCell : headingCell(heading),
    };
  }

  rowPlace(rowIndex: number): Place {
    return this.cellPlace(rowIndex, this.firstColumn);
  }

  private cellPlace(rowIndex: number, column: number): Place {
    const row = this.rows[rowIndex]?.source ?? 1;
    return { file: this.file, sheet: this.sheet, cell: cellAddress(row - 1, column) };
  }
}

function hiddenRows(data: readonly SheetRow[], place: SheetPlace): Diagnostic[] {
  const hidden = data.filter((row) => row.hidden).map((row) => row.number);
  const [first] = hidden;
  if (first === undefined) return [];
  const at = { ...place, cell: `A${String(first)}` };
  return [diagnose("rows-hidden", at, { rows: listRanges(hidden), count: hidden.length })];
}

/** 3、5至8 */
function listRanges(numbers: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.to === number - 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${String(from)}至${String(to)}`)).join("、");
}

/** Values under a merged cell, which nobody sees in Excel: probably left over, possibly the real ones. */
function coveredValues(
  sheet: Sheet,
  data: readonly SheetRow[],
  columns: readonly (number | undefined)[],
  wanted: readonly WantedColumn[],
  place: SheetPlace,
): Diagnostic[] {
  if (sheet.coveredValues.length === 0) return [];
  const dataRows = new Set(data.map((row) => row.number));
  const nameByLetters = new Map<string, string>();
  columns.forEach((column, index) => {
    if (column !== undefined) nameByLetters.set(columnLetters(column), wanted[index]?.name ?? "");
  });
  return sheet.coveredValues.flatMap(({ cell, value, shownCell }) => {
    const match = /^([A-Z]+)(\d+)$/.exec(cell);
    const column = nameByLetters.get(match?.[1] ?? "");
    if (column === undefined || !dataRows.has(Number(match?.[2]))) return [];
    const related = [{ place: { ...place, cell: shownCell }, message: "看得见的值在这里" }];
    return [
      diagnose("cell-covered-value", { ...place, cell }, { column, value: shownText(value), shownCell }, related),
    ];
  });
}

/** One value that fills several columns of a data row is hardly right for all of them. */
function mergedColumns(
  sheet: Sheet,
  data: readonly SheetRow[],
  columns: readonly (number | undefined)[],
  wanted: readonly WantedColumn[],
  place: SheetPlace,
): Diagnostic[] {
  return sheet.merges.flatMap((merge) => {
    if (merge.left === merge.right) return [];
    const names = wanted
      .filter((_, index) => {
        const column = columns[index];
        return column !== undefined && merge.left <= column && column <= merge.right;
      })
      .map((column) => column.name);
    if (names.length < 2 || !hasRowBetween(data, merge.top + 1, merge.bottom + 1)) return [];
    const cell = cellAddress(merge.top, merge.left);
    return [diagnose("cell-merged-columns", { ...place, cell }, { columns: names })];
  });
}

/** Whether one of the rows, which ascend, has a number from `first` to `last`. */
function hasRowBetween(rows: readonly SheetRow[], first: number, last: number): boolean {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? Infinity) < first) low = middle + 1;
    else high = middle;
  }
  return (rows[low]?.number ?? Infinity) <= last;
}

/** Cells without a usable value; one that is merged down over several rows is reported once. */
function faults(table: RawTable, wanted: readonly WantedColumn[]): Diagnostic[] {
  const seen = new Set<unknown>();
  const diagnostics: Diagnostic[] = [];
  table.rows.forEach((row, rowIndex) => {
    row.cells.forEach((cell, columnIndex) => {
      if (typeof cell !== "object" || !("kind" in cell) || seen.has(cell)) return;
      const column = wanted[columnIndex]?.name ?? "";
      const place = table.placeOf(rowIndex, columnIndex);
      if (cell.kind === "error") diagnostics.push(diagnose("cell-error", place, { column, error: cell.error }));
      else if (cell.kind === "formulaWithoutValue") {
        diagnostics.push(diagnose("cell-formula-without-value", place, { column, formula: cell.formula }));
      } else return;
      seen.add(cell);
    });
  });
  return diagnostics;
}

function firstFilled(row: SheetRow): number {
  return Math.max(
    0,
    row.cells.findIndex((value) => value !== undefined),
  );
}

/** A value as a person would recognise it in a message. */
function shownText(value: CellValue | undefined): string {
  if (typeof value !== "object") return String(value ?? "");
  switch (value.kind) {
    case "date":
      return `${String(value.year)}年${String(value.month)}月${String(value.day)}日`;
    case "time":
      return `${String(value.hour)}:${String(value.minute).padStart(2, "0")}`;
    case "percent":
      return String(value.value);
    case "longNumber":
      return value.text;
    case "error":
      return value.error;
    case "formulaWithoutValue":
      return value.formula;
  }
}
