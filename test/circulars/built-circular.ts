import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, type TestContext } from "vitest";
import { parse } from "yaml";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { composeEdition } from "../../src/edition/compose-edition.js";
import type { Files } from "../../src/edition/files.js";
import { writeReviewText } from "../../src/text/review-text.js";
import type { DescribedCircular } from "./described-circular.js";
import { requirePythonModule } from "../outside.js";
import { readWithPythonDocx, type DocxReading } from "./outside-readers.js";

/** A circular as the program writes it. */
export interface BuiltCircular {
  readonly docx: Uint8Array;
  readonly reviewText: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tongbao-circulars-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The path of a file or folder of this project. */
export function projectPath(...segments: readonly string[]): string {
  return join(root, ...segments);
}

/** Skips the test, visibly, if the edition or a data file that it names has not come yet. */
export function requireEdition(circular: DescribedCircular, context: TestContext): void {
  const missing = missingFile(circular);
  if (missing !== undefined) context.skip(`not run: ${missing} has not come yet`);
}

/** The first file of an edition that has not come yet; never one of an edition that ships: that is for the tests to miss. */
export function missingFile({ id, shipped }: DescribedCircular): string | undefined {
  if (shipped) return undefined;
  const files = ["circular.yaml", ...namedDataFiles(id)].map((name) => `data/${id}/${name}`);
  return files.find((file) => !existsSync(projectPath(file)));
}

function namedDataFiles(id: string): string[] {
  const file = projectPath("data", id, "circular.yaml");
  if (!existsSync(file)) return [];
  const { 数据文件: named = [] } = parse(readFileSync(file, "utf8")) as { 数据文件?: string | string[] };
  return [named].flat();
}

/** The project's files, some of them replaced; `undefined` takes a file away. Paths are relative to the project. */
export function projectFiles(replaced: ReadonlyMap<string, Uint8Array | string | undefined> = new Map()): Files {
  return {
    read: (path) => {
      if (replaced.has(path)) {
        const content = replaced.get(path);
        return typeof content === "string" ? new TextEncoder().encode(content) : content;
      }
      const file = projectPath(path);
      return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
    },
    list: (path) => {
      const names = new Set(existsSync(projectPath(path)) ? readdirSync(projectPath(path)) : []);
      for (const [file, content] of replaced) {
        const name = relative(path, file).replaceAll("\\", "/");
        if (name.startsWith("../") || name.includes("/")) continue;
        if (content === undefined) names.delete(name);
        else names.add(name);
      }
      return names.size === 0 ? undefined : [...names].sort();
    },
  };
}

/**
 * Builds an edition in this process.
 *
 * @param id of the edition
 * @param files to read from
 * @param dataFiles to use instead of those that circular.yaml names
 * @throws with everything that was found if the edition has a mistake
 */
export async function build(
  id: string,
  files: Files = projectFiles(),
  dataFiles?: readonly string[],
): Promise<BuiltCircular> {
  const { document, diagnostics } = await composeEdition(files, `data/${id}`, {
    templatesFolder: "templates",
    ...(dataFiles === undefined ? {} : { dataFiles }),
  });
  if (document === undefined) throw new Error(diagnostics.map(describeDiagnostic).join("\n"));
  return { docx: await writeDocx(document), reviewText: writeReviewText(document) };
}

function describeDiagnostic({ place, message }: Diagnostic): string {
  return `${JSON.stringify(place)} ${message}`;
}

/** `build`, once for each circular of a test file. The test is skipped if the edition has not come yet. */
export async function builtCircular(circular: DescribedCircular, context: TestContext): Promise<BuiltCircular> {
  requireEdition(circular, context);
  const known = builtCirculars.get(circular.id) ?? build(circular.id);
  builtCirculars.set(circular.id, known);
  return known;
}

const builtCirculars = new Map<string, Promise<BuiltCircular>>();

/** The path of the circular's .docx file, in a folder that vanishes with the test file. */
export async function builtFile(circular: DescribedCircular, context: TestContext): Promise<string> {
  const { docx } = await builtCircular(circular, context);
  const file = join(folder, `${circular.id}.docx`);
  writeFileSync(file, docx);
  return file;
}

/** The circular's .docx file as python-docx reads it. */
export async function pythonReading(circular: DescribedCircular, context: TestContext): Promise<DocxReading> {
  const known = pythonReadings.get(circular.id);
  if (known !== undefined) return known;
  const file = await builtFile(circular, context);
  requirePythonModule("docx", context);
  const reading = readWithPythonDocx(file);
  pythonReadings.set(circular.id, reading);
  return reading;
}

const pythonReadings = new Map<string, DocxReading>();
