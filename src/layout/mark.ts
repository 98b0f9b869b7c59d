import { SIZES } from "./fonts.js";
import { type Length, points, scaleLength, toPoints } from "./measures.js";
import { TYPE_AREA } from "./page.js";
import { characterWidth } from "./text-width.js";

/** §7.2.4 leaves the size of 发文机关标志 to the agency; these are the sizes offices use, largest first (implementation choice). */
const MARK_SIZES: readonly Length[] = [SIZES.小初, SIZES.一号, SIZES.小一, SIZES.二号];

/**
 * The font size of 发文机关标志: the largest usual one at which every line fits into the type area; a mark too long for all of them
 * is set smaller in steps of half a point.
 */
export function markSize(lines: readonly string[]): Length {
  const widest = Math.max(1, ...lines.map(characterWidth));
  const available = toPoints(TYPE_AREA.width) / widest;
  return MARK_SIZES.find((size) => toPoints(size) <= available) ?? points(Math.floor(available * 2) / 2);
}

/**
 * The height of a line of the mark. A single line is as high as its type, so that its top edge is where §7.2.4 and §10.1 want it; the
 * lines of a joint mark need room between them (implementation choice).
 */
export function markLineHeight(size: Length, lineCount: number): Length {
  return scaleLength(size, lineCount > 1 ? 1.3 : 1);
}
