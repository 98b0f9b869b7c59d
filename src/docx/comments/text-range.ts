import type { Piece } from "../read/placed-text.js";
import type { TextPoint } from "./mark-ranges.js";

/** Some visible characters of document.xml, perhaps of several paragraphs. */
export interface TextRange {
  readonly start: TextPoint;
  /** Behind the last character. */
  readonly end: TextPoint;
}

/**
 * Where some characters of a text stand in the file.
 *
 * @param pieces of the text, in order
 * @param start in UTF-16 units of the text
 * @param end behind the last character
 * @returns `undefined` if none of the text is stored in the file; characters that are not, such as automatic numbers, are left out
 */
export function rangeIn(pieces: readonly Piece[], start: number, end: number): TextRange | undefined {
  const first = pieces.find((piece) => piece.end > start) ?? pieces.at(-1);
  const last = pieces.findLast((piece) => piece.start < end) ?? pieces[0];
  if (first === undefined || last === undefined) return undefined;
  const from = { paragraph: first.paragraph, offset: offsetIn(first, start) };
  const to = { paragraph: last.paragraph, offset: offsetIn(last, end) };
  // What stands between two pieces is nowhere: the character before it is taken.
  return last.start < first.start ? { start: to, end: to } : { start: from, end: to };
}

function offsetIn(piece: Piece, position: number): number {
  return piece.offset + Math.min(Math.max(position, piece.start), piece.end) - piece.start;
}
