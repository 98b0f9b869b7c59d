import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellText, type CircularDocument, type Table } from "../../src/document/tree.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { requirePythonModule, systemPython } from "../outside.js";
import {
  ACCOUNT_TABLE,
  landscapeCircular,
  letterCircular,
  pictureCircular,
  plainCircular,
  PROBLEM_TABLE,
  redHeadCircular,
  SITE_TABLE,
  tenAttachmentsCircular,
  WIDE_TABLE,
} from "./sample-documents.js";

interface Seen {
  readonly paragraphs: readonly {
    readonly style: string;
    readonly text: string;
    readonly outline: number | null;
    readonly runs: readonly { readonly text: string; readonly style: string }[];
  }[];
  readonly tables: readonly {
    readonly style: string;
    readonly rows: readonly (readonly string[])[];
    readonly origins: readonly (readonly string[])[];
    readonly headerRows: number;
  }[];
  readonly sections: readonly Readonly<Record<string, unknown>>[];
  readonly oddAndEvenPagesDiffer: boolean;
  readonly title: string;
  readonly author: string;
  readonly created: string;
  readonly pictures: number;
}

const SCRIPT = fileURLToPath(new URL("read_docx.py", import.meta.url));
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "tongbao-python-docx-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(document: CircularDocument): Promise<Seen> {
  const file = path.join(folder, "circular.docx");
  writeFileSync(file, await writeDocx(document));
  const { stdout, stderr, status } = spawnSync(systemPython, [SCRIPT, file], {
    encoding: "utf8",
    maxBuffer: 1e8,
    env: { PYTHONIOENCODING: "utf-8" },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Seen;
}

/** The grid of a table as the tree says it: text in every covered place, and where the covering cell begins. */
function expectedGrid(table: Table): { readonly rows: string[][]; readonly origins: string[][] } {
  const rows = [...table.headerRows, ...table.rows];
  const texts = rows.map(() => new Array<string>(table.columns.length).fill(""));
  const origins = rows.map(() => new Array<string>(table.columns.length).fill(""));
  rows.forEach((row, rowIndex) =>
    row.cells.forEach((cell, columnIndex) => {
      if (cell === null) return;
      const rowSpan = typeof cell === "string" ? 1 : (cell.rowSpan ?? 1);
      const columnSpan = typeof cell === "string" ? 1 : (cell.columnSpan ?? 1);
      for (let r = rowIndex; r < rowIndex + rowSpan; r += 1) {
        for (let c = columnIndex; c < columnIndex + columnSpan; c += 1) {
          texts[r]![c] = cellText(cell);
          origins[r]![c] = `${String(rowIndex)},${String(columnIndex)}`;
        }
      }
    }),
  );
  return { rows: texts, origins };
}

describe("python-docx reads back", () => {
  it("every element of the plain circular in its style", async (context) => {
    requirePythonModule("docx", context);
    const { paragraphs } = await read(plainCircular);
    expect(paragraphs.map(({ style, text }) => [style, text.slice(0, 14)])).toEqual([
      ["Title", "潮州市人民政府办公室关于20"],
      ["主送机关", "各县、区人民政府、市府直属各"],
      ["公文正文", "为掌握全市政府网站和政务新媒"],
      ["Heading 1", "一、总体情况"],
      ["公文正文", "本季度检查在运行政府网站8家"],
      ["Heading 1", "二、发现的主要问题"],
      ["二级标题接排", "（一）内容更新不够及时。湘桥"],
      ["二级标题接排", "（二）页面链接维护不到位。湘"],
      ["Heading 2", "（三）政务新媒体的管理"],
      ["三级标题接排", "1.菜单功能。“潮州网警”“"],
      ["Heading 3", "2.内容更新"],
      ["四级标题接排", "（1）更新频次。“潮州统计”"],
      ["Heading 4", "（2）转载要求"],
      ["公文正文", "部分账号没有按要求转载上级重"],
      ["Heading 1", "三、下一步工作要求"],
      ["公文正文", "各地、各部门要对照问题清单逐"],
      ["附件说明", "附件：1.政府网站抽查情况统"],
      ["附件说明", "2.政务新媒体抽查情况统计表"],
      ["附件说明", "3.政府网站和政务新媒体检查"],
      ["署名", "潮州市人民政府办公室"],
      ["成文日期", "2024年7月10日"],
      ["公开方式", "公开方式：主动公开"],
      ["附件标识", "附件1"],
      ["附件标题", "政府网站抽查情况统计表"],
      ["注", "注：抽查采样时间截止2024"],
      ["附件标识", "附件2"],
      ["附件标题", "政务新媒体抽查情况统计表"],
      ["注", "注：抽查采样时间截止2024"],
      ["附件标识", "附件3"],
      ["附件标题", "政府网站和政务新媒体检查发现"],
      ["注", "注：检查采样时间为2024年"],
      ["间隔", ""],
    ]);
    expect(paragraphs[0]!.text).toBe("潮州市人民政府办公室关于2024年第二季度\n全市政府网站与政务新媒体检查情况的通报");
  });

  it("an outline of headings and attachment titles for the navigation pane", async (context) => {
    requirePythonModule("docx", context);
    const { paragraphs } = await read(plainCircular);
    expect(paragraphs.flatMap(({ outline, text }) => (outline === null ? [] : [[outline, text.slice(0, 8)]]))).toEqual([
      [1, "一、总体情况"],
      [1, "二、发现的主要问"],
      [2, "（一）内容更新不"],
      [2, "（二）页面链接维"],
      [2, "（三）政务新媒体"],
      [3, "1.菜单功能。“"],
      [3, "2.内容更新"],
      [4, "（1）更新频次。"],
      [4, "（2）转载要求"],
      [1, "三、下一步工作要"],
      [1, "政府网站抽查情况"],
      [1, "政务新媒体抽查情"],
      [1, "政府网站和政务新"],
    ]);
  });

  it("a run-in heading as one paragraph whose first sentence has the character style of its level", async (context) => {
    requirePythonModule("docx", context);
    const { paragraphs } = await read(plainCircular);
    const runIn = paragraphs.find(({ text }) => text.startsWith("（二）页面"))!;
    expect(runIn.runs.map(({ text, style }) => [style, text.slice(0, 13)])).toEqual([
      ["二级标题文字", "（二）页面链接维护不到位。"],
      ["Default Paragraph Font", "湘桥区人民政府网站、潮安区"],
    ]);
  });

  it.for([
    ["附件1 with a cell down all records and a 备注 row", plainCircular, 0, SITE_TABLE, 1],
    ["附件2 with 69 accounts in two levels of merged cells", plainCircular, 1, ACCOUNT_TABLE, 1],
    ["附件3 without merged cells", plainCircular, 2, PROBLEM_TABLE, 1],
    ["the landscape table with two header rows and a total", landscapeCircular, 1, WIDE_TABLE, 2],
  ] as const)("%s, cell by cell and merge by merge", async ([, document, index, table, headerRows], context) => {
    requirePythonModule("docx", context);
    const { tables } = await read(document);
    const expected = expectedGrid(table);
    expect(tables[index]!.rows).toEqual(expected.rows);
    expect(tables[index]!.origins).toEqual(expected.origins);
    expect(tables[index]!.headerRows).toBe(headerRows);
    expect(tables[index]!.style).toBe("通报表格");
  });

  it("the paper, the margins and one footer for all sections", async (context) => {
    requirePythonModule("docx", context);
    const { sections, oddAndEvenPagesDiffer } = await read(landscapeCircular);
    const upright = { orientation: "portrait", width: 210, height: 297, margins: [37, 26, 35, 28] };
    const turned = { orientation: "landscape", width: 297, height: 210, margins: [28, 37, 26, 35] };
    const number = { footer: ["—  —"], firstPageDiffers: false };
    expect(sections).toEqual([
      { ...upright, ...number, ownFooter: true },
      { ...turned, ...number, ownFooter: false },
      { ...upright, ...number, ownFooter: false },
    ]);
    expect(oddAndEvenPagesDiffer).toBe(true);
  });

  it("a letter's first page without a number", async (context) => {
    requirePythonModule("docx", context);
    const { sections, paragraphs } = await read(letterCircular);
    expect(sections[0]).toMatchObject({ firstPageDiffers: true });
    expect(paragraphs.slice(0, 3).map(({ style, text }) => [style, text])).toEqual([
      ["发文机关标志", "潮州市人民政府办公室"],
      ["信函上线", ""],
      ["发文字号", "潮府办函〔2024〕12号"],
    ]);
  });

  it("版头 in order and 版记 as the last table", async (context) => {
    requirePythonModule("docx", context);
    const { paragraphs, tables } = await read(redHeadCircular);
    expect(paragraphs.slice(0, 6).map(({ style, text }) => [style, text.slice(0, 20)])).toEqual([
      ["份号", "000012"],
      ["密级和保密期限", "秘密★1年"],
      ["紧急程度", "特急"],
      ["发文机关标志", "潮州市人民政府办公室文件"],
      ["发文字号", "潮府办〔2024〕12号"],
      ["Title", "潮州市人民政府办公室关于2024年第二季"],
    ]);
    const imprint = tables.at(-1)!;
    expect(imprint.style).toBe("版记");
    expect(imprint.rows.map(([text]) => text!.slice(0, 8))).toEqual(["抄送：市委办公室", "潮州市人民政府办"]);
    expect(imprint.rows[1]![0]).toBe("潮州市人民政府办公室\t2024年7月10日印发");
  });

  it("ten attachments with a tab between number and name", async (context) => {
    requirePythonModule("docx", context);
    const { paragraphs } = await read(tenAttachmentsCircular);
    const list = paragraphs.filter(({ style }) => style === "附件说明").map(({ text }) => text.slice(0, 9));
    expect(list[0]).toBe("附件：1.\t政府网");
    expect(list[9]).toBe("10.\t整改台账");
  });

  it("title, issuer and 成文日期 in the document properties", async (context) => {
    requirePythonModule("docx", context);
    const seen = await read(pictureCircular);
    expect([seen.title, seen.author, seen.created]).toEqual([
      "潮州市人民政府办公室关于2024年第二季度全市政府网站与政务新媒体检查情况的通报",
      "潮州市人民政府办公室",
      "2024-07-10T00:00:00",
    ]);
    expect(seen.pictures).toBe(3);
  });
});
