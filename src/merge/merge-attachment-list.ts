import { commonSubsequence, intern } from "../diff/sequence/common-subsequence.js";
import { steps } from "../diff/sequence/steps.js";
import { similarity } from "../diff/words/similarity.js";
import { plainText, type AttachmentList, type AttachmentListItem } from "../document/tree.js";
import type { MergeContext } from "./conflicts.js";
import { type MergedPath, mergeInlines, mergeOptionalString, mergeString, type Three } from "./merge-fields.js";
import { mergeOrder } from "./merge-order.js";
import { renumberItems } from "./numbering.js";
import { pairAdded } from "./pair-added.js";

/**
 * Attachments that one side changed and the other one deleted, by their position among the attachments of the generated file: the side
 * that changed them needs their items as well.
 */
export interface ContestedAttachments {
  /** Changed by people, deleted by the data. */
  readonly hand: ReadonlySet<number>;
  /** Changed by the data, deleted by people. */
  readonly data: ReadonlySet<number>;
}

/** Merges 附件说明: its label, and its items by their names. */
export function mergeAttachmentLists(
  context: MergeContext,
  { base, hand, data }: Three<AttachmentList>,
  contested: ContestedAttachments,
  at: MergedPath,
): AttachmentList {
  const field = (name: string): { element: "attachmentList"; path: (string | number)[] } => ({
    element: "attachmentList",
    path: [...at.path, name],
  });
  const names = {
    base: base.items.map(itemName),
    hand: hand.items.map(itemName),
    data: data.items.map(itemName),
  };
  const path = [...at.path, "items"];
  const handSteps = steps(pairNames(names.base, names.hand), names.hand.length);
  const dataSteps = steps(pairNames(names.base, names.data), names.data.length);
  const added = (side: "hand" | "data"): { index: number; kind: string; text: string }[] =>
    (side === "hand" ? handSteps : dataSteps).flatMap((step) =>
      step.step === "added" ? [{ index: step.after, kind: "", text: names[side][step.after] ?? "" }] : [],
    );
  const order = mergeOrder(context, {
    hand: handSteps,
    data: dataSteps,
    addedOnBoth: pairAdded(added("hand"), added("data")),
    hasChanged: (side, old, other) => names.base[old] !== names[side][other] || contested[side].has(old),
    shown: (side, index) => names[side][index] ?? "",
    element: () => "attachmentListItem",
    path,
    editedPath: [...at.editedPath, "items"],
  });
  const items = order.map((item, index): AttachmentListItem | undefined => {
    const edited = item.hand === undefined ? undefined : hand.items[item.hand];
    const fresh = item.data === undefined ? undefined : data.items[item.data];
    if (edited === undefined || fresh === undefined) return fresh ?? edited;
    const old = item.base === undefined ? undefined : base.items[item.base];
    return mergeItem(context, { base: old ?? { name: [] }, hand: edited, data: fresh }, [...path, index]);
  });
  const separator = mergeOptionalString(context, field("separator"), {
    base: base.separator,
    hand: hand.separator,
    data: data.separator,
  });
  return {
    type: "attachmentList",
    label: mergeString(context, field("label"), { base: base.label, hand: hand.label, data: data.label }),
    ...(separator === undefined ? {} : { separator }),
    items: renumberItems(
      items.filter((item) => item !== undefined),
      { hand: hand.items, data: data.items },
    ),
  };
}

function itemName({ name }: AttachmentListItem): string {
  return plainText(name);
}

function mergeItem(
  context: MergeContext,
  { base, hand, data }: Three<AttachmentListItem>,
  path: readonly (string | number)[],
): AttachmentListItem {
  // Which number it is follows from its place; where it does not, what people wrote counts.
  const number = hand.number === base.number ? data.number : hand.number;
  const mark = hand.mark === base.mark ? data.mark : hand.mark;
  return {
    ...(number === undefined ? {} : { number }),
    ...(mark === undefined ? {} : { mark }),
    name: mergeInlines(
      context,
      { element: "attachmentListItem", path: [...path, "name"] },
      { base: base.name, hand: hand.name, data: data.name },
    ),
  };
}

/** Less alike names are of different attachments, unless they stand in the same place. */
const alike = 0.3;

/** Pairs names that are equal, then alike; −1 where there is none. */
function pairNames(before: readonly string[], after: readonly string[]): number[] {
  const partners = new Array<number>(before.length).fill(-1);
  const taken = new Set<number>();
  const pair = (one: number, other: number): void => {
    if ((partners[one] ?? 0) >= 0 || taken.has(other)) return;
    partners[one] = other;
    taken.add(other);
  };
  const [left = [], right = []] = intern(before, after);
  for (const [one, other] of commonSubsequence(left, right)) pair(one, other);
  const candidates = before.flatMap((name, one) =>
    after.map((other, index) => ({ one, other: index, score: similarity(name, other) + (one === index ? 0.1 : 0) })),
  );
  candidates.sort((a, b) => b.score - a.score || a.one - b.one || a.other - b.other);
  for (const { one, other, score } of candidates) if (score >= alike) pair(one, other);
  return partners;
}
