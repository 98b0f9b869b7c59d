import { describe, expect, test } from "vitest";
import { plainText, type Heading } from "../../src/document/tree.js";
import { readMarkup } from "../../src/template/markup.js";
import type { Segment } from "../../src/template/segments.js";

const words = (text: string, line = 1): Segment => ({
  kind: "words",
  text,
  place: { file: "body.hbs", line, column: 1 },
});
const value = (text: string): Segment => ({
  kind: "inline",
  node: { type: "value", value: text, provenance: { expression: "值", places: [], rows: [] } },
});

/** Each block as `type printed text`, a run-in heading's parts divided by `|`. */
function blocks(...segments: Segment[]): string[] {
  return readMarkup(segments).blocks.map((block) => {
    if (block.type === "paragraph") return `段 ${plainText(block.children)}`;
    const body = block.body === undefined ? "" : `|${plainText(block.body)}`;
    return `题${block.level} ${block.label}${plainText(block.children)}${body}`;
  });
}

/** `code line:column` of each diagnostic. */
function complaints(...segments: Segment[]): string[] {
  return readMarkup(segments).diagnostics.map(({ code, place }) => `${code} ${place.line ?? 0}:${place.column ?? 0}`);
}

describe("lines", () => {
  test("a line is a paragraph, and empty lines mean nothing", () => {
    expect(blocks(words("\n\n甲\n\n \t　\n乙\n"))).toEqual(["段 甲", "段 乙"]);
    expect(blocks(words(""))).toEqual([]);
  });

  test("blanks at both ends of a line belong to the template's layout", () => {
    expect(blocks(words("　　甲 乙 \n\t丙\t"))).toEqual(["段 甲 乙", "段 丙"]);
  });

  test("blanks that a value begins or ends with are kept", () => {
    expect(blocks(words("  "), value(" 甲 "), words("  "))).toEqual(["段  甲 "]);
  });

  test("a line of nothing but a value is a paragraph", () => {
    expect(blocks(words("甲\n"), value("乙"), words("\n丙"))).toEqual(["段 甲", "段 乙", "段 丙"]);
  });

  test("a backslash at the end of a line goes on in the next one", () => {
    expect(blocks(words("甲\\\n乙\\\n　　丙\n丁"))).toEqual(["段 甲乙丙", "段 丁"]);
    expect(blocks(words("甲\\\n"), value("乙"), words("丙"))).toEqual(["段 甲乙丙"]);
    expect(blocks(words("甲\\\n\n乙"))).toEqual(["段 甲", "段 乙"]);
  });

  test("a backslash anywhere else is a backslash", () => {
    expect(blocks(words("甲\\乙\n丙\\"))).toEqual(["段 甲\\乙", "段 丙\\"]);
    expect(blocks(words("甲"), value("\\"), words("\n乙"))).toEqual(["段 甲\\", "段 乙"]);
  });

  test("a line break inside a value is a character of the value", () => {
    expect(blocks(words("甲"), value("乙\n丙"), words("丁"))).toEqual(["段 甲乙\n丙丁"]);
  });

  test("numbers and other marks at the beginning of a line mean nothing", () => {
    const lines = ["1. 甲", "一、乙", "* 丙", "- 丁", "> 戊", "｜己｜", "＃庚"];
    expect(blocks(words(lines.join("\n")))).toEqual(lines.map((line) => `段 ${line}`));
  });
});

