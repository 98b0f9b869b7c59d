import type { DocumentChanges } from "../../diff/changes.js";
import type { CircularDocument } from "../../document/tree.js";
import { layoutProfile } from "../../layout/profile.js";
import { circularPackage } from "../circular-package.js";
import { circularFlow, type FlowItem } from "../flow.js";
import { redlineBody } from "./redline-body.js";
import { untrackedChanges } from "./remarks.js";
import { type RevisionAuthor, RevisionMarks } from "./revision-marks.js";

/** A 花脸稿: the newer draft as a .docx in which everything that changed is marked as a tracked change. */
export interface Redline {
  readonly bytes: Uint8Array;
  /** What changed and is not marked, or not marked as small as it is: whole Chinese sentences without 。 */
  readonly remarks: readonly string[];
}

/**
 * Writes 花脸稿, laid out as `writeDocx` lays out the newer draft.
 *
 * ```
 * before ──flow──┐                    ┌─ paragraphs: words deleted and inserted ─┐
 *                ├─alignment─▶ joined ┤                                          ├─▶ sections ─▶ the newer draft's package
 * after ───flow──┘                    └─ tables: rows, cells, merged cells ──────┘
 * ```
 *
 * Accepting all changes gives `writeDocx(after)`, rejecting all gives `writeDocx(before)`, paragraph by paragraph and cell by cell,
 * but in the newer draft's layout, and with paragraphs that nobody sees (間隔) where sections end. What was moved is deleted and
 * inserted: programs that know moves disagree about them.
 *
 * The result depends on nothing but what is given: who is named as the author and when are arguments. Some changes are dated two
 * minutes later than others (see `RevisionMarks.separate`).
 */
// eslint-disable-next-line @typescript-eslint/require-await -- a promise by contract, as that of writeDocx
export async function writeRedline(
  before: CircularDocument,
  after: CircularDocument,
  changes: DocumentChanges,
  by: RevisionAuthor,
): Promise<Redline> {
  const marks = new RevisionMarks(by);
  const replacedTables: string[] = [];
  const letterhead = before.children.find((block) => block.type === "letterhead");
  const older = circularFlow(before, layoutProfile(before.appearance, letterhead));
  const tableReplaced = ({ block }: FlowItem): void => {
    const attachment = after.children[block];
    replacedTables.push(attachment?.type === "attachment" ? attachment.label : "");
  };
  const bytes = circularPackage(after, (profile, footers, pictures, shorthand) => {
    const context = { pictures, marks, shorthand, tableReplaced };
    return redlineBody(older, circularFlow(after, profile), changes.alignment, footers, context);
  });
  return { bytes, remarks: untrackedChanges(changes, replacedTables) };
}
