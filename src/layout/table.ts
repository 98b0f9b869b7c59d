import { SIZES } from "./fonts.js";
import { type Length, millimetres, points, toPoints, toTwips } from "./measures.js";
import type { TableDensity } from "./element-styles.js";

/** Geometry of tables in attachments. GB/T 9704—2012 does not regulate them; all numbers here are implementation choices. */

/** Lines of the grid: 0.5 pt, Word's own default. */
export const TABLE_LINE: Length = points(0.5);

/** Inside a cell, between the line and the text. */
export const CELL_MARGINS: { readonly vertical: Length; readonly horizontal: Length } = {
  vertical: millimetres(0.45),
  horizontal: millimetres(1.5),
};

/** The least height of a row. */
export const ROW_HEIGHTS: Readonly<Record<TableDensity, Length>> = {
  normal: millimetres(6.6),
  dense: millimetres(6),
};

const TEXT_SIZES: Readonly<Record<TableDensity, Length>> = { normal: SIZES.小四, dense: SIZES.五号 };

/** A column narrower than this many characters of 小四 on average calls for smaller type. */
const COMFORTABLE_CHARACTERS = 5;

/** No column is narrower than two characters: 序号. */
const LEAST_CHARACTERS = 2;

/** Columns of codes may take at most this share of the width, so that the others stay readable. */
const MOST_FOR_CODES = 0.6;

/** A merged cell over at most this many rows is kept on one page; on a second page it would be an empty box. */
export const MOST_ROWS_KEPT_TOGETHER = 6;

/** Whether a table of so many columns takes the dense styles. */
export function tableDensity(columnCount: number, tableWidth: number): TableDensity {
  const column = tableWidth / Math.max(1, columnCount) - 2 * toTwips(CELL_MARGINS.horizontal);
  return column < COMFORTABLE_CHARACTERS * toTwips(TEXT_SIZES.normal) ? "dense" : "normal";
}

/** What decides the width of one column. */
export interface ColumnRequest {
  /** The relative width that the table asks for. */
  readonly share: number;
  /** The widest code in the column, if it is a column of codes, which must not break. */
  readonly widestCode?: string;
}

/**
 * The widths of the columns in whole twips; they add up to `tableWidth`.
 *
 * Columns get their share, but never less than two characters, and a column of codes never less than its widest code needs, as far
 * as 60 % of the table allows; what these need beyond their share is taken from the others in proportion.
 */
export function columnWidths(
  columns: readonly ColumnRequest[],
  tableWidth: number,
  density: TableDensity,
): readonly number[] {
  if (columns.length === 0) return [];
  const shares = normalised(columns.map((column) => column.share));
  const least = leastWidths(columns, tableWidth, density);
  const fixed = new Set<number>();
  let widths = shares.map((share) => share * tableWidth);
  // Raising a column to its least width narrows the others, which may push another one below its own; each round fixes at least one.
  for (;;) {
    const short = widths.flatMap((width, index) =>
      !fixed.has(index) && width < (least[index] ?? 0) - 0.5 ? [index] : [],
    );
    if (short.length === 0) break;
    for (const index of short) fixed.add(index);
    const taken = [...fixed].reduce((sum, index) => sum + (least[index] ?? 0), 0);
    const freeShare = shares.reduce((sum, share, index) => (fixed.has(index) ? sum : sum + share), 0);
    widths = shares.map((share, index) =>
      fixed.has(index) ? (least[index] ?? 0) : freeShare === 0 ? 0 : (share / freeShare) * (tableWidth - taken),
    );
  }
  // Where even the least widths do not fit (very many columns), all give way alike.
  const total = widths.reduce((sum, width) => sum + width, 0);
  return wholeNumbers(
    widths.map((width) => (width * tableWidth) / total),
    tableWidth,
  );
}

function normalised(shares: readonly number[]): readonly number[] {
  const positive = shares.map((share) => (Number.isFinite(share) && share > 0 ? share : 1));
  const sum = positive.reduce((total, share) => total + share, 0);
  return positive.map((share) => share / sum);
}

function leastWidths(columns: readonly ColumnRequest[], tableWidth: number, density: TableDensity): readonly number[] {
  const size = TEXT_SIZES[density];
  const margins = 2 * toTwips(CELL_MARGINS.horizontal);
  const plain = Math.min(LEAST_CHARACTERS * toTwips(size) + margins, tableWidth / columns.length);
  const codes = columns.map((column) =>
    column.widestCode === undefined ? 0 : codeWidth(column.widestCode, size) + margins,
  );
  const wanted = codes.reduce((sum, width) => sum + width, 0);
  const room = Math.max(0, tableWidth * MOST_FOR_CODES);
  const scale = wanted > room ? room / wanted : 1;
  return codes.map((width) => Math.max(plain, width * scale));
}

/** The width of a code in Times New Roman, in twips: never less than the true one. */
function codeWidth(code: string, size: Length): number {
  return Math.ceil(codeEms(code) * toPoints(size) * 20);
}

/** The width of a code in ems of Times New Roman, from the font's own advance widths; codes of one length differ in it. */
export function codeEms(code: string): number {
  let ems = 0;
  for (const character of code) ems += advance(character);
  return ems;
}

function advance(character: string): number {
  if (/^[0-9a-ln-vx-z.,:;\-/_ ]$/.test(character)) return 0.5;
  if (/^[MWmw@%&]$/.test(character)) return 0.95;
  if (/^[\u0020-\u007e]$/.test(character)) return 0.73;
  return 1;
}

/** Rounds so that the sum is kept: what rounding down leaves over goes to the largest fractions, the left one first. */
function wholeNumbers(widths: readonly number[], sum: number): readonly number[] {
  const whole = widths.map(Math.floor);
  let left = sum - whole.reduce((total, width) => total + width, 0);
  const order = widths
    .map((width, index) => ({ index, fraction: width - Math.floor(width) }))
    .sort((a, b) => b.fraction - a.fraction || a.index - b.index);
  for (const { index } of order) {
    if (left <= 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
    left -= 1;
  }
  return whole;
}
