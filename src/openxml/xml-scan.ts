/**
 * Where the tags of an XML part stand in its text, so that a few of them can be changed and every other character kept.
 *
 * Only for parts that a real parser has found well-formed and without DOCTYPE: then a tag ends at the first `>` outside quotation marks,
 * and `<` begins nothing but a tag, a comment, an instruction or a CDATA section.
 */
export interface XmlTag {
  readonly kind: "open" | "close" | "empty";
  /** Without its namespace prefix. */
  readonly name: string;
  /** Of the `<`. */
  readonly start: number;
  /** Behind the `>`. */
  readonly end: number;
  /** 0 for the root element. */
  readonly depth: number;
}

/** Hears every tag in the order of the text. */
export function scanTags(xml: string, hear: (tag: XmlTag) => void): void {
  let depth = 0;
  let start = xml.indexOf("<");
  while (start >= 0) {
    const next = xml.charCodeAt(start + 1);
    let end: number;
    if (next === exclamation || next === question) end = endOfOther(xml, start);
    else {
      end = endOfTag(xml, start);
      const closing = next === slash;
      const empty = xml.charCodeAt(end - 2) === slash;
      if (closing) depth -= 1;
      const kind = closing ? "close" : empty ? "empty" : "open";
      hear({ kind, name: localName(xml, closing ? start + 2 : start + 1), start, end, depth });
      if (kind === "open") depth += 1;
    }
    start = xml.indexOf("<", end);
  }
}

/** An element of the part: `open` is its only tag if it is empty. */
export interface XmlElement {
  readonly name: string;
  readonly open: XmlTag;
  /** Behind its last tag. */
  readonly end: number;
}

/** The root element and those directly in it. */
export interface XmlOutline {
  readonly root: XmlElement;
  /** The namespace prefix of the root with its colon, as `x:`; usually empty. */
  readonly prefix: string;
  readonly children: readonly XmlElement[];
}

export function outlineOf(xml: string): XmlOutline {
  const children: XmlElement[] = [];
  let rootTag: XmlTag | undefined;
  let childTag: XmlTag | undefined;
  let rootEnd = xml.length;
  scanTags(xml, (tag) => {
    if (tag.depth > 1) return;
    if (tag.depth === 0) {
      if (tag.kind === "close") rootEnd = tag.end;
      else rootTag = tag;
    } else if (tag.kind === "open") childTag = tag;
    else {
      const open = tag.kind === "empty" ? tag : (childTag ?? tag);
      children.push({ name: tag.name, open, end: tag.end });
    }
  });
  const open = rootTag ?? { kind: "empty", name: "", start: 0, end: 0, depth: 0 };
  const written = xml.slice(open.start + 1, open.end);
  const prefix = /^[^\s/>:]+:/u.exec(written)?.[0] ?? "";
  return { root: { name: open.name, open, end: open.kind === "empty" ? open.end : rootEnd }, prefix, children };
}

/** An attribute inside the text of a tag. */
interface WrittenAttribute {
  /** With its prefix. */
  readonly name: string;
  readonly value: string;
  /** From the blank before its name to behind its closing quotation mark. */
  readonly start: number;
  readonly end: number;
}

const writtenAttribute = /\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/gu;

/** The attributes of a tag by name with prefix; character references are resolved. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map(listAttributes(tag).map(({ name, value }) => [name, unescapeXml(value)]));
}

/** The tag with an attribute added or given another value. `undefined` takes it out. The value must need no escaping. */
export function withAttribute(tag: string, name: string, value: string | undefined): string {
  const written = value === undefined ? "" : ` ${name}="${value}"`;
  const known = listAttributes(tag).find((attribute) => attribute.name === name);
  if (known !== undefined) return tag.slice(0, known.start) + written + tag.slice(known.end);
  const end = tag.endsWith("/>") ? tag.length - 2 : tag.length - 1;
  return tag.slice(0, end).trimEnd() + written + tag.slice(end);
}

/** The prefix, with its colon, that a root element binds to a namespace. */
export function prefixBoundTo(rootTag: string, namespace: string): string | undefined {
  for (const [name, value] of attributesOf(rootTag)) {
    if (name.startsWith("xmlns:") && value === namespace) return `${name.slice("xmlns:".length)}:`;
  }
  return undefined;
}

/** The namespace that a root element itself is in. */
export function namespaceOfRoot(rootTag: string, prefix: string): string | undefined {
  return attributesOf(rootTag).get(prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`);
}

function listAttributes(tag: string): WrittenAttribute[] {
  return [...tag.matchAll(writtenAttribute)].map(({ index, 0: all, 1: name = "", 2: quoted = "" }) => ({
    name,
    value: quoted.slice(1, -1),
    start: index,
    end: index + all.length,
  }));
}

const namedCharacters: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Resolves the five named and all numeric character references. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return namedCharacters[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

const slash = 47;
const exclamation = 33;
const question = 63;

function endOfTag(xml: string, start: number): number {
  let quote = 0;
  for (let index = start + 1; index < xml.length; index += 1) {
    const code = xml.charCodeAt(index);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === doubleQuote || code === singleQuote) quote = code;
    else if (code === greaterThan) return index + 1;
  }
  return xml.length;
}

const doubleQuote = 34;
const singleQuote = 39;
const greaterThan = 62;

function endOfOther(xml: string, start: number): number {
  const closing = xml.startsWith("<!--", start) ? "-->" : xml.startsWith("<![CDATA[", start) ? "]]>" : ">";
  const mark = xml.charCodeAt(start + 1) === question ? "?>" : closing;
  const found = xml.indexOf(mark, start + (mark === "-->" ? 4 : 2));
  return found < 0 ? xml.length : found + mark.length;
}

function localName(xml: string, start: number): string {
  let nameStart = start;
  let index = start;
  for (; index < xml.length; index += 1) {
    const code = xml.charCodeAt(index);
    if (code === colon) nameStart = index + 1;
    else if (code === slash || code === greaterThan || code <= space) break;
  }
  return xml.slice(nameStart, index);
}

const colon = 58;
const space = 32;
