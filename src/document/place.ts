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
  /** Where in a draft, in the words of a reviewer: `正文 二、（三）第1段`, `附件3 第5行 序号`. */
  readonly part?: string;
  /** The same for programs, to put a comment or a mark there. */
  readonly spot?: Spot;
}

/** Some characters of a document tree. */
export interface Spot {
  /**
   * The keys from the document down to what holds the text: an array of inline nodes (`["children", 4, "body"]`,
   * `["children", 0, "lines", 1]`), a table cell (`["children", 9, "children", 0, "rows", 4, "cells", 2]`) or a string
   * (`["children", 9, "label"]`).
   */
  readonly path: readonly (string | number)[];
  /** UTF-16 units of its plain text, from `start` up to but not including `end`. */
  readonly start: number;
  readonly end: number;
}

/** Writes a place the way a person reads it: `inspection.xlsx 网站!C5`, `circular.yaml:3:7`. */
export function formatPlace(place: Place): string {
  if (place.sheet !== undefined) {
    return place.cell === undefined
      ? `${place.file} 工作表“${place.sheet}”`
      : `${place.file} ${place.sheet}!${place.cell}`;
  }
  if (place.part !== undefined) return `${place.file} ${place.part}`;
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
    compareCells(left.cell, right.cell) ||
    compareSpots(left.spot, right.spot) ||
    compareText(left.part ?? "", right.part ?? "")
  );
}

/** In the order of the document; a place without a spot comes first. */
function compareSpots(left: Spot | undefined, right: Spot | undefined): number {
  if (left === undefined || right === undefined) return (left === undefined ? 0 : 1) - (right === undefined ? 0 : 1);
  const length = Math.min(left.path.length, right.path.length);
  for (let index = 0; index < length; index += 1) {
    const a = left.path[index];
    const b = right.path[index];
    const order = typeof a === "number" && typeof b === "number" ? a - b : printedOrder(a) - printedOrder(b);
    if (order !== 0) return order;
  }
  return left.path.length - right.path.length || left.start - right.start || left.end - right.end;
}

/** The keys of a node's texts in the order in which they are printed: an attachment's title comes before its tables. */
const printedKeys: readonly unknown[] = [
  ...["properties", "appearance", "copyNumber", "classification", "urgency", "mark", "documentNumber"],
  ...["label", "title", "subtitle", "lines", "children", "body", "items", "name", "issuers", "date"],
  ...["columns", "headerRows", "rows", "cells", "copyTo", "printer", "printDate"],
];

function printedOrder(key: string | number | undefined): number {
  return printedKeys.indexOf(key);
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
