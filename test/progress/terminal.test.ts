import { readdirSync, readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildProgram, layOut } from "../broken/run-program.js";
import { requirePythonModule } from "../outside.js";
import { displayWidth } from "../../src/report/changes/display-width.js";
import { atOnce, leftOnScreen, progressStates, runInPipes, runInTerminal } from "./in-terminal.js";
import { largeEditions } from "./large-edition.js";

beforeAll(buildProgram);
beforeEach((context) => {
  requirePythonModule("pty", context);
});

const build = ["build", "data/甲"];
const notice = "已中断；没有写到一半的文件，原有的和已经写出的文件都完好";

/** The contents of the files under `output`. */
function outputFiles(folder: string): Record<string, string> {
  const entries = readdirSync(join(folder, "output"), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path).toString("base64")]),
  );
}

/** Puts an earlier output there, which must not suffer. */
function putEarlier(folder: string, names: readonly string[]): Record<string, string> {
  for (const name of names) {
    for (const path of [`output/${name}/${name}.docx`, `output/${name}/${name}.txt`]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), "an earlier draft");
    }
  }
  return outputFiles(folder);
}

describe("long work in a terminal", () => {
  test("shows how far each step is, takes that away, and leaves the same report and files as in pipes", () => {
    const folder = layOut(largeEditions(6_000, ["甲"]));
    const { status, received } = runInTerminal(folder, build, { environment: { ...atOnce, NO_COLOR: "1" } });
    const files = outputFiles(folder);
    const states = progressStates(received);
    expect(status).toBe(0);
    expect(states.filter((state) => /^读取工作簿 [\d,]+\/6,001行/u.test(state))).not.toEqual([]);
    expect(states.filter((state) => /^写出文稿 [\d,]+\/6,000行/u.test(state))).not.toEqual([]);
    expect(states.map((state) => state.split(/[ ，]/u)[0])).toEqual(
      expect.arrayContaining(["核对数据", "拼装文稿", "核稿", "写出审阅文本", "保存文件"]),
    );
    // NO_COLOR is about colours, of which the line has none.
    expect(received).not.toContain("\u001b[3");

    const piped = runInPipes(folder, build, atOnce);
    expect(piped.stderr).toBe("");
    expect(leftOnScreen(received)).toBe(piped.stdout);
    expect(outputFiles(folder)).toEqual(files);
  });

  test("never fills the line of a narrow terminal", () => {
    const folder = layOut(largeEditions(2_000, ["甲"]));
    const { received } = runInTerminal(folder, build, { columns: 10 });
    const states = progressStates(received);
    expect(states.filter((state) => state.endsWith("…"))).not.toEqual([]);
    expect(states.filter((state) => displayWidth(state) > 9)).toEqual([]);
  });

  test("says which of several editions it is", () => {
    const folder = layOut(largeEditions(1_000, ["甲", "乙"]));
    const one = progressStates(runInTerminal(folder, ["build", "--all", "--jobs", "1"]).received).join("\n");
    expect(one).toContain("第1期，共2期：核稿");
    expect(one).toContain("第2期，共2期：核稿");
    const many = runInTerminal(folder, ["build", "--all", "--jobs", "2"]);
    expect(many.status).toBe(0);
    expect(progressStates(many.received).join("\n")).toMatch(/已完成[01]期，共2期；[甲乙]：/u);
    expect(leftOnScreen(many.received)).not.toContain("共2期");
  });

  test("is shown for drafts in Word files, too", () => {
    const folder = layOut(largeEditions(1_500, ["甲"]));
    runInPipes(folder, build, {});
    const file = "output/甲/甲.docx";
    const checked = progressStates(runInTerminal(folder, ["check", file]).received).join("\n");
    expect(checked).toMatch(/读取文稿 \d+%[\s\S]*核稿/u);
    const compared = progressStates(runInTerminal(folder, ["diff", file, file]).received).join("\n");
    expect(compared).toMatch(/读取旧稿 \d+%[\s\S]*读取新稿 \d+%[\s\S]*比较两稿/u);
  });
});

