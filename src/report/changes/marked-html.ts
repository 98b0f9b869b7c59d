import type { TextSpan } from "../../diff/changes.js";
import { textSpans } from "../../diff/words/text-spans.js";
import { escapeHtml } from "../escape.js";
import type { ChangeIndex, MarkedChange } from "./change-index.js";
import type { ShownText } from "./shown-text.js";

/** Which spans a view shows: the inline view both, the two halves of the other view one each. */
export type View = "inline" | "before" | "after";

/** A stretch of text with the change that it belongs to. */
export interface MarkedSpan extends TextSpan {
  readonly change?: MarkedChange;
}

/** Compares what a block shows on both sides and says which change each difference belongs to. */
export function markedSpans(
  before: ShownText | undefined,
  after: ShownText | undefined,
  index: ChangeIndex,
): MarkedSpan[] {
  const spans = textSpans(before?.text ?? "", after?.text ?? "");
  let left = 0;
  let right = 0;
  return spans.map((span): MarkedSpan => {
    const { length } = span.text;
    const [from, to] = [left, right];
    if (span.kind !== "added") left += length;
    if (span.kind !== "removed") right += length;
    if (span.kind === "equal") return span;
    const change =
      span.kind === "removed"
        ? changeAt("before", before, from, length, index)
        : changeAt("after", after, to, length, index);
    return change === undefined ? span : { ...span, change };
  });
}

function changeAt(
  side: "before" | "after",
  shown: ShownText | undefined,
  start: number,
  length: number,
  index: ChangeIndex,
): MarkedChange | undefined {
  const segment =
    shown?.segments.find((one) => one.start <= start && one.end > start) ??
    shown?.segments.find((one) => one.end > start);
  if (segment === undefined) return undefined;
  return index.at(side, segment.path, start - segment.start, Math.min(start + length, segment.end) - segment.start);
}

/** Text with what is gone in `<del>` and what is new in `<ins>`. */
export function spansHtml(spans: readonly MarkedSpan[], view: View, badges: Badges): string {
  return spans
    .filter(({ kind }) => kind === "equal" || view === "inline" || (kind === "removed") === (view === "before"))
    .map((span) => spanHtml(span, badges))
    .join("");
}

function spanHtml({ kind, text, change }: MarkedSpan, badges: Badges): string {
  if (kind === "equal") return escapeHtml(text);
  const tag = kind === "removed" ? "del" : "ins";
  const shown = escapeHtml(text).replaceAll("\n", "↵\n");
  if (change === undefined) return `<${tag}>${shown}</${tag}>`;
  return `<${tag} class="${change.layer}">${shown}</${tag}>${badges.of(change)}`;
}

/** The small numbers behind marks, which lead to the change in the list. Where a change shows first there is something to jump to. */
export class Badges {
  private readonly seen = new Set<number>();
  private last = 0;

  /** @param view a letter before the number, so that no name is given twice on the page; none if there is nothing to jump to */
  constructor(private readonly view: string | undefined) {}

  of({ number, layer }: MarkedChange): string {
    if (this.view === undefined) return "";
    const isFirst = !this.seen.has(number);
    if (!isFirst && this.last === number) return "";
    this.seen.add(number);
    this.last = number;
    const name = isFirst ? ` id="${this.view}${String(number)}"` : "";
    return `<a class="badge ${layer}"${name} href="#c${String(number)}">${String(number)}</a>`;
  }
}
