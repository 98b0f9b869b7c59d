import { type Cell, cellText, type Table, type TableColumn, type TableRow, text } from "../document/tree.js";
import type { TableDensity } from "../layout/element-styles.js";
import { toTwips } from "../layout/measures.js";
import {
  codeEms,
  type ColumnRequest,
  columnWidths,
  MOST_ROWS_KEPT_TOGETHER,
  ROW_HEIGHTS,
  tableDensity,
} from "../layout/table.js";
import type { Shorthand } from "../openxml/shorthand.js";
import { escapeXml } from "./xml.js";

/**
 * Tables as XML text.
 *
 * A table of thousands of rows consists of a few strings that never change around the text of its cells: cells carry the name of a
 * style and nothing else, lines and margins belong to the table style. Building them from objects costs forty times as much.
 */

/** The table style of all tables in attachments; its definition is in styles.xml. */
export const TABLE_STYLE_ID = "CircularTable";

/** How a table shows what changed in it. */
export interface TableRevisions {
  /** The table whose codes decide the widths of the columns. */
  readonly measured: Table;
  /** What changed in a row, header rows counted first; `undefined` for a row in which nothing did. */
  readonly row: (index: number) => RowRevision | undefined;
}

/** How one row shows what changed in it. */
export interface RowRevision {
  /** Goes into `w:trPr`. */
  readonly rowMark: string;
  /** Goes into `w:pPr` of a cell; asked anew for each one. */
  readonly paragraphMark: () => string;
  /** The runs of the cell in this column. */
  readonly runs: (column: number, value: string, code: boolean) => string;
}

/**
 * One table.
 *
 * Its width is fixed, and the widths of the columns add up to it; the header rows are repeated on each page and no row is split.
 * The rows of a small merged cell stay together.
 *
 * @param tableWidth The width of the type area in twips.
 * @param keepWithNext Whether the last row stays on the page of the paragraph after the table, a remark on it.
 * @param revisions What changed, if that is to be seen.
 */
export function tableXml(table: Table, tableWidth: number, keepWithNext: boolean, revisions?: TableRevisions): string {
  return [...tablePieces(table, tableWidth, keepWithNext, { revisions })].join("");
}

/** How tables are written. */
export interface TableWriting {
  /** Told of further rows that have been written. */
  readonly onRows?: ((rows: number) => void) | undefined;
  /** What is written in it has to be packed with it. */
  readonly shorthand?: Shorthand;
  /** What changed, if that is to be seen. */
  readonly revisions?: TableRevisions | undefined;
}

/** As `tableXml`, but some hundred rows at a time. */
export function* tablePieces(
  table: Table,
  tableWidth: number,
  keepWithNext: boolean,
  { onRows, shorthand, revisions }: TableWriting = {},
): Generator<string> {
  const density = tableDensity(table.columns.length, tableWidth);
  const widths = columnWidths(columnRequests(revisions?.measured ?? table), tableWidth, density);
  const grid = new GridWriter(table.columns, widths, density, shorthand);
  let piece =
    `<w:tbl><w:tblPr><w:tblStyle w:val="${TABLE_STYLE_ID}"/><w:tblW w:w="${String(tableWidth)}" w:type="dxa"/>` +
    '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>' +
    widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join("") +
    "</w:tblGrid>";
  for (const [index, row] of table.headerRows.entries()) piece += grid.row(row, true, false, revisions?.row(index));
  const { rows } = table;
  let passedOn = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined) continue;
    const next = rows[index + 1];
    // 合计 and 备注 never stand alone on a page: the record before them comes along.
    const closing = next === undefined ? keepWithNext : next.role !== "record";
    piece += grid.row(row, false, closing, revisions?.row(table.headerRows.length + index));
    if (piece.length >= PIECE_LENGTH) {
      yield piece;
      piece = "";
      onRows?.(index + 1 - passedOn);
      passedOn = index + 1;
    }
  }
  yield `${piece}</w:tbl>`;
}

