import { expect, test } from "vitest";
import { knownMistakes } from "../../scripts/known-mistakes.js";
import { allRules } from "../../src/checks/rules.js";

test("every known mistake is covered by a rule, found elsewhere, or left to people for a reason", () => {
  const covered = new Set(allRules.flatMap(({ mistakes }) => mistakes));
  const open = knownMistakes.filter(
    ({ number, elsewhere, remains }) => !covered.has(number) && elsewhere === undefined && remains === undefined,
  );
  expect(open).toEqual([]);
});

test("rules refer to mistakes that are in the list, which counts from 1 without gaps", () => {
  expect(knownMistakes.map(({ number }) => number)).toEqual(knownMistakes.map((_, index) => index + 1));
  const known = new Set(knownMistakes.map(({ number }) => number));
  for (const { id, mistakes } of allRules) {
    expect(mistakes.length, id).toBeGreaterThan(0);
    for (const number of mistakes) expect(known, id).toContain(number);
  }
});
