import type { Rule } from "../rule.js";

/** Elements of the circular: title, recipients, headings, attachments, numbers, dates, 版记, placeholders. */
export const structureRules: readonly Rule[] = [];
