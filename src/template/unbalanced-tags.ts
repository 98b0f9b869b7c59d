/*
 * The parser gives up at the first thing it does not expect, which is often far from the mistake: a block that is never closed is
 * noticed at the end of the file. This looks through the tags alone for what has no counterpart.
 */

/** Something that has no counterpart. Lines count from 1, columns from 0, as the parser counts. */
export type Unbalanced =
  /** `{{` without `}}` before the next `{{` or the end of the line. */
  | { readonly kind: "unclosedBraces"; readonly at: Position; readonly text: string }
  /** `{{#如果}}` without `{{/如果}}`. */
  | { readonly kind: "unclosedBlock"; readonly at: Position; readonly name: string }
  /** `{{/如果}}` without `{{#如果}}`. */
  | { readonly kind: "unopenedBlock"; readonly at: Position; readonly name: string }
  /** `{{#如果}}` closed by `{{/逐项}}`. */
  | { readonly kind: "mismatch"; readonly at: Position; readonly opened: string; readonly closed: string; readonly opener: Position };

interface Position {
  readonly line: number;
  readonly column: number;
}

interface OpenBlock {
  readonly name: string;
  readonly at: Position;
}

const tag = /\{\{!--[\s\S]*?--\}\}|\{\{![\s\S]*?\}\}|\{\{(?<content>[^\n]*?)(?<end>\}\}|(?=\{\{)|(?=\n)|$)/gu;

/**
 * Finds tags without a counterpart in a template that does not parse.
 *
 * @param source of the template
 * @returns them in the order in which they stand; empty if something else is wrong
 */
export function findUnbalancedTags(source: string): Unbalanced[] {
  const found: Unbalanced[] = [];
  const open: OpenBlock[] = [];
  for (const match of source.matchAll(tag)) {
    const { content, end } = match.groups ?? {};
    if (content === undefined) continue;
    const at = positionOf(source, match.index);
    if (end !== "}}") {
      found.push({ kind: "unclosedBraces", at, text: match[0].trim() });
      continue;
    }
    const [, mark, name = ""] = /^~?\s*([#/])[>*]?\s*([^\s}~]+)/u.exec(content) ?? [];
    if (mark === "#") open.push({ name, at });
    if (mark === "/") close(name, at, open, found);
  }
  for (const { name, at } of open) found.push({ kind: "unclosedBlock", at, name });
  return found.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}

function close(name: string, at: Position, open: OpenBlock[], found: Unbalanced[]): void {
  const opener = open.pop();
  if (opener === undefined) {
    found.push({ kind: "unopenedBlock", at, name });
  } else if (opener.name !== name) {
    if (open.at(-1)?.name === name) {
      // The inner block was never closed; the end belongs to the outer one.
      found.push({ kind: "unclosedBlock", at: opener.at, name: opener.name });
      open.pop();
    } else found.push({ kind: "mismatch", at, opened: opener.name, closed: name, opener: opener.at });
  }
}

function positionOf(source: string, index: number): Position {
  const before = source.slice(0, index);
  return { line: before.split("\n").length, column: index - (before.lastIndexOf("\n") + 1) };
}
