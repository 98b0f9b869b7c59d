import { appendAll } from "../append-all.js";
import { cellText, type CircularDocument, type Table, type TableRow } from "../tree.js";

/** The grid of every table is whole: one entry per column, merged cells are rectangles that cover each place once. */
export function tableProblems(document: CircularDocument): string[] {
  return eachTable(document, (table, path) => {
    const problems: string[] = [];
    if (table.columns.length === 0) problems.push(`${path}.columns: none`);
    table.columns.forEach(({ width }, index) => {
      if (!Number.isFinite(width) || width <= 0) {
        problems.push(`${path}.columns[${String(index)}].width: ${String(width)} is not a positive number`);
      }
    });
    table.headerRows.forEach((row, index) => {
      if (row.role !== "header") problems.push(`${path}.headerRows[${String(index)}].role: ${row.role}`);
    });
    table.rows.forEach((row, index) => {
      if (row.role === "header") problems.push(`${path}.rows[${String(index)}].role: header`);
    });
    appendAll(problems, gridProblems(table.headerRows, table.columns.length, `${path}.headerRows`));
    appendAll(problems, gridProblems(table.rows, table.columns.length, `${path}.rows`));
    appendAll(problems, keyProblems(table, path));
    return problems;
  });
}

/** In our own tables a running number counts its records from 1; cells merged over several records count once. */
export function ordinalProblems(document: CircularDocument): string[] {
  return eachTable(document, (table, path) => {
    const problems: string[] = [];
    table.columns.forEach((column, index) => {
      if (column.kind !== "ordinal") return;
      let expected = 1;
      table.rows.forEach((row, rowIndex) => {
        const cell = row.cells[index] ?? null;
        if (row.role !== "record" || cell === null) return;
        if (cellText(cell) !== String(expected)) {
          const place = `${path}.rows[${String(rowIndex)}].cells[${String(index)}]`;
          problems.push(`${place}: running number ${cellText(cell)}, expected ${String(expected)}`);
        }
        expected += 1;
      });
    });
    return problems;
  });
}

function eachTable(document: CircularDocument, check: (table: Table, path: string) => string[]): string[] {
  const problems: string[] = [];
  document.children.forEach((block, index) => {
    if (block.type !== "attachment") return;
    block.children.forEach((child, childIndex) => {
      if (child.type !== "table") return;
      const path = `children[${String(index)}].children[${String(childIndex)}]`;
      for (const problem of check(child, path)) problems.push(problem);
    });
  });
  return problems;
}

/** Header rows and the rows below are grids of their own: no merged cell reaches from one into the other. */
function gridProblems(rows: readonly TableRow[], columnCount: number, path: string): string[] {
  const problems: string[] = [];
  /** For each column, how many of the rows to come are covered by a cell that has begun. */
  const covered = new Array<number>(columnCount).fill(0);
  rows.forEach((row, rowIndex) => {
    if (row.cells.length !== columnCount) {
      problems.push(
        `${path}[${String(rowIndex)}].cells: ${String(row.cells.length)} cells in ${String(columnCount)} columns`,
      );
    }
    const begun: { readonly from: number; readonly to: number; readonly rowSpan: number }[] = [];
    let coveredTo = 0;
    for (let column = 0; column < columnCount; column += 1) {
      const cell = row.cells[column] ?? null;
      const place = `${path}[${String(rowIndex)}].cells[${String(column)}]`;
      const isCovered = (covered[column] ?? 0) > 0 || column < coveredTo;
      if (cell === null) {
        if (!isCovered) problems.push(`${place}: null, but no merged cell covers it`);
        continue;
      }
      if (isCovered) problems.push(`${place}: a cell where a merged cell already is`);
      const { columnSpan = 1, rowSpan = 1 } = typeof cell === "string" ? {} : cell;
      if (!isCount(columnSpan) || column + columnSpan > columnCount) {
        problems.push(`${place}.columnSpan: ${String(columnSpan)} does not fit`);
        continue;
      }
      if (!isCount(rowSpan) || rowIndex + rowSpan > rows.length) {
        problems.push(`${place}.rowSpan: ${String(rowSpan)} does not fit`);
        continue;
      }
      for (let under = column + 1; under < column + columnSpan; under += 1) {
        if ((covered[under] ?? 0) > 0) problems.push(`${place}: overlaps the merged cell in column ${String(under)}`);
      }
      coveredTo = Math.max(coveredTo, column + columnSpan);
      begun.push({ from: column, to: column + columnSpan, rowSpan });
    }
    for (let column = 0; column < columnCount; column += 1) {
      covered[column] = Math.max(0, (covered[column] ?? 0) - 1);
    }
    for (const { from, to, rowSpan } of begun) {
      for (let column = from; column < to; column += 1) covered[column] = rowSpan - 1;
    }
  });
  return problems;
}

function keyProblems(table: Table, path: string): string[] {
  const problems: string[] = [];
  table.key.forEach((column, index) => {
    const place = `${path}.key[${String(index)}]`;
    const found = table.columns[column];
    if (found === undefined) problems.push(`${place}: there is no column ${String(column)}`);
    else if (found.kind === "ordinal") problems.push(`${place}: a running number identifies no row`);
    if (table.key.indexOf(column) !== index) problems.push(`${place}: column ${String(column)} twice`);
  });
  return problems;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}
