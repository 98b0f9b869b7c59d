import type { Draft, DraftTable } from "../../draft.js";
import type { Finding, Rule } from "../../rule.js";
import { cellNumber, countColumns, meaningOf, plainRecords } from "../../table-figures.js";

/** 排名 against 得分. */
export const rankingWrong: Rule = {
  id: "ranking-wrong",
  name: "名次与得分不符",
  severity: "error",
  description:
    "名次应当按得分从高到低排：得分高的名次在前，得分不同的名次不同。得分相同的，或者并列而后面顺延，或者并列而后面接着排，或者不并列，同一张表只用一种办法，并在表下注明。",
  mistakes: [55],
  check(draft, report) {
    for (const table of draft.tables) {
      const remarks = remarksAfter(draft, table);
      const found = wrongRanks(table, remarks);
      if (found === undefined) continue;
      for (const finding of found) report(finding);
    }
  },
  examples: {
    wrong: [
      {
        shows: "第2名的得分比第3名低",
        draft: {
          attachments: [
            {
              title: "排名表",
              columns: ["排名", "单位", "得分"],
              rows: [
                ["1", "甲县", "90"],
                ["2", "乙县", "80"],
                ["3", "丙区", "85"],
                ["4", "丁区", "70"],
                ["5", "戊区", "60"],
              ],
            },
          ],
        },
        report: [
          "附件 第3行“排名”列：得分比前一名高，名次却在后；实际：第3名85，前一名（第2名）80；处理：请按得分重新排名次；另见 附件 第2行“得分”列：这里的得分是80",
        ],
      },
      {
        shows: "得分不同，名次相同",
        draft: {
          attachments: [
            {
              title: "排名表",
              columns: ["排名", "单位", "得分"],
              rows: [
                ["1", "甲县", "90"],
                ["2", "乙县", "80"],
                ["2", "丙区", "75"],
                ["4", "丁区", "70"],
              ],
            },
          ],
        },
        report: [
          "附件 第3行“排名”列：得分不同，名次却相同；实际：第2名，得分75和80；处理：请按得分重新排名次；另见 附件 第2行“得分”列：这里的得分是80",
        ],
      },
      {
        shows: "并列两个第3，后面应为第5",
        draft: {
          attachments: [
            {
              title: "排名表",
              columns: ["排名", "单位", "得分"],
              rows: [
                ["1", "甲县", "90"],
                ["2", "乙县", "85"],
                ["3", "丙区", "80"],
                ["3", "丁区", "80"],
                ["4", "戊区", "70"],
              ],
              remark: "得分相同的名次并列，其后的名次顺延。",
            },
          ],
        },
        report: ["附件 第5行“排名”列：名次没有接上；实际：4；应为：5；处理：请按得分和表下注明的并列办法重新排名次"],
      },
    ],
    right: [
      {
        shows: "并列后顺延",
        draft: {
          attachments: [
            {
              title: "排名表",
              columns: ["排名", "单位", "得分"],
              rows: [
                ["1", "甲县", "90"],
                ["2", "乙县", "80"],
                ["2", "丙区", "80"],
                ["4", "丁区", "70"],
              ],
            },
          ],
        },
      },
      {
        shows: "并列后接着排",
        draft: {
          attachments: [
            {
              title: "排名表",
              columns: ["排名", "单位", "得分"],
              rows: [
                ["1", "甲县", "40"],
                ["1", "乙县", "40"],
                ["2", "丙区", "37"],
              ],
              remark: "得分相同的名次并列，其后的名次接着排。",
            },
          ],
        },
      },
      {
        shows: "得分相同，依次排列",
        draft: {
          attachments: [
            {
              title: "排名表",
              columns: ["排名", "单位", "总计"],
              rows: [
                ["1", "甲局", "100"],
                ["2", "乙局", "100"],
                ["3", "丙局", "90"],
                ["—", "丁局", "—"],
              ],
            },
          ],
        },
      },
    ],
  },
};

interface Ranked {
  readonly row: number;
  readonly rank: number;
  readonly score: number;
}

/** What is noted between the table and the next one of its attachment. */
function remarksAfter(draft: Draft, table: DraftTable): string {
  const position = (path: readonly (string | number)[]): number => Number(path[3]);
  const own = position(table.path);
  const next = Math.min(
    ...draft.tables
      .filter(({ attachment, path }) => attachment === table.attachment && position(path) > own)
      .map(({ path }) => position(path)),
  );
  return draft
    .withRole("remark")
    .filter(({ attachment, path }) => attachment === table.attachment && position(path) > own && position(path) < next)
    .map(({ text }) => text)
    .join("");
}

