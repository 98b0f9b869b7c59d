import { ESLint } from "eslint";
import { expect, test } from "vitest";
import { projectRoot } from "./temporary-project.js";

/** Lints code as if it stood in a file, and gives the rules it breaks. */
async function lint(filePath: string, code: string): Promise<(string | null)[]> {
  const eslint = new ESLint({
    cwd: projectRoot,
    overrideConfig: [
      { languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["src/*/probe.ts"] } } } },
    ],
  });
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

test.each([
  ["no-restricted-syntax", "export const now = new Date();"],
  ["no-restricted-syntax", `export const local = new Date("2024-06-30");`],
  ["no-restricted-syntax", "export const local = new Date(2024, 5, 30);"],
  ["no-restricted-properties", "export const now = Date.now();"],
  ["no-restricted-properties", "export const chance = Math.random();"],
  ["no-restricted-properties", `export const order = "a".localeCompare("b");`],
  ["no-restricted-properties", "export const shown = (1000).toLocaleString();"],
  ["no-restricted-properties", "export const day = new Date(Date.UTC(2024, 5, 30)).getDay();"],
  ["no-restricted-properties", `export const shown = new Intl.NumberFormat("zh").format(1);`],
  ["no-restricted-globals", `export const zone = process.env["TZ"];`],
  ["no-restricted-imports", `export { hostname } from "node:os";`],
  ["no-restricted-imports", `export { readFileSync } from "node:fs";`],
])("%s forbids: %s", async (rule, code) => {
  expect(await lint("src/facts/probe.ts", `${code}\n`)).toContain(rule);
});

test("dates counted in UTC, and segments of text, are allowed", async () => {
  const code = `export const day = new Date(Date.UTC(2024, 5, 30)).getUTCDay();
export const words = new Intl.Segmenter("zh", { granularity: "word" });\n`;
  expect(await lint("src/facts/probe.ts", code)).toEqual([]);
});

test("the command line may look at its surroundings", async () => {
  expect(await lint("src/cli/probe.ts", `export const zone = process.env["TZ"];\n`)).toEqual([]);
});

test("zod is imported so that its languages stay out of the bundle", async () => {
  const use = "export const text = z.string();\n";
  expect(await lint("src/schema/probe.ts", `import { z } from "zod";\n${use}`)).toContain("no-restricted-syntax");
  expect(await lint("src/schema/probe.ts", `import * as z from "zod";\n${use}`)).toEqual([]);
});
