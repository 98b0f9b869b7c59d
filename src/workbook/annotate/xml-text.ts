/** What XML cannot hold (XML 1.0 §2.2), and underscores that would read as the escape of such a character. */
const unwritable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const markup = /[&<>"]/gu;
const references: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for an element or attribute of a workbook's part (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19). */
export function escapeText(text: string): string {
  return text
    .replace(loneSurrogate, "\ufffd")
    .replace(unwritable, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(markup, (character) => references[character] ?? character);
}

/** `<t>` with blanks and line ends kept. */
export function textElement(prefix: string, text: string): string {
  return `<${prefix}t xml:space="preserve">${escapeText(text)}</${prefix}t>`;
}

/** How wide a text is in full-width characters: what is narrower than a Chinese character counts half. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x1100 ? 0.5 : 1;
  return width;
}
