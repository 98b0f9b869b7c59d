import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeProject, run, write } from "./temporary-project.js";

const main = `
declare const __TONGBAO_VERSION__: string;
import { greeting } from "./greeting.js";
if (process.argv[2] === "late") console.log((await import("./late.js")).late());
else console.log(process.argv[2] === "--version" ? __TONGBAO_VERSION__ : greeting);
`;
const sources = {
  "src/cli/main.ts": main,
  "src/cli/greeting.ts": `export const greeting = "你好";\n`,
  // A package that calls \`require\` for a module of Node's own.
  "src/cli/late.ts": `import { SaxesParser } from "saxes"; import { Command } from "commander";
export const late = () => typeof SaxesParser + typeof new Command().name();\n`,
};

function makeBuildable(files: Readonly<Record<string, string>> = sources): string {
  return makeProject(["scripts/build.mjs"], files);
}

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
  expect(await run(folder, join(folder, "dist", "tongbao.mjs"), "--version")).toMatchObject({ output: `${version}\n` });
  expect(await run(folder, join(folder, "dist", "tongbao.mjs"), "late")).toMatchObject({ output: "functionstring\n" });
});

test("what is imported lazily stays out of the command", async () => {
  const folder = makeBuildable();
  await run(folder, "node", "scripts/build.mjs");
  const build = readBuild(folder);
  expect(build["tongbao.mjs"]?.length).toBeLessThan(2000);
  expect(Object.keys(build).some((name) => /^late-\w+\.mjs$/.test(name))).toBe(true);
});

test("two builds of the same sources are the same, whatever the folder is called", async () => {
  const [first, second] = [makeBuildable(), makeBuildable()];
  await Promise.all([run(first, "node", "scripts/build.mjs"), run(second, "node", "scripts/build.mjs")]);
  expect(readBuild(first)).toEqual(readBuild(second));
});

test("nothing is rebuilt while no source has changed", async () => {
  const folder = makeBuildable();
  await run(folder, "node", "scripts/build.mjs", "--if-stale");
  const before = statSync(join(folder, "dist", "tongbao.mjs")).ino;
  await run(folder, "node", "scripts/build.mjs", "--if-stale");
  expect(statSync(join(folder, "dist", "tongbao.mjs")).ino).toBe(before);
});

test.each(["src/cli/greeting.ts", "src/new.ts", "package.json", "package-lock.json", "scripts/build.mjs"])(
  "a change of %s is noticed",
  async (path) => {
    const folder = makeBuildable();
    await run(folder, "node", "scripts/build.mjs", "--if-stale");
    const before = readBuild(folder)["tongbao.mjs"];
    const old = path === "src/new.ts" ? "" : readFileSync(join(folder, path), "utf8");
    write(folder, path, `${old}\n`);
    await run(folder, "node", "scripts/build.mjs", "--if-stale");
    expect(readBuild(folder)["tongbao.mjs"]).not.toBe(before);
  },
);

test("runs that all find the build stale do not disturb each other", async () => {
  const folder = makeBuildable();
  const runs = Array.from({ length: 4 }, () => run(folder, "npm", "run", "--silent", "tongbao", "--", "late"));
  for (const outcome of await Promise.all(runs)) {
    expect(outcome).toEqual({ status: 0, output: "functionstring\n", errors: "" });
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
  const lateParts = Object.keys(readBuild(folder)).filter((name) => name.startsWith("late"));
  expect(lateParts, "a whole build leaves only its own files").toHaveLength(1);
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