function wrongRanks(table: DraftTable, remarks: string): readonly Finding[] | undefined {
  const rankColumn = table.columns.findIndex((name) => meaningOf(name) === "rank");
  if (rankColumn < 0) return undefined;
  const ranks = plainRecords(table).flatMap((row) => {
    const rank = Number(/^第?(\d+)名?$/u.exec(table.textAt(row, rankColumn).trim())?.[1] ?? Number.NaN);
    return Number.isNaN(rank) ? [] : [{ row, rank }];
  });
  if (ranks.length < 2) return undefined;
  let best: { readonly column: number; readonly ranked: readonly Ranked[]; readonly inOrder: number } | undefined;
  for (const column of countColumns(table)) {
    const ranked = ranks
      .flatMap(({ row, rank }): Ranked[] => {
        const score = cellNumber(table.textAt(row, column));
        return score === undefined ? [] : [{ row, rank, score }];
      })
      .sort((a, b) => a.rank - b.rank || a.row - b.row);
    if (ranked.length < ranks.length || new Set(ranked.map(({ score }) => score)).size < 2) continue;
    const inOrder = ranked.slice(1).filter(({ score }, index) => score <= (ranked[index]?.score ?? 0)).length;
    const named = /总|得分|合计|成绩|综合/u.test(table.columns[column] ?? "") ? 0.5 : 0;
    if (best === undefined || inOrder + named >= best.inOrder) best = { column, ranked, inOrder: inOrder + named };
  }
  if (best === undefined || best.inOrder < (ranks.length - 1) * 0.6) return undefined;
  return [...outOfOrder(table, rankColumn, best.column, best.ranked), ...ties(table, rankColumn, best.ranked, remarks)];
}

function* outOfOrder(
  table: DraftTable,
  rankColumn: number,
  scoreColumn: number,
  ranked: readonly Ranked[],
): Generator<Finding> {
  for (const [index, { row, rank, score }] of ranked.entries()) {
    const before = ranked[index - 1];
    if (before === undefined || before.score === score) continue;
    const related = [
      {
        at: { passage: table.cellAt(before.row, scoreColumn) },
        message: `这里的得分是${table.textAt(before.row, scoreColumn)}`,
      },
    ];
    const at = { passage: table.cellAt(row, rankColumn) };
    const hint = "请按得分重新排名次";
    const [own, other] = [table.textAt(row, scoreColumn), table.textAt(before.row, scoreColumn)];
    if (rank === before.rank) {
      yield { at, message: "得分不同，名次却相同", actual: `第${String(rank)}名，得分${own}和${other}`, hint, related };
    } else if (score > before.score) {
      yield {
        at,
        message: "得分比前一名高，名次却在后",
        actual: `第${String(rank)}名${own}，前一名（第${String(before.rank)}名）${other}`,
        hint,
        related,
      };
    }
  }
}

/** After k equal ranks r follows r + k (顺延) or r + 1 (接着排); one way in a table. */
function* ties(table: DraftTable, rankColumn: number, ranked: readonly Ranked[], remarks: string): Generator<Finding> {
  const [first] = ranked;
  if (first === undefined) return;
  const distinct = new Map<number, number>();
  for (const { rank } of ranked) distinct.set(rank, (distinct.get(rank) ?? 0) + 1);
  const order = [...distinct.keys()];
  const follows = (dense: boolean): number[] =>
    order.flatMap((rank, index) => {
      const before = order[index - 1];
      if (before === undefined) return rank === 1 ? [] : [rank];
      return rank === before + (dense ? 1 : (distinct.get(before) ?? 1)) ? [] : [rank];
    });
  const [skipping, dense] = [follows(false), follows(true)];
  const stated = remarks.includes("顺延") ? skipping : /接着排|连续排/u.test(remarks) ? dense : undefined;
  const wrong = stated ?? (skipping.length <= dense.length ? skipping : dense);
  for (const rank of wrong) {
    const entry = ranked.find((each) => each.rank === rank);
    if (entry === undefined) continue;
    const before = order[order.indexOf(rank) - 1];
    const step = wrong === dense && wrong !== skipping ? 1 : (distinct.get(before ?? 0) ?? 1);
    yield {
      at: { passage: table.cellAt(entry.row, rankColumn) },
      ...(before === undefined || stated === undefined ? { severity: "warning" as const } : {}),
      message: before === undefined ? "名次不是从1开始" : "名次没有接上",
      actual: String(rank),
      expected: before === undefined ? "1" : String(before + step),
      hint: "请按得分和表下注明的并列办法重新排名次",
    };
  }
}
