import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rankScores } from "../../src/facts/ranks.js";

describe("ranks", () => {
  const scores = [90, 95, 90, undefined, 80, 95];

  test("of equal scores are equal, and what follows is counted on, not on, or apart", () => {
    expect(rankScores(scores, false, "skip")).toEqual([3, 1, 3, undefined, 5, 1]);
    expect(rankScores(scores, false, "dense")).toEqual([2, 1, 2, undefined, 3, 1]);
    expect(rankScores(scores, false, "order")).toEqual([3, 1, 4, undefined, 5, 2]);
  });

  test("may begin with the smallest", () => {
    expect(rankScores(scores, true, "skip")).toEqual([2, 4, 2, undefined, 1, 4]);
    expect(rankScores(scores, true, "dense")).toEqual([2, 3, 2, undefined, 1, 3]);
    expect(rankScores(scores, true, "order")).toEqual([2, 4, 3, undefined, 1, 5]);
  });

  const anyScores = fc.array(fc.option(fc.constantFrom(1, 2, 2.5, 3, 100), { nil: undefined }), { maxLength: 12 });

  test("are one more than the number of better scores, of better different scores, or of those before in the order", () => {
    fc.assert(
      fc.property(anyScores, fc.boolean(), (given, ascending) => {
        const better = (one: number, other: number): boolean => (ascending ? one < other : one > other);
        const present = given.flatMap((score) => score ?? []);
        const expected = (rank: (score: number, index: number) => number): (number | undefined)[] =>
          given.map((score, index) => (score === undefined ? undefined : 1 + rank(score, index)));
        expect(rankScores(given, ascending, "skip")).toEqual(
          expected((score) => present.filter((other) => better(other, score)).length),
        );
        expect(rankScores(given, ascending, "dense")).toEqual(
          expected((score) => new Set(present.filter((other) => better(other, score))).size),
        );
        expect(rankScores(given, ascending, "order")).toEqual(
          expected(
            (score, index) =>
              given.filter(
                (other, position) =>
                  other !== undefined && (better(other, score) || (other === score && position < index)),
              ).length,
          ),
        );
      }),
    );
  });
});
