import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import { summarise } from "../diagnostics/render.js";
import { parseDate } from "../facts/numbers/civil-date.js";
import { changeReport, type ChangeReport } from "../report/changes/change-report.js";
import { writeChangeJson } from "../report/changes/change-json.js";
import { writeTerminalReport, withoutColours, type ReportColours } from "../report/changes/terminal-report.js";
import { compareSides, loadSide, noSideLines, type DiffSide, type NoSide } from "./diff-sides.js";
import { diffExitCodes } from "./exit-codes.js";
import { normalisePath } from "./edition-folders.js";
import { openProgress } from "./progress/open-progress.js";
import type { ProgressDisplay } from "./progress/progress-display.js";
import { during } from "../progress/progress.js";
import { writeFilesTogether, type OutputFile } from "./write-files.js";
import { currentPalette } from "./colours.js";
import { printError, printOut } from "./print.js";

export interface DiffOptions {
  readonly json?: boolean;
  readonly html?: string;
  readonly redline?: string;
  readonly author?: string;
  readonly date?: string;
  readonly templates?: string;
}

/**
 * `diff`: says what changed between two drafts, and writes the report as HTML and 花脸稿 if asked for.
 *
 * ```
 * arguments ──▶ two sides (composed or read) ──compareDocuments──▶ changes ──▶ terminal or JSON
 *                                                                        ├──▶ --html
 *                                                                        └──▶ --redline
 * ```
 *
 * @returns the exit status: see `diffExitCodes`
 */
export async function diffDrafts(before: string, after: string, options: DiffOptions): Promise<number> {
  const refusal = refuse(before, after, options);
  if (refusal !== undefined) return fail([refusal], options);
  const progress = await openProgress("diff", options.json);
  const left = await loadSide(before, { ...options, progress, step: "older-draft" });
  const right = await loadSide(after, { ...options, progress, step: "newer-draft" });
  if ("problem" in left || "problem" in right) {
    progress?.clear();
    return failSides(
      [left, right].filter((side) => "problem" in side),
      options,
    );
  }
  const report = await reportOf(left, right, progress);
  const { outputs, remarks, problem } = await outputFiles(report, options, progress);
  const notWritten = problem === undefined ? writeFilesTogether(outputs, progress) : [];
  progress?.clear();
  if (problem !== undefined) return fail([problem], options);
  const written = notWritten.length > 0 ? [] : outputs.map(({ path }) => path);
  if (options.json === true) {
    printOut(writeChangeJson(report, { written, redlineRemarks: remarks }));
  } else {
    printOut(writeTerminalReport(report, terminalColours()));
    const lines = [...remarks.map((remark) => `花脸稿：${remark}`), ...written.map((path) => `已写 ${path}`)];
    if (lines.length > 0) printOut(`\n${lines.join("\n")}\n`);
  }
  if (notWritten.length > 0) {
    printError(`${noSideLines({ name: "没有写出文件", problem: "", diagnostics: notWritten }).join("\n")}\n`);
    return diffExitCodes.failed;
  }
  if (!report.complete) return diffExitCodes.failed;
  return report.comparison.equal ? diffExitCodes.equal : diffExitCodes.different;
}

/** What is wrong with the command line, as far as that can be told without reading anything. */
function refuse(before: string, after: string, options: DiffOptions): string | undefined {
  const { html, redline, author, date } = options;
  if (redline === undefined && (author !== undefined || date !== undefined)) {
    return "--author 和 --date 是花脸稿的作者和日期，要与 --redline 同用";
  }
  if (redline !== undefined && !/\.docx$/iu.test(redline)) return `--redline 后面要写 .docx 文件名，而不是“${redline}”`;
  if (html !== undefined && !/\.html?$/iu.test(html)) return `--html 后面要写 .html 文件名，而不是“${html}”`;
  if (author?.trim() === "") return "--author 后面要写作者的名称";
  if (date !== undefined && parseDate(date) === undefined) return `--date 要写成 2024-07-10 的样子，而不是“${date}”`;
  const inputs = [before, after].map(normalisePath);
  const overwritten = [html, redline].find((path) => path !== undefined && inputs.includes(normalisePath(path)));
  return overwritten === undefined ? undefined : `${overwritten} 是要比较的文稿，不能写在它上面；请换一个文件名`;
}

