import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { GradeRule } from "../../schema/cross-checks/definitions.js";
import type { DataRow, Dataset, FieldValue } from "../../schema/dataset.js";
import { cellText, columnReader, numberOf } from "./cells.js";
import { byRule, notThere, type RuleContext, type RuleResult } from "./rule-context.js";

interface Scored {
  readonly row: DataRow;
  readonly grade: string;
  readonly score: number;
}

/** 等次: the grade of each row is the one whose threshold its score reaches; without thresholds, no grade has less than a lower one. */
export function checkGrade(rule: GradeRule, context: RuleContext): RuleResult {
  const dataset = context.dataset(rule.dataset);
  if (dataset === undefined) return notThere(rule.dataset);
  const gradeOf = columnReader(dataset, rule.grade);
  const scoreOf = columnReader(dataset, rule.by);
  const vetoOf = rule.veto === undefined ? undefined : columnReader(dataset, rule.veto.column);
  const scored: Scored[] = [];
  const diagnostics: Diagnostic[] = [];
  const report = (row: DataRow, actual: string, expected: string, reason: string): void => {
    const related = [{ place: dataset.placeOf(row, rule.by), message: "得分在这里" }];
    const particulars = { name: rule.grade, actual, expected, reason };
    diagnostics.push(byRule(rule, diagnose("grade-differs", dataset.placeOf(row, rule.grade), particulars, related)));
  };
  let compared = 0;
  for (const row of dataset.rows) {
    const grade = cellText(gradeOf(row));
    const score = numberOf(scoreOf(row));
    if (grade === "") continue;
    if (rule.veto !== undefined && isVetoed(vetoOf?.(row))) {
      compared += 1;
      if (grade !== rule.veto.grade)
        report(row, grade, rule.veto.grade, `“${rule.veto.column}”是${cellText(vetoOf?.(row))}`);
    } else if (score !== undefined) {
      compared += 1;
      scored.push({ row, grade, score });
    }
  }
  const hasThresholds = rule.grades.every(({ threshold }) => threshold !== undefined);
  if (hasThresholds) {
    for (const { row, grade, score } of scored) {
      const expected = rule.grades.find(({ threshold }) => threshold !== undefined && score >= threshold);
      if (grade === expected?.name) continue;
      const wanted =
        expected === undefined ? "没有这么低的等次" : `${expected.name}（${cellText(expected.threshold)}分以上）`;
      report(row, grade, wanted, `${cellText(score)}分`);
    }
  }
  const found = hasThresholds ? diagnostics : [...diagnostics, ...reversedGrades(rule, dataset, scored)];
  return {
    diagnostics: found,
    checked: `数据表“${rule.dataset}”的“${rule.grade}”${String(compared)}行，与“${rule.by}”比较`,
  };
}

/** A number of vetoes, 是, or what the veto is for. */
function isVetoed(value: FieldValue): boolean {
  return value !== undefined && value !== 0 && value !== false && cellText(value) !== "0" && cellText(value) !== "否";
}

/** Each row whose score is below the best score of a lower grade. */
function reversedGrades(rule: GradeRule, dataset: Dataset, scored: readonly Scored[]): Diagnostic[] {
  const position = new Map(rule.grades.map(({ name }, index) => [name, index]));
  const best: (Scored | undefined)[] = rule.grades.map(() => undefined);
  for (const one of scored) {
    const index = position.get(one.grade);
    if (index !== undefined && (best[index] === undefined || one.score > best[index].score)) best[index] = one;
  }
  // From the lowest grade upwards: the best row of any grade below.
  let below: Scored | undefined;
  const bestBelow = best.map(() => undefined as Scored | undefined);
  for (let index = best.length - 1; index >= 0; index -= 1) {
    bestBelow[index] = below;
    const own = best[index];
    if (own !== undefined && (below === undefined || own.score > below.score)) below = own;
  }
  return scored.flatMap(({ row, grade, score }) => {
    const lower = bestBelow[position.get(grade) ?? -1];
    if (lower === undefined || lower.score <= score) return [];
    const found = diagnose(
      "grade-order-reversed",
      dataset.placeOf(row, rule.grade),
      { grade, score: cellText(score), lowerGrade: lower.grade, lowerScore: cellText(lower.score) },
      [{ place: dataset.placeOf(lower.row, rule.grade), message: `${lower.grade}的这一行得分更高` }],
    );
    return [byRule(rule, found)];
  });
}
