import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";
import type { Provenance } from "../../src/document/tree.js";
import type { FactValue } from "../../src/facts/values.js";
import { bodyValues, documentOf } from "../edition/compose-in-memory.js";
import { composed, evaluated, prepareExample, withRows, type PreparedExample } from "../edition/prepared-example.js";

/*
 * Whatever is printed knows the rows it was counted from: exactly those, no more and no fewer. The expected rows are worked out here
 * by the plainest means.
 */

const type = `${exampleType.replace(
  "附件:",
  `  事项:
    列: {单位: {}, 类型: {}, 分数: {类型: 数值}, 标签: {类型: 列表}}

附件:`,
)}
事实:
  甲类: 筛选 事项 类型="甲"
  甲类数: 行数 甲类
`;

interface Item {
  readonly unit: string | undefined;
  readonly kind: string | undefined;
  readonly score: number | undefined;
  readonly labels: readonly string[];
}

const items = fc.array(
  fc.record({
    unit: fc.option(fc.constantFrom("子", "丑", "寅"), { nil: undefined, freq: 6 }),
    kind: fc.option(fc.constantFrom("甲", "乙"), { nil: undefined, freq: 6 }),
    score: fc.option(fc.constantFrom(0, 1, 2.5, 10, 100), { nil: undefined, freq: 6 }),
    labels: fc.uniqueArray(fc.constantFrom("红", "黄", "蓝"), { maxLength: 3 }),
  }),
  { maxLength: 12 },
);

let example: PreparedExample;
beforeAll(async () => {
  example = await prepareExample({ type, circular: `${exampleCircular}  事项: []\n` });
});

function withItems(rows: readonly Item[]): PreparedExample {
  const values = rows.map(({ unit, kind, score, labels }) => [
    unit,
    kind,
    score,
    labels.length === 0 ? undefined : labels,
  ]);
  return { ...example, edition: withRows(example.edition, "事项", values) };
}

/** The line numbers of the items that meet a condition. */
const rowsWhere = (rows: readonly Item[], holds: (item: Item) => boolean): number[] =>
  rows.flatMap((item, index) => (holds(item) ? [index + 1] : []));

function scalar(value: FactValue): { readonly text: string; readonly rows: readonly number[] } {
  if (value.kind !== "scalar") throw new Error(`a ${value.kind} instead of a scalar`);
  return { text: value.text, rows: rowsOf(value.provenance) };
}

const rowsOf = (provenance: Provenance): readonly number[] =>
  provenance.rows.flatMap((set) => (set.dataset === "事项" ? set.rows : []));

/** A condition in the language and in plain terms. */
const conditions: readonly (readonly [string, (item: Item) => boolean])[] = [
  ["", () => true],
  ['类型="甲"', ({ kind }) => kind === "甲"],
  ['类型="甲" 单位="子"', ({ kind, unit }) => kind === "甲" && unit === "子"],
  ['标签="红"', ({ labels }) => labels.includes("红")],
  ['标签="红" 类型="乙"', ({ labels, kind }) => labels.includes("红") && kind === "乙"],
  ["分数=2.5", ({ score }) => score === 2.5],
  ['单位=""', ({ unit }) => unit === undefined],
  ['标签=""', ({ labels }) => labels.length === 0],
];
const condition = fc.constantFrom(...conditions);

const check = (property: (rows: readonly Item[], written: string, holds: (item: Item) => boolean) => void): void => {
  fc.assert(
    fc.property(items, condition, (rows, [written, holds]) => {
      property(rows, written, holds);
    }),
    { numRuns: 200 },
  );
};

