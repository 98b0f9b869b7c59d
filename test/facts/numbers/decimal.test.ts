import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactSum, formatDecimal, parseDecimal } from "../../../src/facts/numbers/decimal.js";

/** Amounts with up to four decimals, as whole ten-thousandths. */
const tenThousandths = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe("exact sums", () => {
  it.each([
    [[0.1, 0.2], 0.3],
    [[1.1, 2.2], 3.3],
    [[114.3, 120, 121, 110], 465.3],
    [[1e-7, 2e-7], 3e-7],
    [[1e21, 1], 1e21],
    [[0.3, -0.1, -0.2], 0],
    [[], 0],
  ])("of %o is %d", (numbers, expected) => {
    expect(exactSum(numbers)).toBe(expected);
  });

  it("come out as on paper, in any order", () => {
    fc.assert(
      fc.property(fc.array(tenThousandths, { maxLength: 50 }), (units) => {
        const total = units.reduce((sum, unit) => sum + unit, 0) / 10_000;
        const numbers = units.map((unit) => unit / 10_000);
        expect(exactSum(numbers)).toBe(total === 0 ? 0 : total);
        expect(exactSum([...numbers].reverse())).toBe(total === 0 ? 0 : total);
      }),
    );
  });

  it("refuse what is no number", () => {
    expect(() => exactSum([1, NaN])).toThrow(RangeError);
    expect(() => exactSum([Infinity])).toThrow(RangeError);
  });
});

describe("writing numbers", () => {
  it.each([
    [120, undefined, "120"],
    [114.3, undefined, "114.3"],
    [114.3, 1, "114.3"],
    [114.3, 2, "114.30"],
    [114, 1, "114.0"],
    [1.005, 2, "1.01"],
    [2.675, 2, "2.68"],
    [0.5, 0, "1"],
    [1.5, 0, "2"],
    [2.5, 0, "3"],
    [2.4999, 0, "2"],
    [-2.5, 0, "-3"],
    [-0.004, 2, "0.00"],
    [-0, undefined, "0"],
    [0.05, undefined, "0.05"],
    [1e21, undefined, "1000000000000000000000"],
    [1.5e-7, undefined, "0.00000015"],
    [1.5e-7, 2, "0.00"],
    [9.995, 2, "10.00"],
  ])("%d with %s decimals is %s", (value, decimals, text) => {
    expect(formatDecimal(value, decimals)).toBe(text);
  });

  it("never write an exponent, and as many decimals as asked for", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat({ max: 6 }), (value, decimals) => {
        expect(formatDecimal(value)).toMatch(/^-?\d+(?:\.\d+)?$/);
        expect(Number(formatDecimal(value))).toBe(value === 0 ? 0 : value);
        expect(formatDecimal(value, decimals)).toMatch(
          decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${String(decimals)}}$`),
        );
      }),
    );
  });

  it("round halves away from zero, whatever the binary fraction is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (cents) => {
        // x.xx5 with exactly three decimals, as typed.
        const typed = Number(`${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, "0")}5`);
        const up = cents + 1;
        const expected = `${String(Math.floor(up / 100))}.${String(up % 100).padStart(2, "0")}`;
        expect(formatDecimal(typed, 2)).toBe(expected);
      }),
    );
  });
});

describe("reading numbers", () => {
  it.each([
    ["0", 0],
    ["120", 120],
    ["007", 7],
    ["114.3", 114.3],
    ["114.30", 114.3],
    [" 12 ", 12],
    ["１２３", 123],
    ["１１４．３", 114.3],
    ["+5", 5],
    ["＋５", 5],
    ["-5", -5],
    ["－５", -5],
    ["\u22125", -5],
    ["-0", 0],
    ["1,234", 1234],
    ["1，234", 1234],
    ["1,234,567.89", 1234567.89],
    ["1 234", 1234],
    ["１，２３４", 1234],
    [".5", 0.5],
    ["123456789012345", 123456789012345],
    ["0.1000000000000000000", 0.1],
  ])("%s is %d", (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  it.each([
    "",
    " ",
    "-",
    ".",
    "5.",
    "1,23",
    "12,34",
    "1,2345",
    "1234,567",
    "0,123",
    ",123",
    "1,234 567",
    "1  234",
    "1.2.3",
    "1e3",
    "0x10",
    "98.8%",
    "69个",
    "一百",
    "1/2",
    "--5",
    "5-",
    "1234567890123456",
    "0.1234567890123456",
    "Infinity",
    "NaN",
    "合格",
  ])("refuses “%s”", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it("reads back what is written, grouped or not", () => {
    fc.assert(
      fc.property(tenThousandths, (units) => {
        const value = units / 10_000;
        const text = formatDecimal(value);
        const [whole = "", fraction] = text.split(".");
        const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",") + (fraction === undefined ? "" : `.${fraction}`);
        expect(parseDecimal(text)).toBe(value === 0 ? 0 : value);
        expect(parseDecimal(grouped)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
