import type { Severity } from "../../diagnostics/diagnostic.js";

/** Who has written our notes. */
export const noteAuthor = "通报核对";

/** What the sheet is called that lists all problems, unless the workbook has one of that name. */
export const summarySheetName = "问题汇总";

/** In the first cell of that sheet; an annotated copy is told by it even after Excel has saved it. */
export function summaryTitle(workbook: string): string {
  return `问题汇总：${workbook} 的批注副本`;
}

export function isSummaryTitle(text: string): boolean {
  return /^问题汇总：.* 的批注副本$/u.test(text);
}

/** Light, so that black text stays readable. ARGB. */
export const fillColours: Record<Severity, string> = { error: "FFFFC7CE", warning: "FFFFEB9C", hint: "FFDDEBF7" };

/** The worst comes first. */
export const severities: readonly Severity[] = ["error", "warning", "hint"];

/** Notes on one sheet beyond these make Excel slow; the cells are coloured all the same. */
export const mostNotes = 1000;

/** Problems that are written out in one note; more would not fit on the screen. */
export const mostProblemsInNote = 5;
