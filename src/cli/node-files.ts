import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { Files } from "../edition/files.js";
import { spareMemory } from "./spare-memory.js";

/**
 * Reads from the disk. Every file is read at most once, so that a run sees one state of it.
 *
 * A link that leads out of its folder is as good as not there: folders of editions and types are sent around, and what such a link would
 * put into a circular is a file of whoever opens it. Folders may be links; so may a .docx, which is only read where somebody names it.
 */
export function nodeFiles(): Files {
  const contents = new Map<string, Uint8Array | undefined>();
  return {
    read: (path) => {
      if (!contents.has(path)) {
        const bytes = readFileOrNothing(path);
        contents.set(path, bytes);
        spareMemory(bytes?.length ?? 0);
      }
      return contents.get(path);
    },
    list: (path) => {
      try {
        return readdirSync(path, { withFileTypes: true })
          .filter((entry) => !entry.isSymbolicLink() || !leadsOut(join(path, entry.name)))
          .map(({ name }) => name)
          .sort();
      } catch {
        return undefined;
      }
    },
  };
}

function readFileOrNothing(path: string): Uint8Array | undefined {
  try {
    if (!/\.docx$/iu.test(path) && lstatSync(path).isSymbolicLink() && leadsOut(path)) return undefined;
    return statSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a link to a file leads out of the folder in which it is. */
function leadsOut(link: string): boolean {
  try {
    return statSync(link).isFile() && !realpathSync(link).startsWith(realpathSync(dirname(link)) + sep);
  } catch {
    return true;
  }
}
