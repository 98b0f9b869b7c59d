import { describe, expect, test } from "vitest";
import type { CellValue } from "../../src/input/workbook.js";
import { buildSheet } from "./xlsx/build-workbook.js";
import { date, readBad, readCells, readSheet } from "./xlsx/reading.js";

const cellsOfRow = (...cells: string[]): CellValue[] =>
  Object.values(readCells(buildSheet(`<row>${cells.join("")}</row>`)));

const withoutValue = (formula: string): CellValue => ({ kind: "formulaWithoutValue", formula });

describe("booleans and errors", () => {
  test("booleans", () => {
    expect(
      cellsOfRow(
        '<c t="b"><v>1</v></c>',
        '<c t="b"><v>0</v></c>',
        '<c t="b"><v>true</v></c>',
        '<c t="b"><v>FALSE</v></c>',
      ),
    ).toEqual([true, false, true, false]);
  });

  test.each(["#N/A", "#REF!", "#DIV/0!", "#NAME?", "#VALUE!", "#NULL!", "#NUM!", "#SPILL!"])("error %s", (error) => {
    expect(cellsOfRow(`<c t="e"><v>${error}</v></c>`, `<c t="e"><f>1/0</f><v>${error}</v></c>`)).toEqual([
      { kind: "error", error },
      { kind: "error", error },
    ]);
  });
});

describe("formulas", () => {
  test("the stored result counts, whatever its type", () => {
    expect(
      cellsOfRow(
        "<c><f>6*7</f><v>42</v></c>",
        '<c t="str"><f>A1&amp;"个"</f><v>42个</v></c>',
        '<c t="b"><f>A1>0</f><v>1</v></c>',
        '<c t="s"><f>B1</f><v>0</v></c>'.replace('t="s"', 't="str"'),
      ),
    ).toEqual([42, "42个", true, "0"]);
  });

  test("stored results of 0, empty text and FALSE are results", () => {
    const sheet = readSheet(
      buildSheet(
        '<row><c><f>A9</f><v>0</v></c><c t="b"><f>A9>1</f><v>0</v></c><c t="str"><f>IF(TRUE,"")</f><v></v></c><c t="str"><f>T(A9)</f><v/></c><c><v>1</v></c></row>',
      ),
    );
    expect([...(sheet.rows[0]?.cells ?? [])]).toEqual([0, false, undefined, undefined, 1]);
  });

  test("a stored result is used with its format, also if it comes from another workbook", () => {
    const cells = '<row><c s="1"><f>[1]Sheet1!$A$1</f><v>45473</v></c><c s="2"><f>A1/B1</f><v>0.5</v></c></row>';
    expect(readCells(buildSheet(cells, { formats: [31, 10] }))).toEqual({
      A1: date(2024, 6, 30),
      B1: { kind: "percent", value: 0.5 },
    });
  });

  test("a formula without a stored result is never 0", () => {
    expect(
      cellsOfRow(
        "<c><f>SUM(A2:A9)</f></c>",
        "<c><f>SUM(A2:A9)</f><v></v></c>",
        "<c><f>A1&amp;&quot;&lt;&quot;</f><v/></c>",
        '<c t="str"><f>T(A2)</f></c>',
        '<c t="b"><f>A1>0</f><v/></c>',
        '<c t="e"><f>NA()</f><v/></c>',
        '<c t="n"><f>1+1</f><v/></c>',
      ),
    ).toEqual(["SUM(A2:A9)", "SUM(A2:A9)", 'A1&"<"', "T(A2)", "A1>0", "NA()", "1+1"].map(withoutValue));
  });

  test("formulas that are filled down share their text and have their own results", () => {
    const cells =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row>' +
      '<row r="3"><c r="A3"><f t="shared" si="0"/></c></row>';
    expect(readCells(buildSheet(cells))).toEqual({ A1: 2, A2: 4, A3: withoutValue("") });
  });

  test("cells that an array formula fills have its results", () => {
    const cells =
      '<row r="1"><c r="A1"><f t="array" ref="A1:B2">C1:D2*2</f><v>2</v></c><c r="B1"><v>4</v></c></row>' +
      '<row r="2"><c r="A2"><v>6</v></c><c r="B2"><v>8</v></c></row>';
    expect(readCells(buildSheet(cells))).toEqual({ A1: 2, B1: 4, A2: 6, B2: 8 });
  });

  test("cells that an array formula would fill but has not are as much without value as the formula", () => {
    const cells =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">C1:C2*2</f></c><c r="B1"/></row>' +
      '<row r="2"><c r="A2" s="0"/><c r="B2"/></row><row r="3"><c r="A3"/></row>';
    expect(readCells(buildSheet(cells))).toEqual({ A1: withoutValue("C1:C2*2"), A2: withoutValue("C1:C2*2") });
  });
});

describe("cells that hold nothing", () => {
  test("formats alone are nothing, and rows of them are left out", () => {
    const sheet = readSheet(
      buildSheet(
        '<row r="1" s="1" customFormat="1"/><row r="2"><c r="A2" s="1"/><c r="B2" s="1" t="s"/><c r="C2" t="inlineStr"><is/></c><c r="D2"><v/></c><c r="E2" t="s"><v></v></c></row><row r="3"><c r="A3"><v>1</v></c></row>',
      ),
    );
    expect(sheet.rows).toEqual([{ number: 3, hidden: false, cells: [1] }]);
  });

  test("a sheet of nothing has no rows", () => {
    expect(readSheet(buildSheet(""))).toMatchObject({ rows: [], merges: [], coveredValues: [] });
  });
});

describe("texts that are missing", () => {
  test("are reported once, at the first cell, with how many there are", () => {
    const cells =
      '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>7</v></c></row><row r="3"><c r="A3" t="s"><v>-1</v></c><c r="B3" t="s"><v>x</v></c></row>';
    expect(readBad(buildSheet(cells, { sharedStrings: "<si><t>甲</t></si>" }))).toEqual([
      {
        code: "workbook-missing-text",
        severity: "error",
        place: { file: "台账.xlsx", sheet: "网站", cell: "C2" },
        message: "有 3 个单元格的文字在文件里找不到",
        hint: "文件可能已损坏，或由不规范的软件生成：用 Excel 打开文件，核对并补全内容后另存为新的 .xlsx 文件再试",
      },
    ]);
  });
});
