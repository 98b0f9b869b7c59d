/**
 * The width of text counted in characters (字) as §3 and the indents of chapter 7 count it: a Chinese character or full-width mark
 * is 1, a half-width letter, digit or mark is 0.5. Exact for 仿宋_GB2312, whose Latin half is fixed-width.
 */
export function characterWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isHalfWidth(character.codePointAt(0) ?? 0) ? 0.5 : 1;
  return width;
}

/** Basic Latin, Latin letters with marks, and half-width forms; × and ÷ are drawn full-width like everything else. */
function isHalfWidth(codePoint: number): boolean {
  if (codePoint === 0xd7 || codePoint === 0xf7) return false;
  return codePoint < 0xa0 || (codePoint >= 0xc0 && codePoint < 0x250) || (codePoint >= 0xff61 && codePoint <= 0xffdc);
}
