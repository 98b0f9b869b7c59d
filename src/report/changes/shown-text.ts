import type { AttachmentBlock, Block, Inline } from "../../document/tree.js";
import { plainText } from "../../document/tree.js";

type Path = readonly (string | number)[];

/** A text of the tree that a block shows, at its place among the block's whole text. */
export interface Segment {
  readonly path: Path;
  readonly start: number;
  readonly end: number;
}

/** What a block shows, in one string: its parts follow each other or stand on lines of their own. */
export interface ShownText {
  readonly text: string;
  readonly segments: readonly Segment[];
}

interface Part {
  readonly path: Path;
  readonly text: string;
  readonly joins?: boolean;
}

/** The names of blocks beside their text. */
export const blockNames: Readonly<Record<Block["type"] | AttachmentBlock["type"], string>> = {
  letterhead: "版头",
  title: "标题",
  recipients: "主送",
  heading: "小标题",
  paragraph: "正文",
  attachmentList: "附件说明",
  signature: "署名",
  disclosure: "公开方式",
  note: "附注",
  attachment: "附件",
  imprint: "版记",
  table: "表格",
  caption: "表名",
  remark: "注",
  picture: "图片",
};

/** The text of a block without the blocks within it. */
export function shownText(block: Block | AttachmentBlock, path: Path): ShownText {
  let text = "";
  const segments: Segment[] = [];
  for (const part of parts(block, path)) {
    if (part.text === "") continue;
    if (text !== "" && part.joins !== true) text += "\n";
    const start = text.length;
    text += part.text;
    segments.push({ path: part.path, start, end: text.length });
  }
  return { text, segments };
}

function parts(block: Block | AttachmentBlock, path: Path): Part[] {
  const line = (children: readonly Inline[] | undefined, ...keys: Path): Part => ({
    path: [...path, ...keys],
    text: children === undefined ? "" : plainText(children),
  });
  const word = (text: string | undefined, ...keys: Path): Part => ({ path: [...path, ...keys], text: text ?? "" });
  const joined = (part: Part): Part => ({ ...part, joins: true });
  switch (block.type) {
    case "letterhead":
      return [
        word(block.copyNumber, "copyNumber"),
        word(block.classification, "classification"),
        word(block.urgency, "urgency"),
        ...block.mark.map((agency, index) => word(agency, "mark", index)),
        word(block.documentNumber, "documentNumber"),
      ];
    case "title":
      return block.lines.map((children, index) => line(children, "lines", index));
    case "recipients":
    case "paragraph":
    case "disclosure":
    case "note":
    case "caption":
      return [line(block.children, "children")];
    case "heading":
      return [word(block.label, "label"), joined(line(block.children, "children")), joined(line(block.body, "body"))];
    case "remark":
      return [word(block.label, "label"), joined(line(block.children, "children"))];
    case "attachmentList":
      return [
        word(block.label, "label"),
        ...block.items.flatMap(({ number, mark, name }, index) => [
          word(mark ?? (number === undefined ? "" : `${String(number)}.`), "items", index, "number"),
          number === undefined && mark === undefined
            ? line(name, "items", index, "name")
            : joined(line(name, "items", index, "name")),
        ]),
      ];
    case "signature":
      return [...block.issuers.map((children, index) => line(children, "issuers", index)), line(block.date, "date")];
    case "attachment":
      return [
        word(block.label, "label"),
        ...block.title.map((children, index) => line(children, "title", index)),
        line(block.subtitle, "subtitle"),
      ];
    case "imprint":
      return [line(block.copyTo, "copyTo"), line(block.printer, "printer"), line(block.printDate, "printDate")];
    case "picture":
      return [word(block.alternativeText, "alternativeText")];
    case "table":
      return [];
  }
}
