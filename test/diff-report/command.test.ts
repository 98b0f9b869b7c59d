import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildProgram, runProgram } from "../broken/run-program.js";
import { requireProgram, requirePythonModule, systemPython } from "../outside.js";
import { commit, git, layOutEdition, replaceIn, writeIn } from "./small-edition.js";

beforeAll(buildProgram);

const edition = "data/示例";
const circularFile = `${edition}/circular.yaml`;
const built = "output/示例/示例.docx";

describe("diff of what is on the disk", () => {
  test("an edition and the .docx made of it are equal: status 0", () => {
    const folder = layOutEdition();
    expect(runProgram(folder, ["build", edition]).status).toBe(0);
    const { status, output, errors, changes } = runProgram(folder, ["diff", edition, built]);
    expect({ status, errors, changes }).toEqual({ status: 0, errors: "", changes: [] });
    expect(output).toContain("两稿相同，没有改动");
  });

  test("two editions that differ: status 1, the row and the numbers because of it", () => {
    const folder = layOutEdition();
    cpSync(join(folder, edition), join(folder, "data/新稿"), { recursive: true });
    replaceIn(folder, "data/新稿/circular.yaml", "检查项: 12, 达标项: 9", "检查项: 12, 达标项: 10");
    const { status, output } = runProgram(folder, ["diff", edition, "data/新稿"]);
    expect(status).toBe(1);
    expect(output).toContain("附件1 第3行（乙县人民政府门户网站）“达标项”列\n    9 → 10");
    expect(output).toContain("原因 第1处：附件1“乙县人民政府门户网站”的“达标项”9 → 10");
  });

  test("a draft with wrong data is compared as it is, and the report says so", () => {
    const folder = layOutEdition();
    cpSync(join(folder, edition), join(folder, "data/新稿"), { recursive: true });
    replaceIn(
      folder,
      "templates/示例/type.yaml",
      "附件:\n",
      "核对:\n  - {说明: 达标项不多于检查项, 逐行: 网站, 条件: 小于等于 达标项 检查项}\n附件:\n",
    );
    replaceIn(folder, "data/新稿/circular.yaml", "检查项: 12, 达标项: 9", "检查项: 12, 达标项: 19");
    const { status, output } = runProgram(folder, ["diff", edition, "data/新稿"]);
    expect(status).toBe(1);
    expect(output).toContain("注意：新稿的数据有1个错误");
    expect(output).toContain("tongbao check data/新稿");
  });

  test("an edition that cannot be composed, or a file that is none: status 2, and why", () => {
    const folder = layOutEdition();
    cpSync(join(folder, edition), join(folder, "data/新稿"), { recursive: true });
    replaceIn(folder, "data/新稿/circular.yaml", "成文日期: 2025-07-08", "成文日期: 2025-13-08");
    const wrong = runProgram(folder, ["diff", edition, "data/新稿"]);
    expect({ status: wrong.status, output: wrong.output }).toEqual({ status: 2, output: "" });
    expect(wrong.errors).toContain("data/新稿：数据、类型或模板有错误，拼不出文稿，无法比较");
    expect(wrong.errors).toContain("data/新稿/circular.yaml:5");
    writeIn(folder, "坏.docx", "PK 不是");
    const broken = runProgram(folder, ["diff", "坏.docx", edition]);
    expect(broken.status).toBe(2);
    expect(broken.errors).toContain("坏.docx：文件读不出来，无法比较");
  });

  test("a name that is not there: status 2, and what may be written", () => {
    const folder = layOutEdition();
    const missing = runProgram(folder, ["diff", "没有.docx", edition]);
    expect({ status: missing.status, output: missing.output }).toEqual({ status: 2, output: "" });
    expect(missing.errors).toContain("没有“没有.docx”这个文件或文件夹");
    expect(runProgram(folder, ["diff", "示例", edition]).errors).toContain("你是不是想写 data/示例？");
  });

  test("a file with a part that cannot be read is incomplete: status 2, with the report", () => {
    const folder = layOutEdition();
    runProgram(folder, ["build", edition]);
    const script = `
import sys, zipfile
source = zipfile.ZipFile(sys.argv[1])
chart = '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="1" cy="1"/><wp:docPr id="9" name="c"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId99" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
with zipfile.ZipFile(sys.argv[2], 'w') as target:
    for name in source.namelist():
        data = source.read(name)
        if name == 'word/document.xml':
            data = data.replace('现将有关情况通报如下：</w:t></w:r>'.encode(), ('现将有关情况通报如下：</w:t></w:r>' + chart).encode())
        target.writestr(name, data)
`;
    const { status: made } = spawnSync(systemPython, ["-c", script, built, "图表.docx"], { cwd: folder });
    expect(made).toBe(0);
    const { status, output } = runProgram(folder, ["diff", built, "图表.docx"]);
    expect(status).toBe(2);
    expect(output).toContain("有的内容没有读出来，改动可能不止这些");
  });
});

