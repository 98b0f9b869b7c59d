/**
 * Exact decimal arithmetic. A number that came from a cell means the shortest decimal text that names it (0.1 is one tenth, not the
 * binary fraction next to it), so sums and roundings are done on that text with whole numbers.
 */
export interface ExactDecimal {
  /** The value times ten to the power of `scale`. */
  readonly units: bigint;
  /** Digits after the point, 0 or more. */
  readonly scale: number;
}

/** @throws RangeError for NaN and infinities */
export function toExactDecimal(value: number): ExactDecimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) throw new RangeError(`${String(value)} is not a finite number`);
  const fraction = match[3] ?? "";
  const units = BigInt(`${match[1] ?? ""}${match[2] ?? ""}${fraction}`);
  const scale = fraction.length - Number(match[4] ?? 0);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

/** The sum as it would come out on paper: `exactSum([0.1, 0.2])` is 0.3. Nothing sums to 0. */
export function exactSum(numbers: Iterable<number>): number {
  let total: ExactDecimal = { units: 0n, scale: 0 };
  for (const value of numbers) {
    const term = toExactDecimal(value);
    const scale = Math.max(total.scale, term.scale);
    total = { units: unitsAt(total, scale) + unitsAt(term, scale), scale };
  }
  return Number(writeUnits(total.units, total.scale));
}

/** The whole number of units of a finer or equal scale. */
function unitsAt(decimal: ExactDecimal, scale: number): bigint {
  return decimal.units * 10n ** BigInt(scale - decimal.scale);
}

/**
 * `numerator / denominator` rounded to a whole number, halves away from zero (四舍五入).
 *
 * @param denominator positive
 */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/**
 * `numerator / denominator` rounded half up on the exact decimals: `exactQuotient(10, 4, 0)` is 3.
 *
 * @param denominator more than 0
 * @param decimals digits after the point
 * @throws RangeError for a denominator of 0
 */
export function exactQuotient(numerator: number, denominator: number, decimals: number): number {
  const [part, whole] = [toExactDecimal(numerator), toExactDecimal(denominator)];
  if (whole.units <= 0n) throw new RangeError("a quotient needs a positive denominator");
  const scale = Math.max(part.scale, whole.scale);
  const units = divideHalfUp(unitsAt(part, scale) * 10n ** BigInt(decimals), unitsAt(whole, scale));
  return Number(writeUnits(units, decimals));
}

/** Writes units of a scale as a decimal text: `writeUnits(-5n, 2)` is `-0.05`. Never an exponent, never `-0`. */
export function writeUnits(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  return `${units < 0n ? "-" : ""}${whole}${scale === 0 ? "" : `.${digits.slice(digits.length - scale)}`}`;
}

/**
 * Writes a number without an exponent.
 *
 * @param decimals digits after the point, kept even if they are zeros; rounded half up on the exact decimal (1.005 gives 1.01).
 *   Without it: as many as the number has.
 */
export function formatDecimal(value: number, decimals?: number): string {
  const exact = toExactDecimal(value);
  if (decimals === undefined) return writeUnits(exact.units, exact.scale);
  return decimals >= exact.scale
    ? writeUnits(unitsAt(exact, decimals), decimals)
    : writeUnits(divideHalfUp(exact.units, 10n ** BigInt(exact.scale - decimals)), decimals);
}

const mostSignificantDigits = 15;
const decimalText = /^([+-]?)(\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)?(?:\.(\d+))?$/;

/**
 * Reads a number as it is typed into a cell: full-width digits and signs, separators between groups of three (1,234, 1，234, 1 234)
 * only where they belong.
 *
 * @returns `undefined` for other texts, including percentages, and for more than 15 significant digits, which a number cannot hold
 *   for certain
 */
export function parseDecimal(text: string): number | undefined {
  const plain = text.normalize("NFKC").replaceAll("\u2212", "-").trim();
  const match = decimalText.exec(plain);
  if (match === null) return undefined;
  const whole = (match[2] ?? "").replace(/[, ]/g, "");
  const fraction = match[3] ?? "";
  if (whole === "" && fraction === "") return undefined;
  const significant = (whole + fraction.replace(/0+$/, "")).replace(/^0+/, "");
  if (significant.length > mostSignificantDigits) return undefined;
  const value = Number(`${whole === "" ? "0" : whole}.${fraction === "" ? "0" : fraction}`);
  return match[1] === "-" && value !== 0 ? -value : value;
}
