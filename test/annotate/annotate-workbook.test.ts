import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { readWorkbook } from "../../src/input/xlsx/read-workbook.js";
import { annotateWorkbook, isAnnotatedCopy } from "../../src/workbook/annotate/annotate-workbook.js";
import { cellsByAddress, readGood } from "../input/xlsx/reading.js";
import {
  buildSheet,
  buildWorkbook,
  main,
  relationshipPart,
  relationships,
  workbookParts,
  zipParts,
} from "../input/xlsx/build-workbook.js";
import {
  annotate,
  file,
  fillOf,
  notesIn,
  packedEntries,
  problem,
  refusal,
  summaryRows,
  textParts,
} from "./annotated.js";

const sheet1 = "xl/worksheets/sheet1.xml";
const red = "FFFFC7CE";
const yellow = "FFFFEB9C";
const blue = "FFDDEBF7";

/** The rows of a sheet as they are written, without style numbers. */
const dataOf = (xml: string): string =>
  /<(?:\w+:)?sheetData>([^]*)<\/(?:\w+:)?sheetData>/u.exec(xml)?.[1]?.replace(/ s="\d+"/gu, "") ?? "";

describe("a cell with a problem", () => {
  const source = buildSheet('<row r="2"><c r="B2" s="1" t="n"><f>1+1</f><v>2</v></c><c r="D2"/></row>', {
    formats: ["0.00"],
  });
  const parts = textParts(
    annotate(source, [problem("网站!B2"), problem("网站!D2", "warning"), problem("网站!A2", "hint")]),
  );

  test("has a note that says what is wrong, what is there, what should be, and what to do", () => {
    expect(notesIn(parts["xl/comments1.xml"]!)["B2"]).toBe(
      "错误：网站!B2不对\n实际：空白\n应为：必须填写\n处理：请补填",
    );
    expect(notesIn(parts["xl/comments1.xml"]!)["D2"]).toMatch(/^警告：/u);
    expect(notesIn(parts["xl/comments1.xml"]!)["A2"]).toMatch(/^提示：/u);
  });

  test("is filled by severity", () => {
    expect(["B2", "D2", "A2"].map((cell) => fillOf(parts, sheet1, cell))).toEqual([red, yellow, blue]);
  });

  test("keeps its formula, its stored result and its number format", () => {
    expect(parts[sheet1]).toMatch(/<c r="B2" s="\d+" t="n"><f>1\+1<\/f><v>2<\/v><\/c>/u);
    const style = Number(/<c r="B2" s="(\d+)"/u.exec(parts[sheet1]!)![1]);
    const styles = [.../<cellXfs[^]*<\/cellXfs>/u.exec(parts["xl/styles.xml"]!)![0].matchAll(/<xf [^>]*>/gu)];
    expect(styles[style]![0]).toContain('numFmtId="200"');
  });

  test("has a box for the note, with the cell's row and column", () => {
    const drawing = parts["xl/drawings/vmlDrawing1.vml"]!;
    expect(
      [...drawing.matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)</gu)].map(([, row, column]) => [row, column]),
    ).toEqual([
      ["1", "0"],
      ["1", "1"],
      ["1", "3"],
    ]);
    expect(new Set([...drawing.matchAll(/<v:shape id="(\w+)"/gu)].map(([, id]) => id)).size).toBe(3);
  });

  test("is found by the sheet's reference to its notes and their boxes", () => {
    expect(parts[sheet1]).toMatch(/<legacyDrawing [^>]*r:id="rId2"\/><\/worksheet>$/u);
    expect(parts["xl/worksheets/_rels/sheet1.xml.rels"]).toMatch(
      /Id="rId1"[^>]*\/comments" Target="\/xl\/comments1.xml"/u,
    );
    expect(parts["xl/worksheets/_rels/sheet1.xml.rels"]).toMatch(
      /Id="rId2"[^>]*\/vmlDrawing" Target="\/xl\/drawings\/vmlDrawing1.vml"/u,
    );
    expect(parts["[Content_Types].xml"]).toContain('PartName="/xl/comments1.xml"');
    expect(parts["[Content_Types].xml"]).toContain('PartName="/xl/drawings/vmlDrawing1.vml"');
  });
});

