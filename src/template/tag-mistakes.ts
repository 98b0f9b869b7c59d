import { hasWideMark } from "./wide-marks.js";

/*
 * The parser gives up at the first thing it does not expect, which is often far from the mistake: a block that is never closed is
 * noticed at the end of the file. This looks at the tags alone: what has no counterpart, and which of them cannot be read.
 */

/** Something wrong with a tag. Lines count from 1, columns from 0, as the parser counts. */
export type TagMistake =
  /** `{{` without `}}` before the next `{{`. */
  | { readonly kind: "unclosedBraces"; readonly at: Position; readonly text: string }
  /** A tag in which a quotation mark or a bracket has no counterpart, or that the parser refuses for another reason. */
  | {
      readonly kind: "unclosedQuote" | "unbalancedBrackets" | "wideMark" | "malformed";
      readonly at: Position;
      readonly text: string;
    }
  /** `{{#如果}}` without `{{/如果}}`. */
  | { readonly kind: "unclosedBlock"; readonly at: Position; readonly name: string }
  /** `{{/如果}}` without `{{#如果}}`. */
  | { readonly kind: "unopenedBlock"; readonly at: Position; readonly name: string }
  /** `{{#如果}}` closed by `{{/逐项}}`. */
  | {
      readonly kind: "mismatch";
      readonly at: Position;
      readonly opened: string;
      readonly closed: string;
      readonly opener: Position;
    };

interface Position {
  readonly line: number;
  readonly column: number;
}

interface OpenBlock {
  readonly name: string;
  readonly at: Position;
}

const tag = /\{\{!--[\s\S]*?--\}\}|\{\{![\s\S]*?\}\}|\{\{(?<content>(?:(?!\{\{|\}\})[\s\S])*)(?<end>\}\}\}?)?/gu;

/**
 * Finds what is wrong with the tags of a template that does not parse.
 *
 * @param source of the template
 * @param parses tells whether a short template parses
 * @returns the mistakes in the order in which they stand; empty if none can be told
 */
export function findTagMistakes(source: string, parses: (source: string) => boolean): TagMistake[] {
  const found: TagMistake[] = [];
  const unpaired: TagMistake[] = [];
  const open: OpenBlock[] = [];
  const positionOf = positionsIn(source);
  for (const match of source.matchAll(tag)) {
    const { content, end } = match.groups ?? {};
    if (content === undefined) continue;
    const at = positionOf(match.index);
    if (end === undefined) {
      found.push({ kind: "unclosedBraces", at, text: (match[0].split("\n")[0] ?? "").trim() });
      continue;
    }
    const [, mark, name = ""] = /^~?\s*([#/])[>*]?\s*([^\s}~]+)/u.exec(content) ?? [];
    const kind = wrongInside(content, match[0], mark === "#" ? name : undefined, parses);
    if (kind !== undefined) found.push({ kind, at, text: match[0] });
    if (mark === "#") open.push({ name, at });
    if (mark === "/") close(name, at, open, unpaired);
  }
  // A tag that cannot be read may be the one that a block lacks.
  if (found.length > 0) return found;
  for (const { name, at } of open) unpaired.push({ kind: "unclosedBlock", at, name });
  return unpaired.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}

function close(name: string, at: Position, open: OpenBlock[], unpaired: TagMistake[]): void {
  const opener = open.pop();
  if (opener === undefined) {
    unpaired.push({ kind: "unopenedBlock", at, name });
  } else if (opener.name !== name) {
    if (open.at(-1)?.name === name) {
      // The inner block was never closed; the end belongs to the outer one.
      unpaired.push({ kind: "unclosedBlock", at: opener.at, name: opener.name });
      open.pop();
    } else unpaired.push({ kind: "mismatch", at, opened: opener.name, closed: name, opener: opener.at });
  }
}

/** @param block the name of the block that the tag opens, if it does */
function wrongInside(
  content: string,
  whole: string,
  block: string | undefined,
  parses: (source: string) => boolean,
): "unclosedQuote" | "unbalancedBrackets" | "wideMark" | "malformed" | undefined {
  if ((content.match(/"/gu)?.length ?? 0) % 2 === 1) return "unclosedQuote";
  if (!bracketsMatch(content)) return "unbalancedBrackets";
  if (/^~?\s*(?:\/|\^|else\b)/u.test(content)) return undefined;
  if (parses(block === undefined ? whole : `${whole}{{/${block}}}`)) return undefined;
  return hasWideMark(withoutTexts(content)) ? "wideMark" : "malformed";
}

function bracketsMatch(content: string): boolean {
  let depth = 0;
  for (const character of withoutTexts(content)) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Without what stands in quotation marks, where everything is allowed. */
function withoutTexts(content: string): string {
  return content.replace(/"[^"]*"/gu, "");
}

/** Gives positions of indices that only grow, so that each line is counted once. */
function positionsIn(source: string): (index: number) => Position {
  let line = 1;
  let lineStart = 0;
  return (index) => {
    for (let end = source.indexOf("\n", lineStart); end >= 0 && end < index; end = source.indexOf("\n", lineStart)) {
      line += 1;
      lineStart = end + 1;
    }
    return { line, column: index - lineStart };
  };
}
