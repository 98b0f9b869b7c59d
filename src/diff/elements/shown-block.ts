import { plainText, type AttachmentBlock, type Block, type Inline } from "../../document/tree.js";
import type { Draft } from "../draft.js";
import { tableText } from "../table/compare-tables.js";
import { blockElements, elementLayer } from "./names.js";
import { printedAttachmentBlock, printedBlock } from "./without-provenance.js";

type Node = Block | AttachmentBlock;

/** The layer a block belongs to and what it is called. */
export function classified(node: Node): Pick<Draft, "layer" | "element"> {
  const element = blockElements[node.type];
  return { element, layer: elementLayer(element) };
}

/** How many records a table or an attachment brings or takes with it, as a remark. */
export function size(node: Node): { readonly remark?: string } {
  const tables = node.type === "table" ? [node] : node.type === "attachment" ? node.children : [];
  let records = 0;
  for (const table of tables) {
    if (table.type === "table") records += table.rows.filter(({ role }) => role === "record").length;
  }
  return records === 0 ? {} : { remark: `共${records}行` };
}

/** A block of the document or of an attachment as it is printed. */
export function printedNode(node: Node): Block | AttachmentBlock {
  switch (node.type) {
    case "table":
    case "caption":
    case "remark":
    case "picture":
      return printedAttachmentBlock(node);
    default:
      return printedBlock(node);
  }
}

/** The running text of a block that somebody writes: that of headings and paragraphs. */
export function writtenTexts(node: Node): readonly (readonly Inline[])[] {
  switch (node.type) {
    case "heading":
      return [node.children, node.body ?? []];
    case "paragraph":
    case "caption":
    case "remark":
    case "note":
    case "disclosure":
      return [node.children];
    default:
      return [];
  }
}

/** What a reviewer sees of a block that came, went or moved. */
export function shownText(node: Node): string {
  switch (node.type) {
    case "heading":
      return node.label + plainText(node.children) + plainText(node.body ?? []);
    case "title":
      return node.lines.map(plainText).join("");
    case "recipients":
    case "paragraph":
    case "disclosure":
    case "note":
    case "caption":
      return plainText(node.children);
    case "remark":
      return node.label + plainText(node.children);
    case "picture":
      return node.alternativeText;
    case "table":
      return tableText(node);
    case "attachment":
      return [node.label, node.title.map(plainText).join("")].filter((part) => part !== "").join(" ");
    case "letterhead":
      return [...node.mark, node.documentNumber ?? ""].filter((part) => part !== "").join("\n");
    case "attachmentList":
      return node.items.map(({ name }) => plainText(name)).join("\n");
    case "signature":
      return [...node.issuers.map(plainText), plainText(node.date)].join("\n");
    case "imprint":
      return [node.copyTo, node.printer, node.printDate].map((part) => plainText(part ?? [])).join("\n");
  }
}
