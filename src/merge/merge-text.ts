import { textSpans } from "../diff/words/text-spans.js";
import type { Preference } from "./conflicts.js";

/** A text in which the changes of both sides are brought together. */
export interface MergedText {
  readonly text: string;
  readonly conflicts: readonly TextConflict[];
}

/** Words that both sides changed differently. */
export interface TextConflict {
  readonly base: string;
  readonly hand: string;
  readonly data: string;
  /** Where they stand in the merged text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/**
 * Brings the changes of two texts that both go back to a third one together, word by word: numbers, dates and quoted names are
 * whole. Changes that do not overlap are both made; where they overlap and differ, one side's words stand and the conflict is told.
 *
 * Both putting something in at the same point is an overlap; one changing what stands right beside the other's change is not.
 */
export function mergeTexts(base: string, hand: string, data: string, prefer: Preference): MergedText {
  if (hand === base || hand === data) return { text: data, conflicts: [] };
  if (data === base) return { text: hand, conflicts: [] };
  let text = "";
  let at = 0;
  const conflicts: TextConflict[] = [];
  for (const { start, end, handEdits, dataEdits } of clusters(edits(base, hand), edits(base, data))) {
    text += base.slice(at, start);
    at = end;
    const handText = applied(base, { start, end }, handEdits);
    const dataText = applied(base, { start, end }, dataEdits);
    if (dataEdits.length === 0 || handText === dataText) text += handText;
    else if (handEdits.length === 0) text += dataText;
    else {
      const chosen = prefer === "hand" ? handText : dataText;
      conflicts.push({
        base: base.slice(start, end),
        hand: handText,
        data: dataText,
        start: text.length,
        end: text.length + chosen.length,
      });
      text += chosen;
    }
  }
  return { text: text + base.slice(at), conflicts };
}

/** Some characters of the older text and what stands in their place. */
interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function edits(before: string, after: string): TextEdit[] {
  const result: TextEdit[] = [];
  let at = 0;
  let open: { start: number; text: string } | undefined;
  const close = (): void => {
    if (open !== undefined) result.push({ start: open.start, end: at, text: open.text });
    open = undefined;
  };
  for (const { kind, text } of textSpans(before, after)) {
    if (kind === "equal") {
      close();
      at += text.length;
      continue;
    }
    open ??= { start: at, text: "" };
    if (kind === "removed") at += text.length;
    else open.text += text;
  }
  close();
  return result;
}

/** Edits of both sides that overlap each other, directly or through others. */
interface Cluster {
  readonly start: number;
  end: number;
  readonly handEdits: TextEdit[];
  readonly dataEdits: TextEdit[];
}

function clusters(hand: readonly TextEdit[], data: readonly TextEdit[]): Cluster[] {
  const all = [...hand.map((edit) => ({ edit, isHand: true })), ...data.map((edit) => ({ edit, isHand: false }))].sort(
    (one, other) => one.edit.start - other.edit.start || one.edit.end - other.edit.end,
  );
  const result: Cluster[] = [];
  for (const { edit, isHand } of all) {
    let cluster = result.at(-1);
    if (cluster === undefined || !overlaps(cluster, edit)) {
      cluster = { start: edit.start, end: edit.end, handEdits: [], dataEdits: [] };
      result.push(cluster);
    }
    cluster.end = Math.max(cluster.end, edit.end);
    (isHand ? cluster.handEdits : cluster.dataEdits).push(edit);
  }
  return result;
}

function overlaps(cluster: Cluster, edit: TextEdit): boolean {
  if (edit.start < cluster.end) return true;
  return edit.start === edit.end && cluster.start === cluster.end && edit.start === cluster.start;
}

function applied(
  base: string,
  range: { readonly start: number; readonly end: number },
  list: readonly TextEdit[],
): string {
  let result = "";
  let at = range.start;
  for (const { start, end, text } of list) {
    result += base.slice(at, start) + text;
    at = end;
  }
  return result + base.slice(at, range.end);
}
