import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { compareSides, surroundingsInWords, type DiffSide } from "../../src/cli/diff-sides.js";
import { readDocx } from "../../src/docx/read-docx.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { composeEdition } from "../../src/edition/compose-edition.js";
import type { Files } from "../../src/edition/files.js";
import { changeReport, type ChangeReport } from "../../src/report/changes/change-report.js";
import { memoryFiles } from "../edition/compose-in-memory.js";

/** Where the pairs are: `edition/` holds the older draft, every other folder says how the newer one differs. */
export const casesFolder = new URL("../diff/cases/", import.meta.url);

const edit = z.strictObject({ file: z.string(), find: z.string(), put: z.string() });

const pairSchema = z.strictObject({
  /** What somebody did, in a sentence. */
  intent: z.string(),
  /** Changes of the edition's files for the newer draft. */
  after: z.array(edit).default([]),
  /** Which drafts are compared as .docx files. */
  docx: z.enum(["after", "both"]).optional(),
  /** Changes of the newer .docx, as somebody made them in Word: `file` is a part; a new part is found by an empty text. */
  parts: z.array(edit).default([]),
});

export const editionFiles = ["templates/示例/type.yaml", "templates/示例/body.hbs", "data/示例/circular.yaml"] as const;

/** The older draft of every pair. */
let older: Promise<DiffSide> | undefined;

/** Compares a pair as the command does. */
export async function reportOfCase(name: string): Promise<ChangeReport> {
  const pair = pairSchema.parse(parse(readFileSync(new URL(`${name}/case.yaml`, casesFolder), "utf8")));
  const original = Object.fromEntries(
    editionFiles.map((file) => [file, readFileSync(new URL(`edition/${file}`, casesFolder), "utf8")]),
  );
  const changed = pair.after.reduce((texts, one) => edited(texts, one), original);
  older ??= composed("旧稿", memoryFiles(original));
  const composedBefore = await older;
  const composedAfter = await composed("新稿", memoryFiles(changed));
  const before = pair.docx === "both" ? await asDocx(composedBefore, []) : composedBefore;
  const after = pair.docx === undefined ? composedAfter : await asDocx(composedAfter, pair.parts);
  return changeReport(await compareSides(before, after));
}

function edited(
  texts: Readonly<Record<string, string>>,
  { file, find, put }: z.infer<typeof edit>,
): Record<string, string> {
  const found = texts[file] ?? "";
  // A misspelt edit would compare a draft with itself.
  if (find !== "") expect(found.split(find), `${file} holds ${find} once`).toHaveLength(2);
  return { ...texts, [file]: find === "" ? put : found.replace(find, () => put) };
}

async function composed(name: string, files: Files): Promise<DiffSide> {
  const { draft, diagnostics } = await composeEdition(files, "data/示例", { templatesFolder: "templates" });
  if (draft === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return { name, kind: "edition", document: draft, surroundings: [], diagnostics: [] };
}

async function asDocx({ name, document }: DiffSide, edits: readonly z.infer<typeof edit>[]): Promise<DiffSide> {
  const parts = unzipSync(await writeDocx(document));
  const texts = Object.fromEntries(Object.entries(parts).map(([part, bytes]) => [part, strFromU8(bytes)]));
  const changed = edits.reduce((all, one) => edited(all, one), texts);
  const bytes = zipSync(Object.fromEntries(Object.entries(changed).map(([part, text]) => [part, strToU8(text)])));
  const read = readDocx(bytes, name);
  if (read.document === undefined) throw new Error(read.diagnostics.map(({ message }) => message).join("\n"));
  return {
    name,
    kind: "docx",
    document: read.document,
    surroundings: surroundingsInWords(read.surroundings),
    bytes,
    diagnostics: [],
  };
}
