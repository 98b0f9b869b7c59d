import { appendAll } from "../document/append-all.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import {
  cellText,
  type Cell,
  type Inline,
  type Table,
  type TableColumn,
  type TableRow,
  type Value,
  type RowSet,
} from "../document/tree.js";
import { formatValue } from "../facts/format.js";
import { exactSum, formatDecimal } from "../facts/numbers/decimal.js";
import { rankScores } from "../facts/ranks.js";
import { derivedFrom, rowSet, type FactValue, type GroupValue, type RowsValue } from "../facts/values.js";
import { columnIndex, type DataRow } from "../schema/dataset.js";
import type { TableColumnDefinition, TableDefinition, TemplateText } from "../schema/definitions.js";
import { firstRowWithout, groupRows, sortedRows, valueTexts } from "../template/helpers/rows.js";
import { columnWidths } from "./column-widths.js";

/** One printed record: a row of the dataset, or a group of rows. */
interface Entry {
  readonly members: readonly DataRow[];
  /** What the column's expressions are evaluated on; a row by itself is not wrapped before one asks for it. */
  readonly group?: GroupValue;
}

/** The text of a cell; if it was worked out rather than read, the node that says from what. */
type CellContent = string | Value;

/** Evaluates a checked expression on a row or a group. */
export type Evaluate = (expression: TemplateText, item: FactValue) => FactValue;

/**
 * Builds the table of an attachment from its rows: sorts, groups, numbers, ranks, merges, adds up.
 *
 * @param definition of the table
 * @param rows to show
 * @param remark the evaluated text of the 备注 row
 * @param evaluate for columns that are worked out
 * @returns the table, and a warning for every group whose rows do not stand together
 */
export function buildTable(
  definition: TableDefinition,
  rows: RowsValue,
  remark: readonly Inline[] | undefined,
  evaluate: Evaluate,
): { readonly table: Table; readonly diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const ordered: RowsValue = { ...rows, rows: sortRows(definition, rows) };
  const grid = new GridBuilder(definition, ordered, evaluate, diagnostics);
  const records = grid.records();
  const body: TableRow[] = [...records];
  if (records.length === 0) body.push(emptyRow(definition));
  if (definition.total !== undefined) body.push(totalRow(definition, definition.total, grid, ordered, evaluate));
  if (remark !== undefined && definition.remark !== undefined) {
    body.push(remarkRow(definition.remark.label, remark, definition.columns.length));
  }
  const headerRows = buildHeader(definition.columns);
  const columns = tableColumns(definition, rows, records);
  const keyNames = definition.groupBy === undefined ? rows.dataset.definition.key : [definition.groupBy];
  const key = keyNames.flatMap((name) => {
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
        if (found < 0) return order.length;
        return descending ? order.length - 1 - found : found;
      };
      ordered = [...ordered].sort((a, b) => rank(a) - rank(b));
    }
  }
  return ordered;
}

class GridBuilder {
  readonly entries: readonly Entry[];
  /** By the first entry: the last one, exclusive, and the rows of all of them. */
  private readonly rowSets = new Map<number, { readonly end: number; readonly rows: readonly RowSet[] }>();

  constructor(
    private readonly definition: TableDefinition,
    private readonly rows: RowsValue,
    private readonly evaluate: Evaluate,
    private readonly diagnostics: Diagnostic[],
  ) {
    this.entries = makeEntries(definition.groupBy, rows);
    if (definition.groupBy !== undefined) this.checkGrouped(definition.groupBy);
  }

  records(): TableRow[] {
    const { columns } = this.definition;
    const entries = this.entries;
    // All cells of a row are there from the beginning: lists that grow take several times the memory.
    const cells: (string | Cell | null)[][] = entries.map(() => columns.map(() => null));
    // A merged cell never reaches beyond the merged cells to its left (序号 over units over accounts).
    let continues: boolean[] = entries.map((_, index) => index > 0);
    columns.forEach((column, position) => {
      const put = (row: number, cell: string | Cell): void => {
        const target = cells[row];
        if (target !== undefined) target[position] = cell;
      };
      const own = this.columnContents(column, continues);
      const merges = column.merge || (column.ordinal !== undefined && column.ordinal.by.length > 0);
      if (!merges) {
        own.forEach((content, row) => put(row, plainCell(content)));
        return;
      }
      const joined = own.map((content, row) => continues[row] === true && textOf(content) === textOf(own[row - 1]));
      let start = 0;
      while (start < entries.length) {
        let end = start + 1;
        while (joined[end] === true) end += 1;
        put(start, this.mergedCell(column, own[start] ?? "", start, end));
        start = end;
      }
      continues = joined;
    });
    return entries.map((entry, index): TableRow => {
      const source = entry.members[0]?.source;
      const own = cells[index] ?? [];
      return source === undefined ? { role: "record", cells: own } : { role: "record", cells: own, source };
    });
  }

