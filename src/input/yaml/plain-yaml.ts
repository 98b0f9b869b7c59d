import { LocatedEntry, LocatedList, LocatedMap, LocatedText } from "./located-tree.js";
import type { YamlEntry, YamlNode } from "./yaml-node.js";
import type { YamlSource } from "./yaml-source.js";

/** What occurs nowhere in a plain file, though the YAML parser takes some of it: other blanks and line ends, and marks of byte order. */
const neverPlain = /[\t\u0085\u2028\u2029\ufeff]/;

/** Indicators of YAML 1.2 §5.3, which begin something else than plain text; `-`, too, unless it is a minus. */
const indicators = "-?:,[]{}#&*!|>'\"%@`<";

/** Levels of nesting, brackets included; nobody writes that many. */
const deepest = 40;

/** A key on one line may not be longer (§7.4.3). */
const longestKey = 1000;

/** What may stand behind a backslash here; YAML knows more. */
const escapes: Readonly<Record<string, string>> = { n: "\n", '"': '"', "\\": "\\" };

/**
 * Reads the YAML that offices write: maps and lists by indentation or in brackets, and texts on one line, with or without quotation
 * marks. That takes a tenth of the time of a parser for all of YAML, which is more than half of what a small circular needs.
 *
 * Whatever is unusual or could be a mistake is not read at all, so that the parser decides on it and its mistakes are put into words.
 * What is read is the very tree that the parser would lead to, places included.
 *
 * @param mostNodes texts, lists and maps
 * @returns `undefined` if the file is not that plain
 */
export function readPlainYaml(source: YamlSource, mostNodes: number): YamlNode | undefined {
  return neverPlain.test(source.text) ? undefined : new PlainReader(source, mostNodes).read();
}

/** Each method leaves the position behind what it has read, or gives `undefined` and nobody goes on. */
class PlainReader {
  private readonly source: YamlSource;
  private readonly text: string;
  private position = 0;
  /** Of the line at hand: where it begins and how far it is indented; −1 at the end of the file. */
  private lineStart = 0;
  private indent = -1;
  private nodesLeft: number;
  private depth = 0;

  constructor(source: YamlSource, mostNodes: number) {
    this.source = source;
    this.text = source.text;
    this.nodesLeft = mostNodes;
  }

  read(): YamlNode | undefined {
    this.findLine(0);
    const root = this.indent === 0 ? this.block(-1) : undefined;
    const atEnd = this.position === this.text.length;
    return root !== undefined && atEnd && this.nodesLeft >= 0 ? root : undefined;
  }

  /** Goes to the first line, from the one that begins at `start`, that is neither blank nor a comment. */
  private findLine(start: number): void {
    const text = this.text;
    for (let lineStart = start; lineStart < text.length;) {
      let position = lineStart;
      while (text.charCodeAt(position) === 0x20) position += 1;
      const character = text[position];
      if (character !== "\n" && character !== "#" && character !== undefined) {
        this.lineStart = lineStart;
        this.indent = position - lineStart;
        this.position = position;
        return;
      }
      const end = text.indexOf("\n", position);
      lineStart = end < 0 ? text.length : end + 1;
    }
    this.indent = -1;
    this.position = text.length;
  }

  /** After a value: goes to the next line if nothing but blanks or a well-marked comment follows. */
  private endLine(): boolean {
    const text = this.text;
    this.skipBlanks();
    const character = text[this.position];
    if (character === "#") {
      const next = text[this.position + 1];
      if (text[this.position - 1] !== " " || !(next === "#" || isBlank(next))) return false;
    } else if (character !== "\n" && character !== undefined) return false;
    const end = text.indexOf("\n", this.position);
    this.findLine(end < 0 ? text.length : end + 1);
    return true;
  }

  private skipBlanks(): void {
    while (this.text.charCodeAt(this.position) === 0x20) this.position += 1;
  }

  /** A list or map by indentation, from the line at hand on, which is indented further than `parent`. */
  private block(parent: number): YamlNode | undefined {
    if (this.indent <= parent || (this.depth += 1) > deepest) return undefined;
    const node = this.isItem() ? this.blockList() : this.blockMap();
    this.depth -= 1;
    // What is indented less than its neighbours, but more than what they belong to.
    return this.indent > parent && parent >= 0 ? undefined : node;
  }

