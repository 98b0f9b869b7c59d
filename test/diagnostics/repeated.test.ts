import { expect, test } from "vitest";
import { diagnose } from "../../src/diagnostics/catalogue.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { joinRepeated } from "../../src/diagnostics/repeated.js";

function empty(cell: string, name = "结果"): Diagnostic {
  return diagnose("value-missing", { file: "甲.xlsx", sheet: "表", cell }, { name });
}

const lines = (diagnostics: readonly Diagnostic[]): string[] =>
  joinRepeated(diagnostics).map(({ place, message }) => `${place.cell ?? ""} ${message}`);

test("what is said of five cells of a column is said once, with the rows", () => {
  const cells = ["E4", "E5", "E6", "E9", "E10"].map((cell) => empty(cell));
  expect(lines(cells)).toEqual(["E4 “结果”没有填（这一列共5处：第4至6、9至10行）"]);
});

test("a few stay as they are, and so do other columns, values and places in between", () => {
  const few = ["E4", "E5", "E6", "E7"].map((cell) => empty(cell));
  expect(lines(few)).toHaveLength(4);
  const mixed = Array.from({ length: 5 }, (_, row) => [
    empty(`D${row + 4}`, "得分"),
    diagnose(
      "value-not-integer",
      { file: "甲.xlsx", sheet: "表", cell: `E${row + 4}` },
      { name: "数", actual: String(row), isDate: false },
    ),
  ]).flat();
  expect(lines(mixed)).toEqual([
    "D4 “得分”没有填（这一列共5处：第4至8行）",
    ...[4, 5, 6, 7, 8].map((row) => expect.stringContaining(`E${row} `) as string),
  ]);
});

test("many scattered rows are cut short", () => {
  const cells = Array.from({ length: 30 }, (_, index) => empty(`B${4 + index * 2}`));
  expect(lines(cells)).toEqual([expect.stringMatching(/^B4 .*共30处：第4、6、8、10、12、14、16、18、20、22……行）$/u)]);
});

test("places without a cell are left alone", () => {
  const all = Array.from({ length: 9 }, (_, line) =>
    diagnose("value-missing", { file: "a.yaml", line }, { name: "甲" }),
  );
  expect(joinRepeated(all)).toEqual(all);
});
