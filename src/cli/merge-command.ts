import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { diagnose } from "../diagnostics/catalogue.js";
import { sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import { renderDiagnostic } from "../diagnostics/render.js";
import { compareDocuments } from "../diff/compare-documents.js";
import { parseDate } from "../facts/numbers/civil-date.js";
import { mergeDocuments } from "../merge/merge-documents.js";
import { notCarried } from "../merge/not-carried.js";
import { colours } from "./colours.js";
import { normalisePath } from "./edition-folders.js";
import { mergeExitCodes } from "./exit-codes.js";
import { doubts, type MergeInputs, type MergeSources, readMergeInputs } from "./merge-inputs.js";
import { type MergeReport, mergeReportJson, mergeReportLines } from "./merge-report.js";
import { nodeFiles } from "./node-files.js";
import { openProgress } from "./progress/open-progress.js";
import type { ProgressDisplay } from "./progress/progress-display.js";
import { during } from "../progress/progress.js";
import { writeFilesTogether } from "./write-files.js";
import { printError, printOut } from "./print.js";

export interface MergeOptions {
  readonly base?: string;
  readonly edited?: string;
  readonly new?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly author?: string;
  readonly date?: string;
  readonly templates?: string;
  readonly dataFile?: readonly string[];
  readonly json?: boolean;
}

/**
 * `merge`: generates a circular from changed data and makes again what people changed in the last generated file.
 *
 * ```
 * --base, --edited ──read──┐
 *                          ├──mergeDocuments──▶ merged draft ──▶ --out, with tracked changes only where there are conflicts
 * --new ──────────compose──┘
 * ```
 *
 * @returns the exit status: see `mergeExitCodes`
 */
export async function mergeEdits(options: MergeOptions): Promise<number> {
  const { base, edited, new: edition, out } = options;
  const refusal = refuse(options);
  if (
    refusal !== undefined ||
    base === undefined ||
    edited === undefined ||
    edition === undefined ||
    out === undefined
  ) {
    return fail(refusal ?? "", [], options);
  }
  const sources: MergeSources = {
    base: normalisePath(base),
    edited: normalisePath(edited),
    edition: normalisePath(edition),
    ...(options.templates === undefined ? {} : { templates: options.templates }),
    ...(options.dataFile === undefined ? {} : { dataFile: options.dataFile }),
  };
  const target = normalisePath(out);
  if (options.force !== true && existsSync(target)) {
    return fail("没有合并", [diagnose("output-exists", { file: target }, { file: target })], options);
  }
  const progress = await openProgress("merge", options.json);
  const inputs = await readMergeInputs(nodeFiles(), sources, progress);
  if (!("fresh" in inputs)) {
    progress?.clear();
    return fail("没有合并：文件或新数据有错误", inputs.diagnostics, options);
  }
  const { report, bytes } = await merge(inputs, sources, target, options, progress);
  const notWritten = writeFilesTogether([{ path: target, bytes }], progress);
  progress?.clear();
  if (notWritten.length > 0) return fail("没有写出合并稿", notWritten, options);
  print({ ...report, written: true }, inputs.diagnostics, options);
  return report.conflicts.length === 0 ? mergeExitCodes.merged : mergeExitCodes.conflicts;
}

/** What is wrong with the command line, as far as that can be told without reading anything. */
function refuse({ base, edited, new: edition, out, author, date }: MergeOptions): string | undefined {
  const given = { "--base": base, "--edited": edited, "--new": edition, "--out": out };
  const missing = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length > 0) {
    return `还要写 ${missing.join("、")}；例如 tongbao merge --base 原生成稿.docx --edited 领导改过.docx --new data/chaozhou-2024q2 --out 合并稿.docx`;
  }
  if (base === undefined || edited === undefined || out === undefined) return "";
  for (const [name, path] of [
    ["--base", base],
    ["--edited", edited],
    ["--out", out],
  ] as const) {
    if (!/\.docx$/iu.test(path)) return `${name} 后面要写 .docx 文件名，而不是“${path}”`;
  }
  if ([base, edited].some((path) => isSameFile(path, out))) {
    return `--out（${out}）是要合并的文稿，不能写在它上面；请换一个文件名`;
  }
  if (author?.trim() === "") return "--author 后面要写作者的名称";
  if (date !== undefined && parseDate(date) === undefined) return `--date 要写成 2024-07-10 的样子，而不是“${date}”`;
  return undefined;
}

