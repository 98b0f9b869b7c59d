/**
 * Measures with units, and the only place where one unit becomes another.
 *
 * GB/T 9704 speaks of millimetres, 字 and 行, fonts of points, and WordprocessingML of twentieths of a point (twips), half-points,
 * eighths of a point and English metric units. The layout modules state every number in the unit of its source; writers convert.
 */

/** An absolute length in the unit in which its source states it. */
export interface Length {
  readonly unit: "millimetre" | "point" | "twip";
  readonly value: number;
}

const POINTS_PER_INCH = 72;
const MILLIMETRES_PER_INCH = 25.4;
const TWIPS_PER_POINT = 20;
const EMUS_PER_POINT = 12700;

/** A length in millimetres. */
export function millimetres(value: number): Length {
  return { unit: "millimetre", value };
}

/** A length in points (1/72 inch). */
export function points(value: number): Length {
  return { unit: "point", value };
}

/** A length in twips (1/20 point), for numbers that exist only in Word's own unit. */
export function twips(value: number): Length {
  return { unit: "twip", value };
}

/** The length in points, unrounded. */
export function toPoints(length: Length): number {
  switch (length.unit) {
    case "millimetre":
      return (length.value * POINTS_PER_INCH) / MILLIMETRES_PER_INCH;
    case "point":
      return length.value;
    case "twip":
      return length.value / TWIPS_PER_POINT;
  }
}

/** The length in whole twips: `w:ind`, `w:spacing`, `w:pgMar`, `w:tblW` … */
export function toTwips(length: Length): number {
  return length.unit === "twip" ? Math.round(length.value) : Math.round(toPoints(length) * TWIPS_PER_POINT);
}

/** The length in half-points: `w:sz`. */
export function toHalfPoints(length: Length): number {
  return Math.round(toPoints(length) * 2);
}

/** The length in eighths of a point: `w:sz` of a border. */
export function toEighthPoints(length: Length): number {
  return Math.round(toPoints(length) * 8);
}

/** The length in whole English metric units: drawings. */
export function toEmus(length: Length): number {
  return Math.round(toPoints(length) * EMUS_PER_POINT);
}

/** The sum of lengths of any units. */
export function addLengths(...lengths: readonly Length[]): Length {
  return points(lengths.reduce((sum, length) => sum + toPoints(length), 0));
}

/** `left` minus `right`. */
export function subtractLengths(left: Length, right: Length): Length {
  return points(toPoints(left) - toPoints(right));
}

/** A length taken `factor` times. */
export function scaleLength(length: Length, factor: number): Length {
  return { unit: length.unit, value: length.value * factor };
}
