import { appendAll } from "../../document/append-all.js";
import type { TableColumn, Value } from "../../document/tree.js";
import type { Occurrence } from "../changes.js";
import { wholeSpan, type Draft } from "../draft.js";
import type { SetCell } from "../edits.js";
import { compareInlines } from "../words/compare-inlines.js";
import { textSpans } from "../words/text-spans.js";
import { alignmentNames, inWords } from "./format-words.js";
import type { Grid } from "./grid.js";
import type { ColumnPair } from "./keys.js";
import type { RowReporter } from "./row-changes.js";
import type { GridPair, TableContext } from "./table-context.js";

/**
 * Compares the cells that two tables have in common by what they show: a merged cell shows its text in every row it covers. A
 * change of one merged cell is one change, however many rows it covers; merging that says the same as before is a matter of layout.
 */
export class CellComparison {
  /** The change of the text of a cell, by position in the newer grid. */
  private readonly textDrafts = new Map<number, Draft>();
  private readonly byAnchors = new Map<string, Draft>();
  private readonly alignmentDrafts = new Map<number, Draft>();
  private readonly mergeDrafts = new Map<number, Draft>();
  private readonly partners: Int32Array;
  /** Cells of columns that only number the rows. */
  private readonly ordinalCells: SetCell[] = [];

  constructor(
    private readonly context: TableContext,
    private readonly grids: GridPair,
    private readonly reporter: RowReporter,
    /** Columns whose numbers are consecutive on both sides: what they say follows from the rows. */
    private readonly renumbered: ReadonlySet<ColumnPair>,
  ) {
    this.partners = new Int32Array(grids.before.rows.length).fill(-1);
    for (const { step, before, after } of grids.steps) {
      if (step === "same" || step === "movedHere") this.partners[before] = after;
    }
  }

  /** @returns the cells of running numbers that differ only because rows came, went or moved */
  compare(): readonly SetCell[] {
    const { before, after, steps } = this.grids;
    const mayBeAligned = before.hasAlignedCells || after.hasAlignedCells;
    const { columns } = this.context;
    for (const { step, before: from, after: to } of steps) {
      if (step !== "same" && step !== "movedHere") continue;
      for (const pair of columns) {
        if (before.text(from, pair.before) !== after.text(to, pair.after)) this.textChanged(from, to, pair);
        if (mayBeAligned && before.align(from, pair.before) !== after.align(to, pair.after)) {
          this.alignmentChanged(from, to, pair);
        }
      }
    }
    for (const { step, before: from, after: to } of steps) {
      if (step !== "same" && step !== "movedHere") continue;
      for (const pair of columns) {
        if (before.joined(from, pair.before) !== after.joined(to, pair.after)) this.mergingChanged(from, to, pair);
      }
    }
    return this.ordinalCells;
  }

  private textChanged(from: number, to: number, pair: ColumnPair): void {
    const { before, after } = this.grids;
    const position = to * after.columnCount + pair.after;
    if (this.renumbered.has(pair) && after.rows[to]?.role === "record") {
      this.ordinalCells.push(this.edit(to, pair));
      return;
    }
    const start = before.anchor(from, pair.before);
    const end = after.anchor(to, pair.after);
    const anchors = `${start.row},${start.column},${end.row},${end.column}`;
    const known = this.byAnchors.get(anchors);
    const draft = known ?? this.report(from, to, pair);
    if (known === undefined) this.byAnchors.set(anchors, draft);
    else {
      known.edits.push(this.edit(to, pair));
      if (pair.after === end.column) this.coverRow(known, from, to);
    }
    this.textDrafts.set(position, draft);
  }

  /** A merged cell that covers one more row. */
  private coverRow(draft: Draft, from: number, to: number): void {
    if (draft.row === undefined) return;
    draft.row = { ...draft.row, rowSpan: (draft.row.rowSpan ?? 1) + 1 };
    const source = this.reporter.source(from, to);
    if (draft.source === undefined || source === undefined) return;
    const { dataset, before, after } = draft.source;
    draft.source = { dataset, before: [...before, ...source.before], after: [...after, ...source.after] };
  }

