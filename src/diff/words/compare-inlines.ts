import { plainText, type Inline, type Value } from "../../document/tree.js";
import type { TextSpan } from "../changes.js";
import { commonSubsequence, intern, type Pair } from "../sequence/common-subsequence.js";
import { SpanBuilder, textSpans } from "./text-spans.js";

/** How two stretches of running text differ. */
export interface TextComparison {
  /** Of the whole text. */
  readonly spans: readonly TextSpan[];
  /** The stretches that changed, in order; none if the texts are equal. */
  readonly parts: readonly ChangedPart[];
}

/** A stretch of the text that changed. */
export interface ChangedPart {
  /** UTF-16 units of the older and of the newer text. */
  readonly before: { readonly start: number; readonly end: number };
  readonly after: { readonly start: number; readonly end: number };
  readonly spans: readonly TextSpan[];
  /** The values that were worked out from data and stand here, on each side. */
  readonly values: { readonly before: readonly Value[]; readonly after: readonly Value[] };
  /** One value stood here and one value stands here, worked out in the same way. */
  readonly isOneValue: boolean;
  /** Nothing but values and what joins them (、和) changed: the data did it, nobody wrote. */
  readonly isData: boolean;
}

/** Running text in one piece, or a value that stays whole. */
interface Unit {
  readonly text: string;
  readonly value?: Value;
}

/**
 * Compares two pieces of running text. If both hold values of generated documents, a value is compared with the value that was
 * worked out in the same way, so that a changed number is told from changed wording around it.
 */
export function compareInlines(before: readonly Inline[], after: readonly Inline[]): TextComparison {
  const beforeText = plainText(before);
  const afterText = plainText(after);
  if (beforeText === afterText) {
    return { spans: beforeText === "" ? [] : [{ kind: "equal", text: beforeText }], parts: [] };
  }
  const keepsValues = before.some(isFilledValue) && after.some(isFilledValue);
  const left = units(before, keepsValues);
  const right = units(after, keepsValues);
  const collector = new PartCollector(before, after);
  const equal = (unit: Unit): void => {
    collector.equal(unit.text);
  };
  walk(left, right, pairUnits(left, right, exactIdentity), {
    equal,
    gap: (leftGap, rightGap) => {
      walk(leftGap, rightGap, pairUnits(leftGap, rightGap, expressionIdentity), {
        equal: (leftUnit, rightUnit) => {
          collector.value(leftUnit.text, rightUnit.text);
        },
        gap: (leftRest, rightRest) => {
          collector.text(joined(leftRest), joined(rightRest));
        },
      });
    },
  });
  return collector.result();
}

function isFilledValue(inline: Inline): inline is Value {
  return inline.type === "value" && inline.value !== "";
}

function units(children: readonly Inline[], keepsValues: boolean): Unit[] {
  if (!keepsValues) return [{ text: plainText(children) }];
  const result: Unit[] = [];
  for (const child of children) {
    if (isFilledValue(child)) result.push({ text: child.value, value: child });
    else
      for (const sentence of child.value.match(/[^，。；：、\n]*[，。；：、\n]?/gu) ?? []) {
        if (sentence !== "") result.push({ text: sentence });
      }
  }
  return result;
}

function exactIdentity(unit: Unit): string {
  return unit.value === undefined ? `t${unit.text}` : `v${unit.value.provenance.expression}\n${unit.text}`;
}

/** Values worked out in the same way are each other's counterpart; wording is nobody's. */
function expressionIdentity(unit: Unit): string | undefined {
  return unit.value === undefined ? undefined : unit.value.provenance.expression;
}

function pairUnits(
  left: readonly Unit[],
  right: readonly Unit[],
  identity: (unit: Unit) => string | undefined,
): readonly Pair[] {
  const identities = (list: readonly Unit[], side: string): string[] =>
    list.map((unit, index) => {
      const own = identity(unit);
      return own === undefined ? `${side}${index}` : `=${own}`;
    });
  const [leftNumbers = [], rightNumbers = []] = intern(identities(left, "<"), identities(right, ">"));
  return commonSubsequence(leftNumbers, rightNumbers);
}

interface Visitor {
  readonly equal: (left: Unit, right: Unit) => void;
  readonly gap: (left: readonly Unit[], right: readonly Unit[]) => void;
}

