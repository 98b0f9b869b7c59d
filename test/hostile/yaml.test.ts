import { describe, expect, test } from "vitest";
import { readYaml } from "../../src/input/yaml/read-yaml.js";
import { toPlain } from "../../src/input/yaml/yaml-node.js";
import { composeInMemory } from "../edition/compose-in-memory.js";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";

/** YAML made to exhaust the machine, or to change what JavaScript objects are. */

function codesOf(text: string): string[] {
  return readYaml(new TextEncoder().encode(text), "circular.yaml").diagnostics.map(({ code }) => code);
}

describe("billion laughs", () => {
  const level = (n: number): string =>
    `${String.fromCharCode(97 + n)}: &${String.fromCharCode(97 + n)} [${Array(10)
      .fill(n === 0 ? "哈" : `*${String.fromCharCode(96 + n)}`)
      .join(", ")}]\n`;

  test("ten references to ten references, nine times", () => {
    expect(codesOf(Array.from({ length: 10 }, (_, n) => level(n)).join(""))).toEqual(["yaml-alias-expansion"]);
  });

  test("a list that contains itself", () => {
    expect(codesOf("a: &a [*a]\n")).toHaveLength(1);
  });
});

describe("deep nesting", () => {
  const deep = 100_000;

  test.each([
    ["square brackets", `a: ${"[".repeat(deep)}${"]".repeat(deep)}`],
    ["square brackets that are never closed", `a: ${"[".repeat(deep)}`],
    ["braces", `a: ${"{a: ".repeat(deep)}${"}".repeat(deep)}`],
    ["dashes", `${"- ".repeat(deep)}a`],
    ["question marks", `${"? ".repeat(deep)}a`],
    ["indentation", Array.from({ length: 1000 }, (_, n) => `${" ".repeat(n)}a:\n`).join("")],
  ])("%s", (_, text) => {
    expect(codesOf(text)).toContain("yaml-too-deep");
  });
});

test("ten thousand lines that each begin with a tab are one mistake", () => {
  expect(codesOf(`a:\n${"\tb: 1\n".repeat(10_000)}`)).toEqual(["yaml-tab"]);
});

describe("prototype access", () => {
  test("keys called __proto__ and constructor are keys like any other", () => {
    const { root } = readYaml(
      new TextEncoder().encode("__proto__: {危险: 是}\nconstructor: {prototype: {危险: 是}}\n"),
      "a.yaml",
    );
    const plain = toPlain(root!) as Record<string, unknown>;
    expect(Object.keys(plain)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(plain)).toBeNull();
    expect(({} as Record<string, unknown>)["危险"]).toBeUndefined();
  });

  test.each(["constructor", "toString", "hasOwnProperty", "prototype", "valueOf"])(
    "an element, a field, a dataset, a column and a value called %s",
    async (name) => {
      const inCircular = await composeInMemory({ circular: `${exampleCircular}${name}: 甲\n` });
      expect(inCircular.diagnostics.map(({ code }) => code)).toEqual(["key-unknown"]);
      // Declared, they are names; nobody has to like them.
      const type = exampleType
        .replace("联系单位:", `${name}:`)
        .replace("  地区:\n    列:\n", `  地区:\n    列:\n      ${name}: {}\n`)
        .replace("类型: 选项, 取值: [合格", `类型: 选项, 取值: [${name}, 合格`);
      const circular = exampleCircular
        .replace("名称: 示例教育, 结果: 合格", `名称: ${name}, 结果: ${name}`)
        .replace("{名称: 甲市,", `{名称: 甲市, ${name}: 值,`)
        .replace("截止: 2024-07-20", `截止: 2024-07-20\n${name}: 某单位`);
      const body = `联系{{${name}}}，{{行数 账号 结果="${name}"}}个。`;
      const { document, diagnostics } = await composeInMemory({ type, circular, body });
      expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
      expect(JSON.stringify(document)).toContain("某单位");
      expect(({} as Record<string, unknown>)["某单位"]).toBeUndefined();
    },
  );

  test("__proto__ as the name of a dataset or a column is never taken for one, and changes nothing", async () => {
    for (const [type, circular] of [
      [exampleType.replaceAll("地区", "__proto__"), exampleCircular.replace("地区:", "__proto__:")],
      [exampleType.replace("检查数: {", "__proto__: {"), exampleCircular.replaceAll("检查数:", "__proto__:")],
    ] as const) {
      const { document, diagnostics } = await composeInMemory({ type, circular, body: "有{{行数 __proto__}}个。" });
      expect(document).toBeUndefined();
      expect(diagnostics.map(({ code }) => code)).toContain("template-unknown-name");
      expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("甲市");
      expect(({} as Record<string, unknown>)["列"]).toBeUndefined();
    }
  });
});
