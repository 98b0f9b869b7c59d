import type { Draft, DraftTable } from "../../draft.js";
import type { Rule } from "../../rule.js";
import { meaningOf } from "../../table-figures.js";

/** 序号 runs 1, 2, 3 without gaps or repeats. */
export const ordinalSequence: Rule = {
  id: "ordinal-sequence",
  name: "表格序号重复或跳号",
  severity: "error",
  description: "表格的序号从1起依次编排，不重复、不跳号。同一单位合并成一格的只编一个号；分组后重新从1编起的也可以。",
  mistakes: [22],
  check(draft, report) {
    for (const [index, table] of draft.tables.entries()) {
      const column = table.columns.findIndex((name) => meaningOf(name) === "ordinal");
      if (column < 0) continue;
      let previous: { readonly value: number; readonly row: number } | undefined;
      for (const { value, row } of ordinalsOf(table, column)) {
        const at = { passage: table.cellAt(row, column) };
        if (previous === undefined) {
          if (value !== 1 && !continuesFrom(draft, index, value)) {
            report({
              at,
              severity: "warning",
              message: "序号不是从1开始",
              actual: String(value),
              expected: "1",
              hint: "请检查前面是不是少了几行",
            });
          }
        } else if (value !== previous.value + 1 && value !== 1 && !sameGroup(table, column, previous, { value, row })) {
          report({
            at,
            message: value === previous.value ? "序号重复" : value > previous.value ? "序号跳号" : "序号比上一个小",
            actual: `上一个是${String(previous.value)}，这一个是${String(value)}`,
            expected: String(previous.value + 1),
            hint: "请检查有没有漏行、多行，再重新编号",
          });
        }
        previous = { value, row };
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "重复，又跳号",
        draft: {
          attachments: [
            {
              title: "问题清单",
              columns: ["序号", "单位"],
              rows: [
                ["1", "甲县"],
                ["2", "乙县"],
                ["2", "丙区"],
                ["4", "丁区"],
              ],
            },
          ],
        },
        report: [
          "附件 第3行“序号”列：序号重复；实际：上一个是2，这一个是2；应为：3；处理：请检查有没有漏行、多行，再重新编号",
          "附件 第4行“序号”列：序号跳号；实际：上一个是2，这一个是4；应为：3；处理：请检查有没有漏行、多行，再重新编号",
        ],
      },
      {
        shows: "不是从1开始",
        draft: {
          attachments: [
            {
              title: "问题清单",
              columns: ["序号", "单位"],
              rows: [
                ["2", "乙县"],
                ["3", "丙区"],
              ],
            },
          ],
        },
        report: ["附件 第1行“序号”列：序号不是从1开始；实际：2；应为：1；处理：请检查前面是不是少了几行"],
      },
    ],
    right: [
      {
        shows: "同一单位重复写同一个号",
        draft: {
          attachments: [
            {
              title: "清单",
              columns: ["序号", "单位", "账号"],
              rows: [
                ["1", "甲县", "甲"],
                ["1", "甲县", "乙"],
                ["2", "乙县", "丙"],
              ],
            },
          ],
        },
      },
      {
        shows: "分组以后重新从1编起",
        draft: {
          attachments: [
            {
              title: "清单",
              columns: ["序号", "单位"],
              rows: [
                ["1", "甲县"],
                ["2", "乙县"],
                ["1", "市教育局"],
              ],
            },
          ],
        },
      },
      {
        shows: "合计行不编号",
        draft: {
          attachments: [
            {
              title: "情况表",
              columns: ["序号", "单位", "数量"],
              rows: [
                ["1", "甲县", "3"],
                ["2", "乙县", "4"],
                ["合计", "", "7"],
              ],
            },
          ],
        },
      },
    ],
  },
};

function* ordinalsOf(table: DraftTable, column: number): Generator<{ readonly value: number; readonly row: number }> {
  for (const row of table.records) {
    if (table.node.rows[row]?.cells[column] === null) continue;
    const digits = /^[（(]?(\d{1,6})[.．、)）]?$/u.exec(table.textAt(row, column).trim())?.[1];
    if (digits !== undefined) yield { value: Number(digits), row };
  }
}

/** A table may be carried on by the next one of the same attachment. */
function continuesFrom(draft: Draft, index: number, value: number): boolean {
  const table = draft.tables[index];
  const before = draft.tables[index - 1];
  if (before === undefined || before.attachment !== table?.attachment) return false;
  const column = before.columns.findIndex((name) => meaningOf(name) === "ordinal");
  return column >= 0 && [...ordinalsOf(before, column)].at(-1)?.value === value - 1;
}

interface Numbered {
  readonly value: number;
  readonly row: number;
}

/** The same number again for the same unit: cells that somebody did not merge. */
function sameGroup(table: DraftTable, column: number, previous: Numbered, next: Numbered): boolean {
  const name = table.columns.findIndex((_, position) => position !== column);
  return (
    previous.value === next.value && name >= 0 && table.textAt(previous.row, name) === table.textAt(next.row, name)
  );
}
