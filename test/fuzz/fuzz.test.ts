import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { proofread } from "../../src/checks/proofread.js";
import { hasErrors, type Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { renderDiagnostic } from "../../src/diagnostics/render.js";
import { compareDocuments } from "../../src/diff/compare-documents.js";
import { checkTree } from "../../src/document/invariants.js";
import type { CircularDocument } from "../../src/document/tree.js";
import { readDocx } from "../../src/docx/read-docx.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { reviewEdition } from "../../src/edition/review-edition.js";
import { writeReviewText } from "../../src/text/review-text.js";
import { treeFiles } from "../broken/broken-edition.js";
import { requireSchemas } from "../docx/schemas.js";
import { buildWorkbook } from "../input/xlsx/build-workbook.js";
import { requireProgram, requirePythonModule } from "../outside.js";
import { casesOf, patienceFor } from "./case-count.js";
import {
  cellGrid,
  gridRows,
  mutateBytes,
  mutateLines,
  mutatePart,
  mutateText,
  steps,
  type CellGrid,
  type Steps,
} from "./mutations.js";
import { seedDocuments, seedEditions, type SeedEdition } from "./seeds.js";
import { Watchdog } from "./watchdog.js";
import { WrittenFiles } from "./written-files.js";

/*
 * Whatever a file becomes on its way to us, reading it ends in a document or in a diagnostic: never in an exception, never in an
 * endless loop, and what is written is always a file that other programs open. `npm run fuzz` draws more cases.
 */

const written = new WrittenFiles();
const watchdog = new Watchdog();
const counts = { cases: 0, circulars: 0, drafts: 0 };

afterAll(async () => {
  await watchdog.stop();
  written.remove();
  process.stdout.write(
    `fuzz: ${String(counts.cases)} cases (${String(counts.circulars)} gave a circular, ${String(counts.drafts)} a draft that was read), ` +
      `${String(written.count)} different .docx files written\n`,
  );
});

const seed = fc.constantFrom(...seedEditions);
const mostly = fc.constantFrom(true, true, true, false);
const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** Runs a property over its share of the cases. */
async function check<Case>(
  hundredths: number,
  cases: fc.Arbitrary<Case>,
  run: (one: Case) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      counts.cases += 1;
      watchdog.begin(fc.stringify(one));
      await run(one);
      watchdog.end();
    }),
    { numRuns: casesOf(hundredths) },
  );
}

/** What people are told: in words, not in those of the programming language. */
function expectPresentable(diagnostics: readonly Diagnostic[]): void {
  // What stands in the files themselves is repeated as it is, so only the message counts.
  const messages = diagnostics.map(({ message, hint = "" }) => `${message} ${hint}`).join("\n");
  expect(messages).not.toMatch(/\n +at |\[object |TypeError|RangeError/u);
  for (const diagnostic of diagnostics) renderDiagnostic(diagnostic);
}

async function expectSound(document: CircularDocument, origin: "generated" | "read"): Promise<void> {
  expect(checkTree(document, origin)).toEqual([]);
  written.add(await writeDocx(document));
  const text = writeReviewText(document);
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u);
}

async function build(edition: SeedEdition, path: string, content: Uint8Array): Promise<void> {
  const files = treeFiles(new Map([...edition.files, [path, content]]));
  const { document, diagnostics } = await reviewEdition(files, edition.folder, { templatesFolder: "templates" });
  expect(document === undefined).toBe(hasErrors(diagnostics));
  expectPresentable(diagnostics);
  if (document === undefined) return;
  counts.circulars += 1;
  await expectSound(document, "generated");
}

/** The edition's data file of this kind, used instead of the one that it names. */
async function buildWithWorkbook(edition: SeedEdition, workbook: Uint8Array): Promise<void> {
  const files = treeFiles(new Map([...edition.files, [`${edition.folder}/fuzz.xlsx`, workbook]]));
  const { document, diagnostics } = await reviewEdition(files, edition.folder, {
    templatesFolder: "templates",
    dataFiles: ["fuzz.xlsx"],
  });
  expect(document === undefined).toBe(hasErrors(diagnostics));
  expectPresentable(diagnostics);
  if (document === undefined) return;
  counts.circulars += 1;
  await expectSound(document, "generated");
}

const workbookSeeds = seedEditions.filter(({ files, folder }) => files.has(`${folder}/inspection.xlsx`));
const workbookSeed = fc.constantFrom(...workbookSeeds);

function workbookOf({ files, folder }: SeedEdition): Uint8Array {
  return files.get(`${folder}/inspection.xlsx`)!;
}

function pathEnding({ files }: SeedEdition, which: number, ending: RegExp): string {
  const paths = [...files.keys()].filter((path) => ending.test(path));
  return paths[Math.floor(which * paths.length)]!;
}

function mutateTextFile(edition: SeedEdition, path: string, todo: Steps, lines: boolean): Promise<void> {
  const text = new TextDecoder().decode(edition.files.get(path));
  return build(edition, path, new TextEncoder().encode((lines ? mutateLines : mutateText)(text, todo)));
}

