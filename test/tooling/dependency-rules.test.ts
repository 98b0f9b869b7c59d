import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeProject, projectRoot, run, write } from "./temporary-project.js";

const tooling = ["scripts/check-dependencies.mjs", ".dependency-cruiser.cjs"];
const entry = { "src/cli/main.ts": "export {};\n" };
const leaf = "export const leaf = 1;\n";

/** A rule, the room whose file breaks it, what that file says, and the file that it needs to be there. */
type Violation = readonly [rule: string, room: string, content: string, needed?: string];

const violations: readonly Violation[] = [
  ["document-imports-nothing-of-ours", "document", `export * from "../layout/leaf.js";`, "src/layout/leaf.ts"],
  ["diagnostics-import-only-the-document", "diagnostics", `export * from "../input/leaf.js";`, "src/input/leaf.ts"],
  ["progress-imports-nothing-of-ours", "progress", `export * from "../layout/leaf.js";`, "src/layout/leaf.ts"],
  ...["input", "schema", "facts", "template", "edition", "checks", "diff"].flatMap((room) =>
    ["docx", "text", "html", "cli"].map((writer): Violation => [
      "meaning-does-not-know-its-presentation",
      room,
      `export * from "../${writer}/leaf.js";`,
      `src/${writer}/leaf.ts`,
    ]),
  ),
  [
    "meaning-does-not-know-its-presentation",
    "facts",
    `export type { leaf } from "../docx/leaf.js";`,
    "src/docx/leaf.ts",
  ],
  ["writers-do-not-read-input", "docx", `export * from "../input/leaf.js";`, "src/input/leaf.ts"],
  ["writers-do-not-read-input", "text", `export * from "../input/xlsx/leaf.js";`, "src/input/xlsx/leaf.ts"],
  ["nothing-imports-the-command-line", "docx", `export * from "../cli/leaf.js";`, "src/cli/leaf.ts"],
  ["report-knows-only-what-was-found", "report", `export * from "../input/leaf.js";`, "src/input/leaf.ts"],
  ["only-the-command-line-imports-report", "facts", `export * from "../report/leaf.js";`, "src/report/leaf.ts"],
  ["openxml-knows-only-packages", "openxml", `export * from "../input/leaf.js";`, "src/input/leaf.ts"],
  ["only-docx-imports-docx", "text", `export { Packer } from "docx";`],
  ["only-openxml-imports-saxes", "input", `export { SaxesParser } from "saxes";`],
  ["only-workbook-imports-exceljs", "input", `export { Workbook } from "exceljs";`],
  ["only-template-imports-handlebars", "facts", `export { default } from "handlebars";`],
  ["only-schema-imports-zod", "input", `export { z } from "zod";`],
  ["only-schema-imports-zod", "input", `import type { z } from "zod"; export type Shape = z.ZodType;`],
  ["only-cli-imports-commander", "input", `export { Command } from "commander";`],
  ["no-circular-imports", "facts", `export * from "./circle.js";`, "src/facts/circle.ts"],
  ["no-orphans", "facts", leaf],
  ["source-does-not-import-tests-or-scripts", "facts", `export * from "../../test/leaf.js";`, "test/leaf.ts"],
  ["source-does-not-import-development-dependencies", "facts", `export { test } from "vitest";`],
  ["dependencies-are-declared", "facts", `export { parse } from "acorn";`],
  ["imports-resolve", "facts", `export * from "./nowhere.js";`],
  ["imports-resolve", "facts", `export const late = () => import("./nowhere.js");`],
];

test("every rule is broken by something", async () => {
  const files: Record<string, string> = { ...entry };
  const expected = violations.map(([rule, room, content, needed], index) => {
    const file = `src/${room}/violation-${String(index)}.ts`;
    files[file] = content;
    if (needed !== undefined) files[needed] = leaf;
    if (rule === "no-circular-imports")
      files["src/facts/circle.ts"] = `export * from "./violation-${String(index)}.js";`;
    // A circle is reported once, from wherever it was entered.
    return `error ${rule}: ${rule === "no-circular-imports" ? "src/facts/circle.ts" : file}`;
  });
  const { status, output } = await run(makeProject(tooling, files), "node", "scripts/check-dependencies.mjs");
  expect(expected.filter((line) => !output.includes(line))).toEqual([]);
  expect(status).toBe(1);

  const rules = [...readFileSync(join(projectRoot, ".dependency-cruiser.cjs"), "utf8").matchAll(/name: "([\w-]+)"/g)];
  expect(rules.length).toBeGreaterThan(5);
  const broken = new Set(violations.map(([rule]) => rule));
  expect(rules.map(([, name]) => name).filter((name) => name === undefined || !broken.has(name))).toEqual([]);
});

test("what the rules allow passes, and is counted", async () => {
  const project = makeProject(tooling, {
    "src/cli/main.ts": `import { Command } from "commander"; import "../docx/y.js"; new Command();`,
    "src/docx/y.ts": `import { Packer } from "docx"; import "../openxml/y.js"; import "../document/y.js"; import "node:zlib"; void Packer;`,
    "src/openxml/y.ts": `import { SaxesParser } from "saxes"; import "../document/y.js"; void SaxesParser;`,
    "src/document/y.ts": "export {};",
  });
  const { status, output } = await run(project, "node", "scripts/check-dependencies.mjs");
  expect(output).toMatch(/^4 source files, \d+ imports, 0 violations\n$/);
  expect(status).toBe(0);
});

test("files that the check does not see fail it, even though no rule is broken", async () => {
  const project = makeProject(tooling, { ...entry, "src/facts/x.ts": leaf });
  write(project, ".dependency-cruiser.cjs", `module.exports = { forbidden: [], options: { exclude: "facts" } };`);
  const one = await run(project, "node", "scripts/check-dependencies.mjs");
  expect(one).toMatchObject({ status: 1 });
  expect(one.output).toContain("error not-seen: src/facts/x.ts");

  write(project, ".dependency-cruiser.cjs", `module.exports = { forbidden: [], options: { exclude: "src" } };`);
  const all = await run(project, "node", "scripts/check-dependencies.mjs");
  expect(all).toMatchObject({ status: 1 });
  expect(all.output).toContain("\n0 source files");
});
