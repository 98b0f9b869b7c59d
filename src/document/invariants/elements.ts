import { plainText, type Block, type CircularDocument, type Inline } from "../tree.js";

/** The order in which GB/T 9704 prints the elements. Elements with the same rank may stand in any order. */
const ranks: Readonly<Record<Block["type"], number>> = {
  letterhead: 0,
  title: 1,
  recipients: 2,
  heading: 3,
  paragraph: 3,
  attachmentList: 4,
  signature: 5,
  disclosure: 6,
  note: 6,
  attachment: 7,
  imprint: 8,
};

/** The elements that a circular may have more than once. */
const repeatable: ReadonlySet<Block["type"]> = new Set(["heading", "paragraph", "note", "attachment"]);

/** What every writer relies on: where attachments begin and end, and that a 版头 stands only in a form that has one. */
export function sequenceProblems(document: CircularDocument): string[] {
  const problems: string[] = [];
  const { children, appearance } = document;
  const firstAttachment = children.findIndex((block) => block.type === "attachment");
  children.forEach((block, index) => {
    const path = `children[${String(index)}]`;
    if (firstAttachment !== -1 && index > firstAttachment && ranks[block.type] < ranks.attachment) {
      problems.push(`${path}: ${block.type} after an attachment, where it would be taken for a part of it`);
    }
    if (block.type === "imprint" && index !== children.length - 1) {
      problems.push(`${path}: the imprint is not the last element`);
    }
  });
  const hasLetterhead = children.some((block) => block.type === "letterhead");
  if (hasLetterhead && appearance.form === "plain") {
    problems.push("appearance.form: plain, but there is a letterhead");
  }
  if (!hasLetterhead && appearance.form !== "plain") {
    problems.push(`appearance.form: ${appearance.form}, but there is no letterhead`);
  }
  return problems;
}

/** What our own circulars keep to: every element at its place and in its form. */
export function elementProblems(document: CircularDocument): string[] {
  const problems: string[] = [];
  const counts = new Map<Block["type"], number>();
  document.children.forEach((block, index) => {
    const path = `children[${String(index)}]`;
    const count = (counts.get(block.type) ?? 0) + 1;
    counts.set(block.type, count);
    if (count > 1 && !repeatable.has(block.type)) problems.push(`${path}: a second ${block.type}`);
    const previous = document.children[index - 1];
    if (previous !== undefined && ranks[block.type] < ranks[previous.type]) {
      problems.push(`${path}: ${block.type} out of order, after ${previous.type}`);
    }
    for (const problem of formProblems(block, document)) problems.push(`${path}${problem}`);
  });
  if (!counts.has("title")) problems.push("children: there is no title");
  if (!isCivilDate(document.properties.date)) {
    problems.push(`properties.date: ${document.properties.date} is no date of the form YYYY-MM-DD`);
  }
  return problems;
}

function formProblems(block: Block, document: CircularDocument): string[] {
  switch (block.type) {
    case "letterhead": {
      const problems = block.mark.length === 0 ? [".mark: no agency"] : [];
      if (block.copyNumber !== undefined && !/^[0-9]{6}$/.test(block.copyNumber)) {
        problems.push(".copyNumber: not six digits");
      }
      return problems;
    }
    case "title":
      return [
        ...(block.lines.length === 0 ? [".lines: no line"] : []),
        ...(block.lines.some((line) => /[\n\r]/.test(plainText(line))) ? [".lines: a line break within a line"] : []),
        ...(block.lines.map(plainText).join("") === document.properties.title
          ? []
          : [".lines: not the same words as properties.title"]),
      ];
    case "recipients":
      return plainText(block.children).endsWith("：") ? [] : [".children: no closing ："];
    case "signature":
      return [
        ...(block.issuers.length === 0 ? [".issuers: no agency"] : []),
        ...(plainText(block.date) === printedDate(document.properties.date)
          ? []
          : [".date: not properties.date in printed form"]),
      ];
    case "note":
      return /^（.*）$/s.test(plainText(block.children)) ? [] : [".children: not in full-width parentheses"];
    case "imprint":
      return block.copyTo === undefined || plainText(block.copyTo).endsWith("。") ? [] : [".copyTo: no closing 。"];
    case "paragraph":
    case "disclosure":
      return emptyProblems(block.children);
    case "heading":
    case "attachmentList":
    case "attachment":
      return [];
  }
}

function emptyProblems(children: readonly Inline[]): string[] {
  return plainText(children) === "" ? [".children: empty"] : [];
}

function isCivilDate(date: string): boolean {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(date);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

/** §7.3.5.4: Arabic digits, the whole year, month and day without leading zeros. */
function printedDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${String(year)}年${String(month)}月${String(day)}日`;
}
