import { describe, expect, test } from "vitest";
import { checkTree } from "../../src/document/invariants.js";
import { bodyRows, rowLine, tableBuilder, type Item } from "./table-example.js";

const items: readonly Item[] = [
  {
    单位: "子局",
    类型: "微信",
    名称: "一",
    数量: 3,
    得分: 98.5,
    占比: 0.1,
    编码: "0012",
    结果: "好",
    标签: ["红", "黄"],
  },
  { 单位: "子局", 类型: "微信", 名称: "二", 数量: 5, 得分: "合格", 占比: 0.2, 编码: "0013", 结果: "差", 标签: ["红"] },
  { 单位: "子局", 类型: "微博", 名称: "三", 数量: undefined, 得分: 100, 占比: 1.005, 编码: "0014", 结果: "中" },
  {
    单位: "丑局",
    类型: "微博",
    名称: "四",
    数量: 3,
    得分: undefined,
    占比: 0.3,
    编码: "0015",
    结果: "好",
    标签: ["黄"],
  },
];

const rowsOf = async (definition: string, given: readonly Item[] = items): Promise<string[]> => {
  const { table, document, diagnostics } = (await tableBuilder(definition))(given);
  expect(diagnostics).toEqual([]);
  expect(checkTree(document)).toEqual([]);
  return bodyRows(table);
};

describe("records", () => {
  test("show the columns asked for, in their order, with empty cells left empty", async () => {
    expect(await rowsOf("列: [{标题: 名称}, {标题: 数量}, {标题: 单位名称, 取: 单位}]")).toEqual([
      "一｜3｜子局",
      "二｜5｜子局",
      "三｜｜子局",
      "四｜3｜丑局",
    ]);
  });

  test("know the line or row they came from", async () => {
    const { table } = (await tableBuilder("列: [{标题: 名称}]"))(items);
    expect(table.rows.map(({ role, source }) => [role, source])).toEqual(
      [1, 2, 3, 4].map((source) => ["record", source]),
    );
  });

  test("print numbers with the places asked for, rounded exactly, texts as they are, and what to print where there is nothing", async () => {
    expect(await rowsOf('列: [{标题: 占比, 小数位: 2}, {标题: 得分, 小数位: 1, 空值: "—"}, {标题: 标签}]')).toEqual([
      "0.10｜98.5｜红、黄",
      "0.20｜合格｜红",
      "1.01｜100.0｜",
      "0.30｜—｜黄",
    ]);
  });

  test("may be only some of the rows", async () => {
    expect(await rowsOf("行: 筛选 事项 列=数量 大于等于=3\n列: [{标题: 序号, 序号: 逐行}, {标题: 名称}]")).toEqual([
      "1｜一",
      "2｜二",
      "3｜四",
    ]);
  });
});

describe("排序", () => {
  test("is stable and goes by the first key, then by the next", async () => {
    expect(await rowsOf("列: [{标题: 名称}]\n排序: [{列: 数量}]")).toEqual(["一", "四", "二", "三"]);
    expect(await rowsOf("列: [{标题: 名称}]\n排序: [{列: 数量, 降序: 是}]")).toEqual(["二", "一", "四", "三"]);
    expect(await rowsOf("列: [{标题: 名称}]\n排序: [{列: 类型}, {列: 占比, 降序: 是}]")).toEqual([
      "二",
      "一",
      "三",
      "四",
    ]);
  });

  test("may follow an order that is written down, with the rest behind it", async () => {
    expect(await rowsOf("列: [{标题: 名称}]\n排序: [{列: 结果, 次序: [差, 好]}]")).toEqual(["二", "一", "四", "三"]);
    expect(await rowsOf("列: [{标题: 名称}]\n排序: [{列: 结果, 次序: [差, 好], 降序: 是}]")).toEqual([
      "一",
      "四",
      "二",
      "三",
    ]);
  });

  test("puts scores in numbers before scores in words", async () => {
    expect(await rowsOf("列: [{标题: 名称}]\n排序: [{列: 得分}]")).toEqual(["一", "三", "二", "四"]);
  });
});

