/**
 * What a .docx file says, before anyone asks which element of a circular a paragraph is: paragraphs and tables with their visible
 * text and the look that styles, numbering and direct formatting give them together.
 *
 * The **visible text** of a paragraph is what its runs print once all tracked changes are accepted: characters of `w:t`, `\t` for
 * `w:tab` and `w:ptab`, `\n` for a line break, `\f` for a page or column break, U+2011 for `w:noBreakHyphen`, the character of `w:sym`,
 * the results of fields but not their instructions. Not in it: deleted and moved-away runs, hidden text (`w:vanish`), soft hyphens,
 * marks of notes and comments, text boxes (they have paragraphs of their own), the number that automatic numbering prints.
 */
export interface SourceParagraph {
  readonly kind: "paragraph";
  /** Which `w:p` of document.xml, counted from 0 in document order, nested ones included. The last one of merged ones. */
  readonly index: number;
  readonly text: string;
  /** Where the text comes from, if it is not this `w:p` from its beginning: paragraphs merged by a deleted paragraph mark. */
  readonly segments?: readonly Segment[];
  /** What automatic numbering prints in front: `一、`. */
  readonly label: string;
  readonly runs: readonly SourceRun[];
  readonly format: ParagraphFormat;
  /** A page break stands before the paragraph by its own property or its style's. */
  readonly pageBreakBefore: boolean;
  readonly pictures?: readonly SourcePicture[];
  /** The text boxes anchored in it, each once. */
  readonly textBoxes?: readonly (readonly SourceBlock[])[];
  /** This paragraph is the last one of a section. */
  readonly sectionEnd?: SourceSection;
}

/** From `start` up to `end`, a text is that of the `w:p` number `paragraph` from `offset` on. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly offset: number;
}

/** A piece of a paragraph's visible text in one look; it begins where the run before it ends. */
export interface SourceRun {
  readonly end: number;
  readonly format: RunFormat;
}

/** The look of characters after all styles. Equal looks are one object. */
export interface RunFormat {
  /** The font of Chinese characters; empty if nothing names one. */
  readonly eastAsia: string;
  readonly latin: string;
  /** In half points. */
  readonly size: number;
  readonly bold: boolean;
  /** RRGGBB in capitals; empty for automatic. */
  readonly color: string;
  readonly hidden: boolean;
  /** The name of the character style, empty for none. */
  readonly characterStyle: string;
}

/** The look of a paragraph after all styles. Equal looks are one object. Lengths are twips. */
export interface ParagraphFormat {
  /** The name of the style (English for built-in ones, lower case), and its id. */
  readonly styleName: string;
  readonly styleId: string;
  readonly align: "left" | "centre" | "right" | "justified";
  readonly left: number;
  readonly right: number;
  /** Negative for a hanging indent. */
  readonly firstLine: number;
  /** From 1; 0 for body text. */
  readonly outlineLevel: number;
  readonly frame: boolean;
}

export interface SourcePicture {
  readonly relationship: string;
  readonly alternativeText: string;
  /** The size at which it is printed, in English metric units (1/914400 inch). */
  readonly width: number;
  readonly height: number;
}

export interface SourceTable {
  readonly kind: "table";
  readonly styleName: string;
  /** The widths of `w:tblGrid` in twips. */
  readonly grid: readonly number[];
  readonly rows: readonly SourceRow[];
}

export interface SourceRow {
  /** Repeated on every page (`w:tblHeader`). */
  readonly header: boolean;
  readonly cells: readonly SourceCell[];
  /** Columns of the grid left out before and after the cells. */
  readonly before: number;
  readonly after: number;
}

export interface SourceCell {
  /** The visible texts of its paragraphs, joined by line breaks. */
  readonly text: string;
  /** The paragraph where the text begins; -1 for a cell without any. */
  readonly paragraph: number;
  /** Absent where the text is that of `paragraph` alone. */
  readonly segments?: readonly Segment[];
  readonly span: number;
  readonly vertical: "none" | "restart" | "continue";
  /** `w:hMerge`, as old programs write a cell over several columns. */
  readonly horizontal: "none" | "restart" | "continue";
  readonly align: ParagraphFormat["align"];
  readonly bold: boolean;
  /** In the character style of codes. */
  readonly code: boolean;
  /** Only in the first rows of a table, which may turn out to be no table but a layout. */
  readonly paragraphs?: readonly SourceParagraph[];
}

export type SourceBlock = SourceParagraph | SourceTable;

export interface SourceSection {
  readonly landscape: boolean;
  /** Whether what follows begins on a new page. */
  readonly newPage: boolean;
}

/** A text of the file that stands outside its body. */
export interface SurroundingText {
  readonly kind:
    | "header"
    | "footer"
    | "footnote"
    | "endnote"
    | "comment"
    | "textBox"
    | "drawing"
    | "hidden"
    | "phonetic"
    | "mergedCell"
    | "picture";
  readonly text: string;
}
