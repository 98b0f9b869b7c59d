import fc from "fast-check";
import { expect, test } from "vitest";
import { otherHalf, pairMarks } from "../../src/checks/paired-marks.js";

const singles = (text: string): string[] => pairMarks(text).single.map((index) => text.charAt(index));

test("marks of different kinds pair inside one another", () => {
  expect(pairMarks("（《甲》、“乙”）").single).toEqual([]);
  expect(pairMarks("（《甲》、“乙”）").pairs.map(({ mark }) => mark)).toEqual(["《", "“", "（"]);
});

test("a half that crosses another pair is single", () => {
  expect(singles("（《甲）乙》")).toEqual(["《", "》"]);
});

test("a half-width bracket pairs with a full-width one", () => {
  expect(singles("（见附件1)")).toEqual([]);
  expect(otherHalf("(")).toBe("）");
});

test("the bracket after an enumerating number is no half, one after a word is", () => {
  expect(singles("要做到：1）更新；2）回应")).toEqual([]);
  expect(singles("见附件1）")).toEqual(["）"]);
});

test("an apostrophe between letters is no half", () => {
  expect(singles("Can’t")).toEqual([]);
});

test("only the same mark around a pair counts as nested, and only without the alternating one between", () => {
  const nested = (text: string): number => pairMarks(text).pairs.filter(({ insideSame }) => insideSame).length;
  expect(nested("《甲《乙》》")).toBe(1);
  expect(nested("《甲〈乙《丙》〉》")).toBe(0);
  expect(nested("《甲、《乙》")).toBe(0);
  expect(nested("“甲‘乙’”")).toBe(0);
});

test("every mark is paired once or single once", () => {
  const marks = "（）《》“”‘’甲";
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from(marks)), maxLength: 30 }), (text) => {
      const { pairs, single } = pairMarks(text);
      const seen = [...pairs.flatMap(({ open, close }) => [open, close]), ...single].sort((a, b) => a - b);
      expect(seen).toEqual(
        Array.from(text, (character, index) => (character === "甲" ? -1 : index)).filter((index) => index >= 0),
      );
    }),
  );
});
