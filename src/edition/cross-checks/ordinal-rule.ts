import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { OrdinalRule } from "../../schema/cross-checks/definitions.js";
import type { DataRow } from "../../schema/dataset.js";
import { cellText, columnReader, numberOf, plainName } from "./cells.js";
import { byRule, notThere, type RuleContext, type RuleResult } from "./rule-context.js";

/** 序号连续: each number is the next one, or the same where rows may share it. After a mistake counting goes on from what is written. */
export function checkOrdinal(rule: OrdinalRule, context: RuleContext): RuleResult {
  const dataset = context.dataset(rule.dataset);
  if (dataset === undefined) return notThere(rule.dataset);
  const read = columnReader(dataset, rule.column);
  const textOf = (column: string | undefined): ((row: DataRow) => string) => {
    if (column === undefined) return () => "";
    const cell = columnReader(dataset, column);
    return (row) => plainName(cellText(cell(row)));
  };
  const unitOf = textOf(rule.sharedBy);
  const sectionOf = textOf(rule.section);
  const diagnostics: Diagnostic[] = [];
  let last: { readonly number: number; readonly row: DataRow } | undefined;
  let compared = 0;
  for (const row of dataset.rows) {
    const number = numberOf(read(row));
    if (number === undefined) continue;
    compared += 1;
    if (last !== undefined && sectionOf(last.row) !== sectionOf(row)) last = undefined;
    const expected =
      last === undefined
        ? [rule.first]
        : rule.shared
          ? [last.number, last.number + 1]
          : [rule.sharedBy !== undefined && unitOf(last.row) === unitOf(row) ? last.number : last.number + 1];
    if (!expected.includes(number)) {
      const particulars = { name: rule.column, actual: cellText(number), expected, sameUnit: rule.sharedBy };
      const related =
        last === undefined
          ? undefined
          : [{ place: dataset.placeOf(last.row, rule.column), message: `上一行是${cellText(last.number)}` }];
      const place = dataset.placeOf(row, rule.column);
      diagnostics.push(byRule(rule, diagnose("ordinal-not-consecutive", place, particulars, related)));
    }
    last = { number, row };
  }
  return { diagnostics, checked: `数据表“${rule.dataset}”的“${rule.column}”${String(compared)}行` };
}
