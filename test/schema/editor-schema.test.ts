import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { beforeEach, describe, expect, test, type TestContext } from "vitest";
import { parse } from "yaml";
import { referenceFiles } from "../../scripts/write-reference.js";
import { nodeFiles } from "../../src/cli/node-files.js";

/*
 * The exported schemas are judged by ajv, which did not make them, on YAML as an editor reads it (the core schema: numbers are
 * numbers). ajv comes with ESLint.
 */

interface Validator {
  compile: (
    schema: object,
  ) => ((value: unknown) => boolean) & { errors?: readonly { dataPath: string; message?: string }[] | null };
}

function loadValidator(context: TestContext): Validator {
  try {
    const eslint = createRequire(createRequire(import.meta.url).resolve("eslint"));
    const Ajv = eslint("ajv") as new (options: object) => Validator;
    return new Ajv({ allErrors: true });
  } catch (error) {
    if (process.env["TONGBAO_REQUIRE_OUTSIDE"] === "1") throw error;
    context.skip("not run: ajv is not installed");
    throw error;
  }
}

const schemas = new Map(
  (await referenceFiles(nodeFiles())).flatMap(({ path, content }) =>
    path.endsWith(".json")
      ? [[path.split("/").at(-1)!.replace(".schema.json", ""), JSON.parse(content) as object] as const]
      : [],
  ),
);

let complaintsOf: (schema: string, value: unknown) => string[];

beforeEach((context) => {
  const ajv = loadValidator(context);
  complaintsOf = (name, value) => {
    const validate = ajv.compile(schemas.get(name) ?? {});
    return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.dataPath} ${error.message ?? ""}`);
  };
});

const read = (path: string): Record<string, unknown> => parse(readFileSync(path, "utf8")) as Record<string, unknown>;

const editions = readdirSync("data")
  .filter((name) => existsSync(`data/${name}/circular.yaml`))
  .map((name) => ({ name, type: String(read(`data/${name}/circular.yaml`)["通报类型"]) }));

/** Every value with one of its keys misspelt, at any depth: what an editor must underline. */
function* misspelt(value: unknown, path: string): Generator<{ path: string; wrong: unknown }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.slice(0, 2).entries()) {
      for (const inner of misspelt(item, `${path}[${index}]`)) {
        yield { path: inner.path, wrong: value.map((old: unknown, other) => (other === index ? inner.wrong : old)) };
      }
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const others = Object.entries(value).filter(([other]) => other !== key);
      yield { path: `${path}.${key}`, wrong: Object.fromEntries([...others, [`${key}错`, inner]]) };
      for (const deeper of misspelt(inner, `${path}.${key}`)) {
        yield { path: deeper.path, wrong: Object.fromEntries([...others, [key, deeper.wrong]]) };
      }
    }
  }
}

describe.each(editions)("the schemas of $type and the files of $name", ({ name, type }) => {
  test("circular.yaml fits", () => {
    expect(complaintsOf(type, read(`data/${name}/circular.yaml`))).toEqual([]);
  });

  test("a misspelt key in circular.yaml does not fit", () => {
    const variants = [...misspelt(read(`data/${name}/circular.yaml`), "")];
    expect(variants.length).toBeGreaterThan(5);
    expect(variants.filter(({ wrong }) => complaintsOf(type, wrong).length === 0).map(({ path }) => path)).toEqual([]);
  });
});

const editionsWithTables = editions
  .map((edition) => ({ ...edition, dataFile: `data/${edition.name}/inspection.yaml` }))
  .filter(({ dataFile }) => existsSync(dataFile));

describe.each(editionsWithTables)("the schemas of $type and $dataFile", ({ name, type, dataFile }) => {
  test("inspection.yaml fits, also written into circular.yaml", () => {
    const data = read(dataFile);
    expect(complaintsOf(`${type}.data`, data)).toEqual([]);
    expect(complaintsOf(type, { ...read(`data/${name}/circular.yaml`), 数据表: data })).toEqual([]);
  });

  test("a misspelt table or column in inspection.yaml does not fit", () => {
    const variants = [...misspelt(read(dataFile), "")];
    expect(variants.length).toBeGreaterThan(3);
    expect(
      variants.filter(({ wrong }) => complaintsOf(`${type}.data`, wrong).length === 0).map(({ path }) => path),
    ).toEqual([]);
  });
});

describe.each(readdirSync("templates").filter((name) => existsSync(`templates/${name}/type.yaml`)))(
  "the schema of type.yaml and templates/%s",
  (name) => {
    /** Names that authors give themselves: any is right. */
    const ownName = /^\.(字段|数据表|事实|简称)\.[^.]+$|\.(列|字段|取值别名|另算|变化|分数线|平台字母)\.[^.]+$/u;

    test("type.yaml fits", () => {
      expect(complaintsOf("type", read(`templates/${name}/type.yaml`))).toEqual([]);
    });

    test("a misspelt key does not fit", () => {
      const variants = [...misspelt(read(`templates/${name}/type.yaml`), "")].filter(({ path }) => !ownName.test(path));
      expect(variants.length).toBeGreaterThan(20);
      expect(variants.filter(({ wrong }) => complaintsOf("type", wrong).length === 0).map(({ path }) => path)).toEqual(
        [],
      );
    });
  },
);

describe("what an editor offers", () => {
  const chaozhou = schemas.get("chaozhou-quarterly.data") as {
    properties: Record<string, { items: { properties: Record<string, { enum?: unknown[]; description?: string }> } }>;
  };

  test("columns with their descriptions, in the order of the type", () => {
    const columns = chaozhou.properties["网站"]?.items.properties ?? {};
    expect(Object.keys(columns).slice(0, 4)).toEqual(["网站名称", "单项否决类严重问题", "其他问题", "得分情况"]);
    expect(columns["得分情况"]?.description).toContain("评分的网站填得分");
  });

  test("the values of a column of choices, and the spellings that are read as one of them", () => {
    expect(chaozhou.properties["新媒体"]?.items.properties["结果"]?.enum).toEqual(["合格", "不合格", "√", "×"]);
  });

  test("wrong values do not fit", () => {
    const row = { 序号: 1, 单位名称: "甲", 账号类型: "微信", 账号名称: "乙", 结果: "合格" };
    const complaints = (change: object): number =>
      complaintsOf("chaozhou-quarterly.data", { 新媒体: [{ ...row, ...change }] }).length;
    expect(complaints({})).toBe(0);
    for (const wrong of [{ 结果: "良好" }, { 结果: null }, { 序号: 0 }, { 序号: 1.5 }, { 单位名称: ["甲", "乙"] }]) {
      expect([wrong, complaints(wrong) > 0]).toEqual([wrong, true]);
    }
  });
});
