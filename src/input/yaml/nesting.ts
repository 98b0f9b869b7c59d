/*
 * The parser calls itself for each level. Where the stack ends it usually notices, but if an expression has to be compiled just there,
 * V8 ends the whole process. So files that are nested absurdly deep are not given to it.
 */

/** Far more than is accepted after parsing, and far less than the stack holds. */
const deepest = 400;

/** Characters that take a text one level down in YAML's flow style, and up again. */
const opening = "[{";
const closing = "]}";

/**
 * Tells by the text alone that it cannot but be nested too deep: by brackets that are not closed, or by what a line begins with.
 *
 * Brackets in texts and comments count, too: hundreds of them without a counterpart do not occur.
 */
export function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  /** The length of what the line begins with: blanks and the indicators `- ? :`, which each open a level. */
  let lead = 0;
  let inLead = true;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === "\n") {
      lead = 0;
      inLead = true;
    } else if (inLead && " \t-?:".includes(character)) lead += 1;
    // Tags and anchors may stand between indicators.
    else if (character !== " ") inLead = inLead && (character === "&" || character === "!");
    if (opening.includes(character)) depth += 1;
    else if (closing.includes(character)) depth = Math.max(0, depth - 1);
    if (depth > deepest || lead > 2 * deepest) return true;
  }
  return false;
}