  private report(from: number, to: number, pair: ColumnPair): Draft {
    const { context, grids, reporter } = this;
    const edits = [this.edit(to, pair)];
    const columnDraft = grids.name === "headerRows" ? this.columnDraftThatSaysIt(from, to, pair) : undefined;
    if (columnDraft !== undefined) {
      appendAll(columnDraft.edits, edits);
      return columnDraft;
    }
    const oldCell = grids.before.cell(from, pair.before);
    const newCell = grids.after.cell(to, pair.after);
    const oldValue = workedOutValue(oldCell, context.before.table.columns[pair.before]);
    const newValue = workedOutValue(newCell, context.after.table.columns[pair.after]);
    const occurrence = this.occurrence(from, to, pair);
    const role = grids.after.rows[to]?.role;
    if (oldValue !== undefined && newValue !== undefined) {
      const draft = context.values.add({ before: oldValue, after: newValue, occurrence, edits });
      context.drafts.push(draft);
      return draft;
    }
    const { name: column = "", source: sourceColumn } = context.after.table.columns[pair.after] ?? {};
    const source = grids.name === "rows" ? reporter.source(from, to) : undefined;
    const draft = context.comparison.add({
      ...(grids.name === "headerRows"
        ? { layer: "layout", element: "headerCell" }
        : role === "total"
          ? { layer: "numbers", element: "total" }
          : role === "remark"
            ? { layer: "text", element: "remarkRow" }
            : { layer: "data", element: "cell" }),
      kind: "changed",
      occurrences: [occurrence],
      column,
      row: reporter.detail(from, to),
      ...(source === undefined ? {} : { source }),
      ...(sourceColumn === undefined ? {} : { sourceColumn }),
      edits,
    });
    if (role === "total") this.linkTotal(draft, pair);
    context.drafts.push(draft);
    return draft;
  }

  /** A header cell that says what its column is called now, or belongs to a column that came or went. */
  private columnDraftThatSaysIt(from: number, to: number, pair: ColumnPair): Draft | undefined {
    const { before, after, columnDrafts } = this.context;
    const { before: oldGrid, after: newGrid } = this.grids;
    const saysName = (text: string, name: string | undefined): boolean =>
      text.replace(/\s+/gu, "") === (name ?? "").replace(/\s+/gu, "");
    const draft = columnDrafts.get(pair.after);
    const says =
      before.table.columns[pair.before]?.name !== after.table.columns[pair.after]?.name &&
      saysName(oldGrid.text(from, pair.before), before.table.columns[pair.before]?.name) &&
      saysName(newGrid.text(to, pair.after), after.table.columns[pair.after]?.name);
    return says ? draft : undefined;
  }

  /** A total changed because of the rows above it and their cells in its column. */
  private linkTotal(total: Draft, pair: ColumnPair): void {
    const name = this.context.after.table.columns[pair.after]?.name;
    for (const draft of this.context.drafts) {
      const isRow = draft.element === "row" && draft.kind !== "moved";
      if (isRow || (draft.element === "cell" && draft.column === name)) total.causes.add(draft);
    }
  }

  private alignmentChanged(from: number, to: number, pair: ColumnPair): void {
    const text = this.grids.after.text(to, pair.after);
    // What became of the text is told by a change of its own.
    const occurrence = { ...this.occurrence(from, to, pair), spans: wholeSpan("equal", text) };
    const words = this.alignmentWords(from, to, pair);
    const known = this.alignmentDrafts.get(pair.after);
    if (known !== undefined) {
      if (known.remark !== words) delete known.remark;
      known.occurrences.push(occurrence);
      known.edits.push(this.edit(to, pair));
      return;
    }
    const draft = this.reportLayout("cellAlignment", occurrence, to, pair);
    draft.remark = words;
    this.alignmentDrafts.set(pair.after, draft);
  }

  /** A cell without an alignment of its own has that of its column. */
  private alignmentWords(from: number, to: number, pair: ColumnPair): string {
    const { before, after } = this.context;
    const of = (cell: ReturnType<Grid["cell"]>, column: TableColumn | undefined): string =>
      (typeof cell === "object" ? cell?.align : undefined) ?? column?.align ?? "";
    return inWords(
      alignmentNames,
      of(this.grids.before.cell(from, pair.before), before.table.columns[pair.before]),
      of(this.grids.after.cell(to, pair.after), after.table.columns[pair.after]),
    );
  }

  /** Finds out whether another merge follows from a change that is reported anyway. */
  private mergingChanged(from: number, to: number, pair: ColumnPair): void {
    const cause = this.causeAbove(from, to, pair) ?? this.causeToTheLeft(from, to, pair) ?? this.causeHere(to, pair);
    if (cause !== undefined) {
      cause.edits.push(this.edit(to, pair));
      return;
    }
    const words = mergingWords(this.grids.before.joined(from, pair.before), this.grids.after.joined(to, pair.after));
    const known = this.mergeDrafts.get(pair.after);
    if (known !== undefined) {
      if (known.remark !== words) known.remark = otherMerging;
      known.occurrences.push(this.occurrence(from, to, pair));
      known.edits.push(this.edit(to, pair));
      return;
    }
    const draft = this.reportLayout("mergedCells", this.occurrence(from, to, pair), to, pair);
    draft.remark = words;
    this.mergeDrafts.set(pair.after, draft);
  }

  /** Rows came, went or moved just above. */
  private causeAbove(from: number, to: number, pair: ColumnPair): Draft | undefined {
    const { before, after, rowDrafts } = this.grids;
    if (before.joinsAbove(from, pair.before) === after.joinsAbove(to, pair.after)) return undefined;
    if (from > 0 && to > 0 && this.partners[from - 1] === to - 1) return undefined;
    return rowDrafts.get(to - 1) ?? rowDrafts.get(-from) ?? rowDrafts.get(to) ?? rowDrafts.values().next().value;
  }

