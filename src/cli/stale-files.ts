import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Removes what a run that was killed has left under temporary names: those that end in `.tmp-` and the number of a process that is no
 * more. Of files that other programs made, or a run that is still going on, nothing is touched.
 *
 * @param folder to look in
 * @param names of the files or folders that are about to be written there
 */
export function removeStale(folder: string, names: ReadonlySet<string>): void {
  for (const entry of entriesOf(folder)) {
    const found = /^\.?(.+?)(?:\.old)?\.tmp-(\d+)$/u.exec(entry);
    const [, name = "", owner = ""] = found ?? [];
    if (!names.has(name) || isRunning(Number(owner))) continue;
    try {
      rmSync(join(folder, entry), { recursive: true, force: true });
    } catch {
      // It does no harm; the next run tries again.
    }
  }
}

/**
 * `removeStale` for files that a command writes only when they change: what an earlier run has left beside them is litter all the same.
 *
 * @param paths of all files that the command looks after
 */
export function removeStaleBeside(paths: readonly string[]): void {
  const namesByFolder = new Map<string, Set<string>>();
  for (const path of paths) {
    const names = namesByFolder.get(dirname(path)) ?? new Set();
    namesByFolder.set(dirname(path), names.add(basename(path)));
  }
  for (const [folder, names] of namesByFolder) removeStale(folder, names);
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isRunning(processNumber: number): boolean {
  try {
    // Signal 0 is never sent, only whether it could be.
    process.kill(processNumber, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
