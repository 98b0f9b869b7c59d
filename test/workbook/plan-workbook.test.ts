import { describe, expect, test } from "vitest";
import { planWorkbook } from "../../src/workbook/plan-workbook.js";
import type { SheetColumn } from "../../src/workbook/workbook-form.js";
import { formOf, typeFrom, typeWithTables } from "./sample-type.js";

const tables = `
  单位:
    列:
      名称: {必填: 是, 唯一: 是, 示例: 市教育局}
      分组: {类型: 选项, 取值: [甲组, 乙组]}
    主键: 名称
  检查:
    说明: 每次检查一行
    列:
      单位: {必填: 是, 引用: {数据表: 单位, 列: 名称}, 别名: [受检单位], 说明: 用全称}
      协办: {引用: {数据表: 单位, 列: 名称, 级别: 警告}}
      涉及: {类型: 列表, 引用: {数据表: 单位, 列: 名称}}
      次数: {类型: 整数, 必填: 是, 最小: 0, 最大: 99}
      得分: {类型: 数值, 小数位: 2}
      比例: {类型: 百分比}
      日期: {类型: 日期, 必填: 是}
      结果: {类型: 选项, 取值: [合格, 不合格], 取值别名: {√: 合格}, 必填: 是}
      公开: {类型: 是否}
      编号: {类型: 编码, 格式: '\\d{4}', 格式说明: 4位数字，如 0012}
      备用: {必填: 是, 缺省: 无}
    主键: [单位, 日期]
`;
const form = formOf(typeWithTables(tables));
const sheet = form.sheets[1]!;

function column(heading: string): SheetColumn {
  const found = sheet.columns.find((candidate) => candidate.heading === heading);
  if (found === undefined) throw new Error(heading);
  return found;
}

test("each table has its sheet, and the guide comes by itself", () => {
  expect(form.sheets.map(({ name }) => name)).toEqual(["单位", "检查"]);
  expect(form.guide.name).toBe("填表说明");
  expect(sheet.title).toBe("检查：每次检查一行");
});

test("a 序号 that is never read comes before the columns, and its example cell marks the row", () => {
  expect(sheet.columns[0]).toMatchObject({ heading: "序号", required: false });
  expect(sheet.example[0]).toBe("示例");
  expect(sheet.readColumns).toEqual({ first: 1, last: 11 });
});

test("a table with a 序号 of its own has no second one, and the mark is in its first column", () => {
  for (const columns of ["序号: {类型: 整数, 必填: 是}\n      名称: {}", "名称: {}\n      编号: {别名: 序号}"]) {
    const [only] = formOf(typeWithTables(`  表:\n    列:\n      ${columns}\n`)).sheets;
    expect(only?.columns).toHaveLength(2);
    expect(only?.example[0]).toMatch(/^示例：/u);
    expect(only?.readColumns.first).toBe(0);
  }
});

describe("what may be typed", () => {
  test("choices are offered, and only they are accepted unless there are other spellings", () => {
    expect(column("结果").rule).toMatchObject({ kind: "choices", values: ["合格", "不合格"], strict: false });
    expect(form.sheets[0]?.columns[2]?.rule).toMatchObject({ kind: "choices", values: ["甲组", "乙组"], strict: true });
    expect(column("公开").rule).toMatchObject({ kind: "choices", values: ["是", "否"] });
  });

  test("a reference offers the column that it refers to; a doubtful one may be insisted on", () => {
    expect(column("单位").rule).toMatchObject({ kind: "valuesOfSheet", sheet: "单位", column: 1, strict: true });
    expect(column("协办").rule).toMatchObject({ kind: "valuesOfSheet", strict: false });
  });

  test("a list is free: no drop-down could offer several at once", () => {
    expect(column("涉及").rule).toBeUndefined();
  });

  test("numbers and dates are held to their kind and their bounds", () => {
    expect(column("次数").rule).toMatchObject({ kind: "number", whole: true, minimum: 0, maximum: 99, strict: true });
    expect(column("得分").rule).toMatchObject({ kind: "number", whole: false });
    expect(column("日期").rule).toMatchObject({ kind: "date", strict: true });
  });

  test("choices that are too long, or hold a comma, stand in the hidden list", () => {
    const many = Array.from({ length: 60 }, (_, index) => `第${String(index + 1)}类问题`);
    const type = typeWithTables(
      `  表:\n    列:\n      类别: {类型: 选项, 取值: [${many.join(", ")}]}\n      词: {类型: 选项, 取值: ["甲,乙", 丙]}\n`,
    );
    const { sheets, choices } = formOf(type);
    expect(choices.lists).toEqual([many, ["甲,乙", "丙"]]);
    expect(sheets[0]?.columns[1]?.rule).toMatchObject({ kind: "choicesInList", list: 0 });
    expect(sheets[0]?.columns[2]?.rule).toMatchObject({ kind: "choicesInList", list: 1 });
  });
});

