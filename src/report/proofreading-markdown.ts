import { severityNames } from "../diagnostics/render.js";
import { escapeMarkdown } from "./escape.js";
import type { ProofreadingReport, ReportedFinding } from "./proofreading-report.js";
import type { Quote } from "./quote.js";
import {
  checkedTitle,
  conclusion,
  findingLines,
  findingsOf,
  placeWords,
  reportTitle,
  sectionTitle,
  settingWords,
  severities,
  severityMeanings,
} from "./report-words.js";

/** 核稿报告 as Markdown (CommonMark with tables): readable as it stands, too. It ends in a line end. */
export function writeProofreadingMarkdown(report: ProofreadingReport): string {
  const blocks = [
    `# ${escapeMarkdown(reportTitle(report))}`,
    [
      `- 文稿：${escapeMarkdown(report.file)}`,
      ...(report.scope.length === 0 ? [] : [`- 范围：${report.scope.map(escapeMarkdown).join("、")}`]),
      `- 结论：${escapeMarkdown(conclusion(report))}`,
    ].join("\n"),
    ...ruleTable(report),
    ...severities.flatMap((severity) => {
      const findings = findingsOf(report, severity);
      if (findings.length === 0) return [];
      return [
        `## ${sectionTitle(severity, findings.length)}`,
        `${severityMeanings[severity]}。`,
        ...findings.map(finding),
      ];
    }),
    `## ${checkedTitle(report)}`,
    ...checked(report),
    ...settings(report),
    "## 没有核对什么",
    report.unchecked.map((item) => `- ${escapeMarkdown(item)}`).join("\n"),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function ruleTable({ ruleCounts }: ProofreadingReport): string[] {
  if (ruleCounts.length === 0) return [];
  const head = `| 类别 | 规则 | ${severities.map((severity) => severityNames[severity]).join(" | ")} | 编号 |`;
  const rows = ruleCounts.map(({ group, name, code, counts }) => {
    const numbers = severities.map((severity) => (counts[severity] === 0 ? "" : String(counts[severity])));
    const shown = name === code ? "" : escapeMarkdown(name);
    return `| ${escapeMarkdown(group)} | ${shown} | ${numbers.join(" | ")} | ${escapeMarkdown(code)} |`;
  });
  return ["## 按规则统计", [head, "| --- | --- | --: | --: | --: | --- |", ...rows].join("\n")];
}

function finding({ number, diagnostic, rule, quote }: ReportedFinding): string {
  const { place, message, code } = diagnostic;
  const lines = [
    ...(quote === undefined ? [] : [`- 原文：${quoted(quote)}`]),
    ...findingLines(diagnostic).map(({ label, text }) => `- ${label}：${escapeMarkdown(text)}`),
    `- 规则：${escapeMarkdown(rule === code ? code : `${rule}（${code}）`)}`,
  ];
  return `### ${String(number)}\u3000${escapeMarkdown(placeWords(place))}\n\n${escapeMarkdown(message)}\n\n${lines.join("\n")}`;
}

function quoted({ before, marked, after }: Quote): string {
  return `${escapeMarkdown(before)}【${escapeMarkdown(marked)}】${escapeMarkdown(after)}`;
}

function checked({ checkedData, checkedRules }: ProofreadingReport): string[] {
  const data =
    checkedData.length === 0 ? [] : ["### 数据", checkedData.map((item) => `- ${escapeMarkdown(item)}`).join("\n")];
  const rules = checkedRules.flatMap(({ group, rules: list }) => [
    `### ${escapeMarkdown(group)}`,
    list
      .map(({ name, findings }) => `- ${escapeMarkdown(name)}${findings === 0 ? "" : `：发现${String(findings)}处`}`)
      .join("\n"),
  ]);
  return [...data, ...rules];
}

function settings({ settings: list }: ProofreadingReport): string[] {
  if (list.length === 0) return [];
  const rows = list.map(
    (setting) =>
      `| ${escapeMarkdown(setting.name)} | ${settingWords(setting)} | ${escapeMarkdown(setting.reason)} | ${escapeMarkdown(setting.code)} |`,
  );
  return ["## 本期另作处理的规则", ["| 规则 | 处理 | 理由 | 编号 |", "| --- | --- | --- | --- |", ...rows].join("\n")];
}
