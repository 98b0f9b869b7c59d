import { isMap, isTexts, mapAt, mapsAt, optionalText, textAt, textsAt, type Facts, type FactValue } from "./facts.js";
import type { GridCell, TableGrid } from "./table-grid.js";

/** What an attachment must look like to a reader. */
export interface ExpectedAttachment {
  /** Everything printed on its pages in order; `[table]` and `[picture]` stand for themselves. */
  readonly sequence: readonly string[];
  /** Absent where a picture stands in its place. */
  readonly table?: TableGrid;
  /** The number of records, without heading, 合计 and 备注 rows. */
  readonly records: number;
}

/** What the facts file says about one attachment, as it must be printed. */
export function expectedAttachment(facts: Facts): ExpectedAttachment {
  const remark = optionalText(facts, "注");
  const before = optionalText(facts, "注位置") === "表前";
  const remarks = remark === undefined ? [] : [`注：${remark}`];
  const table = optionalText(facts, "形式") === "图片" ? undefined : expectedTable(facts);
  return {
    sequence: [
      textAt(facts, "页面标识"),
      textAt(facts, "标题"),
      ...[optionalText(facts, "副题")].flatMap((subtitle) => subtitle ?? []),
      ...(before ? remarks : []),
      table === undefined ? "[picture]" : "[table]",
      ...(before ? [] : remarks),
    ],
    ...(table === undefined ? {} : { table }),
    records: table === undefined ? 0 : countRecords(facts["行"] ?? facts["行组"]),
  };
}

function expectedTable(facts: Facts): TableGrid {
  const columns = textsAt(facts, "列");
  const cells: GridCell[] = [];
  const put = (row: number, column: number, text: string, rowSpan = 1, columnSpan = 1): void => {
    cells.push({ text, row, column, rowSpan, columnSpan });
  };
  columns.forEach((name, column) => {
    put(0, column, name);
  });

  /** Places a row, or a group: its own values are cells merged down all of its rows. Returns the row after it. */
  const place = (group: Facts, firstRow: number): number => {
    const inner = Object.values(group).find(isMaps);
    const nextRow = inner === undefined ? firstRow + 1 : inner.reduce((row, member) => place(member, row), firstRow);
    for (const [name, value] of Object.entries(group)) {
      if (isMaps(value)) continue;
      const column = columns.indexOf(name);
      if (column === -1) throw new Error(`the facts file names no column ${name}`);
      put(firstRow, column, printedValue(value, facts), nextRow - firstRow);
    }
    return nextRow;
  };
  let row = 1;
  for (const group of mapsAt(facts, facts["行组"] === undefined ? "行" : "行组")) row = place(group, row);

  if (facts["合计"] !== undefined) {
    const totals = mapAt(facts, "合计");
    const summed = Object.keys(totals).filter((name) => name !== "标签");
    put(row, 0, textAt(totals, "标签"), 1, columns.length - summed.length);
    for (const name of summed) put(row, columns.indexOf(name), textAt(totals, name));
    row += 1;
  }
  if (facts["备注行"] !== undefined) {
    const remark = mapAt(facts, "备注行");
    put(row, 0, textAt(remark, "标签"));
    put(row, 1, textAt(remark, "内容"), 1, columns.length - 1);
    row += 1;
  }
  return {
    columns: columns.length,
    rows: row,
    cells: cells.sort((left, right) => left.row - right.row || left.column - right.column),
  };
}

function printedValue(value: FactValue, facts: Facts): string {
  if (isTexts(value)) return value.join(textAt(facts, "责任单位分隔"));
  if (typeof value !== "string") throw new Error("a cell of the facts file is neither text nor a list");
  return value;
}

function countRecords(groups: FactValue | undefined): number {
  if (!isMaps(groups)) return 0;
  return groups.reduce((sum, group) => sum + (countRecords(Object.values(group).find(isMaps)) || 1), 0);
}

function isMaps(value: FactValue | undefined): value is readonly Facts[] {
  return Array.isArray(value) && value.length > 0 && value.every(isMap);
}
