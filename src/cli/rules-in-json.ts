import type { Proofreading } from "../checks/proofread.js";
import type { Severity } from "../diagnostics/diagnostic.js";

/** What `--json` says of the rules of 核稿: which looked at the draft, what each found, and which were judged otherwise. */
export interface RulesInJson {
  /** In the order of the documentation; empty where there was no draft to look at. */
  readonly rules: readonly { readonly id: string; readonly name: string; readonly findings: number }[];
  readonly settings: readonly { readonly rule: string; readonly severity: Severity | "off"; readonly reason: string }[];
}

/** See {@link RulesInJson}. */
export function rulesInJson(proofreading: Proofreading | undefined): RulesInJson {
  const found = new Map<string, number>();
  for (const { rule } of proofreading?.findings ?? []) found.set(rule.id, (found.get(rule.id) ?? 0) + 1);
  return {
    rules: (proofreading?.rules ?? []).map(({ id, name }) => ({ id, name, findings: found.get(id) ?? 0 })),
    settings: (proofreading?.settings ?? []).map(({ rule, severity, reason }) => ({ rule, severity, reason })),
  };
}