  /** Columns came, went or moved just to the left. */
  private causeToTheLeft(from: number, to: number, pair: ColumnPair): Draft | undefined {
    const { before, after } = this.grids;
    if (before.joinsLeft(from, pair.before) === after.joinsLeft(to, pair.after)) return undefined;
    const { columnDrafts, columns } = this.context;
    if (structuralColumnDrafts(columnDrafts).length === 0) return undefined;
    const neighbour = columns.find((other) => other.before === pair.before - 1);
    if (neighbour?.after === pair.after - 1) return undefined;
    return (
      columnDrafts.get(pair.after - 1) ?? columnDrafts.get(-pair.before) ?? structuralColumnDrafts(columnDrafts)[0]
    );
  }

  /** What the cell or its neighbour says changed; a running number follows the cells of its row. */
  private causeHere(to: number, pair: ColumnPair): Draft | undefined {
    const { columnCount } = this.grids.after;
    const at = (row: number, column: number): Draft | undefined => this.textDrafts.get(row * columnCount + column);
    const own = at(to, pair.after) ?? at(to - 1, pair.after) ?? (pair.after > 0 ? at(to, pair.after - 1) : undefined);
    if (own !== undefined || !this.context.ordinals.has(pair)) return own;
    for (const { after } of this.context.columns) {
      const draft = at(to, after) ?? at(to - 1, after);
      if (draft !== undefined) return draft;
    }
    return undefined;
  }

  private reportLayout(
    element: "cellAlignment" | "mergedCells",
    occurrence: Occurrence,
    to: number,
    pair: ColumnPair,
  ): Draft {
    const draft = this.context.comparison.add({
      layer: "layout",
      kind: "changed",
      element,
      column: this.context.after.table.columns[pair.after]?.name ?? "",
      occurrences: [occurrence],
      edits: [this.edit(to, pair)],
    });
    this.context.drafts.push(draft);
    return draft;
  }

  private occurrence(from: number, to: number, pair: ColumnPair): Occurrence {
    const { comparison, before, after } = this.context;
    const { name, before: oldGrid, after: newGrid } = this.grids;
    const place = (grid: Grid, row: number, column: number): (string | number)[] => {
      const at = grid.anchor(row, column);
      return [name, at.row, "cells", at.column];
    };
    const oldText = oldGrid.text(from, pair.before);
    const newText = newGrid.text(to, pair.after);
    const oldCell = oldGrid.cell(from, pair.before);
    const newCell = newGrid.cell(to, pair.after);
    const oldValue = onlyValue(oldCell);
    const newValue = onlyValue(newCell);
    const words =
      typeof oldCell === "object" && typeof newCell === "object" && oldCell !== null && newCell !== null
        ? compareInlines(oldCell.children, newCell.children).spans
        : textSpans(oldText, newText);
    // The words name the row that is compared; the mark goes to where its cell begins.
    const left = comparison.sideBefore([...before.path, ...place(oldGrid, from, pair.before)], oldText);
    const right = comparison.sideAfter([...after.path, ...place(newGrid, to, pair.after)], newText);
    return {
      before: { ...left, ...(oldValue === undefined ? {} : { provenance: oldValue.provenance }) },
      after: { ...right, ...(newValue === undefined ? {} : { provenance: newValue.provenance }) },
      spans: oldText === newText ? wholeSpan("equal", oldText) : words,
    };
  }

  private edit(row: number, pair: ColumnPair): SetCell {
    return {
      edit: "set cell",
      path: this.context.before.path,
      grid: this.grids.name,
      row,
      column: pair.after,
      cell: this.grids.after.gridCell(row, pair.after),
    };
  }
}

function structuralColumnDrafts(drafts: ReadonlyMap<number, Draft>): Draft[] {
  return [...drafts.values()].filter(({ element }) => element === "column");
}

const otherMerging = "合并方式不同";

function mergingWords(before: number, after: number): string {
  if (after === 0) return "合并的单元格拆开了";
  return before === 0 ? "单元格合并了" : otherMerging;
}

/** A cell that is one value worked out from rows. A value that was only copied, into a merged cell for example, is data itself. */
function workedOutValue(cell: ReturnType<Grid["cell"]>, column: TableColumn | undefined): Value | undefined {
  const value = onlyValue(cell);
  return value?.provenance.expression === column?.source ? undefined : value;
}

/** A cell that is one value which knows its rows. */
function onlyValue(cell: ReturnType<Grid["cell"]>): Value | undefined {
  if (cell === null || typeof cell === "string") return undefined;
  const filled = cell.children.filter(({ value }) => value !== "");
  const [only] = filled;
  return filled.length === 1 && only?.type === "value" && only.provenance.rows.length > 0 ? only : undefined;
}