describe("cells that are not in the file", () => {
  test.each([
    [
      "before the others",
      '<row r="3"><c r="B3"><v>1</v></c></row>',
      "A3",
      '<row r="3"><c r="A3"/><c r="B3"><v>1</v></c></row>',
    ],
    [
      "behind the others",
      '<row r="3"><c r="B3"><v>1</v></c></row>',
      "AA3",
      '<row r="3"><c r="B3"><v>1</v></c><c r="AA3"/></row>',
    ],
    [
      "between others",
      '<row r="1"><c r="A1"/><c r="C1"/></row>',
      "B1",
      '<row r="1"><c r="A1"/><c r="B1"/><c r="C1"/></row>',
    ],
    ["in a row without cells", '<row r="1" ht="20"/>', "B1", '<row r="1" ht="20"><c r="B1"/></row>'],
    ["in a row before the others", '<row r="3"/>', "B1", '<row r="1"><c r="B1"/></row><row r="3"/>'],
    [
      "in a row between others",
      '<row r="1"/><row r="9"/>',
      "B5",
      '<row r="1"/><row r="5"><c r="B5"/></row><row r="9"/>',
    ],
    ["in a row behind the others", '<row r="1"/>', "B5", '<row r="1"/><row r="5"><c r="B5"/></row>'],
    [
      "behind rows and cells without numbers",
      "<row/><row><c/><c><v>1</v></c></row>",
      "D2",
      '<row/><row><c/><c><v>1</v></c><c r="D2"/></row>',
    ],
    [
      "outside the columns that the row declares",
      '<row r="1" spans="1:2"><c r="A1"/></row>',
      "D1",
      '<row r="1"><c r="A1"/><c r="D1"/></row>',
    ],
    [
      "inside the columns that the row declares",
      '<row r="1" spans="1:4"><c r="A1"/></row>',
      "D1",
      '<row r="1" spans="1:4"><c r="A1"/><c r="D1"/></row>',
    ],
  ])("come into being in their place: %s", (_, data, cell, expected) => {
    const parts = textParts(annotate(buildSheet(data), [problem(`网站!${cell}`)]));
    expect(dataOf(parts[sheet1]!)).toBe(expected);
    if (!data.includes("<c/>")) expect(fillOf(parts, sheet1, cell)).toBe(red);
  });

  test("come into being in a sheet without rows", () => {
    const xml = `<worksheet xmlns="${main}"><dimension ref="A1"/><sheetData/></worksheet>`;
    const parts = textParts(annotate(buildWorkbook({ sheets: [{ xml }] }), [problem("网站!C4"), problem("网站!B2")]));
    expect(dataOf(parts[sheet1]!)).toBe('<row r="2"><c r="B2"/></row><row r="4"><c r="C4"/></row>');
    expect(parts[sheet1]).toContain('<dimension ref="A1:C4"/>');
  });

  test("take the style of their row, or else of their column", () => {
    const xml =
      `<worksheet xmlns="${main}"><cols><col min="2" max="3" width="9" style="1"/></cols>` +
      '<sheetData><row r="1" s="2" customFormat="1"/><row r="2"/></sheetData></worksheet>';
    const source = buildWorkbook({ sheets: [{ xml }], formats: [14, 9] });
    const parts = textParts(
      annotate(
        source,
        ["B1", "B2", "C7", "D2"].map((cell) => problem(`网站!${cell}`)),
      ),
    );
    const styles = [.../<cellXfs[^]*<\/cellXfs>/u.exec(parts["xl/styles.xml"]!)![0].matchAll(/<xf numFmtId="(\d+)"/gu)];
    const formatOf = (cell: string): string | undefined =>
      styles[Number(new RegExp(`r="${cell}" s="(\\d+)"`, "u").exec(parts[sheet1]!)![1])]![1];
    expect(["B1", "B2", "C7", "D2"].map(formatOf)).toEqual(["9", "14", "14", "0"]);
  });
});

