import { expect } from "vitest";
import { readParts } from "../docx/xml-tree.js";
import type { BuiltCircular } from "./built-circular.js";

/** Expects two builds of a circular to be the same, byte for byte. What can be read of a difference comes first. */
export function expectSame(actual: BuiltCircular, expected: BuiltCircular): void {
  expect(actual.reviewText).toBe(expected.reviewText);
  if (Buffer.from(actual.docx).equals(Buffer.from(expected.docx))) return;
  expect(readParts(actual.docx)).toEqual(readParts(expected.docx));
  expect.fail("the .docx files differ, though not in the text of their parts");
}
