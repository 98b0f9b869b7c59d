import { plainText, type AttachmentList, type AttachmentListItem } from "../../document/tree.js";
import { wholeSpan, wholeSpans, type Comparison, type Draft } from "../draft.js";
import type { Edit, Path } from "../edits.js";
import { commonSubsequence, intern } from "../sequence/common-subsequence.js";
import { steps } from "../sequence/steps.js";
import type { ValueChanges } from "../value-changes.js";
import { similarity } from "../words/similarity.js";
import { compareOptionalText, compareText, textNodes } from "./text-fields.js";

/** A change of an item of 附件说明; positions count from 0. */
export interface ListItemDraft {
  readonly before?: number;
  readonly after?: number;
  readonly draft: Draft;
}

interface PlacedList {
  readonly list: AttachmentList;
  readonly path: Path;
}

/**
 * Compares the items of 附件说明. Numbers that shift because an item came, went or moved are not reported.
 *
 * @returns the changes of items, for those who know what became of the attachments themselves
 */
export function compareAttachmentLists(
  comparison: Comparison,
  values: ValueChanges,
  before: PlacedList,
  after: PlacedList,
): ListItemDraft[] {
  const drafts: ListItemDraft[] = [];
  const structural: Draft[] = [];
  const renumbered: {
    readonly edit: Edit;
    readonly old: AttachmentListItem;
    readonly fresh: AttachmentListItem;
    readonly paths: ItemPaths;
  }[] = [];
  const bothRegular = isRegular(before.list) && isRegular(after.list);
  for (const step of steps(pairItems(before.list, after.list), after.list.items.length)) {
    const old = step.before === undefined ? undefined : before.list.items[step.before];
    const fresh = step.after === undefined ? undefined : after.list.items[step.after];
    const paths = {
      before: [...before.path, "items", ...(step.before === undefined ? [] : [step.before])],
      after: [...after.path, "items", ...(step.after === undefined ? [] : [step.after])],
    };
    if (step.step === "movedAway") continue;
    if (step.step !== "same") {
      const draft = itemDraft(comparison, step.step, paths, { old, fresh, index: step.after ?? 0 });
      structural.push(draft);
      drafts.push({
        draft,
        ...(step.before === undefined ? {} : { before: step.before }),
        ...(step.after === undefined ? {} : { after: step.after }),
      });
    }
    if (old === undefined || fresh === undefined || step.before === undefined || step.after === undefined) continue;
    const name = compareText(
      comparison,
      values,
      "attachmentListItem",
      { path: [...paths.before, "name"], text: old.name },
      { path: [...paths.after, "name"], text: fresh.name },
    );
    if (name !== undefined) drafts.push({ draft: name, before: step.before, after: step.after });
    compareOptionalText(
      comparison,
      values,
      "attachmentListItem",
      { path: [...paths.before, "mark"], text: old.mark },
      { path: [...paths.after, "mark"], text: fresh.mark },
    );
    if (old.number !== fresh.number) {
      const path = [...paths.before, "number"];
      const edit: Edit =
        fresh.number === undefined ? { edit: "set", path } : { edit: "set", path, value: fresh.number };
      renumbered.push({ edit, old, fresh, paths });
      if (!bothRegular) reportNumber(comparison, paths, old, fresh, edit);
    }
  }
  if (!bothRegular || renumbered.length === 0) return drafts;
  const [cause] = structural;
  for (const { edit, old, fresh, paths } of renumbered) {
    if (cause === undefined) reportNumber(comparison, paths, old, fresh, edit);
    else cause.edits.push(edit);
  }
  return drafts;
}

interface ItemPaths {
  readonly before: Path;
  readonly after: Path;
}

/** Numbered 1, 2, 3 …, or a single item without number. */
function isRegular({ items }: AttachmentList): boolean {
  return items.every(({ number }, index) => number === (items.length === 1 ? undefined : index + 1));
}

function itemDraft(
  comparison: Comparison,
  step: "added" | "removed" | "movedHere",
  paths: ItemPaths,
  { old, fresh, index }: { old: AttachmentListItem | undefined; fresh: AttachmentListItem | undefined; index: number },
): Draft {
  const oldText = plainText(old?.name ?? []);
  const newText = plainText(fresh?.name ?? []);
  const base = { layer: "layout", element: "attachmentListItem" } as const;
  if (step === "removed") {
    return comparison.add({
      ...base,
      kind: "removed",
      occurrences: [{ before: comparison.sideBefore(paths.before, oldText), spans: wholeSpan("removed", oldText) }],
      edits: [{ edit: "remove", path: paths.before }],
    });
  }
  if (step === "added") {
    return comparison.add({
      ...base,
      kind: "added",
      occurrences: [{ after: comparison.sideAfter(paths.after, newText), spans: wholeSpan("added", newText) }],
      edits: [
        {
          edit: "insert",
          path: paths.before,
          index,
          item: { ...fresh, name: textNodes(newText) },
        },
      ],
    });
  }
  return comparison.add({
    ...base,
    kind: "moved",
    occurrences: [
      {
        before: comparison.sideBefore(paths.before, oldText),
        after: comparison.sideAfter(paths.after, newText),
        spans: wholeSpans(oldText, newText),
      },
    ],
    edits: [{ edit: "move", path: paths.before, index }],
  });
}

function reportNumber(
  comparison: Comparison,
  paths: ItemPaths,
  old: AttachmentListItem,
  fresh: AttachmentListItem,
  edit: Edit,
): void {
  const words = ({ number }: AttachmentListItem): string => (number === undefined ? "" : String(number));
  comparison.add({
    layer: "layout",
    kind: "changed",
    element: "attachmentListItem",
    occurrences: [
      {
        before: comparison.sideBefore([...paths.before, "number"], words(old)),
        after: comparison.sideAfter([...paths.after, "number"], words(fresh)),
        spans: wholeSpans(words(old), words(fresh)),
      },
    ],
    remark: "编号",
    edits: [edit],
  });
}

function pairItems(before: AttachmentList, after: AttachmentList): number[] {
  const left = before.items.map(({ name }) => plainText(name));
  const right = after.items.map(({ name }) => plainText(name));
  const partners = new Array<number>(left.length).fill(-1);
  const taken = new Set<number>();
  const pair = (one: number, other: number): void => {
    partners[one] = other;
    taken.add(other);
  };
  const [leftNumbers = [], rightNumbers = []] = intern(left, right);
  for (const [one, other] of commonSubsequence(leftNumbers, rightNumbers)) pair(one, other);
  left.forEach((name, one) => {
    if ((partners[one] ?? 0) >= 0) return;
    const other = right.findIndex((candidate, index) => candidate === name && !taken.has(index));
    if (other >= 0) pair(one, other);
  });
  const candidates = left.flatMap((name, one) =>
    (partners[one] ?? 0) >= 0
      ? []
      : right.flatMap((other, index) => {
          const score = similarity(name, other) + (one === index ? 0.1 : 0);
          return taken.has(index) || score < 0.3 ? [] : [{ one, other: index, score }];
        }),
  );
  candidates.sort((a, b) => b.score - a.score || a.one - b.one || a.other - b.other);
  for (const { one, other } of candidates) if ((partners[one] ?? 0) < 0 && !taken.has(other)) pair(one, other);
  return partners;
}
