import type { GridName } from "../diff/edits.js";
import type { Preference } from "./conflicts.js";
import type { MergedItem } from "./merge-order.js";
import { isOneCell, type SideName, type TableSides } from "./table-sides.js";

/** Rows and columns of which it has to be found out which cells are merged. */
export interface MergedGrid {
  readonly sides: TableSides;
  readonly grid: GridName;
  readonly rows: readonly MergedItem[];
  readonly columns: readonly MergedItem[];
  /** What each position says: only positions that say the same can be one cell. `undefined` where that is counted afterwards. */
  readonly texts: Texts;
  readonly prefer: Preference;
}

type Texts = readonly (readonly (string | undefined)[])[];

/** Which neighbours each position is one cell with. */
export interface CellJoins {
  readonly above: (row: number, column: number) => boolean;
  readonly left: (row: number, column: number) => boolean;
}

/**
 * Works out the merged cells of a merged table: two neighbours are one cell as they are on the side that changed it, or on the side that
 * has both. What then does not make a rectangle, or does not say the same everywhere, is taken apart.
 */
export function mergedCells(grid: MergedGrid): CellJoins {
  const { rows, columns, texts } = grid;
  const width = columns.length;
  const wantsAbove = new Uint8Array(rows.length * width);
  const wantsLeft = new Uint8Array(rows.length * width);
  rows.forEach((row, index) => {
    columns.forEach((column, position) => {
      const at = index * width + position;
      const [above, left] = [rows[index - 1], columns[position - 1]];
      if (above !== undefined && isJoined(grid, [above, column], [row, column])) wantsAbove[at] = 1;
      if (left !== undefined && isJoined(grid, [row, left], [row, column])) wantsLeft[at] = 1;
    });
  });
  return rectangles({ wantsAbove, wantsLeft, width, height: rows.length, texts });
}

type Position = readonly [row: MergedItem, column: MergedItem];

function isJoined({ sides, grid, prefer }: MergedGrid, one: Position, other: Position): boolean {
  const of = (name: SideName): boolean | undefined => isOneCell(sides, grid, name, one, other);
  const [base, hand, data] = [of("base"), of("hand"), of("data")];
  if (hand !== undefined && data !== undefined) {
    if (hand === data) return hand;
    if (base !== undefined) return hand === base ? data : hand;
    return prefer === "hand" ? hand : data;
  }
  if (hand !== undefined || data !== undefined) return hand ?? data ?? false;
  return bothGoOn({ sides, grid }, one, other);
}

/** Of two rows that different sides added, both may go on with the merged cell above them. */
function bothGoOn({ sides, grid }: Pick<MergedGrid, "sides" | "grid">, one: Position, other: Position): boolean {
  const goesOn = ([row, column]: Position): boolean =>
    (["hand", "data"] as const).some((name) => {
      const [rowIndex, columnIndex] = [row[name], column[name]];
      return rowIndex !== undefined && columnIndex !== undefined && sides[name][grid].joinsAbove(rowIndex, columnIndex);
    });
  return one[1] === other[1] && goesOn(one) && goesOn(other);
}

interface Wishes {
  readonly wantsAbove: Uint8Array;
  readonly wantsLeft: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly texts: Texts;
}

/** Takes the largest rectangles from the top left on. */
function rectangles({ wantsAbove, wantsLeft, width, height, texts }: Wishes): CellJoins {
  const above = new Uint8Array(width * height);
  const left = new Uint8Array(width * height);
  const covered = new Uint8Array(width * height);
  const text = (at: number): string | undefined => texts[Math.floor(at / width)]?.[at % width];
  const saySame = (one: number, other: number): boolean =>
    text(one) === undefined || text(other) === undefined || text(one) === text(other);
  for (let start = 0; start < width * height; start += 1) {
    if (covered[start] === 1) continue;
    const column = start % width;
    let across = 1;
    while (column + across < width && canJoin(start + across)) across += 1;
    let down = 1;
    while (start + down * width < width * height && rowFits(start + down * width, across)) down += 1;
    for (let y = 0; y < down; y += 1) {
      for (let x = 0; x < across; x += 1) {
        const at = start + y * width + x;
        covered[at] = 1;
        above[at] = y > 0 ? 1 : 0;
        left[at] = x > 0 ? 1 : 0;
      }
    }
    function canJoin(at: number): boolean {
      return wantsLeft[at] === 1 && covered[at] === 0 && saySame(start, at);
    }
    function rowFits(first: number, count: number): boolean {
      if (wantsLeft[first] === 1 && column > 0) return false;
      if (column + count < width && wantsLeft[first + count] === 1) return false;
      for (let x = 0; x < count; x += 1) {
        const at = first + x;
        if (covered[at] === 1 || wantsAbove[at] !== 1 || !saySame(start, at)) return false;
        if (x > 0 && wantsLeft[at] !== 1) return false;
      }
      return true;
    }
  }
  return {
    above: (row, column) => above[row * width + column] === 1,
    left: (row, column) => left[row * width + column] === 1,
  };
}
