import { cellAddress, type MergedRange, type Sheet, type SheetRow } from "../workbook.js";
import { normaliseHeading } from "./heading.js";

/** How many non-empty rows at the top of a sheet may come before the headings end. */
export const headingSearchDepth = 30;

/** A heading as it stands in the sheet. Rows and columns count from 0. */
export interface SheetHeading {
  readonly row: number;
  readonly column: number;
  /** As written, without line breaks. */
  readonly text: string;
  /** As compared. */
  readonly normalised: string;
}

/** The row, or the two rows, that hold the headings. */
export interface HeadingBlock {
  /** Index into `sheet.rows` of the first row after the block. */
  readonly nextIndex: number;
  /** Index into `sheet.rows` of the first row of the block. */
  readonly firstIndex: number;
  /** One for each column that has a heading, from left to right. */
  readonly headings: readonly SheetHeading[];
  /** Everything that is written in the block in each column, normalised: a second row's group headings too. */
  readonly textsByColumn: ReadonlyMap<number, ReadonlySet<string>>;
}

export interface HeadingSearch {
  /** The best block, if it is good enough. */
  readonly block?: HeadingBlock;
  /** Otherwise the row that came closest: its number as in Excel and the headings that were recognised in it. */
  readonly closest?: { readonly row: number; readonly matched: readonly string[] };
}

/**
 * Looks for the row that holds the most wanted headings; of equally good ones the first. Headings may take two rows, with a heading
 * over several columns above: then the lower cell counts, and the upper one where the lower is no wanted heading.
 *
 * @param columnOf the wanted column that a normalised heading names
 * @param requiredCount how many of the wanted columns are required: more than half of them, or any two, make a heading row
 */
export function findHeadingRow(
  sheet: Sheet,
  columnOf: ReadonlyMap<string, number>,
  requiredCount: number,
): HeadingSearch {
  const top = new TopRows(sheet, columnOf);
  let best: Candidate | undefined;
  for (let index = 0; index < top.depth; index += 1) best = better(best, top.single(index));
  for (let index = 0; index + 1 < top.depth; index += 1) best = better(best, top.pair(index));
  if (best === undefined || best.matched.length === 0) return {};
  if (best.matched.length >= 2 || best.matched.length > requiredCount / 2) return { block: top.block(best) };
  return { closest: { row: sheet.rows[best.lastIndex]?.number ?? 0, matched: best.matched } };
}

interface Candidate {
  readonly firstIndex: number;
  readonly lastIndex: number;
  readonly headings: ReadonlyMap<number, SheetHeading>;
  /** The texts of the headings that are wanted, one for each wanted column. */
  readonly matched: readonly string[];
}

function better(best: Candidate | undefined, candidate: Candidate | undefined): Candidate | undefined {
  if (candidate === undefined) return best;
  return best === undefined || candidate.matched.length > best.matched.length ? candidate : best;
}

/** The rows of a sheet among which the headings are looked for. */
class TopRows {
  readonly depth: number;
  private readonly sheet: Sheet;
  private readonly columnOf: ReadonlyMap<string, number>;
  /** The merged cells that touch these rows. */
  private readonly merges: readonly MergedRange[];

  constructor(sheet: Sheet, columnOf: ReadonlyMap<string, number>) {
    this.sheet = sheet;
    this.columnOf = columnOf;
    this.depth = Math.min(sheet.rows.length, headingSearchDepth);
    const lastRow = sheet.rows[this.depth - 1]?.number ?? 0;
    this.merges = sheet.merges.filter((merge) => merge.top < lastRow);
  }

  single(index: number): Candidate {
    const headings = this.read(index);
    return { firstIndex: index, lastIndex: index, headings, matched: this.matched(headings) };
  }

