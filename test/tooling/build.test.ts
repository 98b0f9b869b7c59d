import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { expect, test } from "vitest";
import { makeProject, run, write } from "./temporary-project.js";

const main = `
declare const __TONGBAO_VERSION__: string;
import { greeting } from "./greeting.js";
async function main() {
  if (process.argv[2] === "late") console.log((await import("./late.js")).late());
  else console.log(process.argv[2] === "--version" ? __TONGBAO_VERSION__ : greeting);
}
export const finished = main();
`;
const sources = {
  "src/cli/main.ts": main,
  "src/cli/greeting.ts": `export const greeting = "你好".replace(/[你]/u, "你");\n`,
  "scripts/seldom-run.json": JSON.stringify(["src/cli/late.ts"]),
  "src/cli/edition-worker.ts": `export const worker = import.meta.url;\n`,
  // Packages, one of which calls \`require\` for a module of Node's own.
  "src/cli/late.ts": `import { SaxesParser } from "saxes"; import { Command } from "commander";
import Excel from "exceljs";
export const late = () => typeof SaxesParser + typeof new Command().name() + typeof new Excel.Workbook();\n`,
};

function makeBuildable(files: Readonly<Record<string, string>> = sources): string {
  return makeProject(
    [
      "scripts/build.mjs",
      "scripts/bundle-apart.mjs",
      "scripts/bundle-plugins.mjs",
      "scripts/in-ascii.mjs",
      "scripts/launcher.cjs",
      "scripts/record-code-cache.mjs",
    ],
    files,
  );
}

/** What V8 compiled for this version of Node. */
const isCompiled = (name: string): boolean => name.includes(".cjs.v");

function readBuild(folder: string): Record<string, string> {
  const names = readdirSync(join(folder, "dist")).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, "dist", name), "utf8")]));
}

test("the first run builds, and prints nothing of its own", async () => {
  const folder = makeBuildable();
  const outcome = await run(folder, "npm", "run", "--silent", "tongbao", "--", "some argument");
  expect(outcome).toEqual({ status: 0, output: "你好\n", errors: "" });
});

test("the bundle knows the package's version and runs by itself", async () => {
  const folder = makeBuildable();
  await run(folder, "node", "scripts/build.mjs");
  rmSync(join(folder, "node_modules"));
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  expect(await run(folder, join(folder, "dist", "tongbao.cjs"), "--version")).toMatchObject({ output: `${version}\n` });
  expect(await run(folder, join(folder, "dist", "tongbao.cjs"), "late")).toMatchObject({
    output: "functionstringobject\n",
  });
});

test("what only writing workbooks needs stays out of the program", async () => {
  const folder = makeBuildable();
  await run(folder, "node", "scripts/build.mjs");
  const names = Object.keys(readBuild(folder));
  expect(names.filter((name) => /^exceljs-\w+\.cjs$/.test(name))).toHaveLength(1);
  const program = names.find((name) => /^program-\w+\.cjs$/.test(name)) ?? "";
  expect(statSync(join(folder, "dist", program)).size).toBeLessThan(300_000);
});

test("the program is in ASCII, as its launcher takes it to be", async () => {
  const folder = makeBuildable();
  await run(folder, "node", "scripts/build.mjs");
  const scripts = Object.entries(readBuild(folder)).filter(([name]) => /^(?:program|rest)-\w+\.cjs$/.test(name));
  expect(scripts).toHaveLength(2);
  for (const [, text] of scripts) expect(text).not.toMatch(/[\u0080-\uffff]/);
});

test("what is seldom run is a script of its own, and knows the modules that the program has", async () => {
  const folder = makeBuildable({
    ...sources,
    "scripts/seldom-run.json": JSON.stringify(["src/cli/late.ts", "src/cli/counts.ts"]),
    "src/cli/state.ts": `export let count = 0;
export const name = "通报";
export function add(): number { count += 1; return count; }\n`,
    "src/cli/counts.ts": `import * as state from "./state.js"; import { add, name } from "./state.js";
export const counts = () => { add(); return \`\${name}\${state.count}\`; };\n`,
    "src/cli/main.ts": `import { add, count } from "./state.js";
export const finished = (async () => {
  add();
  const { counts } = await import("./counts.js");
  const again = (await import("./counts.js")).counts;
  const { late } = await import("./late.js");
  console.log(counts(), again(), count, late());
})();\n`,
  });
  await run(folder, "node", "scripts/build.mjs");
  const texts = Object.entries(readBuild(folder));
  const [rest] = texts.filter(([name]) => /^rest-\w+\.cjs$/.test(name));
  const [program] = texts.filter(([name]) => /^program-\w+\.cjs$/.test(name));
  expect(rest?.[1]).not.toContain("\\u901A\\u62A5");
  expect(program?.[1]).toContain("\\u901A\\u62A5");
  expect(await run(folder, "node", "dist/tongbao.cjs")).toEqual({
    status: 0,
    output: "通报2 通报3 3 functionstringobject\n",
    errors: "",
  });
});

