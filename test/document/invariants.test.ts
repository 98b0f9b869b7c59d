import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTree } from "../../src/document/invariants.js";
import { arbitraryDocument } from "./arbitrary-document.js";
import { sampleDocument } from "./sample-document.js";

describe("a valid tree", () => {
  test("has no problem", () => {
    expect(checkTree(sampleDocument())).toEqual([]);
    expect(checkTree(sampleDocument(), "read")).toEqual([]);
  });

  test("has no problem however it was generated", () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        expect(checkTree(document)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
