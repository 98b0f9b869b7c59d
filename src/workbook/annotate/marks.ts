import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import { parseCellReference } from "../../input/xlsx/cell-reference.js";
import { cellAddress, type MergedRange, type Sheet } from "../../input/workbook.js";
import { severities } from "./own-words.js";

/** A cell that gets a colour and a note. Row and column count from 0. */
export interface CellMark {
  readonly row: number;
  readonly column: number;
  /** Of the worst problem. */
  readonly severity: Severity;
  readonly problems: readonly {
    readonly diagnostic: Diagnostic;
    /** Where the problem is, if a merged cell hides that cell. */
    readonly coveredCell?: string;
  }[];
}

/**
 * The cells of one sheet that have problems, ascending by row and column. What concerns the sheet as a whole is marked at A1, what is in a
 * covered cell at the merged one.
 *
 * @param problems those of this sheet
 */
export function markCells(problems: readonly Diagnostic[], sheet: Sheet): CellMark[] {
  const positions = problems.map((diagnostic) => ({
    diagnostic,
    cell: diagnostic.place.cell,
    ...(parseCellReference(diagnostic.place.cell ?? "A1") ?? { row: 0, column: 0 }),
  }));
  const shown = shownCells(positions, sheet.merges);
  const marks = new Map<string, { row: number; column: number; problems: CellMark["problems"][number][] }>();
  for (const position of positions) {
    const key = keyOf(position);
    const { row, column } = shown.get(key) ?? position;
    const address = cellAddress(row, column);
    const mark = marks.get(address) ?? { row, column, problems: [] };
    marks.set(address, mark);
    const { diagnostic } = position;
    const covered = position.cell !== undefined && (row !== position.row || column !== position.column);
    mark.problems.push(
      covered ? { diagnostic, coveredCell: cellAddress(position.row, position.column) } : { diagnostic },
    );
  }
  return [...marks.values()]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map((mark) => ({ ...mark, severity: worst(mark.problems.map(({ diagnostic }) => diagnostic.severity)) }));
}

interface Position {
  readonly row: number;
  readonly column: number;
}

/** For each position under a merged cell, the one that is shown. Each range is looked up by its rows, so that many of both stay quick. */
function shownCells(positions: readonly Position[], merges: readonly MergedRange[]): ReadonlyMap<string, Position> {
  const shown = new Map<string, Position>();
  const ascending = [...positions].sort((a, b) => a.row - b.row);
  for (const { top, left, bottom, right } of merges) {
    for (let index = firstFrom(ascending, top); index < ascending.length; index += 1) {
      const position = ascending[index];
      if (position === undefined || position.row > bottom) break;
      if (position.column >= left && position.column <= right) shown.set(keyOf(position), { row: top, column: left });
    }
  }
  return shown;
}

function firstFrom(ascending: readonly Position[], row: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle]?.row ?? Infinity) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function keyOf({ row, column }: Position): string {
  return `${String(row)}:${String(column)}`;
}

function worst(found: readonly Severity[]): Severity {
  return severities.find((severity) => found.includes(severity)) ?? "hint";
}
