import type { Proofreading } from "../checks/proofread.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { CircularDocument } from "../document/tree.js";
import { during, type Progress } from "../progress/progress.js";
import type { OutputFile } from "./write-files.js";

/** What a person asked for beside the messages in the terminal. */
export interface ReviewOptions {
  /** A 核稿报告 as Markdown and HTML. */
  readonly report?: boolean;
  /** A copy of the .docx with the findings as comments. */
  readonly comments?: boolean;
}

/** One draft and what was found in it. */
export interface ReviewedDraft {
  /** As the places of the diagnostics have it. */
  readonly file: string;
  readonly document: CircularDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly checkedData: readonly string[];
  readonly unchecked?: readonly string[];
  readonly proofreading: Proofreading | undefined;
  /** The draft as a file; written from the document if it is not given. */
  readonly docx?: Uint8Array;
}

/**
 * Makes the files of a review: `<target>.核稿报告.md`, `<target>.核稿报告.html`, `<target>.批注.docx`.
 *
 * @param target path without extension
 * @param progress told of the reports
 * @returns the files, and why there is none that was asked for
 */
export async function reviewOutputs(
  draft: ReviewedDraft,
  target: string,
  options: ReviewOptions,
  progress?: Progress,
): Promise<{
  readonly outputs: readonly OutputFile[];
  readonly problems: readonly Diagnostic[];
  readonly remarks: readonly string[];
}> {
  const outputs: OutputFile[] = [];
  const problems: Diagnostic[] = [];
  const remarks: string[] = [];
  if (options.report === true) outputs.push(...(await reportFiles(draft, target, progress)));
  if (options.comments === true) {
    if (draft.document === undefined) {
      remarks.push("数据有错误，没有生成文稿，所以没有写带批注的文档");
    } else {
      const commented = await withComments(draft, draft.document, progress);
      if ("problem" in commented) problems.push(commented.problem);
      else {
        outputs.push({ path: `${target}.批注.docx`, bytes: commented.bytes });
        if (commented.left > 0)
          remarks.push(`还有${String(commented.left)}条意见没有写成批注，请看核稿报告（--report）`);
      }
    }
  }
  return { outputs, problems, remarks };
}

async function reportFiles(
  draft: ReviewedDraft,
  target: string,
  progress: Progress | undefined,
): Promise<OutputFile[]> {
  const [{ proofreadingReport }, { writeProofreadingMarkdown }, { writeProofreadingHtml }] = await Promise.all([
    import("../report/proofreading-report.js"),
    import("../report/proofreading-markdown.js"),
    import("../report/proofreading-html.js"),
  ]);
  return during(progress, "reports", () => {
    const report = proofreadingReport({
      file: draft.file,
      document: draft.document,
      diagnostics: draft.diagnostics,
      checkedData: draft.checkedData,
      rules: draft.proofreading?.rules ?? [],
      settings: draft.proofreading?.settings ?? [],
      ...(draft.unchecked === undefined ? {} : { unchecked: draft.unchecked }),
    });
    const encoder = new TextEncoder();
    return [
      { path: `${target}.核稿报告.md`, bytes: encoder.encode(writeProofreadingMarkdown(report)) },
      { path: `${target}.核稿报告.html`, bytes: encoder.encode(writeProofreadingHtml(report)) },
    ];
  });
}

async function withComments(
  draft: ReviewedDraft,
  document: CircularDocument,
  progress: Progress | undefined,
): Promise<{ readonly bytes: Uint8Array; readonly left: number } | { readonly problem: Diagnostic }> {
  const [{ writeDocx }, { readDocx }, { addComments }, { commentAnchors }] = await Promise.all([
    import("../docx/write-docx.js"),
    import("../docx/read-docx.js"),
    import("../docx/comments/add-comments.js"),
    import("../docx/comments/comment-anchors.js"),
  ]);
  const docx = draft.docx ?? (await writeDocx(document, progress));
  return during(progress, "reports", () => {
    const read = readDocx(docx, draft.file);
    if (read.document === undefined || read.anchors === undefined) {
      return { bytes: docx, left: draft.diagnostics.length };
    }
    const anchors = commentAnchors({ document: read.document, anchors: read.anchors });
    return addComments(docx, anchors, draft.diagnostics, { file: draft.file });
  });
}
