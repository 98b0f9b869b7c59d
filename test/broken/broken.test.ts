import { describe, expect, test } from "vitest";
import { renderDiagnostic } from "../../src/diagnostics/render.js";
import { composeEdition } from "../../src/edition/compose-edition.js";
import { brokenEdition, treeFiles } from "./broken-edition.js";
import { editionCases } from "./cases.js";

test("the base edition has nothing wrong with it, so that a case shows its own mistake only", async () => {
  const composition = await composeEdition(treeFiles(await brokenEdition([])), "data/2024q2", {
    templatesFolder: "templates",
  });
  expect(composition.diagnostics.map((diagnostic) => renderDiagnostic(diagnostic))).toEqual([]);
  expect(composition.document).toBeDefined();
});

describe("what is said about wrong input", () => {
  test.each(editionCases)("$name", async (one) => {
    const tree = await brokenEdition(one.changes);
    const composition = await composeEdition(treeFiles(tree), one.edition, {
      templatesFolder: "templates",
      ...(one.dataFiles === undefined ? {} : { dataFiles: one.dataFiles }),
    });
    const messages = composition.diagnostics.map((diagnostic) => renderDiagnostic(diagnostic));
    await expect(`${messages.join("\n\n")}\n`).toMatchFileSnapshot(one.expected);
    expect(messages).toHaveLength(one.mistakes);
    const isWrong = composition.diagnostics.some((diagnostic) => diagnostic.severity === "error");
    expect(composition.document === undefined).toBe(isWrong);
  });
});
