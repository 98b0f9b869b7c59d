import { expect } from "vitest";
import { readParts } from "../docx/xml-tree.js";
import type { BuiltCircular } from "./built-circular.js";

/** Expects two builds of a circular to be the same, byte for byte. What can be read of a difference comes first. */
export function expectSame(actual: BuiltCircular, expected: BuiltCircular): void {
  expect(actual.reviewText).toBe(expected.reviewText);
  if (Buffer.from(actual.docx).equals(Buffer.from(expected.docx))) return;
  const [parts, expectedParts] = [readParts(actual.docx), readParts(expected.docx)];
  for (const path of new Set([...Object.keys(parts), ...Object.keys(expectedParts)])) {
    const [pieces, expectedPieces] = [parts, expectedParts].map((each) => (each[path] ?? "").split(/(?<=>)(?=<)/));
    const first = expectedPieces!.findIndex((piece, index) => piece !== pieces![index]);
    // A few elements from the first difference on: whole parts are too long to read.
    if (first !== -1) expect(pieces!.slice(first, first + 5), path).toEqual(expectedPieces!.slice(first, first + 5));
    expect(pieces!.length, `elements of ${path}`).toBe(expectedPieces!.length);
  }
  expect.fail("the .docx files differ, though not in the text of their parts");
}
