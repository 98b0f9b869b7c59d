import { FooterWrapper, FrameAnchorType, FrameWrap, Media, Paragraph, SimpleField } from "docx";
import { LETTER_GEOMETRY } from "../layout/element-styles.js";
import { subtractLengths, toTwips } from "../layout/measures.js";
import { centredOnPaper, PAPER } from "../layout/page.js";
import type { LayoutProfile } from "../layout/profile.js";
import { textRun } from "./runs.js";
import type { SectionFooters } from "./section.js";
import { serialise } from "./serialise.js";
import { XML_DECLARATION } from "./xml.js";

/** A footer as a part of the file. */
export interface FooterPart {
  readonly relationshipNumber: number;
  readonly xml: string;
}

/**
 * The footers of a circular, GB/T 9704—2012 §7.5: `— 1 —` outside at the foot of each page, or centred. Page 1 of a letter has no
 * number but the second double line (§10.1).
 *
 * @param nextRelationshipNumber Gives the number of a new relationship of the document part.
 */
export function pageFooters(
  profile: LayoutProfile,
  nextRelationshipNumber: () => number,
): { readonly footers: SectionFooters; readonly parts: readonly FooterPart[] } {
  const wrap = (...paragraphs: readonly Paragraph[]): FooterWrapper => {
    const wrapper = new FooterWrapper(new Media(), nextRelationshipNumber());
    for (const paragraph of paragraphs) wrapper.add(paragraph);
    return wrapper;
  };
  const footers: SectionFooters =
    profile.pageNumbers === "centre"
      ? { default: wrap(pageNumber("PageNumberCentre", "1")) }
      : { default: wrap(pageNumber("PageNumberOdd", "1")), even: wrap(pageNumber("PageNumberEven", "2")) };
  const all: SectionFooters = profile.form === "letter" ? { ...footers, first: wrap(...letterBottomLine()) } : footers;
  return {
    footers: all,
    parts: [all.default, all.even, all.first].flatMap((wrapper) =>
      wrapper === undefined
        ? []
        : [{ relationshipNumber: wrapper.View.ReferenceId, xml: XML_DECLARATION + serialise(wrapper.View) }],
    ),
  };
}

/** The dashes are U+2014 with a space before and after the number. The field has a result for readers that do not count pages. */
function pageNumber(style: string, cachedNumber: string): Paragraph {
  return new Paragraph({ style, children: [textRun("— "), new SimpleField("PAGE", cachedNumber), textRun(" —")] });
}

/**
 * The line stands in a frame, because it is wider than the type area and counted from the edge of the paper. The frame needs a
 * paragraph after it to be tied to.
 */
function letterBottomLine(): readonly Paragraph[] {
  const { lineLength, bottomLine } = LETTER_GEOMETRY;
  const line = new Paragraph({
    style: "LetterBottomLine",
    frame: {
      type: "absolute",
      position: { x: toTwips(centredOnPaper(lineLength)), y: toTwips(subtractLengths(PAPER.height, bottomLine)) },
      width: toTwips(lineLength),
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
      wrap: FrameWrap.AROUND,
    },
  });
  return [line, new Paragraph({ style: "Spacer" })];
}
