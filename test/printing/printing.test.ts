import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectPath } from "../circulars/built-circular.js";
import { buildProgram } from "../broken/run-program.js";
import { programFile } from "../faults/faulty-program.js";
import { systemPython } from "../outside.js";

const workshop = mkdtempSync(join(tmpdir(), "tongbao-printing-"));
afterAll(() => {
  rmSync(workshop, { recursive: true, force: true });
});

beforeAll(() => {
  buildProgram();
});

const check = ["check", "--all", "--json"];

/** Runs a line of the shell in which `tongbao` is the program. */
function shell(line: string, variables: NodeJS.ProcessEnv = {}) {
  const script = `tongbao() { "${process.execPath}" "${programFile}" "$@"; }\n${line}`;
  return spawnSync("bash", ["-c", script], {
    cwd: projectPath(""),
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", ...variables },
  });
}

test("prints the same into a pipe, a file and a terminal", () => {
  const piped = shell(`tongbao ${check.join(" ")} | cat`).stdout;
  expect(JSON.parse(piped)).toMatchObject({ version: 1 });
  const file = join(workshop, "findings.json");
  shell(`tongbao ${check.join(" ")} > "${file}"`);
  expect(readFileSync(file, "utf8")).toBe(piped);
  const terminal = "import pty, sys; pty.spawn(sys.argv[1:])";
  const shown = spawnSync(systemPython, ["-c", terminal, process.execPath, programFile, ...check], {
    cwd: projectPath(""),
    encoding: "utf8",
    maxBuffer: 1e8,
    env: { ...process.env, NO_COLOR: "1" },
  }).stdout;
  expect(shown.replaceAll("\r\n", "\n")).toBe(piped);
});

test.each(["check --all --json", "text output/guangdong-2022q2/guangdong-2022q2.docx", "--help"])(
  "%s: who reads only the beginning is no reason to complain",
  (command) => {
    // The reader has gone before a word is printed.
    const { stdout, stderr } = shell(`{ sleep 0.2; tongbao ${command}; echo "status $?" >&2; } | true`);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^status [01]\n$/u);
  },
);

test("what is written is written even if nobody reads what is said of it", () => {
  const out = join(workshop, "out");
  shell(`{ sleep 0.2; tongbao build data/nanchong-2024q1 --out "${out}"; } | true`);
  expect(existsSync(join(out, "nanchong-2024q1", "nanchong-2024q1.docx"))).toBe(true);
});

test.runIf(existsSync("/dev/full"))("a full disk is told of, and changes the exit status", () => {
  const { status, stderr } = shell(`tongbao text output/nanchong-2024q1/nanchong-2024q1.docx > /dev/full`);
  expect(stderr).toBe("结果没有印完：磁盘已满\n");
  expect(status).toBe(3);
});

test("a pipe that does not wait when it is full gets everything", () => {
  const reader = join(workshop, "slow.py");
  writeFileSync(
    reader,
    [
      "import os, subprocess, sys, time",
      "read, write = os.pipe()",
      "os.set_blocking(write, False)",
      "child = subprocess.Popen(sys.argv[1:], stdout=write)",
      "os.close(write)",
      "time.sleep(1)",
      "received = b''",
      "while True:",
      "    piece = os.read(read, 1000)",
      "    if not piece: break",
      "    received += piece",
      "sys.stdout.buffer.write(received)",
      "sys.exit(child.wait())",
    ].join("\n"),
  );
  const run = (...before: readonly string[]) =>
    spawnSync(before[0] ?? "", [...before.slice(1), process.execPath, programFile, ...check], {
      cwd: projectPath(""),
      encoding: "utf8",
      maxBuffer: 1e8,
    });
  const slow = run(systemPython, reader);
  expect(slow.stderr).toBe("");
  expect(slow.stdout.length, "more than a pipe holds").toBeGreaterThan(65_536);
  expect(slow.stdout).toBe(run("env").stdout);
});
