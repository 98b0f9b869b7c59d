import type { Diagnostic } from "./diagnostic.js";

/** So many equal messages below each other are told as one. */
const fewestToJoin = 5;

/**
 * Joins what is said again and again of the cells of one column, as of a column that is still empty: the first message stays and says
 * which rows it is about.
 *
 * For reading only: whoever counts, sorts or marks cells wants every single one.
 *
 * @param diagnostics in the order in which they are shown
 */
export function joinRepeated(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const key = columnKey(diagnostic) ?? `alone ${String(groups.size)}`;
    groups.set(key, [...(groups.get(key) ?? []), diagnostic]);
  }
  const joined = new Map<Diagnostic, Diagnostic | undefined>();
  for (const [first, ...others] of groups.values()) {
    if (first === undefined || others.length + 1 < fewestToJoin) continue;
    const rows = [first, ...others].map((diagnostic) => rowOf(diagnostic));
    joined.set(first, {
      ...first,
      message: `${first.message}（这一列共${String(rows.length)}处：第${listRows(rows)}行）`,
    });
    for (const other of others) joined.set(other, undefined);
  }
  return diagnostics.flatMap((diagnostic) => (joined.has(diagnostic) ? (joined.get(diagnostic) ?? []) : [diagnostic]));
}

/** Equal for diagnostics that say the same of cells in one column. */
function columnKey({ place, related, ...said }: Diagnostic): string | undefined {
  const letters = /^[A-Z]+(?=\d+$)/u.exec(place.cell ?? "")?.[0];
  if (letters === undefined || related !== undefined) return undefined;
  return JSON.stringify([place.file, place.sheet, letters, said]);
}

function rowOf({ place }: Diagnostic): number {
  return Number(/\d+$/u.exec(place.cell ?? "")?.[0] ?? 0);
}

/** 4至12、15 */
function listRows(rows: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range?.last === row - 1) range.last = row;
    else ranges.push({ first: row, last: row });
  }
  const texts = ranges.map(({ first, last }) => (first === last ? String(first) : `${String(first)}至${String(last)}`));
  return texts.length > 10 ? `${texts.slice(0, 10).join("、")}……` : texts.join("、");
}
