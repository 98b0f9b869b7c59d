import { describe, expect, test } from "vitest";
import { formatValue } from "../../src/facts/format.js";
import { cellValue, derivedFrom, isTruthy, rowSet, type FactValue } from "../../src/facts/values.js";
import type { Dataset } from "../../src/schema/dataset.js";
import type { ColumnDefinition } from "../../src/schema/definitions.js";

const place = { file: "type.yaml", line: 1, column: 1 };

/** As much of a column as values look at. */
function column(name: string, kind: ColumnDefinition["kind"]): ColumnDefinition {
  return { name, kind, place } as ColumnDefinition;
}

const dataset: Dataset = {
  name: "网站",
  definition: {
    name: "网站",
    columns: [column("名称", "text"), column("得分", "number"), column("标签", "list")],
    place,
  } as unknown as Dataset["definition"],
  file: "data.xlsx",
  sheet: "网站",
  doubtfulColumns: new Set(),
  rows: [
    { index: 0, source: 5, values: ["甲", 98.5, ["红", "黄"]] },
    { index: 1, source: 3, values: ["乙", undefined, undefined] },
  ],
  placeOf: (row, name) => ({ file: "data.xlsx", sheet: "网站", cell: `${name === "得分" ? "B" : "A"}${row.source}` }),
};
const [first, second] = dataset.rows;

describe("a cell", () => {
  test("knows its place and its row", () => {
    expect(cellValue(dataset, first!, "得分", formatValue)).toEqual({
      kind: "scalar",
      raw: 98.5,
      text: "98.5",
      provenance: {
        expression: "得分",
        places: [{ file: "data.xlsx", sheet: "网站", cell: "B5" }],
        rows: [{ dataset: "网站", file: "data.xlsx", sheet: "网站", rows: [5] }],
      },
    });
  });

  test("that is empty is absent, at its place", () => {
    expect(cellValue(dataset, second!, "得分", formatValue)).toEqual({
      kind: "absent",
      name: "得分",
      place: { file: "data.xlsx", sheet: "网站", cell: "B3" },
    });
  });

  test("with several values is a list", () => {
    const value = cellValue(dataset, first!, "标签", formatValue);
    expect(value.kind === "list" ? value.items.map((item) => item.kind === "scalar" && item.text) : []).toEqual([
      "红",
      "黄",
    ]);
  });
});

describe("what was worked out", () => {
  const rows = (...chosen: (typeof first)[]): FactValue => ({
    kind: "rows",
    dataset,
    rows: chosen.flatMap((row) => row ?? []),
    expression: "网站",
  });

  test("has the rows of all it was worked out from, each once and in order", () => {
    expect(derivedFrom("加", [rows(first), rows(second), rows(first, second)])).toEqual({
      expression: "加",
      places: [],
      rows: [{ dataset: "网站", file: "data.xlsx", sheet: "网站", rows: [3, 5] }],
    });
  });

  test("keeps datasets apart", () => {
    const other: FactValue = {
      kind: "rows",
      dataset: { ...dataset, name: "新媒体" },
      rows: [first!],
      expression: "新媒体",
    };
    expect(derivedFrom("加", [rows(first), other]).rows.map((set) => set.dataset)).toEqual(["网站", "新媒体"]);
  });

  test("has the places of single values", () => {
    const cell = cellValue(dataset, first!, "得分", formatValue);
    expect(derivedFrom("减", [cell, { kind: "absent", name: "", place: undefined }]).places).toEqual([
      { file: "data.xlsx", sheet: "网站", cell: "B5" },
    ]);
  });

  test("has the provenance of the values in running text", () => {
    const cell = cellValue(dataset, first!, "名称", formatValue);
    if (cell.kind !== "scalar") throw new Error("a cell is a scalar");
    const run: FactValue = {
      kind: "run",
      children: [
        { type: "text", value: "“" },
        { type: "value", value: cell.text, provenance: cell.provenance },
      ],
    };
    expect(derivedFrom("列举", [run])).toMatchObject({ rows: [{ rows: [5] }], places: [{ cell: "A5" }] });
  });

  test("names a row once even where two stand on one line", () => {
    expect(rowSet(dataset, [first!, { ...first!, index: 7 }, second!]).rows).toEqual([3, 5]);
  });
});

describe("isTruthy", () => {
  const provenance = { expression: "", places: [], rows: [] };
  const scalar = (raw: string | number | boolean): FactValue => ({
    kind: "scalar",
    raw,
    text: formatValue(raw),
    provenance,
  });

  test.each([
    ["zero", scalar(0), false],
    ["a number", scalar(-1), true],
    ["an empty text", scalar(""), false],
    ["a text", scalar("否"), true],
    ["false", scalar(false), false],
    ["true", scalar(true), true],
    ["nothing", { kind: "absent", name: "甲", place: undefined }, false],
    ["an empty list", { kind: "list", items: [], provenance }, false],
    ["a list", { kind: "list", items: [scalar(0)], provenance }, true],
    ["no rows", { kind: "rows", dataset, rows: [], expression: "" }, false],
    ["rows", { kind: "rows", dataset, rows: [first!], expression: "" }, true],
    ["a group", { kind: "group", entries: new Map(), provenance }, true],
    ["a row", { kind: "record", dataset, row: first! }, true],
    ["no words", { kind: "run", children: [] }, false],
  ] as [string, FactValue, boolean][])("of %s", (_, value, expected) => {
    expect(isTruthy(value)).toBe(expected);
  });
});

describe("formatValue", () => {
  test.each([
    ["甲", undefined, "甲"],
    [1.5, undefined, "1.5"],
    [1.005, 2, "1.01"],
    [3, 2, "3.00"],
    [1e21, undefined, "1000000000000000000000"],
    [true, undefined, "是"],
    [false, undefined, "否"],
    [{ year: 2024, month: 7, day: 1 }, undefined, "2024年7月1日"],
    [["甲", "乙"], undefined, "甲、乙"],
  ] as const)("%j with %j places is %s", (value, decimals, expected) => {
    expect(formatValue(value, decimals)).toBe(expected);
  });
});
