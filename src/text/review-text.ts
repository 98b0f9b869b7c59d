import { createHash } from "node:crypto";
import {
  plainText,
  type Attachment,
  type AttachmentBlock,
  type AttachmentList,
  type Block,
  type CircularDocument,
  type Heading,
  type Imprint,
  type Inline,
  type Letterhead,
  type Picture,
  type Remark,
} from "../document/tree.js";
import { layoutLines } from "./layout-text.js";
import { tableLines } from "./table-text.js";
import { bodyFollows, labelEnd, visible } from "./visible-text.js";

/** Explains the marks to somebody who meets the file for the first time. */
const legend =
  "〔说明〕〔〕里是要素名称，不印出；｜分隔各列，列名→列名表示横跨几列，列名↑表示与上一行同一格；" +
  "↵表示换行，⟨U+200B⟩一类是看不见的字符，\\后面的一个字符是原文";

const levelMarks = { 1: "〔一级〕", 2: "〔二级〕", 3: "〔三级〕", 4: "〔四级〕" } as const;

/** A text of a .docx that is no part of the document: a header, a footer, a comment. */
export interface TextAround {
  /** What it is, as it is named in 〔〕: 页眉, 批注. */
  readonly kind: string;
  readonly text: string;
}

/**
 * Renders a document as the review text (审阅文本): plain text with a line for each paragraph and each table record, so that a
 * line-by-line comparison of two drafts is readable.
 *
 * Each line begins with its role in 〔〕. Nothing is padded. The layout stands in a section of its own at the end. Whatever is
 * printed can be told from the text: two documents with the same text differ at most in where their values came from
 * (provenance, datasets, row keys). Pictures are told apart by their checksum.
 *
 * @param around what stands around a document that was read from a file; a line for each, after the document's own
 * @returns lines that end in LF, the last one too; never a line break, an unseen character or a mark that comes from data
 */
export function writeReviewText(document: CircularDocument, around: readonly TextAround[] = []): string {
  return [...reviewLines(document, around), ""].join("\n");
}

/** How many characters of the review text are encoded together. */
const charactersAtOnce = 1 << 18;

/**
 * The review text as a file, in pieces that follow one another: of a table with 100,000 rows, the text and its lines would take several
 * times the memory of the file.
 */
export function encodeReviewText(document: CircularDocument): readonly Uint8Array[] {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let text = "";
  for (const line of reviewLines(document, [])) {
    text += `${line}\n`;
    if (text.length < charactersAtOnce) continue;
    pieces.push(encoder.encode(text));
    text = "";
  }
  pieces.push(encoder.encode(text));
  return pieces;
}

function* reviewLines(document: CircularDocument, around: readonly TextAround[]): Generator<string> {
  const { title, issuer, date } = document.properties;
  let isFirst = true;
  for (const block of document.children) {
    const beginsSection = block.type === "attachment" || block.type === "imprint";
    if (beginsSection && !isFirst) yield "";
    for (const line of blockLines(block)) {
      isFirst = false;
      yield line;
    }
  }
  yield "";
  yield `〔文件属性〕标题：${visible(title)}`;
  yield `〔文件属性〕发文机关：${visible(issuer)}`;
  yield `〔文件属性〕日期：${visible(date)}`;
  for (const { kind, text } of around) yield `〔${kind}〕${visible(text)}`;
  yield* layoutLines(document);
  yield legend;
}

function blockLines(block: Block): Iterable<string> {
  switch (block.type) {
    case "letterhead":
      return letterheadLines(block);
    case "title":
      return block.lines.map((line) => marked("标题", line));
    case "recipients":
      return [marked("主送", block.children)];
    case "heading":
      return [headingLine(block)];
    case "paragraph":
      return [marked("正文", block.children)];
    case "attachmentList":
      return attachmentListLines(block);
    case "signature":
      return [...block.issuers.map((issuer) => marked("署名", issuer)), marked("成文日期", block.date)];
    case "disclosure":
      return [marked("公开方式", block.children)];
    case "note":
      return [marked("附注", block.children)];
    case "attachment":
      return attachmentLines(block);
    case "imprint":
      return imprintLines(block);
  }
}

