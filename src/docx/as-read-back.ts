import type {
  Attachment,
  AttachmentBlock,
  Block,
  Cell,
  CircularDocument,
  Table,
  TableColumn,
  TableRow,
} from "../document/tree.js";
import { readDocx } from "./read-docx.js";
import { during, type Progress } from "../progress/progress.js";
import type { SurroundingText } from "./read/source.js";
import { writeDocx } from "./write-docx.js";

/** A draft that went through a file. */
export interface ReadBack {
  readonly document: CircularDocument;
  /** The texts around it (page numbers). */
  readonly surroundings: readonly SurroundingText[];
  readonly bytes: Uint8Array;
}

/**
 * A draft as it looks to somebody who has only its .docx, but knowing where its values came from.
 *
 * A file says how wide a column is on paper and not in the units of a type, and not which columns hold numbers. So a draft that was
 * composed and one that was read are only compared fairly if both went through a file.
 *
 * @returns the tree with those choices as a reader finds them, and what else is in the file
 */
export async function asReadBack(draft: CircularDocument, progress?: Progress): Promise<ReadBack> {
  const bytes = await writeDocx(draft, progress);
  const { document: read, surroundings } = during(progress, "draft-reading", () =>
    readDocx(bytes, "", {}, progress?.advance),
  );
  if (read?.children.length !== draft.children.length) return { document: read ?? draft, surroundings, bytes };
  const children = draft.children.map((block, index) => withReadChoices(block, read.children[index]));
  return { document: { ...draft, children }, surroundings, bytes };
}

function withReadChoices(block: Block, read: Block | undefined): Block {
  if (block.type !== "attachment" || read?.type !== "attachment") return block;
  if (block.children.length !== read.children.length) return read;
  const children = block.children.map((child, index) => attachmentBlock(child, read.children[index]));
  return { ...block, children } satisfies Attachment;
}

function attachmentBlock(block: AttachmentBlock, read: AttachmentBlock | undefined): AttachmentBlock {
  if (block.type !== "table" || read?.type !== "table") return block;
  const isAlike = block.columns.length === read.columns.length && block.rows.length === read.rows.length;
  return isAlike ? tableWithReadChoices(block, read) : read;
}

function tableWithReadChoices(table: Table, read: Table): Table {
  return {
    ...table,
    columns: table.columns.map((column, index) => columnWithReadChoices(column, read.columns[index])),
    headerRows: table.headerRows.map((row, index) => rowWithReadChoices(row, read.headerRows[index])),
    rows: table.rows.map((row, index) => rowWithReadChoices(row, read.rows[index])),
  };
}

function columnWithReadChoices(column: TableColumn, read: TableColumn | undefined): TableColumn {
  if (read === undefined) return column;
  const { width, align, kind } = read;
  return { ...column, width, align, kind: column.kind === "ordinal" ? column.kind : kind };
}

function rowWithReadChoices(row: TableRow, read: TableRow | undefined): TableRow {
  if (read?.cells.length !== row.cells.length) return row;
  return { ...row, cells: row.cells.map((cell, index) => cellWithReadChoices(cell, read.cells[index] ?? null)) };
}

function cellWithReadChoices(cell: string | Cell | null, read: string | Cell | null): string | Cell | null {
  if (cell === null || read === null) return read;
  if (typeof read === "string") return typeof cell === "string" ? cell : { children: cell.children };
  return typeof cell === "string" ? read : { ...read, children: cell.children };
}
