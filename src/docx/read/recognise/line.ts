import { type PlacedText, placedParagraph, slice, split, trim } from "../placed-text.js";
import type { RunFormat, SourceParagraph, SourceTable } from "../source.js";

/**
 * One thing of a circular's body in the order of printing: a line (a paragraph, or a part of one where somebody broke it by hand) or a
 * table. Where it stands on the page is part of what it is.
 */
export type Item = Line | TableItem;

interface Surroundings {
  /** It begins a page: a page break or a section break stands before it. */
  readonly startsPage: boolean;
  /** Blank paragraphs stand before it. */
  readonly blankBefore: boolean;
  readonly landscape: boolean;
}

export interface Line extends Surroundings {
  readonly kind: "line";
  readonly placed: PlacedText;
  readonly text: string;
  readonly paragraph: SourceParagraph;
  /** The element of our own layout whose style it has: `Recipients`; empty for other styles. */
  readonly element: string;
  readonly look: Look;
  /** It is the first part, or the whole, of its paragraph: what is anchored there counts once. */
  readonly isFirstPart: boolean;
}

export interface TableItem extends Surroundings {
  readonly kind: "table";
  readonly table: SourceTable;
}

/** How a line looks, as far as that tells what it is. */
export interface Look {
  readonly align: "left" | "centre" | "right";
  /** How far its beginning is indented, in characters, whether by indents or by blanks. */
  readonly indent: number;
  /** Of most of its characters, in half points. */
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  readonly red: boolean;
}

/**
 * Makes a line of a paragraph, or of a part of it.
 *
 * @param verbatim keep the blanks around the text
 */
export function lineOf(
  paragraph: SourceParagraph,
  element: string,
  where: Surroundings,
  verbatim: boolean,
  part: PlacedText = placedParagraph(paragraph),
  from = 0,
): Line {
  const placed = verbatim ? part : trim(part);
  const leading = /^\s*/u.exec(part.text)?.[0] ?? "";
  const begin = from - paragraph.label.length;
  const format = dominantFormat(paragraph, begin, begin + part.text.length);
  const { align, left, firstLine } = paragraph.format;
  const em = Math.max(1, (format?.size ?? 32) * 10);
  const blanks = blankWidth(leading);
  return {
    kind: "line",
    placed,
    text: placed.text,
    paragraph,
    element,
    look: {
      align: align === "justified" ? "left" : align,
      indent: (left + firstLine) / em + blanks,
      size: format?.size ?? 0,
      font: format?.eastAsia ?? "",
      bold: format?.bold ?? false,
      red: isRed(format?.color ?? ""),
    },
    isFirstPart: from === 0,
    ...where,
  };
}

/**
 * The parts of a paragraph that are paragraphs of their own to a reader: behind page breaks, and behind line breaks after which the text
 * is indented again, as in text that was copied from a web page.
 */
export function paragraphParts(paragraph: SourceParagraph): { readonly part: PlacedText; readonly from: number }[] {
  const whole = placedParagraph(paragraph);
  if (!/[\n\f]/u.test(whole.text)) return [{ part: whole, from: 0 }];
  const parts: { part: PlacedText; from: number }[] = [];
  let from = 0;
  for (const match of whole.text.matchAll(
    /\f|\n(?=[\u3000 \t]{2,}|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/gu,
  )) {
    parts.push({ part: slice(whole, from, match.index), from });
    from = match.index + 1;
  }
  parts.push({ part: slice(whole, from), from });
  return parts;
}

/** The lines of a text that was broken by hand. */
export function brokenLines(placed: PlacedText): PlacedText[] {
  return split(placed, /[\n\f]/gu);
}

/** The look of most characters between two places of a paragraph's text; Chinese ones count before all others. */
function dominantFormat(paragraph: SourceParagraph, from: number, to: number): RunFormat | undefined {
  let best: RunFormat | undefined;
  let bestWeight = 0;
  let start = 0;
  const weights = new Map<RunFormat, number>();
  for (const { end, format } of paragraph.runs) {
    const text = paragraph.text.slice(Math.max(start, from), Math.max(0, Math.min(end, to)));
    start = end;
    if (text.length === 0) continue;
    const chinese = text.match(/[\u3400-\u9fff]/gu)?.length ?? 0;
    const weight = (weights.get(format) ?? 0) + chinese * 100 + text.trim().length + 0.01;
    weights.set(format, weight);
    if (weight <= bestWeight) continue;
    best = format;
    bestWeight = weight;
  }
  return best;
}

/** In characters: a full-width blank is one, another half of one; a tab is two. */
function blankWidth(blanks: string): number {
  let width = 0;
  for (const blank of blanks) width += blank === "\u3000" ? 1 : blank === "\t" ? 2 : 0.5;
  return width;
}

function isRed(color: string): boolean {
  const match = /^([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})$/u.exec(color);
  if (match === null) return false;
  const [red, green, blue] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return (red ?? 0) >= 0xb0 && (green ?? 255) <= 0x50 && (blue ?? 255) <= 0x50;
}

/** Printed in the middle, be it by alignment or by blanks. */
export function isCentred({ look }: Line): boolean {
  return look.align === "centre" || (look.align === "left" && look.indent >= 5);
}

/** Printed at the right, be it by alignment, indents or blanks. */
export function isAtRight({ look }: Line): boolean {
  return look.align === "right" || look.indent >= 8;
}
