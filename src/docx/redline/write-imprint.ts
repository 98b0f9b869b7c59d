import type { ImprintContent } from "../flow-content.js";
import { readParagraph } from "./printed-paragraph.js";
import { redlineParagraph } from "./redline-block.js";
import type { RevisionMarks } from "./revision-marks.js";
import { writeParagraph } from "./write-paragraph.js";

/** 版记 of both drafts: a row each for 抄送 and for 印发机关, told apart by their styles. Nothing else has these styles. */
export function writeImprint(before: ImprintContent, after: ImprintContent, marks: RevisionMarks): string {
  const older = new Map(before.paragraphs.map((xml) => [readParagraph(xml).style, xml]));
  const newer = new Map(after.paragraphs.map((xml) => [readParagraph(xml).style, xml]));
  const rows = imprintStyles.map((style) => imprintRow(after, older.get(style), newer.get(style), marks));
  return `${after.head}${rows.join("")}</w:tbl>`;
}

export function writeWholeImprint(
  imprint: ImprintContent,
  belonging: "inserted" | "deleted",
  marks: RevisionMarks,
): string {
  const rows = imprint.paragraphs.map((xml) =>
    belonging === "deleted" ? imprintRow(imprint, xml, undefined, marks) : imprintRow(imprint, undefined, xml, marks),
  );
  return `${imprint.head}${rows.join("")}</w:tbl>`;
}

/** §7.4: 抄送 above 印发机关和印发日期. */
const imprintStyles = ["ImprintCopyTo", "ImprintPrinter"];

function imprintRow(
  { row }: ImprintContent,
  before: string | undefined,
  after: string | undefined,
  marks: RevisionMarks,
): string {
  if (before === undefined && after === undefined) return "";
  const paragraph = redlineParagraph(
    before === undefined ? undefined : readParagraph(before),
    after === undefined ? undefined : readParagraph(after),
  );
  const rowMark = marks.mark(paragraph.mark);
  // The row goes with its paragraph. In floating tables LibreOffice counts a marked paragraph end as that of the next cell, too.
  return row(writeParagraph({ ...paragraph, mark: "kept" }, marks), rowMark);
}
