/** Ends the number of a heading or the label of a remark where that end cannot be told from the characters themselves. */
export const labelEnd = "〔标号止〕";

/** Stands between a run-in heading and the text that follows it in the same paragraph. */
export const bodyFollows = "〔接排〕";

/**
 * Characters that print nothing, or that look like another blank, as first and last code points. Written out, because the
 * Unicode classes of a regular expression depend on the version of the engine.
 */
const unseenRanges: readonly (readonly [number, number])[] = [
  [0x0000, 0x0009], // controls, except the line break
  [0x000b, 0x001f],
  [0x007f, 0x00a0], // controls and the no-break space
  [0x00ad, 0x00ad], // soft hyphen
  [0x034f, 0x034f], // combining grapheme joiner
  [0x061c, 0x061c], // direction mark
  [0x115f, 0x1160], // Hangul fillers
  [0x1680, 0x1680], // Ogham space
  [0x17b4, 0x17b5], // inherent vowels
  [0x180b, 0x180f], // Mongolian selectors
  [0x2000, 0x200f], // spaces of other widths, zero-width characters, direction marks
  [0x2028, 0x202f], // separators, direction marks, narrow space
  [0x205f, 0x206f], // spaces, invisible operators, direction marks
  [0x2800, 0x2800], // blank Braille pattern
  [0x3164, 0x3164], // Hangul filler
  [0xd800, 0xf8ff], // lone surrogates, private use
  [0xfdd0, 0xfdef], // noncharacters
  [0xfe00, 0xfe0f], // variation selectors
  [0xfeff, 0xfeff], // byte order mark
  [0xffa0, 0xffa0], // Hangul filler
  [0xfff0, 0xfffc], // annotations, object replacement
  [0xfffe, 0xffff], // noncharacters
  [0x13430, 0x1343f], // hieroglyph format controls
  [0x1bca0, 0x1bca3], // shorthand format controls
  [0x1d173, 0x1d17a], // musical format controls
  [0xe0000, 0xe0fff], // tags, variation selectors
  [0xf0000, 0x10ffff], // private use
];

const unseen = unseenRanges.map((range) => range.map((point) => `\\u{${point.toString(16)}}`).join("-")).join("");

/** The characters that mean something in the review text wherever they stand, and the marks that stand within a line. */
const escaped = "[\\\\｜↵⟨]|〔(?=(?:接排|标号止)〕)";

/** In front of the first `：` the marks of a cell are read as well. */
const escapedInName = `${escaped}|[：↑→〔]`;

const special = new RegExp(`${escaped}|[\\n${unseen}]`, "u");
const everySpecial = new RegExp(special.source, "gu");
const specialInName = new RegExp(`${escapedInName}|[\\n${unseen}]`, "u");
const everySpecialInName = new RegExp(specialInName.source, "gu");

/**
 * Writes characters of the document so that they stay on one line, can be seen, and are never taken for a mark of the review
 * text: a line break as `↵`, an unseen character or a blank at either end as `⟨U+200B⟩`, and `\` in front of a character that
 * would mean something. Different values are always written differently.
 */
export function visible(value: string): string {
  return showEnds(special.test(value) ? value.replace(everySpecial, show) : value);
}

/** The same for the name of a column, in which the marks that follow a name are escaped as well. */
export function visibleName(name: string): string {
  return showEnds(specialInName.test(name) ? name.replace(everySpecialInName, show) : name);
}

function show(character: string): string {
  if (character === "\n") return "↵";
  return /[\\｜↵⟨〔：↑→]/u.test(character) ? `\\${character}` : codePoint(character);
}

/** Blanks at the ends of a line are lost or overlooked; within it they are not. */
function showEnds(value: string): string {
  if (!isBlank(value[0]) && !isBlank(value.at(-1))) return value;
  let start = 0;
  while (isBlank(value[start])) start += 1;
  let end = value.length;
  while (end > start && isBlank(value[end - 1])) end -= 1;
  return showBlanks(value.slice(0, start)) + value.slice(start, end) + showBlanks(value.slice(end));
}

function showBlanks(blanks: string): string {
  return blanks.replace(/[ \u3000]/g, codePoint);
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\u3000";
}

function codePoint(character: string): string {
  const hexadecimal = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `⟨U+${hexadecimal.padStart(4, "0")}⟩`;
}
