import { SIZES } from "./fonts.js";
import { toPoints } from "./measures.js";
import { TYPE_AREA } from "./page.js";

/**
 * How many full-width characters of a 2号 title fit in one line (§5.2.1, §7.3.1): a longer line wraps somewhere, and then hardly by
 * meaning.
 */
export function titleCapacity(orientation: "portrait" | "landscape"): number {
  const width = orientation === "portrait" ? TYPE_AREA.width : TYPE_AREA.height;
  return Math.floor(toPoints(width) / toPoints(SIZES.二号));
}
