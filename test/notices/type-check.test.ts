import { describe, expect, it, test } from "vitest";
import { prepareType } from "../../src/edition/prepared-type.js";
import { noticeMessages } from "../../src/diagnostics/catalogue/notice.js";
import { memoryFiles } from "../edition/compose-in-memory.js";
import { noticeEdition, type NoticeTexts } from "./notice-edition.js";

/** `code file: message` of what is said about a type. */
async function complaints(texts: NoticeTexts): Promise<string[]> {
  const { diagnostics } = await prepareType(
    memoryFiles(Object.fromEntries(noticeEdition(texts))),
    "templates/窗口检查",
  );
  return diagnostics.map(({ code, place, hint }) => {
    const file = place.file.split("/").at(-1) ?? "";
    return `${code} ${file}${place.line === undefined ? "" : `:${String(place.line)}`} ${hint ?? ""}`.trim();
  });
}

/** The line of type.yaml on which a text first stands. */
function lineOf(wanted: string, change: (text: string) => string): number {
  const type = new TextDecoder().decode(noticeEdition({ type: change }).get("templates/窗口检查/type.yaml"));
  const line = type.split("\n").findIndex((text) => text.includes(wanted));
  if (line < 0) throw new Error(`there is no ${wanted}`);
  return line + 1;
}

it("finds nothing wrong with the example", async () => {
  expect(await complaints({})).toEqual([]);
});

describe("finds what is wrong in 整改通知, at its line", () => {
  test.each<[string, string, string, string, string]>([
    ["a misspelt key", "  行: 不合格窗口", "  行行: 不合格窗口", "key-unknown", "“行”"],
    ["a table that is not there", "通知:\n  数据表: 窗口", "通知:\n  数据表: 窗囗", "type-unknown-dataset", "窗口"],
    ["a column that is not there", "  单位: 单位\n", "  单位: 单为\n", "type-unknown-column", "单位"],
    ["a column that is a number", "  单位: 单位\n", "  单位: 得分\n", "notice-column-kind", ""],
    ["rows that are no rows", "  行: 不合格窗口", "  行: 合格率", "type-rows-expression", ""],
    ["rows of an unknown name", "  行: 不合格窗口", "  行: 不合挌窗口", "template-unknown-name", "不合格窗口"],
    ["a date that is none", "  行: 不合格窗口", "  日期: 单位\n  行: 不合格窗口", "notice-date-expression", ""],
    [
      "a number that is not printed",
      "  行: 不合格窗口",
      "  发文字号: 示办〔2025〕1号\n  行: 不合格窗口",
      "notice-number-not-printed",
      "格式: 信函",
    ],
    [
      "another body that is not there",
      "  行: 不合格窗口",
      "  正文: 整改通之\n  行: 不合格窗口",
      "notice-body-missing",
      "整改通知.hbs",
    ],
    [
      "a column of its attachment",
      "窗口名称}\n              - {标题: 得分, 小数位: 1}\n              - {标题: 主要问题}\n地区",
      "窗口名稱}\n地区",
      "type-unknown-column",
      "窗口名称",
    ],
    ["a form that is none", "  行: 不合格窗口", "  格式: 公函\n  行: 不合格窗口", "value-not-choice", "信函"],
  ])("%s", async (_, from, to, code, hint) => {
    const change = (text: string): string => {
      const start = text.indexOf(from, Math.max(0, text.indexOf("整改通知:") - 10));
      if (start < 0) throw new Error(`the example has no ${from}`);
      return text.slice(0, start) + to + text.slice(start + from.length);
    };
    const found = (await complaints({ type: change })).filter((complaint) => complaint.startsWith(`${code} `));
    expect(found.join("\n"), (await complaints({ type: change })).join("\n")).toMatch(/type\.yaml:\d+/u);
    expect(found.join("\n")).toContain(hint);
    const line = Number(/type\.yaml:(\d+)/u.exec(found[0] ?? "")?.[1]);
    expect(line).toBeGreaterThanOrEqual(lineOf("整改通知:", change));
  });

  it("a name in the body that is not there, in all branches", async () => {
    expect(await complaints({ body: "{{#如果 (行数 行)}}{{单位}}{{else}}{{单唯}}{{/如果}}\n" })).toEqual([
      expect.stringMatching(/^template-unknown-name 整改通知\.hbs:1 .*单位/u),
    ]);
  });

  it("an attachment of the circular, which the notice does not have", async () => {
    expect(await complaints({ body: '见{{附件 "得分表"}}。\n' })).toHaveLength(1);
  });

  it("names of the notice in the circular, which has no unit", async () => {
    const change = (text: string): string => text.replace("事实:\n", "事实:\n  本单位: 行数 行\n");
    expect(await complaints({ type: change })).toEqual([expect.stringContaining("template-unknown-name type.yaml")]);
  });

  it("a field that would hide what the notice is about", async () => {
    const change = (text: string): string => text.replace("  整改截止:", "  单位: {}\n  整改截止:");
    expect(await complaints({ type: change })).toEqual([expect.stringMatching(/^type-name-repeated type\.yaml:\d+/u)]);
  });
});

it("every message about notices is in these tests or in those of the command", () => {
  expect(Object.keys(noticeMessages).sort()).toEqual([
    "notice-body-missing",
    "notice-column-kind",
    "notice-date-expression",
    "notice-left-over",
    "notice-none-in-type",
    "notice-number-not-printed",
    "notice-row-without-unit",
    "output-notice-exists",
  ]);
});
