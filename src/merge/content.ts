import { shownText } from "../diff/elements/shown-block.js";
import { cellText, plainText, type AttachmentBlock, type Block } from "../document/tree.js";

/**
 * What a block says, to see whether it changed: without numbers that follow from its place, without widths. Equal for blocks that say
 * the same.
 */
export function contentOf(block: Block | AttachmentBlock): string {
  switch (block.type) {
    case "heading":
      return JSON.stringify([plainText(block.children), block.body === undefined ? null : plainText(block.body)]);
    case "attachmentList":
      return JSON.stringify(block.items.map(({ name }) => plainText(name)));
    case "attachment": {
      const { title, subtitle, orientation, children } = block;
      return JSON.stringify([
        title.map(plainText),
        subtitle === undefined ? null : plainText(subtitle),
        orientation,
        children.map(contentOf),
      ]);
    }
    case "table":
      return JSON.stringify([...block.headerRows, ...block.rows].map(({ cells }) => cells.map(cellText)));
    case "title":
      return JSON.stringify(block.lines.map(plainText));
    case "signature":
      return JSON.stringify([block.issuers.map(plainText), plainText(block.date)]);
    case "letterhead":
    case "picture":
      return JSON.stringify(block);
    case "imprint":
      return JSON.stringify([block.copyTo, block.printer, block.printDate].map((part) => plainText(part ?? [])));
    case "recipients":
    case "paragraph":
    case "disclosure":
    case "note":
    case "caption":
    case "remark":
      return shownText(block);
  }
}
