import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proofread } from "../../src/checks/proofread.js";
import type { CircularDocument } from "../../src/document/tree.js";
import { readDocx } from "../../src/docx/read-docx.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { body, circular, planAfter, yamlData, type Slip } from "../fixes/changed-sample.js";
import { requireProgram, requirePythonModule, systemPython } from "../outside.js";
import { documentLines, type TypedCell, type TypedLine } from "./document-lines.js";

const folder = mkdtempSync(join(tmpdir(), "tongbao-same-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Mistakes of different rules, as somebody makes them. */
const slips: readonly (Slip & readonly [string, string, string])[] = [
  [body, "（国办发〔2017〕47号", "（国办发[2017]47号"],
  [body, "政务新媒体共{{新媒体总数}}个", "政务新媒体共68个"],
  [body, "现将有关情况通报如下：", "现将有关情况通报如下:"],
  [body, "“全国政务新媒体信息报送系统”", '"全国政务新媒体信息报送系统"'],
  [body, "对照《指引》定期自查", "对照《指引》定期 自查"],
  [body, '见{{附件 "问题清单"}}。', "见附件5。"],
  [body, "于{{月日 整改.截止}}前", "于2024年07月20日前"],
  [body, "及时整合或者关停；确需", "及时整合或者关停；；确需"],
  [circular, "主送: 各县、区人民政府、", "主送: 各县，区人民政府、"],
  [yamlData, "栏目设置不规范，未公开", "栏目设置不规范,未公开"],
  [yamlData, "存在问题: 网站链接不可访问", "存在问题: 网站链接不可访可访问"],
];

/** The rules that must notice them. */
const expectedRules = [
  "attachment-mention-unknown",
  "blanks-in-text",
  "count-differs-from-attachment",
  "date-form",
  "document-number-form",
  "half-width-punctuation",
  "punctuation-doubled",
  "straight-quotes",
  "words-doubled",
];

const pandoc = "pandoc";

let draft: CircularDocument;
let own: Uint8Array;

beforeAll(async () => {
  const { review } = await planAfter(slips, { data: "inspection.yaml" });
  draft = review.draft!;
  own = await writeDocx(draft);
});

/** What is said about a file, without the places: paragraphs and rows are counted differently where there are no styles. */
function said(docx: Uint8Array): string[] {
  const file = "通报.docx";
  const { document, diagnostics } = readDocx(docx, file);
  const found = [...diagnostics, ...proofread(document!, { file }).diagnostics];
  return found.map(({ code, message, actual }) => [code, message, actual ?? ""].join("｜")).sort();
}

function withText(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("a circular with mistakes of many kinds", () => {
  test("has them noticed in our own file", () => {
    const rules = new Set(said(own).map((line) => line.split("｜")[0]));
    expect([...rules]).toEqual(expect.arrayContaining(expectedRules));
  });

  test("has the same said about it after LibreOffice has saved it", (context) => {
    requireProgram("soffice", context);
    const original = join(folder, "own.docx");
    writeFileSync(original, own);
    const target = join(folder, "libreoffice");
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const filter = ["--headless", "--convert-to", "docx", "--outdir", target, original];
    execFileSync("soffice", [profile, ...filter], { stdio: "ignore" });
    expect(said(readFileSync(join(target, "own.docx")))).toEqual(said(own));
  });

  test("has the same said about it when somebody types it without styles", (context) => {
    requirePythonModule("docx", context);
    const script = fileURLToPath(new URL("write_typed.py", import.meta.url));
    const target = join(folder, "typed.docx");
    const lines = withText("typed.json", JSON.stringify(documentLines(draft)));
    execFileSync(systemPython, [script, lines, target]);
    expect(said(readFileSync(target))).toEqual(said(own));
  });

  test("has the same said about it when pandoc makes it from Markdown", (context) => {
    requireProgram(pandoc, context);
    const target = join(folder, "pandoc.docx");
    const source = withText("circular.md", documentLines(draft).map(markdown).join("\n\n"));
    execFileSync(pandoc, ["-f", "markdown-smart", source, "-o", target]);
    expect(said(readFileSync(target))).toEqual(said(own));
  });
});

function markdown(line: TypedLine): string {
  switch (line.kind) {
    case "title":
      return `# ${escaped(line.text)}`;
    case "heading":
      return `## ${escaped(line.text)}`;
    case "runIn":
      return `**${escaped(line.text)}**${escaped(line.rest)}`;
    case "table":
      return markdownTable(line.rows);
    default:
      return escaped(line.text);
  }
}

/** Markdown knows no merged cells: what one covers is left empty. */
function markdownTable(rows: readonly (readonly (TypedCell | null)[])[]): string {
  const lines = rows.map((cells) => `| ${cells.map((cell) => escaped(cell?.text ?? "")).join(" | ")} |`);
  return [lines[0], `|${"---|".repeat(rows[0]?.length ?? 0)}`, ...lines.slice(1)].join("\n");
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-.!|~^$@"']/gu, (character) => `\\${character}`);
}
