import {
  plainText,
  type Attachment,
  type AttachmentBlock,
  type Block,
  type CircularDocument,
  type Inline,
} from "../../document/tree.js";
import { printedTable } from "../table/compare-tables.js";
import { textNodes } from "./text-fields.js";

/**
 * The document as it is printed: running text in one piece, without places, datasets and row keys. Two documents that print the
 * same become equal as data.
 */
export function withoutProvenance(document: CircularDocument): CircularDocument {
  const { properties, appearance, children } = document;
  return { type: "document", properties, appearance, children: children.map(printedBlock) };
}

/** A block as it is printed. */
export function printedBlock(block: Block): Block {
  switch (block.type) {
    case "letterhead":
      return block;
    case "title":
      return { ...block, lines: block.lines.map(printed) };
    case "recipients":
    case "paragraph":
    case "disclosure":
    case "note":
      return { ...block, children: printed(block.children) };
    case "heading":
      return {
        ...block,
        children: printed(block.children),
        ...(block.body === undefined ? {} : { body: printed(block.body) }),
      };
    case "attachmentList":
      return { ...block, items: block.items.map((item) => ({ ...item, name: printed(item.name) })) };
    case "signature":
      return { ...block, issuers: block.issuers.map(printed), date: printed(block.date) };
    case "attachment":
      return printedAttachment(block);
    case "imprint":
      return {
        ...block,
        ...(block.copyTo === undefined ? {} : { copyTo: printed(block.copyTo) }),
        ...(block.printer === undefined ? {} : { printer: printed(block.printer) }),
        ...(block.printDate === undefined ? {} : { printDate: printed(block.printDate) }),
      };
  }
}

function printedAttachment(attachment: Attachment): Attachment {
  return {
    ...attachment,
    title: attachment.title.map(printed),
    ...(attachment.subtitle === undefined ? {} : { subtitle: printed(attachment.subtitle) }),
    children: attachment.children.map(printedAttachmentBlock),
  };
}

/** A block of an attachment as it is printed. */
export function printedAttachmentBlock(block: AttachmentBlock): AttachmentBlock {
  switch (block.type) {
    case "heading":
      return {
        ...block,
        children: printed(block.children),
        ...(block.body === undefined ? {} : { body: printed(block.body) }),
      };
    case "paragraph":
    case "caption":
    case "remark":
      return { ...block, children: printed(block.children) };
    case "table":
      return printedTable(block);
    case "picture":
      return block;
  }
}

function printed(children: readonly Inline[]): Inline[] {
  return textNodes(plainText(children));
}
