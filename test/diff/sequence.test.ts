import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonSubsequence } from "../../src/diff/sequence/common-subsequence.js";
import { longestIncreasing } from "../../src/diff/sequence/longest-increasing.js";
import { steps } from "../../src/diff/sequence/steps.js";

const sequences = fc.array(fc.nat(4), { maxLength: 12 });

describe("common subsequence", () => {
  it("pairs equal elements in order, as many as possible", () => {
    fc.assert(
      fc.property(sequences, sequences, (before, after) => {
        const pairs = commonSubsequence(before, after);
        pairs.forEach(([left, right], index) => {
          expect(before[left]).toBe(after[right]);
          expect(left).toBeGreaterThan(pairs[index - 1]?.[0] ?? -1);
          expect(right).toBeGreaterThan(pairs[index - 1]?.[1] ?? -1);
        });
        expect(pairs.length).toBe(longestCommon(before, after));
      }),
    );
  });

  it("finds what two long, very different sequences have in common by elements that occur once", () => {
    const before = Array.from({ length: 30_000 }, (_, index) => index);
    const after = before.map((element) => (element % 3 === 0 ? element : -element - 1));
    expect(commonSubsequence(before, after)).toHaveLength(10_000);
  });

  it("leaves long sequences without anything in common unpaired", () => {
    const before = Array.from({ length: 50_000 }, (_, index) => index);
    expect(
      commonSubsequence(
        before,
        before.map((element) => -element - 1),
      ),
    ).toEqual([]);
  });
});

describe("steps", () => {
  it("go through both lists once, and move as little as possible", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(9)), fc.uniqueArray(fc.nat(9)), (before, after) => {
        const partners = before.map((element) => after.indexOf(element));
        const found = steps(partners, after.length);
        const olds = found.flatMap((step) =>
          step.step === "movedHere" || step.before === undefined ? [] : [step.before],
        );
        const news = found.flatMap((step) =>
          step.step === "movedAway" || step.after === undefined ? [] : [step.after],
        );
        expect(olds).toEqual(before.map((_, index) => index));
        expect(news).toEqual(after.map((_, index) => index));
        const staying = found.filter(({ step }) => step === "same").length;
        expect(staying).toBe(longestIncreasing(partners.filter((partner) => partner >= 0)).length);
      }),
    );
  });
});

describe("longest increasing subsequence", () => {
  it("is as long as the longest common one with the sorted list", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 12 }), (values) => {
        const chosen = longestIncreasing(values).map((index) => values[index]!);
        expect(chosen).toEqual([...chosen].sort((one, other) => one - other));
        const sorted = [...values].sort((one, other) => one - other);
        expect(chosen.length).toBe(longestCommon(values, sorted));
      }),
    );
  });
});

/** By the textbook's table. */
function longestCommon(before: readonly number[], after: readonly number[]): number {
  let above = new Array<number>(after.length + 1).fill(0);
  for (const left of before) {
    const row = [0];
    after.forEach((right, index) => {
      row.push(left === right ? above[index]! + 1 : Math.max(above[index + 1]!, row[index]!));
    });
    above = row;
  }
  return above.at(-1)!;
}
