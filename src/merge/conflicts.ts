import type { ChangedElement } from "../diff/changes.js";
import type { Path } from "../diff/edits.js";
import type { Spot } from "../document/place.js";

/** Whose version stands where people and the data changed the same place differently. */
export type Preference = "hand" | "data";

/**
 * - `changed`: both changed the same words, the same cell or the same setting.
 * - `deletedByHand`: people deleted what came out differently from the data.
 * - `deletedByData`: people changed what is no longer there.
 * - `added`: both added the same thing, and it says something else.
 * - `moved`: both moved it, to different places.
 */
export type ConflictKind = "changed" | "deletedByHand" | "deletedByData" | "added" | "moved";

/** A place that people and the data changed differently. */
export interface MergeConflict {
  readonly kind: ConflictKind;
  readonly element: ChangedElement;
  /** In a reviewer's words: `正文 二、（三）第1段`. */
  readonly place: string;
  /** The words in question: in the generated file, in the edited one and from the new data. Empty where they are gone. */
  readonly base: string;
  readonly hand: string;
  readonly data: string;
  /** The words around them, the same in both versions; empty for what stands for itself. */
  readonly context: { readonly before: string; readonly after: string };
  /** Where a mark goes in the version that takes the data's side: the words themselves, or their neighbours if they are gone. */
  readonly spot: Spot;
}

/** A conflict as it is found, before the words for its place are known. */
export interface FoundConflict extends Omit<MergeConflict, "place"> {
  /** Set if the place is no longer in the version that takes the data's side: its path in the edited document. */
  readonly editedPath?: Path;
}

/** Something that was decided without a conflict. */
export interface MergeNote {
  /** In the merged document. */
  readonly path: Path;
  /** A whole sentence without 。 that follows the words for the place. */
  readonly sentence: string;
}

/** What is needed everywhere on the way down the trees. */
export class MergeContext {
  private readonly found: FoundConflict[] = [];

  private readonly told: MergeNote[] = [];

  constructor(readonly prefer: Preference) {}

  note(note: MergeNote): void {
    this.told.push(note);
  }

  notes(): readonly MergeNote[] {
    return this.told;
  }

  add(conflict: FoundConflict): void {
    this.found.push(conflict);
  }

  conflicts(): readonly FoundConflict[] {
    return this.found;
  }

  preferred<Choice>(hand: Choice, data: Choice): Choice {
    return this.prefer === "hand" ? hand : data;
  }
}

export const noContext = { before: "", after: "" } as const;
