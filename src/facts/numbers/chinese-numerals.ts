const digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;
const largest = 99_999_999;

/**
 * A whole number in Chinese characters, as ordinals are written: 一, 十, 十一, 二十, 一百零一, 一万零一十.
 *
 * @param value a whole number from 0 to 99 999 999
 * @throws RangeError for anything else
 */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > largest) {
    throw new RangeError(`chineseNumeral takes whole numbers from 0 to ${String(largest)}`);
  }
  if (value < 10_000) return belowTenThousand(value, true);
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  const head = `${belowTenThousand(high, true)}万`;
  if (low === 0) return head;
  // A gap between 万 and the first digit after it is read out as one 零: 一万零一十.
  return head + (low < 1000 ? "零" : "") + belowTenThousand(low, false);
}

/** @param leading whether nothing stands before: only then 一十 is shortened to 十 */
function belowTenThousand(value: number, leading: boolean): string {
  if (value === 0) return digits[0];
  let text = "";
  let gap = false;
  for (const [size, unit] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) {
      gap = text !== "";
      continue;
    }
    if (gap) text += digits[0];
    gap = false;
    const shortened = leading && text === "" && size === 10 && digit === 1;
    text += (shortened ? "" : (digits[digit] ?? "")) + unit;
  }
  return text;
}

/**
 * The number before a heading, GB/T 9704-2012 §7.3.3: 一、 then （一） then 1. then （1）.
 *
 * @param ordinal from 1
 */
export function headingLabel(level: 1 | 2 | 3 | 4, ordinal: number): string {
  switch (level) {
    case 1:
      return `${chineseNumeral(ordinal)}、`;
    case 2:
      return `（${chineseNumeral(ordinal)}）`;
    case 3:
      return `${String(ordinal)}.`;
    case 4:
      return `（${String(ordinal)}）`;
  }
}