describe("several problems", () => {
  test("of one cell stand in one note, filled for the worst of them", () => {
    const source = buildSheet('<row r="1"><c r="A1"><v>1</v></c></row>');
    const problems = [
      problem("网站!A1", "hint", "甲"),
      problem("网站!A1", "error", "乙"),
      problem("网站!A1", "warning", "丙"),
    ];
    const parts = textParts(annotate(source, problems));
    expect(Object.keys(notesIn(parts["xl/comments1.xml"]!))).toEqual(["A1"]);
    expect(notesIn(parts["xl/comments1.xml"]!)["A1"]!.match(/（\d）(?:错误|警告|提示)：./gu)).toEqual([
      "（1）提示：甲",
      "（2）错误：乙",
      "（3）警告：丙",
    ]);
    expect(fillOf(parts, sheet1, "A1")).toBe(red);
  });

  test("of which there are too many for a note are counted there and listed in the summary", () => {
    const problems = Array.from({ length: 12 }, (_, index) => problem("网站!A1", "error", `第${String(index)}个`));
    const parts = textParts(annotate(buildSheet(""), problems));
    const note = notesIn(parts["xl/comments1.xml"]!)["A1"]!;
    expect(note).toContain("第4个");
    expect(note).not.toContain("第5个");
    expect(note).toMatch(/这里还有7个问题，见工作表“问题汇总”$/u);
    expect(summaryRows(parts["xl/worksheets/sheet2.xml"]!).filter(([, level]) => level === "错误")).toHaveLength(12);
  });

  test("in more cells than Excel can well show notes of: the rest are coloured, and the summary says so", () => {
    const problems = Array.from({ length: 1203 }, (_, index) => problem(`网站!B${String(index + 1)}`));
    const parts = textParts(annotate(buildSheet(""), problems));
    expect(Object.keys(notesIn(parts["xl/comments1.xml"]!))).toHaveLength(1000);
    expect(fillOf(parts, sheet1, "B1203")).toBe(red);
    const rows = summaryRows(parts["xl/worksheets/sheet2.xml"]!);
    expect(rows.map(([first]) => first)).toContain(
      "工作表“网站”有1203个单元格有问题，只有前1000个加了批注；其余的只填了颜色，说明见下表。",
    );
    expect(rows.filter(([, level]) => level === "错误")).toHaveLength(1203);
  });

  test("in thousands of cells of a large sheet take time in proportion", () => {
    const sheetOf = (rows: number): Uint8Array =>
      buildSheet(
        Array.from(
          { length: rows },
          (_, index) =>
            `<row r="${String(2 * index + 1)}"><c r="A${String(2 * index + 1)}"><v>1</v></c><c r="C${String(2 * index + 1)}"><v>1</v></c></row>`,
        ).join(""),
        {
          after: `<mergeCells>${Array.from({ length: rows / 2 }, (_, index) => `<mergeCell ref="E${String(4 * index + 1)}:E${String(4 * index + 3)}"/>`).join("")}</mergeCells>`,
        },
      );
    const seconds = (rows: number): number => {
      const bytes = sheetOf(rows);
      const problems = Array.from({ length: rows }, (_, index) =>
        problem(`网站!${"ABE"[index % 3]!}${String(index * 2 + 1 + (index % 2))}`),
      );
      const start = process.cpuUsage().user;
      annotateWorkbook(bytes, file, problems);
      return (process.cpuUsage().user - start) / 1e6;
    };
    seconds(500);
    const small = seconds(2_000);
    expect(seconds(8_000)).toBeLessThan(4 * small * 3 + 0.5);
  });
});

