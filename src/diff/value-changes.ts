import type { Value } from "../document/tree.js";
import type { Occurrence } from "./changes.js";
import type { Comparison, Draft } from "./draft.js";
import type { Edit } from "./edits.js";

/** A place where a value stood and another value, worked out in the same way, stands. */
export interface ChangedValue {
  readonly before: Value;
  readonly after: Value;
  readonly occurrence: Occurrence;
  readonly edits: readonly Edit[];
}

/** Collects the values that came out differently: one change for each, however often it is printed. */
export class ValueChanges {
  private readonly drafts = new Map<string, Draft>();

  constructor(private readonly comparison: Comparison) {}

  add({ before, after, occurrence, edits }: ChangedValue): Draft {
    const { expression } = after.provenance;
    // The same expression within a list or a grouped table is evaluated on other rows each time.
    const identity = JSON.stringify([
      ...[expression, before.value, after.value],
      ...[before.provenance.places, before.provenance.rows, after.provenance.places, after.provenance.rows],
    ]);
    const known = this.drafts.get(identity);
    if (known !== undefined) {
      known.occurrences.push(occurrence);
      known.edits.push(...edits);
      return known;
    }
    const draft = this.comparison.add({
      layer: "numbers",
      kind: "changed",
      element: "value",
      occurrences: [occurrence],
      edits: [...edits],
      by: "data",
      value: {
        expression,
        before: before.value,
        after: after.value,
        rowsBefore: rowCount([before]),
        rowsAfter: rowCount([after]),
      },
      provenances: { before: [before.provenance], after: [after.provenance] },
    });
    this.drafts.set(identity, draft);
    return draft;
  }
}

/** How many rows some values were worked out from. */
export function rowCount(values: readonly Value[]): number {
  let count = 0;
  for (const { provenance } of values) for (const { rows } of provenance.rows) count += rows.length;
  return count;
}
