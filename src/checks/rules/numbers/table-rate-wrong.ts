import type { DraftTable } from "../../draft.js";
import { isRateOf, writeRate } from "../../rates.js";
import type { Finding, Rule } from "../../rule.js";
import { cellNumber, cellRate, countColumns, meaningOf, plainRecords, sumOf, totalRows } from "../../table-figures.js";

/** Columns of percentages recomputed from the columns of counts. */
export const tableRateWrong: Rule = {
  id: "table-rate-wrong",
  name: "表格里的比率算错",
  severity: "error",
  description:
    "合格率、占比这样的列由同一行的数量相除得出（四舍五入）。程序先找出绝大多数行是哪两列相除，再核对每一行，合计行也在内。",
  mistakes: [4],
  check(draft, report) {
    for (const table of draft.tables) {
      for (const [column, name] of table.columns.entries()) {
        if (meaningOf(name) === "rate") for (const finding of wrongRates(table, column)) report(finding);
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "一行合格率算错",
        draft: {
          attachments: [
            {
              title: "抽查情况表",
              columns: ["平台", "抽查数", "不合格数", "合格率"],
              rows: [
                ["微信", "36", "2", "94.4%"],
                ["微博", "14", "2", "85.6%"],
                ["抖音", "10", "1", "90.0%"],
                ["合计", "60", "5", "91.7%"],
              ],
            },
          ],
        },
        report: [
          "附件 第2行“合格率”列：比率算错；实际：85.6%；应为：85.7%（抽查数14中不合格数2）；处理：请核对数量和比率，改正错的一个",
        ],
      },
      {
        shows: "合计行没有重新计算",
        draft: {
          attachments: [
            {
              title: "抽检情况表",
              columns: ["地区", "抽检批次", "合格批次", "合格率"],
              rows: [
                ["甲县", "24", "23", "95.8%"],
                ["乙区", "19", "18", "94.7%"],
                ["合计", "43", "41", "95.3%"],
                ["丙区", "27", "26", "96.4%"],
              ],
            },
          ],
        },
        report: [
          "附件 第3行“合格率”列：比率算错；实际：96.4%；应为：96.3%（合格批次26÷抽检批次27）；处理：请核对数量和比率，改正错的一个",
        ],
      },
    ],
    right: [
      {
        shows: "两列之和相除",
        draft: {
          attachments: [
            {
              title: "监测情况表",
              columns: ["单位", "网站错误", "网站改正", "新媒体错误", "新媒体改正", "改正率"],
              rows: [
                ["甲县", "9", "8", "4", "4", "92.3%"],
                ["乙县", "5", "5", "1", "1", "100%"],
                ["市教育局", "2", "2", "3", "1", "60.0%"],
                ["合计", "16", "15", "8", "6", "87.5%"],
              ],
            },
          ],
        },
      },
      {
        shows: "占合计的比例",
        draft: {
          attachments: [
            {
              title: "情况表",
              columns: ["机构", "承检批次", "占比"],
              rows: [
                ["甲", "46", "47.9%"],
                ["乙", "35", "36.5%"],
                ["丙", "15", "15.6%"],
                ["合计", "96", "100%"],
              ],
            },
          ],
        },
      },
      {
        shows: "上季度的合格率没有数可核",
        draft: {
          attachments: [
            {
              title: "情况表",
              columns: ["地区", "抽查数", "不合格数", "上季度合格率"],
              rows: [
                ["甲县", "13", "1", "92.1%"],
                ["乙县", "11", "1", "98.7%"],
              ],
            },
          ],
        },
      },
    ],
  },
};

/** A sum of columns; a column's own total instead of the row's number for `ofTotal`. */
interface Term {
  readonly columns: readonly number[];
  readonly ofTotal?: true;
}

interface Quotient {
  readonly part: Term;
  readonly whole: Term;
  /** The whole less the part: 合格率 from 不合格数. */
  readonly rest: boolean;
  /** The headings speak for it. */
  readonly named: boolean;
}

const sampleSize = 200;

