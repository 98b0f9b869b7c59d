import type { WantedColumn } from "./raw-table.js";

/**
 * The form in which headings, keys and sheet names are compared: without blanks and line breaks, full-width letters and brackets
 * as plain ones, small letters, and without the marks that only say “required” (`*`, （必填）).
 */
export function normaliseHeading(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]+/gu, "")
    .toLowerCase();
  let rest = plain;
  for (;;) {
    const shorter = rest
      .replace(/^[*★※]+/u, "")
      .replace(/[*★※:]+$/u, "")
      .replace(/[([【](?:必填|必填项|选填|选填项|可选|可不填|非必填)[)\]】]$/u, "");
    if (shorter === rest || shorter === "") return rest;
    rest = shorter;
  }
}

/**
 * Maps every name under which a wanted column is known, normalised, to its index. A name goes before an alias of another column,
 * an earlier column before a later one.
 */
export function indexHeadings(wanted: readonly WantedColumn[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  const add = (text: string, column: number): void => {
    const key = normaliseHeading(text);
    if (key !== "" && !index.has(key)) index.set(key, column);
  };
  wanted.forEach((column, position) => {
    add(column.name, position);
  });
  wanted.forEach((column, position) => {
    for (const alias of column.aliases) add(alias, position);
  });
  return index;
}
