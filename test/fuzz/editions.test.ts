import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { hasErrors } from "../../src/diagnostics/diagnostic.js";
import { reviewNotices } from "../../src/edition/notices/review-notices.js";
import { reviewEdition, type Review } from "../../src/edition/review-edition.js";
import { writeNoticeIndex } from "../../src/workbook/write-notice-index.js";
import { treeFiles } from "../broken/broken-edition.js";
import { buildWorkbook } from "../input/xlsx/build-workbook.js";
import { casesOf, patienceFor } from "./case-count.js";
import { expectPresentable, Fuzzing } from "./fuzzing.js";
import {
  cellGrid,
  gridRows,
  mutateBytes,
  mutateLines,
  mutatePart,
  mutateText,
  mutateValues,
  steps,
  type CellGrid,
  type Steps,
} from "./mutations.js";
import { seedEditions, type SeedEdition } from "./seeds.js";
import { expectValid } from "./written-files.js";

/*
 * Whatever the files of an edition and its type become on their way to us, the run ends in a circular or in diagnostics: never in an
 * exception, never in an endless loop, and what is written is always a file that other programs open. `npm run fuzz` draws more cases.
 */

const shares = { bytes: 7, part: 13, cells: 7, yaml: 11, type: 9, templates: 9, together: 12, notices: 4 } as const;
const fuzzing = new Fuzzing();
afterAll(() => fuzzing.stop());

const seed = fc.constantFrom(...seedEditions);
const mostly = fc.constantFrom(true, true, true, false);
const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const texts = { words: mutateText, lines: mutateLines, values: mutateValues } as const;
const way = fc.constantFrom<(keyof typeof texts)[]>("words", "lines", "values");

async function build(
  edition: SeedEdition,
  changed: readonly (readonly [path: string, content: Uint8Array])[],
  dataFiles?: readonly string[],
): Promise<Review> {
  const files = treeFiles(new Map([...edition.files, ...changed]));
  const options = { templatesFolder: "templates", ...(dataFiles === undefined ? {} : { dataFiles }) };
  const review = await reviewEdition(files, edition.folder, options);
  expect(review.document === undefined).toBe(hasErrors(review.diagnostics));
  expectPresentable(review.diagnostics);
  if (review.document !== undefined) {
    fuzzing.counts.circulars += 1;
    await fuzzing.expectSound(review.document, "generated");
  }
  return review;
}

/** With this workbook as the edition's data, instead of the file that it names. */
async function buildWithWorkbook(edition: SeedEdition, workbook: Uint8Array): Promise<void> {
  await build(edition, [[`${edition.folder}/fuzz.xlsx`, workbook]], ["fuzz.xlsx"]);
}

const workbookSeed = fc.constantFrom(
  ...seedEditions.filter(({ files, folder }) => files.has(`${folder}/inspection.xlsx`)),
);

function workbookOf({ files, folder }: SeedEdition): Uint8Array {
  return files.get(`${folder}/inspection.xlsx`)!;
}

function pathEnding({ files }: SeedEdition, which: number, ending: RegExp): string {
  const paths = [...files.keys()].filter((path) => ending.test(path));
  return paths[Math.floor(which * paths.length)]!;
}

function changedText({ files }: SeedEdition, path: string, todo: Steps, how: keyof typeof texts): [string, Uint8Array] {
  return [path, new TextEncoder().encode(texts[how](new TextDecoder().decode(files.get(path)), todo))];
}

test("workbooks with bytes changed", { timeout: patienceFor(casesOf(shares.bytes)) }, () =>
  fuzzing.check(shares.bytes, fc.tuple(workbookSeed, steps), ([edition, todo]) =>
    buildWithWorkbook(edition, mutateBytes(workbookOf(edition), todo)),
  ),
);

test("workbooks with a part changed", { timeout: patienceFor(casesOf(shares.part)) }, () =>
  fuzzing.check(shares.part, fc.tuple(workbookSeed, fraction, mostly, steps), ([edition, which, wellFormed, todo]) =>
    buildWithWorkbook(edition, mutatePart(workbookOf(edition), which, wellFormed, todo)),
  ),
);

