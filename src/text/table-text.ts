import { cellText, type Cell, type Table, type TableColumn, type TableRow } from "../document/tree.js";
import { alignmentNames } from "./layout-names.js";
import { printedRows, type PrintedCell } from "./printed-cells.js";
import { visible, visibleName } from "./visible-text.js";

/** Stands between the cells of a line. It hardly ever occurs in data, so it hardly ever has to be escaped. */
export const cellSeparator = "｜";

const roleMarks = { header: "〔表头〕", record: "〔记录〕", total: "〔合计行〕", remark: "〔备注行〕" } as const;

/**
 * Writes a table: a line with the number of records and the columns, then a line for every row.
 *
 * A line is `列名：值` pairs, which stand alone without the lines around them. `列名↑` is a merged cell that begins in a row
 * above, `列名→列名` one that reaches over several columns. So an inserted record is one changed line besides the head line; only
 * where it becomes the first of a merged group does the next line change too, because there the merged cell begins elsewhere.
 * Running numbers stand only in the head line (`序号：1–30`), unless they are not simply consecutive.
 */
export function* tableLines(table: Table): Generator<string> {
  const names = columnNames(table.columns);
  const ranges = table.columns.map((column, index) =>
    column.kind === "ordinal" ? consecutiveRange(table.rows, index) : undefined,
  );
  const derived = new Set(ranges.flatMap((range, index) => (range === undefined ? [] : [index])));
  const records = table.rows.reduce((count, row) => count + (row.role === "record" ? 1 : 0), 0);
  const head = names.map((name, index) => {
    const range = ranges[index];
    return range === undefined ? name : `${name}：${range}`;
  });
  yield `〔表〕${[`记录${String(records)}条`, ...head].join(cellSeparator)}`;
  for (const { role, cells } of printedRows(table.rows, names.length)) {
    const numbers = role === "record" ? derived : none;
    const pairs: string[] = [];
    for (const cell of cells) {
      if (!numbers.has(cell.column)) pairs.push(`${cellName(cell, names)}：${cell.text}`);
      else if (cell.continued) pairs.push(cellName(cell, names));
    }
    yield roleMarks[role] + pairs.join(cellSeparator);
  }
}

/**
 * Writes the header rows, a line each: the names of their columns, with the printed text only where it differs
 * (`单项否决类严重问题：单项否决类↵严重问题`).
 */
export function headerLines(table: Table): string[] {
  const names = columnNames(table.columns);
  return [...printedRows(table.headerRows, names.length)].map(({ cells }) =>
    cells
      .map((cell) => {
        const name = cellName(cell, names);
        const repeatsName =
          cell.column === cell.lastColumn && cell.text === visible(table.columns[cell.column]?.name ?? "");
        return cell.continued || repeatsName ? name : `${name}：${cell.text}`;
      })
      .join(cellSeparator),
  );
}

/** What the columns are called in the review text: their names, and their positions where a name is empty or used twice. */
export function columnNames(columns: readonly TableColumn[]): string[] {
  const uses = new Map<string, number>();
  for (const { name } of columns) uses.set(name, (uses.get(name) ?? 0) + 1);
  return columns.map(({ name }, index) =>
    name === "" || uses.get(name) !== 1 ? visibleName(name) + position(index) : visibleName(name),
  );
}

const none: ReadonlySet<number> = new Set();

function position(column: number): string {
  return `〔第${String(column + 1)}列〕`;
}

function cellName(cell: PrintedCell, names: readonly string[]): string {
  const nameOf = (column: number): string => names[column] ?? position(column);
  let name = nameOf(cell.column);
  if (cell.lastColumn !== cell.column) name += `→${nameOf(cell.lastColumn)}`;
  if (cell.continued) name += "↑";
  if (cell.align !== undefined) name += `〔${alignmentNames[cell.align]}〕`;
  if (cell.missing === true) name += "〔缺格〕";
  return name;
}

/**
 * The range of a column of running numbers, `1–30`, if counting gives every one of them; undefined if anything in the column is
 * otherwise (1, 2, 2, 4 in a document from elsewhere, a number merged with its neighbour), so that it has to be written out.
 */
function consecutiveRange(rows: readonly TableRow[], column: number): string | undefined {
  let first: number | undefined;
  let next = 0;
  let rowsLeft = 0;
  for (const row of rows) {
    const cell = row.cells[column] ?? null;
    if (rowsLeft > 0) {
      if (cell !== null) return undefined;
      rowsLeft -= 1;
      continue;
    }
    if (row.role !== "record") continue;
    const number = runningNumber(cell);
    if (number === undefined || (first !== undefined && number !== next)) return undefined;
    first ??= number;
    next = number + 1;
    rowsLeft = typeof cell === "string" ? 0 : (cell?.rowSpan ?? 1) - 1;
  }
  if (first === undefined) return undefined;
  return next - first === 1 ? String(first) : `${String(first)}–${String(next - 1)}`;
}

/** The number in a cell that holds nothing else and that is an ordinary cell of its column. */
function runningNumber(cell: string | Cell | null): number | undefined {
  if (cell === null) return undefined;
  if (typeof cell !== "string" && ((cell.columnSpan ?? 1) !== 1 || cell.align !== undefined)) return undefined;
  const characters = cellText(cell);
  return /^(?:0|[1-9][0-9]{0,14})$/.test(characters) ? Number(characters) : undefined;
}
