import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../src/docx/read-docx.js";
import { cellText } from "../../src/document/tree.js";
import { centred, circularBody, p, part, tbl, titleSize, wordFile } from "./word-file.js";

function codesOf(bytes: Uint8Array): string[] {
  const { document, diagnostics } = readDocx(bytes, "通报.docx");
  expect(document).toBeUndefined();
  expect(JSON.stringify(diagnostics)).not.toMatch(/Excel|工作簿（\*\.xlsx/u);
  return diagnostics.map(({ code }) => code);
}

/** A compound file with one stream, as far as its directory entry goes. */
function compoundFile(stream: string): Uint8Array {
  const bytes = Buffer.alloc(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const name = Buffer.from(`${stream}\0`, "utf16le");
  bytes.set(name, 1024);
  bytes.writeUInt16LE(name.length, 1024 + 64);
  return bytes;
}

describe("a file that is no .docx", () => {
  test.each([
    ["empty", new Uint8Array(), "docx-empty-file"],
    ["an old .doc or .wps", compoundFile("WordDocument"), "docx-old-format"],
    ["encrypted", compoundFile("EncryptedPackage"), "docx-password-protected"],
    ["a web page", strToU8("<html><body>通报</body></html>"), "docx-is-text"],
    ["plain text", strToU8("关于检查情况的通报"), "docx-is-text"],
    ["RTF", strToU8("{\\rtf1 }"), "docx-is-other-text-document"],
    ["a PDF", strToU8("%PDF-1.7"), "docx-is-other-document"],
    ["slides", zipSync({ "ppt/presentation.xml": strToU8("<p/>") }), "docx-is-other-document"],
    [
      "an .odt",
      zipSync({ "content.xml": strToU8("<a/>"), "META-INF/manifest.xml": strToU8("<a/>") }),
      "docx-is-other-text-document",
    ],
    ["a zip with a .docx in it", zipSync({ "通报.docx": strToU8("x") }), "docx-is-archive"],
    ["nothing known", Uint8Array.from([1, 2, 3, 4, 0, 255]), "docx-unrecognised"],
    ["nothing but zeros", new Uint8Array(100), "docx-damaged-archive"],
    ["truncated", wordFile({ body: p("正文。") }).slice(0, 600), "docx-damaged-archive"],
  ])("is told to be %s", (_, bytes, code) => {
    expect(codesOf(bytes)).toEqual([code]);
  });

  test("is told to be a workbook", () => {
    const { diagnostics } = readDocx(zipSync({ "xl/workbook.xml": strToU8("<a/>") }), "通报.docx");
    expect(diagnostics[0]?.message).toBe("文件是 Excel 工作簿（.xlsx），不是 .docx 文档");
  });
});

describe("a damaged .docx", () => {
  test("says which part is damaged", () => {
    expect(codesOf(wordFile({ body: "<w:p><w:r>" }))).toEqual(["docx-damaged-part"]);
    const { diagnostics } = readDocx(wordFile({ body: p("正文。"), styles: "<w:style>" }), "通报.docx");
    expect(diagnostics.map(({ message }) => message)).toEqual(["文档的样式部件的内容已损坏，无法读取"]);
  });

  test("tells of everything that is damaged at once", () => {
    expect(codesOf(wordFile({ body: "<w:p>", styles: "<w:style>", numbering: "<w:num>" }))).toEqual([
      "docx-damaged-part",
      "docx-damaged-part",
      "docx-damaged-part",
    ]);
  });

  test("with a DOCTYPE is refused", () => {
    const footer = `<!DOCTYPE x [<!ENTITY a "b">]>${part("ftr", p("1")).replace(/^<\?xml.*?\?>/u, "")}`;
    const bytes = wordFile({ body: p("正文。"), more: [{ path: "footer1.xml", type: "footer", content: footer }] });
    expect(codesOf(bytes)).toEqual(["docx-declares-entities"]);
  });

  test("that unfolds beyond the limits is refused", () => {
    const { document, diagnostics } = readDocx(wordFile({ body: p("正".repeat(5000)) }), "通报.docx", {
      partBytes: 4096,
    });
    expect(document).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(["docx-part-too-large"]);
  });
});

test("a table of tens of thousands of rows is read whole", () => {
  const rows = Array.from({ length: 30_000 }, (_, index) => [String(index + 1), `示例单位${String(index)}`, "合格"]);
  const bytes = wordFile({
    body:
      circularBody(p("正文。")) + p("附件") + p("清单", centred, titleSize) + tbl([["序号", "单位", "结果"], ...rows]),
  });
  const { document, anchors } = readDocx(bytes, "通报.docx");
  const attachment = document?.children.at(-1);
  if (attachment?.type !== "attachment" || attachment.children[0]?.type !== "table") throw new Error("no table");
  const [table] = attachment.children;
  expect(table.rows).toHaveLength(30_000);
  expect(table.rows.at(-1)?.cells.map(cellText)).toEqual(["30000", "示例单位29999", "合格"]);
  expect(table.columns.map(({ kind }) => kind)).toEqual(["ordinal", "text", "text"]);
  // Seven paragraphs before the table, three cells in each row.
  const path = ["children", 4, "children", 0, "rows", 29_999, "cells", 1];
  expect(anchors?.piecesAt(path)?.[0]?.paragraph).toBe(7 + 30_000 * 3 + 1);
});
