import { parse } from "yaml";
import * as z from "zod";

/*
 * A case: one way in which somebody gets the base edition wrong. `case.yaml` says what is changed, `expected.txt` beside it is what the
 * program must say to that.
 */

const cellContent = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ date: z.string() }),
  /** A part of a day, shown as a time. */
  z.strictObject({ time: z.number() }),
  z.strictObject({ error: z.string() }),
  z.strictObject({ formula: z.string(), result: z.union([z.string(), z.number()]).optional() }),
]);

const yes = z.literal(true);

const change = z.union([
  /** A cell of the workbook, `网站!C4`; `null` empties it. */
  z.strictObject({ cell: z.string(), to: cellContent }),
  /** A value that nobody sees, in a cell that a merged one covers. */
  z.strictObject({ cell: z.string(), hides: z.string() }),
  z.strictObject({ sheet: z.string(), renamed: z.string() }),
  z.strictObject({ sheet: z.string(), removed: yes }),
  z.strictObject({ sheet: z.string(), hidden: yes }),
  z.strictObject({ sheet: z.string(), copiedAs: z.string() }),
  z.strictObject({ sheet: z.string(), merged: z.string() }),
  z.strictObject({ sheet: z.string(), rowHidden: z.number() }),
  z.strictObject({ sheet: z.string(), rowsRemoved: z.tuple([z.number(), z.number()]) }),
  z.strictObject({ sheet: z.string(), rowInserted: z.strictObject({ at: z.number(), cells: z.array(cellContent) }) }),
  z.strictObject({ sheet: z.string(), columnRemoved: z.string() }),
  /** A text that occurs exactly once in the file. */
  z.strictObject({ file: z.string(), replace: z.string(), with: z.string() }),
  z.strictObject({ file: z.string(), content: z.string() }),
  z.strictObject({ file: z.string(), becomes: z.string() }),
  z.strictObject({ file: z.string(), renamed: z.string() }),
  z.strictObject({ file: z.string(), copiedAs: z.string() }),
  z.strictObject({ file: z.string(), removed: yes }),
  /** An empty folder, perhaps where a file should be. */
  z.strictObject({ folder: z.string() }),
  z.strictObject({ folder: z.string(), removed: yes }),
  z.strictObject({ folder: z.string(), copiedAs: z.string() }),
]);

const caseFile = z.strictObject({
  /** What somebody did, in one line. */
  what: z.string(),
  /** How many messages there must be: one for each independent mistake. */
  mistakes: z.number().default(1),
  changes: z.array(change).default([]),
  edition: z.string().default("data/2024q2"),
  dataFiles: z.array(z.string()).optional(),
  /** True if the mistake shows only once the draft is proofread. */
  reviewed: z.boolean().default(false),
  /** Arguments with which the program itself is run, in a folder that holds the files; otherwise the library is called. */
  command: z.array(z.string()).optional(),
});

export type CellContent = z.output<typeof cellContent>;
export type Change = z.output<typeof change>;
export type BrokenCase = z.output<typeof caseFile>;

/** Reads a `case.yaml`; throws if it is not one. */
export function readCaseFile(text: string): BrokenCase {
  return caseFile.parse(parse(text));
}
