import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeProject, run } from "./temporary-project.js";

const tooling = ["vitest.config.ts", "test/setup.ts", "test/summary-reporter.ts"];

async function runTests(files: Readonly<Record<string, string>>): Promise<{ status: number; lines: string[] }> {
  const { status, output } = await run(makeProject(tooling, files), "npx", "vitest", "run");
  return { status, lines: output.trimEnd().split("\n") };
}

test("a run ends with its numbers", async () => {
  const { status, lines } = await runTests({
    "test/a.test.ts": `import { expect, test } from "vitest"; test("x", () => { expect(1).toBe(1); });`,
  });
  expect(lines.at(-1)).toBe("1 passed, 0 failed");
  expect(status).toBe(0);
});

test("tests that did not run are listed with their reasons", async () => {
  const { status, lines } = await runTests({
    "test/a.test.ts": `import { test } from "vitest";
test("x", (context) => { context.skip("LibreOffice is not installed"); });
test.skip("y", () => {});
test("z", () => {});`,
  });
  expect(lines.slice(-5)).toEqual([
    "Did not run: LibreOffice is not installed",
    "  test/a.test.ts > x",
    "Did not run: no reason given",
    "  test/a.test.ts > y",
    "1 passed, 0 failed, 2 skipped",
  ]);
  expect(status).toBe(0);
});

test.each([
  ["a failing test", `test("x", () => { throw new Error("no"); });`, "0 passed, 1 failed"],
  ["a file that cannot be loaded", `throw new Error("no");`, "0 passed, 1 failed"],
  [
    "a failing hook",
    `beforeAll(() => { throw new Error("no"); }); test("x", () => {});`,
    "0 passed, 1 failed, 1 skipped",
  ],
  ["an unhandled rejection", `test("x", () => { void Promise.reject(new Error("no")); });`, "1 passed, 1 failed"],
])("%s counts as a failure", async (_what, content, expected) => {
  const { status, lines } = await runTests({
    "test/a.test.ts": `import { beforeAll, test } from "vitest";\n${content}`,
  });
  expect(lines.at(-1)).toBe(expected);
  expect(status).toBe(1);
});

test("random cases and kills of all files are added up", async () => {
  const file = (cases: number, kills: number): string => `import { test } from "vitest";
test("x", ({ task }) => {
  Object.assign(task.meta, { fuzz: { cases: ${String(cases)}, circulars: 2, drafts: 1, documents: 3 }, kills: ${String(kills)} });
});`;
  const { lines } = await runTests({ "test/a.test.ts": file(300, 12), "test/b.test.ts": file(200, 0) });
  expect(lines.slice(-3)).toEqual([
    "fuzz: 500 cases (4 gave a circular, 2 a draft that was read), 6 different .docx files written",
    "faults: killed 12 times at random",
    "2 passed, 0 failed",
  ]);
});

test("the numbers are also written to a file", async () => {
  const project = makeProject(tooling, { "test/a.test.ts": `import { test } from "vitest"; test("x", () => {});` });
  const file = join(project, "summary.json");
  await run(
    project,
    "node",
    "-e",
    `process.env.TONGBAO_TEST_SUMMARY = ${JSON.stringify(file)};
    require("node:child_process").execSync("npx vitest run", { stdio: "ignore" });`,
  );
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ passed: 1, failed: 0, skipped: 0 });
});