test.each<[string, (path: string) => void]>([
  ["is missing", (path) => rmSync(path)],
  ["is empty", (path) => writeFileSync(path, "")],
  ["is damaged", (path) => writeFileSync(path, readFileSync(path).reverse())],
  ["was compiled from something else", (path) => writeFileSync(path, new Script("1").createCachedData())],
])("the program also runs if what was compiled %s", async (_, spoil) => {
  const folder = makeBuildable();
  await run(folder, "node", "scripts/build.mjs");
  const compiled = Object.keys(readBuild(folder)).filter(isCompiled);
  expect(compiled).toHaveLength(1);
  spoil(join(folder, "dist", compiled[0] ?? ""));
  expect(await run(folder, "node", "dist/tongbao.cjs")).toEqual({ status: 0, output: "你好\n", errors: "" });
});

test("two builds of the same sources are the same, whatever the folder is called", async () => {
  const [first, second] = [makeBuildable(), makeBuildable()];
  await Promise.all([run(first, "node", "scripts/build.mjs"), run(second, "node", "scripts/build.mjs")]);
  const [one, other] = [first, second].map((folder) =>
    Object.entries(readBuild(folder)).filter(([name]) => !isCompiled(name)),
  );
  expect(one).toEqual(other);
});

test("nothing is rebuilt while no source has changed", async () => {
  const folder = makeBuildable();
  await run(folder, "node", "scripts/build.mjs", "--if-stale");
  const before = statSync(join(folder, "dist", "tongbao.cjs")).ino;
  await run(folder, "node", "scripts/build.mjs", "--if-stale");
  expect(statSync(join(folder, "dist", "tongbao.cjs")).ino).toBe(before);
});

test.each([
  "src/cli/greeting.ts",
  "src/new.ts",
  "package.json",
  "package-lock.json",
  "scripts/build.mjs",
  "scripts/bundle-apart.mjs",
  "scripts/bundle-plugins.mjs",
  "scripts/in-ascii.mjs",
  "scripts/launcher.cjs",
  "scripts/seldom-run.json",
])("a change of %s is noticed", async (path) => {
  const folder = makeBuildable();
  await run(folder, "node", "scripts/build.mjs", "--if-stale");
  const before = readBuild(folder)["tongbao.cjs"];
  const old = path === "src/new.ts" ? "" : readFileSync(join(folder, path), "utf8");
  write(folder, path, `${old}\n`);
  await run(folder, "node", "scripts/build.mjs", "--if-stale");
  expect(readBuild(folder)["tongbao.cjs"]).not.toBe(before);
});

test("runs that all find the build stale do not disturb each other", async () => {
  const folder = makeBuildable();
  const runs = Array.from({ length: 4 }, () => run(folder, "npm", "run", "--silent", "tongbao", "--", "late"));
  for (const outcome of await Promise.all(runs)) {
    expect(outcome).toEqual({ status: 0, output: "functionstringobject\n", errors: "" });
  }
  expect(readdirSync(folder).filter((name) => name.startsWith("dist"))).toEqual(["dist"]);
});

test("a run that began with the earlier build can still load its parts", async () => {
  const folder = makeBuildable();
  await run(folder, "node", "scripts/build.mjs", "--if-stale");
  const before = Object.keys(readBuild(folder));
  write(folder, "src/cli/late.ts", `export const late = () => "changed";\n`);
  await run(folder, "node", "scripts/build.mjs", "--if-stale");
  expect(Object.keys(readBuild(folder))).toEqual(expect.arrayContaining(before));

  await run(folder, "node", "scripts/build.mjs");
  const programs = Object.keys(readBuild(folder)).filter((name) => /^program-\w+\.cjs$/.test(name));
  expect(programs, "a whole build leaves only its own files").toHaveLength(1);
});

test("a source that cannot be built leaves the last build and says where the mistake is", async () => {
  const folder = makeBuildable();
  await run(folder, "node", "scripts/build.mjs");
  const before = readBuild(folder);
  write(folder, "src/cli/greeting.ts", "export const greeting = ;\n");
  const outcome = await run(folder, "node", "scripts/build.mjs", "--if-stale");
  expect(outcome.status).toBe(1);
  expect(outcome.errors).toContain("src/cli/greeting.ts:1:25");
  expect(readBuild(folder)).toEqual(before);
});

test("without the packages it says what to do", async () => {
  const folder = makeBuildable();
  rmSync(join(folder, "node_modules"));
  const outcome = await run(folder, "npm", "run", "--silent", "tongbao");
  expect(outcome).toMatchObject({ output: "", errors: "还没有安装依赖：请先在项目文件夹里运行 npm ci\n" });
  expect(outcome.status).not.toBe(0);
});
