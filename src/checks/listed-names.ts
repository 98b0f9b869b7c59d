import { holdsAny } from "./holds-any.js";

/** A list of names in a sentence: 甲县、乙县、丙区. */
export interface ListedNames {
  readonly names: readonly string[];
  /** UTF-16 units in the text, from the first name up to the end of the last. */
  readonly start: number;
  readonly end: number;
}

/**
 * Splits at marks outside brackets and quotations: “县（市、区）” stays one name.
 *
 * @param separators the marks, for instance `、`
 */
export function splitOutside(text: string, separators: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let current = "";
  for (const character of text) {
    if ("（(“《".includes(character)) depth += 1;
    else if ("）)”》".includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && separators.includes(character)) {
      parts.push(current);
      current = "";
    } else current += character;
  }
  parts.push(current);
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** The list joined by 、 that ends right at a position: what stands before 等16个地级以上市. Adjacent quotations need no 、 between them. */
export function listBefore(text: string, end: number): ListedNames | undefined {
  let start = end;
  let depth = 0;
  while (start > 0) {
    const character = text.charAt(start - 1);
    if ("）)”》".includes(character)) depth += 1;
    else if ("（(“《".includes(character)) {
      if (depth === 0) break;
      depth -= 1;
    } else if (depth === 0 && /[，。；：！？\n,;:]/u.test(character)) break;
    start -= 1;
  }
  const names = splitOutside(text.slice(start, end), "、").flatMap(splitAdjacentQuotations);
  return names.length < 2 ? undefined : { names, start, end };
}

/** “甲发布”“乙在线” → two names. */
function splitAdjacentQuotations(name: string): readonly string[] {
  if (!holdsAny(name, ["”“", "”《", "》“", "》《"])) return [name];
  return name.split(/(?<=[”》])(?=[“《])/u);
}

/** How many names a stretch of text may be said to list: by 、 alone, by 、 and ，, by ； alone, or by its quotations. */
export function possibleCounts(text: string): ReadonlySet<number> {
  const quoted = (text.match(/“[^”]*”/gu) ?? []).length;
  const byComma = splitOutside(text, "、");
  const last = byComma.at(-1) ?? "";
  return new Set(
    [
      byComma.flatMap(splitAdjacentQuotations).length,
      // 甲、乙和丙
      /[^和及]{2,}(?:和|以及|及)[^和及]{2,}/u.test(last) ? byComma.length + 1 : 0,
      splitOutside(text, "、，").length,
      splitOutside(text, "、；").length,
      splitOutside(text, "；").length,
      splitOutside(text, "、，；").length,
      splitOutside(text, "，；").length,
      quoted,
    ].filter((count) => count > 0),
  );
}