describe("where the mark goes", () => {
  const data = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>';

  test("under a merged cell it is at the merged one, and the note says which cell is meant", () => {
    const source = buildSheet(data, { after: '<mergeCells><mergeCell ref="A2:C4"/></mergeCells>' });
    const parts = textParts(annotate(source, [problem("网站!B3"), problem("网站!A2", "warning")]));
    const notes = notesIn(parts["xl/comments1.xml"]!);
    expect(Object.keys(notes)).toEqual(["A2"]);
    expect(notes["A2"]).toMatch(/^（1）错误（单元格 B3）：/u);
    expect(notes["A2"]).toContain("（2）警告：");
    expect(fillOf(parts, sheet1, "A2")).toBe(red);
  });

  test("for a sheet as a whole it is at A1", () => {
    const parts = textParts(annotate(buildSheet(data), [problem("网站")]));
    expect(Object.keys(notesIn(parts["xl/comments1.xml"]!))).toEqual(["A1"]);
  });

  test("for a workbook as a whole and for other files it is in the summary only", () => {
    const elsewhere: Diagnostic[] = [
      { code: "a", severity: "error", place: { file: "data/示例/circular.yaml", line: 3, column: 7 }, message: "甲" },
      { code: "b", severity: "error", place: { file: "templates/某类/body.hbs", line: 9 }, message: "乙" },
      { code: "c", severity: "warning", place: { file }, message: "丙" },
      {
        code: "d",
        severity: "warning",
        place: { file: "data/示例/另一本.xlsx", sheet: "表", cell: "B2" },
        message: "丁",
      },
    ];
    const source = buildSheet(data);
    const bytes = annotate(source, elsewhere);
    const parts = textParts(bytes);
    expect(parts["xl/comments1.xml"]).toBeUndefined();
    expect(packedEntries(bytes)[sheet1]).toBe(packedEntries(source)[sheet1]);
    const rows = summaryRows(parts["xl/worksheets/sheet2.xml"]!).filter(([number]) => /^\d+$/u.test(number ?? ""));
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ["1", "警告", "整个工作簿", "", "丙"],
      ["2", "错误", "circular.yaml", "第3行第7列", "甲"],
      ["3", "错误", "templates/某类/body.hbs", "第9行", "乙"],
      ["4", "警告", "另一本.xlsx 工作表“表”", "B2", "丁"],
    ]);
    expect(parts["xl/worksheets/sheet2.xml"]).not.toContain("<hyperlink");
  });

  test("in a sheet of white headings on a dark ground the text becomes black", () => {
    const styles =
      `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/></font><font><b/><color theme="0"/><sz val="12"/></font></fonts>` +
      '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>' +
      '<cellXfs count="2"><xf fontId="0" fillId="0"/><xf fontId="1" fillId="0"><alignment wrapText="1"/></xf></cellXfs></styleSheet>';
    const source = buildSheet('<row r="1"><c r="A1" s="1"/></row>', { parts: { "xl/styles.xml": styles } });
    const changed = textParts(annotate(source, [problem("网站!A1")]))["xl/styles.xml"]!;
    expect(changed).toContain('<font><b/><color rgb="FF000000"/><sz val="12"/></font>');
    expect(changed).toMatch(/<xf fontId="\d" fillId="1" applyFill="1" applyFont="1"><alignment wrapText="1"\/><\/xf>/u);
  });
});

