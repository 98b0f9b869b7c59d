import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { diagnose } from "../diagnostics/catalogue.js";
import { hasErrors, sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import { joinRepeated } from "../diagnostics/repeated.js";
import { renderDiagnostic, summarise } from "../diagnostics/render.js";
import { circularFileName } from "../edition/data-sources.js";
import { baseName, joinPath, type Files } from "../edition/files.js";
import { parseDate } from "../facts/numbers/civil-date.js";
import { periodName } from "../facts/numbers/period.js";
import { checkDate, checkEditionName, checkIssuer, checkPeriod } from "../edition/new-edition-answers.js";
import { blankCircular } from "../edition/new-edition-blank.js";
import { parsePeriod } from "../edition/new-edition-period.js";
import { advanceEdition, workbookFileName, type EditionSummary } from "../edition/new-edition.js";
import type { WorkbookForm } from "../workbook/workbook-form.js";
import { exitCodes } from "./exit-codes.js";
import { askForAnswers, type Answers } from "./new-questions.js";
import { nodeFiles } from "./node-files.js";
import { colours } from "./colours.js";
import { normalisePath, templatesFolder } from "./run-editions.js";
import type { OutputFile } from "./write-files.js";
import { writeNewFolder } from "./write-folder.js";
import { printError, printOut } from "./print.js";

export interface NewOptions {
  readonly from?: string;
  readonly data?: string;
  readonly templates?: string;
  readonly type?: string;
  readonly issuer?: string;
  readonly period?: string;
  readonly date?: string;
  readonly set?: readonly string[];
}

/** What shells report of a program that was ended with Ctrl-C. */
const interrupted = 130;

/**
 * `new`: makes the folder of a new edition, from the last one (`--from`) or from nothing, asking for what was not given.
 *
 * @param name of the new edition, perhaps with the folder it goes into
 */
export async function createEdition(name: string | undefined, options: NewOptions): Promise<number> {
  const target = targetOf(name, options);
  const problems = [
    ...checkOptions(options),
    ...(target.edition === undefined ? [] : [checkEditionName(target.edition)]),
  ];
  const wrong = problems.filter((problem) => problem !== undefined);
  if (wrong.length > 0) return complain(wrong);
  if (options.from === undefined) return createFromNothing(target, options);
  if (target.edition === undefined)
    return complain(["请写出新一期的文件夹名，例如 tongbao new chaozhou-2024q3 --from chaozhou-2024q2"]);
  return createFromLast(joinPath(target.data, target.edition), target.data, options.from, options);
}

interface Target {
  readonly data: string;
  readonly edition?: string;
}

/** `chaozhou-2024q3` goes into the data folder; `somewhere/chaozhou-2024q3` where it says. */
function targetOf(name: string | undefined, options: NewOptions): Target {
  const data = normalisePath(options.data ?? "data");
  if (name === undefined) return { data };
  if (options.data !== undefined || !/[\\/]/u.test(name)) return { data, edition: name };
  const path = normalisePath(name);
  return { data: dirname(path), edition: baseName(path) };
}

/** What is wrong with the options by themselves. */
function checkOptions(options: NewOptions): (string | undefined)[] {
  const check = (flag: string, text: string | undefined, checker: (text: string) => string | undefined) => {
    const problem = text === undefined ? undefined : checker(text);
    return problem === undefined ? undefined : `${flag} ${text ?? ""}：${problem}`;
  };
  const conflicts =
    options.from === undefined
      ? []
      : [options.type === undefined ? [] : "--type", options.set === undefined ? [] : "--set"].flat();
  return [
    ...conflicts.map((flag) => `写了 --from 就不要再写 ${flag}：类型和字段都沿用上一期的`),
    check("--issuer", options.issuer, checkIssuer),
    check("--period", options.period, checkPeriod),
    check("--date", options.date, checkDate),
  ];
}

function complain(problems: readonly string[]): number {
  printError(`${problems.join("\n")}\n用 tongbao new --help 查看用法\n`);
  return exitCodes.wrongUsage;
}

async function createFromLast(folder: string, data: string, from: string, options: NewOptions): Promise<number> {
  if (existsSync(folder)) return fail([diagnose("output-edition-exists", { file: folder }, { folder })]);
  const files = nodeFiles();
  const last = lastFolder(files, data, from);
  const period = options.period === undefined ? undefined : parsePeriod(options.period);
  const date = options.date === undefined ? undefined : parseDate(options.date);
  const { edition, diagnostics } = await advanceEdition(files, last, {
    target: folder,
    templatesFolder: templatesFolder(options.templates),
    ...(period === undefined ? {} : { period }),
    ...(date === undefined ? {} : { date }),
    ...(options.issuer === undefined ? {} : { issuer: options.issuer }),
  });
  if (edition === undefined || hasErrors(diagnostics)) return fail(diagnostics, "上一期有错误，没有新建；请先改正");
  const written = await write(folder, edition.circular, edition.workbook, edition.pictures);
  if (written.length > 0) return fail(written);
  const warnings = sortDiagnostics(diagnostics).filter((diagnostic) => diagnostic.severity === "warning");
  print([
    `已新建 ${folder}（由 ${last} 而来，期间：${periodName(edition.period)}）`,
    ...describeFiles(edition.summary, edition.workbook?.file),
    ...describeWarnings(
      "请核对：",
      warnings.filter((warning) => warning.code !== leftover),
    ),
    ...describeWarnings(
      "下列文字里还有上一期的期间，请核对：",
      warnings.filter((warning) => warning.code === leftover),
    ),
    "",
    ...nextSteps(folder, edition.workbook?.file),
  ]);
  return exitCodes.success;
}

/** Prose that may have to be rewritten is listed by itself. */
const leftover = "new-text-of-last-period";

function describeWarnings(heading: string, warnings: readonly Diagnostic[]): string[] {
  return warnings.length === 0 ? [] : ["", heading, ...warnings.map((warning) => renderDiagnostic(warning, colours))];
}

/** `--from chaozhou-2024q2` and `--from data/chaozhou-2024q2` mean the same. */
function lastFolder(files: Files, data: string, from: string): string {
  const path = normalisePath(from);
  const inData = joinPath(data, path);
  return files.list(inData) !== undefined || (files.list(path) === undefined && !path.includes("/")) ? inData : path;
}

function describeFiles(summary: EditionSummary, workbook: string | undefined): string[] {
  const lines: string[] = [];
  if (summary.advanced.length > 0) lines.push(`  ${circularFileName}：已顺延、请核对：${summary.advanced.join("、")}`);
  if (summary.toFill.length > 0) lines.push(`  ${circularFileName}：已清空、请填写：${summary.toFill.join("、")}`);
  for (const table of summary.tables) {
    const what =
      table.rows === 0
        ? "空表"
        : `沿用${String(table.rows)}行${table.emptied.length === 0 ? "" : `，待填：${table.emptied.join("、")}`}`;
    lines.push(`  ${workbook ?? ""} ${table.name}：${what}`);
  }
  if (workbook === undefined)
    lines.push("  上一期没有工作簿，这一期也没有写；要用表格时可以用 tongbao workbook 写一份");
  return lines;
}

function nextSteps(folder: string, workbook: string | undefined): string[] {
  const fill = workbook === undefined ? "" : `在 ${workbook} 里填写检查结果，`;
  return [
    `接下来：${fill}看一遍 ${circularFileName} 里注有“请填写”“请核对”的地方，再运行`,
    `  tongbao check ${/\s/u.test(folder) ? `"${folder}"` : folder}`,
  ];
}

async function createFromNothing(target: Target, options: NewOptions): Promise<number> {
  const files = nodeFiles();
  const given = target.edition === undefined ? options : { ...options, edition: target.edition };
  const folderOf = (edition: string): string => joinPath(target.data, edition);
  if (target.edition !== undefined && existsSync(folderOf(target.edition))) {
    const folder = folderOf(target.edition);
    return fail([diagnose("output-edition-exists", { file: folder }, { folder })]);
  }
  const templates = templatesFolder(options.templates);
  const asked = await askForAnswers(files, templates, given, (edition) => existsSync(folderOf(edition)));
  switch (asked.kind) {
    case "wrongUsage":
      return complain(asked.problems);
    case "invalidType":
      return fail(asked.diagnostics);
    case "cancelled":
      printError("已取消，没有新建\n");
      return interrupted;
    case "answered":
      return writeBlank(folderOf(asked.answers.edition), asked.answers);
  }
}

async function writeBlank(folder: string, { type, issuer, values, ...answers }: Answers): Promise<number> {
  const period = parsePeriod(answers.period);
  const date = parseDate(answers.date);
  if (period === undefined || date === undefined)
    return complain([`期间或成文日期写得不对：${answers.period} ${answers.date}`]);
  const { planWorkbook } = await import("../workbook/plan-workbook.js");
  const plan = type.datasets.length === 0 ? undefined : planWorkbook(type, { period: periodName(period) });
  if (plan !== undefined && plan.form === undefined) return fail(plan.diagnostics);
  const workbook = plan?.form === undefined ? undefined : { file: workbookFileName, form: plan.form };
  const circular = blankCircular(type, { period, issuer: issuer.trim(), date, values }, workbook?.file);
  const problems = await write(folder, circular, workbook, []);
  if (problems.length > 0) return fail(problems);
  print([
    `已新建 ${folder}（${type.name}，期间：${periodName(period)}）`,
    `  ${[circularFileName, ...(workbook === undefined ? [] : [workbook.file])].join("、")}`,
    ...nextSteps(folder, workbook?.file),
  ]);
  return exitCodes.success;
}

async function write(
  folder: string,
  circular: string,
  workbook: { readonly file: string; readonly form: WorkbookForm } | undefined,
  pictures: readonly { readonly file: string; readonly bytes: Uint8Array }[],
): Promise<Diagnostic[]> {
  const files: OutputFile[] = [{ path: circularFileName, bytes: new TextEncoder().encode(circular) }];
  if (workbook !== undefined) {
    const { writeWorkbook } = await import("../workbook/write-workbook.js");
    files.push({ path: workbook.file, bytes: await writeWorkbook(workbook.form) });
  }
  files.push(...pictures.map(({ file, bytes }) => ({ path: file, bytes })));
  return writeNewFolder(folder, files);
}

function fail(found: readonly Diagnostic[], closing = "没有新建"): number {
  const diagnostics = sortDiagnostics(found);
  const lines = joinRepeated(diagnostics).flatMap((diagnostic) => [renderDiagnostic(diagnostic, colours), ""]);
  printError(`${[...lines, `${summarise(diagnostics)}；${closing}`].join("\n")}\n`);
  return diagnostics.some((diagnostic) => diagnostic.code.startsWith("output-"))
    ? exitCodes.notWritten
    : exitCodes.invalidInput;
}

function print(lines: readonly string[]): void {
  printOut(`${lines.join("\n")}\n`);
}