describe("nothing is shown", () => {
  const unwanted: [string, readonly string[], Record<string, string>][] = [
    ["for work that is soon done", build, {}],
    ["in a terminal that cannot rewrite a line", build, { ...atOnce, TERM: "dumb" }],
    ["in a terminal of no kind", build, { ...atOnce, TERM: "" }],
    ["on a server that runs checks", build, { ...atOnce, CI: "true" }],
    ["beside JSON", [...build, "--json"], atOnce],
  ];
  test.each(unwanted)("%s", (_, command, environment) => {
    const folder = layOut(largeEditions(20, ["甲"]));
    const { status, received } = runInTerminal(folder, command, {
      environment: { NO_COLOR: "1", ...environment },
    });
    expect(status).toBe(0);
    expect(received).not.toContain("\u001b");
    expect(received.replaceAll("\r\n", "\n")).toBe(runInPipes(folder, command, {}).stdout);
  });
});

describe("Ctrl-C", () => {
  test("in the middle of long work ends it at once: the earlier output is as it was, and nothing else is left", () => {
    const folder = layOut(largeEditions(6_000, ["甲"]));
    const earlier = putEarlier(folder, ["甲"]);
    for (const step of ["读取工作簿", "核对数据", "核稿", "写出文稿"]) {
      const run = runInTerminal(folder, build, { interrupt: [step, "key"] });
      expect(run, step).toMatchObject({ status: -2, interrupted: true });
      expect(outputFiles(folder)).toEqual(earlier);
    }
  });

  test("says so in a line of its own", () => {
    const folder = layOut(largeEditions(6_000, ["甲"]));
    // As the key, but without the terminal's own handling, which may throw away what is printed meanwhile.
    const { status, received } = runInTerminal(folder, build, { interrupt: ["核稿", "SIGINT"] });
    expect(status).toBe(-2);
    expect(leftOnScreen(received)).toBe(`${notice}\n`);
  });

  test("between two editions is heard although the first one has just been written", () => {
    const names = ["a", "b", "c", "d"];
    const folder = layOut(largeEditions(1_500, names));
    const { status } = runInTerminal(folder, ["build", "--all", "--jobs", "1"], {
      interrupt: ["第2期，共4期：核稿", "SIGINT"],
    });
    expect(status).toBe(-2);
    expect(Object.keys(outputFiles(folder))).toEqual(["output/a/a.docx", "output/a/a.txt"]);
  });

  test("while several editions are worked on leaves each of them whole or as it was", () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const folder = layOut(largeEditions(700, names));
    runInPipes(folder, ["build", "--all"], {});
    const good = outputFiles(folder);
    for (const text of ["：核稿", "output/b/b.docx", "output/d/d.docx"]) {
      const earlier = putEarlier(folder, names);
      const run = runInTerminal(folder, ["build", "--all", "--jobs", "2"], { interrupt: [text, "SIGINT"] });
      expect(run.interrupted).toBe(true);
      expect(run.status).toBe(130);
      const files = outputFiles(folder);
      expect(Object.keys(files)).toEqual(Object.keys(good));
      for (const name of names) {
        const state = [`output/${name}/${name}.docx`, `output/${name}/${name}.txt`].map((path) =>
          files[path] === earlier[path] ? "earlier" : files[path] === good[path] ? "new" : "broken",
        );
        expect([...new Set(state)], `${name} after ${text}`).toEqual([state[0]]);
        expect(state).not.toContain("broken");
      }
    }
  });
});

test("SIGTERM ends long work at once, too", () => {
  const folder = layOut(largeEditions(6_000, ["甲"]));
  const earlier = putEarlier(folder, ["甲"]);
  const { status } = runInTerminal(folder, build, { interrupt: ["核稿", "SIGTERM"] });
  expect(status).toBe(-15);
  expect(outputFiles(folder)).toEqual(earlier);
});
