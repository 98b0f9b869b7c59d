import { severityNames, summarise } from "../diagnostics/render.js";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import { formatPlace, type Place } from "../document/place.js";
import type { ProofreadingReport, ReportedFinding, ReportedSetting } from "./proofreading-report.js";

/** The worst first, as the report has its sections. */
export const severities: readonly Severity[] = ["error", "warning", "hint"];

/** What each section is about. */
export const severityMeanings: Record<Severity, string> = {
  error: "肯定不对，改正前不要印发",
  warning: "可能不对，请逐处看过再定",
  hint: "不影响印发，供参考",
};

/** The report's own title: 核稿报告：关于……的通报 */
export function reportTitle({ title }: ProofreadingReport): string {
  return title === "" ? "核稿报告" : `核稿报告：${title}`;
}

/** The first thing to read: how it stands, and what to do. */
export function conclusion({ findings }: ProofreadingReport): string {
  const found = new Set(findings.map(({ diagnostic }) => diagnostic.severity));
  const summary = summarise(findings.map(({ diagnostic }) => diagnostic));
  if (found.has("error")) return `${summary}。有错误，改正前不要印发。`;
  if (found.has("warning")) return `${summary}。没有肯定的错误；警告请逐处看过再定。`;
  return found.has("hint") ? `${summary}。没有错误和警告。` : `${summary}。`;
}

/** 错误（2处） */
export function sectionTitle(severity: Severity, count: number): string {
  return `${severityNames[severity]}（${String(count)}处）`;
}

/** Where a finding is: a place of the draft without the file that the whole report is about. */
export function placeWords(place: Place): string {
  return place.part !== undefined && place.sheet === undefined && place.line === undefined
    ? place.part
    : formatPlace(place);
}

/** One line under a finding: what it is called, and what it says. */
export interface FindingLine {
  readonly label: "实际" | "应为" | "处理" | "另见" | "出处";
  readonly text: string;
}

/** 实际, 应为 and 处理, the second places, and where in data or template the words come from. */
export function findingLines({ actual, expected, hint, related, place }: Diagnostic): FindingLine[] {
  const isInDraft = place.part !== undefined;
  return [
    ...(actual === undefined ? [] : [{ label: "实际" as const, text: actual }]),
    ...(expected === undefined ? [] : [{ label: "应为" as const, text: expected }]),
    ...(hint === undefined ? [] : [{ label: "处理" as const, text: hint }]),
    ...(related ?? []).map((other) => ({
      label: isInDraft && other.place.part === undefined ? ("出处" as const) : ("另见" as const),
      text: `${placeWords(other.place)}\u3000${other.message}`,
    })),
  ];
}

/** What an edition wants of a rule: 没有核对, or how its findings are judged. */
export function settingWords({ severity }: ReportedSetting): string {
  return severity === "off" ? "没有核对" : `按“${severityNames[severity]}”处理`;
}

export function findingsOf(report: ProofreadingReport, severity: Severity): readonly ReportedFinding[] {
  return report.findings.filter(({ diagnostic }) => diagnostic.severity === severity);
}

/** 核对了什么（24项） */
export function checkedTitle({ checkedCount }: ProofreadingReport): string {
  return `核对了什么（${String(checkedCount)}项）`;
}
