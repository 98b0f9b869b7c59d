import {
  HeightRule,
  Paragraph,
  Table as DocxTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { describe, expect, it } from "vitest";
import type { Table } from "../../src/document/tree.js";
import { serialise } from "../../src/docx/serialise.js";
import { tableXml } from "../../src/docx/table.js";
import { findAll, parseXml, textOf, type XmlElement } from "./xml-tree.js";

/** Divides into eighths. */
const WIDTH = 8848;

/** Two header rows with merges in both directions, two-level vertical merges, a cell over several columns at the end. */
const GRID: Table = {
  type: "table",
  columns: [
    { name: "序号", width: 1, align: "centre", kind: "ordinal" },
    { name: "单位", width: 3, align: "left", kind: "text" },
    { name: "账号", width: 3, align: "left", kind: "text" },
    { name: "得分", width: 1, align: "right", kind: "number" },
  ],
  headerRows: [
    {
      role: "header",
      cells: [
        { children: [{ type: "text", value: "序号" }], rowSpan: 2 },
        { children: [{ type: "text", value: "检查对象" }], columnSpan: 2 },
        null,
        { children: [{ type: "text", value: "得分" }], rowSpan: 2 },
      ],
    },
    { role: "header", cells: [null, "单位", "账号", null] },
  ],
  rows: [
    {
      role: "record",
      cells: [
        { children: [{ type: "text", value: "1" }], rowSpan: 3 },
        { children: [{ type: "text", value: "甲局" }], rowSpan: 2 },
        "甲发布",
        "90",
      ],
    },
    { role: "record", cells: [null, null, "“甲”在线", ""] },
    { role: "record", cells: [null, "乙局", "乙<发布>&\n第二行", "100"] },
    {
      role: "remark",
      cells: ["备注", { children: [{ type: "text", value: "说明" }], columnSpan: 3, align: "centre" }, null, null],
    },
  ],
  key: [2],
};

const COLUMNS = [1106, 3318, 3318, 1106];

interface ExpectedCell {
  readonly column: number;
  readonly style: string;
  readonly text?: string;
  readonly hint?: true;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly keep?: true;
}

/** The same grid through the docx library's own classes; it works out `w:vMerge` by itself. */
function libraryTable(rows: readonly { readonly header: boolean; readonly cells: readonly ExpectedCell[] }[]): string {
  return serialise(
    new DocxTable({
      style: "CircularTable",
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: COLUMNS,
      layout: TableLayoutType.FIXED,
      rows: rows.map(({ header, cells }) => {
        return new TableRow({
          cantSplit: true,
          ...(header ? { tableHeader: true } : {}),
          height: { value: 374, rule: HeightRule.ATLEAST },
          children: cells.map((cell) => {
            const span = cell.columnSpan ?? 1;
            const width = COLUMNS.slice(cell.column, cell.column + span).reduce((sum, each) => sum + each, 0);
            return new TableCell({
              width: { size: width, type: WidthType.DXA },
              ...(span > 1 ? { columnSpan: span } : {}),
              ...(cell.rowSpan === undefined ? {} : { rowSpan: cell.rowSpan }),
              children: [
                new Paragraph({
                  style: cell.style,
                  ...(cell.keep === true ? { keepNext: true } : {}),
                  children: libraryRuns(cell),
                }),
              ],
            });
          }),
        });
      }),
    }),
  );
}

function libraryRuns(cell: ExpectedCell): TextRun[] {
  if (cell.text === undefined) return [];
  return [new TextRun({ text: cell.text, ...(cell.hint === true ? { font: { hint: "eastAsia" } } : {}) })];
}

/** What differs between the two without meaning anything: order of attributes and of row properties, the library's own borders. */
function normalised(element: XmlElement): unknown {
  if (element.name === "w:trPr") return { trPr: element.children.map((child) => JSON.stringify(child)).sort() };
  return {
    name: element.name,
    attributes: Object.fromEntries(Object.entries(element.attributes).sort(([a], [b]) => (a < b ? -1 : 1))),
    children: element.children
      .filter((child) => typeof child === "string" || child.name !== "w:tblBorders")
      .map((child) => (typeof child === "string" ? child : normalised(child))),
  };
}

function wrapped(xml: string): XmlElement {
  return parseXml(`<root xmlns:w="w">${xml}</root>`);
}

describe("tables as strings", () => {
  it("are what the docx library makes of the same grid", () => {
    const first = { column: 0, style: "TableCentre" };
    const second = { column: 1, style: "TableLeft" };
    const third = { column: 2, style: "TableLeft" };
    const fourth = { column: 3, style: "TableRight" };
    const header = { style: "TableHeader" };
    const keep = { keep: true } as const;
    const rows = [
      {
        header: true,
        cells: [
          { ...header, column: 0, text: "序号", rowSpan: 2 },
          { ...header, column: 1, text: "检查对象", columnSpan: 2 },
          { ...header, column: 3, text: "得分", rowSpan: 2 },
        ],
      },
      {
        header: true,
        cells: [
          { ...header, column: 1, text: "单位" },
          { ...header, column: 2, text: "账号" },
        ],
      },
      {
        header: false,
        cells: [
          { ...first, ...keep, text: "1", rowSpan: 3 },
          { ...second, ...keep, text: "甲局", rowSpan: 2 },
          { ...third, ...keep, text: "甲发布" },
          { ...fourth, ...keep, text: "90" },
        ],
      },
      {
        header: false,
        cells: [
          { ...third, ...keep, text: "“甲”在线", hint: true as const },
          { ...fourth, ...keep },
        ],
      },
      {
        header: false,
        cells: [
          { ...second, ...keep, text: "乙局" },
          { ...third, ...keep, text: "乙<发布>&" },
          { ...fourth, ...keep, text: "100" },
        ],
      },
      {
        header: false,
        cells: [
          { ...first, text: "备注" },
          { column: 1, style: "TableCentre", text: "说明", columnSpan: 3 },
        ],
      },
    ];
    const library = wrapped(libraryTable(rows));
    const withoutLineBreak: Table = {
      ...GRID,
      rows: GRID.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (typeof cell === "string" ? cell.replace("\n第二行", "") : cell)),
      })),
    };
    const ours = wrapped(tableXml(withoutLineBreak, WIDTH, false));
    // The library leaves the cells under a merged one without a style of ours; theirs are compared by their merge only.
    expect(dropContinuedParagraphs(normalised(ours))).toEqual(dropContinuedParagraphs(normalised(library)));
  });

  it("break lines in a cell with w:br and keep markup as text", () => {
    const table = wrapped(tableXml(GRID, WIDTH, false));
    const cell = findAll(table, "w:tc").find((each) => textOf(each).startsWith("乙<"))!;
    const [run] = findAll(cell, "w:r");
    expect(run!.children.map((child) => (typeof child === "string" ? child : child.name))).toEqual([
      "w:t",
      "w:br",
      "w:t",
    ]);
    expect(textOf(cell)).toBe("乙<发布>&第二行");
  });

  it("repeat the header rows and split no row", () => {
    const rows = findAll(wrapped(tableXml(GRID, WIDTH, false)), "w:tr");
    expect(rows.map((row) => findAll(row, "w:tblHeader").length)).toEqual([1, 1, 0, 0, 0, 0]);
    expect(rows.map((row) => findAll(row, "w:cantSplit").length)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it("keep the rows of a small merged cell together, the last record with 备注, and the last row with a remark that follows", () => {
    const kept = (keepWithNext: boolean): boolean[] =>
      findAll(wrapped(tableXml(GRID, WIDTH, keepWithNext)), "w:tr").map((row) => findAll(row, "w:keepNext").length > 0);
    expect(kept(false)).toEqual([false, false, true, true, true, false]);
    expect(kept(true)).toEqual([false, false, true, true, true, true]);
  });

  it("do not keep the rows of a large merged cell together, which may be higher than a page", () => {
    const rows = Array.from({ length: 7 }, (_, index) => ({
      role: "record" as const,
      cells: [index === 0 ? { children: [{ type: "text" as const, value: "1" }], rowSpan: 7 } : null, "甲", "乙", "丙"],
    }));
    expect(tableXml({ ...GRID, rows }, WIDTH, false)).not.toContain("w:keepNext");
  });

  it("set codes in one Latin font, in a column wide enough for the longest", () => {
    const columns = GRID.columns.map((column, index) =>
      index === 2 ? { ...column, width: 0.5, kind: "code" as const } : column,
    );
    const rows = [{ role: "record" as const, cells: ["1", "甲", "44510000-0001-ABCDEF", "1"] }];
    const table = wrapped(tableXml({ ...GRID, columns, rows }, WIDTH, false));
    expect(findAll(table, "w:rStyle").map(({ attributes }) => attributes["w:val"])).toEqual(["CodeText"]);
    const width = Number(findAll(table, "w:gridCol")[2]!.attributes["w:w"]);
    // 20 characters of 12 pt, half of them digits of 6 pt, the capitals up to 8.7 pt.
    expect(width).toBeGreaterThan(14 * 120 + 6 * 174);
  });

  it("fill holes that no merged cell covers with empty cells", () => {
    const rows = [{ role: "record" as const, cells: ["1", null] }];
    const table = wrapped(tableXml({ ...GRID, rows }, WIDTH, false));
    expect(findAll(findAll(table, "w:tr")[2]!, "w:tc")).toHaveLength(4);
    expect(findAll(findAll(table, "w:tr")[2]!, "w:vMerge")).toHaveLength(0);
  });

  it("hold 20,000 rows, each of them", () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => ({
      role: "record" as const,
      cells: [String(index + 1), "潮州市教育局", `账号${String(index)}`, "90"],
    }));
    const xml = tableXml({ ...GRID, rows }, WIDTH, false);
    expect(xml.length).toBeGreaterThan(20_000 * 600);
    expect(xml.split("<w:tr>")).toHaveLength(1 + GRID.headerRows.length + rows.length);
  });
});

function dropContinuedParagraphs(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { name, children, ...rest } = value as { name?: string; children?: readonly unknown[] };
  if (children === undefined) return value;
  const continued = name === "w:tc" && JSON.stringify(children).includes('"w:val":"continue"');
  return {
    name,
    ...rest,
    children: (continued ? children.slice(0, 1).map(onlyMerge) : children).map(dropContinuedParagraphs),
  };
}

/** The library gives a cell under a merged one no width. */
function onlyMerge(properties: unknown): unknown {
  const { children, ...rest } = properties as { children: readonly { name: string }[] };
  return { ...rest, children: children.filter(({ name }) => name !== "w:tcW") };
}
