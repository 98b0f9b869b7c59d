import { scanTags, unescapeXml, type XmlTag } from "../../openxml/xml-scan.js";

/**
 * Where the characters of a paragraph's visible text stand in the XML of document.xml.
 *
 * What is visible text is said in `read/source.ts`; the two must agree, and a test compares them.
 */
export interface WrittenParagraph {
  /** Which `w:p` of document.xml, from 0 in document order, nested ones included. */
  readonly index: number;
  /** Of its start tag. */
  readonly start: number;
  readonly openEnd: number;
  /** `<w:p/>` */
  readonly isEmptyTag: boolean;
  /** Of its end tag; equal to `openEnd` if it has none. */
  readonly contentEnd: number;
  /** In the order of the text, without gaps. */
  readonly pieces: readonly TextPiece[];
  /** The length of the visible text. */
  readonly length: number;
  /** The run that it is nested in, for a paragraph of a text box. */
  readonly host: HostRun | undefined;
}

/** Some visible characters: those of one `w:t`, or the one that an element such as `w:tab` stands for. */
export interface TextPiece {
  /** UTF-16 units in the visible text. */
  readonly offset: number;
  readonly length: number;
  /** In the XML: of the characters in `w:t`, or of the whole element. */
  readonly start: number;
  readonly end: number;
  /** The start tag of `w:t`; absent for elements that stand for a character. */
  readonly textTag?: XmlTag;
  /** It is all or nothing: its run must not be split. */
  readonly whole: boolean;
  readonly run: WrittenRun;
}

/** A run that is directly content of a paragraph, or of a link, a field or a change in it. */
export interface WrittenRun {
  readonly start: number;
  /** Behind its start tag. */
  readonly openEnd: number;
  /** Behind its end tag. */
  readonly end: number;
  /** Its `w:rPr` as written; empty if it has none. */
  readonly properties: string;
}

/** The outermost run around a nested paragraph, and the paragraph that run is in. */
export interface HostRun {
  readonly run: WrittenRun;
  readonly paragraph: number;
}

interface OpenParagraph {
  readonly index: number;
  readonly tag: XmlTag;
  readonly wanted: boolean;
  readonly pieces: TextPiece[];
  length: number;
  readonly host: HostRun | undefined;
  /** The outermost open run, and how many runs are open in it (`w:ruby` has runs in its parts). */
  run: { -readonly [Key in keyof WrittenRun]: WrittenRun[Key] } | undefined;
  runs: number;
  hiddenRun: boolean;
}

/** Text within these is not read: deleted or moved away, or said a second time for programs that cannot read the first form. */
const hiddenElements = new Set(["del", "moveFrom", "Fallback", "rt"]);

/** Elements of a run that stand for one character (ISO/IEC 29500-1, 17.3.3). */
const characterElements = new Set(["tab", "ptab", "br", "cr", "noBreakHyphen", "sym"]);

/**
 * Finds the visible text of some paragraphs. Linear in the length of the part.
 *
 * @param xml of document.xml, well-formed
 * @param prefix of the elements of WordprocessingML, with its colon
 * @param wanted the indexes of the paragraphs; besides, the first one with visible text outside text boxes is found
 * @returns the paragraphs by index, and the index of that first one (or of the first one at all)
 */
