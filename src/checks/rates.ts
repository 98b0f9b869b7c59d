import { divideHalfUp } from "../facts/numbers/decimal.js";

/**
 * A printed percentage as a whole number of its last digit's units: 98.83% is 9883 with 2 decimals.
 */
export interface PrintedRate {
  readonly value: number;
  /** Digits after the point. */
  readonly decimals: number;
}

/**
 * What `part / whole` comes to as a percentage, rounded half up (四舍五入), in units of the last printed digit.
 *
 * @param part 0 or more, whole
 * @param whole more than 0, whole
 */
function roundedUnits(part: number, whole: number, decimals: number): number {
  return Number(divideHalfUp(BigInt(part) * 100n * 10n ** BigInt(decimals), BigInt(whole)));
}

function printedUnits(rate: PrintedRate): number {
  return Math.round(rate.value * 10 ** rate.decimals);
}

/** True if `part / whole`, rounded half up to as many decimals as are printed, is the printed percentage. */
export function isRateOf(rate: PrintedRate, part: number, whole: number): boolean {
  if (!Number.isInteger(part) || !Number.isInteger(whole) || whole <= 0 || part < 0) return false;
  return roundedUnits(part, whole, rate.decimals) === printedUnits(rate);
}

/** True if some whole number of things out of `whole` gives the printed percentage. */
export function isReachable(rate: PrintedRate, whole: number): boolean {
  if (!Number.isInteger(whole) || whole <= 0) return false;
  const nearest = Math.round((rate.value * whole) / 100);
  return [nearest - 1, nearest, nearest + 1].some((part) => part >= 0 && isRateOf(rate, part, whole));
}

/** `part / whole` as a percentage with that many decimals, rounded half up: 98.8%. */
export function writeRate(part: number, whole: number, decimals: number): string {
  const units = roundedUnits(part, whole, decimals);
  return part === whole ? "100%" : `${(units / 10 ** decimals).toFixed(decimals)}%`;
}
