import { describe, expect, test } from "vitest";
import { percent } from "./arithmetic.js";
import { bodyOf, builtEdition, pythonReading, readEditionYaml } from "./examples.js";
import { mergedCells, printedRows } from "./printed-table.js";

type Row = Record<string, string | number>;

const months = { example: "月报", name: "2025年5月" };
const twoMonths = { example: "月报", name: "2025年7月至8月" };
const halfYear = { example: "月报", name: "2025年上半年" };

describe.each([
  { edition: months, period: "2025年5月", short: "5月" },
  { edition: twoMonths, period: "2025年7月至8月", short: "7月至8月" },
  { edition: halfYear, period: "2025年上半年", short: "上半年" },
])("月报 of $period", ({ edition, period, short }) => {
  const { 数据表: data } = readEditionYaml(edition) as { 数据表: { 监测: Row[]; 未改正?: Row[] } };
  const sum = (column: string): number => data.监测.reduce((total, row) => total + Number(row[column]), 0);
  const [found, corrected] = [sum("网站错误") + sum("新媒体错误"), sum("网站改正") + sum("新媒体改正")];

  test("names its period in the title, in the body and on the attachment", async () => {
    const { reviewText } = await builtEdition(edition);
    expect(reviewText).toContain(`〔标题〕关于${period}全市政府网站\n`);
    expect(reviewText).toContain(`〔附件标题〕${period}日常监测情况统计表\n`);
    const body = bodyOf(reviewText);
    expect(body[0]).toMatch(new RegExp(`^${period}，市政府办公室对`, "u"));
    expect(body[2]).toMatch(
      new RegExp(
        `^${short}共发现文字错误${found}处，其中政府网站${sum("网站错误")}处、政务新媒体${sum("新媒体错误")}处。`,
        "u",
      ),
    );
  });

  test("counts what was corrected and what was not", async () => {
    const body = bodyOf((await builtEdition(edition)).reviewText).join("");
    const open = data.未改正?.length ?? 0;
    expect(found - corrected).toBe(open);
    const remaining = open === 0 ? "" : `，尚未改正${open}处`;
    expect(body).toContain(`已改正${corrected}处，改正率为${percent(corrected, found)}${remaining}。`);
  });

  test("has the totals under two rows of headings, as python-docx reads them", async (context) => {
    const [table] = (await pythonReading(edition, context)).tables;
    expect(mergedCells(table!, ({ columnSpan }) => columnSpan > 1)).toEqual([
      "政府网站（处） at 0,2 over 1×2",
      "政务新媒体（处） at 0,4 over 1×2",
      `合计 at ${data.监测.length + 2},0 over 1×2`,
    ]);
    const records = data.监测.map((row, index) => {
      const numbers = ["网站错误", "网站改正", "新媒体错误", "新媒体改正"].map((column) => Number(row[column]));
      const [all, right] = [numbers[0]! + numbers[2]!, numbers[1]! + numbers[3]!];
      return [String(index + 1), String(row["单位"]), ...numbers.map(String), all === 0 ? "—" : percent(right, all)];
    });
    const totals = ["网站错误", "网站改正", "新媒体错误", "新媒体改正"].map((column) => String(sum(column)));
    expect(printedRows(table!).slice(2)).toEqual([...records, ["合计", "合计", ...totals, percent(corrected, found)]]);
  });
});

describe("附表", () => {
  const marks = async (edition: typeof months): Promise<string[]> =>
    [...(await builtEdition(edition)).reviewText.matchAll(/^〔附件\d*〕(.*)$/gmu)].map(([, mark]) => mark!);

  test("has no number if there is only one", async () => {
    expect(await marks(months)).toEqual(["附表"]);
    expect(bodyOf((await builtEdition(months)).reviewText)[2]).toContain("各单位情况见附表。");
  });

  test.each([twoMonths, halfYear])("is numbered if there are two, in $name", async (edition) => {
    expect(await marks(edition)).toEqual(["附表1", "附表2"]);
    const { reviewText } = await builtEdition(edition);
    expect(reviewText).toContain("〔附件说明〕附表\n");
    expect(bodyOf(reviewText).join("")).toContain("前改正附表2所列的错误。");
  });

  test("is called so in the list and on its page, as python-docx reads it", async (context) => {
    const { blocks } = await pythonReading(twoMonths, context);
    const texts = blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text.replaceAll("\t", "")] : []));
    expect(texts).toContain("附表：1.2025年7月至8月日常监测情况统计表");
    expect(texts).toContain("2.尚未改正的错误明细表");
    expect(texts.filter((text) => /^附[件表]\d$/u.test(text))).toEqual(["附表1", "附表2"]);
  });
});
