import { diagnose } from "../../diagnostics/catalogue.js";
import { compareDocuments } from "../../diff/compare-documents.js";
import type { MergedDocuments } from "../../merge/merge-documents.js";
import { addComments } from "../comments/add-comments.js";
import { commentAnchors } from "../comments/comment-anchors.js";
import { readDocx } from "../read-docx.js";
import type { RevisionAuthor } from "../redline/revision-marks.js";
import { writeRedline } from "../redline/write-redline.js";
import { writeDocx } from "../write-docx.js";

/** A merged draft as a file. */
export interface MergedFile {
  readonly bytes: Uint8Array;
  /** What of the conflicts is not marked in the file, or not as small as it is: whole Chinese sentences without 。 */
  readonly remarks: readonly string[];
}

/**
 * Writes a merged draft, laid out as `writeDocx` lays it out. Without conflicts it has no marks at all.
 *
 * ```
 * merged, people's version ──┐
 *                            ├─▶ 花脸稿: only the conflicts are tracked ──read──▶ where they stand ──▶ comments
 * merged, data's version ────┘
 * ```
 *
 * A conflict is a tracked change from the people's version (deleted) to the data's (inserted), with a comment that names both. So
 * accepting everything gives a draft whose numbers agree with its tables, and rejecting gives people back what they wrote.
 */
export async function writeMerged(merged: MergedDocuments, by: RevisionAuthor): Promise<MergedFile> {
  if (merged.conflicts.length === 0) return { bytes: await writeDocx(merged.data), remarks: [] };
  const changes = compareDocuments(merged.hand, merged.data);
  const redline = await writeRedline(merged.hand, merged.data, changes, by);
  const { document, anchors } = readDocx(redline.bytes, "");
  if (document === undefined || anchors === undefined) {
    return { bytes: redline.bytes, remarks: [...redline.remarks, "冲突处没有写成批注"] };
  }
  const diagnostics = merged.conflicts.map(({ kind, base, hand, data, place, spot }) =>
    diagnose("merge-conflict", { file: "", part: place, spot }, { kind, base, hand, data }),
  );
  const { author, date } = by;
  const commented = addComments(redline.bytes, commentAnchors({ document, anchors }), diagnostics, {
    file: "",
    author,
    date,
  });
  if ("problem" in commented) return { bytes: redline.bytes, remarks: [...redline.remarks, "冲突处没有写成批注"] };
  const left = commented.left === 0 ? [] : [`冲突太多，有${String(commented.left)}处没有写成批注，修订标记都在`];
  return { bytes: commented.bytes, remarks: [...redline.remarks, ...left] };
}
