import { wholeSpan, type Comparison } from "../draft.js";
import { commonSubsequence, intern } from "../sequence/common-subsequence.js";
import { textSpans } from "../words/text-spans.js";
import { similarity } from "../words/similarity.js";

/** A text of a .docx that is not part of the document tree: a header, a footer, a comment, a text box. */
export interface Surrounding {
  /** What it is, in words: 页眉, 页脚, 批注, 文本框, 脚注. */
  readonly kind: string;
  readonly text: string;
}

/** Compares what stands around the document: each kind in order, equal ones first, then alike ones. */
export function compareSurroundings(
  comparison: Comparison,
  before: readonly Surrounding[],
  after: readonly Surrounding[],
): void {
  for (const kind of new Set([...before, ...after].map((one) => one.kind))) {
    const left = before.filter((one) => one.kind === kind).map(({ text }) => text);
    const right = after.filter((one) => one.kind === kind).map(({ text }) => text);
    compareKind(comparison, kind, left, right);
  }
}

function compareKind(comparison: Comparison, kind: string, before: readonly string[], after: readonly string[]): void {
  const partners = pair(before, after);
  const taken = new Set(partners);
  const place = (list: readonly string[], index: number): string =>
    list.length > 1 ? `${kind} 第${index + 1}处` : kind;
  const base = { layer: "layout", element: "surrounding" } as const;
  before.forEach((text, index) => {
    const other = partners[index] ?? -1;
    const left = { place: place(before, index), text };
    const fresh = after[other];
    if (fresh === undefined) {
      comparison.add({ ...base, kind: "removed", occurrences: [{ before: left, spans: wholeSpan("removed", text) }] });
    } else if (fresh !== text) {
      const right = { place: place(after, other), text: fresh };
      comparison.add({
        ...base,
        kind: "changed",
        occurrences: [{ before: left, after: right, spans: textSpans(text, fresh) }],
      });
    }
  });
  after.forEach((text, index) => {
    if (taken.has(index)) return;
    const side = { place: place(after, index), text };
    const source = repeatedKinds.includes(kind) ? likest(text, before) : undefined;
    if (source !== undefined) {
      const left = { place: kind, text: source };
      const right = { ...side, place: kind };
      comparison.add({
        ...base,
        kind: "changed",
        occurrences: [{ before: left, after: right, spans: textSpans(source, text) }],
      });
      return;
    }
    comparison.add({ ...base, kind: "added", occurrences: [{ after: side, spans: wholeSpan("added", text) }] });
  });
}

/** Sections repeat these, and a text that stands in several is given once: one more is one of them that was changed. */
const repeatedKinds: readonly string[] = ["页眉", "页脚"];

function likest(text: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let highest = 0.3;
  for (const candidate of candidates) {
    const score = similarity(text, candidate);
    if (score < highest) continue;
    highest = score;
    best = candidate;
  }
  return best;
}

function pair(before: readonly string[], after: readonly string[]): number[] {
  const partners = new Array<number>(before.length).fill(-1);
  const taken = new Set<number>();
  const [left = [], right = []] = intern(before, after);
  for (const [one, other] of commonSubsequence(left, right)) {
    partners[one] = other;
    taken.add(other);
  }
  before.forEach((text, one) => {
    if ((partners[one] ?? 0) >= 0) return;
    const other = after.findIndex(
      (candidate, index) => !taken.has(index) && (before.length === after.length || similarity(text, candidate) >= 0.3),
    );
    if (other < 0) return;
    partners[one] = other;
    taken.add(other);
  });
  return partners;
}
