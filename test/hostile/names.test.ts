import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildProgram, layOut, runProgram } from "../broken/run-program.js";
import { buildWorkbook } from "../input/xlsx/build-workbook.js";
import { failing, noticeEdition, outputFolder, seeNotices } from "../notices/notice-edition.js";
import { requirePythonModule } from "../outside.js";
import { readDocx } from "../../src/docx/read-docx.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { plainText } from "../../src/document/tree.js";
import { proofread } from "../../src/checks/proofread.js";
import { readWorkbook } from "../../src/input/xlsx/read-workbook.js";
import { writeReviewText } from "../../src/text/review-text.js";
import { writeWorkbook } from "../../src/workbook/write-workbook.js";
import { readParts } from "../docx/xml-tree.js";
import { composeInMemory, documentOf } from "../edition/compose-in-memory.js";
import { formOf, typeWithTables } from "../workbook/sample-type.js";
import { exampleCircular } from "../../scripts/write-reference.example.js";

/** Names that look like other names, and names that few programs can write. */

function twoAccounts(first: string, second: string): string {
  return exampleCircular
    .replace("类型: 微信订阅号, 名称: 示例教育,", `类型: 微信订阅号, 名称: ${JSON.stringify(first)},`)
    .replace("类型: 新浪微博, 名称: 示例教育发布,", `类型: 微信订阅号, 名称: ${JSON.stringify(second)},`);
}

describe("two names that look the same", () => {
  test.each([
    [
      "a zero-width space",
      "示例教育",
      "示例\u200b教育",
      "第3个字符：前一处是“教”（U+6559），这里是看不见的字符 U+200B",
    ],
    ["a right-to-left mark", "示例教育", "示例教育\u200f", "第5个字符：前一处是没有字符，这里是看不见的字符 U+200F"],
    [
      "an override of the direction",
      "示例教育",
      "\u202e示例教育",
      "第1个字符：前一处是“示”（U+793A），这里是看不见的字符 U+202E",
    ],
    ["an isolate", "示例教育", "示\u2066例\u2069教育", "第2个字符：前一处是“例”（U+4F8B），这里是看不见的字符 U+2066"],
    ["a soft hyphen", "示例教育", "示例教\u00ad育", "第4个字符：前一处是“育”（U+80B2），这里是看不见的字符 U+00AD"],
    [
      "a variation selector",
      "示例教育",
      "示例教育\u{e0100}",
      "第5个字符：前一处是没有字符，这里是看不见的字符 U+E0100",
    ],
    ["a blank", "示例教育", "示例 教育", "第3个字符：前一处是“教”（U+6559），这里是看不见的字符 U+0020"],
    ["a Cyrillic letter", "CCTV示例", "СCTV示例", "第1个字符：前一处是“C”（U+0043），这里是“С”（U+0421）"],
    ["a full-width letter", "ABC示例", "AＢC示例", "第2个字符：前一处是“B”（U+0042），这里是“Ｂ”（U+FF22）"],
    ["a compatibility ideograph", "更新", "\uf901新", "第1个字符：前一处是“更”（U+66F4），这里是“\uf901”（U+F901）"],
    ["a Kangxi radical", "示例土地", "示例\u2f1f地", "第3个字符：前一处是“土”（U+571F），这里是“\u2f1f”（U+2F1F）"],
    ["another character", "今日示例", "今曰示例", "第2个字符：前一处是“日”（U+65E5），这里是“曰”（U+66F0）"],
  ])("%s", async (_, first, second, actual) => {
    const { diagnostics } = await composeInMemory({ circular: twoAccounts(first, second) });
    const found = diagnostics.filter(({ code }) => code === "names-look-alike");
    expect(found.map(({ actual: said, severity }) => ({ said, severity }))).toEqual([
      { said: actual, severity: "warning" },
    ]);
    expect(found[0]?.place.line).toBe(exampleCircular.split("\n").findIndex((line) => line.includes("新浪微博")) + 1);
    expect(found[0]?.related).toHaveLength(1);
  });

  test.each([
    ["示例教育", "示例教育发布"],
    ["示例1号", "示例①号"],
    ["甲县发布", "乙县发布"],
    ["示例A", "示例a"],
  ])("%s and %s do not", async (first, second) => {
    const { diagnostics } = await composeInMemory({ circular: twoAccounts(first, second) });
    expect(diagnostics).toEqual([]);
  });

  test("the same name twice is no look-alike", async () => {
    const { diagnostics } = await composeInMemory({ circular: twoAccounts("示例教育", "示例教育") });
    expect(diagnostics.map(({ code }) => code)).toEqual(["row-repeated"]);
  });
});