describe("序号", () => {
  test("counts the rows", async () => {
    expect(await rowsOf("列: [{标题: 序号, 序号: 逐行}, {标题: 名称}]\n排序: [{列: 数量, 降序: 是}]")).toEqual([
      "1｜二",
      "2｜一",
      "3｜四",
      "4｜三",
    ]);
  });

  test("counts groups of rows, and is merged over each", async () => {
    expect(
      await rowsOf(
        "列: [{标题: 序号, 序号: {按: 单位}}, {标题: 单位, 合并: 是}, {标题: 类型, 合并: 是}, {标题: 名称}]",
      ),
    ).toEqual(["1[3行]｜子局[3行]｜微信[2行]｜一", "·｜·｜·｜二", "·｜·｜微博｜三", "2｜丑局｜微博｜四"]);
  });

  test("counts groups by several columns", async () => {
    expect(await rowsOf("列: [{标题: 序号, 序号: {按: [单位, 类型]}}, {标题: 名称}]")).toEqual([
      "1[2行]｜一",
      "·｜二",
      "2｜三",
      "3｜四",
    ]);
  });

  test("takes another number where a merged cell to the left cuts a group in two", async () => {
    const definition = "列: [{标题: 单位, 合并: 是}, {标题: 序号, 序号: {按: 类型}}, {标题: 名称}]";
    const { table, document, diagnostics } = (await tableBuilder(definition))(items);
    expect(bodyRows(table)).toEqual(["子局[3行]｜1[2行]｜一", "·｜·｜二", "·｜2｜三", "丑局｜3｜四"]);
    expect(checkTree(document)).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["group-not-together"]);
  });

  test("warns where the rows of a group stand apart", async () => {
    const apart = [items[0]!, items[3]!, items[1]!];
    const { table, diagnostics } = (await tableBuilder("列: [{标题: 序号, 序号: {按: 单位}}, {标题: 名称}]"))(apart);
    expect(bodyRows(table)).toEqual(["1｜一", "2｜四", "3｜二"]);
    expect(diagnostics).toMatchObject([
      { code: "group-not-together", severity: "warning", place: { line: 3 }, related: [{ place: { line: 1 } }] },
    ]);
  });
});

describe("合并", () => {
  test("joins equal neighbours only inside the merged cells to their left", async () => {
    const definition = "列: [{标题: 单位, 合并: 是}, {标题: 类型, 合并: 是}, {标题: 结果, 合并: 是}]";
    const given = ["微信", "微信", "微信", "微博"].map((kind, index) => ({
      单位: index < 2 ? "子局" : "丑局",
      类型: kind,
      结果: "好",
    }));
    expect(await rowsOf(definition, given)).toEqual([
      "子局[2行]｜微信[2行]｜好[2行]",
      "·｜·｜·",
      "丑局[2行]｜微信｜好",
      "·｜微博｜好",
    ]);
  });

  test("is not stopped by a column that does not merge", async () => {
    const definition = "列: [{标题: 名称}, {标题: 单位, 合并: 是}]";
    expect(await rowsOf(definition)).toEqual(["一｜子局[3行]", "二｜·", "三｜·", "四｜丑局"]);
  });

  test("compares what is printed", async () => {
    expect(await rowsOf("列: [{标题: 占比, 小数位: 0, 合并: 是}]")).toEqual(["0[2行]", "·", "1", "0"]);
  });

  test("keeps the rows that a merged cell stands for", async () => {
    const { table } = (await tableBuilder("列: [{标题: 单位, 合并: 是}]"))(items);
    const cell = table.rows[0]?.cells[0];
    expect(typeof cell === "object" && cell?.children[0]).toMatchObject({
      type: "value",
      provenance: { expression: "单位", rows: [{ dataset: "事项", rows: [1, 2, 3] }] },
    });
  });
});