  private isItem(): boolean {
    return this.text[this.position] === "-" && this.text[this.position + 1] === " ";
  }

  private blockMap(): YamlNode | undefined {
    const indent = this.indent;
    const start = this.position;
    const entries = new Map<string, YamlEntry>();
    do {
      const keyOffset = this.position;
      const key = this.blockKey();
      if (key === undefined || entries.has(key)) return undefined;
      this.skipBlanks();
      const value = this.valueOfKey(indent);
      if (value === undefined) return undefined;
      entries.set(key, new LocatedEntry(this.source, keyOffset, key, value));
    } while (this.indent === indent);
    if (this.indent > indent) return undefined;
    this.nodesLeft -= 1;
    return new LocatedMap(this.source, start, entries);
  }

  private valueOfKey(indent: number): YamlNode | undefined {
    const character = this.text[this.position];
    if (character === "\n" || character === "#") return this.endLine() ? this.block(indent) : undefined;
    return this.lineValue(indent);
  }

  /** A value that ends with its line; a further line that is indented more would belong to it. */
  private lineValue(indent: number): YamlNode | undefined {
    const value = this.value(indent, false);
    return value !== undefined && this.endLine() && this.indent <= indent ? value : undefined;
  }

  private blockList(): YamlNode | undefined {
    const indent = this.indent;
    const start = this.position;
    const items: YamlNode[] = [];
    do {
      if (!this.isItem()) return undefined;
      this.position += 1;
      this.skipBlanks();
      const item = this.item(indent);
      if (item === undefined) return undefined;
      items.push(item);
    } while (this.indent === indent);
    if (this.indent > indent) return undefined;
    this.nodesLeft -= 1;
    return new LocatedList(this.source, start, items);
  }

  private item(indent: number): YamlNode | undefined {
    const position = this.position;
    const key = this.blockKey();
    this.position = position;
    if (key === undefined) return this.lineValue(indent);
    this.indent = position - this.lineStart;
    return this.block(indent);
  }

  /** `键:` and a blank or the end of the line; goes behind the colon. */
  private blockKey(): string | undefined {
    const text = this.text;
    const start = this.position;
    if (!this.beginsPlainText()) return undefined;
    for (let position = start; position - start <= longestKey; position += 1) {
      const character = text[position];
      if (character === "\n" || character === undefined || (character === "#" && text[position - 1] === " "))
        return undefined;
      if (character !== ":" || !isBlank(text[position + 1])) continue;
      this.position = position + 1;
      return asKey(text.slice(start, position));
    }
    return undefined;
  }

  private beginsPlainText(): boolean {
    const character = this.text.charAt(this.position);
    if (character === "-") return /[0-9]/.test(this.text.charAt(this.position + 1));
    return character !== "" && !isBlank(character) && !indicators.includes(character);
  }

  /** A text, or something in brackets, which may go on over lines that are indented further than `indent`. */
  private value(indent: number, inBrackets: boolean): YamlNode | undefined {
    this.nodesLeft -= 1;
    switch (this.text[this.position]) {
      case "[":
      case "{": {
        if ((this.depth += 1) > deepest) return undefined;
        const node = this.text[this.position] === "[" ? this.flowList(indent) : this.flowMap(indent);
        this.depth -= 1;
        return node;
      }
      case "'":
        return this.singleQuoted();
      case '"':
        return this.doubleQuoted();
      default:
        return this.plainText(inBrackets);
    }
  }

  private plainText(inBrackets: boolean): YamlNode | undefined {
    const text = this.text;
    const start = this.position;
    if (!this.beginsPlainText()) return undefined;
    let end = start;
    for (let position = start; ; position += 1) {
      const character = text[position];
      if (character === "\n" || character === undefined) break;
      if (character === " ") continue;
      if (character === "#" && text[position - 1] === " ") break;
      if (
        character === ":" &&
        (isBlank(text[position + 1]) || (inBrackets && ",[]{}".includes(text.charAt(position + 1))))
      )
        return undefined;
      if (inBrackets) {
        if (character === "," || character === "]" || character === "}") break;
        if (character === "[" || character === "{") return undefined;
      }
      end = position + 1;
    }
    this.position = end;
    return new LocatedText(this.source, start, text.slice(start, end));
  }

