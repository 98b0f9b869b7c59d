/** How text is written in the parts of a workbook, and what a cell shows of it. */

/** `_x000D_`: characters that XML cannot hold, and `_x005F_` for an underscore that would read as one (ISO/IEC 29500-1, 22.9.2.19). */
const escapedCharacter = /_x([0-9A-Fa-f]{4})_/gu;

/** White space, and characters that take no room: a cell of nothing else looks empty. */
const onlyBlanks = /^[\s\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F]*$/u;

/**
 * The characters that a stored text stands for, with `\n` for every line end. Characters that are legal nowhere, such as a lone
 * surrogate written `_xD800_`, are kept: it is for the rules of a column to refuse them.
 */
export function decodeText(stored: string): string {
  const unescaped = stored.includes("_x")
    ? stored.replace(escapedCharacter, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : stored;
  return unescaped.includes("\r") ? unescaped.replace(/\r\n?/gu, "\n") : unescaped;
}

/** True for text of nothing but blanks, among them full-width, non-breaking and zero-width ones. */
export function isBlank(text: string): boolean {
  return onlyBlanks.test(text);
}

/** Cuts off white space around the text of an element without `xml:space="preserve"`, as Excel does. */
export function trimUnpreserved(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/gu, "");
}

/**
 * A copy that shares no memory with the text it was cut from. A short piece of a parser's input otherwise keeps all of that input
 * alive (V8's sliced strings).
 */
export function detach(text: string): string {
  return ` ${text}`.slice(1);
}