describe("the rows of", () => {
  test("行数 are those that meet the conditions", () => {
    check((rows, written, holds) => {
      const expected = rowsWhere(rows, holds);
      expect(scalar(evaluated(withItems(rows), `行数 事项 ${written}`))).toEqual({
        text: String(expected.length),
        rows: expected,
      });
    });
  });

  test("行数 of rows selected in several steps are those that are left", () => {
    check((rows, written, holds) => {
      const expected = rowsWhere(rows, (item) => holds(item) && item.score !== undefined && item.score > 1);
      const expression = `行数 (排序 (筛选 (筛选 事项 ${written}) 列=分数 大于=1) 分数)`;
      expect(scalar(evaluated(withItems(rows), expression))).toEqual({ text: String(expected.length), rows: expected });
    });
  });

  test("种数 are all that were looked at, and it counts each value once", () => {
    check((rows, written, holds) => {
      const chosen = rows.filter(holds);
      const units = new Set(chosen.flatMap(({ unit }) => unit ?? []));
      const labels = new Set(chosen.flatMap((item) => item.labels));
      const found = withItems(rows);
      expect(scalar(evaluated(found, `种数 事项 单位 ${written}`))).toEqual({
        text: String(units.size),
        rows: rowsWhere(rows, holds),
      });
      expect(scalar(evaluated(found, `种数 事项 标签 ${written}`)).text).toBe(String(labels.size));
    });
  });

  test("合计 are those that were added", () => {
    check((rows, written, holds) => {
      const sum = rows.filter(holds).reduce((total, { score = 0 }) => total + score * 10, 0) / 10;
      expect(scalar(evaluated(withItems(rows), `合计 事项 分数 ${written}`))).toEqual({
        text: String(sum),
        rows: rowsWhere(rows, holds),
      });
    });
  });

  test("最大值 and 最小值 are those that have it", () => {
    check((rows, written, holds) => {
      const scores = rows.filter(holds).flatMap(({ score }) => score ?? []);
      if (scores.length === 0) return;
      for (const [helper, best] of [
        ["最大值", Math.max(...scores)],
        ["最小值", Math.min(...scores)],
      ] as const) {
        const expected = rowsWhere(rows, (item) => holds(item) && item.score === best);
        expect(scalar(evaluated(withItems(rows), `${helper} 事项 分数 ${written}`))).toEqual({
          text: String(best),
          rows: expected,
        });
      }
    });
  });

  test("比率, 加 and 减 are those of all their parts, each once", () => {
    check((rows, written, holds) => {
      const all = rowsWhere(rows, () => true);
      const some = rowsWhere(rows, holds);
      const found = withItems(rows);
      expect(scalar(evaluated(found, `加 (行数 事项 ${written}) (行数 事项)`))).toEqual({
        text: String(all.length + some.length),
        rows: all,
      });
      expect(scalar(evaluated(found, `减 (行数 事项 ${written}) 甲类数`)).rows).toEqual(
        rowsWhere(rows, (item) => holds(item) || item.kind === "甲"),
      );
      if (all.length === 0) return;
      expect(scalar(evaluated(found, `比率 (行数 事项 ${written}) 事项 小数位=6`)).rows).toEqual(all);
    });
  });

  test("a fact are the same wherever it is used", () => {
    check((rows) => {
      const expected = rowsWhere(rows, ({ kind }) => kind === "甲");
      expect(scalar(evaluated(withItems(rows), "甲类数"))).toEqual({ text: String(expected.length), rows: expected });
    });
  });

  test("each name of 列举 are those it stands in, and those of its number are all", () => {
    check((rows, written, holds) => {
      for (const [column, values] of [
        ["单位", (item: Item) => [item.unit ?? ""]],
        ["标签", (item: Item) => item.labels],
      ] as const) {
        const names = [...new Set(rows.filter(holds).flatMap((item) => values(item)))].filter((name) => name !== "");
        if (names.length === 0) continue;
        const value = evaluated(withItems(rows), `列举 事项 ${column} 等=true 量词="个" ${written}`);
        const nodes =
          value.kind === "run" ? value.children.flatMap((child) => (child.type === "value" ? [child] : [])) : [];
        expect(nodes.map((node) => [node.value, rowsOf(node.provenance)])).toEqual([
          ...names.map((name) => [name, rowsWhere(rows, (item) => holds(item) && values(item).includes(name))]),
          [String(names.length), rowsWhere(rows, holds)],
        ]);
      }
    });
  });

  test("each group and each item of 分组列举 are its own", () => {
    check((rows, written, holds) => {
      const complete = rows.filter((item) => item.unit !== undefined && item.kind !== undefined);
      if (!complete.some(holds)) return;
      const value = evaluated(withItems(complete), `分组列举 事项 单位 类型 ${written}`);
      const nodes =
        value.kind === "run" ? value.children.flatMap((child) => (child.type === "value" ? [child] : [])) : [];
      const expected = [...new Set(complete.filter(holds).map(({ unit }) => unit))].flatMap((unit) => {
        const members = complete.filter((item) => holds(item) && item.unit === unit);
        return [
          [unit, rowsWhere(complete, (item) => holds(item) && item.unit === unit)],
          ...[...new Set(members.map(({ kind }) => kind))].map((kind) => [
            kind,
            rowsWhere(complete, (item) => holds(item) && item.unit === unit && item.kind === kind),
          ]),
        ];
      });
      expect(nodes.map((node) => [node.value, rowsOf(node.provenance)])).toEqual(expected);
    });
  });

  test("前几行 are the first ones", () => {
    check((rows, written, holds) => {
      const expected = rowsWhere(rows, holds).slice(0, 3);
      expect(scalar(evaluated(withItems(rows), `行数 (前几行 事项 3 ${written})`)).rows).toEqual(expected);
    });
  });
});

