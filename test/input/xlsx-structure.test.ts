import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import {
  buildSheet,
  buildWorkbook,
  main,
  relationshipPart,
  relationships,
  workbookParts,
  zipParts,
} from "./xlsx/build-workbook.js";
import { buildZip64 } from "./xlsx/build-zip64.js";
import { cellsByAddress, date, readBad, readCells, readGood, readSheet } from "./xlsx/reading.js";

const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
const two = '<row r="1"><c r="A1"><v>2</v></c></row>';

describe("positions", () => {
  test("cells and rows without r follow the ones before", () => {
    const data =
      '<row><c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c></row><row r="5"><c><v>5</v></c></row><row><c/><c><v>6</v></c></row>';
    expect(readCells(buildSheet(data))).toEqual({ A1: 1, C1: 3, D1: 4, A5: 5, B6: 6 });
  });

  test("a row without r takes its number from its cells", () => {
    expect(
      readCells(buildSheet('<row><c r="B3"><v>1</v></c><c r="C3"><v>2</v></c></row><row><c><v>3</v></c></row>')),
    ).toEqual({
      ...{ B3: 1, C3: 2, A4: 3 },
    });
  });

  test("a row's own number goes before that of its cells", () => {
    expect(readCells(buildSheet('<row r="3"><c r="A5"><v>1</v></c></row>'))).toEqual({ A3: 1 });
  });

  test("rows out of order are sorted, and those of one number joined", () => {
    const data =
      '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>' +
      '<row r="3" hidden="1"><c r="B3"><v>4</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    const sheet = readSheet(buildSheet(data));
    expect(sheet.rows.map(({ number, hidden }) => [number, hidden])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(cellsByAddress(sheet)).toEqual({ A1: 1, A2: 2, A3: 3, B3: 4 });
  });

  test("spans, dimension and the order of cells are of no account", () => {
    const xml = `<worksheet xmlns="${main}"><dimension ref="A1:A1"/><sheetData><row r="2" spans="1:1"><c r="C2"><v>3</v></c><c r="A2"><v>1</v></c></row></sheetData></worksheet>`;
    expect(readCells(buildWorkbook({ sheets: [{ xml }] }))).toEqual({ A2: 1, C2: 3 });
  });

  test("small letters and dollar signs in addresses, and the last cell of the grid", () => {
    const data =
      '<row r="2"><c r="b2"><v>1</v></c><c r="$C$2"><v>2</v></c></row><row r="1048576"><c r="XFD1048576"><v>3</v></c></row>';
    expect(readCells(buildSheet(data))).toEqual({ B2: 1, C2: 2, XFD1048576: 3 });
  });

  test.each([
    ['<row r="1048577"><c><v>1</v></c></row>', "1048577"],
    ['<row r="0"><c><v>1</v></c></row>', "0"],
    ['<row r="-3"><c><v>1</v></c></row>', "-3"],
    ['<row r="x"><c><v>1</v></c></row>', "x"],
    ['<row r="1.5"><c><v>1</v></c></row>', "1.5"],
    ['<row r="1"><c r="XFD1"/><c><v>1</v></c></row>', ""],
  ])("%s is outside the grid", (data, where) => {
    expect(readBad(buildSheet(data))).toMatchObject([
      {
        code: "workbook-damaged-part",
        place: { file: "台账.xlsx", sheet: "网站" },
        message: "工作表“网站”的内容已损坏，无法读取",
        actual: `位置“${where}”超出了 Excel 的范围`,
      },
    ]);
  });

  test("an address beyond the grid is no address: the cell follows the one before", () => {
    expect(readCells(buildSheet('<row r="1"><c r="A1"><v>1</v></c><c r="ZZZZZZZZ1"><v>2</v></c></row>'))).toEqual({
      A1: 1,
      B1: 2,
    });
  });
});

describe("hidden rows and sheets", () => {
  test("hidden rows are data", () => {
    const data =
      '<row r="1" hidden="1"><c><v>1</v></c></row><row r="2" hidden="true"><c><v>2</v></c></row><row r="3" hidden="0"><c><v>3</v></c></row>';
    expect(readSheet(buildSheet(data)).rows.map(({ hidden }) => hidden)).toEqual([true, true, false]);
  });

  test("hidden and very hidden sheets are read and marked", () => {
    const workbook = readGood(
      buildWorkbook({
        sheets: [
          { name: "甲", data: one },
          { name: "乙", data: two, attributes: 'state="hidden"' },
          { name: "丙", data: one, attributes: 'state="veryHidden"' },
          { name: "丁", data: one, attributes: 'state="visible"' },
        ],
      }),
    );
    expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["甲", false],
      ["乙", true],
      ["丙", true],
      ["丁", false],
    ]);
  });

  test("sheet names with quotes, blanks, ampersands and escapes", () => {
    const names = ["网站 '主'", "A&amp;B", "&quot;甲&quot;", " 前后 ", "行_x000D_", "𠀀"];
    const workbook = readGood(buildWorkbook({ sheets: names.map((name) => ({ name, data: one })) }));
    expect(workbook.file).toBe("台账.xlsx");
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["网站 '主'", "A&B", '"甲"', " 前后 ", "行\n", "𠀀"]);
  });
});

