import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { findSheet } from "../../../src/input/table/find-sheet.js";
import { locateTable } from "../../../src/input/table/locate-table.js";
import { readWorkbook } from "../../../src/input/xlsx/read-workbook.js";

describe("a workbook from Excel, through the port", () => {
  it("gives its table with merged units, two heading rows, a total and a note", async () => {
    const book = new exceljs.Workbook();
    book.addWorksheet("填写说明").addRow(["请逐行填写"]);
    const sheet = book.addWorksheet("政务 新媒体");
    sheet.addRows([
      ["附件2"],
      ["2024年第二季度政务新媒体抽查情况统计表"],
      ["序号", "单位名称", "账号", "", "得分", "结果"],
      ["", "", "类型", "账号\n名称", "", ""],
      [1, "市教育局", "微信", "甲", 90.5, "合格"],
      [2, "市科技局", "微信", "乙", { formula: "40+40", result: 80 }, "合格"],
      ["", "", "微博", "丙", { formula: "1/0", result: { error: "#DIV/0!" } }, "不合格"],
      [],
      ["合计", "", "", "", { formula: "SUM(E5:E7)" }, ""],
      ["注：抽查采样时间截止2024年6月30日。"],
    ]);
    const merged = [
      "A1:F1",
      "A2:F2",
      "A3:A4",
      "B3:B4",
      "C3:D3",
      "E3:E4",
      "F3:F4",
      "A6:A7",
      "B6:B7",
      "A9:B9",
      "A10:F10",
    ];
    for (const range of merged) sheet.mergeCells(range);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());

    const { workbook, diagnostics } = readWorkbook(bytes, "inspection.xlsx");
    expect(diagnostics).toEqual([]);
    if (workbook === undefined) throw new Error("not read");
    const found = findSheet(workbook, ["政务新媒体"]);
    expect(found.diagnostics).toEqual([]);
    if (found.sheet === undefined) throw new Error("not found");

    const columns = ["单位名称", "类型", "账号名称", "得分", "结果"];
    const located = locateTable(
      found.sheet,
      "inspection.xlsx",
      columns.map((name) => ({ name, aliases: [], required: true })),
    );
    expect(located.diagnostics.map(({ code, place }) => [code, place.cell])).toEqual([["cell-error", "E7"]]);
    expect(located.table?.rows.map((row) => [row.source, ...row.cells])).toEqual([
      [5, "市教育局", "微信", "甲", 90.5, "合格"],
      [6, "市科技局", "微信", "乙", 80, "合格"],
      [7, "市科技局", "微博", "丙", { kind: "error", error: "#DIV/0!" }, "不合格"],
    ]);
    expect(located.table?.totals.map((row) => row.source)).toEqual([9]);
  });
});
