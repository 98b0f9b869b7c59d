import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { projectPath } from "../circulars/built-circular.js";

/** What a run printed, how it ended and what it wrote. */
export interface WholeRun {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
  /** The contents of the files under `output/`, in base64, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Runs the bundled program in a folder.
 *
 * @param preloaded a module that Node loads first, in every thread
 */
export function runIn(folder: string, command: readonly string[], preloaded?: string): WholeRun {
  const preload = preloaded === undefined ? [] : ["--import", preloaded];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...preload, projectPath("dist/tongbao.cjs"), ...command],
    { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
  );
  return { status, output: stdout, errors: stderr, files: filesUnder(join(folder, "output")) };
}

/** The contents of all files in a folder and the folders in it; none if there is no such folder. */
function filesUnder(folder: string): Record<string, string> {
  let entries;
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return {};
  }
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path).toString("base64")]),
  );
}
