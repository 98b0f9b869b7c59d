import { textSpans } from "../../diff/words/text-spans.js";
import type { Table, TableRow } from "../../document/tree.js";
import { cellRuns, type RowRevision, tablePieces } from "../table.js";
import { type MarkedTable, printedCellText } from "./marked-table.js";
import type { RevisionMarks } from "./revision-marks.js";
import type { SectionContext } from "./section-context.js";

/** A table that stands in one draft only, in pieces: every row is inserted or deleted. */
export function writeWholeTable(
  table: Table,
  belonging: "inserted" | "deleted",
  keepWithNext: boolean,
  { geometry, marks, shorthand }: SectionContext,
): Iterable<string> {
  const revisions = { measured: table, row: () => wholeRow(belonging, marks) };
  return tablePieces(table, geometry.textWidth, keepWithNext, { shorthand, revisions });
}

/** A table that stands in both drafts, in pieces. Its columns are as wide as in the newer one. */
export function writeMarkedTable(
  { table, rows }: MarkedTable,
  before: Table,
  after: Table,
  keepWithNext: boolean,
  { geometry, marks, shorthand }: SectionContext,
): Iterable<string> {
  const olderRows = [...before.headerRows, ...before.rows];
  const newerRows = [...after.headerRows, ...after.rows];
  const row = (index: number): RowRevision | undefined => {
    const { before: older, after: newer } = rows[index] ?? {};
    if (older === undefined) return wholeRow("inserted", marks);
    if (newer === undefined) return wholeRow("deleted", marks);
    return changedRow(olderRows[older], newerRows[newer], marks);
  };
  return tablePieces(table, geometry.textWidth, keepWithNext, { shorthand, revisions: { measured: after, row } });
}

function wholeRow(belonging: "inserted" | "deleted", marks: RevisionMarks): RowRevision {
  return {
    rowMark: marks.mark(belonging),
    paragraphMark: () => marks.paragraphMark(belonging),
    runs: (_, value, code) => wholeText(value, code, belonging, marks),
  };
}

function changedRow(
  before: TableRow | undefined,
  after: TableRow | undefined,
  marks: RevisionMarks,
): RowRevision | undefined {
  const cells = after?.cells ?? [];
  const isChanged = cells.some(
    (cell, column) =>
      cell !== null &&
      cell !== before?.cells[column] &&
      printedCellText(before, column) !== printedCellText(after, column),
  );
  if (!isChanged) return undefined;
  return {
    rowMark: "",
    paragraphMark: () => "",
    runs: (column, value, code) => {
      const older = printedCellText(before, column);
      const newer = printedCellText(after, column);
      if (older === newer) return cellRuns(value, code);
      return textSpans(older, newer)
        .map(({ kind, text }) =>
          kind === "equal" ? cellRuns(text, code) : wholeText(text, code, belongings[kind], marks),
        )
        .join("");
    },
  };
}

const belongings = { removed: "deleted", added: "inserted" } as const;

function wholeText(value: string, code: boolean, belonging: "inserted" | "deleted", marks: RevisionMarks): string {
  return belonging === "inserted"
    ? marks.inserted(cellRuns(value, code))
    : marks.deleted(cellRuns(value, code, "w:delText"));
}
