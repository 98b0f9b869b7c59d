import type { AlignedBlock } from "../diff/changes.js";
import type { Path } from "../diff/edits.js";
import { blockElements, fieldElement } from "../diff/elements/names.js";
import { shownText } from "../diff/elements/shown-block.js";
import type { Attachment, AttachmentBlock, Block } from "../document/tree.js";
import { type MergeContext, noContext } from "./conflicts.js";
import { contentOf } from "./content.js";
import { type ContestedAttachments, mergeAttachmentLists } from "./merge-attachment-list.js";
import {
  mergeChoice,
  type MergedField,
  type MergedPath,
  mergeInlineLines,
  mergeOptionalInlines,
  type Three,
} from "./merge-fields.js";
import { BlockMerge } from "./merge-block.js";
import { type MergedItem, mergeOrder } from "./merge-order.js";
import { mergeTables } from "./merge-table.js";
import { renumberHeadings } from "./numbering.js";
import { pairAdded } from "./pair-added.js";

type Node = Block | AttachmentBlock;

/** What became of the blocks of the generated file in the edited one and in the new one. */
export interface BothAlignments {
  readonly hand: readonly AlignedBlock[];
  readonly data: readonly AlignedBlock[];
}

/** Merges the blocks of the document, or of an attachment. */
export function mergeBlocks<Item extends Node>(
  context: MergeContext,
  lists: Three<readonly Item[]>,
  aligned: BothAlignments,
  at: MergedPath,
): Item[] {
  const list = new BlockListMerge(context, lists, aligned, at);
  return renumberHeadings(list.merge() as Item[], lists);
}

class BlockListMerge {
  private readonly handByBase: ReadonlyMap<number, AlignedBlock>;
  private readonly dataByBase: ReadonlyMap<number, AlignedBlock>;

  constructor(
    private readonly context: MergeContext,
    private readonly lists: Three<readonly Node[]>,
    private readonly aligned: BothAlignments,
    private readonly at: MergedPath,
  ) {
    this.handByBase = byBase(aligned.hand);
    this.dataByBase = byBase(aligned.data);
  }

  merge(): Node[] {
    const { context, lists, aligned, at } = this;
    const block = (side: keyof typeof lists, index: number): Node | undefined => lists[side][index];
    const items = mergeOrder(context, {
      ...aligned,
      ...at,
      addedOnBoth: pairAdded(this.added("hand"), this.added("data")),
      hasChanged: (side, base, other) => {
        const [before, after] = [block("base", base), block(side, other)];
        return before === undefined || after === undefined || contentOf(before) !== contentOf(after);
      },
      shown: (side, index) => {
        const shown = block(side, index);
        return shown === undefined ? "" : shownText(shown);
      },
      element: (item) => blockElements[this.typeOf(item)],
      ...(isInZones(lists.hand) && isInZones(lists.data) ? { zone: (item) => zoneOf(this.typeOf(item)) } : {}),
    });
    return items.flatMap((item, index) => this.item(item, index) ?? []);
  }

  private typeOf({ base, hand, data }: MergedItem): Node["type"] {
    const { lists } = this;
    const block = lists.data[data ?? -1] ?? lists.hand[hand ?? -1] ?? lists.base[base ?? -1];
    return block?.type ?? "paragraph";
  }

  private added(side: "hand" | "data"): { index: number; kind: string; text: string }[] {
    return this.aligned[side].flatMap((step) => {
      const block = step.step === "added" ? this.lists[side][step.after] : undefined;
      return block === undefined || step.after === undefined
        ? []
        : [{ index: step.after, kind: block.type, text: contentOf(block) }];
    });
  }

  private item({ base, hand, data }: MergedItem, index: number): Node | undefined {
    const { lists } = this;
    const old = base === undefined ? undefined : lists.base[base];
    const edited = hand === undefined ? undefined : lists.hand[hand];
    const fresh = data === undefined ? undefined : lists.data[data];
    const at = { path: [...this.at.path, index], editedPath: [...this.at.editedPath, hand ?? 0] };
    if (edited === undefined || fresh === undefined) return fresh ?? edited;
    if (old === undefined || base === undefined) return this.addedOnBoth(edited, fresh, at.path);
    return this.inBoth(old, edited, fresh, base, at);
  }

