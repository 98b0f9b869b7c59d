import { attributesOf, scanTags, type XmlOutline } from "../../openxml/xml-scan.js";
import { TextEdits } from "../../openxml/text-edits.js";
import { escapeText } from "./xml-text.js";
import { referenceAttribute } from "../../openxml/relationship-reference.js";

/**
 * Adds a sheet behind the last one of `workbook.xml`, so that the numbers by which names refer to sheets stay right.
 *
 * @param relationship the id of the relationship that leads to the sheet's part
 */
export function addSheet(xml: string, outline: XmlOutline, name: string, relationship: string): string {
  const sheets = outline.children.find((child) => child.name === "sheets");
  if (sheets === undefined) return xml;
  let highest = 0;
  const list = xml.slice(sheets.open.start, sheets.end);
  scanTags(list, (tag) => {
    if (tag.name !== "sheet" || tag.kind === "close") return;
    highest = Math.max(highest, Number(attributesOf(list.slice(tag.start, tag.end)).get("sheetId") ?? 0));
  });
  const attributes = `name="${escapeText(name)}" sheetId="${String(highest + 1)}"`;
  const element = `<${outline.prefix}sheet ${attributes}${referenceAttribute(xml, outline, relationship)}/>`;
  const edits = new TextEdits();
  edits.insert(xml.lastIndexOf("</", sheets.end - 1), element);
  return edits.apply(xml);
}

/** A name that no sheet has; Excel takes names that differ in case only for the same. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; known.has(name.toLowerCase()); number += 1) name = `${wanted}${String(number)}`;
  return name;
}
