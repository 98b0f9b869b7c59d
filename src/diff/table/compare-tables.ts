import { cellText, type Table, type TableRow } from "../../document/tree.js";
import type { AlignedTable, Step } from "../changes.js";
import type { Comparison, Draft } from "../draft.js";
import type { Path, SetCell } from "../edits.js";
import { commonSubsequence, intern } from "../sequence/common-subsequence.js";
import { steps } from "../sequence/steps.js";
import type { ValueChanges } from "../value-changes.js";
import { textSpans } from "../words/text-spans.js";
import { CellComparison } from "./cell-changes.js";
import { compareColumns, compareWidths } from "./column-changes.js";
import { isOrdinal, numbering, pairColumns } from "./columns.js";
import { Grid } from "./grid.js";
import type { ColumnPair } from "./keys.js";
import { pairRows } from "./pair-rows.js";
import { RowReporter } from "./row-changes.js";
import type { GridPair, TableContext, TableSide } from "./table-context.js";

interface PlacedTable {
  readonly table: Table;
  readonly path: Path;
}

/**
 * Compares two tables by key: columns, header, rows, cells. What merely follows (序号 that shift, merged cells that grow by an inserted
 * row, widths worked out anew) is not reported, but stands among the edits of the change that brought it about.
 */
export function compareTables(
  comparison: Comparison,
  values: ValueChanges,
  before: PlacedTable,
  after: PlacedTable,
): AlignedTable {
  const left = tableSide(before);
  const right = tableSide(after);
  if (left === undefined || right === undefined) return replaceTable(comparison, before, after);
  const columnPartners = pairColumns(before.table, after.table, { before: left.rows, after: right.rows });
  const columns = columnPartners.flatMap((partner, column) =>
    partner < 0 ? [] : [{ before: column, after: partner }],
  );
  const ordinals = new Set(
    columns.filter(
      (pair) => isOrdinal(before.table, left.rows, pair.before) && isOrdinal(after.table, right.rows, pair.after),
    ),
  );
  const columnSteps = steps(columnPartners, after.table.columns.length);
  const context: TableContext = {
    comparison,
    values,
    before: left,
    after: right,
    columnSteps,
    columns,
    ordinals,
    columnDrafts: new Map(),
    drafts: [],
  };
  const { partners, key } = pairRows({
    before: before.table,
    after: after.table,
    gridBefore: left.rows,
    gridAfter: right.rows,
    columns: columns.filter((pair) => !ordinals.has(pair)),
  });
  const rowSteps = steps(partners, after.table.rows.length);
  const headerSteps = steps(pairHeaderRows(left.headerRows, right.headerRows), after.table.headerRows.length);
  compareColumns(context, { headerRows: headerSteps, rows: rowSteps });
  const reporter = new RowReporter(context, key);
  compareGrids(context, reporter, "headerRows", headerSteps);
  compareGrids(context, reporter, "rows", rowSteps);
  compareWidths(context, context.drafts[0]);
  return { replaced: false, columns: columnSteps, headerRows: headerSteps, rows: rowSteps };
}

function tableSide({ table, path }: PlacedTable): TableSide | undefined {
  const rows = Grid.of(table.rows, table.columns);
  const headerRows = Grid.of(table.headerRows, table.columns);
  return rows === undefined || headerRows === undefined ? undefined : { table, path, rows, headerRows };
}

function compareGrids(
  context: TableContext,
  reporter: RowReporter,
  name: GridPair["name"],
  rowSteps: readonly Step[],
): void {
  const before = context.before[name];
  const after = context.after[name];
  const found = context.comparison.all().length;
  const rowDrafts = reporter.report(name, rowSteps);
  const renumbered = name === "rows" ? renumberedColumns(context, rowDrafts.size > 0) : new Set<ColumnPair>();
  const grids: GridPair = { name, before, after, steps: rowSteps, rowDrafts };
  const first = context.drafts.length;
  const numbers = new CellComparison(context, grids, reporter, renumbered).compare();
  linkMoves(context.drafts.slice(first), [...rowDrafts.values()]);
  followNumbers(context, grids, reporter, numbers, context.drafts.slice(first));
  context.comparison.sortFrom(found, inRowOrder(rowSteps));
}

/** Running numbers that shifted belong to the first change that shifted them; without one they are changes themselves. */
function followNumbers(
  context: TableContext,
  grids: GridPair,
  reporter: RowReporter,
  numbers: readonly SetCell[],
  drafts: readonly Draft[],
): void {
  if (numbers.length === 0) return;
  const { rowDrafts } = grids;
  const [cause] = rowDrafts.size > 0 ? rowDrafts.values() : drafts;
  if (cause === undefined) new CellComparison(context, grids, reporter, new Set()).compare();
  else {
    for (const column of new Set(numbers.map((edit) => edit.column))) {
      cause.edits.push({ edit: "renumber column", path: context.before.path, column });
    }
  }
}

