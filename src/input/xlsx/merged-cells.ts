import { cellAddress, type CellValue, type MergedRange, type Sheet } from "../workbook.js";
import { gridColumns } from "./cell-reference.js";
import type { ReadingBudget } from "./reading-budget.js";

/** A row while its sheet is being read. */
export interface RowInProgress {
  number: number;
  hidden: boolean;
  cells: (CellValue | undefined)[];
}

/** A sheet's cells before its merged ranges are taken into account. */
export interface RowsAndMerges {
  /** Ascending, no number twice. */
  readonly rows: readonly RowInProgress[];
  readonly merges: readonly MergedRange[];
  /** Columns in use, among them those of empty cells with a format. */
  readonly width: number;
  readonly isHiddenRow: (rowNumber: number) => boolean;
  readonly budget: ReadingBudget;
}

/**
 * Gives every covered cell the value that its merged cell shows, and takes out the values of its own that it may hide.
 *
 * Ranges may be declared far larger than the sheet (`A1:XFD1048576`). They are followed as far as there are rows and columns in use: a row
 * that exists only as a covered one, between rows with values, comes into being; nothing beyond the last row does.
 *
 * @throws UnreadablePart if more cells are covered than a workbook may have
 */
export function resolveMergedCells(sheet: RowsAndMerges): Pick<Sheet, "rows" | "merges" | "coveredValues"> {
  if (sheet.merges.length === 0) return { rows: sheet.rows, merges: [], coveredValues: [] };
  const merges = withoutOverlaps(sheet);
  const rows = addCoveredRows(sheet, merges);
  const coveredValues: { cell: string; value: CellValue; shownCell: string }[] = [];
  for (const merge of merges) {
    const firstIndex = indexOfRow(rows, merge.top + 1);
    const first = rows[firstIndex];
    const shown = first?.number === merge.top + 1 ? first.cells[merge.left] : undefined;
    const right = Math.min(merge.right, sheet.width - 1);
    for (let index = firstIndex; index < rows.length; index += 1) {
      const row = rows[index];
      if (row === undefined || row.number > merge.bottom + 1) break;
      sheet.budget.countCells(Math.max(0, right - merge.left));
      for (let column = merge.left; column <= right; column += 1) {
        if (row.number === merge.top + 1 && column === merge.left) continue;
        const own = row.cells[column];
        if (own !== undefined) {
          const shownCell = cellAddress(merge.top, merge.left);
          coveredValues.push({ cell: cellAddress(row.number - 1, column), value: own, shownCell });
        }
        if (own !== undefined || shown !== undefined) row.cells[column] = shown;
      }
    }
  }
  // A row may have held nothing but hidden values under an empty merged cell.
  const remaining = coveredValues.length === 0 ? rows : rows.filter(({ cells }) => cells.some(isPresent));
  return { rows: remaining, merges, coveredValues };
}

/** Excel allows no overlaps. Where a file has them all the same, the upper, then the left range stands. */
function withoutOverlaps({ merges, width }: RowsAndMerges): MergedRange[] {
  const ascending = merges
    .filter(({ top, left, bottom, right }) => top !== bottom || left !== right)
    .sort((a, b) => a.top - b.top || a.left - b.left);
  /** Per column, how far down the last range reaches. */
  const lowestRow = new Int32Array(gridColumns).fill(-1);
  return ascending.filter(({ top, left, bottom, right }) => {
    // Beyond the columns in use nothing is filled, so that an overlap there does no harm; the left one always counts.
    const end = Math.max(left, Math.min(right, width - 1)) + 1;
    for (let column = left; column < end; column += 1) {
      if ((lowestRow[column] ?? -1) >= top) return false;
    }
    lowestRow.fill(bottom, left, end);
    return true;
  });
}

/** Rows that have no value of their own but lie under a merged cell that shows one, up to the last row that has. */
function addCoveredRows(sheet: RowsAndMerges, merges: readonly MergedRange[]): readonly RowInProgress[] {
  const last = sheet.rows.at(-1)?.number ?? 0;
  const added: RowInProgress[] = [];
  /** Up to which row everything has been looked at: each row is added once however many ranges cover it. */
  let done = 0;
  for (const { top, left, bottom } of merges) {
    if (top === bottom) continue;
    const first = sheet.rows[indexOfRow(sheet.rows, top + 1)];
    if (first?.number !== top + 1 || first.cells[left] === undefined) continue;
    const start = Math.max(top + 1, done + 1);
    let next = indexOfRow(sheet.rows, start);
    for (let number = start; number <= Math.min(bottom + 1, last); number += 1) {
      done = number;
      if (sheet.rows[next]?.number === number) {
        next += 1;
        continue;
      }
      sheet.budget.countRow();
      added.push({ number, hidden: sheet.isHiddenRow(number), cells: [] });
    }
  }
  if (added.length === 0) return sheet.rows;
  return [...sheet.rows, ...added].sort((a, b) => a.number - b.number);
}

/** Index of the first row whose number is at least `number`. */
function indexOfRow(rows: readonly RowInProgress[], number: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.number ?? Infinity) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isPresent(value: CellValue | undefined): boolean {
  return value !== undefined;
}
