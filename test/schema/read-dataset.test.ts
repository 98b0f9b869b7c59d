import { describe, expect, test } from "vitest";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";
import { bodyLines, complaints, composeInMemory, documentOf } from "../edition/compose-in-memory.js";

const type = exampleType.replace(
  "附件:",
  `  事项:
    最少行数: 2
    列:
      单位: {必填: 是, 沿用上格: 是}
      账号: {引用: {数据表: 账号, 列: 名称}}
      旧账号: {类型: 列表, 引用: {数据表: 账号, 列: 名称, 级别: 警告}}
      编号: {类型: 整数, 唯一: 是}
      备注: {}
    主键: [单位, 账号]

附件:`,
);
const withRows = (...rows: string[]): { type: string; circular: string } => ({
  type,
  circular: `${exampleCircular}  事项:\n${rows.map((row) => `    - ${row}\n`).join("")}`,
});
const faults = (...rows: string[]): Promise<string[]> => complaints(withRows(...rows));

const right = ["{单位: 甲, 账号: 示例教育, 编号: 1}", "{单位: 乙, 账号: 示例统计, 编号: 2}"];

describe("the rows of a dataset", () => {
  test("that are right are not complained about", async () => {
    expect(await faults(...right)).toEqual([]);
  });

  test("have all their mistakes reported at once, each at its cell", async () => {
    expect(await faults("{单位: 甲, 账号: 没有, 编号: 一}", "{单位: 乙, 账号: 示例统计, 编号: 1.5}")).toEqual([
      "reference-missing circular.yaml:20:19",
      "value-not-integer circular.yaml:20:27",
      "value-not-integer circular.yaml:21:29",
    ]);
  });

  test("take the unit of the row above where they leave it out", async () => {
    const document = await documentOf({
      ...withRows("{单位: 甲, 账号: 示例教育}", "{账号: 示例统计}", "{单位: 乙}", "{备注: 丙}"),
      body: "{{#逐项 事项}}{{单位}}{{/逐项}}",
    }).catch(String);
    expect(document).toContain("row-repeated");
    const fine = await documentOf({
      ...withRows("{单位: 甲, 账号: 示例教育}", "{账号: 示例统计}", "{单位: 乙}"),
      body: "{{#逐项 事项}}{{单位}}{{/逐项}}",
    });
    expect(bodyLines(fine)).toEqual(["甲甲乙"]);
  });

  test("cannot take a unit from above the first row", async () => {
    expect(await faults("{账号: 示例教育}", "{单位: 甲, 账号: 示例统计}")).toEqual([
      "value-missing circular.yaml:20:7",
    ]);
  });

  test("have to be as many as the type says", async () => {
    const { diagnostics } = await composeInMemory(withRows(right[0]!));
    expect(diagnostics).toMatchObject([{ code: "dataset-too-few-rows", actual: "1行", expected: "至少2行" }]);
  });
});

describe("what may not occur twice", () => {
  test("is reported at the second place, with the first one beside it", async () => {
    const { diagnostics } = await composeInMemory(withRows(...right, "{单位: 丙, 账号: 示例民政, 编号: 2}"));
    expect(diagnostics).toMatchObject([
      { code: "row-repeated", place: { line: 22, column: 29 }, related: [{ place: { line: 21, column: 29 } }] },
    ]);
  });

  test("is compared after reading: 2 and ２ are the same number", async () => {
    expect(await faults(...right, "{单位: 丙, 编号: ２}")).toEqual(["row-repeated circular.yaml:22:19"]);
  });

  test("in a key means all its columns together", async () => {
    expect(await faults(...right, "{单位: 甲, 账号: 示例统计}")).toEqual([]);
    expect(await faults(...right, "{单位: 甲, 账号: 示例教育}")).toEqual(["row-repeated circular.yaml:22:19"]);
  });

  test("does not count where nothing is filled in", async () => {
    expect(await faults(...right, "{单位: 丙}", "{单位: 丁}")).toEqual([]);
  });
});

describe("references", () => {
  test("name the nearest value that exists", async () => {
    const { diagnostics } = await composeInMemory(withRows(...right, "{单位: 丙, 账号: 示列教育}"));
    expect(diagnostics).toMatchObject([{ code: "reference-missing", severity: "error" }]);
    expect(diagnostics[0]?.hint).toContain("示例教育");
  });

  test("may be only warned about, item by item", async () => {
    const { document, diagnostics } = await composeInMemory(
      withRows(...right, "{单位: 丙, 旧账号: [示例教育, 老账号, 别的]}"),
    );
    expect(document).toBeDefined();
    expect(diagnostics.map(({ code, severity, actual }) => [code, severity, actual])).toEqual(
      [
        ["reference-missing", "warning", "老账号"],
        ["reference-missing", "warning", "别的"],
      ].sort((a, b) => ((a[2] ?? "") < (b[2] ?? "") ? -1 : 1)),
    );
  });
});
