import type { Rule } from "./rule.js";
import { languageRules } from "./rules/language.js";
import { numberRules } from "./rules/numbers.js";
import { structureRules } from "./rules/structure.js";

/** The groups in which the documentation and the reports list the rules. */
export const ruleGroups: readonly { readonly name: string; readonly rules: readonly Rule[] }[] = [
  { name: "数字与附件", rules: numberRules },
  { name: "要素与结构", rules: structureRules },
  { name: "用语与标点", rules: languageRules },
];

/** Every rule of 核稿. */
export const allRules: readonly Rule[] = ruleGroups.flatMap(({ rules }) => rules);
