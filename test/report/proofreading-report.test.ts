import { spawnSync } from "node:child_process";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { allRules } from "../../src/checks/rules.js";
import { writeProofreadingHtml } from "../../src/report/proofreading-html.js";
import { writeProofreadingMarkdown } from "../../src/report/proofreading-markdown.js";
import { requireProgram } from "../outside.js";
import { document, file, hostile, missing, report, wrongCount } from "./sample-report.js";

const all = [hostile, missing, wrongCount];

describe("a report", () => {
  test("has the worst findings first, then in the order of the places", () => {
    const later = {
      ...wrongCount,
      place: { ...wrongCount.place, spot: { path: ["children", 2, "children"], start: 17, end: 19 } },
    };
    expect(
      report([hostile, later, missing, wrongCount]).findings.map(({ number, diagnostic }) => [number, diagnostic]),
    ).toEqual([
      [1, wrongCount],
      [2, later],
      [3, missing],
      [4, hostile],
    ]);
  });

  test("quotes the words around the place, across the pieces of running text", () => {
    expect(report([wrongCount]).findings[0]!.quote).toEqual({
      before: "本季度共检查政府网",
      marked: "站3",
      after: "5家，合格34家。",
    });
  });

  test("quotes cells and strings, and nothing where a path leads nowhere", () => {
    const at = (path: (string | number)[], end: number) =>
      report([{ ...wrongCount, place: { ...wrongCount.place, spot: { path, start: 0, end } } }]).findings[0]!.quote;
    expect(at(["children", 3, "children", 0, "rows", 0, "cells", 0], 1)).toEqual({
      before: "",
      marked: "甲",
      after: "网",
    });
    expect(at(["children", 3, "label"], 2)).toEqual({ before: "", marked: "附件", after: "" });
    expect(at(["children", 99, "children"], 2)).toBeUndefined();
    expect(at(["constructor"], 2)).toBeUndefined();
  });

  test("shortens long quotations without cutting characters in two", () => {
    const long = "𠮷".repeat(100);
    const quoted = report([wrongCount], {
      document: {
        ...document,
        children: [
          document.children[0]!,
          document.children[1]!,
          { type: "paragraph", children: [{ type: "text", value: long }] },
        ],
      },
      diagnostics: [
        {
          ...wrongCount,
          place: { ...wrongCount.place, spot: { path: ["children", 2, "children"], start: 60, end: 62 } },
        },
      ],
    }).findings[0]!.quote!;
    expect(quoted).toEqual({ before: `…${"𠮷".repeat(12)}`, marked: "𠮷", after: `${"𠮷".repeat(12)}…` });
  });

  test("counts by rule, with the rules in the order of their documentation and those of the data last", () => {
    const counts = report([missing, hostile, hostile, { ...wrongCount, code: allRules[0]!.id }]).ruleCounts;
    expect(counts.map(({ code, findings }) => [code, findings])).toEqual([
      [allRules[0]!.id, [1]],
      ["wrong-words", [3, 4]],
      ["value-missing", [2]],
    ]);
    expect(counts.map(({ group }) => group)).toEqual(["数字与附件", "用语与标点", "数据"]);
  });

  test("joins what is said of many cells of a column", () => {
    const many = Array.from({ length: 9 }, (_, row) => ({
      ...missing,
      place: { ...missing.place, cell: `C${String(row + 4)}` },
    }));
    const { findings } = report(many);
    expect(findings).toHaveLength(1);
    expect(findings[0]!.diagnostic.message).toContain("共9处：第4至12行");
  });

  test("says what the draft consists of and how much was checked", () => {
    const { scope, checkedCount } = report([]);
    expect(scope).toEqual(["1个层次标题", "1个段落", "1个附件", "1张表格", "1行数据"]);
    expect(checkedCount).toBe(3);
  });

  test("can be made without a draft", () => {
    const { title, scope, findings } = report([wrongCount], { document: undefined });
    expect([title, scope, findings[0]!.quote]).toEqual(["", [], undefined]);
  });
});

const settings = [
  { rule: "row-sum", severity: "off" as const, reason: "本期表格没有合计列" },
  { rule: "wrong-words", severity: "hint" as const, reason: "原文照录" },
];

