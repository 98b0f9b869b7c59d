import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Workbook } from "../../src/input/workbook.js";
import { requireProgram, requirePythonModule, systemPython } from "../outside.js";
import { cellsByAddress, date, readBad, readGood } from "./xlsx/reading.js";

/** Workbooks written by programs that are not ours, with the values that went into them. */
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tongbao-xlsx-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const sheetNamed = (workbook: Workbook, name: string): Workbook["sheets"][number] => {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** The workbook that exceljs writes in the tests below. */
async function exceljsWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("网站 '甲' & 乙");
  sheet.addRow(["标题"]);
  sheet.mergeCells("A1:F1");
  sheet.addRow(["文字", "数", "日期", "比率", "布尔", "公式"]);
  sheet.addRow([
    "  前后\n两行 <&> ",
    114.3,
    new Date(Date.UTC(2024, 5, 30)),
    0.988,
    true,
    { formula: "B3*2", result: 228.6 },
  ]);
  sheet.addRow([
    { richText: [{ text: "潮州 ", font: { bold: true } }, { text: "发布" }] },
    12345678901234568,
    new Date(Date.UTC(2024, 5, 30, 10, 30)),
    1,
    false,
    { formula: "B4*2" },
  ]);
  // exceljs leaves this escaping to its caller.
  sheet.addRow([
    "_x005F_x000D_",
    0,
    new Date(Date.UTC(1900, 2, 1)),
    0,
    { error: "#N/A" },
    { formula: "A9", result: 0 },
  ]);
  sheet.addRow([{ text: "链接", hyperlink: "https://example.com/" }, -1e-7]);
  sheet.getRow(6).hidden = true;
  for (const row of [3, 4, 5]) {
    sheet.getCell(row, 3).numFmt = row === 4 ? "yyyy-mm-dd hh:mm" : 'yyyy"年"m"月"d"日"';
    sheet.getCell(row, 4).numFmt = "0.0%";
  }
  sheet.getCell("A2").note = "批注不是数据";
  sheet.getCell("E2").dataValidation = { type: "list", formulae: ['"是,否"'] };
  sheet.mergeCells("B8:B10");
  sheet.getCell("B8").value = "竖";
  sheet.getCell("A10").value = "尾";
  workbook.addWorksheet("隐藏", { state: "hidden" }).addRow(["藏"]);
  workbook.addWorksheet("深藏", { state: "veryHidden" });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function expectExceljsValues(workbook: Workbook, formulaWithoutValue: unknown): void {
  const sheet = sheetNamed(workbook, "网站 '甲' & 乙");
  expect(cellsByAddress(sheet)).toEqual({
    ...Object.fromEntries(["A1", "B1", "C1", "D1", "E1", "F1"].map((cell) => [cell, "标题"])),
    ...{ A2: "文字", B2: "数", C2: "日期", D2: "比率", E2: "布尔", F2: "公式" },
    ...{ A3: "  前后\n两行 <&> ", B3: 114.3, C3: date(2024, 6, 30), D3: { kind: "percent", value: 0.988 } },
    ...{ E3: true, F3: 228.6 },
    ...{ A4: "潮州 发布", C4: date(2024, 6, 30, 10, 30, 0), D4: { kind: "percent", value: 1 } },
    ...{ B4: { kind: "longNumber", text: expect.stringMatching(/^1234567890123456[78]$|^12345678901234600$/u) } },
    ...{ E4: false, F4: formulaWithoutValue },
    ...{ A5: "_x000D_", B5: 0, C5: date(1900, 3, 1), D5: { kind: "percent", value: 0 } },
    ...{ E5: { kind: "error", error: "#N/A" }, F5: 0 },
    ...{ A6: "链接", B6: -1e-7 },
    ...{ B8: "竖", B9: "竖", B10: "竖", A10: "尾" },
  });
  expect(sheet.rows.filter(({ hidden }) => hidden).map(({ number }) => number)).toEqual([6]);
  expect(workbook.sheets.map(({ hidden }) => hidden)).toEqual([false, true, true]);
  expect(cellsByAddress(sheetNamed(workbook, "隐藏"))).toEqual({ A1: "藏" });
}

describe("exceljs", () => {
  test("what it writes is read back", async () => {
    expectExceljsValues(readGood(await exceljsWorkbook()), { kind: "formulaWithoutValue", formula: "B4*2" });
  });

  test("its streaming writer, with inline and with shared strings", async () => {
    for (const useSharedStrings of [true, false]) {
      const filename = join(folder, `stream-${String(useSharedStrings)}.xlsx`);
      const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useSharedStrings, useStyles: true });
      const sheet = writer.addWorksheet("网站");
      sheet.addRow(["甲 ", 1, new Date(Date.UTC(2024, 5, 30))]).getCell(3).numFmt = "yyyy/m/d";
      sheet.addRow(["甲 ", "乙"]);
      sheet.commit();
      await writer.commit();
      expect(cellsByAddress(readGood(readFileSync(filename)).sheets[0]!)).toEqual({
        ...{ A1: "甲 ", B1: 1, C1: date(2024, 6, 30) },
        ...{ A2: "甲 ", B2: "乙" },
      });
    }
  });
});

