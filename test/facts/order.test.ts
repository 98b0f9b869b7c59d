import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDates } from "../../src/facts/numbers/civil-date.js";
import { compareValues, sortingOrder, type SingleValue } from "../../src/facts/order.js";

const date = (year: number, month: number, day: number): SingleValue => ({ year, month, day });

/** -1, 0, 1, or `undefined` for values without an order. */
const sign = (left: SingleValue, right: SingleValue): number | undefined => {
  const difference = compareValues(left, right);
  return Number.isNaN(difference) ? undefined : Math.sign(difference);
};

describe("compareValues", () => {
  test.each([
    [2, 10, -1],
    [1.5, 1.5, 0],
    ["2", "10", -1],
    ["10", 2, 1],
    ["１０", 10, 0],
    ["1,234", 1234, 0],
    ["甲", "乙", 1],
    ["甲", "甲", 0],
    [date(2024, 9, 30), date(2024, 10, 1), -1],
    [date(2024, 9, 30), "2024-9-30", 0],
    ["2024年10月1日", date(2024, 9, 30), 1],
    [true, false, 1],
    [true, "是", 0],
    ["否", true, -1],
  ] as const)("%j against %j is %j", (left, right, expected) => {
    expect(sign(left, right)).toBe(expected);
    expect(sign(right, left)).toBe(expected === 0 ? 0 : -expected);
  });

  test.each([
    ["合格", 5],
    ["", 5],
    [date(2024, 1, 1), 20240101],
    [date(2024, 1, 1), "年初"],
    [true, "有"],
    [true, 1],
    ["2024-01-01", 5],
  ] as const)("%j and %j have no order", (left, right) => {
    expect(sign(left, right)).toBeUndefined();
    expect(sign(right, left)).toBeUndefined();
  });

  test("an empty text is no number, however much JavaScript thinks so", () => {
    expect(sign("", 0)).toBeUndefined();
    expect(sign(" ", 0)).toBeUndefined();
  });
});

const civilDate = fc.record({
  year: fc.integer({ min: 1, max: 9999 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
});
const single: fc.Arbitrary<SingleValue> = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer().map(String),
  fc.string({ maxLength: 4 }),
  fc.constantFrom("9", "10", "5A", "合格", "", "２"),
  fc.boolean(),
  civilDate,
);

describe("sortingOrder", () => {
  test("is an order: of any values, whatever their kinds, and whatever order they come in", () => {
    fc.assert(
      fc.property(single, single, single, (a, b, c) => {
        expect(Math.sign(sortingOrder(a, b))).toBe(0 - Math.sign(sortingOrder(b, a)));
        expect(sortingOrder(a, a)).toBe(0);
        if (sortingOrder(a, b) <= 0 && sortingOrder(b, c) <= 0) expect(sortingOrder(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  test("puts numbers before dates before 是 and 否 before texts", () => {
    const values: SingleValue[] = ["合格", true, date(2024, 1, 1), "5A", "10", 9, false, date(2023, 1, 1)];
    expect([...values].sort(sortingOrder)).toEqual([
      9,
      "10",
      date(2023, 1, 1),
      date(2024, 1, 1),
      false,
      true,
      "5A",
      "合格",
    ]);
  });

  test("agrees with compareDates on dates", () => {
    fc.assert(
      fc.property(civilDate, civilDate, (a, b) => {
        expect(Math.sign(sortingOrder(a, b))).toBe(Math.sign(compareDates(a, b)));
      }),
    );
  });
});
