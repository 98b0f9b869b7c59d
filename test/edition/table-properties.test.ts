import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { checkTree } from "../../src/document/invariants.js";
import { cellText, type Table } from "../../src/document/tree.js";
import { exactSum, formatDecimal } from "../../src/facts/numbers/decimal.js";
import { columnWidths } from "../../src/edition/column-widths.js";
import { tableBuilder, type Item } from "./table-example.js";

const item: fc.Arbitrary<Item> = fc.record(
  {
    单位: fc.constantFrom("子局", "丑局", "寅局"),
    类型: fc.constantFrom("微信", "微博"),
    名称: fc.constantFrom("一", "二", "三", "# 一、", "甲\n乙"),
    数量: fc.integer({ min: 0, max: 3 }),
    占比: fc.constantFrom(0.1, 0.2, 0.7, 100.005),
    结果: fc.constantFrom("好", "中", "差"),
  },
  { requiredKeys: ["单位"] },
);
const someItems = fc.array(item, { maxLength: 14 });

/** Definitions with merged columns in every position, groups, sorting, totals and two-row headings. */
const definitions = [
  "列: [{标题: 序号, 序号: {按: 单位}}, {标题: 单位, 合并: 是}, {标题: 类型, 合并: 是}, {标题: 名称}]",
  "列: [{标题: 序号, 序号: {按: [单位, 类型]}}, {标题: 单位, 合并: 是}, {标题: 类型, 合并: 是}, {标题: 名称, 合并: 是}]",
  "列: [{标题: 类型, 合并: 是}, {标题: 序号, 序号: {按: 单位}}, {标题: 单位, 合并: 是}, {标题: 结果, 合并: 是}, {标题: 名称}]",
  "列: [{标题: 名称}, {标题: 单位, 合并: 是}, {标题: 数量}, {标题: 类型, 合并: 是}]",
  "列: [{标题: 序号, 序号: 逐行}, {标题: 单位, 合并: 是}, {标题: 数量, 上级: 检查}, {标题: 占比, 上级: 检查}]\n排序: [{列: 单位}, {列: 占比, 降序: 是}]\n合计: {标签占列: 2, 求和: [数量, 占比]}\n备注: {内容: 甲}",
  "列: [{标题: 序号, 序号: {按: 结果}}, {标题: 结果, 合并: 是, 上级: 甲}, {标题: 数量, 上级: 甲}]\n排序: [{列: 结果, 次序: [好, 中, 差]}]",
];

const builders: Awaited<ReturnType<typeof tableBuilder>>[] = [];
beforeAll(async () => {
  for (const definition of definitions) builders.push(await tableBuilder(definition));
});

/** The text of every cell, merged ones repeated in each place that they cover. */
function unmerged(table: Table): string[][] {
  const grid = table.rows.map((row) => row.cells.map(() => "?"));
  table.rows.forEach((row, top) => {
    row.cells.forEach((cell, left) => {
      if (cell === null) return;
      const { rowSpan = 1, columnSpan = 1 } = typeof cell === "string" ? {} : cell;
      for (let down = 0; down < rowSpan; down += 1) {
        for (let right = 0; right < columnSpan; right += 1) grid[top + down]![left + right] = cellText(cell);
      }
    });
  });
  return grid;
}