test("workbooks of random cells", { timeout: patienceFor(casesOf(shares.cells)) }, () =>
  fuzzing.check(shares.cells, fc.tuple(workbookSeed, cellGrid), ([edition, grid]) =>
    buildWithWorkbook(edition, randomWorkbook(edition, grid)),
  ),
);

test("circular.yaml and data in YAML", { timeout: patienceFor(casesOf(shares.yaml)) }, () =>
  fuzzing.check(shares.yaml, fc.tuple(seed, fraction, steps, way), async ([edition, which, todo, how]) => {
    await build(edition, [changedText(edition, pathEnding(edition, which, /^data\/.*\.yaml$/u), todo, how)]);
  }),
);

test("type.yaml", { timeout: patienceFor(casesOf(shares.type)) }, () =>
  fuzzing.check(shares.type, fc.tuple(seed, steps, way), async ([edition, todo, how]) => {
    await build(edition, [changedText(edition, `${edition.typeFolder}/type.yaml`, todo, how)]);
  }),
);

test("templates", { timeout: patienceFor(casesOf(shares.templates)) }, () =>
  fuzzing.check(shares.templates, fc.tuple(seed, fraction, steps, way), async ([edition, which, todo, how]) => {
    await build(edition, [changedText(edition, pathEnding(edition, which, /\.hbs$/u), todo, how)]);
  }),
);

test(
  "circular.yaml, type.yaml and body.hbs, all changed at once",
  { timeout: patienceFor(casesOf(shares.together)) },
  () =>
    fuzzing.check(
      shares.together,
      fc.tuple(seed, fc.tuple(steps, way), fc.tuple(steps, way), fc.tuple(steps, way), seed, mostly),
      async ([edition, circular, type, body, other, own]) => {
        // One file in four cases is that of another edition: right in itself, and wrong here.
        const from = own ? edition : other;
        const [, changedType] = changedText(from, `${from.typeFolder}/type.yaml`, ...type);
        await build(edition, [
          changedText(edition, `${edition.folder}/circular.yaml`, ...circular),
          [`${edition.typeFolder}/type.yaml`, changedType],
          changedText(edition, `${edition.typeFolder}/body.hbs`, ...body),
        ]);
      },
    ),
);

const noticeSeed = fc.constantFrom(
  ...seedEditions.filter(({ files, typeFolder }) => files.has(`${typeFolder}/整改通知.hbs`)),
);

test("notices", { timeout: patienceFor(casesOf(shares.notices)) }, () =>
  fuzzing.check(
    shares.notices,
    fc.tuple(noticeSeed, fc.constantFrom("整改通知.hbs", "type.yaml", "data"), steps, way),
    async ([edition, file, todo, how]) => {
      const path = file === "data" ? pathEnding(edition, 0.99, /^data\/.*\.yaml$/u) : `${edition.typeFolder}/${file}`;
      await writeNotices(await build(edition, [changedText(edition, path, todo, how)]));
    },
  ),
);

async function writeNotices({ document, edition, prepared, type }: Review): Promise<void> {
  if (document === undefined || edition === undefined || type === undefined) return;
  const body = prepared?.noticeBody;
  if (prepared === undefined || body === undefined || prepared.type.notice === undefined) return;
  const full = { ...prepared, noticeBody: body };
  const { notices, diagnostics } = reviewNotices(full, prepared.type.notice, edition, document, "output");
  expectPresentable(diagnostics);
  for (const notice of notices) {
    expect(notice.file).toMatch(/^\d+-[^/\\:*?"<>|\u0000-\u001f]+\.docx$/u);
    expect(Buffer.byteLength(notice.file)).toBeLessThan(255);
    await fuzzing.expectSound(notice.document, "generated");
  }
  const entries = notices.map(({ ordinal, unit, rows, file }) => ({ ordinal, unit, findings: rows.length, file }));
  expect((await writeNoticeIndex("目录", entries)).length).toBeGreaterThan(0);
}

expectValid(fuzzing.written);

test("all cases were drawn", (context) => {
  fuzzing.report(context, Object.values(shares));
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
