import type { Place } from "./place.js";

/**
 * The document tree: what a circular is made of, independent of where it came from and of how it is written.
 *
 * Readers (templates, .docx) produce it and writers (.docx, review text, HTML) consume it; neither knows the other.
 * It is plain data: it can be cloned, compared and serialised as JSON. The written specification with an example of
 * every node is `docs/文档树.md`; change both together.
 */

/** A whole circular (通报): the elements in the order in which they are printed. */
export interface CircularDocument {
  readonly type: "document";
  readonly properties: DocumentProperties;
  readonly appearance: Appearance;
  readonly children: readonly Block[];
}

/** What the file says about itself (Word's 文档属性). */
export interface DocumentProperties {
  /** The title on one line. */
  readonly title: string;
  /** The issuing agency (发文机关). */
  readonly issuer: string;
  /** 成文日期 as `YYYY-MM-DD`; the only date in the file, so that the same input gives the same bytes. */
  readonly date: string;
}

/** The choices of an edition that change the look but not the words. */
export interface Appearance {
  /**
   * `plain`: as published on a website, no 版头. `redHead`: 文件格式 with 发文机关标志 and red line (GB/T 9704 §7.2).
   * `letter`: 信函格式 (§10.1).
   */
  readonly form: "plain" | "redHead" | "letter";
  /** Leaves room for a seal over 署名 and 成文日期 (§7.3.5.1), or uses the layout without one (§7.3.5.2). */
  readonly sealed: boolean;
  /** `outer`: odd right, even left (§7.5). `centre`: the habit of internal print-outs. */
  readonly pageNumbers: "outer" | "centre";
  /** The font of Latin letters and digits in the body; the standard names none. */
  readonly latinFont: "body" | "timesNewRoman";
  /** Some houses print level-2 headings bold; the standard asks for none. */
  readonly boldHeadings: boolean;
  /** Mirrors the binding margin on even pages, for duplex printing with a strict 订口. */
  readonly mirrorMargins: boolean;
}

export type Block =
  | Letterhead
  | Title
  | Recipients
  | Heading
  | Paragraph
  | AttachmentList
  | Signature
  | Disclosure
  | Note
  | Attachment
  | Imprint;

/** Running text: either the template's own words, or a value that came from data. */
export type Inline = Text | Value;

export interface Text {
  readonly type: "text";
  readonly value: string;
  /** Where its first character stands in the template; absent in a document read from a file. */
  readonly place?: Place;
}

/** A value that came from data. It is never markup: whatever characters it has, it stays text inside its paragraph. */
export interface Value {
  readonly type: "value";
  readonly value: string;
  readonly provenance: Provenance;
}

/** Where a value came from: enough to say “counted from these rows” and to find who changed it. */
export interface Provenance {
  /** How it was got, in the words of the template: `行数 新媒体 结果="合格"`, `发文机关`. */
  readonly expression: string;
  /** The single places it was read from (a key of circular.yaml, a cell). */
  readonly places: readonly Place[];
  /** The rows it was counted from. */
  readonly rows: readonly RowSet[];
}

/** Some rows of one dataset. */
export interface RowSet {
  readonly dataset: string;
  readonly file: string;
  readonly sheet?: string;
  /** Row numbers in the sheet, or line numbers in the YAML file, ascending. */
  readonly rows: readonly number[];
}

/** 版头 (§7.2). In the letter form the mark and lines are those of §10.1. */
export interface Letterhead {
  readonly type: "letterhead";
  /** 份号, six digits. */
  readonly copyNumber?: string;
  /** 密级和保密期限, as printed: 秘密★1年. */
  readonly classification?: string;
  /** 紧急程度: 特急 or 加急. */
  readonly urgency?: string;
  /** 发文机关标志, one line per agency; joint documents name the main agency first. */
  readonly mark: readonly string[];
  /** 发文字号: 潮府办函〔2024〕12号. */
  readonly documentNumber?: string;
}

/** 标题 (§7.3.1), already broken into lines by meaning. */
export interface Title {
  readonly type: "title";
  readonly lines: readonly (readonly Inline[])[];
}

/** 主送机关 (§7.3.2), with its closing colon. */
export interface Recipients {
  readonly type: "recipients";
  readonly children: readonly Inline[];
}

/** 结构层次序数 (§7.3.3): 一、 / （一） / 1. / （1）, numbered by the engine. */
export interface Heading {
  readonly type: "heading";
  readonly level: 1 | 2 | 3 | 4;
  /** The position within its parent, from 1. */
  readonly ordinal: number;
  /** The printed number: `一、`, `（二）`, `3.`, `（4）`. */
  readonly label: string;
  /** The heading itself, without its number. A run-in heading includes its closing 。 */
  readonly children: readonly Inline[];
  /** The text that follows a run-in heading in the same paragraph; absent for a heading on its own line. */
  readonly body?: readonly Inline[];
}

/** One paragraph of the body. */
export interface Paragraph {
  readonly type: "paragraph";
  readonly children: readonly Inline[];
}

/** 附件说明 (§7.3.4). */
export interface AttachmentList {
  readonly type: "attachmentList";
  /** 附件 in most places; some name theirs 附表. */
  readonly label: string;
  /** What stands between the label and the names in a document read from a file, if it is not the full-width colon. */
  readonly separator?: string;
  readonly items: readonly AttachmentListItem[];
}

