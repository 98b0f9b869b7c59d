import type { TableRow } from "../../document/tree.js";
import type { RowDetail, Side, Step } from "../changes.js";
import { wholeSpan, type Draft, type RowSource } from "../draft.js";
import type { GridName } from "../edits.js";
import type { Grid } from "./grid.js";
import { isOrdinal } from "./columns.js";
import type { ColumnPair } from "./keys.js";
import type { TableContext, TableSide } from "./table-context.js";
import { textSpans } from "../words/text-spans.js";

/** Names rows, and reports those that came, went or moved. */
export class RowReporter {
  private readonly numbersBefore: readonly number[];
  private readonly numbersAfter: readonly number[];
  private readonly shownBefore: readonly number[];
  private readonly shownAfter: readonly number[];
  private readonly namesBefore: readonly number[];
  private readonly namesAfter: readonly number[];

  constructor(
    private readonly context: TableContext,
    key: readonly ColumnPair[],
  ) {
    this.numbersBefore = recordNumbers(context.before.table.rows);
    this.numbersAfter = recordNumbers(context.after.table.rows);
    this.shownBefore = shownColumns(context.before);
    this.shownAfter = shownColumns(context.after);
    const keys = { before: key.map(({ before }) => before), after: key.map(({ after }) => after) };
    this.namesBefore = namingColumns(context.before, keys.before, this.shownBefore);
    this.namesAfter = namingColumns(context.after, keys.after, this.shownAfter);
  }

  /** @returns the changes of rows: see `GridPair.rowDrafts` */
  report(name: GridName, steps: readonly Step[]): Map<number, Draft> {
    const drafts = new Map<number, Draft>();
    for (const step of steps) {
      if (step.step === "added") drafts.set(step.after, this.added(name, step.after));
      else if (step.step === "removed") drafts.set(-1 - step.before, this.removed(name, step.before));
      else if (step.step === "movedHere") drafts.set(step.after, this.moved(name, step.before, step.after));
    }
    for (const draft of drafts.values()) this.context.drafts.push(draft);
    return drafts;
  }

  /** The words for a row of each side: `附件2 第12行“潮州统计”`. */
  sideBefore(name: GridName, row: number): Side {
    const { comparison, before } = this.context;
    const text = rowText(before[name], row, this.shownBefore);
    const side = comparison.sideBefore([...before.path, name, row], text);
    return { ...side, place: side.place + quoted(name === "rows" ? this.nameBefore(row) : "") };
  }

  sideAfter(name: GridName, row: number): Side {
    const { comparison, after } = this.context;
    const text = rowText(after[name], row, this.shownAfter);
    const side = comparison.sideAfter([...after.path, name, row], text);
    return { ...side, place: side.place + quoted(name === "rows" ? this.nameAfter(row) : "") };
  }

  detail(before: number | undefined, after: number | undefined): RowDetail {
    const name = after === undefined ? this.nameBefore(before ?? 0) : this.nameAfter(after);
    return {
      tableBefore: this.context.before.path,
      tableAfter: this.context.after.path,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      name,
    };
  }

  /** The row of the dataset behind a row of the table. */
  source(before: number | undefined, after: number | undefined): RowSource | undefined {
    const { before: left, after: right } = this.context;
    const dataset = right.table.dataset ?? left.table.dataset;
    if (dataset === undefined) return undefined;
    const beforeSource = before === undefined ? undefined : left.table.rows[before]?.source;
    const afterSource = after === undefined ? undefined : right.table.rows[after]?.source;
    return {
      dataset,
      before: beforeSource === undefined ? [] : [beforeSource],
      after: afterSource === undefined ? [] : [afterSource],
    };
  }

  private added(grid: GridName, row: number): Draft {
    const { comparison, before, after } = this.context;
    const side = this.sideAfter(grid, row);
    const source = grid === "rows" ? this.source(undefined, row) : undefined;
    return comparison.add({
      ...layerAndElement(grid, after[grid].rows[row]?.role),
      kind: "added",
      occurrences: [{ after: side, spans: wholeSpan("added", side.text) }],
      row: { ...this.detail(undefined, row), cells: rowCells(after, after[grid], row, this.shownAfter) },
      ...(source === undefined ? {} : { source }),
      edits: [
        {
          edit: "insert row",
          path: before.path,
          grid,
          index: row,
          role: after[grid].rows[row]?.role ?? "record",
          cells: after[grid].rowCells(row),
        },
      ],
    });
  }