describe("in the document", () => {
  test("a printed number says how it was got and from which rows of which file", async () => {
    const document = await documentOf({
      body: '不合格{{行数  账号 结果="不合格"}}个，{{#逐项 地区 名称="乙市"}}{{检查数}}{{/逐项}}，{{月日 截止}}。',
    });
    const file = "data/示例/circular.yaml";
    expect(bodyValues(document)).toEqual([
      {
        type: "value",
        value: "1",
        provenance: {
          expression: '行数 账号 结果="不合格"',
          places: [],
          rows: [{ dataset: "账号", file, rows: [13] }],
        },
      },
      {
        type: "value",
        value: "5",
        provenance: {
          expression: "检查数",
          places: [{ file, line: 17, column: 21 }],
          rows: [{ dataset: "地区", file, rows: [17] }],
        },
      },
      {
        type: "value",
        value: "7月20日",
        provenance: { expression: "月日 截止", places: [{ file, line: 6, column: 5 }], rows: [] },
      },
    ]);
  });

  test("the numbers of a group are of its rows only", async () => {
    const rows: Item[] = ["子", "丑", "子"].map((unit) => ({ unit, kind: "甲", score: 1, labels: [] }));
    const found = withItems(rows);
    const body = "{{#分组 事项 单位}}{{名称}}{{行数 行}}\n{{/分组}}";
    const { prepared } = await prepareExample({ type, body, circular: `${exampleCircular}  事项: []\n` });
    const document = composed({ prepared, edition: found.edition });
    expect(bodyValues(document).map(({ value, provenance }) => [value, rowsOf(provenance)])).toEqual([
      ["子", [1, 3]],
      ["2", [1, 3]],
      ["丑", [2]],
      ["1", [2]],
    ]);
  });

  test("two rows on one line of the file count as two and are named once", async () => {
    const circular = exampleCircular.replace(
      / {2}地区:[\s\S]*$/u,
      "  地区: [{名称: 甲市, 检查数: 1}, {名称: 乙市, 检查数: 2}]\n",
    );
    const [number] = bodyValues(await documentOf({ body: "{{行数 地区}}", circular }));
    expect([number?.value, number?.provenance.rows]).toEqual([
      "2",
      [{ dataset: "地区", file: "data/示例/circular.yaml", rows: [15] }],
    ]);
  });
});
