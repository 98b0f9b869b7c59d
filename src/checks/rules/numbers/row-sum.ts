import type { DraftTable } from "../../draft.js";
import type { Finding, Rule } from "../../rule.js";
import { cellNumber, countColumns, meaningOf, plainRecords, tidy, totalRows } from "../../table-figures.js";

/** Columns that are computed from other columns of the row: 总计, 得分, 基础分, 检查数 = 合格数 + 不合格数. */
export const rowSum: Rule = {
  id: "row-sum-wrong",
  name: "行内各列相加不符",
  severity: "error",
  description:
    "总计、小计、得分这样的列由同一行的其他列相加（或者由100分减去各项扣分）得出；绝大多数行都这样、个别行不符的，就是那一行算错了。检查数等于合格数加不合格数，也照此核对。",
  mistakes: [3, 53],
  check(draft, report) {
    for (const table of draft.tables) for (const finding of wrongRows(table)) report(finding);
  },
  examples: {
    wrong: [
      {
        shows: "一行总计加错",
        draft: {
          attachments: [
            {
              title: "考评情况表",
              columns: ["排名", "单位名称", "健康情况", "发布解读", "加分指标", "总计"],
              rows: [
                ["1", "甲县", "22.49", "24", "1", "47.49"],
                ["2", "乙县", "18.86", "21.75", "2", "42.61"],
                ["3", "丙区", "14.6", "22.5", "2", "39.2"],
                ["4", "丁区", "15", "20.5", "2", "37.5"],
              ],
            },
          ],
        },
        report: [
          "附件 第3行“总计”列：与本行其他列算出来的不符；实际：39.2；应为：39.1（健康情况14.6＋发布解读22.5＋加分指标2）；处理：其他行都是这样算的，请核对这一行的各个数",
        ],
      },
      {
        shows: "扣分加错，基础分不对",
        draft: {
          attachments: [
            {
              title: "评分表",
              columns: ["网站名称", "发布解读", "办事服务", "基础分"],
              rows: [
                ["甲县网站", "5", "2", "93"],
                ["乙县网站", "8.5", "4", "87.5"],
                ["丙区网站", "5", "5", "91"],
                ["丁区网站", "10", "4.5", "85.5"],
              ],
            },
          ],
        },
        report: [
          "附件 第3行“基础分”列：与本行其他列算出来的不符；实际：91；应为：90（100－发布解读5－办事服务5）；处理：其他行都是这样算的，请核对这一行的各个数",
        ],
      },
      {
        shows: "检查数不等于合格数加不合格数",
        draft: {
          attachments: [
            {
              title: "抽检情况表",
              columns: ["地区", "抽检批次", "合格批次", "不合格批次"],
              rows: [
                ["甲县", "24", "23", "1"],
                ["乙区", "19", "18", "1"],
                ["丙区", "27", "26", "2"],
              ],
            },
          ],
        },
        report: [
          "附件 第3行“抽检批次”列：与本行其他列算出来的不符；实际：27；应为：28（合格批次26＋不合格批次2）；处理：其他行都是这样算的，请核对这一行的各个数",
        ],
      },
    ],
    right: [
      {
        shows: "得分与其他列没有加减关系",
        draft: {
          attachments: [
            {
              title: "排名表",
              columns: ["单位", "市级条数", "省级条数", "得分"],
              rows: [
                ["甲县", "21", "3", "57"],
                ["乙县", "24", "4", "68"],
                ["丙区", "26", "1", "57"],
              ],
            },
          ],
        },
      },
      {
        shows: "有的行不评分",
        draft: {
          attachments: [
            {
              title: "评分表",
              columns: ["网站名称", "基础分", "加分", "得分"],
              rows: [
                ["甲县网站", "89.0", "6.0", "95.0"],
                ["乙县网站", "82.5", "3.5", "86.0"],
                ["丙区网站", "80.0", "0.0", "80.0"],
                ["丁区网站", "—", "—", "—"],
              ],
            },
          ],
        },
      },
    ],
  },
};

/** How a column follows from others of the row: a constant plus some columns, all taken with one sign. */
interface Formula {
  readonly constant: 0 | 100;
  readonly sign: 1 | -1;
  readonly columns: readonly number[];
}

/** Rows that are looked at to find out how a column is computed. */
const sampleSize = 300;

