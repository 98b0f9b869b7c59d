import { excerpt } from "./excerpt.js";

/**
 * What a place would look like after a change, with a few characters on both sides.
 *
 * @param start UTF-16 units
 * @param end the same, at least `start`
 * @param replacement what to put between them
 */
export function changedExcerpt(text: string, start: number, end: number, replacement: string): string {
  // Only the neighbourhood: a text with many changes must not be copied for each of them.
  const from = Math.max(0, start - 20);
  const around = text.slice(from, start) + replacement + text.slice(end, end + 20);
  return excerpt(around, start - from, start - from + replacement.length);
}