  private addedOnBoth(hand: Node, data: Node, path: Path): Node {
    if (contentOf(hand) === contentOf(data)) return data;
    this.context.add({
      kind: "added",
      element: blockElements[data.type],
      base: "",
      hand: shownText(hand),
      data: shownText(data),
      context: noContext,
      spot: { path, start: 0, end: Number.MAX_SAFE_INTEGER },
    });
    return this.context.preferred(hand, data);
  }

  private inBoth(base: Node, hand: Node, data: Node, index: number, at: MergedPath): Node {
    const { context } = this;
    if (base.type === "attachmentList" && hand.type === "attachmentList" && data.type === "attachmentList") {
      return mergeAttachmentLists(context, { base, hand, data }, this.contestedAttachments(), at);
    }
    if (base.type === "attachment" && hand.type === "attachment" && data.type === "attachment") {
      const aligned = {
        hand: this.handByBase.get(index)?.blocks ?? [],
        data: this.dataByBase.get(index)?.blocks ?? [],
      };
      return mergeAttachments(context, { base, hand, data }, aligned, at);
    }
    if (base.type === "table" && hand.type === "table" && data.type === "table") {
      const aligned = { hand: this.handByBase.get(index)?.table, data: this.dataByBase.get(index)?.table };
      return mergeTables(context, { base, hand, data }, aligned, at);
    }
    return new BlockMerge(context, data.type, at.path).block(base, hand, data);
  }

  private contestedAttachments(): ContestedAttachments {
    const { lists, handByBase, dataByBase } = this;
    const hand = new Set<number>();
    const data = new Set<number>();
    let position = -1;
    lists.base.forEach((block, index) => {
      if (block.type !== "attachment") return;
      position += 1;
      const edited = lists.hand[handByBase.get(index)?.after ?? -1];
      const fresh = lists.data[dataByBase.get(index)?.after ?? -1];
      const says = contentOf(block);
      if (edited === undefined && fresh !== undefined && contentOf(fresh) !== says) data.add(position);
      if (fresh === undefined && edited !== undefined && contentOf(edited) !== says) hand.add(position);
    });
    return { hand, data };
  }
}

/** The text, then the attachments, then 版记. */
function zoneOf(type: Node["type"]): number {
  return type === "attachment" ? 1 : type === "imprint" ? 2 : 0;
}

function isInZones(blocks: readonly Node[]): boolean {
  return blocks.every(({ type }, index) => zoneOf(blocks[index - 1]?.type ?? type) <= zoneOf(type));
}

function byBase(blocks: readonly AlignedBlock[]): Map<number, AlignedBlock> {
  const result = new Map<number, AlignedBlock>();
  for (const block of blocks) if (block.step === "same" || block.step === "movedHere") result.set(block.before, block);
  return result;
}

/** Merges an attachment that stands in all three documents. */
function mergeAttachments(
  context: MergeContext,
  attachments: Three<Attachment>,
  aligned: BothAlignments,
  at: MergedPath,
): Attachment {
  const field = (name: string): MergedField => ({
    element: fieldElement("attachment", name),
    path: [...at.path, name],
  });
  const { base, hand, data } = attachments;
  const of = <Key extends keyof Attachment>(key: Key): Three<Attachment[Key]> => ({
    base: base[key],
    hand: hand[key],
    data: data[key],
  });
  // Numbers are given anew afterwards, unless people numbered as they liked: then what they wrote counts.
  const { number, label } = hand.label === base.label && hand.number === base.number ? data : hand;
  const subtitle = mergeOptionalInlines(context, field("subtitle"), of("subtitle"));
  return {
    type: "attachment",
    ...(number === undefined ? {} : { number }),
    label,
    orientation: mergeChoice(context, field("orientation"), of("orientation"), (value) =>
      value === "portrait" ? "纵向" : "横向",
    ),
    title: mergeInlineLines(context, field("title"), of("title")),
    ...(subtitle === undefined ? {} : { subtitle }),
    children: mergeBlocks(context, of("children"), aligned, {
      path: [...at.path, "children"],
      editedPath: [...at.editedPath, "children"],
    }),
  };
}
