import fc from "fast-check";
import { type Cell, type CircularDocument, text } from "../../src/document/tree.js";
import { plainCircular } from "../docx/sample-documents.js";
import { attachmentOf } from "./changed-circulars.js";
import type { Drafts } from "./redline-folders.js";

/** Two drafts of one table: some rows of nine in any order, cells with one of a few words, merged cells anywhere but in the key. */
export function arbitraryTableDrafts(): fc.Arbitrary<Drafts> {
  return fc.tuple(arbitraryDraft, arbitraryDraft);
}

const columns = ["序号", "账号", "单位", "部门", "问题"];

const arbitraryDraft: fc.Arbitrary<CircularDocument> = fc
  .record({
    rows: fc
      .shuffledSubarray(
        columns.concat("六", "七", "八", "九").map((_, index) => index),
        { minLength: 1 },
      )
      .chain((rows) => fc.constantFrom(rows, [...rows].sort())),
    words: fc.array(fc.constantFrom("甲", "乙", "3项", "4项"), { minLength: 9, maxLength: 9 }),
    merges: fc.array(
      fc.record({
        row: fc.nat(8),
        column: fc.integer({ min: 2, max: 4 }),
        rowSpan: fc.integer({ min: 1, max: 6 }),
        columnSpan: fc.constantFrom(1, 1, 1, 2),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ rows, words, merges }) => {
    const cells = rows.map((row, index): (string | Cell | null)[] => [
      String(index + 1),
      `账号${String(row)}`,
      `单位${String(row % 3)}`,
      `部门${String(row)}`,
      `问题${words[row]!}`,
    ]);
    const free = cells.map((row) => row.map(() => true));
    for (const merge of merges) {
      const { row, column } = merge;
      const rowSpan = Math.min(merge.rowSpan, cells.length - row);
      const columnSpan = Math.min(merge.columnSpan, columns.length - column);
      const places = cells
        .flatMap((_, y) => columns.map((__, x) => [y, x] as const))
        .filter(([y, x]) => y >= row && y < row + rowSpan && x >= column && x < column + columnSpan);
      if (rowSpan < 1 || !places.every(([y, x]) => free[y]![x])) continue;
      const value = cells[row]![column] as string;
      for (const [y, x] of places) {
        free[y]![x] = false;
        cells[y]![x] = null;
      }
      cells[row]![column] = { children: [text(value)], rowSpan, columnSpan };
    }
    return {
      ...plainCircular,
      children: [
        ...plainCircular.children.slice(0, 1),
        attachmentOf({
          type: "table",
          columns: columns.map((name, index) => ({
            name,
            width: 1,
            align: "centre",
            kind: index === 0 ? "ordinal" : "text",
          })),
          headerRows: [{ role: "header", cells: columns }],
          rows: cells.map((row) => ({ role: "record", cells: row })),
          key: [1],
        }),
      ],
    };
  });
