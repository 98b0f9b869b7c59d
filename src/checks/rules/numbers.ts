import type { Rule } from "../rule.js";

/** Numbers: in the body against the attachments, against each other, rates, rows and codes of tables. */
export const numberRules: readonly Rule[] = [];
