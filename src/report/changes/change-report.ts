import type { Change, DocumentChanges, Layer } from "../../diff/changes.js";
import type { CircularDocument } from "../../document/tree.js";

/** One of the two drafts, as the report names it. */
export interface ReportedDraft {
  /** As the person wrote it: `data/chaozhou-2024q2@HEAD~1`. */
  readonly name: string;
  readonly document: CircularDocument;
}

/** A comparison of two drafts, ready to be written in one form or another. */
export interface ChangeReport {
  readonly before: ReportedDraft;
  readonly after: ReportedDraft;
  readonly comparison: DocumentChanges;
  /** All changes, cause before effect, numbered from 1 through all layers. */
  readonly changes: readonly NumberedChange[];
  /** The four layers, also those without changes. */
  readonly layers: readonly ReportedLayer[];
  /** What was not compared: whole sentences without 。 */
  readonly notCompared: readonly string[];
  /** What the reader should know of the drafts themselves: whole sentences without 。 */
  readonly remarks: readonly string[];
  /** False if a part of a draft could not be read, so that there may be more changes. */
  readonly complete: boolean;
}

export interface NumberedChange {
  readonly number: number;
  readonly change: Change;
  /** What brought it about, by number. */
  readonly causes: readonly NumberedChange[];
  /** What it brought about. */
  readonly effects: readonly NumberedChange[];
}

export interface ReportedLayer {
  readonly layer: Layer;
  readonly changes: readonly NumberedChange[];
}

/** In the order of the report: cause before effect. */
const layers: readonly Layer[] = ["data", "numbers", "text", "layout"];

export interface ChangeReportInput {
  readonly before: ReportedDraft;
  readonly after: ReportedDraft;
  readonly comparison: DocumentChanges;
  readonly notCompared?: readonly string[];
  readonly remarks?: readonly string[];
  readonly complete?: boolean;
}

/** Numbers the changes and connects causes with effects. */
export function changeReport(input: ChangeReportInput): ChangeReport {
  const { before, after, comparison, notCompared = [], remarks = [], complete = true } = input;
  const numbered = comparison.changes.map((change, index) => ({
    number: index + 1,
    change,
    causes: [] as NumberedChange[],
    effects: [] as NumberedChange[],
  }));
  const byId = new Map(numbered.map((one) => [one.change.id, one]));
  for (const one of numbered) {
    for (const id of one.change.causes) {
      const cause = byId.get(id);
      if (cause === undefined) continue;
      one.causes.push(cause);
      cause.effects.push(one);
    }
  }
  return {
    before,
    after,
    comparison,
    changes: numbered,
    layers: layers.map((layer) => ({ layer, changes: numbered.filter(({ change }) => change.layer === layer) })),
    notCompared: [...comparison.notCompared, ...notCompared],
    remarks,
    complete,
  };
}
