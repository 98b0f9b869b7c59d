import { DocumentGridType, type FooterWrapper, PageOrientation, SectionProperties } from "docx";
import { toTwips } from "../layout/measures.js";
import { LINE_PITCH, type PageGeometry, PAPER } from "../layout/page.js";
import { serialise } from "./serialise.js";

/** The footers that a section declares; a section that declares none takes those of the one before it. */
export interface SectionFooters {
  readonly default: FooterWrapper;
  readonly even?: FooterWrapper;
  /** If present, page 1 has a footer of its own. */
  readonly first?: FooterWrapper;
}

/**
 * `w:sectPr`: paper, margins, line grid and page numbers of one section, GB/T 9704—2012 §5 and §7.5.
 *
 * @param hasFirstPage Whether the first page of the section is page 1, with a footer of its own if there is one.
 */
export function sectionProperties(
  geometry: PageGeometry,
  footers?: SectionFooters,
  hasFirstPage = footers !== undefined,
): string {
  const { margins } = geometry;
  return serialise(
    new SectionProperties({
      page: {
        // The library turns the paper itself.
        size: {
          width: toTwips(PAPER.width),
          height: toTwips(PAPER.height),
          orientation: geometry.orientation === "landscape" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { ...margins, header: geometry.footerDistance, footer: geometry.footerDistance, gutter: 0 },
      },
      grid: { type: DocumentGridType.LINES, linePitch: toTwips(LINE_PITCH) },
      ...(footers === undefined
        ? {}
        : { footerWrapperGroup: footers, titlePage: hasFirstPage && footers.first !== undefined }),
    }),
  );
}
