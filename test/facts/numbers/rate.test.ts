import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRate, percentagePoints } from "../../../src/facts/numbers/rate.js";

describe("rates", () => {
  // Counts and rates as published in circulars of several provinces and cities, 2019 to 2025.
  it.each([
    [669, 694, 1, "96.4%"],
    [509, 510, 2, "99.80%"],
    [118, 122, 1, "96.7%"],
    [160, 173, 1, "92.5%"],
    [173, 1061, 1, "16.3%"],
    [616, 617, 2, "99.84%"],
    [2430, 2435, 2, "99.79%"],
    [601, 603, 2, "99.67%"],
    [2252, 2269, 2, "99.25%"],
    [129, 140, 2, "92.14%"],
    [1177, 1208, 2, "97.43%"],
    [134, 141, 2, "95.04%"],
    [129, 133, 2, "96.99%"],
    [150, 153, 2, "98.04%"],
    [165, 168, 2, "98.21%"],
    [35, 38, 2, "92.11%"],
    [120, 131, 2, "91.60%"],
    [566, 591, 2, "95.77%"],
    [591, 4935, 0, "12%"],
    [428, 471, 2, "90.87%"],
    [37, 53, 2, "69.81%"],
    [116, 120, 2, "96.67%"],
    [48, 51, 2, "94.12%"],
    [259, 314, 2, "82.48%"],
    [31, 33, 2, "93.94%"],
    [163, 165, 2, "98.79%"],
    [36, 39, 0, "92%"],
    [104, 140, 0, "74%"],
    [292, 309, 1, "94.5%"],
  ])("%i of %i with %i decimals is printed %s", (numerator, denominator, decimals, text) => {
    expect(formatRate(numerator, denominator, decimals)).toEqual({ text, roundedToFull: false, roundedToZero: false });
  });

  it("rounds halves up on the exact quotient", () => {
    expect(formatRate(1, 8, 0).text).toBe("13%");
    expect(formatRate(1, 8, 1).text).toBe("12.5%");
    expect(formatRate(1, 16, 1).text).toBe("6.3%");
    expect(formatRate(201, 20_000, 2).text).toBe("1.01%");
    expect(formatRate(1, 3, 2).text).toBe("33.33%");
    expect(formatRate(2, 3, 2).text).toBe("66.67%");
  });

  it("writes all and none without decimals, unless asked for them", () => {
    expect(formatRate(8, 8, 1)).toEqual({ text: "100%", roundedToFull: false, roundedToZero: false });
    expect(formatRate(0, 8, 2)).toEqual({ text: "0%", roundedToFull: false, roundedToZero: false });
    expect(formatRate(8, 8, 2, { decimalsAtEnds: true }).text).toBe("100.00%");
    expect(formatRate(0, 8, 1, { decimalsAtEnds: true }).text).toBe("0.0%");
    expect(formatRate(8, 8, 0).text).toBe("100%");
  });

  it("says when a failure would vanish in the rounding", () => {
    expect(formatRate(19_999, 20_000, 2)).toEqual({ text: "100.00%", roundedToFull: true, roundedToZero: false });
    expect(formatRate(19_999, 20_000, 3)).toEqual({ text: "99.995%", roundedToFull: false, roundedToZero: false });
    expect(formatRate(199, 200, 0)).toEqual({ text: "100%", roundedToFull: true, roundedToZero: false });
    expect(formatRate(1, 20_000, 1)).toEqual({ text: "0.0%", roundedToFull: false, roundedToZero: true });
  });

  it("takes decimals as they are written", () => {
    expect(formatRate(114.3, 120, 2).text).toBe("95.25%");
    expect(formatRate(0.3, 0.1, 0).text).toBe("300%");
  });

  it("has no rate for nothing", () => {
    expect(() => formatRate(0, 0, 1)).toThrow(RangeError);
    expect(() => formatRate(-1, 2, 1)).toThrow(RangeError);
    expect(() => percentagePoints(1, 2, 0, 0, 1)).toThrow(RangeError);
  });

  it("is within half a unit of the last place, and full only with a flag", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 10_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        fc.nat({ max: 3 }),
        (a, b, decimals) => {
          const numerator = Math.min(a, b);
          const rate = formatRate(numerator, b, decimals);
          const printed = Number(rate.text.slice(0, -1));
          expect(Math.abs(printed - (numerator / b) * 100)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-9);
          expect(rate.roundedToFull).toBe(printed === 100 && numerator < b);
          expect(rate.roundedToZero).toBe(printed === 0 && numerator > 0);
        },
      ),
    );
  });
});

describe("changes in percentage points", () => {
  it("are the current rate minus the previous one", () => {
    expect(percentagePoints(118, 122, 160, 173, 1)).toBe("+4.2");
    expect(percentagePoints(160, 173, 118, 122, 1)).toBe("-4.2");
    expect(percentagePoints(1, 2, 2, 4, 2)).toBe("0.00");
    expect(percentagePoints(8, 8, 7, 8, 1)).toBe("+12.5");
    expect(percentagePoints(10_000, 20_001, 1, 2, 2)).toBe("0.00");
  });

  it("come from the exact rates, not from their printed texts", () => {
    // 66.666…% − 33.333…% is 33.333…, though 67% − 33% would be 34.
    expect(percentagePoints(2, 3, 1, 3, 0)).toBe("+33");
  });
});
