import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { exampleCircular } from "../../scripts/write-reference.example.js";
import { nodeFiles } from "../../src/cli/node-files.js";
import type { CircularDocument } from "../../src/document/tree.js";
import { composeEdition } from "../../src/edition/compose-edition.js";
import { documentOf, memoryFiles } from "./compose-in-memory.js";

/** Everything but where in the file it stood. */
function withoutPlaces(document: CircularDocument): unknown {
  return JSON.parse(
    JSON.stringify(document, (key, value: unknown) =>
      ["places", "rows", "source"].includes(key) && isPlace(key, value) ? undefined : value,
    ),
  ) as unknown;
}

/** `rows` of a table are kept, `rows` of a provenance are not. */
function isPlace(key: string, value: unknown): boolean {
  if (key !== "rows") return true;
  return (
    Array.isArray(value) &&
    value.every((row) => typeof row === "number" || (typeof row === "object" && row !== null && "dataset" in row))
  );
}

/** The same YAML with the keys of every map in another order. Scalars are read as written, so that 00123 stays as it is. */
function reordered(source: string, order: (keys: readonly string[]) => string[]): string {
  const shuffle = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(shuffle);
    if (typeof node !== "object" || node === null) return node;
    const map = node as Record<string, unknown>;
    return Object.fromEntries(order(Object.keys(map)).map((key) => [key, shuffle(map[key])]));
  };
  return stringify(shuffle(parse(source, { schema: "failsafe" })), { schema: "failsafe" });
}

/** An order of keys for each seed. */
const byRandom =
  (seed: number) =>
  (keys: readonly string[]): string[] => {
    let state = seed;
    return keys
      .map((key) => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        return { key, rank: state };
      })
      .sort((a, b) => a.rank - b.rank)
      .map(({ key }) => key);
  };

const elements = `${exampleCircular}主送: 各单位
署名: [甲局, 乙局]
公开方式: 主动公开
附注: 此件公开发布
版式: {格式: 红头, 用印: 是, 页码: 居中}
版头: {份号: 12, 紧急程度: 特急, 发文字号: 示府办函〔2024〕12号}
版记: {抄送: 市委办公室, 印发机关: 市政府办, 印发日期: 2024-07-11}
数字格式: {比率小数位: 2}
`;
const body =
  '# 甲\n{{比率 (行数 账号 结果="合格") 账号}}{{列举 账号 名称}}{{分组列举 账号 单位 名称}}\n{{#逐项 地区}}{{名称}}{{检查数}}\n{{/逐项}}';

describe("the order of keys in YAML changes nothing in the document", () => {
  test("in an edition with every element", async () => {
    const expected = withoutPlaces(await documentOf({ body, circular: elements }));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 30 }), async (seed) => {
        const circular = reordered(elements, byRandom(seed));
        expect(withoutPlaces(await documentOf({ body, circular }))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test("in chaozhou-2024q2", async () => {
    const disk = nodeFiles();
    const paths = ["circular.yaml", "inspection.yaml"] as const;
    const build = async (order: (keys: readonly string[]) => string[]): Promise<unknown> => {
      const [circular, inspection] = paths.map((name) =>
        reordered(readFileSync(`data/chaozhou-2024q2/${name}`, "utf8"), order),
      );
      const memory = memoryFiles({
        "data/x/circular.yaml": circular ?? "",
        "data/x/inspection.yaml": inspection ?? "",
      });
      const files = {
        read: (path: string) => memory.read(path) ?? disk.read(path),
        list: (path: string) => memory.list(path) ?? disk.list(path),
      };
      const { document, diagnostics } = await composeEdition(files, "data/x", {
        templatesFolder: "templates",
        dataFiles: ["inspection.yaml"],
      });
      if (document === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
      return withoutPlaces(document);
    };
    const expected = await build((keys) => [...keys]);
    for (const seed of [1, 2, 3]) expect(await build(byRandom(seed))).toEqual(expected);
    expect(await build((keys) => [...keys].reverse())).toEqual(expected);
  });
});
