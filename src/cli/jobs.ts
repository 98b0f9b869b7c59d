import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { nodeFiles } from "./node-files.js";
import type { EditionOptions } from "./process-edition.js";

/** Fewer editions than this are not worth the start of a second thread. */
const fewestEditions = 3;

/** Less data than this, in bytes, is done before further threads have started and warmed up: about four seconds of work. */
const leastData = 4_000_000;

/**
 * How many editions to work on at a time.
 *
 * @param folders of the editions
 * @param options `--jobs` decides; without it the cores and the amount of work do. Corrections (`--fix`) are made one by one, since an
 *   edition may look at the data of the one before it
 * @returns at least 1, at most as many as there are editions; or what is wrong with `--jobs`
 */
export function chooseJobs(
  mode: "build" | "check",
  folders: readonly string[],
  { jobs, fix }: Pick<EditionOptions, "jobs" | "fix">,
): number | string {
  if (jobs !== undefined && !/^[1-9]\d{0,3}$/u.test(jobs))
    return "--jobs 后面要写正整数，例如 --jobs 4；1 表示一期一期地做";
  if (fix === true) return 1;
  if (jobs !== undefined) return Math.min(Number(jobs), folders.length);
  if (mode === "check" || folders.length < fewestEditions || dataSize(folders) < leastData) return 1;
  return Math.min(availableParallelism(), folders.length);
}

/** The size of all files in some folders, as far as it matters, in bytes. */
function dataSize(folders: readonly string[]): number {
  const files = nodeFiles();
  let size = 0;
  for (const folder of folders) {
    for (const name of files.list(folder) ?? []) {
      size += statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
      if (size >= leastData) return size;
    }
  }
  return size;
}
