import type { LibreOfficeReport } from "./libreoffice-report.js";
import type { OurReport } from "./our-report.js";
import type { TextDiffReport } from "./text-diff-report.js";
import type { TrueChanges } from "./true-changes.js";

/** One pair of drafts: what was changed, and what each program says. */
export interface Measurement {
  readonly name: string;
  readonly truth: TrueChanges;
  readonly ours: OurReport;
  readonly libreOffice: LibreOfficeReport;
  readonly textDiff: TextDiffReport;
}

/** How many of the table rows a reader finds marked; rows that were deleted count as well. */
export interface MarkedRows {
  readonly marked: number;
  readonly all: number;
}
