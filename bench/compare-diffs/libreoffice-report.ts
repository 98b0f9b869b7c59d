import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import type { MarkedRows } from "./measurement.js";

/** What LibreOffice marks when it compares a pair; words if it did not come to an end. */
export type LibreOfficeReport =
  | { readonly insertions: number; readonly deletions: number; readonly others: number; readonly rows: MarkedRows }
  | "timeout"
  | "crash";

const answer = z.object({
  version: z.string(),
  pairs: z.array(
    z.union([
      z.null(),
      z.object({ problem: z.string() }),
      z.object({
        kinds: z.record(z.string(), z.number()),
        rows: z.number(),
        markedRows: z.number(),
      }),
    ]),
  ),
});

/** How long LibreOffice may take for one pair. */
export const minutesForOnePair = 5;

/**
 * Lets one LibreOffice compare all pairs, one after the other.
 *
 * @param folders each with `before.docx` and `after.docx`
 * @returns the version, and a report for each folder
 */
export function libreOfficeReports(folders: readonly string[]): {
  readonly version: string;
  readonly reports: readonly LibreOfficeReport[];
} {
  const script = fileURLToPath(new URL("libreoffice_compare.py", import.meta.url));
  // The system's Python sees the office's own module.
  const { status, stdout, stderr, error } = spawnSync(
    "/usr/bin/python3",
    ["-B", script, String(minutesForOnePair * 60), ...folders],
    { encoding: "utf8" },
  );
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(stderr);
  const { version, pairs } = answer.parse(JSON.parse(stdout));
  return {
    version,
    reports: pairs.map((pair) => {
      if (pair === null) return "timeout";
      if ("problem" in pair) return "crash";
      const { kinds, rows, markedRows } = pair;
      const { Insert: insertions = 0, Delete: deletions = 0, ...otherKinds } = kinds;
      const others = Object.values(otherKinds).reduce((sum, count) => sum + count, 0);
      return {
        insertions,
        deletions,
        others,
        rows: { marked: markedRows, all: rows },
      };
    }),
  };
}
