import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { buildProgram, runProgram } from "../broken/run-program.js";
import { projectFiles, projectPath } from "../circulars/built-circular.js";
import { expectSame } from "../circulars/same-bytes.js";
import { percent, points } from "./arithmetic.js";
import {
  bodyOf,
  buildEdition,
  builtEdition,
  examplePath,
  keptReviewText,
  pythonReading,
  readEditionYaml,
} from "./examples.js";
import { mergedCells, printedRows } from "./printed-table.js";

type Row = Readonly<Record<string, string | number>>;

const edition = { example: "食品安全抽检", name: "2025q3" };
const {
  县区: regions,
  大类: categories,
  批次: batches,
  不合格名单: findings,
  承检机构: laboratories,
} = readEditionYaml(edition, "inspection.yaml") as Record<
  "县区" | "大类" | "批次" | "不合格名单" | "承检机构",
  readonly Row[]
>;

const failing = batches.filter((batch) => batch["结论"] === "不合格");
const before = { sampled: sum(categories, "上季度抽检批次"), passed: sum(categories, "上季度合格批次") };

function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0);
}

function distinct(rows: readonly Row[], column: string): string[] {
  return [...new Set(rows.map((row) => String(row[column])))];
}

/** Batches that share a value, and how many of them passed. */
function sampled(column: string, value: string | number): { all: number; passed: number; failed: number } {
  const all = batches.filter((batch) => batch[column] === value);
  const failed = all.filter((batch) => batch["结论"] === "不合格").length;
  return { all: all.length, passed: all.length - failed, failed };
}

async function bodyLine(start: string): Promise<string> {
  const lines = bodyOf((await builtEdition(edition)).reviewText);
  const found = lines.filter((line) => line.replace(/^（.）/u, "").startsWith(start));
  expect(found).toHaveLength(1);
  return found[0]!;
}

/** The records and the line of totals of each table, as the review text writes them. */
async function writtenTables(): Promise<string[][][]> {
  const { reviewText } = await builtEdition(edition);
  return reviewText
    .split(/^〔表〕/mu)
    .slice(1)
    .map((table) =>
      table.split("\n").flatMap((line) => {
        if (!/^〔(?:记录|合计行)〕/u.test(line)) return [];
        return [line.split("｜").map((cell) => cell.slice(cell.indexOf("：") + 1))];
      }),
    );
}

describe("食品安全抽检: data", () => {
  test("has enough batches to mean something", () => {
    expect([batches.length, failing.length, findings.length]).toEqual([96, 5, 6]);
    expect(new Set(findings.map((finding) => finding["抽样编号"]))).toEqual(
      new Set(failing.map((batch) => batch["抽样编号"])),
    );
  });

  test("says that it is an example and names nobody", () => {
    const text = ["circular.yaml", "inspection.yaml"]
      .map((file) => readFileSync(projectPath(examplePath(edition.example, "data", edition.name, file)), "utf8"))
      .join("\n");
    expect(text.match(/示例数据，全部虚构/gu)).toHaveLength(2);
    expect(text).not.toMatch(/1[3-9]\d{9}|0\d{2,3}-\d{7,8}/u);
    for (const batch of batches) expect(batch["被抽样单位"]).toContain("示例");
  });
});

