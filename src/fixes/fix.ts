import type { Place } from "../document/place.js";

/** A small change to a source file that nobody could object to: some characters for others, at a place. */
export interface Fix {
  /** Where the characters stand: line and column of a text file, or the cell of a workbook. */
  readonly place: Place;
  /** What is there now; in a text file it begins exactly at the place, in a cell it is the whole text. */
  readonly before: string;
  readonly after: string;
  /** The rule that wants it. */
  readonly rule: string;
  /** Where it shows in the draft, in words. */
  readonly part: string;
}

/** A finding with a replacement that could not be traced back to one place in a file. */
export interface Unfixed {
  readonly part: string;
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}
