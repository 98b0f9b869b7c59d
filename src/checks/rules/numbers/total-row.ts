import type { DraftTable } from "../../draft.js";
import type { Finding, Rule } from "../../rule.js";
import {
  countColumns,
  isTotalName,
  meaningOf,
  ownNumber,
  plainRecords,
  sumOf,
  totalRows,
} from "../../table-figures.js";

/** 合计 and 小计 rows added up again. */
export const totalRow: Rule = {
  id: "total-row-wrong",
  name: "合计行与各行相加不符",
  severity: "error",
  description: "表格的合计（总计、小计）行应当等于上面各行相加；比率、名次、平均数不加。",
  mistakes: [1, 2],
  check(draft, report) {
    for (const table of draft.tables) for (const finding of wrongTotals(table)) report(finding);
  },
  examples: {
    wrong: [
      {
        shows: "有一列加错",
        draft: {
          attachments: [
            {
              title: "检查情况表",
              columns: ["地区", "检查数", "不合格数"],
              rows: [
                ["甲县", "54", "1"],
                ["乙县", "50", "2"],
                ["合计", "105", "3"],
              ],
            },
          ],
        },
        report: ["附件 合计行“检查数”列：合计与各行相加不符；实际：105；应为：104；处理：请核对各行的数，再重新相加"],
      },
      {
        shows: "只有一列",
        draft: {
          attachments: [
            {
              title: "情况表",
              columns: ["地区", "数量"],
              rows: [
                ["甲县", "5"],
                ["乙县", "6"],
                ["合 计", "10"],
              ],
            },
          ],
        },
        report: ["附件 第3行“数量”列：合计与各行相加不符；实际：10；应为：11；处理：请核对各行的数，再重新相加"],
      },
    ],
    right: [
      {
        shows: "合格率不相加",
        draft: {
          attachments: [
            {
              title: "检查情况表",
              columns: ["地区", "检查数", "合格率"],
              rows: [
                ["甲县", "10", "90.0%"],
                ["乙县", "20", "95.0%"],
                ["合计", "30", "93.3%"],
              ],
            },
          ],
        },
      },
      {
        shows: "先小计，再合计",
        draft: {
          attachments: [
            {
              title: "情况表",
              columns: ["地区", "数量"],
              rows: [
                ["甲县", "5"],
                ["乙县", "6"],
                ["小计", "11"],
                ["市直", "4"],
                ["小计", "4"],
                ["合计", "15"],
              ],
            },
          ],
        },
      },
      {
        shows: "没有数的格子按没有算",
        draft: {
          attachments: [
            {
              title: "情况表",
              columns: ["地区", "数量"],
              rows: [
                ["甲县", "5"],
                ["乙县", "—"],
                ["合计", "5"],
              ],
            },
          ],
        },
      },
    ],
  },
};

function* wrongTotals(table: DraftTable): Generator<Finding> {
  const totals = totalRows(table);
  if (totals.length === 0) return;
  const columns = countColumnsOfRecords(table);
  let groupStart = 0;
  const records = plainRecords(table);
  for (const row of totals) {
    const subtotal = [0, 1].some((column) => table.textAt(row, column).replace(/\s/gu, "") === "小计");
    const above = records.filter((record) => record < row && (!subtotal || record >= groupStart));
    const added = above.length > 0 ? above : records;
    if (subtotal) groupStart = row + 1;
    const compared = columns.flatMap((column) => {
      const printed = ownNumber(table, row, column);
      return printed === undefined ? [] : [{ column, printed, sum: sumOf(table, added, column) }];
    });
    const wrong = compared.filter(({ printed, sum }) => printed !== sum);
    const mostlyRight = compared.length - wrong.length >= wrong.length || compared.length === 1;
    for (const { column, sum } of wrong) {
      yield {
        at: { passage: table.cellAt(row, column) },
        ...(mostlyRight ? {} : { severity: "warning" as const }),
        message: "合计与各行相加不符",
        actual: table.textAt(row, column),
        expected: String(sum),
        hint: "请核对各行的数，再重新相加",
      };
    }
  }
}

function countColumnsOfRecords(table: DraftTable): readonly number[] {
  return countColumns(table).filter((column) => {
    const name = table.columns[column] ?? "";
    return (
      !/平均|均值|最高|最低|人均/u.test(name) &&
      !isTotalName(table.textAt(table.records[0] ?? 0, column)) &&
      meaningOf(name) !== "ordinal"
    );
  });
}
