import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { compareSides, surroundingsInWords, type DiffSide } from "../../src/cli/diff-sides.js";
import { readDocx } from "../../src/docx/read-docx.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { composeEdition } from "../../src/edition/compose-edition.js";
import { changeReport } from "../../src/report/changes/change-report.js";
import { writeTerminalReport } from "../../src/report/changes/terminal-report.js";
import { memoryFiles } from "../edition/compose-in-memory.js";
import { casesFolder, editionFiles } from "./draft-pair.js";

type Parts = Readonly<Record<string, string>>;

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const word = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}"`;
const run = (text: string, properties = ""): string =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A circular in which somebody put one of everything in Word. */
let furnished: Parts = {};

/** The same circular as the program wrote it. */
let plain: Parts = {};

beforeAll(async () => {
  const files = Object.fromEntries(
    editionFiles.map((file) => [file, readFileSync(new URL(`edition/${file}`, casesFolder), "utf8")]),
  );
  const { draft } = await composeEdition(memoryFiles(files), "data/示例", { templatesFolder: "templates" });
  if (draft === undefined) throw new Error("the edition of the pairs has errors");
  plain = Object.fromEntries(
    Object.entries(unzipSync(await writeDocx(draft))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  furnished = [furnishText, furnishParts].reduce((parts, step) => step(parts), plain);
});

function furnishText(parts: Parts): Parts {
  const box = `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p>${run("框里的字")}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Choice></mc:AlternateContent></w:r>`;
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF 某处</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("第3页")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const extra = [
    run("另见", "<w:b/>"),
    `<w:hyperlink r:id="rId91">${run("网址")}</w:hyperlink>`,
    field,
    run("藏着的字", "<w:vanish/>"),
    '<w:r><w:footnoteReference w:id="2"/></w:r>',
    box,
    run("完。"),
  ].join("");
  const numbered = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>${run("编了号的段落")}</w:p>`;
  const nested = `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr><w:p>${run("表中表")}</w:p></w:tc></w:tr></w:tbl>`;
  const text = parts["word/document.xml"] ?? "";
  const first = text.indexOf("现将有关情况通报如下");
  const end = text.indexOf("</w:p>", first);
  const cell = text.indexOf("图片缺少文字说明");
  const cellEnd = text.indexOf("</w:p>", cell) + "</w:p>".length;
  expect(Math.min(first, end, cell)).toBeGreaterThan(0);
  const body = `${text.slice(0, end)}${extra}</w:p>${numbered}${text.slice(end + "</w:p>".length, cellEnd)}${nested}<w:p/>${text.slice(cellEnd)}`;
  return {
    ...parts,
    "word/document.xml": body.replace(/<w:sectPr>/gu, '<w:sectPr><w:headerReference w:type="even" r:id="rId92"/>'),
  };
}

function furnishParts(parts: Parts): Parts {
  const relationship = (id: number, type: string, target: string, mode = ""): string =>
    `<Relationship Id="rId${String(id)}" Type="${office}/${type}" Target="${target}"${mode}/>`;
  const relationships = [
    relationship(91, "hyperlink", "https://www.example.gov.cn/", ' TargetMode="External"'),
    relationship(92, "header", "header9.xml"),
    relationship(93, "footnotes", "footnotes.xml"),
    relationship(94, "numbering", "numbering.xml"),
  ].join("");
  const insert = (name: string, before: string, what: string): Parts => ({
    [name]: (parts[name] ?? "").replace(before, `${what}${before}`),
  });
  return {
    ...parts,
    ...insert("word/_rels/document.xml.rels", "</Relationships>", relationships),
    "word/header9.xml": `<w:hdr ${word}><w:p>${run("偶数页的页眉")}</w:p></w:hdr>`,
    "word/footnotes.xml": `<w:footnotes ${word}><w:footnote w:id="2"><w:p>${run("脚注的字")}</w:p></w:footnote></w:footnotes>`,
    "word/numbering.xml": `<w:numbering ${word}><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`,
  };
}

/** What the report says of a change of one place of one part. */
async function reported(part: string, find: string | RegExp, put: string): Promise<string> {
  const text = furnished[part] ?? "";
  const changed = text.replace(find, put);
  expect(changed, `${part} holds ${String(find)}`).not.toBe(text);
  const { before, after, comparison } = await compareSides(
    side("旧稿", furnished),
    side("新稿", { ...furnished, [part]: changed }),
  );
  return writeTerminalReport(changeReport({ before, after, comparison }));
}

function side(name: string, parts: Parts): DiffSide {
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, strToU8(text)])));
  const { document, surroundings, diagnostics } = readDocx(bytes, name);
  if (document === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return { name, kind: "docx", document, surroundings: surroundingsInWords(surroundings), bytes, diagnostics };
}

const body = "word/document.xml";

describe("one character changed in an odd place of a .docx", () => {
  it("is found only if it is there", async () => {
    const { comparison } = await compareSides(side("旧稿", furnished), side("新稿", { ...furnished }));
    expect(comparison.equal).toBe(true);
    expect(comparison.formatCompared).toBe(true);
  });

  it.each<readonly [what: string, part: string, find: string | RegExp, put: string, words: string]>([
    ["a footnote", "word/footnotes.xml", "脚注的字", "脚注的宇", "脚注改动"],
    ["a header of even pages", "word/header9.xml", "偶数页", "偶数頁", "页眉改动"],
    ["a text box", body, "框里的字", "框里的宇", "文本框"],
    ["a table within a cell", body, "表中表", "表中錶", "表中[-表-]{+錶+}"],
    ["hidden text", body, "藏着的字", "藏着的宇", "隐藏文字改动"],
    ["the result of a field", body, "第3页", "第4页", "第[-3-]{+4+}页"],
    ["the instruction of a field", body, "REF 某处", "REF 某虚", "（域）"],
    ["where a link leads", "word/_rels/document.xml.rels", "example.gov.cn/", "example.gov.cn/x", "文字的链接地址"],
    ["the title among the properties", "docProps/core.xml", /<dc:title>./u, "<dc:title>某", "文件属性改动"],
    [
      "where a numbering starts",
      "word/numbering.xml",
      'w:start w:val="1"',
      'w:start w:val="5"',
      "[-1-]{+5+}.编了号的段落",
    ],
    [
      "the font of a numbering",
      "word/numbering.xml",
      "<w:lvlText",
      '<w:suff w:val="space"/><w:lvlText',
      "自动编号（定义不同）",
    ],
    ["bold taken from a run", body, "<w:b/></w:rPr><w:t", "</w:rPr><w:t", "文字的加粗"],
    [
      "the colour of a cell's text",
      body,
      /<w:t[^>]*>示例教育发布/u,
      '<w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>示例教育发布',
      "文字的颜色",
    ],
    [
      "the border of a table",
      body,
      /<w:tblPr>/u,
      '<w:tblPr><w:tblBorders><w:top w:val="double"/></w:tblBorders>',
      "边框",
    ],
    ["the shading of a cell", body, /<w:tcPr>/u, '<w:tcPr><w:shd w:fill="EEEEEE"/>', "底纹"],
    ["the height of a row", body, /<w:trHeight w:val="374"/u, '<w:trHeight w:val="375"', "（行高）"],
    [
      "the height of a row in a cell",
      body,
      "<w:tr><w:tc>",
      '<w:tr><w:trPr><w:trHeight w:val="9"/></w:trPr><w:tc>',
      "行高",
    ],
    ["the width of a column", body, /<w:gridCol w:w="(\d+)"/u, '<w:gridCol w:w="9$1"', "列宽改动"],
    ["a margin of the page", body, /w:top="\d+"/u, 'w:top="1440"', "页面（上边距"],
    ["the indent of a paragraph", body, "<w:pPr>", '<w:pPr><w:ind w:left="420"/>', "（缩进）"],
    ["a style", "word/styles.xml", /<w:spacing /u, '<w:jc w:val="right"/><w:spacing ', "样式“"],
    [
      "the format of a footer",
      "word/footer1.xml",
      /<w:jc w:val="\w+"\/>|<w:pStyle w:val="\w+"\/>/u,
      '<w:jc w:val="center"/>',
      "页脚",
    ],
    ["headers of even pages", "word/settings.xml", /<w:evenAndOddHeaders[^>]*>/u, "", "文档设置"],
    [
      "which pages have the header",
      body,
      'w:type="even" r:id="rId92"',
      'w:type="default" r:id="rId92"',
      "页面（页眉）",
    ],
    [
      "the name of the agency among the properties",
      "docProps/core.xml",
      /<dc:creator>./u,
      "<dc:creator>某",
      "文件属性改动",
    ],
  ])("%s", async (_, part, find, put, words) => {
    const report = await reported(part, find, put);
    expect(report).not.toContain("相同，没有改动");
    expect(report).toContain(words);
  });
});

describe("the format of files that different programs saved", () => {
  it("is not called the same, and the report says that it was not compared", async () => {
    const saved = (plain["docProps/app.xml"] ?? "").replace("tongbao", "Microsoft Office Word");
    const compared = await compareSides(side("旧稿", plain), side("新稿", { ...plain, "docProps/app.xml": saved }));
    const report = writeTerminalReport(changeReport(compared));
    expect(report).toContain("两稿的内容相同，没有改动；格式没有比较");
    expect(report).toContain("两稿分别由 tongbao 和 Microsoft Office Word 保存");
  });
});
