/**
 * UTF-16 units of one paragraph or cell that the rules look at. The longest paragraphs of real circulars have a quarter of this; some rules
 * compare every number of a paragraph with every other, which nobody would wait for in a paragraph as long as a book.
 */
export const longestChecked = 4000;

/** The text as far as rules look at it: all of it, or whole sentences from its beginning. */
export function checkedText(text: string): string {
  if (text.length <= longestChecked) return text;
  const end = text.lastIndexOf("。", longestChecked - 1);
  // Never half of a character of two units.
  return end > 0 ? text.slice(0, end + 1) : text.slice(0, longestChecked).replace(/[\ud800-\udbff]$/u, "");
}