  /** The printed numbers of a column, added up exactly. */
  sum(column: TableColumnDefinition): number {
    if (column.source !== undefined && this.definition.groupBy === undefined) {
      const position = columnIndex(this.rows.dataset.definition, column.source);
      return exactSum(
        this.rows.rows.flatMap((row) => {
          const value = row.values[position];
          return typeof value === "number" ? [value] : [];
        }),
      );
    }
    const expression = column.value;
    if (expression === undefined) return 0;
    return exactSum(
      this.entries.flatMap((entry) => {
        const value = this.evaluate(expression, this.itemOf(entry));
        return value.kind === "scalar" && typeof value.raw === "number" ? [value.raw] : [];
      }),
    );
  }

  private mergedCell(column: TableColumnDefinition, content: CellContent, start: number, end: number): string | Cell {
    if (end - start === 1) return plainCell(content);
    const rowSpan = end - start;
    if (textOf(content) === "") return { rowSpan, children: [] };
    if (typeof content !== "string") return { rowSpan, children: [content] };
    const provenance = {
      expression: column.source ?? column.title,
      places: [],
      rows: this.rowsBetween(start, end),
    };
    return { rowSpan, children: [{ type: "value", value: content, provenance }] };
  }

  /** Which rows of the data entries come from; the columns of a table are mostly merged alike, and share them. */
  private rowsBetween(start: number, end: number): readonly RowSet[] {
    const known = this.rowSets.get(start);
    if (known?.end === end) return known.rows;
    const members: DataRow[] = [];
    for (let index = start; index < end; index += 1) appendAll(members, this.entries[index]?.members ?? []);
    const rows = [rowSet(this.rows.dataset, members)];
    this.rowSets.set(start, { end, rows });
    return rows;
  }

  /** @param continues per row, whether the merged cells to the left go on in it */
  private columnContents(column: TableColumnDefinition, continues: readonly boolean[]): readonly CellContent[] {
    if (column.ordinal !== undefined) return this.ordinals(column, column.ordinal.by, continues);
    if (column.rank !== undefined) return this.ranks(column, column.rank);
    const expression = column.value;
    if (expression !== undefined) {
      return this.entries.map((entry) => valueContent(this.evaluate(expression, this.itemOf(entry)), column));
    }
    const position = columnIndex(this.rows.dataset.definition, column.source ?? "");
    const named = column.source !== undefined && column.source === this.definition.groupBy;
    return this.entries.map((entry) => {
      const name = named ? entry.group?.entries.get("名称") : undefined;
      if (name?.kind === "scalar") return name.text;
      const value = entry.members[0]?.values[position];
      return value === undefined ? column.emptyText : formatValue(value, column.decimals);
    });
  }

  private ordinals(
    column: TableColumnDefinition,
    names: readonly string[],
    continues: readonly boolean[],
  ): readonly CellContent[] {
    if (names.length === 0) return this.entries.map((_, index) => String(index + 1));
    const by = names.map((name) => columnIndex(this.rows.dataset.definition, name));
    const seen = new Map<string, DataRow>();
    let number = 0;
    let printed = "0";
    let previous: string | undefined;
    return this.entries.map((entry, index) => {
      const row = entry.members[0];
      const key = groupKey(row, by);
      // A group that a merged cell to the left cuts in two is printed as two, so it takes two numbers.
      if ((key !== previous || continues[index] !== true) && row !== undefined) {
        number += 1;
        printed = String(number);
        this.checkTogether(row, seen.get(key), column);
        seen.set(key, row);
      }
      previous = key;
      return printed;
    });
  }

  private itemOf({ members, group }: Entry): FactValue {
    if (group !== undefined) return group;
    const row = members[0];
    const { dataset } = this.rows;
    return row === undefined ? this.rows : { kind: "record", dataset, row };
  }

