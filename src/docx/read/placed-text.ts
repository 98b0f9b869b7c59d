import type { Segment, SourceCell, SourceParagraph } from "./source.js";

/** Some characters of a text that stand one after the other in one `w:p`. */
export interface Piece {
  /** Where they are in the text, in UTF-16 units; `end` is behind the last one. */
  readonly start: number;
  readonly end: number;
  /** Which `w:p` of document.xml, from 0, and where in its visible text `start` is. */
  readonly paragraph: number;
  readonly offset: number;
}

/**
 * Text together with where it stands in the file. Characters that no piece covers are not stored there: numbers that Word prints, line
 * breaks between paragraphs that became one text.
 */
export interface PlacedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** A paragraph as it is printed, its automatic number first. */
export function placedParagraph(paragraph: SourceParagraph): PlacedText {
  const { label, text, index } = paragraph;
  const segments = paragraph.segments ?? [{ start: 0, end: text.length, paragraph: index, offset: 0 }];
  return { text: label + text, pieces: shifted(segments, label.length) };
}

export function placedCell({ text, paragraph, segments }: SourceCell): PlacedText {
  if (paragraph < 0) return { text, pieces: [] };
  return { text, pieces: segments ?? [{ start: 0, end: text.length, paragraph, offset: 0 }] };
}

function shifted(segments: readonly Segment[], shift: number): readonly Piece[] {
  if (shift === 0) return segments;
  return segments.map(({ start, end, ...place }) => ({ start: start + shift, end: end + shift, ...place }));
}

export function slice({ text, pieces }: PlacedText, from: number, to = text.length): PlacedText {
  const cut: Piece[] = [];
  for (const piece of pieces) {
    const start = Math.max(piece.start, from);
    const end = Math.min(piece.end, to);
    // An empty piece still says where an empty text would stand.
    if (end < start || (end === start && (cut.length > 0 || from < to))) continue;
    const { paragraph, offset } = piece;
    cut.push({ start: start - from, end: end - from, paragraph, offset: offset + start - piece.start });
  }
  return { text: text.slice(from, to), pieces: cut };
}

export function join(texts: readonly PlacedText[], separator: string): PlacedText {
  let text = "";
  const pieces: Piece[] = [];
  texts.forEach((one, index) => {
    if (index > 0) text += separator;
    const shift = text.length;
    for (const piece of one.pieces) pieces.push({ ...piece, start: piece.start + shift, end: piece.end + shift });
    text += one.text;
  });
  return { text, pieces };
}

/** Without blanks around it, be they white space or zero-width: they are somebody's way of indenting. */
export function trim(placed: PlacedText): PlacedText {
  const { text } = placed;
  const from = /^[\s\u200b\ufeff]*/u.exec(text)?.[0].length ?? 0;
  const trailing = trailingBlanks(text);
  return from === 0 && trailing === 0 ? placed : slice(placed, from, Math.max(from, text.length - trailing));
}

/** Not by a pattern at the end, which takes quadratic time on long runs of blanks. */
function trailingBlanks(text: string): number {
  let end = text.length;
  while (end > 0 && /[\s\u200b\ufeff]/u.test(text[end - 1] ?? "")) end -= 1;
  return text.length - end;
}

/** The parts between separators, which are characters. */
export function split(placed: PlacedText, separator: RegExp): PlacedText[] {
  const parts: PlacedText[] = [];
  let from = 0;
  for (const match of placed.text.matchAll(separator)) {
    parts.push(slice(placed, from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(slice(placed, from));
  return parts;
}
