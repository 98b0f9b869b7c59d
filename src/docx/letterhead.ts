import { FrameAnchorType, FrameWrap, type IFrameOptions, type IParagraphOptions, TabStopType } from "docx";
import { type Letterhead, text } from "../document/tree.js";
import { LETTER_ELEMENT_GAP, LETTER_GEOMETRY, MARK_DROP } from "../layout/element-styles.js";
import { addLengths, type Length, points, scaleLength, toTwips } from "../layout/measures.js";
import { centredOnPaper, LINE_PITCH, TYPE_AREA } from "../layout/page.js";
import type { LayoutProfile } from "../layout/profile.js";
import { paragraph } from "./paragraph.js";
import { lineRuns, textRun } from "./runs.js";

/** 版头 of the 文件格式, GB/T 9704—2012 §7.2, as paragraphs. */
export function redHead(letterhead: Letterhead): readonly string[] {
  const corner = cornerElements(letterhead);
  // §7.2.4: the mark is 35 mm below the top edge of the type area whether or not there are lines in the corner above it.
  const markDirect: IParagraphOptions =
    corner.length === 0
      ? {}
      : { spacing: { before: Math.max(0, toTwips(MARK_DROP) - corner.length * toTwips(LINE_PITCH)) } };
  return [
    ...corner.map(({ style, value }) => paragraph(style, [textRun(value)])),
    paragraph("Mark", markRuns(letterhead), markDirect),
    // Without a number its line stays empty: the red line hangs on it, and the number is often filled in by hand.
    paragraph("DocumentNumber", numberRuns(letterhead)),
  ];
}

/**
 * 版头 of the 信函格式, §10.1. The mark and its double line stand in frames, because their places are counted from the edge of the
 * paper and the line is wider than the type area; frames are paragraphs of the text, so that every reader finds the mark there.
 */
export function letterHead(letterhead: Letterhead, profile: LayoutProfile): readonly string[] {
  const { lineLength, markTop, topLineDrop } = LETTER_GEOMETRY;
  const markHeight = scaleLength(profile.markLineHeight, Math.max(1, letterhead.mark.length));
  const frameAt = (top: Length, gapBelow: Length): IFrameOptions => ({
    type: "absolute",
    position: { x: toTwips(centredOnPaper(lineLength)), y: toTwips(top) },
    width: toTwips(lineLength),
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    wrap: FrameWrap.NOT_BESIDE,
    space: { horizontal: 0, vertical: toTwips(gapBelow) },
  });
  const head = [
    paragraph("Mark", markRuns(letterhead), { frame: frameAt(markTop, points(0)) }),
    paragraph("LetterTopLine", [], {
      frame: frameAt(addLengths(markTop, markHeight, topLineDrop), LETTER_ELEMENT_GAP),
    }),
  ];
  const [first, ...rest] = cornerElements(letterhead);
  if (first === undefined) return [...head, paragraph("DocumentNumber", numberRuns(letterhead))];
  // §10.1: the first element at the left edge and the number at the right edge both stand right under the first double line.
  const firstLine =
    letterhead.documentNumber === undefined ? first.value : `${first.value}\t${letterhead.documentNumber}`;
  return [
    ...head,
    paragraph(first.style, [textRun(firstLine)], {
      tabStops: [{ type: TabStopType.RIGHT, position: toTwips(TYPE_AREA.width) }],
    }),
    ...rest.map(({ style, value }) => paragraph(style, [textRun(value)])),
  ];
}

/** 份号, 密级和保密期限 and 紧急程度: one line each, in this order (§7.2.1 to §7.2.3). */
function cornerElements(letterhead: Letterhead): readonly { readonly style: string; readonly value: string }[] {
  const { copyNumber, classification, urgency } = letterhead;
  return [
    { style: "CopyNumber", value: copyNumber },
    { style: "Classification", value: classification },
    { style: "Urgency", value: urgency },
  ].flatMap(({ style, value }) => (value === undefined ? [] : [{ style, value }]));
}

function markRuns(letterhead: Letterhead): ReturnType<typeof lineRuns> {
  return lineRuns(letterhead.mark.map((line) => [text(line)]));
}

function numberRuns(letterhead: Letterhead): ReturnType<typeof lineRuns> {
  return letterhead.documentNumber === undefined ? [] : [textRun(letterhead.documentNumber)];
}