test("workbooks with bytes changed", { timeout: patienceFor(casesOf(12)) }, () =>
  check(12, fc.tuple(workbookSeed, steps), ([edition, todo]) =>
    buildWithWorkbook(edition, mutateBytes(workbookOf(edition), todo)),
  ),
);

test("workbooks with a part changed", { timeout: patienceFor(casesOf(16)) }, () =>
  check(16, fc.tuple(workbookSeed, fraction, mostly, steps), ([edition, which, wellFormed, todo]) =>
    buildWithWorkbook(edition, mutatePart(workbookOf(edition), which, wellFormed, todo)),
  ),
);

test("workbooks of random cells", { timeout: patienceFor(casesOf(10)) }, () =>
  check(10, fc.tuple(workbookSeed, cellGrid), ([edition, grid]) =>
    buildWithWorkbook(edition, randomWorkbook(edition, grid)),
  ),
);

test("circular.yaml and data in YAML", { timeout: patienceFor(casesOf(18)) }, () =>
  check(18, fc.tuple(seed, fraction, steps, fc.boolean()), ([edition, which, todo, lines]) =>
    mutateTextFile(edition, pathEnding(edition, which, /^data\/.*\.yaml$/u), todo, lines),
  ),
);

test("type.yaml", { timeout: patienceFor(casesOf(12)) }, () =>
  check(12, fc.tuple(seed, steps, fc.boolean()), ([edition, todo, lines]) =>
    mutateTextFile(edition, `${edition.typeFolder}/type.yaml`, todo, lines),
  ),
);

test("templates", { timeout: patienceFor(casesOf(12)) }, () =>
  check(12, fc.tuple(seed, fraction, steps, fc.boolean()), ([edition, which, todo, lines]) =>
    mutateTextFile(edition, pathEnding(edition, which, /\.hbs$/u), todo, lines),
  ),
);

const originals = seedDocuments.map((bytes) => readDocx(bytes, "原稿.docx").document!);

/** Reads a draft, proofreads it, writes it again and compares it with its original. */
async function readDraft(bytes: Uint8Array, original: CircularDocument): Promise<void> {
  const { document, diagnostics } = readDocx(bytes, "稿.docx");
  expect(document === undefined).toBe(hasErrors(diagnostics));
  expectPresentable(diagnostics);
  if (document === undefined) return;
  counts.drafts += 1;
  expectPresentable(proofread(document, { file: "稿.docx" }).diagnostics);
  await expectSound(document, "read");
  expect(compareDocuments(document, document).equal).toBe(true);
  const there = compareDocuments(original, document);
  const back = compareDocuments(document, original);
  expect(there.equal).toBe(back.equal);
}

const documentSeed = fc.nat({ max: seedDocuments.length - 1 });

test("documents with bytes changed", { timeout: patienceFor(casesOf(8)) }, () =>
  check(8, fc.tuple(documentSeed, steps), ([index, todo]) =>
    readDraft(mutateBytes(seedDocuments[index]!, todo), originals[index]!),
  ),
);

test("documents with a part changed", { timeout: patienceFor(casesOf(12)) }, () =>
  check(12, fc.tuple(documentSeed, fraction, mostly, steps), ([index, which, wellFormed, todo]) =>
    readDraft(mutatePart(seedDocuments[index]!, which, wellFormed, todo), originals[index]!),
  ),
);

test(
  "every document that was written keeps the schema of ISO/IEC 29500",
  { timeout: patienceFor(casesOf(100)) },
  (context) => {
    const schema = join(requireSchemas(context), "ISO-IEC29500-4_2016", "wml.xsd");
    requireProgram("xmllint", context);
    expect(written.count).toBeGreaterThan(0);
    expect(written.schemaErrors(schema)).toBe("");
  },
);

test("every document that was written is opened by python-docx", { timeout: patienceFor(casesOf(100)) }, (context) => {
  requirePythonModule("docx", context);
  expect(written.readWithPython()).toEqual({ opened: written.count, errors: "" });
});

/** A workbook with the sheets and headings of the seed, and cells that nobody would fill in. */
function randomWorkbook({ files, typeFolder }: SeedEdition, grid: CellGrid): Uint8Array {
  const type = new TextDecoder().decode(files.get(`${typeFolder}/type.yaml`));
  const datasets = type
    .slice(type.indexOf("\n数据表:"))
    .matchAll(/^ {2}(\S+):\n(?: {4}(?!列:).*\n)* {4}列:\n((?: {6}.*\n)+)/gmu);
  const sheets = [...datasets].map(([, name = "", columns = ""]) => {
    const headings = [...columns.matchAll(/^ {6}(\S+?):/gmu)].map(([, heading]) => heading!);
    const cells = headings.map(
      (heading, column) => `<c r="${String.fromCharCode(65 + column)}1" t="str"><v>${heading}</v></c>`,
    );
    return { name, data: `<row r="1">${cells.join("")}</row>${gridRows(grid)}` };
  });
  return buildWorkbook({ sheets: sheets.length === 0 ? [{ data: gridRows(grid) }] : sheets });
}
