import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultDocumentLimits } from "../../src/docx/read/open-document.js";
import { defaultReadingLimits } from "../../src/input/xlsx/reading-limits.js";

/** What SECURITY and docs/限制.md promise names the test that proves it, and numbers that are those of the program. */

const pages = ["SECURITY.md", "SECURITY.en.md", "docs/限制.md", "docs/依赖.md"];

describe.each(pages)("%s", (page) => {
  const links = [...readFileSync(page, "utf8").matchAll(/\]\(([^)#]+)\)/gu)].map(([, target]) =>
    join(dirname(page), target!),
  );

  test("has no link that leads nowhere", () => {
    expect(links.filter((target) => !existsSync(target))).toEqual([]);
  });
});

/** Guarantees with the tests that are named for each. */
function guarantees(page: string): string[][] {
  return readFileSync(page, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("|") && line.includes("](test/"))
    .map((line) => [...line.matchAll(/\]\((test\/[^)]+)\)/gu)].map(([, path]) => path!));
}

test("each guarantee names a test that has tests in it, the same in both languages", () => {
  const chinese = guarantees("SECURITY.md");
  expect(chinese.length).toBeGreaterThanOrEqual(10);
  expect(guarantees("SECURITY.en.md")).toEqual(chinese);
  for (const path of new Set(chinese.flat()))
    expect(readFileSync(path, "utf8"), path).toMatch(/^\s*(?:test|it)(?:\.each)?\(/mu);
});

test("every test of hostile files, of faults and of random files is named", () => {
  const named = new Set(guarantees("SECURITY.md").flat());
  const there = ["test/hostile", "test/faults", "test/fuzz"].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => `${folder}/${name}`),
  );
  expect(there.length).toBeGreaterThan(15);
  // What docs/限制.md says is tested there.
  const limits = readFileSync("docs/限制.md", "utf8");
  expect(there.filter((path) => !named.has(path) && !limits.includes(path))).toEqual([]);
});

test("both READMEs lead to these pages and to the long run", () => {
  for (const page of ["README.md", "README.en.md"]) {
    const text = readFileSync(page, "utf8");
    for (const target of ["SECURITY.md", "docs/限制.md", "docs/依赖.md"]) expect(text, page).toContain(`](${target})`);
    expect(text, page).toContain("npm run fuzz");
  }
});

test("the limits in docs/限制.md are those of the program", () => {
  const limits = readFileSync("docs/限制.md", "utf8");
  const stated = (code: string): string =>
    limits
      .split("\n")
      .find((line) => line.includes(`\`${code}\``))
      ?.split("|")[3]
      ?.trim() ?? "";
  const megabytes = (bytes: number): string => `${String(bytes / 1024 / 1024)} MB`;
  expect(stated("workbook-too-many-parts")).toBe(String(defaultReadingLimits.parts));
  expect(stated("workbook-part-too-large")).toBe(megabytes(defaultReadingLimits.partBytes));
  expect(stated("workbook-too-large")).toBe(megabytes(defaultReadingLimits.totalBytes));
  expect(stated("workbook-too-many-rows")).toBe(String(defaultReadingLimits.rows));
  expect(stated("workbook-too-many-cells")).toBe(String(defaultReadingLimits.cells));
  expect(stated("workbook-too-many-merges")).toBe(String(defaultReadingLimits.mergedRanges));
  expect(stated("workbook-text-too-long")).toBe(String(defaultReadingLimits.textLength));
  expect(stated("docx-part-too-large")).toBe(megabytes(defaultDocumentLimits.partBytes));
  expect(stated("docx-too-large")).toBe(megabytes(defaultDocumentLimits.totalBytes));
});

test("the messages that docs/限制.md names are there", () => {
  const codes = [
    ...readFileSync("docs/限制.md", "utf8").matchAll(
      /`((?:workbook|docx|yaml|template|type|fact|image|proofreading|too)-[a-z-]+)`/gu,
    ),
  ];
  const all = ["workbook", "docx-reading", "yaml", "template", "type", "file", "proofreading"]
    .map((name) => readFileSync(`src/diagnostics/catalogue/${name}.ts`, "utf8"))
    .join("\n");
  expect(codes.length).toBeGreaterThan(20);
  for (const [, code] of codes) expect(all, code).toContain(`"${code!}"`);
});