describe("diff and its files", () => {
  test("writes the page and 花脸稿, the same on every run", (context) => {
    requirePythonModule("docx", context);
    const folder = layOutEdition();
    cpSync(join(folder, edition), join(folder, "data/新稿"), { recursive: true });
    replaceIn(folder, "data/新稿/circular.yaml", "责任单位: 市统计局", "责任单位: 市统计局办公室");
    const command = ["diff", edition, "data/新稿", "--html", "报告/改动.html", "--redline", "花脸稿.docx"];
    const { status, output, changes } = runProgram(folder, command);
    expect(status).toBe(1);
    expect(changes).toEqual(["+ 报告/改动.html", "+ 花脸稿.docx"].sort());
    expect(output).toContain("已写 报告/改动.html\n已写 花脸稿.docx\n");
    const first = readFileSync(join(folder, "花脸稿.docx"));
    runProgram(folder, command);
    expect(readFileSync(join(folder, "花脸稿.docx")).equals(first)).toBe(true);
    expect(authors(folder, "花脸稿.docx")).toEqual(["tongbao 2025-07-08T00:00:00Z"]);
    runProgram(folder, [...command, "--author", "某处", "--date", "2025-07-20"]);
    expect(authors(folder, "花脸稿.docx")).toEqual(["某处 2025-07-20T00:00:00Z"]);
  });

  test.each([
    [["--author", "某处"], "--author 和 --date 是花脸稿的作者和日期，要与 --redline 同用"],
    [["--redline", "花脸稿"], "--redline 后面要写 .docx 文件名，而不是“花脸稿”"],
    [["--html", "改动"], "--html 后面要写 .html 文件名，而不是“改动”"],
    [["--redline", "a.docx", "--date", "昨天"], "--date 要写成 2024-07-10 的样子，而不是“昨天”"],
    [["--redline", "a.docx", "--author", " "], "--author 后面要写作者的名称"],
    [["--redline", built], "是要比较的文稿，不能写在它上面"],
  ])("refuses %j", (options, words) => {
    const folder = layOutEdition();
    runProgram(folder, ["build", edition]);
    const { status, errors, changes } = runProgram(folder, ["diff", edition, built, ...options]);
    expect({ status, changes }).toEqual({ status: 2, changes: [] });
    expect(errors).toContain(words);
  });

  test("prints nothing but JSON with --json, also if it could not compare", () => {
    const folder = layOutEdition();
    const equal = runProgram(folder, ["diff", edition, edition, "--json"]);
    expect(equal.status).toBe(0);
    expect(JSON.parse(equal.output)).toMatchObject({ version: 1, status: "equal", changes: [] });
    const failed = runProgram(folder, ["diff", edition, "没有.docx", "--json"]);
    expect({ status: failed.status, errors: failed.errors }).toEqual({ status: 2, errors: "" });
    expect(JSON.parse(failed.output)).toMatchObject({
      version: 1,
      status: "failed",
      problems: [{ draft: "没有.docx" }],
    });
  });

  test("says that a file could not be written: status 2", () => {
    const folder = layOutEdition();
    writeIn(folder, "挡路", "一个文件");
    const { status, errors } = runProgram(folder, ["diff", edition, edition, "--html", "挡路/改动.html"]);
    expect(status).toBe(2);
    expect(errors).toContain("挡路");
  });
});

