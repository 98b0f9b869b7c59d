import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { readWorkbook } from "../../src/input/xlsx/read-workbook.js";
import { buildCompoundFile } from "./xlsx/build-compound-file.js";
import {
  buildSheet,
  buildWorkbook,
  main,
  relationshipPart,
  relationships,
  workbookParts,
  zipParts,
} from "./xlsx/build-workbook.js";
import { readBad } from "./xlsx/reading.js";

const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
const good = buildSheet(one);
const file = "台账.xlsx";

/** What is said of a file that gives exactly one diagnostic, without the place when that is just the file. */
function only(bytes: Uint8Array, limits: Parameters<typeof readBad>[1] = {}): Omit<Diagnostic, "place"> {
  const diagnostics = readBad(bytes, limits);
  expect(diagnostics).toHaveLength(1);
  const { place, ...said } = diagnostics[0]!;
  expect(place).toEqual({ file });
  return said;
}

const saveAs = "选“另存为”，保存类型选“Excel 工作簿（*.xlsx）”；只改扩展名不起作用";
const repair = "用 Excel 打开文件（提示修复时选“是”），核对内容后另存为新的 .xlsx 文件再试";

describe("files that are something else", () => {
  test("an empty file", () => {
    expect(only(new Uint8Array())).toEqual({
      code: "workbook-empty-file",
      severity: "error",
      message: "文件是空的（0 字节）",
      hint: "文件可能没有保存或传输完整，请用 Excel 或 WPS 重新保存后再试",
    });
  });

  test.each([
    ["Excel 97-2003", ["Workbook", "\u0005SummaryInformation", "\u0005DocumentSummaryInformation"]],
    ["Excel 5", ["Book"]],
    ["WPS 表格", ["\u0005SummaryInformation", "Workbook", "ETExtData"]],
  ])("the old format of %s", (_, streams) => {
    expect(only(buildCompoundFile(streams))).toEqual({
      code: "workbook-old-format",
      severity: "error",
      message: "文件是旧版 Excel 97-2003 或 WPS 表格格式（.xls、.et），不是 .xlsx 工作簿",
      hint: `用 Excel 或 WPS 打开它，${saveAs}`,
    });
  });

  test("a workbook with a password", () => {
    expect(
      only(buildCompoundFile(["\u0006DataSpaces", "Version", "DataSpaceMap", "EncryptedPackage", "EncryptionInfo"])),
    ).toEqual({
      code: "workbook-password-protected",
      severity: "error",
      message: "工作簿设了打开密码，无法读取",
      hint: "先取消密码再保存：Excel 在“文件”→“信息”→“保护工作簿”→“用密码进行加密”里把密码清空；WPS 在“文件”→“文档加密”→“密码加密”里把打开密码清空",
    });
  });

  test("the name of a stream inside another one does not mislead", () => {
    const bytes = Buffer.concat([buildCompoundFile(["Workbook"]), Buffer.from("…EncryptedPackage\0…", "utf16le")]);
    expect(only(bytes).code).toBe("workbook-old-format");
    // A whole entry where none can be.
    const entry = Buffer.alloc(128);
    entry.write("EncryptedPackage", 1, "utf16le");
    entry.writeUInt16LE(34, 65);
    expect(only(Buffer.concat([buildCompoundFile(["Workbook"]), entry])).code).toBe("workbook-old-format");
  });

  test.each([
    ["old Word document", buildCompoundFile(["WordDocument"]), "旧版 Word 文档（.doc、.wps）"],
    ["old presentation", buildCompoundFile(["PowerPoint Document"]), "旧版演示文稿（.ppt、.dps）"],
    ["PDF", strToU8("%PDF-1.7\n%âãÏÓ\n"), " PDF 文件"],
    ["RTF", strToU8("{\\rtf1\\ansi"), " RTF 文档"],
    ["PNG", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "图片"],
    ["JPEG", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), "图片"],
    [
      "docx",
      zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<document/>") }),
      " Word 文档（.docx）",
    ],
    [
      "docx that names its content",
      zipSync({
        "_rels/.rels": strToU8(relationshipPart([["rId1", `${relationships}/officeDocument`, "word/document.xml"]])),
        "word/document.xml": strToU8("<document/>"),
        "word/embeddings/1.xlsx": new Uint8Array(4),
      }),
      " Word 文档（.docx）",
    ],
    ["pptx", zipSync({ "ppt/presentation.xml": strToU8("<presentation/>") }), "演示文稿（.pptx）"],
    ["OFD", zipSync({ "OFD.xml": strToU8("<OFD/>"), "Doc_0/Document.xml": strToU8("<Document/>") }), " OFD 文件"],
  ])("%s", (_, bytes, kind) => {
    expect(only(bytes)).toEqual({
      code: "workbook-is-other-document",
      severity: "error",
      message: `文件是${kind}，不是 .xlsx 工作簿`,
      hint: "请核对是否选错了文件、改错了扩展名",
    });
  });

  const gbk = new Uint8Array([...strToU8("1,"), 0xb3, 0xb1, 0xd6, 0xdd, ...strToU8("\r\n2,"), 0xca, 0xd0, 13, 10]);
  const utf16 = new Uint8Array(Buffer.from("\ufeff序号\t单位\r\n", "utf16le"));
  test.each([
    ["CSV in UTF-8", strToU8("序号,单位\r\n1,潮州\r\n"), "纯文本（例如 CSV）"],
    ["CSV with a byte order mark", strToU8("\ufeff序号,单位\r\n"), "纯文本（例如 CSV）"],
    ["CSV in GBK", gbk, "纯文本（例如 CSV）"],
    ["text in UTF-16", utf16, "纯文本（例如 CSV）"],
    ["text in UTF-16, big-endian", new Uint8Array(Buffer.from(utf16).swap16()), "纯文本（例如 CSV）"],
    ["a single letter", strToU8("x"), "纯文本（例如 CSV）"],
    ["a web page", strToU8("\n<!DOCTYPE html>\n<html></html>"), "网页（HTML）"],
    ["a table exported as HTML", strToU8('<meta charset="utf-8"><table><tr><td>1</td></tr></table>'), "网页（HTML）"],
    [
      "HTML that Excel saved",
      strToU8('<?xml version="1.0"?>\n<html xmlns:x="urn:schemas-microsoft-com:office:excel">'),
      "网页（HTML）",
    ],
    ["a web archive", strToU8("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n"), "网页（HTML）"],
  ])("%s", (_, bytes, kind) => {
    expect(only(bytes)).toEqual({
      code: "workbook-is-text",
      severity: "error",
      message: `文件内容是${kind}，不是 .xlsx 工作簿`,
      hint: `用 Excel 或 WPS 打开它，核对内容后${saveAs}`,
    });
  });

  test.each([
    [
      "XML Spreadsheet 2003",
      strToU8(
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      ),
      "“XML 表格 2003”格式",
    ],
    [
      "OpenDocument",
      zipSync({
        mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
        "content.xml": strToU8("<x/>"),
        "META-INF/manifest.xml": strToU8("<x/>"),
      }),
      " OpenDocument 格式（.ods 等）",
    ],
  ])("%s", (_, bytes, kind) => {
    expect(only(bytes)).toEqual({
      code: "workbook-is-other-spreadsheet",
      severity: "error",
      message: `文件是${kind}，不是 .xlsx 工作簿`,
      hint: `用 Excel 或 WPS 打开它，${saveAs}`,
    });
  });

  test("the binary format .xlsb", () => {
    const expected = {
      code: "workbook-binary-format",
      severity: "error",
      message: "文件是 Excel 二进制工作簿格式（.xlsb），不是 .xlsx 工作簿",
      hint: `用 Excel 打开它，${saveAs}`,
    };
    const rels = strToU8(relationshipPart([["rId1", `${relationships}/officeDocument`, "xl/workbook.bin"]]));
    expect(only(zipSync({ "_rels/.rels": rels, "xl/workbook.bin": new Uint8Array(9) }))).toEqual(expected);
    expect(only(zipSync({ "xl/workbook.bin": new Uint8Array(9) }))).toEqual(expected);
  });

  test("an archive with a workbook in it, and without", () => {
    expect(only(zipSync({ "附件/台账.xlsx": good, "说明.txt": strToU8("x") }))).toEqual({
      code: "workbook-is-archive",
      severity: "error",
      message: "文件是压缩包，不是 .xlsx 工作簿",
      actual: "压缩包里有“附件/台账.xlsx”",
      hint: "先把压缩包解压，再使用里面的工作簿",
    });
    const without = {
      code: "workbook-is-archive",
      severity: "error",
      message: "文件是压缩包，不是 .xlsx 工作簿",
      hint: "请核对是否选错了文件、改错了扩展名",
    };
    expect(only(zipSync({ "说明.txt": strToU8("x") }))).toEqual(without);
    expect(only(zipSync({}))).toEqual(without);
    expect(only(strToU8("Rar!\u001a\u0007"))).toEqual(without);
    expect(only(new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]))).toEqual(without);
  });

  test.each([
    ["unknown bytes", new Uint8Array([1, 2, 3, 0, 255])],
    ["a compound file of another program", buildCompoundFile(["Contents"])],
    ["text with control characters", strToU8("abc\u0000\u0001")],
  ])("%s", (_, bytes) => {
    expect(only(bytes)).toEqual({
      code: "workbook-unrecognized",
      severity: "error",
      message: "文件不是 .xlsx 工作簿，也认不出是什么格式",
      hint: "用 Excel 打开试试：打不开说明文件已损坏或选错了文件；能打开就另存为“Excel 工作簿（*.xlsx）”再试",
    });
  });
});

