import fc from "fast-check";
import { expect, test } from "vitest";
import { smallestChanges } from "../../src/fixes/source-edit.js";

test("a pair of marks becomes two changes and the words between them none", () => {
  expect(smallestChanges('见"甲乙"。', { start: 1, end: 5, replacement: "“甲乙”" })).toEqual([
    { start: 1, end: 2, replacement: "“" },
    { start: 4, end: 5, replacement: "”" },
  ]);
});

test("what is only added or taken away is as small as possible", () => {
  expect(smallestChanges("省政府", { start: 0, end: 3, replacement: "省政府。" })).toEqual([
    { start: 3, end: 3, replacement: "。" },
  ]);
  expect(smallestChanges("《甲》", { start: 0, end: 3, replacement: "甲" })).toEqual([
    { start: 0, end: 3, replacement: "甲" },
  ]);
});

test("all changes together give the replaced text", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "，", ","), maxLength: 12 });
  fc.assert(
    fc.property(letters, letters, fc.nat(12), fc.nat(12), (text, replacement, one, other) => {
      const [start = 0, end = 0] = [Math.min(one, text.length), Math.min(other, text.length)].sort((a, b) => a - b);
      let result = "";
      let done = 0;
      for (const change of smallestChanges(text, { start, end, replacement })) {
        result += text.slice(done, change.start) + change.replacement;
        done = change.end;
      }
      expect(result + text.slice(done)).toBe(text.slice(0, start) + replacement + text.slice(end));
    }),
  );
});
