import { describe, expect, test } from "vitest";
import { cellText, plainText, type Block, type CircularDocument, type Table } from "../../src/document/tree.js";
import { checkTree } from "../../src/document/invariants.js";
import { readDocx, type ReadDraft } from "../../src/docx/read-docx.js";
import { circularBody, centred, p, part, tbl, tc, titleSize, wordFile, type WordParts } from "./word-file.js";

function read(parts: WordParts): ReadDraft & { readonly document: CircularDocument } {
  const draft = readDocx(wordFile(parts), "通报.docx");
  expect(draft.document).toBeDefined();
  expect(checkTree(draft.document!, "read")).toEqual([]);
  return { ...draft, document: draft.document! };
}

function readBody(...body: readonly string[]): ReadDraft & { readonly document: CircularDocument } {
  return read({ body: circularBody(...body) });
}

/** What stands between 主送 and 署名, a line for each block. */
function bodyLines({ document }: { readonly document: CircularDocument }): string[] {
  return document.children.filter(({ type }) => type === "paragraph" || type === "heading").map(lineOf);
}

function lineOf(block: Block): string {
  if (block.type === "paragraph") return plainText(block.children);
  if (block.type !== "heading") return block.type;
  const body = block.body === undefined ? "" : `｜${plainText(block.body)}`;
  return `${String(block.level)}:${block.label}${plainText(block.children)}${body}`;
}

function codes({ diagnostics }: ReadDraft): string[] {
  return diagnostics.map(({ code }) => code);
}

const run = (text: string, properties = ""): string =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

describe("tracked changes are read as accepted", () => {
  test("inserted text is there, deleted text is not", () => {
    const draft = readBody(
      `<w:p>${run("共检查")}<w:del w:id="1" w:author="×××"><w:r><w:delText>3</w:delText></w:r></w:del>` +
        `<w:ins w:id="2" w:author="×××">${run("4")}</w:ins>${run("家。")}</w:p>`,
    );
    expect(bodyLines(draft)).toEqual(["共检查4家。"]);
    expect(codes(draft)).toEqual(["docx-tracked-changes"]);
  });

  test("moved text is where it was moved to", () => {
    const draft = readBody(
      `<w:p><w:moveFrom w:id="1">${run("甲局很好。")}</w:moveFrom>${run("乙局很好。")}</w:p>`,
      `<w:p>${run("丙局很好。")}<w:moveTo w:id="2">${run("甲局很好。")}</w:moveTo></w:p>`,
    );
    expect(bodyLines(draft)).toEqual(["乙局很好。", "丙局很好。甲局很好。"]);
  });

  test("a paragraph whose mark is deleted goes on in the next one, and comments find both", () => {
    const draft = readBody(
      `<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="×××"/></w:rPr></w:pPr>${run("前半句，")}</w:p>`,
      p("后半句。"),
    );
    expect(bodyLines(draft)).toEqual(["前半句，后半句。"]);
    expect(draft.anchors?.piecesAt(["children", 2, "children"])).toEqual([
      { start: 0, end: 4, paragraph: 2, offset: 0 },
      { start: 4, end: 8, paragraph: 3, offset: 0 },
    ]);
  });

  test("deleted rows are gone, inserted ones are there, earlier formatting does not count", () => {
    const draft = read({
      body:
        circularBody() +
        p("附件") +
        p("清单", centred, titleSize) +
        tbl(
          [
            ["序号", "名称"],
            ["1", "甲"],
            ["2", "乙"],
            ["2", "丙"],
          ],
          ["<w:tblHeader/>", "", '<w:del w:id="1"/>', '<w:ins w:id="2"/>'],
        ) +
        `<w:p><w:pPr><w:pPrChange w:id="3"><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange></w:pPr>${run("说明文字。", '<w:rPrChange w:id="4"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}</w:p>`,
    });
    const attachment = draft.document.children.at(-1);
    if (attachment?.type !== "attachment") throw new Error("no attachment");
    expect(tableTexts(attachment.children[0] as Table)).toEqual([
      ["序号", "名称"],
      ["1", "甲"],
      ["2", "丙"],
    ]);
    expect(attachment.children[1]).toEqual({ type: "paragraph", children: [{ type: "text", value: "说明文字。" }] });
  });
});

