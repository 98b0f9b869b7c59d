import type { GridCell, GridName, Path } from "../diff/edits.js";
import { rowsOf } from "../diff/table/grid.js";
import type { TableRow } from "../document/tree.js";
import { MergeContext, noContext } from "./conflicts.js";
import { type MergedPath, mergeString } from "./merge-fields.js";
import { type MergedItem, mergeOrder } from "./merge-order.js";
import { mergedCells } from "./merged-cells.js";
import { cellText, firstNumber, onlyNumbers, type TableSides } from "./table-sides.js";

/** The rows of a table, or of its header, that are to be merged. */
export interface RowsMerge {
  readonly context: MergeContext;
  readonly sides: TableSides;
  readonly grid: GridName;
  readonly columns: readonly MergedItem[];
  /** Rows that are new on both sides and are the same one. */
  readonly addedOnBoth: ReadonlyMap<number, number>;
  readonly at: MergedPath;
}

/** Merges the rows of a table, or of its header. */
export function mergeRows(merge: RowsMerge): TableRow[] {
  return new Rows(merge).merge();
}

/** In cells with at least so many characters words are merged; shorter ones say one thing. */
const longCell = 20;

class Rows {
  private readonly path: Path;
  private readonly numbers: readonly (number | undefined)[];
  private readonly isNumber: readonly boolean[];
  /** Conflicts of merged cells that were told of in a row above. */
  private readonly told = new Set<string>();
  /** The merged rows by their position on the side that they are looked for on. */
  private readonly byOwn: { hand?: Map<number, MergedItem>; data?: Map<number, MergedItem> } = {};

  constructor(private readonly task: RowsMerge) {
    const { at, grid, sides, columns } = task;
    this.path = [...at.path, grid];
    this.numbers = columns.map((column) => (grid === "rows" ? firstNumber(sides, column) : undefined));
    this.isNumber = columns.map((column) => onlyNumbers(sides, column));
  }

  merge(): TableRow[] {
    const { task } = this;
    const { context, sides, grid, columns } = task;
    const items = mergeOrder(context, {
      hand: sides.aligned.hand[grid],
      data: sides.aligned.data[grid],
      addedOnBoth: task.addedOnBoth,
      hasChanged: (side, base, other) => this.hasChanged(side, base, other),
      shown: (side, index) => this.shown(side, index),
      element: () => "row",
      path: this.path,
      editedPath: [...task.at.editedPath, grid],
    });
    const texts = items.map((row, index) =>
      columns.map((_, position) =>
        this.isCounted(row, position) ? undefined : this.text(row, index, position, items),
      ),
    );
    const joins = mergedCells({ sides, grid, rows: items, columns, texts, prefer: context.prefer });
    const rows = items.map((row, index) => ({
      role: this.role(row),
      cells: columns.map((column, position): GridCell => {
        const align = this.align(row, column);
        return {
          text: texts[index]?.[position] ?? "",
          ...(align === undefined ? {} : { align }),
          joinsAbove: joins.above(index, position),
          joinsLeft: joins.left(index, position),
        };
      }),
    }));
    return rowsOf(this.numbered(rows));
  }

  private hasChanged(side: "hand" | "data", base: number, other: number): boolean {
    const { sides, grid, columns } = this.task;
    return columns.some((column, position) => {
      if (this.isNumber[position] === true) return false;
      const before = cellText(sides, grid, "base", { base }, column);
      const after = cellText(sides, grid, side, { [side]: other }, column);
      return before !== undefined && after !== undefined && before !== after;
    });
  }

  private shown(side: "base" | "hand" | "data", index: number): string {
    const { sides, grid, columns } = this.task;
    return columns
      .flatMap((column, position) => {
        const own = column[side];
        if (this.isNumber[position] === true || own === undefined || sides[side][grid].joinsLeft(index, own)) return [];
        return [sides[side][grid].text(index, own)];
      })
      .join("｜");
  }

  private text(row: MergedItem, index: number, position: number, items: readonly MergedItem[]): string {
    const { sides, grid, columns } = this.task;
    const column = columns[position] ?? {};
    const base = cellText(sides, grid, "base", row, column);
    const hand = cellText(sides, grid, "hand", row, column);
    const data = cellText(sides, grid, "data", row, column);
    if (hand === undefined || data === undefined) return this.oneSided(row, column, items, hand, data);
    if (hand === data || base === hand) return data;
    if (base === data) return hand;
    return this.changedOnBoth(row, column, { base: base ?? "", hand, data }, [...this.path, index, "cells", position]);
  }

