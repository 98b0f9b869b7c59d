import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { CircularDocument } from "../document/tree.js";
import { joinPath, type Files } from "../edition/files.js";
import { reviewEdition, type Review } from "../edition/review-edition.js";
import { annotateEdition, rememberReads } from "./annotate-edition.js";
import { editionName, templatesFolder } from "./edition-folders.js";
import type { Fault } from "./internal-fault.js";
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
export interface EditionReport {
  readonly edition: string;
  readonly folder: string;
  readonly ok: boolean;
  readonly written: readonly string[];
  readonly checked: readonly string[];
  /** What there was nothing to look at for; absent if there was for everything. */
  readonly unchecked?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
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
 */
export async function processEdition(files: Files, { mode, folder, options }: EditionTask): Promise<EditionOutcome> {
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
  const withoutWorkbook = annotation?.withoutWorkbook ?? false;
  return {
    report,
    remarks: [...(fix?.remarks ?? []), ...(withoutWorkbook ? [] : (annotation?.remarks ?? [])), ...review.remarks],
    ...(withoutWorkbook ? { withoutWorkbook: annotation?.remarks.join("\n") ?? "" } : {}),
  };
}

/** The outcome where the program itself failed: this edition is lost for the run, the others are not. */
export function faultyOutcome(folder: string, fault: Fault): EditionOutcome {
  const report = { edition: editionName(folder), folder, ok: false, written: [], checked: [], diagnostics: [] };
  return { report: { ...report, fault: fault.reason }, remarks: [], fault };
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
