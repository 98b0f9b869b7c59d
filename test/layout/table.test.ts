import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnWidths, tableDensity } from "../../src/layout/table.js";

const PORTRAIT = 8844;

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}

describe("column widths", () => {
  it("follow the relative widths that the table asks for", () => {
    expect(columnWidths([{ share: 1 }, { share: 3 }], PORTRAIT, "normal")).toEqual([2211, 6633]);
  });

  it("share out what rounding leaves over", () => {
    const widths = columnWidths(
      [{ share: 1 }, { share: 1 }, { share: 1 }, { share: 1 }, { share: 1 }],
      PORTRAIT,
      "normal",
    );
    expect(widths).toEqual([1769, 1769, 1769, 1769, 1768]);
  });

  it("never make a column narrower than two characters", () => {
    const [narrow = 0] = columnWidths([{ share: 0.01 }, { share: 9 }, { share: 9 }], PORTRAIT, "normal");
    expect(narrow).toBeGreaterThanOrEqual(2 * 12 * 20);
  });

  it("widen a column of codes until its longest code fits, at the cost of the others", () => {
    const columns = [{ share: 1 }, { share: 1, widestCode: "44510000-0123-4567-89AB-CDEF" }, { share: 6 }];
    const [, code = 0] = columnWidths(columns, PORTRAIT, "normal");
    // 28 half-width characters of 12 pt are 3360 twips.
    expect(code).toBeGreaterThanOrEqual(3360);
  });

  it("leave at least 40 % to the other columns", () => {
    const columns = [{ share: 1 }, { share: 1, widestCode: "A".repeat(200) }];
    const [text = 0] = columnWidths(columns, PORTRAIT, "normal");
    expect(text).toBeGreaterThanOrEqual(PORTRAIT * 0.39);
  });

  it("always add up to the width of the table", () => {
    const column = fc.record(
      { share: fc.double(), widestCode: fc.string({ maxLength: 60 }) },
      { requiredKeys: ["share"] },
    );
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 60 }), fc.constantFrom(8844, 12756), (columns, width) => {
        const widths = columnWidths(columns, width, "normal");
        expect(widths).toHaveLength(columns.length);
        expect(sum(widths)).toBe(width);
        for (const each of widths) expect(each).toBeGreaterThan(0);
      }),
    );
  });
});

describe("table density", () => {
  it("keeps 小四 for the columns of usual tables and takes 五号 for many", () => {
    expect(tableDensity(5, 8844)).toBe("normal");
    expect(tableDensity(11, 12756)).toBe("dense");
    expect(tableDensity(9, 8844)).toBe("dense");
  });
});
