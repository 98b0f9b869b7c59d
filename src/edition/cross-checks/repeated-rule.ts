import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { RepeatedRule } from "../../schema/cross-checks/definitions.js";
import type { DataRow, Dataset } from "../../schema/dataset.js";
import { columnReader, joinedKey, namedBy } from "./cells.js";
import { byRule, type RuleContext, type RuleResult } from "./rule-context.js";

/** 不重复: what some columns name together stands in one row only, of all the tables that are looked at. */
export function checkRepeated(rule: RepeatedRule, context: RuleContext): RuleResult {
  const first = new Map<string, { readonly dataset: Dataset; readonly row: DataRow; readonly column: string }>();
  const diagnostics: Diagnostic[] = [];
  const parts: string[] = [];
  for (const source of rule.sources) {
    const dataset = context.dataset(source.dataset);
    parts.push(
      `数据表“${source.dataset}”${String(dataset?.rows.length ?? 0)}行的${source.columns.map((name) => `“${name}”`).join("＋")}`,
    );
    if (dataset === undefined) continue;
    const readers = source.columns.map((column) => columnReader(dataset, column));
    const column = source.columns.at(-1) ?? "";
    for (const row of dataset.rows) {
      for (const names of namedBy(row, readers)) {
        const key = joinedKey(names);
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, { dataset, row, column });
        else if (earlier.row !== row) {
          const place = dataset.placeOf(row, column);
          const message = earlier.dataset === dataset ? "第一次出现在这里" : `数据表“${earlier.dataset.name}”里已有`;
          const related = [{ place: earlier.dataset.placeOf(earlier.row, earlier.column), message }];
          const particulars = { columns: source.columns, values: names };
          diagnostics.push(byRule(rule, diagnose("cross-row-repeated", place, particulars, related)));
        }
      }
    }
  }
  return { diagnostics, checked: parts.join("，") };
}
