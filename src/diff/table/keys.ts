import type { Table } from "../../document/tree.js";
import type { Grid } from "./grid.js";

/** A column of the older and of the newer table that belong together. */
export interface ColumnPair {
  readonly before: number;
  readonly after: number;
}

/** The two tables, row by row, and the columns that both have. */
export interface PairedTables {
  readonly before: Table;
  readonly after: Table;
  readonly gridBefore: Grid;
  readonly gridAfter: Grid;
  /** The columns that both have, without those that only number the rows. */
  readonly columns: readonly ColumnPair[];
}

/** How many columns are tried together when a key has to be found. */
const triedColumns = 5;

/**
 * The columns by which rows are recognised: those the newer table declares (or the older one, if only that does); otherwise the
 * fewest, leftmost columns whose values occur once on each side and are found again on the other most often. Numbers that were
 * measured or counted are tried last: they are different by chance.
 *
 * @returns empty if no columns identify the rows
 */
export function keyColumns(tables: PairedTables): readonly ColumnPair[] {
  return declaredKey(tables) ?? inferredKey(tables);
}

function declaredKey({ before, after, columns }: PairedTables): readonly ColumnPair[] | undefined {
  const ofAfter = after.key.map((key) => columns.find((pair) => pair.after === key));
  const ofBefore = before.key.map((key) => columns.find((pair) => pair.before === key));
  for (const found of [ofAfter, ofBefore]) {
    const complete = found.filter((pair) => pair !== undefined);
    if (complete.length > 0 && complete.length === found.length) return complete;
  }
  return undefined;
}

function inferredKey(tables: PairedTables): readonly ColumnPair[] {
  const texts = tables.columns.filter((pair) => !isMeasured(tables, pair));
  const usable = texts.length > 0 ? texts : tables.columns;
  const singles = usable.map((pair) => ({ key: [pair], ...identification(tables, [pair]) }));
  let best: { key: readonly ColumnPair[]; overlap: number } | undefined;
  const consider = (candidates: readonly { key: readonly ColumnPair[]; unique: boolean; overlap: number }[]): void => {
    for (const { key, unique, overlap } of candidates) {
      if (unique && (best === undefined || overlap > best.overlap)) best = { key, overlap };
    }
  };
  consider(singles);
  if (best !== undefined && best.overlap > 0) return best.key;
  const promising = [...singles]
    .sort((one, other) => other.distinct - one.distinct)
    .slice(0, triedColumns)
    .flatMap(({ key }) => key)
    .sort((one, other) => one.after - other.after);
  const pairs = promising.flatMap((one, index) => promising.slice(index + 1).map((other) => [one, other]));
  consider(pairs.map((key) => ({ key, ...identification(tables, key) })));
  if (best !== undefined && best.overlap > 0) return best.key;
  consider([{ key: usable, ...identification(tables, usable) }]);
  return best?.key ?? [];
}

/** Whether the values of the columns occur once on each side, how many are on both, and how many there are. */
function identification(
  { gridBefore, gridAfter }: PairedTables,
  key: readonly ColumnPair[],
): { readonly unique: boolean; readonly overlap: number; readonly distinct: number } {
  const left = keyCounts(
    gridBefore,
    key.map(({ before }) => before),
  );
  const right = keyCounts(
    gridAfter,
    key.map(({ after }) => after),
  );
  let overlap = 0;
  for (const text of left.texts) if (right.texts.has(text)) overlap += 1;
  const unique = left.texts.size === left.records && right.texts.size === right.records;
  return { unique, overlap, distinct: Math.min(left.texts.size, right.texts.size) };
}

function keyCounts(
  grid: Grid,
  columns: readonly number[],
): { readonly texts: ReadonlySet<string>; readonly records: number } {
  const texts = new Set<string>();
  let records = 0;
  for (const [row, { role }] of grid.rows.entries()) {
    if (role !== "record") continue;
    records += 1;
    texts.add(joinedTexts(grid, row, columns));
  }
  return { texts, records };
}

/** The values of some columns of a row in one string; different values never give the same. */
export function joinedTexts(grid: Grid, row: number, columns: readonly number[]): string {
  if (columns.length === 1) return grid.text(row, columns[0] ?? 0);
  let result = "";
  for (const column of columns) {
    const text = grid.text(row, column);
    result += `${text.length}:${text}`;
  }
  return result;
}

function isMeasured({ before, after, gridAfter }: PairedTables, pair: ColumnPair): boolean {
  const kinds = [before.columns[pair.before]?.kind, after.columns[pair.after]?.kind];
  if (kinds.includes("code")) return false;
  if (kinds.includes("number")) return true;
  let numbers = 0;
  let filled = 0;
  for (let row = 0; row < Math.min(gridAfter.rows.length, 200); row += 1) {
    const text = gridAfter.text(row, pair.after);
    if (text === "") continue;
    filled += 1;
    if (/^[-+]?\d{1,7}(?:\.\d+)?%?$/.test(text)) numbers += 1;
  }
  return filled > 0 && numbers * 2 > filled;
}
