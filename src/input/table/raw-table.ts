import type { Place } from "../../document/place.js";
import type { CellValue } from "../workbook.js";

/** A column that a table should have. */
export interface WantedColumn {
  readonly name: string;
  /** Other headings under which the column is known. */
  readonly aliases: readonly string[];
  readonly required: boolean;
}

/** What stands in a cell: a sheet's value, a text from YAML, a list of texts from YAML, or nothing. */
export type RawCell = CellValue | readonly string[] | undefined;

export interface RawRow {
  /** The sheet's row number, or the line of the YAML file. */
  readonly source: number;
  /** In the order of the wanted columns. */
  readonly cells: readonly RawCell[];
}

/**
 * A table whose columns have been recognised and whose cells have not been interpreted yet.
 *
 * A cell that holds a `CellFault`, and a value under a heading that is missing, have been reported already.
 */
export interface RawTable {
  readonly file: string;
  /** Absent for a table from YAML. */
  readonly sheet?: string;
  readonly rows: readonly RawRow[];
  /** 合计, 总计 and 小计 rows: not data, but a later check can compare them with the sums. */
  readonly totals: readonly RawRow[];
  /**
   * Per wanted column: whether it exists. `false` for a required column has been reported already. In YAML, where each item
   * names its own keys, a required column always counts as found and it is for the row to say that its value is missing.
   */
  readonly found: readonly boolean[];
  /** Place of a cell of `rows`; of its row if the column or key does not exist. */
  placeOf(rowIndex: number, columnIndex: number): Place;
  /** Place of a column's heading; of the heading row if there is none, of the list for a table from YAML. */
  headingPlace(columnIndex: number): Place;
  /** Place of a row of `rows`: its first wanted cell, or the item in YAML. */
  rowPlace(rowIndex: number): Place;
}
