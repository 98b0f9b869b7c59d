import { cellText, type Cell, type TableColumn, type TableRow } from "./tree.js";

/** What a printed table shows of its columns, whoever made it. */

type Align = TableColumn["align"];

/** The names of the columns on one line: what the lowest heading cell over each of them says. */
export function columnNames(headerRows: readonly TableRow[], columnCount: number): string[] {
  const names = new Array<string>(columnCount).fill("");
  for (const { cells } of headerRows) {
    let cell: string | Cell | null = null;
    let spanEnd = 0;
    for (let column = 0; column < columnCount; column += 1) {
      const here = cells[column] ?? null;
      if (here !== null) {
        cell = here;
        spanEnd = column + (typeof here === "string" ? 1 : (here.columnSpan ?? 1));
      }
      // Places covered from above keep the name that stands there.
      if (cell !== null && column < spanEnd) names[column] = onOneLine(cellText(cell));
    }
  }
  return names;
}

/** Blanks and line breaks in a heading only spread it over its cell; between Latin words they keep these apart. */
function onOneLine(text: string): string {
  return text
    .trim()
    .replace(/\s+/gu, " ")
    .replace(/(?<![\x21-\x7e]) | (?![\x21-\x7e])/gu, "");
}

/**
 * The alignment of each column: that of most of the cells that begin in it; on a tie left before centred before right. A column
 * without cells is centred.
 *
 * @param alignments how each cell of the rows is printed; `undefined` where a merged cell covers the place
 */
export function columnAlignments(
  rowCount: number,
  columnCount: number,
  alignments: (row: number, column: number) => Align | undefined,
): Align[] {
  return Array.from({ length: columnCount }, (_, column) => {
    const counts: Record<Align, number> = { left: 0, centre: 0, right: 0 };
    for (let row = 0; row < rowCount; row += 1) {
      const align = alignments(row, column);
      if (align !== undefined) counts[align] += 1;
    }
    const most = Math.max(counts.left, counts.centre, counts.right);
    if (most === 0) return "centre";
    return counts.left === most ? "left" : counts.centre === most ? "centre" : "right";
  });
}
