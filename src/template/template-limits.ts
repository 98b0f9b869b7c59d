/*
 * Nobody writes templates like these by hand, but files come from elsewhere: the parser's time grows with the square of the nesting, and
 * a few templates that include each other twice, or loops inside loops, unfold without end.
 */

/** UTF-16 units of one template; the longest that ships has 3,000. */
const longestTemplate = 500_000;

/** UTF-16 units between two braces and their end. */
const longestTag = 10_000;

/** Blocks inside blocks, brackets and `else` branches counted in. */
const deepestNesting = 100;

/** Facts that follow from each other, with their brackets: each is worked out inside the one that asks for it. */
export const deepestFacts = 200;

/** Statements that are looked through in a template with all that it includes. */
export const mostStatements = 100_000;

/** Statements that are carried out in a template, those of loops each time. */
export const mostSteps = 2_000_000;

/** What is too much about a template, and where that begins (an index in the source). */
export interface TemplateExcess {
  readonly kind: "length" | "tag" | "depth";
  readonly at: number;
  readonly limit: number;
}

/**
 * Says whether a template is too much for the parser. Only tags are looked at, and each character once.
 *
 * @param source of the template
 */
export function findTemplateExcess(source: string): TemplateExcess | undefined {
  if (source.length > longestTemplate) return { kind: "length", at: longestTemplate, limit: longestTemplate };
  /** The open blocks, each with the number of its `else` branches, which the parser nests. */
  const open: number[] = [];
  let depth = 0;
  for (let at = source.indexOf("{{"); at >= 0;) {
    const mark = source.startsWith("{{!--", at) ? "--}}" : "}}";
    const closed = source.indexOf(mark, at + 2);
    const end = closed < 0 ? source.length : closed;
    // A long comment is no trouble, but without an end everything after it is part of it.
    if (end - at > longestTag && (mark === "}}" || closed < 0)) return { kind: "tag", at, limit: longestTag };
    if (mark === "}}") {
      const content = source.slice(at + 2, end);
      const kind = /^~?\s*(#|\^\s*[^\s}~]|\/|else\s)/u.exec(content)?.[1];
      if (kind === "/") depth -= (open.pop() ?? -1) + 1;
      else if (kind !== undefined && !kind.startsWith("else")) {
        open.push(0);
        depth += 1;
      } else if (kind !== undefined && open.length > 0) {
        open.push((open.pop() ?? 0) + 1);
        depth += 1;
      }
      if (depth + deepestBrackets(content) > deepestNesting) return { kind: "depth", at, limit: deepestNesting };
    }
    at = source.indexOf("{{", closed < 0 ? source.length : closed + mark.length);
  }
  return undefined;
}

/** How many brackets are open at once in a tag or an expression. */
export function deepestBrackets(content: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of content) {
    if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
