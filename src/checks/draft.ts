import { placeInWords } from "../document/place-in-words.js";
import type { Place, Spot } from "../document/place.js";
import {
  cellText,
  plainText,
  text,
  type Attachment,
  type AttachmentList,
  type Cell,
  type CircularDocument,
  type Heading,
  type Inline,
  type Letterhead,
  type Table,
  type TableRow,
} from "../document/tree.js";
import { parseDate, type CivilDate } from "../facts/numbers/civil-date.js";
import type { CircularPeriod } from "../facts/numbers/period.js";
import { checkedText } from "./checked-text.js";
import { inferPeriod } from "./infer-period.js";
import { protectedSpans, type Span } from "./protected-spans.js";
import { holdsNeeded, type Needed } from "./search.js";
import { holdsAny } from "./holds-any.js";

/** What a passage is in the circular. */
export type PassageRole =
  | "mark"
  | "documentNumber"
  | "title"
  | "recipients"
  | "heading"
  | "headingBody"
  | "paragraph"
  | "attachmentListItem"
  | "issuer"
  | "date"
  | "disclosure"
  | "note"
  | "attachmentLabel"
  | "attachmentTitle"
  | "attachmentSubtitle"
  | "caption"
  | "remark"
  | "headerCell"
  | "cell"
  | "copyTo"
  | "printer"
  | "printDate";

/** Where a passage stands: rules of prose look at `body`, rules of tables at `attachment`. */
export type Region = "head" | "body" | "closing" | "attachment" | "imprint";

/** A stretch of running text that belongs together: a paragraph, a heading, one cell. */
export interface Passage {
  readonly role: PassageRole;
  readonly region: Region;
  /** Its characters, as far as they are checked; a heading's number is not among them (see `label`). */
  readonly text: string;
  readonly inlines: readonly Inline[];
  readonly path: Spot["path"];
  /** A heading's or list item's number as printed. */
  readonly label?: string;
  /** The heading itself, for `heading` and `headingBody`. */
  readonly heading?: Heading;
  /** Index into `Draft.attachments`, for passages of attachments. */
  readonly attachment?: number;
  /** For cells. */
  readonly cell?: { readonly table: DraftTable; readonly row: number; readonly column: number };
  /** How many more cells of the same column hold the same text; set only by `passagesAndCells`. */
  readonly repeated?: number | undefined;
}

/** An attachment with its tables. */
export interface DraftAttachment {
  readonly node: Attachment;
  readonly index: number;
  readonly label: Passage;
  /** One passage per line. */
  readonly title: readonly Passage[];
  /** The title on one line. */
  readonly titleText: string;
  readonly tables: readonly DraftTable[];
}

/** A table whose cells can be read like a sheet. */
export interface DraftTable {
  readonly node: Table;
  readonly path: Spot["path"];
  readonly attachment: number;
  /** Headings of the columns on one line. */
  readonly columns: readonly string[];
  /** Positions in `node.rows` of the rows that are records. */
  readonly records: readonly number[];
  /** The text of a cell; a cell covered by a merged one has the text of that one. `row` is a position in `node.rows`. */
  readonly textAt: (row: number, column: number) => string;
  /** The cell as a passage, to mark something in it; for a covered cell the one that covers it. */
  readonly cellAt: (row: number, column: number) => Passage;
}

/** What is known about a draft beyond its words; nothing of it for a .docx from elsewhere. */
export interface DraftContext {
  readonly period?: CircularPeriod;
  /** The full name of a unit that may be written short: 市统计局 → 潮州市统计局. */
  readonly fullName?: (name: string) => string;
  /** Where a record's value stands in the data: `source` is the row number in the sheet, or the line in the YAML file. */
  readonly placeOfRecord?: (dataset: string, source: number, column: string) => Place | undefined;
}

/**
 * A document tree made ready for proofreading: every passage with its role and place, tables that can be read cell by cell, and what
 * can be known about period and date. Built once and shared by all rules; linear in the size of the document.
 */
