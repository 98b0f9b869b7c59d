const ends = new Set(["。", "；", "！", "？", "\n", ";"]);
/** No clause is longer; without a limit a text without any mark would be read again for every place in it. */
const longest = 200;

/** The clause that holds some characters of a text: from the last 。；！？ before them to the next one after them. */
export function clauseAround(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && start - from < longest && !ends.has(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && to - end < longest && !ends.has(text.charAt(to))) to += 1;
  return text.slice(from, to);
}
