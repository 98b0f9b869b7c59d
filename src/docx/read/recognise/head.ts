import { readHeadingLabel } from "../../../document/heading-label.js";
import type { Block, Letterhead, Title } from "../../../document/tree.js";
import { trim } from "../placed-text.js";
import { type Context, inlines } from "./context.js";
import { recogniseParagraph } from "./heading.js";
import { LetterheadBuilder } from "./letterhead.js";
import { brokenLines, isCentred, type Line } from "./line.js";
import { attachmentMarkPattern, documentNumberPattern, sentencePattern, titlePattern } from "./patterns.js";

/** The elements at the beginning of a circular, and how many lines they take. */
export interface Head {
  readonly blocks: readonly Block[];
  readonly title: Title | undefined;
  readonly letterhead: Letterhead | undefined;
  readonly end: number;
}

/** A title further down than this many lines is none. */
const farthestTitle = 40;

/**
 * 版头, title and 主送 (GB/T 9704 §7.2, §7.3.1, §7.3.2).
 *
 * @param lines the lines before the attachments
 * @param boxes the lines of text boxes at the beginning; those of 版头 are taken out
 */
export function recogniseHead(lines: readonly Line[], boxes: Line[], context: Context): Head {
  const { start, end } = findTitle(lines, context);
  const titleLines = lines.slice(start, end);
  const blocks: Block[] = [];
  const builder = new LetterheadBuilder(context);
  boxes.splice(0, boxes.length, ...boxes.filter((line) => !builder.take(line)));
  for (const line of lines.slice(0, start)) {
    if (!builder.take(line)) blocks.push(recogniseParagraph(line, context));
  }
  const title = titleLines.length === 0 ? undefined : titleOf(titleLines, context);
  if (title !== undefined) blocks.push(title);

  let next = end;
  for (let line = lines[next]; line !== undefined; line = lines[next]) {
    if (line.element === "DocumentNumber" || (documentNumberPattern.test(line.text) && !builder.hasDocumentNumber)) {
      builder.take(line);
    } else if (isCentred(line) && line.element === "" && line.text.length < 40 && title !== undefined) {
      // A date or a remark on the title, as websites print it.
      blocks.push(recogniseParagraph(line, context));
    } else break;
    next += 1;
  }
  const recipients = lines[next];
  if (recipients !== undefined && title !== undefined && isRecipients(recipients, lines[next + 1], context)) {
    blocks.push({ type: "recipients", children: inlines(context, recipients.placed) });
    next += 1;
  }
  const letterhead = builder.finish();
  return { blocks: letterhead === undefined ? blocks : [letterhead, ...blocks], title, letterhead, end: next };
}

function titleOf(lines: readonly Line[], context: Context): Title {
  const parts = lines.flatMap(({ placed }) => brokenLines(placed));
  const shown = context.verbatim ? parts : parts.map(trim).filter(({ text }) => text !== "");
  return { type: "title", lines: shown.map((part) => inlines(context, part)) };
}

/** Which lines are the title; an empty range if none is. */
function findTitle(lines: readonly Line[], context: Context): { start: number; end: number } {
  const { own } = context;
  const styled = lines.findIndex(({ element }) => element === "Title");
  if (own && styled >= 0) return grow(lines, styled, ({ element }) => element === "Title");
  if (context.verbatim) return { start: letterheadEnd(lines), end: letterheadEnd(lines) };
  const limit = Math.min(lines.length, farthestTitle);
  const first = (matches: (line: Line) => boolean): number => lines.slice(0, limit).findIndex(matches);

  const byStyle = first(
    (line) => /^title$|^标题$|^公文标题/u.test(line.paragraph.format.styleName) && isTitleText(line),
  );
  if (byStyle >= 0) {
    const name = lines[byStyle]?.paragraph.format.styleName;
    return grow(lines, byStyle, (line) => line.paragraph.format.styleName === name && isTitleText(line));
  }
  const byType = first((line) => isCentred(line) && line.look.size > context.bodySize && isTitleText(line));
  if (byType >= 0) {
    const size = lines[byType]?.look.size ?? 0;
    return grow(lines, byType, (line) => isCentred(line) && Math.abs(line.look.size - size) <= 4 && isTitleText(line));
  }
  const byHeading = first(
    (line) => line.paragraph.format.styleName === "heading 1" && isTitleText(line) && line.text.length > 4,
  );
  if (byHeading >= 0) return { start: byHeading, end: byHeading + 1 };
  const centred = first((line) => isCentred(line) && isTitleText(line) && line.text.length > 3);
  if (centred >= 0) return grow(lines, centred, (line) => isCentred(line) && isTitleText(line));
  // By position: the lines that end in the kind of document, before the first sentence.
  const sentence = first((line) => /[。]/u.test(line.text) || readHeadingLabel(line.text) !== undefined);
  const before = lines.slice(0, sentence < 0 ? limit : sentence);
  const last = before.findLastIndex(
    (line) => titlePattern.test(line.text) && isTitleText(line) && line.text.length <= 60,
  );
  if (last < 0) return { start: letterheadEnd(lines), end: letterheadEnd(lines) };
  let start = last;
  while (start > 0 && isTitleText(lines[start - 1]) && !titlePattern.test(lines[start - 1]?.text ?? "")) start -= 1;
  return { start, end: last + 1 };
}

/** Without a title: behind the lines that can only be 版头. */
function letterheadEnd(lines: readonly Line[]): number {
  const body = lines.findIndex((line) => !LetterheadBuilder.isPart(line));
  return body < 0 ? lines.length : body;
}

function grow(lines: readonly Line[], start: number, belongs: (line: Line) => boolean): { start: number; end: number } {
  let end = start + 1;
  for (let line = lines[end]; line !== undefined && belongs(line); line = lines[end]) end += 1;
  return { start, end };
}

function isTitleText(line: Line | undefined): boolean {
  if (line === undefined) return false;
  const { text, look } = line;
  return (
    text !== "" &&
    !look.red &&
    !sentencePattern.test(text) &&
    !/[：:]$/u.test(text) &&
    !LetterheadBuilder.isPart(line) &&
    !attachmentMarkPattern.test(text) &&
    readHeadingLabel(text)?.level !== 1 &&
    !/^[（(].*[）)]$/u.test(text)
  );
}

/** 主送: flush left right below the title, usually closed by a colon. */
function isRecipients(line: Line, next: Line | undefined, context: Context): boolean {
  if (line.element === "Recipients") return true;
  if (context.verbatim) return false;
  const { text } = line;
  if (text.includes("。") || readHeadingLabel(text) !== undefined || text.length > 400) return false;
  if (/^附\s*[件表]/u.test(text) || /(?:如下|通知|通报)[：:]$/u.test(text)) return false;
  const isIndented = line.look.indent >= 1.5;
  if (/[：:]$/u.test(text)) return !isIndented || (next?.look.indent ?? 0) >= 1.5 || /^各|局|委|办/u.test(text);
  // Without its colon, only the lack of an indent tells it from the first paragraph.
  return !isIndented && (next?.look.indent ?? 0) >= 1.5 && !sentencePattern.test(text) && text.length < 200;
}
