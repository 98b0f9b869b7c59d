import type { GridCell, TableGrid } from "../circulars/table-grid.js";

/** Every position of a table with the text printed there; a merged cell counts at each position that it covers. */
export function printedRows(table: TableGrid): string[][] {
  const rows = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, () => ""));
  for (const { text, row, column, rowSpan, columnSpan } of table.cells) {
    for (let below = row; below < row + rowSpan; below += 1) {
      for (let right = column; right < column + columnSpan; right += 1) rows[below]![right] = text;
    }
  }
  return rows;
}

/** The merged cells of some rows as `text at row,column over rows×columns`, counted from 0. */
export function mergedCells(table: TableGrid, isWanted: (cell: GridCell) => boolean = () => true): string[] {
  return table.cells
    .filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1)
    .filter(isWanted)
    .map(
      ({ text, row, column, rowSpan, columnSpan }) =>
        `${text.replaceAll("\n", "")} at ${row},${column} over ${rowSpan}×${columnSpan}`,
    );
}