  private singleQuoted(): YamlNode | undefined {
    const start = this.position;
    let value = "";
    for (let from = start + 1; ;) {
      const end = this.text.indexOf("'", from);
      if (end < 0) return undefined;
      value += this.text.slice(from, end);
      if (this.text[end + 1] !== "'") return this.quoted(start, value, end + 1);
      value += "'";
      from = end + 2;
    }
  }

  private doubleQuoted(): YamlNode | undefined {
    const text = this.text;
    const start = this.position;
    let value = "";
    for (let position = start + 1; ; position += 1) {
      const character = text[position];
      if (character === undefined || character === "\n") return undefined;
      if (character === '"') return this.quoted(start, value, position + 1);
      if (character !== "\\") value += character;
      else {
        position += 1;
        const meant = escapes[text.charAt(position)];
        if (meant === undefined) return undefined;
        value += meant;
      }
    }
  }

  private quoted(start: number, value: string, end: number): YamlNode | undefined {
    // A key in quotation marks, and a text that goes on over lines, are left to the parser.
    if (this.text[end] === ":" || this.text.slice(start, end).includes("\n")) return undefined;
    this.position = end;
    return new LocatedText(this.source, start, value, start + 1);
  }

  private flowList(indent: number): YamlNode | undefined {
    const start = this.position;
    const items: YamlNode[] = [];
    for (let more = this.opens(indent, "]"); more;) {
      const isPlain = this.beginsPlainText();
      const item = this.value(indent, true);
      // `[甲，乙]` would be one text.
      if (item === undefined || (isPlain && item.kind === "text" && item.text.includes("，"))) return undefined;
      items.push(item);
      const next = this.continues(indent, "]");
      if (next === undefined) return undefined;
      more = next;
    }
    return this.closed(new LocatedList(this.source, start, items));
  }

  private flowMap(indent: number): YamlNode | undefined {
    const start = this.position;
    const entries = new Map<string, YamlEntry>();
    for (let more = this.opens(indent, "}"); more;) {
      const keyOffset = this.position;
      const key = this.flowKey();
      if (key === undefined || entries.has(key) || !this.skipFlowBlanks(indent)) return undefined;
      const value = this.value(indent, true);
      const next = value === undefined ? undefined : this.continues(indent, "}");
      if (value === undefined || next === undefined) return undefined;
      entries.set(key, new LocatedEntry(this.source, keyOffset, key, value));
      more = next;
    }
    return this.closed(new LocatedMap(this.source, start, entries));
  }

  private closed(node: YamlNode): YamlNode | undefined {
    return this.text[this.position] === ":" ? undefined : node;
  }

  /** Goes behind a bracket: whether anything stands before its counterpart. */
  private opens(indent: number, close: string): boolean {
    this.position += 1;
    this.skipFlowBlanks(indent);
    if (this.text[this.position] !== close) return true;
    this.position += 1;
    return false;
  }

  /** Goes behind a comma, to what follows, or behind the closing bracket: whether more follows. */
  private continues(indent: number, close: string): boolean | undefined {
    if (!this.skipFlowBlanks(indent)) return undefined;
    const character = this.text[this.position];
    if (character !== close && character !== ",") return undefined;
    this.position += 1;
    if (character === close) return false;
    return this.skipFlowBlanks(indent) ? true : undefined;
  }

  private flowKey(): string | undefined {
    const text = this.text;
    const start = this.position;
    if (!this.beginsPlainText()) return undefined;
    for (let position = start; position - start <= longestKey; position += 1) {
      const character = text[position];
      if (character === undefined || ",[]{}\n#".includes(character)) return undefined;
      if (character !== ":") continue;
      if (text[position + 1] !== " ") return undefined;
      this.position = position + 1;
      return asKey(text.slice(start, position));
    }
    return undefined;
  }

  /** Blanks and line ends between brackets; further lines must be indented more than what the brackets belong to. */
  private skipFlowBlanks(indent: number): boolean {
    const text = this.text;
    for (let lineStart = -1; ; this.position += 1) {
      const character = text[this.position];
      if (character === "\n") lineStart = this.position + 1;
      else if (character !== " ") return lineStart < 0 || this.position - lineStart > Math.max(indent, 0);
    }
  }
}

function isBlank(character: string | undefined): boolean {
  return character === undefined || character === " " || character === "\n";
}

/** Keys with blanks around them, of whatever width, are left to the parser. */
function asKey(text: string): string | undefined {
  return text === "" || text.trim() !== text ? undefined : text;
}