describe("the heading", () => {
  const headings = async (definition: string): Promise<string[]> => {
    const { table, document } = (await tableBuilder(definition))(items);
    expect(checkTree(document)).toEqual([]);
    return table.headerRows.map(rowLine);
  };

  test("has one row, with line breaks where they are written", async () => {
    expect(await headings('列: [{标题: 名称}, {标题: 数量, 表头: "数\\n量"}]')).toEqual(["名称｜数\n量"]);
  });

  test("has two rows where columns have a heading in common", async () => {
    expect(
      await headings(
        "列: [{标题: 名称}, {标题: 数量, 上级: 检查}, {标题: 占比, 上级: 检查}, {标题: 得分, 上级: 评价}, {标题: 结果}]",
      ),
    ).toEqual(["名称[2行]｜检查[2列]｜·｜评价｜结果[2行]", "·｜数量｜占比｜得分｜·"]);
  });

  test("joins only neighbours", async () => {
    expect(await headings("列: [{标题: 数量, 上级: 甲}, {标题: 名称}, {标题: 占比, 上级: 甲}]")).toEqual([
      "甲｜名称[2行]｜甲",
      "数量｜·｜占比",
    ]);
  });

  test("may have a common heading over all columns", async () => {
    expect(await headings("列: [{标题: 数量, 上级: 甲}, {标题: 占比, 上级: 甲}]")).toEqual([
      "甲[2列]｜·",
      "数量｜占比",
    ]);
  });
});

describe("the columns", () => {
  test("have a name on one line, a kind, an alignment and the dataset's column", async () => {
    const definition = `列:
  - {标题: 序号, 序号: 逐行}
  - {标题: 名 称, 取: 名称}
  - {标题: 数量}
  - {标题: 得分, 对齐: 右}
  - {标题: 编码}
  - {标题: 结果}
  - {标题: 算, 值: 加 数量 1}
  - {标题: 名次, 排名: {按: 占比}}`;
    const given = items.map((item) => ({ ...item, 数量: 1 }));
    const { table, diagnostics } = (await tableBuilder(definition))(given);
    expect(diagnostics).toEqual([]);
    expect(table.columns.map(({ name, kind, align, source }) => [name, kind, align, source])).toEqual([
      ["序号", "ordinal", "centre", undefined],
      ["名称", "text", "left", "名称"],
      ["数量", "number", "centre", "数量"],
      ["得分", "number", "right", "得分"],
      ["编码", "code", "centre", "编码"],
      ["结果", "text", "centre", "结果"],
      ["算", "number", "centre", undefined],
      ["名次", "number", "centre", undefined],
    ]);
    expect(table.dataset).toBe("事项");
  });

  test("that identify a row are named where they are shown", async () => {
    const key = async (definition: string): Promise<readonly number[]> =>
      (await tableBuilder(definition))(items).table.key;
    expect(await key("列: [{标题: 序号, 序号: 逐行}, {标题: 名称}, {标题: 单位}]")).toEqual([2, 1]);
    expect(await key("列: [{标题: 序号, 序号: 逐行}, {标题: 数量}]")).toEqual([]);
  });
});

describe("合计", () => {
  test("adds exactly what is in the rows, wherever the label ends", async () => {
    expect(
      await rowsOf(
        "列: [{标题: 名称}, {标题: 单位}, {标题: 数量}, {标题: 占比}]\n合计: {标签占列: 2, 求和: [数量, 占比]}",
      ),
    ).toEqual([
      "一｜子局｜3｜0.1",
      "二｜子局｜5｜0.2",
      "三｜子局｜｜1.005",
      "四｜丑局｜3｜0.3",
      "合计[2列]｜·｜11｜1.605",
    ]);
  });

  test("has its own label, and the places of its column", async () => {
    const rows = await rowsOf(
      "列: [{标题: 名称}, {标题: 占比, 小数位: 1}, {标题: 数量}]\n合计: {标签: 总计, 求和: [占比]}",
    );
    expect(rows.at(-1)).toBe("总计｜1.6｜");
  });

  test("knows the rows it was counted from", async () => {
    const { table } = (
      await tableBuilder("行: 筛选 事项 列=数量 大于=2\n列: [{标题: 名称}, {标题: 数量}]\n合计: {求和: [数量]}")
    )(items);
    const cell = table.rows.at(-1)?.cells[1];
    expect(typeof cell === "object" && cell?.children[0]).toMatchObject({
      value: "11",
      provenance: { rows: [{ rows: [1, 2, 4] }] },
    });
  });

  test("works out by an expression what cannot be added", async () => {
    const definition = "列: [{标题: 名称}, {标题: 数量}]\n合计: {另算: {数量: 最大值 行 数量}}";
    expect((await rowsOf(definition)).at(-1)).toBe("合计｜5");
  });

  test("of numbers and words adds the numbers", async () => {
    expect((await rowsOf("列: [{标题: 名称}, {标题: 得分}]\n合计: {求和: [得分]}")).at(-1)).toBe("合计｜198.5");
  });
});

