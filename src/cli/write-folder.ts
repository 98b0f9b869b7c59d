import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { holdInterruptions } from "./interruption.js";
import { removeStale } from "./stale-files.js";
import { describeFailure, removeEmptyFolders, writeWhole, type OutputFile } from "./write-files.js";

/**
 * Writes a new folder: it appears with all its files or not at all. A folder, or anything else, that is there already is left alone.
 *
 * @param folder its path
 * @param files with their names in the folder
 * @returns what went wrong, in words an office understands; nothing is then left behind
 */
export function writeNewFolder(folder: string, files: readonly OutputFile[]): Diagnostic[] {
  if (existsSync(folder)) return [diagnose("output-edition-exists", { file: folder }, { folder })];
  const parent = dirname(folder);
  const temporary = join(parent, `.${basename(folder)}.tmp-${String(process.pid)}`);
  let created: string | undefined;
  let current = folder;
  const release = holdInterruptions();
  try {
    created = mkdirSync(parent, { recursive: true });
    removeStale(parent, new Set([basename(folder)]));
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary);
    for (const { path, bytes } of files) {
      current = join(folder, path);
      writeWhole(join(temporary, path), bytes);
    }
    current = folder;
    renameSync(temporary, folder);
    return [];
  } catch (error) {
    removeQuietly(temporary);
    if (created !== undefined) removeEmptyFolders(parent, created);
    return [describeFailure(error, current.replaceAll("\\", "/"))];
  } finally {
    release();
  }
}

/** Removes what may not be there, and may have a name under which nothing can be there. */
function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The next run tries again.
  }
}
