import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { buildProgram, layOut, runProgram } from "../broken/run-program.js";
import { requireProgram } from "../outside.js";
import { editionFolder, failing, noticeEdition, outputFolder, seeNotices, type NoticeTexts } from "./notice-edition.js";

beforeAll(buildProgram);

const command = ["notices", editionFolder];

/** An edition with two units, laid out and its notices written. */
function written(texts: NoticeTexts = {}) {
  const folder = layOut(
    noticeEdition({
      rows: [failing("区教育局", "入学窗口"), failing("区教育局", "证书窗口"), failing("区医疗保障局", "结算窗口")],
      ...texts,
    }),
  );
  return { folder, run: runProgram(folder, command) };
}

const files = [
  `${outputFolder}/01-示例区教育局.docx`,
  `${outputFolder}/02-示例区医疗保障局.docx`,
  `${outputFolder}/manifest.json`,
  `${outputFolder}/目录.xlsx`,
];

describe("a run", () => {
  it("writes a notice to every unit, an index and a manifest, and nothing else", (context) => {
    const { folder, run } = written();
    expect(run).toEqual({
      status: 0,
      output: `已生成 ${outputFolder}：2个单位的整改通知，目录.xlsx，manifest.json\n没有发现问题\n`,
      errors: "",
      changes: files.map((file) => `+ ${file}`),
    });
    const { notices, index } = seeNotices(folder, context);
    expect(index).toEqual({
      rows: [
        ["序号", "单位", "问题数", "文件名"],
        [1, "示例区教育局", 2, "01-示例区教育局.docx"],
        [2, "示例区医疗保障局", 1, "02-示例区医疗保障局.docx"],
      ],
      types: [
        ["n", "s", "n", "s"],
        ["n", "s", "n", "s"],
      ],
    });
    const [first, second] = Object.values(notices);
    expect(first?.paragraphs).toContain("示例区教育局：");
    expect(first?.tables[0]?.map((row) => row[1])).toEqual(["窗口名称", "入学窗口", "证书窗口"]);
    expect(second?.tables[0]?.map((row) => row[1])).toEqual(["窗口名称", "结算窗口"]);
  });

  it("describes every file in the manifest as sha256sum and the disk have it, with the rows it was written from", (context) => {
    requireProgram("sha256sum", context);
    const { folder } = written();
    const target = join(folder, outputFolder);
    const manifest = JSON.parse(readFileSync(join(target, "manifest.json"), "utf8"));
    expect(manifest).toMatchObject({ version: 1, edition: "2025q1", type: "窗口检查" });
    const listed = [manifest.index, ...manifest.notices] as { file: string; bytes: number; sha256: string }[];
    expect(listed.map(({ file }) => file).sort()).toEqual(
      readdirSync(target)
        .filter((name) => name !== "manifest.json")
        .sort(),
    );
    for (const { file, bytes, sha256 } of listed) {
      expect(statSync(join(target, file)).size).toBe(bytes);
      const { stdout } = spawnSync("sha256sum", [file], { cwd: target, encoding: "utf8" });
      expect(stdout.split(" ")[0]?.replace("\\", "")).toBe(sha256);
    }
    const lines = readFileSync(join(folder, editionFolder, "circular.yaml"), "utf8").split("\n");
    const rows = manifest.notices[0].rows as { file: string; line: number }[];
    expect(rows.map(({ file, line }) => [file, /窗口名称: "(.*?)"/u.exec(lines[line - 1] ?? "")?.[1]])).toEqual([
      ["circular.yaml", "入学窗口"],
      ["circular.yaml", "证书窗口"],
    ]);
  });

  it("gives the same bytes on every run, and from another working folder", () => {
    const read = (folder: string): string[] => files.map((file) => readFileSync(join(folder, file), "base64"));
    const { folder } = written();
    const other = layOut(new Map());
    const run = runProgram(other, ["notices", join(folder, editionFolder), "--templates", join(folder, "templates")]);
    expect(run.status).toBe(0);
    expect(read(other)).toEqual(read(folder));
    expect(read(written().folder)).toEqual(read(folder));
  });

  it("tells the same as JSON", () => {
    const folder = layOut(noticeEdition());
    const run = runProgram(folder, [...command, "--json"]);
    expect(JSON.parse(run.output)).toEqual({
      version: 1,
      edition: "2025q1",
      folder: editionFolder,
      ok: true,
      units: 1,
      written: [
        `${outputFolder}/01-示例区自然资源局.docx`,
        `${outputFolder}/目录.xlsx`,
        `${outputFolder}/manifest.json`,
      ],
      unchanged: [],
      diagnostics: [],
    });
  });

  it("writes nothing where there is nothing to put right", () => {
    const row = "{单位: 区教育局, 窗口名称: 入学窗口, 得分: 95, 结果: 合格}";
    const { run } = written({ rows: [row] });
    expect(run).toEqual({ status: 0, output: "没有需要整改的单位，不用写通知\n", errors: "", changes: [] });
  });
});