describe("notes that are there already", () => {
  const comments = (list: string, authors = "<author>老李</author>"): string =>
    `<comments xmlns="${main}"><authors>${authors}</authors><commentList>${list}</commentList></comments>`;
  const drawing =
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202"/>' +
    '<v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Anchor>2, 15, 0, 10, 4, 15, 4, 4</x:Anchor>' +
    "<x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>";
  const withNotes = (list: string, more: Record<string, string> = {}, types = ""): Uint8Array => {
    const xml = `<worksheet xmlns="${main}" xmlns:r="${relationships}"><sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData><legacyDrawing r:id="d"/><extLst/></worksheet>`;
    const parts = workbookParts({
      sheets: [{ xml }],
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": relationshipPart([
          ["c", `${relationships}/comments`, "../comments9.xml"],
          ["d", `${relationships}/vmlDrawing`, "../drawings/old.vml"],
          [
            "t",
            "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
            "../threadedComments/t1.xml",
          ],
        ]),
        "xl/comments9.xml": comments(list),
        "xl/drawings/old.vml": drawing,
        ...more,
      },
    });
    const content = new TextDecoder().decode(parts["[Content_Types].xml"]);
    parts["[Content_Types].xml"] = strToU8(content.replace("</Types>", `${types}</Types>`));
    return zipParts(parts);
  };

  test.each([
    ["as one text", "<text><t>请老张补</t></text>", "请老张补"],
    [
      "as formatted runs",
      '<text><r><rPr><b/></rPr><t>老李：</t></r><r><t xml:space="preserve"> 补</t></r></text>',
      "老李： 补",
    ],
    ["without text", "<text/>", ""],
  ])("are kept, and ours written below: %s", (_, text, kept) => {
    const source = withNotes(
      `<comment ref="B2" authorId="0">${text}</comment><comment ref="A9" authorId="0"><text><t>别处</t></text></comment>`,
    );
    const parts = textParts(annotate(source, [problem("网站!B2"), problem("网站!C2")]));
    const notes = notesIn(parts["xl/comments9.xml"]!);
    expect(notes["B2"]).toBe(`${kept}\n—— 通报核对 ——\n错误：网站!B2不对\n实际：空白\n应为：必须填写\n处理：请补填`);
    expect(notes["A9"]).toBe("别处");
    expect(notes["C2"]).toMatch(/^错误：/u);
    expect(parts["xl/comments9.xml"]).toContain("<authors><author>老李</author><author>通报核对</author></authors>");
    expect(parts["xl/comments9.xml"]).toContain('<comment ref="C2" authorId="1">');
  });

  test("keep their boxes, which become higher; ours have ids of their own", () => {
    const source = withNotes('<comment ref="B2" authorId="0"><text><t>旧</t></text></comment>');
    const parts = textParts(annotate(source, [problem("网站!B2"), problem("网站!C2")]));
    const changed = parts["xl/drawings/old.vml"]!;
    const [first, second] = [...changed.matchAll(/<x:Anchor>([^<]*)</gu)].map(([, anchor]) =>
      anchor!.split(",").map(Number),
    );
    expect(first!.slice(0, 6)).toEqual([2, 15, 0, 10, 4, 15]);
    expect(first![6]).toBeGreaterThanOrEqual(4 + 4);
    expect(second![0]).toBe(3);
    expect([...changed.matchAll(/<v:shape id="(\w+)"/gu)].map(([, id]) => id)).toEqual([
      "_x0000_s1025",
      "_x0000_s2049",
    ]);
    expect(changed).toContain('data="1,2"');
    expect(changed.match(/<v:shapetype/gu)).toHaveLength(1);
    expect(parts[sheet1]!.match(/<legacyDrawing/gu)).toHaveLength(1);
  });

  test("in a drawing with buttons whose captions are no XML are added to it even so", () => {
    const buttons = drawing.replace(
      "</xml>",
      '<v:shape id="_x0000_s1026"><v:textbox>一<br>二</v:textbox></v:shape></xml>',
    );
    const source = withNotes("", { "xl/drawings/old.vml": buttons });
    const result = annotateWorkbook(source, file, [problem("网站!C2")]);
    if (!("bytes" in result)) throw new Error(result.problem.message);
    const changed = textParts(result.bytes)["xl/drawings/old.vml"]!;
    expect(changed).toContain("一<br>二");
    expect(changed).toMatch(/<x:Row>1<\/x:Row><x:Column>2<\/x:Column><\/x:ClientData><\/v:shape><\/xml>$/u);
  });

  test("as threads are left alone: ours stands below the text that other programs show, and the summary says why", () => {
    const thread =
      '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" dT="2024-01-01T00:00:00.00" personId="{1}" id="{2}"><text>会话</text></threadedComment></ThreadedComments>';
    const source = withNotes('<comment ref="B2" authorId="0"><text><t>[线程批注] 会话</t></text></comment>', {
      "xl/threadedComments/t1.xml": thread,
    });
    const bytes = annotate(source, [problem("网站!B2")]);
    const parts = textParts(bytes);
    expect(packedEntries(bytes)["xl/threadedComments/t1.xml"]).toBe(
      packedEntries(source)["xl/threadedComments/t1.xml"],
    );
    expect(notesIn(parts["xl/comments9.xml"]!)["B2"]).toMatch(/^\[线程批注\] 会话\n—— 通报核对 ——\n错误：/u);
    expect(summaryRows(parts["xl/worksheets/sheet2.xml"]!)[3]![0]).toBe(
      "工作表“网站”的B2已有会话式批注，原样保留；新版 Excel 在这里不显示核对的说明，请看下表。",
    );
  });

  test("that are damaged are reported, and nothing is written", () => {
    const source = withNotes("", { "xl/comments9.xml": "<comments><authors>" });
    expect(refusal(source)).toMatchObject({
      code: "workbook-damaged-part",
      message: "工作表“网站”的批注的内容已损坏，无法读取",
    });
    const noEnd = withNotes("", { "xl/drawings/old.vml": "<xml><v:shape>" });
    expect(refusal(noEnd).code).toBe("workbook-damaged-part");
  });
});