function attachmentBlockLines(block: AttachmentBlock): Iterable<string> {
  switch (block.type) {
    case "heading":
      return [headingLine(block)];
    case "paragraph":
      return [marked("正文", block.children)];
    case "table":
      return tableLines(block);
    case "caption":
      return [marked("表名", block.children)];
    case "remark":
      return [remarkLine(block)];
    case "picture":
      return [pictureLine(block)];
  }
}

function letterheadLines(letterhead: Letterhead): string[] {
  const { copyNumber, classification, urgency, mark, documentNumber } = letterhead;
  return [
    "〔版头〕",
    ...optionalLine("份号", copyNumber),
    ...optionalLine("密级和保密期限", classification),
    ...optionalLine("紧急程度", urgency),
    ...mark.map((agency) => `〔发文机关标志〕${visible(agency)}`),
    ...optionalLine("发文字号", documentNumber),
  ];
}

function headingLine(heading: Heading): string {
  const line = levelMarks[heading.level] + withLabel(heading.label, plainText(heading.children), headingNumber);
  return heading.body === undefined ? line : line + bodyFollows + inline(heading.body);
}

function attachmentListLines(list: AttachmentList): string[] {
  return [
    `〔附件说明〕${visible(list.label)}`,
    ...list.items.map(({ number, name }) => marked(numbered("附件名称", number), name)),
  ];
}

function* attachmentLines(attachment: Attachment): Generator<string> {
  const { number, label, title, subtitle, children } = attachment;
  yield `〔${numbered("附件", number)}〕${visible(label)}`;
  for (const line of title) yield marked("附件标题", line);
  if (subtitle !== undefined) yield marked("附件副题", subtitle);
  for (const block of children) yield* attachmentBlockLines(block);
}

function remarkLine(remark: Remark): string {
  return `〔注〕${withLabel(remark.label, plainText(remark.children), remarkLabel)}`;
}

function pictureLine(picture: Picture): string {
  const { format, data, widthPixels, heightPixels, alternativeText } = picture;
  const checksum = createHash("sha256").update(Buffer.from(data, "base64")).digest("hex").slice(0, 16);
  const size = `${String(widthPixels)}×${String(heightPixels)}像素`;
  return `〔图片〕${format.toUpperCase()}，${size}，校验码${checksum}，替代文字：${visible(alternativeText)}`;
}

function imprintLines(imprint: Imprint): string[] {
  const { copyTo, printer, printDate } = imprint;
  return [
    "〔版记〕",
    ...(copyTo === undefined ? [] : [marked("抄送", copyTo)]),
    ...(printer === undefined ? [] : [marked("印发机关", printer)]),
    ...(printDate === undefined ? [] : [marked("印发日期", printDate)]),
  ];
}

/** A number as it may stand before a heading, in this circular or in one from elsewhere. */
const headingNumber =
  /^(?:[〇一二三四五六七八九十百]+、|[（(](?:[〇一二三四五六七八九十百]+|[0-9]+)[）)]|[0-9]+[.．、])/;

/** `注：`, `备注：`. */
const remarkLabel = /^[^：]*：/;

/** Writes a label and what follows it. Where a reader would see the end of the label elsewhere, or none, the end is marked. */
function withLabel(label: string, text: string, usual: RegExp): string {
  const shownLabel = visible(label);
  const shownText = visible(text);
  const seen = usual.exec(shownLabel + shownText)?.[0] ?? "";
  return shownLabel + (seen === shownLabel ? "" : labelEnd) + shownText;
}

function marked(role: string, children: readonly Inline[]): string {
  return `〔${role}〕${inline(children)}`;
}

function optionalLine(role: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`〔${role}〕${visible(value)}`];
}

function numbered(role: string, number: number | undefined): string {
  return number === undefined ? role : role + String(number);
}

function inline(children: readonly Inline[]): string {
  return visible(plainText(children));
}
