import { diagnose } from "../../diagnostics/catalogue.js";
import type { MergedRange, Sheet } from "../workbook.js";
import { gridColumns, gridRows, parseCellReference, parseRange } from "./cell-reference.js";
import { missingText, type CellValues, type StoredCell } from "./cell-value.js";
import { resolveMergedCells, type RowInProgress } from "./merged-cells.js";
import type { ReadingBudget } from "./reading-budget.js";
import { RichText } from "./rich-text.js";
import { UnreadablePart } from "../../openxml/unreadable-part.js";
import { isTrue, parseXml } from "../../openxml/xml-events.js";
import type { XmlAttributes, XmlListener } from "../../openxml/xml-listener.js";
import type { Progress } from "../../progress/progress.js";

/** What reading a sheet needs from the rest of the workbook, and whom it tells about cells that are wrong. */
export interface SheetSurroundings {
  readonly values: CellValues;
  readonly budget: ReadingBudget;
  readonly reportMissingText: (row: number, column: number) => void;
  readonly reportLongText: (row: number, column: number, length: number) => void;
}

/**
 * Reads one `worksheet` part (ISO/IEC 29500-1, 18.3.1.99): its rows with values and its merged ranges. Everything else (formats of empty
 * cells, validations, drawings …) passes by without leaving anything in memory.
 *
 * @throws UnreadablePart if the part is damaged or the workbook holds more than it may
 */
export function readSheetPart(
  bytes: Uint8Array,
  surroundings: SheetSurroundings,
  progress?: Progress,
): Pick<Sheet, "rows" | "merges" | "coveredValues"> {
  const reader = new SheetReader(surroundings);
  parseXml(
    bytes,
    reader,
    progress && ((done, total) => progress.advance(reader.rowsRead, reader.rowsExpected(done / total))),
  );
  return reader.finish();
}

/** Each empty cell is looked up in every one of them. Whoever has this many has been told about enough cells. */
const mostArrays = 100;

class SheetReader implements XmlListener {
  readonly root = "worksheet";

  private readonly rows: RowInProgress[] = [];
  private readonly merges: MergedRange[] = [];
  private readonly hiddenEmptyRows = new Set<number>();
  /** What the sheet says of its size, which programs need not keep up to date. */
  private dimension: MergedRange | undefined;
  private ascending = true;
  private width = 0;

  private inData = false;
  /** Where the reader is, from 0. Rows and cells without `r` follow the ones before. */
  private row = -1;
  private column = -1;
  private rowSaysNumber = false;
  private rowHidden = false;
  /** The row's record: made when the first value turns up, so that empty rows cost nothing. */
  private record: RowInProgress | undefined;

  private inCell = false;
  private readonly cell: StoredCell = {
    type: undefined,
    style: 0,
    value: undefined,
    inline: undefined,
    formula: undefined,
  };
  /** Which of the cell's texts is being read. */
  private reading: "value" | "formula" | "inline" | undefined;
  private gathered = "";
  /** How deep in an element of the cell that is none of these, such as an extension. */
  private foreignDepth = 0;
  private readonly inline = new RichText();
  /** The range that the cell's array formula fills. */
  private arrayRange: string | undefined;
  /** Array formulas without stored results: the cells they fill have none either, and no formula that says so. */
  private readonly uncomputedArrays: { readonly range: MergedRange; readonly formula: string }[] = [];

  constructor(private readonly surroundings: SheetSurroundings) {}

  get rowsRead(): number {
    return this.rows.length;
  }

  /** How many rows there will be, where what the sheet says of its size fits the rows in the part of it that has been read. */
  rowsExpected(partRead: number): number | undefined {
    if (this.dimension === undefined) return undefined;
    const rows = this.dimension.bottom - this.dimension.top + 1;
    return this.rows.length <= rows && this.rows.length >= (rows * partRead) / 2 ? rows : undefined;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (!this.inData) {
      // Elements named row and c also stand in drawings and controls: only those of the data count.
      if (name === "sheetData") this.inData = true;
      else if (name === "mergeCell") this.addMerge(attributes["ref"] ?? "");
      else if (name === "dimension") this.dimension = parseRange(attributes["ref"] ?? "");
    } else if (!this.inCell) {
      if (name === "c") this.openCell(attributes);
      else if (name === "row") this.openRow(attributes);
    } else if (this.reading === "inline") this.inline.open(name, attributes);
    else if (this.reading === undefined && this.foreignDepth === 0) this.openInCell(name, attributes);
    else this.foreignDepth += 1;
  }

  text(text: string): void {
    if (this.reading === "inline") this.inline.text(text);
    else if (this.reading !== undefined && this.foreignDepth === 0) this.gathered += text;
  }

  close(name: string): void {
    if (this.inCell) {
      if (this.foreignDepth > 0) this.foreignDepth -= 1;
      else if (this.reading === "inline" && name !== "is") this.inline.close(name);
      else if (name === "c") this.closeCell();
      else this.closeInCell();
    } else if (name === "row") this.closeRow();
    else if (name === "sheetData") this.inData = false;
  }

  finish(): Pick<Sheet, "rows" | "merges" | "coveredValues"> {
    return resolveMergedCells({
      rows: this.ascending ? this.rows : joinRows(this.rows),
      merges: this.merges,
      width: this.width,
      isHiddenRow: (rowNumber) => this.hiddenEmptyRows.has(rowNumber),
      budget: this.surroundings.budget,
    });
  }

