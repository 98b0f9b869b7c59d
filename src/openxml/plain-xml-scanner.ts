import type { XmlListener } from "./xml-listener.js";

/** How deep elements may be nested, and how many attributes one may have. */
export interface XmlLimits {
  readonly depth: number;
  readonly attributes: number;
}

/**
 * A quick reader of the XML that office programs write: elements, attributes, text and the predefined entities.
 *
 * It never judges. At whatever it does not know for sure to be right (a comment, CDATA, DOCTYPE, a tag that does not match, a forbidden
 * character …) it stops, and a complete parser goes on from there: what is open at that point is all the state there is. A sheet of
 * 100,000 rows takes a third of the time this way.
 */
export class PlainXmlScanner {
  /** The names of the open elements, with their prefixes, the outermost first. */
  readonly openElements: string[] = [];
  private readonly openLocalNames: string[] = [];
  private rootSeen = false;

  constructor(
    private readonly listener: XmlListener,
    private readonly limits: XmlLimits,
  ) {}

  /** Whether the root element has been closed. */
  get isComplete(): boolean {
    return this.rootSeen && this.openElements.length === 0;
  }

  /**
   * Reads a piece of the document and tells the listener what is in it.
   *
   * @param piece begins with a tag, or is the document's first piece; no tag or text goes on after it
   * @returns up to where it has been read: its length, or where a complete parser must go on
   */
  scan(piece: string): number {
    let position = this.rootSeen ? 0 : skipDeclaration(piece);
    while (position < piece.length) {
      const next =
        piece.charCodeAt(position) !== lessThan
          ? this.scanText(piece, position)
          : piece.charCodeAt(position + 1) === slash
            ? this.scanClose(piece, position + 2)
            : this.scanOpen(piece, position + 1);
      if (next < 0) return position;
      position = next;
    }
    return position;
  }

  /** The following three return where they have read up to, or -1 without having told the listener anything. */
  private scanText(piece: string, start: number): number {
    let entities = false;
    let carriageReturns = false;
    let onlySpace = true;
    let end = start;
    for (; end < piece.length; end += 1) {
      const code = piece.charCodeAt(end);
      if (code === lessThan) break;
      if (code > 32 && code !== ampersand && code !== closingBracket && code <= lastOrdinary) onlySpace = false;
      else if (code === ampersand) entities = true;
      else if (code === carriageReturn) carriageReturns = true;
      else if (!isSpace(code)) {
        // ]]> is forbidden in text, U+FFFE and U+FFFF are everywhere; one bracket is rare enough for the other parser.
        return -1;
      }
    }
    if (this.openElements.length === 0) return onlySpace && !entities ? end : -1;
    if (this.listener.text === undefined) return entities ? -1 : end;
    let text = piece.slice(start, end);
    if (carriageReturns) text = text.replace(/\r\n?/gu, "\n");
    if (entities) {
      const decoded = decodeEntities(text);
      if (decoded === undefined) return -1;
      text = decoded;
    }
    this.listener.text(text);
    return end;
  }

  private scanClose(piece: string, start: number): number {
    const name = this.openElements.at(-1);
    if (name === undefined || !piece.startsWith(name, start)) return -1;
    const end = start + name.length;
    if (piece.charCodeAt(end) !== greaterThan) return -1;
    this.openElements.pop();
    this.listener.close?.(this.openLocalNames.pop() ?? "");
    return end + 1;
  }

