import { readItemMark, readListBeginning } from "../../../document/attachment-list-text.js";
import type { AttachmentList, AttachmentListItem } from "../../../document/tree.js";
import { join, type PlacedText, slice, split, trim } from "../placed-text.js";
import { type Context, inlines } from "./context.js";
import { brokenLines, isAtRight, type Line } from "./line.js";
import { attachmentMarkPattern, datePattern, disclosurePattern, sentencePattern } from "./patterns.js";

/** Whether 附件说明 (GB/T 9704 §7.3.4) begins with this line. */
export function beginsAttachmentList(line: Line, next: Line | undefined, { verbatim }: Context): boolean {
  if (line.element === "AttachmentList") return true;
  if (verbatim || line.startsPage) return false;
  const beginning = readListBeginning(line.text);
  if (beginning === undefined) return false;
  // 附件： alone stands before numbered names; 附件 alone is the mark of an attachment.
  if (beginning.end >= line.text.length) return next !== undefined && readItemMark(next.text) !== undefined;
  return !/[。；]/u.test(line.text);
}

/** Where 附件说明 ends: behind its names, those that were wrapped by hand included. */
export function attachmentListEnd(lines: readonly Line[], start: number, limit: number, { verbatim }: Context): number {
  let end = start + 1;
  let expected = firstNumber(lines[start]) + 1;
  for (let line = lines[end]; line !== undefined && end < limit; line = lines[end]) {
    if (lines[start]?.element === "AttachmentList") {
      if (line.element !== "AttachmentList") {
        if (verbatim || readItemMark(line.text)?.number !== expected) break;
      }
    } else if (!continuesList(line, expected)) break;
    if (readItemMark(line.text)?.number === expected) expected += 1;
    end += 1;
  }
  return end;
}

function continuesList(line: Line, expected: number): boolean {
  const { text } = line;
  if (line.startsPage || datePattern.test(text) || disclosurePattern.test(text) || /^[（(]/u.test(text)) return false;
  const mark = readItemMark(text);
  if (mark !== undefined) return mark.number === expected || mark.number === 1;
  if (line.blankBefore || line.look.align !== "left" || isAtRight(line) || attachmentMarkPattern.test(text))
    return false;
  // A name that was wrapped by hand goes on under its first character.
  return line.look.indent >= 3 && text.length < 60 && !sentencePattern.test(text);
}

/** The number of the first name, 0 if it has none or stands in the next line. */
function firstNumber(line: Line | undefined): number {
  const text = line?.text ?? "";
  const numbers = text.split("\n").map((part) => {
    const beginning = readListBeginning(part);
    return readItemMark(beginning === undefined ? part : part.slice(beginning.end).trimStart())?.number ?? 0;
  });
  return Math.max(0, ...numbers);
}

/** Takes 附件说明 apart. */
export function recogniseAttachmentList(lines: readonly Line[], context: Context): AttachmentList {
  const { verbatim } = context;
  const printed = lines.flatMap(({ placed }) =>
    verbatim ? [placed] : brokenLines(placed).flatMap((part) => split(part, /\s+(?=[0-9]{1,2}[.．、][^0-9])/gu)),
  );
  const [first] = printed;
  const beginning = readListBeginning(first?.text ?? "") ?? plainBeginning(first?.text ?? "", verbatim);
  const names: { number?: number; mark?: PlacedText; name: PlacedText }[] = [];
  printed.forEach((part, index) => {
    const text = index === 0 ? slice(part, beginning.end) : part;
    const trimmed = verbatim ? text : trim(text);
    if (trimmed.text === "" && !verbatim) return;
    const mark = readItemMark(trimmed.text);
    const last = names.at(-1);
    if (mark === undefined && last !== undefined && !verbatim) {
      last.name = join([last.name, trimmed], "");
    } else if (mark === undefined) names.push({ name: trimmed });
    else {
      const name = slice(trimmed, mark.end);
      names.push({ number: mark.number, mark: slice(trimmed, 0, mark.mark.length), name });
    }
  });
  const items = names.map(({ number, mark, name }): AttachmentListItem => {
    const isUsual = mark?.text === `${String(number)}.`;
    const item = {
      ...(number === undefined ? {} : { number }),
      ...(mark === undefined || isUsual ? {} : { mark: mark.text }),
      name: inlines(context, name),
    };
    if (mark !== undefined) context.recorder.field(item, "mark", mark);
    return item;
  });
  const { label, separator } = beginning;
  const list: AttachmentList = { type: "attachmentList", label, ...(separator === "：" ? {} : { separator }), items };
  if (first !== undefined) context.recorder.field(list, "label", slice(first, 0, label.length));
  return list;
}

/** A label of an edition's own: everything up to the colon. */
function plainBeginning(text: string, verbatim: boolean): { label: string; separator: string; end: number } {
  const colon = text.indexOf("：");
  if (!verbatim || colon < 0) return { label: "", separator: "", end: 0 };
  return { label: text.slice(0, colon), separator: "：", end: colon + 1 };
}
