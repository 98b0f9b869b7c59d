import type { Place } from "../document/place.js";
import type { Inline } from "../document/tree.js";

/**
 * A piece of evaluated template: either the template's own words, in which line ends and heading marks mean something, or a finished
 * node, in which nothing does. Keeping the two apart until the lines have been read is what keeps data from becoming structure.
 */
export type Segment =
  | { readonly kind: "words"; readonly text: string; readonly place: Place }
  | { readonly kind: "inline"; readonly node: Inline };

/** The place reached after the given text: further on in the same line, or in a later one. */
export function placeAfter(place: Place, text: string): Place {
  if (text === "" || place.line === undefined) return place;
  const lines = text.split("\n");
  const last = lines.at(-1) ?? "";
  return lines.length === 1
    ? { ...place, column: (place.column ?? 1) + last.length }
    : { file: place.file, line: place.line + lines.length - 1, column: last.length + 1 };
}
