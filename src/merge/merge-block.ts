import type { Path } from "../diff/edits.js";
import { blockElements, fieldElement } from "../diff/elements/names.js";
import { shownText } from "../diff/elements/shown-block.js";
import type { AttachmentBlock, Block, Heading, Imprint, Letterhead, Remark } from "../document/tree.js";
import { type MergeContext, noContext } from "./conflicts.js";
import { contentOf } from "./content.js";
import {
  mergeChoice,
  type MergedField,
  mergeInlineLines,
  mergeInlines,
  mergeLines,
  mergeOptionalInlines,
  mergeOptionalString,
  mergeString,
  type Three,
} from "./merge-fields.js";

type Node = Block | AttachmentBlock;

/** Merges a block that stands in all three documents, field by field: any but attachments, 附件说明 and tables. */
export class BlockMerge {
  constructor(
    private readonly context: MergeContext,
    private readonly type: Node["type"],
    private readonly path: Path,
  ) {}

  block(base: Node, hand: Node, data: Node): Node {
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