describe("the summary", () => {
  const source = buildWorkbook({
    sheets: [
      { name: "问题汇总", data: '<row r="1"><c r="A1"><v>1</v></c></row>' },
      { name: "它's &amp; &lt;表&gt;" },
      { name: "藏", attributes: 'state="hidden"' },
    ],
  });
  const sheetName = "它's & <表>";
  const problems: Diagnostic[] = [
    problem("藏!A1"),
    {
      ...problem(`${sheetName}!C5`, "warning"),
      related: [{ place: { file, sheet: "问题汇总", cell: "B4" }, message: "首次在这里" }],
    },
    problem(sheetName, "hint"),
    { ...problem("问题汇总!A1"), message: '<&">_x0041_\u0001' },
  ];
  const bytes = annotate(source, problems);
  const parts = textParts(bytes);
  const summary = parts["xl/worksheets/sheet4.xml"]!;

  test("is a sheet behind the others, under a name that is free", () => {
    expect(readGood(bytes).sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["问题汇总", false],
      [sheetName, false],
      ["藏", true],
      ["问题汇总2", false],
    ]);
  });

  test("lists the problems in the order of the sheets, each with level, place, 问题, 实际, 应为, 处理 and 相关", () => {
    const cells = cellsByAddress(readGood(bytes).sheets[3]!);
    const row = (number: number): unknown[] =>
      Array.from("ABCDEFGHI").map((column) => cells[`${column}${String(number)}`]);
    expect(cells["A1"]).toBe("问题汇总：台账.xlsx 的批注副本");
    expect(cells["A2"]).toMatch(/^共2个错误、1个警告、1个提示。/u);
    expect(row(4)).toEqual(["序号", "级别", "工作表", "单元格", "问题", "实际", "应为", "处理", "相关"]);
    expect(row(5)).toEqual([1, "错误", "问题汇总", "A1", '<&">_x0041_\u0001', "空白", "必须填写", "请补填", undefined]);
    expect(row(6).slice(0, 4)).toEqual([2, "警告", sheetName, "C5"]);
    expect(row(6)[8]).toBe("问题汇总!B4 首次在这里");
    expect(row(7).slice(0, 4)).toEqual([3, "提示", sheetName, "整张表"]);
    expect(row(8).slice(0, 4)).toEqual([4, "错误", "藏（隐藏）", "A1"]);
  });

  test("links to the cells, except on hidden sheets", () => {
    expect(
      [...summary.matchAll(/<hyperlink ref="(\w+)" location="([^"]*)"/gu)].map(([, ref, location]) => [ref, location]),
    ).toEqual([
      ["D5", "'问题汇总'!A1"],
      ["D6", "'它''s &amp; &lt;表&gt;'!C5"],
      ["D7", "'它''s &amp; &lt;表&gt;'!A1"],
    ]);
  });

  test("marks the file as an annotated copy, which is not annotated again", () => {
    expect(isAnnotatedCopy(readGood(bytes))).toBe(true);
    expect(isAnnotatedCopy(readGood(source))).toBe(false);
    expect(refusal(bytes).code).toBe("annotate-own-copy");
  });

  test("is added to the titles in the file's properties where they are as Excel writes them", () => {
    const properties = (titles: string): string =>
      `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="v"><HeadingPairs><vt:vector size="4"><vt:variant><vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant><vt:variant><vt:lpstr>命名范围</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="2" baseType="lpstr">${titles}</vt:vector></TitlesOfParts></Properties>`;
    const withTitles = (titles: string): string =>
      textParts(
        annotate(
          buildWorkbook({
            parts: {
              "_rels/.rels": relationshipPart([
                ["rId1", `${relationships}/officeDocument`, "xl/workbook.xml"],
                ["rId2", `${relationships}/extended-properties`, "docProps/app.xml"],
              ]),
              "docProps/app.xml": properties(titles),
            },
          }),
          [problem("网站!A1")],
        ),
      )["docProps/app.xml"]!;
    const usual = "<vt:lpstr>网站</vt:lpstr><vt:lpstr>某区域</vt:lpstr>";
    const expected = properties("<vt:lpstr>网站</vt:lpstr><vt:lpstr>问题汇总</vt:lpstr><vt:lpstr>某区域</vt:lpstr>");
    expect(withTitles(usual)).toBe(expected.replace("<vt:i4>1<", "<vt:i4>2<").replace('size="2"', 'size="3"'));
    expect(withTitles("<vt:lpstr>另一张</vt:lpstr>")).toBe(properties("<vt:lpstr>另一张</vt:lpstr>"));
  });
});