function* wrongRows(table: DraftTable): Generator<Finding> {
  const counts = countColumns(table).filter(
    (column) => !["previous", "ordinal"].includes(meaningOf(table.columns[column] ?? "")),
  );
  const records = plainRecords(table);
  const rows = [...records, ...totalRows(table)];
  for (const target of counts) {
    const formulas = formulasFor(table, target, counts);
    let best: { readonly formula: Formula; readonly agreeing: number; readonly compared: number } | undefined;
    for (const formula of formulas) {
      let [agreeing, compared] = [0, 0];
      for (const row of records.slice(0, sampleSize)) {
        const printed = cellNumber(table.textAt(row, target));
        const computed = compute(table, row, formula);
        if (printed === undefined || computed === undefined || !isTelling(table, row, formula)) continue;
        compared += 1;
        if (printed === computed) agreeing += 1;
      }
      if (best === undefined || agreeing > best.agreeing) best = { formula, agreeing, compared };
    }
    if (best === undefined || best.agreeing < 2 || best.agreeing < best.compared * 0.66) continue;
    const { formula, agreeing } = best;
    for (const row of rows) {
      const printed = cellNumber(table.textAt(row, target));
      const computed = compute(table, row, formula);
      if (printed === undefined || computed === undefined || printed === computed) continue;
      yield {
        at: { passage: table.cellAt(row, target) },
        ...(agreeing >= 3 || meaningOf(table.columns[target] ?? "") === "checked"
          ? {}
          : { severity: "warning" as const }),
        message: "与本行其他列算出来的不符",
        actual: table.textAt(row, target),
        expected: `${String(computed)}（${describe(table, row, formula)}）`,
        hint: "其他行都是这样算的，请核对这一行的各个数",
      };
    }
  }
}

function formulasFor(table: DraftTable, target: number, counts: readonly number[]): readonly Formula[] {
  const nameOf = (column: number): string => table.columns[column] ?? "";
  const name = nameOf(target);
  const others = counts.filter((column) => column !== target);
  const formulas: Formula[] = [];
  const add = (columns: readonly number[], constant: 0 | 100 = 0, sign: 1 | -1 = 1): void => {
    if (columns.length >= 2) formulas.push({ constant, sign, columns });
  };
  if (/合计|总计|小计|总分|总得分|得分$|总数|共计|总成绩|季度得分|综合分/u.test(name)) {
    const left = others.filter((column) => column < target);
    add(others);
    add(left);
    add(left.slice(left.findLastIndex((column) => /合计|总计|小计|基础分/u.test(nameOf(column))) + 1));
    add(left.slice(-2));
    add(left.filter((column) => nameOf(column).slice(-2) === name.slice(-2)));
    add(others.filter((column) => column > target));
  }
  if (/基础分|得分|总分|评分/u.test(name)) {
    const left = others.filter((column) => column < target);
    add(left, 100, -1);
    add(
      others.filter((column) => nameOf(column).includes("扣")),
      100,
      -1,
    );
  }
  if (meaningOf(name) === "checked" || meaningOf(name) === "existing") {
    const passed = others.filter((column) => meaningOf(nameOf(column)) === "passed");
    const failed = others.filter((column) => meaningOf(nameOf(column)) === "failed");
    if (passed.length === 1 && failed.length === 1) add([...passed, ...failed]);
  }
  return formulas;
}

/** A row in which only one column has a value would agree with any sum. */
function isTelling(table: DraftTable, row: number, { constant, columns }: Formula): boolean {
  const present = columns.filter((column) => (cellNumber(table.textAt(row, column)) ?? 0) !== 0).length;
  return present >= (constant === 0 ? 2 : 1);
}

/** `undefined` if none of the columns has a number in the row. */
function compute(table: DraftTable, row: number, { constant, sign, columns }: Formula): number | undefined {
  const numbers = columns.flatMap((column) => cellNumber(table.textAt(row, column)) ?? []);
  if (numbers.length === 0) return undefined;
  return tidy(constant + sign * numbers.reduce((sum, value) => sum + value, 0));
}

function describe(table: DraftTable, row: number, { constant, sign, columns }: Formula): string {
  const terms = columns.flatMap((column) => {
    const text = table.textAt(row, column);
    const value = cellNumber(text);
    return value === undefined || (value === 0 && columns.length > 3) ? [] : [`${table.columns[column] ?? ""}${text}`];
  });
  const mark = sign > 0 ? "＋" : "－";
  return `${constant === 0 ? "" : `${String(constant)}${mark}`}${terms.join(mark)}`;
}