function tableTexts({ headerRows, rows }: Table): string[][] {
  return [...headerRows, ...rows].map(({ cells }) => cells.map((cell) => (cell === null ? "‖" : cellText(cell))));
}

describe("text in all its forms", () => {
  test("runs split by spell checkers and bookmarks are one text", () => {
    const draft = readBody(
      `<w:p>${run("全市")}<w:proofErr w:type="spellStart"/>${run("在运行")}<w:bookmarkStart w:id="0" w:name="a"/><w:hyperlink r:id="rId9">${run("网站")}</w:hyperlink><w:smartTag><w:smartTag>${run("3")}</w:smartTag></w:smartTag><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${run("家。")}</w:sdtContent></w:sdt></w:p>`,
    );
    expect(bodyLines(draft)).toEqual(["全市在运行网站3家。"]);
    expect(codes(draft)).toEqual([]);
  });

  test("fields show their results and not their instructions, nested ones too", () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const draft = readBody(
      `<w:p>${run("共")}${field("begin")}<w:r><w:instrText> IF </w:instrText></w:r>${field("begin")}<w:r><w:instrText>=1+1</w:instrText></w:r>${field("separate")}${run("2")}${field("end")}${field("separate")}${run("7")}${field("end")}${run("家，见")}<w:fldSimple w:instr=" REF a ">${run("附件1")}</w:fldSimple>${run("。")}</w:p>`,
    );
    expect(bodyLines(draft)).toEqual(["共7家，见附件1。"]);
  });

  test("tabs, line breaks, special hyphens and symbols are characters; tab stops are not", () => {
    const draft = readBody(
      '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="400"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>丁。</w:t></w:r></w:p>',
    );
    expect(bodyLines(draft)).toEqual(["甲\t乙\n丙\u2011☑丁。"]);
  });

  test("hidden text is no text, but it is told of", () => {
    const draft = readBody(`<w:p>${run("公开的话。")}${run("不公开的话。", "<w:vanish/>")}</w:p>`);
    expect(bodyLines(draft)).toEqual(["公开的话。"]);
    expect(codes(draft)).toEqual(["docx-hidden-text"]);
    expect(draft.surroundings).toEqual([{ kind: "hidden", text: "不公开的话。" }]);
  });

  test("blanks that indent a paragraph are no text, and the anchor is behind them", () => {
    const draft = readBody(p("　　请认真整改。 "));
    expect(bodyLines(draft)).toEqual(["请认真整改。"]);
    expect(draft.anchors?.piecesAt(["children", 2, "children"])).toEqual([
      { start: 0, end: 6, paragraph: 2, offset: 2 },
    ]);
  });

  test("paragraphs made by line breaks are paragraphs", () => {
    const draft = readBody(
      "<w:p><w:r><w:t>第一段。</w:t><w:br/><w:t>　　第二段。</w:t><w:br/><w:t>一、标题</w:t></w:r></w:p>",
    );
    expect(bodyLines(draft)).toEqual(["第一段。", "第二段。", "1:一、标题"]);
    expect(draft.anchors?.piecesAt(["children", 3, "children"])).toEqual([
      { start: 0, end: 4, paragraph: 2, offset: 7 },
    ]);
  });
});

