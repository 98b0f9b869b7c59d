import { describe, expect, test } from "vitest";
import { mean, score, total } from "./arithmetic.js";
import { bodyOf, builtEdition, pythonReading, readEditionYaml } from "./examples.js";
import { mergedCells, printedRows } from "./printed-table.js";

type Row = Record<string, string | number>;

const edition = { example: "排名", name: "2025q3" };
const { 数据表: data } = readEditionYaml(edition) as { 数据表: Record<"县区" | "市直单位" | "账号", Row[]> };

/** The rows with the highest first; those that are equal as they stand, those without a value last. */
function sorted(rows: readonly Row[], column: string): Row[] {
  const value = (row: Row): number => (row[column] === undefined ? -1 : Number(row[column]));
  return [...rows].sort((a, b) => value(b) - value(a));
}

function scoresOf(rows: readonly Row[], column: string): number[] {
  return rows.flatMap((row) => (row[column] === undefined ? [] : [Number(row[column])]));
}

const cell = (value: string | number | undefined): string => (value === undefined ? "—" : String(value));
const scoreCell = (value: string | number | undefined): string => (value === undefined ? "—" : score(Number(value)));

/** 排名 and the other cells of a row of the tables of units. */
function unitRow(row: Row, rank: string): string[] {
  return [
    rank,
    String(row["单位"]),
    cell(row["市级条数"]),
    scoreCell(row["市级得分"]),
    cell(row["省级条数"]),
    scoreCell(row["省级得分"]),
    scoreCell(row["季度得分"]),
  ];
}

describe("排名", () => {
  test("gives equal scores one rank and skips the next, and does not rank what has no score", async (context) => {
    const { tables } = await pythonReading(edition, context);
    const all = scoresOf(data.县区, "季度得分");
    const rank = (row: Row): string =>
      row["季度得分"] === undefined ? "—" : String(1 + all.filter((other) => other > Number(row["季度得分"])).length);
    const rows = sorted(data.县区, "季度得分");
    expect(rows.map(rank)).toEqual(["1", "2", "2", "4", "—"]);
    expect(printedRows(tables[0]!).slice(2)).toEqual(rows.map((row) => unitRow(row, rank(row))));
    expect(mergedCells(tables[0]!, ({ columnSpan }) => columnSpan > 1)).toEqual([
      "市级采用 at 0,2 over 1×2",
      "省级采用 at 0,4 over 1×2",
    ]);
  });

  test("gives equal scores one rank and goes on with the next", async (context) => {
    const { tables } = await pythonReading(edition, context);
    const all = scoresOf(data.市直单位, "季度得分");
    const rank = (row: Row): string => String(1 + new Set(all.filter((other) => other > Number(row["季度得分"]))).size);
    const rows = sorted(data.市直单位, "季度得分");
    expect(rows.map(rank)).toEqual(["1", "1", "2", "3", "3", "4"]);
    expect(printedRows(tables[1]!).slice(2)).toEqual(rows.map((row) => unitRow(row, rank(row))));
  });

  test("gives equal numbers ranks in the order in which they stand", async (context) => {
    const { tables } = await pythonReading(edition, context);
    const rows = sorted(data.账号, "发布量");
    expect(rows.map((row) => row["发布量"])).toEqual([412, 397, 268, 268, 54]);
    expect(printedRows(tables[2]!).slice(1)).toEqual(
      rows.map((row, index) => [
        String(index + 1),
        ...[row["账号名称"], row["平台"], row["单位"], row["发布量"]].map(String),
      ]),
    );
  });

  test("says the first three in the body, with 并列 where there are several", async () => {
    const body = bodyOf((await builtEdition(edition)).reviewText);
    const scores = scoresOf(data.县区, "季度得分");
    expect(total(scores)).toBe(212.5);
    expect(body[2]).toBe(
      "5个县（区）共被市级采用信息83条、省级采用10条，参加排名的4个县（区）平均得分53.1分。" +
        "乙县第一（68.5分），甲县、丙区并列第二（57.0分）。得分低于平均分的有丁区。示例新区9月刚刚设立，不参加排名。",
    );
    expect(mean(scores)).toBe("53.1");
    expect(body[4]).toContain(
      "得分排在前三名的有5个单位：市发展和改革委员会、市教育局并列第一，市统计局第二，市水利局、市商务局并列第三。市体育局没有信息被采用。",
    );
    const posts = data.账号.reduce((sum, row) => sum + Number(row["发布量"]), 0);
    expect(body[7]).toBe(
      `5个账号共发布信息${posts}条，发布量前三名依次是“示例发布”（微信）、“示例发布”（微博）、“示例教育”（微信）（见附件2）。`,
    );
  });
});
