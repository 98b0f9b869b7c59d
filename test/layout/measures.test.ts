import { describe, expect, it } from "vitest";
import {
  millimetres,
  points,
  scaleLength,
  subtractLengths,
  toEighthPoints,
  toEmus,
  toHalfPoints,
  toPoints,
  toTwips,
  twips,
} from "../../src/layout/measures.js";

describe("measures", () => {
  it("turns millimetres into Word's units as the paper sizes of Word show", () => {
    expect(toTwips(millimetres(210))).toBe(11906);
    expect(toTwips(millimetres(297))).toBe(16838);
    expect(toTwips(millimetres(156))).toBe(8844);
    expect(toTwips(millimetres(225))).toBe(12756);
    expect(toEmus(millimetres(10))).toBe(360_000);
  });

  it("turns points into half-points, eighths and twips", () => {
    expect(toHalfPoints(points(10.5))).toBe(21);
    expect(toEighthPoints(points(0.75))).toBe(6);
    expect(toTwips(points(14))).toBe(280);
    expect(toPoints(twips(579))).toBeCloseTo(28.95);
  });

  it("calculates across units", () => {
    expect(toTwips(subtractLengths(millimetres(297), millimetres(20)))).toBe(15704);
    expect(toTwips(scaleLength(points(16), 7 / 8))).toBe(280);
  });
});