export interface Draft {
  readonly document: CircularDocument;
  readonly context: DraftContext;
  /** Everything but cells, in the order of the document. */
  readonly passages: readonly Passage[];
  readonly title: readonly Passage[];
  /** The title on one line. */
  readonly titleText: string;
  readonly letterhead: Letterhead | undefined;
  readonly headings: readonly Passage[];
  readonly attachmentList: AttachmentList | undefined;
  readonly attachmentItems: readonly Passage[];
  readonly attachments: readonly DraftAttachment[];
  readonly tables: readonly DraftTable[];
  /** 成文日期, if it can be read. */
  readonly date: CivilDate | undefined;
  /** From the edition, or else from the title; `undefined` if neither says. */
  readonly period: CircularPeriod | undefined;
  /** The passages with these roles. */
  readonly withRole: (...roles: readonly PassageRole[]) => readonly Passage[];
  /** Running prose of the circular itself: headings, their run-in bodies and paragraphs before the closing. */
  readonly body: readonly Passage[];
  /**
   * Everything, cells included, in order. Cells of one column with the same text come once, with the number of the others: what is
   * wrong in one is wrong in all.
   */
  readonly passagesAndCells: () => readonly Passage[];
  /** What nobody may touch or fault for its content: quotations, titles in 《》, URLs, codes, document numbers; in order, not overlapping. */
  readonly protectedIn: (passage: Passage) => readonly Span[];
  /**
   * False if none of the words stands anywhere in the draft, cells included, so that a pattern that needs one of them need not be looked
   * for: in an ordinary draft nearly all patterns find nothing, and to compile them takes most of the time that proofreading takes. Long
   * drafts are not searched, and anything may be in them: there compiling is nothing.
   */
  readonly mayHold: (needs: Needed) => boolean;
  /** The place in words: 正文 二、（三）第1段. */
  readonly placeOf: (path: Spot["path"]) => string;
}

const namesOrAddresses = "名称 账号 帐号 网址 域名 链接 地址 编码 标识码".split(" ");

/** Headings of columns that quote what others wrote, mistakes and all. */
const evidence = ["误", "错", "正"];
const partsOfEvidence = [
  ..."错误表述 错误内容 错误文字 错误信息 错别字 原文 原句 原话 应为 应改为 误写".split(" "),
  ...["正确", "规范", "建议", "修改"].flatMap((word) => ["表述", "写法", "为", "文字"].map((what) => word + what)),
];

/** True if the column holds names, addresses, codes or quoted mistakes, whose spelling is their owner's. */
export function holdsNames(columnName: string): boolean {
  return (
    columnName === "网站" ||
    columnName === "栏目" ||
    holdsAny(columnName, namesOrAddresses) ||
    evidence.includes(columnName) ||
    holdsAny(columnName, partsOfEvidence)
  );
}

