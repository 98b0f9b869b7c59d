import type { TextSpan } from "../changes.js";
import { commonSubsequence, intern } from "../sequence/common-subsequence.js";
import { tokens } from "./tokens.js";

/**
 * Compares two texts: numbers, dates, codes and quoted names whole, everything else by character, runs joined.
 *
 * @returns spans of which no two neighbours have the same kind; a removed span stands before the added one that takes its place
 */
export function textSpans(before: string, after: string): TextSpan[] {
  if (before === after) return before === "" ? [] : [{ kind: "equal", text: before }];
  const left = tokens(before);
  const right = tokens(after);
  const [leftNumbers = [], rightNumbers = []] = intern(left, right);
  const builder = new SpanBuilder();
  let leftAt = 0;
  let rightAt = 0;
  for (const [leftNext, rightNext] of commonSubsequence(leftNumbers, rightNumbers)) {
    for (; leftAt < leftNext; leftAt += 1) builder.add("removed", left[leftAt] ?? "");
    for (; rightAt < rightNext; rightAt += 1) builder.add("added", right[rightAt] ?? "");
    builder.add("equal", left[leftNext] ?? "");
    leftAt = leftNext + 1;
    rightAt = rightNext + 1;
  }
  for (; leftAt < left.length; leftAt += 1) builder.add("removed", left[leftAt] ?? "");
  for (; rightAt < right.length; rightAt += 1) builder.add("added", right[rightAt] ?? "");
  return withoutCrumbs(builder.spans());
}

/** Collects spans: joins neighbours of one kind, puts what is removed before what is added in its place. */
export class SpanBuilder {
  private readonly finished: TextSpan[] = [];
  private equal = "";
  private removed = "";
  private added = "";

  add(kind: TextSpan["kind"], text: string): void {
    if (text === "") return;
    if (kind === "equal") {
      this.flushChange();
      this.equal += text;
      return;
    }
    this.flushEqual();
    if (kind === "removed") this.removed += text;
    else this.added += text;
  }

  addAll(spans: readonly TextSpan[]): void {
    for (const { kind, text } of spans) this.add(kind, text);
  }

  spans(): TextSpan[] {
    this.flushChange();
    this.flushEqual();
    return this.finished;
  }

  private flushEqual(): void {
    if (this.equal !== "") this.finished.push({ kind: "equal", text: this.equal });
    this.equal = "";
  }

  private flushChange(): void {
    if (this.removed !== "") this.finished.push({ kind: "removed", text: this.removed });
    if (this.added !== "") this.finished.push({ kind: "added", text: this.added });
    this.removed = "";
    this.added = "";
  }
}

const chineseCharacters = /^\p{Script=Han}+$/u;

/**
 * A Chinese character or two that rewritten phrases happen to share help nobody: they go with them. A mark of punctuation or a number
 * stays, it divides what was changed here from what was changed there.
 */
function withoutCrumbs(spans: readonly TextSpan[]): TextSpan[] {
  const builder = new SpanBuilder();
  spans.forEach((span, index) => {
    if (span.kind === "equal" && isCrumb(spans, index)) {
      builder.add("removed", span.text);
      builder.add("added", span.text);
    } else {
      builder.add(span.kind, span.text);
    }
  });
  return builder.spans();
}

function isCrumb(spans: readonly TextSpan[], index: number): boolean {
  const text = spans[index]?.text ?? "";
  const length = [...text].length;
  if (length > 2 || !chineseCharacters.test(text)) return false;
  const left = changedAround(spans, index, -1);
  const right = changedAround(spans, index, 1);
  if (left === 0 || right === 0) return false;
  return length === 1 ? left + right >= 5 : Math.min(left, right) >= 4;
}

/** How many characters changed just before (−1) or just after (1) a span. */
function changedAround(spans: readonly TextSpan[], index: number, direction: -1 | 1): number {
  let longest = 0;
  for (let at = index + direction; spans[at] !== undefined && spans[at]?.kind !== "equal"; at += direction) {
    longest = Math.max(longest, [...(spans[at]?.text ?? "")].length);
  }
  return longest;
}
