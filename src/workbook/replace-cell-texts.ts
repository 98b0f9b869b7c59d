import { appendAll } from "../document/append-all.js";
import { parseCellReference } from "../input/xlsx/cell-reference.js";
import { defaultReadingLimits } from "../input/xlsx/reading-limits.js";
import { readWorkbookPart } from "../input/xlsx/workbook-part.js";
import { PackageEdit } from "../openxml/package-edit.js";
import { raisedLimits } from "../openxml/raised-limits.js";
import { TextEdits } from "../openxml/text-edits.js";
import { attributesOf, outlineOf, scanTags, unescapeXml } from "../openxml/xml-scan.js";
import { outlineSheet } from "./annotate/sheet-outline.js";
import { escapeText, textElement } from "./annotate/xml-text.js";

/** A cell and the text it is to hold. */
export interface CellText {
  readonly sheet: string;
  /** `A5` */
  readonly cell: string;
  readonly text: string;
}

/** A cell that was left as it is: it holds a formula, characters in several formats, or no text at all. */
export interface LeftCell {
  readonly change: CellText;
  readonly reason: "formula" | "richText" | "noText";
}

/**
 * Gives some cells of a workbook new texts. Everything else of the file stays as it is, down to its packed bytes; a cell keeps its format.
 *
 * @param bytes of the workbook
 * @param changes of cells that hold text, each cell once
 * @returns the new workbook, and the changes that were not made: a formula would be lost, and so
 *   would formats of single characters if there are more or fewer of them
 * @throws UnreadablePart if a part of the workbook is damaged
 */
export function replaceCellTexts(
  bytes: Uint8Array,
  changes: readonly CellText[],
): { readonly bytes: Uint8Array; readonly left: readonly LeftCell[] } {
  const edit = new PackageEdit(bytes, raisedLimits(defaultReadingLimits));
  const named = edit.relationshipsOf("").find(({ type }) => type === "officeDocument")?.target;
  const mainPart = named !== undefined && edit.has(named) ? named : "xl/workbook.xml";
  const relationships = edit.relationshipsOf(mainPart);
  const stringsPart = relationships.find(({ type, target }) => type === "sharedStrings" && edit.has(target))?.target;
  const formatted = formattedStrings(stringsPart === undefined ? undefined : edit.readXml(stringsPart, "sst"));
  const left: LeftCell[] = [];
  const sheets = readWorkbookPart(edit.originalBytes(mainPart)).sheets;
  for (const change of changes) {
    if (!sheets.some(({ name }) => name === change.sheet)) left.push({ change, reason: "noText" });
  }
  for (const { name, relationship } of sheets) {
    const part = relationships.find(({ id }) => id === relationship)?.target;
    const wanted = changes.filter(({ sheet }) => sheet === name);
    if (part === undefined || wanted.length === 0) continue;
    const xml = edit.readXml(part, "worksheet");
    const replaced = replaceInSheet(xml, wanted, formatted);
    appendAll(left, replaced.left);
    if (replaced.xml !== xml) edit.write(part, replaced.xml);
  }
  return { bytes: left.length === changes.length ? bytes : edit.pack(), left };
}

/** The shared strings whose characters have formats of their own (ISO/IEC 29500-1, 18.4.4), by number: what is in their `<si>`. */
function formattedStrings(xml: string | undefined): ReadonlyMap<string, string> {
  const strings = new Map<string, string>();
  if (xml === undefined) return strings;
  let number = -1;
  let start = 0;
  let hasRuns = false;
  scanTags(xml, (tag) => {
    if (tag.name === "si" && tag.kind !== "close") {
      number += 1;
      start = tag.end;
      hasRuns = false;
    } else if (tag.name === "si") {
      if (hasRuns) strings.set(String(number), xml.slice(start, tag.start));
    } else if (tag.name === "r" && tag.kind === "open") hasRuns = true;
  });
  return strings;
}

