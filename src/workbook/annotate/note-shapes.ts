import { diagnose } from "../../diagnostics/catalogue.js";
import { UnreadablePart } from "../../openxml/unreadable-part.js";
import type { NoteRun } from "./note-text.js";
import type { SheetMeasures } from "./sheet-measures.js";
import { textWidth } from "./xml-text.js";

/** The VML drawing that every note needs beside its text: its box (ISO/IEC 29500-4, 19). */

const namespaces = {
  v: "urn:schemas-microsoft-com:vml",
  o: "urn:schemas-microsoft-com:office:office",
  x: "urn:schemas-microsoft-com:office:excel",
} as const;

const declarations = Object.entries(namespaces)
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join("");

/** The drawing of a sheet that has none yet. */
export const emptyDrawing = `<xml${declarations}></xml>`;

/** Ids of shapes come in blocks of this many; each drawing says which blocks are its own. */
const idBlock = 1024;

/** A box for a note: the cell that it belongs to, from 0, and how far it reaches. */
export interface NoteBox {
  readonly row: number;
  readonly column: number;
  readonly anchor: string;
}

/** The number of the highest block of ids that any of some drawings uses. */
export function highestIdBlock(drawings: readonly string[]): number {
  let highest = 0;
  for (const drawing of drawings) {
    for (const [, id] of drawing.matchAll(/_x0000_s(\d{1,8})\b/gu)) {
      highest = Math.max(highest, Math.floor(Number(id) / idBlock));
    }
    for (const [, blocks = ""] of drawing.matchAll(/\bidmap\b[^>]*?\bdata\s*=\s*["']([\d,\s]*)["']/gu)) {
      for (const one of blocks.split(",")) if (/^\s*\d{1,5}\s*$/u.test(one)) highest = Math.max(highest, Number(one));
    }
  }
  return highest;
}

/**
 * Adds the boxes of notes to a drawing. Such drawings need not be well-formed XML (Excel leaves `<br>` open in the captions of
 * buttons), so they are changed without being taken apart.
 *
 * @param block of ids that no drawing of the workbook uses
 * @throws UnreadablePart if the drawing has no end
 */
export function addBoxes(drawing: string, boxes: readonly NoteBox[], block: number): string {
  if (boxes.length === 0) return drawing;
  const end = /<\/(?:\w+:)?xml\s*>\s*$/u.exec(drawing);
  if (end === null) {
    throw new UnreadablePart((place, part) => diagnose("workbook-damaged-part", place, { part, detail: "没有结尾" }));
  }
  const root = /<(?:\w+:)?xml\b[^>]*>/u.exec(drawing)?.[0] ?? "";
  const declared = Object.entries(namespaces).every(([prefix, uri]) =>
    new RegExp(`\\sxmlns:${prefix}\\s*=\\s*["']${uri}["']`, "u").test(root),
  );
  const local = declared ? "" : declarations;
  const shapes = boxes.map((box, index) => boxXml(box, block * idBlock + 1 + index, index + 1, local));
  const type = drawing.includes('id="_x0000_t202"') ? "" : shapeType(local);
  const layout = /\bidmap\b/u.test(drawing) ? "" : layoutXml(block, local);
  const withBlock = drawing
    .slice(0, end.index)
    .replace(/(\bidmap\b[^>]*?\bdata\s*=\s*["'])([\d,\s]*)(["'])/u, `$1$2,${String(block)}$3`);
  return `${withBlock}${layout}${type}${shapes.join("")}${drawing.slice(end.index)}`;
}

/**
 * Makes the boxes of existing notes higher, so that a longer text can be read. How high they are in the end is for whoever opens them.
 *
 * @param lines for each cell, `row:column` from 0, how many rows more
 */
export function heightenBoxes(drawing: string, lines: ReadonlyMap<string, number>): string {
  if (lines.size === 0) return drawing;
  return drawing.replace(
    /<(\w+:)?ClientData\b[^>]*\bObjectType\s*=\s*["']Note["'][^>]*>[^]*?<\/(?:\w+:)?ClientData\s*>/gu,
    (data) => {
      const numberIn = (name: string): string =>
        new RegExp(`<(?:\\w+:)?${name}\\s*>\\s*(\\d+)\\s*<`, "u").exec(data)?.[1] ?? "";
      const more = lines.get(`${numberIn("Row")}:${numberIn("Column")}`);
      if (more === undefined) return data;
      return data.replace(
        /(<(?:\w+:)?Anchor\s*>(?:\s*-?\d+\s*,){6}\s*)(\d+)(\s*,)/u,
        (_, before: string, bottom: string, after: string) => `${before}${String(Number(bottom) + more)}${after}`,
      );
    },
  );
}

/** In pixels. A line of 9 points with its leading; a box as wide as about 24 Chinese characters. */
const lineHeight = 16;
const boxWidth = 310;
const charactersInOwnBox = 24;
const tallestBox = 600;
const padding = 12;

/** As wide as the box that Excel gives to a note when somebody makes one. */
export const charactersInUsualBox = 10;

/** How many lines of a box a note's text takes. */
export function countLines(runs: readonly NoteRun[], charactersInLine = charactersInOwnBox): number {
  const text = runs.map((run) => run.text).join("");
  return text
    .split("\n")
    .reduce((total, line) => total + Math.max(1, Math.ceil(textWidth(line) / charactersInLine)), 0);
}

/** How many rows of a sheet as many lines take. */
export function rowsForLines(lines: number, measures: SheetMeasures): number {
  return Math.ceil((lines * lineHeight) / pixels(measures.rowHeight));
}

/**
 * A box to the right of its cell, high enough for its text.
 *
 * @param rowHeights in points, of rows that say so
 */
export function noteBox(
  cell: { readonly row: number; readonly column: number },
  runs: readonly NoteRun[],
  measures: SheetMeasures,
  rowHeights: ReadonlyMap<number, number>,
): NoteBox {
  const height = Math.min(countLines(runs) * lineHeight + padding, tallestBox);
  const top = Math.max(0, cell.row - 1);
  const [right, rightOffset] = walk(cell.column + 1, 15 + boxWidth, measures.columnWidth, lastColumn);
  const rowPixels = (row: number): number => pixels(rowHeights.get(row) ?? measures.rowHeight);
  const [bottom, bottomOffset] = walk(top, 5 + height, rowPixels, lastRow);
  const numbers = [Math.min(cell.column + 1, lastColumn), 15, top, 5, right, rightOffset, bottom, bottomOffset];
  return { row: cell.row, column: cell.column, anchor: numbers.map((number) => String(Math.round(number))).join(", ") };
}

const lastRow = 1_048_575;
const lastColumn = 16_383;

/** Which row or column lies so many pixels behind the beginning of another, and how far inside it. */
function walk(from: number, distance: number, size: (index: number) => number, last: number): [number, number] {
  let index = Math.min(from, last);
  let rest = distance;
  for (let steps = 0; steps < 500 && index < last; steps += 1) {
    const own = size(index);
    if (rest < own) return [index, rest];
    rest -= own;
    index += 1;
  }
  return [index, 0];
}

function pixels(points: number): number {
  return (points * 4) / 3;
}

function layoutXml(block: number, local: string): string {
  return `<o:shapelayout${local} v:ext="edit"><o:idmap v:ext="edit" data="${String(block)}"/></o:shapelayout>`;
}

function shapeType(local: string): string {
  return (
    `<v:shapetype${local} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
  );
}

function boxXml({ row, column, anchor }: NoteBox, id: number, order: number, local: string): string {
  return (
    `<v:shape${local} id="_x0000_s${String(id)}" type="#_x0000_t202" ` +
    `style="position:absolute;margin-left:60pt;margin-top:2pt;width:230pt;height:90pt;z-index:${String(order)};visibility:hidden" ` +
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>' +
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${String(row)}</x:Row><x:Column>${String(column)}</x:Column></x:ClientData></v:shape>`
  );
}
