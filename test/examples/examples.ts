import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, type TestContext } from "vitest";
import { parse } from "yaml";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { composeEdition } from "../../src/edition/compose-edition.js";
import type { Files } from "../../src/edition/files.js";
import { writeReviewText } from "../../src/text/review-text.js";
import { projectFiles, projectPath, type BuiltCircular } from "../circulars/built-circular.js";
import { readWithPythonDocx, type DocxReading } from "../circulars/outside-readers.js";
import { requirePythonModule } from "../outside.js";

/** The folder of the examples, relative to the project. */
export const examplesFolder = "docs/示例";

/** One edition of one example. */
export interface Edition {
  /** 抽查 */
  readonly example: string;
  /** 2025q2 */
  readonly name: string;
}

/** The examples whose review texts are kept. */
export const examples: readonly string[] = readdirSync(projectPath(examplesFolder))
  .filter((name) => existsSync(projectPath(examplesFolder, name, "output")))
  .sort();

export const editions: readonly Edition[] = examples.flatMap((example) =>
  foldersIn(examplesFolder, example, "data").map((name) => ({ example, name })),
);

/** The names of the folders in a folder of this project. */
export function foldersIn(...segments: readonly string[]): string[] {
  const folder = projectPath(...segments);
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .sort();
}

/** The path of something of an example, relative to the project. */
export function examplePath(example: string, ...segments: readonly string[]): string {
  return [examplesFolder, example, ...segments].join("/");
}

/** The review text that is kept with the example. */
export function keptReviewText({ example, name }: Edition): string {
  return readFileSync(projectPath(examplePath(example, "output", `${name}.txt`)), "utf8");
}

/** The contents of a YAML file of an edition, as somebody who knows nothing of this program reads it. */
export function readEditionYaml({ example, name }: Edition, file = "circular.yaml"): unknown {
  return parse(readFileSync(projectPath(examplePath(example, "data", name, file)), "utf8"));
}

/** What comes of an edition: the circular, unless something is wrong, and everything that was found. */
export interface Outcome {
  readonly built?: BuiltCircular;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds an edition in this process.
 *
 * @param files to read from
 * @param dataFiles to use instead of those that circular.yaml names
 */
export async function buildEdition(
  { example, name }: Edition,
  files: Files = projectFiles(),
  dataFiles?: readonly string[],
): Promise<Outcome> {
  const { document, diagnostics } = await composeEdition(files, examplePath(example, "data", name), {
    templatesFolder: examplePath(example, "templates"),
    ...(dataFiles === undefined ? {} : { dataFiles }),
  });
  if (document === undefined) return { diagnostics };
  return { built: { docx: await writeDocx(document), reviewText: writeReviewText(document) }, diagnostics };
}

/** `buildEdition`, once in a test file, for an edition that must have nothing wrong with it. */
export async function builtEdition(edition: Edition): Promise<BuiltCircular> {
  const key = `${edition.example}/${edition.name}`;
  const outcome = outcomes.get(key) ?? buildEdition(edition);
  outcomes.set(key, outcome);
  const { built, diagnostics } = await outcome;
  if (built === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return built;
}

const outcomes = new Map<string, Promise<Outcome>>();

const folder = mkdtempSync(join(tmpdir(), "tongbao-examples-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The path of the edition's .docx file, in a folder that vanishes with the test file. */
export async function editionFile(edition: Edition): Promise<string> {
  const { docx } = await builtEdition(edition);
  const file = join(folder, `${edition.example}-${edition.name}.docx`);
  writeFileSync(file, docx);
  return file;
}

/** The edition's .docx file as python-docx reads it. */
export async function pythonReading(edition: Edition, context: TestContext): Promise<DocxReading> {
  const file = await editionFile(edition);
  requirePythonModule("docx", context);
  return readWithPythonDocx(file);
}

/** The lines of the body in a review text, without their marks: headings and paragraphs before the first attachment. */
export function bodyOf(reviewText: string): string[] {
  const [main = ""] = reviewText.split(/^\n/mu);
  return main
    .split("\n")
    .filter((line) => /^〔(?:正文|[一二三四]级)〕/u.test(line))
    .map((line) => line.replace(/^〔[^〕]+〕/u, "").replace("〔接排〕", ""));
}
