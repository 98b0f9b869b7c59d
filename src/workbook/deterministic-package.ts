import { unzipSync, zipSync, type Zippable } from "fflate";

/** Midnight of the first day that zip knows, without a zone: zip stores local time, and fflate reads it with local getters. */
const earliestTime = "1980-01-01T00:00:00";

const contentTypesPath = "[Content_Types].xml";

/**
 * Packs a workbook anew so that its bytes depend on its parts alone: `[Content_Types].xml` first, the others in the order of their names,
 * all with the same time. On the way the boxes of cell notes are made large enough to read.
 *
 * @param bytes an .xlsx file
 */
export function repack(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const paths = Object.keys(parts)
    .filter((path) => path !== contentTypesPath && !path.endsWith("/"))
    .sort();
  const files: Zippable = {};
  for (const path of [contentTypesPath, ...paths]) {
    const part = parts[path] ?? new Uint8Array();
    files[path] = /^xl\/drawings\/vmlDrawing\d*\.vml$/u.test(path) ? withLargerNotes(part) : part;
  }
  return zipSync(files, { mtime: earliestTime });
}

/**
 * exceljs gives every note four rows' height, too little for a few lines of Chinese. An anchor is the left column, its offset, the top
 * row, its offset, then the right column and the bottom row in the same way (ECMA-376 Part 4, 19.4.2.3).
 */
function withLargerNotes(part: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(part);
  const larger = text.replace(/<x:Anchor>(\d+), \d+, (\d+), [^<]*<\/x:Anchor>/gu, (_, left: string, top: string) => {
    const [column, row] = [Number(left), Number(top)];
    return `<x:Anchor>${[column + 1, 10, row, 4, column + 3, 20, row + 9, 4].join(", ")}</x:Anchor>`;
  });
  return new TextEncoder().encode(larger);
}
