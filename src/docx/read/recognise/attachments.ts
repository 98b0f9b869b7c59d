import { readHeadingLabel } from "../../../document/heading-label.js";
import { remarkLabelLength } from "../../../document/remark-label.js";
import type { Attachment, AttachmentBlock, Inline, Remark } from "../../../document/tree.js";
import { type PlacedText, slice, trim } from "../placed-text.js";
import { type Context, inlines } from "./context.js";
import { recogniseHeading, recogniseParagraph, UnnumberedHeadings } from "./heading.js";
import { brokenLines, isCentred, type Item, type Line } from "./line.js";
import { attachmentMarkPattern, attachmentMarkWithTitlePattern, sentencePattern } from "./patterns.js";
import { keepAsSurrounding, recognisePicture } from "./picture.js";
import { recogniseTable } from "./table.js";

/**
 * Whether an attachment (GB/T 9704 §7.3.7) begins with this item.
 *
 * @param afterDate 成文日期 stands before it, so that 附件 cannot be 附件说明
 */
export function beginsAttachment(item: Item, next: Item | undefined, afterDate: boolean, context: Context): boolean {
  if (item.kind === "table") return false;
  if (item.element === "AttachmentMark") return true;
  if (context.verbatim) return false;
  const { text, startsPage } = item;
  if (text.length > 80) return false;
  if (attachmentMarkPattern.test(text)) return startsPage || afterDate;
  if (!attachmentMarkWithTitlePattern.test(text) || sentencePattern.test(text)) return false;
  const nextIsMark = next?.kind === "line" && attachmentMarkWithTitlePattern.test(next.text);
  return (
    startsPage || (afterDate && !nextIsMark && (next?.kind === "table" || (next !== undefined && isCentred(item))))
  );
}

/** One attachment from its items, the mark first if there is one. */
export function recogniseAttachment(items: readonly Item[], context: Context): Attachment {
  const [first] = items;
  const label = first?.kind === "line" ? markOf(first, context) : undefined;
  const title: PlacedText[] = label?.title === undefined ? [] : [label.title];
  let index = label === undefined ? 0 : 1;
  index = takeTitle(items, index, title, context);
  let subtitle: readonly Inline[] | undefined;
  const after = items[index];
  if (after?.kind === "line" && isSubtitle(after, title.length > 0, context)) {
    subtitle = inlines(context, after.placed);
    index += 1;
  }
  const labelText = label?.mark.text ?? "";
  const number = readNumber(labelText);
  const attachment: Attachment = {
    type: "attachment",
    ...(number === undefined ? {} : { number }),
    label: labelText,
    orientation: first?.landscape === true ? "landscape" : "portrait",
    title: title.map((line) => inlines(context, line)),
    ...(subtitle === undefined ? {} : { subtitle }),
    children: recogniseBlocks(items.slice(index), context),
  };
  if (label !== undefined) context.recorder.field(attachment, "label", label.mark);
  return attachment;
}

/** The mark, and the title where somebody wrote it in the same line. */
function markOf(line: Line, { verbatim }: Context): { mark: PlacedText; title?: PlacedText } | undefined {
  const { placed, text, element } = line;
  if (verbatim) return element === "AttachmentMark" ? { mark: placed } : undefined;
  if (attachmentMarkPattern.test(text)) return { mark: placed };
  const match = attachmentMarkWithTitlePattern.exec(text);
  if (match === null) return element === "AttachmentMark" ? { mark: placed } : undefined;
  const { mark = "", title = "" } = match.groups ?? {};
  const start = text.length - title.length;
  return { mark: trim(slice(placed, 0, mark.length)), title: slice(placed, start) };
}

function readNumber(label: string): number | undefined {
  const digits = /[0-9]{1,2}/u.exec(label.normalize("NFKC"))?.[0];
  if (digits !== undefined) return Number(digits);
  const numeral = /[一二三四五六七八九十]{1,3}/u.exec(label)?.[0];
  return numeral === undefined ? undefined : readHeadingLabel(`${numeral}、`)?.ordinal;
}

/** Takes the lines of the title; returns where they end. */
function takeTitle(items: readonly Item[], start: number, title: PlacedText[], context: Context): number {
  const { verbatim, own } = context;
  let index = start;
  let size: number | undefined;
  for (let item = items[index]; item?.kind === "line"; item = items[index]) {
    const isStyled = item.element === "AttachmentTitle";
    if (verbatim ? !isStyled : !(isStyled || isTitleLine(item, items[index + 1], title.length > 0, size, own))) break;
    const parts = brokenLines(item.placed);
    title.push(...(verbatim ? parts : parts.map(trim).filter(({ text }) => text !== "")));
    size ??= item.look.size;
    index += 1;
    if (!isStyled && !isCentred(item)) break;
  }
  return index;
}

