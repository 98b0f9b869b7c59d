const digitValues = new Map(Array.from("零一二三四五六七八九", (character, value) => [character, value]));
digitValues.set("两", 2).set("〇", 0);
const sizes = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/**
 * Reads a whole number in Chinese characters as a count is written: 三, 两, 十二, 二十, 一百零五.
 *
 * @returns `undefined` for anything else, above all for neighbouring digits that mean roughly (三五个)
 */
export function readChineseCount(text: string): number | undefined {
  if (!/^[〇零一二两三四五六七八九十百千]+$/u.test(text)) return undefined;
  let total = 0;
  let digit: number | undefined;
  let lastSize = 10_000;
  for (const character of text) {
    const size = sizes.get(character);
    if (size === undefined) {
      const value = digitValues.get(character) ?? 0;
      if (value === 0) continue;
      if (digit !== undefined) return undefined;
      digit = value;
    } else {
      if (size >= lastSize) return undefined;
      total += (digit ?? 1) * size;
      digit = undefined;
      lastSize = size;
    }
  }
  return total + (digit ?? 0);
}

/** Full-width digits, signs and point of numbers made half-width; every character stays in its place. */
export function halfWidthDigits(text: string): string {
  return text.replace(/[０-９．％]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}