/** See {@link Draft}. */
export function readDraft(document: CircularDocument, context: DraftContext = {}): Draft {
  const passages: Passage[] = [];
  const attachments: DraftAttachment[] = [];
  const add = (passage: Passage): Passage => {
    passages.push(passage);
    return passage;
  };
  const words = (
    role: PassageRole,
    region: Region,
    inlines: readonly Inline[],
    path: Spot["path"],
    more: Partial<Passage> = {},
  ): Passage => add({ role, region, text: checkedText(plainText(inlines)), inlines, path, ...more });
  const string = (role: PassageRole, region: Region, value: string, path: Spot["path"], more: Partial<Passage> = {}) =>
    words(role, region, [text(value)], path, more);
  const heading = (node: Heading, region: Region, path: Spot["path"], more: Partial<Passage> = {}): void => {
    words("heading", region, node.children, [...path, "children"], { ...more, label: node.label, heading: node });
    if (node.body !== undefined) words("headingBody", region, node.body, [...path, "body"], { ...more, heading: node });
  };

  document.children.forEach((block, index) => {
    const path = ["children", index] as const;
    switch (block.type) {
      case "letterhead":
        block.mark.forEach((line, position) => string("mark", "head", line, [...path, "mark", position]));
        if (block.documentNumber !== undefined) {
          string("documentNumber", "head", block.documentNumber, [...path, "documentNumber"]);
        }
        break;
      case "title":
        block.lines.forEach((line, position) => words("title", "head", line, [...path, "lines", position]));
        break;
      case "recipients":
        words("recipients", "head", block.children, [...path, "children"]);
        break;
      case "heading":
        heading(block, "body", path);
        break;
      case "paragraph":
        words("paragraph", "body", block.children, [...path, "children"]);
        break;
      case "attachmentList":
        block.items.forEach((item, position) => {
          const label = item.mark ?? (item.number === undefined ? undefined : `${String(item.number)}.`);
          words("attachmentListItem", "closing", item.name, [...path, "items", position, "name"], {
            ...(label === undefined ? {} : { label }),
          });
        });
        break;
      case "signature":
        block.issuers.forEach((issuer, position) => words("issuer", "closing", issuer, [...path, "issuers", position]));
        words("date", "closing", block.date, [...path, "date"]);
        break;
      case "disclosure":
        words("disclosure", "closing", block.children, [...path, "children"]);
        break;
      case "note":
        words("note", "closing", block.children, [...path, "children"]);
        break;
      case "attachment": {
        const more = { attachment: attachments.length };
        const tables: DraftTable[] = [];
        const label = string("attachmentLabel", "attachment", block.label, [...path, "label"], more);
        const title = block.title.map((line, position) =>
          words("attachmentTitle", "attachment", line, [...path, "title", position], more),
        );
        if (block.subtitle !== undefined) {
          words("attachmentSubtitle", "attachment", block.subtitle, [...path, "subtitle"], more);
        }
        block.children.forEach((child, position) => {
          const inner = [...path, "children", position];
          switch (child.type) {
            case "heading":
              heading(child, "attachment", inner, more);
              break;
            case "paragraph":
            case "caption":
            case "remark":
              words(child.type, "attachment", child.children, [...inner, "children"], more);
              break;
            case "table":
              tables.push(draftTable(child, inner, attachments.length));
              break;
            case "picture":
              break;
          }
        });
        const titleText = title.map((line) => line.text).join("");
        attachments.push({ node: block, index: attachments.length, label, title, titleText, tables });
        break;
      }
      case "imprint":
        if (block.copyTo !== undefined) words("copyTo", "imprint", block.copyTo, [...path, "copyTo"]);
        if (block.printer !== undefined) words("printer", "imprint", block.printer, [...path, "printer"]);
        if (block.printDate !== undefined) words("printDate", "imprint", block.printDate, [...path, "printDate"]);
        break;
    }
  });

  const byRole = new Map<PassageRole, Passage[]>();
  for (const passage of passages) {
    const known = byRole.get(passage.role);
    if (known === undefined) byRole.set(passage.role, [passage]);
    else known.push(passage);
  }
  const withRole = (...roles: readonly PassageRole[]): readonly Passage[] =>
    roles.length === 1 && roles[0] !== undefined
      ? (byRole.get(roles[0]) ?? [])
      : passages.filter((passage) => roles.includes(passage.role));
  const tables = attachments.flatMap((attachment) => attachment.tables);
  const title = withRole("title");
  const titleText = title.map((line) => line.text).join("");
  const dateText = withRole("date")[0]?.text;
  const spans = new Map<Passage, readonly Span[]>();
  let everything: readonly Passage[] | undefined;
  // Tables may have 100,000 rows, and most rules ask.
  const all = (): readonly Passage[] => (everything ??= [...passagesAndCells(passages, tables)]);
  let short: { readonly text: string | undefined } | undefined;
  const shortTextOf = (): string | undefined => (short ??= { text: shortText(all()) }).text;
  return {
    document,
    context,
    passages,
    title,
    titleText,
    letterhead: document.children.find((block) => block.type === "letterhead"),
    headings: withRole("heading"),
    attachmentList: document.children.find((block) => block.type === "attachmentList"),
    attachmentItems: withRole("attachmentListItem"),
    attachments,
    tables,
    date: dateText === undefined ? undefined : parseDate(dateText.replace(/\s/gu, "")),
    period: context.period ?? inferPeriod(titleText),
    withRole,
    body: passages.filter((passage) => passage.region === "body"),
    passagesAndCells: all,
    mayHold: (needs) => {
      const whole = shortTextOf();
      return whole === undefined || holdsNeeded(whole, needs);
    },
    protectedIn: (passage) => {
      const known = spans.get(passage);
      if (known !== undefined) return known;
      const found = protectedSpans(passage.text);
      spans.set(passage, found);
      return found;
    },
    placeOf: placeInWords(document),
  };
}

/** UTF-16 units of a draft in which words are looked for before patterns are made. */
const longestSearched = 100_000;

/** All texts in one, one per line, if they are short enough. */
function shortText(passages: readonly Passage[]): string | undefined {
  let whole = "";
  for (const { text } of passages) {
    whole += `${text}\n`;
    if (whole.length > longestSearched) return undefined;
  }
  return whole;
}

/** Passages first as they stand; an attachment's cells follow its other passages. */
function* passagesAndCells(passages: readonly Passage[], tables: readonly DraftTable[]): Generator<Passage> {
  yield* passages;
  for (const table of tables) yield* distinctCells(table);
}

