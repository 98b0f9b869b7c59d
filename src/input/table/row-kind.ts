import type { CellValue, MergedRange, Sheet, SheetRow } from "../workbook.js";
import { normaliseHeading } from "./heading.js";
import type { HeadingBlock } from "./heading-row.js";
import type { WantedColumn } from "./raw-table.js";

/**
 * What a row below the headings is. Only `data` becomes rows of the table.
 *
 * - `blank`: nothing in any wanted column, or only a running number
 * - `heading`: headings or titles repeated for a printed page
 * - `example`: shows how to fill in the form
 * - `note`: 注, 备注, 说明, 填表人 and the like under the table
 * - `text`: one text merged over all wanted columns, without such a label
 * - `total`: 合计, 总计, 小计
 */
export type RowKind = "blank" | "heading" | "example" | "note" | "text" | "total" | "data";

/** Recognises rows by what a clerk writes into them; never by their position. */
export class RowClassifier {
  private readonly sheet: Sheet;
  /** Sheet column of each wanted column. */
  private readonly columns: readonly (number | undefined)[];
  private readonly runningNumber: number | undefined;
  /** Sheet column → texts that repeat its heading. */
  private readonly headingTexts: ReadonlyMap<number, ReadonlySet<string>>;
  private readonly titles: ReadonlySet<string>;

  constructor(
    sheet: Sheet,
    block: HeadingBlock,
    wanted: readonly WantedColumn[],
    columns: readonly (number | undefined)[],
  ) {
    this.sheet = sheet;
    this.columns = columns;
    this.runningNumber = columns[wanted.findIndex((column) => isRunningNumber(normaliseHeading(column.name)))];
    const headingTexts = new Map<number, Set<string>>();
    wanted.forEach((column, index) => {
      const sheetColumn = columns[index];
      if (sheetColumn === undefined) return;
      const names = [column.name, ...column.aliases].map(normaliseHeading);
      headingTexts.set(sheetColumn, new Set([...names, ...(block.textsByColumn.get(sheetColumn) ?? [])]));
    });
    this.headingTexts = headingTexts;
    this.titles = new Set(
      sheet.rows.slice(0, block.firstIndex).flatMap((row) => {
        const title = onlyText(row);
        return title === undefined ? [] : [title];
      }),
    );
  }

  classify(row: SheetRow): RowKind {
    const filled = this.filledColumns(row);
    if (filled.every((column) => column === this.runningNumber)) return "blank";
    if (this.repeatsHeadings(row, filled)) return "heading";
    const title = onlyText(row);
    if (title !== undefined && this.titles.has(title)) return "heading";

    const first = row.cells.findIndex((value) => value !== undefined);
    if ([first, filled[0] ?? first].some((column) => isExampleLabel(labelText(row.cells[column])))) return "example";
    if (this.isTotal(row, first, filled)) return "total";
    if (this.isNote(row, first, filled)) return "note";
    return this.isTextOverAll(row, filled) ? "text" : "data";
  }

  /** Sheet columns of the wanted cells that hold something, from left to right. */
  private filledColumns(row: SheetRow): number[] {
    return this.columns
      .filter((column) => column !== undefined)
      .filter((column) => row.cells[column] !== undefined)
      .sort((a, b) => a - b);
  }

  private repeatsHeadings(row: SheetRow, filled: readonly number[]): boolean {
    if (filled.length < Math.min(2, this.headingTexts.size)) return false;
    return filled.every((column) => {
      const value = row.cells[column];
      return typeof value === "string" && this.headingTexts.get(column)?.has(normaliseHeading(value)) === true;
    });
  }

  /** The label stands first in the row or in one of the first two wanted columns; after it come only numbers. */
  private isTotal(row: SheetRow, first: number, filled: readonly number[]): boolean {
    const [one, two] = [...this.headingTexts.keys()].sort((a, b) => a - b);
    const label = [first, one, two].find(
      (column) => column !== undefined && isTotalLabel(labelText(row.cells[column])),
    );
    if (label === undefined) return false;
    const labelMerge = this.mergeAt(row, label);
    return filled.every(
      (column) =>
        column <= label ||
        contains(labelMerge, column) ||
        isNumeric(row.cells[column]) ||
        this.comesFromAbove(row, column),
    );
  }

