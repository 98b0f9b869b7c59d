import type { CircularDocument } from "../../src/document/tree.js";

/** What else is measured, beside merging and writing. */
export { loadWriter, merge, write } from "./ours-merge.js";

const editionFolder = "data/测速";

export async function reviewText(document: CircularDocument): Promise<unknown> {
  const { writeReviewText } = await import("../../src/text/review-text.js");
  return writeReviewText(document);
}

export async function check(document: CircularDocument): Promise<unknown> {
  const { proofread } = await import("../../src/checks/proofread.js");
  return proofread(document, { file: editionFolder });
}

export async function compare(before: CircularDocument, after: CircularDocument): Promise<unknown> {
  const { compareDocuments } = await import("../../src/diff/compare-documents.js");
  return compareDocuments(before, after);
}

/** Comparing and writing 花脸稿. */
export async function redline(before: CircularDocument, after: CircularDocument): Promise<unknown> {
  const [{ compareDocuments }, { writeRedline }] = await Promise.all([
    import("../../src/diff/compare-documents.js"),
    import("../../src/docx/redline/write-redline.js"),
  ]);
  return writeRedline(before, after, compareDocuments(before, after), { author: "×××", date: "2024-07-10T00:00:00Z" });
}

export async function readWorkbook(bytes: Uint8Array): Promise<{ readonly rows: number; readonly last: unknown }> {
  const { readWorkbook: read } = await import("../../src/input/xlsx/read-workbook.js");
  const rows = read(bytes, "账号.xlsx").workbook?.sheets[0]?.rows ?? [];
  return { rows: rows.length, last: rows.at(-1)?.cells[1] };
}
