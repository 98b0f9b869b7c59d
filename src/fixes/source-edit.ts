import type { Place } from "../document/place.js";

/** Some characters of a source file and what to put in their place. */
export interface SourceEdit {
  /** The line that holds the characters (line, without column) or the cell. */
  readonly container: Place;
  /** All the text of the line or cell. */
  readonly whole: string;
  /** UTF-16 units in `whole`. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** A stretch of text and what to put in its place. */
export interface TextChange {
  /** UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/**
 * The smallest changes that replace a stretch of text: a pair of quotation marks becomes two changes and the words between them none,
 * so that each can be put right where it comes from.
 *
 * @param text that holds the stretch
 * @param change replaces the whole stretch
 * @returns changes in order, not overlapping; none if the replacement is what is there
 */
export function smallestChanges(text: string, { start, end, replacement }: TextChange): readonly TextChange[] {
  const before = text.slice(start, end);
  if (before.length === replacement.length) {
    const changes: TextChange[] = [];
    let from = 0;
    while (from < before.length) {
      let to = from;
      while (to < before.length && before[to] !== replacement[to]) to += 1;
      if (to > from) changes.push({ start: start + from, end: start + to, replacement: replacement.slice(from, to) });
      from = to + 1;
    }
    return changes;
  }
  let same = 0;
  while (same < Math.min(before.length, replacement.length) && before[same] === replacement[same]) same += 1;
  let sameAtEnd = 0;
  while (
    sameAtEnd < Math.min(before.length, replacement.length) - same &&
    before.at(-1 - sameAtEnd) === replacement.at(-1 - sameAtEnd)
  ) {
    sameAtEnd += 1;
  }
  return [
    {
      start: start + same,
      end: end - sameAtEnd,
      replacement: replacement.slice(same, replacement.length - sameAtEnd),
    },
  ];
}
