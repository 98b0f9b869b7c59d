import type { AlignedTable } from "../diff/changes.js";
import { printedTable, tableText } from "../diff/table/compare-tables.js";
import { joinedTexts } from "../diff/table/keys.js";
import type { Table, TableColumn } from "../document/tree.js";
import { type MergeContext, noContext } from "./conflicts.js";
import { mergeChoice, type MergedPath, type Three } from "./merge-fields.js";
import { type MergedItem, mergeOrder } from "./merge-order.js";
import { mergeRows } from "./merge-rows.js";
import { type Added, pairAdded } from "./pair-added.js";
import { onlyNumbers, type TableSides, tableSides } from "./table-sides.js";

/**
 * Merges three tables by key: columns, rows, cells.
 *
 * What people changed in a cell is made again on the row with the same key, wherever it stands now; rows and columns that came or went on
 * either side come or go; running numbers are counted anew.
 */
export function mergeTables(
  context: MergeContext,
  tables: Three<Table>,
  aligned: { readonly hand: AlignedTable | undefined; readonly data: AlignedTable | undefined },
  at: MergedPath,
): Table {
  const sides = tableSides(tables, aligned);
  if (sides === undefined) return wholeTable(context, tables, at);
  const columns = mergeColumns(context, sides, at);
  const grid = { context, sides, columns: columns.map(({ item }) => item), at };
  return {
    type: "table",
    columns: columns.map(({ column }) => column),
    headerRows: mergeRows({ ...grid, grid: "headerRows", addedOnBoth: new Map() }),
    rows: mergeRows({ ...grid, grid: "rows", addedOnBoth: addedRows(sides, grid.columns) }),
    key: [],
  };
}

/** For tables whose cells do not fit together. */
function wholeTable(context: MergeContext, { base, hand, data }: Three<Table>, { path }: MergedPath): Table {
  const [old, edited, fresh] = [base, hand, data].map((table) => JSON.stringify(printedTable(table)));
  if (edited === old || edited === fresh) return data;
  if (fresh === old) return hand;
  context.add({
    kind: "changed",
    element: "table",
    base: tableText(base),
    hand: tableText(hand),
    data: tableText(data),
    context: noContext,
    spot: { path, start: 0, end: Number.MAX_SAFE_INTEGER },
  });
  return context.preferred(hand, data);
}

interface MergedColumn {
  readonly item: MergedItem;
  readonly column: TableColumn;
}

function mergeColumns(context: MergeContext, sides: TableSides, at: MergedPath): MergedColumn[] {
  const { aligned } = sides;
  const path = [...at.path, "columns"];
  const added = (side: "hand" | "data"): Added[] =>
    aligned[side].columns.flatMap((step) =>
      step.step === "added"
        ? [{ index: step.after, kind: "", text: sides[side].table.columns[step.after]?.name ?? "" }]
        : [],
    );
  const items = mergeOrder(context, {
    hand: aligned.hand.columns,
    data: aligned.data.columns,
    addedOnBoth: pairAdded(added("hand"), added("data")),
    hasChanged: (side, base, other) => columnChanged(sides, side, base, other),
    shown: (side, index) => sides[side].table.columns[index]?.name ?? "",
    element: () => "column",
    path,
    editedPath: [...at.editedPath, "columns"],
  });
  const widths = widthsOf(sides);
  if (widths === "hand" && isWider(sides, "data")) {
    context.note({ path: at.path, sentence: "列宽两边都改了，用手工的；要用新数据算出的列宽，请在合并稿里再调" });
  }
  return items.flatMap((item, index) => {
    const column = mergeColumn(context, sides, item, [...path, index]);
    if (column === undefined) return [];
    const width = widths === "hand" && item.hand !== undefined ? sides.hand.table.columns[item.hand]?.width : undefined;
    return [{ item, column: width === undefined ? column : { ...column, width } }];
  });
}

/** Whether a cell of the column says something else on that side, where row and column stand in both documents. */
function columnChanged(sides: TableSides, side: "hand" | "data", base: number, other: number): boolean {
  const column = { base, [side]: other };
  if (onlyNumbers(sides, column)) return false;
  return sides.aligned[side].rows.some(
    (step) =>
      (step.step === "same" || step.step === "movedHere") &&
      sides.base.rows.text(step.before, base) !== sides[side].rows.text(step.after, other),
  );
}

function mergeColumn(
  context: MergeContext,
  sides: TableSides,
  { base, hand, data }: MergedItem,
  path: readonly (string | number)[],
): TableColumn | undefined {
  const edited = hand === undefined ? undefined : sides.hand.table.columns[hand];
  const fresh = data === undefined ? undefined : sides.data.table.columns[data];
  const old = base === undefined ? undefined : sides.base.table.columns[base];
  if (edited === undefined || fresh === undefined) return fresh ?? edited;
  if (old === undefined) return fresh;
  // The name is what the header says, the kind what the cells say: a conflict is told of there.
  const name =
    edited.name === old.name
      ? fresh.name
      : fresh.name === old.name
        ? edited.name
        : context.preferred(edited, fresh).name;
  const kind = edited.kind === old.kind ? fresh.kind : edited.kind;
  const aligns = { base: old.align, hand: edited.align, data: fresh.align };
  const align = mergeChoice(context, { element: "columnFormat", path }, aligns, (value) => alignWords[value]);
  return { name, width: fresh.width, align, kind };
}

const alignWords = { left: "居左", centre: "居中", right: "居右" } as const;

/** The widths are worked out from what the columns hold, unless people set them. */
function widthsOf(sides: TableSides): "hand" | "data" {
  return isWider(sides, "hand") ? "hand" : "data";
}

/** Whether a column is wider or narrower there than it was; what programs rounded was settled when the files were read. */
function isWider(sides: TableSides, side: "hand" | "data"): boolean {
  return sides.aligned[side].columns.some(
    (step) =>
      (step.step === "same" || step.step === "movedHere") &&
      sides.base.table.columns[step.before]?.width !== sides[side].table.columns[step.after]?.width,
  );
}

/** Rows that both sides added: those with the same key; without a declared key, those that say the same. */
function addedRows(sides: TableSides, columns: readonly MergedItem[]): Map<number, number> {
  const { hand, data, aligned } = sides;
  const declared = columns.filter((column) => column.data !== undefined && data.table.key.includes(column.data));
  const shared = (declared.length > 0 ? declared : columns.filter((column) => !onlyNumbers(sides, column))).filter(
    (column) => column.hand !== undefined && column.data !== undefined,
  );
  const texts = (side: "hand" | "data"): Added[] => {
    const { rows, table } = side === "hand" ? hand : data;
    const indexes = shared.flatMap((column) => column[side] ?? []);
    return aligned[side].rows.flatMap((step) => {
      const role = step.step === "added" ? table.rows[step.after]?.role : undefined;
      return role === undefined || step.after === undefined
        ? []
        : [{ index: step.after, kind: role, text: joinedTexts(rows, step.after, indexes) }];
    });
  };
  return pairAdded(texts("hand"), texts("data"), "equal only");
}
