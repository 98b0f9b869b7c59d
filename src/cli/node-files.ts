import { readdirSync, readFileSync, statSync } from "node:fs";
import type { Files } from "../edition/files.js";

/** Reads from the disk. Every file is read at most once, so that a run sees one state of it. */
export function nodeFiles(): Files {
  const contents = new Map<string, Uint8Array | undefined>();
  return {
    read: (path) => {
      if (!contents.has(path)) contents.set(path, readFileOrNothing(path));
      return contents.get(path);
    },
    list: (path) => {
      try {
        return readdirSync(path).sort();
      } catch {
        return undefined;
      }
    },
  };
}

function readFileOrNothing(path: string): Uint8Array | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}
