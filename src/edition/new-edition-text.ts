import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";

/** Keys of maps and indexes of lists, from the top of the file. */
export type TextPath = readonly (string | number)[];

/** What a comment asks of the clerk: to fill in what has to be there, to fill in what may be, or to look at what was worked out. */
export type TextMark = "fill" | "optional" | "check";

const markWords: Record<TextMark, string> = { fill: "请填写", optional: "选填", check: "请核对" };

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A stretch of the text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The text of a circular.yaml while it is being changed. Everything that is not asked to change stays as it was, down to the blanks and
 * comments, so that a clerk recognises the file.
 *
 * The text is one that `readYaml` has accepted. Changes are collected and made together by `result`.
 */
export class CircularText {
  private readonly text: string;
  private readonly document: Document.Parsed;
  private readonly edits: Edit[] = [];
  private readonly marks: { readonly path: TextPath; readonly mark: TextMark }[] = [];
  /** What the changed text must say; compared with what it does say. */
  private readonly expected: unknown;

  /** @param text with `\n` as line end and without byte order mark */
  constructor(text: string) {
    this.text = text;
    this.document = parse(text);
    this.expected = plainOf(this.document.contents);
  }

  /** The first anchor or alias (`&名`, `*名`): texts that stand in two places cannot be changed in one. */
  reference(): string | undefined {
    let found: string | undefined;
    visit(this.document, (_, node) => {
      if (isAlias(node)) found ??= `*${node.source}`;
      else if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined) found ??= `&${node.anchor}`;
      return found === undefined ? undefined : visit.BREAK;
    });
    return found;
  }

  /** The text of a scalar; `undefined` if there is nothing, or something else. */
  textAt(path: TextPath): string | undefined {
    const node = this.nodeAt(path);
    return isScalar(node) && typeof node.value === "string" && node.value !== "" ? node.value : undefined;
  }

  /** The keys of a map, in order; none if there is no map. */
  keysAt(path: TextPath): string[] {
    const node = this.nodeAt(path);
    return isMap(node) ? node.items.map(keyOf) : [];
  }

  /** How many items a list has; 0 if there is no list. */
  lengthAt(path: TextPath): number {
    const node = this.nodeAt(path);
    return isSeq(node) ? node.items.length : 0;
  }

  /** Changes the words of a scalar; quotes around it stay. */
  set(path: TextPath, words: string): void {
    const node = this.nodeAt(path);
    if (!isScalar(node)) return;
    const { start, end } = this.stretchOf(node);
    const written = this.text.slice(start, end);
    const old = String(node.value);
    const changed = old !== "" && written.includes(old) ? written.replace(old, () => words) : words;
    this.edits.push({ start, end, text: changed });
    this.expect(path, words);
  }

  /** Replaces the value of a key, whatever its form, by one on the key's line. @param value in YAML, `expected` what it means */
  rewrite(path: TextPath, value: string, expected: unknown): void {
    const pair = this.pairAt(path);
    if (pair === undefined) return;
    const colon = this.colonOf(pair);
    this.edits.push({ start: colon, end: Math.max(colon, this.endOf(pair.value)), text: ` ${value}` });
    this.expect(path, expected);
  }

  /** Takes the value of a key away and leaves the key. */
  clear(path: TextPath): void {
    const pair = this.pairAt(path);
    if (pair === undefined) return;
    const colon = this.colonOf(pair);
    const node = pair.value;
    const end = this.endOf(node);
    this.expect(path, "");
    if (end <= colon || node === null) return;
    const { start } = this.stretchOf(node);
    const lineEnd = this.lineEnd(colon);
    if (start > lineEnd) this.edits.push({ start: lineEnd, end, text: "" });
    else if (this.isInFlow(path)) this.edits.push({ start, end, text: "" });
    else this.edits.push({ start: colon, end, text: "" });
  }

  /** Leaves only the first item of a list. */
  keepFirstItem(path: TextPath): void {
    const node = this.nodeAt(path);
    if (!isSeq(node) || node.items.length < 2) return;
    const [first, last] = [node.items[0], node.items.at(-1)].map((item) => this.endOf(item));
    const start = node.flow === true ? (first ?? 0) : this.lineEnd(first ?? 0);
    const end = node.flow === true ? (last ?? 0) : this.lineEnd(last ?? 0);
    this.edits.push({ start, end, text: "" });
    const list = valueAt(this.expected, path);
    if (Array.isArray(list)) list.length = 1;
  }

  /** Takes a key at the top of the file away, with its value. */
  remove(key: string): void {
    const pair = this.pairAt([key]);
    if (pair === undefined) return;
    const start = this.lineStart(pair.key.range?.[0] ?? 0);
    const end = this.lineEnd(Math.max(this.colonOf(pair), this.endOf(pair.value)));
    this.edits.push({ start, end: Math.min(end + 1, this.text.length), text: "" });
    if (isRecord(this.expected)) Reflect.deleteProperty(this.expected, key);
  }

  /**
   * Gives a key at the top of the file a text: in place of the one it has, or on a line of its own below another key. A file that is one
   * map in braces has no such lines and stays as it is.
   */
  put(key: string, words: string, below: string): void {
    if (this.pairAt([key]) !== undefined) {
      this.rewrite([key], yamlText(words), words);
      return;
    }
    const pair = this.pairAt([below]);
    const root = this.document.contents;
    if (pair === undefined || !isMap(root) || root.flow === true || !isRecord(this.expected)) return;
    const end = this.lineEnd(Math.max(this.colonOf(pair), this.endOf(pair.value)));
    this.edits.push({ start: end, end, text: `\n${key}: ${yamlText(words)}` });
    const entries = Object.entries(this.expected);
    for (const [known] of entries) Reflect.deleteProperty(this.expected, known);
    for (const [known, value] of entries) {
      this.expected[known] = value;
      if (known === below) this.expected[key] = words;
    }
  }

  /** Asks for something in a comment at the end of the line. */
  mark(path: TextPath, mark: TextMark): void {
    this.marks.push({ path, mark });
  }

  /** The changed text; `undefined` if it would not say what was asked for, as in a file written in an unforeseen way. */
  result(): string | undefined {
    const edits = [...this.edits, ...this.markEdits()];
    // An insertion comes before what is taken away behind it.
    edits.sort((a, b) => a.start - b.start || a.end - b.end);
    let changed = "";
    let position = 0;
    for (const { start, end, text } of edits) {
      if (start < position) return undefined;
      changed += this.text.slice(position, start) + text;
      position = end;
    }
    changed += this.text.slice(position);
    const document = parse(changed);
    const says = JSON.stringify(plainOf(document.contents));
    return document.errors.length === 0 && says === JSON.stringify(this.expected) ? changed : undefined;
  }

  /** One edit for each line on which something is asked for. */
  private markEdits(): Edit[] {
    const comments = commentsIn(this.text);
    const lines = new Map<number, { readonly path: TextPath; readonly mark: TextMark }[]>();
    for (const entry of this.marks) {
      const end = this.markPosition(entry.path);
      lines.set(end, [...(lines.get(end) ?? []), entry]);
    }
    return [...lines].map(([end, entries]): Edit => {
      const words = this.markText(entries);
      if (this.isInsideText(end)) {
        const start = this.lineStart(this.pairAt(entries[0]?.path.slice(0, 1) ?? [])?.key.range?.[0] ?? 0);
        return { start, end: start, text: `# ${words}\n` };
      }
      const comment = comments.find((other) => other.end === end);
      if (comment === undefined) return { start: end, end, text: `  # ${words}` };
      const kept = withoutMarks(this.text.slice(comment.start, comment.end));
      return { ...comment, text: kept === "#" ? `# ${words}` : `${kept}；${words}` };
    });
  }

  private markPosition(path: TextPath): number {
    const pair = this.pairAt(path);
    if (pair === undefined) return this.text.length;
    const colon = this.colonOf(pair);
    const cleared = this.edits.find((edit) => edit.start === this.lineEnd(colon) && edit.text === "");
    let end = this.lineEnd(cleared === undefined ? Math.max(colon, this.endOf(pair.value)) : colon);
    for (;;) {
      const around = this.edits.find((edit) => edit.start < end && end < edit.end);
      if (around === undefined) return end;
      end = this.lineEnd(around.end);
    }
  }

  private markText(entries: readonly { readonly path: TextPath; readonly mark: TextMark }[]): string {
    const parts = (["fill", "optional", "check"] as const).flatMap((mark) => {
      const paths = entries.filter((entry) => entry.mark === mark).map((entry) => entry.path);
      if (paths.length === 0) return [];
      // A key that has its line to itself needs no name.
      const names = paths.filter((path) => this.isInFlow(path)).map((path) => String(path.at(-1)));
      return [names.length === 0 ? markWords[mark] : `${markWords[mark]}：${[...new Set(names)].join("、")}`];
    });
    return parts.join("；");
  }

  /** Whether an offset is in the middle of a text that goes on over several lines and stays. */
  private isInsideText(offset: number): boolean {
    let inside = false;
    visit(this.document, {
      Scalar: (_, node) => {
        if (node.range === undefined || node.range === null) return;
        const { start, end } = this.stretchOf(node as Node);
        const removed = this.edits.some((edit) => edit.start <= start && end <= edit.end);
        if (!removed && start < offset && offset < end) inside = true;
      },
    });
    return inside;
  }

  private nodeAt(path: TextPath): Node | undefined {
    let node: unknown = this.document.contents;
    for (const step of path) {
      if (isMap(node)) node = findPair(node, String(step))?.value;
      else if (isSeq(node)) node = node.items[Number(step)];
      else return undefined;
    }
    return isScalar(node) || isCollection(node) ? node : undefined;
  }

  private pairAt(path: TextPath): SourcePair | undefined {
    const parent = this.nodeAt(path.slice(0, -1));
    return isMap(parent) ? findPair(parent, String(path.at(-1))) : undefined;
  }

  /** Whether the key stands in a map in braces, perhaps beside others. */
  private isInFlow(path: TextPath): boolean {
    return path.some((_, length) => {
      const node = this.nodeAt(path.slice(0, length));
      return isCollection(node) && node.flow === true;
    });
  }

  /** The offset behind the colon of a key. */
  private colonOf(pair: SourcePair): number {
    const keyEnd = pair.key.range?.[1] ?? 0;
    const colon = this.text.indexOf(":", keyEnd);
    return colon < 0 ? keyEnd : colon + 1;
  }

  private stretchOf(node: Node): Stretch {
    const [start, end] = node.range ?? [0, 0, 0];
    return { start, end: start + this.text.slice(start, end).trimEnd().length };
  }

  /** The offset behind the last character of a value, without the comments and empty lines that follow it; 0 if there is none. */
  private endOf(node: unknown): number {
    if (isMap(node) && node.flow !== true) {
      const pair = node.items.at(-1) as SourcePair | undefined;
      return pair === undefined ? 0 : Math.max(this.colonOf(pair), this.endOf(pair.value));
    }
    if (isSeq(node) && node.flow !== true) return this.endOf(node.items.at(-1));
    return isScalar(node) || isCollection(node) ? this.stretchOf(node).end : 0;
  }

  private lineStart(offset: number): number {
    return offset === 0 ? 0 : this.text.lastIndexOf("\n", offset - 1) + 1;
  }

  private lineEnd(offset: number): number {
    const end = this.text.indexOf("\n", offset);
    return end < 0 ? this.text.length : end;
  }

  private expect(path: TextPath, value: unknown): void {
    const parent = valueAt(this.expected, path.slice(0, -1));
    const last = path.at(-1);
    if (Array.isArray(parent) && typeof last === "number") parent[last] = value;
    else if (isRecord(parent) && last !== undefined) parent[String(last)] = value;
  }
}

