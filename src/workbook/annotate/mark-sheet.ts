import { parseRange } from "../../input/xlsx/cell-reference.js";
import { isTrue } from "../../openxml/xml-events.js";
import { cellAddress } from "../../input/workbook.js";
import type { CellMark } from "./marks.js";
import type { FilledStyles } from "./styles-part.js";
import type { FoundRow, SheetOutline } from "./sheet-outline.js";
import type { SheetMeasures } from "./sheet-measures.js";
import type { TextEdits } from "../../openxml/text-edits.js";
import { attributesOf, withAttribute, type XmlOutline, type XmlTag } from "../../openxml/xml-scan.js";

/** A worksheet part while cells of it are marked. */
export interface SheetBeingMarked {
  readonly xml: string;
  readonly outline: XmlOutline;
  readonly rows: SheetOutline;
  readonly measures: SheetMeasures;
  readonly edits: TextEdits;
}

/**
 * Colours cells: a cell that is there gets a style that differs from its own in nothing but the fill, one that is not gets into being
 * with the fill of its row's or column's style.
 *
 * @param marks ascending by row and column
 */
export function colourCells(sheet: SheetBeingMarked, marks: readonly CellMark[], styles: FilledStyles): void {
  const { rows, outline } = sheet;
  const byRow = new Map<number, CellMark[]>();
  for (const mark of marks) {
    const inRow = byRow.get(mark.row) ?? [];
    byRow.set(mark.row, inRow);
    inRow.push(mark);
  }
  const newRows: { readonly at: number; readonly xml: string }[] = [];
  for (const [row, inRow] of byRow) {
    const found = rows.rows.get(row) ?? [];
    const missing = inRow.filter((mark) => !colourExisting(sheet, found, mark, styles));
    if (missing.length === 0) continue;
    const [first] = found;
    if (first !== undefined) addCells(sheet, first, missing, styles);
    else {
      const cells = missing.map((mark) => newCell(sheet, mark, styles, sheet.measures.columnStyle(mark.column)));
      const number = String(row + 1);
      newRows.push({
        at: rows.insertionPointBelow(row),
        xml: `<${outline.prefix}row r="${number}">${cells.join("")}</${outline.prefix}row>`,
      });
    }
  }
  addRows(sheet, newRows);
  widenDimension(sheet, marks);
}

function colourExisting(
  { xml, edits }: SheetBeingMarked,
  rows: readonly FoundRow[],
  mark: CellMark,
  styles: FilledStyles,
): boolean {
  // Of two cells of one address Excel shows the later one.
  const cell = rows.flatMap(({ cells }) => cells.filter(({ column }) => column === mark.column)).at(-1);
  if (cell === undefined) return false;
  const tag = textOf(xml, cell.tag);
  const style = styles.filled(Number(attributesOf(tag).get("s") ?? 0), mark.severity);
  edits.replace(cell.tag.start, cell.tag.end, withAttribute(tag, "s", String(style)));
  return true;
}

function addCells(sheet: SheetBeingMarked, row: FoundRow, marks: readonly CellMark[], styles: FilledStyles): void {
  const { xml, edits } = sheet;
  const tag = textOf(xml, row.tag);
  const attributes = attributesOf(tag);
  const rowStyle = isTrue(attributes.get("customFormat")) ? Number(attributes.get("s") ?? 0) : undefined;
  const cellOf = (mark: CellMark): string =>
    newCell(sheet, mark, styles, rowStyle ?? sheet.measures.columnStyle(mark.column));
  const inSpans = spansReach(attributes.get("spans"), marks);
  const newTag = inSpans ? tag : withAttribute(tag, "spans", undefined);
  if (row.tag.kind === "empty") {
    edits.replace(row.tag.start, row.tag.end, expanded(newTag, marks.map(cellOf).join("")));
    return;
  }
  if (!inSpans) edits.replace(row.tag.start, row.tag.end, newTag);
  for (const mark of marks) {
    const next = row.cells.find(({ column }) => column > mark.column);
    edits.insert(next?.tag.start ?? row.contentEnd, cellOf(mark));
  }
}

function newCell({ outline }: SheetBeingMarked, mark: CellMark, styles: FilledStyles, base: number): string {
  const style = String(styles.filled(base, mark.severity));
  return `<${outline.prefix}c r="${cellAddress(mark.row, mark.column)}" s="${style}"/>`;
}

function addRows(
  { xml, rows, edits }: SheetBeingMarked,
  newRows: readonly { readonly at: number; readonly xml: string }[],
): void {
  const { open } = rows.sheetData;
  if (open.kind === "empty" && newRows.length > 0) {
    edits.replace(open.start, open.end, expanded(textOf(xml, open), newRows.map((row) => row.xml).join("")));
    return;
  }
  for (const row of newRows) edits.insert(row.at, row.xml);
}

/** `spans` says which columns a row uses (18.3.1.73): a hint, but a wrong one is worse than none. */
function spansReach(spans: string | undefined, marks: readonly CellMark[]): boolean {
  if (spans === undefined) return true;
  const ranges = spans.split(" ").map((span) => span.split(":").map(Number));
  return marks.every(({ column }) => ranges.some(([first = 0, last = 0]) => column + 1 >= first && column + 1 <= last));
}

/** `dimension` says which range a sheet uses (18.3.1.35). */
function widenDimension({ xml, outline, edits }: SheetBeingMarked, marks: readonly CellMark[]): void {
  const dimension = outline.children.find(({ name }) => name === "dimension");
  if (dimension === undefined) return;
  const tag = textOf(xml, dimension.open);
  const range = parseRange(attributesOf(tag).get("ref") ?? "");
  if (range === undefined) return;
  const wide = { ...range };
  for (const { row, column } of marks) {
    wide.top = Math.min(wide.top, row);
    wide.bottom = Math.max(wide.bottom, row);
    wide.left = Math.min(wide.left, column);
    wide.right = Math.max(wide.right, column);
  }
  if (wide.top === range.top && wide.bottom === range.bottom && wide.left === range.left && wide.right === range.right)
    return;
  const ref = `${cellAddress(wide.top, wide.left)}:${cellAddress(wide.bottom, wide.right)}`;
  edits.replace(dimension.open.start, dimension.open.end, withAttribute(tag, "ref", ref));
}

function textOf(xml: string, tag: XmlTag): string {
  return xml.slice(tag.start, tag.end);
}

/** An empty tag as an element with content. */
function expanded(tag: string, content: string): string {
  const name = /^<([^\s/>]+)/u.exec(tag)?.[1] ?? "";
  return `${tag.slice(0, -2).trimEnd()}>${content}</${name}>`;
}