describe("diff with a git revision", () => {
  test("takes data, type and templates as they were", (context) => {
    requireProgram("git", context);
    const folder = layOutEdition();
    git(folder, "init", "--quiet");
    commit(folder, "初稿");
    replaceIn(folder, circularFile, "检查项: 12, 达标项: 9", "检查项: 12, 达标项: 10");
    commit(folder, "改数");
    replaceIn(folder, "templates/示例/body.hbs", "发现问题及时处理", "发现问题当天处理");
    const last = runProgram(folder, ["diff", `${edition}@HEAD`, edition]);
    expect(last.status).toBe(1);
    expect(last.output).toContain("共1处改动：文字改动1处");
    expect(last.output).toContain("[-及时-]{+当天+}");
    const both = runProgram(folder, ["diff", `${edition}@HEAD~1`, `${edition}@HEAD`]);
    expect(both.output).toContain(`旧稿  ${edition}@HEAD~1\n新稿  ${edition}@HEAD\n`);
    expect(both.output).toContain("9 → 10");
    expect(both.output).not.toContain("及时");
    expect(runProgram(folder, ["diff", `${edition}@HEAD~1`, `${edition}@HEAD~1`]).status).toBe(0);
  });

  test("finds an edition that has been removed since, from a folder within the repository, and a .docx", (context) => {
    requireProgram("git", context);
    const folder = layOutEdition();
    runProgram(folder, ["build", edition]);
    git(folder, "init", "--quiet");
    commit(folder, "初稿");
    cpSync(join(folder, edition), join(folder, "data/新稿"), { recursive: true });
    rmSync(join(folder, edition), { recursive: true });
    expect(runProgram(folder, ["diff", `${edition}@HEAD`, "data/新稿"]).status).toBe(0);
    const within = runProgram(join(folder, "data"), ["diff", "示例@HEAD", "新稿", "--templates", "../templates"]);
    expect({ status: within.status, errors: within.errors }).toEqual({ status: 0, errors: "" });
    expect(runProgram(folder, ["diff", `${built}@HEAD`, built]).status).toBe(0);
  });

  test("knows git's other ways to name a revision", (context) => {
    requireProgram("git", context);
    const folder = layOutEdition();
    git(folder, "init", "--quiet", "--initial-branch", "main");
    commit(folder, "初稿");
    git(folder, "tag", "送审稿");
    for (const revision of ["main", "送审稿", "main@{0}", "@{0}", "HEAD^0"]) {
      const { status, errors } = runProgram(folder, ["diff", `${edition}@${revision}`, edition]);
      expect({ revision, status, errors }).toEqual({ revision, status: 0, errors: "" });
    }
  });

  test("a folder with @ in its name is that folder", (context) => {
    requireProgram("git", context);
    const folder = layOutEdition();
    cpSync(join(folder, edition), join(folder, "data/示例@HEAD"), { recursive: true });
    git(folder, "init", "--quiet");
    commit(folder, "初稿");
    replaceIn(folder, "data/示例@HEAD/circular.yaml", "示府办〔2025〕21号", "示府办〔2025〕22号");
    expect(runProgram(folder, ["diff", "data/示例@HEAD", edition]).status).toBe(1);
    expect(runProgram(folder, ["diff", "data/示例@HEAD@HEAD", edition]).status).toBe(0);
  });

  test("says plainly what is wrong", (context) => {
    requireProgram("git", context);
    const folder = layOutEdition();
    const problem = (side: string, path = process.env["PATH"] ?? ""): string => {
      const kept = process.env["PATH"];
      process.env["PATH"] = path;
      const { status, errors, output } = runProgram(folder, ["diff", side, edition]);
      process.env["PATH"] = kept;
      expect({ status, output }).toEqual({ status: 2, output: "" });
      return errors;
    };
    expect(problem(`${edition}@HEAD`)).toContain("不在 git 仓库里，没有以前的版本可比");
    expect(problem(`${edition}@HEAD`, join(folder, "空"))).toContain("这台电脑上没有安装 git");
    git(folder, "init", "--quiet");
    expect(problem(`${edition}@HEAD`)).toContain("这个仓库里没有版本“HEAD”");
    commit(folder, "初稿");
    expect(problem(`${edition}@HEAD~5`)).toContain("这个仓库里没有版本“HEAD~5”；用 git log --oneline 可以看到各个版本");
    expect(problem(`${edition}@`)).toContain("“@”后面要写版本");
    expect(problem("data/以前@HEAD")).toContain("版本“HEAD”里没有 data/以前");
    expect(problem("@HEAD")).toContain("前面要写是哪一期");
  });

  test("takes no revision for an option of git", (context) => {
    requireProgram("git", context);
    const folder = layOutEdition();
    git(folder, "init", "--quiet");
    commit(folder, "初稿");
    for (const revision of ["--output=偷写", "-p", "--all", "--exec=touch 偷写"]) {
      const { status, errors, changes } = runProgram(folder, ["diff", `${edition}@${revision}`, edition]);
      expect({ revision, status, changes }).toEqual({ revision, status: 2, changes: [] });
      expect(errors).toContain("不能作为 git 的版本");
    }
    renameSync(join(folder, edition), join(folder, "data/--示例"));
    commit(folder, "改名");
    expect(runProgram(folder, ["diff", "data/--示例@HEAD", "data/--示例"]).status).toBe(0);
    const strange = runProgram(folder, ["diff", `${edition}@HEAD; touch 偷写`, edition]);
    expect({ status: strange.status, changes: strange.changes }).toEqual({ status: 2, changes: [] });
  });
});

/** Who is said to have made the changes of a .docx, and when. */
function authors(folder: string, file: string): string[] {
  const script = `
import sys, docx
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
body = docx.Document(sys.argv[1]).element.body
marks = [mark for tag in ('ins', 'del') for mark in body.iter(W + tag)]
print('\\n'.join(sorted({mark.get(W + 'author') + ' ' + mark.get(W + 'date') for mark in marks})))
`;
  const { stdout } = spawnSync(systemPython, ["-c", script, join(folder, file)], { encoding: "utf8" });
  return stdout.trim().split("\n");
}
