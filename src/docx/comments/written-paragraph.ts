/** Where the characters of a paragraph's visible text (see `read/source.ts`) stand in the XML of document.xml. */
export interface WrittenParagraph {
  /** Which `w:p` of document.xml, from 0 in document order, nested ones included. */
  readonly index: number;
  /** Of its start tag. */
  readonly start: number;
  readonly openEnd: number;
  /** `<w:p/>` */
  readonly isEmptyTag: boolean;
  /** Where its content ends: before its end tag. */
  readonly contentEnd: number;
  /** In the order of the text, without gaps. */
  readonly pieces: readonly TextPiece[];
  /** The visible text. */
  readonly text: string;
  /** The run that it is nested in, for a paragraph of a text box. */
  readonly host: WrittenRun | undefined;
}

/** Some visible characters: those of one `w:t`, or those that an element such as `w:tab` stands for. */
export interface TextPiece {
  /** UTF-16 units in the visible text. */
  readonly offset: number;
  readonly length: number;
  /** The element in the XML, from its start tag to behind its end tag. */
  readonly start: number;
  readonly end: number;
  /** The characters in `w:t` that are visible text; absent for other elements. */
  readonly written?: { readonly start: number; readonly end: number; readonly openEnd: number };
  /** It is all or nothing: its run must not be split. */
  readonly whole: boolean;
  readonly run: WrittenRun;
}

/** A run that is not in another run. */
export interface WrittenRun {
  readonly start: number;
  /** Behind its start tag. */
  readonly openEnd: number;
  /** Behind its end tag. */
  readonly end: number;
  /** Its `w:rPr` as written; empty if it has none. */
  readonly properties: string;
}
