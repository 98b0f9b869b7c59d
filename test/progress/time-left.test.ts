import { expect, test } from "vitest";
import { TimeLeft, timeLeftOfSeveral, type Plan } from "../../src/cli/progress/time-left.js";
import type { ProgressStep } from "../../src/progress/progress.js";

const plan: Plan = [
  ["workbook-rows", 100],
  ["proofreading", 300],
  ["draft-rows", 100],
];

/** What is said at moments of a run, each with the step and the part of it that is done. */
function said(moments: readonly (readonly [now: number, step: ProgressStep, done: number])[]): (number | undefined)[] {
  const left = new TimeLeft(plan);
  return moments.map(([now, step, done]) => left.at(now, { step, done, total: 100 }));
}

test("nothing is said before a fifth of the work is done, and before a second has passed", () => {
  expect(
    said([
      [0, "workbook-rows", 0],
      [2_000, "workbook-rows", 90],
    ]).at(-1),
  ).toBeUndefined();
  expect(
    said([
      [0, "workbook-rows", 0],
      [300, "proofreading", 0],
      [900, "proofreading", 50],
    ]).at(-1),
  ).toBeUndefined();
});

test("the rest is estimated by what the part that is done took, the steps that come included", () => {
  // 100 + 150 of 500 took 5 seconds.
  const moments = said([
    [1_000, "workbook-rows", 0],
    [3_000, "proofreading", 0],
    [6_000, "proofreading", 50],
  ]);
  expect(moments).toEqual([undefined, undefined, 5_000]);
});

test("a step that was left out counts neither as done nor as to come", () => {
  const left = new TimeLeft(plan);
  left.at(0, { step: "proofreading", done: 0, total: undefined });
  expect(left.at(3_000, { step: "proofreading", done: 60, total: 100 })).toBeCloseTo((3_000 * 220) / 180);
});

test("what is said goes down with the clock as long as it is about right, and is corrected where it is not", () => {
  const left = new TimeLeft(plan);
  const at = (now: number, done: number): number | undefined =>
    left.at(now, { step: "proofreading", done, total: 100 });
  at(0, 0);
  expect(at(3_000, 50)).toBeCloseTo(5_000);
  // 5,200 would be the estimate; nobody wants to see the number go up and down.
  expect(at(3_200, 51)).toBeCloseTo(4_800);
  expect(at(4_000, 60)).toBeCloseTo(4_000);
  // Now it is much slower.
  expect(at(12_000, 70)).toBeGreaterThan(9_000);
});

test("nothing is said of a step without numbers but what was said before, and nothing of steps outside the plan", () => {
  const left = new TimeLeft(plan);
  left.at(0, { step: "proofreading", done: 0, total: undefined });
  expect(left.at(3_000, { step: "proofreading", done: 50, total: 100 })).toBeCloseTo(5_000);
  expect(left.at(4_000, { step: "draft-rows", done: 0, total: undefined })).toBeCloseTo(4_000);
  expect(left.at(4_000, { step: "draft-rows", done: 500, total: undefined })).toBeCloseTo(4_000);
  expect(left.at(9_000, { step: "draft-rows", done: 0, total: undefined })).toBeUndefined();
  expect(left.at(9_000, { step: "saving", done: 1, total: 2 })).toBeUndefined();
});

test("several editions are estimated by those that are done, once they are a few", () => {
  expect(timeLeftOfSeveral(9_000, 2, 20)).toBeUndefined();
  expect(timeLeftOfSeveral(9_000, 3, 20)).toBeUndefined();
  expect(timeLeftOfSeveral(8_000, 4, 20)).toBe(32_000);
  expect(timeLeftOfSeveral(8_000, 20, 20)).toBeUndefined();
});
