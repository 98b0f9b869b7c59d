import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkTree } from "../../src/document/invariants.js";
import type { CircularDocument } from "../../src/document/tree.js";
import { mergeDocuments } from "../../src/merge/merge-documents.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { arbitraryDocument } from "../document/arbitrary-document.js";
import { mutated } from "../document/mutations.js";
import { printedForm } from "../document/printed-form.js";

/** Without what a merge leaves to the edition or works out anew: the look, and 文件属性, which repeat elements. */
function merged(document: CircularDocument): unknown {
  const { appearance, children } = printedForm(document) as { appearance: { form: string }; children: unknown };
  return { form: appearance.form, children };
}

describe("any three documents", () => {
  it("without changes by hand the data's document comes out, byte for byte", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(), arbitraryDocument(), async (base, data) => {
        const result = mergeDocuments({ base, hand: structuredClone(base), data });
        expect(result.conflicts).toEqual([]);
        expect(printedForm(result.data)).toEqual(printedForm(data));
        expect(Buffer.from(await writeDocx(result.data)).equals(Buffer.from(await writeDocx(data)))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("without changes of the data the edited document comes out, a single place changed", () => {
    fc.assert(
      fc.property(mutated(arbitraryDocument()), ([base, hand]) => {
        const result = mergeDocuments({ base, hand, data: structuredClone(base) });
        expect(result.conflicts).toEqual([]);
        expect(merged(result.data)).toEqual(merged(hand));
      }),
      { numRuns: 150 },
    );
  });

  it("without changes of the data the edited document comes out, whatever was changed", () => {
    fc.assert(
      fc.property(arbitraryDocument(), arbitraryDocument(), (base, hand) => {
        const result = mergeDocuments({ base, hand, data: structuredClone(base) });
        expect(result.conflicts).toEqual([]);
        expect(merged(result.data)).toEqual(merged(hand));
      }),
      { numRuns: 150 },
    );
  });

  it("the same changes on both sides are no conflict", () => {
    fc.assert(
      fc.property(mutated(arbitraryDocument()), ([base, changed]) => {
        const result = mergeDocuments({ base, hand: changed, data: structuredClone(changed) });
        expect(result.conflicts).toEqual([]);
        expect(merged(result.data)).toEqual(merged(changed));
      }),
      { numRuns: 150 },
    );
  });

  it("what comes out can be written, on both sides of every conflict", () => {
    fc.assert(
      fc.property(mutated(arbitraryDocument()), fc.integer(), arbitraryDocument(), ([base, hand], _, data) => {
        const result = mergeDocuments({ base, hand, data });
        const known = new Set([...checkTree(base, "read"), ...checkTree(hand, "read"), ...checkTree(data, "read")]);
        const problems = [...checkTree(result.data, "read"), ...checkTree(result.hand, "read")];
        if (known.size === 0) expect(problems).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