/** Text of this many characters is passed on; in shorthand they are some hundred rows. */
const PIECE_LENGTH = 10_000;

function columnRequests(table: Table): readonly ColumnRequest[] {
  return table.columns.map((column, index) => {
    if (column.kind !== "code") return { share: column.width };
    let widest = "";
    let ems = 0;
    for (const row of table.rows) {
      const cell = row.cells[index];
      // A cell over several columns has their widths together.
      if (cell === undefined || cell === null || (typeof cell !== "string" && (cell.columnSpan ?? 1) > 1)) continue;
      for (const line of cellText(cell).split("\n")) {
        if (codeEms(line) <= ems) continue;
        widest = line;
        ems = codeEms(line);
      }
    }
    return { share: column.width, widestCode: widest };
  });
}

/** What a merged cell still has to cover in the rows below its first one. */
interface OpenMerge {
  readonly columnSpan: number;
  readonly keptTogether: boolean;
  rowsLeft: number;
}

const MERGES = ["none", "restart", "continue"] as const;
type Merge = (typeof MERGES)[number];

/** Writes rows one after the other and keeps account of the cells merged over them. */
class GridWriter {
  private readonly columns: readonly TableColumn[];
  private readonly widths: readonly number[];
  private readonly styleSuffix: "" | "Dense";
  private readonly rowHeight: string;
  private readonly brief: (piece: string) => string;
  /** The markup of most rows. */
  private readonly rowStart: string;
  private readonly rowEnd: string;
  private readonly textEnd: string;
  /** By the first column of the merged cell. */
  private readonly open: (OpenMerge | undefined)[] = [];
  /** An ordinary cell up to its runs, by column, merge and whether it is kept with the next row; most cells are such. */
  private readonly heads: (string | undefined)[] = [];
  /** The same, up to the text of its run. */
  private readonly textHeads: (string | undefined)[] = [];
  /** The same, whole, without text. */
  private readonly emptyCells: (string | undefined)[] = [];

  constructor(
    columns: readonly TableColumn[],
    widths: readonly number[],
    density: TableDensity,
    shorthand: Shorthand | undefined,
  ) {
    this.columns = columns;
    this.widths = widths;
    this.styleSuffix = density === "dense" ? "Dense" : "";
    this.rowHeight = `<w:trHeight w:val="${String(toTwips(ROW_HEIGHTS[density]))}" w:hRule="atLeast"/>`;
    this.brief = (piece) => (shorthand === undefined ? piece : shorthand.of(piece));
    this.rowStart = this.brief(`<w:tr><w:trPr><w:cantSplit/>${this.rowHeight}</w:trPr>`);
    this.rowEnd = this.brief("</w:tr>");
    this.textEnd = this.brief(`${TEXT_RUN_END}${CELL_END}`);
  }

  /** `w:tr` for one row. */
  row(row: TableRow, header: boolean, keepWithNext: boolean, revision?: RowRevision): string {
    const keep = keepWithNext || (!header && this.isInsideSmallMerge(row));
    let xml =
      header || revision !== undefined
        ? `<w:tr><w:trPr><w:cantSplit/>${this.rowHeight}${header ? "<w:tblHeader/>" : ""}${revision?.rowMark ?? ""}</w:trPr>`
        : this.rowStart;
    for (let column = 0; column < this.columns.length;) {
      const cell = row.cells[column] ?? null;
      if (typeof cell === "string" && !header && revision === undefined) {
        this.open[column] = undefined;
        xml += this.ordinaryCell(column, "none", keep, cell);
        column += 1;
      } else if (cell === null) {
        const span = this.open[column]?.columnSpan ?? 1;
        xml += this.coveredCell(column, header, keep, revision);
        column += span;
      } else {
        const full = typeof cell === "string" ? { children: [text(cell)] } : cell;
        xml += this.cell(column, full, header, keep, revision);
        column += this.columnSpan(column, full);
      }
    }
    return xml + this.rowEnd;
  }