function isTitleLine(
  line: Line,
  next: Item | undefined,
  hasTitle: boolean,
  size: number | undefined,
  own: boolean,
): boolean {
  const { text, element, look } = line;
  if (own && element !== "" && element !== "Body") return false;
  if (text === "" || text.length > 80 || sentencePattern.test(text) || remarkLabelLength(text) > 0) return false;
  if (readHeadingLabel(text) !== undefined || /^[（(].*[）)]$/u.test(text)) return false;
  if (hasTitle) return isCentred(line) && Math.abs(look.size - (size ?? look.size)) <= 2 && !captionPattern.test(text);
  if (isCentred(line) || /^(?:title|heading [1-6]|标题)/u.test(line.paragraph.format.styleName)) return true;
  // By position: a short line below the mark, with something after it.
  return next !== undefined && text.length <= 50 && look.indent < 1.5;
}

const captionPattern = /^附?\s*表\s*[0-9０-９一二三四五六七八九十]/u;

function isSubtitle(line: Line, hasTitle: boolean, { verbatim }: Context): boolean {
  if (line.element === "AttachmentSubtitle") return true;
  return !verbatim && hasTitle && isCentred(line) && /^[（(].*[）)]$/u.test(line.text);
}

function recogniseBlocks(items: readonly Item[], context: Context): AttachmentBlock[] {
  const blocks: AttachmentBlock[] = [];
  const unnumbered = new UnnumberedHeadings();
  items.forEach((item, index) => {
    if (item.kind === "table") {
      blocks.push(recogniseTable(item.table, context));
      for (const picture of picturesOf(item)) addPicture(picture, blocks, context);
      return;
    }
    if (item.isFirstPart) {
      for (const picture of item.paragraph.pictures ?? []) addPicture(picture, blocks, context);
    }
    if (item.text === "" && (!context.verbatim || item.element === "Picture")) return;
    blocks.push(recogniseLine(item, items[index + 1], unnumbered, context));
  });
  return blocks;
}

function addPicture(source: Parameters<typeof recognisePicture>[0], blocks: AttachmentBlock[], context: Context): void {
  const picture = recognisePicture(source, context);
  if (picture === undefined) keepAsSurrounding(source, context);
  else blocks.push(picture);
}

function picturesOf({ table }: Extract<Item, { kind: "table" }>): Parameters<typeof recognisePicture>[0][] {
  return table.rows.flatMap(({ cells }) =>
    cells.flatMap(({ paragraphs }) => (paragraphs ?? []).flatMap(({ pictures }) => pictures ?? [])),
  );
}

function recogniseLine(
  line: Line,
  next: Item | undefined,
  unnumbered: UnnumberedHeadings,
  context: Context,
): AttachmentBlock {
  const { element, text, placed } = line;
  const { verbatim } = context;
  if (
    element === "Remark" ||
    (!verbatim && element !== "Body" && remarkLabelLength(text) > 0) ||
    isRemark(line, context)
  ) {
    return remarkOf(placed, context);
  }
  if (element === "TableCaption" || (!verbatim && isCaption(line, next))) {
    return { type: "caption", children: inlines(context, placed) };
  }
  return recogniseHeading(line, context, unnumbered) ?? recogniseParagraph(line, context);
}

function isRemark({ text }: Line, { verbatim }: Context): boolean {
  return !verbatim && remarkLabelLength(text) > 0;
}

function remarkOf(placed: PlacedText, context: Context): Remark {
  const length = remarkLabelLength(placed.text);
  const remark: Remark = {
    type: "remark",
    label: placed.text.slice(0, length),
    children: inlines(context, slice(placed, length)),
  };
  if (length > 0) context.recorder.field(remark, "label", slice(placed, 0, length));
  return remark;
}

/** The name of a table or picture: centred above it. */
function isCaption(line: Line, next: Item | undefined): boolean {
  const isAbove = next?.kind === "table" || (next?.kind === "line" && next.paragraph.pictures !== undefined);
  if (!isAbove || line.text.length > 60 || sentencePattern.test(line.text)) return false;
  return captionPattern.test(line.text) || (isCentred(line) && readHeadingLabel(line.text) === undefined);
}
