import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { exactSum } from "../../facts/numbers/decimal.js";
import type { RowSumRule } from "../../schema/cross-checks/definitions.js";
import { cellText, columnReader, numberOf } from "./cells.js";
import { byRule, notThere, type RuleContext, type RuleResult } from "./rule-context.js";

/** 行合计: in each row a column is the exact sum of others. A row with words among its terms, such as 免评, has no sum. */
export function checkRowSum(rule: RowSumRule, context: RuleContext): RuleResult {
  const dataset = context.dataset(rule.dataset);
  if (dataset === undefined) return notThere(rule.dataset);
  const totalOf = columnReader(dataset, rule.column);
  const readers = rule.parts.map((column) => columnReader(dataset, column));
  const diagnostics: Diagnostic[] = [];
  let compared = 0;
  for (const row of dataset.rows) {
    const total = numberOf(totalOf(row));
    const cells = readers.map((read) => read(row));
    const terms = cells.map((cell) => (cell === undefined ? 0 : numberOf(cell)));
    if (total === undefined || !terms.every((term) => term !== undefined)) continue;
    compared += 1;
    const sum = exactSum(terms);
    if (sum === total) continue;
    const particulars = {
      name: rule.column,
      actual: cellText(total),
      expected: cellText(sum),
      terms: terms.map(cellText),
    };
    diagnostics.push(byRule(rule, diagnose("row-sum-differs", dataset.placeOf(row, rule.column), particulars)));
  }
  const parts = rule.parts.map((name) => `“${name}”`).join("");
  return { diagnostics, checked: `数据表“${rule.dataset}”${String(compared)}行的“${rule.column}”，与${parts}之和比较` };
}
