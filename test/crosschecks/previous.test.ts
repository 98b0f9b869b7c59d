import { describe, expect, test } from "vitest";
import { tried, trialCircular } from "./cross-check.js";

const tables = "新媒体: {列: {单位: {必填: 是}, 账号: {必填: 是}, 粉丝: {类型: 整数}}, 主键: [单位, 账号]}";
const checks = "- {规则: 与上期比较, 数据表: 新媒体, 变化: {粉丝: {倍: 2, 差: 500}}}";
const account = (账号: string, 粉丝 = 100): object => ({ 单位: "甲局", 账号, 粉丝 });

async function compared(
  before: readonly object[],
  now: readonly object[],
  more: { readonly circular?: string; readonly last?: string; readonly checks?: string; readonly period?: string } = {},
): ReturnType<typeof tried> {
  const last = trialCircular(
    { rows: { 新媒体: before }, circular: more.last ?? "" },
    more.period ?? "{年: 2024, 季度: 1}",
  );
  return tried({
    tables,
    checks: more.checks ?? checks,
    rows: { 新媒体: now },
    circular: more.circular ?? "上期: 2024q1",
    files: { "data/2024q1/circular.yaml": last },
  });
}

describe("与上期比较", () => {
  test("tells vanished and new rows once for each table, as warnings with places in both editions", async () => {
    const before = ["子", "丑", "寅"].map((name) => account(name));
    const now = ["寅", "卯", "辰"].map((name) => account(name));
    const { diagnostics, checked } = await compared(before, now);
    expect(diagnostics.map(({ code, severity, actual }) => [code, severity, actual])).toEqual([
      ["previous-rows-vanished", "warning", "上期（2024q1）有、本期没有：“甲局 子”“甲局 丑”"],
      ["previous-rows-new", "warning", "本期有、上期（2024q1）没有：“甲局 卯”“甲局 辰”"],
    ]);
    expect(diagnostics[0]?.related?.[0]?.place.file).toBe("data/2024q1/circular.yaml");
    expect(checked).toEqual(["与上期比较：数据表“新媒体”3行，与上期（2024q1）3行比较，1行两期都有"]);
  });

  test("names only the first of many", async () => {
    const many = Array.from({ length: 500 }, (_, index) => account(`账号${String(index)}`));
    const { diagnostics } = await compared([account("甲")], [account("甲"), ...many]);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toBe("数据表“新媒体”比上期多了500行");
    expect(diagnostics[0]?.actual?.length).toBeLessThan(250);
  });

  test("a number that changes too much is told at its cell, with the one before", async () => {
    const { diagnostics } = await compared(
      [account("子", 100), account("丑", 10_000), account("寅", 0), account("卯", 30)],
      [account("子", 199), account("丑", 10_501), account("寅", 7), account("卯", 15)],
    );
    expect(diagnostics.map(({ code, actual }) => [code, actual])).toEqual([
      ["previous-value-jumps", "本期10501，上期10000"],
      ["previous-value-jumps", "本期15，上期30"],
    ]);
    expect(diagnostics[0]?.related?.[0]).toMatchObject({
      message: "上期在这里",
      place: { file: "data/2024q1/circular.yaml" },
    });
  });

  test("rows may be known by other columns than the key, and only numbers be looked at", async () => {
    const byUnit = "- {规则: 与上期比较, 数据表: 新媒体, 按: 单位, 增减: 否}";
    expect(
      (await compared([account("子")], [account("丑"), { 单位: "乙局", 账号: "寅" }], { checks: byUnit })).diagnostics,
    ).toEqual([]);
  });

  test("without 上期 nothing is compared, and the log says so", async () => {
    const { diagnostics, unchecked } = await compared([account("子")], [account("丑")], { circular: "" });
    expect(diagnostics).toEqual([]);
    expect(unchecked).toEqual(["与上期比较：数据表“新媒体”，没有可比的“上期”"]);
  });

  test.each([
    ["上期: ../2024q1", "previous-name-not-plain", "error"],
    ["上期: a/b", "previous-name-not-plain", "error"],
    ["上期: '..'", "previous-name-not-plain", "error"],
    ["上期: 示例", "previous-is-itself", "error"],
    ["上期: 2024q3", "previous-folder-missing", "warning"],
  ])("%s cannot be compared with: %s", async (circular, code, severity) => {
    const { diagnostics } = await compared([account("子")], [account("子")], { circular });
    expect(diagnostics.map((one) => [one.code, one.severity])).toEqual([[code, severity]]);
  });

  test("an edition with mistakes, or of the same period, is told as a doubt about 上期", async () => {
    const wrong = await compared([account("子")], [account("子")], { last: "多余: 1" });
    expect(wrong.diagnostics.map(({ code, place }) => [code, place.file])).toEqual([
      ["previous-unusable", "data/示例/circular.yaml"],
    ]);
    const same = await compared([account("子")], [account("子")], { period: "{年: 2024, 季度: 2}" });
    expect(same.diagnostics.map(({ code }) => code)).toEqual(["previous-not-earlier"]);
  });

  test("the last edition's own 上期 is not followed", async () => {
    const { diagnostics } = await compared([account("子")], [account("子")], { last: "上期: 示例" });
    expect(diagnostics).toEqual([]);
  });
});
