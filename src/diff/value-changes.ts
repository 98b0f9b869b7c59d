import { appendAll } from "../document/append-all.js";
import type { Value } from "../document/tree.js";
import type { Occurrence, ValueDetail } from "./changes.js";
import type { Comparison, Draft } from "./draft.js";
import type { Edit } from "./edits.js";
import { formulaOf, valueIdentity } from "./value-identity.js";

/** A place where a value stood and another value, worked out in the same way, stands. */
export interface ChangedValue {
  readonly before: Value;
  readonly after: Value;
  readonly occurrence: Occurrence;
  readonly edits: readonly Edit[];
}

/** Collects the values that came out differently: one change for each, however often and by whichever formula it is printed. */
export class ValueChanges {
  private readonly drafts = new Map<string, Draft>();

  constructor(private readonly comparison: Comparison) {}

  add({ before, after, occurrence, edits }: ChangedValue): Draft {
    const identity = valueIdentity(before, after);
    const known = this.drafts.get(identity);
    if (known !== undefined) {
      known.occurrences.push(occurrence);
      appendAll(known.edits, edits);
      if (known.value !== undefined) known.value = withFormula(known.value, formulaOf(after));
      return known;
    }
    const draft = this.comparison.add({
      layer: isStatedWording([before, after]) ? "text" : "numbers",
      kind: "changed",
      element: "value",
      occurrences: [occurrence],
      edits: [...edits],
      by: "data",
      value: {
        expression: formulaOf(after),
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

/** Another formula by which the same number was worked out elsewhere is told as well. */
function withFormula(value: ValueDetail, expression: string): ValueDetail {
  const { otherExpressions = [] } = value;
  if (expression === value.expression || otherExpressions.includes(expression)) return value;
  return { ...value, otherExpressions: [...otherExpressions, expression] };
}

/** Whether values are words that the edition states as they are (整改.报送), and nothing that was counted or is a date. */
export function isStatedWording(values: readonly Value[]): boolean {
  return rowCount(values) === 0 && !values.some(({ value }) => /\d/u.test(value));
}

/** How many rows some values were worked out from. */
export function rowCount(values: readonly Value[]): number {
  let count = 0;
  for (const { provenance } of values) for (const { rows } of provenance.rows) count += rows.length;
  return count;
}
