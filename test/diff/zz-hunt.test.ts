import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CircularDocument } from "../../src/document/tree.js";
import { applyChanges } from "../../src/diff/apply-changes.js";
import { compareDocuments } from "../../src/diff/compare-documents.js";
import { arbitraryDocument } from "../document/arbitrary-document.js";
import { mutated } from "../document/mutations.js";
import { printedForm } from "../document/printed-form.js";

describe("any two documents", () => {
  it("a document compared with itself shows no change", () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        expect(compareDocuments(document, structuredClone(document))).toMatchObject({ equal: true, changes: [] });
      }),
    );
  });

  it("the changes turn the one into the other, a single place changed", () => {
    fc.assert(
      fc.property(mutated(arbitraryDocument()), ([before, after]) => {
        expectToApply(before, after);
      }),
      { numRuns: 4000, endOnFailure: true, seed: 77 },
    );
  });

  it("the changes turn the one into the other, whatever they are", () => {
    fc.assert(
      fc.property(arbitraryDocument(), arbitraryDocument(), (before, after) => {
        expectToApply(before, after);
      }),
      { numRuns: 4000, endOnFailure: true, seed: 77 },
    );
  });
});

function expectToApply(before: CircularDocument, after: CircularDocument): void {
  const result = compareDocuments(before, after);
  const applied = applyChanges(before, result);
  expect(printedForm(applied)).toEqual(printedForm(after));
  const same = JSON.stringify(printedForm(before)) === JSON.stringify(printedForm(after));
  expect(result.equal).toBe(same);
  for (const { occurrences } of result.changes) {
    expect(occurrences.length).toBeGreaterThan(0);
    for (const { before: old, after: fresh, spans } of occurrences) {
      const joined = (without: string): string =>
        spans.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join("");
      if (old !== undefined && fresh !== undefined) {
        expect(joined("added")).toBe(old.text.slice(old.spot?.start ?? 0, old.spot?.end));
        expect(joined("removed")).toBe(fresh.text.slice(fresh.spot?.start ?? 0, fresh.spot?.end));
      }
    }
  }
}
