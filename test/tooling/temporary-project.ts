import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** The root of this project. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** How a program ended. */
export interface Outcome {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

/** An empty folder that vanishes with the test. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tongbao-tooling-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/**
 * A project of its own with this one's tooling and packages.
 *
 * @param borrowed files of this project to copy, relative to its root
 * @param files contents of further files, by their path
 * @returns the folder
 */
export function makeProject(borrowed: readonly string[], files: Readonly<Record<string, string>>): string {
  const folder = makeTemporaryFolder();
  for (const path of ["package.json", "package-lock.json", "tsconfig.json", ...borrowed]) {
    cpSync(join(projectRoot, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(projectRoot, "node_modules"), join(folder, "node_modules"), "junction");
  for (const [path, content] of Object.entries(files)) write(folder, path, content);
  return folder;
}

/** Writes a file and the folders it needs. */
export function write(folder: string, path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Runs a program in a folder; how it ends is the caller's to judge. */
export function run(folder: string, program: string, ...parameters: string[]): Promise<Outcome> {
  // What vitest tells its own workers would confuse a vitest that is started from here.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|TONGBAO_|NODE_ENV$)/.test(name)),
  );
  return new Promise((resolve, reject) => {
    execFile(
      program,
      parameters,
      { cwd: folder, env: { ...environment, NO_COLOR: "1" }, shell: process.platform === "win32" },
      (error, output, errors) => {
        if (error !== null && typeof error.code !== "number") {
          reject(new Error(`${program} could not be started`, { cause: error }));
        } else resolve({ status: typeof error?.code === "number" ? error.code : 0, output, errors });
      },
    );
  });
}
