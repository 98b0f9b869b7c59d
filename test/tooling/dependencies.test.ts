import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** docs/依赖.md says why each library is there and how it is contained; it must name exactly those that are. */

interface LockedPackage {
  readonly version: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
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

/** Where the lock file has a library that a package at a path asks for: beside it, or further up. */
function found(path: string, name: string): string {
  const inside = `${path === "" ? "" : `${path}/`}node_modules/${name}`;
  if (packages[inside] !== undefined) return inside;
  if (path === "") throw new Error(`${name} is not in the lock file`);
  return found(path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/"))), name);
}

/** All that a library brings along, by paths in the lock file. */
function broughtBy(name: string): string[] {
  const seen = new Set<string>();
  const open = [found("", name)];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const { dependencies = {}, optionalDependencies = {} } = packages[path]!;
    for (const other of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const where = found(path, other);
      if (!seen.has(where)) open.push(where);
      seen.add(where);
    }
  }
  return [...seen];
}

test("every dependency is in the table with its locked version, its date and its licence, and nothing else", () => {
  const stated = tableUnder("直接依赖").map(([name, version, , licence]) => ({ name, version, licence }));
  const locked = Object.keys(dependencies).map((name) => {
    const { version, license } = packages[`node_modules/${name}`]!;
    return { name, version, licence: license };
  });
  expect(stated).toEqual(locked);
  for (const [name, , date] of tableUnder("直接依赖"))
    expect(date, name).toMatch(/^20\d{2}-(?:0[1-9]|1[0-2])(?: 以前)?$/u);
});

test("each has a reason, its weaknesses and how it is contained", () => {
  for (const cells of tableUnder("直接依赖")) {
    expect(cells).toHaveLength(7);
    for (const cell of cells) expect(cell).not.toBe("");
  }
});

test("all that each brings along is named, unless it is exceljs, which brings too much", () => {
  const rows = tableUnder("它们带来的库");
  for (const name of Object.keys(dependencies)) {
    const row = rows.find(([names = ""]) => names.split("、").includes(name));
    expect(row, name).toBeDefined();
    const brought = broughtBy(name).map((path) => path.replace(/^.*node_modules\//u, ""));
    if (brought.length === 0) expect(row![1]).toBe("没有");
    else if (name !== "exceljs") for (const other of brought) expect(row![1], name).toContain(other);
  }
});

test("what exceljs brings along is counted, with all licences, and the nine that it names itself are in a table", () => {
  const stated = tableUnder("exceljs 带来的库").map(([name, version, licence]) => ({ name, version, licence }));
  const named = Object.keys(packages["node_modules/exceljs"]!.dependencies ?? {}).map((name) => {
    const { version, license } = packages[found("node_modules/exceljs", name)]!;
    return { name, version, licence: license };
  });
  expect(stated).toEqual(named);
  const section = page.slice(page.indexOf("## exceljs 带来的库"));
  const brought = broughtBy("exceljs");
  expect(section).toContain(`共 ${String(brought.length)} 个包`);
  for (const path of brought) {
    const { license } = packages[path]!;
    if (license === undefined)
      expect(section, path).toContain(`\`${path.replace(/^.*node_modules\//u, "")}\` 没有写明`);
    else expect(section, path).toContain(license);
  }
});

test("exceljs never reads a file, and handlebars never compiles or runs a template", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join("src", name), "utf8"));
  const using = (library: string): string[] => sources.filter((source) => source.includes(`"${library}"`));
  expect(using("exceljs").length).toBeGreaterThan(0);
  for (const source of using("exceljs")) expect(source).not.toMatch(/\.(?:readFile|load|read)\(/u);
  expect(using("handlebars").length).toBeGreaterThan(0);
  for (const source of using("handlebars"))
    expect(source).not.toMatch(/Handlebars\.(?:compile|precompile|template|create|registerHelper)\b/u);
});
