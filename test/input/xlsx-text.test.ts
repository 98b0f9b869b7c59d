import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { buildSheet, buildWorkbook, escapeXml, main } from "./xlsx/build-workbook.js";
import { readCells, readSheet } from "./xlsx/reading.js";

/** The texts of one row of inline strings, each given as the content of its `<is>`. */
function inlineTexts(...items: string[]): unknown[] {
  const cells = items.map((item) => `<c t="inlineStr"><is>${item}</is></c>`).join("");
  return [...(readSheet(buildSheet(`<row>${cells}<c><v>1</v></c></row>`)).rows[0]?.cells ?? [])].slice(0, -1);
}

/** The text of a shared string, given as the content of its `<si>`. */
function sharedText(item: string): unknown {
  return readCells(buildSheet('<row><c t="s"><v>0</v></c></row>', { sharedStrings: `<si>${item}</si>` }))["A1"];
}

describe("shared and inline strings", () => {
  test("shared strings are found by number, in any order and as often as they are used", () => {
    const cells = readCells(
      buildSheet(
        '<row r="1"><c r="A1" t="s"><v>2</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>2</v></c></row>',
        { sharedStrings: "<si><t>网站</t></si><si><t/></si><si><t>新媒体</t></si>" },
      ),
    );
    expect(cells).toEqual({ A1: "新媒体", B1: "网站", C1: "新媒体" });
  });

  test("formatted runs are one text, phonetic hints are none", () => {
    const item =
      '<r><rPr><b/></rPr><t xml:space="preserve">潮州 </t></r><r><t>发布</t></r><rPh sb="0" eb="2"><t>Cháozhōu</t></rPh><phoneticPr fontId="1"/>';
    expect(sharedText(item)).toBe("潮州 发布");
    expect(inlineTexts(item)).toEqual(["潮州 发布"]);
    expect(sharedText("<t>潮州</t><rPh><t>Cháozhōu</t></rPh>")).toBe("潮州");
  });

  test("blanks at the ends count only where they are marked as preserved, as in Excel", () => {
    expect(
      inlineTexts(
        "<t>  前后  </t>",
        '<t xml:space="preserve">  前后  </t>',
        "<t>\n  排版\n</t>",
        '<r xml:space="preserve"><t>甲 </t></r><r><t>乙 </t></r>',
        '<t xml:space="default"> 丙</t>',
        "<t>\u3000全角不算\u00a0</t>",
      ),
    ).toEqual(["前后", "  前后  ", "排版", "甲 乙", "丙", "\u3000全角不算\u00a0"]);
  });

  test("xml:space of the whole item holds for its runs", () => {
    const item = '<si xml:space="preserve"><r><t>甲 </t></r><r><t> 乙</t></r></si><si><t> 丙 </t></si>';
    const cells = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>';
    expect(readCells(buildSheet(cells, { sharedStrings: item }))).toEqual({ A1: "甲  乙", B1: "丙" });
  });

  test("line ends are \\n however they are written", () => {
    expect(
      inlineTexts(
        "<t>一&#10;二</t>",
        "<t>一\n二</t>",
        "<t>一\r\n二</t>",
        "<t>一_x000D_\n二</t>",
        "<t>一&#13;&#10;二</t>",
        "<t>一_x000d_二</t>",
      ),
    ).toEqual(Array.from({ length: 6 }, () => "一\n二"));
  });

  test("escaped characters are decoded once, and an escaped underscore stays an underscore", () => {
    expect(
      inlineTexts("<t>_x005F_x000D_</t>", "<t>a_x0009_b</t>", "<t>_xD840__xDC00_</t>", "<t>_x12_ x000D _x000G_</t>"),
    ).toEqual(["_x000D_", "a\tb", "\u{20000}", "_x12_ x000D _x000G_"]);
  });

  test("characters that XML forbids stay in the text when they are escaped, for a later check to report", () => {
    expect(inlineTexts("<t>甲_x0001_乙</t>", "<t>甲_xD800_乙</t>", "<t>甲_xFFFE_乙</t>")).toEqual([
      "甲\u0001乙",
      "甲\ud800乙",
      "甲\ufffe乙",
    ]);
  });

  test("entities, CDATA and characters beyond the BMP are read", () => {
    expect(
      inlineTexts(
        "<t>&lt;甲&gt; &amp; &quot;乙&apos; &#x6F6E;&#24030;</t>",
        "<t><![CDATA[<甲> & ]]>乙</t>",
        "<t>𠀀😀</t>",
      ),
    ).toEqual(["<甲> & \"乙' 潮州", "<甲> & 乙", "𠀀😀"]);
  });

  test("text that programs put where it does not belong is text all the same", () => {
    const cells = '<row><c t="inlineStr"><v>甲</v></c><c><is><t>乙</t></is></c><c t="str"><v>丙</v></c></row>';
    expect(readCells(buildSheet(cells))).toEqual({ A1: "甲", B1: "乙", C1: "丙" });
  });

  test("long texts are the same wherever the reader's slices end", () => {
    for (let shift = 0; shift < 7; shift += 1) {
      const text = `${"a".repeat(shift)}${"潮州𠀀&\n".repeat(5000)}`;
      const shared = `<si><t>${escapeXml(text)}</t></si>`;
      const cells = `<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>${escapeXml(text)}</t></is></c></row>`;
      expect(readCells(buildSheet(cells, { sharedStrings: shared }))).toEqual({ A1: text.trim(), B1: text.trim() });
    }
  });
});

