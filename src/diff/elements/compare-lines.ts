import { plainText, type Inline } from "../../document/tree.js";
import type { ChangedElement } from "../changes.js";
import type { Comparison, Draft } from "../draft.js";
import type { Path } from "../edits.js";
import type { ValueChanges } from "../value-changes.js";
import { textSpans } from "../words/text-spans.js";
import { elementLayer } from "./names.js";
import { compareText, textNodes } from "./text-fields.js";

/** Lines of a title, of a signature or of 发文机关标志. */
export interface PlacedLines {
  readonly path: Path;
  readonly lines: readonly (string | readonly Inline[])[];
}

/**
 * Compares texts of several lines. If as many lines are there and no words went from one to another, each is compared on its own;
 * otherwise the whole, where the spot's path leads to the list of lines and its text joins them with `\n`.
 */
export function compareLines(
  comparison: Comparison,
  values: ValueChanges,
  element: ChangedElement,
  before: PlacedLines,
  after: PlacedLines,
): Draft | undefined {
  const old = before.lines.map(lineText);
  const fresh = after.lines.map(lineText);
  const changed = old.flatMap((line, index) => (line === fresh[index] ? [] : [index]));
  if (old.length === fresh.length && (changed.length <= 1 || old.join("") !== fresh.join(""))) {
    let first: Draft | undefined;
    for (const index of changed) {
      const draft = compareText(
        comparison,
        values,
        element,
        { path: [...before.path, index], text: before.lines[index] ?? "" },
        { path: [...after.path, index], text: after.lines[index] ?? "" },
      );
      if (draft === undefined) continue;
      if (first === undefined) first = draft;
      else comparison.merge(draft, first);
    }
    return first;
  }
  const oldText = old.join("\n");
  const newText = fresh.join("\n");
  if (oldText === newText && old.length === fresh.length) return undefined;
  const onlyBreaks = old.join("") === fresh.join("");
  return comparison.add({
    layer: elementLayer(element),
    kind: "changed",
    element,
    occurrences: [
      {
        before: comparison.sideBefore(before.path, oldText),
        after: comparison.sideAfter(after.path, newText),
        spans: textSpans(oldText, newText),
      },
    ],
    ...(onlyBreaks ? { remark: "只是换行的位置变了" } : {}),
    edits: [
      {
        edit: "set",
        path: before.path,
        value: after.lines.map((line) => (typeof line === "string" ? line : textNodes(plainText(line)))),
      },
    ],
  });
}

function lineText(line: string | readonly Inline[]): string {
  return typeof line === "string" ? line : plainText(line);
}
