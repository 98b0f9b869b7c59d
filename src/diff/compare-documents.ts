import type { CircularDocument, Inline } from "../document/tree.js";
import { findAttachmentCauses } from "./attachment-causes.js";
import { findCauses } from "./causes.js";
import type { AlignedBlock, Change, DocumentChanges, Side } from "./changes.js";
import { Comparison, finishChanges } from "./draft.js";
import type { TemplateSources } from "./who-wrote.js";
import { compareBlocks, type BlockContext } from "./elements/compare-blocks.js";
import { compareAppearance, compareProperties } from "./elements/document-fields.js";
import { reportFormat, type FormatComparison } from "./elements/format-changes.js";
import { compareSurroundings, type Surrounding } from "./elements/surroundings.js";
import { withoutProvenance } from "./elements/without-provenance.js";
import { ValueChanges } from "./value-changes.js";

export interface ComparisonOptions {
  /** Headers, footers, comments and text boxes of .docx files, which are not part of the tree. */
  readonly surroundings?: { readonly before: readonly Surrounding[]; readonly after: readonly Surrounding[] };
  /** The sources of the circular types, if both drafts were composed: they tell wording that was rewritten from wording that data chose. */
  readonly templates?: TemplateSources;
  /** How the files dress the text differently. */
  readonly format?: FormatComparison;
}

/**
 * Says what changed between two drafts of a circular.
 *
 * ```
 * before, after ──pair blocks──▶ texts, lists of lines ─▶ wording, values
 *                           └──▶ tables ─▶ columns, rows by key, cells
 *               ──causes───▶ each changed value knows the rows because of which it changed
 *               ──finish───▶ changes by layer, with ids, and the alignment of both documents
 * ```
 *
 * The time is linear in the size of the documents but for stretches that changed, whose cost is bounded. Neither document is
 * changed. The result is the same on every run and machine.
 */
export function compareDocuments(
  before: CircularDocument,
  after: CircularDocument,
  options: ComparisonOptions = {},
): DocumentChanges {
  const comparison = new Comparison(before, after, options.templates);
  const values = new ValueChanges(comparison);
  const context: BlockContext = { comparison, values, attachments: [], listItems: [] };
  const blocks = compareBlocks(
    context,
    { blocks: before.children, path: ["children"] },
    { blocks: after.children, path: ["children"] },
  );
  joinAttachmentsWithTheirList(context);
  compareProperties(comparison, values);
  compareAppearance(comparison);
  const { surroundings, format } = options;
  if (surroundings !== undefined) compareSurroundings(comparison, surroundings.before, surroundings.after);
  if (format !== undefined) reportFormat(comparison, format.differences);
  if (comparison.all().length === 0) reportOtherDifference(comparison);
  findCauses(comparison.all());
  findAttachmentCauses(comparison.all(), context.attachments);
  const changes = finishChanges(comparison.all());
  const generated = { before: hasValues(before), after: hasValues(after) };
  return {
    equal: changes.length === 0,
    changes,
    alignment: { blocks },
    generated,
    // What was composed from the same choices looks the same.
    formatCompared: format === undefined ? generated.before && generated.after : format.notCompared === undefined,
    notCompared: [
      ...notCompared(blocks, generated, surroundings !== undefined, changes),
      ...(format?.notCompared === undefined ? [] : [format.notCompared]),
    ],
  };
}

/** An attachment that came, went or was renamed did so in 附件说明 as well: one change with two places. */
function joinAttachmentsWithTheirList({ comparison, attachments, listItems }: BlockContext): void {
  for (const item of listItems) {
    const text = (draft: typeof item.draft, side: "before" | "after"): string | undefined =>
      draft.occurrences.length === 1 ? draft.occurrences[0]?.[side]?.text : undefined;
    const partner = attachments.find(
      ({ before, after, draft }) =>
        before === item.before &&
        after === item.after &&
        draft.kind === item.draft.kind &&
        (draft.kind !== "changed" ||
          (text(draft, "before") === text(item.draft, "before") && text(draft, "after") === text(item.draft, "after"))),
    );
    if (partner !== undefined) comparison.merge(item.draft, partner.draft);
  }
}

/** Equal means equal: whatever the comparison above does not know by name is still a difference. */
function reportOtherDifference(comparison: Comparison): void {
  const { before, after } = comparison;
  const left = withoutProvenance(before);
  const right = withoutProvenance(after);
  if (isSame(left, right)) return;
  comparison.add({
    layer: "layout",
    kind: "changed",
    element: "other",
    occurrences: [{ before: comparison.sideBefore([], ""), after: comparison.sideAfter([], ""), spans: [] }],
    edits: (["properties", "appearance", "children"] as const).map((field) => ({
      edit: "set" as const,
      path: [field],
      value: right[field],
    })),
  });
}

/** Compares data key by key; the position of a heading shows in its label only. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  const keys = (value: object): string[] => Object.keys(value).filter((key) => key !== "ordinal" && key !== "key");
  const leftKeys = keys(left);
  return (
    leftKeys.length === keys(right).length &&
    leftKeys.every((key) => isSame((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]))
  );
}

function hasValues({ children }: CircularDocument): boolean {
  const anyValue = (inlines: readonly Inline[]): boolean => inlines.some(({ type }) => type === "value");
  return children.some((block) => {
    switch (block.type) {
      case "title":
        return block.lines.some(anyValue);
      case "heading":
        return anyValue(block.children) || anyValue(block.body ?? []);
      case "paragraph":
      case "recipients":
        return anyValue(block.children);
      case "attachment":
        return block.children.some((child) => child.type === "table" && child.dataset !== undefined);
      case "letterhead":
      case "attachmentList":
      case "signature":
      case "disclosure":
      case "note":
      case "imprint":
        return false;
    }
  });
}

function isPictureChange({ element, kind, occurrences }: Change): boolean {
  const isPicture = element === "picture" || occurrences.some(({ after, before }) => isPicturePlace(after ?? before));
  return isPicture && kind === "changed";
}

function isPicturePlace(side: Side | undefined): boolean {
  return side?.spot === undefined && side?.place.startsWith("图片") === true;
}

function notCompared(
  blocks: readonly AlignedBlock[],
  generated: DocumentChanges["generated"],
  comparedSurroundings: boolean,
  changes: readonly Change[],
): string[] {
  const sentences: string[] = [];
  const hasFigures = changes.some(
    ({ layer, occurrences }) =>
      layer !== "layout" &&
      occurrences.some(({ spans }) => spans.some(({ kind, text }) => kind !== "equal" && /\d/u.test(text))),
  );
  if (hasFigures && (!generated.before || !generated.after)) {
    sentences.push("两稿不都是由数据生成的，数字的改动不能说明由哪些行引起");
  }
  if (!comparedSurroundings) sentences.push("没有比较页眉、页脚、批注和文本框");
  const replaced = blocks.flatMap(({ blocks: inner = [] }) => inner).filter(({ table }) => table?.replaced === true);
  if (replaced.length > 0) sentences.push(`有${replaced.length}个表格的合并单元格不成矩形，只比较了是否相同`);
  if (changes.some(isPictureChange)) sentences.push("图片只比较是不是同一个文件，画面有什么不同请打开两稿看");
  return sentences;
}
