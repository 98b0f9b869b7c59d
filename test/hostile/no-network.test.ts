import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildProgram } from "../broken/run-program.js";
import { projectPath } from "../circulars/built-circular.js";

/** The program reaches for no network and starts no other program: whatever does in it ends it with status 99. */

const guard = pathToFileURL(fileURLToPath(new URL("no-network.mjs", import.meta.url))).href;
const folder = mkdtempSync(join(tmpdir(), "tongbao-network-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
beforeAll(() => {
  buildProgram();
  for (const name of ["data", "templates", "output"])
    cpSync(projectPath(name), join(folder, name), { recursive: true });
});

function run(...command: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", guard, ...command], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}

const program = projectPath("dist", "tongbao.cjs");

describe("the guard", () => {
  test.each([
    ["fetch", "await fetch('http://127.0.0.1:9/')"],
    ["http", "import { get } from 'node:http'; get('http://127.0.0.1:9/')"],
    ["net", "import { connect } from 'node:net'; connect(9)"],
    ["dns", "import { lookup } from 'node:dns/promises'; await lookup('localhost')"],
    [
      "a worker",
      "import { Worker } from 'node:worker_threads'; new Worker('fetch(`http://127.0.0.1:9/`)', { eval: true }).on('exit', (code) => process.exit(code))",
    ],
    ["another program", "import { execFileSync } from 'node:child_process'; execFileSync('true')"],
  ])("notices %s", (_, code) => {
    const { status, said } = run("--input-type=module", "--eval", code);
    expect(said).toContain("NETWORK");
    expect(status).toBe(99);
  });
});

const draft = "output/chaozhou-2019/chaozhou-2019.docx";

const commands: readonly (readonly [what: string, line: readonly string[]])[] = [
  ["build", ["build", "--all", "--out", "new"]],
  ["build, in this thread", ["build", "--all", "--out", "new", "--jobs", "1"]],
  [
    "check, with everything it can write",
    ["check", "data/chaozhou-2024q2", "--annotate", "--report", "--comments", "--out", "new"],
  ],
  ["check of a Word document", ["check", draft, "--report", "--comments", "--out", "new"]],
  ["check --fix", ["check", "data/chaozhou-2019", "--fix"]],
  ["diff", ["diff", draft, "data/chaozhou-2019", "--html", "a.html", "--redline", "a.docx"]],
  ["merge", ["merge", "--base", draft, "--edited", draft, "--new", "data/chaozhou-2024q2", "--out", "merged.docx"]],
  ["text", ["text", draft]],
  ["workbook", ["workbook", "chaozhou-quarterly", "--out", "a.xlsx"]],
  ["new", ["new", "chaozhou-2024q3", "--from", "chaozhou-2024q2"]],
  ["notices", ["notices", "data/chaozhou-2024q2", "--out", "new"]],
  ["type check", ["type", "check", "templates/chaozhou-quarterly"]],
  ["help", ["--help"]],
];

describe("no network access, no other program", () => {
  test.each(commands)("%s", (_, command) => {
    const { status, said } = run(program, ...command);
    expect(said).not.toContain("NETWORK");
    expect([0, 1]).toContain(status);
  });

  test("these are all commands that there are", () => {
    const { said } = run(program, "--help");
    const listed = [...said.slice(said.indexOf("命令：")).matchAll(/^ {2}([a-z]+)\b/gmu)].map(([, name]) => name!);
    expect(listed.length).toBeGreaterThan(8);
    const tried = new Set(commands.map(([, [name]]) => name));
    expect(listed.filter((name) => name !== "help" && name !== "tongbao" && !tried.has(name))).toEqual([]);
  });
});
