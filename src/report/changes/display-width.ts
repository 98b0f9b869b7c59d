/**
 * How many columns of a terminal a text takes: two for each character that East Asian fonts draw full-width (Unicode Standard
 * Annex 11, W and F), none for marks that stand on another character, one for everything else.
 *
 * Quotation marks, dashes and the like are of ambiguous width: terminals disagree about them, so nothing that is to stand in a
 * column should hold one.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isMark(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** Fills a text with spaces to a width; a longer one stays as it is. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** As `padEnd`, with the spaces in front. */
export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** Marks that stand on another character, joiners, variation selectors. */
function isMark(character: string): boolean {
  return /\p{Mn}|\p{Me}|\p{Cf}/u.test(character);
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
