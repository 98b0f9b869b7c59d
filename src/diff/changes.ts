import type { Spot } from "../document/place.js";
import type { Provenance } from "../document/tree.js";
import type { Edit } from "./edits.js";

/**
 * What changed between two drafts of a circular. Everything that reports, redlines or merges builds on these types.
 *
 * `changes` is what a good colleague would say, cause before effect. `alignment` says which block, row and column of one draft
 * is which of the other, for those who show both side by side or write one into the other. Both are plain data: indexes and paths
 * lead into the two documents that were compared; nothing else refers to them.
 */
export interface DocumentChanges {
  /** Exactly if there are no changes: nothing that is printed differs by a single character. */
  readonly equal: boolean;
  /** By layer (data, numbers, text, layout), within a layer in the order of the documents. */
  readonly changes: readonly Change[];
  readonly alignment: DocumentAlignment;
  /** Whether values of the document carry provenance: it was generated, not read from a file. */
  readonly generated: { readonly before: boolean; readonly after: boolean };
  /** Whether the format (fonts, indents, borders …) was compared too, so that equal drafts also look the same. */
  readonly formatCompared: boolean;
  /** What was not compared, or could not be, in whole sentences without 。 for the end of the report. */
  readonly notCompared: readonly string[];
}

/**
 * Cause before effect.
 *
 * - `data`: rows and cells of attachment tables, compared by key.
 * - `numbers`: values that were worked out from data and came out differently, in the body and in tables.
 * - `text`: running text of the body and of attachments that somebody wrote or rewrote.
 * - `layout`: the other elements of a circular (标题, 主送, 附件, 版记 …), the make-up of tables, and the look.
 */
export type Layer = "data" | "numbers" | "text" | "layout";

export type ChangeKind = "added" | "removed" | "moved" | "changed";

/** What was added, removed, moved or changed. Names for people are in `elementNames`. */
export type ChangedElement =
  // data
  | "row"
  | "cell"
  // numbers
  | "value"
  | "total"
  // text
  | "paragraph"
  | "heading"
  | "headingNumber"
  | "headingLevel"
  | "caption"
  | "remarkRow"
  // layout: elements
  | "letterhead"
  | "copyNumber"
  | "classification"
  | "urgency"
  | "mark"
  | "documentNumber"
  | "title"
  | "recipients"
  | "attachmentList"
  | "attachmentListItem"
  | "signature"
  | "date"
  | "disclosure"
  | "note"
  | "imprint"
  | "copyTo"
  | "printer"
  | "printDate"
  | "attachment"
  | "attachmentNumber"
  | "attachmentTitle"
  | "attachmentSubtitle"
  | "orientation"
  | "remark"
  | "picture"
  | "properties"
  | "surrounding"
  // layout: tables
  | "table"
  | "column"
  | "columnName"
  | "columnWidths"
  | "columnFormat"
  | "headerCell"
  | "cellAlignment"
  | "mergedCells"
  | "tableLayout"
  // layout: look
  | "appearance"
  | "format"
  | "other";

/** The names of elements as a reviewer says them: 新增一行, 标题改动. */
export const elementNames: Readonly<Record<ChangedElement, string>> = {
  row: "行",
  cell: "单元格",
  value: "数",
  total: "合计",
  paragraph: "段落",
  heading: "小标题",
  headingNumber: "小标题序号",
  headingLevel: "小标题层次",
  caption: "表名",
  remarkRow: "备注行",
  letterhead: "版头",
  copyNumber: "份号",
  classification: "密级和保密期限",
  urgency: "紧急程度",
  mark: "发文机关标志",
  documentNumber: "发文字号",
  title: "标题",
  recipients: "主送机关",
  attachmentList: "附件说明",
  attachmentListItem: "附件说明",
  signature: "署名",
  date: "成文日期",
  disclosure: "公开方式",
  note: "附注",
  imprint: "版记",
  copyTo: "抄送",
  printer: "印发机关",
  printDate: "印发日期",
  attachment: "附件",
  attachmentNumber: "附件编号",
  attachmentTitle: "附件标题",
  attachmentSubtitle: "附件副标题",
  orientation: "纸张方向",
  remark: "表注",
  picture: "图片",
  properties: "文件属性",
  surrounding: "页眉、页脚、批注、文本框",
  table: "表格",
  column: "列",
  columnName: "列名",
  columnWidths: "列宽",
  columnFormat: "列的格式",
  headerCell: "表头",
  cellAlignment: "单元格对齐",
  mergedCells: "单元格合并",
  tableLayout: "表格结构",
  appearance: "版式",
  format: "格式",
  other: "其他",
};

