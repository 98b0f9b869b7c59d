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
      ...body.origins.map((row) => ({
        ...(row.before === undefined ? {} : { before: row.before + before.headerRows.length }),
        ...(row.after === undefined ? {} : { after: row.after + after.headerRows.length }),
      })),
    ],
  };
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
  const placesBefore = new Map<number, number>();
  const placesAfter = new Map<number, number>();
  /** How far the cells reach that cover more than one row; by the place of their first row and their column. */
  const ends = new Map<number, number>();
  origins.forEach((origin, place) => {
    if (origin.before !== undefined) placesBefore.set(origin.before, place);
    if (origin.after !== undefined) placesAfter.set(origin.after, place);
    const [structure, row, places] = sourceOf(origin, before, after, placesBefore, placesAfter);
    for (let column = 0; column < columnCount; column += 1) {
      const first = structure.originRow(row, column);
      if (first === row || structure.originColumn(row, column) !== column) continue;
      ends.set((places.get(first) ?? place) * columnCount + column, place);
    }
  });
  return origins.map((origin, place) => {
    const [structure, row] = sourceOf(origin, before, after, placesBefore, placesAfter);
    const source = structure.rows[row];
    if (source === undefined) return { role: "record", cells: [] };
    const cells = source.cells.map((cell, column): string | Cell | null => {
      if (cell === null) return null;
      const rowSpan = (ends.get(place * columnCount + column) ?? place) - place + 1;
      return withRowSpan(cell, rowSpan);
    });
    // Of a long table nearly all rows are as they were.
    return cells.every((cell, column) => cell === source.cells[column]) ? source : { role: source.role, cells };
  });
}

/** The draft that a row is drawn from: the newer one if it is there. */
function sourceOf(
  { before: beforeRow, after: afterRow }: MarkedRow,
  before: MergeStructure,
  after: MergeStructure,
  placesBefore: ReadonlyMap<number, number>,
  placesAfter: ReadonlyMap<number, number>,
): readonly [MergeStructure, number, ReadonlyMap<number, number>] {
  return afterRow === undefined ? [before, beforeRow ?? 0, placesBefore] : [after, afterRow, placesAfter];
}

function withRowSpan(cell: string | Cell, rowSpan: number): string | Cell {
  if (typeof cell === "string") return rowSpan === 1 ? cell : { children: [text(cell)], rowSpan };
  return (cell.rowSpan ?? 1) === rowSpan ? cell : { ...cell, rowSpan };
}

/** The text of a cell as it is printed: line breaks are one kind. */
export function printedCellText(row: TableRow | undefined, column: number): string {
  return cellText(row?.cells[column] ?? null).replace(/\r\n?/g, "\n");
}
