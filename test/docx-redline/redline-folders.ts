import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { compareDocuments } from "../../src/diff/compare-documents.js";
import type { CircularDocument } from "../../src/document/tree.js";
import { type Redline, writeRedline } from "../../src/docx/redline/write-redline.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { systemPython } from "../outside.js";

export const AUTHOR = { author: "核稿", date: "2024-07-10T08:00:00Z" };

/** Two drafts of a circular, the older one first. */
export type Drafts = readonly [CircularDocument, CircularDocument];

export async function redlineOf([before, after]: Drafts): Promise<Redline> {
  return writeRedline(before, after, compareDocuments(before, after), AUTHOR);
}

/** Writes each pair and its redline into a folder of its own, calls `use` with the folders and removes them. */
export async function withRedlineFolders<Result>(
  pairs: readonly Drafts[],
  use: (folders: readonly string[]) => Result,
): Promise<Result> {
  const root = mkdtempSync(path.join(tmpdir(), "tongbao-redline-"));
  try {
    const folders: string[] = [];
    for (const [index, pair] of pairs.entries()) {
      const folder = path.join(root, String(index));
      mkdirSync(folder);
      writeFileSync(path.join(folder, "before.docx"), await writeDocx(pair[0]));
      writeFileSync(path.join(folder, "after.docx"), await writeDocx(pair[1]));
      writeFileSync(path.join(folder, "redline.docx"), (await redlineOf(pair)).bytes);
      folders.push(folder);
    }
    return use(folders);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Runs one of the scripts beside this file on all folders at once; it answers with a list of differences for each. */
export function differencesFoundBy(script: string, folders: readonly string[]): readonly (readonly unknown[])[] {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const { stdout, stderr, status } = spawnSync(systemPython, ["-B", file, ...folders], {
    encoding: "utf8",
    maxBuffer: 1e9,
    env: { ...process.env, PYTHONIOENCODING: "utf-8" },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly (readonly unknown[])[];
}
