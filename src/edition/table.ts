import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { cellText, type Cell, type Inline, type Table, type TableColumn, type TableRow } from "../document/tree.js";
import { formatValue } from "../facts/format.js";
import { exactSum, formatDecimal } from "../facts/numbers/decimal.js";
import { rowSet, type RowsValue } from "../facts/values.js";
import { columnIndex, type DataRow } from "../schema/dataset.js";
import type { TableColumnDefinition, TableDefinition } from "../schema/definitions.js";
import { sortedRows, valueTexts } from "../template/helpers/rows.js";
import { columnWidths } from "./column-widths.js";

/**
 * Builds the table of an attachment from its rows: sorts, numbers, merges, adds up.
 *
 * @param definition of the table
 * @param rows to show
 * @param remark the evaluated text of the 备注 row
 * @returns the table, and a warning for every group whose rows do not stand together
 */
export function buildTable(
  definition: TableDefinition,
  rows: RowsValue,
  remark: readonly Inline[] | undefined,
): { readonly table: Table; readonly diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const ordered = sortRows(definition, rows);
  const grid = new GridBuilder(definition, { ...rows, rows: ordered }, diagnostics);
  const records = grid.records();
  const body: TableRow[] = [...records];
  if (records.length === 0) body.push(emptyRow(definition));
  if (definition.total !== undefined) body.push(totalRow(definition, rows));
  if (remark !== undefined && definition.remark !== undefined) {
    body.push(remarkRow(definition.remark.label, remark, definition.columns.length));
  }
  const headerRows = buildHeader(definition.columns);
  const columns = tableColumns(definition, rows, records);
  const key = rows.dataset.definition.key.flatMap((name) => {
    const position = definition.columns.findIndex((column) => column.source === name);
    return position < 0 ? [] : [position];
  });
  return { table: { type: "table", columns, headerRows, rows: body, key, dataset: rows.dataset.name }, diagnostics };
}

function sortRows(definition: TableDefinition, rows: RowsValue): readonly DataRow[] {
  let ordered: readonly DataRow[] = rows.rows;
  // The last key is sorted first: each sort is stable, so the first key decides in the end.
  for (const { column, descending, order } of [...definition.sort].reverse()) {
    const position = columnIndex(rows.dataset.definition, column);
    if (order.length === 0) ordered = sortedRows(ordered, position, descending);
    else {
      const rank = (row: DataRow): number => {
        const found = order.indexOf(valueTexts(row.values[position])[0] ?? "");
        return found < 0 ? order.length : found;
      };
      ordered = [...ordered].sort((a, b) => rank(a) - rank(b));
    }
  }
  return ordered;
}

class GridBuilder {
  private readonly positions: readonly number[];

  constructor(
    private readonly definition: TableDefinition,
    private readonly rows: RowsValue,
    private readonly diagnostics: Diagnostic[],
  ) {
    this.positions = definition.columns.map((column) =>
      column.source === undefined ? -1 : columnIndex(rows.dataset.definition, column.source),
    );
  }

  records(): TableRow[] {
    const { columns } = this.definition;
    const rows = this.rows.rows;
    const texts = columns.map((column, index) => this.columnTexts(column, index));
    const cells: (string | Cell | null)[][] = rows.map(() => []);
    // A merged cell never reaches beyond the merged cells to its left (序号 over units over accounts).
    let continues: boolean[] = rows.map((_, index) => index > 0);
    columns.forEach((column, index) => {
      const own = texts[index] ?? [];
      const merges = column.merge || (column.ordinal !== undefined && column.ordinal.by.length > 0);
      if (!merges) {
        rows.forEach((_, row) => cells[row]?.push(own[row] ?? ""));
        return;
      }
      const joined = rows.map((_, row) => continues[row] === true && own[row] === own[row - 1]);
      let start = 0;
      while (start < rows.length) {
        let end = start + 1;
        while (joined[end] === true) end += 1;
        cells[start]?.push(this.mergedCell(column, own[start] ?? "", start, end));
        for (let row = start + 1; row < end; row += 1) cells[row]?.push(null);
        start = end;
      }
      continues = joined;
    });
    return rows.map((row, index): TableRow => ({ role: "record", cells: cells[index] ?? [], source: row.source }));
  }

  private mergedCell(column: TableColumnDefinition, text: string, start: number, end: number): string | Cell {
    if (end - start === 1) return text;
    const members = this.rows.rows.slice(start, end);
    const expression = column.source ?? column.title;
    return {
      rowSpan: end - start,
      children:
        text === ""
          ? []
          : [
              {
                type: "value",
                value: text,
                provenance: { expression, places: [], rows: [rowSet(this.rows.dataset, members)] },
              },
            ],
    };
  }

  private columnTexts(column: TableColumnDefinition, index: number): string[] {
    const rows = this.rows.rows;
    if (column.ordinal === undefined) {
      const position = this.positions[index] ?? -1;
      return rows.map((row) => {
        const value = row.values[position];
        return value === undefined ? column.emptyText : formatValue(value, column.decimals);
      });
    }
    const by = column.ordinal.by.map((name) => columnIndex(this.rows.dataset.definition, name));
    if (by.length === 0) return rows.map((_, row) => String(row + 1));
    const seen = new Map<string, DataRow>();
    let number = 0;
    let previous: string | undefined;
    return rows.map((row) => {
      const key = JSON.stringify(by.map((position) => valueTexts(row.values[position])));
      if (key !== previous) {
        number += 1;
        this.checkTogether(key, row, seen, column);
        seen.set(key, row);
      }
      previous = key;
      return String(number);
    });
  }

