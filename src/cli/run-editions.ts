import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { basename, dirname, join, relative, resolve } from "node:path";
import pico from "picocolors";
import { renderDiagnostic, summarise } from "../diagnostics/render.js";
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import { joinRepeated } from "../diagnostics/repeated.js";
import { reviewEdition, type Review } from "../edition/review-edition.js";
import { joinPath, type Files } from "../edition/files.js";
import { circularFileName } from "../edition/data-sources.js";
import type { CircularDocument } from "../document/tree.js";
import { annotateEdition, rememberReads } from "./annotate-edition.js";
import { colours } from "./colours.js";
import { exitCodes } from "./exit-codes.js";
import { nodeFiles } from "./node-files.js";
import { writeFilesTogether } from "./write-files.js";

export interface EditionOptions {
  readonly all?: boolean;
  readonly out?: string;
  readonly templates?: string;
  readonly dataFile?: readonly string[];
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly annotate?: boolean;
  readonly report?: boolean;
  readonly comments?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

/** The folder in which `--all` looks for editions. */
const editionsFolder = "data";

/** What happened to one edition; the form of `--json`. */
interface EditionReport {
  readonly edition: string;
  readonly folder: string;
  readonly ok: boolean;
  readonly written: readonly string[];
  readonly checked: readonly string[];
  /** What there was nothing to look at for; absent if there was for everything. */
  readonly unchecked?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * `build` and `check`: composes each edition and, for `build`, writes its .docx and review text.
 *
 * One edition's mistakes do not stop the others. Returns the exit status.
 */
export async function runEditions(
  mode: "build" | "check",
  folders: readonly string[],
  options: EditionOptions,
): Promise<number> {
  const files = nodeFiles();
  const chosen = chooseFolders(files, folders, options);
  if (typeof chosen === "string") {
    process.stderr.write(`${chosen}\n`);
    return exitCodes.wrongUsage;
  }
  const reports: EditionReport[] = [];
  /** Editions whose data are in no workbook cannot be annotated; if that is all of them, the command was wrong. */
  let annotatable = 0;
  for (const folder of chosen) {
    const reading = rememberReads(files);
    const composing = {
      templatesFolder: templatesFolder(options.templates),
      ...(options.dataFile === undefined || options.dataFile.length === 0 ? {} : { dataFiles: options.dataFile }),
    };
    const asItWas = await reviewEdition(reading.files, folder, composing);
    const fix =
      options.fix === true
        ? await (
            await import("./fix-command.js")
          ).fixEdition(files, asItWas, { ...composing, dryRun: options.dryRun === true })
        : undefined;
    const composition = fix?.composition ?? asItWas;
    const annotation = options.annotate === true ? await annotateEdition(files, composition, reading.paths) : undefined;
    const review = await writeReview(composition, options);
    const report =
      mode === "build" && composition.document !== undefined
        ? await write(composition, composition.document, options.out ?? "output")
        : reportOf(
            composition,
            [...(annotation?.written ?? []), ...review.written],
            [...(fix?.problems ?? []), ...(annotation?.problems ?? []), ...review.problems],
          );
    reports.push(report);
    const withoutWorkbook = annotation?.withoutWorkbook ?? false;
    const remarks = [
      ...(fix?.remarks ?? []),
      ...(withoutWorkbook ? [] : (annotation?.remarks ?? [])),
      ...review.remarks,
    ];
    if (options.json !== true) printReport(mode, report, chosen.length > 1, remarks);
    if (withoutWorkbook) process.stderr.write(`${annotation?.remarks.join("\n") ?? ""}\n`);
    else annotatable += 1;
  }
  if (options.json === true)
    process.stdout.write(`${JSON.stringify({ version: 1, editions: reports }, undefined, 2)}\n`);
  if (annotatable === 0) return exitCodes.wrongUsage;
  return exitStatus(reports);
}

/** The editions to work on, or what is wrong with the command line. */
export function chooseFolders(
  files: Files,
  folders: readonly string[],
  options: EditionOptions,
): readonly string[] | string {
  if (options.all === true) {
    if (folders.length > 0) return "已经写了 --all，不要再写文件夹";
    const found = (files.list(editionsFolder) ?? [])
      .map((name) => joinPath(editionsFolder, name))
      .filter((folder) => files.read(joinPath(folder, circularFileName)) !== undefined);
    return found.length === 0 ? `${editionsFolder} 文件夹里没有通报（每一期是一个含 circular.yaml 的文件夹）` : found;
  }
  if (folders.length === 0) return "请写出要处理的文件夹，例如 data/chaozhou-2024q2；或写 --all 处理全部";
  const normal = [...new Set(folders.map(normalisePath))];
  const names = normal.map(editionName);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) return `有两个文件夹都叫“${repeated}”，生成的文件会互相覆盖，请分开处理`;
  return normal;
}

/** An edition is called like its folder, also where that is written `.`. */
function editionName(folder: string): string {
  return basename(resolve(folder));
}

/** Places read the same on every system: relative to the working folder, with `/`. */
export function normalisePath(path: string): string {
  const local = relative(process.cwd(), path) || ".";
  const shown = local.startsWith("..") ? path : local;
  return shown
    .replaceAll("\\", "/")
    .replace(/\/+$/u, "")
    .replace(/\/circular\.yaml$/u, "");
}

/** The types beside the data if there are any, otherwise those that came with the program. */
export function templatesFolder(given: string | undefined): string {
  if (given !== undefined) return normalisePath(given);
  if (existsSync("templates") && statSync("templates").isDirectory()) return "templates";
  return join(dirname(fileURLToPath(import.meta.url)), "..", "templates").replaceAll("\\", "/");
}

function reportOf(composition: Review, written: readonly string[], more: readonly Diagnostic[] = []): EditionReport {
  const diagnostics = [...composition.diagnostics, ...more];
  return {
    edition: editionName(composition.folder),
    folder: composition.folder,
    ok: !hasErrors(diagnostics),
    written,
    checked: composition.checked,
    ...(composition.unchecked.length === 0 ? {} : { unchecked: composition.unchecked }),
    diagnostics,
  };
}

/** 核稿报告 and the copy with comments, beside the place where the .docx is or would be. */
async function writeReview(
  composition: Review,
  options: EditionOptions,
): Promise<{ written: readonly string[]; problems: readonly Diagnostic[]; remarks: readonly string[] }> {
  if (options.report !== true && options.comments !== true) return { written: [], problems: [], remarks: [] };
  const { reviewOutputs } = await import("./review-outputs.js");
  const { folder, draft, diagnostics, checked, unchecked, proofreading } = composition;
  const { outputs, problems, remarks } = await reviewOutputs(
    { file: folder, document: draft, diagnostics, checkedData: checked, unchecked, proofreading },
    targetOf(composition, options.out),
    options,
  );
  const notWritten = writeFilesTogether(outputs);
  const written = notWritten.length > 0 ? [] : outputs.map(({ path }) => path);
  return { written, problems: [...problems, ...notWritten], remarks };
}

/** The path of an edition's files without their extensions. */
function targetOf(composition: Review, out = "output"): string {
  const name = editionName(composition.folder);
  return joinPath(out.replaceAll("\\", "/"), name, name);
}

async function write(composition: Review, document: CircularDocument, out: string): Promise<EditionReport> {
  const [{ writeDocx }, { writeReviewText }] = await Promise.all([
    import("../docx/write-docx.js"),
    import("../text/review-text.js"),
  ]);
  const target = targetOf(composition, out);
  const outputs = [
    { path: `${target}.docx`, bytes: await writeDocx(document) },
    { path: `${target}.txt`, bytes: new TextEncoder().encode(writeReviewText(document)) },
  ];
  const problems = writeFilesTogether(outputs);
  return reportOf(composition, problems.length > 0 ? [] : outputs.map((output) => output.path), problems);
}

function printReport(
  mode: "build" | "check",
  report: EditionReport,
  several: boolean,
  remarks: readonly string[] = [],
): void {
  const lines: string[] = [];
  if (several) lines.push(pico.bold(report.folder));
  // Hints are worth a look when somebody asks for a check; they would only be in the way when building.
  const shown = report.diagnostics.filter((diagnostic) => mode === "check" || diagnostic.severity !== "hint");
  for (const diagnostic of joinRepeated(shown)) lines.push(renderDiagnostic(diagnostic, colours), "");
  if (mode === "check" && report.ok) {
    lines.push(...report.checked.map((item) => `已核对 ${item}`));
    lines.push(...(report.unchecked ?? []).map((item) => `未核对 ${item}`));
  }
  lines.push(...report.written.map((path) => `${mode === "build" ? "已生成" : "已写"} ${path}`), ...remarks);
  lines.push(closingLine(mode, report, shown));
  const stream = report.ok ? process.stdout : process.stderr;
  stream.write(`${lines.join("\n")}\n`);
}

function closingLine(mode: "build" | "check", report: EditionReport, shown: readonly Diagnostic[]): string {
  const summary = summarise(shown);
  if (!report.ok) return `${summary}；${mode === "build" ? "没有写出文件，原有的文件没有改动" : "请改正后再生成"}`;
  return mode === "check" ? `共核对${String(report.checked.length)}项，${summary}` : summary;
}

function exitStatus(reports: readonly EditionReport[]): number {
  const codes = reports.flatMap((report) => report.diagnostics.filter((diagnostic) => diagnostic.severity === "error"));
  if (codes.some((diagnostic) => diagnostic.code.startsWith("output-"))) return exitCodes.notWritten;
  return codes.length > 0 ? exitCodes.invalidInput : exitCodes.success;
}
