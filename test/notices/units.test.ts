import { beforeAll, describe, expect, it } from "vitest";
import { buildProgram, layOut, runProgram } from "../broken/run-program.js";
import { editionFolder, failing, noticeEdition, outputFolder, seeNotices, type NoticeTexts } from "./notice-edition.js";

beforeAll(buildProgram);

function written(texts: NoticeTexts) {
  const folder = layOut(noticeEdition(texts));
  const { status, output, errors } = runProgram(folder, ["notices", editionFolder]);
  expect(status, errors).toBe(0);
  return { folder, status, said: output + errors };
}

describe("units", () => {
  it("that are written in several ways get one notice, under the full name", (context) => {
    const { folder, said } = written({
      rows: [
        failing("区教育局", "甲"),
        failing("示例区教育局", "乙"),
        failing("教育局", "丙"),
        failing("示例区 教育局", "丁"),
      ],
      type: (text) => `${text}简称: {教育局: 示例区教育局}\n`,
    });
    const { notices, index } = seeNotices(folder, context);
    expect(index.rows.slice(1), said).toEqual([[1, "示例区教育局", 4, "01-示例区教育局.docx"]]);
    expect(Object.values(notices)[0]?.tables[0]?.map((row) => row[1])).toEqual(["窗口名称", "甲", "乙", "丙", "丁"]);
  });

  it("that a list names each get a notice of the row, once", (context) => {
    const list = (units: string, window: string): string =>
      `{单位: ${units}, 窗口名称: ${window}, 得分: 50, 结果: 不合格, 主要问题: 无人, 牵头: "${units}"}`;
    const { folder, said } = written({
      rows: [list("区教育局、区民政局、示例区教育局", "甲"), list("区民政局", "乙")],
      type: (text) =>
        text
          .replace("      主要问题:", "      牵头: {类型: 列表}\n      主要问题:")
          .replace("  单位: 单位\n", "  单位: 牵头\n"),
    });
    const { notices, index } = seeNotices(folder, context);
    expect(
      index.rows.slice(1).map((row) => row.slice(1, 3)),
      said,
    ).toEqual([
      ["示例区教育局", 1],
      ["示例区民政局", 2],
    ]);
    expect(Object.values(notices).map(({ tables }) => tables[0]?.slice(1).map((row) => row[1]))).toEqual([
      ["甲"],
      ["甲", "乙"],
    ]);
  });

  it("keep their brackets, and blanks that belong to no other way of writing them", (context) => {
    const { folder, said } = written({
      rows: [failing("区自然资源局（不动产登记中心）", "甲"), failing("中心 A", "乙")],
    });
    const { index } = seeNotices(folder, context);
    expect(
      index.rows.slice(1).map((row) => row[1]),
      said,
    ).toEqual(["示例区自然资源局（不动产登记中心）", "中心 A"]);
  });

  it("that are left out are warned of, at the row", (context) => {
    const { folder, status, said } = written({
      rows: [failing("区教育局", "甲"), failing("", "乙").replace('单位: ""', "单位: 区民政局")],
      type: (text) =>
        text.replace("      主要问题:", "      牵头: {}\n      主要问题:").replace("  单位: 单位\n", "  单位: 牵头\n"),
    });
    expect({ status, said }).toMatchObject({ status: 0 });
    expect(said.match(/没有写“牵头”/gu)).toHaveLength(2);
    expect(said).toContain("circular.yaml:13");
    expect(said).toContain("没有需要整改的单位，不用写通知");
    expect(() => seeNotices(folder, context)).toThrow("there is no");
  });
});

describe("the closing and the head of a notice", () => {
  it("are the circular's unless the type says otherwise", (context) => {
    const { folder, said } = written({
      rows: [failing("区教育局", "甲")],
      circular: (text) => text.replace("整改截止:", "通知日期: 2025-04-11\n整改截止:"),
      type: (text) =>
        text
          .replace("  整改截止:", "  通知日期: {类型: 日期}\n  整改截止:")
          .replace(
            "整改通知:\n",
            '整改通知:\n  格式: 信函\n  发文字号: 示政办函〔{{期间.年}}〕{{序号}}号\n  署名: "{{发文机关}}督查科"\n  日期: 通知日期\n  附注: 联系电话：×××\n',
          ),
    });
    const { notices } = seeNotices(folder, context);
    const { paragraphs } = Object.values(notices)[0] ?? { paragraphs: [] };
    expect(paragraphs, said).toEqual(
      expect.arrayContaining([
        "示例区政务服务管理办公室",
        "示政办函〔2025〕1号",
        "示例区政务服务管理办公室督查科",
        "2025年4月11日",
        "（联系电话：×××）",
      ]),
    );
    expect(paragraphs.some((line) => line.includes("主动公开"))).toBe(false);
  });

  it("fall back to 成文日期 where the date was left out", (context) => {
    const { folder, said } = written({
      rows: [failing("区教育局", "甲")],
      type: (text) =>
        text
          .replace("  整改截止:", "  通知日期: {类型: 日期}\n  整改截止:")
          .replace("整改通知:\n", "整改通知:\n  日期: 通知日期\n"),
    });
    expect(Object.values(seeNotices(folder, context).notices)[0]?.paragraphs, said).toContain("2025年4月8日");
    expect(outputFolder).toContain("整改通知");
  });
});