describe("食品安全抽检: circular", () => {
  test("builds with nothing to complain about, from the workbook and from YAML alike", async () => {
    expect((await buildEdition(edition)).diagnostics).toEqual([]);
    const { built, diagnostics } = await buildEdition(edition, projectFiles(), ["inspection.yaml"]);
    expect(diagnostics).toEqual([]);
    expectSame(built!, await builtEdition(edition));
  });

  test("has the review text that is kept with it", async () => {
    expect((await builtEdition(edition)).reviewText).toBe(keptReviewText(edition));
  });

  test("says how many of how many were sampled, of the plan too, and where", async () => {
    const [onSale, planned] = [sum(categories, "在产在售批次"), sum(categories, "计划批次")];
    expect(await bodyLine("抽检数量")).toContain(
      `共抽检${categories.length}大类食品96批次，占在产在售${onSale}批次的${percent(96, onSale)}；` +
        `计划抽检${planned}批次，完成率为${percent(96, planned)}。` +
        `抽检涉及${distinct(batches, "被抽样单位").length}家生产经营单位，覆盖全市${regions.length}个县（区）。`,
    );
    expect(distinct(batches, "地区").sort()).toEqual(distinct(regions, "地区").sort());
  });

  test("says the rate, how it changed and the rate of each stage", async () => {
    const line = await bodyLine("抽检结果");
    const change = points(91, 96, before.passed, before.sampled);
    expect(change).toMatch(/^\+/u);
    expect(line).toContain(
      `合格91批次，不合格5批次，合格率为${percent(91, 96)}，比上季度提高${change.slice(1)}个百分点。`,
    );
    const stages = distinct(batches, "抽样环节").map((stage) => {
      const { all, passed } = sampled("抽样环节", stage);
      return `${stage}环节抽检${all}批次，合格率为${percent(passed, all)}`;
    });
    expect(stages).toHaveLength(3);
    expect(line).toContain(`分抽样环节看，${stages.join("；")}。`);
  });

  test("names the categories without a failing batch and says the rate of the others", async () => {
    const names = distinct(categories, "食品大类");
    const good = names.filter((name) => sampled("食品大类", name).failed === 0);
    const others = names.filter((name) => !good.includes(name));
    expect([good.length, others.length]).toEqual([4, 4]);
    const rates = others.map((name) => {
      const { all, passed, failed } = sampled("食品大类", name);
      return `${name}抽检${all}批次，不合格${failed}批次，合格率为${percent(passed, all)}`;
    });
    expect(await bodyLine("分类情况")).toContain(
      `${good.join("、")}${good.length}类食品全部合格。${rates.join("；")}。`,
    );
  });

  test("reports each failing batch with every finding, by category", async () => {
    const verbs: Readonly<Record<string, string>> = { 生产: "生产", 流通: "销售", 餐饮: "制售" };
    for (const category of distinct(failing, "食品大类")) {
      const ofCategory = failing.filter((batch) => batch["食品大类"] === category);
      const parts = ofCategory.map((batch) => {
        const found = findings.filter((finding) => finding["抽样编号"] === batch["抽样编号"]);
        const words = found.map(
          (finding) => `${finding["不合格项目"]}检验值为${finding["检验值"]}，标准值为${finding["标准值"]}`,
        );
        return `${batch["被抽样单位"]}${verbs[batch["抽样环节"]!]}的${batch["食品名称"]}，${words.join("，")}`;
      });
      const line = await bodyLine(`${category}${ofCategory.length}批次。`);
      expect(line.endsWith(`批次。${parts.join("；")}。`)).toBe(true);
    }
  });

  test("says what each laboratory did", async () => {
    const parts = laboratories.map(({ 机构名称: name }) => {
      const { all, failed } = sampled("承检机构", name!);
      return `${name}${all}批次，占${percent(all, 96)}${failed === 0 ? "" : `，检出不合格${failed}批次`}`;
    });
    expect(await bodyLine("3家承检机构")).toContain(`共完成检验96批次：${parts.join("；")}。`);
  });

  test("gives those concerned a deadline, in the order of the table of regions", async () => {
    const concerned = distinct(regions, "地区").filter((name) => sampled("地区", name).failed > 0);
    const line = await bodyLine("依法核查处置");
    expect(line).toContain(`${concerned.join("、")}市场监管部门要`);
    expect(line).toContain("于11月28日前将核查处置情况报送市局食品安全抽检监测科");
  });

  test("prints the same numbers in the summary by category", async () => {
    const [summary] = await writtenTables();
    const expected = categories.map((category) => {
      const { all, passed, failed } = sampled("食品大类", category["食品大类"]!);
      const isNew = category["上季度抽检批次"] === 0;
      const [sampledBefore, passedBefore] = [Number(category["上季度抽检批次"]), Number(category["上季度合格批次"])];
      return [
        category["食品大类"],
        String(category["在产在售批次"]),
        String(all),
        percent(all, Number(category["在产在售批次"])),
        percent(all, Number(category["计划批次"])),
        String(failed),
        percent(passed, all),
        isNew ? "—" : percent(passedBefore, sampledBefore),
        isNew ? "—" : points(passed, all, passedBefore, sampledBefore),
      ];
    });
    const onSale = sum(categories, "在产在售批次");
    const total = [
      "合计",
      String(onSale),
      "96",
      percent(96, onSale),
      percent(96, sum(categories, "计划批次")),
      "5",
      percent(91, 96),
      percent(before.passed, before.sampled),
      points(91, 96, before.passed, before.sampled),
    ];
    expect(summary).toEqual([...expected, total]);
    expect(expected.filter((row) => row.includes("—"))).toHaveLength(1);
  });

  test.each([
    [1, "抽样环节"],
    [2, "地区"],
  ])("prints table %i of 附件1 by %s, with totals", async (index, column) => {
    const names = column === "地区" ? distinct(regions, column) : distinct(batches, column);
    const expected = names.map((name) => {
      const { all, passed, failed } = sampled(column, name);
      return [name, String(all), String(passed), String(failed), percent(passed, all)];
    });
    expect((await writtenTables())[index]).toEqual([...expected, ["合计", "96", "91", "5", percent(91, 96)]]);
  });

  test("prints the list on a wide page: eleven columns under two rows of headings, merged by batch and category, as python-docx reads it", async (context) => {
    const { tables } = await pythonReading(edition, context);
    const list = tables[3]!;
    expect([list.rows, list.columns]).toEqual([2 + findings.length, 11]);
    expect(list.headerRows).toEqual([0, 1]);
    expect(mergedCells(list, ({ row }) => row === 0)).toEqual([
      "食品大类 at 0,0 over 2×1",
      "序号 at 0,1 over 2×1",
      "样品 at 0,2 over 1×3",
      "被抽样单位 at 0,5 over 2×1",
      "标称生产企业 at 0,6 over 2×1",
      "不合格项目 at 0,7 over 1×3",
      "承检机构 at 0,10 over 2×1",
    ]);
    expect(mergedCells(list, ({ row, column }) => row > 1 && column < 3)).toEqual([
      "食用农产品 at 2,0 over 2×1",
      "糕点 at 5,0 over 2×1",
      "4 at 5,1 over 2×1",
      "绿豆糕 at 5,2 over 2×1",
    ]);
    const printed = printedRows(list).slice(2);
    expect(printed.map((cells) => cells[1])).toEqual(["1", "2", "3", "4", "4", "5"]);
    const columns = ["食品大类", "食品名称", "被抽样单位", "不合格项目", "检验值", "标准值", "承检机构"];
    const positions = [0, 2, 5, 7, 8, 9, 10];
    expect(printed.map((cells) => positions.map((position) => cells[position]))).toEqual(
      findings.map((finding) => columns.map((column) => finding[column])),
    );
  });

  test("prints what each laboratory did in 附件3", async () => {
    const [, , , , workload] = await writtenTables();
    const expected = laboratories.map(({ 机构名称: name, 任务批次: assigned }) => {
      const { all, passed, failed } = sampled("承检机构", name!);
      return [
        name,
        String(assigned),
        String(all),
        percent(all, 96),
        percent(all, Number(assigned)),
        String(failed),
        percent(passed, all),
      ];
    });
    expect(workload).toEqual([...expected, ["合计", "96", "96", "100%", "100%", "5", percent(91, 96)]]);
  });
});