  /**
   * 注：… stands alone in its row or is merged over it. A bare 备注 may have its text beside it, in one cell or one merged cell.
   * A line of 填表人 and 审核人 may have any number of cells.
   */
  private isNote(row: SheetRow, first: number, filled: readonly number[]): boolean {
    const label = labelText(row.cells[first]);
    if (isSignatureLabel(label)) return true;
    const bare = isBareNoteLabel(label);
    if (!bare && !isNoteLabel(label)) return false;
    const labelMerge = this.mergeAt(row, first);
    const others = filled.filter((column) => column !== first && !contains(labelMerge, column));
    if (others.length === 0) return true;
    if (!bare) return false;
    const textMerge = this.mergeAt(row, others[0] ?? first);
    return others.length === 1 || others.every((column) => contains(textMerge, column));
  }

  private isTextOverAll(row: SheetRow, filled: readonly number[]): boolean {
    const [column] = filled;
    if (column === undefined || this.headingTexts.size < 2 || filled.length < this.headingTexts.size) return false;
    const merge = this.wideMergeAt(row, column);
    return typeof row.cells[column] === "string" && filled.every((other) => contains(merge, other));
  }

  private comesFromAbove(row: SheetRow, column: number): boolean {
    const merge = this.mergeAt(row, column);
    return merge !== undefined && merge.top < row.number - 1;
  }

  private mergeAt(row: SheetRow, column: number): MergedRange | undefined {
    const index = row.number - 1;
    return this.sheet.merges.find(
      (merge) => merge.top <= index && index <= merge.bottom && merge.left <= column && column <= merge.right,
    );
  }

  private wideMergeAt(row: SheetRow, column: number): MergedRange | undefined {
    // Asked of every row, so the search through all merged cells is kept for rows that say the same thing twice.
    const value = row.cells[column];
    return row.cells[column + 1] === value || row.cells[column - 1] === value ? this.mergeAt(row, column) : undefined;
  }
}

/** 序号 is derived, never data: a form is often numbered before it is filled in. */
export function isRunningNumber(normalisedHeading: string): boolean {
  return normalisedHeading === "序号" || normalisedHeading === "序";
}

function contains(merge: MergedRange | undefined, column: number): boolean {
  return merge !== undefined && merge.left <= column && column <= merge.right;
}

/** The text of a label, without blanks and with half-width punctuation. */
function labelText(value: CellValue | undefined): string {
  return typeof value === "string" ? value.normalize("NFKC").replace(/\s+/gu, "") : "";
}

/** The text of a row that holds one text only, once or merged over several cells. */
function onlyText(row: SheetRow): string | undefined {
  const values = row.cells.filter((value) => value !== undefined);
  const [text] = values;
  return typeof text === "string" && values.every((value) => value === text) ? labelText(text) : undefined;
}

function isExampleLabel(label: string): boolean {
  return /^(?:填写)?(?:示例|样例)(?:\d*$|[:(])/u.test(label) || /^[([【](?:填写)?(?:示例|样例)/u.test(label);
}

function isTotalLabel(label: string): boolean {
  return /^(?:合计|总计|小计|共计|累计):?$/u.test(label);
}

const noteWords = "注|备注|附注|注释|说明|备注说明|填表说明|填报说明|填写说明|注意|注意事项";

function isBareNoteLabel(label: string): boolean {
  return new RegExp(`^(?:${noteWords}):?$`, "u").test(label);
}

/** 注：…, 注1：…, （说明：…）, but not 注册管理局. */
function isNoteLabel(label: string): boolean {
  return new RegExp(`^[(*※]?(?:${noteWords})\\d*:`, "u").test(label);
}

function isSignatureLabel(label: string): boolean {
  const person = "(?:填表|制表|填报|审核|复核|审签|签发|经办|联系|负责|单位负责|主要负责|分管负责)人";
  const other = "(?:填表|制表|填报)(?:单位|部门|日期|时间)|联系电话|联系方式|分管领导|主要领导";
  return new RegExp(`^(?:${person}|${other})(?:\\((?:签字|签名|签章|盖章)\\))?(?::|$)`, "u").test(label);
}

/** A number, or a text that is one: 69, 98.8%, 1,234, 69个. */
function isNumeric(value: CellValue | undefined): boolean {
  if (typeof value === "number") return true;
  if (typeof value === "string") {
    return /^[-+]?[\d,]*\.?\d+%?[^\d]{0,2}$|^[-—/]+$/u.test(value.normalize("NFKC").replace(/\s+/gu, ""));
  }
  return typeof value === "object" && value.kind !== "date" && value.kind !== "time";
}