describe("headings", () => {
  test("are numbered by level, and each level begins again under a new parent", () => {
    const source = "# 甲\n## 乙\n### 丙\n#### 丁\n#### 戊\n### 己\n## 庚\n### 辛\n# 壬\n## 癸";
    expect(blocks(words(source))).toEqual([
      "题1 一、甲",
      "题2 （一）乙",
      "题3 1.丙",
      "题4 （1）丁",
      "题4 （2）戊",
      "题3 2.己",
      "题2 （二）庚",
      "题3 1.辛",
      "题1 二、壬",
      "题2 （一）癸",
    ]);
  });

  test("carry their position within their parent", () => {
    const { blocks: found } = readMarkup([words("# 甲\n## 乙\n## 丙\n# 丁\n## 戊")]);
    expect(found.map((block) => [(block as Heading).level, (block as Heading).ordinal])).toEqual([
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 2],
      [2, 1],
    ]);
  });

  test("the eleventh and the twenty-first are 十一 and 二十一", () => {
    const many = blocks(words(Array.from({ length: 21 }, () => "# 题").join("\n")));
    expect([many[9], many[10], many[20]]).toEqual(["题1 十、题", "题1 十一、题", "题1 二十一、题"]);
  });

  test("may be written without a blank after the mark and with blanks before it", () => {
    expect(blocks(words("#甲\n  ##　乙"))).toEqual(["题1 一、甲", "题2 （一）乙"]);
  });

  test("may begin with a value", () => {
    expect(blocks(words("# "), value("甲"), words("\n## "), value("乙"), words("情况"))).toEqual([
      "题1 一、甲",
      "题2 （一）乙情况",
    ]);
  });

  test("are opened by the template's own words only", () => {
    expect(blocks(value("# 甲"), words("\n"), value("##"), words("乙"))).toEqual(["段 # 甲", "段 ##乙"]);
  });

  test("\\# at the beginning of a line is a #", () => {
    expect(blocks(words("\\# 甲\n \\#乙\\#\n甲#乙"))).toEqual(["段 # 甲", "段 #乙\\#", "段 甲#乙"]);
  });

  test("more than four levels, a level left out and a heading without words are reported at their lines", () => {
    expect(complaints(words("# 甲\n\n##### 乙\n\n### 丙\n## \n# "))).toEqual([
      "markup-level-too-deep 3:1",
      "markup-level-skipped 5:1",
      "markup-empty-heading 6:1",
      "markup-empty-heading 7:1",
    ]);
  });

  test("places count lines that were joined", () => {
    expect(complaints(words("甲\\\n乙\\\n丙\n##### 丁", 5))).toEqual(["markup-level-too-deep 8:1"]);
  });

  test("in the body the first heading is of level 1; in an attachment it may be of any level", () => {
    expect(complaints(words("## 甲"))).toEqual(["markup-level-skipped 1:1"]);
    expect(readMarkup([words("### 甲\n## 乙\n# 丙")], 4).diagnostics).toEqual([]);
    expect(readMarkup([words("## 甲\n#### 乙")], 4).diagnostics.map(({ code }) => code)).toEqual([
      "markup-level-skipped",
    ]);
  });
});

describe("a run-in heading", () => {
  test("is heading up to its first 。 and text after it, from level 2 on", () => {
    expect(blocks(words("# 甲。乙\n## 丙。丁。戊\n### 己。庚\n#### 辛。壬"))).toEqual([
      "题1 一、甲。乙",
      "题2 （一）丙。|丁。戊",
      "题3 1.己。|庚",
      "题4 （1）辛。|壬",
    ]);
  });

  test("without text after the 。 it stands alone", () => {
    expect(blocks(words("# 零\n## 甲。\n## 乙"))).toEqual(["题1 一、零", "题2 （一）甲。", "题2 （二）乙"]);
  });

  test.each([
    "“甲。乙”",
    "《甲。乙》",
    "（甲。乙）",
    "(甲。乙)",
    "‘甲。乙’",
    "〈甲。乙〉",
    "〔甲。乙〕",
    "《甲（乙。丙）丁。戊》",
  ])("a 。 within %s does not end it", (quoted) => {
    expect(blocks(words(`# 零\n## 做好${quoted}工作。正文。`))[1]).toBe(`题2 （一）做好${quoted}工作。|正文。`);
  });

  test("a closing mark without its opening one does not hide the 。", () => {
    expect(blocks(words("# 零\n## 甲”。乙"))[1]).toBe("题2 （一）甲”。|乙");
  });

  test("quotation marks of the template around a value count, those in the value do not", () => {
    expect(blocks(words("# 零\n## “"), value("甲"), words("。乙”。丙"))[1]).toBe("题2 （一）“甲。乙”。|丙");
    expect(blocks(words("# 零\n## "), value("“甲"), words("。乙"))[1]).toBe("题2 （一）“甲。|乙");
  });

  test("a 。 in a value does not end it", () => {
    expect(blocks(words("# 零\n## "), value("甲。乙"), words("丙。丁"))[1]).toBe("题2 （一）甲。乙丙。|丁");
  });

  test("its text may begin with a value, on the next line too", () => {
    expect(blocks(words("# 零\n## 甲。\\\n"), value("乙"), words("丙"))[1]).toBe("题2 （一）甲。|乙丙");
  });
});
