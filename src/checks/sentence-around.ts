const ends = new Set(["。", "；", "！", "？", "\n", ";"]);

/** The part of a sentence that holds some characters of a text: from the last 。；！？ before them to the next one after them. */
export function sentenceAround(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && !ends.has(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && !ends.has(text.charAt(to))) to += 1;
  return text.slice(from, to);
}