/** One each of CJK Unified Ideographs Extension A to H, as they occur in names of people and places. */
const rare = [
  "㛃",
  "𠅤",
  "𡐓",
  "𪜀",
  "𪚥",
  "𫖯",
  "𫟅",
  "𬭚",
  "𬺰",
  "𮯐",
  "\u{30000}",
  "\u{30edd}",
  "\u{31350}",
  "\u{323af}",
];

describe("rare characters", () => {
  beforeAll(buildProgram);

  const name = `${rare.join("")}镇`;

  test("come through data, .docx and review text as they are", async () => {
    const document = await documentOf({
      circular: exampleCircular.replace("名称: 示例教育,", `名称: ${name},`),
      body: "账号：{{#逐项 账号}}{{名称}}，{{/逐项}}完。",
    });
    const docx = await writeDocx(document);
    const xml = readParts(docx)["word/document.xml"]!;
    expect(Buffer.from(xml).includes(Buffer.from(name)), "the bytes in the file").toBe(true);
    expect(writeReviewText(document)).toContain(name);
    const read = readDocx(docx, "通报.docx").document!;
    const paragraphs = read.children.flatMap((block) =>
      block.type === "paragraph" ? [plainText(block.children)] : [],
    );
    expect(paragraphs.join("\n")).toContain(name);
    expect(proofread(document, { file: "a" }).diagnostics.filter(({ actual = "" }) => actual.includes("𬭚"))).toEqual(
      [],
    );
  });

  test("come through a workbook as they are", async () => {
    const type = typeWithTables("\n  单位:\n    列:\n      名称: {必填: 是}\n    主键: 名称\n");
    const bytes = await writeWorkbook(formOf(type, { rows: new Map([["单位", [[name]]]]) }));
    const { workbook } = readWorkbook(bytes, "a.xlsx");
    expect(JSON.stringify(workbook?.sheets.map(({ rows }) => rows))).toContain(name);
  });

  test("come through a workbook and YAML to .docx as python-docx reads it, to the review text and to names of files", (context) => {
    requirePythonModule("docx", context);
    const office = `市${name}办`;
    const cells = (row: number, values: readonly string[]): string =>
      `<row r="${String(row)}">${values.map((value) => `<c t="str"><v>${value}</v></c>`).join("")}</row>`;
    const data =
      cells(1, ["单位", "窗口名称", "得分", "结果", "主要问题"]) +
      cells(2, [office, `${name}窗口`, "50", "不合格", "无人在岗"]);
    const row = failing(office, `${name}窗口`);
    const inYaml = noticeEdition({ rows: [row] });
    const inWorkbook = noticeEdition({
      circular: (text) => `${text.replace(/^数据表:[\s\S]*/mu, "")}数据文件: 数据.xlsx\n`,
      rows: [],
    });
    inWorkbook.set("data/2025q1/数据.xlsx", buildWorkbook({ sheets: [{ name: "窗口", data }] }));
    for (const tree of [inYaml, inWorkbook]) {
      const folder = layOut(tree);
      expect(runProgram(folder, ["notices", "data/2025q1"])).toMatchObject({ status: 0, errors: "" });
      expect(readdirSync(join(folder, outputFolder))).toContain(`01-${office}.docx`);
      const { notices, index } = seeNotices(folder, context);
      expect(JSON.stringify(notices[`01-${office}.docx`])).toContain(name);
      expect(JSON.stringify(index)).toContain(office);
      expect(runProgram(folder, ["build", "data/2025q1"]).status).toBe(0);
      expect(readFileSync(join(folder, "output/2025q1/2025q1.txt"), "utf8")).toContain(`${name}窗口`);
    }
  });

  test("are different from each other", async () => {
    const { diagnostics } = await composeInMemory({ circular: twoAccounts(`示例${rare[0]!}`, `示例${rare[1]!}`) });
    expect(diagnostics).toEqual([]);
  });
});
