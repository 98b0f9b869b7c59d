import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test, type TestContext } from "vitest";
import { checkTree } from "../../src/document/invariants.js";
import type { CircularDocument } from "../../src/document/tree.js";
import { withoutOrigin } from "../../src/document/without-origin.js";
import { readDocx } from "../../src/docx/read-docx.js";
import { projectPath } from "../circulars/built-circular.js";
import { requireProgram, requirePythonModule, systemPython } from "../outside.js";
import { writeReviewText } from "../../src/text/review-text.js";

const folder = mkdtempSync(join(tmpdir(), "tongbao-docx-reading-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function read(file: string): CircularDocument {
  const { document } = readDocx(readFileSync(file), "通报.docx");
  expect(document).toBeDefined();
  expect(checkTree(document!, "read")).toEqual([]);
  return document!;
}

/** The words of a document without its look: one line for each element, as in the review text. */
function elementLines(document: CircularDocument): string[] {
  return writeReviewText(document)
    .split("\n")
    .filter((line) => line !== "" && !/^〔(?:版式|说明)〕/u.test(line));
}

/** The same alignment of every cell: other programs write our styles out, but the most frequent alignment is not the same thing. */
function withoutAlignment(document: CircularDocument): unknown {
  return JSON.parse(
    JSON.stringify(withoutOrigin(document), (key, value: unknown) => (key === "align" ? undefined : value)),
  );
}

const pandoc = "pandoc";

const editions = readdirSync(projectPath("output"));

describe("a circular of ours", () => {
  test.for(editions)("that LibreOffice has saved again has the same elements: %s", (edition, context) => {
    requireProgram("soffice", context);
    const original = projectPath("output", edition, `${edition}.docx`);
    const target = join(folder, "libreoffice");
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    execFileSync("soffice", [profile, "--headless", "--convert-to", "docx", "--outdir", target, original], {
      stdio: "ignore",
    });
    expect(withoutAlignment(read(join(target, `${edition}.docx`)))).toEqual(withoutAlignment(read(original)));
  });
});

/** What all the circulars written by others say, with the slips that each of them has. */
const common = [
  "〔标题〕示例市人民政府办公室关于2024年第二季度",
  "〔标题〕政府网站检查情况的通报",
  "〔主送〕各县、区人民政府，市府直属各单位：",
  "〔正文〕按照有关要求，市政府办公室组织检查了全市政府网站。现将有关情况通报如下：",
  "〔一级〕一、总体情况",
  "〔正文〕全市在运行政府网站2家，合格率100%。",
  "〔一级〕二、发现的主要问题",
  "〔二级〕（一）内容更新不及时。〔接排〕新区政府网站有1个栏目没有更新。",
];
const properties = [
  "〔文件属性〕标题：示例市人民政府办公室关于2024年第二季度政府网站检查情况的通报",
  "〔文件属性〕发文机关：示例市人民政府办公室",
  "〔文件属性〕日期：2024-07-10",
];
const sites = [
  "〔表〕记录2条｜序号：1–2｜网站名称｜存在问题｜得分",
  "〔记录〕网站名称：示例市人民政府网站｜存在问题：无｜得分：98.5",
  "〔记录〕网站名称：新区政府网站｜存在问题：栏目更新不及时｜得分：87",
];

describe("a circular made with python-docx, without styles", () => {
  const write = (name: string, context: TestContext): CircularDocument => {
    requirePythonModule("docx", context);
    const target = join(folder, `${name}.docx`);
    execFileSync(systemPython, [fileURLToPath(new URL("write_circulars.py", import.meta.url)), name, target]);
    return read(target);
  };

  test("has its elements by type, alignment and indents", (context) => {
    expect(elementLines(write("by_hand", context))).toEqual([
      "〔版头〕",
      "〔发文机关标志〕示例市人民政府办公室文件",
      "〔发文字号〕示府办函〔2024〕12号",
      ...common,
      "〔二级〕（二）链接不可访问",
      "〔三级〕1.首页链接。〔接排〕涉及1家网站。",
      "〔四级〕（1）友情链接",
      "〔正文〕请于7月20日前报送整改情况。",
      "〔附件说明〕附件",
      "〔附件名称1〕政府网站检查情况统计表",
      "〔附件名称2〕政府网站检查发现问题清单及其整改要求和完成时限",
      "〔署名〕示例市人民政府办公室",
      "〔成文日期〕2024年7月10日",
      "〔公开方式〕公开方式：主动公开",
      "〔附注〕（联系人：×××，联系电话：×××）",
      "〔附件1〕附件1",
      "〔附件标题〕政府网站检查情况统计表",
      "〔附件副题〕（2024年4—6月）",
      ...sites,
      "〔合计行〕序号：合计｜网站名称：｜存在问题：｜得分：185.5",
      "〔注〕注：采样时间截至2024年6月30日。",
      "〔附件2〕附件2：",
      "〔附件标题〕政府网站检查发现问题清单",
      "〔表〕记录2条｜序号：1–2｜单位｜类别｜内容",
      "〔记录〕单位：新区｜类别：更新｜内容：栏目没有更新",
      "〔记录〕单位↑：新区｜类别：链接｜内容：友情链接不可访问",
      "〔版记〕",
      "〔抄送〕市委办公室，市人大常委会办公室，市政协办公室。",
      "〔印发机关〕示例市人民政府办公室",
      "〔印发日期〕2024年7月10日",
      ...properties,
    ]);
  });

  test("has its elements by blanks and position alone", (context) => {
    const document = write("by_blanks", context);
    expect(elementLines(document)).toEqual([
      ...common.map((line) => (line.startsWith("〔主送〕") ? line.replace("：", ":") : line)),
      "〔正文〕请于7月20日前报送整改情况。",
      "〔附件说明〕附件",
      "〔附件名称1〕政府网站检查情况统计表",
      "〔附件名称2〕政府网站检查发现问题清单",
      "〔署名〕示例市人民政府办公室",
      "〔成文日期〕2024年7月10日",
      "〔附件1〕附件一",
      "〔附件标题〕政府网站检查情况统计表",
      ...sites,
      "〔合计行〕序号→存在问题：合计｜得分：185.5",
      "〔附件2〕附件二",
      "〔附件标题〕政府网站检查发现问题清单",
      "〔三级〕1.新区政府网站栏目没有更新。",
      ...properties,
    ]);
    expect(document.children.find(({ type }) => type === "attachmentList")).toMatchObject({
      separator: ":",
      items: [
        { number: 1, mark: "1、" },
        { number: 2, mark: "2、" },
      ],
    });
  });
});

test("a circular that pandoc has made from Markdown has its elements", (context) => {
  requireProgram(pandoc, context);
  const markdown = [
    "# 示例市人民政府办公室关于2024年第二季度政府网站检查情况的通报",
    "各县、区人民政府，市府直属各单位：",
    "按照有关要求，市政府办公室组织检查了全市政府网站。现将有关情况通报如下：",
    "## 一、总体情况",
    "全市在运行政府网站2家，合格率100%。",
    "## 二、发现的主要问题",
    "**（一）内容更新不及时。**新区政府网站有1个栏目没有更新。",
    "附件：1.政府网站检查情况统计表",
    "2.政府网站检查发现问题清单",
    "示例市人民政府办公室",
    "2024年7月10日",
    "附件1",
    "政府网站检查情况统计表",
    "| 序号 | 网站名称 | 存在问题 | 得分 |\n|---|---|---|---|\n| 1 | 示例市人民政府网站 | 无 | 98.5 |\n| 2 | 新区政府网站 | 栏目更新不及时 | 87 |",
    "附件2",
    "政府网站检查发现问题清单",
    "新区政府网站栏目没有更新。",
  ].join("\n\n");
  const target = join(folder, "pandoc.docx");
  writeFileSync(join(folder, "circular.md"), markdown);
  execFileSync(pandoc, [join(folder, "circular.md"), "-o", target]);
  expect(elementLines(read(target))).toEqual([
    "〔标题〕示例市人民政府办公室关于2024年第二季度政府网站检查情况的通报",
    ...common.slice(2),
    "〔附件说明〕附件",
    "〔附件名称1〕政府网站检查情况统计表",
    "〔附件名称2〕政府网站检查发现问题清单",
    "〔署名〕示例市人民政府办公室",
    "〔成文日期〕2024年7月10日",
    "〔附件1〕附件1",
    "〔附件标题〕政府网站检查情况统计表",
    ...sites,
    "〔附件2〕附件2",
    "〔附件标题〕政府网站检查发现问题清单",
    "〔正文〕新区政府网站栏目没有更新。",
    ...properties,
  ]);
});
