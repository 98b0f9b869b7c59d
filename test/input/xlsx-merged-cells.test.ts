import { describe, expect, test } from "vitest";
import type { Sheet } from "../../src/input/workbook.js";
import { buildSheet } from "./xlsx/build-workbook.js";
import { cellsByAddress, readBad, readSheet } from "./xlsx/reading.js";

/** A sheet given as rows of `A1=text`, with merged ranges. */
function sheetOf(
  rows: readonly string[],
  ranges: readonly string[],
  rowAttributes: Record<number, string> = {},
): Uint8Array {
  const byRow = new Map<number, string>();
  for (const item of rows) {
    const [address = "", value] = item.split("=");
    const row = Number(/\d+/u.exec(address)?.[0]);
    const cell = value === undefined ? `<c r="${address}"/>` : `<c r="${address}" t="str"><v>${value}</v></c>`;
    byRow.set(row, `${byRow.get(row) ?? ""}${cell}`);
  }
  const data = [...byRow].map(([row, cells]) => `<row r="${String(row)}" ${rowAttributes[row] ?? ""}>${cells}</row>`);
  const merges = ranges.map((range) => `<mergeCell ref="${range}"/>`);
  return buildSheet(data.join(""), {
    after: `<mergeCells count="${String(merges.length)}">${merges.join("")}</mergeCells>`,
  });
}

const read = (...args: Parameters<typeof sheetOf>): Sheet => readSheet(sheetOf(...args));

describe("merged cells", () => {
  test("every covered cell has the value that is shown", () => {
    const sheet = read(
      ["A1=标题", "B1", "C1", "A2=市局", "B2=甲", "A3", "B3=乙", "A4=县局", "B4=丙"],
      ["A1:C1", "A2:A3"],
    );
    expect(cellsByAddress(sheet)).toEqual({
      ...{ A1: "标题", B1: "标题", C1: "标题" },
      ...{ A2: "市局", B2: "甲", A3: "市局", B3: "乙", A4: "县局", B4: "丙" },
    });
    expect(sheet.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 1, left: 0, bottom: 2, right: 0 },
    ]);
    expect(sheet.coveredValues).toEqual([]);
  });

  test("covered cells without an element of their own are filled too", () => {
    expect(cellsByAddress(read(["A1=标题", "A2=甲", "B2=乙", "C2=丙"], ["A1:C1"]))).toMatchObject({
      B1: "标题",
      C1: "标题",
    });
  });

  test("a value hidden under a merged cell is set apart", () => {
    const sheet = read(["A1=市局", "B1=1", "A2=旧单位", "B2=2"], ["A1:A2"]);
    expect(cellsByAddress(sheet)).toEqual({ A1: "市局", B1: "1", A2: "市局", B2: "2" });
    expect(sheet.coveredValues).toEqual([{ cell: "A2", value: "旧单位", shownCell: "A1" }]);
  });

  test("under an empty merged cell nothing is shown, and a row of nothing else is left out", () => {
    const sheet = read(["A1", "B1=1", "A2=藏", "A3=尾"], ["A1:A2"]);
    expect(cellsByAddress(sheet)).toEqual({ B1: "1", A3: "尾" });
    expect(sheet.rows.map(({ number }) => number)).toEqual([1, 3]);
    expect(sheet.coveredValues).toEqual([{ cell: "A2", value: "藏", shownCell: "A1" }]);
    // The merged cell's own row may not exist at all.
    expect(read(["A2=藏", "A3=尾"], ["A1:A2"]).coveredValues).toEqual([{ cell: "A2", value: "藏", shownCell: "A1" }]);
  });

  test("rows that are only covered come into being as far as there are data", () => {
    const sheet = read(["A2=市局", "B2=甲", "A5", "B9=尾"], ["A2:A7", "B9:B99"], { 5: 'hidden="1"' });
    expect(sheet.rows.map(({ number, hidden }) => [number, hidden])).toEqual([
      ...[
        [2, false],
        [3, false],
        [4, false],
        [5, true],
        [6, false],
        [7, false],
        [9, false],
      ],
    ]);
    expect(cellsByAddress(sheet)).toEqual({
      ...{ A2: "市局", A3: "市局", A4: "市局", A5: "市局", A6: "市局", A7: "市局" },
      ...{ B2: "甲", B9: "尾" },
    });
  });

  test("rows covered by several ranges come into being once", () => {
    const sheet = read(["A1=甲", "B1=乙", "C2=丙", "D6=尾"], ["A1:A5", "B1:B3", "C2:C6"]);
    expect(sheet.rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(cellsByAddress(sheet)).toEqual({
      ...{ A1: "甲", A2: "甲", A3: "甲", A4: "甲", A5: "甲" },
      ...{ B1: "乙", B2: "乙", B3: "乙" },
      ...{ C2: "丙", C3: "丙", C4: "丙", C5: "丙", C6: "丙", D6: "尾" },
    });
  });

  test("a range larger than the sheet is followed as far as there are rows and columns", () => {
    const sheet = read(["A1=全表", "C1=1", "B3=2"], ["A1:XFD1048576"]);
    expect(sheet.rows.map(({ number, cells }) => [number, [...cells]])).toEqual(
      [1, 2, 3].map((number) => [number, ["全表", "全表", "全表"]]),
    );
    expect(sheet.coveredValues).toEqual([
      { cell: "C1", value: "1", shownCell: "A1" },
      { cell: "B3", value: "2", shownCell: "A1" },
    ]);
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1_048_575, right: 16_383 }]);
  });

  test("of overlapping ranges the upper, then the left one stands, whatever their order in the file", () => {
    for (const ranges of [
      ["A1:B2", "B2:C3"],
      ["B2:C3", "A1:B2"],
    ]) {
      const sheet = read(["A1=甲", "B2=乙", "C3=丙"], ranges);
      expect(cellsByAddress(sheet)).toEqual({ A1: "甲", B1: "甲", A2: "甲", B2: "甲", C3: "丙" });
      expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
      expect(sheet.coveredValues).toEqual([{ cell: "B2", value: "乙", shownCell: "A1" }]);
    }
    expect(read(["A1=甲", "A2=乙"], ["A1:A2", "A1:A2", "A1:A9"]).merges).toHaveLength(1);
  });

  test("references that make no range are passed over", () => {
    const ranges = ["A1", "A:B", "", "A0:B1", "A1:ZZZZ9", "A1:A9999999", "1:2", "A1:B2:C3", "甲1:乙2"];
    const sheet = read(["A1=甲", "B2=乙"], ranges);
    expect(cellsByAddress(sheet)).toEqual({ A1: "甲", B2: "乙" });
    expect(sheet.merges).toEqual([]);
  });

  test("corners may be given in any order, with dollar signs and small letters", () => {
    expect(read(["A1=甲", "B2=乙"], ["$b$2:a1"]).merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
  });
});

