import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { prepareType } from "../../src/edition/prepared-type.js";
import type { Files } from "../../src/edition/files.js";
import { projectFiles, projectPath } from "../circulars/built-circular.js";
import { expectSame } from "../circulars/same-bytes.js";
import {
  buildEdition,
  builtEdition,
  editions,
  examplePath,
  examples,
  examplesFolder,
  foldersIn,
  keptReviewText,
} from "./examples.js";

describe.each(editions)("$example $name", (edition) => {
  test("builds with nothing to complain about", async () => {
    expect((await buildEdition(edition)).diagnostics).toEqual([]);
  });

  test("has the review text that is kept with it", async () => {
    expect((await builtEdition(edition)).reviewText).toBe(keptReviewText(edition));
  });

  test("leaves its input as it was", async () => {
    const { files, changed } = watchedFiles();
    await buildEdition(edition, files);
    expect(changed()).toEqual([]);
  });
});

describe.each(examples)("%s", (example) => {
  test.each(foldersIn(examplesFolder, example, "templates"))("has a type %s without mistakes", async (type) => {
    const { prepared, diagnostics } = await prepareType(projectFiles(), examplePath(example, "templates", type));
    expect(diagnostics).toEqual([]);
    expect(prepared?.type.id).toBe(type);
  });

  test("keeps a review text for each edition and nothing else", () => {
    const kept = readdirSync(projectPath(examplePath(example, "output"))).sort();
    expect(kept).toEqual(foldersIn(examplesFolder, example, "data").map((name) => `${name}.txt`));
  });
});

test("editions come out the same the second time and in the opposite order", async () => {
  for (const edition of [...editions].reverse()) {
    const { built } = await buildEdition(edition);
    expectSame(built!, await builtEdition(edition));
  }
});

test("the edition that is kept as a workbook is the same from YAML", async () => {
  const edition = { example: "复查", name: "2025q1" };
  const { built, diagnostics } = await buildEdition(edition, projectFiles(), ["inspection.yaml"]);
  expect(diagnostics).toEqual([]);
  expectSame(built!, await builtEdition(edition));
});

test("说明.md has a section for each example, and each link leads somewhere", () => {
  const explanation = readFileSync(projectPath(examplesFolder, "说明.md"), "utf8");
  const sections = [...explanation.matchAll(/^## (.+)$/gmu)].map(([, title]) => title);
  expect(sections).toEqual(expect.arrayContaining([...examples]));
  const links = [...explanation.matchAll(/\]\(([^)]+)\)/gu)].map(([, target]) => target!);
  expect(links.length).toBeGreaterThan(examples.length);
  expect(links.filter((target) => !existsSync(projectPath(examplesFolder, target)))).toEqual([]);
});

/** The project's files; `changed` names those whose bytes are no longer what they were when they were handed out. */
function watchedFiles(): { readonly files: Files; readonly changed: () => string[] } {
  const project = projectFiles();
  const handedOut = new Map<string, Uint8Array>();
  return {
    files: {
      list: project.list,
      read: (path) => {
        const bytes = handedOut.get(path) ?? project.read(path);
        if (bytes !== undefined) handedOut.set(path, bytes);
        return bytes;
      },
    },
    changed: () =>
      [...handedOut].filter(([path, bytes]) => !Buffer.from(bytes).equals(project.read(path)!)).map(([path]) => path),
  };
}
