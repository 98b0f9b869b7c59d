import type { SourceCell, SourceTable } from "../source.js";

/** A cell at the place in the grid where it begins. */
export interface GridCell {
  readonly source: SourceCell;
  readonly column: number;
  readonly span: number;
}

/** The cells of a table at their places; `null` where a cell that begins further left covers the place. */
export interface Grid {
  readonly columnCount: number;
  /** Relative widths. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (GridCell | null)[])[];
  /**
   * How many rows each merged cell covers, by cell; 0 for one that is covered from above. Cells of one row are not in it.
   *
   * @param headerCount merged cells end at the border between header rows and the others
   * @param hide told of covered cells that have text of their own, which is not printed
   */
  rowSpans(headerCount: number, hide: (cell: GridCell) => void): ReadonlyMap<GridCell, number>;
}

const emptyCell: SourceCell = {
  text: "",
  paragraph: -1,
  span: 1,
  vertical: "none",
  horizontal: "none",
  align: "left",
  bold: false,
  code: false,
};

/**
 * Puts the cells of a table into a grid in which every row has every column.
 *
 * @param joinColumns columns at whose left edge no cell begins are joined with their neighbours: Word divides a table more finely where
 *   somebody has dragged the lines of some rows
 */
export function layOutGrid(table: SourceTable, joinColumns: boolean): Grid {
  const rows = table.rows.map(({ cells, before, after }) => {
    const placed: { source: SourceCell; column: number; span: number }[] = [];
    let column = 0;
    const add = (source: SourceCell, span: number): void => {
      placed.push({ source, column, span });
      column += span;
    };
    for (let index = 0; index < before; index += 1) add(emptyCell, 1);
    for (const cell of cells) {
      const last = placed.at(-1);
      if (cell.horizontal === "continue" && last !== undefined && last.source.horizontal !== "none") {
        last.span += cell.span;
        column += cell.span;
      } else add(cell, cell.span);
    }
    for (let index = 0; index < after; index += 1) add(emptyCell, 1);
    return { placed, width: column };
  });
  const used = rows.reduce((most, { width }) => Math.max(most, width), 0);
  const total = Math.max(used, table.grid.length, 1);
  const starts = new Array<boolean>(total).fill(!joinColumns);
  starts[0] = true;
  for (const { placed, width } of rows) {
    for (const { column } of placed) starts[column] = true;
    // What is missing at the end of a row becomes empty cells.
    if (width < total && width < used) starts[width] = true;
  }
  const target: number[] = [];
  let columnCount = 0;
  for (let column = 0; column <= total; column += 1) {
    target.push(column < total ? columnCount - (starts[column] === true ? 0 : 1) : columnCount);
    if (column < total && starts[column] === true) columnCount += 1;
  }
  const widths = new Array<number>(columnCount).fill(0);
  for (let column = 0; column < total; column += 1) {
    const index = target[column] ?? 0;
    widths[index] = (widths[index] ?? 0) + (table.grid[column] ?? 0);
  }
  const known = widths.filter((width) => width > 0);
  const usual = known.length === 0 ? 1 : known.reduce((sum, width) => sum + width, 0) / known.length;

  const gridRows = rows.map(({ placed, width }) => {
    const cells = new Array<GridCell | null>(columnCount).fill(null);
    for (const { source, column, span } of placed) {
      const start = target[column] ?? 0;
      const end = target[Math.min(column + span, total)] ?? columnCount;
      cells[start] = { source, column: start, span: Math.max(1, end - start) };
    }
    for (let column = target[Math.min(width, total)] ?? columnCount; column < columnCount; column += 1) {
      cells[column] = { source: emptyCell, column, span: 1 };
    }
    return cells;
  });
  return {
    columnCount,
    widths: widths.map((width) => (width > 0 ? width : usual)),
    rows: gridRows,
    rowSpans: (headerCount, hide) => rowSpans(gridRows, headerCount, hide),
  };
}

function rowSpans(
  rows: Grid["rows"],
  headerCount: number,
  hide: (cell: GridCell) => void,
): ReadonlyMap<GridCell, number> {
  const spans = new Map<GridCell, number>();
  /** The merged cell that may go on in the next row, by its first column. */
  let open = new Map<number, GridCell>();
  rows.forEach((cells, index) => {
    if (index === headerCount) open = new Map();
    const next = new Map<number, GridCell>();
    for (const cell of cells) {
      if (cell === null || cell.source.vertical === "none") continue;
      const above = cell.source.vertical === "continue" ? open.get(cell.column) : undefined;
      if (above?.span === cell.span) {
        spans.set(above, (spans.get(above) ?? 1) + 1);
        spans.set(cell, 0);
        next.set(cell.column, above);
        if (cell.source.text.trim() !== "") hide(cell);
      } else next.set(cell.column, cell);
    }
    open = next;
  });
  return spans;
}
