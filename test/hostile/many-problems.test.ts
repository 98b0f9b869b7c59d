import { describe, expect, test } from "vitest";
import { diagnose } from "../../src/diagnostics/catalogue.js";
import { limitProblems } from "../../src/diagnostics/limit-problems.js";
import { appendAll } from "../../src/document/append-all.js";
import { reviewEdition } from "../../src/edition/review-edition.js";
import { annotateWorkbook } from "../../src/workbook/annotate/annotate-workbook.js";
import { brokenEdition, treeFiles } from "../broken/broken-edition.js";
import { buildWorkbook } from "../input/xlsx/build-workbook.js";

/** More mistakes than anybody reads: a column pasted into the wrong sheet, a hundred thousand rows long. */

test("a list gets as many items as there are", () => {
  const list = [0];
  appendAll(
    list,
    Array.from({ length: 500_000 }, (_, index) => index),
  );
  expect(list).toHaveLength(500_001);
});

test("150,000 rows that are wrong: the first mistakes are listed, and how many there are is said", async () => {
  const rows = Array.from({ length: 150_000 }, (_, index) => {
    const number = String(index + 2);
    return `<row r="${number}"><c r="A${number}" t="str"><v>甲</v></c></row>`;
  }).join("");
  const heading = ["网站名称", "标识码", "类别", "检查日期", "检查栏目数", "合格栏目数", "得分"].map(
    (name, column) => `<c r="${String.fromCharCode(65 + column)}1" t="str"><v>${name}</v></c>`,
  );
  const workbook = buildWorkbook({
    sheets: [{ name: "政府网站", data: `<row r="1">${heading.join("")}</row>${rows}` }],
  });
  const tree = (await brokenEdition([])).set("data/2024q2/inspection.xlsx", workbook);
  const options = { templatesFolder: "templates" };
  const { document, diagnostics } = await reviewEdition(treeFiles(tree), "data/2024q2", options);
  expect(document).toBeUndefined();
  expect(diagnostics).toHaveLength(20_001);
  expect(diagnostics[0]).toMatchObject({ code: "too-many-problems", severity: "error" });
  expect(Number(/\d+/u.exec(diagnostics[0]?.actual ?? ""))).toBeGreaterThan(900_000);
  expect(annotateWorkbook(workbook, "data/2024q2/inspection.xlsx", diagnostics)).toHaveProperty("bytes");
});

describe("what is listed of many problems", () => {
  const place = { file: "data/甲" };
  const error = diagnose("edition-folder-missing", place, { nearest: undefined });
  const warning = { ...error, severity: "warning" as const };

  test("is all of them up to the limit", () => {
    const problems = Array<typeof error>(20_000).fill(error);
    expect(limitProblems(problems, place)).toBe(problems);
  });

  test("is led by an error only if there is one, and an error that is left out still stops the circular", () => {
    const many = Array<typeof warning>(20_001).fill(warning);
    expect(limitProblems(many, place)[0]?.severity).toBe("warning");
    expect(limitProblems([...many, error], place)[0]?.severity).toBe("error");
  });

  test("is said once, also if more problems come to those that have been limited", () => {
    const limited = limitProblems(Array<typeof warning>(30_000).fill(warning), place);
    const again = limitProblems([...limited, error], place);
    expect(again).toHaveLength(20_001);
    expect(again.filter(({ code }) => code === "too-many-problems")).toHaveLength(1);
    expect(again[0]).toMatchObject({ severity: "error", actual: "共30000个" });
  });
});
