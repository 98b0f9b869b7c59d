import type { CircularDocument } from "../document/tree.js";
import { SIZES } from "../layout/fonts.js";
import { pageGeometry } from "../layout/page.js";
import type { LayoutProfile } from "../layout/profile.js";
import { circularFlow, type FlowItem } from "./flow.js";
import { contentPieces, isParagraph } from "./flow-content.js";
import type { PictureStore } from "./media.js";
import type { TableWriting } from "./table.js";
import { spacerParagraph, withoutPageBreakBefore, withSectionEnd } from "./paragraph.js";
import { type SectionFooters, sectionProperties } from "./section.js";

/**
 * The content of `w:body`, in pieces.
 *
 * Attachments in landscape are sections of their own; neighbours of one orientation share a section. The first section declares
 * the footers, the others take them over, and pages are numbered on through all of them (§7.3.7).
 *
 * @param tables how they are written
 */
export function* bodyPieces(
  document: CircularDocument,
  profile: LayoutProfile,
  footers: SectionFooters,
  pictures: PictureStore,
  tables: TableWriting = {},
): Generator<string> {
  const sections = sectionsOf(circularFlow(document, profile));
  for (const [index, items] of sections.entries()) {
    const geometry = pageGeometry(items[0]?.orientation ?? "portrait", SIZES.四号);
    const properties = sectionProperties(geometry, index === 0 ? footers : undefined);
    const isLast = index === sections.length - 1;
    const ended = (xml: string): string => (isLast ? xml + properties : withSectionEnd(xml, properties));
    const endsInParagraph = isParagraph(items.at(-1)?.content);
    for (const [position, { content, opensPage }] of items.entries()) {
      const endsSection = endsInParagraph && position === items.length - 1;
      for (const piece of contentPieces(content, geometry, pictures, tables)) {
        const xml = opensPage && position === 0 ? withoutPageBreakBefore(piece) : piece;
        yield endsSection ? ended(xml) : xml;
      }
    }
    // Word wants a paragraph after a table at the end of a section.
    if (!endsInParagraph) yield ended(spacerParagraph());
  }
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
