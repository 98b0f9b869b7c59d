import { readHeadingLabel } from "../document/heading-label.js";
import type { Draft, DraftAttachment, Passage } from "./draft.js";
import { isProtected } from "./protected-spans.js";

/** A place in running text that sends the reader to an attachment: 见附件3, （附件1、2）, 见附件. */
export interface AttachmentMention {
  readonly word: "附件" | "附表";
  /** Absent for 见附件 without a number. */
  readonly number?: number;
  /** UTF-16 units, up to but not including `end`. */
  readonly start: number;
  readonly end: number;
}

/** After a number these make it a count or an amount: 附件10万元, 附件3份. */
const notANumber = "(?![.．]?\\d|[万亿千百元%％个份家条项年月日页张类种])";
const firstNumber = new RegExp(
  `^\\s?(?:([1-9]\\d?)${notANumber}|([一二三四五六七八九十]{1,2})(?![并起同式致律般定经旦些共览]))`,
  "u",
);
const nextNumber = new RegExp(`^(、|和|及|与|至|到|[-－–—~～]{1,2})(?:附[件表])?([1-9]\\d?)${notANumber}`, "u");
/** Something of another document: 《…》附件2, 《…》（国办秘函〔2019〕19号）附件2, 国办发〔2017〕47号文附件. */
const ofAnotherDocument = /(?:[》〉](?:（[^（）]{0,60}）)?|号）?文?件?)(?:的|中的?|里的?|所附的?)?$/u;

/**
 * The attachments of this circular that a text mentions. A range (附件1至3) mentions each of them. Mentions of another document's
 * attachments, counts (附件3份) and amounts (附件10万元) are none.
 */
export function attachmentMentions(draft: Draft, passage: Passage): AttachmentMention[] {
  const { text } = passage;
  const mentions: AttachmentMention[] = [];
  for (let at = text.indexOf("附"); at >= 0; at = text.indexOf("附", at + 1)) {
    const word = text.slice(at, at + 2);
    if (word !== "附件" && word !== "附表") continue;
    if (isProtected(draft.protectedIn(passage), at)) continue;
    const before = text.slice(Math.max(0, at - 70), at);
    if ("》〉）号文件的中里附".includes(before.slice(-1) || " ") && ofAnotherDocument.test(before)) continue;
    const rest = text.slice(at + 2, at + 60);
    const first = firstNumber.exec(rest);
    if (first === null) {
      if (before.endsWith("见") && !/^\s?[\d×]/u.test(rest)) mentions.push({ word, start: at, end: at + 2 });
      continue;
    }
    const numbered = numbersAfter(word, at, rest, first);
    mentions.push(...numbered);
    at = (numbered.at(-1)?.end ?? at + 1) - 1;
  }
  return mentions;
}

function numbersAfter(word: "附件" | "附表", at: number, rest: string, first: RegExpExecArray): AttachmentMention[] {
  const number = first[1] === undefined ? (readHeadingLabel(`${first[2] ?? ""}、`)?.ordinal ?? 0) : Number(first[1]);
  let end = at + 2 + first[0].length;
  const mentions: AttachmentMention[] = [{ word, number, start: at, end }];
  let last = number;
  for (let next = nextNumber.exec(rest.slice(first[0].length)); next !== null;) {
    const [whole, link = "", digits = ""] = next;
    const value = Number(digits);
    const isRange = !/[、和及与]/u.test(link);
    // 附件1-1 is a number of its own in some houses.
    if (isRange && value <= last) break;
    const start = end;
    end += whole.length;
    for (let between = isRange ? last + 1 : value; between <= value; between += 1) {
      mentions.push({ word, number: between, start: isRange ? at : start + link.length, end });
    }
    last = value;
    next = nextNumber.exec(rest.slice(end - at - 2));
  }
  return mentions;
}

/** The number printed on an attachment's page; `undefined` if there is none. */
export function printedNumber(attachment: DraftAttachment): number | undefined {
  const label = attachment.node.label.replace(/\s/gu, "");
  if (label === "附件" || label === "附表") return undefined;
  const digits = /^附[件表](\d{1,3})/u.exec(label)?.[1];
  if (digits !== undefined) return Number(digits);
  const chinese = /^附[件表]([一二三四五六七八九十]{1,2})/u.exec(label)?.[1];
  if (chinese !== undefined) return readHeadingLabel(`${chinese}、`)?.ordinal;
  return label === "" ? attachment.node.number : undefined;
}

/** Lines of 附件说明 and attachment pages, brought together. */
export interface AttachmentPairs {
  readonly pairs: readonly { readonly item: Passage; readonly attachment: DraftAttachment }[];
  readonly itemsAlone: readonly Passage[];
  readonly pagesAlone: readonly DraftAttachment[];
}

/** Pairs by number where both sides are numbered throughout, or else by position. */
export function pairAttachments(draft: Draft): AttachmentPairs {
  const items = draft.attachmentItems;
  const itemNumbers = draft.attachmentList?.items.map(({ number }) => number) ?? [];
  const pageNumbers = draft.attachments.map(printedNumber);
  const byNumber = isNumbered(itemNumbers) && isNumbered(pageNumbers);
  const pageFor = (index: number): DraftAttachment | undefined =>
    draft.attachments[byNumber ? pageNumbers.indexOf(itemNumbers[index]) : index];
  const used = new Set<DraftAttachment>();
  const pairs: { item: Passage; attachment: DraftAttachment }[] = [];
  const itemsAlone: Passage[] = [];
  items.forEach((item, index) => {
    const attachment = pageFor(index);
    if (attachment === undefined || used.has(attachment)) itemsAlone.push(item);
    else {
      used.add(attachment);
      pairs.push({ item, attachment });
    }
  });
  const pagesAlone = draft.attachments.filter((attachment) => !used.has(attachment));
  // The same name under a wrong number is the same attachment.
  for (const item of [...itemsAlone]) {
    const page = pagesAlone.findIndex(({ titleText }) => titleText !== "" && titleText === item.text);
    const [attachment] = page < 0 ? [] : pagesAlone.splice(page, 1);
    if (attachment === undefined) continue;
    itemsAlone.splice(itemsAlone.indexOf(item), 1);
    pairs.push({ item, attachment });
  }
  return { pairs, itemsAlone, pagesAlone };
}

function isNumbered(numbers: readonly (number | undefined)[]): boolean {
  return numbers.every((number) => number !== undefined) && new Set(numbers).size === numbers.length;
}
