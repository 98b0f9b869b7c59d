import { baseName, joinPath } from "../edition/files.js";
import { normalisePath } from "./edition-folders.js";
import type { EditionOptions } from "./process-edition.js";

/** Kinds of text documents; all but .docx are told what they are and what to do. */
const documentName = /\.(?:docx?|docm|dotx?|wps|wpt|rtf|odt|pdf|html?|txt|md)$/iu;

/** True for an argument that names a text document rather than an edition's folder. */
export function isDocumentPath(argument: string): boolean {
  return documentName.test(argument);
}

/** The path without extension of what is written about a draft: beside it, or in the folder that was asked for. */
export function draftTarget(file: string, out: string | undefined): string {
  const stem = file.replace(documentName, "");
  return out === undefined ? stem : joinPath(out.replaceAll("\\", "/"), baseName(stem));
}

/**
 * Why these arguments and options of `build` or `check` do not go together, and what to write instead; `undefined` if they do.
 *
 * @param paths folders of editions and documents as they were written
 */
export function refuseArguments(
  mode: "build" | "check",
  paths: readonly string[],
  options: EditionOptions,
): string | undefined {
  const hasDrafts = paths.some(isDocumentPath);
  if (mode === "build") {
    return hasDrafts ? "生成通报要写期文件夹，例如 data/chaozhou-2024q2；核对 Word 文稿请用 check" : undefined;
  }
  if (options.dryRun === true && options.fix !== true) return "--dry-run 要与 --fix 同用：只列出会改什么，不改文件";
  if (hasDrafts) return refuseDrafts(paths, options);
  return refuseOutAlone(options);
}

function refuseDrafts(paths: readonly string[], options: EditionOptions): string | undefined {
  if (!paths.every(isDocumentPath)) return "Word 文稿和期文件夹请分开检查";
  const wanted = Object.entries({
    "--all": options.all,
    "--annotate": options.annotate,
    "--fix": options.fix,
    "--data-file": options.dataFile,
    "--templates": options.templates,
  }).flatMap(([name, value]) => (value === undefined || value === false ? [] : [name]));
  if (wanted.length > 0) return `检查 Word 文稿时不能用 ${wanted.join("、")}，只有检查期文件夹时能用`;
  const targets = [...new Set(paths.map(normalisePath))].map((path) => draftTarget(path, options.out));
  const repeated = targets.find((target, index) => targets.indexOf(target) !== index);
  if (repeated !== undefined && (options.report === true || options.comments === true)) {
    return `有两份文稿都叫“${baseName(repeated)}”，写出的文件会互相覆盖，请分开检查`;
  }
  return refuseOutAlone(options);
}

function refuseOutAlone({ out, report, comments }: EditionOptions): string | undefined {
  return out === undefined || report === true || comments === true
    ? undefined
    : "--out 是核稿报告和批注稿写到哪个文件夹，要与 --report 或 --comments 同用";
}
