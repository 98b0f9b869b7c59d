import { formatPlace } from "../document/place.js";
import type { Diagnostic, Severity } from "./diagnostic.js";

/** How a severity is called. */
export const severityNames: Record<Severity, string> = { error: "错误", warning: "警告", hint: "提示" };

/** Colours a severity's word; the identity where there are no colours. */
export type Colour = (severity: Severity, text: string) => string;

/**
 * One diagnostic as a person reads it in a terminal: the place and what is wrong on the first line, then 实际, 应为 and 处理.
 */
export function renderDiagnostic(diagnostic: Diagnostic, colour: Colour = (_, text) => text): string {
  const lines = [
    `${colour(diagnostic.severity, severityNames[diagnostic.severity])} ${formatPlace(diagnostic.place)}`,
    `  ${diagnostic.message}（${diagnostic.code}）`,
  ];
  if (diagnostic.actual !== undefined) lines.push(`  实际：${diagnostic.actual}`);
  if (diagnostic.expected !== undefined) lines.push(`  应为：${diagnostic.expected}`);
  if (diagnostic.hint !== undefined) lines.push(`  处理：${diagnostic.hint}`);
  for (const related of diagnostic.related ?? [])
    lines.push(`  相关：${formatPlace(related.place)} ${related.message}`);
  return lines.join("\n");
}

/** 2个错误、1个警告; 没有发现问题 if there is nothing. */
export function summarise(diagnostics: readonly Diagnostic[]): string {
  const parts = (["error", "warning", "hint"] as const).flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [`${String(count)}个${severityNames[severity]}`];
  });
  return parts.length === 0 ? "没有发现问题" : parts.join("、");
}
