import { commonSubsequence, intern } from "../sequence/common-subsequence.js";
import { similarity } from "../words/similarity.js";
import { joinedTexts, keyColumns, type ColumnPair, type PairedTables } from "./keys.js";

/** Which rows belong together, and the columns they were recognised by. */
export interface PairedRows {
  /** For each row of the older table its position in the newer one, or −1. */
  readonly partners: readonly number[];
  readonly key: readonly ColumnPair[];
}

/** A stretch of rows without partners is searched pair by pair only if it is this short. */
const searchedRows = 40;

/**
 * Pairs the rows of two tables: records by their key, rows with the same key by what else they hold and then in order; then, among
 * what is left, records that were renamed: the rest is equal and the name alike, or nothing else has this rest. 合计 and 备注 rows are
 * paired in order. Linear but for short stretches of rows without partners.
 */
export function pairRows(tables: PairedTables): PairedRows {
  const key = keyColumns(tables);
  const rows = new RowPairing(tables);
  rows.pairSpecialRows();
  const allColumns = tables.columns;
  if (key.length > 0) rows.pairEqual(key, allColumns);
  else rows.pairInOrder(allColumns);
  rows.pairEqual(allColumns, allColumns);
  rows.pairRenamed(key);
  return { partners: rows.partners, key };
}

class RowPairing {
  readonly partners: number[];
  private readonly origins: number[];

  constructor(private readonly tables: PairedTables) {
    this.partners = new Array<number>(tables.before.rows.length).fill(-1);
    this.origins = new Array<number>(tables.after.rows.length).fill(-1);
  }

  pairSpecialRows(): void {
    for (const role of ["total", "remark", "header"] as const) {
      const left = this.tables.before.rows.flatMap((row, index) => (row.role === role ? [index] : []));
      const right = this.tables.after.rows.flatMap((row, index) => (row.role === role ? [index] : []));
      const texts = (rows: readonly { readonly cells: readonly unknown[] }[], indexes: readonly number[]): string[] =>
        indexes.map((index) => JSON.stringify(rows[index]?.cells ?? []));
      const [leftTexts = [], rightTexts = []] = intern(
        texts(this.tables.before.rows, left),
        texts(this.tables.after.rows, right),
      );
      for (const [one, other] of commonSubsequence(leftTexts, rightTexts))
        this.pair(left[one] ?? -1, right[other] ?? -1);
      const leftRest = left.filter((index) => (this.partners[index] ?? 0) < 0);
      const rightRest = right.filter((index) => (this.origins[index] ?? 0) < 0);
      leftRest.forEach((index, position) => {
        this.pair(index, rightRest[position] ?? -1);
      });
    }
  }

  /** Pairs records that are equal in some columns: those that are equal in all first, the rest in order. */
  pairEqual(key: readonly ColumnPair[], all: readonly ColumnPair[]): void {
    const right = this.recordsByText("after", key);
    const contested = new Map<string, number[]>();
    for (const [text, left] of this.recordsByText("before", key)) {
      const candidates = right.get(text);
      if (candidates === undefined) continue;
      if (left.length === 1 && candidates.length === 1) this.pair(left[0] ?? -1, candidates[0] ?? -1);
      else contested.set(text, left);
    }
    for (const [text, left] of contested) {
      const candidates = right.get(text) ?? [];
      const [leftTexts = [], rightTexts = []] = intern(
        left.map((row) => this.text("before", row, all)),
        candidates.map((row) => this.text("after", row, all)),
      );
      for (const [one, other] of commonSubsequence(leftTexts, rightTexts)) {
        this.pair(left[one] ?? -1, candidates[other] ?? -1);
      }
      const rest = candidates.filter((row) => (this.origins[row] ?? 0) < 0);
      const leftRest = left.filter((row) => (this.partners[row] ?? 0) < 0);
      if (key.length === all.length) continue;
      leftRest.forEach((row, index) => {
        this.pair(row, rest[index] ?? -1);
      });
    }
  }

  /** For tables without a key: equal rows in order. */
  pairInOrder(all: readonly ColumnPair[]): void {
    const left = this.unpaired("before");
    const right = this.unpaired("after");
    const [leftTexts = [], rightTexts = []] = intern(
      left.map((row) => this.text("before", row, all)),
      right.map((row) => this.text("after", row, all)),
    );
    for (const [one, other] of commonSubsequence(leftTexts, rightTexts)) this.pair(left[one] ?? -1, right[other] ?? -1);
  }

  /** Pairs what is left between two rows that found each other, if it is alike. */
  pairRenamed(key: readonly ColumnPair[]): void {
    const rest = this.tables.columns.filter((column) => !key.includes(column));
    const gaps = this.gaps();
    const rareRests = rest.length < 2 || gaps.length === 0 ? new Set<string>() : this.textsThatOccurOnce(rest);
    for (const { left, right } of gaps) {
      if (left.length * right.length > searchedRows * searchedRows) this.pairLongGap(left, right, key, rest, rareRests);
      else this.pairShortGap(left, right, key, rest, rareRests);
    }
  }

