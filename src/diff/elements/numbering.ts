import { readHeadingLabel } from "../../document/heading-label.js";
import type { Attachment, AttachmentBlock, Block, Heading } from "../../document/tree.js";

/**
 * The headings of a document (or of an attachment) whose printed number is the one their place asks for. If such a heading has
 * another number in the other draft, and that is right there too, only its place changed.
 */
export function regularHeadings(blocks: readonly (Block | AttachmentBlock)[]): Set<Heading> {
  const regular = new Set<Heading>();
  const counts = [0, 0, 0, 0, 0];
  for (const block of blocks) {
    if (block.type !== "heading") continue;
    counts[block.level] = (counts[block.level] ?? 0) + 1;
    counts.fill(0, block.level + 1);
    const label = readHeadingLabel(`${block.label}文`);
    if (label?.ordinal === counts[block.level] && label?.level === block.level) regular.add(block);
  }
  return regular;
}

/** The label of a heading without the numeral: two headings are numbered in the same style if this is equal. */
export function labelStyle(label: string): string {
  return label.replace(/[〇一二三四五六七八九十]+|\d+|[①-⑳]/u, "#");
}

/** The attachments whose number is their place: 1, 2, 3 …, or none if there is only one. */
export function regularAttachments(blocks: readonly (Block | AttachmentBlock)[]): Set<Attachment> {
  const attachments = blocks.filter((block) => block.type === "attachment");
  return new Set(
    attachments.filter(({ number, label }, index) => {
      if (attachments.length === 1) return number === undefined && !/\d/u.test(label);
      const printed = /\d+/u.exec(label)?.[0];
      return number === index + 1 && (printed === undefined || Number(printed) === number);
    }),
  );
}

/** The label of an attachment without its number. */
export function attachmentLabelStyle(label: string): string {
  return label.replace(/\d+/u, "");
}