/** One line of 附件说明. */
export interface AttachmentListItem {
  /** A single attachment has no number. */
  readonly number?: number;
  /** The number as printed in a document read from a file, if it is not `1.`: `1、`, `（1）`. */
  readonly mark?: string;
  readonly name: readonly Inline[];
}

/** 署名 and 成文日期 (§7.3.5). */
export interface Signature {
  readonly type: "signature";
  /** One line per agency. */
  readonly issuers: readonly (readonly Inline[])[];
  /** Printed form: 2024年7月10日. */
  readonly date: readonly Inline[];
}

/** 公开方式：主动公开, a line of its own after the date. */
export interface Disclosure {
  readonly type: "disclosure";
  readonly children: readonly Inline[];
}

/** 附注 (§7.3.6), printed in full-width parentheses, which are part of `children`. */
export interface Note {
  readonly type: "note";
  readonly children: readonly Inline[];
}

/** One 附件 (§7.3.7), on a page of its own. */
export interface Attachment {
  readonly type: "attachment";
  /** Absent if it is the only one. */
  readonly number?: number;
  /** The printed mark: `附件`, `附件2`. */
  readonly label: string;
  readonly orientation: "portrait" | "landscape";
  /** Broken into lines where the author asked for it. */
  readonly title: readonly (readonly Inline[])[];
  /** A line under the title, usually the period in parentheses. */
  readonly subtitle?: readonly Inline[];
  readonly children: readonly AttachmentBlock[];
}

export type AttachmentBlock = Heading | Paragraph | Table | Caption | Remark | Picture;

/** The name of one of several tables in an attachment (附表1 …), centred above its table. */
export interface Caption {
  readonly type: "caption";
  readonly children: readonly Inline[];
}

/** 注：… before or after a table. `label` is printed in front (`注：`) and may be empty. */
export interface Remark {
  readonly type: "remark";
  readonly label: string;
  readonly children: readonly Inline[];
}

/** A picture that stands in place of a table. */
export interface Picture {
  readonly type: "picture";
  readonly format: "png" | "jpeg";
  /** Base64 of the file's bytes. */
  readonly data: string;
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** Read aloud to those who cannot see it (替代文字). */
  readonly alternativeText: string;
}

/** A grid of cells. 序号 and merges are already worked out; writers only draw. */
export interface Table {
  readonly type: "table";
  readonly columns: readonly TableColumn[];
  readonly headerRows: readonly TableRow[];
  readonly rows: readonly TableRow[];
  /**
   * The columns (indexes into `columns`) whose values identify a row when two drafts are compared.
   * A running number is never among them.
   */
  readonly key: readonly number[];
  /** The dataset that the records came from; absent in a table read from a .docx. */
  readonly dataset?: string;
}

export interface TableColumn {
  /** The heading on one line, as in the review text; header cells may break it. */
  readonly name: string;
  /** Relative width. A writer scales the sum to the width of the type area. */
  readonly width: number;
  readonly align: "left" | "centre" | "right";
  /**
   * `ordinal`: a running number derived from position. `code`: an identification code: kept as text, in one Latin font, never
   * broken over lines if its column can be made wide enough.
   */
  readonly kind: "text" | "number" | "ordinal" | "code";
  /** The dataset's column it shows, for provenance; absent for a running number and in foreign documents. */
  readonly source?: string;
}

/**
 * One row of a table.
 *
 * `cells` has exactly one entry per column:
 * - a string: an ordinary cell with this text (`\n` is a line break);
 * - `null`: the cell belongs to a merged cell that begins above it (vertical) or to its left (horizontal);
 * - a `Cell`: anything else, that is a cell that spans, is aligned differently or holds values with provenance of their own.
 */
export interface TableRow {
  readonly role: "header" | "record" | "total" | "remark";
  readonly cells: readonly (string | Cell | null)[];
  /** The row number in the sheet or the line in the YAML file that a record came from. */
  readonly source?: number;
}

export interface Cell {
  readonly children: readonly Inline[];
  /** How many columns it covers; 1 if absent. */
  readonly columnSpan?: number;
  /** How many rows it covers; 1 if absent. */
  readonly rowSpan?: number;
  readonly align?: "left" | "centre" | "right";
}

/** 版记 (§7.4). */
export interface Imprint {
  readonly type: "imprint";
  /** 抄送, without its label, with its closing 。 */
  readonly copyTo?: readonly Inline[];
  /** 印发机关. */
  readonly printer?: readonly Inline[];
  /** 印发日期 in printed form, without the closing 印发. */
  readonly printDate?: readonly Inline[];
}

/** Makes a text node. */
export function text(value: string): Text {
  return { type: "text", value };
}

/** The characters of running text, without knowing where they came from. */
export function plainText(children: readonly Inline[]): string {
  let result = "";
  for (const child of children) result += child.value;
  return result;
}

/** The characters of a cell; empty for a cell that belongs to a merged one. */
export function cellText(cell: string | Cell | null): string {
  if (cell === null) return "";
  return typeof cell === "string" ? cell : plainText(cell.children);
}