  private pairShortGap(
    left: readonly number[],
    right: readonly number[],
    key: readonly ColumnPair[],
    rest: readonly ColumnPair[],
    rareRests: ReadonlySet<string>,
  ): void {
    const candidates: { readonly one: number; readonly other: number; readonly score: number }[] = [];
    left.forEach((one, leftIndex) => {
      right.forEach((other, rightIndex) => {
        const score = this.likeness(one, other, key, rest, rareRests);
        const distance = Math.abs(leftIndex - rightIndex) / searchedRows;
        if (score > 0) candidates.push({ one, other, score: score - distance * 0.1 });
      });
    });
    candidates.sort((a, b) => b.score - a.score || a.one - b.one || a.other - b.other);
    for (const { one, other } of candidates) {
      if ((this.partners[one] ?? 0) < 0 && (this.origins[other] ?? 0) < 0) this.pair(one, other);
    }
  }

  /** Too many to try each with each: those that are equal but for the key, in order, then their neighbours. */
  private pairLongGap(
    left: readonly number[],
    right: readonly number[],
    key: readonly ColumnPair[],
    rest: readonly ColumnPair[],
    rareRests: ReadonlySet<string>,
  ): void {
    const [leftTexts = [], rightTexts = []] = intern(
      left.map((row) => this.text("before", row, rest)),
      right.map((row) => this.text("after", row, rest)),
    );
    for (const [one, other] of commonSubsequence(leftTexts, rightTexts)) {
      const leftRow = left[one] ?? -1;
      const rightRow = right[other] ?? -1;
      if (this.likeness(leftRow, rightRow, key, rest, rareRests) > 0) this.pair(leftRow, rightRow);
    }
  }

  /** 0 if two rows are not one that was renamed or rewritten. */
  private likeness(
    one: number,
    other: number,
    key: readonly ColumnPair[],
    rest: readonly ColumnPair[],
    rareRests: ReadonlySet<string>,
  ): number {
    const { gridBefore, gridAfter } = this.tables;
    const alike = ({ before, after }: ColumnPair): number =>
      similarity(gridBefore.text(one, before), gridAfter.text(other, after));
    const average = (columns: readonly ColumnPair[]): number =>
      columns.length === 0 ? 1 : columns.reduce((sum, column) => sum + alike(column), 0) / columns.length;
    const restText = this.text("after", other, rest);
    const restIsEqual = this.text("before", one, rest) === restText;
    if (key.length === 0) {
      const score = average(rest);
      return score >= 0.5 ? score : 0;
    }
    const names = average(key);
    if (restIsEqual && rareRests.has(restText)) return 0.5 + names / 2;
    if (names < 0.4) return 0;
    const score = (names + average(rest)) / 2;
    return restIsEqual || score >= 0.7 ? score : 0;
  }

  /** The texts of some columns that occur once in each table, filled in at least two of them. */
  private textsThatOccurOnce(columns: readonly ColumnPair[]): Set<string> {
    const once = (side: "before" | "after"): Set<string> => {
      const seen = new Set<string>();
      const again = new Set<string>();
      const grid = side === "before" ? this.tables.gridBefore : this.tables.gridAfter;
      const table = side === "before" ? this.tables.before : this.tables.after;
      for (const [row, { role }] of table.rows.entries()) {
        if (role !== "record") continue;
        if (columns.filter((column) => grid.text(row, column[side]) !== "").length < 2) continue;
        const text = this.text(side, row, columns);
        if (seen.has(text)) again.add(text);
        seen.add(text);
      }
      for (const text of again) seen.delete(text);
      return seen;
    };
    const right = once("after");
    return new Set([...once("before")].filter((text) => right.has(text)));
  }

  /** Records without partners that stand between the same two rows on both sides. */
  private gaps(): { readonly left: readonly number[]; readonly right: readonly number[] }[] {
    const left = new Map<number, number[]>();
    let anchor = -1;
    this.partners.forEach((partner, row) => {
      if (partner >= 0) anchor = partner;
      else if (this.tables.before.rows[row]?.role === "record") append(left, anchor, row);
    });
    const right = new Map<number, number[]>();
    anchor = -1;
    this.origins.forEach((origin, row) => {
      if (origin >= 0) anchor = row;
      else if (this.tables.after.rows[row]?.role === "record") append(right, anchor, row);
    });
    return [...left].flatMap(([after, rows]) => {
      const others = right.get(after);
      return others === undefined ? [] : [{ left: rows, right: others }];
    });
  }

  private recordsByText(side: "before" | "after", columns: readonly ColumnPair[]): Map<string, number[]> {
    const result = new Map<string, number[]>();
    const grid = side === "before" ? this.tables.gridBefore : this.tables.gridAfter;
    const positions = columns.map((column) => column[side]);
    for (const row of this.unpaired(side)) append(result, joinedTexts(grid, row, positions), row);
    return result;
  }

  private unpaired(side: "before" | "after"): number[] {
    const table = this.tables[side];
    const known = side === "before" ? this.partners : this.origins;
    return table.rows.flatMap(({ role }, row) => (role === "record" && (known[row] ?? 0) < 0 ? [row] : []));
  }

  private text(side: "before" | "after", row: number, columns: readonly ColumnPair[]): string {
    const grid = side === "before" ? this.tables.gridBefore : this.tables.gridAfter;
    return joinedTexts(
      grid,
      row,
      columns.map((column) => column[side]),
    );
  }

  private pair(left: number, right: number): void {
    if (left < 0 || right < 0) return;
    this.partners[left] = right;
    this.origins[right] = left;
  }
}

function append<Key>(map: Map<Key, number[]>, key: Key, item: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
