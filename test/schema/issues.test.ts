import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { diagnosticCodes } from "../../src/diagnostics/catalogue.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { readYaml } from "../../src/input/yaml/read-yaml.js";
import { toPlain } from "../../src/input/yaml/yaml-node.js";
import { circularFileForm } from "../../src/schema/circular-file.js";
import { handledIssueCodes, issueDiagnostics } from "../../src/schema/issues.js";
import { toJsonSchema } from "../../src/schema/json-schema.js";
import type { Form } from "../../src/schema/forms.js";
import { schemaOf } from "../../src/schema/schema-of.js";
import { typeFileForm } from "../../src/schema/type-file.js";
import { withoutEmpty } from "../../src/schema/validate-file.js";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";
import { prepareExample } from "../edition/prepared-example.js";

describe("the codes that zod can raise", () => {
  const zod = dirname(createRequire(import.meta.url).resolve("zod/package.json"));

  test("are all handled: those in its types", () => {
    const types = readFileSync(join(zod, "v4", "core", "errors.d.ts"), "utf8");
    const codes = new Set([...types.matchAll(/readonly code: "(\w+)"/gu)].map(([, code]) => code));
    expect([...codes].sort()).toEqual([...handledIssueCodes].sort());
  });

  test("are all handled: those in its source", () => {
    const sources = ["schemas.js", "checks.js", "core.js", "api.js"].map((name) =>
      readFileSync(join(zod, "v4", "core", name), "utf8"),
    );
    const codes = new Set(
      sources.flatMap((source) => [...source.matchAll(/\bcode: "(\w+)"/gu)].map(([, code]) => code)),
    );
    expect(codes.size).toBeGreaterThan(8);
    expect([...codes].filter((code) => !(handledIssueCodes as readonly string[]).includes(code ?? ""))).toEqual([]);
  });
});

type Check = (source: string) => Diagnostic[];
let checkCircular: Check;
const checkType: Check = (source) => checked(source, typeFileForm);

beforeAll(async () => {
  const type = exampleType.replace(
    "  联系单位:",
    `  公开: {类型: 是否}
  级别: {类型: 选项, 取值: [甲, 乙], 必填: 是}
  人数: {类型: 整数, 最小: 1, 最大: 9}
  名单: {类型: 列表, 格式: "[甲乙]", 格式说明: 甲或乙}
  要求: {类型: 组, 必填: 是, 字段: {截止: {类型: 日期, 必填: 是}, 电话: {类型: 编码, 格式: '\\d{8}'}}}
  经费: {类型: 多项, 字段: {项目: {必填: 是}, 金额: {类型: 数值, 小数位: 2}}}
  联系单位:`,
  );
  const { prepared } = await prepareExample({
    type,
    circular: `${exampleCircular}级别: 甲\n要求: {截止: 2024-07-20}\n`,
  });
  const form = circularFileForm(prepared.type);
  for (const schema of [schemaOf(typeFileForm), schemaOf(form)]) {
    JSON.stringify(toJsonSchema(schema), (key, value: unknown) => {
      if (key === "description" || key === "enum") wordsIn(JSON.stringify(value)).forEach((word) => ownWords.add(word));
      return value;
    });
  }
  checkCircular = (source) => checked(source, form);
});

function checked(source: string, form: Form<unknown>): Diagnostic[] {
  const { root } = readYaml(new TextEncoder().encode(source), "文件.yaml");
  if (root === undefined) return [];
  const schema = schemaOf(form);
  const result = schema.safeParse(withoutEmpty(toPlain(root)));
  return result.success ? [] : issueDiagnostics(result.error.issues, root, schema);
}

/** The words of a message that are neither Chinese, nor quoted from the file, nor those of our own descriptions (`templates`, `.xlsx`). */
function foreignWords({ message, actual = "", expected = "", hint = "" }: Diagnostic): string[] {
  const own = [message, expected, hint].join("\n").replace(/“[^”]*”/gu, "");
  return wordsIn(own).filter((word) => !ownWords.has(word) && !actual.includes(word));
}

const wordsIn = (text: string): string[] => text.match(/[A-Za-z]{2,}/gu) ?? [];

/** Descriptions and permitted values of both files, as an editor shows them. */
const ownWords = new Set(["Excel", "YAML"]);

/** What can be wrong about a value: of another shape, of another kind, out of range, empty, too deep. */
const wrongValues: readonly unknown[] = [
  "",
  " ",
  null,
  "甲",
  "Invalid input",
  "1.5",
  "-1",
  "99999999999",
  "2024-02-30",
  "是",
  "maybe",
  [],
  [[]],
  ["甲", ["乙"]],
  ["甲", "甲"],
  [{}],
  {},
  { 甲: "乙" },
  { 年: "二〇二四" },
  { 年: "2024", 季度: "2", 月: "3" },
  { 年: "2024", 月: "5", 至月: "4" },
  { 起: "2024-07-01", 止: "2024-06-30" },
  { 比率小数位: "7" },
  { 格式: "红色" },
];