  /** Two neighbouring rows as one block, if the upper one can be a row of headings over headings. */
  pair(index: number): Candidate | undefined {
    const upperRow = this.sheet.rows[index];
    const lowerRow = this.sheet.rows[index + 1];
    if (upperRow === undefined || lowerRow?.number !== upperRow.number + 1) return undefined;
    const upper = this.read(index);
    const lower = this.read(index + 1);
    const headings = new Map(upper);
    for (const [column, below] of lower) {
      const above = upper.get(column);
      if (above?.normalised === below.normalised) continue;
      if (!this.mayStandBelow(upperRow, lowerRow, column)) return undefined;
      if (above === undefined || this.isWanted(below) || !this.isWanted(above)) headings.set(column, below);
    }
    return { firstIndex: index, lastIndex: index + 1, headings, matched: this.matched(headings) };
  }

  /**
   * A lower heading stands under a blank, under a merged cell, or under a text that is alone over several columns. Without this
   * the first row of data could pass for a second row of headings.
   */
  private mayStandBelow(upperRow: SheetRow, lowerRow: SheetRow, column: number): boolean {
    if (upperRow.cells[column] === undefined) return true;
    if (this.mergeAt(upperRow.number - 1, column, isWide) !== undefined) return true;
    return upperRow.cells[column + 1] === undefined && lowerRow.cells[column + 1] !== undefined;
  }

  block(candidate: Candidate): HeadingBlock {
    const headings = [...candidate.headings.values()].sort((a, b) => a.column - b.column);
    const textsByColumn = new Map<number, Set<string>>();
    for (let index = candidate.firstIndex; index <= candidate.lastIndex; index += 1) {
      this.sheet.rows[index]?.cells.forEach((value, column) => {
        if (typeof value !== "string") return;
        const texts = textsByColumn.get(column) ?? new Set();
        textsByColumn.set(column, texts.add(normaliseHeading(value)));
      });
    }
    return {
      firstIndex: candidate.firstIndex,
      nextIndex: this.afterMergedHeadings(candidate),
      headings,
      textsByColumn,
    };
  }

  /** Rows into which wanted headings reach down by merging belong to the headings, whatever else stands in them. */
  private afterMergedHeadings(candidate: Candidate): number {
    const mostRows = 3;
    let bottom = (this.sheet.rows[candidate.lastIndex]?.number ?? 0) - 1;
    const lowest = (this.sheet.rows[candidate.firstIndex]?.number ?? 0) - 1 + mostRows - 1;
    for (const heading of candidate.headings.values()) {
      if (!this.isWanted(heading)) continue;
      const merge = this.mergeAt(heading.row, heading.column, () => true);
      if (merge !== undefined && merge.bottom <= lowest) bottom = Math.max(bottom, merge.bottom);
    }
    let next = candidate.lastIndex + 1;
    while ((this.sheet.rows[next]?.number ?? Infinity) - 1 <= bottom) next += 1;
    return next;
  }

  /** The headings of one row; a cell merged over several columns counts for its first. */
  private read(index: number): ReadonlyMap<number, SheetHeading> {
    const row = this.sheet.rows[index];
    const headings = new Map<number, SheetHeading>();
    row?.cells.forEach((value, column) => {
      if (typeof value !== "string") return;
      const merge = this.mergeAt(row.number - 1, column, () => true);
      if (merge !== undefined && merge.left !== column) return;
      const normalised = normaliseHeading(value);
      if (normalised === "") return;
      const text = value.replace(/\s+/gu, "");
      headings.set(column, { row: merge?.top ?? row.number - 1, column, text, normalised });
    });
    return headings;
  }

  private matched(headings: ReadonlyMap<number, SheetHeading>): string[] {
    const matched = new Map<number, string>();
    for (const heading of headings.values()) {
      const column = this.columnOf.get(heading.normalised);
      if (column !== undefined && !matched.has(column)) matched.set(column, heading.text);
    }
    return [...matched.values()];
  }

  private isWanted(heading: SheetHeading): boolean {
    return this.columnOf.has(heading.normalised);
  }

  private mergeAt(row: number, column: number, accept: (merge: MergedRange) => boolean): MergedRange | undefined {
    return this.merges.find(
      (merge) =>
        merge.top <= row && row <= merge.bottom && merge.left <= column && column <= merge.right && accept(merge),
    );
  }
}

function isWide(merge: MergedRange): boolean {
  return merge.right > merge.left;
}

/** `B3` */
export function headingCell(heading: SheetHeading): string {
  return cellAddress(heading.row, heading.column);
}
