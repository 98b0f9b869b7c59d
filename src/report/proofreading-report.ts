import type { RuleSetting } from "../checks/proofread.js";
import type { Rule } from "../checks/rule.js";
import { allRules, ruleGroups } from "../checks/rules.js";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import { joinRepeated } from "../diagnostics/repeated.js";
import { comparePlaces, compareText } from "../document/place.js";
import type { CircularDocument } from "../document/tree.js";
import { documentScope } from "./document-scope.js";
import { quoteAt, type Quote } from "./quote.js";

/**
 * What was checked and what was found, ready to be written as 核稿报告 in any form. It has no date: the same draft gives the same report.
 */
export interface ProofreadingReport {
  /** The title of the circular; empty if none was recognised. */
  readonly title: string;
  /** What was proofread: the folder of the edition or the .docx. */
  readonly file: string;
  /** The worst first, then in the order of the places. */
  readonly findings: readonly ReportedFinding[];
  /** What was found by which rule; only rules with findings, in the order of the documentation, then those of the data. */
  readonly ruleCounts: readonly RuleCount[];
  /** What the draft consists of: 正文32段 …; empty if there is no draft. */
  readonly scope: readonly string[];
  /** What was checked of the data, one line each. */
  readonly checkedData: readonly string[];
  /** The rules that looked at the draft, by group. */
  readonly checkedRules: readonly { readonly group: string; readonly rules: readonly CheckedRule[] }[];
  /** How many items were checked: those of the data and the rules. */
  readonly checkedCount: number;
  readonly settings: readonly ReportedSetting[];
  /** What no program has looked at. */
  readonly unchecked: readonly string[];
}

export interface ReportedFinding {
  /** From 1; the anchor of the finding. */
  readonly number: number;
  /** Of the rule, or the code of the message if it is not from a rule of 核稿. */
  readonly rule: string;
  readonly diagnostic: Diagnostic;
  /** The words around the place; absent where the place is not in the draft. */
  readonly quote: Quote | undefined;
}

export interface RuleCount {
  /** 数据 for what is not from a rule of 核稿. */
  readonly group: string;
  readonly code: string;
  /** What the rule is called; the code where it has no name. */
  readonly name: string;
  readonly counts: Readonly<Record<Severity, number>>;
  /** The numbers of its findings. */
  readonly findings: readonly number[];
}

export interface CheckedRule {
  readonly code: string;
  readonly name: string;
  /** How many findings it had. */
  readonly findings: number;
}

/** A rule that the edition has switched off or judges otherwise. */
export interface ReportedSetting {
  readonly code: string;
  readonly name: string;
  readonly severity: RuleSetting["severity"];
  readonly reason: string;
}

export interface ReportSource {
  readonly file: string;
  /** The draft; `undefined` if the data were too wrong to make one. */
  readonly document: CircularDocument | undefined;
  /** Everything found, in the data and in the draft. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was checked of the data, one line each. */
  readonly checkedData: readonly string[];
  /** The rules that looked at the draft. */
  readonly rules: readonly Pick<Rule, "id" | "name">[];
  readonly settings: readonly RuleSetting[];
  /** What was not checked this time, besides what no program can check. */
  readonly unchecked?: readonly string[];
}

/** No program decides these; a report that does not say so would be trusted too far. */
const neverChecked = [
  "数据是否属实：只核对数据之间、数据同文稿是否一致",
  "引号里的原文、书名号里的名称、账号名称、网址：只看标点是否成对，不看内容",
  "事实判断、语气和口径是否妥当，应不应该点名、公开",
  "签发、会签、用印等手续",
];

/** Brings together what 核稿 has to say about one draft. Linear in the number of findings and the size of the draft. */
export function proofreadingReport(source: ReportSource): ProofreadingReport {
  const { file, document, rules, settings, checkedData } = source;
  const ordered = joinRepeated([...source.diagnostics].sort((a, b) => comparePlaces(a.place, b.place))).sort(
    (a, b) => mildness[a.severity] - mildness[b.severity],
  );
  const names = new Map([...allRules, ...rules].map(({ id, name }) => [id, name]));
  const findings = ordered.map((diagnostic, index) => ({
    number: index + 1,
    rule: names.get(diagnostic.code) ?? diagnostic.code,
    diagnostic,
    quote: document === undefined ? undefined : quoteAt(document, diagnostic.place.spot),
  }));
  const ruleCounts = countByRule(findings, names);
  const found = new Map(ruleCounts.map((count) => [count.code, count.findings.length]));
  const title = document?.children.find((block) => block.type === "title");
  return {
    title: document === undefined || title === undefined ? "" : document.properties.title,
    file,
    findings,
    ruleCounts,
    scope: document === undefined ? [] : documentScope(document),
    checkedData,
    checkedRules: groupRules(rules, found),
    checkedCount: checkedData.length + rules.length,
    settings: settings.map(({ rule, severity, reason }) => ({
      code: rule,
      name: names.get(rule) ?? rule,
      ...{ severity, reason },
    })),
    unchecked: [...(source.unchecked ?? []), ...neverChecked],
  };
}

const mildness: Record<Severity, number> = { error: 0, warning: 1, hint: 2 };

const dataGroup = "数据";

function groupOf(code: string): string {
  return ruleGroups.find(({ rules }) => rules.some(({ id }) => id === code))?.name ?? dataGroup;
}

function countByRule(findings: readonly ReportedFinding[], names: ReadonlyMap<string, string>): RuleCount[] {
  const byCode = new Map<string, { counts: Record<Severity, number>; findings: number[] }>();
  for (const { number, diagnostic } of findings) {
    const { code, severity } = diagnostic;
    const known = byCode.get(code) ?? { counts: { error: 0, warning: 0, hint: 0 }, findings: [] };
    byCode.set(code, known);
    known.counts[severity] += 1;
    known.findings.push(number);
  }
  const order = new Map(allRules.map(({ id }, index) => [id, index]));
  const rank = (code: string): number => order.get(code) ?? allRules.length;
  return [...byCode]
    .map(([code, count]) => ({ group: groupOf(code), code, name: names.get(code) ?? code, ...count }))
    .sort((a, b) => rank(a.code) - rank(b.code) || compareText(a.code, b.code));
}

function groupRules(
  rules: ReportSource["rules"],
  found: ReadonlyMap<string, number>,
): { group: string; rules: CheckedRule[] }[] {
  const groups = new Map<string, CheckedRule[]>();
  for (const { id, name } of rules) {
    const group = groupOf(id);
    const known = groups.get(group) ?? [];
    groups.set(group, known);
    known.push({ code: id, name, findings: found.get(id) ?? 0 });
  }
  return [...groups].map(([group, list]) => ({ group, rules: list }));
}
