/**
 * Where something stands in a file that a person edits, precise enough to put the cursor there.
 *
 * A workbook is addressed by `sheet` and `cell` (`A5`), a text file by `line` and `column` (both from 1).
 * `file` is the path as it is shown to people: relative to the folder the command was started in, with `/`.
 */
export interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Writes a place the way a person reads it: `inspection.xlsx 网站!C5`, `circular.yaml:3:7`. */
export function formatPlace(place: Place): string {
  if (place.sheet !== undefined) {
    return place.cell === undefined
      ? `${place.file} 工作表“${place.sheet}”`
      : `${place.file} ${place.sheet}!${place.cell}`;
  }
  if (place.line === undefined) return place.file;
  return place.column === undefined
    ? `${place.file}:${String(place.line)}`
    : `${place.file}:${String(place.line)}:${String(place.column)}`;
}

/** Orders places by file, sheet, then position, so that messages come out the same on every run. */
export function comparePlaces(left: Place, right: Place): number {
  return (
    compareText(left.file, right.file) ||
    compareText(left.sheet ?? "", right.sheet ?? "") ||
    (left.line ?? 0) - (right.line ?? 0) ||
    (left.column ?? 0) - (right.column ?? 0) ||
    compareCells(left.cell, right.cell)
  );
}

/** Code-unit order: unlike `localeCompare` it is the same in every locale. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareCells(left: string | undefined, right: string | undefined): number {
  const a = splitCell(left);
  const b = splitCell(right);
  return a.row - b.row || a.letters.length - b.letters.length || compareText(a.letters, b.letters);
}

function splitCell(cell: string | undefined): { letters: string; row: number } {
  const match = /^([A-Z]*)(\d*)$/.exec(cell ?? "");
  return { letters: match?.[1] ?? "", row: Number(match?.[2] ?? 0) };
}
