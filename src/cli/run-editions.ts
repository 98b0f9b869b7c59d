import { appendAll } from "../document/append-all.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { joinRepeated } from "../diagnostics/repeated.js";
import { renderDiagnostic, summarise } from "../diagnostics/render.js";
import { bold, colours } from "./colours.js";
import { chooseFolders, editionName } from "./edition-folders.js";
import type { EditionWorkerData, WorkerAnswer } from "./edition-worker.js";
import { exitCodes } from "./exit-codes.js";
import { faultOf, reportFault } from "./internal-fault.js";
import { chooseJobs } from "./jobs.js";
import { endBetweenWriting, hearInterruptions } from "./interruption.js";
import { nodeFiles } from "./node-files.js";
import {
  faultyOutcome,
  processEdition,
  type EditionOptions,
  type EditionOutcome,
  type EditionReport,
  type EditionTask,
} from "./process-edition.js";
import { openProgress } from "./progress/open-progress.js";
import type { ProgressDisplay } from "./progress/progress-display.js";
import type { StepState } from "./progress/step-words.js";
import type { WorkListener } from "./worker-pool.js";
import { printError, printOut } from "./print.js";

export { chooseFolders, normalisePath, templatesFolder } from "./edition-folders.js";
export type { EditionOptions } from "./process-edition.js";

/**
 * `build` and `check`: composes each edition and, for `build`, writes its .docx and review text.
 *
 * One edition's mistakes do not stop the others. Several editions may be worked on at a time, in threads of their own; what is written
 * and printed, and in which order, does not depend on that. Returns the exit status.
 */
export async function runEditions(
  mode: "build" | "check",
  folders: readonly string[],
  options: EditionOptions,
): Promise<number> {
  const chosen = chooseFolders(nodeFiles(), folders, options);
  const jobs = typeof chosen === "string" ? chosen : chooseJobs(mode, chosen, options);
  if (typeof chosen === "string" || typeof jobs === "string") {
    printError(`${String(jobs)}\n`);
    return exitCodes.wrongUsage;
  }
  const tasks = chosen.map((folder): EditionTask => ({ mode, folder, options }));
  const reports: EditionReport[] = [];
  /** Editions whose data are in no workbook cannot be annotated; if that is all of them, the command was wrong. */
  let annotatable = 0;
  const progress = await openProgress(mode, options.json);
  for await (const outcome of jobs > 1 ? inThreads(tasks, jobs, progress) : oneByOne(tasks, progress)) {
    progress?.clear();
    const { report, withoutWorkbook, fault } = outcome;
    reports.push(report);
    if (fault !== undefined) {
      if (chosen.length > 1) printError(`${bold(report.folder)}\n`);
      reportFault(fault);
    } else if (options.json !== true) printReport(mode, outcome, chosen.length > 1);
    if (withoutWorkbook === undefined) annotatable += 1;
    else printError(`${withoutWorkbook}\n`);
  }
  if (options.json === true) printOut(`${JSON.stringify({ version: 1, editions: reports }, undefined, 2)}\n`);
  if (annotatable === 0) return exitCodes.wrongUsage;
  return exitStatus(reports);
}

async function* oneByOne(
  tasks: readonly EditionTask[],
  progress: ProgressDisplay | undefined,
): AsyncGenerator<EditionOutcome> {
  const files = nodeFiles();
  for (const [index, task] of tasks.entries()) {
    // The edition before was written: Ctrl-C must not wait for this one.
    if (index > 0) await hearInterruptions();
    progress?.editions({ count: tasks.length, finished: index });
    try {
      // An edition that is corrected may change the templates of the next one.
      yield await processEdition(task.options.fix === true ? nodeFiles() : files, task, progress);
    } catch (error) {
      yield faultyOutcome(task.folder, faultOf(error));
    }
  }
}

async function* inThreads(
  tasks: readonly EditionTask[],
  jobs: number,
  progress: ProgressDisplay | undefined,
): AsyncGenerator<EditionOutcome> {
  const [{ runInWorkers }, { editionWorkerFile, editionWorkerMark }, { WritingGate }] = await Promise.all([
    import("./worker-pool.js"),
    import("./edition-worker.js"),
    import("./writing-gate.js"),
  ]);
  if (editionWorkerFile === undefined) {
    yield* oneByOne(tasks, progress);
    return;
  }
  const gate = new WritingGate();
  const data: EditionWorkerData = { mark: editionWorkerMark, gate: gate.memory, progress: progress !== undefined };
  const release = endBetweenWriting(gate);
  let index = 0;
  try {
    const listener = progress === undefined ? {} : showThreads(tasks, progress);
    for await (const answer of runInWorkers<WorkerAnswer>(editionWorkerFile, data, tasks, jobs, listener)) {
      const folder = tasks[index]?.folder ?? "";
      index += 1;
      yield "outcome" in answer ? answer.outcome : faultyOutcome(folder, answer.fault);
    }
  } finally {
    release();
  }
}

/** Shows how many editions are done, and how far the first of those is that are not: hearing of all would only confuse. */
function showThreads(tasks: readonly EditionTask[], progress: ProgressDisplay): WorkListener {
  const done = new Set<number>();
  return {
    news: (task, news) => {
      const first = tasks.findIndex((_, index) => !done.has(index));
      const name = editionName(tasks[task]?.folder ?? "");
      if (task === first) progress.elsewhere({ count: tasks.length, finished: done.size, name }, news as StepState);
    },
    done: (task) => {
      done.add(task);
    },
  };
}

function printReport(mode: "build" | "check", outcome: EditionOutcome, several: boolean): void {
  const { report, remarks, settings } = outcome;
  const lines: string[] = [];
  if (several) lines.push(bold(report.folder));
  // Hints are worth a look when somebody asks for a check; they would only be in the way when building.
  const shown = report.diagnostics.filter((diagnostic) => mode === "check" || diagnostic.severity !== "hint");
  for (const diagnostic of joinRepeated(shown)) lines.push(renderDiagnostic(diagnostic, colours), "");
  if (mode === "check" && report.ok) {
    appendAll(
      lines,
      report.checked.map((item) => `已核对 ${item}`),
    );
    appendAll(
      lines,
      (report.unchecked ?? []).map((item) => `未核对 ${item}`),
    );
  }
  if (mode === "check")
    appendAll(
      lines,
      settings.map((line) => `另作处理 ${line}`),
    );
  lines.push(...report.written.map((path) => `${mode === "build" ? "已生成" : "已写"} ${path}`), ...remarks);
  lines.push(closingLine(mode, outcome, shown));
  (report.ok ? printOut : printError)(`${lines.join("\n")}\n`);
}

function closingLine(
  mode: "build" | "check",
  { report, checkedCount }: EditionOutcome,
  shown: readonly Diagnostic[],
): string {
  const summary = summarise(shown);
  if (!report.ok) return `${summary}；${mode === "build" ? "没有写出文件，原有的文件没有改动" : "请改正后再生成"}`;
  return mode === "check" ? `共核对${String(checkedCount)}项，${summary}` : summary;
}

function exitStatus(reports: readonly EditionReport[]): number {
  if (reports.some(({ fault }) => fault !== undefined)) return exitCodes.internalFault;
  const codes = reports.flatMap((report) => report.diagnostics.filter((diagnostic) => diagnostic.severity === "error"));
  if (codes.some((diagnostic) => diagnostic.code.startsWith("output-"))) return exitCodes.notWritten;
  return codes.length > 0 ? exitCodes.invalidInput : exitCodes.success;
}
