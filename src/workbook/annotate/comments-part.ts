import { parseRange } from "../../input/xlsx/cell-reference.js";
import { cellAddress } from "../../input/workbook.js";
import type { NoteRun } from "./note-text.js";
import { noteAuthor } from "./own-words.js";
import { TextEdits } from "../../openxml/text-edits.js";
import { attributesOf, outlineOf, scanTags, type XmlTag } from "../../openxml/xml-scan.js";
import { escapeText, textElement } from "./xml-text.js";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The part of a sheet that has no notes yet. */
export const emptyComments = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${main}"><authors/><commentList/></comments>`;

/** A note to be added at a cell; `address` as in `C5`. */
export interface NewNote {
  readonly address: string;
  readonly runs: readonly NoteRun[];
}

/** Stands between what somebody else has written and what we add. */
const separator = `\n—— ${noteAuthor} ——\n`;

/**
 * Adds notes to the part of a sheet's notes (ISO/IEC 29500-1, 18.7). A note that a cell has already is kept and ours written below it;
 * so it is where the cell has a threaded comment, of which this part holds the text for programs that know only notes.
 *
 * @param xml of the part, well-formed
 * @param notes one for each cell at most
 * @returns the part, and which of the cells had a note
 */
export function addNotes(
  xml: string,
  notes: readonly NewNote[],
): { readonly xml: string; readonly existing: ReadonlySet<string> } {
  const { prefix, children, root } = outlineOf(xml);
  const edits = new TextEdits();
  const texts = findTexts(xml);
  const existing = new Set<string>();
  const added: string[] = [];
  const authors = children.find(({ name }) => name === "authors");
  const list = children.find(({ name }) => name === "commentList");
  const author = authors === undefined ? 0 : countAuthors(xml.slice(authors.open.start, authors.end));
  for (const { address, runs } of notes) {
    const text = texts.get(address);
    if (text !== undefined) {
      existing.add(address);
      appendRuns(xml, text, prefix, runs, edits);
      continue;
    }
    const content = runsXml(prefix, runs);
    added.push(
      `<${prefix}comment ref="${address}" authorId="${String(author)}"><${prefix}text>${content}</${prefix}text></${prefix}comment>`,
    );
  }
  if (added.length > 0) {
    const name = `<${prefix}author>${escapeText(noteAuthor)}</${prefix}author>`;
    const atEnd = (tag: XmlTag, end: number, content: string): void => {
      if (tag.kind === "empty") {
        const written = xml.slice(tag.start, tag.end);
        const tagName = /^<([^\s/>]+)/u.exec(written)?.[1] ?? "";
        edits.replace(tag.start, tag.end, `${written.slice(0, -2).trimEnd()}>${content}</${tagName}>`);
      } else edits.insert(xml.lastIndexOf("</", end - 1), content);
    };
    if (authors !== undefined) atEnd(authors.open, authors.end, name);
    else edits.insert(list?.open.start ?? root.open.end, `<${prefix}authors>${name}</${prefix}authors>`);
    if (list !== undefined) atEnd(list.open, list.end, added.join(""));
    else edits.insert(authors?.end ?? root.open.end, `<${prefix}commentList>${added.join("")}</${prefix}commentList>`);
  }
  return { xml: edits.apply(xml), existing };
}

/** The `<text>` of a note: its children of depth 1 that hold what is shown. */
interface FoundText {
  readonly tag: XmlTag;
  /** `<t>` and `<r>`, from first to last. */
  readonly pieces: { readonly name: string; readonly start: number; readonly end: number }[];
}

/** The texts by the address of the cell. */
function findTexts(xml: string): ReadonlyMap<string, FoundText> {
  const texts = new Map<string, FoundText>();
  let address = "";
  let current: FoundText | undefined;
  let start = 0;
  scanTags(xml, (tag) => {
    if (tag.name === "comment" && tag.depth === 2 && tag.kind === "open") {
      const range = parseRange(attributesOf(xml.slice(tag.start, tag.end)).get("ref") ?? "");
      address = range === undefined ? "" : cellAddress(range.top, range.left);
    } else if (tag.name === "text" && tag.depth === 3 && tag.kind !== "close") {
      current = { tag, pieces: [] };
      if (!texts.has(address)) texts.set(address, current);
    } else if (tag.depth === 4 && (tag.name === "t" || tag.name === "r")) {
      if (tag.kind === "open") start = tag.start;
      else current?.pieces.push({ name: tag.name, start: tag.kind === "empty" ? tag.start : start, end: tag.end });
    }
  });
  return texts;
}

function appendRuns(xml: string, text: FoundText, prefix: string, runs: readonly NoteRun[], edits: TextEdits): void {
  const ours = runsXml(prefix, [{ text: separator, bold: false }, ...runs]);
  if (text.tag.kind === "empty") {
    const written = xml.slice(text.tag.start, text.tag.end);
    const name = /^<([^\s/>]+)/u.exec(written)?.[1] ?? "";
    edits.replace(text.tag.start, text.tag.end, `${written.slice(0, -2).trimEnd()}>${ours}</${name}>`);
    return;
  }
  const last = text.pieces.at(-1);
  // A text without runs becomes the first run.
  for (const piece of text.pieces) {
    if (piece.name !== "t") continue;
    edits.insert(piece.start, `<${prefix}r>`);
    edits.insert(piece.end, `</${prefix}r>`);
  }
  edits.insert(last?.end ?? text.tag.end, ours);
}

function countAuthors(authors: string): number {
  let count = 0;
  scanTags(authors, (tag) => {
    if (tag.depth === 1 && tag.kind !== "close") count += 1;
  });
  return count;
}

/** In the font that Chinese Excel gives to notes: 宋体, 9 points, the colour of tooltips. */
function runsXml(prefix: string, runs: readonly NoteRun[]): string {
  const p = prefix;
  const font = `<${p}sz val="9"/><${p}color indexed="81"/><${p}rFont val="宋体"/><${p}charset val="134"/>`;
  return runs
    .map(
      ({ text, bold }) => `<${p}r><${p}rPr>${bold ? `<${p}b/>` : ""}${font}</${p}rPr>${textElement(p, text)}</${p}r>`,
    )
    .join("");
}
