import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { projectFiles, projectPath } from "../circulars/built-circular.js";
import { mean, percent, score, total } from "./arithmetic.js";
import { bodyOf, buildEdition, builtEdition, examplePath, pythonReading, readEditionYaml } from "./examples.js";
import { mergedCells, printedRows } from "./printed-table.js";

type Row = Record<string, string | number>;

const edition = { example: "评分", name: "2025h1" };
const source = readEditionYaml(edition) as {
  权重: Record<string, number>;
  数据表: { 评分: Row[]; 扣分明细: Row[] };
};
const { 权重: weights } = source;
const { 评分: sites, 扣分明细: deductions } = source.数据表;
const indicators = Object.keys(weights);

/** What the rules make of the deductions: each indicator at most its weight, a bonus above 80 only, no score after a veto. */
function expectedScore(site: Row): readonly string[] {
  const name = String(site["网站名称"]);
  if (site["单项否决"] !== undefined) {
    return [name, String(site["单项否决"]), ...indicators.map(() => "—"), "—", "—", "—", "不合格"];
  }
  const lost = indicators.map((indicator) => {
    const found = deductions.filter((row) => row["网站名称"] === name && row["指标"] === indicator);
    return Math.min(weights[indicator]!, total(found.map((row) => Number(row["扣分"]))));
  });
  const base = total([100, ...lost.map((points) => -points)]);
  const bonus = base > 80 ? Math.min(30, Number(site["加分"])) : 0;
  const numbers = [...lost, base, bonus, total([base, bonus])];
  return [name, "无", ...numbers.map(score), base >= 60 ? "合格" : "不合格"];
}