describe("automatic numbering", () => {
  const level = (number: number, format: string, text: string, more = ""): string =>
    `<w:lvl w:ilvl="${String(number)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, "chineseCountingThousand", "%1、")}${level(1, "chineseCounting", "（%2）")}${level(2, "decimal", "%3.")}${level(3, "decimal", "（%4）")}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, "decimalEnclosedCircleChinese", "%1", '<w:suff w:val="nothing"/>')}${level(1, "decimal", "%1.%2", "<w:isLgl/>")}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>';
  const list = (id: number, ilvl: number): string =>
    `<w:numPr><w:ilvl w:val="${String(ilvl)}"/><w:numId w:val="${String(id)}"/></w:numPr>`;

  test("gives headings their numbers, and deeper levels begin anew", () => {
    const draft = read({
      numbering,
      body: circularBody(
        p("总体情况", list(1, 0)),
        p("问题", list(1, 0)),
        p("更新。不及时。", list(1, 1)),
        p("链接", list(1, 1)),
        p("首页", list(1, 2)),
        p("友情链接", list(1, 3)),
        p("要求", list(1, 0)),
        p("整改", list(1, 1)),
      ),
    });
    expect(bodyLines(draft)).toEqual([
      "1:一、总体情况",
      "1:二、问题",
      "2:（一）更新。｜不及时。",
      "2:（二）链接",
      "3:1.首页",
      "4:（1）友情链接",
      "1:三、要求",
      "2:（一）整改",
    ]);
    expect(draft.anchors?.piecesAt(["children", 2, "label"])).toBeUndefined();
    expect(draft.anchors?.piecesAt(["children", 4, "body"])).toEqual([{ start: 0, end: 4, paragraph: 4, offset: 3 }]);
  });

  test("may begin elsewhere, come from a style or be switched off", () => {
    const draft = read({
      numbering,
      styles: `<w:style w:type="paragraph" w:styleId="a"><w:name w:val="我的标题"/><w:pPr>${list(2, 0)}</w:pPr></w:style>`,
      body: circularBody(
        p("甲", '<w:pStyle w:val="a"/>'),
        p("乙", '<w:pStyle w:val="a"/>'),
        p("丙。", `<w:pStyle w:val="a"/>${list(0, 0)}`),
        p("丁", list(3, 0)),
        p("戊。", list(3, 1)),
      ),
    });
    expect(bodyLines(draft)).toEqual(["1:十一、甲", "1:十二、乙", "丙。", "4:①丁", "1.1 戊。"]);
  });
});

describe("text boxes", () => {
  const box = (content: string): string =>
    `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="文本框"/><a:graphic><a:graphicData uri="wps"><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  const mark = p("示例市人民政府文件", centred, '<w:color w:val="FF0000"/><w:sz w:val="72"/>');

  test("hold 发文机关标志, which is read once", () => {
    const draft = read({ body: box(mark) + p("示府〔2024〕3号", centred) + circularBody(p("正文。")) });
    expect(draft.document.children[0]).toEqual({
      type: "letterhead",
      mark: ["示例市人民政府文件"],
      documentNumber: "示府〔2024〕3号",
    });
    expect(draft.document.appearance.form).toBe("redHead");
    expect(draft.surroundings).toEqual([]);
    expect(draft.anchors?.piecesAt(["children", 0, "mark", 0])).toEqual([
      { start: 0, end: 9, paragraph: 1, offset: 0 },
    ]);
    // Both copies of the box count as paragraphs of document.xml.
    expect(draft.anchors?.piecesAt(["children", 0, "documentNumber"])?.[0]?.paragraph).toBe(3);
  });

  test("that are no element are kept beside the tree", () => {
    const draft = readBody(...Array.from({ length: 8 }, () => p("正文。")), box(p("内部资料，注意保存")));
    expect(draft.surroundings).toEqual([{ kind: "textBox", text: "内部资料，注意保存" }]);
  });
});

