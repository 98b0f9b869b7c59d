import type { Diagnostic } from "./diagnostic.js";

/** So many equal messages below each other are told as one. */
const fewestToJoin = 5;

/** So many places of a draft are named; more would bury the message. */
const mostParts = 5;

/**
 * Joins what is said again and again: of the cells of one column, as of a column that is still empty, the first message stays and says
 * which rows it is about; of a draft, where a template prints the same words at several places, it says which places.
 *
 * For reading only: whoever counts, sorts or marks cells wants every single one.
 *
 * @param diagnostics in the order in which they are shown
 */
export function joinRepeated(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const key = columnKey(diagnostic) ?? wordsKey(diagnostic) ?? `alone ${String(groups.size)}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [diagnostic]);
    else known.push(diagnostic);
  }
  const joined = new Map<Diagnostic, Diagnostic | undefined>();
  for (const [first, ...others] of groups.values()) {
    if (first === undefined || others.length === 0) continue;
    if (first.place.part !== undefined) {
      joined.set(first, { ...first, message: `${first.message}（${partWords([first, ...others])}）` });
      for (const other of others) joined.set(other, undefined);
      continue;
    }
    if (others.length + 1 < fewestToJoin) continue;
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

/** Equal for diagnostics about words of a draft that come from the same place of a file. */
function wordsKey({ place, related = [], ...said }: Diagnostic): string | undefined {
  if (place.part === undefined || related.length === 0) return undefined;
  const sources = related.filter(({ place: other }) => other.part === undefined);
  return sources.length < related.length ? undefined : JSON.stringify([place.file, said, sources]);
}

/** 共3处：附件1 注、附件2 注 */
function partWords(diagnostics: readonly Diagnostic[]): string {
  const parts = [...new Set(diagnostics.map(({ place }) => place.part ?? ""))];
  const named = parts.slice(0, mostParts).join("、");
  return `共${String(diagnostics.length)}处：${named}${parts.length > mostParts ? "等" : ""}`;
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