describe("files that are there already", () => {
  it("stay as they are if they are the same", () => {
    const { folder } = written();
    expect(runProgram(folder, command)).toEqual({
      status: 0,
      output: `${outputFolder} 里2个单位的整改通知都已是最新，没有改动\n没有发现问题\n`,
      errors: "",
      changes: [],
    });
  });

  it("are all named if they differ, and nothing is written", () => {
    const { folder } = written();
    const [first = "", second = ""] = files;
    writeFileSync(join(folder, first), "改过");
    rmSync(join(folder, second));
    const run = runProgram(folder, command);
    expect(run).toMatchObject({ status: 3, output: "", changes: [] });
    expect(run.errors).toContain(`已经有 ${first}，内容与这次要写的不同（output-notice-exists）`);
    expect(run.errors).not.toContain("目录.xlsx");
    expect(run.errors).toContain("1个错误；没有写出文件，原有的文件没有改动");
  });

  it("are replaced with --force, but only those that differ", () => {
    const { folder } = written();
    const [first = ""] = files;
    writeFileSync(join(folder, first), "改过");
    const run = runProgram(folder, [...command, "--force"]);
    expect(run).toMatchObject({ status: 0, errors: "", changes: [`~ ${first}`] });
    expect(run.output).toContain("其中3个文件与原来的相同，没有改动");
  });

  it("are completed where some are missing", () => {
    const { folder } = written();
    const [, second = ""] = files;
    rmSync(join(folder, second));
    expect(runProgram(folder, command)).toMatchObject({ status: 0, changes: [`+ ${second}`] });
  });

  it("are warned of if this run has nothing to do with them", () => {
    const { folder } = written();
    const [first = ""] = files;
    renameSync(join(folder, first), join(folder, outputFolder, "01-示例区民政局.docx"));
    const run = runProgram(folder, command);
    expect(run).toMatchObject({ status: 0, changes: [`+ ${first}`] });
    expect(run.output).toContain("01-示例区民政局.docx");
    expect(run.output).toContain("notice-left-over");
  });
});

