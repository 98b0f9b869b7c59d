import { appendAll } from "../document/append-all.js";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import { severityNames } from "../diagnostics/render.js";
import type { Place } from "../document/place.js";
import type { CircularDocument, Value } from "../document/tree.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Progress } from "../progress/progress.js";
import { longestChecked } from "./checked-text.js";
import { readDraft, type Draft, type DraftContext, type Passage } from "./draft.js";
import type { Finding, Mark, Rule } from "./rule.js";
import { allRules, ruleGroups } from "./rules.js";

/** What an edition wants of the rules: switched off or judged otherwise, each with its reason. */
export interface RuleSetting {
  readonly rule: string;
  readonly severity: Severity | "off";
  readonly reason: string;
  /** Where the setting stands. */
  readonly place?: Place;
}

export interface ProofreadingOptions extends DraftContext {
  readonly settings?: readonly RuleSetting[];
  /** Where the draft is: a .docx, or the edition's circular.yaml. */
  readonly file: string;
  /** Told of the rules. */
  readonly progress?: Progress | undefined;
}

export interface Proofreading {
  readonly diagnostics: readonly Diagnostic[];
  /** The same with what a program needs to go on: the rule, and the replacement where there is one. */
  readonly findings: readonly { readonly rule: Rule; readonly finding: Finding; readonly diagnostic: Diagnostic }[];
  /** The rules that looked at the draft. */
  readonly rules: readonly Rule[];
  /** What was looked at, one line for each group of rules. */
  readonly checked: readonly string[];
  /** The settings that took effect. */
  readonly settings: readonly RuleSetting[];
}

const mildness: Record<Severity, number> = { error: 0, warning: 1, hint: 2 };

/**
 * Proofreads a draft: every rule that is not switched off looks at it.
 *
 * Pure and linear in the size of the draft; the diagnostics are in the order in which the rules found them and are for the caller to sort.
 *
 * @param document generated, or read from a .docx
 * @param options where it is, what else is known of it, and which rules are judged otherwise
 */
export function proofread(document: CircularDocument, options: ProofreadingOptions): Proofreading {
  const draft = readDraft(document, options);
  const settings = new Map((options.settings ?? []).map((setting) => [setting.rule, setting]));
  const rules = allRules.filter((rule) => settings.get(rule.id)?.severity !== "off");
  const findings = rules.flatMap((rule, index) => {
    options.progress?.advance(index, rules.length);
    const wanted = settings.get(rule.id)?.severity;
    return findingsOf(rule, draft).map((finding) => {
      const severity = wanted === undefined || wanted === "off" ? severityOf(rule, finding) : wanted;
      return { rule, finding, diagnostic: toDiagnostic(draft, options.file, rule, finding, severity) };
    });
  });
  const effective = (options.settings ?? []).filter(({ rule }) => allRules.some(({ id }) => id === rule));
  return {
    checked: checkedLines(draft, rules),
    diagnostics: [...cutPassages(draft, options.file), ...findings.map(({ diagnostic }) => diagnostic)],
    findings,
    rules,
    settings: effective,
  };
}

/** Passages and cells that are too long to be checked to their end. */
function cutPassages(draft: Draft, file: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { inlines, path, text } of draft.passagesAndCells()) {
    let length = 0;
    for (const inline of inlines) length += inline.value.length;
    if (length <= longestChecked) continue;
    const place = { file, part: draft.placeOf(path), spot: { path, start: 0, end: text.length } };
    diagnostics.push(diagnose("proofreading-text-too-long", place, { length, limit: longestChecked }));
  }
  return diagnostics;
}

function checkedLines(draft: Draft, rules: readonly Rule[]): string[] {
  const size = `${String(draft.passages.length)}段文字、${String(draft.tables.length)}张表`;
  return ruleGroups.flatMap(({ name, rules: group }) => {
    const count = group.filter((rule) => rules.includes(rule)).length;
    return count === 0 ? [] : [`文稿（${size}）：${name}，${String(count)}条规则`];
  });
}

/** What an edition wants of a rule, as one line of the log: 规则“…”（…）本期关闭，理由：… */
export function settingLine({ rule, severity, reason }: RuleSetting): string {
  const name = allRules.find(({ id }) => id === rule)?.name ?? rule;
  const wanted = severity === "off" ? "本期不检查" : `本期按“${severityNames[severity]}”报告`;
  return `规则“${name}”（${rule}）${wanted}，理由：${reason}`;
}

