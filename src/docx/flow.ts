import { appendAll } from "../document/append-all.js";
import type { Block, CircularDocument } from "../document/tree.js";
import type { PageGeometry } from "../layout/page.js";
import type { LayoutProfile } from "../layout/profile.js";
import { attachmentFlow } from "./attachment.js";
import { attachmentListParagraphs, isShortList, signatureParagraphs } from "./closing.js";
import { type FlowContent, isParagraph, paragraphContent } from "./flow-content.js";
import { headingParagraph } from "./heading.js";
import { imprintFlow } from "./imprint.js";
import { letterHead, redHead } from "./letterhead.js";
import { paragraph } from "./paragraph.js";
import { lineRuns, textRuns } from "./runs.js";

/** A paragraph or table of the printed circular, and the block of the tree that it belongs to. */
export interface FlowItem {
  /** The index of the block in the document's `children`. */
  readonly block: number;
  /** The index of the block in the attachment's `children`; absent for mark, title and subtitle, and outside attachments. */
  readonly child?: number;
  /** The pages it is printed on; neighbours of one orientation share a section. */
  readonly orientation: PageGeometry["orientation"];
  /** It is the mark of an attachment, whose style begins a new page. */
  readonly opensPage: boolean;
  readonly content: FlowContent;
}

/** All paragraphs and tables of a circular in the order of print. */
export function circularFlow(document: CircularDocument, profile: LayoutProfile): readonly FlowItem[] {
  const items: FlowItem[] = [];
  document.children.forEach((block, index) => {
    const last = items.at(-1);
    const current = last?.orientation ?? "portrait";
    if (block.type === "attachment") {
      const { orientation } = block;
      attachmentFlow(block).forEach((part, position) => {
        items.push({ block: index, orientation, opensPage: position === 0, ...part });
      });
      return;
    }
    // 版记 is as wide as the upright type area: after a landscape attachment it has a page of its own (implementation choice).
    const orientation = block.type === "imprint" ? "portrait" : current;
    const contents =
      block.type === "imprint"
        ? imprintFlow(block, profile, current === "portrait" && isParagraph(last?.content))
        : blockParagraphs(block, document.children[index + 1], document.children[index + 2], profile).map(
            paragraphContent,
          );
    appendAll(
      items,
      contents.map((content) => ({ block: index, orientation, opensPage: false, content })),
    );
  });
  return items;
}

function blockParagraphs(
  block: Exclude<Block, { readonly type: "attachment" | "imprint" }>,
  next: Block | undefined,
  afterNext: Block | undefined,
  profile: LayoutProfile,
): readonly string[] {
  // §7.3.5.5: 署名 and 成文日期 take at least the last line of the text before them along to a new page.
  const beforeSignature = next?.type === "signature";
  const keepNext =
    beforeSignature || (next?.type === "attachmentList" && afterNext?.type === "signature" && isShortList(next));
  switch (block.type) {
    case "letterhead":
      return profile.form === "letter" ? letterHead(block, profile) : redHead(block);
    case "title":
      return [paragraph("Title", lineRuns(block.lines))];
    case "recipients":
      return [paragraph("Recipients", textRuns(block.children))];
    case "heading":
      return [headingParagraph(block, keepNext)];
    case "paragraph":
      return [paragraph("Body", textRuns(block.children), keepNext ? { keepNext } : {})];
    case "attachmentList":
      return attachmentListParagraphs(block, profile, beforeSignature);
    case "signature":
      return signatureParagraphs(block, profile, next?.type === "disclosure" || next?.type === "note");
    case "disclosure":
      return [paragraph("Disclosure", textRuns(block.children), next?.type === "note" ? { keepNext: true } : {})];
    case "note":
      return [paragraph("Note", textRuns(block.children))];
  }
}
