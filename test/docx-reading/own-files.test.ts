import { existsSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTree } from "../../src/document/invariants.js";
import { withoutOrigin } from "../../src/document/without-origin.js";
import type { CircularDocument } from "../../src/document/tree.js";
import { readDocx } from "../../src/docx/read-docx.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { composeEdition } from "../../src/edition/compose-edition.js";
import { projectFiles, projectPath } from "../circulars/built-circular.js";
import { arbitraryDocument } from "../document/arbitrary-document.js";
import { sampleDocument } from "../document/sample-document.js";

async function readBack(document: CircularDocument): Promise<CircularDocument> {
  const { document: read, diagnostics } = readDocx(await writeDocx(document), "通报.docx");
  expect(diagnostics).toEqual([]);
  expect(checkTree(read!, "read")).toEqual([]);
  return read!;
}

describe("a file that we wrote", () => {
  const editions = [
    ...readdirSync(projectPath("data")).map((name) => [`data/${name}`, "templates"] as const),
    ...readdirSync(projectPath("docs/示例"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => [`docs/示例/${name}`, `docs/示例/${name}/templates`] as const),
  ].flatMap(([folder, templates]) => editionsIn(folder).map((edition) => [edition, templates] as const));

  test("is looked for in every example", () => {
    expect(editions.length).toBeGreaterThan(12);
  });

  test.each(editions)("is read as the tree that it was written from: %s", async (edition, templatesFolder) => {
    const { document } = await composeEdition(projectFiles(), edition, { templatesFolder });
    if (document === undefined) throw new Error("the edition has a mistake");
    const read = await readBack(document);
    expect(withoutOrigin(read)).toEqual(withoutOrigin(document));
    // What `withoutOrigin` works out from the words is what the edition says.
    expect(tableFacts(read)).toEqual(tableFacts(document));
  });

  test("is read with every element and every kind of merged cell", async () => {
    expect(withoutOrigin(await readBack(sampleDocument()))).toEqual(withoutOrigin(sampleDocument()));
  });

  test("is read as the tree that it was written from, whatever words are in it", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument().map(withPlainListLabel), async (document) => {
        expect(withoutOrigin(await readBack(document))).toEqual(withoutOrigin(document));
      }),
      { numRuns: 300 },
    );
  });
});

/** Of each table which columns are running numbers and what its rows are. */
function tableFacts({ children }: CircularDocument): unknown[] {
  return children
    .flatMap((block) => (block.type === "attachment" ? block.children : []))
    .flatMap((block) => (block.type === "table" ? [block] : []))
    .map(({ columns, rows }) => ({
      ordinals: columns.map(({ kind }) => kind === "ordinal"),
      roles: rows.map(({ role }) => role),
    }));
}

/** The folders with a circular.yaml in a folder or in it. */
function editionsIn(folder: string): string[] {
  if (existsSync(projectPath(folder, "circular.yaml"))) return [folder];
  return readdirSync(projectPath(folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !["templates", "output"].includes(entry.name))
    .flatMap(({ name }) => editionsIn(`${folder}/${name}`));
}

/** A label of 附件说明 ends at its colon; one that holds a colon itself cannot be told from the names behind it. */
function withPlainListLabel(document: CircularDocument): CircularDocument {
  return {
    ...document,
    children: document.children.map((block) =>
      block.type === "attachmentList" ? { ...block, label: block.label.replaceAll("：", "") } : block,
    ),
  };
}
