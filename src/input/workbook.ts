/**
 * The port through which workbooks are read.
 *
 * What a spreadsheet library makes of a cell differs from library to library and is wrong in ways that matter here (a formula
 * without a stored result read as 0, a Chinese date read as a number). So the rest of the program sees only these types, and the
 * implementation is held to them by tests that list the traps one by one.
 */

/** A workbook as it was last saved. */
export interface Workbook {
  readonly file: string;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  /** Hidden sheets are read like others; who uses one says so. */
  readonly hidden: boolean;
  /** Rows that hold at least one value, ascending. Formatted but empty rows are left out. */
  readonly rows: readonly SheetRow[];
  /** As the file has them, so that they may reach far beyond the rows. Of two that overlap, the lower is left out. */
  readonly merges: readonly MergedRange[];
  /** Values that sit in a cell covered by a merged one: nobody sees them in Excel. */
  readonly coveredValues: readonly { readonly cell: string; readonly value: CellValue; readonly shownCell: string }[];
}

export interface SheetRow {
  /** As Excel numbers it, from 1. */
  readonly number: number;
  /** Hidden by hand or by a filter. Such rows are data all the same; who uses one says so. */
  readonly hidden: boolean;
  /**
   * By column index from 0; may be sparse or shorter than other rows. A cell covered by a merged one holds the value that the merged
   * cell shows. Empty cells and cells of nothing but blanks are `undefined`.
   */
  readonly cells: readonly (CellValue | undefined)[];
}

/** Zero-based, both ends included. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A cell's value. Text keeps its characters exactly, except that line ends are `\n`. */
export type CellValue = string | number | boolean | CivilDate | ClockTime | PercentValue | LongNumber | CellFault;

/** A calendar date, with no time zone. A time of day is kept apart because no column of a circular needs it. */
export interface CivilDate {
  readonly kind: "date";
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time?: { readonly hour: number; readonly minute: number; readonly second: number };
}

/** A time of day that belongs to no date: 0.4375 shown as 10:30. A number to Excel, but not to the person who typed it. */
export interface ClockTime {
  readonly kind: "time";
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** A number whose format shows it as a percentage: 0.988 shown as 98.8%. */
export interface PercentValue {
  readonly kind: "percent";
  /** As stored: 0.988. */
  readonly value: number;
}

/** A number of more than 15 digits: Excel has already replaced the last ones by zeros. */
export interface LongNumber {
  readonly kind: "longNumber";
  readonly text: string;
}

/**
 * A cell that has no usable value. `error` is what the cell shows, such as `#N/A`. `formula` is empty where the file leaves a formula
 * out because it is that of another cell, filled down.
 */
export type CellFault =
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "formulaWithoutValue"; readonly formula: string };

/** The address of a cell: `cellAddress(4, 0)` is `A5`. Both numbers count from 0. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${String(row + 1)}`;
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = "";
  do {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return letters;
}