function* distinctCells(table: DraftTable): Generator<Passage> {
  const { headerRows, rows, columns } = table.node;
  for (const [row, { cells }] of headerRows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell !== null && cellText(cell) !== "") yield headerCell(table, row, column);
    }
  }
  for (let column = 0; column < columns.length; column += 1) {
    /** By text: which of the different ones it is. */
    const places = new Map<string, number>();
    const firstRows: number[] = [];
    const counts: number[] = [];
    for (let row = 0; row < rows.length; row += 1) {
      const cell = rows[row]?.cells[column];
      if (cell === null || cell === undefined) continue;
      const value = cellText(cell);
      if (value === "") continue;
      const place = places.get(value);
      if (place === undefined) {
        places.set(value, counts.length);
        firstRows.push(row);
        counts.push(1);
      } else {
        counts[place] = (counts[place] ?? 0) + 1;
      }
    }
    for (let place = 0; place < counts.length; place += 1) {
      const count = counts[place] ?? 1;
      yield new CellPassage(table, firstRows[place] ?? 0, column, count === 1 ? undefined : count - 1);
    }
  }
}

/** A cell of a table's body. There may be half a million of them, so that what few rules ask for is made when it is asked for. */
class CellPassage implements Passage {
  readonly role = "cell";
  readonly region = "attachment";
  readonly text: string;

  constructor(
    readonly table: DraftTable,
    readonly row: number,
    readonly column: number,
    readonly repeated: number | undefined,
  ) {
    this.text = checkedText(cellText(this.node));
  }

  get attachment(): number {
    return this.table.attachment;
  }

  get inlines(): readonly Inline[] {
    const cell = this.node;
    return typeof cell === "string" ? [text(cell)] : cell.children;
  }

  get path(): Spot["path"] {
    return [...this.table.path, "rows", this.row, "cells", this.column];
  }

  get cell(): NonNullable<Passage["cell"]> {
    return this;
  }

  private get node(): Cell | string {
    return this.table.node.rows[this.row]?.cells[this.column] ?? "";
  }
}

function headerCell(table: DraftTable, row: number, column: number): Passage {
  const cell = table.node.headerRows[row]?.cells[column] ?? "";
  return {
    role: "headerCell",
    region: "attachment",
    text: checkedText(cellText(cell)),
    inlines: typeof cell === "string" ? [text(cell)] : cell.children,
    path: [...table.path, "headerRows", row, "cells", column],
    attachment: table.attachment,
    cell: { table, row, column },
  };
}

function draftTable(node: Table, path: Spot["path"], attachment: number): DraftTable {
  const { owners, width } = coveringCells(node.rows);
  const columnsCount = node.columns.length;
  /** Below 0 if no merged cell covers the place. */
  const ownerOf = (row: number, column: number): number => owners?.[row * columnsCount + column] ?? -1;
  const rawText = (row: number, column: number): string => cellText(node.rows[row]?.cells[column] ?? "");
  const table: DraftTable = {
    node,
    path,
    attachment,
    columns: node.columns.map((column) => column.name),
    records: node.rows.flatMap((row, index) => (row.role === "record" ? [index] : [])),
    textAt: (row, column) => {
      const owner = ownerOf(row, column);
      return owner < 0 ? rawText(row, column) : rawText(Math.floor(owner / width), owner % width);
    },
    cellAt: (row, column) => {
      const owner = ownerOf(row, column);
      return owner < 0
        ? new CellPassage(table, row, column, undefined)
        : new CellPassage(table, Math.floor(owner / width), owner % width, undefined);
    },
  };
  return table;
}

/** For each place (row × width + column), that of the merged cell that covers it, or −1; nothing if there are no merged cells. */
function coveringCells(rows: readonly TableRow[]): { readonly owners?: Int32Array; readonly width: number } {
  const width = rows[0]?.cells.length ?? 0;
  let owners: Int32Array | undefined;
  rows.forEach((row, rowIndex) => {
    row.cells.forEach((cell, columnIndex) => {
      if (cell === null || typeof cell === "string") return;
      const { rowSpan = 1, columnSpan = 1 } = cell;
      if (rowSpan === 1 && columnSpan === 1) return;
      owners ??= new Int32Array(rows.length * width).fill(-1);
      const position = rowIndex * width + columnIndex;
      for (let down = 0; down < rowSpan; down += 1) {
        for (let right = 0; right < columnSpan; right += 1) {
          if (down > 0 || right > 0) owners[(rowIndex + down) * width + columnIndex + right] = position;
        }
      }
    });
  });
  return owners === undefined ? { width } : { owners, width };
}