describe("评分", () => {
  test("has cases at both edges: a capped indicator, exactly 80 points, a veto", () => {
    const rows = new Map(sites.map((site) => [String(site["网站名称"]).slice(0, 2), expectedScore(site)]));
    const raw = deductions.filter((row) => row["网站名称"] === "乙县人民政府门户网站" && row["指标"] === "互动交流");
    expect(total(raw.map((row) => Number(row["扣分"])))).toBe(23);
    expect(rows.get("乙县")!.slice(2)).toEqual(["12.0", "6.0", "20.0", "4.0", "58.0", "0.0", "58.0", "不合格"]);
    expect(rows.get("丙区")!.slice(6)).toEqual(["80.0", "0.0", "80.0", "合格"]);
    expect(rows.get("丁区")!.at(-1)).toBe("不合格");
  });

  test("prints the scores that the rules give, in eleven columns with two rows of headings", async (context) => {
    const { tables } = await pythonReading(edition, context);
    const table = tables[0]!;
    expect(table.columns).toBe(11);
    expect(table.headerRows).toEqual([0, 1]);
    expect(mergedCells(table).filter((cell) => cell.includes("1×"))).toEqual(["扣分 at 0,3 over 1×4"]);
    expect(mergedCells(table)).toHaveLength(8);
    expect(printedRows(table)[1]!.slice(3, 7)).toEqual(["发布\n解读", "办事\n服务", "互动\n交流", "功能\n设计"]);
    const expected = sites.map((site, index) => [String(index + 1), ...expectedScore(site)]);
    expect(printedRows(table).slice(2)).toEqual(expected);
  });

  test("stands in landscape between attachments in portrait, and the last section is upright again", async (context) => {
    const { sections, blocks } = await pythonReading(edition, context);
    expect(sections.map(({ orientation }) => orientation)).toEqual(["portrait", "landscape", "portrait"]);
    expect(sections[1]).toMatchObject({ width: sections[0]!.height, height: sections[0]!.width });
    const marks = blocks.flatMap((block) => (block.kind === "paragraph" && block.startsPage ? [block.text] : []));
    expect(marks).toEqual(["附件1", "附件2", "附件3"]);
  });

  test("has a text attachment with headings and the weights of this edition", async (context) => {
    const { blocks } = await pythonReading(edition, context);
    const texts = blocks.flatMap((block) => (block.kind === "paragraph" ? [block] : []));
    const start = texts.findIndex(({ text }) => text === "附件1");
    const end = texts.findIndex(({ text }) => text === "附件2");
    const attachment = texts.slice(start, end);
    const headings = attachment.filter(({ text }) => /^[一二三四]、/u.test(text));
    expect(headings.map(({ text }) => text)).toEqual(["一、单项否决", "二、扣分", "三、加分", "四、结果"]);
    expect(new Set(headings.map(({ style }) => style.toLowerCase()))).toEqual(new Set(["heading 1"]));
    const list = indicators.map((indicator) => `${indicator}${weights[indicator]}分`).join("、");
    expect(attachment.map(({ text }) => text).join("")).toContain(`满分100分，其中${list}。`);
    expect(attachment.map(({ text }) => text)).toContain(
      "（一）扣分不超过权重。同一指标下各处扣分相加超过这项指标分值的，扣完为止。",
    );
  });

  test("counts, averages and lists in the body what the tables say", async () => {
    const body = bodyOf((await builtEdition(edition)).reviewText).join("\n");
    const scored = sites.filter((site) => site["得分"] !== undefined).map((site) => Number(site["得分"]));
    const passed = sites.filter((site) => site["结果"] === "合格").length;
    expect(body).toContain(
      `共${sites.length}家，合格${passed}家，不合格${sites.length - passed}家（其中单项否决${sites.length - scored.length}家，不评分），` +
        `合格率为${percent(passed, sites.length)}。`,
    );
    expect(body).toContain(
      `${scored.length}家网站平均得分${mean(scored)}分，最高${score(Math.max(...scored))}分，最低${score(Math.min(...scored))}分`,
    );
    expect(mean(scored)).toBe("79.8");
    const counts = indicators.map(
      (indicator) => `${indicator}${deductions.filter((row) => row["指标"] === indicator).length}处`,
    );
    expect(body).toContain(`扣分问题共${deductions.length}处：${counts.join("，")}。`);
    const lost = indicators.map(
      (indicator) => `${indicator}共扣${score(total(sites.map((site) => Number(site[indicator] ?? 0))))}分`,
    );
    expect(body).toContain(`各网站${lost.join("，")}（见附件3）。`);
    expect(body).toContain("乙县人民政府门户网站基础分58.0分，比合格线低2.0分。");
  });

  test.each([
    [
      "a bonus at 80 points",
      "基础分: 80, 加分: 0, 得分: 80",
      "基础分: 80, 加分: 5, 得分: 85",
      "基础分高于加分线才计加分",
    ],
    [
      "a score after a veto",
      "单项否决: 首页超过2周没有更新,",
      "单项否决: 首页超过2周没有更新, 得分: 50,",
      "单项否决和得分只能有一个",
    ],
    [
      "more than the weight",
      "互动交流: 20, 功能设计: 4, 基础分: 58",
      "互动交流: 23, 功能设计: 4, 基础分: 55",
      "各项扣分不超过权重",
    ],
    ["a sum that differs from the details", "发布解读: 8.5,", "发布解读: 8,", "发布解读的扣分等于明细之和"],
    [
      "points that do not add up",
      "基础分: 89, 加分: 6, 得分: 95",
      "基础分: 89, 加分: 6, 得分: 96",
      "得分等于基础分加上加分",
    ],
    ["a bonus above the limit", "加分: 6, 得分: 95", "加分: 31, 得分: 120", "加分不超过上限"],
    ["a pass below 60", "得分: 58, 结果: 不合格", "得分: 58, 结果: 合格", "基础分不低于合格线的为合格"],
    ["weights that are not 100", "功能设计: 20}", "功能设计: 15}", "各项指标的权重合计100分"],
  ])("finds %s", async (_, from, to, check) => {
    const path = examplePath(edition.example, "data", edition.name, "circular.yaml");
    const yaml = readFileSync(projectPath(path), "utf8");
    expect(yaml.split(from)).toHaveLength(2);
    const files = projectFiles(new Map([[path, yaml.replace(from, to)]]));
    const { built, diagnostics } = await buildEdition(edition, files);
    expect(built).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(diagnostics.map(() => "check-failed"));
    expect(diagnostics.map(({ message }) => message).join("\n")).toContain(check);
  });
});
