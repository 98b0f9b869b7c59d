import { type Cell, cellText, type Table, type TableColumn, type TableRow } from "../document/tree.js";
import type { TableDensity } from "../layout/element-styles.js";
import { toTwips } from "../layout/measures.js";
import { type ColumnRequest, columnWidths, ROW_HEIGHTS, tableDensity } from "../layout/table.js";
import { escapeXml } from "./xml.js";

/**
 * Tables as XML text.
 *
 * A table of thousands of rows consists of a few strings that never change around the text of its cells: cells carry the name of a
 * style and nothing else, lines and margins belong to the table style. Building them from objects costs forty times as much.
 */

/** The table style of all tables in attachments; its definition is in styles.xml. */
export const TABLE_STYLE_ID = "CircularTable";

/**
 * One table.
 *
 * Its width is fixed, and the widths of the columns add up to it; the header rows are repeated on each page and no row is split.
 *
 * @param tableWidth The width of the type area in twips.
 */
export function tableXml(table: Table, tableWidth: number): string {
  const density = tableDensity(table.columns.length, tableWidth);
  const widths = columnWidths(columnRequests(table), tableWidth, density);
  const grid = new GridWriter(table.columns, widths, density);
  const parts = [
    `<w:tbl><w:tblPr><w:tblStyle w:val="${TABLE_STYLE_ID}"/><w:tblW w:w="${String(tableWidth)}" w:type="dxa"/>`,
    '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>',
    ...widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`),
    "</w:tblGrid>",
  ];
  for (const row of table.headerRows) parts.push(grid.row(row, true));
  for (const row of table.rows) parts.push(grid.row(row, false));
  parts.push("</w:tbl>");
  return parts.join("");
}

function columnRequests(table: Table): readonly ColumnRequest[] {
  return table.columns.map((column, index) => {
    if (column.kind !== "code") return { share: column.width };
    let longest = "";
    for (const row of table.rows) {
      const cell = row.cells[index];
      // A cell over several columns has their widths together.
      if (cell === undefined || cell === null || (typeof cell !== "string" && (cell.columnSpan ?? 1) > 1)) continue;
      for (const line of cellText(cell).split("\n")) if (line.length > longest.length) longest = line;
    }
    return { share: column.width, longestCode: longest };
  });
}

/** What a merged cell still has to cover in the rows below its first one. */
interface OpenMerge {
  readonly columnSpan: number;
  rowsLeft: number;
}

/** Writes rows one after the other and keeps account of the cells merged over them. */
class GridWriter {
  readonly #columns: readonly TableColumn[];
  readonly #widths: readonly number[];
  readonly #density: TableDensity;
  readonly #rowHeight: string;
  /** By the first column of the merged cell. */
  readonly #open = new Map<number, OpenMerge>();
  /** The head of an ordinary cell with text, by column; most cells of a table are such. */
  readonly #plainHeads: readonly string[];

  constructor(columns: readonly TableColumn[], widths: readonly number[], density: TableDensity) {
    this.#columns = columns;
    this.#widths = widths;
    this.#density = density;
    this.#rowHeight = `<w:trHeight w:val="${String(toTwips(ROW_HEIGHTS[density]))}" w:hRule="atLeast"/>`;
    this.#plainHeads = columns.map(
      (column, index) => cellHead(widths[index] ?? 0, 1, "none") + paragraphHead(this.#style(column.align)),
    );
  }

  /** `w:tr` for one row; CT_TrPr allows its properties in any order. */
  row(row: TableRow, header: boolean): string {
    let xml = `<w:tr><w:trPr><w:cantSplit/>${this.#rowHeight}${header ? "<w:tblHeader/>" : ""}</w:trPr>`;
    for (let column = 0; column < this.#columns.length;) {
      const cell = row.cells[column] ?? null;
      if (cell === null) {
        const merge = this.#open.get(column);
        // A null that no merged cell covers would be a hole in the row; it becomes an empty cell.
        const span = merge === undefined ? 1 : merge.columnSpan;
        xml += cellHead(this.#width(column, span), span, merge === undefined ? "none" : "continue");
        xml += `${header ? this.#headerParagraphHead(undefined) : paragraphHead(this.#style(this.#align(column)))}</w:p></w:tc>`;
        if (merge !== undefined && --merge.rowsLeft === 0) this.#open.delete(column);
        column += span;
        continue;
      }
      this.#closeMerges(column);
      if (typeof cell === "string") {
        xml += header ? this.#cell(column, { children: [] }, cell, header) : this.#plainCell(column, cell);
        column += 1;
        continue;
      }
      xml += this.#cell(column, cell, cellText(cell), header);
      column += this.#span(column, cell);
    }
    return `${xml}</w:tr>`;
  }

  #plainCell(column: number, text: string): string {
    const content = text === "" ? "" : runXml(text, this.#columns[column]?.kind === "code");
    return `${this.#plainHeads[column] ?? ""}${content}</w:p></w:tc>`;
  }

  #cell(column: number, cell: Cell, text: string, header: boolean): string {
    const columnSpan = this.#span(column, cell);
    const rowSpan = Math.max(1, cell.rowSpan ?? 1);
    if (rowSpan > 1) this.#open.set(column, { columnSpan, rowsLeft: rowSpan - 1 });
    const code = !header && columnSpan === 1 && this.#columns[column]?.kind === "code";
    return (
      cellHead(this.#width(column, columnSpan), columnSpan, rowSpan > 1 ? "restart" : "none") +
      (header ? this.#headerParagraphHead(cell.align) : paragraphHead(this.#style(cell.align ?? this.#align(column)))) +
      (text === "" ? "" : runXml(text, code)) +
      "</w:p></w:tc>"
    );
  }

  /** A cell begins where a merged one should go on: the merged one ends here. */
  #closeMerges(column: number): void {
    this.#open.delete(column);
  }

  #span(column: number, cell: Cell): number {
    return Math.min(Math.max(1, cell.columnSpan ?? 1), this.#columns.length - column);
  }

  #width(column: number, span: number): number {
    let width = 0;
    for (let index = column; index < column + span; index += 1) width += this.#widths[index] ?? 0;
    return width;
  }

  #align(column: number): TableColumn["align"] {
    return this.#columns[column]?.align ?? "left";
  }

  /** Heading cells are centred; one that the table wants otherwise says so itself, because it must stay in the style of headings. */
  #headerParagraphHead(align: Cell["align"]): string {
    const style = `TableHeader${this.#density === "dense" ? "Dense" : ""}`;
    return align === undefined || align === "centre" ? paragraphHead(style) : paragraphHead(style, align);
  }

  #style(align: TableColumn["align"]): string {
    return `${STYLES[align]}${this.#density === "dense" ? "Dense" : ""}`;
  }
}

