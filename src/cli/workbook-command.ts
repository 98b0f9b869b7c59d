import { existsSync } from "node:fs";
import { appendAll } from "../document/append-all.js";
import { diagnose } from "../diagnostics/catalogue.js";
import { hasErrors, sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import { renderDiagnostic, summarise } from "../diagnostics/render.js";
import { joinPath } from "../edition/files.js";
import { readNamedType } from "../edition/new-edition-type.js";
import { exitCodes } from "./exit-codes.js";
import { nodeFiles } from "./node-files.js";
import { colours } from "./colours.js";
import { normalisePath, templatesFolder } from "./run-editions.js";
import { writeFilesTogether } from "./write-files.js";
import { printError, printOut } from "./print.js";

export interface WorkbookOptions {
  readonly out?: string;
  readonly force?: boolean;
  readonly templates?: string;
}

/**
 * `workbook`: writes an empty workbook for a circular type, ready to be filled in.
 *
 * @param name of the type, or its folder
 */
export async function writeEmptyWorkbook(name: string, options: WorkbookOptions): Promise<number> {
  const given = normalisePath(name);
  const folder = given.includes("/") ? given : joinPath(templatesFolder(options.templates), given);
  const read = await readNamedType(nodeFiles(), folder);
  const diagnostics: Diagnostic[] = [...read.diagnostics];
  const type = read.prepared?.type;
  if (type === undefined) return finish(diagnostics);
  const out = normalisePath(options.out ?? `${type.id}.xlsx`);
  if (!/\.xlsx$/iu.test(out)) {
    printError("--out 要写 .xlsx 文件的名称，例如 --out 2024年第三季度.xlsx\n");
    return exitCodes.wrongUsage;
  }
  const { planWorkbook } = await import("../workbook/plan-workbook.js");
  const { form, diagnostics: found } = planWorkbook(type);
  appendAll(diagnostics, found);
  if (form === undefined || hasErrors(diagnostics)) return finish(diagnostics);
  if (options.force !== true && existsSync(out)) {
    return finish([...diagnostics, diagnose("output-exists", { file: out }, { file: out })]);
  }
  const { writeWorkbook } = await import("../workbook/write-workbook.js");
  appendAll(diagnostics, writeFilesTogether([{ path: out, bytes: await writeWorkbook(form) }]));
  const sheets = form.sheets.map((sheet) => `“${sheet.name}”`).join("");
  return finish(diagnostics, [
    `已生成 ${out}`,
    `工作表：“${form.guide.name}”${sheets}`,
    `请按“${form.guide.name}”填写，放进这一期的文件夹（如 data/某期/inspection.xlsx），再运行 tongbao check`,
  ]);
}

function finish(found: readonly Diagnostic[], success: readonly string[] = []): number {
  const diagnostics = sortDiagnostics(found);
  const failed = hasErrors(diagnostics);
  const lines = diagnostics.flatMap((diagnostic) => [renderDiagnostic(diagnostic, colours), ""]);
  appendAll(lines, failed ? [`${summarise(diagnostics)}；没有写出文件`] : success);
  (failed ? printError : printOut)(`${lines.join("\n")}\n`);
  if (!failed) return exitCodes.success;
  return diagnostics.some((diagnostic) => diagnostic.code.startsWith("output-"))
    ? exitCodes.notWritten
    : exitCodes.invalidInput;
}
