import type { RuleSetting } from "../checks/proofread.js";
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { CircularDocument } from "../document/tree.js";
import { joinPath, type Files } from "../edition/files.js";
import { reviewEdition, type Review } from "../edition/review-edition.js";
import { annotateEdition, rememberReads } from "./annotate-edition.js";
import { editionName, templatesFolder } from "./edition-folders.js";
import type { FixInJson } from "./fix-command.js";
import type { Fault } from "./internal-fault.js";
import { hearInterruptions } from "./interruption.js";
import { nodeFiles } from "./node-files.js";
import type { CommandProgress } from "./progress/progress-display.js";
import { during } from "../progress/progress.js";
import { rulesInJson, type RulesInJson } from "./rules-in-json.js";
import { writeFilesTogether } from "./write-files.js";

/** The options of `build` and `check`. */
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
  /** How many editions at a time, as written. */
  readonly jobs?: string;
}

/** What happened to one edition; the form of `--json`. */
export interface EditionReport extends RulesInJson {
  readonly edition: string;
  readonly folder: string;
  readonly ok: boolean;
  readonly written: readonly string[];
  readonly checked: readonly string[];
  /** What there was nothing to look at for; absent if there was for everything. */
  readonly unchecked?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** What `--fix` changed, or with `--dry-run` would; absent without `--fix`. */
  readonly fixes?: readonly FixInJson[];
  /** Why the program itself failed on this edition; absent if it did not. */
  readonly fault?: string;
}

/** Everything that is asked for one edition. */
export interface EditionTask {
  readonly mode: "build" | "check";
  readonly folder: string;
  readonly options: EditionOptions;
}

/** What came of one edition: plain data, which can go from one thread to another. */
export interface EditionOutcome {
  readonly report: EditionReport;
  /** How many items were checked: those of the data and the rules of 核稿. */
  readonly checkedCount: number;
  /** Rules that this edition switches off or judges otherwise, one line each. */
  readonly settings: readonly string[];
  /** Further lines for the terminal. */
  readonly remarks: readonly string[];
  /** Why there is nothing to annotate; absent where there is, and where nobody asked. */
  readonly withoutWorkbook?: string;
  /** There if the program itself failed. */
  readonly fault?: Fault;
}

/**
 * Composes one edition, reviews it and writes what was asked for.
 *
 * @param files to read from; editions of one thread share them, so that each type is read once
 * @param progress told how far the work is
 */
export async function processEdition(
  files: Files,
  { mode, folder, options }: EditionTask,
  progress?: CommandProgress,
): Promise<EditionOutcome> {
  const reading = rememberReads(files);
  const composing = {
    templatesFolder: templatesFolder(options.templates),
    progress,
    ...(options.dataFile === undefined || options.dataFile.length === 0 ? {} : { dataFiles: options.dataFile }),
  };
  const asItWas = await reviewEdition(reading.files, folder, composing);
  const fix =
    options.fix === true
      ? await (
          await import("./fix-command.js")
        ).fixEdition(files, asItWas, { ...composing, dryRun: options.dryRun === true })
      : undefined;
  // What follows writing is ended by Ctrl-C at once again.
  await hearInterruptions();
  const composition = fix?.composition ?? asItWas;
  // Files that have just been changed must be read again.
  const current = fix !== undefined && fix.written.length > 0 ? nodeFiles() : files;
  const annotation = options.annotate === true ? await annotateEdition(current, composition, reading.paths) : undefined;
  await hearInterruptions();
  const review = await writeReview(composition, options, progress);
  const report =
    mode === "build" && composition.document !== undefined
      ? await write(composition, composition.document, options.out ?? "output", progress)
      : reportOf(
          composition,
          [...(fix?.written ?? []), ...(annotation?.written ?? []), ...review.written],
          [...(fix?.problems ?? []), ...(annotation?.problems ?? []), ...review.problems],
          fix?.fixes,
        );
  const withoutWorkbook = annotation?.withoutWorkbook ?? false;
  const { proofreading } = composition;
  return {
    report,
    checkedCount: dataItems(composition).length + (proofreading?.rules.length ?? 0),
    settings: await settingLines(proofreading?.settings ?? []),
    remarks: [...(fix?.remarks ?? []), ...(withoutWorkbook ? [] : (annotation?.remarks ?? [])), ...review.remarks],
    ...(withoutWorkbook ? { withoutWorkbook: annotation?.remarks.join("\n") ?? "" } : {}),
  };
}

