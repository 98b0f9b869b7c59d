import type { AlignedBlock } from "../diff/changes.js";
import type { Path } from "../diff/edits.js";
import { blockElements, fieldElement } from "../diff/elements/names.js";
import { shownText } from "../diff/elements/shown-block.js";
import type { Attachment, AttachmentBlock, Block, Heading, Imprint, Letterhead, Remark } from "../document/tree.js";
import { type MergeContext, noContext } from "./conflicts.js";
import { contentOf } from "./content.js";
import { mergeAttachmentLists } from "./merge-attachment-list.js";
import {
  mergeChoice,
  type MergedField,
  type MergedPath,
  mergeInlineLines,
  mergeInlines,
  mergeLines,
  mergeOptionalInlines,
  mergeOptionalString,
  mergeString,
  type Three,
} from "./merge-fields.js";
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
    const merge = new BlockMerge(context, data.type, at.path);
    if (base.type === "attachment" && hand.type === "attachment" && data.type === "attachment") {
      const aligned = {
        hand: this.handByBase.get(index)?.blocks ?? [],
        data: this.dataByBase.get(index)?.blocks ?? [],
      };
      return merge.attachment({ base, hand, data }, aligned, at);
    }
    if (base.type === "table" && hand.type === "table" && data.type === "table") {
      const aligned = { hand: this.handByBase.get(index)?.table, data: this.dataByBase.get(index)?.table };
      return mergeTables(context, { base, hand, data }, aligned, at);
    }
    return merge.block(base, hand, data, at);
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

/** Merges a block that stands in all three documents, field by field. */
class BlockMerge {
  constructor(
    private readonly context: MergeContext,
    private readonly type: Node["type"],
    private readonly path: Path,
  ) {}

  block(base: Node, hand: Node, data: Node, at: MergedPath): Node {
    if (base.type === "letterhead" && hand.type === "letterhead" && data.type === "letterhead") {
      return this.letterhead({ base, hand, data });
    }
    if (base.type === "title" && hand.type === "title" && data.type === "title") {
      const lines = { base: base.lines, hand: hand.lines, data: data.lines };
      return { type: "title", lines: mergeInlineLines(this.context, this.field("lines"), lines) };
    }
    if (base.type === "heading" && hand.type === "heading" && data.type === "heading") {
      return this.heading({ base, hand, data });
    }
    if (base.type === "attachmentList" && hand.type === "attachmentList" && data.type === "attachmentList") {
      return mergeAttachmentLists(this.context, { base, hand, data }, at);
    }
    if (base.type === "signature" && hand.type === "signature" && data.type === "signature") {
      const issuers = { base: base.issuers, hand: hand.issuers, data: data.issuers };
      const dates = { base: base.date, hand: hand.date, data: data.date };
      return {
        type: "signature",
        issuers: mergeInlineLines(this.context, this.field("issuers"), issuers),
        date: mergeInlines(this.context, this.field("date"), dates),
      };
    }
    if (base.type === "imprint" && hand.type === "imprint" && data.type === "imprint") {
      return this.imprint({ base, hand, data });
    }
    if (base.type === "remark" && hand.type === "remark" && data.type === "remark") {
      return this.remark({ base, hand, data });
    }
    if (
      (base.type === "paragraph" && hand.type === "paragraph" && data.type === "paragraph") ||
      (base.type === "recipients" && hand.type === "recipients" && data.type === "recipients") ||
      (base.type === "disclosure" && hand.type === "disclosure" && data.type === "disclosure") ||
      (base.type === "note" && hand.type === "note" && data.type === "note") ||
      (base.type === "caption" && hand.type === "caption" && data.type === "caption")
    ) {
      const children = { base: base.children, hand: hand.children, data: data.children };
      return { ...data, children: mergeInlines(this.context, this.field("children"), children) };
    }
    return this.whole(base, hand, data);
  }