  /** A row that one side added follows the merged cell that it belongs to, if the other side changed what that says. */
  private oneSided(
    row: MergedItem,
    column: MergedItem,
    items: readonly MergedItem[],
    hand: string | undefined,
    data: string | undefined,
  ): string {
    const own = data === undefined ? "hand" : "data";
    const text = data ?? hand ?? "";
    const [rowIndex, columnIndex] = [row[own], column[own]];
    if (rowIndex === undefined || columnIndex === undefined || row.base !== undefined) return text;
    const neighbour = this.neighbour(own, rowIndex, columnIndex, items);
    if (neighbour === undefined) return text;
    const { sides, grid } = this.task;
    const before = cellText(sides, grid, "base", neighbour, column);
    const other = cellText(sides, grid, own === "data" ? "hand" : "data", neighbour, column);
    return before === text && other !== undefined ? other : text;
  }

  /** The nearest row of the same merged cell that all three documents have. */
  private neighbour(
    own: "hand" | "data",
    row: number,
    column: number,
    items: readonly MergedItem[],
  ): MergedItem | undefined {
    const grid = this.task.sides[own][this.task.grid];
    this.byOwn[own] ??= new Map(items.flatMap((item) => (item[own] === undefined ? [] : [[item[own], item]])));
    const known = (index: number): MergedItem | undefined => {
      const item = this.byOwn[own]?.get(index);
      return item?.base === undefined || item.hand === undefined || item.data === undefined ? undefined : item;
    };
    for (let index = row; index > 0 && row - index < searchedRows && grid.joinsAbove(index, column); index -= 1) {
      const found = known(index - 1);
      if (found !== undefined) return found;
    }
    for (let index = row + 1; index - row < searchedRows && index < grid.rows.length; index += 1) {
      if (!grid.joinsAbove(index, column)) return undefined;
      const found = known(index);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private changedOnBoth(
    row: MergedItem,
    column: MergedItem,
    texts: { readonly base: string; readonly hand: string; readonly data: string },
    path: Path,
  ): string {
    const { context } = this.task;
    const { base, hand, data } = texts;
    const where = this.isTold(row, column) ? new MergeContext(context.prefer) : context;
    if (row.base !== undefined && [base, hand, data].every((text) => text.length >= longCell)) {
      return mergeString(where, { element: "cell", path }, texts);
    }
    where.add({
      kind: row.base === undefined ? "added" : "changed",
      element: this.task.grid === "headerRows" ? "headerCell" : "cell",
      base,
      hand,
      data,
      context: noContext,
      spot: { path, start: 0, end: Number.MAX_SAFE_INTEGER },
    });
    return context.preferred(hand, data);
  }

  /** A merged cell is in several rows, but it is one place. */
  private isTold(row: MergedItem, column: MergedItem): boolean {
    const { sides, grid } = this.task;
    const key = (["hand", "data"] as const)
      .map((name) => {
        const at = sides[name][grid].anchor(row[name] ?? 0, column[name] ?? 0);
        return `${String(at.row)},${String(at.column)}`;
      })
      .join(" ");
    if (this.told.has(key)) return true;
    this.told.add(key);
    return false;
  }

  private align(row: MergedItem, column: MergedItem): GridCell["align"] {
    const { sides, grid, context } = this.task;
    const of = (name: "base" | "hand" | "data"): GridCell["align"] | "none" => {
      const [rowIndex, columnIndex] = [row[name], column[name]];
      if (rowIndex === undefined || columnIndex === undefined) return "none";
      return sides[name][grid].align(rowIndex, columnIndex);
    };
    const [base, hand, data] = [of("base"), of("hand"), of("data")];
    if (hand === "none") return data === "none" ? undefined : data;
    if (data === "none") return hand;
    // How a cell is set follows from what it says: where both changed, there is nothing to decide.
    return hand === base ? data : data === base ? hand : context.preferred(hand, data);
  }

  private role(row: MergedItem): TableRow["role"] {
    const { sides, grid, context } = this.task;
    const of = (name: "base" | "hand" | "data"): TableRow["role"] | undefined => {
      const index = row[name];
      return index === undefined ? undefined : sides[name][grid].rows[index]?.role;
    };
    const [base, hand, data] = [of("base"), of("hand"), of("data")];
    if (hand === undefined || data === undefined) return data ?? hand ?? "record";
    return hand === base ? data : data === base ? hand : context.preferred(hand, data);
  }

  private numbered(rows: { role: TableRow["role"]; cells: GridCell[] }[]): typeof rows {
    const next = [...this.numbers];
    return rows.map(({ role, cells }, index) => ({
      role,
      cells: cells.map((cell, position) => {
        const number = next[position];
        if (number === undefined) return cell;
        if (role !== "record") return cell;
        if (!cell.joinsAbove || index === 0) {
          next[position] = number + 1;
          return { ...cell, text: String(number) };
        }
        return { ...cell, text: String(number - 1) };
      }),
    }));
  }

  /** Whether a cell is counted once all rows stand in their places. */
  private isCounted(row: MergedItem, position: number): boolean {
    return this.numbers[position] !== undefined && this.role(row) === "record";
  }
}

/** So far a row looks for others of its merged cell. */
const searchedRows = 200;