describe("openpyxl", () => {
  test("what it writes is read back", (context) => {
    requirePythonModule("openpyxl", context);
    const path = join(folder, "openpyxl.xlsx");
    python(
      `
import datetime, sys
from openpyxl import Workbook
from openpyxl.comments import Comment
book = Workbook()
sheet = book.active
sheet.title = "新媒体"
sheet.append(["标题"])
sheet.merge_cells("A1:C1")
sheet.append(["  前后 ", 0.1 + 0.2, datetime.date(2024, 6, 30), datetime.datetime(2024, 6, 30, 23, 59, 59), datetime.time(10, 30), 0.988])
sheet["F2"].number_format = "0.0%"
sheet.append([True, False, "=SUM(B2:B2)", "#REF!", None, "１２３"])
sheet["C4"] = "一\\n二"
sheet["D4"] = datetime.timedelta(hours=30)
sheet["E4"] = 45473
sheet["E4"].number_format = '[$-804]yyyy"年"m"月"d"日";@'
sheet["F4"].comment = Comment("批注", "甲")
sheet.row_dimensions[3].hidden = True
sheet.column_dimensions["B"].hidden = True
hidden = book.create_sheet("隐藏")
hidden.sheet_state = "hidden"
book.create_chartsheet("图")
book.save(sys.argv[1])
`,
      path,
    );
    const workbook = readGood(readFileSync(path));
    const sheet = sheetNamed(workbook, "新媒体");
    expect(cellsByAddress(sheet)).toEqual({
      ...{ A1: "标题", B1: "标题", C1: "标题" },
      ...{ A2: "  前后 ", B2: 0.3, C2: date(2024, 6, 30), D2: date(2024, 6, 30, 23, 59, 59) },
      ...{ E2: { kind: "time", hour: 10, minute: 30, second: 0 }, F2: { kind: "percent", value: 0.988 } },
      ...{ A3: true, B3: false, C3: { kind: "formulaWithoutValue", formula: "SUM(B2:B2)" } },
      ...{ D3: { kind: "error", error: "#REF!" }, F3: "１２３" },
      C4: "一\n二",
      ...{ D4: 1.25, E4: date(2024, 6, 30) },
    });
    expect(sheet.rows.map(({ hidden }) => hidden)).toEqual([false, false, true, false]);
    expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["新媒体", false],
      ["隐藏", true],
    ]);
  });

  test("the 1904 date system and ISO dates", (context) => {
    requirePythonModule("openpyxl", context);
    for (const [name, setting] of [
      ["mac", "from openpyxl.utils.datetime import CALENDAR_MAC_1904; book.epoch = CALENDAR_MAC_1904"],
      ["iso", "book.iso_dates = True"],
    ] as const) {
      const path = join(folder, `${name}.xlsx`);
      python(
        `
import datetime, sys
from openpyxl import Workbook
book = Workbook()
${setting}
book.active.append([datetime.date(2024, 6, 30), datetime.datetime(2024, 6, 30, 10, 30), datetime.time(10, 30)])
book.save(sys.argv[1])
`,
        path,
      );
      expect(cellsByAddress(readGood(readFileSync(path)).sheets[0]!)).toEqual({
        A1: date(2024, 6, 30),
        B1: date(2024, 6, 30, 10, 30, 0),
        C1: { kind: "time", hour: 10, minute: 30, second: 0 },
      });
    }
  });
});

describe("LibreOffice", () => {
  test("what it makes of a workbook has the same values, and results for all formulas", async (context) => {
    requireProgram("soffice", context);
    const converted = convert(await exceljsWorkbook(), "xlsx:Calc MS Excel 2007 XML");
    expectExceljsValues(readGood(converted), expect.objectContaining({ kind: "longNumber" }));
  });

  test("old, OpenDocument and web formats named .xlsx are told apart", async (context) => {
    requireProgram("soffice", context);
    const workbook = await exceljsWorkbook();
    expect(readBad(convert(workbook, "xls")).map(({ code }) => code)).toEqual(["workbook-old-format"]);
    expect(readBad(convert(workbook, "ods")).map(({ code }) => code)).toEqual(["workbook-is-other-spreadsheet"]);
    expect(readBad(convert(workbook, "html")).map(({ message }) => message)).toEqual([
      "文件内容是网页（HTML），不是 .xlsx 工作簿",
    ]);
  });

  function convert(bytes: Uint8Array, format: string): Uint8Array {
    const source = join(folder, "source", "book.xlsx");
    const target = join(folder, "converted");
    rmSync(target, { recursive: true, force: true });
    mkdirSync(join(folder, "source"), { recursive: true });
    writeFileSync(source, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const run = spawnSync("soffice", [profile, "--headless", "--convert-to", format, "--outdir", target, source], {
      encoding: "utf8",
    });
    expect(run.status, run.stderr).toBe(0);
    return readFileSync(join(target, `book.${format.split(":")[0]!}`));
  }
});

function python(script: string, ...args: string[]): void {
  const run = spawnSync(systemPython, ["-c", script, ...args], { encoding: "utf8" });
  expect(run.status, run.stderr).toBe(0);
}
