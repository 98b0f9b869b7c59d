import { describe, expect, test } from "vitest";
import { percent } from "./arithmetic.js";
import { bodyOf, builtEdition, pythonReading, readEditionYaml } from "./examples.js";
import { printedRows } from "./printed-table.js";

type Row = Record<string, string | number>;

const redHead = { example: "发文格式", name: "文件格式" };
const letter = { example: "发文格式", name: "信函格式" };
const plain = { example: "无附件", name: "2025q3" };
const pictures = { example: "截图", name: "2025q3" };

describe("发文格式", () => {
  test("prints the red head with number above the title and 版记 with 印发 at the end", async (context) => {
    const { blocks, tables } = await pythonReading(redHead, context);
    const texts = blocks.flatMap((block) => (block.kind === "paragraph" && block.text !== "" ? [block.text] : []));
    expect(texts.slice(0, 3)).toEqual([
      "示例市人民政府办公室文件",
      "示府办〔2025〕36号",
      "示例市人民政府办公室\n关于政府网站适老化改造专项检查情况的通报",
    ]);
    expect(printedRows(tables.at(-1)!)).toEqual([
      ["抄送：市委办公室，市人大常委会办公室，市政协办公室，市监委办公室，市中级人民法院，市人民检察院。"],
      ["示例市人民政府办公室\t2025年9月28日印发"],
    ]);
    expect(blocks.findLastIndex((block) => block.kind === "table")).toBeGreaterThan(
      blocks.findIndex((block) => block.kind === "paragraph" && block.text === "附件"),
    );
  });

  test("prints the letter with the name alone and 版记 with 抄送 alone", async (context) => {
    const { blocks, tables } = await pythonReading(letter, context);
    const texts = blocks.flatMap((block) => (block.kind === "paragraph" && block.text !== "" ? [block.text] : []));
    expect(texts.slice(0, 2)).toEqual(["示例市人民政府办公室", "示府办函〔2025〕58号"]);
    expect(printedRows(tables.at(-1)!)).toEqual([["抄送：市委网络安全和信息化委员会办公室，市档案馆。"]]);
  });

  test.each([redHead, letter])("says the same numbers in the body of $name as in its table", async (edition) => {
    const { 数据表: data } = readEditionYaml(edition) as { 数据表: { 网站: Row[] } };
    const sum = (column: string): number => data.网站.reduce((total, row) => total + Number(row[column]), 0);
    const [all, reached] = [sum("检查项"), sum("达标项")];
    const { reviewText } = await builtEdition(edition);
    expect(bodyOf(reviewText)[2]).toContain(
      `共检查${data.网站.length}家政府网站的${all}项内容，达标${reached}项，达标率为${percent(reached, all)}（见附件）。`,
    );
    expect(reviewText).toContain(`｜检查项：${all}｜达标项：${reached}｜达标率：${percent(reached, all)}｜`);
  });
});

describe("无附件", () => {
  test("has neither list nor attachment, and the note in brackets below the date", async (context) => {
    const { blocks, tables, sections } = await pythonReading(plain, context);
    expect(tables).toEqual([]);
    expect(sections).toHaveLength(1);
    const paragraphs = blocks.flatMap((block) => (block.kind === "paragraph" && block.text !== "" ? [block] : []));
    expect(paragraphs.filter(({ startsPage }) => startsPage)).toEqual([]);
    expect(paragraphs.filter(({ text }) => text.includes("附件"))).toEqual([]);
    expect(paragraphs.slice(-3).map(({ text }) => text)).toEqual([
      "甲县人民政府办公室",
      "2025年9月24日",
      "（此件公开发布）",
    ]);
  });

  test("counts and names what the rows say", async () => {
    const { 数据表: data } = readEditionYaml(plain) as { 数据表: { 账号: Row[] } };
    const failing = data.账号.filter((row) => row["问题"] !== undefined);
    const units = new Set(data.账号.map((row) => row["单位"])).size;
    const named = failing.map((row) => `${row["单位"]}“${row["账号名称"]}”（${row["平台"]}）${row["问题"]}`);
    expect(bodyOf((await builtEdition(plain)).reviewText)[2]).toBe(
      `${units}个单位开设的${data.账号.length}个账号中，运行正常的${data.账号.length - failing.length}个，` +
        `存在问题的${failing.length}个：${named.join("；")}。`,
    );
  });
});

describe("截图", () => {
  test("has each picture in an attachment of its own, with words for those who cannot see it", async (context) => {
    const { blocks } = await pythonReading(pictures, context);
    const found = blocks.flatMap((block) => (block.kind === "paragraph" ? block.pictures : []));
    expect(found.map(({ description }) => description)).toEqual([
      "2025年第三季度检查发现的链接失效问题截图",
      "2025年第三季度检查发现的页面显示问题截图",
    ]);
    const marks = blocks.flatMap((block) => (block.kind === "paragraph" && block.startsPage ? [block.text] : []));
    expect(marks).toEqual(["附件1", "附件2", "附件3"]);
  });

  test("prints a remark without a label where the type wants none", async () => {
    const { reviewText } = await builtEdition(pictures);
    const remarks = [...reviewText.matchAll(/^〔注〕(.*)$/gmu)].map(([, text]) => text);
    expect(remarks).toEqual([
      "注：检查时间为2025年9月8日至19日。",
      "截图为示例，不是真实网站。",
      "截图为示例，不是真实网站。",
    ]);
  });
});
