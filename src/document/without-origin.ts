import { readItemMark, readListBeginning } from "./attachment-list-text.js";
import { remarkLabelLength } from "./remark-label.js";
import { rowRole } from "./row-role.js";
import { columnAlignments, columnNames } from "./table-form.js";
import {
  cellText,
  plainText,
  text,
  type Attachment,
  type AttachmentBlock,
  type AttachmentList,
  type AttachmentListItem,
  type Block,
  type CircularDocument,
  type Imprint,
  type Inline,
  type Letterhead,
  type Remark,
  type Table,
  type TableRow,
} from "./tree.js";

/**
 * The document as far as a printed file can carry it: two documents that are equal afterwards print the same and are structured the same.
 *
 * What a file does not carry, and so is taken away or put into one form:
 *
 * - where text came from: values become text, neighbours one text, without places; `source` of rows and columns, `dataset` and `key` of
 *   tables (a `key` is no part of print);
 * - how a column was declared: `kind` is `text`, `width` is 1 (the layout widens columns of codes), `name` is what its heading says,
 *   `align` is that of most of its cells, which then say only what differs from it;
 * - `role` of a row is what its words say (`rowRole`);
 * - where the label of a remark or of 附件说明 ends, if not by its usual words;
 * - line breaks within a line of a title or a mark: they make two lines;
 * - fields that are there but empty, where nothing is printed for them: 发文字号, 印发机关, a 版记 without any part, and 印发机关 and date
 *   in a letter (§10.1), which prints none;
 * - characters that XML does not have (U+FFFD stands for them) and the kind of line breaks;
 * - the size in pixels of a picture, which is that of its bytes, and line breaks in its alternative text.
 */
export function withoutOrigin(document: CircularDocument): CircularDocument {
  const { properties, appearance, children } = document;
  return {
    type: "document",
    properties: {
      title: printable(properties.title),
      issuer: printable(properties.issuer),
      date: properties.date,
    },
    appearance,
    children: children.flatMap((block) => printedBlock(block, appearance.form)),
  };
}

function printedBlock(block: Block, form: CircularDocument["appearance"]["form"]): Block[] {
  switch (block.type) {
    case "letterhead":
      return [printedLetterhead(block)];
    case "title":
      return [{ ...block, lines: printedLines(block.lines) }];
    case "recipients":
    case "paragraph":
    case "disclosure":
    case "note":
      return [{ ...block, children: printed(block.children) }];
    case "heading":
      return [printedHeading(block)];
    case "attachmentList":
      return [printedAttachmentList(block)];
    case "signature":
      return [{ ...block, issuers: block.issuers.map(printed), date: printed(block.date) }];
    case "attachment":
      return [printedAttachment(block)];
    case "imprint":
      return printedImprint(block, form);
  }
}

function printedHeading<Node extends Extract<Block, { type: "heading" }>>(heading: Node): Node {
  const { children, body } = heading;
  return { ...heading, children: printed(children), ...(body === undefined ? {} : { body: printed(body) }) };
}

function printedLetterhead(letterhead: Letterhead): Letterhead {
  const { copyNumber, classification, urgency, mark, documentNumber } = letterhead;
  return {
    type: "letterhead",
    ...(copyNumber === undefined ? {} : { copyNumber: printable(copyNumber) }),
    ...(classification === undefined ? {} : { classification: printable(classification) }),
    ...(urgency === undefined ? {} : { urgency: printable(urgency) }),
    mark: mark.flatMap((line) => printable(line).split("\n")),
    ...(documentNumber === undefined || documentNumber === "" ? {} : { documentNumber: printable(documentNumber) }),
  };
}

/** As printed: `附件：1.甲`, then `2.乙`; what that tells again. */
function printedAttachmentList({ label, separator = "：", items }: AttachmentList): AttachmentList {
  const lines = items.map(({ number, mark, name }, index) => {
    const printedMark = mark ?? (number === undefined ? "" : `${String(number)}.`);
    return printable((index === 0 ? label + separator : "") + printedMark + plainText(name));
  });
  const [first = ""] = lines;
  const beginning = readListBeginning(first) ?? plainBeginning(first);
  return {
    type: "attachmentList",
    label: beginning.label,
    ...(beginning.separator === "：" ? {} : { separator: beginning.separator }),
    items: lines.map((line, index) => printedItem(index === 0 ? line.slice(beginning.end) : line)),
  };
}

function plainBeginning(line: string): { label: string; separator: string; end: number } {
  const colon = line.indexOf("：");
  if (colon < 0) return { label: "", separator: "", end: 0 };
  return { label: line.slice(0, colon), separator: "：", end: colon + 1 };
}

