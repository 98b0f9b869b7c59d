import { createHash } from "node:crypto";
import { escapeHtml } from "../escape.js";
import { ChangeIndex } from "./change-index.js";
import { changeSections } from "./change-cards.js";
import { changePageScript } from "./change-page-script.js";
import { changePageStyle } from "./change-page-style.js";
import type { ChangeReport } from "./change-report.js";
import { countWords, layerNames } from "./change-words.js";
import { fullTextHtml } from "./full-text-html.js";

/**
 * The report as one HTML file that loads nothing: the list of changes, then both drafts as a whole, each side by side or in one.
 *
 * Readable, filtered and printed without scripts; the only script is the page's own, all others are forbidden by the page itself.
 *
 * @returns the page; it ends in a line end
 */
export function writeChangeHtml(report: ChangeReport): string {
  const { before, after, layers, changes, notCompared, remarks, complete } = report;
  const title = after.document.properties.title || before.document.properties.title;
  const full = fullTextHtml(report, new ChangeIndex(report));
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src '${scriptHash()}'`;
  return [
    "<!DOCTYPE html>",
    '<html lang="zh-CN">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${escapeHtml(title === "" ? "比稿报告" : `比稿报告：${title}`)}</title>`,
    `<style>\n${changePageStyle}</style></head>`,
    "<body>",
    `<header><p class="kind">比稿报告</p><h1>${escapeHtml(title)}</h1>`,
    `<dl><dt>旧稿</dt><dd>${escapeHtml(before.name)}</dd><dt>新稿</dt><dd>${escapeHtml(after.name)}</dd></dl>`,
    `<p class="total">${countWords(report)}</p>`,
    ...(complete ? [] : ['<p class="caution">有的内容没有读出来，改动可能不止这些。</p>']),
    ...remarks.map((remark) => `<p class="caution">注意：${escapeHtml(remark)}。</p>`),
    "</header>",
    '<input class="choice" type="radio" name="view" id="view-inline" checked><input class="choice" type="radio" name="view" id="view-sides">',
    ...layers.map(({ layer }) => `<input class="choice" type="checkbox" id="show-${layer}" checked>`),
    '<nav class="tools"><span class="group"><label for="view-inline">合并看</label><label for="view-sides">并排看</label></span>',
    `<span class="group">${layers.map(({ layer, changes: some }) => `<label for="show-${layer}">${layerNames[layer]} ${String(some.length)}</label>`).join("")}</span>`,
    `<a href="#full">全文对照</a>${notCompared.length === 0 ? "" : '<a href="#not-compared">未比较</a>'}`,
    '<span class="keys" hidden><kbd>n</kbd> 下一处 <kbd>p</kbd> 上一处 <kbd>Enter</kbd> 看全文 <kbd>v</kbd> 换看法 <kbd>1</kbd>–<kbd>4</kbd> 分类</span><span class="position"></span></nav>',
    "<main>",
    ...(changes.length === 0 ? [] : changeSections(report, numbersIn(full))),
    '<section id="full" class="full"><h2>全文对照</h2>',
    '<p class="meaning">删去的加删除线，新增的加下划线；小号数字是上面各处改动的编号。表格只列有改动的行和它们的上下一行。</p>',
    '<div class="block heads"><span class="role"></span><span class="side">旧稿</span><span class="side">新稿</span></div>',
    ...full,
    "</section>",
    ...(notCompared.length === 0
      ? []
      : [
          `<section id="not-compared"><h2>未比较</h2><ul>${notCompared.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul></section>`,
        ]),
    "</main>",
    `<script>${changePageScript}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** The changes that the full text has a place to jump to for. */
function numbersIn(full: readonly string[]): Set<number> {
  const numbers = new Set<number>();
  for (const line of full) for (const [, number] of line.matchAll(/ id="i(\d+)"/gu)) numbers.add(Number(number));
  return numbers;
}

/** What the page allows to run, and nothing else: words of a draft that look like a script stay words. */
function scriptHash(): string {
  return `sha256-${createHash("sha256").update(changePageScript).digest("base64")}`;
}
