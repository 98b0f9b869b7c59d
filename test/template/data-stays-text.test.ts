import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { checkTree } from "../../src/document/invariants.js";
import type { CircularDocument } from "../../src/document/tree.js";
import { exampleType } from "../../scripts/write-reference.example.js";
import { composed, prepareExample, withRows, type PreparedExample } from "../edition/prepared-example.js";

/*
 * Data can never open a heading, a paragraph or a table, or end one: whatever a cell holds, the tree keeps its form and the cell's
 * characters stand in it unchanged.
 */

const body = `# 情况
{{#逐项 账号}}
## {{名称}}的情况。{{名称}}属于{{单位}}
### {{名称}}
{{名称}}
  {{名称}}甲
{{> 片段}}
{{/逐项}}
{{列举 账号 名称 引号=true}}
{{列举 账号 名称 连接="#" 末尾连接="和"}}
{{分组列举 账号 单位 名称 附注=类型}}
{{#逐项 账号 分隔="，" 末尾="。"}}{{名称}}{{/逐项}}
{{#逐项 账号}}{{#逐项 账号 分隔=名称 末尾=名称}}甲{{/逐项}}
{{/逐项}}
{{#分组 账号 名称}}{{名称}}{{行数 行}}
{{/分组}}
{{#取 (唯一行 账号 单位="市统计局")}}# {{名称}}{{/取}}
{{#如果 (等于 (行数 (筛选 账号 列=名称 等于=(一列 账号 名称))) 4)}}{{列举 (排序 账号 名称) 单位}}{{/如果}}
`;

const type = exampleType.replace(
  /附件:[\s\S]*$/u,
  `附件:
  - 键: 账号表
    名称: "{{列举 账号 名称}}名单"
    标题: ["{{列举 账号 名称}}", 名单]
    副题: "（{{列举 账号 名称}}）"
    内容:
      - 注: "{{列举 账号 名称}}"
      - 表名: "{{列举 账号 名称}}"
      - 表:
          数据表: 账号
          列: [{标题: 序号, 序号: {按: 名称}}, {标题: 名称, 合并: 是}, {标题: 名称二, 取: 名称}, {标题: 类型}, {标题: 算出, 值: 名称}]
          备注: {内容: "{{列举 账号 名称}}"}
      - 正文: "# {{列举 账号 名称}}\\n{{列举 账号 名称}}"
  - 名称: 另一附件
    内容: [{表: {数据表: 账号, 分组: 名称, 列: [{标题: 名称}, {标题: 行数, 值: 行数 行}]}}]
`,
);

let example: PreparedExample;
beforeAll(async () => {
  const partial = { "templates/示例/片段.hbs": "{{名称}}在片段里。\n" };
  example = await prepareExample({ type, body, files: partial });
});

function documentWith(name: string): CircularDocument {
  const edition = withRows(example.edition, "账号", [
    ["市教育局", "微信订阅号", "示例教育", "合格"],
    ["市教育局", "新浪微博", name, "合格"],
    ["市统计局", "微信订阅号", "示例统计", "不合格"],
    ["市民政局", "微信订阅号", "示例民政", "合格"],
  ]);
  // A title line is one line, and not too long; that it is reported otherwise is a test of its own.
  return composed({ prepared: example.prepared, edition }, ["title-line-break", "title-line-too-long"]);
}

/** The tree with a placeholder for the name, wherever it stands as a whole cell or value. */
function form(node: unknown, name: string): unknown {
  if (typeof node === "string") return node === name ? "§" : node;
  if (Array.isArray(node)) return node.map((child) => form(child, name));
  if (typeof node !== "object" || node === null) return node;
  if ("type" in node && node.type === "text") return node;
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, form(child, name)]));
}

const hostile = [
  "# 一、",
  "## （一）甲。乙",
  "\n# 标题\n",
  "甲\n\n乙",
  "\\",
  "甲\\\n乙",
  "{{x}}",
  "{{#逐项 账号}}",
  "{{> 片段}}",
  "}}",
  "\uE000",
  "\u2028",
  "\u0000",
  "\uFEFF",
  "\uD800",
  "\r\n",
  "\t",
  "　",
  "<w:p/>",
  "&amp;",
  "”。“",
  "。",
  "、",
  "__proto__",
  "constructor",
  "toString",
  "𠮷",
  "👨‍👩‍👧",
  "\u202E甲",
];

const anyName = fc
  .oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
    fc
      .array(fc.constantFrom(...hostile, "甲", " ", "1"), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join("")),
  )
  // The name of another account would rightly be one with it in a group, a list or a merged cell; a running number looks like others.
  .filter((name) => !["示例教育", "示例统计", "示例民政"].includes(name) && !/^[0-9]$/u.test(name));

/** Sorting depends on the name, and so may it; everything else is compared in one form. */
function comparable(document: CircularDocument, name: string): unknown {
  const children = document.children.filter(
    (block) =>
      !(
        block.type === "paragraph" &&
        block.children.some((child) => child.type === "value" && child.provenance.expression === "单位")
      ),
  );
  return form({ ...document, children }, name);
}

describe("a value that holds marks of the template language", () => {
  test.each(hostile.map((name) => [JSON.stringify(name), name]))("%s changes nothing but itself", (_, name) => {
    const expected = comparable(documentWith("名"), "名");
    const found = documentWith(name);
    expect(withoutWidths(comparable(found, name))).toEqual(withoutWidths(expected));
    expect(count(found, name)).toBe(count(documentWith("名"), "名"));
  });

  test("any value at all changes nothing but itself", () => {
    const expected = withoutWidths(comparable(documentWith("名"), "名"));
    const occurrences = count(documentWith("名"), "名");
    fc.assert(
      fc.property(anyName, (name) => {
        const document = documentWith(name);
        expect(withoutWidths(comparable(document, name))).toEqual(expected);
        expect(count(document, name)).toBe(occurrences);
        expect(checkTree(document)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** How often the name stands as the whole of a value or a cell. */
function count(node: unknown, name: string): number {
  if (node === name) return 1;
  if (typeof node !== "object" || node === null || ("type" in node && node.type === "text")) return 0;
  return Object.values(node).reduce<number>((sum, child) => sum + count(child, name), 0);
}

/** Widths of columns follow the text in them. */
function withoutWidths(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) => (key === "width" ? 0 : value)) as unknown;
}
