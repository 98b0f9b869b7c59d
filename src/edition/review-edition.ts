import type { Proofreading } from "../checks/proofread.js";
import { hasErrors, sortDiagnostics } from "../diagnostics/diagnostic.js";
import { limitProblems } from "../diagnostics/limit-problems.js";
import { during } from "../progress/progress.js";
import { composeEdition, type Composition, type CompositionOptions } from "./compose-edition.js";
import type { Files } from "./files.js";

/** A composed edition whose draft has been proofread: nothing is issued that has not. */
export interface Review extends Composition {
  /** What 核稿 looked at and found; its diagnostics are among the others. Absent where there was no draft to proofread. */
  readonly proofreading?: Proofreading;
}

/**
 * Composes an edition and proofreads its draft.
 *
 * ```
 * files ──composeEdition──▶ draft, diagnostics of the data ──核稿──▶ all diagnostics ──▶ document, unless there is an error
 * ```
 *
 * @param files to read from
 * @param folder of the edition, for instance `data/chaozhou-2024q2`
 */
export async function reviewEdition(files: Files, folder: string, options: CompositionOptions): Promise<Review> {
  const composition = await composeEdition(files, folder, options);
  const { draft, edition, type, document, ...rest } = composition;
  if (draft === undefined || edition === undefined || type === undefined) return composition;
  // Only what gets this far needs the rules.
  const { proofreadEdition } = await import("./proofread-edition.js");
  const { proofreading, diagnostics: settings } = during(options.progress, "proofreading", () =>
    proofreadEdition(draft, edition, type, folder, options.progress),
  );
  const found = [...composition.diagnostics, ...settings, ...proofreading.diagnostics];
  const diagnostics = limitProblems(sortDiagnostics(found), { file: folder });
  return {
    ...rest,
    ...(document === undefined || hasErrors(diagnostics) ? {} : { document }),
    draft,
    edition,
    type,
    diagnostics,
    checked: [...composition.checked, ...proofreading.checked],
    proofreading,
  };
}