  private removed(grid: GridName, row: number): Draft {
    const { comparison, before } = this.context;
    const side = this.sideBefore(grid, row);
    const source = grid === "rows" ? this.source(row, undefined) : undefined;
    return comparison.add({
      ...layerAndElement(grid, before[grid].rows[row]?.role),
      kind: "removed",
      occurrences: [{ before: side, spans: wholeSpan("removed", side.text) }],
      row: { ...this.detail(row, undefined), cells: rowCells(before, before[grid], row, this.shownBefore) },
      ...(source === undefined ? {} : { source }),
      edits: [{ edit: "remove row", path: before.path, grid, before: row }],
    });
  }

  private moved(grid: GridName, from: number, to: number): Draft {
    const { comparison, before, after } = this.context;
    const left = this.sideBefore(grid, from);
    const side = this.sideAfter(grid, to);
    return comparison.add({
      ...layerAndElement(grid, after[grid].rows[to]?.role),
      kind: "moved",
      occurrences: [{ before: left, after: side, spans: textSpans(left.text, side.text) }],
      row: {
        ...this.detail(from, to),
        position: { before: this.numbersBefore[from] ?? 0, after: this.numbersAfter[to] ?? 0 },
      },
      edits: [{ edit: "move row", path: before.path, grid, before: from, index: to }],
    });
  }

  private nameBefore(row: number): string {
    const { rows, table } = this.context.before;
    return rowName(rows, row, this.namesBefore, table.rows[row]);
  }

  private nameAfter(row: number): string {
    const { rows, table } = this.context.after;
    return rowName(rows, row, this.namesAfter, table.rows[row]);
  }
}

/** The columns that a row is called by: its key, and the name of what has only a code as its key. */
function namingColumns({ table }: TableSide, key: readonly number[], shown: readonly number[]): readonly number[] {
  if (key.length === 0) return shown;
  if (!key.every((column) => table.columns[column]?.kind === "code")) return key;
  const name = shown.find((column) => !key.includes(column) && /名称|名$/u.test(table.columns[column]?.name ?? ""));
  return name === undefined ? key : [name, ...key];
}

function layerAndElement(grid: GridName, role: TableRow["role"] | undefined): Pick<Draft, "layer" | "element"> {
  if (grid === "headerRows" || role === "header") return { layer: "layout", element: "headerCell" };
  if (role === "total") return { layer: "numbers", element: "total" };
  if (role === "remark") return { layer: "text", element: "remarkRow" };
  return { layer: "data", element: "row" };
}

/** The columns that say something: all but running numbers. */
function shownColumns({ table, rows }: TableSide): number[] {
  return table.columns.flatMap((_, column) => (isOrdinal(table, rows, column) ? [] : [column]));
}

function recordNumbers(rows: readonly TableRow[]): number[] {
  let count = 0;
  return rows.map(({ role }) => {
    if (role === "record") count += 1;
    return count;
  });
}

function rowCells(
  { table }: TableSide,
  grid: Grid,
  row: number,
  columns: readonly number[],
): { readonly column: string; readonly text: string }[] {
  return columns.map((column) => ({ column: table.columns[column]?.name ?? "", text: grid.text(row, column) }));
}

function rowText(grid: Grid, row: number, columns: readonly number[]): string {
  return columns
    .filter((column) => !grid.joinsLeft(row, column))
    .map((column) => grid.text(row, column))
    .join("｜");
}

/** A row is called by its key; without one by the first thing in it. */
function rowName(grid: Grid, row: number, columns: readonly number[], of: TableRow | undefined): string {
  if (of?.role !== "record") return "";
  const texts = columns.map((column) => grid.text(row, column).replace(/\s+/gu, "")).filter((text) => text !== "");
  return texts.slice(0, 3).join("／");
}

function quoted(name: string): string {
  const characters = [...name];
  if (characters.length === 0) return "";
  return characters.length > 30 ? `“${characters.slice(0, 29).join("")}…”` : `“${name}”`;
}
