/**
 * A few characters on both sides of a place in a text, so that it can be found by eye.
 *
 * @param start UTF-16 units
 * @param end the same, at least `start`
 */
export function excerpt(text: string, start: number, end = start): string {
  const from = Math.max(0, start - 8);
  const to = Math.min(text.length, end + 8);
  return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
}
