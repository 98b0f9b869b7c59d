import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";

/** A file to write: its path and its whole content. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes files that belong together: all are complete on the disk under temporary names before the first takes its place, so that a
 * reader sees the old or the new file and never half of one.
 *
 * @returns what went wrong, in words an office understands; existing files are then as they were, except for those of the same set that
 *   had already been replaced
 */
export function writeFilesTogether(files: readonly OutputFile[]): Diagnostic[] {
  const pending: { readonly from: string; readonly to: string }[] = [];
  try {
    for (const { path, bytes } of files) {
      const temporary = `${path}.tmp-${String(process.pid)}`;
      pending.push({ from: temporary, to: path });
      mkdirSync(dirname(path), { recursive: true });
      writeWhole(temporary, bytes);
    }
    // The file most likely to be open elsewhere comes first in the list: if it cannot be replaced, nothing has been.
    for (const { from, to } of pending) renameSync(from, to);
    return [];
  } catch (error) {
    return [failure(error, pending.at(-1)?.to ?? files[0]?.path ?? "")];
  } finally {
    for (const { from } of pending) rmSync(from, { force: true });
  }
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, "w");
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function failure(error: unknown, file: string): Diagnostic {
  const problem = error as NodeJS.ErrnoException;
  const path = problem.code === undefined ? file : (problem.path ?? file).replace(/\.tmp-\d+$/u, "");
  switch (problem.code) {
    case "EBUSY":
    case "ETXTBSY":
      return diagnose("output-locked", { file: path }, { file: path });
    case "EPERM":
    case "EACCES":
      // Windows says EPERM for a file that Word has open.
      return process.platform === "win32"
        ? diagnose("output-locked", { file: path }, { file: path })
        : diagnose("output-not-permitted", { file: path }, { file: path });
    case "EROFS":
      return diagnose("output-not-permitted", { file: path }, { file: path });
    case "ENOSPC":
    case "EDQUOT":
      return diagnose("output-disk-full", { file: path }, { file: path });
    default:
      return diagnose("output-failed", { file: path }, { file: path, reason: problem.message });
  }
}
