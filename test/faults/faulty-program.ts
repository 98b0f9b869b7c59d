import { spawn, spawnSync, type SpawnSyncReturns } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import { brokenEdition } from "../broken/broken-edition.js";

/** The program as it is shipped. */
export const programFile = fileURLToPath(new URL("../../dist/tongbao.cjs", import.meta.url));
const killAtStep = pathToFileURL(fileURLToPath(new URL("kill-at-step.mjs", import.meta.url))).href;

/** The command that is run into trouble. */
export const buildCommand = ["build", "data/2024q2"];

/** The files that it writes. */
export const outputs = ["output/2024q2/2024q2.docx", "output/2024q2/2024q2.txt"];

const earlierText = "an earlier draft, finished and approved";

/** The digest of what stands in for an earlier output: whole, and unlike anything that the program writes. */
export const earlier = digest(earlierText);

const workshop = mkdtempSync(join(tmpdir(), "tongbao-faults-"));
afterAll(() => {
  rmSync(workshop, { recursive: true, force: true });
});

/** A folder with the base edition, and an earlier output of it if wanted. */
export async function editionFolder(withOutput: boolean): Promise<string> {
  const folder = mkdtempSync(join(workshop, "edition-"));
  for (const [path, bytes] of await brokenEdition([])) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  if (withOutput) putEarlier(folder);
  return folder;
}

/** Puts the earlier output in its place. */
export function putEarlier(folder: string): void {
  for (const path of outputs) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), earlierText);
  }
}

/** Runs the program to its end, with variables of the environment beside the usual ones. */
export function run(
  folder: string,
  command: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ["--import", killAtStep, programFile, ...command], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", ...variables },
  });
}

/** Runs the program and sends it a signal after some time, in milliseconds. */
export async function runAndSignal(
  folder: string,
  command: readonly string[],
  signal: NodeJS.Signals,
  after: number,
): Promise<void> {
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [programFile, ...command], { cwd: folder, stdio: "ignore" });
    const timer = setTimeout(() => child.kill(signal), after);
    child.on("exit", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The files in the output folder with a digest of what is in them; `[]` if there is none. */
export function outputState(folder: string): Map<string, string> {
  const found = readdirSync(join(folder, "output"), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    found.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1).replaceAll("\\", "/"), digest(readFileSync(path))];
    }),
  );
}
