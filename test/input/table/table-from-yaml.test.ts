import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { tableFromYaml } from "../../../src/input/table/table-from-yaml.js";
import type { RawTable, WantedColumn } from "../../../src/input/table/raw-table.js";
import { readYaml } from "../../../src/input/yaml/read-yaml.js";
import { nodeAt } from "../../../src/input/yaml/yaml-node.js";

const wanted: readonly WantedColumn[] = [
  { name: "网站名称", aliases: ["网站"], required: true },
  { name: "得分", aliases: [], required: false },
  { name: "问题", aliases: [], required: false },
];

function tableOf(list: string): { table: RawTable | undefined; diagnostics: Diagnostic[]; said: string[] } {
  const { root } = readYaml(new TextEncoder().encode(list), "inspection.yaml");
  if (root === undefined) throw new Error("not readable");
  const { table, diagnostics } = tableFromYaml(nodeAt(root, ["表"]).node, wanted);
  const said = diagnostics.map(({ code, place }) => `${code} ${String(place.line)}:${String(place.column)}`);
  return { table, diagnostics, said };
}

describe("a table from YAML", () => {
  it("has an item for each row, its keys in any order", () => {
    const { table, said } = tableOf(
      "表:\n  - 得分: 00120\n    网站: 甲网\n  - 网站名称: 乙网\n    得分:\n    问题: [链接不可用, 更新不及时]\n",
    );
    expect(said).toEqual([]);
    expect(table?.rows).toEqual([
      { source: 2, cells: ["甲网", "00120", undefined] },
      { source: 4, cells: ["乙网", undefined, ["链接不可用", "更新不及时"]] },
    ]);
    expect(table?.totals).toEqual([]);
    expect(table?.found).toEqual([true, true, true]);
    expect(table?.sheet).toBeUndefined();
    expect(table?.placeOf(0, 0)).toEqual({ file: "inspection.yaml", line: 3, column: 9 });
    expect(table?.placeOf(0, 2)).toEqual({ file: "inspection.yaml", line: 2, column: 5 });
    expect(table?.rowPlace(1)).toEqual({ file: "inspection.yaml", line: 4, column: 5 });
    expect(table?.headingPlace(0)).toEqual({ file: "inspection.yaml", line: 2, column: 3 });
  });

  it("may be empty", () => {
    expect(tableOf("表:\n").table?.rows).toEqual([]);
    expect(tableOf("表: []\n").table?.rows).toEqual([]);
    expect(tableOf("表: []\n").table?.found).toEqual([true, false, false]);
  });

  it("has no keys that are no columns", () => {
    const { diagnostics, said, table } = tableOf("表:\n  - 网站名稱: 甲网\n    电话: 1\n");
    expect(said).toEqual(["table-key-unknown 2:5", "table-key-unknown 3:5"]);
    expect(diagnostics[0]).toMatchObject({
      severity: "error",
      hint: "你是不是想写“网站名称”？请改成上面的列名之一，或删去这一行",
    });
    expect(diagnostics[1]).toMatchObject({
      expected: "列名有：网站名称、得分、问题",
      hint: "请改成上面的列名之一，或删去这一行",
    });
    expect(table?.rows).toEqual([{ source: 2, cells: [{ kind: "error", error: "网站名稱" }, undefined, undefined] }]);
  });

  it("has an unknown key reported once, with the other places and their number", () => {
    const { diagnostics, said, table } = tableOf(
      "表:\n" + "  - {网站名: 甲网, 电话: 1}\n".repeat(8) + "  - {网站名称: 乙网, 网站名: 丙网}\n  - {得分: 1}\n",
    );
    expect(said).toEqual(["table-key-unknown 2:6", "table-key-unknown 2:15"]);
    expect(diagnostics[0]?.message).toBe("没有“网站名”这一列，有 9 项写了它，这里是第一处");
    expect(diagnostics[0]?.related?.map(({ place }) => place.line)).toEqual([3, 4, 5, 6, 7]);
    const fault = { kind: "error", error: "网站名" };
    expect(table?.rows.map((row) => row.cells[0])).toEqual([...Array<unknown>(8).fill(fault), "乙网", undefined]);
  });

  it("takes an only unknown key for the only required column that is lacking if half of the name is there", () => {
    const { diagnostics, table } = tableOf("表:\n  - {名称网: 甲网}\n  - {电话: 1}\n");
    expect(diagnostics.map(({ hint }) => hint?.includes("你是不是想写“网站名称”"))).toEqual([true, false]);
    expect(table?.rows.map((row) => row.cells[0])).toEqual([{ kind: "error", error: "名称网" }, undefined]);
  });

  it("recognises a misspelt alias as the column it stands for", () => {
    const columns = [{ name: "责任部门", aliases: ["主管单位"], required: true }];
    const { root } = readYaml(new TextEncoder().encode("- 主管单拉: 甲\n"), "inspection.yaml");
    if (root === undefined) throw new Error("not readable");
    expect(tableFromYaml(root, columns).diagnostics).toMatchObject([
      { code: "table-key-unknown", hint: expect.stringContaining("“责任部门”") as string },
    ]);
  });

  it("passes over running numbers", () => {
    const { said, table } = tableOf("表:\n  - {序号: 1, 网站名称: 甲网}\n");
    expect(said).toEqual([]);
    expect(table?.rows).toEqual([{ source: 2, cells: ["甲网", undefined, undefined] }]);
  });

  it("does not name a column twice in an item", () => {
    const { diagnostics, said, table } = tableOf("表:\n  - 网站名称: 甲网\n    网站: 乙网\n");
    expect(said).toEqual(["column-duplicate 3:5"]);
    expect(diagnostics[0]?.related).toMatchObject([{ place: { line: 2, column: 5 } }]);
    expect(table?.rows[0]?.cells[0]).toBe("甲网");
  });

  it("is a list", () => {
    expect(tableOf("表:\n  网站名称: 甲网\n")).toMatchObject({ table: undefined, said: ["table-not-list 2:3"] });
    expect(tableOf("表: 甲网\n")).toMatchObject({ table: undefined, said: ["table-not-list 1:4"] });
  });

  it("has items with names, and says when only the colon is wrong", () => {
    const { diagnostics, said, table } = tableOf(
      "表:\n  - 网站名称：甲网\n  - 网站名称: 乙网\n  - [丙网]\n  - 丁网\n  -\n",
    );
    expect(said).toEqual([
      "table-item-not-map 2:5",
      "table-item-not-map 4:5",
      "table-item-not-map 5:5",
      "table-item-not-map 6:4",
    ]);
    expect(diagnostics.map(({ actual, hint }) => [actual, hint?.includes("半角")])).toEqual([
      ["网站名称：甲网", true],
      ["又一层列表", false],
      ["丁网", false],
      ["空的一项", false],
    ]);
    expect(table?.rows).toEqual([{ source: 3, cells: ["乙网", undefined, undefined] }]);
    expect(table?.placeOf(0, 0).line).toBe(3);
  });

  it("has simple values", () => {
    const { said, table } = tableOf("表:\n  - 网站名称: {甲: 乙}\n    问题: [一, [二], '']\n");
    expect(said).toEqual(["table-value-not-simple 2:11", "table-value-not-simple 3:13"]);
    expect(table?.rows[0]?.cells).toEqual([undefined, undefined, ["一"]]);
  });
});
