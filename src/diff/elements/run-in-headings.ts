import { appendAll } from "../../document/append-all.js";
import { plainText, type AttachmentBlock, type Block, type Heading } from "../../document/tree.js";
import { wholeSpan, type Comparison, type Draft } from "../draft.js";
import type { Edit, Path } from "../edits.js";
import { setEdit, type FieldPaths } from "./choice-fields.js";
import { printedNode } from "./shown-block.js";
import { textNodes } from "./text-fields.js";

type Node = Block | AttachmentBlock;

interface BlockList {
  readonly blocks: readonly Node[];
  readonly path: Path;
}

/** A paragraph that was the text of a run-in heading, or became it, word by word. */
export interface RunInText {
  /** Positions of the heading in the older and in the newer list. */
  readonly heading: { readonly before: number; readonly after: number };
  /** The paragraph that followed the heading and is now run in; or that was run in and follows it now. */
  readonly paragraph:
    { readonly before: number; readonly after?: never } | { readonly before?: never; readonly after: number };
}

/**
 * Finds headings whose text went from their own line to a paragraph of its own or back. Nothing was written then: it is a matter of
 * layout, often of another level.
 *
 * @param partners for each older block the position of the newer one, −1 if there is none
 */
export function runInTexts(
  before: readonly Node[],
  after: readonly Node[],
  partners: readonly number[],
): readonly RunInText[] {
  const origins = new Set(partners);
  return partners.flatMap((to, from): RunInText[] => {
    const [old, fresh] = [before[from], after[to]];
    if (old?.type !== "heading" || fresh?.type !== "heading") return [];
    const heading = { before: from, after: to };
    if (fresh.body === undefined && isTextOf(old, after[to + 1]) && !origins.has(to + 1)) {
      return [{ heading, paragraph: { after: to + 1 } }];
    }
    if (old.body === undefined && isTextOf(fresh, before[from + 1]) && (partners[from + 1] ?? 0) < 0) {
      return [{ heading, paragraph: { before: from + 1 } }];
    }
    return [];
  });
}

function isTextOf({ body }: Heading, node: Node | undefined): boolean {
  return body !== undefined && node?.type === "paragraph" && plainText(body) === plainText(node.children);
}

/** The words of a heading: whether it ends in 。 depends on whether text follows in the same line. */
export function headingWords({ children }: Heading): string {
  return plainText(children).replace(/。$/u, "");
}

/** A heading of both lists whose text went to a paragraph or came from one. */
interface RunInChange {
  readonly old: Heading;
  readonly fresh: Heading;
  readonly field: (name: string) => FieldPaths;
  readonly runIn: RunInText;
  /** The change of its level, which takes this in. */
  readonly level: Draft | undefined;
}

/**
 * Reports that the text of a heading became a paragraph, or the other way round.
 *
 * @returns whether the words of the heading are the same, so that nothing else is to be said of it
 */
export function reportRunInText(
  comparison: Comparison,
  lists: { readonly before: BlockList; readonly after: BlockList },
  { old, fresh, field, runIn, level }: RunInChange,
): boolean {
  const { paragraph } = runIn;
  const body = field("body");
  const text = plainText(old.body ?? fresh.body ?? []);
  const edits: Edit[] = [];
  let remark = "后面的文字另起一段";
  let sides: { readonly before: Path; readonly after: Path };
  if (paragraph.after === undefined) {
    remark = "后面的文字接在同一段";
    sides = { before: [...lists.before.path, paragraph.before], after: body.after };
    edits.push({ edit: "remove", path: sides.before }, setEdit(body, textNodes(text)));
  } else {
    sides = { before: body.before, after: [...lists.after.path, paragraph.after] };
    const node = lists.after.blocks[paragraph.after];
    edits.push(setEdit(body, undefined));
    if (node !== undefined) {
      edits.push({ edit: "insert", path: lists.before.path, index: paragraph.after, item: printedNode(node) });
    }
  }
  const isSameTitle = headingWords(old) === headingWords(fresh);
  if (isSameTitle) edits.push(setEdit(field("children"), textNodes(plainText(fresh.children))));
  const occurrence = {
    before: comparison.sideBefore(sides.before, text),
    after: comparison.sideAfter(sides.after, text),
    spans: wholeSpan("equal", text),
  };
  if (level === undefined) {
    comparison.add({ layer: "text", kind: "changed", element: "heading", occurrences: [occurrence], remark, edits });
  } else {
    level.occurrences.push(occurrence);
    appendAll(level.edits, edits);
    level.remark = `${level.remark ?? ""}，${remark}`;
  }
  return isSameTitle;
}
