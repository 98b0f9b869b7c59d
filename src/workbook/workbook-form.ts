import type { FieldValue } from "../schema/dataset.js";

/*
 * A workbook for a circular type, described without any spreadsheet library: what `planWorkbook` works out and `writeWorkbook` writes.
 */

export interface WorkbookForm {
  /** Stored in the file's properties. */
  readonly title: string;
  readonly guide: GuideSheet;
  readonly sheets: readonly DatasetSheet[];
  /** A hidden sheet that holds, a column each, the lists that are too long for a drop-down of their own. */
  readonly choices: { readonly name: string; readonly lists: readonly (readonly string[])[] };
}

/** The sheet that comes first: 填表说明. */
export interface GuideSheet {
  readonly name: string;
  readonly heading: string;
  readonly rules: readonly string[];
  readonly tables: readonly GuideTable[];
}

/** What to fill in on one sheet. */
export interface GuideTable {
  readonly heading: string;
  /** 列、必填、填什么、要求、示例. */
  readonly rows: readonly (readonly [string, string, string, string, string])[];
}

export interface DatasetSheet {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  /** The example, a cell for each column; its first cell says 示例, so that it is never read. */
  readonly example: readonly FieldValue[];
  /** Rows that are there already, a cell for each column. */
  readonly rows: readonly (readonly FieldValue[])[];
  /** The first and the last column (from 0) that are read; a 序号 before them is only for the eye. */
  readonly readColumns: { readonly first: number; readonly last: number };
}

export interface SheetColumn {
  readonly heading: string;
  readonly required: boolean;
  /** An empty cell in a row that has been begun is a mistake. */
  readonly mustBeFilled: boolean;
  /** Shown when the pointer is on the heading. */
  readonly note?: string;
  /** In characters of half width, as Excel counts. */
  readonly width: number;
  readonly format: CellFormat;
  /** Short values stand in the middle of their cells. */
  readonly centred: boolean;
  readonly rule?: CellRule;
}

/** How cells show and keep what is typed: `text` keeps it as it is; decimals are shown to so many places. */
export type CellFormat = "text" | "general" | "date" | { readonly decimals: number };

/** What may be typed into a cell. */
export type CellRule = (
  | { readonly kind: "choices"; readonly values: readonly string[] }
  | { readonly kind: "choicesInList"; readonly list: number }
  /** What stands in a column (from 0) of another sheet. */
  | { readonly kind: "valuesOfSheet"; readonly sheet: string; readonly column: number }
  | { readonly kind: "number"; readonly whole: boolean; readonly minimum?: number; readonly maximum?: number }
  | { readonly kind: "date" }
) & {
  /** Whether anything else is refused; otherwise Excel asks once more. */
  readonly strict: boolean;
  /** What Excel says to anything else. */
  readonly message: string;
};

/** The rows of a dataset sheet, counted from 1 as in Excel. */
export const sheetRows = { title: 1, heading: 2, example: 3, firstData: 4 } as const;

/** Rules and formats reach so many rows below what is filled in. */
const rowsToFill = 2000;

/** The last row to which rules and formats reach. */
export function lastRow(sheet: DatasetSheet): number {
  return sheetRows.firstData + sheet.rows.length + rowsToFill - 1;
}