const keys = [
  ...[
    "通报类型",
    "期间",
    "发文机关",
    "标题",
    "主送",
    "署名",
    "成文日期",
    "公开方式",
    "附注",
    "版式",
    "版头",
    "版记",
    "数字格式",
    "数据文件",
    "数据表",
  ],
  ...[
    "截止",
    "检查时间",
    "联系单位",
    "公开",
    "级别",
    "人数",
    "名单",
    "要求",
    "经费",
    "年",
    "季度",
    "格式",
    "错键",
    "Key",
  ],
  ...[
    "名称",
    "说明",
    "附件称谓",
    "字段",
    "事实",
    "附件",
    "核对",
    "类型",
    "必填",
    "取值",
    "取值别名",
    "最小",
    "小数位",
    "列",
    "主键",
    "工作表",
    "引用",
  ],
  ...[
    "内容",
    "表",
    "注",
    "方向",
    "当",
    "宽",
    "对齐",
    "合并",
    "序号",
    "按",
    "排序",
    "合计",
    "求和",
    "备注",
    "条件",
    "级别",
    "逐行",
  ],
];

const structure = fc.letrec<{ node: unknown; map: Record<string, unknown> }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(...wrongValues),
    fc.string({ maxLength: 6 }),
    fc.array(tie("node"), { maxLength: 3 }),
    tie("map"),
  ),
  map: fc.dictionary(fc.constantFrom(...keys), tie("node"), { maxKeys: 5 }),
}));

/** A right file with one or two things in it replaced. */
const distorted = (source: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> =>
  fc.array(fc.tuple(fc.nat(), fc.constantFrom(...wrongValues)), { minLength: 1, maxLength: 3 }).map((changes) => {
    const copy = structuredClone(source) as Record<string, unknown>;
    for (const [position, value] of changes) {
      const slots = slotsOf(copy);
      const slot = slots[position % slots.length];
      if (slot !== undefined) (slot.holder as Record<string | number, unknown>)[slot.key] = structuredClone(value);
    }
    return copy;
  });

function slotsOf(node: unknown): { holder: object; key: string | number }[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => [{ holder: node, key }, ...slotsOf(child)]);
}

const plain = (source: string): Record<string, unknown> =>
  toPlain(readYaml(new TextEncoder().encode(source), "文件.yaml").root!) as Record<string, unknown>;

const rightCircular = plain(
  `${exampleCircular}级别: 甲\n要求: {截止: 2024-07-20, 电话: 12345678}\n经费: [{项目: 甲, 金额: 1.5}]\n名单: [甲]\n版式: {格式: 红头, 用印: 是}\n版头: {份号: 1}\n数字格式: {比率小数位: 1}\n标题: [甲, 乙]\n`,
);
const rightType = plain(`${exampleType}事实: {甲: 行数 账号}\n核对: [{说明: 甲, 条件: 账号, 级别: 警告}]\n`);

describe("whatever is wrong in a file", () => {
  const verify = (found: readonly Diagnostic[]): void => {
    for (const diagnostic of found) {
      expect(diagnosticCodes()).toContain(diagnostic.code);
      expect(foreignWords(diagnostic)).toEqual([]);
      expect(diagnostic.message).not.toMatch(/undefined|\[object|NaN|。$/u);
      expect(diagnostic.place.file).toBe("文件.yaml");
      expect(diagnostic.place.line).toBeGreaterThan(0);
    }
  };
  const runs = { numRuns: 250 };

  test("is said in words of the catalogue: circular.yaml of any shape", () => {
    fc.assert(
      fc.property(structure.map, (value) => {
        verify(checkCircular(stringify(value)));
      }),
      runs,
    );
  });

  test("is said in words of the catalogue: type.yaml of any shape", () => {
    fc.assert(
      fc.property(structure.map, (value) => {
        verify(checkType(stringify(value)));
      }),
      runs,
    );
  });

  test("is said in words of the catalogue, at least once: a circular.yaml that was right", () => {
    fc.assert(
      fc.property(distorted(rightCircular), (value) => {
        verify(checkCircular(stringify(value)));
      }),
      runs,
    );
  });

  test("is said in words of the catalogue: a type.yaml that was right", () => {
    fc.assert(
      fc.property(distorted(rightType), (value) => {
        verify(checkType(stringify(value)));
      }),
      runs,
    );
  });

  test("the files that are distorted here have nothing wrong with them before", () => {
    expect([checkCircular(stringify(rightCircular)), checkType(stringify(rightType))]).toEqual([[], []]);
  });
});

describe("a misspelt key", () => {
  const found = (source: string): string[] =>
    checkCircular(source).flatMap(({ code, place, hint }) =>
      code === "key-unknown"
        ? [`${place.line ?? 0}:${place.column ?? 0} ${/“(.*?)”/u.exec(hint ?? "")?.[1] ?? ""}`]
        : [],
    );

  test("is reported where it stands, with the nearest right one, at any depth", () => {
    expect(
      found(
        "主关: 甲\n版式:\n  格势: 红头\n期间: {年: 2024, 季: 2}\n要求: {截至: 2024-07-20}\n经费:\n  - {项目: 甲, 金钱: 1}\n署名: 甲\n版本: 1\n",
      ),
    ).toEqual(["4:15 季度", "3:3 格式", "5:6 截止", "7:13 金额", "1:1 主送", "9:1 版式"]);
  });
});
