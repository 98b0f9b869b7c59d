import { holdsNames, type Draft, type DraftTable, type Passage } from "./draft.js";
import { matchesIn } from "./matches-in.js";
import { isProtected } from "./protected-spans.js";

/** What `draft.passagesAndCells()` gives. */
export function allPassages(draft: Draft): readonly Passage[] {
  return draft.passagesAndCells();
}

/** The heading of the column that a cell stands in; `undefined` for anything but a cell. */
export function columnOf(passage: Passage): string | undefined {
  return passage.role === "cell" ? passage.cell?.table.columns[passage.cell.column] : undefined;
}

const namesColumns = new WeakMap<DraftTable, readonly boolean[]>();

/** True for a cell whose spelling is its owner's: the name of an account, an address, a code. */
export function isNameCell(passage: Passage): boolean {
  if (passage.role !== "cell" || passage.cell === undefined) return false;
  const { table, column } = passage.cell;
  let names = namesColumns.get(table);
  if (names === undefined) {
    names = table.columns.map(holdsNames);
    namesColumns.set(table, names);
  }
  return names[column] === true;
}

const own = new WeakMap<Draft, readonly Passage[]>();

/** Everything whose words and marks are the writer's own: no cells of names, addresses and codes, no document number. */
export function ownWords(draft: Draft): readonly Passage[] {
  const known = own.get(draft);
  if (known !== undefined) return known;
  const passages = allPassages(draft).filter(
    (passage) => passage.role !== "documentNumber" && passage.role !== "mark" && !isNameCell(passage),
  );
  own.set(draft, passages);
  return passages;
}

/**
 * The matches of a pattern in a passage, without those that begin or end in a quotation, a title in 《》, an address or a code.
 *
 * @param pattern with the flag `g`
 */
export function ownMatches(draft: Draft, passage: Passage, pattern: RegExp): readonly RegExpExecArray[] {
  const { text } = passage;
  const matches = matchesIn(text, pattern);
  if (matches.length === 0) return matches;
  const spans = draft.protectedIn(passage);
  return matches.filter((match) => {
    const last = match.index + Math.max(1, match[0].length) - 1;
    return !isProtected(spans, match.index) && !isProtected(spans, last);
  });
}