function walk(left: readonly Unit[], right: readonly Unit[], pairs: readonly Pair[], visitor: Visitor): void {
  let leftAt = 0;
  let rightAt = 0;
  const gap = (leftTo: number, rightTo: number): void => {
    if (leftAt < leftTo || rightAt < rightTo) visitor.gap(left.slice(leftAt, leftTo), right.slice(rightAt, rightTo));
  };
  for (const [leftNext, rightNext] of pairs) {
    gap(leftNext, rightNext);
    const leftUnit = left[leftNext];
    const rightUnit = right[rightNext];
    if (leftUnit !== undefined && rightUnit !== undefined) visitor.equal(leftUnit, rightUnit);
    leftAt = leftNext + 1;
    rightAt = rightNext + 1;
  }
  gap(left.length, right.length);
}

function joined(list: readonly Unit[]): string {
  return list.map(({ text }) => text).join("");
}

/** Collects what changed, with the place in both texts. */
class PartCollector {
  private readonly whole = new SpanBuilder();
  private readonly parts: ChangedPart[] = [];
  private leftAt = 0;
  private rightAt = 0;
  private readonly leftValues: readonly PlacedValue[];
  private readonly rightValues: readonly PlacedValue[];

  constructor(before: readonly Inline[], after: readonly Inline[]) {
    this.leftValues = placedValues(before);
    this.rightValues = placedValues(after);
  }

  equal(text: string): void {
    this.whole.add("equal", text);
    this.leftAt += text.length;
    this.rightAt += text.length;
  }

  /** A value and its counterpart. */
  value(before: string, after: string): void {
    if (before === after) this.equal(before);
    else this.part(before, after, textSpans(before, after), true);
  }

  /** Wording, or values that have no counterpart. */
  text(before: string, after: string): void {
    const spans = textSpans(before, after);
    let index = 0;
    while (index < spans.length) {
      const span = spans[index];
      if (span === undefined) return;
      if (span.kind === "equal") {
        this.equal(span.text);
        index += 1;
        continue;
      }
      let removed = "";
      let added = "";
      for (; spans[index] !== undefined && spans[index]?.kind !== "equal"; index += 1) {
        if (spans[index]?.kind === "removed") removed += spans[index]?.text ?? "";
        else added += spans[index]?.text ?? "";
      }
      this.part(removed, added, changedSpans(removed, added), false);
    }
  }

  result(): TextComparison {
    return { spans: this.whole.spans(), parts: this.parts };
  }

  private part(removed: string, added: string, spans: readonly TextSpan[], isOneValue: boolean): void {
    const before = { start: this.leftAt, end: this.leftAt + removed.length };
    const after = { start: this.rightAt, end: this.rightAt + added.length };
    this.whole.addAll(spans);
    const values = { before: valuesWithin(this.leftValues, before), after: valuesWithin(this.rightValues, after) };
    const isData =
      isOneValue ||
      (values.before.length + values.after.length > 0 &&
        isMadeOf(removed, values.before) &&
        isMadeOf(added, values.after));
    this.parts.push({ before, after, spans, values, isOneValue, isData });
    this.leftAt = before.end;
    this.rightAt = after.end;
  }
}

function changedSpans(removed: string, added: string): TextSpan[] {
  const spans: TextSpan[] = [];
  if (removed !== "") spans.push({ kind: "removed", text: removed });
  if (added !== "") spans.push({ kind: "added", text: added });
  return spans;
}

interface PlacedValue {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

function placedValues(children: readonly Inline[]): PlacedValue[] {
  const result: PlacedValue[] = [];
  let start = 0;
  for (const child of children) {
    const end = start + child.value.length;
    if (isFilledValue(child)) result.push({ start, end, value: child });
    start = end;
  }
  return result;
}

/** The values that share a character with a stretch of text. */
function valuesWithin(
  values: readonly PlacedValue[],
  { start, end }: { readonly start: number; readonly end: number },
): Value[] {
  return values.filter((placed) => placed.start < end && placed.end > start).map(({ value }) => value);
}

/** What remains of a text without its values is at most what joins the items of a list. */
function isMadeOf(text: string, values: readonly Value[]): boolean {
  let rest = text;
  for (const { value } of values) rest = rest.replace(value, "");
  return /^[、，和及“”《》（）]*$/u.test(rest);
}
