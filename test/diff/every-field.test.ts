import { describe, expect, it } from "vitest";
import { compareDocuments } from "../../src/diff/compare-documents.js";
import {
  cellText,
  text,
  type Appearance,
  type Attachment,
  type AttachmentBlock,
  type AttachmentListItem,
  type Block,
  type Cell,
  type CircularDocument,
  type DocumentProperties,
  type Table,
  type TableColumn,
  type TableRow,
} from "../../src/document/tree.js";
import { sampleDocument } from "../document/sample-document.js";

type Node = Block | AttachmentBlock;
type NodeOf<Type extends Node["type"]> = Extract<Node, { type: Type }>;

/** A value of each field that the sample document does not have: the compiler asks for those of fields that are new. */
type OtherValues = {
  readonly [Type in Node["type"]]: Required<Omit<NodeOf<Type>, "type" | "children" | "ordinal">> &
    Partial<NodeOf<Type>>;
};

const words = [text("别的文字")];
const row: TableRow = { role: "record", cells: [] };

const otherValues: OtherValues = {
  letterhead: {
    copyNumber: "000009",
    classification: "机密",
    urgency: "特急",
    mark: ["别的机关"],
    documentNumber: "别函〔2024〕1号",
  },
  title: { lines: [words] },
  recipients: { children: words },
  heading: { level: 3, label: "九、", children: words, body: words },
  paragraph: { children: words },
  attachmentList: { label: "附表", separator: ":", items: [] },
  signature: { issuers: [words], date: words },
  disclosure: { children: words },
  note: { children: words },
  attachment: { number: 9, label: "附件9", orientation: "landscape", title: [words], subtitle: words, children: [] },
  imprint: { copyTo: words, printer: words, printDate: words },
  table: { columns: [], headerRows: [row], rows: [row], key: [], dataset: "别的" },
  caption: { children: words },
  remark: { label: "说明：", children: words },
  picture: { format: "jpeg", data: "AAAA", widthPixels: 9, heightPixels: 9, alternativeText: "别的图" },
};

/** Where rows came from and how they are recognised is not printed. */
const unprinted = ["key", "dataset"];

const column: Required<Omit<TableColumn, "source">> = { name: "别的列", width: 99, align: "right", kind: "code" };
const cell: Required<Omit<Cell, "columnSpan" | "rowSpan">> = { children: words, align: "right" };
const item: Required<AttachmentListItem> = { number: 9, mark: "9、", name: words };
const properties: DocumentProperties = { title: "别的", issuer: "别的", date: "1999-01-01" };
const appearance: Appearance = {
  form: "letter",
  sealed: false,
  pageNumbers: "centre",
  latinFont: "body",
  boldHeadings: true,
  mirrorMargins: true,
};

function isNoticed(change: (document: CircularDocument) => CircularDocument): boolean {
  return !compareDocuments(sampleDocument(), change(sampleDocument())).equal;
}

/** Changes a field of the first block of a type, in the document or in an attachment. */
function withField(document: CircularDocument, type: string, field: string, value: unknown): CircularDocument {
  let count = 0;
  const changed = <Type extends Node>(block: Type): Type => {
    if (block.type !== type) return block;
    count += 1;
    if (count > 1) return block;
    return { ...block, [field]: value };
  };
  const children = document.children.map((block): Block => {
    const own = changed(block);
    return own.type === "attachment" ? { ...own, children: own.children.map(changed) } : own;
  });
  if (count === 0) throw new Error(`no ${type}`);
  return { ...document, children };
}

describe("no field of the document tree is overlooked", () => {
  const fields = Object.entries(otherValues).flatMap(([type, values]) =>
    Object.entries(values)
      .filter(([field]) => !unprinted.includes(field))
      .map(([field, value]): [string, string, unknown] => [type, field, value]),
  );

  it.each(fields)("%s %s", (type, field, value) => {
    expect(isNoticed((document) => withField(document, type, field, value))).toBe(true);
  });

  it.each(Object.entries(properties))("property %s", (field, value) => {
    expect(isNoticed((document) => ({ ...document, properties: { ...document.properties, [field]: value } }))).toBe(
      true,
    );
  });

  it.each(Object.entries(appearance))("appearance %s", (field, value) => {
    expect(isNoticed((document) => ({ ...document, appearance: { ...document.appearance, [field]: value } }))).toBe(
      true,
    );
  });

  it.each(Object.entries(item))("item of 附件说明: %s", (field, value) => {
    const change = (document: CircularDocument): CircularDocument => {
      const list = document.children.find((block) => block.type === "attachmentList")!;
      return withField(document, "attachmentList", "items", list.items.with(1, { ...list.items[1]!, [field]: value }));
    };
    expect(isNoticed(change)).toBe(true);
  });

  function firstTable(document: CircularDocument): Table {
    const attachments = document.children.filter((block): block is Attachment => block.type === "attachment");
    return attachments.flatMap(({ children }) => children).find((block) => block.type === "table")!;
  }

  it.each(Object.entries(column))("column %s", (field, value) => {
    const change = (document: CircularDocument): CircularDocument => {
      const { columns } = firstTable(document);
      return withField(document, "table", "columns", columns.with(1, { ...columns[1]!, [field]: value }));
    };
    expect(isNoticed(change)).toBe(true);
  });

  it.each(Object.entries(cell))("cell %s", (field, value) => {
    const change = (document: CircularDocument): CircularDocument => {
      const { rows } = firstTable(document);
      const cells = rows[0]!.cells;
      const at = cells.findLastIndex((one) => typeof one === "string");
      const changed = {
        ...rows[0]!,
        cells: cells.with(at, { children: [text(cellText(cells[at]!))], [field]: value }),
      };
      return withField(document, "table", "rows", rows.with(0, changed));
    };
    expect(isNoticed(change)).toBe(true);
  });

  it("role of a row", () => {
    const change = (document: CircularDocument): CircularDocument => {
      const { rows } = firstTable(document);
      return withField(document, "table", "rows", rows.with(0, { ...rows[0]!, role: "total" }));
    };
    expect(isNoticed(change)).toBe(true);
  });
});
