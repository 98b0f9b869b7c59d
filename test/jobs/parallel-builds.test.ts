import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { buildProgram } from "../broken/run-program.js";
import { projectPath } from "../circulars/built-circular.js";
import { runIn } from "./same-run.js";

beforeAll(buildProgram);

/** The project's editions, and among them one with a mistake, one that is no edition, and one of a type that is not there. */
function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tongbao-jobs-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const name of ["data", "templates"]) cpSync(projectPath(name), join(folder, name), { recursive: true });
  const edit = (name: string, change: (text: string) => string): void => {
    const target = join(folder, "data", name);
    cpSync(join(folder, "data/chaozhou-2024q2"), target, { recursive: true });
    const file = join(target, "circular.yaml");
    writeFileSync(file, change(readFileSync(file, "utf8")));
  };
  edit("a-wrong-date", (text) => text.replace("成文日期: 2024-07-10", "成文日期: 2024-02-30"));
  edit("d-no-type", (text) => text.replace("通报类型: chaozhou-quarterly", "通报类型: chaozhou-quartely"));
  edit("m-not-yaml", () => "{{{");
  return folder;
}

for (const format of [[], ["--json"]]) {
  it(`writes and prints the same with one job and with three${format.length === 0 ? "" : ", as JSON"}`, () => {
    const runs = ["1", "3"].map((jobs) => runIn(workFolder(), ["build", "--all", "--jobs", jobs, ...format]));
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[0]?.status).toBe(1);
    expect(Object.keys(runs[0]?.files ?? {})).toHaveLength(10);
    expect((runs[0]?.errors ?? "") + (runs[0]?.output ?? "")).toContain("chaozhou-quartely");
  });
}

it("writes and prints the same with one job and with two when a file cannot be written", () => {
  const runs = ["1", "2"].map((jobs) => {
    const folder = workFolder();
    cpSync(join(folder, "templates"), join(folder, "output/nanchong-2024q1/nanchong-2024q1.docx"), { recursive: true });
    return runIn(folder, ["build", "data/nanchong-2024q1", "data/chaozhou-2019", "--jobs", jobs]);
  });
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[0]?.status).toBe(3);
  expect(Object.keys(runs[0]?.files ?? {})).toContain("chaozhou-2019/chaozhou-2019.docx");
});

it("reports a fault of the program and still builds the other editions, with one job and with two", () => {
  const runs = ["1", "2"].map((jobs) => {
    const folder = workFolder();
    const preloaded = join(folder, "fault.mjs");
    // What no file and no disk can do: an error that is none of the system.
    writeFileSync(
      preloaded,
      `import fs from "node:fs";
       import { syncBuiltinESMExports } from "node:module";
       const { openSync } = fs;
       fs.openSync = (path, ...more) => {
         if (String(path).includes("chaozhou-2024q2.docx")) throw new Error("made to fail");
         return openSync(path, ...more);
       };
       syncBuiltinESMExports();`,
    );
    const command = ["build", "data/chaozhou-2019", "data/chaozhou-2024q2", "data/nanchong-2024q1", "--jobs", jobs];
    return runIn(folder, command, pathToFileURL(preloaded).href);
  });
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[0]).toMatchObject({
    status: 70,
    errors:
      "data/chaozhou-2024q2\n程序自身出了故障，没有完成：made to fail\n请把这句话和所用的数据发给维护人员；已有的文件没有改动\n",
  });
  expect(Object.keys(runs[0]?.files ?? {})).toEqual([
    "chaozhou-2019/chaozhou-2019.docx",
    "chaozhou-2019/chaozhou-2019.txt",
    "nanchong-2024q1/nanchong-2024q1.docx",
    "nanchong-2024q1/nanchong-2024q1.txt",
  ]);
});

it("refuses --jobs without a whole number above 0", () => {
  for (const jobs of ["0", "-1", "两个", "1.5", ""]) {
    expect(runIn(workFolder(), ["build", "--all", `--jobs=${jobs}`])).toEqual({
      status: 2,
      output: "",
      errors: "--jobs 后面要写正整数，例如 --jobs 4；1 表示一期一期地做\n",
      files: {},
    });
  }
});
