import { appendAll } from "../document/append-all.js";
import { hasErrors, sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import { limitProblems } from "../diagnostics/limit-problems.js";
import { joinRepeated } from "../diagnostics/repeated.js";
import { renderDiagnostic, summarise } from "../diagnostics/render.js";
import { draftTarget } from "./check-arguments.js";
import { bold, colours } from "./colours.js";
import { exitCodes } from "./exit-codes.js";
import { openProgress } from "./progress/open-progress.js";
import type { ProgressDisplay } from "./progress/progress-display.js";
import { during } from "../progress/progress.js";
import { hearInterruptions } from "./interruption.js";
import { nodeFiles } from "./node-files.js";
import { rulesInJson, type RulesInJson } from "./rules-in-json.js";
import { reviewOutputs, type ReviewOptions } from "./review-outputs.js";
import { normalisePath } from "./edition-folders.js";
import type { EditionOptions } from "./process-edition.js";
import { writeFilesTogether } from "./write-files.js";
import { printError, printOut } from "./print.js";

/** What was found in one .docx; the form of `--json`. */
interface DraftReport extends RulesInJson {
  readonly file: string;
  readonly ok: boolean;
  readonly written: readonly string[];
  readonly checked: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

type DraftOptions = ReviewOptions & Pick<EditionOptions, "json" | "out">;

/**
 * `check` of .docx files, ours or anybody's: reads each, recognises the elements of a circular and runs every rule of 核稿.
 *
 * The files themselves are only read. Returns the exit status.
 */
export async function checkDrafts(paths: readonly string[], options: DraftOptions): Promise<number> {
  const files = [...new Set(paths.map(normalisePath))];
  const reports: DraftReport[] = [];
  const progress = await openProgress("checkDraft", options.json);
  for (const file of files) {
    await hearInterruptions();
    const { report, remarks } = await checkDraft(file, options, progress);
    progress?.clear();
    reports.push(report);
    if (options.json !== true) print(report, remarks, files.length > 1);
  }
  if (options.json === true) {
    printOut(`${JSON.stringify({ version: 1, drafts: reports }, undefined, 2)}\n`);
  }
  const errors = reports.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === "error"));
  if (errors.some(({ code }) => code.startsWith("output-"))) return exitCodes.notWritten;
  return errors.length > 0 ? exitCodes.invalidInput : exitCodes.success;
}

async function checkDraft(
  file: string,
  options: DraftOptions,
  progress: ProgressDisplay | undefined,
): Promise<{ readonly report: DraftReport; readonly remarks: readonly string[] }> {
  const [{ readDocx }, { proofread }, { diagnose }] = await Promise.all([
    import("../docx/read-docx.js"),
    import("../checks/proofread.js"),
    import("../diagnostics/catalogue.js"),
  ]);
  const docx = nodeFiles().read(file);
  if (docx === undefined) {
    const diagnostics = [diagnose("draft-file-missing", { file }, {})];
    const report = { file, ok: false, written: [], checked: [], ...rulesInJson(undefined), diagnostics };
    return { report, remarks: [] };
  }
  const read = during(progress, "draft-reading", () => readDocx(docx, file, {}, progress?.advance));
  const { document } = read;
  const proofreading =
    document === undefined
      ? undefined
      : during(progress, "proofreading", () => proofread(document, { file, progress }));
  const found = limitProblems(sortDiagnostics([...read.diagnostics, ...(proofreading?.diagnostics ?? [])]), { file });
  const review = await reviewOutputs(
    { file, document, diagnostics: found, checkedData: [], proofreading, docx },
    draftTarget(file, options.out),
    document === undefined ? {} : options,
    progress,
  );
  const notWritten = writeFilesTogether(review.outputs, progress);
  const diagnostics = [...found, ...review.problems, ...notWritten];
  return {
    report: {
      file,
      ok: !hasErrors(diagnostics),
      written: notWritten.length > 0 ? [] : review.outputs.map(({ path }) => path),
      checked: proofreading?.checked ?? [],
      ...rulesInJson(proofreading),
      diagnostics,
    },
    remarks: review.remarks,
  };
}

function print(report: DraftReport, remarks: readonly string[], several: boolean): void {
  const lines: string[] = [];
  if (several) lines.push(bold(report.file));
  for (const diagnostic of joinRepeated(report.diagnostics)) lines.push(renderDiagnostic(diagnostic, colours), "");
  appendAll(
    lines,
    report.checked.map((item) => `已核对 ${item}`),
  );
  lines.push(...report.written.map((path) => `已写 ${path}`), ...remarks);
  const summary = summarise(report.diagnostics);
  lines.push(report.checked.length === 0 ? summary : `共核对${String(report.rules.length)}项，${summary}`);
  (report.ok ? printOut : printError)(`${lines.join("\n")}\n`);
}
