import { characterWidth } from "../layout/text-width.js";

/** A column gets at least the width of so many characters, and needs at most so many before its text wraps. */
const narrowest = 2.5;
const widestUnwrapped = 16;

/**
 * Relative column widths where the author gave none: as wide as the longest text, but a long text wraps rather than squeezing the
 * others.
 *
 * @param columns with the widths given by the author, in characters
 * @param eachCell calls back with every cell's column and text
 * @returns a width per column, in characters
 */
export function columnWidths(
  columns: readonly { readonly header: string; readonly width: number | undefined }[],
  eachCell: (visit: (column: number, text: string) => void) => void,
): number[] {
  const longest = columns.map(({ header }) =>
    header.split("\n").reduce((widest, line) => Math.max(widest, Math.min(characterWidth(line), 4)), 0),
  );
  if (columns.some((column) => column.width === undefined)) {
    eachCell((column, text) => {
      if (columns[column]?.width !== undefined) return;
      for (const line of text.split("\n")) {
        const width = characterWidth(line);
        if (width > (longest[column] ?? 0)) longest[column] = width;
      }
    });
  }
  return columns.map(
    ({ width }, index) => width ?? Math.max(narrowest, Math.min(longest[index] ?? 0, widestUnwrapped) + 1),
  );
}
