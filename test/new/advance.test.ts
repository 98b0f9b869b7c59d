import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { advanceEdition, type AdvanceOptions } from "../../src/edition/new-edition.js";
import { memoryFiles } from "../edition/compose-in-memory.js";

const type = `名称: 示例通报
标题: 示例

字段:
  检查时间: {类型: 起止日期, 必填: 是}
  联系单位: {类型: 文本, 必填: 是}
  留言数: {类型: 整数, 必填: 是}
  列举数: {类型: 整数, 沿用: 是}
  评价: {类型: 文本, 必填: 是, 沿用: 否}
  复查日期: {类型: 日期, 沿用: 否}
  点名: {类型: 列表, 沿用: 否}
  截图: {类型: 图片}
  图标: {类型: 图片, 沿用: 是}
  统计:
    类型: 组
    沿用: 否
    字段:
      总数: {类型: 整数, 必填: 是}
      说明: {类型: 文本}
  要求:
    类型: 多项
    必填: 是
    字段:
      标题: {类型: 文本, 必填: 是}
      期限: {类型: 日期}
      次数: {类型: 整数}
  问题:
    类型: 多项
    必填: 是
    沿用: 否
    字段:
      标题: {类型: 文本, 必填: 是}

数据表:
  单位:
    列:
      名称: {必填: 是, 唯一: 是}
      负责: {沿用: 是}
      得分: {类型: 数值}
  检查:
    最少行数: 1
    列:
      单位: {必填: 是, 引用: {数据表: 单位, 列: 名称}}
      日期: {类型: 日期, 必填: 是, 沿用: 否}
      结果: {必填: 是}
    主键: [单位, 日期]
  问题清单:
    列:
      单位: {必填: 是, 引用: {数据表: 单位, 列: 名称}}
      问题: {必填: 是}
    主键: 问题
`;

const circular = `# 自己的注释
通报类型: 示例
期间: {年: 2024, 季度: 4}   # 季度
发文机关: 示例市人民政府办公室
主送: 各单位
成文日期: 2025年1月10日
附注: 2024年第四季度
版头: {发文字号: 示府办〔2025〕1号, 份号: "000001", 密级: 内部}
版记: {印发机关: 示例市人民政府办公室, 印发日期: 2025-01-12}
数据文件: [结果.yaml]

检查时间:
  起: 2024-10-01
  止: 2024-12-31
联系单位: 市教育局
留言数: 12
列举数: 3
评价: 总体较好
复查日期: 2025-02-28
点名: [甲, 乙]
截图: 截图.png
图标: 图标.png
统计: {总数: 5, 说明: 无}
要求:
  - {标题: 提高站位, 期限: 2025-01-31, 次数: 2}
  - {标题: 落实责任}
问题:
  - 标题: 更新慢
  - 标题: 不规范
`;

const tables = `单位:
  - {名称: 甲局, 负责: 张科, 得分: 90}
  - {名称: 乙局, 得分: 80}
检查:
  - {单位: 甲局, 日期: 2024-10-11, 结果: 好}
  - {单位: 乙局, 日期: 2024-10-12, 结果: 好}
  - {单位: 甲局, 日期: 2024-11-11, 结果: 差}
问题清单:
  - {单位: 甲局, 问题: 某某}
`;

