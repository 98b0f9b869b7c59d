import { describe, expect, it } from "vitest";
import { writeRedline } from "../../src/docx/redline/write-redline.js";
import { compareDocuments } from "../../src/diff/compare-documents.js";
import { findAll, ownText, parseXml, readParts, type XmlElement } from "../docx/xml-tree.js";
import { CHANGED } from "./changed-circulars.js";
import { redlineOf } from "./redline-folders.js";

async function bodyOf(name: string): Promise<XmlElement> {
  const { bytes } = await redlineOf(CHANGED[name]!);
  return findAll(parseXml(readParts(bytes)["word/document.xml"]!), "w:body")[0]!;
}

/** Text with `{-deleted-}` and `{+inserted+}` words; `¶-` and `¶+` for a paragraph's end that goes or comes. */
function marked(paragraph: XmlElement): string {
  const parts = paragraph.children.flatMap((child) => {
    if (typeof child === "string") return [];
    const text = ["w:t", "w:delText"]
      .flatMap((name) => findAll(child, name))
      .map(ownText)
      .join("");
    if (child.name === "w:del") return [`{-${text}-}`];
    if (child.name === "w:ins") return [`{+${text}+}`];
    return [text];
  });
  const properties = findAll(paragraph, "w:pPr")[0];
  const end = properties === undefined ? [] : findAll(properties, "w:rPr");
  const ends = ["w:del", "w:ins"].flatMap((name) => end.flatMap((each) => findAll(each, name)));
  return parts.join("") + ends.map(({ name }) => (name === "w:del" ? "¶-" : "¶+")).join("");
}

/** The rows of the last table: `-` deleted, `+` inserted; `↑` for a cell that goes on with the one above. */
async function rowsOf(name: string): Promise<string[]> {
  const table = findAll(await bodyOf(name), "w:tbl").at(-1)!;
  return findAll(table, "w:tr").map((row) => {
    const properties = findAll(row, "w:trPr")[0]!;
    const sign = findAll(properties, "w:del").length > 0 ? "-" : findAll(properties, "w:ins").length > 0 ? "+" : " ";
    const cells = findAll(row, "w:tc").map((cell) => {
      const merge = findAll(cell, "w:vMerge")[0]?.attributes["w:val"];
      if (merge === "continue") return "↑";
      const text = marked(findAll(cell, "w:p")[0]!);
      return sign === " " ? text : text.replace(/[{}+¶-]/g, "");
    });
    return `${sign} ${cells.join("｜")}`;
  });
}

