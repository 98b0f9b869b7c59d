import type { Rule } from "../rule.js";
import { blanksInText } from "./language/blanks-in-text.js";
import { bracketsUnpaired } from "./language/brackets-unpaired.js";
import { charactersFullWidth } from "./language/characters-full-width.js";
import { charactersInvisible } from "./language/characters-invisible.js";
import { charactersLookAlike } from "./language/characters-look-alike.js";
import { halfWidthPunctuation } from "./language/half-width-punctuation.js";
import { marksBetweenQuoted } from "./language/marks-between-quoted.js";
import { nestedMarks } from "./language/nested-marks.js";
import { paragraphEnd } from "./language/paragraph-end.js";
import { punctuationDoubled } from "./language/punctuation-doubled.js";
import { straightQuotes } from "./language/straight-quotes.js";

/** Words, names, punctuation, and one way of writing within a table, list or set of headings. */
export const languageRules: readonly Rule[] = [
  halfWidthPunctuation,
  straightQuotes,
  bracketsUnpaired,
  nestedMarks,
  marksBetweenQuoted,
  punctuationDoubled,
  paragraphEnd,
  blanksInText,
  charactersFullWidth,
  charactersLookAlike,
  charactersInvisible,
];
