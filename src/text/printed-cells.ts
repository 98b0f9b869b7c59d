import { cellText, type TableRow } from "../document/tree.js";
import { visible } from "./visible-text.js";

/** One cell as a reader of the printed table sees it from one of its rows. */
export interface PrintedCell {
  /** The first and the last column that it covers. */
  readonly column: number;
  readonly lastColumn: number;
  /** It begins in a row above and reaches into this one. */
  readonly continued: boolean;
  /** Its characters, made visible. */
  readonly text: string;
  readonly align?: "left" | "centre" | "right";
  /** The grid has a hole here: nothing covers this place. Only a tree that breaks its own rules has one. */
  readonly missing?: true;
}

export interface PrintedRow {
  readonly role: TableRow["role"];
  readonly cells: readonly PrintedCell[];
}

/**
 * How much of a merged cell is repeated on the lines of the rows that it reaches into. It stands in full on the first, and the
 * repetition only has to tell which cell it is: without a limit a long text over many rows would grow with their product.
 */
const repeatedLength = 200;

/** A merged cell on its way down. */
interface OpenCell {
  readonly continuation: PrintedCell;
  rowsLeft: number;
}

/**
 * Walks the rows of a grid and tells for each which cells a reader sees in it, from left to right, merged cells included.
 * Every string of the grid comes out, even of a grid with holes or overlaps.
 */
export function* printedRows(rows: readonly TableRow[], columnCount: number): Generator<PrintedRow> {
  const open: (OpenCell | undefined)[] = [];
  for (const row of rows) {
    const printed: PrintedCell[] = [];
    const width = Math.max(columnCount, row.cells.length);
    let coveredTo = -1;
    for (let column = 0; column < width; column += 1) {
      const cell = row.cells[column] ?? null;
      const above = open[column];
      if (cell !== null) {
        const begun = begin(cell, column);
        printed.push(begun);
        open[column] = openBelow(cell, begun);
        coveredTo = Math.max(coveredTo, begun.lastColumn);
      } else if (above !== undefined) {
        printed.push(above.continuation);
        above.rowsLeft -= 1;
        if (above.rowsLeft === 0) open[column] = undefined;
        coveredTo = Math.max(coveredTo, above.continuation.lastColumn);
      } else if (column > coveredTo) {
        printed.push({ column, lastColumn: column, continued: false, text: "", missing: true });
      }
    }
    yield { role: row.role, cells: printed };
  }
}

function begin(cell: Exclude<TableRow["cells"][number], null>, column: number): PrintedCell {
  const text = visible(cellText(cell));
  if (typeof cell === "string") return { column, lastColumn: column, continued: false, text };
  return {
    column,
    lastColumn: column + (cell.columnSpan ?? 1) - 1,
    continued: false,
    text,
    ...(cell.align === undefined ? {} : { align: cell.align }),
  };
}

function openBelow(cell: Exclude<TableRow["cells"][number], null>, begun: PrintedCell): OpenCell | undefined {
  const rowSpan = typeof cell === "string" ? 1 : (cell.rowSpan ?? 1);
  if (rowSpan <= 1) return undefined;
  const { column, lastColumn, text } = begun;
  return { continuation: { column, lastColumn, continued: true, text: shorten(text) }, rowsLeft: rowSpan - 1 };
}

function shorten(text: string): string {
  if (text.length <= repeatedLength) return text;
  const cut = text.slice(0, repeatedLength);
  // A character outside the first plane takes two units; half of it is not a character.
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