describe("archives", () => {
  test("the form for files beyond 4 GiB", () => {
    expect(readCells(buildZip64(workbookParts({ sheets: [{ data: one }] })))).toEqual({ A1: 1 });
  });

  test("parts that are not compressed, a comment at the end, and bytes that belong to no part", () => {
    const stored = zipSync(workbookParts({ sheets: [{ data: one }] }), { level: 0 });
    expect(readCells(stored)).toEqual({ A1: 1 });
    const comment = Buffer.from("PK\u0005\u0006 注");
    const commented = Buffer.concat([stored, comment]);
    commented.writeUInt16LE(comment.length, stored.length - 2);
    expect(readCells(new Uint8Array(commented))).toEqual({ A1: 1 });
  });

  test("a workbook in the middle of a larger buffer", () => {
    const bytes = buildSheet(one);
    const larger = new Uint8Array(bytes.length + 20).fill(80);
    larger.set(bytes, 7);
    expect(readCells(larger.subarray(7, 7 + bytes.length))).toEqual({ A1: 1 });
  });
});

describe("parts", () => {
  test("sheets are in the workbook's order, whatever their parts are called", () => {
    const parts = workbookParts({ sheets: [{ name: "甲" }, { name: "乙" }] });
    delete parts["xl/worksheets/sheet1.xml"];
    delete parts["xl/worksheets/sheet2.xml"];
    const sheet = (data: string): Uint8Array =>
      strToU8(`<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`);
    parts["xl/worksheets/b.xml"] = sheet(one);
    parts["sheets/a 1.xml"] = sheet(two);
    parts["xl/_rels/workbook.xml.rels"] = strToU8(
      relationshipPart([
        ["rId2", `${relationships}/worksheet`, "../sheets/a%201.xml"],
        ["rId1", `${relationships}/worksheet`, "./worksheets/b.xml"],
      ]),
    );
    expect(readGood(zipParts(parts)).sheets.map((read) => [read.name, cellsByAddress(read)])).toEqual([
      ["甲", { A1: 1 }],
      ["乙", { A1: 2 }],
    ]);
  });

  test("absolute targets, other letters' case and a main part of another name", () => {
    const parts = workbookParts({
      sheets: [{ data: '<row><c t="s"><v>0</v></c></row>' }],
      sharedStrings: "<si><t>甲</t></si>",
    });
    const renamed: Record<string, Uint8Array> = {
      "_rels/.rels": strToU8(relationshipPart([["rId1", `${relationships}/officeDocument`, "/XL/Book.xml"]])),
      "xl/book.xml": parts["xl/workbook.xml"]!,
      "xl/_rels/book.xml.rels": strToU8(
        relationshipPart([
          ["rId1", `${relationships}/worksheet`, "/xl/worksheets/sheet1.xml"],
          ["rId2", `${relationships}/sharedStrings`, "/xl/sharedstrings.xml"],
        ]),
      ),
      "xl/Worksheets/Sheet1.XML": parts["xl/worksheets/sheet1.xml"]!,
      "xl/SharedStrings.xml": parts["xl/sharedStrings.xml"]!,
    };
    expect(readCells(zipParts(renamed))).toEqual({ A1: "甲" });
  });

  test("names with backslashes or a leading slash", () => {
    const parts = Object.entries(workbookParts({ sheets: [{ data: one }] }));
    expect(
      readCells(zipParts(Object.fromEntries(parts.map(([name, content]) => [name.replaceAll("/", "\\"), content])))),
    ).toEqual({ A1: 1 });
    expect(readCells(zipParts(Object.fromEntries(parts.map(([name, content]) => [`/${name}`, content]))))).toEqual({
      A1: 1,
    });
  });

  test("content types, package relationships, shared strings and styles may be missing", () => {
    const bytes = buildSheet('<row><c s="3"><v>45473</v></c></row>', {
      parts: {
        "[Content_Types].xml": undefined,
        "_rels/.rels": undefined,
        "xl/sharedStrings.xml": undefined,
        "xl/styles.xml": undefined,
      },
    });
    expect(readCells(bytes)).toEqual({ A1: 45473 });
  });

  test("chart sheets, dialog sheets and macro sheets are passed over", () => {
    const types = ["worksheet", "chartsheet", "dialogsheet", "worksheet"];
    const bytes = buildWorkbook({
      sheets: ["甲", "图", "框", "乙"].map((name) => ({ name, data: one })),
      parts: {
        "xl/worksheets/sheet2.xml": "<chartsheet/>",
        "xl/worksheets/sheet3.xml": "<dialogsheet/>",
        "xl/_rels/workbook.xml.rels": relationshipPart(
          types.map((type, index) => [
            `rId${String(index + 1)}`,
            `${relationships}/${type}`,
            `worksheets/sheet${String(index + 1)}.xml`,
          ]),
        ),
      },
    });
    expect(readGood(bytes).sheets.map(({ name }) => name)).toEqual(["甲", "乙"]);
  });

  test("comments, pictures, external links and pivot caches are not even opened", () => {
    const bytes = buildWorkbook({
      sheets: [{ data: one }],
      parts: {
        "xl/comments1.xml": "<comments>&undefined;",
        "xl/media/image1.png": new Uint8Array([1, 2, 3]),
        "xl/externalLinks/externalLink1.xml": "<broken",
        "xl/pivotCache/pivotCacheDefinition1.xml": "<broken",
        "xl/calcChain.xml": "<broken",
        "xl/vbaProject.bin": new Uint8Array(10),
      },
    });
    expect(readCells(bytes)).toEqual({ A1: 1 });
  });

  test("elements of drawings and extensions inside a sheet are no rows", () => {
    const after =
      '<controls><control><controlPr><anchor><from><row>5</row><c r="A9"><v>9</v></c></from></anchor></controlPr></control></controls>' +
      '<extLst><ext><x14:conditionalFormattings><x14:row r="7"><x14:c><v>1</v></x14:c></x14:row></x14:conditionalFormattings></ext></extLst>';
    expect(
      readCells(
        buildSheet("<row><c><v>1</v><extLst><ext><v>8</v><c><v>9</v></c></ext></extLst></c><c><v>2</v></c></row>", {
          after,
        }),
      ),
    ).toMatchObject({ A1: 1 });
    expect(readCells(buildSheet(one, { after }))).toEqual({ A1: 1 });
  });
});

