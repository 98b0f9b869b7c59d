import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { formatPlace, type Place } from "../document/place.js";
import type { CompositionOptions } from "../edition/compose-edition.js";
import { planFixes, type PlannedFixes } from "../edition/fix-edition.js";
import { joinPath, type Files } from "../edition/files.js";
import type { Review } from "../edition/review-edition.js";
import type { Fix, UnfixedReason } from "../fixes/fix.js";
import { removeStaleBeside } from "./stale-files.js";
import { writeFilesTogether } from "./write-files.js";

/** One correction in `--json`. */
export interface FixInJson {
  readonly place: Place;
  readonly before: string;
  readonly after: string;
  readonly rules: readonly string[];
  readonly part: string;
}

/** What became of `check --fix` for one edition. */
export interface FixOutcome {
  /** The edition as it is now. */
  readonly composition: Review;
  readonly written: readonly string[];
  readonly problems: readonly Diagnostic[];
  /** What was changed, or with `dryRun` would be; empty if nothing may be. */
  readonly fixes: readonly FixInJson[];
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
  if (!options.dryRun) clearLitter(files, composition, options);
  const plan = await planFixes(files, composition, options);
  const unchanged = { composition, written: [], problems: [], fixes: [] };
  const left = leftLines(plan);
  if (plan.fixes.length === 0) {
    const none =
      composition.proofreading === undefined ? "数据还有错误，没有可以核对的文稿，所以没有自动改正" : undefined;
    return { ...unchanged, remarks: [...left, none ?? "没有可以自动改正的问题"] };
  }
  const count = `${String(plan.fixes.length)}处`;
  if (plan.objections.length > 0) {
    const related = plan.objections.slice(0, mostObjections).map(({ place, message }) => ({ place, message }));
    const place = { file: composition.folder };
    const problem = diagnose("fix-would-break", place, { count: plan.objections.length }, related);
    return { ...unchanged, problems: [problem], remarks: [...changeLines("没有改", plan.fixes), ...left] };
  }
  const fixes = plan.fixes.map(({ place, before, after, rules, part }) => ({ place, before, after, rules, part }));
  const shared = sharedTemplates(plan, options.templatesFolder);
  if (options.dryRun) {
    const remark = `可以自动改正${count}，现在只是列出，文件没有改动；去掉 --dry-run 就会改`;
    return { ...unchanged, fixes, remarks: [...changeLines("可改", plan.fixes), ...left, ...shared, remark] };
  }
  const problems = writeFilesTogether(plan.outputs);
  if (problems.length > 0) return { ...unchanged, problems, remarks: [] };
  return {
    composition: plan.fixed,
    written: plan.outputs.map(({ path }) => path),
    problems: [],
    fixes,
    remarks: [...changeLines("已改", plan.fixes), ...left, ...shared, `已自动改正${count}`],
  };
}

/** What an earlier run that was killed has left beside the files that may be changed, even if nothing is to be changed now. */
function clearLitter(files: Files, { folder, type }: Review, { templatesFolder }: CompositionOptions): void {
  const folders = [folder, ...(type === undefined ? [] : [joinPath(templatesFolder, type.id)])];
  removeStaleBeside(folders.flatMap((each) => (files.list(each) ?? []).map((name) => joinPath(each, name))));
}

/** More would hide what matters. */
const mostObjections = 10;

function changeLines(verb: string, fixes: readonly Fix[]): string[] {
  return fixes.map(
    ({ place, excerpt, rules, part }) =>
      `${verb} ${formatPlace(place)}：${excerpt.before} → ${excerpt.after}（${rules.join("、")}；${part}）`,
  );
}

const reasons: Record<UnfixedReason, string> = {
  untraced: "在数据和模板里找不到原样的这几个字（是算出来、拼起来，或者分行写的），请手工改",
  quoted: "在引号、书名号、网址或编码里，不自动改，请核对",
  formula: "单元格里是公式，请手工改",
  richText: "单元格里有几种字体格式，请手工改",
  overlapping: "与另一处改正连在一起，请改完再检查一次",
};

function leftLines({ unfixed }: PlannedFixes): string[] {
  return unfixed.map(
    ({ part, excerpt, rule, reason }) =>
      `未改 ${part}：${excerpt.before} → ${excerpt.after}（${rule}）；${reasons[reason]}`,
  );
}

/** A template is that of every edition of its type. */
function sharedTemplates({ fixes }: PlannedFixes, templatesFolder: string): string[] {
  return fixes.some(({ place }) => place.file.startsWith(`${templatesFolder}/`))
    ? ["其中有模板的改动：同一类型的各期都用这份模板，请一并核对"]
    : [];
}
