import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeFiles } from "../../src/cli/node-files.js";
import type { CircularDocument } from "../../src/document/tree.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { composeEdition } from "../../src/edition/compose-edition.js";
import { arbitraryDocument } from "../document/arbitrary-document.js";
import { mutated } from "../document/mutations.js";
import { plainCircular } from "../docx/sample-documents.js";
import { requirePythonModule } from "../outside.js";
import { arbitraryTableDrafts } from "./arbitrary-tables.js";
import { CHANGED, CHANGED_BOTH_WAYS } from "./changed-circulars.js";
import { differencesFoundBy, type Drafts, withRedlineFolders } from "./redline-folders.js";

const SCRIPT = "accept_reject.py";

/** The differences between the drafts and what accepting and rejecting all changes gives, by the index of the pair. */
async function differences(pairs: readonly Drafts[]): Promise<readonly (readonly [number, readonly unknown[]])[]> {
  const found = await withRedlineFolders(pairs, (folders) => differencesFoundBy(SCRIPT, folders));
  expect(found).toHaveLength(pairs.length);
  return found.map((each, index) => [index, each] as const).filter(([, each]) => each.length > 0);
}

describe("accepting all changes gives the newer draft, rejecting all the older one, paragraph by paragraph and cell by cell", () => {
  it("whatever changed", async (context) => {
    requirePythonModule("docx", context);
    const found = await differences(CHANGED_BOTH_WAYS.map(([, drafts]) => drafts));
    expect(found.map(([index, each]) => [CHANGED_BOTH_WAYS[index]![0], each])).toEqual([]);
  });

  it("in any document with one place changed", async (context) => {
    requirePythonModule("docx", context);
    expect(
      await differences(
        fc.sample(
          mutated(arbitraryDocument()).filter(([, after]) => hasKnownPictures(after)),
          250,
        ),
      ),
    ).toEqual([]);
  });

  it("between any two documents", async (context) => {
    requirePythonModule("docx", context);
    expect(await differences(fc.sample(fc.tuple(arbitraryDocument(), arbitraryDocument()), 150))).toEqual([]);
  });

  it("in any table whose rows and merged cells changed", async (context) => {
    requirePythonModule("docx", context);
    expect(await differences(fc.sample(arbitraryTableDrafts(), 250))).toEqual([]);
  });

  it.for(["chaozhou-2024q2", "guangdong-2022q2", "chaozhou-2019", "guangdong-2024q2", "nanchong-2024q1"])(
    "in %s with several places changed",
    async (edition, context) => {
      requirePythonModule("docx", context);
      const document = await composed(`data/${edition}`);
      expect(await differences(fc.sample(mutatedOften(document, 6), 30))).toEqual([]);
    },
  );
});

describe("the reader of tracked changes", () => {
  it("finds what differs", async (context) => {
    requirePythonModule("docx", context);
    const other = await writeDocx({ ...plainCircular, children: plainCircular.children.slice(1) });
    const found = await withRedlineFolders([CHANGED["words of a paragraph"]!], (folders) => {
      writeFileSync(path.join(folders[0]!, "after.docx"), other);
      return differencesFoundBy(SCRIPT, folders);
    });
    expect(found).toEqual([[expect.objectContaining({ draft: "after", block: 0 })]]);
  });
});

/** A document and one that differs from it in about so many places. */
function mutatedOften(document: CircularDocument, count: number): fc.Arbitrary<Drafts> {
  let changed: fc.Arbitrary<CircularDocument> = fc.constant(document);
  for (let time = 0; time < count; time += 1) {
    changed = changed.chain((draft) => mutated(fc.constant(draft))).map(([, draft]) => draft);
  }
  return changed.filter(hasKnownPictures).map((draft) => [document, draft]);
}

/** A picture of a kind that no file knows makes a file that no program opens. */
function hasKnownPictures({ children }: CircularDocument): boolean {
  return children.every(
    (block) =>
      block.type !== "attachment" ||
      block.children.every((each) => each.type !== "picture" || ["png", "jpeg"].includes(each.format)),
  );
}

async function composed(folder: string): Promise<CircularDocument> {
  const files = nodeFiles();
  const dataFiles = (files.list(folder) ?? []).filter((name) => name === "inspection.yaml");
  const { document } = await composeEdition(files, folder, {
    templatesFolder: "templates",
    ...(dataFiles.length === 0 ? {} : { dataFiles }),
  });
  if (document === undefined) throw new Error(`${folder} cannot be composed`);
  return document;
}
