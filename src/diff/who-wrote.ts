import type { Inline } from "../document/tree.js";
import type { Change } from "./changes.js";

/** What the types of two composed drafts consist of, each in one text. */
export interface TemplateSources {
  readonly before: string;
  readonly after: string;
}

/** Some characters that changed: UTF-16 units of the older and of the newer text. */
interface ChangedRange {
  readonly before: { readonly start: number; readonly end: number };
  readonly after: { readonly start: number; readonly end: number };
}

/**
 * Who changed some wording, as far as one can tell.
 *
 * Text of a template has a place there; text without one was read from a file that somebody may have edited. A template says one thing
 * or another depending on the data (`{{#如果}}`), so words that it held all along came or went because of them.
 *
 * @param templates of both drafts; without them wording of a template counts as rewritten
 */
export function whoWrote(
  before: readonly Inline[],
  after: readonly Inline[],
  changed: readonly ChangedRange[],
  templates: TemplateSources | undefined,
): Change["by"] {
  if (!isGenerated(before) || !isGenerated(after)) return "hand";
  if (templates === undefined) return "template";
  if (templates.before === templates.after) return "data";
  const sources = { before: wordsOf(templates.before), after: wordsOf(templates.after) };
  const isHeld = changed.every(
    (range) =>
      (range.before.start === range.before.end || sources.after.includes(surrounded(before, range.before))) &&
      (range.after.start === range.after.end || sources.before.includes(surrounded(after, range.after))),
  );
  return isHeld ? "data" : "template";
}

/** The words of a template without what is worked out, chosen or repeated. */
function wordsOf(source: string): string {
  return source.replace(/\{\{[^{}]*\}\}/gu, "");
}

/** So many characters on either side tell one place of a template from another. */
const context = 6;

/** Some characters of a text and those beside them, without values. */
function surrounded(children: readonly Inline[], { start, end }: ChangedRange["before"]): string {
  let [left, middle, right] = ["", "", ""];
  let at = 0;
  for (const { type, value } of children) {
    if (type === "text") {
      const from = Math.max(0, Math.min(value.length, start - at));
      const to = Math.max(0, Math.min(value.length, end - at));
      left += value.slice(0, from);
      middle += value.slice(from, to);
      right += value.slice(to);
    }
    at += value.length;
  }
  return left.slice(-context) + middle + right.slice(0, context);
}

/** Whether some text came from a template or from data; a text of nothing may have come from anywhere. */
function isGenerated(children: readonly Inline[]): boolean {
  return children.length === 0 || children.some((child) => child.type === "value" || child.place !== undefined);
}

/**
 * Who made a block that stands in one of two composed drafts only: data, if the template of the other draft holds its words as well.
 *
 * @param texts its running text
 * @param other the sources of the draft that lacks the block
 */
export function whoBrought(
  texts: readonly (readonly Inline[])[],
  templates: TemplateSources | undefined,
  other: keyof TemplateSources,
): Change["by"] {
  if (templates === undefined) return undefined;
  if (templates.before === templates.after) return "data";
  const words = texts.flat().flatMap((child) => (child.type === "text" ? [child.value] : []));
  if (words.length === 0) return undefined;
  return wordsOf(templates[other]).includes(words.join("")) ? "data" : "template";
}
