import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
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
  // Ctrl-C waits until the folder is whole: without anybody listening it would end the program in the middle.
  for (const signal of endings) process.on(signal, wait);
  try {
    created = mkdirSync(parent, { recursive: true });
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
    rmSync(temporary, { recursive: true, force: true });
    if (created !== undefined) removeEmptyFolders(parent, created);
    return [describeFailure(error, current.replaceAll("\\", "/"))];
  } finally {
    for (const signal of endings) process.off(signal, wait);
  }
}

const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function wait(): void {
  // Being there is enough.
}
