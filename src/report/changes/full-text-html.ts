import type { AlignedBlock, Occurrence, Step } from "../../diff/changes.js";
import type { AttachmentBlock, Block, Picture } from "../../document/tree.js";
import { escapeHtml } from "../escape.js";
import type { ChangeIndex } from "./change-index.js";
import type { ChangeReport, NumberedChange } from "./change-report.js";
import { Badges, markedSpans, spansHtml, type MarkedSpan } from "./marked-html.js";
import { blockNames, shownText } from "./shown-text.js";
import { tableHtml } from "./table-html.js";

type Path = readonly (string | number)[];

interface Side {
  readonly blocks: readonly (Block | AttachmentBlock)[];
  readonly path: Path;
}

/**
 * Both drafts as a whole, one under the other paragraph by paragraph: for the inline view once with all marks, for the other one
 * twice, side by side. Of tables only what changed and what stands beside it.
 */
export function fullTextHtml({ before, after, comparison, changes }: ChangeReport, index: ChangeIndex): string[] {
  const writer = new FullText(index);
  return [
    ...writer.blocks(
      comparison.alignment.blocks,
      { blocks: before.document.children, path: ["children"] },
      { blocks: after.document.children, path: ["children"] },
    ),
    ...writer.outside(changes),
  ];
}

class FullText {
  private readonly inlineBadges = new Badges("i");
  private readonly sideBadges = new Badges("s");

  constructor(private readonly index: ChangeIndex) {}

  blocks(steps: readonly AlignedBlock[], before: Side, after: Side): string[] {
    return steps.flatMap((step) => this.block(step, before, after));
  }

  /** What changed around the text: 页眉, 页脚, 批注 … stand in no block. */
  outside(changes: readonly NumberedChange[]): string[] {
    return changes
      .filter(({ change }) => change.element === "surrounding")
      .flatMap((numbered) => numbered.change.occurrences.map((occurrence) => this.surrounding(numbered, occurrence)));
  }

  private surrounding({ number, change }: NumberedChange, { before, after, spans }: Occurrence): string {
    const mark = { number, layer: change.layer };
    const marked = spans.map((span): MarkedSpan => (span.kind === "equal" ? span : { ...span, change: mark }));
    const state = before === undefined ? " new" : after === undefined ? " gone" : "";
    const side = (view: "before" | "after"): string =>
      `<p class="side">${spansHtml(marked, view, this.sideBadges)}</p>`;
    return [
      `<div class="block surrounding${state}"><span class="role">${escapeHtml((after ?? before)?.place ?? "")}</span>`,
      `<p class="inline">${spansHtml(marked, "inline", this.inlineBadges)}</p>`,
      `${side("before")}${side("after")}</div>`,
    ].join("");
  }

  private block(step: AlignedBlock, before: Side, after: Side): string[] {
    const left = hasBefore(step) ? before.blocks[step.before] : undefined;
    const right = hasAfter(step) ? after.blocks[step.after ?? 0] : undefined;
    const leftPath = [...before.path, step.before ?? 0];
    const rightPath = [...after.path, step.after ?? 0];
    const lines: string[] = [];
    if (left?.type === "table" || right?.type === "table") {
      const badges = { inline: this.inlineBadges, side: this.sideBadges };
      lines.push(
        ...tableHtml(
          left?.type === "table" ? { table: left, path: leftPath } : undefined,
          right?.type === "table" ? { table: right, path: rightPath } : undefined,
          step.table,
          this.index,
          badges,
        ),
      );
    } else {
      lines.push(this.text(step, left, leftPath, right, rightPath));
    }
    const inner = (block: Block | AttachmentBlock | undefined, path: Path): Side => ({
      blocks: block?.type === "attachment" ? block.children : [],
      path: [...path, "children"],
    });
    const [leftInner, rightInner] = [inner(left, leftPath), inner(right, rightPath)];
    if (step.step === "movedAway") return lines;
    const steps = step.blocks ?? oneSided(leftInner, rightInner);
    return [...lines, ...this.blocks(steps, leftInner, rightInner)];
  }

  private text(
    { step }: Step,
    left: Block | AttachmentBlock | undefined,
    leftPath: Path,
    right: Block | AttachmentBlock | undefined,
    rightPath: Path,
  ): string {
    const block = right ?? left;
    if (block === undefined) return "";
    const before = left === undefined ? undefined : shownText(left, leftPath);
    const after = right === undefined ? undefined : shownText(right, rightPath);
    const spans = markedSpans(before, after, this.index);
    const moved = step === "movedHere" ? "移到这里" : step === "movedAway" ? "原来在这里" : "";
    const movedChange =
      moved === ""
        ? undefined
        : this.index.above(right === undefined ? "before" : "after", right === undefined ? leftPath : rightPath);
    const note = (badges: Badges): string =>
      moved === ""
        ? ""
        : `<small class="moved">${moved}</small>${movedChange === undefined ? "" : badges.of(movedChange)} `;
    const pictures = { before: pictureHtml(left, right), after: pictureHtml(right, left) };
    const state = before === undefined ? " new" : after === undefined ? " gone" : "";
    return [
      `<div class="block ${block.type}${state}"><span class="role">${blockNames[block.type]}</span>`,
      `<p class="inline">${note(this.inlineBadges)}${spansHtml(spans, "inline", this.inlineBadges)}${pictures.before}${pictures.after}</p>`,
      `<p class="side">${right === undefined ? note(this.sideBadges) : ""}${spansHtml(spans, "before", this.sideBadges)}${pictures.before}</p>`,
      `<p class="side">${right === undefined ? "" : note(this.sideBadges)}${spansHtml(spans, "after", this.sideBadges)}${pictures.after}</p></div>`,
    ].join("");
  }
}

/** A block that stands on one side only shows all its blocks. */
function oneSided(before: Side, after: Side): AlignedBlock[] {
  return before.blocks.length > 0
    ? before.blocks.map((_, position) => ({ step: "removed", before: position }))
    : after.blocks.map((_, position) => ({ step: "added", after: position }));
}

function hasBefore(step: Step): step is Exclude<Step, { readonly step: "added" }> {
  return step.step !== "added";
}

/** Where something used to stand it is not shown as it is now. */
function hasAfter({ step }: Step): boolean {
  return step !== "removed" && step !== "movedAway";
}

/** A picture is shown if the other side has another one. */
function pictureHtml(block: Block | AttachmentBlock | undefined, other: Block | AttachmentBlock | undefined): string {
  if (block?.type !== "picture") return "";
  if (other?.type === "picture" && isSamePicture(block, other)) return "";
  const source = `data:image/${block.format};base64,${block.data}`;
  return `<img src="${escapeHtml(source)}" alt="${escapeHtml(block.alternativeText)}">`;
}

function isSamePicture(one: Picture, other: Picture): boolean {
  return one.format === other.format && one.data === other.data;
}
