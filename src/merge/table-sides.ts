import type { AlignedTable } from "../diff/changes.js";
import type { GridName } from "../diff/edits.js";
import { isOrdinal, numbering } from "../diff/table/columns.js";
import { Grid } from "../diff/table/grid.js";
import type { Table } from "../document/tree.js";
import type { Three } from "./merge-fields.js";
import type { MergedItem } from "./merge-order.js";

export type SideName = "base" | "hand" | "data";

/** A table of one of the three documents. */
export interface TableSide {
  readonly table: Table;
  readonly rows: Grid;
  readonly headerRows: Grid;
}

/** Three tables that are merged cell by cell. */
export interface TableSides extends Three<TableSide> {
  /** What became of the first table on both sides. */
  readonly aligned: { readonly hand: AlignedTable; readonly data: AlignedTable };
}

/** @returns `undefined` if the cells of one of the tables do not fit together, so that nothing can be told apart in it */
export function tableSides(
  { base, hand, data }: Three<Table>,
  aligned: { readonly hand: AlignedTable | undefined; readonly data: AlignedTable | undefined },
): TableSides | undefined {
  const [one, two, three] = [tableSide(base), tableSide(hand), tableSide(data)];
  if (one === undefined || two === undefined || three === undefined) return undefined;
  if (aligned.hand === undefined || aligned.data === undefined) return undefined;
  if (aligned.hand.replaced || aligned.data.replaced) return undefined;
  return { base: one, hand: two, data: three, aligned: { hand: aligned.hand, data: aligned.data } };
}

function tableSide(table: Table): TableSide | undefined {
  const rows = Grid.of(table.rows, table.columns);
  const headerRows = Grid.of(table.headerRows, table.columns);
  return rows === undefined || headerRows === undefined ? undefined : { table, rows, headerRows };
}

/** Whether a column of the merged table only numbers the rows, wherever it stands. */
export function onlyNumbers(sides: TableSides, column: MergedItem): boolean {
  return (["base", "hand", "data"] as const).every((name) => {
    const index = column[name];
    return index === undefined || isOrdinal(sides[name].table, sides[name].rows, index);
  });
}

/** The number that the rows are counted from if they are counted without a gap on both sides; `undefined` otherwise. */
export function firstNumber(sides: TableSides, column: MergedItem): number | undefined {
  if (!onlyNumbers(sides, column)) return undefined;
  const starts = new Map<SideName, number>();
  for (const name of ["base", "hand", "data"] as const) {
    const index = column[name];
    if (index === undefined) continue;
    const { count, start } = numbering(sides[name].rows, index);
    if (start !== undefined) starts.set(name, start);
    // The generated file itself may be numbered as it likes: only what people and data make of it counts.
    else if (name !== "base" && (count > 0 || hasRecords(sides[name]))) return undefined;
  }
  const hand = starts.get("hand");
  const data = starts.get("data");
  return hand !== undefined && hand !== starts.get("base") ? hand : (data ?? hand);
}

function hasRecords({ table }: TableSide): boolean {
  return table.rows.some(({ role }) => role === "record");
}

/** The text of a cell, if the row and the column are in that document. */
export function cellText(
  sides: TableSides,
  grid: GridName,
  name: SideName,
  row: MergedItem,
  column: MergedItem,
): string | undefined {
  const [rowIndex, columnIndex] = [row[name], column[name]];
  return rowIndex === undefined || columnIndex === undefined
    ? undefined
    : sides[name][grid].text(rowIndex, columnIndex);
}

/** Whether two positions are one merged cell there; `undefined` if one of them is not in that document. */
export function isOneCell(
  sides: TableSides,
  grid: GridName,
  name: SideName,
  one: readonly [row: MergedItem, column: MergedItem],
  other: readonly [row: MergedItem, column: MergedItem],
): boolean | undefined {
  const positions = [one[0][name], one[1][name], other[0][name], other[1][name]];
  const [row, column, otherRow, otherColumn] = positions;
  if (row === undefined || column === undefined || otherRow === undefined || otherColumn === undefined)
    return undefined;
  const left = sides[name][grid].anchor(row, column);
  const right = sides[name][grid].anchor(otherRow, otherColumn);
  return left.row === right.row && left.column === right.column;
}
