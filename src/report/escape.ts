/** Control characters and halves of characters, which neither HTML nor a text file can show. */
const unprintable =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Characters that nobody sees: soft hyphens, zero-width ones, those that turn the direction of what follows. */
const unseen = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

function showUnseen(text: string): string {
  return text.replace(unprintable, "\ufffd").replace(unseen, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `⟨U+${code.padStart(4, "0")}⟩`;
  });
}

const references: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
};

/** Text for an element or an attribute in quotation marks of an HTML page. */
export function escapeHtml(text: string): string {
  return showUnseen(text).replace(/[&<>"']/gu, (character) => references[character] ?? character);
}

/** Text for one line of Markdown: nothing in it is markup, and it stays on its line. */
export function escapeMarkdown(text: string): string {
  return showUnseen(text)
    .replace(/\r\n|[\r\n\u2028\u2029]/gu, " ↵ ")
    .replace(/[\\`*_[\]<>|~#&$]/gu, (character) => `\\${character}`)
    .replace(/^(?<indent>\s*)(?<mark>[-+=])/u, "$<indent>\\$<mark>")
    .replace(/^(?<number>\s*\d+)(?<mark>[.)])/u, "$<number>\\$<mark>")
    .replace(/:\/\//gu, "\\://");
}
