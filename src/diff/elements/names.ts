import type { AttachmentBlock, Block } from "../../document/tree.js";
import type { ChangedElement, Layer } from "../changes.js";

type NodeType = (Block | AttachmentBlock)["type"];

/** What a whole block is called. */
export const blockElements: Readonly<Record<NodeType, ChangedElement>> = {
  letterhead: "letterhead",
  title: "title",
  recipients: "recipients",
  heading: "heading",
  paragraph: "paragraph",
  attachmentList: "attachmentList",
  signature: "signature",
  disclosure: "disclosure",
  note: "note",
  attachment: "attachment",
  imprint: "imprint",
  table: "table",
  caption: "caption",
  remark: "remark",
  picture: "picture",
};

const fieldElements: Readonly<Partial<Record<NodeType, Readonly<Record<string, ChangedElement>>>>> = {
  letterhead: {
    copyNumber: "copyNumber",
    classification: "classification",
    urgency: "urgency",
    mark: "mark",
    documentNumber: "documentNumber",
  },
  signature: { date: "date" },
  imprint: { copyTo: "copyTo", printer: "printer", printDate: "printDate" },
  attachment: {
    number: "attachmentNumber",
    label: "attachmentNumber",
    title: "attachmentTitle",
    subtitle: "attachmentSubtitle",
    orientation: "orientation",
  },
  heading: { level: "headingLevel", label: "headingNumber", ordinal: "headingNumber" },
};

/** What a field of a block is called; a field without a name of its own belongs to its block. */
export function fieldElement(type: NodeType, field: string): ChangedElement {
  return fieldElements[type]?.[field] ?? blockElements[type];
}

const textElements: readonly ChangedElement[] = [
  "paragraph",
  "heading",
  "headingLevel",
  "headingNumber",
  "caption",
  "remarkRow",
];

/** Running text, or an element of the circular. */
export function elementLayer(element: ChangedElement): Layer {
  return textElements.includes(element) ? "text" : "layout";
}