const STYLES: Readonly<Record<TableColumn["align"], string>> = {
  left: "TableLeft",
  centre: "TableCentre",
  right: "TableRight",
};

/** `w:tc` up to its paragraph. Order of CT_TcPr: width, span, merge. */
function cellHead(width: number, columnSpan: number, merge: "none" | "restart" | "continue"): string {
  const span = columnSpan === 1 ? "" : `<w:gridSpan w:val="${String(columnSpan)}"/>`;
  const vertical = merge === "none" ? "" : `<w:vMerge w:val="${merge}"/>`;
  return `<w:tc><w:tcPr><w:tcW w:w="${String(width)}" w:type="dxa"/>${span}${vertical}</w:tcPr>`;
}

function paragraphHead(style: string, align?: "left" | "right"): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${align === undefined ? "" : `<w:jc w:val="${align}"/>`}</w:pPr>`;
}

/** Marks that exist both in Chinese and in Latin fonts, where Word needs the hint to take the Chinese one. */
const AMBIGUOUS = /[\u00a0-\u2fff]/;

/** One run; a code has its own character style, which needs no hint. */
function runXml(text: string, code: boolean): string {
  const properties = code
    ? '<w:rPr><w:rStyle w:val="CodeText"/></w:rPr>'
    : AMBIGUOUS.test(text)
      ? '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
      : "";
  const escaped = escapeXml(text);
  const content = /[\r\n\t]/.test(escaped)
    ? escaped
        .split(/(\r\n|[\r\n\t])/)
        .map((part) => (part === "" ? "" : part === "\t" ? "<w:tab/>" : /^[\r\n]/.test(part) ? "<w:br/>" : textXml(part)))
        .join("")
    : textXml(escaped);
  return `<w:r>${properties}${content}</w:r>`;
}

function textXml(escaped: string): string {
  return `<w:t xml:space="preserve">${escaped}</w:t>`;
}
