import type { Rule } from "../../rule.js";
import { cellNumber, isNumeric, plainRecords, tidy } from "../../table-figures.js";

/** 加分 only for a base score of more than 80. */
export const bonusBelowThreshold: Rule = {
  id: "bonus-below-threshold",
  name: "基础分不到80分却有加分",
  severity: "warning",
  description:
    "按国家的检查指标，扣分后的得分高于80分的才计加分（正好80分的不计）。只在通报写明了这一条，或者同一张表里别的不到80分的都没有加分时提示；各地办法不同的不提示。",
  source: "国办秘函〔2019〕19号附件",
  mistakes: [54],
  check(draft, report) {
    if (!draft.tables.some(({ columns }) => columns.some((name) => name.includes("加分")))) return;
    const stated = draft.passages.some(({ text }) => /(?:高于|超过|大于)80分[^。]{0,12}加分/u.test(text));
    for (const table of draft.tables) {
      const bonus = table.columns.findIndex((name, column) => name.includes("加分") && isNumeric(table, column));
      const base = table.columns.findIndex(
        (name, column) => /^基础分|扣分后得分|^检查得分/u.test(name) && isNumeric(table, column),
      );
      const total = table.columns.findLastIndex(
        (name, column) => /^(?:总计|合计|总分|得分|最终得分|总得分)$/u.test(name) && isNumeric(table, column),
      );
      if (bonus < 0 || (base < 0 && total < 0)) continue;
      const rows = plainRecords(table).flatMap((row) => {
        const extra = cellNumber(table.textAt(row, bonus));
        const whole = base >= 0 ? cellNumber(table.textAt(row, base)) : cellNumber(table.textAt(row, total));
        if (extra === undefined || whole === undefined) return [];
        return [{ row, extra, base: base >= 0 ? whole : tidy(whole - extra) }];
      });
      const low = rows.filter((row) => row.base <= 80);
      const wrong = low.filter(({ extra }) => extra > 0);
      const withheld = low.length - wrong.length;
      if (!stated && (withheld === 0 || wrong.length > withheld)) continue;
      for (const { row, base: score } of wrong) {
        report({
          at: { passage: table.cellAt(row, bonus) },
          message: "基础分没有高于80分，不应计加分",
          actual: `基础分${String(score)}，加分${table.textAt(row, bonus)}`,
          expected: "0",
          hint: "请核对基础分和加分",
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "写明高于80分才加分，80分的也加了",
        draft: {
          body: ["基础分高于80分的网站才计加分。"],
          attachments: [
            {
              title: "评分表",
              columns: ["网站名称", "基础分", "加分", "得分"],
              rows: [
                ["甲县网站", "89", "6", "95"],
                ["乙县网站", "78", "5", "83"],
              ],
            },
          ],
        },
        report: [
          "附件 第2行“加分”列：基础分没有高于80分，不应计加分；实际：基础分78，加分5；应为：0；处理：请核对基础分和加分",
        ],
      },
    ],
    right: [
      {
        shows: "正好80分的没有加分",
        draft: {
          body: ["基础分高于80分的网站才计加分。"],
          attachments: [
            {
              title: "评分表",
              columns: ["网站名称", "基础分", "加分", "得分"],
              rows: [
                ["甲县网站", "89", "6", "95"],
                ["乙县网站", "80", "0", "80"],
              ],
            },
          ],
        },
      },
      {
        shows: "当地办法没有这一条",
        draft: {
          attachments: [
            {
              title: "考评表",
              columns: ["单位名称", "健康情况", "加分指标", "总计"],
              rows: [
                ["甲县", "78", "2", "80"],
                ["乙县", "69", "2", "71"],
              ],
            },
          ],
        },
      },
    ],
  },
};
