import { divideHalfUp, toExactDecimal, writeUnits } from "./decimal.js";

/** A share written as a percentage. */
export interface FormattedRate {
  /** 98.8% */
  readonly text: string;
  /** Something is missing from the whole, yet the text reads 100…%: the circular would hide a failure. */
  readonly roundedToFull: boolean;
  /** There is something, yet the text reads 0…%. */
  readonly roundedToZero: boolean;
}

/**
 * Writes `numerator / denominator` as a percentage, rounded half up on the exact quotient, trailing zeros kept (99.80%).
 *
 * All and none are written 100% and 0% without decimals, as published circulars do; `decimalsAtEnds` keeps them (100.00%).
 *
 * @param numerator 0 or more; may have decimals (scores)
 * @param denominator more than 0
 * @param decimals digits after the point
 * @throws RangeError for a denominator of 0: a rate of nothing has to be dealt with before
 */
export function formatRate(
  numerator: number,
  denominator: number,
  decimals: number,
  options: { readonly decimalsAtEnds?: boolean } = {},
): FormattedRate {
  const { part, whole } = exactFraction(numerator, denominator);
  const units = divideHalfUp(part * 100n * 10n ** BigInt(decimals), whole);
  const full = 100n * 10n ** BigInt(decimals);
  const atEnd = part === 0n || part === whole;
  const text = atEnd && options.decimalsAtEnds !== true ? (part === 0n ? "0" : "100") : writeUnits(units, decimals);
  return {
    text: `${text}%`,
    roundedToFull: part < whole && units >= full,
    roundedToZero: part > 0n && units === 0n,
  };
}

/**
 * How many 百分点 a rate changed, from the exact rates and not from their rounded texts.
 *
 * @returns the current rate minus the previous one with its sign: `+0.55`, `-1.20`; `0.00` if it rounds to nothing
 * @throws RangeError for a denominator of 0
 */
export function percentagePoints(
  currentNumerator: number,
  currentDenominator: number,
  previousNumerator: number,
  previousDenominator: number,
  decimals: number,
): string {
  const current = exactFraction(currentNumerator, currentDenominator);
  const previous = exactFraction(previousNumerator, previousDenominator);
  const difference = current.part * previous.whole - previous.part * current.whole;
  const units = divideHalfUp(difference * 100n * 10n ** BigInt(decimals), current.whole * previous.whole);
  return `${units > 0n ? "+" : ""}${writeUnits(units, decimals)}`;
}

/** A share in percent as whole numbers of its last decimal place: 9803 for 98.03%. */
export interface RateUnits {
  /** Rounded half up on the exact quotient. */
  readonly rounded: bigint;
  /** With the rest cut off. */
  readonly truncated: bigint;
  /** There is nothing at all. */
  readonly isNone: boolean;
}

/**
 * `numerator / denominator` in percent, to compare with a percentage that somebody has written.
 *
 * @param numerator 0 or more
 * @param denominator more than 0
 * @param decimals digits after the point
 * @throws RangeError for other numbers
 */
export function rateUnits(numerator: number, denominator: number, decimals: number): RateUnits {
  const { part, whole } = exactFraction(numerator, denominator);
  const scaled = part * 100n * 10n ** BigInt(decimals);
  return {
    rounded: divideHalfUp(scaled, whole),
    truncated: scaled / whole,
    isNone: part === 0n,
  };
}

/** The same fraction in whole numbers. */
function exactFraction(numerator: number, denominator: number): { part: bigint; whole: bigint } {
  const part = toExactDecimal(numerator);
  const whole = toExactDecimal(denominator);
  if (whole.units <= 0n || part.units < 0n)
    throw new RangeError("a rate needs a positive whole and a part of at least 0");
  const scale = BigInt(Math.max(part.scale, whole.scale));
  return {
    part: part.units * 10n ** (scale - BigInt(part.scale)),
    whole: whole.units * 10n ** (scale - BigInt(whole.scale)),
  };
}