function printedItem(line: string): AttachmentListItem {
  const found = readItemMark(line);
  if (found === undefined) return { name: inlines(line) };
  const { number, mark, end } = found;
  const isUsual = mark === `${String(number)}.`;
  return { number, ...(isUsual ? {} : { mark }), name: inlines(line.slice(end)) };
}

function printedAttachment(attachment: Attachment): Attachment {
  const { title, subtitle, children } = attachment;
  return {
    ...attachment,
    title: printedLines(title),
    ...(subtitle === undefined ? {} : { subtitle: printed(subtitle) }),
    children: children.map(printedAttachmentBlock),
  };
}

function printedAttachmentBlock(block: AttachmentBlock): AttachmentBlock {
  switch (block.type) {
    case "heading":
      return printedHeading(block);
    case "paragraph":
    case "caption":
      return { ...block, children: printed(block.children) };
    case "remark":
      return printedRemark(block);
    case "table":
      return printedTable(block);
    case "picture": {
      const alternativeText = printable(block.alternativeText).replace(/[\n\t]/gu, " ");
      return { ...block, widthPixels: 1, heightPixels: 1, alternativeText };
    }
  }
}

function printedRemark({ label, children }: Remark): Remark {
  const whole = printable(label + plainText(children));
  const length = remarkLabelLength(whole);
  return { type: "remark", label: whole.slice(0, length), children: inlines(whole.slice(length)) };
}

function printedTable({ columns, headerRows, rows }: Table): Table {
  const alignOf = (cell: TableRow["cells"][number], column: number): "left" | "centre" | "right" =>
    (typeof cell === "string" ? undefined : cell?.align) ?? columns[column]?.align ?? "left";
  const aligns = columnAlignments(rows.length, columns.length, (row, column) => {
    const cell = rows[row]?.cells[column] ?? null;
    return cell === null ? undefined : alignOf(cell, column);
  });
  const header = headerRows.map(({ cells }): TableRow => ({
    role: "header",
    cells: cells.map((cell) =>
      printedCell(cell, (typeof cell === "string" ? undefined : cell?.align) ?? "centre", "centre"),
    ),
  }));
  const body = rows.map(({ cells }): TableRow => {
    const shown = cells.map((cell, column) => printedCell(cell, alignOf(cell, column), aligns[column] ?? "centre"));
    const texts = shown.flatMap((cell) => (cell === null ? [] : [cellText(cell)]));
    return { role: rowRole(texts), cells: shown };
  });
  return {
    type: "table",
    columns: columnNames(header, columns.length).map((name, index) => ({
      name,
      width: 1,
      align: aligns[index] ?? "centre",
      kind: "text",
    })),
    headerRows: header,
    rows: body,
    key: [],
  };
}

function printedCell(
  cell: TableRow["cells"][number],
  align: "left" | "centre" | "right",
  usual: "left" | "centre" | "right",
): TableRow["cells"][number] {
  if (cell === null) return null;
  const value = printable(cellText(cell));
  const { columnSpan = 1, rowSpan = 1 } = typeof cell === "string" ? {} : cell;
  if (columnSpan === 1 && rowSpan === 1 && align === usual) return value;
  return {
    children: inlines(value),
    ...(columnSpan === 1 ? {} : { columnSpan }),
    ...(rowSpan === 1 ? {} : { rowSpan }),
    ...(align === usual ? {} : { align }),
  };
}

function printedImprint({ copyTo, printer, printDate }: Imprint, form: string): Block[] {
  const imprint: Imprint = {
    type: "imprint",
    ...(copyTo === undefined ? {} : { copyTo: printed(copyTo) }),
    ...(printer === undefined || plainText(printer) === "" || form === "letter" ? {} : { printer: printed(printer) }),
    ...(printDate === undefined || form === "letter" ? {} : { printDate: printed(printDate) }),
  };
  return Object.keys(imprint).length === 1 ? [] : [imprint];
}

function printedLines(lines: readonly (readonly Inline[])[]): (readonly Inline[])[] {
  return lines.flatMap((line) => printable(plainText(line)).split("\n").map(inlines));
}

function printed(children: readonly Inline[]): readonly Inline[] {
  return inlines(printable(plainText(children)));
}

function inlines(value: string): readonly Inline[] {
  return value === "" ? [] : [text(value)];
}

/** Control characters, U+FFFE and U+FFFF, and surrogates without their other half (XML 1.0 §2.2). */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function printable(value: string): string {
  return value.replace(/\r\n?/gu, "\n").replace(forbidden, "\ufffd");
}
