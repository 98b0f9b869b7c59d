import { countedPassages, isPlainCount } from "../../counted-passage.js";
import type { Rule } from "../../rule.js";
import { cellNumber, cellRate, meaningOf } from "../../table-figures.js";
import { sentencesOf } from "../../sentences.js";

/** 100% although something failed. */
export const rateRoundedToFull: Rule = {
  id: "rate-rounded-to-full",
  name: "有不合格的却写成100%",
  severity: "error",
  description: "只要有一个不合格，合格率就不是100%。四舍五入后成了100%的，应当多保留几位小数，或者写明“有1个不合格”。",
  mistakes: [6],
  check(draft, report) {
    for (const { passage, counts } of countedPassages(draft)) {
      for (const sentence of sentencesOf(passage.text)) {
        const own = counts.filter(({ start }) => start >= sentence.start && start < sentence.end);
        for (const rate of own) {
          if (
            rate.kind !== "percent" ||
            rate.value !== 100 ||
            rate.approximate ||
            !(rate.before.includes("合格率") && /(?:^|[^不])合格率/u.test(rate.before))
          )
            continue;
          const plain = own.filter((count) => isPlainCount(count) && count.depth === rate.depth);
          const whole = plain.findLast(
            ({ role, start }) => (role === "checked" || role === "existing") && start < rate.start,
          );
          const failed = plain.filter(
            ({ role, measure, start }) => role === "failed" && measure === whole?.measure && start > whole.start,
          );
          const [first] = failed;
          if (whole === undefined || first === undefined || failed.length > 1 || first.value === 0) continue;
          // Anything further from 100% is a plain miscalculation, which another rule reports.
          if (first.value * 200 * 10 ** rate.decimals > whole.value) continue;
          report({
            at: { passage, start: rate.start, end: rate.end },
            message: "有不合格的，合格率不能写成100%",
            actual: `${whole.number}${whole.measure}中有${first.number}${first.measure}不合格，合格率写作${rate.number}%`,
            hint: "请多保留几位小数，或者直接写明有几个不合格",
          });
        }
      }
    }
    for (const table of draft.tables) {
      const rateColumn = table.columns.findIndex((name) => name.startsWith("合格率"));
      const failedColumn = table.columns.findIndex((name) => meaningOf(name) === "failed" && name.includes("不合格"));
      if (rateColumn < 0 || failedColumn < 0) continue;
      for (const [row, { role }] of table.node.rows.entries()) {
        if (role === "remark") continue;
        const failed = cellNumber(table.textAt(row, failedColumn));
        const rate = cellRate(table.textAt(row, rateColumn), table.columns[rateColumn] ?? "");
        if (failed === undefined || failed === 0 || rate?.value !== 100) continue;
        report({
          at: { passage: table.cellAt(row, rateColumn) },
          message: "有不合格的，合格率不能写成100%",
          actual: `不合格${table.textAt(row, failedColumn)}，合格率${table.textAt(row, rateColumn)}`,
          hint: "请核对不合格数；合格率要多保留几位小数",
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "20000个里有1个不合格",
        draft: { body: ["共检查20000个，不合格1个，合格率为100.00%。"] },
        report: [
          "正文 第1段：有不合格的，合格率不能写成100%；实际：20000个中有1个不合格，合格率写作100.00%；处理：请多保留几位小数，或者直接写明有几个不合格",
        ],
      },
      {
        shows: "表里有不合格数",
        draft: {
          attachments: [
            {
              title: "情况表",
              columns: ["地区", "检查数", "不合格数", "合格率"],
              rows: [["甲县", "3000", "1", "100%"]],
            },
          ],
        },
        report: [
          "附件 第1行“合格率”列：有不合格的，合格率不能写成100%；实际：不合格1，合格率100%；处理：请核对不合格数；合格率要多保留几位小数",
        ],
      },
    ],
    right: [
      { shows: "一个不合格也没有", draft: { body: ["共检查200个，不合格0个，合格率为100%。"] } },
      { shows: "合格率没有进到100%", draft: { body: ["共检查2000个，不合格1个，合格率为99.95%。"] } },
    ],
  },
};
