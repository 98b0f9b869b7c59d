import { severityNames } from "../diagnostics/render.js";
import { escapeHtml } from "./escape.js";
import { pageStyle } from "./page-style.js";
import type { ProofreadingReport, ReportedFinding, RuleCount } from "./proofreading-report.js";
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

/** 核稿报告 as one HTML file without scripts and without anything to load: for the screen and for A4 paper. It ends in a line end. */
export function writeProofreadingHtml(report: ProofreadingReport): string {
  const title = escapeHtml(reportTitle(report));
  return [
    "<!DOCTYPE html>",
    '<html lang="zh-CN">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${title}</title>`,
    `<style>\n${pageStyle}</style></head>`,
    "<body>",
    `<header><p class="kind">核稿报告</p><h1>${escapeHtml(report.title === "" ? report.file : report.title)}</h1>`,
    `<dl>${[["文稿", report.file], ...(report.scope.length === 0 ? [] : [["范围", report.scope.join("、")]])]
      .map(([name = "", text = ""]) => `<dt>${name}</dt><dd>${escapeHtml(text)}</dd>`)
      .join("")}</dl></header>`,
    ...summary(report),
    ...severities.flatMap((severity) => {
      const findings = findingsOf(report, severity);
      if (findings.length === 0) return [];
      return [
        `<section id="${severity}" class="${severity}"><h2>${sectionTitle(severity, findings.length)}</h2>`,
        `<p class="meaning">${severityMeanings[severity]}</p>`,
        ...findings.map(finding),
        "</section>",
      ];
    }),
    ...checked(report),
    ...settings(report),
    `<section id="unchecked"><h2>没有核对什么</h2><ul>${report.unchecked.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul></section>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function summary(report: ProofreadingReport): string[] {
  const tiles = severities.map((severity) => {
    const count = findingsOf(report, severity).length;
    const content = `<b>${String(count)}</b>${severityNames[severity]}`;
    return count === 0
      ? `<span class="tile none">${content}</span>`
      : `<a class="tile ${severity}" href="#${severity}">${content}</a>`;
  });
  const done = `<a class="tile done" href="#checked"><b>${String(report.checkedCount)}</b>项已核对</a>`;
  return [
    `<section id="summary"><p class="tiles">${tiles.join("")}${done}</p>`,
    `<p class="conclusion">${escapeHtml(conclusion(report))}</p>`,
    ...ruleTable(report.ruleCounts),
    "</section>",
  ];
}

/** Links to so many findings of one rule. */
const mostLinks = 12;

function ruleTable(ruleCounts: readonly RuleCount[]): string[] {
  if (ruleCounts.length === 0) return [];
  const rows = ruleCounts.map(({ group, name, code, counts, findings }) => {
    const numbers = severities.map(
      (severity) => `<td class="count">${counts[severity] === 0 ? "" : String(counts[severity])}</td>`,
    );
    const links = findings
      .slice(0, mostLinks)
      .map((number) => `<a href="#finding-${String(number)}">${String(number)}</a>`);
    const more = findings.length > mostLinks ? " …" : "";
    const shown = name === code ? `<code>${escapeHtml(code)}</code>` : escapeHtml(name);
    return `<tr><td>${escapeHtml(group)}</td><td>${shown}</td>${numbers.join("")}<td>${links.join(" ")}${more}</td></tr>`;
  });
  const heads = severities.map((severity) => `<th class="count">${severityNames[severity]}</th>`).join("");
  return [
    `<table><thead><tr><th>类别</th><th>规则</th>${heads}<th>见第几条</th></tr></thead>`,
    `<tbody>${rows.join("\n")}</tbody></table>`,
  ];
}

function finding({ number, diagnostic, rule, quote }: ReportedFinding): string {
  const { place, message, code } = diagnostic;
  const lines = [
    ...(quote === undefined ? [] : [`<dt>原文</dt><dd class="quote">${quoted(quote)}</dd>`]),
    ...findingLines(diagnostic).map(({ label, text }) => `<dt>${label}</dt><dd>${ownDirection(text)}</dd>`),
  ];
  const named = rule === code ? "" : `${escapeHtml(rule)} `;
  return [
    `<article id="finding-${String(number)}"><h3><a href="#finding-${String(number)}">${String(number)}</a> ${ownDirection(placeWords(place))}</h3>`,
    `<p class="message">${ownDirection(message)}</p>`,
    ...(lines.length === 0 ? [] : [`<dl>${lines.join("")}</dl>`]),
    `<p class="rule">${named}<code>${escapeHtml(code)}</code></p></article>`,
  ].join("");
}

/** Text that is written from right to left must not turn round what stands beside it. */
function ownDirection(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}

function quoted({ before, marked, after }: Quote): string {
  return `<bdi>${escapeHtml(before)}<mark>${escapeHtml(marked)}</mark>${escapeHtml(after)}</bdi>`;
}

function checked(report: ProofreadingReport): string[] {
  const list = (items: readonly string[]): string => `<ul class="checked">${items.join("")}</ul>`;
  const { checkedData, checkedRules } = report;
  return [
    `<section id="checked"><h2>${checkedTitle(report)}</h2>`,
    ...(checkedData.length === 0
      ? []
      : [`<h3>数据</h3>${list(checkedData.map((item) => `<li>${escapeHtml(item)}</li>`))}`]),
    ...checkedRules.map(({ group, rules }) => {
      const items = rules.map(({ name, findings }) =>
        findings === 0
          ? `<li>${escapeHtml(name)}</li>`
          : `<li class="found">${escapeHtml(name)}：发现${String(findings)}处</li>`,
      );
      return `<h3>${escapeHtml(group)}</h3>${list(items)}`;
    }),
    "</section>",
  ];
}

function settings({ settings: list }: ProofreadingReport): string[] {
  if (list.length === 0) return [];
  const rows = list.map(
    (setting) =>
      `<tr><td>${escapeHtml(setting.name)}</td><td>${settingWords(setting)}</td><td>${escapeHtml(setting.reason)}</td></tr>`,
  );
  return [
    '<section id="settings"><h2>本期另作处理的规则</h2>',
    `<table><thead><tr><th>规则</th><th>处理</th><th>理由</th></tr></thead><tbody>${rows.join("\n")}</tbody></table></section>`,
  ];
}
