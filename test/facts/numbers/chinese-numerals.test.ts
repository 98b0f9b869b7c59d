import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chineseNumeral, headingLabel } from "../../../src/facts/numbers/chinese-numerals.js";

/** Reads a numeral by its grammar, without looking at how it was written. */
function readNumeral(text: string): number {
  const [high, low] = text.includes("万") ? text.split("万") : ["", text];
  return readSection(high ?? "") * 10_000 + readSection(low ?? "");
}

function readSection(text: string): number {
  const sizes: Record<string, number> = { 千: 1000, 百: 100, 十: 10 };
  let total = 0;
  let digit: number | undefined;
  for (const character of text) {
    const size = sizes[character];
    if (size === undefined) {
      digit = "零一二三四五六七八九".indexOf(character);
    } else {
      total += (digit ?? 1) * size;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
}

describe("Chinese numerals", () => {
  it.each([
    [0, "零"],
    [1, "一"],
    [9, "九"],
    [10, "十"],
    [11, "十一"],
    [20, "二十"],
    [21, "二十一"],
    [99, "九十九"],
    [100, "一百"],
    [101, "一百零一"],
    [110, "一百一十"],
    [111, "一百一十一"],
    [1000, "一千"],
    [1001, "一千零一"],
    [1010, "一千零一十"],
    [1100, "一千一百"],
    [2019, "二千零一十九"],
    [10_000, "一万"],
    [10_001, "一万零一"],
    [10_010, "一万零一十"],
    [10_100, "一万零一百"],
    [11_000, "一万一千"],
    [99_999, "九万九千九百九十九"],
    [100_000, "十万"],
    [120_034, "十二万零三十四"],
    [10_100_000, "一千零一十万"],
  ])("writes %i as %s", (value, text) => {
    expect(chineseNumeral(value)).toBe(text);
  });

  it("can be read back, up to 99 999 999", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
        const text = chineseNumeral(value);
        expect(readNumeral(text)).toBe(value);
        expect(text).not.toMatch(/零零|零$|零万|^一十/u);
      }),
    );
  });

  it.each([-1, 1.5, 100_000_000, NaN, Infinity])("refuses %d", (value) => {
    expect(() => chineseNumeral(value)).toThrow(RangeError);
  });
});

describe("heading labels", () => {
  it.each([
    [1, 1, "一、"],
    [1, 12, "十二、"],
    [2, 3, "（三）"],
    [3, 2, "2."],
    [4, 10, "（10）"],
  ] as const)("level %i, ordinal %i is %s", (level, ordinal, label) => {
    expect(headingLabel(level, ordinal)).toBe(label);
  });
});
