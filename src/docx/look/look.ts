/**
 * How a .docx file dresses its text, as far as two files that one program saved can be compared: every property as it is written down,
 * without what programs change on every save (revision ids, languages, spelling marks) and without what the document tree holds
 * anyway (texts, widths of columns, merged cells).
 */
export interface DocxLook {
  /** The program that saved the file last, as it calls itself. Another one writes the same look in other words. */
  readonly program: string;
  /** The body, then headers, footers and notes. */
  readonly stories: readonly LookStory[];
  readonly sections: readonly LookProperties[];
  /** What holds for the whole file, by name in words: 样式“正文”, 自动编号, 文档设置. */
  readonly settings: ReadonlyMap<string, string>;
}

export interface LookStory {
  /** In words: 正文, 页眉, 页脚, 脚注. */
  readonly name: string;
  readonly items: readonly LookItem[];
}

/** The properties of something by their names in the file (`jc`, `pgMar`), each with all it says in one string. */
export type LookProperties = Readonly<Record<string, string>>;

/** A paragraph, a row with its cells, or a table as a whole, in the order of the story. Equal looks are one string. */
export interface LookItem {
  readonly kind: "paragraph" | "row" | "table";
  readonly text: string;
  /** JSON of `ParagraphLook`, `RowLook` or `LookProperties`. */
  readonly look: string;
}

export interface ParagraphLook {
  readonly properties: LookProperties;
  readonly runs: readonly RunLook[];
}

/** A stretch of text in one look. */
export interface RunLook {
  /** UTF-16 units; absent for the only run of a paragraph, so that equal looks of different texts are equal. */
  readonly length?: number;
  readonly properties: LookProperties;
}

export interface RowLook {
  readonly properties: LookProperties;
  readonly cells: readonly { readonly properties: LookProperties; readonly paragraphs: readonly ParagraphLook[] }[];
}
