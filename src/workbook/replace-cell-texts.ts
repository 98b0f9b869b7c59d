import { parseCellReference } from "../input/xlsx/cell-reference.js";
import { readWorkbookPart } from "../input/xlsx/workbook-part.js";
import { attributesOf, outlineOf } from "../openxml/xml-scan.js";
import { outlineSheet } from "./annotate/sheet-outline.js";
import { PackageEdit } from "./annotate/package-edit.js";
import { TextEdits } from "./annotate/text-edits.js";
import { textElement } from "./annotate/xml-text.js";

/** A cell and the text it is to hold. */
export interface CellText {
  readonly sheet: string;
  /** `A5` */
  readonly cell: string;
  readonly text: string;
}

/**
 * Gives some cells of a workbook new texts. Everything else of the file stays as it is, down to its packed bytes; a cell keeps its format.
 *
 * @param bytes of the workbook
 * @param changes of cells that hold text
 * @returns the new workbook; cells that cannot be found keep their text
 * @throws UnreadablePart if a part of the workbook is damaged
 */
export function replaceCellTexts(bytes: Uint8Array, changes: readonly CellText[]): Uint8Array {
  const edit = new PackageEdit(bytes);
  const named = edit.relationshipsOf("").find(({ type }) => type === "officeDocument")?.target;
  const mainPart = named !== undefined && edit.has(named) ? named : "xl/workbook.xml";
  const relationships = edit.relationshipsOf(mainPart);
  for (const { name, relationship } of readWorkbookPart(edit.originalBytes(mainPart)).sheets) {
    const part = relationships.find(({ id }) => id === relationship)?.target;
    const wanted = changes.filter(({ sheet }) => sheet === name);
    if (part === undefined || wanted.length === 0) continue;
    edit.write(part, replaceInSheet(edit.readXml(part, "worksheet"), wanted));
  }
  return edit.pack();
}

function replaceInSheet(xml: string, changes: readonly CellText[]): string {
  const outline = outlineOf(xml);
  const sheetData = outline.children.find(({ name }) => name === "sheetData");
  if (sheetData === undefined) return xml;
  const cells = changes.flatMap(({ cell, text }) => {
    const position = parseCellReference(cell);
    return position === undefined ? [] : [{ ...position, text }];
  });
  const sheet = outlineSheet(xml, sheetData, new Set(cells.map(({ row }) => row)));
  const edits = new TextEdits();
  for (const { row, column, text } of cells) {
    const found = sheet.rows
      .get(row)
      ?.flatMap((inner) => inner.cells)
      .find((candidate) => candidate.column === column);
    if (found === undefined || found.tag.kind !== "open") continue;
    const { prefix } = outline;
    const attributes = attributesOf(xml.slice(found.tag.start, found.tag.end));
    const kept = ["r", "s"].flatMap((name) => {
      const value = attributes.get(name);
      return value === undefined ? [] : [` ${name}="${value}"`];
    });
    const end = xml.indexOf(`</${prefix}c>`, found.tag.end);
    // The text of a formula is not ours to replace: it would be worked out anew, or the formula lost.
    if (end < 0 || new RegExp(`<${prefix}f[ />]`, "u").test(xml.slice(found.tag.end, end))) continue;
    edits.replace(
      found.tag.start,
      end,
      `<${prefix}c${kept.join("")} t="inlineStr"><${prefix}is>${textElement(prefix, text)}</${prefix}is>`,
    );
  }
  return edits.apply(xml);
}
