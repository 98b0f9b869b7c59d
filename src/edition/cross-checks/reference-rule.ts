import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import type { ReferenceRule } from "../../schema/cross-checks/definitions.js";
import { columnReader, plainName, textItems } from "./cells.js";
import { byRule, notThere, type RuleContext, type RuleResult } from "./rule-context.js";

/** Looking for a similar name takes as long as the roster, so only the first wrong names get a suggestion. */
const mostSuggestions = 100;

/** 引用: every name of a column stands in one of the rosters, in full or in short. */
export function checkReference(rule: ReferenceRule, context: RuleContext): RuleResult {
  const dataset = context.dataset(rule.dataset);
  if (dataset === undefined) return notThere(rule.dataset);
  const forms = rule.shortForms
    ? (name: string): readonly string[] => [plainName(name), plainName(context.fullName(name))]
    : (name: string): readonly string[] => [plainName(name)];
  const names = new Set<string>(rule.alsoAllowed);
  for (const roster of rule.rosters) {
    const known = context.dataset(roster.dataset);
    if (known === undefined) continue;
    const read = columnReader(known, roster.column);
    for (const row of known.rows) for (const item of textItems(read(row))) names.add(item);
  }
  const known = new Set([...names].flatMap(forms));
  const nearest = new Map<string, string | undefined>();
  const diagnostics: Diagnostic[] = [];
  const read = columnReader(dataset, rule.column);
  let compared = 0;
  for (const row of dataset.rows) {
    for (const item of textItems(read(row))) {
      compared += 1;
      if (forms(item).some((form) => known.has(form))) continue;
      if (!nearest.has(item) && nearest.size < mostSuggestions) {
        nearest.set(item, nearestName(item, names) ?? nearestName(context.fullName(item), names));
      }
      const found = diagnose("cross-name-unknown", dataset.placeOf(row, rule.column), {
        name: rule.column,
        actual: item,
        rosters: rule.rosters.map((roster) => [roster.dataset, roster.column] as const),
        nearest: nearest.get(item),
      });
      diagnostics.push(byRule(rule, found));
    }
  }
  const rosters = rule.rosters.map((roster) => `“${roster.dataset}”的“${roster.column}”`).join("、");
  return {
    diagnostics,
    checked: `数据表“${rule.dataset}”的“${rule.column}”${String(compared)}项，与${rosters}对照`,
  };
}
