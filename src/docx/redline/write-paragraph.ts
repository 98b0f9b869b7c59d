import { textSpans } from "../../diff/words/text-spans.js";
import { hasPicture, type PrintedParagraph, writeRuns } from "./printed-paragraph.js";
import type { RedlineParagraph } from "./redline-block.js";
import type { RevisionMarks } from "./revision-marks.js";

/**
 * A paragraph with its changes. The order in `w:pPr` is that of CT_PPr: properties, mark, section, former properties.
 *
 * @param sectionProperties `w:sectPr` of the section that ends with it, or nothing.
 */
export function writeParagraph(paragraph: RedlineParagraph, marks: RevisionMarks, sectionProperties = ""): string {
  const { before, after, mark, properties, formerProperties } = paragraph;
  const former = formerProperties === undefined ? "" : marks.formerParagraphProperties(formerProperties);
  const runs = changedRuns(before, after, marks);
  return `<w:p><w:pPr>${properties}${marks.paragraphMark(mark)}${sectionProperties}${former}</w:pPr>${runs}</w:p>`;
}

function changedRuns(
  before: PrintedParagraph | undefined,
  after: PrintedParagraph | undefined,
  marks: RevisionMarks,
): string {
  const removed = before === undefined ? "" : writeRuns(before, 0, before.text.length, "w:delText");
  const added = after === undefined ? "" : writeRuns(after, 0, after.text.length, "w:t");
  if (before === undefined || after === undefined) return marks.deleted(removed) + marks.inserted(added);
  if (hasPicture(before) || hasPicture(after)) {
    const kept = before.runs === after.runs;
    return kept ? added : marks.deleted(removed) + marks.inserted(added);
  }
  let runs = "";
  let beforeAt = 0;
  let afterAt = 0;
  for (const { kind, text } of textSpans(before.text, after.text)) {
    const { length } = text;
    if (kind === "removed") runs += marks.deleted(writeRuns(before, beforeAt, beforeAt + length, "w:delText"));
    else if (kind === "added") runs += marks.inserted(writeRuns(after, afterAt, afterAt + length, "w:t"));
    else runs += writeRuns(after, afterAt, afterAt + length, "w:t");
    if (kind !== "added") beforeAt += length;
    if (kind !== "removed") afterAt += length;
  }
  return runs;
}