/** The outcome where the program itself failed: this edition is lost for the run, the others are not. */
export function faultyOutcome(folder: string, fault: Fault): EditionOutcome {
  const none = { ok: false, written: [], checked: [], ...rulesInJson(undefined), diagnostics: [] };
  const report = { edition: editionName(folder), folder, ...none, fault: fault.reason };
  return { report, checkedCount: 0, settings: [], remarks: [], fault };
}

function reportOf(
  composition: Review,
  written: readonly string[],
  more: readonly Diagnostic[] = [],
  fixes?: readonly FixInJson[],
): EditionReport {
  const diagnostics = [...composition.diagnostics, ...more];
  return {
    edition: editionName(composition.folder),
    folder: composition.folder,
    ok: !hasErrors(diagnostics),
    written,
    checked: composition.checked,
    ...(composition.unchecked.length === 0 ? {} : { unchecked: composition.unchecked }),
    ...rulesInJson(composition.proofreading),
    diagnostics,
    ...(fixes === undefined ? {} : { fixes }),
  };
}

async function settingLines(settings: readonly RuleSetting[]): Promise<readonly string[]> {
  if (settings.length === 0) return [];
  // Only a proofread draft has settings: the rules are there already.
  const { settingLine } = await import("../checks/proofread.js");
  return settings.map(settingLine);
}

/** What was checked of the data; the rules of 核稿 are counted one by one. */
function dataItems({ checked, proofreading }: Review): readonly string[] {
  return checked.slice(0, checked.length - (proofreading?.checked.length ?? 0));
}

/** 核稿报告 and the copy with comments, beside the place where the .docx is or would be. */
async function writeReview(
  composition: Review,
  options: EditionOptions,
  progress: CommandProgress | undefined,
): Promise<{ written: readonly string[]; problems: readonly Diagnostic[]; remarks: readonly string[] }> {
  if (options.report !== true && options.comments !== true) return { written: [], problems: [], remarks: [] };
  const { reviewOutputs } = await import("./review-outputs.js");
  const { folder, draft, diagnostics, unchecked, proofreading } = composition;
  const { outputs, problems, remarks } = await reviewOutputs(
    { file: folder, document: draft, diagnostics, checkedData: dataItems(composition), unchecked, proofreading },
    targetOf(composition, options.out),
    options,
    progress,
  );
  const notWritten = writeFilesTogether(outputs, progress);
  const written = notWritten.length > 0 ? [] : outputs.map(({ path }) => path);
  return { written, problems: [...problems, ...notWritten], remarks };
}

/** The path of an edition's files without their extensions. */
function targetOf(composition: Review, out = "output"): string {
  const name = editionName(composition.folder);
  return joinPath(out.replaceAll("\\", "/"), name, name);
}

async function write(
  composition: Review,
  document: CircularDocument,
  out: string,
  progress: CommandProgress | undefined,
): Promise<EditionReport> {
  const [{ writeDocx }, { encodeReviewText }] = await Promise.all([
    import("../docx/write-docx.js"),
    import("../text/review-text.js"),
  ]);
  const target = targetOf(composition, out);
  const docx = await writeDocx(document, progress);
  const text = during(progress, "review-text", () => encodeReviewText(document));
  const outputs = [
    { path: `${target}.docx`, bytes: docx },
    { path: `${target}.txt`, bytes: text },
  ];
  const problems = writeFilesTogether(outputs, progress);
  return reportOf(composition, problems.length > 0 ? [] : outputs.map((output) => output.path), problems);
}
