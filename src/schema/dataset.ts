import type { Place } from "../document/place.js";
import type { CivilDate } from "../facts/numbers/civil-date.js";
import type { DatasetDefinition } from "./definitions.js";

/** A validated value: what remains of a cell or a field once its type has been made sure. `undefined` is an empty cell. */
export type FieldValue = string | number | boolean | CivilDate | readonly string[] | undefined;

/** The validated rows of one dataset, each knowing where it came from. */
export interface Dataset {
  readonly name: string;
  readonly definition: DatasetDefinition;
  readonly file: string;
  readonly sheet?: string;
  readonly rows: readonly DataRow[];
  /** By position, the columns in which something could not be read: what is not found in them may stand there all the same. */
  readonly doubtfulColumns: ReadonlySet<number>;
  /** The place of a row's cell; of the row itself if no column is named. */
  readonly placeOf: (row: DataRow, column?: string) => Place;
  /** 合计 and 小计 rows of a sheet, which are not data; a table from YAML has none. */
  readonly totals?: readonly TotalRow[];
}

/** A row in which somebody has added up the rows above. */
export interface TotalRow {
  /** The row number in the sheet. */
  readonly source: number;
  /** By the position of the column in the definition; `undefined` where nothing stands that the column could hold. */
  readonly values: readonly FieldValue[];
  readonly placeOf: (column: string) => Place;
}

export interface DataRow {
  /** The position in the dataset, from 0. */
  readonly index: number;
  /** The row number in the sheet, or the line in the YAML file. */
  readonly source: number;
  /** By the position of the column in the definition. */
  readonly values: readonly FieldValue[];
}

/** The position of a column in `DataRow.values`, or -1. */
export function columnIndex(definition: DatasetDefinition, name: string): number {
  return definition.columns.findIndex((column) => column.name === name);
}
