import { createHash } from "node:crypto";
import type { Picture } from "../../../document/tree.js";
import { pictureSize } from "../picture-size.js";
import type { SourcePicture } from "../source.js";
import type { Context } from "./context.js";

/** A picture of the tree; `undefined` if it is in a format that the tree does not have (EMF, GIF …) or is missing. */
export function recognisePicture(source: SourcePicture, { pictures }: Context): Picture | undefined {
  const bytes = pictures.get(source.relationship);
  const size = bytes === undefined ? undefined : pictureSize(bytes);
  if (bytes === undefined || size === undefined) return undefined;
  return {
    type: "picture",
    format: size.format,
    data: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64"),
    widthPixels: size.width,
    heightPixels: size.height,
    alternativeText: source.alternativeText === "" ? "图片" : source.alternativeText,
  };
}

/** A picture that is no part of the tree, by a checksum, so that a change in it is noticed. */
export function keepAsSurrounding(source: SourcePicture, { pictures, surroundings }: Context): void {
  const bytes = pictures.get(source.relationship);
  const checksum = bytes === undefined ? "缺失" : createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  surroundings.push({ kind: "picture", text: `${source.alternativeText} ${checksum}`.trim() });
}
