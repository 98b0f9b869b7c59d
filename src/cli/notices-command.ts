import { hasErrors, sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue.js";
import { joinRepeated } from "../diagnostics/repeated.js";
import { renderDiagnostic, summarise } from "../diagnostics/render.js";
import { joinPath, type Files } from "../edition/files.js";
import type { NamedNotice } from "../edition/notices/review-notices.js";
import { reviewEdition, type Review } from "../edition/review-edition.js";
import { colours } from "./colours.js";
import { chooseFolders, editionName, templatesFolder } from "./edition-folders.js";
import { exitCodes } from "./exit-codes.js";
import { openProgress } from "./progress/open-progress.js";
import type { ProgressDisplay } from "./progress/progress-display.js";
import { during } from "../progress/progress.js";
import { nodeFiles } from "./node-files.js";
import { removeStaleBeside } from "./stale-files.js";
import { writeFilesTogether, type OutputFile } from "./write-files.js";
import { printError, printOut } from "./print.js";

export interface NoticesOptions {
  readonly out?: string;
  readonly templates?: string;
  readonly dataFile?: readonly string[];
  readonly force?: boolean;
  readonly json?: boolean;
}

/** The folder of the notices in the edition's output folder, and the files beside them. */
const noticesFolder = "整改通知";
const indexFile = "目录.xlsx";
const manifestFile = "manifest.json";

/** What came of a run; the form of `--json`. */
interface NoticesReport {
  readonly edition: string;
  readonly folder: string;
  readonly ok: boolean;
  /** The units that a notice was written to. */
  readonly units: number;
  readonly written: readonly string[];
  /** Files that were there already, the same byte for byte. */
  readonly unchanged: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * `notices`: writes 整改通知 to every unit with findings in an edition, with an index and a manifest; all of them or none.
 *
 * Files that are there already are left alone if they are the same, and otherwise replaced only with `--force`.
 *
 * @param folder of the edition
 * @returns the exit status
 */
export async function writeNotices(folder: string, options: NoticesOptions): Promise<number> {
  const files = nodeFiles();
  const [chosen] = chooseFolders(files, [folder], {});
  const edition = chosen ?? folder;
  const progress = await openProgress("notices", options.json);
  const review = await reviewEdition(files, edition, {
    progress,
    templatesFolder: templatesFolder(options.templates),
    ...(options.dataFile === undefined || options.dataFile.length === 0 ? {} : { dataFiles: options.dataFile }),
  });
  const target = joinPath((options.out ?? "output").replaceAll("\\", "/"), editionName(edition), noticesFolder);
  const made = await makeFiles(review, target, progress);
  const outcome = write(files, made.outputs, options.force === true, progress);
  progress?.clear();
  const left = made.outputs.length === 0 ? [] : leftOver(files, target, made.outputs);
  const report: NoticesReport = {
    edition: editionName(edition),
    folder: edition,
    ok: !hasErrors([...made.diagnostics, ...outcome.diagnostics]),
    units: made.units,
    written: outcome.written,
    unchanged: outcome.unchanged,
    diagnostics: sortDiagnostics([...made.diagnostics, ...outcome.diagnostics, ...left]),
  };
  if (options.json === true) printOut(`${JSON.stringify({ version: 1, ...report }, undefined, 2)}\n`);
  else print(report, target);
  if (report.ok) return exitCodes.success;
  return outcome.diagnostics.length > 0 ? exitCodes.notWritten : exitCodes.invalidInput;
}

interface MadeFiles {
  readonly units: number;
  readonly outputs: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The files of the notices, complete in memory; none of them if anything is certainly wrong. */
async function makeFiles(review: Review, target: string, progress: ProgressDisplay | undefined): Promise<MadeFiles> {
  const { document, edition, prepared } = review;
  if (document === undefined || edition === undefined || prepared === undefined) {
    return { units: 0, outputs: [], diagnostics: review.diagnostics };
  }
  const { noticeBody, type } = prepared;
  if (type.notice === undefined || noticeBody === undefined) {
    return { units: 0, outputs: [], diagnostics: [diagnose("notice-none-in-type", type.place, { name: type.id })] };
  }
  const { reviewNotices } = await import("../edition/notices/review-notices.js");
  const { notices, diagnostics } = reviewNotices(
    { ...prepared, noticeBody },
    type.notice,
    edition,
    document,
    target,
    progress,
  );
  if (notices.length === 0) return { units: 0, outputs: [], diagnostics };
  return { units: notices.length, outputs: await filesOf(review, notices, target, progress), diagnostics };
}

async function filesOf(
  review: Review,
  notices: readonly NamedNotice[],
  target: string,
  progress: ProgressDisplay | undefined,
): Promise<OutputFile[]> {
  const [{ writeDocx }, { writeNoticeIndex }, { noticeManifest }] = await Promise.all([
    import("../docx/write-docx.js"),
    import("../workbook/write-notice-index.js"),
    import("../edition/notices/manifest.js"),
  ]);
  const files = during(progress, "notices-writing", () =>
    notices.map(({ document }, index) => {
      progress?.advance(index, notices.length);
      return writeDocx(document);
    }),
  );
  const bytes = await Promise.all(files);
  const written = notices.map((notice, index) => ({ notice, bytes: bytes[index] ?? new Uint8Array() }));
  const title = `整改通知目录：${review.document?.properties.title ?? ""}`;
  const entries = notices.map(({ ordinal, unit, rows, file }) => ({ ordinal, unit, findings: rows.length, file }));
  const index = { file: indexFile, bytes: await writeNoticeIndex(title, entries) };
  const about = { name: editionName(review.folder), folder: review.folder, type: review.type?.id ?? "" };
  return [
    ...written.map(({ notice, bytes }) => ({ path: joinPath(target, notice.file), bytes })),
    { path: joinPath(target, indexFile), bytes: index.bytes },
    {
      path: joinPath(target, manifestFile),
      bytes: new TextEncoder().encode(noticeManifest(about, written, index)),
    },
  ];
}

function write(
  files: Files,
  outputs: readonly OutputFile[],
  force: boolean,
  progress: ProgressDisplay | undefined,
): Pick<NoticesReport, "written" | "unchanged" | "diagnostics"> {
  removeStaleBeside(outputs.map(({ path }) => path));
  const there = outputs.map((output) => ({ output, old: files.read(output.path) }));
  const unchanged = there.flatMap(({ output, old }) =>
    old !== undefined && Buffer.compare(old, output.bytes) === 0 ? [output.path] : [],
  );
  const same = new Set(unchanged);
  const changed = there.filter(({ output }) => !same.has(output.path));
  const inTheWay = force ? [] : changed.filter(({ old }) => old !== undefined);
  const diagnostics =
    inTheWay.length > 0
      ? inTheWay.map(({ output: { path } }) => diagnose("output-notice-exists", { file: path }, { file: path }))
      : writeFilesTogether(
          changed.map(({ output }) => output),
          progress,
        );
  const written = diagnostics.length > 0 ? [] : changed.map(({ output }) => output.path);
  return { written, unchanged, diagnostics };
}

/** Notices in the folder that this run has nothing to do with. */
function leftOver(files: Files, target: string, outputs: readonly OutputFile[]): Diagnostic[] {
  const current = new Set(outputs.map(({ path }) => path));
  const left = (files.list(target) ?? []).filter(
    (name) => /^\d+-.*\.docx$/iu.test(name) && !current.has(joinPath(target, name)),
  );
  return left.length === 0 ? [] : [diagnose("notice-left-over", { file: target }, { files: left })];
}

function print(report: NoticesReport, target: string): void {
  const shown = report.diagnostics.filter(({ severity }) => severity !== "hint");
  const lines = joinRepeated(shown).flatMap((diagnostic) => [renderDiagnostic(diagnostic, colours), ""]);
  const summary = summarise(shown);
  if (!report.ok) lines.push(`${summary}；没有写出文件，原有的文件没有改动`);
  else if (report.units === 0) lines.push("没有需要整改的单位，不用写通知");
  else {
    const count = `${String(report.units)}个单位的整改通知`;
    lines.push(
      report.written.length === 0
        ? `${target} 里${count}都已是最新，没有改动`
        : `已生成 ${target}：${count}，${indexFile}，${manifestFile}`,
    );
    if (report.written.length > 0 && report.unchanged.length > 0) {
      lines.push(`其中${String(report.unchanged.length)}个文件与原来的相同，没有改动`);
    }
    lines.push(summary);
  }
  (report.ok ? printOut : printError)(`${lines.join("\n")}\n`);
}
