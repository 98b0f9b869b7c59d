import type { Attachment, AttachmentBlock, Block, Heading } from "../../document/tree.js";
import type { AlignedBlock, Step } from "../changes.js";
import { wholeSpan, type Comparison, type Draft } from "../draft.js";
import type { Path } from "../edits.js";
import { steps } from "../sequence/steps.js";
import { compareTables } from "../table/compare-tables.js";
import type { ValueChanges } from "../value-changes.js";
import { whoBrought } from "../who-wrote.js";
import { textSpans } from "../words/text-spans.js";
import { compareAttachmentLists, type ListItemDraft } from "./attachment-list.js";
import { comparePictures, reportChoice, type FieldPaths } from "./choice-fields.js";
import { compareLines } from "./compare-lines.js";
import { fieldElement } from "./names.js";
import { NumberingChanges } from "./numbering-changes.js";
import { pairBlocks } from "./pair-blocks.js";
import { reportRunInText, runInTexts, type RunInText } from "./run-in-headings.js";
import { classified, printedNode, shownText, size, writtenTexts } from "./shown-block.js";
import { compareOptionalText } from "./text-fields.js";

type Node = Block | AttachmentBlock;

/** What the blocks of the document are compared with, and what is found on the way. */
export interface BlockContext {
  readonly comparison: Comparison;
  readonly values: ValueChanges;
  /** Attachments that came, went, moved or were renamed, by their position among the attachments of each side. */
  readonly attachments: AttachmentDraft[];
  /** The same for the items of 附件说明. */
  readonly listItems: ListItemDraft[];
}

export interface AttachmentDraft {
  readonly before?: number;
  readonly after?: number;
  readonly draft: Draft;
}

/** The blocks of the document or of an attachment. */
interface BlockList {
  readonly blocks: readonly Node[];
  readonly path: Path;
}

/** Compares two lists of blocks, and what is in the blocks that both have. */
export function compareBlocks(context: BlockContext, before: BlockList, after: BlockList): AlignedBlock[] {
  const partners = pairBlocks(before.blocks, after.blocks);
  const list = new BlockListComparison(context, before, after, partners);
  const aligned = steps(partners, after.blocks.length).map((step) => list.compare(step));
  list.finish();
  return aligned;
}

class BlockListComparison {
  private readonly numbering: NumberingChanges;
  /** Texts that went from a heading's line to a paragraph or back, by the heading's place in the older list. */
  private readonly runIn: ReadonlyMap<number, RunInText>;
  /** The paragraphs of these texts. */
  private readonly headingTexts: { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> };

  constructor(
    private readonly context: BlockContext,
    private readonly before: BlockList,
    private readonly after: BlockList,
    partners: readonly number[],
  ) {
    this.numbering = new NumberingChanges(context.comparison, before.blocks, after.blocks);
    const texts = runInTexts(before.blocks, after.blocks, partners);
    this.runIn = new Map(texts.map((text) => [text.heading.before, text]));
    this.headingTexts = {
      before: new Set(texts.flatMap(({ paragraph }) => paragraph.before ?? [])),
      after: new Set(texts.flatMap(({ paragraph }) => paragraph.after ?? [])),
    };
  }

  compare(step: Step): AlignedBlock {
    switch (step.step) {
      case "added":
        this.added(step.after);
        return step;
      case "removed":
        this.removed(step.before);
        return step;
      case "movedAway":
        return step;
      case "movedHere":
        this.moved(step.before, step.after);
        return { ...step, ...this.inside(step.before, step.after) };
      case "same":
        return { ...step, ...this.inside(step.before, step.after) };
    }
  }

  finish(): void {
    this.numbering.finish();
  }

  private added(index: number): void {
    const node = this.after.blocks[index];
    if (node === undefined || this.headingTexts.after.has(index)) return;
    const { comparison } = this.context;
    const text = shownText(node);
    const draft = comparison.add({
      ...classified(node),
      kind: "added",
      occurrences: [
        { after: comparison.sideAfter([...this.after.path, index], text), spans: wholeSpan("added", text) },
      ],
      edits: [{ edit: "insert", path: this.before.path, index, item: printedNode(node) }],
      ...size(node),
      ...this.by(node, "before"),
    });
    this.remember(node, draft, undefined, index);
  }

