import { isUtf8 } from "node:buffer";
import { SaxesParser } from "saxes";
import { diagnose } from "../diagnostics/catalogue.js";
import { localName, PlainXmlScanner, type XmlLimits } from "./plain-xml-scanner.js";
import { UnreadablePart } from "./unreadable-part.js";
import type { XmlAttributes, XmlListener } from "./xml-listener.js";

/** Bytes decoded at a time: small enough to stay in the processor's cache; larger pieces were slower. */
const pieceBytes = 16 * 1024;

/** No part of an Office file comes near these; without them, `<a><a><a>…` and `<a b1="" b2="" b3="" …` fill the memory. */
const xmlLimits: XmlLimits = { depth: 100, attributes: 500 };

/**
 * From one `<` to the next. Excel's longest text, with every character escaped, stays below half of this; a text of nothing but
 * entities takes thirty times its length in memory while they are replaced.
 */
const longestGap = 4 * 1024 * 1024;

/**
 * Reads one XML part without building a tree.
 *
 * Prefixes are cut off rather than resolved: resolving doubles the time, and elements of foreign namespaces are told apart by where they
 * stand. Declared entities are refused, not expanded. What spreadsheet programs usually write is read by a quick scanner; from the
 * first thing on that is unusual or wrong, a complete parser takes over.
 *
 * @param onRead told every now and then how many bytes of how many have been read
 * @throws UnreadablePart if it is not well-formed, not in a Unicode encoding, not rooted as expected, or has a DOCTYPE
 */
export function parseXml(bytes: Uint8Array, listener: XmlListener, onRead?: BytesRead): void {
  const utf8 = toUtf8(bytes);
  const scanner = new PlainXmlScanner(listener, xmlLimits);
  let start = 0;
  while (start < utf8.length) {
    const end = endOfPiece(utf8, start);
    if (end - start > longestGap) break;
    const piece = utf8.toString("utf8", start, end);
    const scanned = scanner.scan(piece);
    if (scanned < piece.length) {
      const done = start + Buffer.byteLength(piece.slice(0, scanned));
      parseRest(utf8, done, listener, scanner, onRead);
      return;
    }
    start = end;
    onRead?.(start, utf8.length);
  }
  if (!scanner.isComplete) parseRest(utf8, start, listener, scanner, onRead);
}

/** Told how many bytes of how many have been read. */
export type BytesRead = (done: number, total: number) => void;

/**
 * Reads the rest of a part with a complete parser. That is first given the start tags of the elements that are open where the rest
 * begins (or the whole root, if the rest follows it), without telling the listener of them again.
 */
function parseRest(
  utf8: Buffer,
  start: number,
  listener: XmlListener,
  { openElements, isComplete }: PlainXmlScanner,
  onRead: BytesRead | undefined,
): void {
  const parser = new SaxesParser({
    xmlns: false as const,
    position: false,
    defaultXMLVersion: "1.0",
    forceXMLVersion: true,
  });
  // Without a prototype, so that &constructor; is an undefined entity like any other.
  parser.ENTITIES = Object.assign(Object.create(null) as Record<string, string>, {
    amp: "&",
    gt: ">",
    lt: "<",
    quot: '"',
    apos: "'",
  });
  const replayed = isComplete ? `<${listener.root}/>` : openElements.map((name) => `<${name}>`).join("");
  let replaying = true;
  const damaged = (): UnreadablePart => {
    const before = positionOf(utf8, start);
    const sameLine = parser.line === 1;
    const column = sameLine ? before.column + parser.column - replayed.length : parser.column;
    return damagedAt(before.line + parser.line - 1, column);
  };
  let position = start;
  let lastTag = start;
  let depth = 0;
  let attributes = 0;
  parser.on("error", () => {
    throw damaged();
  });
  parser.on("doctype", () => {
    throw new UnreadablePart((place, part, file) => diagnose(`${file}-declares-entities` as const, place, { part }));
  });
  parser.on("opentagstart", () => {
    attributes = 0;
  });
  parser.on("attribute", () => {
    attributes += 1;
    if (attributes > xmlLimits.attributes) throw damaged();
  });
  parser.on("opentag", (tag) => {
    lastTag = position;
    depth += 1;
    if (replaying) return;
    const name = localName(tag.name);
    if (depth > xmlLimits.depth || (depth === 1 && name !== listener.root)) throw damaged();
    listener.open(name, tag.attributes);
  });
  parser.on("closetag", (tag) => {
    lastTag = position;
    depth -= 1;
    if (!replaying) listener.close?.(localName(tag.name));
  });
  if (listener.text !== undefined) {
    const hear = (text: string): void => {
      // Line breaks before and after the root element are text to the parser.
      if (depth > 0) listener.text?.(text);
    };
    parser.on("text", hear);
    parser.on("cdata", hear);
  }
  parser.write(replayed);
  replaying = false;
  while (position < utf8.length) {
    if (position - lastTag > longestGap) throw damaged();
    const end = endOfCharacter(utf8, position + pieceBytes);
    parser.write(utf8.toString("utf8", position, end));
    position = end;
    onRead?.(position, utf8.length);
  }
  parser.close();
}

