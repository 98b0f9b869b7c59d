import type { Picture, Table } from "../document/tree.js";
import { scaleLength, subtractLengths, twips } from "../layout/measures.js";
import { LINE_PITCH, type PageGeometry } from "../layout/page.js";
import type { PictureStore } from "./media.js";
import { pictureParagraph } from "./picture.js";
import { type TableWriting, tablePieces } from "./table.js";

/** One paragraph or table in the flow of the text, as yet without the width of its page. */
export type FlowContent = ParagraphContent | PictureContent | TableContent | ImprintContent;

export interface ParagraphContent {
  readonly kind: "paragraph";
  readonly xml: string;
}

/** A picture in a paragraph of its own. */
export interface PictureContent {
  readonly kind: "picture";
  readonly picture: Picture;
  /** How many lines of the page what stands above it takes. */
  readonly headLines: number;
}

export interface TableContent {
  readonly kind: "table";
  readonly table: Table;
  /** Whether the last row stays on the page of the paragraph after the table, a remark on it. */
  readonly keepWithNext: boolean;
}

/** The floating table of 版记: rows of one cell. */
export interface ImprintContent {
  readonly kind: "imprint";
  readonly head: string;
  /** The paragraph of each cell. */
  readonly paragraphs: readonly string[];
  /** A row around its paragraph. */
  readonly row: (paragraph: string, rowMark?: string) => string;
}

export function paragraphContent(xml: string): ParagraphContent {
  return { kind: "paragraph", xml };
}

/** Whether it ends in a paragraph of the text, as a section must. */
export function isParagraph(content: FlowContent | undefined): boolean {
  return content?.kind === "paragraph" || content?.kind === "picture";
}

/** The XML of a paragraph or table on a page of this kind. */
export function contentXml(content: FlowContent, geometry: PageGeometry, pictures: PictureStore): string {
  return [...contentPieces(content, geometry, pictures)].join("");
}

/** The XML of a paragraph or table on a page of this kind: in one piece, unless it is a long table. */
export function contentPieces(
  content: FlowContent,
  geometry: PageGeometry,
  pictures: PictureStore,
  tables: TableWriting = {},
): Iterable<string> {
  switch (content.kind) {
    case "paragraph":
      return [content.xml];
    case "picture":
      return [pictureXml(content, geometry, pictures)];
    case "table":
      return tablePieces(content.table, geometry.textWidth, content.keepWithNext, tables);
    case "imprint":
      return [`${content.head}${content.paragraphs.map((each) => content.row(each)).join("")}</w:tbl>`];
  }
}

function pictureXml({ picture, headLines }: PictureContent, geometry: PageGeometry, pictures: PictureStore): string {
  const { number, relationshipId } = pictures.add(picture);
  return pictureParagraph(picture, number, relationshipId, {
    width: twips(geometry.textWidth),
    height: subtractLengths(twips(geometry.textHeight), scaleLength(LINE_PITCH, headLines)),
  });
}
