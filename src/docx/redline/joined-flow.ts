import { appendAll } from "../../document/append-all.js";
import type { AlignedBlock, AlignedTable, DocumentAlignment, Step } from "../../diff/changes.js";
import type { FlowItem } from "../flow.js";
import { type Pairable, pairParagraphs } from "./pair-paragraphs.js";
import { readParagraph } from "./printed-paragraph.js";

/** A paragraph or table of either draft, or of both. */
export interface JoinedItem {
  readonly before?: FlowItem;
  readonly after?: FlowItem;
  /** For a table of both drafts: how its rows and columns belong together. */
  readonly table?: AlignedTable;
}

/**
 * Reads two drafts at once. Taking the items with `before`, one gets the older draft, with `after` the newer one. What was moved
 * is deleted in its old place and inserted in its new one.
 */
export function joinedFlow(
  before: readonly FlowItem[],
  after: readonly FlowItem[],
  alignment: DocumentAlignment,
): readonly JoinedItem[] {
  const older = groupBy(before, ({ block }) => block);
  const newer = groupBy(after, ({ block }) => block);
  return alignment.blocks.flatMap((step) =>
    joinedStep(step, older.get(step.before ?? -1) ?? [], newer.get(step.after ?? -1) ?? []),
  );
}

function joinedStep(step: AlignedBlock, before: readonly FlowItem[], after: readonly FlowItem[]): JoinedItem[] {
  const whole = wholeStep(step, before, after);
  if (whole !== undefined) return whole;
  if (step.blocks === undefined) return joinedItems(before, after, step.table);
  const older = groupBy(before, ({ child }) => child ?? -1);
  const newer = groupBy(after, ({ child }) => child ?? -1);
  return [
    ...joinedItems(older.get(-1) ?? [], newer.get(-1) ?? [], undefined),
    ...step.blocks.flatMap((inner) => {
      const olderItems = older.get(inner.before ?? -2) ?? [];
      const newerItems = newer.get(inner.after ?? -2) ?? [];
      return wholeStep(inner, olderItems, newerItems) ?? joinedItems(olderItems, newerItems, inner.table);
    }),
  ];
}

/** What stands on one side only, as a whole; `undefined` for what stands on both. */
function wholeStep({ step }: Step, before: readonly FlowItem[], after: readonly FlowItem[]): JoinedItem[] | undefined {
  switch (step) {
    case "same":
      return undefined;
    case "removed":
    case "movedAway":
      return before.map((item) => ({ before: item }));
    case "added":
    case "movedHere":
      return after.map((item) => ({ after: item }));
  }
}

/** Pairs what one element prints in the two drafts. */
function joinedItems(
  before: readonly FlowItem[],
  after: readonly FlowItem[],
  table: AlignedTable | undefined,
): JoinedItem[] {
  const items: JoinedItem[] = [];
  let beforeAt = 0;
  let afterAt = 0;
  const skipTo = (beforeEnd: number, afterEnd: number): void => {
    appendAll(
      items,
      before.slice(beforeAt, beforeEnd).map((item) => ({ before: item })),
    );
    appendAll(
      items,
      after.slice(afterAt, afterEnd).map((item) => ({ after: item })),
    );
  };
  for (const [older, newer] of pairsOf(before, after)) {
    skipTo(older, newer);
    const [olderItem, newerItem] = [before[older], after[newer]];
    if (olderItem !== undefined && newerItem !== undefined) {
      items.push({ before: olderItem, after: newerItem, ...(table === undefined ? {} : { table }) });
    }
    beforeAt = older + 1;
    afterAt = newer + 1;
  }
  skipTo(before.length, after.length);
  return items;
}

function pairsOf(before: readonly FlowItem[], after: readonly FlowItem[]): readonly [number, number][] {
  const [olderOnly, newerOnly] = [before[0], after[0]];
  // The only paragraph of an element is the same one, whatever became of its style.
  const isSingle = before.length === 1 && after.length === 1;
  if (isSingle && olderOnly?.content.kind === "paragraph" && newerOnly?.content.kind === "paragraph") return [[0, 0]];
  // A frame is tied to the paragraph after it; programs that take that paragraph out take the frame along.
  const keepsFrame = before.some(isFramed) && after.some(isFramed);
  const pairable = (item: FlowItem, index: number, items: readonly FlowItem[]): Pairable => {
    if (item.content.kind !== "paragraph") return { kind: item.content.kind, text: "" };
    const { style, text } = readParagraph(item.content.xml);
    const previous = items[index - 1];
    const holdsFrame = keepsFrame && previous !== undefined && isFramed(previous) && !isFramed(item);
    return { kind: holdsFrame ? "paragraph after a frame" : `paragraph ${style}`, text };
  };
  return pairParagraphs(before.map(pairable), after.map(pairable));
}

function isFramed({ content }: FlowItem): boolean {
  return content.kind === "paragraph" && content.xml.includes("<w:framePr ");
}

function groupBy<Key>(items: readonly FlowItem[], key: (item: FlowItem) => Key): ReadonlyMap<Key, readonly FlowItem[]> {
  const groups = new Map<Key, FlowItem[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