function* wrongRates(table: DraftTable, column: number): Generator<Finding> {
  const name = table.columns[column] ?? "";
  const records = plainRecords(table);
  const rows = [...records, ...totalRows(table).filter((row) => table.node.rows[row]?.role === "total")];
  const rateAt = (row: number) =>
    table.node.rows[row]?.cells[column] === null ? undefined : cellRate(table.textAt(row, column), name);
  const rated = rows.filter((row) => rateAt(row) !== undefined);
  if (rated.length === 0) return;
  const sample = rated.length <= sampleSize ? rated : rated.slice(0, sampleSize);
  const sums = new Map<number, number>();
  let best:
    | { readonly quotient: Quotient; readonly score: number; readonly agreeing: number; readonly telling: number }
    | undefined;
  for (const quotient of quotientsFor(table, column)) {
    let [agreeing, telling] = [0, 0];
    for (const row of sample) {
      const rate = rateAt(row);
      const values = evaluate(table, row, quotient, records, sums);
      if (rate === undefined || values === undefined || !isRateOf(rate, values.part, values.whole)) continue;
      agreeing += 1;
      if (rate.value !== 0 && rate.value !== 100) telling += 1;
    }
    const score = telling * 4 + agreeing + (quotient.named ? 2 : 0);
    if (best === undefined || score > best.score) best = { quotient, score, agreeing, telling };
  }
  if (
    best === undefined ||
    best.agreeing < 2 ||
    best.agreeing < sample.length * 0.6 ||
    (best.telling === 0 && !best.quotient.named)
  )
    return;
  const { quotient } = best;
  const certain = best.agreeing >= 3 && (best.telling >= 2 || quotient.named);
  for (const row of rated) {
    const rate = rateAt(row);
    const values = evaluate(table, row, quotient, records, sums);
    if (rate === undefined || values === undefined || isRateOf(rate, values.part, values.whole)) continue;
    const partText = `${nameOf(table, quotient.part)}${String(quotient.rest ? values.whole - values.part : values.part)}`;
    const wholeText = `${nameOf(table, quotient.whole)}${String(values.whole)}`;
    yield {
      at: { passage: table.cellAt(row, column) },
      ...(certain || (quotient.named && best.agreeing >= 2) ? {} : { severity: "warning" as const }),
      message: "比率算错",
      actual: table.textAt(row, column),
      expected: `${writeRate(values.part, values.whole, rate.decimals)}（${quotient.rest ? `${wholeText}中${partText}` : `${partText}÷${wholeText}`}）`,
      hint: "请核对数量和比率，改正错的一个",
    };
  }
}

function quotientsFor(table: DraftTable, column: number): readonly Quotient[] {
  const name = table.columns[column] ?? "";
  const counts = countColumns(table).filter((other) => meaningOf(table.columns[other] ?? "") !== "previous");
  const single = counts.map((other): Term => ({ columns: [other] }));
  const grouped = groupsBySuffix(table, counts).map((columns): Term => ({ columns }));
  const terms = [...single.slice(0, 14), ...grouped];
  const meaning = (term: Term) => meaningOf(table.columns[term.columns[0] ?? -1] ?? "");
  const stem = name.replace(/率.*$/u, "").slice(-2);
  const quotients: Quotient[] = [];
  for (const part of terms) {
    for (const whole of terms) {
      if (part === whole || part.columns.length !== whole.columns.length) continue;
      const passRate = /合格率|达标率/u.test(name) && !/不合格率|不达标率/u.test(name);
      const wholeNamed = ["checked", "existing"].includes(meaning(whole));
      const partNamed = (table.columns[part.columns[0] ?? -1] ?? "").includes(stem);
      if (meaning(part) !== "failed" || !passRate)
        quotients.push({ part, whole, rest: false, named: wholeNamed && partNamed });
      if (passRate && meaning(part) !== "passed") {
        quotients.push({ part, whole, rest: true, named: wholeNamed && meaning(part) === "failed" });
      }
    }
    if (/占比|比例|比重/u.test(name))
      quotients.push({ part, whole: { ...part, ofTotal: true }, rest: false, named: false });
  }
  return quotients;
}

/** 网站错误 and 新媒体错误 make one group: their headings end alike. */
function groupsBySuffix(table: DraftTable, counts: readonly number[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const column of counts) {
    const suffix = (table.columns[column] ?? "").slice(-2);
    groups.set(suffix, [...(groups.get(suffix) ?? []), column]);
  }
  return [...groups.values()].filter(({ length }) => length >= 2 && length <= 6);
}

function evaluate(
  table: DraftTable,
  row: number,
  { part, whole, rest }: Quotient,
  records: readonly number[],
  sums: Map<number, number>,
): { readonly part: number; readonly whole: number } | undefined {
  const valueOf = (term: Term): number | undefined => {
    let sum = 0;
    for (const column of term.columns) {
      let value: number | undefined;
      if (term.ofTotal === true) {
        value = sums.get(column);
        if (value === undefined) sums.set(column, (value = sumOf(table, records, column)));
      } else value = cellNumber(table.textAt(row, column));
      if (value === undefined) return undefined;
      sum += value;
    }
    return sum;
  };
  const [a, b] = [valueOf(part), valueOf(whole)];
  if (a === undefined || b === undefined || b <= 0) return undefined;
  const taken = rest ? b - a : a;
  return taken < 0 ? undefined : { part: taken, whole: b };
}

function nameOf(table: DraftTable, term: Term): string {
  return term.columns.map((column) => table.columns[column] ?? "").join("、") + (term.ofTotal === true ? "合计" : "");
}