describe("damaged files", () => {
  const damaged = (detail: string): Omit<Diagnostic, "place"> => ({
    code: "workbook-damaged-archive",
    severity: "error",
    message: "文件已损坏或不完整，无法打开",
    actual: detail,
    hint: "多半是下载、拷贝或网盘同步中断造成的，请重新取得这个文件；如果 Excel 打开时提示修复，修复后另存一份再试",
  });

  test("a truncated file, wherever it ends", () => {
    for (let length = 4; length < good.length; length += 1) {
      expect(only(good.subarray(0, length))).toEqual(damaged("文件不完整，缺少末尾的部分"));
    }
  });

  test("a file of zeros, as an interrupted synchronisation leaves it", () => {
    expect(only(new Uint8Array(5000))).toEqual(damaged("文件里全是空字节"));
  });

  test("a directory that points nowhere or is overwritten", () => {
    const end = good.length - 22;
    const elsewhere = changed(good, (view) => view.setUint32(end + 16, 5, true));
    expect(only(elsewhere)).toEqual(damaged("文件的内部目录已损坏"));
    const beyond = changed(good, (view) => view.setUint32(end + 16, 0x7fffffff, true));
    expect(only(beyond)).toEqual(damaged("文件的内部目录已损坏"));
    const more = changed(good, (view) => view.setUint16(end + 10, 99, true));
    expect(only(more)).toEqual(damaged("文件的内部目录已损坏"));
  });

  test("a part that is not where the directory says, encrypted, oddly compressed or altered", () => {
    const name = "xl/workbook.xml";
    const header = directoryHeaderOf(good, name);
    const { headerOffset } = offsets(good, header);
    const details = [
      [changed(good, (view) => view.setUint32(header + 42, 3, true)), `找不到 ${name}`],
      [changed(good, (view) => view.setUint32(header + 42, 0x7ffffff0, true)), `找不到 ${name}`],
      [changed(good, (view) => view.setUint16(header + 8, 1, true)), `${name} 是加密的`],
      [changed(good, (view) => view.setUint16(header + 10, 12, true)), `${name} 的压缩方式不受支持`],
      [changed(good, (view) => view.setUint32(header + 20, 0x7ffffff0, true)), `${name} 不完整`],
      [changed(good, (view) => view.setUint32(header + 16, 12345, true)), `${name} 的校验码不符`],
      [changed(good, (view) => view.setUint8(headerOffset + 30 + name.length, 0xff)), "压缩数据已损坏"],
    ] as const;
    for (const [bytes, detail] of details) expect(only(bytes)).toEqual(damaged(detail));
  });

  test("a size that is not what the directory says", () => {
    for (const difference of [1, -1, 1000, -100, 1_000_000]) {
      const header = directoryHeaderOf(good, "xl/workbook.xml");
      const bytes = changed(good, (view) =>
        view.setUint32(header + 24, view.getUint32(header + 24, true) + difference, true),
      );
      expect(only(bytes)).toEqual({
        code: "workbook-size-mismatch",
        severity: "error",
        message: "工作簿的结构部件展开后的大小与文件中登记的不符，不予读取",
        hint: "文件可能已损坏或被改动过，请核对文件来源；用 Excel 打开核对内容后另存为新的 .xlsx 文件再试",
      });
    }
  });

  const parts: [name: string, words: string, place: object][] = [
    ["_rels/.rels", "工作簿的内部目录", { file }],
    ["xl/workbook.xml", "工作簿的结构部件", { file }],
    ["xl/_rels/workbook.xml.rels", "工作簿的结构部件", { file }],
    ["xl/sharedStrings.xml", "工作簿的文字部件", { file }],
    ["xl/styles.xml", "工作簿的格式部件", { file }],
    ["xl/worksheets/sheet1.xml", "工作表“网站”", { file, sheet: "网站" }],
  ];

  test.each(parts)("damaged XML in %s", (name, words, place) => {
    const whole = Buffer.from(workbookParts({ sheets: [{ data: one }] })[name]!).toString("utf8");
    const broken = whole.slice(0, -4);
    expect(readBad(buildSheet(one, { parts: { [name]: broken } }))).toEqual([
      {
        code: "workbook-damaged-part",
        severity: "error",
        place,
        message: `${words}的内容已损坏，无法读取`,
        actual: expect.stringMatching(/^内部文本第 \d+ 行第 \d+ 个字符处不合规范$/u),
        hint: repair,
      },
    ]);
  });

  test.each(parts)("DOCTYPE in %s", (name, words, place) => {
    const whole = Buffer.from(workbookParts({ sheets: [{ data: one }] })[name]!).toString("utf8");
    const declared = whole.replace("?>", '?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>');
    expect(readBad(buildSheet(one, { parts: { [name]: declared } }))).toEqual([
      {
        code: "workbook-declares-entities",
        severity: "error",
        place,
        message: `${words}里有 DOCTYPE 声明，为安全起见不予读取`,
        hint: "Excel 和 WPS 不会生成这样的文件，请核对文件来源；内容可信的话，用 Excel 打开后另存为新的 .xlsx 文件再试",
      },
    ]);
  });

  test.each([
    ["an element that is not closed", "<row><c><v>1</v></row>"],
    ["an undefined entity", "<row><c><v>&nbsp;</v></c></row>"],
    ["an entity named like a property", "<row><c><v>&constructor;</v></c></row>"],
    ["a bare ampersand", "<row><c><v>A & B</v></c></row>"],
    ["an attribute without quotes", "<row r=1><c><v>1</v></c></row>"],
    ["an attribute twice", '<row r="1" r="2"><c><v>1</v></c></row>'],
    ["a control character", "<row><c><v>\u0001</v></c></row>"],
    ["a reference to a control character", "<row><c><v>&#1;</v></c></row>"],
    ["a reference to half a character", "<row><c><v>&#xD800;</v></c></row>"],
    ["a reference beyond Unicode", "<row><c><v>&#x110000;</v></c></row>"],
    ["a second root", "</sheetData></worksheet><worksheet><sheetData>"],
    ["an angle bracket in an attribute", '<row r="<"><c/></row>'],
    ["a close of something else", "<row></rows>"],
  ])("a sheet with %s", (_, data) => {
    expect(readBad(buildSheet(data))).toMatchObject([
      { code: "workbook-damaged-part", place: { file, sheet: "网站" }, message: "工作表“网站”的内容已损坏，无法读取" },
    ]);
  });

  test("a sheet with nothing in it, not even a root", () => {
    for (const xml of ["", " ", '<?xml version="1.0"?>', "<sheet/>", "潮州"]) {
      expect(readBad(buildWorkbook({ sheets: [{ xml }] })).map(({ code }) => code)).toEqual(["workbook-damaged-part"]);
    }
  });

  test("bytes that are no UTF-8", () => {
    const xml = Buffer.from(
      `<worksheet xmlns="${main}"><sheetData><row><c t="str"><v>?</v></c></row></sheetData></worksheet>`,
    );
    xml[xml.indexOf("?")] = 0xb3;
    expect(readBad(buildWorkbook({ sheets: [{ xml: new Uint8Array(xml) }] }))).toMatchObject([
      { code: "workbook-damaged-part", actual: "内部文本不是 UTF-8 编码" },
    ]);
  });

  test("an element with thousands of attributes", () => {
    const attributes = Array.from({ length: 501 }, (_, index) => `a${String(index)}=""`);
    expect(readBad(buildSheet(`<row ${attributes.join(" ")}/>`)).map(({ code }) => code)).toEqual([
      "workbook-damaged-part",
    ]);
    expect(readWorkbook(buildSheet(`<row ${attributes.slice(1).join(" ")}/>`), file).diagnostics).toEqual([]);
  });

  test("a text of megabytes, before it fills the memory", () => {
    for (const text of ["x", "&amp;", "&#38;", "<![CDATA[x]]>"]) {
      const data = `<row><c t="str"><v>${text.repeat((5 * 1024 * 1024) / text.length)}</v></c></row>`;
      expect(readBad(buildSheet(data)).map(({ code }) => code)).toEqual(["workbook-damaged-part"]);
    }
  });

  test("elements nested without end", () => {
    expect(readBad(buildSheet("<row>".repeat(200_000))).map(({ code }) => code)).toEqual(["workbook-damaged-part"]);
  });

  test("all damaged parts are named at once, and sound ones are not", () => {
    const bytes = buildWorkbook({
      sheets: [
        { name: "甲", xml: "<worksheet" },
        { name: "乙", data: one },
        { name: "丙", data: "<row>" },
      ],
      parts: { "xl/styles.xml": "<styleSheet>", "xl/sharedStrings.xml": "<sst><si>" },
    });
    expect(readBad(bytes).map(({ message }) => message)).toEqual([
      "工作簿的文字部件的内容已损坏，无法读取",
      "工作簿的格式部件的内容已损坏，无法读取",
      "工作表“丙”的内容已损坏，无法读取",
      "工作表“甲”的内容已损坏，无法读取",
    ]);
  });

  test("missing parts", () => {
    const missing = (part: string): object => ({
      code: "workbook-missing-part",
      severity: "error",
      message: `文件里缺少${part}`,
      hint: `文件可能已损坏，或由不规范的软件生成：${repair}`,
    });
    expect(only(buildSheet(one, { parts: { "xl/workbook.xml": undefined } }))).toEqual(
      missing("工作簿的结构部件（workbook.xml）"),
    );
    expect(readBad(buildSheet(one, { parts: { "xl/worksheets/sheet1.xml": undefined } }))).toEqual([
      { ...missing("工作表“网站”"), place: { file, sheet: "网站" } },
    ]);
    expect(readBad(buildSheet(one, { parts: { "xl/_rels/workbook.xml.rels": undefined } }))).toEqual([
      { ...missing("工作表“网站”"), place: { file, sheet: "网站" } },
    ]);
  });
});

