import { comparePlaces, compareText, type Place } from "../document/place.js";

/**
 * `error`: certainly wrong, nothing is written. `warning`: doubtful, the document is written all the same.
 * `hint`: a matter of taste or something worth knowing.
 */
export type Severity = "error" | "warning" | "hint";

/** One thing to tell the person who filled in the data or wrote the template. Plain data; the words come from the catalogue. */
export interface Diagnostic {
  /** A stable identifier from the catalogue, for instance `missing-column`. */
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  /** What is wrong, one sentence without a full stop. */
  readonly message: string;
  /** 实际: what is there. */
  readonly actual?: string;
  /** 应为: what should be there. */
  readonly expected?: string;
  /** 怎么办: what to do. */
  readonly hint?: string;
  /** Other places that matter, such as the first of two equal keys. */
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
}

/** What a catalogue entry says for given particulars. */
export interface Wording {
  readonly message: string;
  readonly actual?: string;
  readonly expected?: string;
  readonly hint?: string;
}

/** One entry of the catalogue: how bad it is and how it is worded. */
export interface CatalogueEntry<Particulars> {
  readonly severity: Severity;
  readonly word: (particulars: Particulars) => Wording;
}

/** Declares a catalogue entry; `Particulars` is inferred at each entry, so a call that forgets one does not compile. */
export function entry<Particulars>(
  severity: Severity,
  word: (particulars: Particulars) => Wording,
): CatalogueEntry<Particulars> {
  return { severity, word };
}

/**
 * Sorts by place, then code and message: the same input always reads the same. What says the same about the same place is one mistake
 * that was noticed several times, and becomes one diagnostic with all of their related places.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byMistake = new Map<string, Diagnostic>();
  for (const diagnostic of [...diagnostics].sort(compareDiagnostics)) {
    const { file, sheet, cell, line, column, part, spot } = diagnostic.place;
    const { code, message, actual } = diagnostic;
    const key = JSON.stringify([file, sheet, cell, line, column, part, spot, code, message, actual]);
    const known = byMistake.get(key);
    byMistake.set(key, known === undefined ? diagnostic : withRelated(known, diagnostic.related ?? []));
  }
  return [...byMistake.values()];
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    comparePlaces(a.place, b.place) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message) ||
    compareText(a.actual ?? "", b.actual ?? "")
  );
}

type Related = NonNullable<Diagnostic["related"]>;

function withRelated(diagnostic: Diagnostic, more: Related): Diagnostic {
  if (more.length === 0) return diagnostic;
  const all = new Map([...(diagnostic.related ?? []), ...more].map((related) => [JSON.stringify(related), related]));
  const related = [...all.values()].sort(
    (a, b) => comparePlaces(a.place, b.place) || compareText(a.message, b.message),
  );
  return { ...diagnostic, related };
}

/** True if anything is certainly wrong. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