describe("cells that look empty", () => {
  test.each([
    ["nothing", ""],
    ["spaces", "   "],
    ["tabs and line breaks", "\t\n"],
    ["full-width spaces", "\u3000\u3000"],
    ["non-breaking spaces", "\u00a0\u202f\u2007"],
    ["zero-width characters", "\u200b\u200c\u200d\ufeff\u2060"],
    ["directional marks", "\u200e\u202a\u202c"],
  ])("%s", (_, text) => {
    const item = `<t xml:space="preserve">${text}</t>`;
    const cells =
      `<row><c t="s"><v>0</v></c><c t="inlineStr"><is>${item}</is></c><c t="str"><v>${text}</v></c>` +
      `<c t="str"><f>T(A1)</f><v>${text}</v></c><c t="inlineStr"><is><t>x</t></is></c></row>` +
      `<row><c t="s"><v>0</v></c></row>`;
    const sheet = readSheet(buildSheet(cells, { sharedStrings: `<si>${item}</si>` }));
    expect(sheet.rows.map(({ number }) => number)).toEqual([1]);
    expect([...(sheet.rows[0]?.cells ?? [])]).toEqual([undefined, undefined, undefined, undefined, "x"]);
  });

  test("a visible character among blanks makes a value, kept as it is", () => {
    expect(inlineTexts('<t xml:space="preserve">\u3000\u200b甲\u200b </t>')).toEqual(["\u3000\u200b甲\u200b "]);
  });
});

describe("encodings", () => {
  const xml = `<worksheet xmlns="${main}"><sheetData><row><c t="inlineStr"><is><t>潮州𠀀</t></is></c></row></sheetData></worksheet>`;
  const read = (bytes: Uint8Array): unknown => readCells(buildWorkbook({ sheets: [{ xml: bytes }] }))["A1"];
  const littleEndian = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));
  const bigEndian = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le").swap16());

  test("UTF-8 with and without a byte order mark", () => {
    expect(read(strToU8(xml))).toBe("潮州𠀀");
    expect(read(strToU8(`\ufeff${xml}`))).toBe("潮州𠀀");
    expect(read(strToU8(`\ufeff<?xml version="1.0" encoding="utf-8"?>${xml}`))).toBe("潮州𠀀");
  });

  test("UTF-16 by its byte order mark, or by its first character", () => {
    const declared = `<?xml version="1.0" encoding="UTF-16"?>${xml}`;
    expect(read(littleEndian(`\ufeff${declared}`))).toBe("潮州𠀀");
    expect(read(bigEndian(`\ufeff${declared}`))).toBe("潮州𠀀");
    expect(read(littleEndian(declared))).toBe("潮州𠀀");
    expect(read(bigEndian(declared))).toBe("潮州𠀀");
    // Half a character at the end is none.
    expect(read(new Uint8Array([...bigEndian(declared), 0]))).toBe("潮州𠀀");
    expect(read(new Uint8Array([...littleEndian(declared), 0]))).toBe("潮州𠀀");
  });
});
