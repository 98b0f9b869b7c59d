/*
 * The arithmetic of the circulars once more, in whole numbers and without anything of the program's own, so that a number in an example
 * has been worked out twice.
 */

/** `part / whole` as a percentage with one decimal, halves rounded up; all of it is 100%, nothing is 0%. */
export function percent(part: number, whole: number): string {
  if (part === whole) return "100%";
  if (part === 0) return "0%";
  return `${tenths(roundedQuotient(part * 1000, whole))}%`;
}

/** How many 百分点 lie between two rates, with one decimal and its sign: `+6.6`, `-7.1`, `0.0`. */
export function points(part: number, whole: number, partBefore: number, wholeBefore: number): string {
  const units = roundedQuotient((part * wholeBefore - partBefore * whole) * 1000, whole * wholeBefore);
  return `${units > 0 ? "+" : ""}${tenths(units)}`;
}

/** The mean with one decimal; the numbers have at most one. */
export function mean(numbers: readonly number[]): string {
  const units = numbers.reduce((sum, number) => sum + Math.round(number * 10), 0);
  return tenths(roundedQuotient(units, numbers.length));
}

/** With one decimal, as scores are printed. */
export function score(value: number): string {
  return tenths(Math.round(value * 10));
}

/** Adds numbers that have at most one decimal. */
export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + Math.round(number * 10), 0) / 10;
}

function roundedQuotient(numerator: number, denominator: number): number {
  const magnitude = Math.floor((2 * Math.abs(numerator) + denominator) / (2 * denominator));
  return numerator < 0 ? -magnitude : magnitude;
}

function tenths(units: number): string {
  const digits = String(Math.abs(units)).padStart(2, "0");
  return `${units < 0 ? "-" : ""}${digits.slice(0, -1)}.${digits.slice(-1)}`;
}
