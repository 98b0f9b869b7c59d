import type { AlignedTable, Step } from "../../diff/changes.js";
import { Grid } from "../../diff/table/grid.js";
import { textSpans } from "../../diff/words/text-spans.js";
import type { Table } from "../../document/tree.js";
import type { ChangeIndex, MarkedChange } from "./change-index.js";
import { spansHtml, type Badges, type MarkedSpan } from "./marked-html.js";

type Path = readonly (string | number)[];
type GridName = "headerRows" | "rows";

export interface PlacedTable {
  readonly table: Table;
  readonly path: Path;
}

/** So many unchanged rows beside a change are enough to see where it is. */
const context = 1;

/**
 * A table of both drafts: the inline view with the columns of both, the other view with the older table to the left of the newer one,
 * row beside row. Rows that did not change are only counted, but for those beside a change.
 */
export function tableHtml(
  before: PlacedTable | undefined,
  after: PlacedTable | undefined,
  alignment: AlignedTable | undefined,
  index: ChangeIndex,
  badges: { readonly inline: Badges; readonly side: Badges },
): string[] {
  const aligned = alignment === undefined || alignment.replaced ? replaced(before?.table, after?.table) : alignment;
  const left = before === undefined ? undefined : tableSide(before);
  const right = after === undefined ? undefined : tableSide(after);
  const writer = new TableWriter(left, right, aligned, index);
  return [
    '<div class="block table"><span class="role">表格</span>',
    `<div class="inline">${writer.table("inline", badges.inline)}</div>`,
    `<div class="sides">${writer.table("sides", badges.side)}</div></div>`,
  ];
}

interface TableSide extends PlacedTable {
  readonly headerRows: Grid | undefined;
  readonly rows: Grid | undefined;
}

function tableSide({ table, path }: PlacedTable): TableSide {
  const { columns } = table;
  return { table, path, headerRows: Grid.of(table.headerRows, columns), rows: Grid.of(table.rows, columns) };
}

/** The older table gone, the newer one new. */
function replaced(before: Table | undefined, after: Table | undefined): AlignedTable {
  const steps = (left: readonly unknown[] = [], right: readonly unknown[] = []): Step[] => [
    ...left.map((_, position): Step => ({ step: "removed", before: position })),
    ...right.map((_, position): Step => ({ step: "added", after: position })),
  ];
  return {
    replaced: true,
    columns: steps(before?.columns, after?.columns),
    headerRows: steps(before?.headerRows, after?.headerRows),
    rows: steps(before?.rows, after?.rows),
  };
}

interface ShownCell {
  readonly spans: readonly MarkedSpan[];
  /** Belongs to the cell above or to the left. */
  readonly joined: boolean;
}

interface RowCells {
  readonly name: GridName;
  readonly step: Step;
  /** What became of the row, for its first cell. */
  readonly label: string;
  readonly badges: Badges;
}

const rowNotes: Readonly<Record<Step["step"], string>> = {
  same: "",
  added: "新增",
  removed: "删去",
  movedHere: "移到这里",
  movedAway: "原来在这里",
};

const columnNotes: Readonly<Record<Step["step"], string>> = {
  same: "",
  added: "新增列",
  removed: "删去列",
  movedHere: "列移到这里",
  movedAway: "",
};

function cellHtml(name: GridName, classes: readonly string[], content: string): string {
  const tag = name === "headerRows" ? "th" : "td";
  return `<${tag} class="${classes.join(" ")}">${content}</${tag}>`;
}

class TableWriter {
  private readonly columns: readonly Step[];

  constructor(
    private readonly before: TableSide | undefined,
    private readonly after: TableSide | undefined,
    private readonly aligned: AlignedTable,
    private readonly index: ChangeIndex,
  ) {
    this.columns = aligned.columns.filter(({ step }) => step !== "movedAway");
  }

  table(view: "inline" | "sides", badges: Badges): string {
    const head = this.aligned.headerRows
      .filter(({ step }) => step !== "movedAway")
      .map((step) => this.row("headerRows", step, view, badges));
    const rows: string[] = [];
    const shown = this.shownRows();
    let hidden = 0;
    const flush = (): void => {
      if (hidden > 0)
        rows.push(
          `<tr class="skipped"><td colspan="${String(this.width(view))}">……${String(hidden)}行没有改动……</td></tr>`,
        );
      hidden = 0;
    };
    this.aligned.rows.forEach((step, position) => {
      if (shown.has(position)) {
        flush();
        rows.push(this.row("rows", step, view, badges));
      } else {
        hidden += 1;
      }
    });
    flush();
    return `<table><thead>${head.join("")}</thead><tbody>${rows.join("\n")}</tbody></table>`;
  }

  private width(view: "inline" | "sides"): number {
    if (view === "inline") return this.columns.length;
    return (this.before?.table.columns.length ?? 0) + (this.after?.table.columns.length ?? 0);
  }

  private shownRows(): ReadonlySet<number> {
    const { rows, columns } = this.aligned;
    // A column that came, went or moved shows in any row: the first ones do for an example.
    const examples = columns.some(({ step }) => step !== "same") ? [0, 1] : [];
    const shown = new Set(examples.filter((position) => position < rows.length));
    rows.forEach((step, position) => {
      if (step.step === "same" && !this.hasChange(step)) return;
      for (let near = position - context; near <= position + context; near += 1) {
        if (near >= 0 && near < rows.length) shown.add(near);
      }
    });
    return shown;
  }

