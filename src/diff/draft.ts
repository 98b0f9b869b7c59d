import { placeInWords } from "../document/place-in-words.js";
import type { CircularDocument, Provenance } from "../document/tree.js";
import type {
  Change,
  ChangedElement,
  ChangeKind,
  Layer,
  Occurrence,
  RowDetail,
  Side,
  TextSpan,
  ValueDetail,
} from "./changes.js";
import type { Edit, Path } from "./edits.js";
import type { TemplateSources } from "./who-wrote.js";

/** A change that is still being worked out: its causes and what follows from it are not all known. */
export interface Draft {
  readonly layer: Layer;
  readonly kind: ChangeKind;
  readonly element: ChangedElement;
  readonly occurrences: Occurrence[];
  readonly edits: Edit[];
  readonly causes: Set<Draft>;
  row?: RowDetail;
  column?: string;
  /** For a cell: what the dataset calls its column. */
  readonly sourceColumn?: string;
  value?: ValueDetail;
  by?: Change["by"];
  remark?: string;
  /** The row numbers of its dataset that it is about, to find what follows from it. */
  source?: RowSource;
  /** Where the values that changed came from, to find their causes. */
  readonly provenances?: { readonly before: readonly Provenance[]; readonly after: readonly Provenance[] };
}

/** The rows of a dataset behind a row of a table, or behind those that a merged cell covers. */
export interface RowSource {
  readonly dataset: string;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** What a change needs to be written down; the rest is added later. */
export type NewDraft = Pick<Draft, "layer" | "kind" | "element"> &
  Partial<Omit<Draft, "layer" | "kind" | "element" | "causes">> & { readonly causes?: Iterable<Draft> };

/** The two documents with the words for their places, and the changes found so far. */
export class Comparison {
  private readonly drafts: Draft[] = [];
  private readonly wordsBefore: (path: Path) => string;
  private readonly wordsAfter: (path: Path) => string;

  constructor(
    readonly before: CircularDocument,
    readonly after: CircularDocument,
    readonly templates?: TemplateSources,
  ) {
    this.wordsBefore = placeInWords(before);
    this.wordsAfter = placeInWords(after);
  }

  add(change: NewDraft): Draft {
    const draft: Draft = {
      ...change,
      occurrences: change.occurrences ?? [],
      edits: change.edits ?? [],
      causes: new Set(change.causes ?? []),
    };
    this.drafts.push(draft);
    return draft;
  }

  /** Takes back a change that turned out to be part of another one, which takes over its places and edits. */
  merge(draft: Draft, into: Draft): void {
    this.drafts.splice(this.drafts.indexOf(draft), 1);
    for (const occurrence of draft.occurrences) into.occurrences.push(occurrence);
    for (const edit of draft.edits) into.edits.push(edit);
  }

  /** Orders the changes found since there were `start` of them. */
  sortFrom(start: number, rank: (draft: Draft) => number): void {
    const recent = this.drafts.splice(start).map((draft) => ({ draft, rank: rank(draft) }));
    recent.sort((one, other) => (one.rank < other.rank ? -1 : one.rank > other.rank ? 1 : 0));
    for (const { draft } of recent) this.drafts.push(draft);
  }

  all(): readonly Draft[] {
    return this.drafts;
  }

  /** A place in the older document, with all its text unless told which part of it. */
  sideBefore(path: Path, text: string, part?: { readonly start: number; readonly end: number }): Side {
    return { place: this.wordsBefore(path), spot: { path, start: 0, end: text.length, ...part }, text };
  }

  sideAfter(path: Path, text: string, part?: { readonly start: number; readonly end: number }): Side {
    return { place: this.wordsAfter(path), spot: { path, start: 0, end: text.length, ...part }, text };
  }
}

/** The spans of a text that is on one side only. */
export function wholeSpan(kind: TextSpan["kind"], text: string): TextSpan[] {
  return text === "" ? [] : [{ kind, text }];
}

/** The spans of a text that stands for itself: as a whole the same, or as a whole another. */
export function wholeSpans(before: string, after: string): TextSpan[] {
  return before === after
    ? wholeSpan("equal", before)
    : [...wholeSpan("removed", before), ...wholeSpan("added", after)];
}

const layers: readonly Layer[] = ["data", "numbers", "text", "layout"];

/** Puts the changes in order and gives them their names. */
export function finishChanges(drafts: readonly Draft[]): Change[] {
  const ordered = layers.flatMap((layer) => drafts.filter((draft) => draft.layer === layer));
  const ids = new Map<Draft, string>();
  const counts = new Map<Layer, number>();
  for (const draft of ordered) {
    const count = (counts.get(draft.layer) ?? 0) + 1;
    counts.set(draft.layer, count);
    ids.set(draft, `${draft.layer}-${count}`);
  }
  const positions = new Map(ordered.map((draft, index) => [draft, index]));
  return ordered.map((draft): Change => {
    const { layer, kind, element, occurrences, edits, row, column, value, by, remark } = draft;
    const causes = [...draft.causes]
      .sort((one, other) => (positions.get(one) ?? 0) - (positions.get(other) ?? 0))
      .flatMap((cause) => ids.get(cause) ?? []);
    return {
      id: ids.get(draft) ?? "",
      layer,
      kind,
      element,
      occurrences,
      causes,
      ...(row === undefined ? {} : { row }),
      ...(column === undefined ? {} : { column }),
      ...(value === undefined ? {} : { value }),
      ...(by === undefined ? {} : { by }),
      ...(remark === undefined ? {} : { remark }),
      edits,
    };
  });
}