describe("nothing is written and the reason is told", () => {
  it("if the data have mistakes", () => {
    const { run } = written({ circular: (text) => text.replace("成文日期: 2025-04-08", "成文日期: 2025-04-31") });
    expect(run).toMatchObject({ status: 1, changes: [] });
    expect(run.errors).toContain("circular.yaml:5:");
  });

  it("if the type has no notices", () => {
    const { run } = written({ type: (text) => text.slice(0, text.indexOf("整改通知:")) });
    expect(run).toMatchObject({ status: 1, changes: [] });
    expect(run.errors).toContain("通报类型“窗口检查”没有写整改通知的样子");
  });

  it("if a notice would not pass proofreading; what is wrong in all of them is told once", () => {
    const { run } = written({ body: '你单位有{{行数 行}}个窗口不合格，见{{附件 "问题"}}。。\n' });
    expect(run).toMatchObject({ status: 1, changes: [] });
    expect(run.errors.match(/punctuation-doubled/gu)).toHaveLength(1);
    expect(run.errors).toContain("01-示例区教育局.docx 正文 第1段");
    expect(run.errors).toContain("另有1份通知同样如此");
    expect(run.errors).toContain("整改通知.hbs:1:");
  });

  it("if a value that the notice needs was left out", () => {
    const { run } = written({
      rows: ["{单位: 区教育局, 窗口名称: 入学窗口, 得分: 95, 结果: 不合格, 主要问题: 无人}"],
      type: (text) => text.replace("  整改截止:", "  联系人: {}\n  整改截止:"),
      body: "请联系{{联系人}}。\n",
    });
    expect(run).toMatchObject({ status: 1, changes: [] });
    expect(run.errors).toContain("template-value-absent");
  });

  it("if something stands in the way", () => {
    const folder = layOut(noticeEdition());
    const { status } = runProgram(folder, ["build", editionFolder]);
    expect(status).toBe(0);
    writeFileSync(join(folder, outputFolder), "");
    expect(runProgram(folder, command)).toMatchObject({ status: 3, output: "", changes: [] });
  });
});

it("takes names as they come: reserved ones, long ones, formulas, ways out of the folder", (context) => {
  const units = [
    "CON",
    "=1+1",
    "../../上级",
    "a/b",
    "a:b",
    "AUX.局",
    `${"很长的名称".repeat(20)}局`,
    "@cmd",
    "示例局.",
    "-减",
  ];
  const { folder, run } = written({
    rows: units.map((unit) => failing(unit, "窗口")),
    type: (text) => text.replace("地区: 示例区\n", ""),
    // Such a name would not pass in a circular; the setting holds for the notices too.
    circular: (text) =>
      text.replace("检查时间:", "核稿: [{规则: half-width-punctuation, 级别: 关闭, 理由: 试各种名称}]\n检查时间:"),
  });
  expect(run.status, run.errors).toBe(0);
  expect(run.changes.every((change) => change.startsWith(`+ ${outputFolder}/`))).toBe(true);
  const { index, notices } = seeNotices(folder, context);
  expect(index.rows.slice(1).map((row) => row[1])).toEqual(units);
  expect(index.types.every((types) => types.join() === "n,s,n,s")).toBe(true);
  expect(index.rows.slice(1).map((row) => row[3])).toEqual(Object.keys(notices).sort());
  expect(new Set(Object.keys(notices).map((name) => name.toLowerCase())).size).toBe(units.length);
  Object.values(notices).forEach(({ paragraphs }, position) => {
    expect(paragraphs).toContain(`${units[position] ?? ""}：`);
  });
});

it("writes to 1,000 units in one run", { timeout: 600_000 }, (context) => {
  const { folder, run } = written({
    rows: Array.from({ length: 2000 }, (_, index) =>
      failing(`第${String(Math.floor(index / 2))}街道办事处`, `窗口${String(index)}`),
    ),
  });
  expect(run).toMatchObject({ status: 0, errors: "" });
  expect(run.output).toContain("1000个单位的整改通知");
  expect(run.changes).toHaveLength(1002);
  const { index, notices } = seeNotices(folder, context, "*9-*.docx");
  expect(Object.keys(notices)).toHaveLength(100);
  expect(index.rows).toHaveLength(1001);
  expect(index.rows.at(-1)).toEqual([1000, "第999街道办事处", 2, "1000-第999街道办事处.docx"]);
  expect(notices["0999-第998街道办事处.docx"]?.tables[0]?.map((row) => row[1])).toEqual([
    "窗口名称",
    "窗口1996",
    "窗口1997",
  ]);
});
