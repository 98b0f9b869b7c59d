import type { AttachmentBlock, Block, TableColumn, TableRow } from "../document/tree.js";

/** The keys from the document down to a node, a field or a list. */
export type Path = readonly (string | number)[];

/**
 * What a change does to the tree. Paths lead into the older document; positions in lists (`index`) are those of the newer one.
 * So edits do not depend on the order in which they are applied: see `applyChanges`.
 */
export type Edit = SetField | SpliceText | InsertItem | RemoveItem | MoveItem | TableEdit;

/** Gives a field of a node that stands in both documents another value; without `value` the field goes. */
export interface SetField {
  readonly edit: "set";
  readonly path: Path;
  readonly value?: unknown;
}

/** Replaces some characters of running text or of a string; `start` and `end` count UTF-16 units of the older text. */
export interface SpliceText {
  readonly edit: "splice";
  readonly path: Path;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts a block (or another item of a list) into the list at `path`, where it stands at `index` of the newer list. */
export interface InsertItem {
  readonly edit: "insert";
  readonly path: Path;
  readonly index: number;
  readonly item: Block | AttachmentBlock | object | string;
}

/** Takes the item at `path` out of its list. */
export interface RemoveItem {
  readonly edit: "remove";
  readonly path: Path;
}

/** Puts the item at `path` of the older document to `index` of the newer list. */
export interface MoveItem {
  readonly edit: "move";
  readonly path: Path;
  readonly index: number;
}

/** A change of a table; `path` is that of the table in the older document. */
export type TableEdit =
  | InsertColumn
  | RemoveColumn
  | MoveColumn
  | SetColumn
  | InsertRow
  | RemoveRow
  | MoveRow
  | SetCell
  | RenumberColumn
  | ReplaceTable;

/** Which grid of a table: that of the header or that of the rows. */
export type GridName = "headerRows" | "rows";

/** A cell as every row has it, whether of its own or as part of a merged one. */
export interface GridCell {
  readonly text: string;
  readonly align?: "left" | "centre" | "right";
  /** It is one merged cell with the one above, with the one to the left. */
  readonly joinsAbove: boolean;
  readonly joinsLeft: boolean;
}

export interface InsertColumn {
  readonly edit: "insert column";
  readonly path: Path;
  readonly index: number;
  readonly column: TableColumn;
  /** One for each row of the newer table; none for rows that are added as well, which bring their own. */
  readonly headerCells: readonly (GridCell | undefined)[];
  readonly cells: readonly (GridCell | undefined)[];
}

export interface RemoveColumn {
  readonly edit: "remove column";
  readonly path: Path;
  readonly before: number;
}

export interface MoveColumn {
  readonly edit: "move column";
  readonly path: Path;
  readonly before: number;
  readonly index: number;
}

/** Gives a column that stands in both documents another name, width, alignment or kind. */
export interface SetColumn {
  readonly edit: "set column";
  readonly path: Path;
  readonly before: number;
  readonly field: "name" | "width" | "align" | "kind";
  readonly value: string | number;
}

export interface InsertRow {
  readonly edit: "insert row";
  readonly path: Path;
  readonly grid: GridName;
  readonly index: number;
  readonly role: TableRow["role"];
  /** One for each column of the newer table. */
  readonly cells: readonly GridCell[];
}

export interface RemoveRow {
  readonly edit: "remove row";
  readonly path: Path;
  readonly grid: GridName;
  readonly before: number;
}

export interface MoveRow {
  readonly edit: "move row";
  readonly path: Path;
  readonly grid: GridName;
  readonly before: number;
  readonly index: number;
}

/** Gives a cell another text, alignment or place in a merged cell. `row` and `column` are those of the newer table. */
export interface SetCell {
  readonly edit: "set cell";
  readonly path: Path;
  readonly grid: GridName;
  readonly row: number;
  readonly column: number;
  readonly cell: GridCell;
}

/** Numbers a column consecutively again, as it was; `column` is that of the newer table. */
export interface RenumberColumn {
  readonly edit: "renumber column";
  readonly path: Path;
  readonly column: number;
}

/** Puts another table in the place of this one. */
export interface ReplaceTable {
  readonly edit: "replace table";
  readonly path: Path;
  readonly table: object;
}