  private scanOpen(piece: string, start: number): number {
    if (this.openElements.length === 0 ? this.rootSeen : this.openElements.length >= this.limits.depth) return -1;
    if (!isNameStart(piece.charCodeAt(start))) return -1;
    const nameEnd = endOfName(piece, start);
    const name = piece.slice(start, nameEnd);
    const local = localName(name);
    if (!this.rootSeen && local !== this.listener.root) return -1;

    const attributes = new PlainAttributes();
    let count = 0;
    let position = nameEnd;
    let code = piece.charCodeAt(position);
    while (isSpace(code)) {
      position = skipSpace(piece, position);
      code = piece.charCodeAt(position);
      if (!isNameStart(code)) break;
      const keyEnd = endOfName(piece, position);
      const valueEnd = endOfValue(piece, keyEnd);
      if (valueEnd < 0) return -1;
      const key = piece.slice(position, keyEnd);
      count += 1;
      if (attributes[key] !== undefined || count > this.limits.attributes) return -1;
      attributes[key] = piece.slice(keyEnd + 2, valueEnd);
      position = valueEnd + 1;
      code = piece.charCodeAt(position);
    }

    const selfClosing = code === slash;
    if (selfClosing) position += 1;
    if (piece.charCodeAt(position) !== greaterThan) return -1;
    this.rootSeen = true;
    this.listener.open(local, attributes);
    if (selfClosing) this.listener.close?.(local);
    else {
      this.openElements.push(name);
      this.openLocalNames.push(local);
    }
    return position + 1;
  }
}

/** An element's name without its namespace prefix. */
export function localName(name: string): string {
  // The names of which there are most are too short for a prefix.
  const colon = name.length < 3 ? -1 : name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** A class, because V8 keeps objects of `Object.create(null)` in a slower form. */
class PlainAttributes {
  [name: string]: string | undefined;
}
Object.setPrototypeOf(PlainAttributes.prototype, null);
Reflect.deleteProperty(PlainAttributes.prototype, "constructor");

const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
const equals = 0x3d;
const ampersand = 0x26;
const closingBracket = 0x5d;
const carriageReturn = 0x0d;
/** After it only U+FFFE and U+FFFF, which XML forbids. Halves of characters cannot come out of decoded UTF-8. */
const lastOrdinary = 0xfffd;

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** ASCII letters and the underscore. Other letters are legal too, but nobody names elements with them. */
function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

function endOfName(piece: string, start: number): number {
  let end = start + 1;
  for (; ; end += 1) {
    const code = piece.charCodeAt(end);
    // Digits and the colon follow one another; hyphen and full stop are the two others.
    if (!isNameStart(code) && !(code >= 48 && code <= 58) && code !== 45 && code !== 46) return end;
  }
}

function skipSpace(piece: string, start: number): number {
  let position = start;
  while (isSpace(piece.charCodeAt(position))) position += 1;
  return position;
}

/** Where the quote after an attribute's value is, given where its `=` should be; -1 if there is anything unusual in between. */
function endOfValue(piece: string, start: number): number {
  const quote = piece.charCodeAt(start + 1);
  if (piece.charCodeAt(start) !== equals || (quote !== 0x22 && quote !== 0x27)) return -1;
  for (let position = start + 2; position < piece.length; position += 1) {
    const code = piece.charCodeAt(position);
    if (code === quote) return position;
    if (code < 32 || code === ampersand || code === lessThan || code > lastOrdinary) return -1;
  }
  return -1;
}

function skipDeclaration(piece: string): number {
  const declaration = /^<\?xml version="1\.0"(?: encoding="[Uu][Tt][Ff]-8")?(?: standalone="(?:yes|no)")?\s*\?>/u.exec(
    piece,
  );
  return declaration?.[0].length ?? 0;
}

const entity = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));|&/gu;
const predefined: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** `undefined` if there is an entity that is not predefined, or a reference to a character that XML forbids. */
function decodeEntities(text: string): string | undefined {
  const unknown: string[] = [];
  const decoded = text.replace(
    entity,
    (reference, name: string | undefined, decimal: string | undefined, hexadecimal: string | undefined) => {
      if (name !== undefined) return predefined[name] ?? "";
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
      if (isCharacter(code)) return String.fromCodePoint(code);
      unknown.push(reference);
      return "";
    },
  );
  return unknown.length === 0 ? decoded : undefined;
}

/** XML 1.0, production 2. */
function isCharacter(code: number): boolean {
  return (
    isSpace(code) ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= lastOrdinary) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}
