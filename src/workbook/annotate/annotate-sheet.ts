import type { CellMark } from "./marks.js";
import { cellAddress } from "../../input/workbook.js";
import type { Relationship } from "../../openxml/office-package.js";
import { addNotes, emptyComments } from "./comments-part.js";
import { colourCells } from "./mark-sheet.js";
import {
  addBoxes,
  charactersInUsualBox,
  countLines,
  emptyDrawing,
  heightenBoxes,
  noteBox,
  rowsForLines,
} from "./note-shapes.js";
import { noteRuns } from "./note-text.js";
import { mostNotes } from "./own-words.js";
import type { PackageEdit } from "../../openxml/package-edit.js";
import { referenceAttribute, relationshipTypes } from "../../openxml/relationship-reference.js";
import { decodePart } from "../../openxml/part-text.js";
import { readMeasures } from "./sheet-measures.js";
import { outlineSheet } from "./sheet-outline.js";
import type { FilledStyles } from "./styles-part.js";
import { TextEdits } from "../../openxml/text-edits.js";
import { attributesOf, outlineOf, scanTags, type XmlOutline } from "../../openxml/xml-scan.js";

const commentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const drawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing";

/** One sheet to be marked, and what it takes from the rest of the workbook. */
export interface SheetToAnnotate {
  readonly edit: PackageEdit;
  /** The worksheet part. */
  readonly part: string;
  /** The sheet's name. */
  readonly name: string;
  readonly marks: readonly CellMark[];
  readonly styles: FilledStyles;
  /** Ids of shapes that no drawing uses. */
  readonly idBlock: number;
  readonly file: string;
  readonly summarySheet: string;
  readonly atPart: (part: string) => void;
}

/**
 * Colours the cells of one sheet and adds their notes.
 *
 * @returns the cells among them that have a threaded comment: Excel shows that instead of the note
 * @throws UnreadablePart if the sheet's notes or their drawing are damaged
 */
export function annotateSheet(sheet: SheetToAnnotate): { readonly threads: readonly string[] } {
  const { edit, part, marks, styles, file, atPart } = sheet;
  const xml = edit.readXml(part, "worksheet");
  const outline = outlineOf(xml);
  const sheetData = outline.children.find(({ name }) => name === "sheetData");
  if (sheetData === undefined) return { threads: [] };
  const measures = readMeasures(xml, outline);
  const rows = outlineSheet(xml, sheetData, new Set(marks.map(({ row }) => row)));
  const edits = new TextEdits();
  colourCells({ xml, outline, rows, measures, edits }, marks, styles);

  atPart(`工作表“${sheet.name}”的批注`);
  const relationships = edit.relationshipsOf(part);
  const commentsPart = relationships.find(({ type }) => type === "comments")?.target;
  const notes = marks.slice(0, mostNotes).map((mark) => ({
    ...mark,
    address: cellAddress(mark.row, mark.column),
    runs: noteRuns(mark, file, sheet.summarySheet),
  }));
  const { xml: comments, existing } = addNotes(
    commentsPart === undefined ? emptyComments : edit.readXml(commentsPart, "comments"),
    notes,
  );
  if (commentsPart !== undefined) edit.write(commentsPart, comments);
  else
    edit.relate(
      part,
      `${relationshipTypes}/comments`,
      edit.add(`${rootFolder(part)}comments1.xml`, commentsType, comments),
    );

  const legacyDrawing = outline.children.find(({ name }) => name === "legacyDrawing");
  const drawingId =
    legacyDrawing === undefined ? undefined : idOf(xml.slice(legacyDrawing.open.start, legacyDrawing.open.end));
  const drawingPart = relationships.find(({ id }) => id === drawingId)?.target;
  const newBoxes = notes
    .filter(({ address }) => drawingPart === undefined || !existing.has(address))
    .map((note) => noteBox(note, note.runs, measures, rows.rowHeights));
  if (drawingPart === undefined) {
    const drawing = addBoxes(emptyDrawing, newBoxes, sheet.idBlock);
    const added = edit.add(`${rootFolder(part)}drawings/vmlDrawing1.vml`, drawingType, drawing);
    const id = edit.relate(part, `${relationshipTypes}/vmlDrawing`, added);
    const { at, element } = legacyDrawingElement(xml, outline, id);
    if (legacyDrawing === undefined) edits.insert(at, element);
    else edits.replace(legacyDrawing.open.start, legacyDrawing.end, element);
  } else {
    const higher = new Map(
      notes
        .filter(({ address }) => existing.has(address))
        .map(({ row, column, runs }) => [
          `${String(row)}:${String(column)}`,
          rowsForLines(countLines(runs, charactersInUsualBox) + 1, measures),
        ]),
    );
    const drawing = heightenBoxes(decodePart(edit.originalBytes(drawingPart)), higher);
    edit.write(drawingPart, addBoxes(drawing, newBoxes, sheet.idBlock));
  }
  edit.write(part, edits.apply(xml));
  const threaded = threadedCells(edit, relationships);
  return { threads: notes.flatMap(({ address }) => (threaded.has(address) ? [address] : [])) };
}

/** The cells with threaded comments, which a part beside the notes holds (MS-XLSX 2.1.16). That part is left as it is. */
function threadedCells(edit: PackageEdit, relationships: readonly Relationship[]): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const { type, target } of relationships) {
    if (type !== "threadedComment" || !edit.has(target)) continue;
    const xml = edit.readXml(target, "ThreadedComments");
    scanTags(xml, (tag) => {
      if (tag.name === "threadedComment") cells.add(attributesOf(xml.slice(tag.start, tag.end)).get("ref") ?? "");
    });
  }
  return cells;
}

/** What may stand before `<legacyDrawing>` in a worksheet (CT_Worksheet, ISO/IEC 29500-1, 18.3.1.99). */
const beforeLegacyDrawing = new Set([
  ...["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection"],
  ...["protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells"],
  ...[
    "phoneticPr",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
  ],
  ...[
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
  ],
]);

function legacyDrawingElement(xml: string, outline: XmlOutline, id: string): { at: number; element: string } {
  const before = outline.children.filter(({ name }) => beforeLegacyDrawing.has(name)).at(-1);
  const element = `<${outline.prefix}legacyDrawing${referenceAttribute(xml, outline, id)}/>`;
  return { at: before?.end ?? outline.root.open.end, element };
}

function idOf(tag: string): string | undefined {
  return [...attributesOf(tag)].find(([name]) => name.endsWith(":id"))?.[1];
}

/** The folder above that of the worksheets, usually `xl/`. */
function rootFolder(part: string): string {
  return part.replace(/(?:[^/]+\/)?[^/]*$/u, "");
}
