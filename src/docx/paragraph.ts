import { type IParagraphOptions, Paragraph } from "docx";
import { serialise } from "./serialise.js";

/**
 * A paragraph as XML: a named style, and direct properties only where a number depends on the content.
 *
 * @param style The id of a paragraph style of the layout.
 */
export function paragraph(
  style: string,
  children: NonNullable<IParagraphOptions["children"]>,
  direct: Omit<IParagraphOptions, "style" | "children" | "text"> = {},
): string {
  return serialise(new Paragraph({ style, ...direct, children }));
}

/** A paragraph nobody sees, for the places where Word needs one: it is 1 pt high. */
export function spacerParagraph(): string {
  return paragraph("Spacer", []);
}

/**
 * Ends a section with this paragraph. A section break of its own, as the docx library writes it, is one more empty paragraph,
 * which after a full page becomes an empty page.
 *
 * @param xml A paragraph made by `paragraph`. `w:sectPr` is the last thing in `w:pPr` (CT_PPr).
 */
export function withSectionEnd(xml: string, sectionProperties: string): string {
  return xml.replace("</w:pPr>", () => `${sectionProperties}</w:pPr>`);
}

/**
 * Takes back the page break before a paragraph whose style has one, at the beginning of a section, which is a new page already.
 *
 * @param xml A paragraph made by `paragraph` without direct properties that come before `w:pageBreakBefore` in CT_PPr.
 */
export function withoutPageBreakBefore(xml: string): string {
  return xml.replace(/(<w:pStyle [^>]*\/>)/, '$1<w:pageBreakBefore w:val="0"/>');
}
