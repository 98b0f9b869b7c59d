import { describe, expect, test } from "vitest";
import { findTables } from "../../src/edition/find-tables.js";
import { prepareType } from "../../src/edition/prepared-type.js";
import { readWorkbook } from "../../src/input/xlsx/read-workbook.js";
import { kindNames, type CircularType } from "../../src/schema/definitions.js";
import { readDataset } from "../../src/schema/read-dataset.js";
import { writeWorkbook } from "../../src/workbook/write-workbook.js";
import { projectFiles } from "../circulars/built-circular.js";
import { formOf, typeWithTables } from "./sample-type.js";

/** What the program reads from the empty workbook of a type. */
async function readEmpty(type: CircularType) {
  const bytes = await writeWorkbook(formOf(type));
  const { workbook, diagnostics } = readWorkbook(bytes, "空白.xlsx");
  if (workbook === undefined) throw new Error(JSON.stringify(diagnostics));
  const found = findTables(type.datasets, { workbooks: [workbook], maps: [] }, { file: "空白.xlsx" });
  return {
    rows: type.datasets.map((dataset) => found.tables.get(dataset.name)?.rows.length),
    diagnostics: [...diagnostics, ...found.diagnostics].map(({ code, severity }) => `${severity} ${code}`),
    datasets: type.datasets.flatMap((dataset) => {
      const table = found.tables.get(dataset.name);
      return table === undefined ? [] : readDataset(dataset, table).dataset.rows;
    }),
  };
}

const found = await Promise.all(
  (projectFiles().list("templates") ?? []).map((name) => prepareType(projectFiles(), `templates/${name}`)),
);
const types = found.flatMap(({ prepared }) => (prepared === undefined ? [] : [prepared.type]));

test("there are types to try", () => {
  expect(types.length).toBeGreaterThanOrEqual(4);
});

describe.each(types.map((type) => ({ id: type.id, type })))("$id", ({ type }) => {
  test("the empty workbook has every table, and no row in any", async () => {
    const { rows, diagnostics, datasets } = await readEmpty(type);
    expect(rows).toEqual(type.datasets.map(() => 0));
    expect(datasets).toEqual([]);
    expect(diagnostics).toEqual(type.datasets.map(() => "hint row-example"));
  });
});

const columnKinds = Object.entries(kindNames).filter(
  ([, kind]) => !["group", "records", "dateRange", "image"].includes(kind),
);

describe.each(columnKinds)("a first column of the kind %s", (kind) => {
  const values = kind === "选项" ? ", 取值: [甲, 乙]" : "";
  test.each(["名称", "序号", "序", "合计", "注", "示例"])("called %s", async (name) => {
    const columns = `${name}: {类型: ${kind}, 必填: 是${values}}\n      另一列: {必填: 是}\n      数: {类型: 整数}`;
    const { rows, diagnostics } = await readEmpty(typeWithTables(`  表:\n    列:\n      ${columns}\n`));
    expect({ rows, diagnostics }).toEqual({ rows: [0], diagnostics: ["hint row-example"] });
  });

  test("and no other", async () => {
    const { rows } = await readEmpty(
      typeWithTables(`  表:\n    列:\n      名称: {类型: ${kind}, 必填: 是${values}}\n`),
    );
    expect(rows).toEqual([0]);
  });
});

test("example texts that look like a total, a note or a heading are not read either", async () => {
  const columns = `名称: {示例: 合计}\n      说明: {示例: "注：见下"}\n      数: {类型: 整数, 示例: 3}\n      标题: {示例: 标题}`;
  const { rows, diagnostics } = await readEmpty(typeWithTables(`  表:\n    列:\n      ${columns}\n`));
  expect({ rows, diagnostics }).toEqual({ rows: [0], diagnostics: ["hint row-example"] });
});
