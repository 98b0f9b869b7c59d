import type { TextSpan } from "../../diff/changes.js";
import { textSpans } from "../../diff/words/text-spans.js";
import { escapeHtml } from "../escape.js";
import type { ChangeIndex, MarkedChange } from "./change-index.js";
import type { Segment, ShownText } from "./shown-text.js";

/** Which spans a view shows: the inline view both, the two halves of the other view one each. */
export type View = "inline" | "before" | "after";

/** A stretch of text with the change that it belongs to. */
export interface MarkedSpan extends TextSpan {
  readonly change?: MarkedChange;
  /** Differs because of something else and is no change: shown as each side has it, without a mark. */
  readonly follows?: true;
}

/** Compares what a block shows on both sides and says which change each difference belongs to. */
export function markedSpans(
  before: ShownText | undefined,
  after: ShownText | undefined,
  index: ChangeIndex,
): MarkedSpan[] {
  let left = 0;
  let right = 0;
  return textSpans(before?.text ?? "", after?.text ?? "").map((span): MarkedSpan => {
    const { length } = span.text;
    const [from, to] = [left, right];
    if (span.kind !== "added") left += length;
    if (span.kind !== "removed") right += length;
    if (span.kind === "equal") return span;
    const isRemoved = span.kind === "removed";
    const segment = segmentAt(isRemoved ? before : after, isRemoved ? from : to);
    if (segment === undefined) return span;
    const side = isRemoved ? "before" : "after";
    if (before !== undefined && after !== undefined && isNumber(segment.path) && !index.has(side, segment.path)) {
      return { ...span, follows: true };
    }
    const start = (isRemoved ? from : to) - segment.start;
    const change = index.at(side, segment.path, start, Math.min(start + length, segment.end - segment.start));
    return change === undefined ? span : { ...span, change };
  });
}

function segmentAt(shown: ShownText | undefined, start: number): Segment | undefined {
  return (
    shown?.segments.find((one) => one.start <= start && one.end > start) ??
    shown?.segments.find((one) => one.end > start)
  );
}

/** The number of a heading, of an attachment, of a line of 附件说明. */
function isNumber(path: readonly (string | number)[]): boolean {
  return ["label", "number"].includes(String(path.at(-1)));
}

/** Text with what is gone in `<del>` and what is new in `<ins>`, each difference followed by the number of its change. */
export function spansHtml(spans: readonly MarkedSpan[], view: View, badges: Badges): string {
  const shown = spans.filter((span) => isShown(span, view));
  return shown
    .map((span, position) => {
      const { change } = span;
      const isLast = change?.number !== shown[position + 1]?.change?.number;
      return spanHtml(span) + (change !== undefined && isLast ? badges.of(change) : "");
    })
    .join("");
}

function isShown({ kind, follows }: MarkedSpan, view: View): boolean {
  if (kind === "equal") return true;
  return view === "inline" ? follows !== true || kind === "added" : (kind === "removed") === (view === "before");
}

function spanHtml({ kind, text, change, follows }: MarkedSpan): string {
  if (kind === "equal" || follows === true) return escapeHtml(text);
  const tag = kind === "removed" ? "del" : "ins";
  const layer = change === undefined ? "" : ` class="${change.layer}"`;
  return `<${tag}${layer}>${escapeHtml(text).replaceAll("\n", "↵\n")}</${tag}>`;
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
