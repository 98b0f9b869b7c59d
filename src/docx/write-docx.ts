import type { CircularDocument } from "../document/tree.js";
import { bodyPieces } from "./body.js";
import { circularPackage } from "./circular-package.js";

/**
 * Writes a circular as a .docx file laid out per GB/T 9704—2012.
 *
 * ```
 * tree ──layout profile──▶ styles, settings, fonts        ─┐
 *   └──blocks──▶ body: sections, paragraphs, tables        ├─▶ parts ──▶ zip
 *                footers, pictures, relationships, dates  ─┘
 * ```
 *
 * The result depends on nothing but the tree: equal trees give equal bytes on every machine, at any time, in any order.
 */
// eslint-disable-next-line @typescript-eslint/require-await -- a promise by contract: compression may move off the main thread
export async function writeDocx(document: CircularDocument): Promise<Uint8Array> {
  return circularPackage(document, (profile, footers, pictures) => bodyPieces(document, profile, footers, pictures));
}
