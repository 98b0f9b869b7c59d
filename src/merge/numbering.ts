import { regularAttachments, regularHeadings } from "../diff/elements/numbering.js";
import { chineseNumeral } from "../facts/numbers/chinese-numerals.js";
import type { Attachment, AttachmentBlock, AttachmentList, Block, Heading } from "../document/tree.js";

type Node = Block | AttachmentBlock;

/** Lists whose numbering decides whether the merged one is numbered anew. */
export interface NumberedLists {
  readonly hand: readonly Node[];
  readonly data: readonly Node[];
}

/** Numbers headings by their place if they are numbered by their place on both sides; numbers that people set otherwise stay. */
export function renumberHeadings<Item extends Node>(merged: readonly Item[], { hand, data }: NumberedLists): Item[] {
  if (!isNumberedByPlace(hand) || !isNumberedByPlace(data)) return [...merged];
  const counts = [0, 0, 0, 0, 0];
  return merged.map((block) => {
    if (block.type !== "heading") return block;
    const ordinal = (counts[block.level] ?? 0) + 1;
    counts[block.level] = ordinal;
    counts.fill(0, block.level + 1);
    return { ...block, ordinal, label: withNumeral(block.label, ordinal) };
  });
}

function isNumberedByPlace(blocks: readonly Node[]): boolean {
  const headings = blocks.filter((block): block is Heading => block.type === "heading");
  return regularHeadings(blocks).size === headings.length;
}

/** Puts another numeral of the same kind into a printed number, whose marks stay. */
function withNumeral(label: string, ordinal: number): string {
  return label
    .replace(/[一二三四五六七八九十]+/u, () => chineseNumeral(ordinal))
    .replace(/\d+/u, () => String(ordinal))
    .replace(/[①-⑳]/u, () => String.fromCodePoint("①".charCodeAt(0) - 1 + Math.min(ordinal, 20)));
}

/** Numbers attachments by their place if they are numbered so on both sides. */
export function renumberAttachments(merged: readonly Block[], { hand, data }: NumberedLists): Block[] {
  if (!areNumberedByPlace(hand) || !areNumberedByPlace(data)) return [...merged];
  const count = merged.filter(({ type }) => type === "attachment").length;
  let position = 0;
  return merged.map((block) => {
    if (block.type !== "attachment") return block;
    position += 1;
    return numbered(block, count === 1 ? undefined : position);
  });
}

function areNumberedByPlace(blocks: readonly Node[]): boolean {
  return regularAttachments(blocks).size === blocks.filter(({ type }) => type === "attachment").length;
}

function numbered(attachment: Attachment, number: number | undefined): Attachment {
  if (attachment.number === number) return attachment;
  const plain = attachment.label.replace(/\d+/u, "");
  const label = plain === "" ? "" : plain + (number === undefined ? "" : String(number));
  const { type, orientation, title, subtitle, children } = attachment;
  return {
    type,
    ...(number === undefined ? {} : { number }),
    label,
    orientation,
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    children,
  };
}

/** Numbers the items of 附件说明 1, 2, 3 …, if they are numbered so on both sides. */
export function renumberItems(
  items: AttachmentList["items"],
  sides: { readonly hand: AttachmentList["items"]; readonly data: AttachmentList["items"] },
): AttachmentList["items"] {
  const isRegular = (list: AttachmentList["items"]): boolean =>
    list.every(({ number }, index) => number === (list.length === 1 ? undefined : index + 1));
  if (!isRegular(sides.hand) || !isRegular(sides.data)) return items;
  return items.map((item, index) => {
    const number = items.length === 1 ? undefined : index + 1;
    if (item.number === number) return item;
    const { mark, name } = item;
    return {
      ...(number === undefined ? {} : { number }),
      ...(mark === undefined || number === undefined ? {} : { mark: mark.replace(/\d+/u, String(number)) }),
      name,
    };
  });
}
