import { appendAll } from "../../document/append-all.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { during, type Progress } from "../../progress/progress.js";
import { unitAliases } from "../../facts/unit-names.js";
import { crossCheckNames, type CrossCheckDefinition } from "../../schema/cross-checks/definitions.js";
import { evaluateExpression } from "../../template/evaluate.js";
import type { Files } from "../files.js";
import type { Edition } from "../load-edition.js";
import { evaluationContext } from "../names.js";
import type { PreparedType } from "../prepared-type.js";
import { checkCode } from "./code-rule.js";
import { checkDateOrder } from "./date-order-rule.js";
import { checkGrade } from "./grade-rule.js";
import { checkOrdinal } from "./ordinal-rule.js";
import { previousEdition } from "./previous-edition.js";
import { checkAgainstPrevious } from "./previous-rule.js";
import { checkRank } from "./rank-rule.js";
import { checkRate } from "./rate-rule.js";
import { checkReference } from "./reference-rule.js";
import { checkRepeated } from "./repeated-rule.js";
import { checkRowSum } from "./row-sum-rule.js";
import type { RuleContext, RuleResult } from "./rule-context.js";
import { checkTotal } from "./total-rule.js";
import { checkVerdict } from "./verdict-rule.js";

/**
 * Runs the built-in rules of 核对 over an edition.
 *
 * @param files to read the last edition from, if circular.yaml names one
 * @param prepared the type, whose expressions have been checked
 * @param edition the validated data
 * @param progress told of the rules
 * @returns everything that was found, and a line for the log for each rule: of those that had nothing to look at apart from the others
 */
export async function runCrossChecks(
  files: Files,
  prepared: PreparedType,
  edition: Edition,
  progress?: Progress,
): Promise<{ readonly diagnostics: Diagnostic[]; readonly checked: string[]; readonly unchecked: string[] }> {
  const { previous, diagnostics } = await previousEdition(files, edition, prepared.type, progress);
  const names = evaluationContext(prepared, edition, {
    rateDecimals: edition.elements.数字格式?.比率小数位 ?? 1,
    attachmentMarks: new Map(),
  });
  const fullNames = new Map<string, string>();
  const resolve = unitAliases(prepared.type, edition.elements);
  const context: RuleContext = {
    edition,
    dataset: (name) => edition.datasets.get(name),
    datasetOrEmpty: (name) => {
      const rows = names.context.lookup(name);
      return rows?.kind === "rows" ? rows.dataset : undefined;
    },
    fullName: (name) => {
      const known = fullNames.get(name) ?? resolve(name);
      fullNames.set(name, known);
      return known;
    },
    evaluate: (text, item) => {
      const result = evaluateExpression(prepared.parsed(text), names.context, item);
      appendAll(diagnostics, result.diagnostics);
      return result.value;
    },
    ...(previous === undefined ? {} : { previous }),
  };
  const checked: string[] = [];
  const unchecked: string[] = [];
  const rules = prepared.type.crossChecks;
  for (const [index, rule] of rules.entries()) {
    const result = during(progress, "cross-checks", () => {
      progress?.advance(index, rules.length);
      return runRule(rule, context);
    });
    // A call cannot take as many arguments as a long table can have mistakes.
    for (const diagnostic of result.diagnostics) diagnostics.push(diagnostic);
    const what = rule.description === "" ? result.checked : `${rule.description}（${result.checked}）`;
    (result.skipped === true ? unchecked : checked).push(`${crossCheckNames[rule.rule]}：${what}`);
  }
  appendAll(diagnostics, names.diagnostics);
  return { diagnostics, checked, unchecked };
}

function runRule(rule: CrossCheckDefinition, context: RuleContext): RuleResult {
  switch (rule.rule) {
    case "reference":
      return checkReference(rule, context);
    case "verdict":
      return checkVerdict(rule, context);
    case "repeated":
      return checkRepeated(rule, context);
    case "ordinal":
      return checkOrdinal(rule, context);
    case "rowSum":
      return checkRowSum(rule, context);
    case "total":
      return checkTotal(rule, context);
    case "rank":
      return checkRank(rule, context);
    case "grade":
      return checkGrade(rule, context);
    case "rate":
      return checkRate(rule, context);
    case "code":
      return checkCode(rule, context);
    case "dateOrder":
      return checkDateOrder(rule, context);
    case "previous":
      return checkAgainstPrevious(rule, context);
  }
}
