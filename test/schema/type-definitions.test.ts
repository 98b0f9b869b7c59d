import { describe, expect, test } from "vitest";
import { complaints, composeInMemory } from "../edition/compose-in-memory.js";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";

/** What is said about the example's type with something replaced, without places. */
async function faults(from: string, to: string): Promise<string[]> {
  expect(exampleType).toContain(from);
  return (await complaints({ type: exampleType.replace(from, () => to) })).map(
    (complaint) => complaint.split(" ")[0] ?? "",
  );
}

describe("a type whose declarations contradict each other is refused, not only its first edition", () => {
  test.each([
    [
      "a default that the column would refuse",
      "必填: 是}\n    主键",
      "必填: 是, 缺省: 良好}\n    主键",
      "value-not-choice",
    ],
    [
      "a default that the field would refuse",
      "  联系单位: {类型: 文本,",
      "  联系单位: {类型: 日期, 缺省: 年底,",
      "value-not-date",
    ],
    ["a default out of range", "检查数: {类型: 整数,", "检查数: {类型: 整数, 最小: 5, 缺省: 3,", "value-too-small"],
    [
      "limits the wrong way round",
      "检查数: {类型: 整数,",
      "检查数: {类型: 整数, 最小: 5, 最大: 3,",
      "type-limits-reversed",
    ],
    ["a total of texts", "{标题: 结果}]", "{标题: 结果}]\n          合计: {求和: [结果]}", "type-column-not-number"],
    [
      "a total of running numbers",
      "列: [{标题: 序号, 序号: 逐行}",
      "合计: {求和: [号]}\n          列: [{标题: 类型}, {标题: 号, 序号: 逐行}",
      "type-column-not-number",
    ],
    ["a rank by texts", "{标题: 结果}]", "{标题: 名次, 排名: {按: 名称}}]", "type-column-not-number"],
    [
      "an order of values that do not exist",
      "{标题: 结果}]",
      "{标题: 结果}]\n          排序: [{列: 结果, 次序: [合格, 合挌]}]",
      "type-unknown-order",
    ],
    ["a column without width", "{标题: 结果}]", "{标题: 结果, 宽: 0}]", "field-number-range"],
    ["a column of negative width", "{标题: 结果}]", "{标题: 结果, 宽: -2}]", "field-number-range"],
    [
      "a reference to a column that does not exist",
      "单位: {必填: 是}",
      "单位: {引用: {数据表: 账号, 列: 名}}",
      "type-unknown-column",
    ],
    [
      "a reference to a table that does not exist",
      "单位: {必填: 是}",
      "单位: {引用: {数据表: 区域, 列: 名称}}",
      "type-unknown-dataset",
    ],
    ["a key that is no column", "主键: [单位, 类型, 名称]", "主键: [单位, 名字]", "type-unknown-column"],
    [
      "a sorting column that does not exist",
      "{标题: 结果}]",
      "{标题: 结果}]\n          排序: [{列: 成绩}]",
      "type-unknown-column",
    ],
    [
      "a total of a column that is not shown",
      "{标题: 结果}]",
      "{标题: 结果}]\n          合计: {求和: [得分]}",
      "type-unknown-column",
    ],
  ])("%s", async (_, from, to, code) => {
    expect(await faults(from, to)).toEqual([code]);
  });

  test("a table or a fact with the name of an element", async () => {
    expect(await faults("  地区:\n", "  期间:\n")).toContain("type-name-repeated");
    expect(
      (await complaints({ type: `${exampleType}事实:\n  主送: 行数 账号\n` })).map((one) => one.split(" ")[0]),
    ).toEqual(["type-name-repeated"]);
  });

  test("a key that names a column twice means it once", async () => {
    const type = exampleType.replace("主键: [单位, 类型, 名称]", "主键: [名称, 名称]");
    const { document } = await composeInMemory({ type });
    const attachment = document?.children.find((block) => block.type === "attachment");
    expect(attachment?.children.find((block) => block.type === "table")?.key).toEqual([2]);
  });
});

describe("defaults", () => {
  test("stand in for what was left out, in fields and in cells", async () => {
    const type = exampleType
      .replace("联系单位: {类型: 文本", "联系单位: {类型: 文本, 缺省: 市府办")
      .replace("检查数: {类型: 整数, 必填: 是}", "检查数: {类型: 整数, 缺省: 0}");
    const circular = exampleCircular.replace("{名称: 乙市, 检查数: 5}", "{名称: 乙市}");
    const { document, diagnostics } = await composeInMemory({
      type,
      circular,
      body: "{{联系单位}}{{合计 地区 检查数}}",
    });
    expect(diagnostics).toEqual([]);
    expect(document?.children.find((block) => block.type === "paragraph")?.children.map(({ value }) => value)).toEqual([
      "市府办",
      "25",
    ]);
  });
});
