import { findAll, parseXml, type XmlElement } from "../docx/xml-tree.js";

/** A table as a reader of the printed page sees it: every cell once, with the rows and columns that it covers, counted from 0. */
export interface TableGrid {
  readonly columns: number;
  readonly rows: number;
  /** In the order of rows, and of columns within a row. */
  readonly cells: readonly GridCell[];
}

export interface GridCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A table as lines of text, one a cell, so that a difference between two tables is readable. */
export function gridLines({ columns, rows, cells }: TableGrid): string[] {
  return [
    `${String(rows)} rows, ${String(columns)} columns`,
    ...cells.map(({ text, row, column, rowSpan, columnSpan }) => {
      const covered = rowSpan * columnSpan === 1 ? "" : ` over ${String(rowSpan)} × ${String(columnSpan)}`;
      return `row ${String(row + 1)} column ${String(column + 1)}${covered}: ${text}`;
    }),
  ];
}

/** Headings may be broken over lines; their words are what counts. */
export function withoutHeadingBreaks(grid: TableGrid): TableGrid {
  return {
    ...grid,
    cells: grid.cells.map((cell) => (cell.row === 0 ? { ...cell, text: cell.text.replaceAll("\n", "") } : cell)),
  };
}

/** The tables of an HTML fragment whose tags are balanced, as mammoth and pandoc write it. */
export function gridsOfHtml(html: string): TableGrid[] {
  return findAll(parseXml(`<html>${html}</html>`), "table").map(gridOfTable);
}

/** Places cells as HTML does: each at the first position of its row that no cell from above covers. */
function gridOfTable(table: XmlElement): TableGrid {
  const covered = new Set<string>();
  const cells: GridCell[] = [];
  const rows = findAll(table, "tr");
  rows.forEach((element, row) => {
    let column = 0;
    for (const cell of element.children) {
      if (typeof cell === "string") continue;
      while (covered.has(position(row, column))) column += 1;
      const rowSpan = Number(cell.attributes["rowspan"] ?? 1);
      const columnSpan = Number(cell.attributes["colspan"] ?? 1);
      for (let below = row; below < row + rowSpan; below += 1) {
        for (let right = column; right < column + columnSpan; right += 1) covered.add(position(below, right));
      }
      cells.push({ text: htmlText(cell), row, column, rowSpan, columnSpan });
    }
  });
  const columns = Math.max(0, ...cells.map(({ column, columnSpan }) => column + columnSpan));
  return { columns, rows: rows.length, cells };
}

function position(row: number, column: number): string {
  return `${String(row)} ${String(column)}`;
}

function htmlText(element: XmlElement): string {
  return (
    element.children
      .map((child) => (typeof child === "string" ? child : child.name === "br" ? "\n" : htmlText(child)))
      .join("")
      // A program may break lines of its HTML behind <br />.
      .replaceAll(/\n+/g, "\n")
      .trim()
  );
}