async function changedParagraphs(name: string): Promise<string[]> {
  const children = (await bodyOf(name)).children.filter((child) => typeof child !== "string");
  return children
    .filter((child) => child.name === "w:p")
    .map(marked)
    .filter((text) => /[{¶]/.test(text));
}

describe("marks in the text", () => {
  it("are none where nothing changed", async () => {
    const body = await bodyOf("nothing changed");
    expect([...findAll(body, "w:ins"), ...findAll(body, "w:del")]).toEqual([]);
  });

  it("stand around the words that changed, numbers and dates kept whole", async () => {
    expect(await changedParagraphs("抄送, 印发机关 and 印发日期")).toEqual([]);
    const imprint = findAll(await bodyOf("抄送, 印发机关 and 印发日期"), "w:tbl").at(-1)!;
    expect(findAll(imprint, "w:p").map(marked)[1]).toBe(
      "潮州市{-人民-}政府办公室{-2024年7月10日-}{+2024年7月12日+}印发",
    );
  });

  it("renumber the attachments that stay", async () => {
    expect(await changedParagraphs("an attachment gone and the others renumbered")).toEqual([
      "{-2.政务新媒体抽查情况统计表-}¶-",
      "{-3-}{+2+}.政府网站和政务新媒体检查发现问题清单",
      "{-附件2-}¶-",
      "{-政务新媒体抽查情况统计表-}¶-",
      "{-注：抽查采样时间截止2024年6月30日，各《政府网站和政务新媒体检查报告》已通过政务工作群发至各县区、各部门相关工作人员。-}¶-",
      "附件{-3-}{+2+}",
    ]);
  });

  it("let the end of the paragraph before the last one come or go, for the last one's must stay", async () => {
    const paragraphs = await changedParagraphs("all attachments gone");
    const body = await bodyOf("all attachments gone");
    expect(paragraphs[0]).toContain("¶-");
    expect(findAll(body, "w:sectPr")).toHaveLength(1);
  });
});

describe("marks in tables", () => {
  it("show an added row as one row, with the numbers of the rows after it", async () => {
    expect(await rowsOf("a row added at the end of a merged group")).toMatchInlineSnapshot(`
      [
        "  序号｜单位｜账号",
        "  1｜市民政局｜潮州民政",
        "  2｜↑｜潮州福彩",
        "  3｜↑｜潮州救助",
        "+ 4｜↑｜新账号",
        "  {-4-}{+5+}｜市公安局｜潮州公安",
        "  {-5-}{+6+}｜↑｜潮州网警",
        "  {-6-}{+7+}｜市统计局｜潮州统计",
      ]
    `);
  });

  it("show a row taken out of a merged group as one row", async () => {
    expect(await rowsOf("the middle row of a merged group gone")).toMatchInlineSnapshot(`
      [
        "  序号｜单位｜账号",
        "  1｜市民政局｜潮州民政",
        "- 2｜↑｜潮州福彩",
        "  {-3-}{+2+}｜↑｜潮州救助",
        "  {-4-}{+3+}｜市公安局｜潮州公安",
        "  {-5-}{+4+}｜↑｜潮州网警",
        "  {-6-}{+5+}｜市统计局｜潮州统计",
      ]
    `);
  });

  it("keep the first row of a merged group, with other texts, where it was taken out", async () => {
    expect(await rowsOf("the first row of a merged group gone")).toMatchInlineSnapshot(`
      [
        "  序号｜单位｜账号",
        "  1｜市民政局｜潮州{-民政-}{+福彩+}",
        "- 2｜↑｜潮州福彩",
        "  {-3-}{+2+}｜↑｜潮州救助",
        "  {-4-}{+3+}｜市公安局｜潮州公安",
        "  {-5-}{+4+}｜↑｜潮州网警",
        "  {-6-}{+5+}｜市统计局｜潮州统计",
      ]
    `);
  });

  it("keep the first row of a merged group, with other texts, where one was put before it", async () => {
    expect(await rowsOf("a row added at the beginning of a merged group")).toMatchInlineSnapshot(`
      [
        "  序号｜单位｜账号",
        "  1｜市民政局｜{-潮州民政-}{+新账号+}",
        "+ 2｜↑｜潮州民政",
        "  {-2-}{+3+}｜↑｜潮州福彩",
        "  {-3-}{+4+}｜↑｜潮州救助",
        "  {-4-}{+5+}｜市公安局｜潮州公安",
        "  {-5-}{+6+}｜↑｜潮州网警",
        "  {-6-}{+7+}｜市统计局｜潮州统计",
      ]
    `);
  });

  it("replace the rows of a merged group that was split from where it was", async () => {
    expect(await rowsOf("a merged group split in the middle")).toMatchInlineSnapshot(`
      [
        "  序号｜单位｜账号",
        "  1｜市民政局｜潮州民政",
        "- 2｜↑｜潮州福彩",
        "- 3｜↑｜潮州救助",
        "+ 2｜市体育局｜潮州福彩",
        "+ 3｜市民政局｜潮州救助",
        "  4｜市公安局｜潮州公安",
        "  5｜↑｜潮州网警",
        "  6｜市统计局｜潮州统计",
      ]
    `);
  });

  it("delete a whole group with its rows", async () => {
    expect(await rowsOf("a whole merged group gone")).toMatchInlineSnapshot(`
      [
        "  序号｜单位｜账号",
        "- 1｜市民政局｜潮州民政",
        "- 2｜↑｜潮州福彩",
        "- 3｜↑｜潮州救助",
        "  {-4-}{+1+}｜市公安局｜潮州公安",
        "  {-5-}{+2+}｜↑｜潮州网警",
        "  {-6-}{+3+}｜市统计局｜潮州统计",
      ]
    `);
  });
});

describe("a redline", () => {
  it("is the same, byte for byte, for the same drafts, author and date", async () => {
    for (const drafts of Object.values(CHANGED)) {
      expect((await redlineOf(drafts)).bytes).toEqual((await redlineOf(structuredClone(drafts))).bytes);
    }
  });

  it("says which tables it marks as a whole", async () => {
    expect((await redlineOf(CHANGED["a column added"]!)).remarks).toMatchInlineSnapshot(`
      [
        "附件3的表格的列或结构有变化，花脸稿中整表标为删除，并在其后整表标为插入",
      ]
    `);
  });

  it("says which changes of layout it does not mark", async () => {
    expect((await redlineOf(CHANGED["an attachment turned to landscape"]!)).remarks).toMatchInlineSnapshot(`
      [
        "附件2 纸张方向有变化（纵向 → 横向），花脸稿采用新稿的版式，未作标记",
      ]
    `);
    expect((await redlineOf(CHANGED["words of a paragraph"]!)).remarks).toEqual([]);
  });

  it("names whoever is given as the author", async () => {
    const [before, after] = CHANGED["words of a paragraph"]!;
    const by = { author: "张“三”<&>", date: "2025-01-02T03:04:05Z" };
    const { bytes } = await writeRedline(before, after, compareDocuments(before, after), by);
    const insertion = findAll(parseXml(readParts(bytes)["word/document.xml"]!), "w:ins")[0]!;
    expect(insertion.attributes).toMatchObject({ "w:author": by.author, "w:date": by.date });
  });
});
