import type { ChangedElement } from "../diff/changes.js";
import type { Path } from "../diff/edits.js";
import { textNodes } from "../diff/elements/text-fields.js";
import { plainText, type Inline } from "../document/tree.js";
import { type MergeContext, noContext } from "./conflicts.js";
import { mergeTexts } from "./merge-text.js";

/** A field of the merged document, and what it is called. */
export interface MergedField {
  readonly element: ChangedElement;
  readonly path: Path;
}

/** A place in the merged document and the same one in the edited document. */
export interface MergedPath {
  readonly path: Path;
  readonly editedPath: Path;
}

/** The same thing in the generated file, in the edited one and from the new data. */
export interface Three<Value> {
  readonly base: Value;
  readonly hand: Value;
  readonly data: Value;
}

/** So many characters on each side of a conflict tell where it is. */
const shownContext = 12;

/** Merges strings that stand in all three documents. */
export function mergeString(context: MergeContext, { element, path }: MergedField, texts: Three<string>): string {
  const { text, conflicts } = mergeTexts(texts.base, texts.hand, texts.data, context.prefer);
  for (const { base, hand, data, start, end } of conflicts) {
    context.add({
      kind: "changed",
      element,
      base,
      hand,
      data,
      context: {
        before: [...text.slice(0, start)].slice(-shownContext).join(""),
        after: [...text.slice(end)].slice(0, shownContext).join(""),
      },
      spot: { path, start, end },
    });
  }
  return text;
}

/** Merges strings of which any may be missing. */
export function mergeOptionalString(
  context: MergeContext,
  field: MergedField,
  { base, hand, data }: Three<string | undefined>,
): string | undefined {
  if (base !== undefined && hand !== undefined && data !== undefined) {
    return mergeString(context, field, { base, hand, data });
  }
  return mergeChoice(context, field, { base, hand, data }, (text) => text ?? "");
}

/** Merges running text. */
export function mergeInlines(
  context: MergeContext,
  field: MergedField,
  { base, hand, data }: Three<readonly Inline[]>,
): readonly Inline[] {
  return textNodes(
    mergeString(context, field, { base: plainText(base), hand: plainText(hand), data: plainText(data) }),
  );
}

/** Merges running text of which any may be missing. */
export function mergeOptionalInlines(
  context: MergeContext,
  field: MergedField,
  { base, hand, data }: Three<readonly Inline[] | undefined>,
): readonly Inline[] | undefined {
  const text = (inlines: readonly Inline[] | undefined): string | undefined =>
    inlines === undefined ? undefined : plainText(inlines);
  const merged = mergeOptionalString(context, field, { base: text(base), hand: text(hand), data: text(data) });
  return merged === undefined ? undefined : textNodes(merged);
}

/** Merges texts of several lines; where lines end is merged like the words. */
export function mergeLines(
  context: MergeContext,
  { element, path }: MergedField,
  { base, hand, data }: Three<readonly string[]>,
): readonly string[] {
  const isAligned = base.length === hand.length && base.length === data.length;
  if (isAligned) {
    return base.map((line, index) =>
      mergeString(
        context,
        { element, path: [...path, index] },
        { base: line, hand: hand[index] ?? "", data: data[index] ?? "" },
      ),
    );
  }
  const same = (one: readonly string[], other: readonly string[]): boolean =>
    one.length === other.length && one.every((line, index) => line === other[index]);
  if (same(hand, base) || same(hand, data)) return data;
  if (same(data, base)) return hand;
  const separator = unusedSeparator([...base, ...hand, ...data].join(""));
  const joined = (lines: readonly string[]): string => lines.join(separator);
  const texts = { base: joined(base), hand: joined(hand), data: joined(data) };
  const { text, conflicts } = mergeTexts(texts.base, texts.hand, texts.data, context.prefer);
  for (const conflict of conflicts) {
    const line = text.slice(0, conflict.start).split(separator).length - 1;
    const shown = (words: string): string => words.replaceAll(separator, "\n");
    context.add({
      kind: "changed",
      element,
      base: shown(conflict.base),
      hand: shown(conflict.hand),
      data: shown(conflict.data),
      context: noContext,
      spot: { path: [...path, line], start: 0, end: Number.MAX_SAFE_INTEGER },
    });
  }
  return text.split(separator);
}

/** A character that no text has, to stand where a line ends. */
function unusedSeparator(text: string): string {
  let code = "\n".charCodeAt(0);
  while (text.includes(String.fromCharCode(code))) code += 1;
  return String.fromCharCode(code);
}

/** Merges lines of running text. */
export function mergeInlineLines(
  context: MergeContext,
  field: MergedField,
  { base, hand, data }: Three<readonly (readonly Inline[])[]>,
): readonly (readonly Inline[])[] {
  const texts = (lines: readonly (readonly Inline[])[]): string[] => lines.map(plainText);
  return mergeLines(context, field, { base: texts(base), hand: texts(hand), data: texts(data) }).map(textNodes);
}

/** Merges what is one thing or another, and not a text. */
export function mergeChoice<Choice>(
  context: MergeContext,
  { element, path }: MergedField,
  { base, hand, data }: Three<Choice>,
  words: (choice: Choice) => string = String,
): Choice {
  if (hand === base || hand === data) return data;
  if (data === base) return hand;
  context.add({
    kind: "changed",
    element,
    base: words(base),
    hand: words(hand),
    data: words(data),
    context: noContext,
    spot: { path, start: 0, end: Number.MAX_SAFE_INTEGER },
  });
  return context.preferred(hand, data);
}
