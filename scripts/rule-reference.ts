import type { ExampleAttachment, ExampleDraft } from "../src/checks/example-draft.js";
import { knownMistakes } from "./known-mistakes.js";
import type { Rule } from "../src/checks/rule.js";
import { allRules, ruleGroups } from "../src/checks/rules.js";
import { severityNames } from "../src/diagnostics/render.js";

/** docs/核稿规则.md: every rule with its examples, and what is left to people. */
export function ruleReference(): string {
  return [
    "<!-- 由 npm run docs:write 从程序生成，请不要手改 -->",
    "",
    "# 核稿规则",
    "",
    "`tongbao check` 对照这些规则核对通报：由数据生成的文稿，和别人写的任何 .docx，都用同一套规则。",
    "**错误**是肯定错的，不改正不能生成；**警告**是多半有问题的，请看一看；**提示**是习惯或值得留意的地方。",
    "引号、书名号里的内容，网址、编码、账号名称，不论写成什么样都不会被当作错误。",
    "",
    "每条规则下面的例子都作为测试运行过：“错”的例子报告什么，写在例子后面；“对”的例子不报告。",
    "例子没有写出的部分，都是没有毛病的。",
    "",
    "## 关闭或改变某一条",
    "",
    "某条规则对某一期不适用时，在那一期的 circular.yaml 里写明（核稿报告里会列出，理由必填）：",
    "",
    fenced(
      "yaml",
      ["核稿:", "  - 规则: heading-single", "    级别: 关闭", "    理由: 本期只有一项要求，按惯例仍编序号"].join("\n"),
    ),
    "",
    "级别可以写 关闭、提示、警告、错误。",
    "",
    ...ruleGroups.flatMap(({ name, rules }) => [`## ${name}`, "", ...rules.flatMap(ruleSection)]),
    "## 校对要点与规则对照",
    "",
    "校对通报时通常留意的各点，由哪条规则核对，哪些要由人看。",
    "",
    "| 序号 | 要点 | 由什么核对 | 程序判断不了、要由人看的 |",
    "| --- | --- | --- | --- |",
    ...knownMistakes.map(({ number, name, elsewhere, remains }) => {
      const rules = allRules.filter((rule) => rule.mistakes.includes(number)).map(({ id }) => `\`${id}\``);
      const by = [...rules, ...(elsewhere === undefined ? [] : [elsewhere])].join("；");
      return `| ${String(number)} | ${name} | ${by} | ${remains ?? ""} |`;
    }),
    "",
  ].join("\n");
}

function ruleSection(rule: Rule): string[] {
  const facts = [
    `编号 \`${rule.id}\``,
    severityNames[rule.severity],
    ...(rule.source === undefined ? [] : [`依据 ${rule.source}`]),
    ...(rule.fixable === true ? ["可以用 `--fix` 自动改正"] : []),
  ];
  return [
    `### ${rule.name}`,
    "",
    `${facts.join("；")}。`,
    "",
    rule.description,
    "",
    ...rule.examples.wrong.flatMap(({ shows, draft, report }) => [
      `错：${shows}`,
      "",
      fenced("text", describeDraft(draft)),
      "",
      ...report.map((line) => `- ${escapeMarkdown(line)}`),
      "",
    ]),
    ...rule.examples.right.flatMap(({ shows, draft }) => [
      `对：${shows}`,
      "",
      fenced("text", describeDraft(draft)),
      "",
    ]),
  ];
}

/** What an example says, line by line with the element it belongs to. */
function describeDraft(draft: ExampleDraft): string {
  const lines: string[] = [];
  const add = (label: string, value: string | readonly string[] | undefined): void => {
    if (value === undefined) return;
    const values = typeof value === "string" ? [value] : value;
    if (values.length === 0) lines.push(`${label}：（没有）`);
    for (const item of values) lines.push(`${label}：${item}`);
  };
  add("发文机关标志", draft.mark);
  add("发文字号", draft.documentNumber);
  add("标题", draft.title);
  add("主送机关", draft.recipients);
  add("正文", draft.body);
  add("附件说明", draft.attachmentList);
  add("署名", draft.issuer);
  add("成文日期", draft.date);
  add("公开方式", draft.disclosure);
  add("附注", draft.note);
  (draft.attachments ?? []).forEach((attachment, index, all) => {
    lines.push(...describeAttachment(attachment, all.length === 1 ? "附件" : `附件${String(index + 1)}`));
  });
  add("抄送", draft.copyTo);
  add("印发机关", draft.printer);
  add("印发日期", draft.printDate);
  return lines.join("\n");
}

function describeAttachment(attachment: ExampleAttachment, label: string): string[] {
  return [
    `${attachment.label ?? label} 标题：${attachment.title}`,
    ...(attachment.subtitle === undefined ? [] : [`\u3000副题：${attachment.subtitle}`]),
    ...(attachment.text ?? []).map((line) => `\u3000文字：${line}`),
    ...(attachment.columns === undefined ? [] : [`\u3000表头：${attachment.columns.join("｜")}`]),
    ...(attachment.rows ?? []).map((cells) => `\u3000表行：${cells.join("｜")}`),
    ...(attachment.remark === undefined ? [] : [`\u3000注：${attachment.remark}`]),
  ];
}

function fenced(language: string, content: string): string {
  return `\`\`\`${language}\n${content}\n\`\`\``;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/gu, "\\$&").replaceAll("\n", " ");
}