describe("备注 and a table without rows", () => {
  test("备注 reaches over all columns but the first", async () => {
    expect((await rowsOf("列: [{标题: 名称}, {标题: 单位}, {标题: 数量}]\n备注: {内容: 截至6月底}")).at(-1)).toBe(
      "备注｜截至6月底[2列]｜·",
    );
    expect((await rowsOf("列: [{标题: 名称}, {标题: 单位}]\n备注: {标签: 说明, 内容: 甲}")).at(-1)).toBe("说明｜甲");
    expect((await rowsOf("列: [{标题: 名称}]\n备注: {内容: 甲}")).at(-1)).toBe("备注：甲");
  });

  test("a table without rows says so over its whole width, and that counts as no record", async () => {
    const definition =
      "列: [{标题: 序号, 序号: 逐行}, {标题: 名称}, {标题: 数量}]\n合计: {标签占列: 2, 求和: [数量]}\n备注: {内容: 甲}";
    expect(await rowsOf(definition, [])).toEqual(["无[3列]｜·｜·", "合计[2列]｜·｜0", "备注｜甲[2列]｜·"]);
    const { table } = (await tableBuilder("列: [{标题: 名称}]\n空表: 本季度没有"))([]);
    expect(bodyRows(table)).toEqual(["本季度没有"]);
    expect(table.rows.filter(({ role }) => role === "record")).toEqual([]);
  });
});

describe("分组", () => {
  test("makes one row of each group, with what is worked out from its rows", async () => {
    const definition = `分组: 单位
列: [{标题: 序号, 序号: 逐行}, {标题: 单位}, {标题: 个数, 值: 行数 行}, {标题: 占比, 值: 合计 行 占比, 小数位: 2}]
合计: {标签占列: 2, 求和: [个数], 另算: {占比: 最大值 行 占比}}`;
    expect(await rowsOf(definition)).toEqual(["1｜子局｜3｜1.31", "2｜丑局｜1｜0.30", "合计[2列]｜·｜4｜1.01"]);
  });

  test("by a list puts a row into the group of each item, and names the group", async () => {
    const given = items.filter((item) => item["标签"] !== undefined);
    expect(await rowsOf("分组: 标签\n列: [{标题: 标签}, {标题: 个数, 值: 行数 行}]", given)).toEqual([
      "红｜2",
      "黄｜2",
    ]);
  });

  test("by a column with an empty cell is refused: its row would be missing from the table", async () => {
    const { diagnostics } = (await tableBuilder("分组: 标签\n列: [{标题: 标签}, {标题: 个数, 值: 行数 行}]"))(items);
    expect(diagnostics).toMatchObject([{ code: "template-value-absent", place: { line: 3 } }]);
  });

  test("is identified by the group", async () => {
    const { table } = (await tableBuilder("分组: 单位\n列: [{标题: 个数, 值: 行数 行}, {标题: 单位}]"))(items);
    expect(table.key).toEqual([1]);
  });
});

describe("排名", () => {
  test("ranks by a column, with the rule for ties that the type names", async () => {
    const definition = (ties: string): string =>
      `列: [{标题: 名称}, {标题: 名次, 排名: {按: 数量, 并列: ${ties}}, 空值: "—"}]`;
    expect(await rowsOf(definition("占位"))).toEqual(["一｜2", "二｜1", "三｜—", "四｜2"]);
    expect(await rowsOf(definition("不并列"))).toEqual(["一｜2", "二｜1", "三｜—", "四｜3"]);
    expect(
      await rowsOf("列: [{标题: 名称}, {标题: 名次, 排名: {按: 占比, 升序: 是}}]\n排序: [{列: 占比, 降序: 是}]"),
    ).toEqual(["三｜4", "四｜3", "二｜2", "一｜1"]);
  });
});
