import { describe, expect, test } from "vitest";
import { percent, points } from "./arithmetic.js";
import { bodyOf, builtEdition, pythonReading, readEditionYaml } from "./examples.js";
import { mergedCells, printedRows } from "./printed-table.js";

interface Counts {
  readonly running: number;
  readonly checked: number;
  readonly passed: number;
  readonly checkedBefore: number;
  readonly passedBefore: number;
}

const edition = { example: "抽查", name: "2025q2" };
const { 数据表: data } = readEditionYaml(edition) as {
  数据表: { 抽查结果: Record<string, string | number>[]; 不合格账号: Record<string, string>[] };
};

const columns = {
  running: "在运行数",
  checked: "抽查数",
  passed: "合格数",
  checkedBefore: "上季度抽查数",
  passedBefore: "上季度合格数",
};

function countsOf(rows: readonly Record<string, string | number>[]): Counts {
  const sum = (column: string): number => rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
  return Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, sum(column)])) as unknown as Counts;
}

function countsBy(column: string): Map<string, Counts> {
  const names = [...new Set(data.抽查结果.map((row) => String(row[column])))];
  return new Map(names.map((name) => [name, countsOf(data.抽查结果.filter((row) => row[column] === name))]));
}

const all = countsOf(data.抽查结果);

function change({ passed, checked, passedBefore, checkedBefore }: Counts): string {
  return points(passed, checked, passedBefore, checkedBefore);
}

/** The change in the words of the circular. */
function changeInWords(counts: Counts): string {
  if (counts.checkedBefore === 0) return "本季度首次单列统计";
  const signed = change(counts);
  if (signed === "0.0") return "与上季度持平";
  return `比上季度${signed.startsWith("+") ? "提高" : "下降"}${signed.slice(1)}个百分点`;
}

describe("抽查", () => {
  test("says how many of how many were sampled, and how much that is", async () => {
    const [, , overall] = bodyOf((await builtEdition(edition)).reviewText);
    expect([all.running, all.checked]).toEqual([400, 60]);
    expect(overall).toContain(`在运行的政务新媒体共400个，本季度抽查60个，占比15.0%。`);
    expect(overall).toContain(
      `抽查合格${all.passed}个，合格率为${percent(all.passed, all.checked)}，${changeInWords(all)}`,
    );
    const failed = all.checked - all.passed;
    expect(failed).toBe(data.不合格账号.length);
    const failedBefore = all.checkedBefore - all.passedBefore;
    expect(overall).toContain(`不合格${failed}个，比上季度减少${failedBefore - failed}个`);
  });

  test.each([
    ["分平台看", "平台"],
    ["分地区看", "地区"],
  ])("says each rate and its change in the body: %s", async (heading, column) => {
    const line = bodyOf((await builtEdition(edition)).reviewText).find((text) => text.includes(heading));
    const parts = [...countsBy(column)].map(
      ([name, counts]) =>
        `${name}抽查${counts.checked}个，合格率${percent(counts.passed, counts.checked)}，${changeInWords(counts)}`,
    );
    expect(line?.replace(/^（.）/u, "")).toBe(`${heading}。${parts.join("；")}。`);
  });

  test("has a rate that rose, one that fell, one that stayed and one that is new", () => {
    const words = [...countsBy("平台").values(), ...countsBy("地区").values()].map((counts) => changeInWords(counts));
    for (const word of ["提高", "下降", "持平", "首次"]) {
      expect(words.some((text) => text.includes(word))).toBe(true);
    }
  });

  test.each([
    [0, "平台"],
    [1, "地区"],
  ])("prints the same rates in table %i, with their totals", async (index, column) => {
    const body = bodyOf((await builtEdition(edition)).reviewText).join("");
    const expected = [...countsBy(column), ["合计", all] as const].map(([name, counts]) => {
      const isNew = counts.checkedBefore === 0;
      return [
        name,
        String(counts.running),
        String(counts.checked),
        percent(counts.checked, counts.running),
        String(counts.checked - counts.passed),
        percent(counts.passed, counts.checked),
        isNew ? "—" : String(counts.checkedBefore),
        isNew ? "—" : percent(counts.passedBefore, counts.checkedBefore),
        isNew ? "—" : change(counts),
      ];
    });
    for (const [, , , , , rate] of expected) expect(body).toContain(rate);
    const { reviewText } = await builtEdition(edition);
    const attachment = reviewText.split("〔附件2〕", 1)[0]!.split("〔表名〕");
    const printed = attachment[index + 1]!.split("\n").flatMap((line) => {
      if (!/^〔(?:记录|合计行)〕/u.test(line)) return [];
      return [line.split("｜").map((cell) => cell.slice(cell.indexOf("：") + 1))];
    });
    expect(printed).toEqual(expected);
  });

  test("has two tables with their names in one attachment, each with a heading above others, as python-docx reads them", async (context) => {
    const { blocks, tables } = await pythonReading(edition, context);
    const start = blocks.findIndex((block) => block.kind === "paragraph" && block.text === "附件1");
    const content = blocks
      .slice(start, start + 9)
      .map((block) => (block.kind === "table" ? `[table ${block.table}]` : block.text))
      .filter((text) => text !== "");
    expect(content.slice(0, 7)).toEqual([
      "附件1",
      "政务新媒体抽查情况统计表",
      "（2025年第二季度）",
      "表1　分平台抽查情况",
      "[table 0]",
      "表2　分地区抽查情况",
      "[table 1]",
    ]);
    for (const table of tables.slice(0, 2)) {
      expect(table.headerRows).toEqual([0, 1]);
      expect(mergedCells(table, ({ row }) => row < 2)).toEqual([
        `${printedRows(table)[0]![0]} at 0,0 over 2×1`,
        "在运行账号数 at 0,1 over 2×1",
        "本季度 at 0,2 over 1×4",
        "上季度 at 0,6 over 1×2",
        "合格率变化（百分点） at 0,8 over 2×1",
      ]);
      expect(printedRows(table)[1]!.slice(2, 8)).toEqual([
        "抽查数",
        "占比",
        "不合\n格数",
        "合格率",
        "抽查数",
        "合格率",
      ]);
    }
    expect(printedRows(tables[1]!).at(-1)).toEqual([
      "合计",
      "400",
      "60",
      "15.0%",
      "5",
      percent(all.passed, all.checked),
      String(all.checkedBefore),
      percent(all.passedBefore, all.checkedBefore),
      change(all),
    ]);
  });
});