  /** Whether a small merged cell that covers this row also covers the next one. */
  private isInsideSmallMerge({ cells }: TableRow): boolean {
    for (let column = 0; column < this.columns.length; column += 1) {
      const cell = cells[column] ?? null;
      if (cell === null) {
        const merge = this.open[column];
        if (merge?.keptTogether === true && merge.rowsLeft > 1) return true;
      } else if (typeof cell !== "string") {
        const rowSpan = cell.rowSpan ?? 1;
        if (rowSpan > 1 && rowSpan <= MOST_ROWS_KEPT_TOGETHER) return true;
      }
    }
    return false;
  }

  /** A cell under a merged one. A `null` that no merged cell covers would be a hole in the row; it becomes an empty cell. */
  private coveredCell(column: number, header: boolean, keep: boolean, revision: RowRevision | undefined): string {
    const merge = this.open[column];
    if (merge !== undefined) {
      merge.rowsLeft -= 1;
      if (merge.rowsLeft === 0) this.open[column] = undefined;
    }
    const columnSpan = merge?.columnSpan ?? 1;
    const continues = merge === undefined ? "none" : "continue";
    if (columnSpan === 1 && !header && revision === undefined) {
      return this.ordinaryCell(column, continues, keep, "");
    }
    const mark = revision?.paragraphMark();
    const paragraph = header ? this.headerParagraph({}, mark) : this.bodyParagraph(column, {}, keep, mark);
    return this.head(column, columnSpan, continues, paragraph) + CELL_END;
  }

  private cell(column: number, cell: Cell, header: boolean, keep: boolean, revision: RowRevision | undefined): string {
    const columnSpan = this.columnSpan(column, cell);
    const rowSpan = Math.max(1, cell.rowSpan ?? 1);
    // A cell that begins where a merged one should go on ends it.
    for (let index = column; index < column + columnSpan; index += 1) this.open[index] = undefined;
    if (rowSpan > 1) {
      const keptTogether = rowSpan <= MOST_ROWS_KEPT_TOGETHER;
      this.open[column] = { columnSpan, keptTogether, rowsLeft: rowSpan - 1 };
    }
    const value = cellText(cell);
    if (columnSpan === 1 && !header && revision === undefined && cell.align === undefined) {
      return this.ordinaryCell(column, rowSpan > 1 ? "restart" : "none", keep, value);
    }
    const code = !header && columnSpan === 1 && this.columns[column]?.kind === "code";
    const mark = revision?.paragraphMark();
    const paragraph = header ? this.headerParagraph(cell, mark) : this.bodyParagraph(column, cell, keep, mark);
    const run = revision === undefined ? cellRuns(value, code) : revision.runs(column, value, code);
    return `${this.head(column, columnSpan, rowSpan > 1 ? "restart" : "none", paragraph)}${run}${CELL_END}`;
  }

  /** `w:tc` of a cell of one column, without changes, aligned as its column. */
  private ordinaryCell(column: number, merge: Merge, keep: boolean, value: string): string {
    const index = (column * MERGES.length + MERGES.indexOf(merge)) * 2 + (keep ? 1 : 0);
    const head = (this.heads[index] ??= this.head(column, 1, merge, this.bodyParagraph(column, {}, keep)));
    if (value === "") return (this.emptyCells[index] ??= this.brief(head + CELL_END));
    const code = this.columns[column]?.kind === "code";
    if (code || !ORDINARY.test(value)) return `${head}${cellRuns(value, code)}${CELL_END}`;
    const start = (this.textHeads[index] ??= this.brief(head + TEXT_RUN_START));
    return start + value + this.textEnd;
  }

