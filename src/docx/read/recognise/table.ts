import { rowRole } from "../../../document/row-role.js";
import { columnAlignments, columnNames } from "../../../document/table-form.js";
import { text, type Cell, type Table, type TableColumn, type TableRow } from "../../../document/tree.js";
import { TableAnchors } from "../anchors.js";
import { type PlacedText, placedCell, trim } from "../placed-text.js";
import type { SourceTable } from "../source.js";
import { columnKind } from "./column-kind.js";
import type { Context } from "./context.js";
import { countHeaderRows } from "./header-rows.js";
import { type GridCell, layOutGrid } from "./table-grid.js";

/** A table of the tree from a table of the file. */
export function recogniseTable(source: SourceTable, context: Context): Table {
  const ownTable = source.styleName === "通报表格";
  const grid = layOutGrid(source, !ownTable);
  const headerCount = countHeaderRows(source, grid, ownTable);
  const columnCount = grid.columnCount;
  const rowCount = grid.rows.length - headerCount;
  const anchors = new TableAnchors(headerCount, rowCount, columnCount);
  const spans = grid.rowSpans(headerCount, (hidden) =>
    context.surroundings.push({ kind: "mergedCell", text: hidden.source.text }),
  );

  const body = grid.rows.slice(headerCount);
  const aligns = columnAlignments(body.length, columnCount, (row, column) => {
    const cell = body[row]?.[column];
    return cell === null || cell === undefined || spans.get(cell) === 0 ? undefined : alignOf(cell);
  });

  const rowOf = (cells: readonly (GridCell | null)[], index: number): TableRow["cells"] => {
    const isHeader = index < headerCount;
    return cells.map((cell, column) => {
      const rowSpan = cell === null ? 0 : (spans.get(cell) ?? 1);
      if (cell === null || rowSpan === 0) return null;
      const placed = readCell(cell, context);
      anchors.set(index, column, placed.pieces, placed.text.length);
      const align = alignOf(cell);
      const usual = isHeader ? "centre" : aligns[column];
      if (rowSpan === 1 && cell.span === 1 && align === usual) return placed.text;
      const full: Cell = {
        children: placed.text === "" ? [] : [text(placed.text)],
        ...(cell.span === 1 ? {} : { columnSpan: cell.span }),
        ...(rowSpan === 1 ? {} : { rowSpan }),
        ...(align === usual ? {} : { align }),
      };
      return full;
    });
  };

  const headerRows: TableRow[] = grid.rows
    .slice(0, headerCount)
    .map((cells, index) => ({ role: "header", cells: rowOf(cells, index) }));
  const rows: TableRow[] = body.map((cells, index) => {
    const printed = rowOf(cells, headerCount + index);
    return { role: rowRole(rowTexts(printed)), cells: printed };
  });
  const names = columnNames(headerRows, columnCount);
  const columns = names.map((name, index): TableColumn => ({
    name,
    width: grid.widths[index] ?? 1,
    align: aligns[index] ?? "centre",
    kind: columnKind(name, rows, index, isCodeColumn(body, index)),
  }));
  const table: Table = { type: "table", columns, headerRows, rows, key: [] };
  context.recorder.table(table, anchors);
  return table;
}

/** The text of a cell, without the blanks around it unless all blanks are meant. */
function readCell({ source }: GridCell, { verbatim }: Context): PlacedText {
  const placed = placedCell(source);
  return verbatim ? placed : trim(placed);
}

function rowTexts(cells: TableRow["cells"]): string[] {
  const texts: string[] = [];
  for (const cell of cells) {
    if (cell !== null) texts.push(typeof cell === "string" ? cell : cell.children.map(({ value }) => value).join(""));
    // The first words are enough to tell the role of a row.
    if (texts.at(-1)?.trim() !== "" && texts.length > 0) break;
  }
  return texts;
}

function alignOf({ source }: GridCell): TableColumn["align"] {
  return source.align === "justified" ? "left" : source.align;
}

function isCodeColumn(rows: readonly (readonly (GridCell | null)[])[], column: number): boolean {
  let codes = 0;
  let others = 0;
  for (const row of rows) {
    const cell = row[column];
    if (cell === null || cell === undefined || cell.source.text === "" || cell.span > 1) continue;
    if (cell.source.code) codes += 1;
    else others += 1;
  }
  return codes > others;
}
