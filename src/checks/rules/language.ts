import type { Rule } from "../rule.js";
import { bracketsUnpaired } from "./language/brackets-unpaired.js";

/** Words, names, punctuation, and one way of writing within a table, list or set of headings. */
export const languageRules: readonly Rule[] = [bracketsUnpaired];
