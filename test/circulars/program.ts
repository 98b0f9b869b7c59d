import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll } from "vitest";
import { projectPath } from "./built-circular.js";

/** The whole program, built from this project's sources, in a folder of its own. */
export interface Program {
  /** Also the working folder; has `data/` and `templates/`. */
  readonly folder: string;
  /** Runs it with further environment variables; throws with its own words if it fails. */
  readonly run: (environment: Readonly<Record<string, string>>, ...parameters: readonly string[]) => void;
}

/** Builds the program into a folder that vanishes with the test file. */
export function buildProgram(): Program {
  const folder = mkdtempSync(join(tmpdir(), "tongbao-program-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const name of ["package.json", "package-lock.json", "tsconfig.json", "scripts", "src", "data", "templates"]) {
    cpSync(projectPath(name), join(folder, name), { recursive: true });
  }
  symlinkSync(projectPath("node_modules"), join(folder, "node_modules"), "junction");
  const node = (parameters: readonly string[], environment: Readonly<Record<string, string>> = {}): void => {
    const { status, stdout, stderr } = spawnSync(process.execPath, parameters, {
      cwd: folder,
      env: { ...process.env, ...environment },
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`${parameters.join(" ")} failed:\n${stdout}${stderr}`);
  };
  node(["scripts/build.mjs"]);
  return {
    folder,
    run: (environment, ...parameters) => {
      node(["dist/tongbao.cjs", ...parameters], environment);
    },
  };
}
