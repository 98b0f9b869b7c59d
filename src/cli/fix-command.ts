import { formatPlace } from "../document/place.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { CompositionOptions } from "../edition/compose-edition.js";
import type { Review } from "../edition/review-edition.js";
import type { Files } from "../edition/files.js";
import { planFixes, type PlannedFixes } from "../edition/fix-edition.js";
import { writeFilesTogether } from "./write-files.js";

/** What became of `check --fix` for one edition. */
export interface FixOutcome {
  /** The edition as it is now. */
  readonly composition: Review;
  readonly written: readonly string[];
  readonly problems: readonly Diagnostic[];
  /** Lines for the person who asked: what was or would be changed, and what was left. */
  readonly remarks: readonly string[];
}

/**
 * Puts right what is safe to put right, or with `dryRun` only says what that would be.
 *
 * Everything is written together, and only after the edition has been composed from the new contents without new errors.
 */
export async function fixEdition(
  files: Files,
  composition: Review,
  options: CompositionOptions & { readonly dryRun: boolean },
): Promise<FixOutcome> {
  const plan = await planFixes(files, composition, options);
  const unchanged = { composition, written: [], problems: [] };
  if (plan.fixes.length === 0) return { ...unchanged, remarks: ["没有可以自动改正的问题", ...leftLines(plan)] };
  const changes = changeLines(plan);
  if (plan.objections.length > 0) {
    const remark = "照下面改动以后会出现新的错误，所以没有改；请照核稿意见手工改正";
    return { ...unchanged, problems: plan.objections, remarks: [remark, ...changes] };
  }
  if (options.dryRun) {
    const remark = `可以自动改正${String(plan.fixes.length)}处，现在只是列出，文件没有改动；去掉 --dry-run 就会改`;
    return { ...unchanged, remarks: [...changes, ...leftLines(plan), remark] };
  }
  const problems = writeFilesTogether(plan.outputs);
  if (problems.length > 0) return { ...unchanged, problems, remarks: [] };
  return {
    composition: plan.fixed,
    written: plan.outputs.map(({ path }) => path),
    problems: [],
    remarks: [...changes, ...leftLines(plan), `已自动改正${String(plan.fixes.length)}处`],
  };
}

function changeLines(plan: PlannedFixes): string[] {
  return plan.fixes.map(
    ({ place, before, after, rule, part }) => `改正 ${formatPlace(place)}：“${before}”→“${after}”（${rule}，${part}）`,
  );
}

function leftLines(plan: PlannedFixes): string[] {
  return plan.unfixed.map(
    ({ part, before, after, rule }) =>
      `未改 ${part}：“${before}”应为“${after}”（${rule}）；它不是照抄某一处文字印出来的，请手工改`,
  );
}