/** What one rule finds in a draft. */
export function findingsOf(rule: Rule, draft: Draft): readonly Finding[] {
  const findings: Finding[] = [];
  rule.check(draft, (finding) => findings.push(finding));
  return findings;
}

function severityOf(rule: Rule, finding: Finding): Severity {
  const own = finding.severity;
  return own !== undefined && mildness[own] > mildness[rule.severity] ? own : rule.severity;
}

function toDiagnostic(draft: Draft, file: string, rule: Rule, finding: Finding, severity: Severity): Diagnostic {
  const { message, actual, expected, at } = finding;
  const repeated = at.passage.repeated;
  const hints = [
    ...(finding.hint === undefined ? [] : [finding.hint]),
    ...(repeated === undefined ? [] : [`同一列还有${String(repeated)}处内容相同，请一并处理`]),
  ];
  const related = [
    ...(finding.related ?? []).map((other) => ({ place: placeOf(draft, file, other.at), message: other.message })),
    ...sourcesOf(draft, at),
  ];
  return {
    code: rule.id,
    severity,
    place: placeOf(draft, file, at),
    message,
    ...(actual === undefined ? {} : { actual }),
    ...(expected === undefined ? {} : { expected }),
    ...(hints.length === 0 ? {} : { hint: hints.join("；") }),
    ...(related.length === 0 ? {} : { related }),
  };
}

function placeOf(draft: Draft, file: string, mark: Mark): Place {
  const { path, text } = mark.passage;
  return { file, part: draft.placeOf(path), spot: { path, start: mark.start ?? 0, end: mark.end ?? text.length } };
}

/** Where to put right what was marked: the cell or line a value came from, the line of the template that says it. */
function sourcesOf(draft: Draft, mark: Mark): { readonly place: Place; readonly message: string }[] {
  const { inlines, text } = mark.passage;
  const start = mark.start ?? 0;
  const end = mark.end ?? text.length;
  const sources: { place: Place; message: string }[] = [];
  let position = 0;
  for (const inline of inlines) {
    const next = position + inline.value.length;
    if (position < end && next > start) {
      if (inline.type === "value") appendAll(sources, valueSources(inline));
      else if (inline.place !== undefined) sources.push({ place: inline.place, message: "这句话写在模板的这一行" });
    }
    position = next;
  }
  // More than a few would hide what matters.
  return sources.length > 0 ? sources.slice(0, 3) : recordSource(draft, mark.passage);
}

/** A cell that shows a record's value as it is has no provenance of its own: there may be 100,000 of them. */
function recordSource({ context }: Draft, { cell }: Passage): { place: Place; message: string }[] {
  if (cell === undefined) return [];
  const { dataset, columns, rows } = cell.table.node;
  const source = rows[cell.row]?.source;
  const column = columns[cell.column]?.source;
  if (dataset === undefined || source === undefined || column === undefined) return [];
  const place = context.placeOfRecord?.(dataset, source, column);
  return place === undefined ? [] : [{ place, message: "这一格的内容来自这里" }];
}

function valueSources(value: Value): { place: Place; message: string }[] {
  const shown = shortened(value.value);
  const [place] = value.provenance.places;
  if (place !== undefined) return [{ place, message: `“${shown}”来自这里` }];
  return value.provenance.rows.slice(0, 1).map(({ file, sheet, dataset, rows }) => ({
    place: { file, ...(sheet === undefined ? { line: rows[0] ?? 1 } : { sheet }) },
    message: `“${shown}”由“${dataset}”的${String(rows.length)}行得出`,
  }));
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}

/** One finding on one line, as the examples of the rules state it. */
export function describeFinding(draft: Draft, finding: Finding): string {
  const part = (mark: Mark): string => draft.placeOf(mark.passage.path);
  return [
    `${part(finding.at)}：${finding.message}`,
    ...(finding.actual === undefined ? [] : [`实际：${finding.actual}`]),
    ...(finding.expected === undefined ? [] : [`应为：${finding.expected}`]),
    ...(finding.hint === undefined ? [] : [`处理：${finding.hint}`]),
    ...(finding.related ?? []).map((other) => `另见 ${part(other.at)}：${other.message}`),
  ].join("；");
}