describe("namespaces", () => {
  const prefix = (xml: string, name: string): string =>
    xml.replace(/<(\/?)(?=[a-zA-Z])/gu, `<$1${name}:`).replace("xmlns=", `xmlns:${name}=`);

  test("elements with a prefix are the same elements", () => {
    const parts = workbookParts({
      sheets: [
        {
          data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>45473</v></c><c r="D1" t="inlineStr"><is><r><t>乙</t></r></is></c></row>',
          after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
        },
      ],
      sharedStrings: "<si><t>甲</t></si>",
      formats: [14],
    });
    for (const name of Object.keys(parts)) {
      const xml = Buffer.from(parts[name]!).toString("utf8");
      parts[name] = strToU8(prefix(xml, "x").replaceAll("r:id", "rel:id").replaceAll("xmlns:r=", "xmlns:rel="));
    }
    expect(readCells(zipParts(parts))).toEqual({ A1: "甲", B1: "甲", C1: date(2024, 6, 30), D1: "乙" });
  });

  test("the strict form of Office Open XML", () => {
    const strict = "http://purl.oclc.org/ooxml";
    const parts = workbookParts({
      sheets: [{ data: '<row r="1"><c r="A1" s="1" t="d"><v>2024-06-30</v></c><c r="B1" t="s"><v>0</v></c></row>' }],
      sharedStrings: "<si><t>甲</t></si>",
      formats: [14],
    });
    for (const name of Object.keys(parts)) {
      parts[name] = strToU8(
        Buffer.from(parts[name]!)
          .toString("utf8")
          .replaceAll(main, `${strict}/spreadsheetml/main`)
          .replaceAll(relationships, `${strict}/officeDocument/relationships`),
      );
    }
    expect(readCells(zipParts(parts))).toEqual({ A1: date(2024, 6, 30), B1: "甲" });
  });
});

describe("sheets made to be slow", () => {
  test("50,000 empty formatted rows and a whole-column validation leave nothing behind in memory", () => {
    const empty = Array.from({ length: 50_000 }, (_, index) => {
      const number = String(index + 2);
      return `<row r="${number}" spans="1:8" ht="20" customHeight="1">${"ABCDEFGH".replace(/./gu, `<c r="$&${number}" s="1"/>`)}</row>`;
    });
    const after =
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576 A1:A1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations>';
    const bytes = buildSheet(`${one}${empty.join("")}`, { after, formats: [14] });
    const before = process.memoryUsage().heapUsed;
    const sheet = readSheet(bytes);
    expect(sheet.rows).toHaveLength(1);
    globalThis.gc?.();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150 * 1024 * 1024);
  });

  test("a part that several sheets name is read for the first only", () => {
    const bytes = buildWorkbook({
      sheets: [{ name: "甲", data: one }, { name: "乙" }],
      parts: {
        "xl/_rels/workbook.xml.rels": relationshipPart([
          ["rId1", `${relationships}/worksheet`, "worksheets/sheet1.xml"],
          ["rId2", `${relationships}/worksheet`, "worksheets/SHEET1.xml"],
        ]),
      },
    });
    expect(readBad(bytes)).toMatchObject([{ code: "workbook-missing-part", place: { sheet: "乙" } }]);
  });
});
