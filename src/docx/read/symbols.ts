/** Characters of symbol fonts that offices use, as Unicode; other ones are kept as the private character that is stored. */
const wingdings: Readonly<Record<number, string>> = {
  0x6c: "●",
  0x6e: "■",
  0x6f: "□",
  0x71: "❑",
  0x75: "◆",
  0xa8: "□",
  0xd8: "➢",
  0xe0: "→",
  0xfb: "✗",
  0xfc: "✓",
  0xfd: "☒",
  0xfe: "☑",
};

/**
 * The character of a `w:sym` (ISO/IEC 29500-1, 17.3.3.30).
 *
 * @param code hexadecimal, often moved into the private area F000–F0FF
 */
export function symbolCharacter(font: string | undefined, code: string | undefined): string {
  const value = Number.parseInt(code ?? "", 16);
  if (!Number.isInteger(value) || value <= 0 || value > 0xffff) return "";
  if (font?.toLowerCase().startsWith("wingdings") === true) {
    const known = wingdings[value & 0xff];
    if (known !== undefined) return known;
  }
  return String.fromCharCode(value);
}