describe("everything else", () => {
  test("keeps its packed bytes, and the same input gives the same bytes", () => {
    const source = buildWorkbook({
      sheets: [{ data: '<row r="1"><c r="A1"><v>1</v></c></row>' }, { name: "另一张" }],
      parts: { "xl/media/图 1.png": new Uint8Array([1, 2, 3]), "custom/x.bin": new Uint8Array(5000).fill(7) },
    });
    const bytes = annotate(source, [problem("网站!A1")]);
    expect(annotate(source, [problem("网站!A1")])).toEqual(bytes);
    const before = packedEntries(source);
    const after = packedEntries(bytes);
    const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
    expect(changed.sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
      sheet1,
    ]);
    expect(Object.keys(after).slice(0, Object.keys(before).length)).toEqual(Object.keys(before));
  });

  test("in a sheet with problems is the same text but for style numbers and the reference to the notes", () => {
    const around = (data: string, reference: string): string =>
      `<?xml version="1.0"?>\n<worksheet xmlns="${main}" xmlns:r="${relationships}" xmlns:x14="urn:x" mc:Ignorable="x14" xmlns:mc="urn:mc">\n<!-- <row r="1"><c r="A1"/></row> -->` +
      `<sheetFormatPr defaultRowHeight="14"/><sheetData>${data}</sheetData><conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1&gt;"c r='B1'>"</formula></cfRule></conditionalFormatting>` +
      `<dataValidations count="1"><dataValidation sqref="B1" type="list"><formula1>"是,否"</formula1></dataValidation></dataValidations><pageSetup orientation="landscape"/>${reference}<tableParts/><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"/></ext></extLst></worksheet>`;
    const data = (style: string): string =>
      `<row r="1" spans="1:2"  ht='20'><c  r="A1" ${style} t="str" ><f>"a>b"</f><v><![CDATA[<c r="A1">]]></v></c><c r="B1"/></row>`;
    const source = buildWorkbook({ sheets: [{ xml: around(data("s='0'"), "") }] });
    const changed = textParts(annotate(source, [problem("网站!A1")]))[sheet1]!;
    const style = /<c {2}r="A1" s="(\d+)"/u.exec(changed)![1]!;
    expect(Number(style)).toBeGreaterThan(0);
    expect(changed).toBe(around(data(`s="${style}"`), '<legacyDrawing r:id="rId2"/>'));
  });

  test("is read by our reader as before", () => {
    const source = buildWorkbook({
      sheets: [
        {
          data:
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c></row>' +
            '<row r="3"><c r="A3" s="2"><v>0.5</v></c><c r="C3"><f>1/0</f></c></row>',
          after: '<mergeCells><mergeCell ref="A3:B4"/></mergeCells>',
        },
      ],
      sharedStrings: "<si><t>甲</t></si>",
      formats: [14, "0%"],
    });
    const problems = ["A1", "B1", "A2", "B4", "C3", "Z99"].map((cell) => problem(`网站!${cell}`));
    const [before] = readGood(source).sheets;
    const [after] = readGood(annotate(source, problems)).sheets;
    expect(after).toEqual(before);
  });
});