  private ranks(
    column: TableColumnDefinition,
    rank: NonNullable<TableColumnDefinition["rank"]>,
  ): readonly CellContent[] {
    const position = columnIndex(this.rows.dataset.definition, rank.by);
    const scores = this.entries.map((entry) => {
      const value = entry.members[0]?.values[position];
      return typeof value === "number" ? value : undefined;
    });
    return rankScores(scores, rank.ascending, rank.ties).map((place) =>
      place === undefined ? column.emptyText : String(place),
    );
  }

  /** A row that belongs to no group would be missing from the table without a word. */
  private checkGrouped(column: string): void {
    const without = firstRowWithout(this.rows, column);
    if (without === undefined) return;
    this.diagnostics.push(
      diagnose("template-value-absent", this.rows.dataset.placeOf(without, column), { name: column }, [
        { place: this.definition.place, message: "附件的表按它分组" },
      ]),
    );
  }

  private checkTogether(row: DataRow, first: DataRow | undefined, column: TableColumnDefinition): void {
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

function makeEntries(groupBy: string | undefined, rows: RowsValue): Entry[] {
  if (groupBy === undefined) return rows.rows.map((row) => ({ members: [row] }));
  return groupRows(rows, groupBy).map((group) => {
    const members = group.entries.get("行");
    return { members: members?.kind === "rows" ? members.rows : [], group };
  });
}

/** Rows with the same values in these columns have the same key. */
function groupKey(row: DataRow | undefined, columns: readonly number[]): string {
  if (columns.length === 1) {
    const value = row?.values[columns[0] ?? 0];
    // What several values come to begins with a bracket.
    if (typeof value === "string" && value !== "" && !value.startsWith("[")) return value;
  }
  return JSON.stringify(columns.map((position) => valueTexts(row?.values[position])));
}

function textOf(content: CellContent | undefined): string | undefined {
  return typeof content === "object" ? content.value : content;
}

function plainCell(content: CellContent): string | Cell {
  return typeof content === "string" ? content : { children: [content] };
}

/** What an expression came to, as the content of a cell. */
function valueContent(value: FactValue, column: TableColumnDefinition): CellContent {
  if (value.kind !== "scalar") return column.emptyText;
  const text = typeof value.raw === "number" ? formatValue(value.raw, column.decimals) : value.text;
  return { type: "value", value: text, provenance: value.provenance };
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

/** 无 across the table: no record, so it takes no number and is not counted. */
function emptyRow(definition: TableDefinition): TableRow {
  const span = definition.columns.length;
  const cell: Cell = { children: [{ type: "text", value: definition.emptyText }], align: "centre" };
  return {
    role: "remark",
    cells: [span === 1 ? cell : { ...cell, columnSpan: span }, ...definition.columns.slice(1).map(() => null)],
  };
}

function totalRow(
  definition: TableDefinition,
  total: NonNullable<TableDefinition["total"]>,
  grid: GridBuilder,
  rows: RowsValue,
  evaluate: Evaluate,
): TableRow {
  const cells = definition.columns.map((column, index): string | Cell | null => {
    if (index === 0) {
      const label: Cell = { children: [{ type: "text", value: total.label }], align: "centre" };
      return total.labelSpan > 1 ? { ...label, columnSpan: total.labelSpan } : label;
    }
    if (index < total.labelSpan) return null;
    const expression = total.others.get(column.title);
    if (expression !== undefined) return plainCell(valueContent(evaluate(expression, wholeGroup(rows)), column));
    if (!total.sums.includes(column.title)) return "";
    const provenance = {
      expression: `合计 ${rows.expression} ${column.source ?? column.title}`,
      places: [],
      rows: [rowSet(rows.dataset, rows.rows)],
    };
    return { children: [{ type: "value", value: formatDecimal(grid.sum(column), column.decimals), provenance }] };
  });
  return { role: "total", cells };
}

/** All rows of the table as a group, so that an expression for the 合计 row can name them 行. */
function wholeGroup(rows: RowsValue): FactValue {
  const provenance = derivedFrom(rows.expression, [rows]);
  return { kind: "group", provenance, entries: new Map<string, FactValue>([["行", rows]]) };
}

function remarkRow(label: string, remark: readonly Inline[], columns: number): TableRow {
  if (columns < 2) {
    return { role: "remark", cells: [{ children: [{ type: "text", value: `${label}：` }, ...remark], align: "left" }] };
  }
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
          : column.value !== undefined || column.rank !== undefined
            ? "number"
            : source?.kind === "integer" ||
                source?.kind === "number" ||
                source?.kind === "percent" ||
                source?.kind === "numberOrText"
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
