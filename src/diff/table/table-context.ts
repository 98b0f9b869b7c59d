import type { Table } from "../../document/tree.js";
import type { Step } from "../changes.js";
import type { Comparison, Draft } from "../draft.js";
import type { GridName, Path } from "../edits.js";
import type { ValueChanges } from "../value-changes.js";
import type { Grid } from "./grid.js";
import type { ColumnPair } from "./keys.js";

/** A table of one of the two documents. */
export interface TableSide {
  readonly table: Table;
  readonly path: Path;
  readonly rows: Grid;
  readonly headerRows: Grid;
}

/** Two tables that are compared, and what is known of them so far. */
export interface TableContext {
  readonly comparison: Comparison;
  readonly values: ValueChanges;
  readonly before: TableSide;
  readonly after: TableSide;
  readonly columnSteps: readonly Step[];
  /** The columns that both have. */
  readonly columns: readonly ColumnPair[];
  /** Those of them that only number the rows, on both sides. */
  readonly ordinals: ReadonlySet<ColumnPair>;
  /** The changes of columns, by position in the newer table (−1 − position in the older one for removed columns). */
  readonly columnDrafts: Map<number, Draft>;
  /** The changes of this table, in the order in which they were found. */
  readonly drafts: Draft[];
}

/** Two grids of a table: those of the rows or those of the header. */
export interface GridPair {
  readonly name: GridName;
  readonly before: Grid;
  readonly after: Grid;
  readonly steps: readonly Step[];
  /** Added and moved rows by position in the newer grid, removed ones by −1 − position in the older one. */
  readonly rowDrafts: ReadonlyMap<number, Draft>;
}
