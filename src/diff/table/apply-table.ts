import type { Table, TableColumn, TableRow } from "../../document/tree.js";
import type { GridCell, GridName, TableEdit } from "../edits.js";
import { fill } from "../sequence/fill.js";
import { numbering } from "./columns.js";
import { Grid, rowsOf } from "./grid.js";

interface GridRow {
  readonly role: TableRow["role"];
  cells: GridCell[];
}

/**
 * Does to a table what the edits say: columns first, then rows, cells and running numbers.
 *
 * @param edits of this table, in any order
 */
export function applyTableEdits(table: Table, edits: readonly TableEdit[]): Table {
  for (const edit of edits) if (edit.edit === "replace table") return edit.table as Table;
  const columns = applyToColumns(table.columns, edits);
  const starts = new Map<number, number>();
  const rows = gridRows(table, "rows");
  for (const edit of edits) {
    if (edit.edit !== "renumber column") continue;
    const start = startOf(table, columns.origins[edit.column] ?? -1);
    if (start !== undefined) starts.set(edit.column, start);
  }
  const edited = applyToRows(rows, columns.origins, edits, "rows");
  for (const [column, start] of starts) renumber(edited, column, start);
  return {
    type: "table",
    columns: columns.columns,
    headerRows: rowsOf(applyToRows(gridRows(table, "headerRows"), columns.origins, edits, "headerRows")),
    rows: rowsOf(edited),
    key: [],
  };
}

function gridRows(table: Table, name: GridName): GridRow[] {
  const grid = Grid.of(table[name], table.columns);
  return table[name].map(({ role }, row) => ({ role, cells: grid?.rowCells(row) ?? [] }));
}

function startOf(table: Table, column: number): number | undefined {
  const grid = Grid.of(table.rows, table.columns);
  return grid === undefined ? undefined : numbering(grid, column).start;
}

/** The columns, and for each the position it had (−1 if it is new). */
function applyToColumns(
  columns: readonly TableColumn[],
  edits: readonly TableEdit[],
): { readonly columns: TableColumn[]; readonly origins: readonly number[] } {
  const placed = new Map<number, { readonly column: TableColumn; readonly origin: number }>();
  const gone = new Set<number>();
  const edited = columns.map((column) => ({ ...column }));
  const moves = new Map<number, number>();
  for (const edit of edits) {
    if (edit.edit === "insert column") placed.set(edit.index, { column: edit.column, origin: -1 });
    else if (edit.edit === "remove column") gone.add(edit.before);
    else if (edit.edit === "move column") moves.set(edit.before, edit.index);
    else if (edit.edit === "set column") Object.assign(edited[edit.before] ?? {}, { [edit.field]: edit.value });
  }
  const rest: { readonly column: TableColumn; readonly origin: number }[] = [];
  edited.forEach((column, origin) => {
    const target = moves.get(origin);
    if (target !== undefined) placed.set(target, { column, origin });
    else if (!gone.has(origin)) rest.push({ column, origin });
  });
  const result = fill(placed, rest);
  return { columns: result.map(({ column }) => column), origins: result.map(({ origin }) => origin) };
}

function applyToRows(
  rows: readonly GridRow[],
  columnOrigins: readonly number[],
  edits: readonly TableEdit[],
  grid: GridName,
): GridRow[] {
  const placed = new Map<number, GridRow>();
  const gone = new Set<number>();
  const moves = new Map<number, number>();
  for (const edit of edits) {
    if (!("grid" in edit) || edit.grid !== grid) continue;
    if (edit.edit === "insert row") placed.set(edit.index, { role: edit.role, cells: [...edit.cells] });
    else if (edit.edit === "remove row") gone.add(edit.before);
    else if (edit.edit === "move row") moves.set(edit.before, edit.index);
  }
  const blank: GridCell = { text: "", joinsAbove: false, joinsLeft: false };
  const rest: GridRow[] = [];
  rows.forEach(({ role, cells }, index) => {
    const row = { role, cells: columnOrigins.map((origin) => cells[origin] ?? blank) };
    const target = moves.get(index);
    if (target !== undefined) placed.set(target, row);
    else if (!gone.has(index)) rest.push(row);
  });
  const result = fill(placed, rest);
  for (const edit of edits) {
    if (edit.edit === "insert column") {
      const cells = grid === "rows" ? edit.cells : edit.headerCells;
      cells.forEach((cell, row) => {
        const target = result[row];
        if (cell !== undefined && target !== undefined) target.cells[edit.index] = cell;
      });
    } else if (edit.edit === "set cell" && edit.grid === grid) {
      const target = result[edit.row];
      if (target !== undefined) target.cells[edit.column] = edit.cell;
    }
  }
  return result;
}

function renumber(rows: readonly GridRow[], column: number, start: number): void {
  let number = start - 1;
  for (const { role, cells } of rows) {
    const cell = cells[column];
    if (role !== "record" || cell === undefined) continue;
    if (!cell.joinsAbove) number += 1;
    cells[column] = { ...cell, text: String(number) };
  }
}
