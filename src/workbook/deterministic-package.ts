import { packContent } from "../openxml/pack.js";
import { writeArchive } from "../openxml/write-archive.js";
import { inflateEntry, readZipDirectory } from "../openxml/zip-archive.js";

const contentTypesPath = "[Content_Types].xml";

/**
 * Packs a workbook anew so that its bytes depend on its parts alone: `[Content_Types].xml` first, the others in the order of their names,
 * all with the same time. On the way the boxes of cell notes are made large enough to read, and fonts valid.
 *
 * @param bytes an .xlsx file
 */
export function repack(bytes: Uint8Array): Uint8Array {
  const entries = new Map(readZipDirectory(bytes).map((entry) => [entry.name, entry]));
  const paths = [...entries.keys()].filter((path) => path !== contentTypesPath && !path.endsWith("/")).sort();
  return writeArchive(
    [contentTypesPath, ...paths].flatMap((path) => {
      const entry = entries.get(path);
      return entry === undefined
        ? []
        : [{ name: path, packed: packContent(settled(path, inflateEntry(bytes, entry))) }];
    }),
  );
}

function settled(path: string, part: Uint8Array): Uint8Array {
  if (path === "xl/styles.xml") return rewritten(part, withOrderedFonts);
  return /^xl\/drawings\/vmlDrawing\d*\.vml$/u.test(path) ? rewritten(part, withLargerNotes) : part;
}

function rewritten(part: Uint8Array, rewrite: (text: string) => string): Uint8Array {
  return new TextEncoder().encode(rewrite(new TextDecoder().decode(part)));
}

/** As Office itself writes them, and its validator wants them (CT_Font, ECMA-376 Part 1, 18.8.22). */
const fontParts = ["b", "i", "strike", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"];

function withOrderedFonts(text: string): string {
  return text.replace(/<font>(.*?)<\/font>/gsu, (_, content: string) => {
    const parts = [...content.matchAll(/<(\w+)[^>]*\/>/gu)].map(([part, name = ""]) => ({ part, name }));
    parts.sort((a, b) => fontParts.indexOf(a.name) - fontParts.indexOf(b.name));
    return `<font>${parts.map(({ part }) => part).join("")}</font>`;
  });
}

/**
 * exceljs gives every note four rows' height, too little for a few lines of Chinese. An anchor is the left column, its offset, the top
 * row, its offset, then the right column and the bottom row in the same way (ECMA-376 Part 4, 19.4.2.3).
 */
function withLargerNotes(text: string): string {
  return text.replace(/<x:Anchor>(\d+), \d+, (\d+), [^<]*<\/x:Anchor>/gu, (_, left: string, top: string) => {
    const [column, row] = [Number(left), Number(top)];
    return `<x:Anchor>${[column + 1, 10, row, 4, column + 3, 20, row + 9, 4].join(", ")}</x:Anchor>`;
  });
}
