import { expect, test } from "vitest";
import { writeDocx } from "../../src/docx/write-docx.js";
import { readDocx } from "../../src/docx/read-docx.js";
import { reviewEdition } from "../../src/edition/review-edition.js";
import type { Files } from "../../src/edition/files.js";
import { readWorkbook } from "../../src/input/xlsx/read-workbook.js";
import type { Progress, ProgressStep } from "../../src/progress/progress.js";
import { largeEditions, longWorkbook } from "./large-edition.js";

const rows = 4_000;

interface Told {
  readonly step: ProgressStep;
  readonly done: number;
  readonly total: number | undefined;
}

/** Progress that keeps what it is told. */
function listening() {
  const told: Told[] = [];
  let current: ProgressStep = "saving";
  const progress: Progress = {
    during: (step, work) => {
      current = step;
      told.push({ step, done: 0, total: undefined });
      return work();
    },
    advance: (done, total) => {
      told.push({ step: current, done, total });
    },
  };
  return { told, progress };
}

function filesOf(tree: ReadonlyMap<string, Uint8Array>): Files {
  return {
    read: (path) => tree.get(path),
    list: (folder) => {
      const inside = [...tree.keys()].filter((path) => path.startsWith(`${folder}/`));
      const names = new Set(inside.map((path) => path.slice(folder.length + 1).split("/")[0] ?? ""));
      return names.size === 0 ? undefined : [...names].sort();
    },
  };
}

test("what is made and found is the same whether anybody listens or not, and what is told adds up", async () => {
  const files = filesOf(largeEditions(rows, ["甲"]));
  const { told, progress } = listening();
  const silent = await reviewEdition(files, "data/甲", { templatesFolder: "templates" });
  const heard = await reviewEdition(files, "data/甲", { templatesFolder: "templates", progress });
  expect(heard.diagnostics).toEqual(silent.diagnostics);
  expect(heard.document).toEqual(silent.document);
  if (heard.document === undefined) throw new Error("nothing was composed");
  const bytes = await writeDocx(heard.document, progress);
  expect(Buffer.from(bytes).equals(await writeDocx(heard.document))).toBe(true);

  const order = [...new Set(told.map(({ step }) => step))];
  expect(order).toEqual(["workbook-texts", "workbook-rows", "data-rows", "composing", "proofreading", "draft-rows"]);
  const counted = (step: ProgressStep): Told[] => told.filter((each) => each.step === step && each.done > 0);
  for (const [step, total] of [
    ["workbook-rows", rows + 1] as const,
    ["data-rows", rows] as const,
    ["draft-rows", rows] as const,
  ]) {
    const steps = counted(step);
    expect(steps.length, step).toBeGreaterThan(2);
    // Cheap: some hundred rows at a time at least.
    expect(steps.length, step).toBeLessThan(rows / 10);
    expect(
      steps.every((each) => each.total === total),
      step,
    ).toBe(true);
    expect(
      steps.every(({ done }, index) => done >= (steps[index - 1]?.done ?? 0) && done <= total),
      step,
    ).toBe(true);
  }
});

test("reading a .docx tells of all its bytes", async () => {
  const files = filesOf(largeEditions(rows, ["甲"]));
  const { document } = await reviewEdition(files, "data/甲", { templatesFolder: "templates" });
  if (document === undefined) throw new Error("nothing was composed");
  const bytes = await writeDocx(document);
  const told: [number, number][] = [];
  const heard = readDocx(bytes, "甲.docx", {}, (done, total) => told.push([done, total]));
  expect(heard).toEqual(readDocx(bytes, "甲.docx"));
  expect(told.length).toBeGreaterThan(10);
  expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
});

test("a sheet that says too large a size of itself is read without a total", () => {
  const honest = listening();
  readWorkbook(longWorkbook(rows), "a.xlsx", {}, honest.progress);
  expect(honest.told.at(-1)?.total).toBe(rows + 1);
  const boasting = listening();
  const bytes = longWorkbook(rows, `A1:XFD${String(1_048_576)}`);
  readWorkbook(bytes, "a.xlsx", {}, boasting.progress);
  const counted = boasting.told.filter(({ done }) => done > rows / 2);
  expect(counted).not.toEqual([]);
  expect(counted.every(({ total }) => total === undefined)).toBe(true);
});
