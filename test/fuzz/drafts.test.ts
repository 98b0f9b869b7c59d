import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { proofread } from "../../src/checks/proofread.js";
import { hasErrors } from "../../src/diagnostics/diagnostic.js";
import { compareDocuments } from "../../src/diff/compare-documents.js";
import type { CircularDocument } from "../../src/document/tree.js";
import { addComments } from "../../src/docx/comments/add-comments.js";
import { commentAnchors } from "../../src/docx/comments/comment-anchors.js";
import { writeMerged } from "../../src/docx/merge/write-merged.js";
import { readDocx } from "../../src/docx/read-docx.js";
import { writeRedline } from "../../src/docx/redline/write-redline.js";
import { mergeDocuments } from "../../src/merge/merge-documents.js";
import { arbitraryDocument } from "../document/arbitrary-document.js";
import { casesOf, patienceFor } from "./case-count.js";
import { expectPresentable, Fuzzing } from "./fuzzing.js";
import { mutateBytes, mutatePart, steps } from "./mutations.js";
import { seedDocuments } from "./seeds.js";
import { expectValid } from "./written-files.js";

/*
 * Whatever a .docx becomes on its way to us, it is read or refused in words; what is read can be proofread, compared with and merged into
 * others, and all that is written of it is a file that other programs open. `npm run fuzz` draws more cases.
 */

const shares = { bytes: 6, part: 10, pairs: 5, shapes: 6 } as const;
const fuzzing = new Fuzzing();
afterAll(() => fuzzing.stop());

const by = { author: "核稿人", date: "2024-07-10T00:00:00Z" };
const originals = seedDocuments.map((bytes) => readDocx(bytes, "原稿.docx").document!);
const documentSeed = fc.nat({ max: seedDocuments.length - 1 });
const mostly = fc.constantFrom(true, true, true, false);
const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function read(bytes: Uint8Array): CircularDocument | undefined {
  const { document, diagnostics } = readDocx(bytes, "稿.docx");
  expect(document === undefined).toBe(hasErrors(diagnostics));
  expectPresentable(diagnostics);
  if (document !== undefined) fuzzing.counts.drafts += 1;
  return document;
}

/** Reads a draft, proofreads it, writes it again, with its findings as comments, and compares it with its original. */
async function useDraft(bytes: Uint8Array, original: CircularDocument): Promise<void> {
  const document = read(bytes);
  if (document === undefined) return;
  const { diagnostics } = proofread(document, { file: "稿.docx" });
  expectPresentable(diagnostics);
  const written = await fuzzing.expectSound(document, "read");
  const again = readDocx(written, "稿.docx");
  const anchors = commentAnchors({ document: again.document!, anchors: again.anchors! });
  const commented = addComments(written, anchors, diagnostics, { file: "稿.docx" });
  expect(commented).not.toHaveProperty("problem");
  if ("bytes" in commented) fuzzing.written.add(commented.bytes);
  expect(compareDocuments(document, document).equal).toBe(true);
  await compareBothWays(original, document);
}

async function compareBothWays(one: CircularDocument, other: CircularDocument): Promise<void> {
  const there = compareDocuments(one, other);
  expect(there.equal).toBe(compareDocuments(other, one).equal);
  fuzzing.written.add((await writeRedline(one, other, there, by)).bytes);
}

async function mergeThree(base: CircularDocument, hand: CircularDocument, data: CircularDocument): Promise<void> {
  const merged = mergeDocuments({ base, hand, data });
  fuzzing.written.add((await writeMerged(merged, by)).bytes);
}

test("documents with bytes changed", { timeout: patienceFor(casesOf(shares.bytes)) }, () =>
  fuzzing.check(shares.bytes, fc.tuple(documentSeed, steps), ([index, todo]) =>
    useDraft(mutateBytes(seedDocuments[index]!, todo), originals[index]!),
  ),
);

test("documents with a part changed", { timeout: patienceFor(casesOf(shares.part)) }, () =>
  fuzzing.check(shares.part, fc.tuple(documentSeed, fraction, mostly, steps), ([index, which, wellFormed, todo]) =>
    useDraft(mutatePart(seedDocuments[index]!, which, wellFormed, todo), originals[index]!),
  ),
);

test(
  "two versions of a document, both changed, compared and merged",
  { timeout: patienceFor(casesOf(shares.pairs)) },
  () =>
    fuzzing.check(
      shares.pairs,
      fc.tuple(documentSeed, fc.tuple(fraction, steps), fc.tuple(fraction, steps)),
      async ([index, one, other]) => {
        const [hand, data] = [one, other].map(([which, todo]) =>
          read(mutatePart(seedDocuments[index]!, which, true, todo)),
        );
        if (hand === undefined || data === undefined) return;
        await compareBothWays(hand, data);
        await mergeThree(originals[index]!, hand, data);
      },
    ),
);

test(
  "documents of any shape, written, read, compared and merged",
  { timeout: patienceFor(casesOf(shares.shapes)) },
  () =>
    fuzzing.check(
      shares.shapes,
      fc.tuple(arbitraryDocument(), arbitraryDocument(), arbitraryDocument()),
      async ([base, hand, data]) => {
        expect(read(await fuzzing.expectSound(base, "read"))).toBeDefined();
        await compareBothWays(hand, data);
        await mergeThree(base, hand, data);
      },
    ),
);

expectValid(fuzzing.written);

test("all cases were drawn", (context) => {
  fuzzing.report(context, Object.values(shares));
});
