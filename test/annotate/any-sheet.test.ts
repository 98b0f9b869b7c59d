import fc from "fast-check";
import { expect, test } from "vitest";
import { cellAddress } from "../../src/input/workbook.js";
import { readGood } from "../input/xlsx/reading.js";
import { buildSheet } from "../input/xlsx/build-workbook.js";
import { annotate, fillOf, notesIn, problem, textParts } from "./annotated.js";

/** Cells by row and column from 0: with a value, or with a format only. */
const arbitraryCells = fc.uniqueArray(fc.record({ row: fc.nat(12), column: fc.nat(30), filled: fc.boolean() }), {
  selector: ({ row, column }) => row * 100 + column,
  maxLength: 40,
});
const arbitraryMarks = fc.array(
  fc.record({ row: fc.nat(14), column: fc.nat(32), severity: fc.constantFrom("error", "warning", "hint") }),
  { minLength: 1, maxLength: 25 },
);

/** A sheet's data; rows and cells say their place, or not where they follow directly. */
function dataOf(cells: readonly { row: number; column: number; filled: boolean }[], terse: boolean): string {
  const rows = new Map<number, typeof cells>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  let lastRow = -1;
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, inRow]) => {
      let lastColumn = -1;
      const content = [...inRow]
        .sort((a, b) => a.column - b.column)
        .map(({ column, filled }) => {
          const place = terse && column === lastColumn + 1 ? "" : ` r="${cellAddress(row, column)}"`;
          lastColumn = column;
          return filled ? `<c${place}><v>${String(row * 100 + column)}</v></c>` : `<c${place} s="1"/>`;
        });
      const number = terse && row === lastRow + 1 ? "" : ` r="${String(row + 1)}"`;
      lastRow = row;
      return `<row${number}>${content.join("")}</row>`;
    })
    .join("");
}

test("whatever cells a sheet has and wherever problems are: values stay, and exactly the marked cells have notes and colours", () => {
  fc.assert(
    fc.property(arbitraryCells, arbitraryMarks, fc.boolean(), (cells, marks, terse) => {
      const source = buildSheet(dataOf(cells, terse), { formats: ["0.00"] });
      const bytes = annotate(
        source,
        marks.map(({ row, column, severity }) => problem(`网站!${cellAddress(row, column)}`, severity)),
      );
      expect(readGood(bytes).sheets[0]).toEqual(readGood(source).sheets[0]);
      const parts = textParts(bytes);
      const marked = new Set(marks.map(({ row, column }) => cellAddress(row, column)));
      expect(new Set(Object.keys(notesIn(parts["xl/comments1.xml"]!)))).toEqual(marked);
      const written = [...parts["xl/worksheets/sheet1.xml"]!.matchAll(/<c r="([A-Z]+)(\d+)"/gu)].map(
        ([, letters = "", row]) => Number(row) * 1000 + columnOf(letters),
      );
      expect(written).toEqual([...written].sort((a, b) => a - b));
      for (const address of marked) {
        const colour = fillOf(parts, "xl/worksheets/sheet1.xml", address);
        // A cell that does not say its place cannot be found by it.
        if (!terse) expect(colour).toMatch(/^FF[CD]|^FFFF/u);
      }
    }),
    { numRuns: 150 },
  );
});

function columnOf(letters: string): number {
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}