  private removed(index: number): void {
    const node = this.before.blocks[index];
    if (node === undefined || this.headingTexts.before.has(index)) return;
    const { comparison } = this.context;
    const text = shownText(node);
    const path = [...this.before.path, index];
    const draft = comparison.add({
      ...classified(node),
      kind: "removed",
      occurrences: [{ before: comparison.sideBefore(path, text), spans: wholeSpan("removed", text) }],
      edits: [{ edit: "remove", path }],
      ...size(node),
      ...this.by(node, "after"),
    });
    this.remember(node, draft, index, undefined);
  }

  private by(node: Node, other: "before" | "after"): Pick<Draft, "by"> {
    const by = whoBrought(writtenTexts(node), this.context.comparison.templates, other);
    return by === undefined ? {} : { by };
  }

  private moved(from: number, to: number): void {
    const node = this.after.blocks[to];
    const old = this.before.blocks[from];
    if (node === undefined || old === undefined) return;
    const { comparison } = this.context;
    const path = [...this.before.path, from];
    const oldText = shownText(old);
    const text = shownText(node);
    const draft = comparison.add({
      ...classified(node),
      kind: "moved",
      occurrences: [
        {
          before: comparison.sideBefore(path, oldText),
          after: comparison.sideAfter([...this.after.path, to], text),
          // What changed inside is reported on its own.
          spans: textSpans(oldText, text),
        },
      ],
      edits: [{ edit: "move", path, index: to }],
    });
    this.remember(node, draft, from, to);
  }

  private remember(node: Node, draft: Draft, from: number | undefined, to: number | undefined): void {
    this.numbering.shifted(node.type, draft);
    if (node.type === "attachment") this.context.attachments.push({ draft, ...this.attachmentPositions(from, to) });
  }

  private attachmentPositions(
    from: number | undefined,
    to: number | undefined,
  ): { readonly before?: number; readonly after?: number } {
    const count = (list: BlockList, end: number): number =>
      list.blocks.slice(0, end).filter(({ type }) => type === "attachment").length;
    return {
      ...(from === undefined ? {} : { before: count(this.before, from) }),
      ...(to === undefined ? {} : { after: count(this.after, to) }),
    };
  }

  private inside(from: number, to: number): Pick<AlignedBlock, "blocks" | "table"> {
    const old = this.before.blocks[from];
    const fresh = this.after.blocks[to];
    if (old === undefined || fresh === undefined) return {};
    const left = [...this.before.path, from];
    const right = [...this.after.path, to];
    const field = (name: string): FieldPaths => ({
      element: fieldElement(fresh.type, name),
      before: [...left, name],
      after: [...right, name],
    });
    const { comparison, values } = this.context;
    switch (fresh.type) {
      case "letterhead":
        if (old.type !== "letterhead") return {};
        this.text(field("copyNumber"), old.copyNumber, fresh.copyNumber);
        this.text(field("classification"), old.classification, fresh.classification);
        this.text(field("urgency"), old.urgency, fresh.urgency);
        this.lines(field("mark"), old.mark, fresh.mark);
        this.text(field("documentNumber"), old.documentNumber, fresh.documentNumber);
        return {};
      case "title":
        if (old.type === "title") this.lines(field("lines"), old.lines, fresh.lines);
        return {};
      case "recipients":
      case "paragraph":
      case "disclosure":
      case "note":
      case "caption":
        if (old.type === fresh.type) this.text(field("children"), old.children, fresh.children);
        return {};
      case "heading":
        if (old.type === "heading") this.heading(old, fresh, field, this.runIn.get(from));
        return {};
      case "attachmentList":
        if (old.type !== "attachmentList") return {};
        this.text(field("label"), old.label, fresh.label);
        this.text(field("separator"), old.separator, fresh.separator);
        this.context.listItems.push(
          ...compareAttachmentLists(comparison, values, { list: old, path: left }, { list: fresh, path: right }),
        );
        return {};
      case "signature":
        if (old.type !== "signature") return {};
        this.lines(field("issuers"), old.issuers, fresh.issuers);
        this.text(field("date"), old.date, fresh.date);
        return {};
      case "imprint":
        if (old.type !== "imprint") return {};
        this.text(field("copyTo"), old.copyTo, fresh.copyTo);
        this.text(field("printer"), old.printer, fresh.printer);
        this.text(field("printDate"), old.printDate, fresh.printDate);
        return {};
      case "remark":
        if (old.type !== "remark") return {};
        this.text(field("label"), old.label, fresh.label);
        this.text(field("children"), old.children, fresh.children);
        return {};
      case "picture":
        if (old.type === "picture") comparePictures(comparison, values, old, fresh, field);
        return {};
      case "table":
        if (old.type !== "table") return {};
        return {
          table: compareTables(comparison, values, { table: old, path: left }, { table: fresh, path: right }),
        };
      case "attachment":
        return old.type === "attachment" ? this.attachment(old, fresh, { from, to, left, right, field }) : {};
    }
  }

