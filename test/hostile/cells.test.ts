import { describe, expect, test } from "vitest";
import { readImage } from "../../src/input/image.js";
import { readWorkbook } from "../../src/input/xlsx/read-workbook.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { writeReviewText } from "../../src/text/review-text.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { annotateWorkbook } from "../../src/workbook/annotate/annotate-workbook.js";
import { writeNoticeIndex } from "../../src/workbook/write-notice-index.js";
import { writeWorkbook } from "../../src/workbook/write-workbook.js";
import { readParts } from "../docx/xml-tree.js";
import { composeInMemory, documentOf } from "../edition/compose-in-memory.js";
import {
  buildSheet,
  buildWorkbook,
  relationshipPart,
  relationships,
  workbookParts,
  zipParts,
} from "../input/xlsx/build-workbook.js";
import { readCells } from "../input/xlsx/reading.js";
import { requirePythonModule } from "../outside.js";
import { seenByOpenpyxl } from "../workbook/openpyxl.js";
import { formOf, typeWithTables } from "../workbook/sample-type.js";
import { exampleCircular } from "../../scripts/write-reference.example.js";

/** Cells and pictures that mean something to a spreadsheet, or to nobody. */

describe("formulas, links and DDE in a workbook that is read", () => {
  test("a formula is never worked out: what the file says it gave is read", () => {
    const data =
      '<row r="1"><c r="A1"><f>1+1</f><v>5</v></c><c r="B1" t="str"><f>cmd|\'/C calc\'!A0</f><v>缓存</v></c>' +
      '<c r="C1" t="str"><f>HYPERLINK("http://example.invalid","点这里")</f><v>点这里</v></c></row>';
    const values = Object.values(readCells(buildSheet(data)));
    expect(JSON.stringify(values)).toContain("缓存");
    expect(JSON.stringify(values)).not.toContain("example.invalid");
  });

  test("a formula without a result is reported, not taken for 0", () => {
    const { workbook } = readWorkbook(
      buildSheet('<row r="1"><c r="A1"><f>DDE("cmd","/C calc","x")</f></c></row>'),
      "a.xlsx",
    );
    expect(JSON.stringify(workbook?.sheets[0]?.rows)).toContain("formulaWithoutValue");
  });

  test("links to other workbooks, external connections and embedded objects are not followed", () => {
    const parts = workbookParts({ sheets: [{ data: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
    const bytes = zipParts({
      ...parts,
      "xl/externalLinks/externalLink1.xml": new TextEncoder().encode("<externalLink>这不是 XML"),
      "xl/connections.xml": new TextEncoder().encode("<<<"),
      "xl/embeddings/oleObject1.bin": new Uint8Array(100),
      "xl/externalLinks/_rels/externalLink1.xml.rels": new TextEncoder().encode(
        relationshipPart([["rId1", `${relationships}/externalLinkPath`, "file:///etc/passwd"]]),
      ),
    });
    expect(readWorkbook(bytes, "a.xlsx").diagnostics).toEqual([]);
  });
});

const injections = [
  "=1+1",
  "+86",
  "-1",
  "@SUM(A1)",
  "=cmd|' /C calc'!A0",
  "\t=1+1",
  '=HYPERLINK("http://example.invalid")',
  "＝1",
];

test("CSV injection: what begins with = + - @ stays text in a workbook that is written", async (context) => {
  requirePythonModule("openpyxl", context);
  const type = typeWithTables("\n  单位:\n    列:\n      名称: {必填: 是}\n    主键: 名称\n");
  const rows = new Map([["单位", injections.map((name) => [name])]]);
  const sheet = seenByOpenpyxl(await writeWorkbook(formOf(type, { rows }))).find(({ name }) => name === "单位")!;
  const seen = sheet.cells.flatMap((cells, row) =>
    cells.flatMap((value, column) =>
      injections.includes(value ?? "") ? [{ value, type: sheet.types[row]?.[column] }] : [],
    ),
  );
  expect(seen).toEqual(injections.map((value) => ({ value, type: "s" })));
});

test("CSV injection: nor is it a formula in the index of notices and in an annotated copy", async (context) => {
  requirePythonModule("openpyxl", context);
  const isWhole = (value: string | null | undefined): value is string => injections.includes(value ?? "");
  const entries = injections.map((unit, index) => ({ ordinal: index + 1, unit, findings: 1, file: unit }));
  const problems = injections.map((actual, index): Diagnostic => ({
    code: "some-problem",
    severity: "error",
    place: { file: "a.xlsx", sheet: "网站", cell: `A${String(index + 1)}` },
    message: actual,
    actual,
    expected: actual,
    hint: actual,
  }));
  const annotated = annotateWorkbook(buildSheet('<row r="1"><c r="A1"><v>1</v></c></row>'), "a.xlsx", problems);
  expect(annotated).toHaveProperty("bytes");
  for (const [bytes, times] of [
    [await writeNoticeIndex("=2+2", entries), 2],
    ["bytes" in annotated ? annotated.bytes : new Uint8Array(), 4],
  ] as const) {
    const seen = seenByOpenpyxl(bytes).flatMap(({ cells, types, formats }) =>
      cells.flatMap((values, row) =>
        values.flatMap((value, column) =>
          isWhole(value) ? [{ value, type: types[row]?.[column], format: formats[row]?.[column] }] : [],
        ),
      ),
    );
    expect(seen).toEqual(
      injections.flatMap((value) => Array.from({ length: times }, () => ({ value, type: "s", format: "@" }))),
    );
  }
});

describe("characters that no document can hold", () => {
  test.each([
    ["a control character", "\\u0007"],
    ["half a character", "\\ud800"],
    ["a noncharacter", "\\uffff"],
  ])("%s in a value is refused with its place", async (_, escape) => {
    const circular = exampleCircular.replace("名称: 示例教育,", `名称: "示例${escape}教育",`);
    const { document, diagnostics } = await composeInMemory({ circular });
    expect(document).toBeUndefined();
    expect(diagnostics.some(({ place }) => place.file === "data/示例/circular.yaml" && place.line !== undefined)).toBe(
      true,
    );
  });

  test("an escape of OOXML that would become one stays what it is", async () => {
    const document = await documentOf({
      circular: exampleCircular.replace("名称: 示例教育,", "名称: 示例_x0007_教育,"),
    });
    expect(writeReviewText(document)).toContain("示例_x0007_教育");
    expect(readParts(await writeDocx(document))["word/document.xml"]).toContain("示例_x0007_教育");
  });
});

test("a cell of 100,000 characters in a workbook is named, one in YAML is printed whole", async () => {
  const long = "字".repeat(100_000);
  const bytes = buildWorkbook({ sheets: [{ data: `<row r="1"><c r="A1" t="str"><v>${long}</v></c></row>` }] });
  expect(readWorkbook(bytes, "a.xlsx").diagnostics.map(({ code }) => code)).toEqual(["workbook-text-too-long"]);
  const document = await documentOf({ circular: exampleCircular.replace("名称: 示例教育,", `名称: ${long},`) });
  expect(readParts(await writeDocx(document))["word/document.xml"]).toContain(long);
});

describe("pictures", () => {
  const place = { file: "circular.yaml" };
  const codes = (bytes: Uint8Array): string[] =>
    readImage(bytes, "附件1.png", place).diagnostics.map(({ code }) => code);

  test.each([
    ["SVG with a script", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    [
      "SVG with an external entity",
      '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>',
    ],
    ["EMF", "\u0001\u0000\u0000\u0000l\u0000\u0000\u0000 EMF"],
    ["WMF", "×ÍÆ\u009a"],
    ["GIF", "GIF89a"],
  ])("%s is no picture whatever its name says", (_, content) => {
    expect(codes(Buffer.from(content, "latin1"))).toEqual(["image-format"]);
  });

  test("a PNG that declares 100,000 × 100,000 dots", () => {
    const bytes = Buffer.alloc(57);
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    bytes.write("IHDR", 12, "latin1");
    bytes.writeUInt32BE(100_000, 16);
    bytes.writeUInt32BE(100_000, 20);
    bytes.write("IEND", 49, "latin1");
    expect(codes(bytes)).toEqual(["image-damaged"]);
  });
});
