import type { Place } from "../document/place.js";

/** A small change to a source file that nobody could object to: some characters for others, at a place. */
export interface Fix {
  /** Where the characters stand: line and column of a text file, or the cell of a workbook. */
  readonly place: Place;
  /** What is there now; in a text file it begins exactly at the place, in a cell it is the whole text. */
  readonly before: string;
  readonly after: string;
  /** The rules that want it: several if it puts several mistakes of one cell right. */
  readonly rules: readonly string[];
  /** Where it shows in the draft, in words; the first place if there are several. */
  readonly part: string;
  /** The words around it in the file as they are, and as they will be. */
  readonly excerpt: { readonly before: string; readonly after: string };
}

/**
 * Why a finding with a replacement is left to people.
 *
 * - `untraced`: the words stand as they are printed at no single place of a file: worked out, formatted, joined, or folded over lines
 * - `quoted`: inside quotation marks, a title, an address or a code, which are not the writer's words
 * - `formula`: the cell holds a formula
 * - `richText`: characters of the cell have formats of their own, which would be lost or go astray
 * - `overlapping`: another fix changes the same characters
 */
export type UnfixedReason = "untraced" | "quoted" | "formula" | "richText" | "overlapping";

/** A finding with a replacement that is not written back. */
export interface Unfixed {
  readonly part: string;
  readonly rule: string;
  readonly excerpt: { readonly before: string; readonly after: string };
  readonly reason: UnfixedReason;
}
