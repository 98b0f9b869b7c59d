import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeRate, readPrintedRate } from "../../src/edition/cross-checks/rate-rule.js";
import { formatRate } from "../../src/facts/numbers/rate.js";
import { findings, tried } from "./cross-check.js";

/** Published counts and the rates printed for them, each of another circular. */
const published: readonly (readonly [passed: number, total: number, printed: string])[] = [
  [669, 694, "96.4%"],
  [509, 510, "99.80%"],
  [118, 122, "96.7%"],
  [160, 173, "92.5%"],
  [173, 1061, "16.3%"],
  [616, 617, "99.84%"],
  [2430, 2435, "99.79%"],
  [601, 603, "99.67%"],
  [2252, 2269, "99.25%"],
  [129, 140, "92.14%"],
  [1177, 1208, "97.43%"],
  [134, 141, "95.04%"],
  [129, 133, "96.99%"],
  [150, 153, "98.04%"],
  [165, 168, "98.21%"],
  [35, 38, "92.11%"],
  [120, 131, "91.60%"],
  [566, 591, "95.77%"],
  [591, 4935, "12%"],
  [428, 471, "90.87%"],
  [37, 53, "69.81%"],
  [116, 120, "96.67%"],
  [48, 51, "94.12%"],
  [259, 314, "82.48%"],
  [31, 33, "93.94%"],
  [163, 165, "98.79%"],
  [36, 39, "92%"],
  [104, 140, "74%"],
  [292, 309, "94.5%"],
];

function judged(passed: number, total: number, written: string | number, decimals?: number): string | undefined {
  const printed = readPrintedRate(written);
  return printed === undefined ? "unreadable" : judgeRate(printed, passed, total, decimals)?.kind;
}

describe("published rates", () => {
  test.each(published)("%i of %i is printed %s", (passed, total, printed) => {
    expect(judged(passed, total, printed)).toBeUndefined();
    expect(
      judged(passed, total, Number(printed.slice(0, -1))),
      "as a number, which has lost its last zeros",
    ).toBeUndefined();
  });

  test("one that no number of failures gives is wrong", () => {
    expect(judged(126, 134, "94.3%")).toBe("differs");
    const possible = Array.from({ length: 135 }, (_, passed) => judged(passed, 134, "94.3%"));
    expect(possible.filter((kind) => kind === undefined)).toEqual([]);
  });
});

describe("a printed rate", () => {
  const parts = fc
    .integer({ min: 1, max: 20_000 })
    .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));

  test("that the program prints itself is right, unless it hides a failure", () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 4 }), ([part, total], decimals) => {
        const { text, roundedToFull, roundedToZero } = formatRate(part, total, decimals);
        expect(judged(part, total, text)).toBe(roundedToFull || roundedToZero ? "hides" : undefined);
      }),
    );
  });

  test("that is one unit off is never right", () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 4 }), fc.boolean(), ([part, total], decimals, up) => {
        const { text } = formatRate(part, total, decimals, { decimalsAtEnds: true });
        const units = Number(text.replace(/[.%]/gu, "")) + (up ? 1 : -1);
        fc.pre(units >= 0);
        const wrong = `${(units / 10 ** decimals).toFixed(decimals)}%`;
        expect(judged(part, total, wrong)).toBeDefined();
      }),
    );
  });

  test("that cuts the rest off is told apart from a wrong one", () => {
    expect(judged(2, 3, "66.6%")).toBe("truncated");
    expect(judged(2, 3, "66.5%")).toBe("differs");
  });

  test("of 100% with a failure, or of 0% with something, hides it", () => {
    expect(judged(2999, 3000, "100%")).toBe("hides");
    expect(judged(2999, 3000, "100.0%")).toBe("hides");
    expect(judged(3000, 3000, "100%")).toBeUndefined();
    expect(judged(1, 3000, "0%")).toBe("hides");
    expect(judged(0, 3000, "0%")).toBeUndefined();
    expect(judged(4, 3, "100%"), "more than all is merely wrong").toBe("differs");
  });

  test("that Excel computed is compared as far as anybody prints, or to the decimals asked for", () => {
    expect(judged(509, 510, (509 / 510) * 100)).toBeUndefined();
    expect(judged(509, 510, (509 / 510) * 100, 2)).toBeUndefined();
    expect(judged(509, 510, "99.8%", 2)).toBeUndefined();
    expect(judged(508, 510, "99.6%", 2), "99.61 with two decimals").toBe("truncated");
  });

  test("is read in any width, and not read if it is none", () => {
    expect(judged(1, 2, "５０．０％")).toBeUndefined();
    expect(judged(1, 2, "一半")).toBe("unreadable");
    expect(readPrintedRate(Number.NaN)).toBeUndefined();
  });
});

describe("比率", () => {
  const tables = "甲: {列: {合格: {类型: 整数}, 检查: {类型: 整数}, 合格率: {类型: 百分比}, 写法: {}}}";

  test("is compared in each row, at its cell, and reads percentages and texts alike", async () => {
    const rows = {
      甲: [
        { 合格: 509, 检查: 510, 合格率: "99.80%", 写法: "99.80%" },
        { 合格: 126, 检查: 134, 合格率: "94.3%", 写法: "94.03%" },
        { 合格: 2, 检查: 3, 合格率: "66.6%", 写法: "66.67%" },
        { 合格: 2999, 检查: 3000, 合格率: "100%", 写法: "99.97%" },
        { 合格: 0, 检查: 0, 合格率: "100%", 写法: "—" },
      ],
    };
    const of = (column: string): string => `- {规则: 比率, 数据表: 甲, 值: ${column}, 分子: 合格, 分母: 检查}`;
    const { diagnostics } = await tried({ tables, rows, checks: of("合格率") });
    expect(diagnostics.map(({ code, severity, expected }) => [code, severity, expected])).toEqual([
      ["rate-differs", "error", "126÷134＝94.0%（四舍五入）"],
      ["rate-truncated", "warning", "2÷3＝66.7%（四舍五入）"],
      ["rate-hides-rest", "error", "2999÷3000＝99.97%"],
    ]);
    expect(await findings({ tables, rows, checks: of("写法") })).toEqual([]);
  });

  test("may have its counts worked out", async () => {
    const rows = { 甲: [{ 合格: 2, 检查: 122, 合格率: "98.4%" }] };
    const checks = "- {规则: 比率, 数据表: 甲, 值: 合格率, 分子: 减 检查 合格, 分母: 检查}";
    expect(await findings({ tables, rows, checks })).toEqual([]);
  });

  test("may stand in circular.yaml", async () => {
    const fields = "统计: {类型: 组, 字段: {合格: {类型: 整数}, 检查: {类型: 整数}, 率: {类型: 百分比}}}";
    const checks = "- {规则: 比率, 值: 统计.率, 分子: 统计.合格, 分母: 统计.检查}";
    const { diagnostics } = await tried({ fields, checks, circular: "统计: {合格: 160, 检查: 173, 率: 92.4%}" });
    expect(diagnostics.map(({ code, actual, place }) => [code, actual, place.line])).toEqual([
      ["rate-truncated", "92.4%", 5],
    ]);
    expect(await findings({ fields, checks })).toEqual([]);
  });
});
