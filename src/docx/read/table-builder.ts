import { appendAll } from "../../document/append-all.js";
import { numberOf, valueOf, attribute, isOn } from "./properties.js";
import type { XmlAttributes } from "../../openxml/xml-listener.js";
import type {
  ParagraphFormat,
  Segment,
  SourceBlock,
  SourceCell,
  SourceParagraph,
  SourceRow,
  SourceTable,
} from "./source.js";
import { blocksText } from "./source-text.js";

/** In so many rows at the beginning cells keep their paragraphs: a table longer than that is no mere layout. */
const rowsWithParagraphs = 40;

/** Gathers one `w:tbl` while it is read. Cells are reduced to their text at once, so that long tables stay small. */
export class TableBuilder {
  styleName = "";
  private readonly grid: number[] = [];
  private readonly rows: SourceRow[] = [];
  private deletedRows = 0;
  private cells: SourceCell[] = [];
  private row = { header: false, before: 0, after: 0, deleted: false };
  private cell: CellProperties = plainCell;
  readonly nestedTexts: string[] = [];
  /** Texts of text boxes in cells, which belong to no cell. */
  readonly boxTexts: string[] = [];

  /** @param nested in a cell of another table: its paragraphs become that cell's */
  constructor(private readonly nested: boolean) {}

  startRow(): void {
    this.cells = [];
    this.row = { header: false, before: 0, after: 0, deleted: false };
  }

  takeRowProperty(name: string, attributes: XmlAttributes): void {
    if (name === "tblHeader") this.row.header = isOn(attributes);
    else if (name === "gridBefore") this.row.before = count(valueOf(attributes), 0);
    else if (name === "gridAfter") this.row.after = count(valueOf(attributes), 0);
    else if (name === "del") this.row.deleted = true;
  }

  endRow(): void {
    const { header, before, after, deleted } = this.row;
    if (deleted) this.deletedRows += 1;
    else if (this.cells.length > 0) this.rows.push({ header, before, after, cells: this.cells });
  }

  addColumn(attributes: XmlAttributes): void {
    this.grid.push(Math.max(0, numberOf(attribute(attributes, "w")) ?? 0));
  }

  startCell(): void {
    this.cell = plainCell;
  }

  takeCellProperty(name: string, attributes: XmlAttributes): void {
    const change = (properties: Partial<CellProperties>): void => {
      this.cell = { ...this.cell, ...properties };
    };
    if (name === "gridSpan") change({ span: count(valueOf(attributes), 1) });
    else if (name === "vMerge") change({ vertical: valueOf(attributes) === "restart" ? "restart" : "continue" });
    else if (name === "hMerge") change({ horizontal: valueOf(attributes) === "restart" ? "restart" : "continue" });
    else if (name === "cellDel") change({ deleted: true });
  }

  endCell(blocks: readonly SourceBlock[]): void {
    const { deleted, ...properties } = this.cell;
    if (deleted) return;
    const paragraphs: SourceParagraph[] = [];
    for (const block of blocks) {
      if (block.kind === "paragraph") paragraphs.push(block);
      else {
        const flat = flatten(block);
        appendAll(paragraphs, flat);
        this.nestedTexts.push(flat.map(({ text }) => text).join(" "));
      }
    }
    const [only] = paragraphs;
    const keep = this.nested || this.rows.length < rowsWithParagraphs ? { paragraphs } : undefined;
    for (const { textBoxes = [] } of paragraphs) appendAll(this.boxTexts, textBoxes.map(blocksText));
    if (paragraphs.length === 1 && only?.label === "") {
      this.cells.push({
        text: only.text,
        paragraph: only.index,
        ...(only.segments === undefined ? undefined : { segments: only.segments }),
        ...properties,
        ...lookOf(only),
        ...keep,
      });
      return;
    }
    this.cells.push({ ...joined(paragraphs), ...properties, ...keep });
  }

  /** `undefined` if nothing of the table is left. */
  finish(): SourceTable | undefined {
    if (this.rows.length === 0 && (this.deletedRows > 0 || this.grid.length === 0)) return undefined;
    return { kind: "table", styleName: this.styleName, grid: this.grid, rows: this.rows };
  }
}

interface CellProperties {
  readonly span: number;
  readonly vertical: SourceCell["vertical"];
  readonly horizontal: SourceCell["horizontal"];
  readonly deleted: boolean;
}

const plainCell: CellProperties = { span: 1, vertical: "none", horizontal: "none", deleted: false };

/** ISO/IEC 29500-1, 17.4.17: Word has no more than 63 columns; some programs write more, none writes a thousand. */
const mostColumns = 1000;

function count(value: string | undefined, least: number): number {
  return Math.min(mostColumns, Math.max(least, Math.trunc(numberOf(value) ?? least)));
}

/** A table inside a cell as paragraphs: its cells' ones, row by row. */
function flatten(table: SourceTable): SourceParagraph[] {
  return table.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs ?? []));
}

/** Several paragraphs, one a line. Empty ones count only between others. */
function joined(
  paragraphs: readonly SourceParagraph[],
): Pick<SourceCell, "text" | "paragraph" | "segments" | "align" | "bold" | "code"> {
  const lines = paragraphs.map(({ label, text }) => label + text);
  let first = 0;
  let end = lines.length;
  while (end > first && lines[end - 1] === "") end -= 1;
  while (first < end && lines[first] === "") first += 1;
  let text = "";
  const segments: Segment[] = [];
  for (const paragraph of paragraphs.slice(first, end)) {
    if (text !== "" || segments.length > 0) text += "\n";
    text += paragraph.label;
    const start = text.length;
    const own = paragraph.segments ?? [{ start: 0, end: paragraph.text.length, paragraph: paragraph.index, offset: 0 }];
    appendAll(
      segments,
      own.map((segment) => ({ ...segment, start: start + segment.start, end: start + segment.end })),
    );
    text += paragraph.text;
  }
  const shown = paragraphs[first] ?? paragraphs[0];
  const look = shown === undefined ? { align: "left" as const, bold: false, code: false } : lookOf(shown);
  const paragraph = segments[0]?.paragraph ?? shown?.index ?? -1;
  return { text, paragraph, ...(segments.length === 0 ? {} : { segments }), ...look };
}

function lookOf({ format, runs }: SourceParagraph): {
  readonly align: ParagraphFormat["align"];
  readonly bold: boolean;
  readonly code: boolean;
} {
  return {
    align: format.align,
    bold: runs.length > 0 && runs.every((run) => run.format.bold || /黑体|heiti|simhei/i.test(run.format.eastAsia)),
    code: runs.length > 0 && runs.every((run) => run.format.characterStyle === "编码"),
  };
}
