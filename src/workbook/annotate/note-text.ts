import { formatPlace, type Place } from "../../document/place.js";
import { severityNames } from "../../diagnostics/render.js";
import type { CellMark } from "./marks.js";
import { mostProblemsInNote } from "./own-words.js";

/** A stretch of a note's text. */
export interface NoteRun {
  readonly text: string;
  readonly bold: boolean;
}

/**
 * What a note says: each problem with 实际, 应为, 处理 and 相关, as it reads in a terminal.
 *
 * @param file the workbook that the note is in
 * @param summarySheet the sheet that lists all problems
 */
export function noteRuns(mark: CellMark, file: string, summarySheet: string): NoteRun[] {
  const shown = mark.problems.slice(0, mostProblemsInNote);
  const several = mark.problems.length > 1;
  const runs: NoteRun[] = [];
  shown.forEach(({ diagnostic, coveredCell }, index) => {
    const number = several ? `（${String(index + 1)}）` : "";
    const where = coveredCell === undefined ? "" : `（单元格 ${coveredCell}）`;
    const before = index === 0 ? "" : "\n\n";
    runs.push({
      text: `${before}${number}${severityNames[diagnostic.severity]}${where}：${diagnostic.message}`,
      bold: true,
    });
    const lines = [
      ...(diagnostic.actual === undefined ? [] : [`实际：${diagnostic.actual}`]),
      ...(diagnostic.expected === undefined ? [] : [`应为：${diagnostic.expected}`]),
      ...(diagnostic.hint === undefined ? [] : [`处理：${diagnostic.hint}`]),
      ...(diagnostic.related ?? []).map((related) => `相关：${relatedText(related, file)}`),
    ];
    if (lines.length > 0) runs.push({ text: `\n${lines.join("\n")}`, bold: false });
  });
  const rest = mark.problems.length - shown.length;
  if (rest > 0) {
    runs.push({ text: `\n\n这里还有${String(rest)}个问题，见工作表“${summarySheet}”`, bold: false });
  }
  return runs;
}

/** A second place in words: without the workbook's name where it is the same workbook. */
export function relatedText(related: { readonly place: Place; readonly message: string }, file: string): string {
  const { place, message } = related;
  const where =
    place.file === file && place.sheet !== undefined ? placeInWorkbook(place.sheet, place.cell) : formatPlace(place);
  return `${where} ${message}`;
}

function placeInWorkbook(sheet: string, cell: string | undefined): string {
  return cell === undefined ? `工作表“${sheet}”` : `${sheet}!${cell}`;
}
