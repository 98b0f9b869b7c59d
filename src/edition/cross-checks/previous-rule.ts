import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { exactSum } from "../../facts/numbers/decimal.js";
import type { PreviousRule } from "../../schema/cross-checks/definitions.js";
import type { DataRow, Dataset } from "../../schema/dataset.js";
import { cellText, columnReader, joinedKey, numberOf } from "./cells.js";
import { byRule, datasetPlace, notThere, skipped, type RuleContext, type RuleResult } from "./rule-context.js";

/** So many rows of a long list are shown with their place. */
const mostPlaces = 3;

/** 与上期比较: rows that vanished, rows that are new, numbers that jumped. All of it can be right, so these are warnings. */
export function checkAgainstPrevious(rule: PreviousRule, context: RuleContext): RuleResult {
  const dataset = context.dataset(rule.dataset);
  if (dataset === undefined) return notThere(rule.dataset);
  const last = context.previous?.edition.datasets.get(rule.dataset);
  if (context.previous === undefined || last === undefined) {
    const reason = context.previous === undefined ? "没有可比的“上期”" : "上期没有这张表";
    return skipped(`数据表“${rule.dataset}”，${reason}`);
  }
  const now = rowsByKey(dataset, rule.key);
  const before = rowsByKey(last, rule.key);
  const vanished = [...before].filter(([key]) => !now.has(key)).map(([, row]) => row);
  const added = [...now].filter(([key]) => !before.has(key)).map(([, row]) => row);
  const names = { dataset: rule.dataset, last: context.previous.name };
  const diagnostics: Diagnostic[] = [];
  if (rule.comings && vanished.length > 0) {
    const particulars = { ...names, names: vanished.map((row) => rowName(last, row, rule.key)) };
    const related = placesOf(vanished, last, rule.key, "上期在这里");
    diagnostics.push(byRule(rule, diagnose("previous-rows-vanished", datasetPlace(dataset), particulars, related)));
  }
  const [firstAdded] = added;
  if (rule.comings && firstAdded !== undefined) {
    const particulars = { ...names, names: added.map((row) => rowName(dataset, row, rule.key)) };
    const related = placesOf(added.slice(1), dataset, rule.key, "这一行也是新的");
    const place = dataset.placeOf(firstAdded, rule.key[0]);
    diagnostics.push(byRule(rule, diagnose("previous-rows-new", place, particulars, related)));
  }
  const jumped = rule.changes.flatMap((change) => jumps(rule, change, dataset, now, last, before));
  const both = [...now.keys()].filter((key) => before.has(key)).length;
  return {
    diagnostics: [...diagnostics, ...jumped],
    checked: `数据表“${rule.dataset}”${String(dataset.rows.length)}行，与上期（${names.last}）${String(last.rows.length)}行比较，${String(both)}行两期都有`,
  };
}

function jumps(
  rule: PreviousRule,
  change: PreviousRule["changes"][number],
  dataset: Dataset,
  now: ReadonlyMap<string, DataRow>,
  last: Dataset,
  before: ReadonlyMap<string, DataRow>,
): Diagnostic[] {
  const readNow = columnReader(dataset, change.column);
  const readBefore = columnReader(last, change.column);
  const limit = [
    ...(change.difference === undefined ? [] : [`与上期相差不超过${cellText(change.difference)}`]),
    ...(change.factor === undefined ? [] : [`变化不到${cellText(change.factor)}倍`]),
  ].join("，");
  return [...now].flatMap(([key, row]) => {
    const earlier = before.get(key);
    const actual = numberOf(readNow(row));
    const old = earlier === undefined ? undefined : numberOf(readBefore(earlier));
    if (earlier === undefined || actual === undefined || old === undefined || !isJump(actual, old, change)) return [];
    const found = diagnose(
      "previous-value-jumps",
      dataset.placeOf(row, change.column),
      {
        name: change.column,
        row: rowName(dataset, row, rule.key),
        actual: cellText(actual),
        before: cellText(old),
        limit,
      },
      [{ place: last.placeOf(earlier, change.column), message: "上期在这里" }],
    );
    return [byRule(rule, found)];
  });
}

/** From nothing to something has no factor; only a difference can say that it is much. */
function isJump(actual: number, old: number, change: PreviousRule["changes"][number]): boolean {
  const difference = Math.abs(exactSum([actual, -old]));
  if (change.difference !== undefined && difference > change.difference) return true;
  if (change.factor === undefined || actual <= 0 || old <= 0) return false;
  return Math.max(actual, old) >= change.factor * Math.min(actual, old);
}

/** The first row of each key. */
function rowsByKey(dataset: Dataset, columns: readonly string[]): Map<string, DataRow> {
  const readers = columns.map((column) => columnReader(dataset, column));
  const rows = new Map<string, DataRow>();
  for (const row of dataset.rows) {
    const key = joinedKey(readers.map((read) => cellText(read(row))));
    if (!rows.has(key)) rows.set(key, row);
  }
  return rows;
}

function rowName(dataset: Dataset, row: DataRow, columns: readonly string[]): string {
  return columns.map((column) => cellText(columnReader(dataset, column)(row))).join(" ");
}

function placesOf(
  rows: readonly DataRow[],
  dataset: Dataset,
  key: readonly string[],
  message: string,
): NonNullable<Diagnostic["related"]> {
  return rows.slice(0, mostPlaces).map((row) => ({ place: dataset.placeOf(row, key[0]), message }));
}
