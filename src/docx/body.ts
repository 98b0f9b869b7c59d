import type { Block, CircularDocument } from "../document/tree.js";
import { SIZES } from "../layout/fonts.js";
import { type PageGeometry, pageGeometry } from "../layout/page.js";
import type { LayoutProfile } from "../layout/profile.js";
import { attachmentBlocks } from "./attachment.js";
import { attachmentListParagraphs, isShortList, signatureParagraphs } from "./closing.js";
import { headingParagraph } from "./heading.js";
import { imprintBlocks } from "./imprint.js";
import { letterHead, redHead } from "./letterhead.js";
import type { PictureStore } from "./media.js";
import { paragraph, spacerParagraph, withSectionEnd } from "./paragraph.js";
import { lineRuns, textRuns } from "./runs.js";
import { type SectionFooters, sectionProperties } from "./section.js";

interface Section {
  readonly geometry: PageGeometry;
  readonly blocks: string[];
}

/**
 * The content of `w:body`.
 *
 * Attachments in landscape are sections of their own; neighbours of one orientation share a section. The first section declares
 * the footers, the others take them over, and pages are numbered on through all of them (§7.3.7).
 */
export function bodyXml(
  document: CircularDocument,
  profile: LayoutProfile,
  footers: SectionFooters,
  pictures: PictureStore,
): string {
  const sections = fillSections(document.children, profile, pictures);
  const parts: string[] = [];
  sections.forEach((section, index) => {
    const properties = sectionProperties(section.geometry, index === 0 ? footers : undefined);
    if (index === sections.length - 1) {
      parts.push(...endingInParagraph(section.blocks), properties);
      return;
    }
    const blocks = endingInParagraph(section.blocks);
    const last = blocks.at(-1) ?? spacerParagraph();
    parts.push(...blocks.slice(0, -1), withSectionEnd(last, properties));
  });
  return parts.join("");
}

function fillSections(children: readonly Block[], profile: LayoutProfile, pictures: PictureStore): readonly Section[] {
  let current: Section = { geometry: pageGeometry("portrait", SIZES.四号), blocks: [] };
  const sections = [current];
  /** The section for a block of this orientation; a section without content yet takes any orientation. */
  const turnTo = (orientation: "portrait" | "landscape"): Section => {
    if (current.geometry.orientation === orientation) return current;
    const next: Section = { geometry: pageGeometry(orientation, SIZES.四号), blocks: [] };
    if (current.blocks.length === 0) sections.pop();
    sections.push(next);
    current = next;
    return next;
  };

  children.forEach((block, index) => {
    if (block.type === "attachment") {
      const section = turnTo(block.orientation);
      const startsSection = section.blocks.length === 0;
      section.blocks.push(...attachmentBlocks(block, section.geometry, startsSection, pictures));
      return;
    }
    if (block.type === "imprint") {
      // 版记 is as wide as the upright type area: after a landscape attachment it has a page of its own (implementation choice).
      const section = turnTo("portrait");
      section.blocks.push(...imprintBlocks(block, profile, endsInParagraph(section.blocks)));
      return;
    }
    current.blocks.push(...blockXml(block, children[index + 1], children[index + 2], profile));
  });
  return sections;
}

function blockXml(
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

/** Word wants a paragraph after a table at the end of a section. */
function endingInParagraph(blocks: readonly string[]): readonly string[] {
  return endsInParagraph(blocks) ? blocks : [...blocks, spacerParagraph()];
}

function endsInParagraph(blocks: readonly string[]): boolean {
  return blocks.at(-1)?.startsWith("<w:p>") ?? false;
}
