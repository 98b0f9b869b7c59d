import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { rankScores } from "../../facts/ranks.js";
import type { RankRule } from "../../schema/cross-checks/definitions.js";
import type { DataRow, Dataset } from "../../schema/dataset.js";
import { cellText, columnReader, numberOf } from "./cells.js";
import { byRule, notThere, type RuleContext, type RuleResult } from "./rule-context.js";

interface ScoredRow {
  readonly row: DataRow;
  readonly score: number;
  readonly rank: number;
}

/** 排名: each rank follows from the scores. Where equal scores do not share a rank, any order among them is right. */
export function checkRank(rule: RankRule, context: RuleContext): RuleResult {
  const dataset = context.dataset(rule.dataset);
  if (dataset === undefined) return notThere(rule.dataset);
  const scoreOf = columnReader(dataset, rule.by);
  const rankOf = columnReader(dataset, rule.rank);
  const groupOf = rule.group === undefined ? undefined : columnReader(dataset, rule.group);
  const groups = new Map<string, ScoredRow[]>();
  let compared = 0;
  for (const row of dataset.rows) {
    const [score, rank] = [numberOf(scoreOf(row)), numberOf(rankOf(row))];
    // A row without a score is not ranked, and one without a rank was left out on purpose: the column says whether it may be.
    if (score === undefined || rank === undefined) continue;
    compared += 1;
    const group = groupOf === undefined ? "" : cellText(groupOf(row));
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [{ row, score, rank }]);
    else known.push({ row, score, rank });
  }
  const diagnostics = [...groups.values()].flatMap((rows) => wrongRanks(rows, rule, dataset));
  return {
    diagnostics,
    checked: `数据表“${rule.dataset}”的“${rule.rank}”${String(compared)}行，与“${rule.by}”比较`,
  };
}

function wrongRanks(rows: readonly ScoredRow[], rule: RankRule, dataset: Dataset): Diagnostic[] {
  const permitted = permittedRanks(rows, rule);
  return rows.flatMap((scored, index) => {
    const expected = permitted[index] ?? [];
    if (expected.includes(scored.rank)) return [];
    const particulars = {
      name: rule.rank,
      actual: cellText(scored.rank),
      expected,
      score: cellText(scored.score),
      ties: rule.ties,
    };
    const related = [{ place: dataset.placeOf(scored.row, rule.by), message: "得分在这里" }];
    return [byRule(rule, diagnose("rank-differs", dataset.placeOf(scored.row, rule.rank), particulars, related))];
  });
}

/** The ranks that each row may have. Of equal scores that do not share a rank, the first to take one has it. */
function permittedRanks(rows: readonly ScoredRow[], rule: RankRule): readonly (readonly number[])[] {
  const ranks = rankScores(
    rows.map(({ score }) => score),
    rule.ascending,
    rule.ties,
  );
  if (rule.ties !== "order") return ranks.map((rank) => (rank === undefined ? [] : [rank]));
  const free = new Map<number, Set<number>>();
  rows.forEach(({ score }, index) => {
    const rank = ranks[index];
    if (rank === undefined) return;
    const known = free.get(score);
    if (known === undefined) free.set(score, new Set([rank]));
    else known.add(rank);
  });
  const taken = rows.map(({ score, rank }) => free.get(score)?.delete(rank) === true);
  const left = new Map([...free].map(([score, others]) => [score, [...others]] as const));
  return rows.map(({ score, rank }, index) => (taken[index] === true ? [rank] : (left.get(score) ?? [])));
}
