import type { Cell, TableColumn, TableRow } from "../../document/tree.js";

/** The vertical and horizontal reach of the cells of some rows (those of the header, or those below it). */
export interface MergeStructure {
  readonly rows: readonly TableRow[];
  /** The row in which the cell begins that this position shows. */
  readonly originRow: (row: number, column: number) => number;
  /** The column in which it begins. */
  readonly originColumn: (row: number, column: number) => number;
}

/**
 * Works out which cell each position shows.
 *
 * @returns `undefined` if the cells do not cover every position exactly once, which a damaged document may fail to do
 */
export function mergeStructure(rows: readonly TableRow[], columns: readonly TableColumn[]): MergeStructure | undefined {
  const width = columns.length;
  const origins = new Int32Array(rows.length * width).fill(-1);
  for (let row = 0; row < rows.length; row += 1) {
    const cells = rows[row]?.cells ?? [];
    if (cells.length !== width) return undefined;
    for (let column = 0; column < width; column += 1) {
      const cell = cells[column] ?? null;
      const position = row * width + column;
      if ((cell === null) !== (origins[position] !== -1)) return undefined;
      if (cell === null) continue;
      const { rowSpan, columnSpan } = spansOf(cell);
      if (!isSpan(rowSpan, rows.length - row) || !isSpan(columnSpan, width - column)) return undefined;
      for (let down = 0; down < rowSpan; down += 1) {
        for (let across = 0; across < columnSpan; across += 1) {
          const covered = position + down * width + across;
          if (origins[covered] !== -1) return undefined;
          origins[covered] = position;
        }
      }
    }
  }
  return {
    rows,
    originRow: (row, column) => Math.floor((origins[row * width + column] ?? 0) / width),
    originColumn: (row, column) => (origins[row * width + column] ?? 0) % width,
  };
}

function spansOf(cell: string | Cell): { readonly rowSpan: number; readonly columnSpan: number } {
  return typeof cell === "string"
    ? { rowSpan: 1, columnSpan: 1 }
    : { rowSpan: cell.rowSpan ?? 1, columnSpan: cell.columnSpan ?? 1 };
}

function isSpan(span: number, room: number): boolean {
  return Number.isInteger(span) && span >= 1 && span <= room;
}
