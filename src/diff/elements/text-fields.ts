import { plainText, type Inline } from "../../document/tree.js";
import type { Change, ChangedElement, Occurrence } from "../changes.js";
import { wholeSpan, type Comparison, type Draft } from "../draft.js";
import type { Edit, Path } from "../edits.js";
import type { ValueChanges } from "../value-changes.js";
import { isStatedWording, rowCount } from "../value-changes.js";
import { compareInlines, type ChangedPart, type TextComparison } from "../words/compare-inlines.js";
import { whoWrote } from "../who-wrote.js";
import { elementLayer } from "./names.js";

/** A piece of running text, or a plain string, of one of the two documents. */
export interface PlacedText {
  readonly path: Path;
  readonly text: string | readonly Inline[];
}

/**
 * Compares two pieces of text and tells apart what data changed (one change for each value) from what somebody wrote (one change for
 * the whole piece).
 *
 * @returns the change of the wording, if it changed
 */
export function compareText(
  comparison: Comparison,
  values: ValueChanges,
  element: ChangedElement,
  before: PlacedText,
  after: PlacedText,
): Draft | undefined {
  const old = inlinesOf(before.text);
  const fresh = inlinesOf(after.text);
  const compared = compareInlines(old, fresh);
  if (compared.parts.length === 0) return undefined;
  const context: TextContext = {
    comparison,
    before,
    after,
    compared,
    oldText: plainText(old),
    newText: plainText(fresh),
  };
  const written: ChangedPart[] = [];
  for (const part of compared.parts) {
    if (!part.isData || isElementItself(element, part)) written.push(part);
    else reportData(context, values, part);
  }
  if (written.length === 0) return undefined;
  const by = written.some(({ isData }) => isData) ? "data" : writer(comparison, old, fresh, written);
  return reportWording(context, element, written, by);
}

/** Elements that are as a whole what circular.yaml says: another 主送 is another recipient, not another number. */
const statedElements: readonly ChangedElement[] = [
  "recipients",
  "signature",
  "date",
  "disclosure",
  "note",
  "copyTo",
  "printer",
  "printDate",
];

function isElementItself(element: ChangedElement, { values }: ChangedPart): boolean {
  return statedElements.includes(element) && rowCount([...values.before, ...values.after]) === 0;
}

interface TextContext {
  readonly comparison: Comparison;
  readonly before: PlacedText;
  readonly after: PlacedText;
  readonly compared: TextComparison;
  readonly oldText: string;
  readonly newText: string;
}

function reportData(context: TextContext, values: ValueChanges, part: ChangedPart): void {
  const { comparison } = context;
  const occurrence = partOccurrence(context, part);
  const edits = [splice(context, part)];
  const [oldValue] = part.values.before;
  const [newValue] = part.values.after;
  if (part.isOneValue && oldValue !== undefined && newValue !== undefined) {
    values.add({ before: oldValue, after: newValue, occurrence, edits });
    return;
  }
  const expression = (newValue ?? oldValue)?.provenance.expression ?? "";
  const { before, after } = part.values;
  comparison.add({
    layer: isStatedWording([...before, ...after]) ? "text" : "numbers",
    kind: before.length === 0 ? "added" : after.length === 0 ? "removed" : "changed",
    element: "value",
    occurrences: [occurrence],
    edits,
    by: "data",
    value: {
      expression,
      before: before.map(({ value }) => value).join("、"),
      after: after.map(({ value }) => value).join("、"),
      rowsBefore: rowCount(before),
      rowsAfter: rowCount(after),
    },
    provenances: {
      before: before.map(({ provenance }) => provenance),
      after: after.map(({ provenance }) => provenance),
    },
  });
}

function reportWording(
  context: TextContext,
  element: ChangedElement,
  written: readonly ChangedPart[],
  by: Change["by"],
): Draft {
  const { comparison, before, after, compared, oldText, newText } = context;
  return comparison.add({
    layer: elementLayer(element),
    kind: "changed",
    element,
    occurrences: [
      {
        before: comparison.sideBefore(before.path, oldText),
        after: comparison.sideAfter(after.path, newText),
        spans: compared.spans,
      },
    ],
    ...(by === undefined ? {} : { by }),
    edits: written.map((part) => splice(context, part)),
  });
}

/** A change within a text: the marks embrace only what changed, the text is the whole. */
function partOccurrence({ comparison, before, after, oldText, newText }: TextContext, part: ChangedPart): Occurrence {
  const [oldValue] = part.values.before;
  const [newValue] = part.values.after;
  const left = comparison.sideBefore(before.path, oldText, part.before);
  const right = comparison.sideAfter(after.path, newText, part.after);
  return {
    before: { ...left, ...(oldValue === undefined ? {} : { provenance: oldValue.provenance }) },
    after: { ...right, ...(newValue === undefined ? {} : { provenance: newValue.provenance }) },
    spans: part.spans,
  };
}

function splice({ before, newText }: TextContext, part: ChangedPart): Edit {
  return {
    edit: "splice",
    path: before.path,
    start: part.before.start,
    end: part.before.end,
    text: newText.slice(part.after.start, part.after.end),
  };
}

function writer(
  { templates }: Comparison,
  old: readonly Inline[],
  fresh: readonly Inline[],
  written: readonly ChangedPart[],
): Change["by"] {
  if (old.length === 0 || fresh.length === 0) return undefined;
  return whoWrote(old, fresh, written, templates);
}

function inlinesOf(text: string | readonly Inline[]): readonly Inline[] {
  return typeof text === "string" ? [{ type: "text", value: text }] : text;
}

/** Compares two fields of which either may be missing: then the text came or went as a whole. */
export function compareOptionalText(
  comparison: Comparison,
  values: ValueChanges,
  element: ChangedElement,
  before: { readonly path: Path; readonly text: string | readonly Inline[] | undefined },
  after: { readonly path: Path; readonly text: string | readonly Inline[] | undefined },
): Draft | undefined {
  if (before.text !== undefined && after.text !== undefined) {
    return compareText(
      comparison,
      values,
      element,
      { path: before.path, text: before.text },
      { path: after.path, text: after.text },
    );
  }
  if (after.text !== undefined) {
    const text = plainText(inlinesOf(after.text));
    return comparison.add({
      layer: elementLayer(element),
      kind: "added",
      element,
      occurrences: [{ after: comparison.sideAfter(after.path, text), spans: wholeSpan("added", text) }],
      edits: [{ edit: "set", path: before.path, value: typeof after.text === "string" ? text : textNodes(text) }],
    });
  }
  if (before.text === undefined) return undefined;
  const text = plainText(inlinesOf(before.text));
  return comparison.add({
    layer: elementLayer(element),
    kind: "removed",
    element,
    occurrences: [{ before: comparison.sideBefore(before.path, text), spans: wholeSpan("removed", text) }],
    edits: [{ edit: "set", path: before.path }],
  });
}

/** Running text without provenance. */
export function textNodes(text: string): Inline[] {
  return text === "" ? [] : [{ type: "text", value: text }];
}