/** A picture of one white point. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==",
  "base64",
);

function files(replaced: Readonly<Record<string, string>> = {}) {
  return memoryFiles({
    "templates/示例/type.yaml": type,
    "templates/示例/body.hbs": "正文。",
    "data/旧/circular.yaml": circular,
    "data/旧/结果.yaml": tables,
    "data/旧/截图.png": picture,
    "data/旧/图标.png": picture,
    ...replaced,
  });
}

function advance(replaced: Readonly<Record<string, string>> = {}, options: Partial<AdvanceOptions> = {}) {
  return advanceEdition(files(replaced), "data/旧", { target: "data/新", templatesFolder: "templates", ...options });
}

const { edition, diagnostics } = await advance();

describe("circular.yaml of the next edition", () => {
  test("is the last one with the period and the dates moved on, and the results cleared", () => {
    expect(edition?.circular).toBe(`# 自己的注释
通报类型: 示例
上期: 旧
期间: {年: 2025, 季度: 1}   # 季度
发文机关: 示例市人民政府办公室
主送: 各单位
成文日期: 2025年4月10日  # 请核对
附注: 2024年第四季度
版头: {发文字号: , 份号: , 密级: 内部}  # 请填写：份号、发文字号
版记: {印发机关: 示例市人民政府办公室, 印发日期: 2025-04-12}  # 请核对：印发日期
数据文件: inspection.xlsx

检查时间:
  起: 2025-01-01
  止: 2025-03-31  # 请核对
联系单位: 市教育局
留言数:  # 请填写
列举数: 3
评价:  # 请填写
复查日期:  # 选填
点名:  # 选填
截图:  # 选填
图标: 图标.png
统计: {总数: , 说明: }  # 请填写：总数；选填：说明
要求:
  - {标题: 提高站位, 期限: 2025-04-30, 次数: }  # 选填：次数；请核对：期限
  - {标题: 落实责任}
问题:
  - 标题:  # 请填写
`);
  });

  test("says which words still speak of the last period, and where", () => {
    expect(diagnostics.map(({ code, place, actual }) => [code, place.line, actual])).toEqual([
      ["new-text-of-last-period", 8, "2024年第四季度"],
    ]);
  });

  test("takes along pictures that stay, and no others", () => {
    expect(edition?.pictures.map(({ file }) => file)).toEqual(["图标.png"]);
  });

  test("the clerk is told what moved on and what is to be filled in", () => {
    expect(edition?.summary.advanced).toEqual(["成文日期", "版记.印发日期", "检查时间", "要求.第1项.期限"]);
    expect(edition?.summary.toFill).toEqual([
      "版头.份号",
      "版头.发文字号",
      "留言数",
      "评价",
      "统计.总数",
      "问题.第1项.标题",
    ]);
  });
});

describe("the workbook of the next edition", () => {
  const rows = edition?.workbook?.form.sheets.map((sheet) => sheet.rows);

  test("keeps rosters without their results", () => {
    expect(rows?.[0]).toEqual([
      [1, "甲局", "张科", undefined],
      [2, "乙局", undefined, undefined],
    ]);
  });

  test("rows that only differed in what is cleared become one", () => {
    expect(rows?.[1]).toEqual([
      [1, "甲局", undefined, undefined],
      [2, "乙局", undefined, undefined],
    ]);
  });

  test("begins without findings", () => {
    expect(rows?.[2]).toEqual([]);
    expect(edition?.summary.tables.map(({ name, rows: count }) => `${name} ${String(count)}`)).toEqual([
      "单位 2",
      "检查 2",
      "问题清单 0",
    ]);
  });
});

test("what was given goes before what follows from the last edition", async () => {
  const given = await advance(
    {},
    {
      period: { year: 2025, quarter: 3 },
      date: { year: 2025, month: 10, day: 8 },
      issuer: "示例市政府",
    },
  );
  const parsed = parse(given.edition?.circular ?? "") as Record<string, unknown>;
  expect(parsed).toMatchObject({
    期间: { 年: 2025, 季度: 3 },
    成文日期: "2025年10月8日",
    发文机关: "示例市政府",
    检查时间: { 起: "2025-07-01", 止: "2025-09-30" },
  });
  expect(given.diagnostics.map(({ code }) => code)).toEqual(["new-text-of-last-period"]);
});

test("a period of another kind, or an earlier one, is done but doubted", async () => {
  const other = await advance({}, { period: { year: 2025 } });
  expect(other.diagnostics.map(({ code }) => code)).toContain("new-period-of-other-kind");
  expect(other.edition?.circular).toContain("期间: {年: 2025}   # 季度");
  const earlier = await advance({}, { period: { year: 2024, quarter: 4 } });
  expect(earlier.diagnostics.map(({ code }) => code)).toContain("new-period-not-later");
});

describe("上期", () => {
  const lastOf = (text: string | undefined): string | undefined => /^上期: (.*)$/mu.exec(text ?? "")?.[1];

  test("names the edition that this one was made from, in place of the one before", async () => {
    const older = circular.replace("期间: {", "上期: 更旧  # 自己的注释\n期间: {");
    const result = await advance({ "data/旧/circular.yaml": older });
    expect(result.edition?.circular).toContain("\n上期: 旧  # 自己的注释\n期间: {");
  });

  test("is left out where the new edition lies elsewhere: it could not be found", async () => {
    expect(lastOf((await advance({}, { target: "别处/新" })).edition?.circular)).toBeUndefined();
    const older = circular.replace("期间: {", "上期: 更旧\n期间: {");
    const elsewhere = await advance({ "data/旧/circular.yaml": older }, { target: "别处/新" });
    expect(lastOf(elsewhere.edition?.circular)).toBeUndefined();
    expect(elsewhere.diagnostics.map(({ code }) => code)).not.toContain("new-circular-not-rewritten");
  });

  test("is written so that YAML reads the folder's name back", async () => {
    const odd = memoryFiles(
      Object.fromEntries(
        ["circular.yaml", "结果.yaml", "截图.png", "图标.png"].map((name) => [
          `data/2024 # 四/${name}`,
          files().read(`data/旧/${name}`) ?? "",
        ]),
      ),
    );
    const all = {
      read: (path: string) => odd.read(path) ?? files().read(path),
      list: (path: string) => odd.list(path) ?? files().list(path),
    };
    const result = await advanceEdition(all, "data/2024 # 四", { target: "data/新", templatesFolder: "templates" });
    expect(lastOf(result.edition?.circular)).toBe('"2024 # 四"');
  });
});

describe("periods of other kinds", () => {
  test.each([
    ["{年: 2024, 月: 12}", "{年: 2025, 月: 1}"],
    ["{年: 2024, 半年: 上}", "{年: 2024, 半年: 下}"],
    ["{年: 2024, 年度: 是}", "{年: 2025, 年度: 是}"],
    ["{年: 2024, 月: 7, 至月: 8}", "{年: 2024, 月: 9, 至月: 10}"],
    ["{年: 2024, 月: 9, 至月: 11}", "{年: 2024, 月: 12}"],
    ["{年: 2024, 季度: }", "{年: 2025, 季度: }"],
    ["\n  年: 2024\n  季度: 4\n#", "\n  年: 2025\n  季度: 1\n#"],
    ["\n  年: 2024\n  月: 9\n  至月: 11\n#", "{年: 2024, 月: 12}\n#"],
  ])("%j is followed by %j", async (last, next) => {
    const result = await advance({ "data/旧/circular.yaml": circular.replace("{年: 2024, 季度: 4}", last) });
    expect(result.edition?.circular.replace(/ +\n/gu, "\n")).toContain(
      `期间: ${next}   # 季度\n`.replace(/ +\n/gu, "\n"),
    );
  });
});

test("tables in circular.yaml move into the workbook", async () => {
  const indented = tables.replaceAll(/^(?=.)/gmu, "  ");
  const inline = circular.replace("数据文件: [结果.yaml]\n", `数据表:\n${indented}`);
  const result = await advance({ "data/旧/circular.yaml": inline });
  expect(result.edition?.circular).not.toContain("数据表");
  expect(result.edition?.workbook?.form.sheets[0]?.rows).toHaveLength(2);
});

test("rows that speak of the last period are reported with their cells in the new workbook", async () => {
  const named = tables.replace("负责: 张科", "负责: 四季度轮值张科");
  const result = await advance({ "data/旧/结果.yaml": named });
  expect(result.diagnostics.map(({ place }) => place)).toContainEqual({
    file: "data/新/inspection.xlsx",
    sheet: "单位",
    cell: "C4",
  });
});

test("comments that name files of the last edition are reported", async () => {
  const commented = circular.replace(
    "# 自己的注释",
    "# 数据见 结果.yaml 和 more.yaml\n# yaml-language-server: $schema=a.yaml",
  );
  const result = await advance({ "data/旧/circular.yaml": commented });
  expect(result.diagnostics.map(({ code, place }) => `${code} ${String(place.line)}`)).toContain(
    "new-comment-names-file 1",
  );
  expect(result.diagnostics.filter(({ code }) => code === "new-comment-names-file")).toHaveLength(1);
});

describe("there is no next edition", () => {
  test.each([
    ["of one that does not exist", { target: "data/新" }, "data/无", "edition-folder-missing"],
    ["of one with mistakes", {}, "data/旧", "key-missing"],
  ])("%s", async (_, __, folder, code) => {
    const broken = files({ "data/旧/circular.yaml": circular.replace("联系单位: 市教育局\n", "") });
    const result = await advanceEdition(broken, folder, { target: "data/新", templatesFolder: "templates" });
    expect(result.edition).toBeUndefined();
    expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  });

  test("of one that refers to itself", async () => {
    const anchored = circular
      .replace("发文机关: 示例", "发文机关: &机关 示例")
      .replace("印发机关: 示例市人民政府办公室", "印发机关: *机关");
    const result = await advance({ "data/旧/circular.yaml": anchored });
    expect(result.edition).toBeUndefined();
    expect(result.diagnostics.map(({ code, actual }) => `${code} ${actual ?? ""}`)).toEqual([
      "new-circular-references &机关",
    ]);
  });

  test("beyond the calendar", async () => {
    const late = circular.replaceAll("年: 2024", "年: 2999").replace("2025年1月10日", "9999年12月31日");
    const result = await advance({ "data/旧/circular.yaml": late });
    expect(result.edition).toBeUndefined();
    expect(result.diagnostics.map(({ code }) => code)).toContain("new-date-out-of-range");
  });
});