  private heading(
    old: Heading,
    fresh: Heading,
    field: (name: string) => FieldPaths,
    runIn: RunInText | undefined,
  ): void {
    const level = this.numbering.compareHeading(old, fresh, field);
    if (runIn !== undefined) {
      const lists = { before: this.before, after: this.after };
      const isSameTitle = reportRunInText(this.context.comparison, lists, { old, fresh, field, runIn, level });
      if (!isSameTitle) this.text(field("children"), old.children, fresh.children);
      return;
    }
    this.text(field("children"), old.children, fresh.children);
    // The text that follows a run-in heading is a paragraph to its reader.
    this.text({ ...field("body"), element: "paragraph" }, old.body, fresh.body);
  }

  private attachment(
    old: Attachment,
    fresh: Attachment,
    { from, to, left, right, field }: AttachmentPaths,
  ): Pick<AlignedBlock, "blocks"> {
    this.numbering.compareAttachment(old, fresh, field);
    if (old.orientation !== fresh.orientation) {
      const words = (value: string): string => orientationWords[value] ?? value;
      const { orientation } = fresh;
      reportChoice(this.context.comparison, field("orientation"), orientation, {
        before: words(old.orientation),
        after: words(orientation),
      });
    }
    const title = this.lines(field("title"), old.title, fresh.title);
    if (title !== undefined) {
      this.context.attachments.push({ draft: title, ...this.attachmentPositions(from, to) });
    }
    this.text(field("subtitle"), old.subtitle, fresh.subtitle);
    const blocks = compareBlocks(
      this.context,
      { blocks: old.children, path: [...left, "children"] },
      { blocks: fresh.children, path: [...right, "children"] },
    );
    return { blocks };
  }

  private text(
    { element, before, after }: FieldPaths,
    old: string | Extract<Node, { type: "paragraph" }>["children"] | undefined,
    fresh: string | Extract<Node, { type: "paragraph" }>["children"] | undefined,
  ): void {
    const { comparison, values } = this.context;
    compareOptionalText(comparison, values, element, { path: before, text: old }, { path: after, text: fresh });
  }

  private lines(
    { element, before, after }: FieldPaths,
    old: Parameters<typeof compareLines>[3]["lines"],
    fresh: Parameters<typeof compareLines>[3]["lines"],
  ): Draft | undefined {
    const { comparison, values } = this.context;
    return compareLines(comparison, values, element, { path: before, lines: old }, { path: after, lines: fresh });
  }
}

interface AttachmentPaths {
  readonly from: number;
  readonly to: number;
  readonly left: Path;
  readonly right: Path;
  readonly field: (name: string) => FieldPaths;
}

const orientationWords: Readonly<Record<string, string>> = { portrait: "纵向", landscape: "横向" };
