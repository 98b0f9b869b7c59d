import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { sortDiagnostics, type Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { renderDiagnostic, summarise } from "../../src/diagnostics/render.js";
import { composeEdition, type Composition } from "../../src/edition/compose-edition.js";
import { reviewEdition } from "../../src/edition/review-edition.js";
import { brokenEdition, treeFiles, type FileTree } from "./broken-edition.js";
import type { BrokenCase } from "./case-file.js";
import { editionCases } from "./cases.js";

async function compose(
  tree: FileTree,
  { edition, dataFiles, reviewed }: Partial<BrokenCase> = {},
): Promise<Composition> {
  const compose = reviewed === true ? reviewEdition : composeEdition;
  return compose(treeFiles(tree), edition ?? "data/2024q2", {
    templatesFolder: "templates",
    ...(dataFiles === undefined ? {} : { dataFiles }),
  });
}

test("the base edition has nothing wrong with it, so that a case shows its own mistake only", async () => {
  const composition = await compose(await brokenEdition([]));
  expect(composition.diagnostics.map((diagnostic) => renderDiagnostic(diagnostic))).toEqual([]);
  expect(composition.document).toBeDefined();
});

describe("what is said about wrong input", () => {
  test.each(editionCases)("$name", async (one) => {
    const tree = await brokenEdition(one.changes);
    const before = fingerprints(tree);
    const composition = await compose(tree, one);
    const messages = composition.diagnostics.map((diagnostic) => renderDiagnostic(diagnostic));
    const said = messages.length === 0 ? summarise([]) : messages.join("\n\n");
    await expect(`${said}\n`).toMatchFileSnapshot(one.expected);

    expect(messages, "one message for each mistake").toHaveLength(one.mistakes);
    const isWrong = composition.diagnostics.some((diagnostic) => diagnostic.severity === "error");
    expect(composition.document === undefined, "no document if anything is certainly wrong").toBe(isWrong);
    for (const diagnostic of composition.diagnostics) checkWording(diagnostic, tree);
    expect(fingerprints(tree), "input is not touched").toEqual(before);
    expect((await compose(tree, one)).diagnostics, "the same input says the same").toEqual(composition.diagnostics);
  });
});

/** By path, a digest of the bytes: some cases are large. */
function fingerprints(tree: FileTree): Map<string, string> {
  return new Map([...tree].map(([path, bytes]) => [path, createHash("sha256").update(bytes).digest("hex")]));
}

/** What holds for every message, whatever it says. */
function checkWording(
  { severity, place, message, actual, expected, hint, related = [] }: Diagnostic,
  tree: FileTree,
): void {
  const places = [place, ...related.map((other) => other.place)];
  for (const { file } of places) {
    const exists = [...tree.keys()].some((path) => path === file || path.startsWith(`${file}/`));
    const isMissing = /^(?:没有|类型文件夹)/u.test(message);
    expect(exists || isMissing, `${file} is a file of the edition, named as it was given`).toBe(true);
  }
  const ours = [message, expected ?? "", hint ?? "", ...related.map((other) => other.message)];
  for (const text of ours) {
    expect(text, "no sentence in English").not.toMatch(/\b[a-z]{2,} [a-z]{2,}\b/u);
    expect(text, "no full stop at the end").not.toMatch(/。$/u);
    expect(text, "nothing of the programming language").not.toMatch(/undefined|null|NaN|\[object/u);
  }
  if (severity === "error") expect(expected ?? hint, "says what should be there or what to do").toBeTruthy();
  expect(actual, "what is there is not left blank").not.toBe("");
}

describe("the order of messages", () => {
  const at = (file: string, line: number, code = "a", message = "甲"): Diagnostic => ({
    code,
    severity: "error",
    place: { file, line, column: 1 },
    message,
  });

  test("is by file and place, whatever the order in which mistakes were noticed", () => {
    const sorted = [at("a.yaml", 2), at("a.yaml", 10), at("a.yaml", 10, "b"), at("b.yaml", 1)];
    expect(sortDiagnostics([...sorted].reverse())).toEqual(sorted);
  });

  test("cells of a sheet follow each other by row, then by column", () => {
    const cell = (address: string): Diagnostic => ({
      ...at("a.xlsx", 0),
      place: { file: "a.xlsx", sheet: "网站", cell: address },
    });
    const sorted = ["B2", "Z2", "AA2", "B10"].map(cell);
    expect(sortDiagnostics([...sorted].reverse())).toEqual(sorted);
  });

  test("a mistake that is noticed twice is said once, with every place that noticed it", () => {
    const seenFrom = (line: number): Diagnostic => ({
      ...at("circular.yaml", 3),
      related: [{ place: { file: "body.hbs", line }, message: "模板在这里要用到它" }],
    });
    const both = sortDiagnostics([seenFrom(9), seenFrom(4), seenFrom(9)]);
    expect(both).toHaveLength(1);
    expect(both[0]?.related?.map(({ place }) => place.line)).toEqual([4, 9]);
  });

  test("two mistakes at one place stay two", () => {
    const first = { ...at("a.yaml", 1), actual: "甲" };
    const second = { ...at("a.yaml", 1), actual: "乙" };
    expect(sortDiagnostics([first, second])).toHaveLength(2);
  });
});
