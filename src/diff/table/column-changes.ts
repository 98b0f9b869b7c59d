import { appendAll } from "../../document/append-all.js";
import type { TableColumn } from "../../document/tree.js";
import type { Occurrence, Step } from "../changes.js";
import { wholeSpan, type Draft, type NewDraft } from "../draft.js";
import type { GridCell, SetColumn } from "../edits.js";
import { textSpans } from "../words/text-spans.js";
import { alignmentNames, inWords } from "./format-words.js";
import type { Grid } from "./grid.js";
import type { TableContext } from "./table-context.js";

/** Reports columns that came, went, moved, were renamed or are set differently. */
export function compareColumns(
  context: TableContext,
  rowSteps: { readonly headerRows: readonly Step[]; readonly rows: readonly Step[] },
): void {
  for (const step of context.columnSteps) {
    switch (step.step) {
      case "added":
        addColumn(context, step.after, rowSteps);
        break;
      case "removed":
        removeColumn(context, step.before);
        break;
      case "movedHere":
        moveColumn(context, step.before, step.after);
        break;
      case "same":
      case "movedAway":
    }
  }
  const settings = context.columns.flatMap((pair) => {
    const before = context.before.table.columns[pair.before];
    const after = context.after.table.columns[pair.after];
    return before === undefined || after === undefined ? [] : [{ pair, before, after }];
  });
  for (const { pair, before, after } of settings) {
    if (before.name !== after.name) {
      report(context, pair.after, {
        layer: "layout",
        kind: "changed",
        element: "columnName",
        column: after.name,
        occurrences: [columnOccurrence(context, pair.before, pair.after, before.name, after.name)],
        edits: [setColumn(context, pair.before, "name", after.name)],
      });
    }
    compareFormat(context, pair, before, after);
  }
}

function addColumn(
  { comparison, before, after, columnDrafts, drafts }: TableContext,
  index: number,
  rowSteps: { readonly headerRows: readonly Step[]; readonly rows: readonly Step[] },
): void {
  const column = after.table.columns[index];
  if (column === undefined) return;
  const { name, width, align, kind } = column;
  const draft = comparison.add({
    layer: "layout",
    kind: "added",
    element: "column",
    column: name,
    occurrences: [
      { after: comparison.sideAfter([...after.path, "columns", index], name), spans: wholeSpan("added", name) },
    ],
    edits: [
      {
        edit: "insert column",
        path: before.path,
        index,
        column: { name, width, align, kind },
        headerCells: columnCells(after.headerRows, index, rowSteps.headerRows),
        cells: columnCells(after.rows, index, rowSteps.rows),
      },
    ],
  });
  columnDrafts.set(index, draft);
  drafts.push(draft);
}

/** What a column holds, without the rows that are added as well. */
function columnCells(grid: Grid, column: number, steps: readonly Step[]): (GridCell | undefined)[] {
  const cells = new Array<GridCell | undefined>(grid.rows.length).fill(undefined);
  for (const { step, after } of steps) {
    if (step === "same" || step === "movedHere") cells[after] = grid.gridCell(after, column);
  }
  return cells;
}

function removeColumn({ comparison, before, columnDrafts, drafts }: TableContext, index: number): void {
  const name = before.table.columns[index]?.name ?? "";
  const draft = comparison.add({
    layer: "layout",
    kind: "removed",
    element: "column",
    column: name,
    occurrences: [
      { before: comparison.sideBefore([...before.path, "columns", index], name), spans: wholeSpan("removed", name) },
    ],
    edits: [{ edit: "remove column", path: before.path, before: index }],
  });
  columnDrafts.set(-1 - index, draft);
  drafts.push(draft);
}

function moveColumn(context: TableContext, from: number, to: number): void {
  const { before, after } = context;
  const name = after.table.columns[to]?.name ?? "";
  const oldName = before.table.columns[from]?.name ?? "";
  report(context, to, {
    layer: "layout",
    kind: "moved",
    element: "column",
    column: name,
    occurrences: [columnOccurrence(context, from, to, oldName, name)],
    remark: `第${from + 1}列 → 第${to + 1}列`,
    edits: [{ edit: "move column", path: before.path, before: from, index: to }],
  });
}

const kindNames: Readonly<Record<string, string>> = { text: "文字", number: "数值", ordinal: "序号", code: "代码" };

function compareFormat(
  context: TableContext,
  pair: { readonly before: number; readonly after: number },
  before: TableColumn,
  after: TableColumn,
): void {
  const remarks: string[] = [];
  const edits: SetColumn[] = [];
  if (before.align !== after.align) {
    remarks.push(inWords(alignmentNames, before.align, after.align));
    edits.push(setColumn(context, pair.before, "align", after.align));
  }
  if (before.kind !== after.kind) {
    remarks.push(inWords(kindNames, before.kind, after.kind));
    edits.push(setColumn(context, pair.before, "kind", after.kind));
  }
  if (edits.length === 0) return;
  const occurrence = columnOccurrence(context, pair.before, pair.after, before.name, after.name);
  context.drafts.push(
    context.comparison.add({
      layer: "layout",
      kind: "changed",
      element: "columnFormat",
      column: after.name,
      occurrences: [occurrence],
      remark: remarks.join("，"),
      edits,
    }),
  );
}

/**
 * Reports other widths, once for a table. Widths are worked out from what the columns hold, so in generated tables they follow from
 * other changes and are not worth a mention then.
 *
 * @param cause a change of the content of the same table
 */
export function compareWidths(context: TableContext, cause: Draft | undefined): void {
  const { comparison, before, after, columns } = context;
  const edits: SetColumn[] = [];
  const remarks: string[] = [];
  for (const pair of columns) {
    const old = before.table.columns[pair.before];
    const fresh = after.table.columns[pair.after];
    if (old === undefined || fresh === undefined || old.width === fresh.width) continue;
    edits.push(setColumn(context, pair.before, "width", fresh.width));
    remarks.push(`${fresh.name}：${old.width} → ${fresh.width}`);
  }
  if (edits.length === 0) return;
  const isGenerated = before.table.dataset !== undefined && after.table.dataset !== undefined;
  if (isGenerated && cause !== undefined) {
    appendAll(cause.edits, edits);
    return;
  }
  comparison.add({
    layer: "layout",
    kind: "changed",
    element: "columnWidths",
    occurrences: [
      {
        before: comparison.sideBefore([...before.path, "columns"], ""),
        after: comparison.sideAfter([...after.path, "columns"], ""),
        spans: [],
      },
    ],
    remark: remarks.join("；"),
    edits,
  });
}

function setColumn(
  { before }: TableContext,
  column: number,
  field: SetColumn["field"],
  value: string | number,
): SetColumn {
  return { edit: "set column", path: before.path, before: column, field, value };
}

function columnOccurrence(
  { comparison, before, after }: TableContext,
  from: number,
  to: number,
  oldName: string,
  newName: string,
): Occurrence {
  return {
    before: comparison.sideBefore([...before.path, "columns", from], oldName),
    after: comparison.sideAfter([...after.path, "columns", to], newName),
    spans: textSpans(oldName, newName),
  };
}

function report({ comparison, columnDrafts, drafts }: TableContext, column: number, change: NewDraft): void {
  const draft = comparison.add(change);
  if (!columnDrafts.has(column)) columnDrafts.set(column, draft);
  drafts.push(draft);
}
