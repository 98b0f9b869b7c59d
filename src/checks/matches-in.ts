/**
 * The matches of a pattern in a text.
 *
 * `matchAll` makes a copy of the pattern each time, and most texts hold nothing that a rule looks for.
 *
 * @param pattern with the flag `g`; where its next search begins is not kept
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  if (!pattern.test(text)) return [];
  pattern.lastIndex = 0;
  return [...text.matchAll(pattern)];
}
