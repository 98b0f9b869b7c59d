import type { AlignedTable, Step } from "../../diff/changes.js";
import { type Cell, cellText, type Table, type TableRow, text } from "../../document/tree.js";
import { type MergeStructure, mergeStructure } from "./merge-structure.js";
import { type MarkedRow, pairRows } from "./pair-rows.js";

/** Both drafts of a table in one: all rows that either has. */
export interface MarkedTable {
  readonly table: Table;
  /** Where the rows come from, those of the header first. Indexes count the header rows of each draft first, too. */
  readonly rows: readonly MarkedRow[];
}

/**
 * Puts two drafts of a table into one, with merged cells that reach over the rows of both.
 *
 * @returns `undefined` if their columns differ or cells do not fill the grid: then they can only stand one after the other
 */
export function markedTable(before: Table, after: Table, aligned: AlignedTable | undefined): MarkedTable | undefined {
  if (aligned === undefined || aligned.replaced || !hasSameColumns(before, after, aligned)) return undefined;
  const header = markedRows(before.headerRows, after.headerRows, after, aligned.headerRows);
  const body = markedRows(before.rows, after.rows, after, aligned.rows);
  if (header === undefined || body === undefined) return undefined;
  return {
    table: { ...after, headerRows: header.rows, rows: body.rows },
    rows: [
      ...header.origins,
      ...body.origins.map((row) => belowHeader(row, before.headerRows.length, after.headerRows.length)),
    ],
  };
}

function belowHeader({ before, after }: MarkedRow, headerBefore: number, headerAfter: number): MarkedRow {
  if (before === undefined) return after === undefined ? {} : { after: after + headerAfter };
  return after === undefined
    ? { before: before + headerBefore }
    : { before: before + headerBefore, after: after + headerAfter };
}

function hasSameColumns(before: Table, after: Table, { columns }: AlignedTable): boolean {
  return (
    before.columns.length === after.columns.length &&
    columns.every((step) => step.step === "same" && step.before === step.after)
  );
}

function markedRows(
  before: readonly TableRow[],
  after: readonly TableRow[],
  { columns }: Table,
  steps: readonly Step[],
): { readonly rows: readonly TableRow[]; readonly origins: readonly MarkedRow[] } | undefined {
  const older = mergeStructure(before, columns);
  const newer = mergeStructure(after, columns);
  if (older === undefined || newer === undefined) return undefined;
  const pairs = steps.flatMap(({ step, before: from, after: to }) => (step === "same" ? [[from, to] as const] : []));
  const origins = pairRows(older, newer, columns.length, pairs);
  return { rows: stretchedRows(older, newer, columns.length, origins), origins };
}

/** The rows of both drafts, each merged cell reaching from its first row to the last that either draft has of it. */
function stretchedRows(
  before: MergeStructure,
  after: MergeStructure,
  columnCount: number,
  origins: readonly MarkedRow[],
): readonly TableRow[] {
  const placesBefore = new Int32Array(before.rows.length).fill(-1);
  const placesAfter = new Int32Array(after.rows.length).fill(-1);
  /** How far the cells reach that cover more than one row; by the place of their first row and their column. */
  const ends = new Int32Array(origins.length * columnCount).fill(-1);
  origins.forEach((origin, place) => {
    if (origin.before !== undefined) placesBefore[origin.before] = place;
    if (origin.after !== undefined) placesAfter[origin.after] = place;
    // A row is drawn from the newer draft if it is there.
    const [structure, places] = origin.after === undefined ? [before, placesBefore] : [after, placesAfter];
    const row = origin.after ?? origin.before ?? 0;
    for (let column = 0; column < columnCount; column += 1) {
      const first = structure.originRow(row, column);
      if (first === row || structure.originColumn(row, column) !== column) continue;
      const firstPlace = places[first] ?? -1;
      ends[(firstPlace < 0 ? place : firstPlace) * columnCount + column] = place;
    }
  });
  return origins.map((origin, place) => {
    const source = origin.after === undefined ? before.rows[origin.before ?? 0] : after.rows[origin.after];
    if (source === undefined) return { role: "record", cells: [] };
    const rowSpan = (column: number): number => Math.max(place, ends[place * columnCount + column] ?? -1) - place + 1;
    // Of a long table nearly all rows are as they were.
    if (source.cells.every((cell, column) => cell === null || rowSpanOf(cell) === rowSpan(column))) return source;
    const cells = source.cells.map((cell, column) => (cell === null ? null : withRowSpan(cell, rowSpan(column))));
    return { role: source.role, cells };
  });
}

function rowSpanOf(cell: string | Cell): number {
  return typeof cell === "string" ? 1 : (cell.rowSpan ?? 1);
}

function withRowSpan(cell: string | Cell, rowSpan: number): string | Cell {
  if (rowSpanOf(cell) === rowSpan) return cell;
  return typeof cell === "string" ? { children: [text(cell)], rowSpan } : { ...cell, rowSpan };
}

/** The text of a cell as it is printed: line breaks are one kind. */
export function printedCellText(row: TableRow | undefined, column: number): string {
  const printed = cellText(row?.cells[column] ?? null);
  return printed.includes("\r") ? printed.replace(/\r\n?/g, "\n") : printed;
}
