import { describe, expect, test } from "vitest";
import { templateMessages } from "../../src/diagnostics/catalogue/template.js";
import { typeMessages } from "../../src/diagnostics/catalogue/type.js";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";
import { complaints, type EditionTexts } from "../edition/compose-in-memory.js";

/*
 * Every message about types and templates with something that brings it about, and where it is reported. A code that nothing can
 * bring about, or that nobody has thought of here, fails.
 */

interface Case {
  readonly texts: EditionTexts;
  /** `line:column` in body.hbs, or with the file in front, or only the file. */
  readonly at: string;
}

const body = (source: string, at: string, more: Omit<EditionTexts, "body"> = {}): Case => ({
  texts: { body: source, ...more },
  at,
});

/** The example's type with something replaced; `at` counts in the result. */
const type = (from: string, to: string, at: string, more: Omit<EditionTexts, "type"> = {}): Case => {
  if (!exampleType.includes(from)) throw new Error(`the example has no ${from}`);
  return { texts: { type: exampleType.replace(from, () => to), ...more }, at };
};

/** The example's type with lines added at its end. */
const typeEnd = (added: string, line: number, column: number): Case => ({
  texts: { type: `${exampleType}${added}` },
  at: `type.yaml:${lines + line}:${column}`,
});
const lines = exampleType.split("\n").length - 1;

const table = "{数据表: 地区, 列: [{标题: 名称}, {标题: 检查数}]";