function replaceInSheet(
  xml: string,
  changes: readonly CellText[],
  formatted: ReadonlyMap<string, string>,
): { readonly xml: string; readonly left: readonly LeftCell[] } {
  const outline = outlineOf(xml);
  const { prefix } = outline;
  const sheetData = outline.children.find(({ name }) => name === "sheetData");
  if (sheetData === undefined) return { xml, left: changes.map((change) => ({ change, reason: "noText" })) };
  const left: LeftCell[] = [];
  const positions = new Map(changes.map((change) => [change, parseCellReference(change.cell)]));
  const rows = new Set([...positions.values()].flatMap((position) => (position === undefined ? [] : [position.row])));
  const sheet = outlineSheet(xml, sheetData, rows);
  const edits = new TextEdits();
  for (const [change, position] of positions) {
    const found = sheet.rows
      .get(position?.row ?? -1)
      ?.flatMap((inner) => inner.cells)
      .find((candidate) => candidate.column === position?.column);
    const end = found?.tag.kind === "open" ? xml.indexOf(`</${prefix}c>`, found.tag.end) : -1;
    if (found === undefined || end < 0) {
      left.push({ change, reason: "noText" });
      continue;
    }
    const attributes = attributesOf(xml.slice(found.tag.start, found.tag.end));
    const content = xml.slice(found.tag.end, end);
    const written = writtenText(content, prefix, attributes.get("t"), formatted, change.text);
    if (typeof written === "object") {
      left.push({ change, reason: written.reason });
      continue;
    }
    const kept = ["r", "s"].flatMap((name) => {
      const value = attributes.get(name);
      return value === undefined ? [] : [` ${name}="${value}"`];
    });
    edits.replace(
      found.tag.start,
      end,
      `<${prefix}c${kept.join("")} t="inlineStr"><${prefix}is>${written}</${prefix}is>`,
    );
  }
  return { xml: edits.apply(xml), left };
}

/** What goes into the `<is>` of a cell, or why its text cannot be replaced. */
function writtenText(
  content: string,
  prefix: string,
  type: string | undefined,
  formatted: ReadonlyMap<string, string>,
  text: string,
): string | Pick<LeftCell, "reason"> {
  const holds = (name: string): boolean => new RegExp(`<${prefix}${name}[\\s/>]`, "u").test(content);
  // Worked out anew, a formula would bring the old text back.
  if (holds("f")) return { reason: "formula" };
  if (type !== "inlineStr" && type !== "s") return { reason: "noText" };
  const runs = type === "s" ? formatted.get(sharedNumber(content, prefix) ?? "") : holds("r") ? content : undefined;
  if (runs === undefined) return textElement(prefix, text);
  return type === "inlineStr" ? { reason: "richText" } : (inRuns(runs, prefix, text) ?? { reason: "richText" });
}

function sharedNumber(content: string, prefix: string): string | undefined {
  return new RegExp(`<${prefix}v(?:\\s[^>]*)?>\\s*(?<number>\\d+)\\s*<`, "u").exec(content)?.groups?.["number"];
}

/**
 * The runs with other characters, as many as before, each in the format of the one that it replaces. LibreOffice makes a run of every
 * stretch of Chinese or Latin characters.
 */
function inRuns(runs: string, prefix: string, text: string): string | undefined {
  const edits = new TextEdits();
  let position = 0;
  let start: number | undefined;
  const run = { isPlain: true };
  scanTags(runs, (tag) => {
    if (tag.depth === 0 && !runs.startsWith(`<${tag.kind === "close" ? "/" : ""}${prefix}${tag.name}`, tag.start)) {
      run.isPlain = false;
    }
    if (tag.name === "rPh") run.isPlain = false;
    if (tag.name !== "t") return;
    if (tag.kind === "open") start = tag.end;
    else if (tag.kind === "close" && start !== undefined) {
      const old = unescapeXml(runs.slice(start, tag.start));
      // An escaped character (ST_Xstring) or line end counts otherwise than it is written.
      if (/_x[0-9A-Fa-f]{4}_|\r/u.test(old)) run.isPlain = false;
      edits.replace(start, tag.start, escapeText(text.slice(position, position + old.length)));
      position += old.length;
      start = undefined;
    }
  });
  return run.isPlain && position === text.length ? edits.apply(runs) : undefined;
}
