import { isUtf8 } from "node:buffer";
import { SaxesParser } from "saxes";
import { diagnose } from "../../diagnostics/catalogue.js";
import { UnreadablePart } from "./unreadable-part.js";

export type XmlAttributes = Readonly<Record<string, string>>;

/** What a reader of one part wants to hear. Names come without their namespace prefix: `<x:row>` is `row`. */
export interface XmlListener {
  /** The root element's name; anything else is not the part it should be. */
  readonly root: string;
  open(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Bytes decoded at a time: small enough to stay in the processor's cache; larger slices were slower. */
const sliceBytes = 16 * 1024;

/** No part of a workbook comes near this; without it, `<a><a><a>…` fills the memory. */
const deepestNesting = 100;

/**
 * Reads one XML part without building a tree.
 *
 * Prefixes are cut off rather than resolved: resolving doubles the time, and elements of foreign namespaces are told apart by where they
 * stand. Declared entities are refused, not expanded.
 *
 * @throws UnreadablePart if it is not well-formed, not in a Unicode encoding, not rooted as expected, or has a DOCTYPE
 */
export function parseXml(bytes: Uint8Array, listener: XmlListener): void {
  // Positions are taken from the parser when something is wrong; keeping them in error texts costs time.
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
  const damaged = (): UnreadablePart => damagedAt(parser.line, parser.column);
  let depth = 0;
  parser.on("error", () => {
    throw damaged();
  });
  parser.on("doctype", () => {
    throw new UnreadablePart((place, part) => diagnose("workbook-declares-entities", place, { part }));
  });
  parser.on("opentag", (tag) => {
    const name = localName(tag.name);
    if (depth === 0 && name !== listener.root) throw damaged();
    depth += 1;
    if (depth > deepestNesting) throw damaged();
    listener.open(name, tag.attributes);
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    listener.close?.(localName(tag.name));
  });
  if (listener.text !== undefined) {
    const hear = (text: string): void => listener.text?.(text);
    parser.on("text", hear);
    parser.on("cdata", hear);
  }
  for (const slice of decodeSlices(bytes)) parser.write(slice);
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

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function damagedAt(line: number, column: number): UnreadablePart {
  return new UnreadablePart((place, part) =>
    diagnose("workbook-damaged-part", place, {
      part,
      detail: `内部文本第 ${String(line)} 行第 ${String(column)} 个字符处不合规范`,
    }),
  );
}

function* decodeSlices(bytes: Uint8Array): Generator<string> {
  const encoding = encodingOf(bytes);
  if (encoding.name === "utf-16be") yield* decodeSlices(swapBytes(bytes));
  else if (encoding.name === "utf-16le") yield* decodeUtf16(asBuffer(bytes.subarray(encoding.markLength)));
  else yield* decodeUtf8(asBuffer(bytes.subarray(encoding.markLength)));
}

/** By the byte order mark, else by the zero bytes around the first `<` (XML 1.0, appendix F). */
function encodingOf(bytes: Uint8Array): { name: "utf-8" | "utf-16le" | "utf-16be"; markLength: number } {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { name: "utf-16le", markLength: 2 };
  if (first === 0xfe && second === 0xff) return { name: "utf-16be", markLength: 2 };
  if (first === 0xef && second === 0xbb && third === 0xbf) return { name: "utf-8", markLength: 3 };
  if (first === 0x3c && second === 0) return { name: "utf-16le", markLength: 0 };
  if (first === 0 && second === 0x3c) return { name: "utf-16be", markLength: 0 };
  return { name: "utf-8", markLength: 0 };
}

function swapBytes(bytes: Uint8Array): Uint8Array {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
}

function* decodeUtf16(buffer: Buffer): Generator<string> {
  for (let start = 0; start < buffer.length; start += sliceBytes) {
    yield buffer.toString("utf16le", start, Math.min(start + sliceBytes, buffer.length));
  }
}

function* decodeUtf8(buffer: Buffer): Generator<string> {
  if (!isUtf8(buffer)) {
    throw new UnreadablePart((place, part) =>
      diagnose("workbook-damaged-part", place, { part, detail: "内部文本不是 UTF-8 编码" }),
    );
  }
  let start = 0;
  while (start < buffer.length) {
    let end = Math.min(start + sliceBytes, buffer.length);
    // Not in the middle of a character: continuation bytes are 10xxxxxx.
    while (end < buffer.length && ((buffer[end] ?? 0) & 0xc0) === 0x80) end -= 1;
    yield buffer.toString("utf8", start, end);
    start = end;
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
