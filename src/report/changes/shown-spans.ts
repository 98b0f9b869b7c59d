import type { TextSpan } from "../../diff/changes.js";

/** So many characters of unchanged text around a change are enough to find it. */
const context = 18;

/**
 * Leaves out what is unchanged and far from any change: long runs become `开头…结尾`.
 *
 * @returns the spans; of removed and added text nothing is left out
 */
export function shortenedSpans(spans: readonly TextSpan[]): TextSpan[] {
  return spans.map((span, index) => {
    if (span.kind !== "equal") return span;
    const characters = [...span.text];
    const head = index === 0 ? 0 : context;
    const tail = index === spans.length - 1 ? 0 : context;
    if (characters.length <= head + tail + 4) return span;
    const start = characters.slice(0, head).join("");
    const end = tail === 0 ? "" : characters.slice(-tail).join("");
    return { kind: "equal", text: `${start}…${end}` };
  });
}

/** What a moved text begins with: enough to know it by. */
export function beginningOf(text: string): string {
  const characters = [...text];
  return characters.length > 40 ? `${characters.slice(0, 40).join("")}…` : text;
}

/** Makes line breaks and unseen characters visible, and keeps a text on its line. */
export function visibleText(text: string): string {
  return text.replace(unseen, (character) => {
    if (character === "\n") return "↵";
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `⟨U+${code.padStart(4, "0")}⟩`;
  });
}

/** Control characters (a terminal would obey them), halves of characters, and those that nobody sees. */
const unseen =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;