export function findParagraphs(
  xml: string,
  prefix: string,
  wanted: ReadonlySet<number>,
): { readonly paragraphs: ReadonlyMap<number, WrittenParagraph>; readonly first: number | undefined } {
  const found = new Map<number, WrittenParagraph>();
  const open: OpenParagraph[] = [];
  const fields: ("instruction" | "result")[] = [];
  let count = 0;
  let first: number | undefined;
  let firstHasText = false;
  let hiddenFrom: number | undefined;
  let textTag: XmlTag | undefined;
  let properties: XmlTag | undefined;
  let paragraphProperties: number | undefined;

  const isWord = (tag: XmlTag): boolean =>
    xml.startsWith(prefix + tag.name, tag.start + (tag.kind === "close" ? 2 : 1));

  const addPiece = (paragraph: OpenParagraph, start: number, end: number, length: number, text?: XmlTag): void => {
    const { run } = paragraph;
    if (length === 0 || run === undefined || paragraph.hiddenRun) return;
    if (hiddenFrom !== undefined || fields.includes("instruction")) return;
    const whole = paragraph.runs > 1 || (text !== undefined && xml.slice(start, end).includes("<"));
    paragraph.pieces.push({
      ...{ offset: paragraph.length, length, start, end, whole, run },
      ...(text === undefined ? {} : { textTag: text }),
    });
    paragraph.length += length;
  };

  const openParagraph = (tag: XmlTag): void => {
    const outer = open[0];
    const index = count;
    count += 1;
    const isFirst = outer === undefined && !firstHasText;
    if (first === undefined && outer === undefined) first = index;
    const host =
      outer?.run === undefined
        ? undefined
        : { run: outer.run, paragraph: outer.index };
    open.push({
      ...{ index, tag, wanted: isFirst || wanted.has(index), pieces: [], length: 0, host },
      ...{ run: undefined, runs: 0, hiddenRun: false },
    });
  };

  const closeParagraph = (end: number): void => {
    const paragraph = open.pop();
    if (paragraph === undefined) return;
    const { index, tag, pieces, length, host } = paragraph;
    if (open.length === 0 && !firstHasText && length > 0) {
      first = index;
      firstHasText = true;
    }
    if (!paragraph.wanted) return;
    found.set(index, {
      ...{ index, start: tag.start, openEnd: tag.end, isEmptyTag: tag.kind === "empty", contentEnd: end },
      ...{ pieces, length, host },
    });
  };

  scanTags(xml, (tag) => {
    const { name, kind } = tag;
    if (hiddenElements.has(name)) {
      if (kind === "open" && paragraphProperties === undefined) hiddenFrom ??= tag.depth;
      else if (kind === "close" && hiddenFrom === tag.depth) hiddenFrom = undefined;
      return;
    }
    if (!isWord(tag)) return;
    if (name === "p") {
      if (kind !== "close") openParagraph(tag);
      if (kind !== "open") closeParagraph(kind === "empty" ? tag.end : tag.start);
      return;
    }
    const paragraph = open.at(-1);
    if (paragraph === undefined) return;
    if (name === "pPr") {
      paragraphProperties = kind === "open" ? (paragraphProperties ?? tag.depth) : undefined;
      return;
    }
    if (paragraphProperties !== undefined) return;
    const { run } = paragraph;
    switch (name) {
      case "r":
        if (kind === "close") {
          paragraph.runs -= 1;
          if (paragraph.runs === 0 && run !== undefined) {
            run.end = tag.end;
            paragraph.run = undefined;
          }
        } else if (kind === "open") {
          paragraph.runs += 1;
          if (run === undefined) {
            paragraph.run = { start: tag.start, openEnd: tag.end, end: tag.end, properties: "" };
            paragraph.hiddenRun = false;
          }
        }
        return;
      case "rPr":
        if (kind === "open" && paragraph.runs === 1 && properties === undefined) properties = tag;
        else if (kind === "close" && properties?.depth === tag.depth) {
          const written = xml.slice(properties.start, tag.end);
          properties = undefined;
          if (run !== undefined) run.properties = written;
          paragraph.hiddenRun = isHidden(written);
        }
        return;
      case "fldChar":
        if (kind !== "close") followField(fields, xml.slice(tag.start, tag.end));
        return;
      case "t":
        if (kind === "open") textTag = tag;
        else if (kind === "close" && textTag !== undefined) {
          addPiece(paragraph, textTag.end, tag.start, visibleLength(xml.slice(textTag.end, tag.start)), textTag);
          textTag = undefined;
        }
        return;
      default:
        if (kind === "close") return;
        if (!characterElements.has(name) || properties !== undefined) return;
        // Written as a pair of tags it is taken to end with the first: nothing can stand in between.
        addPiece(paragraph, tag.start, tag.end, 1);
    }
  });
  return { paragraphs: found, first };
}

function followField(fields: ("instruction" | "result")[], tag: string): void {
  if (tag.includes('"begin"') || tag.includes("'begin'")) fields.push("instruction");
  else if (tag.includes('"end"') || tag.includes("'end'")) fields.pop();
  else if (fields.length > 0) fields[fields.length - 1] = "result";
}

/** Hidden by its own properties (`w:vanish`, 17.3.2.41). */
function isHidden(properties: string): boolean {
  const tag = /<(?:\w+:)?vanish\b[^>]*>/u.exec(properties.replace(/<(?:\w+:)?rPrChange\b[^]*/u, ""))?.[0];
  return tag !== undefined && !/["'](?:0|false|off)["']/u.test(tag);
}

/** The number of UTF-16 units that the written characters stand for. */
function visibleLength(written: string): number {
  if (!/[&<\r]/u.test(written)) return written.length;
  let length = 0;
  for (const [token] of written.matchAll(writtenCharacter)) length += tokenLength(token);
  return length;
}

/** One character as XML writes it: as itself, as a reference, as two for a line end; or a comment or CDATA section as a whole. */
const writtenCharacter = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|&[^;]*;|\r\n|[^]/g;

function tokenLength(token: string): number {
  if (token.length === 1) return 1;
  if (token.startsWith("<!--")) return 0;
  if (token.startsWith("<")) return token.length - "<![CDATA[]]>".length;
  return token.startsWith("&") ? unescapeXml(token).length : 1;
}

/**
 * How far into the written characters the given number of visible ones reaches. Never to within a character that takes two UTF-16
 * units: then to before it, or behind it if `up`.
 */
export function writtenLength(written: string, units: number, up: boolean): number {
  let length = 0;
  let position = 0;
  for (const character of written.matchAll(/&[^;]*;|\r\n|[\ud800-\udbff][\udc00-\udfff]|[^]/g)) {
    if (length >= units) break;
    const [token] = character;
    const next = token.startsWith("&") ? unescapeXml(token).length : token === "\r\n" ? 1 : token.length;
    if (length + next > units && !up) break;
    length += next;
    position += token.length;
  }
  return position;
}
