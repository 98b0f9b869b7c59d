import { type Attachment, type AttachmentBlock, plainText, type Remark } from "../document/tree.js";
import { SIZES } from "../layout/fonts.js";
import { scaleLength, toTwips } from "../layout/measures.js";
import { characterWidth } from "../layout/text-width.js";
import { type FlowContent, paragraphContent } from "./flow-content.js";
import { headingParagraph } from "./heading.js";
import { paragraph } from "./paragraph.js";
import { lineRuns, textRun, textRuns } from "./runs.js";

/** What a part of an attachment prints. */
export interface AttachmentContent {
  /** The index of the block in `children`; absent for mark, title and subtitle. */
  readonly child?: number;
  readonly content: FlowContent;
}

/**
 * One attachment, GB/T 9704—2012 §7.3.7: its mark in the first line of a new page, its title centred in the third.
 *
 * @returns Paragraphs and tables; the first one is the mark, a table is never directly followed by another one.
 */
export function attachmentFlow(attachment: Attachment): readonly AttachmentContent[] {
  const head = [paragraph("AttachmentMark", [textRun(attachment.label)])];
  if (attachment.title.length > 0) {
    // The blank line below the heading stands under the subtitle if there is one.
    const direct = attachment.subtitle === undefined ? {} : { spacing: { after: 0 } };
    head.push(paragraph("AttachmentTitle", lineRuns(attachment.title), direct));
  }
  if (attachment.subtitle !== undefined) {
    head.push(paragraph("AttachmentSubtitle", textRuns(attachment.subtitle)));
  }
  // Mark, blank line, title, subtitle, blank line; one more line for what a program adds around a picture's line.
  const headLines = 2 + attachment.title.length + (attachment.subtitle === undefined ? 0 : 1) + 2;
  return [
    ...head.map((xml) => ({ content: paragraphContent(xml) })),
    ...attachment.children.flatMap((block, child) => {
      const next = attachment.children[child + 1];
      const own = { child, content: blockContent(block, next, headLines) };
      // Word joins two tables that touch.
      const joins = block.type === "table" && next?.type === "table";
      return joins ? [own, { child, content: paragraphContent(tableGap()) }] : [own];
    }),
  ];
}

/** A paragraph between two tables, which would be one without it. */
export function tableGap(): string {
  return paragraph("TableGap", []);
}

function blockContent(block: AttachmentBlock, next: AttachmentBlock | undefined, headLines: number): FlowContent {
  switch (block.type) {
    case "heading":
      return paragraphContent(headingParagraph(block, false));
    case "paragraph":
      return paragraphContent(paragraph("Body", textRuns(block.children)));
    case "caption":
      return paragraphContent(paragraph("TableCaption", textRuns(block.children)));
    case "remark":
      return paragraphContent(remarkParagraph(block, next));
    case "table":
      return { kind: "table", table: block, keepWithNext: next?.type === "remark" };
    case "picture":
      return { kind: "picture", picture: block, headLines };
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
