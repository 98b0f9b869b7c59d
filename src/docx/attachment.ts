import { type Attachment, type AttachmentBlock, plainText, type Remark } from "../document/tree.js";
import { SIZES } from "../layout/fonts.js";
import { scaleLength, subtractLengths, toTwips, twips } from "../layout/measures.js";
import { LINE_PITCH, type PageGeometry } from "../layout/page.js";
import { characterWidth } from "../layout/text-width.js";
import { headingParagraph } from "./heading.js";
import type { PictureStore } from "./media.js";
import { paragraph, withoutPageBreakBefore } from "./paragraph.js";
import { pictureParagraph } from "./picture.js";
import { lineRuns, textRun, textRuns } from "./runs.js";
import { tableXml } from "./table.js";

/**
 * One attachment, GB/T 9704—2012 §7.3.7: its mark in the first line of a new page, its title centred in the third.
 *
 * @param startsSection Whether a section break has begun the new page already.
 * @returns Paragraphs and tables as XML; a table is never directly followed by another one.
 */
export function attachmentBlocks(
  attachment: Attachment,
  geometry: PageGeometry,
  startsSection: boolean,
  pictures: PictureStore,
): readonly string[] {
  const mark = paragraph("AttachmentMark", [textRun(attachment.label)]);
  const blocks = [startsSection ? withoutPageBreakBefore(mark) : mark];
  if (attachment.title.length > 0) {
    // The blank line below the heading stands under the subtitle if there is one.
    const direct = attachment.subtitle === undefined ? {} : { spacing: { after: 0 } };
    blocks.push(paragraph("AttachmentTitle", lineRuns(attachment.title), direct));
  }
  if (attachment.subtitle !== undefined) {
    blocks.push(paragraph("AttachmentSubtitle", textRuns(attachment.subtitle)));
  }
  // Mark, blank line, title, subtitle, blank line; one more line for what a program adds around a picture's line.
  const headLines = 2 + attachment.title.length + (attachment.subtitle === undefined ? 0 : 1) + 2;
  attachment.children.forEach((block, index) => {
    const next = attachment.children[index + 1];
    blocks.push(blockXml(block, next, geometry, headLines, pictures));
    // Word joins two tables that touch.
    if (block.type === "table" && next?.type === "table") blocks.push(paragraph("TableGap", []));
  });
  return blocks;
}

function blockXml(
  block: AttachmentBlock,
  next: AttachmentBlock | undefined,
  geometry: PageGeometry,
  headLines: number,
  pictures: PictureStore,
): string {
  switch (block.type) {
    case "heading":
      return headingParagraph(block, false);
    case "paragraph":
      return paragraph("Body", textRuns(block.children));
    case "caption":
      return paragraph("TableCaption", textRuns(block.children));
    case "remark":
      return remarkParagraph(block, next);
    case "table":
      return tableXml(block, geometry.textWidth, next?.type === "remark");
    case "picture": {
      const { number, relationshipId } = pictures.add(block);
      return pictureParagraph(block, number, relationshipId, {
        width: twips(geometry.textWidth),
        height: subtractLengths(twips(geometry.textHeight), scaleLength(LINE_PITCH, headLines)),
      });
    }
  }
}

/** 注：the text goes on under its own first character, so the hang depends on the label. */
function remarkParagraph(remark: Remark, next: AttachmentBlock | undefined): string {
  const hang = toTwips(scaleLength(SIZES.四号, characterWidth(remark.label)));
  return paragraph("Remark", [textRun(remark.label + plainText(remark.children))], {
    ...(hang === 0 ? {} : { indent: { left: hang, hanging: hang } }),
    ...(next?.type === "table" ? { keepNext: true } : {}),
  });
}