/** The value of an attribute whatever its prefix, such as the `id` of `r:id`. */
export function prefixedAttribute(attributes: XmlAttributes, name: string): string | undefined {
  for (const key in attributes) {
    if (key.endsWith(`:${name}`)) return attributes[key];
  }
  return undefined;
}

/** Whether an attribute of type xsd:boolean is true. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

function damagedAt(line: number, column: number): UnreadablePart {
  return new UnreadablePart((place, part, file) =>
    diagnose(`${file}-damaged-part` as const, place, {
      part,
      detail: `内部文本第 ${String(line)} 行第 ${String(column)} 个字符处不合规范`,
    }),
  );
}

/** Line, from 1, and number of characters before in it. */
function positionOf(utf8: Buffer, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let end = utf8.indexOf(10); end >= 0 && end < offset; end = utf8.indexOf(10, lineStart)) {
    line += 1;
    lineStart = end + 1;
  }
  return { line, column: utf8.toString("utf8", lineStart, offset).length };
}

/**
 * The part in UTF-8, without a byte order mark. The encoding is told by that mark, else by the zero bytes around the first `<` (XML
 * 1.0, appendix F).
 */
function toUtf8(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [first, second, third] = buffer;
  if (first === 0xff && second === 0xfe) return fromUtf16(buffer.subarray(2));
  if (first === 0x3c && second === 0) return fromUtf16(buffer);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) {
    return toUtf8(Buffer.from(buffer.subarray(0, buffer.length - (buffer.length % 2))).swap16());
  }
  if (!isUtf8(buffer)) {
    throw new UnreadablePart((place, part, file) =>
      diagnose(`${file}-damaged-part` as const, place, { part, detail: "内部文本不是 UTF-8 编码" }),
    );
  }
  return first === 0xef && second === 0xbb && third === 0xbf ? buffer.subarray(3) : buffer;
}

function fromUtf16(buffer: Buffer): Buffer {
  return Buffer.from(buffer.toString("utf16le"), "utf8");
}

/** Where a piece may end so that no tag and no text goes on after it: before a `<`. */
function endOfPiece(utf8: Buffer, start: number): number {
  for (let length = pieceBytes; start + length < utf8.length; length *= 2) {
    const end = utf8.lastIndexOf(0x3c, start + length);
    if (end > start) return end;
  }
  return utf8.length;
}

/** The nearest place at or before `position` that is not within a character: continuation bytes are 10xxxxxx. */
function endOfCharacter(utf8: Buffer, position: number): number {
  let end = Math.min(position, utf8.length);
  while (end < utf8.length && ((utf8[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end;
}