describe("食品安全抽检: other data", () => {
  const circularPath = examplePath(edition.example, "data", edition.name, "circular.yaml");
  const inspectionPath = examplePath(edition.example, "data", edition.name, "inspection.yaml");

  /** What comes of the data as YAML once some of it is replaced. */
  async function changed(inspection: readonly Replacement[], circular: readonly Replacement[] = []) {
    const replaced = new Map([
      [inspectionPath, replace(inspectionPath, inspection)],
      [circularPath, replace(circularPath, circular)],
    ]);
    return buildEdition(edition, projectFiles(replaced), ["inspection.yaml"]);
  }

  test("without a failing batch has no list and nothing to follow up", async () => {
    const { built, diagnostics } = await changed(
      [
        [/结论: 不合格/gu, "结论: 合格"],
        [/^不合格名单:\n(?: {2}- .*\n)+/mu, ""],
      ],
      [[/不合格总批次: 5/u, "不合格总批次: 0"]],
    );
    expect(diagnostics).toEqual([]);
    const body = bodyOf(built!.reviewText).join("\n");
    expect(body).toContain("经检验，96批次全部合格，合格率为100%，比上季度提高6.0个百分点。");
    expect(body).toContain("8类食品全部合格。各类食品");
    expect(body).toContain("本季度抽检没有发现不合格食品。");
    expect(body).not.toMatch(/核查处置|检出不合格|。。|；。/u);
    expect(built!.reviewText.match(/^〔附件名称\d〕.+$/gmu)).toEqual([
      "〔附件名称1〕各类食品抽检情况汇总表",
      "〔附件名称2〕承检机构承检情况",
    ]);
    expect(body).toContain("见附件2。");
  });

  test.each<readonly [string, readonly Replacement[], readonly Replacement[], string, string]>([
    ["a batch too few", [[/^.*SL25-3005.*\n/mu, ""]], [], "error", "批次表的行数与抽检系统里的批次数相同"],
    ["a finding too few", [[/^.*恩诺沙星.*\n/mu, ""]], [], "error", "不合格的批次都在不合格名单里，合格的都不在"],
    [
      "a finding of another shop",
      [[/(黑鱼, 生产日期.*)甲县示例生鲜超市/u, "$1甲县示例粮油店"]],
      [],
      "error",
      "不合格名单的大类、名称、被抽样单位、承检机构与批次表相同",
    ],
    [
      "a laboratory with less to do",
      [[/任务批次: 15/u, "任务批次: 16"]],
      [],
      "warning",
      "各承检机构的承检批次与任务批次相同",
    ],
    ["a plan that was not met", [[/计划批次: 12/u, "计划批次: 13"]], [], "warning", "各大类的抽检批次不少于计划批次"],
    [
      "a deadline in the past",
      [],
      [[/截止: 2025-11-28/u, "截止: 2025-10-14"]],
      "error",
      "核查处置截止日期晚于成文日期",
    ],
  ])("objects to %s", async (_, inspection, circular, severity, check) => {
    const { built, diagnostics } = await changed(inspection, circular);
    expect(diagnostics.map((found) => [found.severity, found.message])).toContainEqual([
      severity,
      `核对不符：${check}`,
    ]);
    expect(built === undefined).toBe(severity === "error");
  });
});

