import type { CircularDocument } from "../document/tree.js";
import { SIZES } from "../layout/fonts.js";
import { pageGeometry } from "../layout/page.js";
import type { LayoutProfile } from "../layout/profile.js";
import { circularFlow, type FlowItem } from "./flow.js";
import { contentXml, isParagraph } from "./flow-content.js";
import type { PictureStore } from "./media.js";
import { spacerParagraph, withoutPageBreakBefore, withSectionEnd } from "./paragraph.js";
import { type SectionFooters, sectionProperties } from "./section.js";

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
  const sections = sectionsOf(circularFlow(document, profile));
  const parts: string[] = [];
  sections.forEach((items, index) => {
    const geometry = pageGeometry(items[0]?.orientation ?? "portrait", SIZES.四号);
    const properties = sectionProperties(geometry, index === 0 ? footers : undefined);
    const blocks = items.map(({ content, opensPage }, position) => {
      const xml = contentXml(content, geometry, pictures);
      return opensPage && position === 0 ? withoutPageBreakBefore(xml) : xml;
    });
    // Word wants a paragraph after a table at the end of a section.
    if (!isParagraph(items.at(-1)?.content)) blocks.push(spacerParagraph());
    if (index < sections.length - 1) blocks.push(withSectionEnd(blocks.pop() ?? "", properties));
    else blocks.push(properties);
    // Not all at once: a table may have a hundred thousand rows.
    for (const block of blocks) parts.push(block);
  });
  return parts.join("");
}

/** Neighbours of one orientation; at least one section, which may be empty. */
function sectionsOf(items: readonly FlowItem[]): readonly (readonly FlowItem[])[] {
  const sections: FlowItem[][] = [];
  for (const item of items) {
    const current = sections.at(-1);
    if (current?.[0]?.orientation === item.orientation) current.push(item);
    else sections.push([item]);
  }
  return sections.length === 0 ? [[]] : sections;
}
