import { type Length, points, toPoints } from "./measures.js";

/** 96 pixels an inch, as Word reads a picture without a resolution of its own. */
const POINTS_PER_PIXEL = 72 / 96;

/**
 * The printed size of a picture: its natural size, made smaller with the same proportions until it fits. It is never enlarged.
 *
 * @param pixels Width and height of the picture.
 * @param available The room it may take.
 */
export function fittedPicture(
  pixels: { readonly width: number; readonly height: number },
  available: { readonly width: Length; readonly height: Length },
): { readonly width: Length; readonly height: Length } {
  const width = Math.max(1, pixels.width) * POINTS_PER_PIXEL;
  const height = Math.max(1, pixels.height) * POINTS_PER_PIXEL;
  const scale = Math.min(1, toPoints(available.width) / width, toPoints(available.height) / height);
  return { width: points(width * scale), height: points(height * scale) };
}
