import type { Attachment, AttachmentBlock, Block, Heading } from "../../document/tree.js";
import type { Side } from "../changes.js";
import { wholeSpans, type Comparison, type Draft } from "../draft.js";
import type { Edit } from "../edits.js";
import { reportChoice, setEdit, type FieldPaths } from "./choice-fields.js";
import { headingWords } from "./run-in-headings.js";
import { attachmentLabelStyle, labelStyle, regularAttachments, regularHeadings } from "./numbering.js";

type Node = Block | AttachmentBlock;

/** The paths of a field of the block that is compared. */
type Field = (name: string) => FieldPaths;

/** A number that is right before and after: what shifted it is the change, not it. */
interface Following {
  readonly type: "heading" | "attachment";
  readonly edits: readonly Edit[];
  /** Reports it after all, if nothing is found that shifted it. */
  readonly report: () => void;
}

/** Tells numbers of headings and attachments that shifted from numbers that somebody changed. */
export class NumberingChanges {
  private readonly headings: { readonly before: ReadonlySet<Heading>; readonly after: ReadonlySet<Heading> };
  private readonly attachments: { readonly before: ReadonlySet<Attachment>; readonly after: ReadonlySet<Attachment> };
  private readonly following: Following[] = [];
  private readonly shifting = new Map<Node["type"], Draft>();

  constructor(
    private readonly comparison: Comparison,
    before: readonly Node[],
    after: readonly Node[],
  ) {
    this.headings = { before: regularHeadings(before), after: regularHeadings(after) };
    this.attachments = { before: regularAttachments(before), after: regularAttachments(after) };
  }

  /** Remembers a block that came, went or moved: it shifts the numbers of those after it. */
  shifted(type: Node["type"], draft: Draft): void {
    if (!this.shifting.has(type)) this.shifting.set(type, draft);
  }

  /**
   * Compares level and number of a heading.
   *
   * @returns the change of its level, if that changed
   */
  compareHeading(old: Heading, fresh: Heading, field: Field): Draft | undefined {
    const level = old.level === fresh.level ? undefined : this.reportLevel(old, fresh, field);
    this.compareNumber(old, fresh, field);
    return level;
  }

  /** What one sees of a level is the number that it gives the heading. */
  private reportLevel(old: Heading, fresh: Heading, field: Field): Draft {
    const label = field("label");
    const draft = this.comparison.add({
      layer: "text",
      kind: "changed",
      element: "headingLevel",
      occurrences: [
        {
          before: named(this.comparison.sideBefore(label.before, old.label), old),
          after: named(this.comparison.sideAfter(label.after, fresh.label), fresh),
          spans: wholeSpans(old.label, fresh.label),
        },
      ],
      remark: `${levelWords(old.level)} → ${levelWords(fresh.level)}`,
      edits: [setEdit(field("level"), fresh.level)],
    });
    this.shifted("heading", draft);
    return draft;
  }

  private compareNumber(old: Heading, fresh: Heading, field: Field): void {
    const { comparison } = this;
    const changesLevel = old.level !== fresh.level;
    // Which one of its kind a heading is shows in its number only.
    const ordinal: Edit[] =
      old.ordinal === fresh.ordinal ? [] : [{ edit: "set", path: field("ordinal").before, value: fresh.ordinal }];
    if (old.label === fresh.label) {
      if (ordinal.length > 0) this.following.push({ type: "heading", edits: ordinal, report: () => undefined });
      return;
    }
    const label = field("label");
    const report = (): void => {
      const draft = reportChoice(comparison, label, fresh.label, { before: old.label, after: fresh.label });
      for (const edit of ordinal) draft.edits.push(edit);
    };
    const isRegular = this.headings.before.has(old) && this.headings.after.has(fresh);
    if (isRegular && (changesLevel || labelStyle(old.label) === labelStyle(fresh.label))) {
      this.following.push({ type: "heading", edits: [setEdit(label, fresh.label), ...ordinal], report });
    } else report();
  }

  /** Compares the number of an attachment and the label that prints it. */
  compareAttachment(old: Attachment, fresh: Attachment, field: Field): void {
    const isRegular =
      this.attachments.before.has(old) &&
      this.attachments.after.has(fresh) &&
      attachmentLabelStyle(old.label) === attachmentLabelStyle(fresh.label);
    const words = (value: number | string | undefined): string => (value === undefined ? "" : String(value));
    for (const name of ["label", "number"] as const) {
      if (old[name] === fresh[name]) continue;
      const paths = field(name);
      const report = (): void => {
        reportChoice(this.comparison, paths, fresh[name], { before: words(old[name]), after: words(fresh[name]) });
      };
      if (isRegular) this.following.push({ type: "attachment", edits: [setEdit(paths, fresh[name])], report });
      else report();
    }
  }

  /** Gives numbers that shifted to the first change that shifted them. */
  finish(): void {
    for (const { type, edits, report } of this.following) {
      const cause = this.shifting.get(type);
      if (cause === undefined) report();
      else for (const edit of edits) cause.edits.push(edit);
    }
  }
}

/** `正文 三、（三）“压实责任”`: a number alone tells nobody which heading it is. */
function named(side: Side, heading: Heading): Side {
  const words = headingWords(heading);
  const shown = [...words].length > 20 ? `${[...words].slice(0, 19).join("")}…` : words;
  return { ...side, place: side.place.replace(/(?:标题|序号)$/u, `“${shown}”`) };
}

function levelWords(level: Heading["level"]): string {
  return `${["零", "一", "二", "三", "四"][level] ?? String(level)}级`;
}
