import { readHeadingLabel } from "../../../document/heading-label.js";
import type { Heading, Paragraph } from "../../../document/tree.js";
import { slice } from "../placed-text.js";
import type { RunFormat } from "../source.js";
import { type Context, inlines } from "./context.js";
import type { Line } from "./line.js";

/** Our own numbers, to the letter: what follows belongs to the heading, be it a blank. */
const strictLabels = [
  /^[一二三四五六七八九十]{1,3}、/u,
  /^（[一二三四五六七八九十]{1,3}）/u,
  /^[0-9]{1,2}\./u,
  /^（[0-9]{1,2}）/u,
] as const;

/**
 * A heading, if the line is one: by its number (GB/T 9704 §7.3.3), or by a heading style.
 *
 * @param unnumbered how many headings of each level without a number stand before, to count this one; is counted on
 */
export function recogniseHeading(line: Line, context: Context, unnumbered: UnnumberedHeadings): Heading | undefined {
  const level = styledLevel(line, context);
  // In an untouched file of ours a paragraph that begins like a heading is a paragraph all the same.
  if (context.verbatim && level === undefined) return undefined;
  const found = readHeadingLabel(line.text);
  const strict = level === undefined ? undefined : strictLabels[level - 1]?.exec(line.text)?.[0];
  const label = context.verbatim && strict !== undefined ? strict : (found?.label ?? "");
  if (found === undefined && level === undefined) return undefined;
  const shownLevel = found?.level ?? level ?? 1;
  const ordinal = found?.ordinal ?? unnumbered.next(shownLevel);
  if (found !== undefined) unnumbered.restart(found.level);
  const end = headingEnd(line, label.length, context);
  const { placed } = line;
  const children = inlines(context, slice(placed, label.length, end));
  const heading: Heading = {
    type: "heading",
    level: shownLevel,
    ordinal,
    label,
    children,
    ...(end < line.text.length ? { body: inlines(context, slice(placed, end)) } : {}),
  };
  context.recorder.field(heading, "label", slice(placed, 0, label.length));
  return heading;
}

/** Counts headings that have a heading style but no number. */
export class UnnumberedHeadings {
  private readonly counts = [0, 0, 0, 0];

  next(level: Heading["level"]): number {
    const ordinal = (this.counts[level - 1] ?? 0) + 1;
    this.counts[level - 1] = ordinal;
    this.restart(level);
    return ordinal;
  }

  /** A heading begins: those below it are counted anew. */
  restart(level: Heading["level"]): void {
    this.counts.fill(0, level);
  }
}

export function recogniseParagraph(line: Line, context: Context): Paragraph {
  return { type: "paragraph", children: inlines(context, line.placed) };
}

/** The level that a style says: our own ones always, Word's heading styles if the line is as short as a heading. */
function styledLevel({ element, paragraph, text }: Line, { own, verbatim }: Context): Heading["level"] | undefined {
  const mine = /^(?:RunIn)?Heading([1-4])$/u.exec(element)?.[1];
  if (own && mine !== undefined && (verbatim || text !== "")) return Number(mine) as Heading["level"];
  const foreign = /^heading ([1-4])$/u.exec(paragraph.format.styleName)?.[1];
  if (foreign === undefined || text.length > longestStyledHeading || text === "") return undefined;
  return Number(foreign) as Heading["level"];
}

const longestStyledHeading = 60;

/**
 * Where the heading ends and the text that runs in behind it begins: where the character style or the type of headings ends, else behind
 * the first full stop.
 */
function headingEnd(line: Line, labelLength: number, { verbatim }: Context): number {
  const { text, element } = line;
  const byStyle = endByStyle(line);
  if (byStyle !== undefined) return byStyle;
  if (verbatim || /^Heading[1-4]$/u.test(element)) return text.length;
  const byType = endByType(line, labelLength);
  if (byType !== undefined) return byType;
  return endOfSentence(text, labelLength);
}

/** Behind the first 。 that is not within brackets or quotation marks, and behind the marks that close after it. */
function endOfSentence(text: string, from: number): number {
  let depth = 0;
  for (let index = from; index < text.length; index += 1) {
    const character = text[index] ?? "";
    if ("“（(《〔「『".includes(character)) depth += 1;
    else if ("”）)》〕」』".includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && "。？！".includes(character)) {
      let end = index + 1;
      while (end < text.length && "”）)’".includes(text[end] ?? "")) end += 1;
      return end;
    }
  }
  return text.length;
}

/** Behind the characters in the style of our own run-in headings; `undefined` if there are none at the beginning. */
function endByStyle(line: Line): number | undefined {
  const { runs } = line.paragraph;
  const shift = textShift(line);
  let end: number | undefined;
  let start = 0;
  for (const run of runs) {
    const isInLine = run.end + shift > 0 && start + shift < line.text.length;
    start = run.end;
    if (!isInLine) continue;
    if (!headingTextStyle.test(run.format.characterStyle)) break;
    end = Math.min(line.text.length, run.end + shift);
  }
  return end;
}

const headingTextStyle = /^[一二三四]级标题文字$/u;

/** Where the type of headings changes to that of the body; `undefined` if it does not. */
function endByType(line: Line, labelLength: number): number | undefined {
  const { paragraph, text } = line;
  const shift = textShift(line);
  let first: RunFormat | undefined;
  let start = 0;
  for (const { end, format } of paragraph.runs) {
    const from = Math.max(0, start + shift);
    start = end;
    const to = end + shift;
    if (to <= 0 || from >= text.length) continue;
    const words = text.slice(from, to);
    // Digits and marks are often set in another font without meaning anything.
    if (first === undefined ? !/[\u3400-\u9fff]/u.test(words) : !/[\u3400-\u9fffA-Za-z0-9]/u.test(words)) continue;
    if (first === undefined) {
      if (!isHeadingType(format)) return undefined;
      first = format;
    } else if (!sameType(first, format) && from > labelLength) return withClosingMark(text, from);
  }
  return undefined;
}

/** A mark that ends the heading belongs to it even if it is set like the body. */
function withClosingMark(text: string, end: number): number {
  return /^[。：:.！？]/u.test(text.slice(end)) ? end + 1 : end;
}

/** How far positions in the line's text are behind those in the text of its paragraph. */
function textShift({ placed, paragraph }: Line): number {
  const [first] = placed.pieces;
  if (first === undefined) return paragraph.label.length;
  const segment = paragraph.segments?.find(
    ({ paragraph: index, offset, start, end }) =>
      index === first.paragraph && first.offset >= offset && first.offset <= offset + end - start,
  );
  const inText = segment === undefined ? first.offset : segment.start + first.offset - segment.offset;
  return first.start - inText;
}

function isHeadingType({ bold, eastAsia }: RunFormat): boolean {
  return bold || /黑体|楷|hei|kai/iu.test(eastAsia);
}

function sameType(a: RunFormat, b: RunFormat): boolean {
  return a.characterStyle === b.characterStyle && a.bold === b.bold && a.eastAsia === b.eastAsia;
}
