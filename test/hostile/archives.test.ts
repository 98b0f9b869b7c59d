import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../src/docx/read-docx.js";
import { readWorkbook } from "../../src/input/xlsx/read-workbook.js";
import { part, p, wordFile } from "../docx-reading/word-file.js";
import { buildSheet, buildWorkbook, main, workbookParts, zipParts } from "../input/xlsx/build-workbook.js";

/** Office files made to exhaust the machine, or to make the program reach for something outside themselves. */

const sheetPart = "xl/worksheets/sheet1.xml";

function codesOfWorkbook(bytes: Uint8Array): string[] {
  return readWorkbook(bytes, "台账.xlsx").diagnostics.map(({ code }) => code);
}

function codesOfDocument(bytes: Uint8Array): string[] {
  return readDocx(bytes, "通报.docx").diagnostics.map(({ code }) => code);
}

/** The archive with another size declared for a part, in its directory. */
function declaring(archive: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  const at = bytes.lastIndexOf(name) - 46;
  expect(bytes.readUInt32LE(at), "an entry of the directory").toBe(0x02014b50);
  bytes.writeUInt32LE(size, at + 24);
  return new Uint8Array(bytes);
}

describe("zip bomb", () => {
  const zeros = new Uint8Array(300 * 1024 * 1024);

  test("a sheet that unfolds to 300 MB", () => {
    const bomb = zipParts({ ...workbookParts({}), [sheetPart]: [zeros, { level: 9 }] });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(codesOfWorkbook(bomb)).toEqual(["workbook-part-too-large"]);
  });

  test("a document that unfolds to 300 MB", () => {
    const bomb = zipSync({ "word/document.xml": [zeros, { level: 9 }] });
    expect(codesOfDocument(bomb)).toEqual(["docx-part-too-large"]);
  });

  test("many parts that each stay below the limit", () => {
    const content = zeros.subarray(0, 100 * 1024 * 1024);
    const more = ["header1", "header2", "header3", "header4", "header5", "header6"].map((name) => ({
      path: `${name}.xml`,
      type: "header",
      content,
    }));
    expect(codesOfDocument(wordFile({ body: p("正文。"), more }))).toContain("docx-too-large");
  });

  test("an archive inside an archive is not opened", () => {
    const inner = zipSync({ "xl/workbook.xml": zeros.subarray(0, 1024) });
    expect(codesOfWorkbook(zipSync({ "a.zip": inner }))).toEqual(["workbook-is-archive"]);
  });

  test("ten thousand and one parts", () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`a/${String(index)}`, strToU8("")]));
    expect(codesOfDocument(zipSync(parts, { level: 0 }))).toEqual(["docx-too-many-parts"]);
  });
});

describe("lying sizes", () => {
  test.each([0, 1, 100, 100_000_000, 0xfffffffe])("a document whose directory says %d bytes", (size) => {
    const codes = codesOfDocument(declaring(wordFile({ body: p("正文。".repeat(1000)) }), "word/document.xml", size));
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^docx-(?:size-mismatch|part-too-large)$/u);
  });

  test.each([0, 1, 100, 100_000_000, 0xfffffffe])("a workbook whose directory says %d bytes", (size) => {
    const codes = codesOfWorkbook(declaring(buildSheet('<row r="1"><c r="A1"><v>1</v></c></row>'), sheetPart, size));
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^workbook-(?:size-mismatch|part-too-large)$/u);
  });
});

describe("XML entity expansion", () => {
  const laughs =
    `<!DOCTYPE x [<!ENTITY a "${"哈".repeat(100)}">` +
    Array.from({ length: 9 }, (_, n) => {
      const [name, inner] = [String.fromCharCode(98 + n), String.fromCharCode(97 + n)];
      return `<!ENTITY ${name} "${`&${inner};`.repeat(10)}">`;
    }).join("") +
    "]>";

  test("billion laughs in a sheet", () => {
    const xml = `${laughs}<worksheet xmlns="${main}"><sheetData><row r="1"><c t="str"><v>&j;</v></c></row></sheetData></worksheet>`;
    expect(codesOfWorkbook(buildWorkbook({ sheets: [{ xml }] }))).toEqual(["workbook-declares-entities"]);
  });

  test("billion laughs in a document", () => {
    const content = `${laughs}${part("ftr", "&j;").replace(/^<\?xml.*?\?>/u, "")}`;
    const bytes = wordFile({ body: p("正文。"), more: [{ path: "footer1.xml", type: "footer", content }] });
    expect(codesOfDocument(bytes)).toEqual(["docx-declares-entities"]);
  });

  test("a file of the machine as an external entity", () => {
    const xml = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet xmlns="${main}"><sheetData>&a;</sheetData></worksheet>`;
    expect(codesOfWorkbook(buildWorkbook({ sheets: [{ xml }] }))).toEqual(["workbook-declares-entities"]);
  });
});

describe("deeply nested XML", () => {
  test("elements in a sheet", () => {
    const data = "<row>".repeat(200_000);
    expect(codesOfWorkbook(buildSheet(data))).toEqual(["workbook-damaged-part"]);
  });

  test("tables in cells of tables in a document", () => {
    const body = "<w:tbl><w:tr><w:tc>".repeat(50_000) + "</w:tc></w:tr></w:tbl>".repeat(50_000);
    expect(codesOfDocument(wordFile({ body }))).toEqual(["docx-damaged-part"]);
  });

  test("half a million attributes", () => {
    const attributes = Array.from({ length: 500_000 }, (_, index) => `a${String(index)}=""`).join(" ");
    expect(codesOfDocument(wordFile({ body: `<w:p ${attributes}/>` }))).toEqual(["docx-damaged-part"]);
  });
});

test("a part that a workbook names outside of its archive is not looked for on the disk", () => {
  const parts = workbookParts({});
  const relations = new TextDecoder().decode(parts["xl/_rels/workbook.xml.rels"]);
  const escaping = relations.replace("worksheets/sheet1.xml", "../../../../../../etc/passwd");
  const bytes = zipParts({ ...parts, "xl/_rels/workbook.xml.rels": strToU8(escaping) });
  expect(codesOfWorkbook(bytes)).toEqual(["workbook-missing-part"]);
});
