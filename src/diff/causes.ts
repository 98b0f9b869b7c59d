import type { Provenance, RowSet } from "../document/tree.js";
import type { Draft } from "./draft.js";

/**
 * Finds the rows because of which values came out differently: rows of the same dataset that were added and are counted now, that
 * were removed and were counted before, or that changed so that they are counted on one side only. If there are none of these,
 * the changed rows that are counted on both sides are (a sum, a rate).
 */
export function findCauses(drafts: readonly Draft[]): void {
  const rows = drafts.filter(({ layer, kind, source }) => layer === "data" && kind !== "moved" && source !== undefined);
  if (rows.length === 0) return;
  const index = new RowIndex(rows);
  for (const draft of drafts) {
    if (draft.provenances === undefined) continue;
    const { before, after } = draft.provenances;
    for (const cause of index.causes(rowSets(before), rowSets(after))) draft.causes.add(cause);
  }
}

function rowSets(provenances: readonly Provenance[]): RowSet[] {
  return provenances.flatMap(({ rows }) => rows);
}

/** The changes of rows by the row of the dataset. */
class RowIndex {
  private readonly before = new Map<string, Map<number, Draft[]>>();
  private readonly after = new Map<string, Map<number, Draft[]>>();

  constructor(rows: readonly Draft[]) {
    for (const draft of rows) {
      const { source } = draft;
      if (source === undefined) continue;
      if (source.before !== undefined) append(this.before, source.dataset, source.before, draft);
      if (source.after !== undefined) append(this.after, source.dataset, source.after, draft);
    }
  }

  causes(before: readonly RowSet[], after: readonly RowSet[]): Set<Draft> {
    const counted = { before: this.touched(this.before, before), after: this.touched(this.after, after) };
    const oneSided = new Set<Draft>();
    for (const draft of counted.before) if (!counted.after.has(draft)) oneSided.add(draft);
    for (const draft of counted.after) if (!counted.before.has(draft)) oneSided.add(draft);
    return oneSided.size > 0 ? oneSided : counted.before;
  }

  private touched(
    index: ReadonlyMap<string, ReadonlyMap<number, readonly Draft[]>>,
    sets: readonly RowSet[],
  ): Set<Draft> {
    const found = new Set<Draft>();
    for (const { dataset, rows } of sets) {
      const known = index.get(dataset);
      if (known === undefined) continue;
      for (const row of rows) for (const draft of known.get(row) ?? []) found.add(draft);
    }
    return found;
  }
}

function append(index: Map<string, Map<number, Draft[]>>, dataset: string, row: number, draft: Draft): void {
  let rows = index.get(dataset);
  if (rows === undefined) {
    rows = new Map();
    index.set(dataset, rows);
  }
  const drafts = rows.get(row);
  if (drafts === undefined) rows.set(row, [draft]);
  else drafts.push(draft);
}
