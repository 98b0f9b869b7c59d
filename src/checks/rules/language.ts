import type { Rule } from "../rule.js";
import { approximationDoubled } from "./language/approximation-doubled.js";
import { blanksInText } from "./language/blanks-in-text.js";
import { bracketsUnpaired } from "./language/brackets-unpaired.js";
import { charactersFullWidth } from "./language/characters-full-width.js";
import { charactersInvisible } from "./language/characters-invisible.js";
import { charactersLookAlike } from "./language/characters-look-alike.js";
import { columnPunctuation } from "./language/column-punctuation.js";
import { columnWording } from "./language/column-wording.js";
import { correctionsIdentical } from "./language/corrections-identical.js";
import { countsInTwoNumerals } from "./language/counts-in-two-numerals.js";
import { figureReferences } from "./language/figure-references.js";
import { fixedPhrases } from "./language/fixed-phrases.js";
import { halfWidthPunctuation } from "./language/half-width-punctuation.js";
import { headingsAlike } from "./language/headings-alike.js";
import { marksBetweenQuoted } from "./language/marks-between-quoted.js";
import { measureWords } from "./language/measure-words.js";
import { nestedMarks } from "./language/nested-marks.js";
import { numberStyle } from "./language/number-style.js";
import { oldAgencyNames } from "./language/old-agency-names.js";
import { paragraphEnd } from "./language/paragraph-end.js";
import { personalData } from "./language/personal-data.js";
import { punctuationDoubled } from "./language/punctuation-doubled.js";
import { rangeUnits } from "./language/range-units.js";
import { secretMarks } from "./language/secret-marks.js";
import { straightQuotes } from "./language/straight-quotes.js";
import { termVariants } from "./language/term-variants.js";
import { unitNames } from "./language/unit-names.js";
import { webAddresses } from "./language/web-addresses.js";
import { wordsDoubled } from "./language/words-doubled.js";
import { wrongWords } from "./language/wrong-words.js";

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
  countsInTwoNumerals,
  approximationDoubled,
  measureWords,
  rangeUnits,
  numberStyle,
  wrongWords,
  wordsDoubled,
  fixedPhrases,
  correctionsIdentical,
  termVariants,
  unitNames,
  oldAgencyNames,
  webAddresses,
  personalData,
  secretMarks,
  figureReferences,
  columnPunctuation,
  columnWording,
  headingsAlike,
];
