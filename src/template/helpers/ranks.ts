import { rankScores } from "../../facts/ranks.js";
import { derivedFrom, type FactValue, type GroupValue, type RowsValue } from "../../facts/values.js";
import { columnIndex, type DataRow } from "../../schema/dataset.js";
import { tieRuleNames, type TieRule } from "../../schema/definitions.js";
import { unknownShape } from "../shapes.js";
import { itemCount, nothing, optionText, optionYes, type Helper, type HelperCall } from "./helper.js";
import { rankOptions } from "./rank-options.js";
import { columnName, numericKinds, selectedRows } from "./rows.js";

/** The rows of each rank by the column that the call names, from the first rank; rows without a number have none. */
function rowsByRank(call: HelperCall, rows: RowsValue): { readonly rank: number; readonly rows: readonly DataRow[] }[] {
  const position = columnIndex(rows.dataset.definition, columnName(call, 1));
  const scores = rows.rows.map((row) => {
    const value = row.values[position];
    return typeof value === "number" ? value : undefined;
  });
  const ranked = new Map<number, DataRow[]>();
  rankScores(scores, optionYes(call, "升序"), tieRule(call)).forEach((rank, index) => {
    const row = rows.rows[index];
    if (rank !== undefined && row !== undefined) ranked.set(rank, [...(ranked.get(rank) ?? []), row]);
  });
  return [...ranked].sort(([one], [other]) => one - other).map(([rank, members]) => ({ rank, rows: members }));
}

function tieRule(call: HelperCall): TieRule {
  const wanted = optionText(call, "并列");
  return Object.entries(tieRuleNames).find(([name]) => name === wanted)?.[1] ?? "skip";
}

/** For 逐名: a group per rank, with its 名次 and its 行. */
export function rankedGroups(call: HelperCall, rows: RowsValue): GroupValue[] {
  return rowsByRank(call, rows).map(({ rank, rows: members }): GroupValue => {
    const group: RowsValue = { ...rows, rows: members };
    const provenance = derivedFrom(call.expression, [group]);
    return {
      kind: "group",
      provenance,
      entries: new Map<string, FactValue>([
        ["名次", { kind: "scalar", raw: rank, text: String(rank), provenance }],
        ["行", group],
      ]),
    };
  });
}

const best: Helper = {
  name: "前几名",
  summary: "按一列数值排在前几名的行，从第一名起；末名并列的都算，没有值的行不算。",
  parameters: [
    { name: "数据行", accepts: ["rows"] },
    { name: "列", accepts: ["column"], columnKinds: numericKinds },
    { name: "几名", accepts: ["number"], range: itemCount },
  ],
  options: rankOptions,
  conditions: true,
  examples: [
    { template: "{{列举 (前几名 地区 检查数 2) 名称}}", prints: "甲市、丙市" },
    { template: "{{列举 (前几名 地区 检查数 1 升序=true) 名称}}", prints: "乙市" },
  ],
  shape: ([rows]) => rows ?? unknownShape,
  evaluate: (call) => {
    const rows = selectedRows(call);
    const limit = call.parameters[2];
    if (rows === undefined || limit?.kind !== "scalar" || typeof limit.raw !== "number") return nothing;
    const last = limit.raw;
    return {
      ...rows,
      rows: rowsByRank(call, rows).flatMap((group) => (group.rank <= last ? group.rows : [])),
      expression: call.expression,
    };
  },
};

export const rankHelpers: readonly Helper[] = [best];