/** One thing that a reviewer would mention, with every place where it shows. */
export interface Change {
  /** `data-1`, `numbers-2`, `text-1`, `layout-3`: the layer and the position within it, from 1. */
  readonly id: string;
  readonly layer: Layer;
  readonly kind: ChangeKind;
  readonly element: ChangedElement;
  /** Every place where it shows, at least one, in the order of the documents. Most changes have one; a number may have many. */
  readonly occurrences: readonly Occurrence[];
  /** The ids of the changes that brought it about: the rows because of which a number changed. Ids of any layer. */
  readonly causes: readonly string[];
  /** For a row or a cell: the table, the row by its key and what the row holds. */
  readonly row?: RowDetail;
  /** For a cell and a column: the column's name in the newer draft (in the older one if it was removed). */
  readonly column?: string;
  /** For a value: how it was worked out and from how many rows, before and after. */
  readonly value?: ValueDetail;
  /** For `changed` text: who changed it, as far as the two documents can tell. */
  readonly by?: "data" | "template" | "hand";
  /** For a change that is best said in a sentence of its own (列宽, 合并方式, 纸张方向): `竖向 → 横向`. */
  readonly remark?: string;
  /**
   * What this change does to the tree, exactly. The edits of all changes together turn the older draft into the newer one
   * (`applyChanges`); they include what follows from a change and is not worth a mention: 序号 that shift, numbers of
   * later headings, merged cells that grow by an inserted row.
   */
  readonly edits: readonly Edit[];
}

/** One place where a change shows. `before` is absent for what was added, `after` for what was removed. */
export interface Occurrence {
  readonly before?: Side;
  readonly after?: Side;
  /**
   * Both texts in one: the equal and removed spans joined are what the older side's spot embraces, the equal and added spans what
   * the newer side's embraces. That is the whole text, or for a value within it just the value.
   */
  readonly spans: readonly TextSpan[];
}

/** A place in one of the two drafts. */
export interface Side {
  /** In words: `正文 二、（三）第1段`, `附件2 第12行“结果”列`. */
  readonly place: string;
  /**
   * Where to put a mark. The path leads to what holds the text (see `Spot`), or to a whole block, row or column; then `start` and
   * `end` embrace all its text. Absent for headers, footers and the like, which are not part of the tree.
   */
  readonly spot?: Spot;
  /** The whole text there: of the paragraph, the cell, the row (cells separated by `｜`). */
  readonly text: string;
  /** Where it came from, if the changed text is one value of a generated document. */
  readonly provenance?: Provenance;
}

/** Some characters that are on both sides, or on one. */
export interface TextSpan {
  readonly kind: "equal" | "removed" | "added";
  readonly text: string;
}

export interface RowDetail {
  /** The path of the table in the older and in the newer draft. */
  readonly tableBefore: readonly (string | number)[];
  readonly tableAfter: readonly (string | number)[];
  /** Indexes into `rows` of the table (into `headerRows` for a header cell). */
  readonly before?: number;
  readonly after?: number;
  /** The values that identify the row, as a reviewer would name it: `潮州统计`. Of the newer draft if it is there. */
  readonly name: string;
  /** For an added or removed row: every column and its value; merged cells with the value they have. */
  readonly cells?: readonly { readonly column: string; readonly text: string }[];
  /** For a cell that covers several rows of the newer draft: how many. 1 otherwise. */
  readonly rowSpan?: number;
  /** For a moved row: the numbers of the row among the records, from 1. */
  readonly position?: { readonly before: number; readonly after: number };
}

export interface ValueDetail {
  /** In the words of the template: `行数 新媒体 结果="合格"`. */
  readonly expression: string;
  /** Other formulas by which the same number is worked out elsewhere (the body, 合计); absent if there are none. */
  readonly otherExpressions?: readonly string[];
  readonly before: string;
  readonly after: string;
  /** How many rows it was worked out from; 0 if from none. */
  readonly rowsBefore: number;
  readonly rowsAfter: number;
}

/** Which parts of the two documents belong together. */
export interface DocumentAlignment {
  readonly blocks: readonly AlignedBlock[];
}

/**
 * A step of a list that reads both documents at once, in the order of the newer one; what was removed stands after what it followed.
 *
 * - `same`: stands in both (`before` and `after`); its content may have changed.
 * - `added`: stands in the newer one only (`after`).
 * - `removed`: stands in the older one only (`before`).
 * - `movedHere`: stands in both, moved; this is its new place. Its content may have changed as well.
 * - `movedAway`: the former place of the same element; both indexes are given here too.
 *
 * Every index of the older list is in exactly one step other than `movedHere`, every index of the newer one in exactly one other
 * than `movedAway`.
 */
export type Step =
  | { readonly step: "same" | "movedHere" | "movedAway"; readonly before: number; readonly after: number }
  | { readonly step: "added"; readonly before?: never; readonly after: number }
  | { readonly step: "removed"; readonly before: number; readonly after?: never };

/** A block of the document or of an attachment; indexes into `children`. */
export type AlignedBlock = Step & {
  /** The blocks of an attachment that stands in both documents. */
  readonly blocks?: readonly AlignedBlock[];
  /** The rows and columns of a table that stands in both. */
  readonly table?: AlignedTable;
};

/** Rows and columns of two tables. If `replaced`, nothing in them could be aligned: the one stands for the other. */
export interface AlignedTable {
  readonly replaced: boolean;
  readonly columns: readonly Step[];
  readonly headerRows: readonly Step[];
  readonly rows: readonly Step[];
}
