import { expect } from "vitest";
import type { BuiltCircular } from "./built-circular.js";

/** Expects two builds of a circular to be the same, byte for byte. The text comes first: its difference can be read. */
export function expectSame(actual: BuiltCircular, expected: BuiltCircular): void {
  expect(actual.reviewText).toBe(expected.reviewText);
  expect(Buffer.from(actual.docx).equals(Buffer.from(expected.docx))).toBe(true);
}