describe.each([
  ["Markdown", writeProofreadingMarkdown],
  ["HTML", writeProofreadingHtml],
])("as %s", (_, write) => {
  const words = (text: string): string => text.replace(/<style>[^]*?<\/style>/u, "").replace(/<[^>]*>/gu, "");

  test("it says everything about a finding", () => {
    const said = words(write(report(all)));
    for (const part of [
      "正文 一、第1段",
      "正文的数与附件不符",
      "35家",
      "34家",
      "改正文或者补附件",
      "body-count-wrong",
    ]) {
      expect(said).toContain(part);
    }
    expect(said).toMatch(/另见[^]{0,3}附件 合计行\u3000这里是34家/u);
    expect(said).toMatch(/出处[^]{0,3}data\/chaozhou-2024q2\/inspection\.xlsx 网站!C5\u3000“35”来自这里/u);
    expect(said).toMatch(/data\/chaozhou-2024q2\/inspection\.xlsx 网站!C6/u);
  });

  test("its sections go from errors to hints, with their numbers", () => {
    const said = words(write(report(all)));
    const positions = ["错误（1处）", "警告（1处）", "提示（1处）", "核对了什么（3项）", "没有核对什么"].map((part) =>
      said.indexOf(part),
    );
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(Math.min(...positions)).toBeGreaterThan(0);
    expect(said).toContain("1个错误、1个警告、1个提示。有错误，改正前不要印发。");
  });

  test("it says that nothing was found, and what was checked all the same", () => {
    const said = words(write(report([])));
    expect(said).toContain("没有发现问题。");
    expect(said).not.toContain("（0处）");
    for (const part of ["数据表“网站”：35行，类型和必填项正确", "错别字", "行合计不对", "数据是否属实"])
      expect(said).toContain(part);
  });

  test("it says which rules were switched off or judged otherwise, and why", () => {
    const said = words(write(report([], { settings })));
    expect(said).toContain("本期另作处理的规则");
    for (const part of ["没有核对", "本期表格没有合计列", "按“提示”处理", "原文照录"]) expect(said).toContain(part);
    expect(words(write(report([])))).not.toContain("另作处理");
  });

  test("it lists what was not checked this time before what never is", () => {
    const said = words(write(report([], { unchecked: ["没有上期数据，未比较"] })));
    expect(said.indexOf("没有上期数据，未比较")).toBeLessThan(said.indexOf("数据是否属实"));
    expect(said).toContain("没有上期数据，未比较");
  });

  test("the same findings in another order give the same text, without a date of today", () => {
    expect(write(report([...all].reverse()))).toBe(write(report(all)));
    expect(write(report(all))).not.toContain(String(new Date().getFullYear()));
  });

  test("it ends in one line end and has no characters that cannot be shown", () => {
    const written = write(report(all));
    expect(written).toMatch(/[^\n]\n$/u);
    expect(written).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/u);
  });
});

describe("the HTML page", () => {
  const html = writeProofreadingHtml(report(all, { settings }));

  test("is well-formed, and every link leads to something in it", () => {
    const ids = new Set<string>();
    const links: string[] = [];
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", ({ attributes }) => {
      const { id, href } = attributes as Record<string, string | undefined>;
      if (id !== undefined) {
        expect(ids.has(id)).toBe(false);
        ids.add(id);
      }
      if (href !== undefined) links.push(href);
    });
    parser.write(html.replace("<!DOCTYPE html>", "").replace(/<meta ([^>]*)>/gu, "<meta $1/>")).close();
    expect(links.length).toBeGreaterThan(6);
    expect(links.filter((link) => !link.startsWith("#") || !ids.has(link.slice(1)))).toEqual([]);
  });

  test("loads nothing and runs nothing", () => {
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object|form)\b|url\(|@import|\son\w+=/iu);
  });

  test("shows markup and characters that nobody sees as text, and keeps their direction from its surroundings", () => {
    expect(html).toContain("名称&lt;script&gt;alert(1)&lt;/script&gt;可疑");
    expect(html).toContain("<bdi>**a** | `b` [c](http://d) &lt;e&gt; &amp;amp; # _f_\n第二行⟨U+202E⟩反\ufffd</bdi>");
  });

  test("marks the characters", () => {
    expect(html).toContain("本季度共检查政府网<mark>站3</mark>5家，合格34家。");
  });

  test("has the title of the circular, or else the name of what was checked", () => {
    expect(html).toContain("<title>核稿报告：关于检查情况的通报</title>");
    expect(writeProofreadingHtml(report([], { document: undefined }))).toContain(`<h1>${file}</h1>`);
  });
});

describe("the Markdown text", () => {
  const markdown = writeProofreadingMarkdown(report(all, { settings }));

  test("shows markup in findings as text, as pandoc reads it", (context) => {
    const program = "pandoc";
    requireProgram(program, context);
    const read = (format: string): string =>
      spawnSync(program, ["-f", "gfm", "-t", format, "--wrap=none"], { input: markdown, encoding: "utf8" }).stdout;
    const plain = read("plain");
    expect(plain).toContain("实际：**a** | `b` [c](http://d) <e> &amp; # _f_ ↵ 第二行⟨U+202E⟩反\ufffd");
    expect(plain).toContain("名称<script>alert(1)</script>可疑");
    const html = read("html");
    expect(html).not.toMatch(/<(?:script|em|strong|code|a)\b/u);
    expect(html.match(/<table/gu)).toHaveLength(2);
    expect(html.match(/<h2/gu)).toHaveLength(7);
    expect(html.match(/<ol/gu)).toBeNull();
  });
});