  /** `w:tc` up to the text of its paragraph. Order of CT_TcPr: width, span, merge. */
  private head(column: number, columnSpan: number, merge: Merge, paragraph: string): string {
    let width = 0;
    for (let index = column; index < column + columnSpan; index += 1) width += this.widths[index] ?? 0;
    const span = columnSpan === 1 ? "" : `<w:gridSpan w:val="${String(columnSpan)}"/>`;
    const vertical = merge === "none" ? "" : `<w:vMerge w:val="${merge}"/>`;
    return `<w:tc><w:tcPr><w:tcW w:w="${String(width)}" w:type="dxa"/>${span}${vertical}</w:tcPr>${paragraph}`;
  }

  private columnSpan(column: number, cell: Cell): number {
    return Math.min(Math.max(1, cell.columnSpan ?? 1), this.columns.length - column);
  }

  private bodyParagraph(column: number, cell: Pick<Cell, "align">, keep: boolean, mark?: string): string {
    const align = cell.align ?? this.columns[column]?.align ?? "left";
    return paragraphHead(`${STYLES[align]}${this.styleSuffix}`, (keep ? "<w:keepNext/>" : "") + (mark ?? ""));
  }

  /** Heading cells are centred; one that the table wants otherwise says so itself, because it stays in the style of headings. */
  private headerParagraph(cell: Pick<Cell, "align">, mark?: string): string {
    const direct = cell.align === undefined || cell.align === "centre" ? "" : `<w:jc w:val="${cell.align}"/>`;
    return paragraphHead(`TableHeader${this.styleSuffix}`, direct + (mark ?? ""));
  }
}

const STYLES: Readonly<Record<TableColumn["align"], string>> = {
  left: "TableLeft",
  centre: "TableCentre",
  right: "TableRight",
};

/** `w:p` up to its runs. */
function paragraphHead(style: string, direct: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${direct}</w:pPr>`;
}

/** Marks that exist both in Chinese and in Latin fonts, where Word needs the hint to take the Chinese one. */
const AMBIGUOUS = /[\u00a0-\u2fff]/;

/** Text of characters that need neither the hint nor anything else done to them, as most is. */
const ORDINARY = /^[\u0020\u0021\u0023-\u0025\u0027-\u003b\u003d\u003f-\u009f\u3000-\ud7ff\ue000-\ufffd]*$/;

/** The run of such text. */
const TEXT_RUN_START = '<w:r><w:t xml:space="preserve">';
const TEXT_RUN_END = "</w:t></w:r>";

/** What a cell ends with after the runs of its paragraph. */
const CELL_END = "</w:p></w:tc>";

/** The runs of a cell without changes: one, or none if it is empty. A code has its own character style, which needs no hint. */
export function cellRuns(value: string, code: boolean, textElement: "w:t" | "w:delText" = "w:t"): string {
  if (value === "") return "";
  if (!code && textElement === "w:t" && ORDINARY.test(value)) return `${TEXT_RUN_START}${value}${TEXT_RUN_END}`;
  const properties = code
    ? '<w:rPr><w:rStyle w:val="CodeText"/></w:rPr>'
    : AMBIGUOUS.test(value)
      ? '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
      : "";
  return `<w:r>${properties}${runContentXml(escapeXml(value), textElement)}</w:r>`;
}

/** Text as the content of a run: line breaks and tabs are elements of their own. */
export function runContentXml(escaped: string, textElement: "w:t" | "w:delText"): string {
  if (!/[\r\n\t]/.test(escaped)) return textXml(escaped, textElement);
  return escaped
    .split(/(\r\n|[\r\n\t])/)
    .map((part) =>
      part === "" ? "" : part === "\t" ? "<w:tab/>" : /^[\r\n]/.test(part) ? "<w:br/>" : textXml(part, textElement),
    )
    .join("");
}

function textXml(escaped: string, element: "w:t" | "w:delText"): string {
  return `<${element} xml:space="preserve">${escaped}</${element}>`;
}
