import { countsTime, measureWords } from "./knowledge/measure-words.js";
import { halfWidthDigits, readChineseCount } from "./numerals.js";
import { isProtected, type Span } from "./protected-spans.js";

/** A number with what it counts, as it stands in a sentence: 不合格账号5个, 98.83%, 三项. */
export interface Quantity {
  readonly value: number;
  /** Digits after the point, as printed. */
  readonly decimals: number;
  readonly kind: "count" | "percent" | "points";
  /** 个, 家, 批次, 家次…; `%` and 个百分点 for the other kinds. */
  readonly measure: string;
  /** UTF-16 units in the passage's text, number and measure word together. */
  readonly start: number;
  readonly end: number;
  /** The number as printed, without its measure word. */
  readonly number: string;
  /** The words before it, back to the nearest mark or the quantity before. */
  readonly before: string;
  /** The words after it, up to the nearest mark or the next number. */
  readonly after: string;
  /** 约20个, 10余个, 20个以上, 不低于20%: not a number that can be recomputed. */
  readonly approximate: boolean;
  /** How many round brackets are open around it. */
  readonly depth: number;
}

const number = String.raw`\d{1,3}(?:[,，]\d{3})+|\d+(?:\.\d+)?`;
const measures = measureWords.join("|");
const quantityPattern = new RegExp(
  String.raw`(?<digits>${number})\s*(?<vague>[余多几来])?(?:(?<percent>%)|(?<points>个百分点)|(?<measure>${measures}))` +
    String.raw`|(?<chinese>[零一二两三四五六七八九十百千]+)(?<chineseVague>[余多几来])?(?<chineseMeasure>${measures})`,
  "gu",
);

const boundaries = new Set("，。；：、！？（）()“”《》\n,;:");
const roughBefore =
  "约 近 超 超过 超出 逾 至少 最多 少于 多于 低于 高于 不足 不满 达以上 达到以上 上 数 几 未达 未达到".split(" ");
const roughAfter = "以上 以下 以内 以外 左右 上下 之内".split(" ");

/**
 * The quantities of a text in order: numbers with a measure word, percentages and 百分点, in digits or Chinese characters.
 *
 * Left out are ordinals (第3次), stretches of time (3个月), the numeral 一 written in Chinese (一个 is mostly an article), and whatever
 * stands inside quotations, titles, addresses and codes.
 *
 * @param text of one passage
 * @param protectedSpans gives those of the same passage
 */
export function quantitiesIn(text: string, protectedSpans: () => readonly Span[] = () => []): readonly Quantity[] {
  const plain = halfWidthDigits(text);
  const found: Quantity[] = [];
  for (const match of plain.matchAll(quantityPattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const { digits, vague, percent, points, measure, chinese, chineseVague, chineseMeasure } = match.groups ?? {};
    const written = digits ?? chinese ?? "";
    const value =
      digits === undefined ? readChineseCount(written) : Number(digits.replaceAll(",", "").replaceAll("，", ""));
    const rest = plain.slice(end);
    if (value === undefined || (chinese !== undefined && value <= 1)) continue;
    if (isOrdinal(plain, start) || isProtected(protectedSpans(), start)) continue;
    if (percent === undefined && points === undefined && countsTime(rest)) continue;
    const before = wordsBefore(plain, Math.max(found.at(-1)?.end ?? 0, 0), start);
    found.push({
      value,
      decimals: written.includes(".") ? written.length - written.indexOf(".") - 1 : 0,
      kind: percent !== undefined ? "percent" : points !== undefined ? "points" : "count",
      measure: percent ?? points ?? measure ?? chineseMeasure ?? "",
      start,
      end,
      number: text.slice(start, start + written.length),
      before,
      after: wordsAfter(rest),
      approximate:
        vague !== undefined ||
        chineseVague !== undefined ||
        roughBefore.some((word) => before.endsWith(word)) ||
        roughAfter.some((word) => rest.startsWith(word)) ||
        isRange(plain, start, end),
      depth: bracketDepth(plain, start),
    });
  }
  return found;
}

function bracketDepth(text: string, position: number): number {
  if (!text.includes("（") && !text.includes("(")) return 0;
  let depth = 0;
  for (let index = 0; index < position; index += 1) {
    const character = text.charAt(index);
    if (character === "（" || character === "(") depth += 1;
    else if (character === "）" || character === ")") depth = Math.max(0, depth - 1);
  }
  return depth;
}

function isOrdinal(text: string, start: number): boolean {
  return start > 0 && "第〔0123456789.件表图".includes(text.charAt(start - 1));
}

const dashes = new Set("至到～~—–-");

function isRange(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start).trimEnd();
  return (
    (dashes.has(before.charAt(before.length - 1)) && /\d\s*%?[至到～~—–-]$/u.test(before)) ||
    (dashes.has(text.charAt(end)) && /^[至到～~—–-]\s*\d/u.test(text.slice(end, end + 3)))
  );
}

function wordsBefore(text: string, from: number, start: number): string {
  let index = start;
  while (index > from && !boundaries.has(text.charAt(index - 1))) index -= 1;
  return text.slice(index, start);
}

function wordsAfter(rest: string): string {
  const end = rest.search(/[，。；：、！？（）()“”《》\n,;:\d]/u);
  return end < 0 ? rest : rest.slice(0, end);
}