/** Changes of rows and cells from top to bottom; others stay where they are, after them. */
function inRowOrder(rowSteps: readonly Step[]): (draft: Draft) => number {
  const before = new Map<number, number>();
  const after = new Map<number, number>();
  rowSteps.forEach((step, index) => {
    if (step.before !== undefined) before.set(step.before, index);
    if (step.after !== undefined && step.step !== "movedAway") after.set(step.after, index);
  });
  return ({ row }) => {
    if (row?.after !== undefined) return after.get(row.after) ?? Infinity;
    return row?.before === undefined ? Infinity : (before.get(row.before) ?? Infinity);
  };
}

/** The columns whose numbers are consecutive on both sides, from the same number on. */
function renumberedColumns({ ordinals, before, after }: TableContext, rowsChanged: boolean): Set<ColumnPair> {
  return new Set(
    [...ordinals].filter((pair) => {
      const old = numbering(before.rows, pair.before);
      const fresh = numbering(after.rows, pair.after);
      return old.start !== undefined && old.start === fresh.start && (rowsChanged || old.count !== fresh.count);
    }),
  );
}

/** A row moved because what it is sorted by changed, as far as one can see: one of its cells did. */
function linkMoves(cells: readonly Draft[], rows: readonly Draft[]): void {
  const byRow = new Map<number, Draft[]>();
  for (const cell of cells) {
    const row = cell.row?.after;
    if (row !== undefined) byRow.set(row, [...(byRow.get(row) ?? []), cell]);
  }
  for (const row of rows) {
    if (row.kind !== "moved") continue;
    for (const cell of byRow.get(row.row?.after ?? -1) ?? []) row.causes.add(cell);
  }
}

/** Header rows are paired if they are equal, then in order. */
function pairHeaderRows(before: Grid, after: Grid): number[] {
  const texts = (grid: Grid): string[] =>
    grid.rows.map(({ cells }) => JSON.stringify(cells.map((cell) => (cell === null ? null : cellText(cell)))));
  const [left = [], right = []] = intern(texts(before), texts(after));
  const partners = new Array<number>(left.length).fill(-1);
  const taken = new Set<number>();
  for (const [one, other] of commonSubsequence(left, right)) {
    partners[one] = other;
    taken.add(other);
  }
  const rest = right.flatMap((_, row) => (taken.has(row) ? [] : [row]));
  let next = 0;
  return partners.map((partner) => {
    if (partner >= 0) return partner;
    const found = rest[next];
    next += 1;
    return found ?? -1;
  });
}

/** For tables whose cells do not fit together: nothing in them can be told apart for sure. */
function replaceTable(comparison: Comparison, before: PlacedTable, after: PlacedTable): AlignedTable {
  const left = printedTable(before.table);
  const right = printedTable(after.table);
  if (JSON.stringify(left) !== JSON.stringify(right)) {
    const oldText = tableText(before.table);
    const newText = tableText(after.table);
    comparison.add({
      layer: "layout",
      kind: "changed",
      element: "tableLayout",
      occurrences: [
        {
          before: comparison.sideBefore(before.path, oldText),
          after: comparison.sideAfter(after.path, newText),
          spans: textSpans(oldText, newText),
        },
      ],
      edits: [{ edit: "replace table", path: before.path, table: right }],
    });
  }
  return { replaced: true, columns: [], headerRows: [], rows: [] };
}

/** The table without what only says where it came from. */
export function printedTable({ columns, headerRows, rows }: Table): Table {
  const printedRow = ({ role, cells }: TableRow): TableRow => ({
    role,
    cells: cells.map((cell) => {
      if (cell === null || typeof cell === "string") return cell;
      const text = cellText(cell);
      const { columnSpan = 1, rowSpan = 1, align } = cell;
      if (columnSpan === 1 && rowSpan === 1 && align === undefined) return text;
      return {
        children: text === "" ? [] : [{ type: "text" as const, value: text }],
        ...(columnSpan === 1 ? {} : { columnSpan }),
        ...(rowSpan === 1 ? {} : { rowSpan }),
        ...(align === undefined ? {} : { align }),
      };
    }),
  });
  return {
    type: "table",
    columns: columns.map(({ name, width, align, kind }) => ({ name, width, align, kind })),
    headerRows: headerRows.map(printedRow),
    rows: rows.map(printedRow),
    key: [],
  };
}

/** A line for each row. */
export function tableText(table: Table): string {
  return [...table.headerRows, ...table.rows]
    .map(({ cells }) => cells.flatMap((cell) => (cell === null ? [] : [cellText(cell)])).join("｜"))
    .join("\n");
}
