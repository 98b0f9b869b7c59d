import { cellText, type Cell, type TableColumn, type TableRow } from "../../document/tree.js";
import type { GridCell } from "../edits.js";

const joinedAbove = 1;
const joinedLeft = 2;

/**
 * The rows of a table (or of its header) with merged cells resolved: every position has the text it shows, whether the cell is its
 * own or reaches over it. Positions are numbered row by row.
 */
export class Grid {
  private constructor(
    readonly rows: readonly TableRow[],
    readonly columnCount: number,
    private readonly texts: readonly string[],
    private readonly joins: Uint8Array,
    /** For each position the one where its cell begins. */
    private readonly anchors: Int32Array,
    /** Whether any cell is aligned differently from its column. */
    readonly hasAlignedCells: boolean,
  ) {}

  /** @returns `undefined` if the cells do not cover every position exactly once, which a damaged document may fail to do */
  static of(rows: readonly TableRow[], columns: readonly TableColumn[]): Grid | undefined {
    const width = columns.length;
    const size = rows.length * width;
    const texts = new Array<string>(size).fill("");
    const joins = new Uint8Array(size);
    const anchors = new Int32Array(size).fill(-1);
    let hasAlignedCells = false;
    for (const [rowIndex, row] of rows.entries()) {
      if (row.cells.length !== width) return undefined;
      for (let column = 0; column < width; column += 1) {
        const position = rowIndex * width + column;
        const cell = row.cells[column] ?? null;
        const isCovered = anchors[position] !== -1;
        if ((cell === null) !== isCovered) return undefined;
        if (cell === null) continue;
        const text = cellText(cell);
        if (typeof cell !== "string" && cell.align !== undefined) hasAlignedCells = true;
        const { columnSpan, rowSpan } = spans(cell);
        if (!isSpan(columnSpan, width - column) || !isSpan(rowSpan, rows.length - rowIndex)) return undefined;
        for (let down = 0; down < rowSpan; down += 1) {
          for (let across = 0; across < columnSpan; across += 1) {
            const covered = position + down * width + across;
            if (anchors[covered] !== -1) return undefined;
            anchors[covered] = position;
            texts[covered] = text;
            joins[covered] = (down > 0 ? joinedAbove : 0) | (across > 0 ? joinedLeft : 0);
          }
        }
      }
    }
    return new Grid(rows, width, texts, joins, anchors, hasAlignedCells);
  }

  text(row: number, column: number): string {
    return this.texts[row * this.columnCount + column] ?? "";
  }

  /** Which neighbours a position is one cell with, as one number, for quick comparison. */
  joined(row: number, column: number): number {
    return this.joins[row * this.columnCount + column] ?? 0;
  }

  joinsAbove(row: number, column: number): boolean {
    return ((this.joins[row * this.columnCount + column] ?? 0) & joinedAbove) !== 0;
  }

  joinsLeft(row: number, column: number): boolean {
    return ((this.joins[row * this.columnCount + column] ?? 0) & joinedLeft) !== 0;
  }

  /** Where the cell begins that a position shows. */
  anchor(row: number, column: number): { readonly row: number; readonly column: number } {
    const position = this.anchors[row * this.columnCount + column] ?? 0;
    return { row: Math.floor(position / this.columnCount), column: position % this.columnCount };
  }

  /** The cell that a position shows. */
  cell(row: number, column: number): string | Cell | null {
    const at = this.anchor(row, column);
    return this.rows[at.row]?.cells[at.column] ?? null;
  }

  align(row: number, column: number): Cell["align"] {
    const cell = this.cell(row, column);
    return cell === null || typeof cell === "string" ? undefined : cell.align;
  }

  gridCell(row: number, column: number): GridCell {
    const align = this.align(row, column);
    return {
      text: this.text(row, column),
      ...(align === undefined ? {} : { align }),
      joinsAbove: this.joinsAbove(row, column),
      joinsLeft: this.joinsLeft(row, column),
    };
  }

  rowCells(row: number): GridCell[] {
    return Array.from({ length: this.columnCount }, (_, column) => this.gridCell(row, column));
  }
}

function spans(cell: string | Cell): { readonly columnSpan: number; readonly rowSpan: number } {
  if (typeof cell === "string") return { columnSpan: 1, rowSpan: 1 };
  return { columnSpan: cell.columnSpan ?? 1, rowSpan: cell.rowSpan ?? 1 };
}

function isSpan(span: number, room: number): boolean {
  return Number.isInteger(span) && span >= 1 && span <= room;
}

/** Makes rows of cells again: the opposite of `Grid.of`. */
export function rowsOf(
  grid: readonly { readonly role: TableRow["role"]; readonly cells: readonly GridCell[] }[],
): TableRow[] {
  const heights = grid.map(({ cells }) => cells.map(() => 1));
  const widths = grid.map(({ cells }) => cells.map(() => 1));
  for (let row = grid.length - 1; row >= 0; row -= 1) {
    const cells = grid[row]?.cells ?? [];
    for (let column = cells.length - 1; column >= 0; column -= 1) {
      const cell = cells[column];
      if (cell?.joinsAbove === true) extend(heights, row - 1, column, heights[row]?.[column] ?? 1);
      if (cell?.joinsLeft === true) extend(widths, row, column - 1, widths[row]?.[column] ?? 1);
    }
  }
  return grid.map(({ role, cells }, row) => ({
    role,
    cells: cells.map(({ text, align, joinsAbove, joinsLeft }, column): string | Cell | null => {
      if (joinsAbove || joinsLeft) return null;
      const rowSpan = heights[row]?.[column] ?? 1;
      const columnSpan = widths[row]?.[column] ?? 1;
      if (rowSpan === 1 && columnSpan === 1 && align === undefined) return text;
      return {
        children: text === "" ? [] : [{ type: "text", value: text }],
        ...(columnSpan === 1 ? {} : { columnSpan }),
        ...(rowSpan === 1 ? {} : { rowSpan }),
        ...(align === undefined ? {} : { align }),
      };
    }),
  }));
}

function extend(sizes: number[][], row: number, column: number, by: number): void {
  const line = sizes[row];
  if (line?.[column] !== undefined) line[column] += by;
}
