import pico from "picocolors";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { joinRepeated } from "../diagnostics/repeated.js";
import { renderDiagnostic, summarise } from "../diagnostics/render.js";
import { colours } from "./colours.js";
import { chooseFolders } from "./edition-folders.js";
import type { WorkerAnswer } from "./edition-worker.js";
import { exitCodes } from "./exit-codes.js";
import { faultOf, reportFault } from "./internal-fault.js";
import { chooseJobs } from "./jobs.js";
import { nodeFiles } from "./node-files.js";
import {
  faultyOutcome,
  processEdition,
  type EditionOptions,
  type EditionOutcome,
  type EditionReport,
  type EditionTask,
} from "./process-edition.js";

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
    process.stderr.write(`${String(jobs)}\n`);
    return exitCodes.wrongUsage;
  }
  const tasks = chosen.map((folder): EditionTask => ({ mode, folder, options }));
  const reports: EditionReport[] = [];
  /** Editions whose data are in no workbook cannot be annotated; if that is all of them, the command was wrong. */
  let annotatable = 0;
  for await (const outcome of jobs > 1 ? inThreads(tasks, jobs) : oneByOne(tasks)) {
    const { report, withoutWorkbook, fault } = outcome;
    reports.push(report);
    if (fault !== undefined) {
      if (chosen.length > 1) process.stderr.write(`${pico.bold(report.folder)}\n`);
      reportFault(fault);
    } else if (options.json !== true) printReport(mode, outcome, chosen.length > 1);
    if (withoutWorkbook === undefined) annotatable += 1;
    else process.stderr.write(`${withoutWorkbook}\n`);
  }
  if (options.json === true)
    process.stdout.write(`${JSON.stringify({ version: 1, editions: reports }, undefined, 2)}\n`);
  if (annotatable === 0) return exitCodes.wrongUsage;
  return exitStatus(reports);
}

async function* oneByOne(tasks: readonly EditionTask[]): AsyncGenerator<EditionOutcome> {
  const files = nodeFiles();
  for (const task of tasks) {
    try {
      // An edition that is corrected may change the templates of the next one.
      yield await processEdition(task.options.fix === true ? nodeFiles() : files, task);
    } catch (error) {
      yield faultyOutcome(task.folder, faultOf(error));
    }
  }
}

async function* inThreads(tasks: readonly EditionTask[], jobs: number): AsyncGenerator<EditionOutcome> {
  const [{ runInWorkers }, { editionWorkerFile, editionWorkerMark }] = await Promise.all([
    import("./worker-pool.js"),
    import("./edition-worker.js"),
  ]);
  if (editionWorkerFile === undefined) {
    yield* oneByOne(tasks);
    return;
  }
  let index = 0;
  for await (const answer of runInWorkers<WorkerAnswer>(editionWorkerFile, editionWorkerMark, tasks, jobs)) {
    const folder = tasks[index]?.folder ?? "";
    index += 1;
    yield "outcome" in answer ? answer.outcome : faultyOutcome(folder, answer.fault);
  }
}

function printReport(mode: "build" | "check", outcome: EditionOutcome, several: boolean): void {
  const { report, remarks, settings } = outcome;
  const lines: string[] = [];
  if (several) lines.push(pico.bold(report.folder));
  // Hints are worth a look when somebody asks for a check; they would only be in the way when building.
  const shown = report.diagnostics.filter((diagnostic) => mode === "check" || diagnostic.severity !== "hint");
  for (const diagnostic of joinRepeated(shown)) lines.push(renderDiagnostic(diagnostic, colours), "");
  if (mode === "check" && report.ok) {
    lines.push(...report.checked.map((item) => `已核对 ${item}`));
    lines.push(...(report.unchecked ?? []).map((item) => `未核对 ${item}`));
  }
  if (mode === "check") lines.push(...settings.map((line) => `另作处理 ${line}`));
  lines.push(...report.written.map((path) => `${mode === "build" ? "已生成" : "已写"} ${path}`), ...remarks);
  lines.push(closingLine(mode, outcome, shown));
  const stream = report.ok ? process.stdout : process.stderr;
  stream.write(`${lines.join("\n")}\n`);
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