async function reportOf(left: DiffSide, right: DiffSide, progress: ProgressDisplay | undefined): Promise<ChangeReport> {
  const compared = await compareSides(left, right, progress);
  return changeReport({
    ...compared,
    remarks: [...sideRemarks("旧稿", left), ...sideRemarks("新稿", right)],
    complete: ![left, right].some(isIncomplete),
  });
}

/** Part of a file was not read: nobody can say whether that is the same. */
function isIncomplete({ kind, diagnostics }: DiffSide): boolean {
  if (kind === "edition") return false;
  return hasErrors(diagnostics) || diagnostics.some(({ code }) => code === "docx-unread-content");
}

/** What is wrong with a draft itself, in a sentence; the details are what `check` is for. */
function sideRemarks(which: string, { name, kind, diagnostics }: DiffSide): string[] {
  const serious = diagnostics.filter(({ severity }) => severity !== "hint");
  if (serious.length === 0) return [];
  if (kind === "docx") return serious.map((diagnostic) => `${which}${readingWords(diagnostic)}`);
  if (!hasErrors(diagnostics)) return [];
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return [
    `${which}的数据有${summarise(errors)}，比较的是带着错误的文稿；用 tongbao check ${name.replace(/@.*$/u, "")} 查看`,
  ];
}

function readingWords({ message, actual }: Diagnostic): string {
  return `：${message}${actual === undefined ? "" : `（${actual}）`}`;
}

interface Outputs {
  readonly outputs: readonly OutputFile[];
  readonly remarks: readonly string[];
  readonly problem?: string;
}

async function outputFiles(
  report: ChangeReport,
  options: DiffOptions,
  progress: ProgressDisplay | undefined,
): Promise<Outputs> {
  const outputs: OutputFile[] = [];
  let remarks: readonly string[] = [];
  if (options.html !== undefined) {
    const { writeChangeHtml } = await import("../report/changes/change-html.js");
    const html = during(progress, "reports", () => new TextEncoder().encode(writeChangeHtml(report)));
    outputs.push({ path: options.html, bytes: html });
  }
  if (options.redline !== undefined) {
    const date = redlineDate(report, options.date);
    if (date === undefined)
      return { outputs: [], remarks: [], problem: "新稿没有写明成文日期，请用 --date 写出花脸稿的日期" };
    const { writeRedline } = await import("../docx/redline/write-redline.js");
    const by = { author: options.author ?? "tongbao", date: `${date}T00:00:00Z` };
    const redline = await during(progress, "redline", () =>
      writeRedline(report.before.document, report.after.document, report.comparison, by),
    );
    outputs.push({ path: options.redline, bytes: redline.bytes });
    remarks = redline.remarks;
  }
  return { outputs, remarks };
}

/** The newer draft's own date unless told otherwise, so that the same drafts give the same bytes on any day. */
function redlineDate({ before, after }: ChangeReport, given: string | undefined): string | undefined {
  return [given, after.document.properties.date, before.document.properties.date].find(
    (date) => date !== undefined && parseDate(date) !== undefined,
  );
}

function fail(lines: readonly string[], options: DiffOptions): number {
  return failSides(
    lines.map((problem) => ({ name: "", problem, diagnostics: [] })),
    options,
  );
}

function failSides(sides: readonly NoSide[], options: DiffOptions): number {
  if (options.json === true) {
    const problems = sides.map(({ name, problem, diagnostics }) => ({
      ...(name === "" ? {} : { draft: name }),
      problem,
      diagnostics: diagnostics.filter(({ severity }) => severity === "error"),
    }));
    printOut(`${JSON.stringify({ version: 1, status: "failed", problems }, undefined, 2)}\n`);
  } else {
    const lines = sides.flatMap((side) => (side.name === "" ? [side.problem] : noSideLines(side)));
    printError(`${lines.join("\n")}\n`);
  }
  return diffExitCodes.failed;
}

/** Removed red and struck through, added green and underlined: also told apart without seeing colours. */
function terminalColours(): ReportColours {
  const palette = currentPalette();
  const enabled = palette.isColorSupported && (process.stdout.isTTY || process.env["FORCE_COLOR"] !== undefined);
  if (!enabled) return withoutColours;
  return {
    heading: palette.bold,
    faint: palette.dim,
    removed: (text) => palette.red(palette.strikethrough(text)),
    added: (text) => palette.green(palette.underline(text)),
    enabled: true,
  };
}
