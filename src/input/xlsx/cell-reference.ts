import type { MergedRange } from "../workbook.js";

/** The size of Excel's grid. */
export const gridRows = 1_048_576;
export const gridColumns = 16_384;

/** Both count from 0. */
interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** Takes `AB12`, also `ab12` and `$AB$12`, apart. `undefined` for anything else and beyond the grid. */
export function parseCellReference(reference: string): CellPosition | undefined {
  let column = 0;
  let row = 0;
  let index = 0;
  if (reference.charCodeAt(index) === dollar) index += 1;
  for (; index < reference.length; index += 1) {
    const letter = reference.charCodeAt(index) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > gridColumns) return undefined;
  }
  if (reference.charCodeAt(index) === dollar) index += 1;
  const digits = index;
  for (; index < reference.length; index += 1) {
    const digit = reference.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return undefined;
    row = row * 10 + digit;
    if (row > gridRows) return undefined;
  }
  if (column === 0 || row === 0 || digits === reference.length) return undefined;
  return { row: row - 1, column: column - 1 };
}

/** Takes `A1:B2` apart, whichever corner comes first; one cell is a range of one. `undefined` for anything else. */
export function parseRange(reference: string): MergedRange | undefined {
  const [from = "", to = from, ...more] = reference.split(":");
  if (more.length > 0) return undefined;
  const first = parseCellReference(from);
  const second = parseCellReference(to);
  if (first === undefined || second === undefined) return undefined;
  return {
    top: Math.min(first.row, second.row),
    left: Math.min(first.column, second.column),
    bottom: Math.max(first.row, second.row),
    right: Math.max(first.column, second.column),
  };
}

const dollar = 36;
