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
    const causes = index.causes(rowSets(before), rowSets(after));
    for (const cause of counted(causes, [...before, ...after])) draft.causes.add(cause);
  }
}

/**
 * If the formula names columns whose cells changed, the other cells of these rows had no part in it. A cell that was itself worked out
 * (排名) is an effect of the others.
 */
function counted(causes: ReadonlySet<Draft>, provenances: readonly Provenance[]): readonly Draft[] {
  const names = new Set(provenances.flatMap(({ expression }) => expression.split(/[\s()="“”]+/u)));
  const isNamed = ({ sourceColumn }: Draft): boolean => sourceColumn !== undefined && names.has(sourceColumn);
  const isGiven = ({ element, sourceColumn }: Draft): boolean => element !== "cell" || sourceColumn !== undefined;
  const all = [...causes];
  if (all.some(isNamed)) return all.filter((cause) => cause.element !== "cell" || isNamed(cause));
  return all.some(isGiven) ? all.filter(isGiven) : all;
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
      for (const row of source.before) append(this.before, source.dataset, row, draft);
      for (const row of source.after) append(this.after, source.dataset, row, draft);
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
