import { excerpt } from "./excerpt.js";

/**
 * What a place would look like after a change, with a few characters on both sides.
 *
 * @param start UTF-16 units
 * @param end the same, at least `start`
 * @param replacement what to put between them
 */
export function changedExcerpt(text: string, start: number, end: number, replacement: string): string {
  return excerpt(text.slice(0, start) + replacement + text.slice(end), start, start + replacement.length);
}
