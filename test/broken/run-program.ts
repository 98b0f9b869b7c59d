import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { FileTree } from "./broken-edition.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = join(root, "dist", "tongbao.cjs");

/** Bundles the program if its sources have changed. */
export function buildProgram(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts", "build.mjs"), "--if-stale"], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the program does not build: ${stderr}`);
}

/** Whether another user, by number, could run the program from where it lies. */
export function canBeRunBy(user: number): boolean {
  return spawnSync(process.execPath, [program, "--version"], { uid: user, gid: user, cwd: tmpdir() }).status === 0;
}

/** How a run of the program ended. */
export interface Run {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
  /** Files that were created, changed in content or time, or removed, as `+ path`, `~ path`, `- path`. */
  readonly changes: readonly string[];
}

/** Lays a tree of files out in a folder of its own, which vanishes with the test. */
export function layOut(tree: FileTree): string {
  const folder = mkdtempSync(join(tmpdir(), "tongbao-broken-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [path, bytes] of tree) {
    const target = join(folder, path);
    mkdirSync(path.endsWith("/") ? target : dirname(target), { recursive: true });
    if (!path.endsWith("/")) writeFileSync(target, bytes);
  }
  return folder;
}

/**
 * Runs the program in a folder.
 *
 * @param user to run as, by number; the same user if absent
 */
export function runProgram(folder: string, command: readonly string[], user?: number): Run {
  const before = snapshot(folder);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...command], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  return { status, output: stdout, errors: stderr, changes: compare(before, snapshot(folder)) };
}

/** Content and time of every file. */
function snapshot(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { mtimeNs } = statSync(path, { bigint: true });
      const name = path.slice(folder.length + 1).replaceAll("\\", "/");
      return [name, `${mtimeNs} ${readFileSync(path).toString("base64")}`];
    }),
  );
}

function compare(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const created = [...after.keys()].filter((path) => !before.has(path)).map((path) => `+ ${path}`);
  const removed = [...before.keys()].filter((path) => !after.has(path)).map((path) => `- ${path}`);
  const changed = [...after]
    .filter(([path, state]) => (before.get(path) ?? state) !== state)
    .map(([path]) => `~ ${path}`);
  return [...created, ...changed, ...removed].sort();
}