describe.each(definitions.map((definition, index) => [definition.split("\n")[0] ?? "", index] as const))(
  "%s",
  (_, index) => {
    test("is a whole grid, whatever the rows", () => {
      fc.assert(
        fc.property(someItems, (items) => {
          expect(checkTree(builders[index]!(items).document)).toEqual([]);
        }),
        { numRuns: 120 },
      );
    });

    test("gives back every row when its cells are taken apart", () => {
      fc.assert(
        fc.property(someItems, (items) => {
          const { table } = builders[index]!(items);
          const grid = unmerged(table);
          const records = table.rows.flatMap((row, position) => (row.role === "record" ? [position] : []));
          expect(records.length).toBe(items.length);
          for (const position of records) {
            const source = items[(table.rows[position]?.source ?? 0) - 1]!;
            table.columns.forEach((column, columnIndex) => {
              if (column.source === undefined) return;
              const value = source[column.source];
              expect(grid[position]?.[columnIndex]).toBe(
                value === undefined ? "" : typeof value === "number" ? formatDecimal(value) : value,
              );
            });
          }
          // Each row of the data is one record.
          const sources = records.map((position) => table.rows[position]?.source ?? 0);
          expect([...sources].sort((a, b) => a - b)).toEqual(items.map((__, position) => position + 1));
        }),
        { numRuns: 120 },
      );
    });

    test("keeps each merged cell inside the merged cells to its left", () => {
      fc.assert(
        fc.property(someItems, (items) => {
          const { table } = builders[index]!(items);
          const merging = table.columns.map((__, column) =>
            table.rows.some((row) => row.role === "record" && row.cells[column] === null),
          );
          table.rows.forEach((row) => {
            if (row.role !== "record") return;
            // Where a merged cell goes on, every merged cell to its left goes on too.
            const open = row.cells.map((cell, column) => (merging[column] === true ? cell === null : undefined));
            const known = open.filter((one) => one !== undefined);
            expect([...known].sort((a, b) => Number(b) - Number(a))).toEqual(known);
          });
        }),
        { numRuns: 120 },
      );
    });
  },
);

describe("the numbers of a table", () => {
  test("add up to its totals exactly", () => {
    const columns = [
      ["数量", 2],
      ["占比", 3],
    ] as const;
    fc.assert(
      fc.property(someItems, (items) => {
        const { table } = builders[4]!(items);
        const total = table.rows.find(({ role }) => role === "total");
        for (const [name, position] of columns) {
          const numbers = items.flatMap((one) => (typeof one[name] === "number" ? [one[name]] : []));
          const cell = total?.cells[position] ?? null;
          expect(cellText(cell)).toBe(formatDecimal(exactSum(numbers)));
        }
      }),
    );
  });

  test("run from 1 to the number of rows or groups", () => {
    fc.assert(
      fc.property(someItems, fc.constantFrom(0, 1, 2, 4), (items, index) => {
        const { table } = builders[index]!(items);
        const position = table.columns.findIndex(({ kind }) => kind === "ordinal");
        const numbers = table.rows.flatMap((row) => {
          const cell = row.role === "record" ? (row.cells[position] ?? null) : null;
          return cell === null ? [] : [cellText(cell)];
        });
        expect(numbers).toEqual(numbers.map((__, position_) => String(position_ + 1)));
      }),
    );
  });
});

describe("columnWidths", () => {
  const widths = (columns: readonly (readonly [string, number | undefined])[], ...rows: string[][]): number[] =>
    columnWidths(
      columns.map(([header, width]) => ({ header, width })),
      (visit) => rows.forEach((row) => row.forEach((text, column) => visit(column, text))),
    );

  test("follow the longest text, ASCII at half width, within limits", () => {
    const [short = 0, half = 0, full = 0, long = 0] = widths(
      [
        ["甲", undefined],
        ["乙", undefined],
        ["丙", undefined],
        ["丁", undefined],
      ],
      ["子", "abcdefgh", "子丑寅卯", "子".repeat(60)],
    );
    expect(short).toBeLessThan(full);
    expect(half).toBe(full);
    expect(long).toBeLessThan(30);
  });

  test("are the author's where there are any, and always positive", () => {
    expect(
      widths(
        [
          ["甲", 7],
          ["乙", undefined],
        ],
        ["子".repeat(9), ""],
      )[0],
    ).toBe(7);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.constant(undefined)), { minLength: 1 }), (columns) => {
        for (const width of widths(columns)) expect(width).toBeGreaterThan(0);
      }),
    );
  });
});