describe("unusual workbooks", () => {
  test("with prefixed names get prefixed elements", () => {
    const prefixed = (xml: string): string => xml.replace(/<(\/?)(?=\w)/gu, "<$1x:").replace("xmlns=", "xmlns:x=");
    const parts = Object.fromEntries(
      Object.entries(workbookParts({ sheets: [{ data: '<row r="1"><c r="A1"><v>7</v></c></row>' }] })).map(
        ([name, content]) => {
          const xml = new TextDecoder().decode(content);
          return [
            name,
            /workbook\.xml$|sheet1\.xml$|styles\.xml$|sharedStrings\.xml$/u.test(name)
              ? strToU8(prefixed(xml))
              : content,
          ];
        },
      ),
    );
    const bytes = annotate(zipParts(parts), [problem("网站!A1"), problem("网站!B7")]);
    const changed = textParts(bytes);
    expect(changed[sheet1]).toMatch(/<x:row r="7"><x:c r="B7" s="\d+"\/><\/x:row><\/x:sheetData><x:legacyDrawing /u);
    expect(fillOf(changed, sheet1, "A1")).toBe(red);
    expect(readGood(bytes).sheets.map(({ name }) => name)).toEqual(["网站", "问题汇总"]);
  });

  test("without styles get some", () => {
    const parts = workbookParts({ sheets: [{ data: '<row r="1"><c r="A1"><v>7</v></c></row>' }] });
    delete parts["xl/styles.xml"];
    parts["xl/_rels/workbook.xml.rels"] = strToU8(
      relationshipPart([["rId1", `${relationships}/worksheet`, "worksheets/sheet1.xml"]]),
    );
    const changed = textParts(annotate(zipParts(parts), [problem("网站!A1")]));
    expect(changed["xl/_rels/workbook.xml.rels"]).toMatch(/\/styles" Target="styles.xml"/u);
    expect(fillOf({ ...changed, "xl/styles.xml": changed["xl/styles.xml"]! }, sheet1, "A1")).toBe(red);
  });

  test("with parts in UTF-16 are written in UTF-8, and say so", () => {
    const xml = `\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="str"><v>潮</v></c></row></sheetData></worksheet>`;
    const bytes = annotate(buildWorkbook({ sheets: [{ xml: Buffer.from(xml, "utf16le") }] }), [problem("网站!A1")]);
    expect(textParts(bytes)[sheet1]).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/u);
    expect(cellsByAddress(readGood(bytes).sheets[0]!)).toEqual({ A1: "潮" });
  });

  test("in the strict form are declined, with what to do about it", () => {
    const parts = Object.fromEntries(
      Object.entries(workbookParts({})).map(([name, content]) => [
        name,
        strToU8(
          new TextDecoder()
            .decode(content)
            .replaceAll(main, "http://purl.oclc.org/ooxml/spreadsheetml/main")
            .replaceAll(relationships, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
        ),
      ]),
    );
    expect(readWorkbook(zipParts(parts), file).workbook).toBeDefined();
    expect(refusal(zipParts(parts))).toMatchObject({ code: "annotate-strict-format", place: { file } });
  });

  test("that cannot be read are declined", () => {
    expect(refusal(strToU8("年,月")).code).toBe("annotate-workbook-unreadable");
    expect(refusal(buildSheet("").subarray(0, 500)).code).toBe("annotate-workbook-unreadable");
  });

  test("with a picture that is cut off are declined, not copied half", () => {
    const source = Buffer.from(
      buildWorkbook({ parts: { "xl/media/a.png": new Uint8Array(3000).map((_, index) => (index * 7919) % 251) } }),
    );
    const end = source.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
    let entry = source.readUInt32LE(end + 16);
    while (!source.toString("latin1", entry + 46, entry + 60).startsWith("xl/media")) {
      entry += 46 + source.readUInt16LE(entry + 28);
    }
    source.writeUInt32LE(source.length, entry + 20);
    expect(refusal(source).code).toBe("workbook-damaged-archive");
  });
});
