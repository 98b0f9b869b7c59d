import { countedPassages } from "../../counted-passage.js";
import type { Draft, Passage } from "../../draft.js";
import type { Rule } from "../../rule.js";
import { cellRate, meaningOf } from "../../table-figures.js";

/** One number of decimals for all percentages of a circular. */
export const rateDecimalsDiffer: Rule = {
  id: "rate-decimals-differ",
  name: "百分数的小数位数不一致",
  severity: "warning",
  description:
    "同一份通报里的百分数保留几位小数应当一致，末尾的0不能省略（92.50%与96.70%）。整数（100%、20%）不在此列，但同一列里有小数的，整数也要补0。",
  mistakes: [5],
  check(draft, report) {
    const rates = [...bodyRates(draft), ...tableRates(draft)];
    const counts = new Map<number, number>();
    for (const { decimals } of rates) if (decimals > 0) counts.set(decimals, (counts.get(decimals) ?? 0) + 1);
    let usual: number | undefined;
    for (const [decimals, count] of counts)
      if (usual === undefined || count > (counts.get(usual) ?? 0)) usual = decimals;
    if (usual === undefined) return;
    for (const { passage, start, end, decimals, value, inColumn } of rates) {
      if (decimals === usual || value === 0 || value === 100) continue;
      if (decimals === 0 && !inColumn) continue;
      report({
        at: { passage, start, end },
        message: `其他百分数都是${String(usual)}位小数，这里${decimals === 0 ? "没有小数" : `是${String(decimals)}位`}`,
        actual: passage.text.slice(start, end),
        hint: "请用原来的数量重新计算，保留同样的位数，末尾的0不要省略",
      });
    }
  },
  examples: {
    wrong: [
      {
        shows: "一处两位小数，其他一位",
        draft: { body: ["网站合格率为96.7%，账号合格率为92.50%，办结率为98.1%。"] },
        report: [
          "正文 第1段：其他百分数都是1位小数，这里是2位；实际：92.50%；处理：请用原来的数量重新计算，保留同样的位数，末尾的0不要省略",
        ],
      },
      {
        shows: "表里省略了末尾的0",
        draft: {
          attachments: [
            {
              title: "抽查情况表",
              columns: ["平台", "合格率"],
              rows: [
                ["微信", "94.4%"],
                ["微博", "85.7%"],
                ["抖音", "90%"],
              ],
            },
          ],
        },
        report: [
          "附件 第3行“合格率”列：其他百分数都是1位小数，这里没有小数；实际：90%；处理：请用原来的数量重新计算，保留同样的位数，末尾的0不要省略",
        ],
      },
    ],
    right: [
      { shows: "100%不带小数", draft: { body: ["网站合格率为100%，账号合格率为92.5%。"] } },
      { shows: "界限用整数", draft: { body: ["账号合格率为92.5%，使用率低于20%的要整改。"] } },
      { shows: "百分点不是百分数", draft: { body: ["账号合格率为92.50%，比上季度提高0.5个百分点。"] } },
    ],
  },
};

interface PlacedRate {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly decimals: number;
  readonly inColumn: boolean;
}

function* bodyRates(draft: Draft): Generator<PlacedRate> {
  for (const { passage, counts } of countedPassages(draft)) {
    for (const { kind, approximate, start, end, value, decimals } of counts) {
      if (kind === "percent" && !approximate) yield { passage, start, end, value, decimals, inColumn: false };
    }
  }
}

function* tableRates(draft: Draft): Generator<PlacedRate> {
  for (const table of draft.tables) {
    for (const [column, name] of table.columns.entries()) {
      if (meaningOf(name) !== "rate") continue;
      const rows = table.node.rows.flatMap((row, index) => {
        const cell = row.cells[column];
        return cell === null || cell === undefined || row.role === "remark" ? [] : [index];
      });
      const rates = rows.map((row) => cellRate(table.textAt(row, column), name));
      const withDecimals = rates.some((rate) => rate !== undefined && rate.decimals > 0);
      for (const [position, rate] of rates.entries()) {
        const row = rows[position];
        if (rate === undefined || row === undefined) continue;
        const passage = table.cellAt(row, column);
        yield { passage, start: 0, end: passage.text.length, ...rate, inColumn: withDecimals };
      }
    }
  }
}