test("formats keep what is typed: codes, texts and lists as text, dates as dates", () => {
  const formats = Object.fromEntries(sheet.columns.map(({ heading, format }) => [heading, format]));
  expect(formats).toMatchObject({
    单位: "text",
    涉及: "text",
    次数: { decimals: 0 },
    得分: { decimals: 2 },
    比例: "general",
    日期: "date",
    结果: "text",
    编号: "text",
  });
});

test("a required column must be filled unless an empty cell means something", () => {
  expect(column("单位")).toMatchObject({ required: true, mustBeFilled: true });
  expect(column("备用")).toMatchObject({ required: true, mustBeFilled: false });
  expect(column("协办")).toMatchObject({ required: false, mustBeFilled: false });
});

test("the note on a heading says what it is for, what is required and what else it may be called", () => {
  expect(column("单位").note).toBe(
    "单位（必填）\n说明：用全称\n要求：文字；必须是“单位”表“名称”一列里有的；与其他几列合在一起不得重复\n表头也可以写成：受检单位",
  );
  expect(column("编号").note).toContain("编码，按文本填写，一位也不能少；格式：4位数字，如 0012");
});

test("examples fit their columns, and a reference shows what the other table's example shows", () => {
  const examples = Object.fromEntries(sheet.columns.map(({ heading }, index) => [heading, sheet.example[index]]));
  expect(examples).toMatchObject({
    单位: "市教育局",
    次数: 1,
    得分: 98.5,
    比例: 98.8,
    日期: { year: 2024, month: 6, day: 30 },
    结果: "合格",
    公开: true,
    编号: "0012",
  });
});

test("rows that are there already are numbered, and lists become one text", () => {
  const rows = new Map([["检查", [["市教育局", undefined, ["甲", "乙、丙"], 3]]]]);
  const [, filled] = formOf(typeWithTables(tables), { rows, period: "2024年第三季度" }).sheets;
  expect(filled?.rows).toEqual([[1, "市教育局", undefined, "甲，乙、丙", 3]]);
  expect(filled?.title).toBe("2024年第三季度检查：每次检查一行");
});

describe("names of sheets", () => {
  test("a name that Excel does not allow gives way to the next one", () => {
    const type = typeWithTables(`  网站/新媒体:\n    工作表: [网站新媒体]\n    列: {名称: {}}\n`);
    expect(formOf(type).sheets[0]?.name).toBe("网站新媒体");
  });

  test("without any that can be used, the author is told", () => {
    const type = typeWithTables(`  网站/新媒体:\n    列: {名称: {}}\n  ${"长".repeat(32)}:\n    列: {名称: {}}\n`);
    const { form: none, diagnostics } = planWorkbook(type);
    expect(none).toBeUndefined();
    expect(diagnostics.map(({ code, place }) => `${code} ${String(place.line)}`)).toEqual([
      "workbook-sheet-name 5",
      "workbook-sheet-name 7",
    ]);
  });

  test("the program's own sheets never take the name of a table", () => {
    const type = typeWithTables(`  填表说明:\n    列: {名称: {}}\n  选项:\n    工作表: 选项2\n    列: {名称: {}}\n`);
    const { guide, choices, sheets } = formOf(type);
    expect([guide.name, choices.name]).toEqual(["填表说明2", "选项3"]);
    expect(sheets.map(({ name }) => name)).toEqual(["填表说明", "选项"]);
  });
});

test("a type without tables has no workbook", () => {
  const { form: none, diagnostics } = planWorkbook(typeFrom("名称: 示例通报\n标题: 示例\n"));
  expect(none).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(["workbook-without-tables"]);
});

test("the guide tells of every column what belongs there", () => {
  const [, table] = form.guide.tables;
  expect(table?.heading).toBe("工作表“检查”：每次检查一行（“单位”“日期”合在一起不得重复）");
  expect(table?.rows.map(([name, required]) => `${name} ${required}`)).toEqual(
    sheet.columns.slice(1).map(({ heading, required }) => `${heading} ${required ? "必填" : "选填"}`),
  );
  expect(table?.rows.find(([name]) => name === "比例")?.[3]).toBe("百分比，98.8% 填 98.8");
  expect(form.guide.rules.join("")).toContain("合并");
  expect(form.guide.rules.join("")).toContain("编码列");
});
