import type { Fix } from "./fix.js";

/**
 * Makes fixes in the text of a file. Line ends and everything else stay as they are.
 *
 * @param text of the whole file
 * @param fixes of this file, by line and column; they do not overlap
 * @returns the new text
 * @throws RangeError if the file does not say at a fix's place what the fix wants to replace, or two fixes overlap
 */
export function fixTextFile(text: string, fixes: readonly Fix[]): string {
  const starts = lineStarts(text);
  const edits = fixes
    .map(({ place, before, after }) => {
      const start = (starts[(place.line ?? 1) - 1] ?? text.length) + (place.column ?? 1) - 1;
      if (!text.startsWith(before, start)) throw new RangeError(`${place.file} does not say ${before} there`);
      return { start, end: start + before.length, after };
    })
    .sort((a, b) => a.start - b.start);
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, after } of edits) {
    if (start < done) throw new RangeError(`two fixes overlap at ${String(start)}`);
    pieces.push(text.slice(done, start), after);
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces.join("");
}

/** Lines end with LF, CR LF or CR, as the readers of YAML and templates count them. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/u);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/gu)) starts.push(match.index + match[0].length);
  return starts;
}
