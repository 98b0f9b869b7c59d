import {
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { holdInterruptions } from "./interruption.js";
import type { CommandProgress } from "./progress/progress-display.js";
import { removeStaleBeside } from "./stale-files.js";

/** What a file holds: whole, or in pieces that follow one another. */
export type FileContent = Uint8Array | readonly Uint8Array[];

/** A file to write: its path and its whole content. */
export interface OutputFile<Content extends FileContent = Uint8Array> {
  readonly path: string;
  readonly bytes: Content;
}

/**
 * Writes files that belong together: all of them or none. All are complete on the disk under temporary names before the first takes its
 * place, so that a reader sees the old or the new file and never half of one; if one cannot take its place, those before it give theirs
 * back.
 *
 * @param progress told of the files
 * @returns what went wrong, in words an office understands; everything is then as it was before
 */
export function writeFilesTogether(
  files: readonly OutputFile<FileContent>[],
  progress?: CommandProgress,
): Diagnostic[] {
  const writing = new Writing();
  let current = "";
  const release = holdInterruptions();
  progress?.begin("saving");
  try {
    removeStaleBeside(files.map(({ path }) => path));
    for (const [index, { path, bytes }] of files.entries()) {
      current = path;
      progress?.advance(index, files.length);
      if (isFolder(path)) return [diagnose("output-in-the-way", { file: path }, { file: path, isFolder: true })];
      writing.prepare(path, bytes);
    }
    for (const { path } of files) {
      current = path;
      writing.replace(path);
    }
    return [];
  } catch (error) {
    writing.undo();
    return [describeFailure(error, current)];
  } finally {
    writing.clear();
    release();
  }
}

/** The steps of writing one set of files, and the way back. */
class Writing {
  /** Names that must not outlive the run: new files before they take their place, old ones until all have. */
  private readonly temporary = new Set<string>();
  /** Files that have been replaced, each with the name under which the old one is kept. */
  private readonly replaced: { readonly path: string; readonly old: string | undefined }[] = [];
  /** Folders that were created, from the outermost to the one that holds the file. */
  private readonly folders: { readonly outermost: string; readonly innermost: string }[] = [];

  prepare(path: string, content: FileContent): void {
    const innermost = dirname(path);
    const outermost = mkdirSync(innermost, { recursive: true });
    if (outermost !== undefined) this.folders.push({ outermost, innermost });
    const name = newName(path);
    this.temporary.add(name);
    writeWhole(name, content);
  }

  replace(path: string): void {
    const old = this.keepOld(path);
    renameSync(newName(path), path);
    this.temporary.delete(newName(path));
    this.replaced.push({ path, old });
  }

  undo(): void {
    for (const { path, old } of this.replaced.reverse()) {
      try {
        if (old === undefined) removeFile(path);
        else renameSync(old, path);
      } catch {
        // The new file stays where it is: it is whole, too.
      }
    }
    this.clear();
    for (const { outermost, innermost } of this.folders) removeEmptyFolders(innermost, outermost);
  }

  clear(): void {
    for (const name of this.temporary) {
      try {
        removeFile(name);
      } catch {
        // A name that is too long was never there; what cannot be removed now is removed by the next run.
      }
    }
  }

  /** A second name for a file, under which it stays when another takes its place. */
  private keepOld(path: string): string | undefined {
    const state = statSync(path, { throwIfNoEntry: false });
    if (state === undefined) return undefined;
    const old = `${path}.old.tmp-${String(process.pid)}`;
    removeFile(old);
    this.temporary.add(old);
    try {
      linkSync(path, old);
    } catch {
      // Memory sticks and some network drives know no second names.
      copyFileSync(path, old);
      utimesSync(old, state.atime, state.mtime);
    }
    return old;
  }
}

function newName(path: string): string {
  return `${path}.tmp-${String(process.pid)}`;
}

/** Removes folders that were created in vain, from the innermost outwards, as long as they are empty. */
export function removeEmptyFolders(innermost: string, outermost: string): void {
  try {
    for (let folder = innermost; folder.length >= outermost.length; folder = dirname(folder)) rmdirSync(folder);
  } catch {
    // Somebody else has put something there meanwhile.
  }
}

/** Writes a file and waits until it is on the disk. */
export function writeWhole(path: string, content: FileContent): void {
  const handle = openSync(path, "w");
  try {
    for (const bytes of content instanceof Uint8Array ? [content] : content) {
      let written = 0;
      while (written < bytes.length) written += writeSync(handle, bytes, written);
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Says what the system's error means for the person at the screen; what is no error of the system is thrown on. */
export function describeFailure(error: unknown, file: string): Diagnostic {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case undefined:
      throw error;
    case "EBUSY":
    case "ETXTBSY":
      return diagnose("output-locked", { file }, { file });
    case "EPERM":
    case "EACCES":
      // Windows says EPERM for a file that Word has open.
      return process.platform === "win32"
        ? diagnose("output-locked", { file }, { file })
        : diagnose("output-not-permitted", { file }, { file });
    case "EROFS":
      return diagnose("output-not-permitted", { file }, { file });
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return diagnose("output-disk-full", { file }, { file });
    case "EEXIST":
    case "ENOTDIR": {
      const obstacle = fileAmongFolders(dirname(file));
      return diagnose("output-in-the-way", { file: obstacle }, { file: obstacle, isFolder: false });
    }
    case "ENAMETOOLONG":
    case "EINVAL":
    case "EILSEQ":
      return diagnose("output-path-invalid", { file }, { file });
    default:
      return diagnose("output-failed", { file }, { file, code });
  }
}

/** The first part of a folder's path that is no folder. */
function fileAmongFolders(folder: string): string {
  const parent = dirname(folder);
  return parent === folder || isFolder(parent) ? folder : fileAmongFolders(parent);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Removes a file if it is there. Not `rmSync`: Node loads a module for that. */
function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
