import { describe, expect, test } from "vitest";
import { percent } from "./arithmetic.js";
import { bodyOf, builtEdition, pythonReading, readEditionYaml } from "./examples.js";
import { mergedCells, printedRows } from "./printed-table.js";

type Row = Record<string, string | number>;

const first = { example: "复查", name: "2025q1" };
const second = { example: "复查", name: "2025q2" };
const firstData = readEditionYaml(first, "inspection.yaml") as { 复查: Row[]; 新问题: Row[] };
const secondData = (readEditionYaml(second) as { 数据表: { 复查: Row[]; 新问题: Row[] } }).数据表;

describe("复查", () => {
  test("rechecks in the second quarter what was still failing or found in the first", () => {
    const problem = (row: Row): string => `${row["单位"]} ${row["对象"]} ${row["上季度问题"] ?? row["问题"]}`;
    const open = firstData.复查.filter((row) => row["复查结果"] === "未整改");
    expect(secondData.复查.map(problem)).toEqual([...open, ...firstData.新问题].map(problem));
  });

  test("says how many of how many were corrected, and who was not", async () => {
    const body = bodyOf((await builtEdition(first)).reviewText);
    const open = firstData.复查.filter((row) => row["复查结果"] === "未整改");
    const [count, corrected] = [firstData.复查.length, firstData.复查.length - open.length];
    const units = new Set(firstData.复查.map((row) => row["单位"])).size;
    expect([count, corrected, units]).toEqual([6, 4, 4]);
    expect(body[2]).toBe(
      `上季度通报的${count}个问题，涉及${units}个单位。经复查，已整改${corrected}个，整改率为${percent(corrected, count)}；` +
        `仍未整改${open.length}个（见附件1）。逐项情况见附件2。`,
    );
    expect(percent(corrected, count)).toBe("66.7%");
    expect(body[3]).toBe("丁区市场监督管理局没有按要求报送整改报告。");
    for (const row of open) expect(body[4]).toContain(`${row["单位"]}“${row["对象"]}”${row["上季度问题"]}`);
    expect(body[4]).toContain("乙县水利局“乙县水利”超过2周没有更新，已连续2个季度被通报；");
  });

  test("lists what is still failing in an attachment of its own", async (context) => {
    const { tables } = await pythonReading(first, context);
    expect(printedRows(tables[0]!).slice(1)).toEqual([
      ["1", "乙县水利局", "乙县水利", "超过2周没有更新"],
      ["2", "丁区市场监督管理局", "丁区市场监管", "账号名称与备案不一致"],
    ]);
  });

  test("numbers and merges by unit, and prints — for a report that never came", async (context) => {
    const { tables } = await pythonReading(first, context);
    const table = tables[1]!;
    expect(mergedCells(table)).toEqual(["2 at 2,0 over 3×1", "丙区人民政府办公室 at 2,1 over 3×1"]);
    expect(printedRows(table).map((row) => row[4])).toEqual([
      "整改报告\n报送日期",
      "1月16日",
      "1月10日",
      "1月10日",
      "1月10日",
      "—",
      "1月15日",
    ]);
  });

  test("leaves the attachment out when everything is corrected, and numbers the others anew", async () => {
    const listOf = (text: string): string[] => text.split("\n").filter((line) => line.startsWith("〔附件名称"));
    expect(listOf((await builtEdition(first)).reviewText)).toEqual([
      "〔附件名称1〕复查仍未整改的问题清单",
      "〔附件名称2〕上季度通报问题复查情况表",
      "〔附件名称3〕2025年第一季度检查发现问题清单",
    ]);
    const { reviewText } = await builtEdition(second);
    expect(listOf(reviewText)).toEqual([
      "〔附件名称1〕上季度通报问题复查情况表",
      "〔附件名称2〕2025年第二季度检查发现问题清单",
    ]);
    const body = bodyOf(reviewText);
    expect(body[2]).toBe("上季度通报的4个问题，涉及4个单位。经复查，已全部整改。逐项情况见附件1。");
    expect(body[4]).toContain("新发现问题3个，其中政府网站1个、政务新媒体2个（见附件2）。");
    expect(reviewText).not.toContain("附件3");
    // What explains the — has nothing to explain.
    expect(reviewText).toContain("〔注〕注：复查时间为2025年6月9日至20日。");
  });
});