describe("limits", () => {
  const rows = (count: number): string => "<row><c><v>1</v></c><c><v>2</v></c></row>".repeat(count);

  test("number of parts", () => {
    const parts = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`xl/media/${String(index)}.png`, "x"]),
    );
    expect(only(buildSheet(one, { parts }))).toEqual({
      code: "workbook-too-many-parts",
      severity: "error",
      message: "文件内部有 10007 个部件，超过部件数上限 10000",
      actual: "10007 个",
      expected: "不超过 10000 个",
      hint: "多半是图片等嵌入内容太多：把要用的工作表复制到新的工作簿里再试",
    });
    expect(readWorkbook(good, file, { parts: 7 }).workbook).toBeDefined();
    expect(only(good, { parts: 6 }).code).toBe("workbook-too-many-parts");
  });

  test("size of a part as declared: a bomb is not even lit", () => {
    const header = directoryHeaderOf(good, "xl/worksheets/sheet1.xml");
    const bomb = changed(good, (view) => view.setUint32(header + 24, 200 * 1024 * 1024, true));
    expect(readBad(bomb)).toEqual([
      {
        code: "workbook-part-too-large",
        severity: "error",
        place: { file, sheet: "网站" },
        message: "工作表“网站”展开后有 200 MB，超过单个部件大小上限 128 MB",
        actual: "200 MB",
        expected: "不超过 128 MB",
        hint: "只保留要用的行和列，删去多余的空行和格式后另存再试；数据确实有这么多时，请调高这个上限",
      },
    ]);
  });

  test("size of a part as it is: a bomb that declares itself small is put out", () => {
    const parts = {
      ...workbookParts({ sheets: [{ data: one }] }),
      "xl/worksheets/sheet1.xml": new Uint8Array(10 * 1024 * 1024),
    };
    const bomb = zipParts(parts);
    const header = directoryHeaderOf(bomb, "xl/worksheets/sheet1.xml");
    for (const declared of [100, 100_000]) {
      const lying = changed(bomb, (view) => view.setUint32(header + 24, declared, true));
      expect(readBad(lying)).toMatchObject([{ code: "workbook-size-mismatch", place: { sheet: "网站" } }]);
    }
    // And one that declares more than deflate could ever make of it.
    const boasting = changed(good, (view) =>
      view.setUint32(directoryHeaderOf(good, "xl/workbook.xml") + 24, 100_000_000, true),
    );
    expect(readBad(boasting).map(({ code }) => code)).toEqual(["workbook-size-mismatch"]);
  });

  test("size of a part, raised and lowered", () => {
    const size = workbookParts({ sheets: [{ data: rows(99) }] })["xl/worksheets/sheet1.xml"]!.length;
    const bytes = buildSheet(rows(99));
    expect(readWorkbook(bytes, file, { partBytes: size }).workbook).toBeDefined();
    expect(readBad(bytes, { partBytes: size - 1 }).map(({ code }) => code)).toEqual(["workbook-part-too-large"]);
  });

  test("size of everything that is read; what is not read does not count", () => {
    const parts = workbookParts({
      sheets: [
        { name: "甲", data: rows(50) },
        { name: "乙", data: rows(50) },
      ],
    });
    const read = Object.entries(parts).filter(([name]) => name !== "[Content_Types].xml");
    const total = read.reduce((sum, [, { length }]) => sum + length, 0);
    const bytes = zipParts({ ...parts, "xl/media/image.png": new Uint8Array(1_000_000) });
    expect(readWorkbook(bytes, file, { totalBytes: total }).workbook).toBeDefined();
    expect(readBad(bytes, { totalBytes: total - 1 })).toEqual([
      {
        code: "workbook-too-large",
        severity: "error",
        place: { file, sheet: "乙" },
        message: "工作簿展开后超过总大小上限 0.1 MB",
        expected: "不超过 0.1 MB",
        hint: "把不用的工作表移到别的工作簿，删去多余的空行和格式后另存再试；数据确实有这么多时，请调高这个上限",
      },
    ]);
  });

  test("rows, cells and merged ranges, over all sheets and told once", () => {
    const merges = '<mergeCells><mergeCell ref="C1:C2"/><mergeCell ref="D1:D2"/></mergeCells>';
    const sheets = ["甲", "乙", "丙"].map((name) => ({ name, data: rows(3), after: merges }));
    const bytes = buildWorkbook({ sheets });
    expect(readWorkbook(bytes, file, { rows: 9, cells: 18, mergedRanges: 6 }).workbook).toBeDefined();
    expect(readBad(bytes, { rows: 5 })).toEqual([
      {
        code: "workbook-too-many-rows",
        severity: "error",
        place: { file, sheet: "乙" },
        message: "有内容的行超过行数上限 5",
        expected: "全部工作表合计不超过 5 行",
        hint: "把不用的工作表和行移到别的工作簿后再试；数据确实有这么多时，请调高这个上限",
      },
    ]);
    expect(readBad(bytes, { cells: 11 })).toMatchObject([
      { code: "workbook-too-many-cells", place: { sheet: "乙" }, message: "有内容的单元格超过单元格数上限 11" },
    ]);
    expect(readBad(bytes, { mergedRanges: 3 })).toEqual([
      {
        code: "workbook-too-many-merges",
        severity: "error",
        place: { file, sheet: "乙" },
        message: "合并单元格超过合并区域数上限 3",
        expected: "全部工作表合计不超过 3 处",
        hint: "取消不需要的合并单元格后再试；数据确实有这么多时，请调高这个上限",
      },
    ]);
  });

  test("more shared strings than a workbook may have cells", () => {
    expect(only(buildSheet(one, { sharedStrings: "<si/>".repeat(12) }), { cells: 11 }).code).toBe(
      "workbook-too-many-cells",
    );
  });

  test("length of a text: every such cell is named, the workbook is read all the same", () => {
    const long = "字".repeat(32_768);
    const cells = `<row r="1"><c t="s"><v>0</v></c><c t="str"><v>${long}</v></c><c t="str"><v>${long.slice(1)}</v></c></row>`;
    const { workbook, diagnostics } = readWorkbook(
      buildSheet(cells, { sharedStrings: `<si><t>${long}</t></si>` }),
      file,
    );
    expect(workbook?.sheets[0]?.rows[0]?.cells).toEqual([long, long, long.slice(1)]);
    expect(diagnostics).toEqual(
      ["A1", "B1"].map((cell) => ({
        code: "workbook-text-too-long",
        severity: "error",
        place: { file, sheet: "网站", cell },
        message: "单元格的文字有 32768 个字符，超过单元格字数上限 32767",
        actual: "32768 个字符",
        expected: "不超过 32767 个字符",
        hint: "Excel 的一个单元格最多放 32767 个字符，请把这段文字缩短或分到几个单元格",
      })),
    );
    const many = '<row><c t="str"><v>二十</v></c></row>'.repeat(30);
    expect(readWorkbook(buildSheet(many), file, { textLength: 1 }).diagnostics).toHaveLength(20);
  });
});

