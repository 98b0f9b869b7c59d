import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { VerdictRule } from "../../schema/cross-checks/definitions.js";
import type { DataRow, Dataset } from "../../schema/dataset.js";
import { cellText, columnReader, joinedKey, namedBy } from "./cells.js";
import { byRule, datasetPlace, notThere, type RuleContext, type RuleResult } from "./rule-context.js";

/**
 * 结论与问题: who failed has a finding, and who has a finding of the kind that vetoes has failed. A finding without a failed verdict is
 * normal: most of what an inspection finds fails nobody.
 *
 * A name may stand for several rows, such as accounts of one name on several platforms: a veto then wants one of them to have failed.
 */
export function checkVerdict(rule: VerdictRule, context: RuleContext): RuleResult {
  const dataset = context.dataset(rule.dataset);
  if (dataset === undefined) return notThere(rule.dataset);
  const findings = context.dataset(rule.findings);
  const found =
    findings === undefined ? new Map<string, DataRow[]>() : rowsByName(findings, rule.findingSubject, context);
  const verdictOf = columnReader(dataset, rule.verdict);
  const readers = rule.subject.map((column) => columnReader(dataset, column));
  const diagnostics: Diagnostic[] = [];
  for (const row of dataset.rows) {
    const verdict = cellText(verdictOf(row));
    if (!rule.failing.includes(verdict)) continue;
    const names = namedBy(row, readers);
    if (names.length === 0 || names.some((name) => keysOf(name, context).some((key) => found.has(key)))) continue;
    const message = diagnose(
      "verdict-without-finding",
      dataset.placeOf(row, rule.verdict),
      {
        subject: (names[0] ?? []).join(" "),
        verdict,
        dataset: rule.findings,
        column: rule.findingSubject.join("、"),
      },
      findings === undefined ? undefined : [{ place: datasetPlace(findings), message: `“${rule.findings}”在这里` }],
    );
    diagnostics.push(byRule(rule, message));
  }
  return {
    diagnostics: findings === undefined ? diagnostics : [...diagnostics, ...vetoes(rule, context, dataset, findings)],
    checked: `数据表“${rule.dataset}”${String(dataset.rows.length)}行的结论，与“${rule.findings}”${String(findings?.rows.length ?? 0)}行的问题对照`,
  };
}

function vetoes(rule: VerdictRule, context: RuleContext, dataset: Dataset, findings: Dataset): Diagnostic[] {
  if (rule.veto === undefined) return [];
  const { column, values } = rule.veto;
  const judged = rowsByName(dataset, rule.subject, context);
  const verdictOf = columnReader(dataset, rule.verdict);
  const kindOf = columnReader(findings, column);
  const readers = rule.findingSubject.map((name) => columnReader(findings, name));
  const lastColumn = rule.findingSubject.at(-1) ?? "";
  return findings.rows
    .filter((row) => values.includes(cellText(kindOf(row))))
    .flatMap((row) =>
      namedBy(row, readers).flatMap((name) => {
        const rows = keysOf(name, context).flatMap((key) => judged.get(key) ?? []);
        const [first] = rows;
        if (first === undefined || rows.some((other) => rule.failing.includes(cellText(verdictOf(other))))) return [];
        const message = diagnose(
          "veto-without-failure",
          findings.placeOf(row, lastColumn),
          { subject: name.join(" "), verdict: cellText(verdictOf(first)), failing: rule.failing },
          [{ place: dataset.placeOf(first, rule.verdict), message: "结论在这里" }],
        );
        return [byRule(rule, message)];
      }),
    );
}

function rowsByName(dataset: Dataset, columns: readonly string[], context: RuleContext): Map<string, DataRow[]> {
  const readers = columns.map((column) => columnReader(dataset, column));
  const rows = new Map<string, DataRow[]>();
  for (const row of dataset.rows) {
    for (const name of namedBy(row, readers)) {
      for (const key of keysOf(name, context)) {
        const known = rows.get(key);
        if (known === undefined) rows.set(key, [row]);
        else known.push(row);
      }
    }
  }
  return rows;
}

/** Under which keys a name is known: as it is written, and in full. */
function keysOf(names: readonly string[], context: RuleContext): readonly string[] {
  return [...new Set([joinedKey(names), joinedKey(names.map(context.fullName))])];
}
