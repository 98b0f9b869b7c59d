import type { Table, TableColumn } from "../../document/tree.js";
import { commonSubsequence, intern } from "../sequence/common-subsequence.js";
import { bagOf, bagSimilarity, similarity } from "../words/similarity.js";
import type { Grid } from "./grid.js";

/** How many rows are looked at to see whether two columns hold the same. */
const sampleSize = 500;

/**
 * Pairs the columns of two tables: by name in order, by name out of order, then, where a name is gone and another has come, by what
 * the columns hold or by the likeness of their names.
 *
 * @returns for each column of the older table its position in the newer one, or −1
 */
export function pairColumns(
  before: Table,
  after: Table,
  grids: { readonly before: Grid; readonly after: Grid },
): number[] {
  const partners = new Array<number>(before.columns.length).fill(-1);
  const taken = new Set<number>();
  const pair = (left: number, right: number): void => {
    partners[left] = right;
    taken.add(right);
  };
  const [leftNames = [], rightNames = []] = intern(before.columns.map(foldedName), after.columns.map(foldedName));
  for (const [left, right] of commonSubsequence(leftNames, rightNames)) pair(left, right);
  const leftRest = (): number[] => partners.flatMap((partner, column) => (partner < 0 ? [column] : []));
  const rightRest = (): number[] => after.columns.flatMap((_, column) => (taken.has(column) ? [] : [column]));
  for (const left of leftRest()) {
    const right = rightRest().find((column) => rightNames[column] === leftNames[left]);
    if (right !== undefined) pair(left, right);
  }
  const candidates: { readonly left: number; readonly right: number; readonly score: number }[] = [];
  for (const left of leftRest()) {
    for (const right of rightRest()) {
      const score = likeness(before, after, grids, left, right);
      if (score >= 0.5) candidates.push({ left, right, score });
    }
  }
  candidates.sort((one, other) => other.score - one.score || one.left - other.left || one.right - other.right);
  for (const { left, right } of candidates) if ((partners[left] ?? 0) < 0 && !taken.has(right)) pair(left, right);
  return partners;
}

function foldedName(column: TableColumn): string {
  return column.name.replace(/\s+/gu, "");
}

/** From 0 to 1: by the dataset's column, the name, what they hold; the same place counts a little. */
function likeness(
  before: Table,
  after: Table,
  grids: { readonly before: Grid; readonly after: Grid },
  left: number,
  right: number,
): number {
  const leftColumn = before.columns[left];
  const rightColumn = after.columns[right];
  if (leftColumn === undefined || rightColumn === undefined) return 0;
  if (leftColumn.source !== undefined && leftColumn.source === rightColumn.source) return 1;
  if (isOrdinalKind(leftColumn) !== isOrdinalKind(rightColumn)) return 0;
  const held = (grid: Grid, column: number): string[] =>
    Array.from({ length: Math.min(grid.rows.length, sampleSize) }, (_, row) => grid.text(row, column)).filter(
      (text) => text !== "",
    );
  const leftHeld = held(grids.before, left);
  const rightHeld = held(grids.after, right);
  const content = leftHeld.length + rightHeld.length === 0 ? 0.5 : bagSimilarity(bagOf(leftHeld), bagOf(rightHeld));
  const names = similarity(foldedName(leftColumn), foldedName(rightColumn));
  return Math.max(names, content * 0.9) + (left === right ? 0.1 : 0);
}

function isOrdinalKind(column: TableColumn): boolean {
  return column.kind === "ordinal";
}

const ordinalNames = /^(?:序\s*号|编\s*号|No\.?|№)$/iu;

/** Names of columns whose consecutive numbers mean something. */
const rankNames = /名次|排名|位次|得分|分数|数量|个数/u;

/**
 * Whether a column numbers the rows. Documents from elsewhere do not say: there 序号 does, and the first column if it counts from 1.
 */
export function isOrdinal(table: Table, grid: Grid, column: number): boolean {
  const definition = table.columns[column];
  if (definition === undefined) return false;
  if (definition.kind === "ordinal" || ordinalNames.test(definition.name.trim())) return true;
  if (column !== 0 || rankNames.test(definition.name)) return false;
  const numbers = numbering(grid, column);
  return numbers.count >= 3 && numbers.start === 1;
}

/** The numbers of a column that counts the records; `start` is absent if they are not consecutive. */
export interface Numbering {
  readonly count: number;
  readonly start?: number;
}

/** Reads the numbers of the records, one for each merged cell. */
export function numbering(grid: Grid, column: number): Numbering {
  let count = 0;
  let start: number | undefined;
  for (const [row, { role }] of grid.rows.entries()) {
    if (role !== "record" || grid.joinsAbove(row, column)) continue;
    const text = grid.text(row, column);
    if (grid.joinsLeft(row, column) || !/^(?:0|[1-9]\d{0,8})$/.test(text)) return { count };
    start ??= Number(text);
    if (Number(text) !== start + count) return { count };
    count += 1;
  }
  return start === undefined ? { count } : { count, start };
}
