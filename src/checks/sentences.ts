/** A stretch of a passage's text. */
export interface Stretch {
  readonly text: string;
  /** UTF-16 units in the passage's text. */
  readonly start: number;
  readonly end: number;
}

/** The sentences of a text, each with its closing mark. */
export function sentencesOf(text: string): readonly Stretch[] {
  return splitAfter(text);
}

function splitAfter(text: string): readonly Stretch[] {
  const parts: Stretch[] = [];
  let start = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if ("（(“《".includes(character)) depth += 1;
    else if ("）)”》".includes(character)) depth = Math.max(0, depth - 1);
    else if (/[。！？\n]/u.test(character) && (depth === 0 || character === "。")) {
      parts.push({ text: text.slice(start, index + 1), start, end: index + 1 });
      start = index + 1;
      depth = 0;
    }
  }
  if (start < text.length) parts.push({ text: text.slice(start), start, end: text.length });
  return parts;
}