  private checkTogether(key: string, row: DataRow, seen: ReadonlyMap<string, DataRow>, column: TableColumnDefinition): void {
    const first = seen.get(key);
    if (first === undefined || column.ordinal === undefined) return;
    const name = column.ordinal.by.at(-1) ?? "";
    const [value = ""] = valueTexts(row.values[columnIndex(this.rows.dataset.definition, name)]);
    this.diagnostics.push(
      diagnose("group-not-together", this.rows.dataset.placeOf(row, name), { column: name, value }, [
        { place: this.rows.dataset.placeOf(first, name), message: "同组的行在这里" },
      ]),
    );
  }
}

/** One row, or two if some columns have a common heading above them. */
function buildHeader(columns: readonly TableColumnDefinition[]): TableRow[] {
  const plain = (name: string): Cell => ({ children: [{ type: "text", value: name }] });
  if (columns.every((column) => column.group === undefined)) {
    return [{ role: "header", cells: columns.map((column) => column.header) }];
  }
  const upper: (Cell | null)[] = [];
  const lower: (string | null)[] = [];
  columns.forEach((column, index) => {
    if (column.group === undefined) {
      upper.push({ ...plain(column.header), rowSpan: 2 });
      lower.push(null);
      return;
    }
    lower.push(column.header);
    if (index > 0 && columns[index - 1]?.group === column.group) {
      upper.push(null);
      return;
    }
    let span = 1;
    while (columns[index + span]?.group === column.group) span += 1;
    upper.push(span === 1 ? plain(column.group) : { ...plain(column.group), columnSpan: span });
  });
  return [
    { role: "header", cells: upper },
    { role: "header", cells: lower },
  ];
}

function emptyRow(definition: TableDefinition): TableRow {
  const span = definition.columns.length;
  const cell: Cell = { children: [{ type: "text", value: definition.emptyText }], align: "centre" };
  return {
    role: "record",
    cells: [span === 1 ? cell : { ...cell, columnSpan: span }, ...definition.columns.slice(1).map(() => null)],
  };
}

function totalRow(definition: TableDefinition, rows: RowsValue): TableRow {
  const total = definition.total ?? { label: "合计", labelSpan: 1, sums: [] };
  const cells: (string | Cell | null)[] = definition.columns.map((column, index): string | Cell | null => {
    if (index === 0) {
      const label: Cell = { children: [{ type: "text", value: total.label }], align: "centre" };
      return total.labelSpan > 1 ? { ...label, columnSpan: total.labelSpan } : label;
    }
    if (index < total.labelSpan) return null;
    if (!total.sums.includes(column.title) || column.source === undefined) return "";
    const position = columnIndex(rows.dataset.definition, column.source);
    const numbers = rows.rows.flatMap((row) => {
      const value = row.values[position];
      return typeof value === "number" ? [value] : [];
    });
    return {
      children: [
        {
          type: "value",
          value: formatDecimal(exactSum(numbers), column.decimals),
          provenance: {
            expression: `合计 ${rows.expression} ${column.source}`,
            places: [],
            rows: [rowSet(rows.dataset, rows.rows)],
          },
        },
      ],
    };
  });
  return { role: "total", cells };
}

function remarkRow(label: string, remark: readonly Inline[], columns: number): TableRow {
  if (columns < 2) return { role: "remark", cells: [{ children: [...remark], align: "left" }] };
  const content: Cell = { children: [...remark], align: "left", ...(columns > 2 ? { columnSpan: columns - 1 } : {}) };
  return { role: "remark", cells: [label, content, ...Array.from({ length: columns - 2 }, () => null)] };
}

function tableColumns(definition: TableDefinition, rows: RowsValue, records: readonly TableRow[]): TableColumn[] {
  const widths = columnWidths(
    definition.columns.map((column) => ({ header: column.header, width: column.width })),
    (visit) => {
      for (const record of records) record.cells.forEach((cell, index) => visit(index, cellText(cell)));
    },
  );
  return definition.columns.map((column, index): TableColumn => {
    const source = rows.dataset.definition.columns.find((candidate) => candidate.name === column.source);
    const kind =
      column.ordinal !== undefined
        ? "ordinal"
        : source?.kind === "code"
          ? "code"
          : source?.kind === "integer" || source?.kind === "number" || source?.kind === "percent" || source?.kind === "numberOrText"
            ? "number"
            : "text";
    const centred = kind !== "text" || source?.kind === "choice" || source?.kind === "date" || source?.kind === "yesNo";
    return {
      name: column.title.replace(/\s+/gu, ""),
      width: widths[index] ?? 1,
      align: column.align ?? (centred ? "centre" : "left"),
      kind,
      ...(column.source === undefined ? {} : { source: column.source }),
    };
  });
}