const cases: Readonly<Record<keyof typeof typeMessages | keyof typeof templateMessages, Case>> = {
  "type-file-missing": {
    texts: {
      circular: exampleCircular.replace("通报类型: 示例", "通报类型: 空"),
      files: { "templates/空/body.hbs": "" },
    },
    at: "templates/空/type.yaml",
  },
  "body-file-missing": {
    texts: {
      circular: exampleCircular.replace("通报类型: 示例", "通报类型: 空"),
      files: { "templates/空/type.yaml": "名称: 空\n标题: 空\n" },
    },
    at: "templates/空/body.hbs",
  },
  "type-choice-without-values": type("取值: [合格, 不合格, 未检查], ", "", "type.yaml:17:11"),
  "type-unknown-choice": type("取值: [合", "取值别名: {√: 和格}, 取值: [合", "type.yaml:17:30"),
  "type-pattern-too-long": type("单位: {必填: 是}", `单位: {格式: ${"a".repeat(201)}}`, "type.yaml:14:16"),
  "type-pattern-invalid": type("单位: {必填: 是}", "单位: {格式: '['}", "type.yaml:14:16"),
  "type-pattern-unsupported": type("单位: {必填: 是}", "单位: {格式: '(?!甲).+'}", "type.yaml:14:16"),
  "type-field-name-taken": type("  联系单位:", "  署名:", "type.yaml:9:7"),
  "type-field-children": type("联系单位: {类型: 文本", "联系单位: {类型: 组", "type.yaml:9:9"),
  "type-column-kind": type("单位: {必填: 是}", "单位: {类型: 起止日期}", "type.yaml:14:11"),
  "type-total-under-label": typeEnd(
    `  - {名称: 丁, 内容: [{表: ${table}, 合计: {标签占列: 2, 求和: [检查数]}}}]}\n`,
    1,
    77,
  ),
  "type-total-span": typeEnd(`  - {名称: 丁, 内容: [{表: ${table}, 合计: {标签占列: 3, 求和: [检查数]}}}]}\n`, 1, 62),
  "type-total-not-again": typeEnd(`  - {名称: 丁, 内容: [{表: ${table}, 合计: {重算: [检查数]}}}]}\n`, 1, 68),
  "type-too-many-columns": typeEnd(
    `  - {名称: 丁, 内容: [{表: {数据表: 地区, 列: [${"{标题: 名称}, ".repeat(64)}]}}]}\n`,
    1,
    666,
  ),
  "type-column-kinds": typeEnd(
    "  - {名称: 丁, 内容: [{表: {数据表: 地区, 列: [{标题: 甲, 序号: 逐行, 值: 检查数}]}}]}\n",
    1,
    36,
  ),
  "type-limits-reversed": type("检查数: {类型: 整数", "检查数: {最小: 5, 最大: 4, 类型: 整数", "type.yaml:22:12"),
  "type-column-not-number": typeEnd(
    `  - {名称: 丁, 内容: [{表: {数据表: 账号, 列: [{标题: 单位}, {标题: 名称}], 合计: {求和: [名称]}}}]}\n`,
    1,
    46,
  ),
  "type-unknown-order": typeEnd(
    "  - {名称: 丁, 内容: [{表: {数据表: 账号, 列: [{标题: 单位}], 排序: [{列: 结果, 次序: [合挌]}]}}]}\n",
    1,
    22,
  ),
  "type-attachment-key-repeated": type("键: 问题清单", "键: 账号表", "type.yaml:31:5"),
  "type-unknown-dataset": type("          数据表: 账号", "          数据表: 帐号", "type.yaml:29:16"),
  "type-unknown-column": type("{标题: 单位}", "{标题: 单位名}", "type.yaml:30:33"),
  "type-content-kind": type("- 正文: 各单位的问题见检查报告。", "- {正文: 甲, 注: 乙}", "type.yaml:34:9"),
  "type-name-is-helper": type("  联系单位:", "  行数:", "type.yaml:9:7"),
  "type-name-repeated": typeEnd("事实: {账号: 行数 地区}\n", 1, 10),
  "type-picture-field": type("正文: 各单位的问题见检查报告。", "{图片: 截图, 图片说明: 图}", "type.yaml:34:9"),
  "type-rows-expression": type(
    "          列: [{标题: 序号",
    "          行: 筛选 地区 检查数=5\n          列: [{标题: 序号",
    "type.yaml:30:14",
  ),
  "type-cell-expression": typeEnd("  - {名称: 丁, 内容: [{表: {数据表: 地区, 列: [{标题: 甲, 值: 账号}]}}]}\n", 1, 47),
  "fact-refers-to-itself": typeEnd("事实: {甲: 加 乙 1, 乙: 加 甲 1}\n", 1, 9),
  "fact-too-deep": typeEnd(
    `事实:\n${Array.from({ length: 200 }, (_, n) => `  甲${String(n)}: 加 甲${String(n + 1)} 1\n`).join("")}  甲200: 行数 账号\n`,
    202,
    9,
  ),

  "template-syntax": body("甲\n{{行数 账号 结果=}}", "2:1"),
  "template-braces-not-closed": body("甲\n乙{{行数 账号", "2:2"),
  "template-quote-not-closed": body('甲\n{{行数 账号 结果="合格}}', "2:1"),
  "template-brackets-unbalanced": body("甲\n{{加 (行数 账号 1}}", "2:1"),
  "template-block-not-closed": body("甲\n{{#如果 账号}}乙", "2:1"),
  "template-block-not-opened": body("甲\n乙{{/如果}}", "2:2"),
  "template-block-mismatch": body("甲\n{{#如果 账号}}乙{{/逐项}}", "2:12"),
  "template-too-long": body("字".repeat(500_001), "1:500001"),
  "template-tag-too-long": body(`正文。\n{{名称${" ".repeat(10_000)}}}`, "2:1"),
  "template-too-deep": body("{{#如果 账号}}".repeat(101) + "{{/如果}}".repeat(101), "1:1001"),
  "template-too-many-steps": body("{{> 一}}{{> 一}}".repeat(40), "五.hbs:1:1", {
    files: Object.fromEntries(
      ["一", "二", "三", "四"]
        .map((name, index, names) => [`templates/示例/${name}.hbs`, `{{> ${names[index + 1] ?? "五"}}}`.repeat(40)])
        .concat([["templates/示例/五.hbs", "字"]]),
    ),
  }),
  "template-expression-only": typeEnd("事实: {甲: '行数 账号}}甲{{行数 账号'}\n", 1, 10),
  "template-not-utf8": {
    texts: { files: { "templates/示例/body.hbs": new Uint8Array([0xd6, 0xd0]) } },
    at: "templates/示例/body.hbs",
  },
  "template-control-character": body("甲\n乙\u0007", "2:2"),
  "template-not-printable": body("{{行数 账号}}{{账号}}", "1:10"),
  "template-unsupported": body("{{#逐项 账号}}{{> 片段 单位}}{{/逐项}}", "1:11", {
    files: { "templates/示例/片段.hbs": "甲" },
  }),
  "template-unknown-block": body("{{#如課 账号}}甲{{/如課}}", "1:4"),
  "template-unknown-partial": body("{{> 片段}}", "1:1"),
  "template-partial-depth": body("{{> 片段}}", "片段.hbs:1:2", {
    files: { "templates/示例/片段.hbs": "甲{{> 片段}}" },
  }),
  "template-unknown-helper": body("{{行类 账号}}", "1:3"),
  "template-unknown-name": body("甲{{截止日}}", "1:4"),
  "template-unknown-column": body("{{种数 账号 单位名}}", "1:9"),
  "template-unknown-attachment": body('{{附件 "问题"}}', "1:6"),
  "template-too-far-up": body("{{../截止}}", "1:3"),
  "template-value-absent": body("请联系{{联系单位}}。", "circular.yaml:1:1"),
  "helper-too-many-parameters": body("{{行数 账号 单位}}", "1:9"),
  "helper-missing-parameter": body("{{种数 账号}}", "1:3"),
  "helper-unknown-condition": body('{{行数 账号 结过="合格"}}', "1:9"),
  "helper-unknown-option": body("{{月日 截止 格式=1}}", "1:9"),
  "helper-option-choice": body('{{列举 (前几名 地区 检查数 1 并列="占") 名称}}', "1:23"),
  "helper-impossible-condition": body('{{行数 账号 结果="合挌"}}', "1:9"),
  "helper-wrong-kind": body("{{月日 账号}}", "1:6"),
  "helper-number-range": body("{{列举 地区 名称 前=0}}", "1:14"),
  "helper-no-numbers": body('{{最大值 地区 检查数 名称="丁市"}}', "1:1"),
  "helper-filter-column": body("{{行数 (筛选 地区 大于=3)}}", "1:6"),
  "helper-not-one-row": body("{{#取 (唯一行 账号)}}{{单位}}{{/取}}", "circular.yaml:12:7"),
  "helper-list-needs-column": body("{{列举 账号}}", "1:1"),
  "helper-list-empty": body('{{列举 账号 名称 结果="未检查"}}', "1:1"),
  "helper-span-needs-two": body("{{起止 截止}}", "1:1"),
  "helper-chinese-numeral-range": body("{{中文数字 (减 (行数 账号) 5)}}", "1:1"),
  "rate-impossible": body('{{比率 (行数 账号) (行数 账号 结果="未检查")}}', "data/示例/circular.yaml"),
  "rate-rounded-to-full": body("{{比率 9999 10000}}", "1:1"),
  "rate-rounded-to-zero": body("{{比率 1 10000}}", "1:1"),
  "attachment-not-included": type("  - 键: 问题清单", '  - 键: 问题清单\n    当: 行数 账号 结果="未检查"', "1:1", {
    body: '{{附件 "问题清单"}}',
  }),
  "title-line-break": type("  - 关于{{期间}}", '  - "{{联系单位}}"\n  - 关于{{期间}}', "circular.yaml:19:7", {
    circular: `${exampleCircular}联系单位: "甲\\n乙"\n`,
  }),
  "markup-level-too-deep": body("# 甲\n##### 乙", "2:1"),
  "markup-level-skipped": body("# 甲\n### 乙", "2:1"),
  "markup-empty-heading": body("甲\n# ", "2:1"),
  "template-comment-braces": body("{{! 写 {{期间}} 的意思 }}", "1:1"),
  "template-wide-mark": body("{{行数 账号 结果＝合格}}", "1:9"),
};

describe("each message about types and templates", () => {
  test("has a case here", () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys({ ...typeMessages, ...templateMessages }).sort());
  });

  test.each(Object.entries(cases))("%s", async (code, { texts, at }) => {
    const found = await complaints(texts);
    expect(found.filter((complaint) => complaint.startsWith(`${code} `))).toEqual([`${code} ${at}`]);
  });
});
