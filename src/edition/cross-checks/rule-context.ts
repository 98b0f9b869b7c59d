import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Place } from "../../document/place.js";
import type { FactValue, RecordValue } from "../../facts/values.js";
import type { CrossCheckBase } from "../../schema/cross-checks/definitions.js";
import type { Dataset } from "../../schema/dataset.js";
import type { TemplateText } from "../../schema/template-text.js";
import type { Edition } from "../load-edition.js";

/** What a rule can look at. */
export interface RuleContext {
  readonly edition: Edition;
  /** A dataset of the edition; `undefined` if it was left out. */
  readonly dataset: (name: string) => Dataset | undefined;
  /** A dataset of the edition, without rows if it was left out. */
  readonly datasetOrEmpty: (name: string) => Dataset | undefined;
  /** The full name of a unit. */
  readonly fullName: (name: string) => string;
  /** The value of a piece of type.yaml, for a row if one is given. What cannot be worked out is absent, and reported elsewhere. */
  readonly evaluate: (text: TemplateText, item?: RecordValue) => FactValue;
  /** The edition to compare with, if circular.yaml names one that can be used. */
  readonly previous?: { readonly name: string; readonly edition: Edition };
}

/** What a rule found, and what it looked at. */
export interface RuleResult {
  readonly diagnostics: readonly Diagnostic[];
  /** For the log, in Chinese: 数据表“问题清单”的“责任单位”，17项; or why there was nothing to look at. */
  readonly checked: string;
  /** There was nothing to look at. */
  readonly skipped?: true;
}

/** Gives a finding the severity and the hint that the author wants, and says where the rule stands. */
export function byRule(rule: CrossCheckBase, found: Diagnostic): Diagnostic {
  const description = rule.description === "" ? "" : `：${rule.description}`;
  return {
    ...found,
    ...(rule.severity === undefined ? {} : { severity: rule.severity }),
    ...(rule.hint === "" ? {} : { hint: rule.hint }),
    related: [...(found.related ?? []), { place: rule.place, message: `这条核对写在这里${description}` }],
  };
}

/** The sheet or the file that a dataset stands in. */
export function datasetPlace(dataset: Dataset): Place {
  const [first] = dataset.rows;
  if (dataset.sheet !== undefined) return { file: dataset.file, sheet: dataset.sheet };
  return first === undefined ? { file: dataset.file } : dataset.placeOf(first);
}

/** For the log, where there is nothing to look at. */
export function skipped(reason: string): RuleResult {
  return { diagnostics: [], checked: reason, skipped: true };
}

/** For the log, where a table was left out. */
export function notThere(dataset: string): RuleResult {
  return skipped(`数据表“${dataset}”没有填`);
}
