import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** docs/依赖.md says why each library is there and how it is contained; it must name exactly those that are. */

interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: Record<string, string> };
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, LockedPackage>;
};
const page = readFileSync("docs/依赖.md", "utf8");

/** The cells of the table under a heading, without its own headings. */
function tableUnder(heading: string): string[][] {
  const section = page.slice(page.indexOf(`\n## ${heading}\n`)).split(/\n## /u)[1] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test("every dependency is in the table with its locked version and its licence, and nothing else", () => {
  const stated = tableUnder("直接依赖").map(([name, version, licence]) => ({ name, version, licence }));
  const locked = Object.keys(dependencies).map((name) => {
    const { version, license } = packages[`node_modules/${name}`]!;
    return { name, version, licence: license };
  });
  expect(stated).toEqual(locked);
});

test("each has a reason, its weaknesses and how it is contained", () => {
  for (const cells of tableUnder("直接依赖")) {
    expect(cells).toHaveLength(6);
    for (const cell of cells) expect(cell).not.toBe("");
  }
});

test("what each brings along is named, unless it is exceljs, which brings too much", () => {
  const rows = tableUnder("它们带来的库");
  for (const name of Object.keys(dependencies)) {
    const row = rows.find(([names = ""]) => names.split("、").includes(name));
    expect(row, name).toBeDefined();
    const brought = Object.keys(packages[`node_modules/${name}`]!.dependencies ?? {});
    if (brought.length === 0) expect(row![1]).toBe("没有");
    else
      for (const other of name === "exceljs" ? ["archiver", "jszip", "unzipper", "fast-csv"] : brought)
        expect(row![1]).toContain(other);
  }
});