  attachment(attachments: Three<Attachment>, aligned: BothAlignments, at: MergedPath): Attachment {
    const { base, hand, data } = attachments;
    const of = <Key extends keyof Attachment>(key: Key): Three<Attachment[Key]> => ({
      base: base[key],
      hand: hand[key],
      data: data[key],
    });
    const { context } = this;
    const number = mergeChoice(context, this.field("number"), of("number"));
    const subtitle = mergeOptionalInlines(context, this.field("subtitle"), of("subtitle"));
    return {
      type: "attachment",
      ...(number === undefined ? {} : { number }),
      label: mergeChoice(context, this.field("label"), of("label")),
      orientation: mergeChoice(context, this.field("orientation"), of("orientation"), (value) =>
        value === "portrait" ? "纵向" : "横向",
      ),
      title: mergeInlineLines(context, this.field("title"), of("title")),
      ...(subtitle === undefined ? {} : { subtitle }),
      children: mergeBlocks(context, of("children"), aligned, {
        path: [...at.path, "children"],
        editedPath: [...at.editedPath, "children"],
      }),
    };
  }

  private letterhead({ base, hand, data }: Three<Letterhead>): Letterhead {
    const optional = (key: "copyNumber" | "classification" | "urgency" | "documentNumber"): Partial<Letterhead> => {
      const texts = { base: base[key], hand: hand[key], data: data[key] };
      const merged = mergeOptionalString(this.context, this.field(key), texts);
      return merged === undefined ? {} : { [key]: merged };
    };
    const marks = { base: base.mark, hand: hand.mark, data: data.mark };
    return {
      type: "letterhead",
      ...optional("copyNumber"),
      ...optional("classification"),
      ...optional("urgency"),
      mark: mergeLines(this.context, this.field("mark"), marks),
      ...optional("documentNumber"),
    };
  }

  private heading({ base, hand, data }: Three<Heading>): Heading {
    const { context } = this;
    const level = mergeChoice(context, this.field("level"), { base: base.level, hand: hand.level, data: data.level });
    const children = { base: base.children, hand: hand.children, data: data.children };
    const bodies = { base: base.body, hand: hand.body, data: data.body };
    const body = mergeOptionalInlines(context, { ...this.field("body"), element: "paragraph" }, bodies);
    // Numbers are given anew afterwards, unless people numbered as they liked: then what they wrote counts.
    const isOwn = hand.label !== base.label;
    return {
      type: "heading",
      level,
      ordinal: isOwn ? hand.ordinal : data.ordinal,
      label: isOwn ? hand.label : data.label,
      children: mergeInlines(context, this.field("children"), children),
      ...(body === undefined ? {} : { body }),
    };
  }

  private imprint({ base, hand, data }: Three<Imprint>): Imprint {
    const optional = (key: "copyTo" | "printer" | "printDate"): Partial<Imprint> => {
      const texts = { base: base[key], hand: hand[key], data: data[key] };
      const merged = mergeOptionalInlines(this.context, this.field(key), texts);
      return merged === undefined ? {} : { [key]: merged };
    };
    return { type: "imprint", ...optional("copyTo"), ...optional("printer"), ...optional("printDate") };
  }

  private remark({ base, hand, data }: Three<Remark>): Remark {
    const labels = { base: base.label, hand: hand.label, data: data.label };
    const children = { base: base.children, hand: hand.children, data: data.children };
    return {
      type: "remark",
      label: mergeString(this.context, this.field("label"), labels),
      children: mergeInlines(this.context, this.field("children"), children),
    };
  }

  /** What cannot be merged inside: pictures. */
  private whole(base: Node, hand: Node, data: Node): Node {
    const [old, edited, fresh] = [base, hand, data].map(contentOf);
    if (edited === old || edited === fresh) return data;
    if (fresh === old) return hand;
    this.context.add({
      kind: "changed",
      element: blockElements[data.type],
      base: shownText(base),
      hand: shownText(hand),
      data: shownText(data),
      context: noContext,
      spot: { path: this.path, start: 0, end: Number.MAX_SAFE_INTEGER },
    });
    return this.context.preferred(hand, data);
  }

  private field(name: string): MergedField {
    return { element: fieldElement(this.type, name), path: [...this.path, name] };
  }
}
