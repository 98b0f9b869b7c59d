import { fileURLToPath } from "node:url";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildProgram, runProgram } from "../broken/run-program.js";
import { requireProgram } from "../outside.js";
import { commit, git, layOutEdition, replaceIn, writeIn } from "./small-edition.js";

beforeAll(buildProgram);

const built = "output/示例/示例.docx";
const root = fileURLToPath(new URL("../../", import.meta.url));

/** As the documents say it is set up, but with the program as it is here. */
function setUp(folder: string): void {
  const program = `"${process.execPath}" "${join(root, "dist", "tongbao.cjs")}"`;
  git(folder, "init", "--quiet");
  git(folder, "config", "diff.tongbao.textconv", `${program} text --textconv`);
  writeIn(folder, ".gitattributes", readFileSync(join(root, ".gitattributes")));
}

describe("text", () => {
  test("prints what build writes beside the .docx, and what stands around the document", () => {
    const folder = layOutEdition();
    runProgram(folder, ["build", "data/示例"]);
    const { status, output, errors } = runProgram(folder, ["text", built]);
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
    const lines = output.split("\n");
    expect(lines).toContain("〔正文〕共检查政府网站3个，检查36项内容，达标32项，达标率为88.9%（见附件1）。");
    expect(lines).toContain("〔页脚〕—  —");
    // A file does not say how wide the columns are in the units of a type, nor that a cell is aligned unlike its column's records.
    const kept = readFileSync(join(folder, "output/示例/示例.txt"), "utf8").split("\n");
    const missing = kept.map((line) => line.replace("〔居中〕", "")).filter((line) => !lines.includes(line));
    expect(missing.filter((line) => !line.startsWith("〔版式〕"))).toEqual([]);
  });

  test("says why a file cannot be read: status 1; with --textconv that is a line of text", () => {
    const folder = layOutEdition();
    writeIn(folder, "坏.docx", "不是");
    const plain = runProgram(folder, ["text", "坏.docx"]);
    expect({ status: plain.status, output: plain.output }).toEqual({ status: 1, output: "" });
    expect(plain.errors).toContain("坏.docx");
    const forGit = runProgram(folder, ["text", "坏.docx", "--textconv"]);
    expect({ status: forGit.status, errors: forGit.errors }).toEqual({ status: 0, errors: "" });
    expect(forGit.output).toMatch(/^〔读不出〕.*（校验码[0-9a-f]{16}）\n$/u);
    expect(runProgram(folder, ["text", "没有.docx"]).errors).toContain("没有“没有.docx”这个文件");
  });
});

describe("git with text as its textconv", () => {
  test("diff and log -p show circulars line by line", (context) => {
    requireProgram("git", context);
    const folder = layOutEdition();
    setUp(folder);
    runProgram(folder, ["build", "data/示例"]);
    commit(folder, "初稿");
    replaceIn(folder, "data/示例/circular.yaml", "检查项: 12, 达标项: 9", "检查项: 12, 达标项: 10");
    runProgram(folder, ["build", "data/示例"]);
    const changed = (text: string): string[] => text.split("\n").filter((line) => /^[-+]〔/u.test(line));
    const expected = [
      "-〔正文〕共检查政府网站3个，检查36项内容，达标32项，达标率为88.9%（见附件1）。",
      "+〔正文〕共检查政府网站3个，检查36项内容，达标33项，达标率为91.7%（见附件1）。",
      "-〔记录〕网站名称：乙县人民政府门户网站｜检查项：12｜达标项：9｜达标率：75.0%｜主要问题：没有按期答复留言",
      "+〔记录〕网站名称：乙县人民政府门户网站｜检查项：12｜达标项：10｜达标率：83.3%｜主要问题：没有按期答复留言",
    ];
    expect(changed(git(folder, "diff", "--", "*.docx"))).toEqual(expect.arrayContaining(expected));
    commit(folder, "改数");
    expect(changed(git(folder, "log", "-p", "-1", "--", "*.docx"))).toEqual(expect.arrayContaining(expected));
    expect(git(folder, "diff", "HEAD~1", "HEAD", "--", "*.docx")).not.toContain("Binary files");
  });

  test("goes on after a file that cannot be read", (context) => {
    requireProgram("git", context);
    const folder = layOutEdition();
    setUp(folder);
    writeIn(folder, "甲.docx", "不是");
    writeIn(folder, "乙.txt", "一\n");
    commit(folder, "初稿");
    writeIn(folder, "甲.docx", "也不是");
    writeIn(folder, "乙.txt", "二\n");
    const shown = git(folder, "diff");
    expect(shown).toContain("+二");
    expect(shown).toMatch(/^\+〔读不出〕/mu);
  });
});
