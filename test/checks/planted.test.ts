import { format, resolveConfig } from "prettier";
import { beforeAll, describe, expect, test } from "vitest";
import { nodeFiles } from "../../src/cli/node-files.js";
import { reviewEdition, type Review } from "../../src/edition/review-edition.js";
import { plantMistakes, type PlantedResult } from "./planted/plant.js";
import { trialReport } from "./planted/trial-report.js";

const editions = ["chaozhou-2019", "chaozhou-2024q2", "guangdong-2022q2", "guangdong-2024q2", "nanchong-2024q1"];

/** Why a warning or hint on a clean draft may stay, by rule and draft. */
const reasons: Readonly<Record<string, string>> = {
  "marks-between-quoted chaozhou-2024q2": "表里的文字照原文公布；顿号是否省去是习惯，只提示。",
  "wrong-words chaozhou-2024q2": "“时间截止”是原通报的说法，意思没有错，只提示。",
  "term-variants chaozhou-2024q2": "附件名称照原文公布，标题用“与”、附件用“和”，只提示。",
  "column-punctuation chaozhou-2024q2": "表里的文字照原文公布，有的有句号、有的没有，只提示。",
  "placeholder-left nanchong-2024q1": "联系人和电话是有意隐去的，真正印发前要填上，应当警告。",
};

describe("mistakes planted in the five circulars", () => {
  const compositions = new Map<string, Review>();
  let results: readonly PlantedResult[] = [];

  beforeAll(async () => {
    for (const name of editions) {
      compositions.set(name, await reviewEdition(nodeFiles(), `data/${name}`, { templatesFolder: "templates" }));
    }
    results = plantMistakes(
      [...compositions].flatMap(([name, { draft }]) =>
        draft === undefined ? [] : [{ name, document: draft, options: { file: name } }],
      ),
    );
  }, 120_000);

  test("are at least two hundred, and of every kind at least one", () => {
    expect(results.reduce((total, { planted }) => total + planted, 0)).toBeGreaterThanOrEqual(200);
    expect(results.filter(({ planted }) => planted === 0).map(({ kind }) => kind.name)).toEqual([]);
  });

  test("are noticed in at least 95 of 100 cases", () => {
    const planted = results.reduce((total, result) => total + result.planted, 0);
    const caught = results.reduce((total, result) => total + result.caught, 0);
    expect(caught / planted).toBeGreaterThanOrEqual(0.95);
  });

  test("are not needed for an error: the clean drafts have none", () => {
    const errors = [...compositions.values()].flatMap(({ diagnostics }) =>
      diagnostics.filter(({ severity }) => severity === "error"),
    );
    expect(errors).toEqual([]);
  });

  test("are reported in the documentation, with a reason for everything that is said about a clean draft", async () => {
    const leftOvers = [...compositions].flatMap(([draft, { proofreading }]) =>
      (proofreading?.diagnostics ?? []).map((diagnostic) => ({
        draft,
        diagnostic,
        reason: reasons[`${diagnostic.code} ${draft}`] ?? "",
      })),
    );
    expect(
      leftOvers.filter(({ reason }) => reason === "").map(({ draft, diagnostic }) => `${diagnostic.code} ${draft}`),
    ).toEqual([]);
    const path = "docs/核稿检验.md";
    const report = await format(trialReport(results, leftOvers), { ...(await resolveConfig(path)), filepath: path });
    await expect(report).toMatchFileSnapshot(`../../${path}`);
  });
});