describe("any bytes at all", () => {
  test("a workbook with any one byte changed is read or refused, never thrown at", () => {
    const bytes = buildSheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><f>1</f><v>45473</v></c></row>', {
      sharedStrings: "<si><t>甲</t></si>",
      formats: ["yyyy/m/d"],
    });
    const codes = new Set<string>();
    for (let index = 0; index < bytes.length; index += 1) {
      const spoilt = bytes.slice();
      spoilt[index]! ^= [0xff, 0x01, 0x80][index % 3]!;
      const { workbook, diagnostics } = readWorkbook(spoilt, file);
      expect(workbook === undefined).toBe(diagnostics.length > 0);
      for (const { code } of diagnostics) codes.add(code);
    }
    expect(codes).toContain("workbook-damaged-archive");
  });
});

/** Where the directory's header of a part begins. */
function directoryHeaderOf(bytes: Uint8Array, name: string): number {
  const buffer = Buffer.from(bytes);
  for (let at = buffer.indexOf("PK\u0001\u0002"); at >= 0; at = buffer.indexOf("PK\u0001\u0002", at + 1)) {
    if (buffer.toString("utf8", at + 46, at + 46 + buffer.readUInt16LE(at + 28)) === name) return at;
  }
  throw new Error(`no part ${name}`);
}

function offsets(bytes: Uint8Array, header: number): { headerOffset: number } {
  return { headerOffset: Buffer.from(bytes).readUInt32LE(header + 42) };
}

function changed(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer));
  return copy;
}
