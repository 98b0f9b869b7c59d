import type { CircularDocument } from "../document/tree.js";
import { during, type Progress } from "../progress/progress.js";
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
 *
 * @param progress told of the rows of the tables
 */
// eslint-disable-next-line @typescript-eslint/require-await -- a promise by contract: compression may move off the main thread
export async function writeDocx(document: CircularDocument, progress?: Progress): Promise<Uint8Array> {
  const onRows = progress && rowCounter(document, progress);
  return during(progress, "draft-rows", () =>
    circularPackage(document, (profile, footers, pictures, shorthand) =>
      bodyPieces(document, profile, footers, pictures, { shorthand, onRows }),
    ),
  );
}

/** Adds up the rows of all tables. */
function rowCounter({ children }: CircularDocument, progress: Progress): (rows: number) => void {
  const tables = children.flatMap((block) => (block.type === "attachment" ? block.children : []));
  const total = tables.reduce((sum, block) => sum + (block.type === "table" ? block.rows.length : 0), 0);
  let done = 0;
  return (rows) => {
    done += rows;
    progress.advance(done, total);
  };
}