  private hasChange(step: Step): boolean {
    return this.columns.some((column) => {
      if (column.step === "added" || column.step === "removed") return false;
      return this.cell("rows", step, column).spans.some(({ kind }) => kind !== "equal");
    });
  }

  private row(name: GridName, step: Step, view: "inline" | "sides", badges: Badges): string {
    const change = this.rowChange(name, step);
    const note = rowNotes[step.step];
    const label =
      note === "" ? "" : `<small class="moved">${note}</small>${change === undefined ? "" : badges.of(change)} `;
    const cells = { name, step, label, badges };
    return `<tr class="${step.step}">${view === "inline" ? this.inlineCells(cells) : this.sideCells(cells)}</tr>`;
  }

  private inlineCells({ name, step, label, badges }: RowCells): string {
    return this.columns
      .map((column, position) => {
        const { spans, joined } = this.cell(name, step, column);
        const classes = [...(joined ? ["joined"] : []), `column-${column.step}`];
        const content = (position === 0 ? label : "") + this.columnNote(name, column, badges);
        return cellHtml(name, classes, content + spansHtml(spans, "inline", badges));
      })
      .join("");
  }

  /** The older table's cells, then the newer one's. */
  private sideCells({ name, step, label, badges }: RowCells): string {
    const isOlderRow = step.step === "removed" || step.step === "movedAway";
    const isNewerRow = step.step === "added" || step.step === "movedHere";
    const half = (side: "before" | "after"): string => {
      const columns = (side === "before" ? this.before : this.after)?.table.columns ?? [];
      const isThere = side === "before" ? !isNewerRow : !isOlderRow;
      return columns
        .map((_, position) => {
          const edge = side === "after" && position === 0 ? ["edge"] : [];
          const column = this.columns.find((one) => one[side] === position);
          if (!isThere || column === undefined) return cellHtml(name, ["absent", ...edge], "");
          const { spans, joined } = this.cell(name, step, column);
          const note = side === "after" || column.step === "removed" ? this.columnNote(name, column, badges) : "";
          const content = (position === 0 ? label : "") + note + spansHtml(spans, side, badges);
          return cellHtml(name, [...(joined ? ["joined"] : []), `column-${column.step}`, ...edge], content);
        })
        .join("");
    };
    return half("before") + half("after");
  }

  /** In the header: what became of a column. */
  private columnNote(name: GridName, column: Step, badges: Badges): string {
    const note = columnNotes[column.step];
    if (name !== "headerRows" || note === "") return "";
    const side = column.step === "removed" ? "before" : "after";
    const placed = side === "before" ? this.before : this.after;
    const change =
      placed === undefined ? undefined : this.index.above(side, [...placed.path, "columns", column[side] ?? 0]);
    return `<small class="moved">${note}</small>${change === undefined ? "" : badges.of(change)} `;
  }

  private rowChange(name: GridName, step: Step): MarkedChange | undefined {
    if (step.step === "same") return undefined;
    const side = step.step === "removed" || step.step === "movedAway" ? "before" : "after";
    const placed = side === "before" ? this.before : this.after;
    const row = side === "before" ? step.before : step.after;
    return placed === undefined ? undefined : this.index.above(side, [...placed.path, name, row ?? 0]);
  }

  private cell(name: GridName, row: Step, column: Step): ShownCell {
    const left = this.text("before", name, row, column);
    const right = this.text("after", name, row, column);
    const joined = (right ?? left)?.joined ?? false;
    const isOneSided = row.step === "added" || row.step === "removed" || row.step === "movedAway";
    const isOrdinal = this.isOrdinal(column);
    if (!isOneSided && isOrdinal && right !== undefined)
      return { spans: [{ kind: "equal", text: right.text }], joined };
    const spans = textSpans(left?.text ?? "", right?.text ?? "").map((span): MarkedSpan => {
      if (span.kind === "equal") return span;
      const [side, from] = span.kind === "removed" ? (["before", left] as const) : (["after", right] as const);
      const change = from === undefined ? undefined : this.index.at(side, from.path, 0, 0);
      return change === undefined ? span : { ...span, change };
    });
    return { spans, joined };
  }

  private isOrdinal({ before, after }: Step): boolean {
    const kind =
      (after === undefined ? undefined : this.after?.table.columns[after]?.kind) ??
      (before === undefined ? undefined : this.before?.table.columns[before]?.kind);
    return kind === "ordinal";
  }

  private text(
    side: "before" | "after",
    name: GridName,
    row: Step,
    column: Step,
  ): { readonly text: string; readonly joined: boolean; readonly path: Path } | undefined {
    const placed = side === "before" ? this.before : this.after;
    const isAway = side === "before" ? row.step === "added" : row.step === "removed" || row.step === "movedAway";
    const rowIndex = row[side];
    const columnIndex = column[side];
    if (placed === undefined || isAway || rowIndex === undefined || columnIndex === undefined) return undefined;
    const grid = placed[name];
    if (grid === undefined) return undefined;
    const anchor = grid.anchor(rowIndex, columnIndex);
    return {
      text: grid.text(rowIndex, columnIndex),
      joined: grid.joined(rowIndex, columnIndex) !== 0,
      path: [...placed.path, name, anchor.row, "cells", anchor.column],
    };
  }
}
