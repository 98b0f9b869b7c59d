import { hasErrors, sortDiagnostics } from "../diagnostics/diagnostic.js";
import { renderDiagnostic, summarise } from "../diagnostics/render.js";
import { baseName } from "../edition/files.js";
import { prepareType } from "../edition/prepared-type.js";
import { crossCheckNames } from "../schema/cross-checks/definitions.js";
import type { CircularType } from "../schema/definitions.js";
import { exitCodes } from "./exit-codes.js";
import { nodeFiles } from "./node-files.js";
import { bold, colours } from "./colours.js";
import { normalisePath } from "./run-editions.js";
import { printError, printOut } from "./print.js";

/**
 * `type check`: reads a circular type and explains everything that is wrong with it, without any data.
 *
 * @param folder of the type, for instance `templates/chaozhou-quarterly`
 */
export async function checkType(folder: string, options: { readonly json?: boolean }): Promise<number> {
  const path = normalisePath(folder);
  const { prepared, diagnostics: found } = await prepareType(nodeFiles(), path);
  const diagnostics = sortDiagnostics(found);
  const ok = prepared !== undefined && !hasErrors(diagnostics);
  if (options.json === true) {
    printOut(`${JSON.stringify({ version: 1, type: baseName(path), ok, diagnostics }, undefined, 2)}\n`);
  } else {
    const lines = diagnostics.flatMap((diagnostic) => [renderDiagnostic(diagnostic, colours), ""]);
    if (prepared !== undefined) lines.push(...describeType(prepared.type));
    lines.push(ok ? summarise(diagnostics) : `${summarise(diagnostics)}；请改正后再使用这个类型`);
    (ok ? printOut : printError)(`${lines.join("\n")}\n`);
  }
  return ok ? exitCodes.success : exitCodes.invalidInput;
}

/** What the type takes and makes, so that its author sees whether it was understood as meant. */
function describeType(type: CircularType): string[] {
  const lines = [bold(`${type.id}：${type.name}`)];
  const required = type.fields.filter((field) => field.required && field.defaultValue === undefined);
  if (type.fields.length > 0) {
    lines.push(
      `字段 ${String(type.fields.length)}项，其中必填：${required.map((field) => field.name).join("、") || "无"}`,
    );
  }
  for (const dataset of type.datasets) {
    const columns = dataset.columns.map((column) => `${column.name}${column.required ? "*" : ""}`).join("、");
    const key = dataset.key.length > 0 ? `；主键：${dataset.key.join("＋")}` : "";
    lines.push(`数据表“${dataset.name}”${dataset.required ? "" : "（可以没有）"}：${columns}${key}`);
  }
  if (type.facts.length > 0) lines.push(`事实：${type.facts.map((fact) => fact.name).join("、")}`);
  type.attachments.forEach((attachment, index) => {
    lines.push(`${type.attachmentLabel}${String(index + 1)}：${attachment.name.source}（键：${attachment.key}）`);
  });
  for (const check of type.checks) lines.push(`核对：${check.description}`);
  for (const { rule, description } of type.crossChecks) {
    lines.push(`核对“${crossCheckNames[rule]}”${description === "" ? "" : `：${description}`}`);
  }
  return lines;
}
