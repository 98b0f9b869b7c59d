import type { Place } from "../document/place.js";
import type { Inline } from "../document/tree.js";

/**
 * A piece of evaluated template: either the template's own words, in which line ends and heading marks mean something, or a finished
 * node, in which nothing does. Keeping the two apart until the lines have been read is what keeps data from becoming structure.
 */
export type Segment =
  | { readonly kind: "words"; readonly text: string; readonly place: Place }
  | { readonly kind: "inline"; readonly node: Inline };

/** The beginning of a line so many lines further down; the place itself if there are none. */
export function linesBelow(place: Place, lines: number): Place {
  return lines === 0 || place.line === undefined ? place : { file: place.file, line: place.line + lines, column: 1 };
}
