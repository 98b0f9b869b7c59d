import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { buildProgram, runProgram } from "../broken/run-program.js";
import { projectPath } from "../circulars/built-circular.js";
import { expectSame } from "../circulars/same-bytes.js";
import { builtEdition, examplePath, examples, examplesFolder, foldersIn, keptReviewText } from "./examples.js";

beforeAll(buildProgram);

/** A copy of the example, at the place where its explanation says it is, that vanishes with the test. */
function copyOf(example: string): string {
  const folder = mkdtempSync(join(tmpdir(), "tongbao-example-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const part of ["data", "templates"]) {
    cpSync(projectPath(examplePath(example, part)), join(folder, examplePath(example, part)), { recursive: true });
  }
  return folder;
}

describe.each(examples)("the program and %s", (example) => {
  const names = foldersIn(examplesFolder, example, "data");

  test("writes every edition with --templates, and nothing else", async () => {
    const folder = copyOf(example);
    const paths = names.map((name) => examplePath(example, "data", name));
    const templates = examplePath(example, "templates");
    const { status, output, errors, changes } = runProgram(folder, ["build", ...paths, "--templates", templates]);
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
    expect(output.split("\n").filter((line) => line === "没有发现问题")).toHaveLength(names.length);
    const written = names.flatMap((name) => [`output/${name}/${name}.docx`, `output/${name}/${name}.txt`]);
    expect(changes).toEqual(written.map((path) => `+ ${path}`).sort());
    for (const name of names) {
      const reviewText = readFileSync(join(folder, "output", name, `${name}.txt`), "utf8");
      expect(reviewText).toBe(keptReviewText({ example, name }));
      const docx = readFileSync(join(folder, "output", name, `${name}.docx`));
      expectSame({ docx, reviewText }, await builtEdition({ example, name }));
    }
  });

  test.each(foldersIn(examplesFolder, example, "templates"))("finds nothing wrong with the type %s", (type) => {
    const folder = copyOf(example);
    const { status, output, errors, changes } = runProgram(folder, [
      "type",
      "check",
      examplePath(example, "templates", type),
    ]);
    expect({ status, errors, changes }).toEqual({ status: 0, errors: "", changes: [] });
    expect(output).toContain("没有发现问题");
  });
});