describe("tables", () => {
  const attached = (table: string): Table => {
    const draft = read({ body: circularBody() + p("附件") + p("清单", centred, titleSize) + table });
    const attachment = draft.document.children.at(-1);
    if (attachment?.type !== "attachment") throw new Error("no attachment");
    const [found] = attachment.children;
    if (found?.type !== "table") throw new Error("no table");
    return found;
  };
  const row = (...cells: readonly string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
  const span = (columns: number): string => `<w:gridSpan w:val="${String(columns)}"/>`;
  const grid = (columns: number, ...rows: readonly string[]): string =>
    `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="1000"/>'.repeat(columns)}</w:tblGrid>${rows.join("")}</w:tbl>`;

  test("have cells merged over columns and rows, by both ways of saying so", () => {
    const table = attached(
      grid(
        3,
        row(tc("序号", '<w:vMerge w:val="restart"/>'), tc("得分情况", span(2))),
        row(tc("", "<w:vMerge/>"), tc("加分"), tc("扣分")),
        row(tc("1"), tc("见通报", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>")),
      ),
    );
    expect(tableTexts(table)).toEqual([
      ["序号", "得分情况", "‖"],
      ["‖", "加分", "扣分"],
      ["1", "见通报", "‖"],
    ]);
    expect(table.headerRows).toHaveLength(2);
    expect(table.columns.map(({ name }) => name)).toEqual(["序号", "加分", "扣分"]);
  });

  test("may have rows that are too short, and lines that were dragged in some rows", () => {
    const table = attached(
      grid(
        4,
        row(tc("序号"), tc("名称", span(2)), tc("备注")),
        row(tc("1"), tc("甲", span(2)), tc("")),
        `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc("乙", span(2))}</w:tr>`,
      ),
    );
    expect(tableTexts(table)).toEqual([
      ["序号", "名称", "备注"],
      ["1", "甲", ""],
      ["", "乙", ""],
    ]);
  });

  test("have what a merged cell hides kept beside the tree", () => {
    const draft = read({
      body:
        circularBody() +
        p("附件") +
        p("清单", centred, titleSize) +
        grid(
          2,
          row(tc("单位"), tc("问题")),
          row(tc("甲", '<w:vMerge w:val="restart"/>'), tc("一")),
          row(tc("看不见", "<w:vMerge/>"), tc("二")),
        ),
    });
    expect(draft.surroundings).toEqual([{ kind: "mergedCell", text: "看不见" }]);
  });

  test("in cells are read as text", () => {
    const inner = tbl([
      ["甲", "1"],
      ["乙", "2"],
    ]);
    const draft = read({
      body:
        circularBody() +
        p("附件") +
        p("清单", centred, titleSize) +
        tbl(
          [
            ["单位", "明细"],
            ["某局", `<w:p/>${inner}<w:p/>`],
          ].map((cells) => [...cells]),
        ),
    });
    const attachment = draft.document.children.at(-1);
    if (attachment?.type !== "attachment") throw new Error("no attachment");
    expect(tableTexts(attachment.children[0] as Table)).toEqual([
      ["单位", "明细"],
      ["某局", "甲\n1\n乙\n2"],
    ]);
    expect(codes(draft)).toEqual(["docx-nested-table"]);
  });

  test("in the body become paragraphs, and that is told", () => {
    const draft = readBody(
      p("甲。"),
      p("乙。"),
      p("丙。"),
      tbl([
        ["单位", "数量"],
        ["某局", "3"],
      ]),
      p("正文。"),
    );
    expect(bodyLines(draft)).toEqual(["甲。", "乙。", "丙。", "单位\t数量", "某局\t3", "正文。"]);
    expect(codes(draft)).toEqual(["docx-body-table"]);
  });

  test("have anchors for each cell, header rows and merged paragraphs included", () => {
    const draft = read({
      body:
        circularBody() +
        p("附件") +
        p("清单", centred, titleSize) +
        tbl([
          ["序号", "名称"],
          ["1", p("第一行") + p("  第二行")],
        ]),
    });
    const path = ["children", 3, "children", 0] as const;
    expect(draft.anchors?.piecesAt([...path, "headerRows", 0, "cells", 1])?.[0]).toMatchObject({
      paragraph: 7,
      offset: 0,
    });
    expect(draft.anchors?.piecesAt([...path, "rows", 0, "cells", 1])).toEqual([
      { start: 0, end: 3, paragraph: 9, offset: 0 },
      { start: 4, end: 9, paragraph: 10, offset: 0 },
    ]);
  });
});

describe("what stands outside the body", () => {
  test("is kept beside the tree: headers, footers without page numbers, notes and comments", () => {
    const draft = read({
      body: circularBody(
        `<w:p>${run("正文。")}<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
      ),
      more: [
        { path: "header1.xml", type: "header", content: part("hdr", p("内部资料")) },
        {
          path: "footer1.xml",
          type: "footer",
          content: part(
            "ftr",
            `<w:p>${run("第")}<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>${run("页")}</w:p>`,
          ),
        },
        {
          path: "footnotes.xml",
          type: "footnotes",
          content: part(
            "footnotes",
            `<w:footnote w:type="separator" w:id="0">${p("线")}</w:footnote><w:footnote w:id="1">${p("脚注文字")}</w:footnote>`,
          ),
        },
        {
          path: "comments.xml",
          type: "comments",
          content: part("comments", `<w:comment w:id="0" w:author="×××">${p("请核对")}</w:comment>`),
        },
      ],
    });
    expect(bodyLines(draft)).toEqual(["正文。"]);
    expect(draft.surroundings).toEqual([
      { kind: "header", text: "内部资料" },
      { kind: "footer", text: "第页" },
      { kind: "footnote", text: "脚注文字" },
      { kind: "comment", text: "请核对" },
    ]);
    expect(codes(draft)).toEqual(["docx-comments"]);
  });
});
