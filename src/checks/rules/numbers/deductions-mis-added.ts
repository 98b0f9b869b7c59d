import type { DraftTable } from "../../draft.js";
import type { Finding, Rule } from "../../rule.js";
import { cellNumber, isNumeric, plainRecords, tidy } from "../../table-figures.js";

/** 扣分明细 against the score sheet, and sums of deductions in sentences. */
export const deductionsMisAdded: Rule = {
  id: "deductions-mis-added",
  name: "扣分相加不符",
  severity: "warning",
  description:
    "扣分明细表按对象、指标相加，应当等于评分表里这一项的扣分（超过这项分值的，扣完为止）；正文说某项共扣多少分的，也照明细核对。",
  mistakes: [53],
  check(draft, report) {
    for (const detail of draft.tables) {
      const sums = sumsOf(detail);
      if (sums === undefined) continue;
      for (const sheet of draft.tables)
        if (sheet !== detail) for (const finding of compare(sheet, sums)) report(finding);
    }
    if (!draft.mayHold("=＝") || !draft.mayHold("+＋")) return;
    for (const passage of draft.body) {
      for (const match of passage.text.matchAll(
        /扣分?(?<terms>\d+(?:\.\d+)?分?(?:[＋+]\d+(?:\.\d+)?分?)+)[＝=](?<sum>\d+(?:\.\d+)?)分?/gu,
      )) {
        const { terms = "", sum = "" } = match.groups ?? {};
        const added = tidy(terms.split(/[＋+]/u).reduce((all, term) => all + Number(term.replace("分", "")), 0));
        if (added === Number(sum)) continue;
        report({
          at: { passage, start: match.index, end: match.index + match[0].length },
          message: "扣分加错",
          actual: match[0],
          expected: String(added),
          hint: "请重新相加",
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "明细相加是9分，评分表写8.5分",
        draft: {
          attachments: [
            {
              title: "评分表",
              columns: ["网站名称", "发布解读", "办事服务"],
              rows: [
                ["甲县网站", "8.5", "4"],
                ["乙县网站", "5", "2"],
                ["丙区网站", "3", "1"],
              ],
            },
            {
              title: "扣分明细表",
              columns: ["网站名称", "指标", "问题", "扣分"],
              rows: [
                ["甲县网站", "发布解读", "甲", "5"],
                ["甲县网站", "发布解读", "乙", "4"],
                ["甲县网站", "办事服务", "丙", "4"],
                ["乙县网站", "发布解读", "丁", "5"],
                ["乙县网站", "办事服务", "戊", "2"],
                ["丙区网站", "发布解读", "己", "3"],
                ["丙区网站", "办事服务", "庚", "1"],
              ],
            },
          ],
        },
        report: [
          "附件1 第1行“发布解读”列：与扣分明细相加不符；实际：8.5；应为：9；处理：请核对明细和评分表；另见 附件2 第1行“扣分”列：明细里“甲县网站”的发布解读共扣9分",
        ],
      },
      {
        shows: "算式加错",
        draft: { body: ["该网站共扣5+2+3=11分。"] },
        report: ["正文 第1段：扣分加错；实际：扣5+2+3=11分；应为：10；处理：请重新相加"],
      },
    ],
    right: [
      {
        shows: "明细超过分值，扣完为止",
        draft: {
          attachments: [
            {
              title: "评分表",
              columns: ["网站名称", "互动交流"],
              rows: [
                ["甲县网站", "20"],
                ["乙县网站", "4"],
                ["丙区网站", "3"],
              ],
            },
            {
              title: "扣分明细表",
              columns: ["网站名称", "指标", "扣分"],
              rows: [
                ["甲县网站", "互动交流", "15"],
                ["甲县网站", "互动交流", "8"],
                ["乙县网站", "互动交流", "4"],
                ["丙区网站", "互动交流", "3"],
              ],
            },
          ],
        },
      },
    ],
  },
};

interface Sums {
  readonly table: DraftTable;
  readonly pointsColumn: number;
  /** By name of the object, then by indicator. */
  readonly byName: ReadonlyMap<string, ReadonlyMap<string, { readonly points: number; readonly row: number }>>;
}

function sumsOf(table: DraftTable): Sums | undefined {
  if (!table.columns.some((name) => name.startsWith("扣分"))) return undefined;
  const pointsColumn = table.columns.findIndex(
    (name, column) => /^扣分$|^扣分值$|^扣分数$/u.test(name) && isNumeric(table, column),
  );
  const nameColumn = table.columns.findIndex((name) => /(?:网站|账号|新媒体)名称|单位/u.test(name));
  const indicatorColumn = table.columns.findIndex((name) => /指标|项目|类别/u.test(name));
  if (pointsColumn < 0 || nameColumn < 0 || indicatorColumn < 0) return undefined;
  const byName = new Map<string, Map<string, { points: number; row: number }>>();
  for (const row of plainRecords(table)) {
    const points = cellNumber(table.textAt(row, pointsColumn));
    if (points === undefined || table.node.rows[row]?.cells[pointsColumn] === null) continue;
    const name = table.textAt(row, nameColumn).trim();
    const indicator = table.textAt(row, indicatorColumn).trim();
    const own = byName.get(name) ?? new Map<string, { points: number; row: number }>();
    const known = own.get(indicator);
    own.set(indicator, known === undefined ? { points, row } : { points: tidy(known.points + points), row: known.row });
    byName.set(name, own);
  }
  return { table, pointsColumn, byName };
}

function* compare(sheet: DraftTable, { table, pointsColumn, byName }: Sums): Generator<Finding> {
  const nameColumn = sheet.columns.findIndex((name) => /(?:网站|账号|新媒体)名称|单位/u.test(name));
  if (nameColumn < 0) return;
  let agreeing = 0;
  const differing: {
    readonly row: number;
    readonly column: number;
    readonly points: number;
    readonly detail: number;
    readonly name: string;
  }[] = [];
  for (const row of plainRecords(sheet)) {
    const name = sheet.textAt(row, nameColumn).trim();
    const own = byName.get(name);
    if (own === undefined) continue;
    for (const [column, heading] of sheet.columns.entries()) {
      const detail = own.get(heading);
      const printed = cellNumber(sheet.textAt(row, column));
      if (detail === undefined || printed === undefined) continue;
      if (printed === detail.points) agreeing += 1;
      // Less than the sum of the details may be the weight of the indicator (扣完为止): such caps are whole multiples of five.
      else if (printed > detail.points || printed % 5 !== 0)
        differing.push({ row, column, points: detail.points, detail: detail.row, name });
    }
  }
  if (agreeing < 2 || differing.length > agreeing / 2) return;
  for (const { row, column, points, detail, name } of differing) {
    yield {
      at: { passage: sheet.cellAt(row, column) },
      message: "与扣分明细相加不符",
      actual: sheet.textAt(row, column),
      expected: String(points),
      hint: "请核对明细和评分表",
      related: [
        {
          at: { passage: table.cellAt(detail, pointsColumn) },
          message: `明细里“${name}”的${sheet.columns[column] ?? ""}共扣${String(points)}分`,
        },
      ],
    };
  }
}
