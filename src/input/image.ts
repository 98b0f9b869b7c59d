import { imageSize } from "image-size";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Place } from "../document/place.js";

/** A picture that can be printed in place of a table. */
export interface ReadImage {
  readonly format: "png" | "jpeg";
  readonly bytes: Uint8Array;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** A scan of an A4 page in colour at 300 dpi stays below this; more makes the document hard to send. */
const mostBytes = 20 * 1024 * 1024;

/** At less than this many pixels across, a table cannot be read when it is printed 156 mm wide. */
const fewestPixels = 600;

/** Pixels in all, whatever the file says: larger ones bring Word down. */
const mostPixels = 100_000_000;

/**
 * Looks at a picture file: whether it is a PNG or JPEG that is whole, and how large it is.
 *
 * @param bytes of the file
 * @param name of the file, for messages
 * @param place where the file is named
 */
export function readImage(
  bytes: Uint8Array,
  name: string,
  place: Place,
): { readonly image?: ReadImage; readonly diagnostics: Diagnostic[] } {
  if (bytes.length > mostBytes) {
    return { diagnostics: [diagnose("image-too-large", place, { name, megabytes: mostBytes / 1024 / 1024 })] };
  }
  const format = formatOf(bytes);
  if (format === undefined) return { diagnostics: [diagnose("image-format", place, { name })] };
  let size: { readonly width?: number; readonly height?: number; readonly orientation?: number };
  try {
    size = imageSize(bytes);
  } catch {
    return { diagnostics: [diagnose("image-damaged", place, { name })] };
  }
  const { width = 0, height = 0 } = size;
  if (width === 0 || height === 0 || width * height > mostPixels || !isWhole(bytes, format)) {
    return { diagnostics: [diagnose("image-damaged", place, { name })] };
  }
  const diagnostics =
    width < fewestPixels ? [diagnose("image-coarse", place, { name, width, fewest: fewestPixels })] : [];
  // A camera may store the picture on its side; Word turns it upright when it shows it.
  const turned = (size.orientation ?? 1) >= 5;
  return {
    image: { format, bytes, widthPixels: turned ? height : width, heightPixels: turned ? width : height },
    diagnostics,
  };
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** By the first bytes: the name of a file says nothing certain. */
function formatOf(bytes: Uint8Array): "png" | "jpeg" | undefined {
  if (pngSignature.every((byte, index) => bytes[index] === byte)) return "png";
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  return undefined;
}

/** A PNG ends with its IEND chunk, a JPEG with its end mark; a file cut off on the way has neither. */
function isWhole(bytes: Uint8Array, format: "png" | "jpeg"): boolean {
  if (format === "png") {
    const type = String.fromCharCode(...bytes.subarray(-8, -4));
    return type === "IEND";
  }
  // Cameras may append data behind the end mark, so it is looked for near the end.
  for (let index = bytes.length - 2; index > Math.max(0, bytes.length - 65_536); index -= 1) {
    if (bytes[index] === 0xff && bytes[index + 1] === 0xd9) return true;
  }
  return false;
}
