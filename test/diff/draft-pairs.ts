import { expect } from "vitest";
import {
  text,
  type Attachment,
  type AttachmentBlock,
  type Block,
  type CircularDocument,
  type Heading,
  type Inline,
  type Paragraph,
  type Table,
  type TableColumn,
  type TableRow,
} from "../../src/document/tree.js";
import { applyChanges } from "../../src/diff/apply-changes.js";
import { compareDocuments, type ComparisonOptions } from "../../src/diff/compare-documents.js";
import { printedForm } from "../document/printed-form.js";
import { summary } from "./summary.js";

/** The changes as lines, after making sure that they are all there: applied to the older draft they give the newer one. */
export function changesBetween(before: CircularDocument, after: CircularDocument, options?: ComparisonOptions): string {
  const changes = compareDocuments(before, after, options);
  expect(printedForm(applyChanges(before, changes))).toEqual(printedForm(after));
  return changes.equal ? "没有改动" : summary(changes);
}

/** A circular of these blocks, with a title. */
export function circular(...blocks: readonly Block[]): CircularDocument {
  return {
    type: "document",
    properties: { title: "关于检查情况的通报", issuer: "示例市人民政府办公室", date: "2024-07-10" },
    appearance: {
      form: "plain",
      sealed: false,
      pageNumbers: "outer",
      latinFont: "body",
      boldHeadings: false,
      mirrorMargins: false,
    },
    children: [{ type: "title", lines: [[text("关于检查情况的通报")]] }, ...blocks],
  };
}

export function paragraph(...children: readonly (string | Inline)[]): Paragraph {
  return { type: "paragraph", children: inlines(children) };
}

const chinese = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

export function heading(level: 1 | 2 | 3 | 4, ordinal: number, words: string, body?: string): Heading {
  const numeral = chinese[ordinal] ?? "";
  const label = { 1: `${numeral}、`, 2: `（${numeral}）`, 3: `${String(ordinal)}.`, 4: `（${String(ordinal)}）` }[
    level
  ];
  return {
    type: "heading",
    level,
    ordinal,
    label,
    children: [text(words)],
    ...(body === undefined ? {} : { body: [text(body)] }),
  };
}

/** A value counted from rows of the dataset 新媒体. */
export function counted(value: string, expression: string, rows: readonly number[]): Inline {
  return {
    type: "value",
    value,
    provenance: { expression, places: [], rows: [{ dataset: "新媒体", file: "inspection.yaml", rows }] },
  };
}

export function attachment(
  number: number | undefined,
  title: string,
  ...children: readonly AttachmentBlock[]
): Attachment {
  return {
    type: "attachment",
    ...(number === undefined ? {} : { number }),
    label: `附件${number === undefined ? "" : String(number)}`,
    orientation: "portrait",
    title: [[text(title)]],
    children,
  };
}

/** A row of cells; a cell that starts with ↓ and a number covers that many rows, ↑ belongs to the one above. */
export type Cells = readonly string[];

/**
 * A table that numbers its rows in the first column.
 *
 * @param key the names of the key columns; none for a table of a document from elsewhere
 */
export function numberedTable(names: readonly string[], key: readonly string[], records: readonly Cells[]): Table {
  const columns: TableColumn[] = ["序号", ...names].map((name, index) => ({
    name,
    width: 10,
    align: "left",
    kind: index === 0 ? "ordinal" : "text",
  }));
  const rows = records.map((cells, index): TableRow => ({
    role: "record",
    cells: [String(index + 1), ...cells.map(tableCell)],
    ...(key.length === 0 ? {} : { source: index + 2 }),
  }));
  return {
    type: "table",
    columns,
    headerRows: [{ role: "header", cells: ["序号", ...names] }],
    rows,
    key: key.map((name) => names.indexOf(name) + 1),
    ...(key.length === 0 ? {} : { dataset: "新媒体" }),
  };
}

function tableCell(written: string): TableRow["cells"][number] {
  if (written === "↑") return null;
  const span = /^↓(\d+)/u.exec(written);
  if (span === null) return written;
  return { children: [text(written.slice(span[0].length))], rowSpan: Number(span[1]) };
}

function inlines(children: readonly (string | Inline)[]): Inline[] {
  return children.map((child) => (typeof child === "string" ? text(child) : child));
}