type Replacement = readonly [pattern: RegExp, text: string];

function replace(path: string, replacements: readonly Replacement[]): string {
  return replacements.reduce(
    (text, [pattern, replacement]) => {
      expect(text).toMatch(pattern);
      return text.replace(pattern, replacement);
    },
    readFileSync(projectPath(path), "utf8"),
  );
}

describe("食品安全抽检: program", () => {
  beforeAll(buildProgram);

  test("builds the edition, checks it, and writes a workbook to fill in", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tongbao-food-"));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const data = projectPath(examplePath(edition.example, "data", edition.name));
    const templates = projectPath(examplePath(edition.example, "templates"));
    const built = runProgram(folder, ["build", data, "--templates", templates, "--out", "food"]);
    expect(built).toMatchObject({ status: 0, errors: "" });
    expect(built.output).toContain("没有发现问题");
    expect(built.changes).toEqual(["+ food/2025q3/2025q3.docx", "+ food/2025q3/2025q3.txt"]);
    const reviewText = readFileSync(join(folder, "food/2025q3/2025q3.txt"), "utf8");
    expect(reviewText).toBe(keptReviewText(edition));
    expectSame(
      { docx: readFileSync(join(folder, "food/2025q3/2025q3.docx")), reviewText },
      await builtEdition(edition),
    );
    expect(runProgram(folder, ["type", "check", join(templates, edition.example)])).toMatchObject({ status: 0 });
    const checked = runProgram(folder, ["check", data, "--templates", templates]);
    expect(checked).toMatchObject({ status: 0, errors: "", changes: [] });
    expect(checked.output).toMatch(/共核对\d+项/u);
    const workbook = runProgram(folder, ["workbook", edition.example, "--templates", templates, "--out", "空白.xlsx"]);
    expect(workbook).toMatchObject({ status: 0, errors: "", changes: ["+ 空白.xlsx"] });
    expect(workbook.output).toContain("“填表说明”“县区”“大类”“批次”“不合格名单”“承检机构”");
  });
});
