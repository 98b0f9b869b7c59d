import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { readYaml } from "../../src/input/yaml/read-yaml.js";
import { toPlain } from "../../src/input/yaml/yaml-node.js";
import { circularElementsForm, circularFileForm } from "../../src/schema/circular-file.js";
import { refused, type Form } from "../../src/schema/forms.js";
import { schemaOf } from "../../src/schema/schema-of.js";
import { typeFileForm } from "../../src/schema/type-file.js";
import { withoutEmpty } from "../../src/schema/validate-file.js";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";
import { prepareExample } from "../edition/prepared-example.js";
import { projectPath } from "../circulars/built-circular.js";

/** Says how the two readers of a form disagree about a value, if they do. */
function disagreement(form: Form<unknown>, value: unknown): string | undefined {
  const read = form.read(value);
  const parsed = schemaOf(form).safeParse(value);
  if ((read === refused) === parsed.success) return `read ${String(read !== refused)}, zod ${String(parsed.success)}`;
  if (parsed.success) expect(read).toEqual(parsed.data);
  return undefined;
}

const plain = (source: string): unknown =>
  withoutEmpty(toPlain(readYaml(new TextEncoder().encode(source), "文件.yaml").root!));

/** Every kind of field that a type can declare. */
const type = exampleType.replace(
  "  联系单位:",
  `  公开: {类型: 是否}
  级别: {类型: 选项, 取值: [甲, 乙], 必填: 是}
  人数: {类型: 整数, 最小: 1, 最大: 9}
  名单: {类型: 列表, 格式: "[甲乙]", 格式说明: 甲或乙}
  范围: {类型: 起止日期, 缺省: {起: 2024-07-01, 止: 2024-07-02}}
  标准: {类型: 百分比, 缺省: "98.5"}
  要求: {类型: 组, 必填: 是, 字段: {截止: {类型: 日期, 必填: 是}, 电话: {类型: 编码, 格式: '\\d{8}'}}}
  经费: {类型: 多项, 字段: {项目: {必填: 是}, 金额: {类型: 数值, 小数位: 2}}}
  联系单位:`,
);
const circular = `${exampleCircular}级别: 甲
范围: {起: 2024-07-01, 止: 2024-07-05}
要求: {截止: 2024-07-20, 电话: 12345678}
经费: [{项目: 甲, 金额: 1.5}]
名单: [甲]
版式: {格式: 红头, 用印: 是}
版头: {份号: 1, 发文机关标志: [甲, 乙]}
版记: {抄送: 甲, 印发日期: 2024-07-11}
数字格式: {比率小数位: 1}
简称: {甲办: 甲市办公室}
核稿: [{规则: heading-single, 级别: 关闭, 理由: 甲}]
标题: [甲, 乙]
`;

/** A right value with one or two things in it replaced, left out or added. */
function distorted(right: unknown): fc.Arbitrary<unknown> {
  const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...replacements)), { minLength: 0, maxLength: 2 });
  return changes.map((wanted) => {
    const copy = structuredClone(right);
    for (const [position, replacement] of wanted) {
      const slots = slotsIn(copy);
      const slot = slots[position % slots.length];
      if (slot !== undefined) replacement(slot.holder, slot.key);
    }
    return withoutEmpty(copy);
  });
}

type Holder = Record<string, unknown>;
type Replacement = (holder: Holder, key: string) => void;

const values: readonly unknown[] = [
  ...[
    "",
    " ",
    "甲",
    " 甲 ",
    "甲\n乙",
    "\u0007",
    "1",
    "0",
    "-1.5",
    "1.5.5",
    "99999999999",
    "00012",
    "2024-02-30",
    "98%",
  ],
  ...[
    "2024年7月1日",
    "是",
    "true",
    "maybe",
    "特急",
    "逐行",
    "条件",
    "引用",
    "排名",
    "纵向",
    null,
    [],
    {},
    ["甲"],
    ["甲", ""],
  ],
  ...[[["甲"]], [null], { 甲: "乙" }, { 甲: "" }, { "": "乙" }, { 起: "2024-07-02", 止: "2024-07-01" }],
  ...[
    { 年: "2024" },
    { 年: "2024", 季度: "2", 月: "3" },
    { 年: "2024", 月: "5", 至月: "4" },
    { 按: "甲" },
    { 按: ["甲"] },
  ],
];

const replacements: readonly Replacement[] = [
  ...values.map(
    (value): Replacement =>
      (holder, key) =>
        (holder[key] = structuredClone(value)),
  ),
  (holder, key) => Reflect.deleteProperty(holder, key),
  (holder, key) => (holder[`${key}错`] = holder[key]),
  (holder) => {
    if (!Array.isArray(holder)) Object.assign(holder, { constructor: "甲" });
  },
];

function slotsIn(node: unknown): { holder: Holder; key: string }[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => [{ holder: node as Holder, key }, ...slotsIn(child)]);
}

const rules = `核对:
  - {说明: 甲, 条件: 账号, 级别: 警告}
  - {规则: 条件, 说明: 甲, 条件: 账号, 逐行: 账号}
  - {规则: 引用, 数据表: 账号, 列: 单位, 名册: {数据表: 账号, 列: 名称}, 认简称: 否}
  - {规则: 结论与问题, 数据表: 甲, 对象: 乙, 结论: 丙, 不合格: [丁], 问题表: 戊, 问题对象: 己, 否决: {列: 庚, 值: 辛}}
  - {规则: 不重复, 数据表: 甲, 列: [乙, 丙], 比对: [{数据表: 丁, 列: 戊}]}
  - {规则: 等次, 数据表: 甲, 等次: 乙, 按: 丙, 分数线: {优: 90, 良: 80.5}}
  - {规则: 编码, 数据表: 甲, 列: 乙, 种类: 网站, 平台字母: {WX: [微信]}}
  - {规则: 日期顺序, 日期: [甲, 乙]}
  - {规则: 与上期比较, 数据表: 甲, 变化: {乙: {差: 1}}}
`;

const runs = { numRuns: 1500 };

describe("what is read without zod is what zod makes of it, and nothing else is read", () => {
  const typeFiles = readdirSync(projectPath("templates"))
    .map((name) => projectPath("templates", name, "type.yaml"))
    .map((path) => readFileSync(path, "utf8"));
  let form: Form<unknown>;

  beforeAll(async () => {
    const { prepared } = await prepareExample({ type, circular });
    form = circularFileForm(prepared.type);
  });

  test.each([...typeFiles, exampleType, `${exampleType}${rules}`])("type.yaml", (source) => {
    const right = plain(source);
    expect(typeFileForm.read(right)).not.toBe(refused);
    fc.assert(
      fc.property(distorted(right), (value) => {
        expect(disagreement(typeFileForm, value)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test("a key that zod leaves out is not read", () => {
    for (const source of [`${exampleType}简称: {__proto__: 甲}\n`, `${exampleType}__proto__: 甲\n`]) {
      expect(typeFileForm.read(plain(source))).toBe(refused);
    }
  });

  test("circular.yaml", () => {
    const right = plain(circular);
    expect(form.read(right)).not.toBe(refused);
    fc.assert(
      fc.property(distorted(right), (value) => {
        expect(disagreement(form, value)).toBeUndefined();
        expect(disagreement(circularElementsForm, value)).toBeUndefined();
      }),
      runs,
    );
  });
});