/** Also by another name, or through a link. */
function isSameFile(one: string, other: string): boolean {
  const real = (path: string): string => (existsSync(path) ? realpathSync(path) : resolve(path));
  return real(one) === real(other);
}

async function merge(
  inputs: MergeInputs,
  sources: MergeSources,
  out: string,
  options: MergeOptions,
  progress: ProgressDisplay | undefined,
): Promise<{ readonly report: MergeReport; readonly bytes: Uint8Array }> {
  const { base, edited, composed, fresh } = inputs;
  const merged = during(progress, "merging", () =>
    mergeDocuments({ base: base.document, hand: edited.document, data: fresh }),
  );
  const reapplied = during(progress, "merging", () => compareDocuments(fresh, merged.data));
  const isPlain = reapplied.equal && merged.conflicts.length === 0;
  const { writeMerged } = await import("../docx/merge/write-merged.js");
  // Without anything to reapply it is what `build` writes.
  const by = {
    author: options.author ?? "tongbao",
    date: `${revisionDate(options.date, composed.properties.date)}T00:00:00Z`,
  };
  const file = await during(progress, "draft-rows", () =>
    writeMerged(isPlain ? { ...merged, data: composed } : merged, by),
  );
  const wasTouched = !Buffer.from(base.bytes).equals(edited.bytes);
  return {
    bytes: file.bytes,
    report: {
      ...sources,
      out,
      written: false,
      reapplied: reapplied.changes,
      fromData: during(progress, "comparing", () => compareDocuments(base.document, fresh).changes),
      conflicts: merged.conflicts,
      notCarried: [...notCarried(base, edited), ...(wasTouched ? [directFormatting] : [])],
      remarks: [...(await doubts(inputs, sources)), ...merged.notes, ...file.remarks],
    },
  };
}

const directFormatting = "手工设的字体、字号、颜色、行距等格式：合并稿照公文格式重新排版，需要的请在合并稿里再设";

/** The new draft's own date unless told otherwise, so that the same files give the same bytes on any day. */
function revisionDate(given: string | undefined, own: string): string {
  return [given, own].find((date) => date !== undefined && parseDate(date) !== undefined) ?? "2000-01-01";
}

function print(report: MergeReport, diagnostics: readonly Diagnostic[], { json }: MergeOptions): void {
  const shown = sortDiagnostics(diagnostics);
  if (json === true) {
    const found = { ...(mergeReportJson(report) as object), diagnostics: shown };
    printOut(`${JSON.stringify(found, undefined, 2)}\n`);
    return;
  }
  const warnings = shown
    .filter(({ severity }) => severity !== "hint")
    .flatMap((diagnostic) => [renderDiagnostic(diagnostic, colours), ""]);
  printOut(`${[...warnings, ...mergeReportLines(report)].join("\n")}\n`);
}

function fail(problem: string, diagnostics: readonly Diagnostic[], { json }: MergeOptions): number {
  const shown = sortDiagnostics(diagnostics);
  if (json === true) {
    const report = { version: 1, status: "failed", written: [], problem, diagnostics: shown };
    printOut(`${JSON.stringify(report, undefined, 2)}\n`);
  } else {
    const lines = shown.flatMap((diagnostic) => [renderDiagnostic(diagnostic, colours), ""]);
    printError(`${[...lines, problem].join("\n")}\n`);
  }
  return mergeExitCodes.failed;
}