type SourcePair = Pair<Node, Node | null>;

/** A text as YAML reads it back, in quotes only where it could be anything else. */
function yamlText(words: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(words) ? words : JSON.stringify(words);
}

/** As `readYaml` does: every scalar is the text that was written. */
function parse(text: string): Document.Parsed {
  return parseDocument(text, {
    schema: "failsafe",
    resolveKnownTags: false,
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
  });
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : "";
}

function findPair(map: YAMLMap, key: string): SourcePair | undefined {
  return map.items.find((pair) => keyOf(pair) === key) as SourcePair | undefined;
}

function plainOf(node: unknown): unknown {
  if (isMap(node)) {
    const plain = Object.create(null) as Record<string, unknown>;
    for (const pair of node.items) plain[keyOf(pair)] = plainOf(pair.value);
    return plain;
  }
  if (isSeq(node)) return node.items.map(plainOf);
  return isScalar(node) && typeof node.value === "string" ? node.value : "";
}

function valueAt(root: unknown, path: TextPath): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return (value as unknown[])[Number(step)];
    return isRecord(value) ? value[String(step)] : undefined;
  }, root);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Comments from their `#` to the end of their line. */
export function commentsIn(text: string): Stretch[] {
  const comments: Stretch[] = [];
  let offset = 0;
  let isText = false;
  for (const lexeme of new Lexer().lex(text)) {
    // Signs that the lexer puts between the pieces of the text; \x1f announces a scalar.
    if (lexeme === "\u0002" || lexeme === "\u0018" || lexeme === "\u001f") {
      isText = lexeme === "\u001f";
      continue;
    }
    if (!isText && lexeme.startsWith("#")) {
      comments.push({ start: offset, end: offset + lexeme.length });
    }
    isText = false;
    offset += lexeme.length;
  }
  return comments;
}

/** A comment without what an earlier new edition asked for. */
function withoutMarks(comment: string): string {
  const words = Object.values(markWords).join("|");
  const asked = new RegExp(`^(?:${words})(?:：.*)?$`, "u");
  const parts = comment.replace(/^#\s*/u, "").split("；");
  const kept = parts.map((part) => part.trim()).filter((part) => part !== "" && !asked.test(part));
  return kept.length === 0 ? "#" : `# ${kept.join("；")}`;
}
