import type { Heading } from "./tree.js";

/** The number in front of a heading, as somebody printed it. */
export interface HeadingLabel {
  readonly level: Heading["level"];
  /** The number's value, from 1. */
  readonly ordinal: number;
  /** As printed, wrong marks included: `一、`, `（一）、`, `1．`, `(1)`. */
  readonly label: string;
}

/**
 * Reads the number at the beginning of a line, whether its marks are right (GB/T 9704 §7.3.3: 一、（一）1.（1）) or one of the usual
 * slips: a half-width bracket, a 、 after a bracket, 1、 or ① for the third or fourth level.
 *
 * The kind of numeral and its brackets decide the level, never the marks after it. A decimal (1.5亿元), a year or a count (3家) is no
 * label.
 *
 * @param line the text of a paragraph, without indentation
 */
export function readHeadingLabel(line: string): HeadingLabel | undefined {
  const match =
    /^(?<chinese>[一二三四五六七八九十]{1,3})[、.．,，。：:]\s*/u.exec(line) ??
    /^[（(](?<bracketedChinese>[一二三四五六七八九十]{1,3})[）)][、.．,，]?\s*/u.exec(line) ??
    /^(?<digits>[1-9]\d?)(?:[.．](?!\d)|、)\s*/u.exec(line) ??
    /^[（(](?<bracketedDigits>[1-9]\d?)[）)][、.．,，]?\s*/u.exec(line) ??
    /^(?<circled>[①-⑳])[、.．]?\s*/u.exec(line);
  const groups = match?.groups;
  if (match === null || groups === undefined) return undefined;
  const { chinese, bracketedChinese, digits, bracketedDigits, circled } = groups;
  const numeral = chinese ?? bracketedChinese;
  const label = match[0];
  if (numeral !== undefined) {
    const ordinal = readChineseOrdinal(numeral);
    return ordinal === undefined ? undefined : { level: chinese === undefined ? 2 : 1, ordinal, label };
  }
  if (digits !== undefined) return { level: 3, ordinal: Number(digits), label };
  if (bracketedDigits !== undefined) return { level: 4, ordinal: Number(bracketedDigits), label };
  if (circled === undefined) return undefined;
  return { level: 4, ordinal: (circled.codePointAt(0) ?? 0) - ("①".codePointAt(0) ?? 0) + 1, label };
}

const chineseDigits = "一二三四五六七八九";

/** 一 to 九十九. */
function readChineseOrdinal(numeral: string): number | undefined {
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(numeral);
  if (match === null || numeral === "") return undefined;
  const [, tens, ten, units] = match;
  const value =
    (ten === undefined ? 0 : 10 * (tens === undefined ? 1 : chineseDigits.indexOf(tens) + 1)) +
    (units === undefined ? 0 : chineseDigits.indexOf(units) + 1);
  return value === 0 ? undefined : value;
}
