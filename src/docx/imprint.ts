import { type Imprint, plainText } from "../document/tree.js";
import { toTwips } from "../layout/measures.js";
import { SIZES } from "../layout/fonts.js";
import { pageGeometry, TYPE_AREA } from "../layout/page.js";
import type { LayoutProfile } from "../layout/profile.js";
import { type FlowContent, paragraphContent } from "./flow-content.js";
import { paragraph, spacerParagraph } from "./paragraph.js";
import { textRun } from "./runs.js";

/** The table style of 版记 with its lines; in a letter it has none (§10.1). Its definition is in styles.xml. */
export const IMPRINT_TABLE_STYLE_ID = "ImprintTable";

/**
 * 版记, GB/T 9704—2012 §7.4: at the bottom of the type area of the last page, so that its last line lies on the bottom edge.
 *
 * It is a floating table tied to the last paragraph of the document; wherever that paragraph comes to stand, the table is at the
 * foot of the same page. A letter has no 印发机关 and no lines (§10.1).
 *
 * @param afterParagraph Whether a paragraph of the same section stands before it.
 */
export function imprintFlow(imprint: Imprint, profile: LayoutProfile, afterParagraph: boolean): readonly FlowContent[] {
  const paragraphs: string[] = [];
  if (imprint.copyTo !== undefined) {
    paragraphs.push(paragraph("ImprintCopyTo", [textRun(`抄送：${plainText(imprint.copyTo)}`)]));
  }
  if (profile.form !== "letter" && (imprint.printer !== undefined || imprint.printDate !== undefined)) {
    const date = imprint.printDate === undefined ? "" : `${plainText(imprint.printDate)}印发`;
    paragraphs.push(paragraph("ImprintPrinter", [textRun(`${plainText(imprint.printer ?? [])}\t${date}`)]));
  }
  if (paragraphs.length === 0) return [];
  const width = String(toTwips(TYPE_AREA.width));
  // LibreOffice floats a table as wide as the text only if its place is counted from the paper. With mirrored margins that place
  // would differ between odd and even pages, so there it is counted from the margin.
  const horizontal = profile.mirrorMargins
    ? 'w:horzAnchor="margin" w:tblpXSpec="left"'
    : `w:horzAnchor="page" w:tblpX="${String(pageGeometry("portrait", SIZES.四号).margins.left)}"`;
  const head =
    `<w:tbl><w:tblPr><w:tblStyle w:val="${IMPRINT_TABLE_STYLE_ID}"/>` +
    `<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" ${horizontal} w:tblpYSpec="bottom"/>` +
    `<w:tblOverlap w:val="never"/><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid><w:gridCol w:w="${width}"/></w:tblGrid>`;
  const row = (content: string, rowMark = ""): string =>
    `<w:tr><w:trPr><w:cantSplit/>${rowMark}</w:trPr><w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc></w:tr>`;
  const table: FlowContent = { kind: "imprint", head, paragraphs, row };
  const spacer = paragraphContent(spacerParagraph());
  // Word joins it with a table right before it, and LibreOffice loses a section break that only a floating table follows.
  return afterParagraph ? [table, spacer] : [spacer, table, spacer];
}
