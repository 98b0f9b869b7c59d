import type { LongNumber } from "../workbook.js";

const writtenNumber = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d{1,3}))?$/u;

/** From here on a number has more than 15 digits before the decimal point. */
const longFrom = 1e15;

/**
 * The number that a file stores in decimal, rounded to the 15 significant digits that Excel calculates and shows with: 114.3 is often
 * stored as 114.29999999999999. `undefined` if the text is not a number.
 */
export function parseStoredNumber(text: string): number | undefined {
  if (!writtenNumber.test(text)) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) return undefined;
  // Adding 0 turns -0 into 0.
  return (text.length <= 15 ? value : Number(value.toPrecision(15))) + 0;
}

/** The digits as the file has them if there are more than 15 before the decimal point, else `undefined`. */
export function longNumber(text: string, value: number): LongNumber | undefined {
  return Math.abs(value) < longFrom ? undefined : { kind: "longNumber", text: writeOut(text) };
}

/** `1.23E+5` as `123000`. */
function writeOut(text: string): string {
  const [, sign = "", mantissa = "", exponent = "0"] = writtenNumber.exec(text) ?? [];
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const shown = digits.length <= point ? digits.padEnd(point, "0") : `${digits.slice(0, point)}.${digits.slice(point)}`;
  const trimmed = shown.includes(".") ? shown.replace(/\.?0+$/u, "") : shown;
  return `${sign === "-" ? "-" : ""}${trimmed.replace(/^0+(?=\d)/u, "")}`;
}