describe("merged ranges made to be slow", () => {
  test("thousands of overlapping whole-sheet ranges", () => {
    const ranges = Array.from({ length: 20_000 }, (_, index) => `A${String(1 + (index % 7))}:XFD1048576`);
    const rows = Array.from({ length: 200 }, (_, index) => `A${String(index + 1)}=${String(index)}`);
    const sheet = read(rows, ranges);
    expect(sheet.merges).toHaveLength(1);
    expect(sheet.rows).toHaveLength(200);
  }, 10_000);

  test("ranges that fill more cells than a workbook may have are refused", () => {
    const bytes = sheetOf(["A1=全表", "XFD1=1", "A2000=2"], ["A1:XFD1048576"]);
    expect(readBad(bytes)).toEqual([
      {
        code: "workbook-too-many-cells",
        severity: "error",
        place: { file: "台账.xlsx", sheet: "网站" },
        message: "有内容的单元格超过单元格数上限 5000000",
        expected: "全部工作表合计不超过 5000000 个（合并单元格按它盖住的格数算）",
        hint: "把不用的工作表、行和列移到别的工作簿，取消过大的合并单元格后再试；数据确实有这么多时，请调高这个上限",
      },
    ]);
  }, 10_000);

  test("rows that would come into being count as rows", () => {
    const bytes = sheetOf(["A1=甲", "A1000000=乙"], ["B1:B1048576", "A1:A999999"]);
    expect(readBad(bytes).map(({ code }) => code)).toEqual(["workbook-too-many-rows"]);
  }, 10_000);
});