  private addMerge(reference: string): void {
    this.surroundings.budget.countMerge();
    const range = parseRange(reference);
    if (range !== undefined) this.merges.push(range);
  }

  private openRow(attributes: XmlAttributes): void {
    const number = attributes["r"];
    this.rowSaysNumber = number !== undefined;
    this.row = number === undefined ? this.row + 1 : Number(number) - 1;
    this.rowHidden = isTrue(attributes["hidden"]);
    this.column = -1;
    this.record = undefined;
    if (!Number.isInteger(this.row) || this.row < 0 || this.row >= gridRows)
      throw outsideTheGrid(number ?? String(this.row + 1));
  }

  private closeRow(): void {
    // A copy takes exactly the room it needs; an array that has grown cell by cell has twice that.
    if (this.record !== undefined) this.record.cells = this.record.cells.slice();
    else if (this.rowHidden) this.hiddenEmptyRows.add(this.row + 1);
    this.record = undefined;
  }

  private openCell(attributes: XmlAttributes): void {
    this.inCell = true;
    this.moveTo(attributes["r"]);
    const { cell } = this;
    cell.type = attributes["t"];
    const style = attributes["s"];
    cell.style = style === undefined ? 0 : Number(style);
    cell.value = cell.inline = cell.formula = undefined;
    this.arrayRange = undefined;
  }

  private moveTo(reference: string | undefined): void {
    const position = reference === undefined ? undefined : parseCellReference(reference);
    if (position === undefined) {
      this.column += 1;
    } else {
      this.column = position.column;
      // Where the row does not say its number its cells may.
      if (!this.rowSaysNumber && this.record === undefined) this.row = position.row;
    }
    if (this.row < 0 || this.column >= gridColumns) throw outsideTheGrid(reference ?? "");
    if (this.column >= this.width) this.width = this.column + 1;
  }

  private openInCell(name: string, attributes: XmlAttributes): void {
    if (name === "v") {
      this.reading = "value";
      this.gathered = "";
    } else if (name === "f") {
      this.reading = "formula";
      this.gathered = "";
      if (attributes["t"] === "array") this.arrayRange = attributes["ref"];
    } else if (name === "is") {
      this.reading = "inline";
      this.inline.start(attributes);
    } else this.foreignDepth = 1;
  }

  private closeInCell(): void {
    if (this.reading === "value") this.cell.value = this.gathered;
    else if (this.reading === "formula") this.cell.formula = this.gathered;
    else if (this.reading === "inline") this.cell.inline = this.inline.finish();
    this.reading = undefined;
  }

  private closeCell(): void {
    this.inCell = false;
    this.reading = undefined;
    const { cell, row, column } = this;
    if (cell.value === undefined && cell.inline === undefined && cell.formula === undefined) {
      if (this.uncomputedArrays.length > 0) this.markUncomputed();
      return;
    }
    const value = this.surroundings.values.of(cell);
    if (value === undefined) return;
    if (value === missingText) {
      this.surroundings.reportMissingText(row, column);
      return;
    }
    if (typeof value === "string" && value.length > this.surroundings.budget.limits.textLength) {
      this.surroundings.reportLongText(row, column, value.length);
    }
    if (this.arrayRange !== undefined && typeof value === "object" && value.kind === "formulaWithoutValue") {
      const range = parseRange(this.arrayRange);
      if (range !== undefined && this.uncomputedArrays.length < mostArrays)
        this.uncomputedArrays.push({ range, formula: value.formula });
    }
    this.store(value);
  }

  private markUncomputed(): void {
    const { row, column } = this;
    const array = this.uncomputedArrays.find(
      ({ range }) => row >= range.top && row <= range.bottom && column >= range.left && column <= range.right,
    );
    if (array !== undefined) this.store({ kind: "formulaWithoutValue", formula: array.formula });
  }

  private store(value: RowInProgress["cells"][number]): void {
    this.surroundings.budget.countCells(1);
    this.record ??= this.startRecord();
    this.record.cells[this.column] = value;
  }

  private startRecord(): RowInProgress {
    this.surroundings.budget.countRow();
    const number = this.row + 1;
    if (number <= (this.rows.at(-1)?.number ?? 0)) this.ascending = false;
    const record: RowInProgress = { number, hidden: this.rowHidden, cells: [] };
    this.rows.push(record);
    return record;
  }
}

/** Sorts rows that are out of order and joins those of the same number, of which a later cell replaces an earlier one. */
function joinRows(rows: readonly RowInProgress[]): RowInProgress[] {
  const joined: RowInProgress[] = [];
  for (const row of [...rows].sort((a, b) => a.number - b.number)) {
    const previous = joined.at(-1);
    if (previous?.number !== row.number) {
      joined.push(row);
      continue;
    }
    previous.hidden ||= row.hidden;
    row.cells.forEach((value, column) => {
      if (value !== undefined) previous.cells[column] = value;
    });
  }
  return joined;
}

function outsideTheGrid(where: string): UnreadablePart {
  return new UnreadablePart((place, part) =>
    diagnose("workbook-damaged-part", place, { part, detail: `位置“${where}”超出了 Excel 的范围` }),
  );
}
