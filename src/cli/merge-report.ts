import { conflictWords } from "../diagnostics/catalogue/merge.js";
import type { Change } from "../diff/changes.js";
import type { MergeConflict } from "../merge/conflicts.js";
import { actionWords, isSaidByPlace, placeWords } from "../report/changes/change-words.js";
import { beginningOf, shortenedSpans, visibleText } from "../report/changes/shown-spans.js";

/** What a merge did, for the person who asked for it. */
export interface MergeReport {
  readonly base: string;
  readonly edited: string;
  readonly edition: string;
  readonly out: string;
  readonly written: boolean;
  /** What people changed, as it now stands in the merged draft beside what the data give. */
  readonly reapplied: readonly Change[];
  /** What the new data changed in the generated draft. */
  readonly fromData: readonly Change[];
  readonly conflicts: readonly MergeConflict[];
  /** What people changed that is not in the merged draft: whole sentences without 。 */
  readonly notCarried: readonly string[];
  /** Doubts about the files, and what is not marked: whole sentences without 。 */
  readonly remarks: readonly string[];
}

/** More changes by data than these are for `diff`. */
const mostFromData = 20;

/** The report for a terminal; lines without their ends. */
export function mergeReportLines(report: MergeReport): string[] {
  const { reapplied, fromData, conflicts, remarks, out, written } = report;
  const lines = [
    `原生成稿  ${report.base}`,
    `手工改稿  ${report.edited}`,
    `新数据    ${report.edition}`,
    ...remarks.map((remark) => `注意：${visibleText(remark)}`),
    "",
    title("一、手工改动，已经套用", reapplied.length),
    ...reapplied.flatMap((change, index) => changeLines(change, index + 1)),
    "",
    title("二、新数据带来的改动", fromData.length),
    ...fromData.slice(0, mostFromData).flatMap((change, index) => changeLines(change, index + 1)),
  ];
  if (fromData.length > mostFromData) {
    lines.push(`  ……共${String(fromData.length)}处，用 tongbao diff ${report.base} ${report.edition} 查看全部`);
  }
  lines.push("", title("三、冲突", conflicts.length), ...conflicts.flatMap(conflictLines));
  if (report.notCarried.length > 0) {
    lines.push("", "没有带过来", ...report.notCarried.map((sentence) => `  ${visibleText(sentence)}`));
  }
  if (!written) return lines;
  lines.push("", `已写 ${out}`);
  lines.push(
    conflicts.length === 0
      ? "没有冲突；印发前请再用 tongbao check 核稿"
      : `有${String(conflicts.length)}处冲突，两种写法都在合并稿里：删除的是手工的，插入的是新数据的，旁边有批注；请在 Word 里逐处接受或拒绝`,
  );
  return lines;
}

function title(words: string, count: number): string {
  return `${words}（${count === 0 ? "没有" : `${String(count)}处`}）`;
}

function changeLines(change: Change, number: number): string[] {
  return change.occurrences.flatMap((occurrence, index) => {
    const head = index === 0 ? `${String(number).padStart(3)}  ${actionWords(change)}  ` : "     ";
    const remark = index > 0 || change.remark === undefined ? "" : `（${change.remark}）`;
    const content = contentOf(change, occurrence);
    return [
      `${head}${visibleText(placeWords(change, occurrence) + remark)}`,
      ...(content === "" ? [] : [`     ${content}`]),
    ];
  });
}

function contentOf(change: Change, { spans, after }: Change["occurrences"][number]): string {
  if (change.value !== undefined || isSaidByPlace(change)) return "";
  if (change.row?.cells !== undefined) {
    const cells = change.row.cells.filter(({ text }) => text !== "").map(({ column, text }) => `${column}：${text}`);
    return visibleText(cells.join("；"));
  }
  if (change.kind === "moved") return after === undefined ? "" : visibleText(beginningOf(after.text));
  if (!spans.some(({ kind }) => kind !== "equal")) return "";
  return shortenedSpans(spans)
    .map(({ kind, text }) => {
      const shown = visibleText(text);
      return kind === "equal" ? shown : kind === "removed" ? `[-${shown}-]` : `{+${shown}+}`;
    })
    .join("");
}

function conflictLines(conflict: MergeConflict, index: number): string[] {
  const { message, versions } = conflictWords(conflict);
  const { before, after } = conflict.context;
  const around = before + after === "" ? [] : [`     在：${visibleText(`…${before}【】${after}…`)}`];
  return [
    `${String(index + 1).padStart(3)}  ${visibleText(conflict.place)}  ${message}`,
    `     ${visibleText(versions)}`,
    ...around,
  ];
}

/** The same for programs: version 1 of the form. */
export function mergeReportJson(report: MergeReport): unknown {
  const brief = (change: Change): unknown => ({
    kind: change.kind,
    element: change.element,
    places: change.occurrences.map(({ before, after }) => ({
      ...(before === undefined ? {} : { before: { place: before.place, text: before.text } }),
      ...(after === undefined ? {} : { after: { place: after.place, text: after.text } }),
    })),
    ...(change.remark === undefined ? {} : { remark: change.remark }),
  });
  return {
    version: 1,
    status: report.conflicts.length === 0 ? "merged" : "conflicts",
    written: report.written ? [report.out] : [],
    reapplied: report.reapplied.map(brief),
    fromData: report.fromData.map(brief),
    conflicts: report.conflicts,
    notCarried: report.notCarried,
    remarks: report.remarks,
  };
}
