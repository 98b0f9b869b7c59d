import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  text,
  type AttachmentBlock,
  type Block,
  type CircularDocument,
  type Table,
  type TableRow,
} from "../../src/document/tree.js";
import { encodeReviewText, writeReviewText } from "../../src/text/review-text.js";
import { onePixel, sampleDocument } from "../document/sample-document.js";

/** The text of a circular that consists of these elements, without the sections at the end that are always there. */
function lines(...children: Block[]): string[] {
  const document: CircularDocument = { ...sampleDocument(), children };
  const all = writeReviewText(document).split("\n");
  return all
    .slice(
      0,
      all.findIndex((line) => line.startsWith("〔文件属性〕")),
    )
    .filter((line) => line !== "");
}

function attachmentLines(...children: AttachmentBlock[]): string[] {
  const attachment = { type: "attachment", label: "附件", orientation: "portrait", title: [], children } as const;
  return lines(attachment).slice(1);
}

describe("the review text", () => {
  test("is the same as a file in pieces", () => {
    const rows = Array.from({ length: 20_000 }, (_, index): TableRow => ({
      role: "record",
      cells: [`单位${String(index)}`],
    }));
    const columns = [{ name: "单位", kind: "text", width: 1, align: "left" }] as const;
    const table: Table = { type: "table", columns, headerRows: [], rows, key: [] };
    const document = sampleDocument();
    const children = document.children.map((block) =>
      block.type === "attachment" ? { ...block, children: [...block.children, table] } : block,
    );
    for (const each of [document, { ...document, children }]) {
      const pieces = encodeReviewText(each);
      expect(Buffer.concat(pieces).toString("utf8")).toBe(writeReviewText(each));
    }
    expect(encodeReviewText({ ...document, children }).length).toBeGreaterThan(1);
  });

  test("shows a document with every kind of node", async () => {
    await expect(writeReviewText(sampleDocument())).toMatchFileSnapshot("expected/every-node.txt");
  });

  test("is the same for the same document, and leaves it alone", () => {
    const document = sampleDocument();
    expect(writeReviewText(document)).toBe(writeReviewText(structuredClone(document)));
    expect(document).toEqual(sampleDocument());
  });

  test("does not show where values came from", () => {
    const forget = (key: string, value: unknown): unknown =>
      ["dataset", "source", "provenance"].includes(key) ? undefined : value;
    const forgetful = JSON.parse(JSON.stringify(sampleDocument(), forget)) as CircularDocument;
    expect(JSON.stringify(forgetful)).not.toContain("inspection.xlsx");
    expect(writeReviewText(forgetful)).toBe(writeReviewText(sampleDocument()));
  });

  test("keeps data on its line and never lets it look like a mark", () => {
    const nasty = "甲\n〔一级〕一、乙\r\n\t｜丙\\丁↵⟨U+200B⟩\u200B\uFEFF\u00A0\uD800〔接排〕";
    expect(lines({ type: "paragraph", children: [text(nasty)] })).toEqual([
      "〔正文〕甲↵〔一级〕一、乙⟨U+000D⟩↵⟨U+0009⟩\\｜丙\\\\丁\\↵\\⟨U+200B⟩⟨U+200B⟩⟨U+FEFF⟩⟨U+00A0⟩⟨U+D800⟩\\〔接排〕",
    ]);
  });

  test("shows blanks at both ends and leaves those in between", () => {
    expect(lines({ type: "paragraph", children: [text("　　甲 乙　丙 ")] })).toEqual([
      "〔正文〕⟨U+3000⟩⟨U+3000⟩甲 乙　丙⟨U+0020⟩",
    ]);
    expect(lines({ type: "paragraph", children: [text(" ")] })).toEqual(["〔正文〕⟨U+0020⟩"]);
  });

  test("keeps rare characters as they are", () => {
    const name = "𠮷𪚥𰻞㐀é中①℃—…“”·";
    expect(lines({ type: "paragraph", children: [text(name)] })).toEqual([`〔正文〕${name}`]);
  });

  test("separates a run-in heading from the text after it", () => {
    const heading = { type: "heading", level: 2, ordinal: 1, label: "（一）", children: [text("甲。")] } as const;
    expect(lines(heading)).toEqual(["〔二级〕（一）甲。"]);
    expect(lines({ ...heading, body: [text("乙。")] })).toEqual(["〔二级〕（一）甲。〔接排〕乙。"]);
  });

  test.each([
    ["一、", "总则", "〔三级〕一、总则"],
    ["(2)", "总则", "〔三级〕(2)总则"],
    ["3、", "总则", "〔三级〕3、总则"],
    ["", "总则", "〔三级〕总则"],
    ["", "一、总则", "〔三级〕〔标号止〕一、总则"],
    ["第一条", "总则", "〔三级〕第一条〔标号止〕总则"],
    ["1.", "1.总则", "〔三级〕1.1.总则"],
    ["1.1.", "总则", "〔三级〕1.1.〔标号止〕总则"],
  ])("shows where the number %j of a heading from elsewhere ends", (label, children, expected) => {
    expect(lines({ type: "heading", level: 3, ordinal: 1, label, children: [text(children)] })).toEqual([expected]);
  });

  test.each([
    ["注：", "甲：乙", "〔注〕注：甲：乙"],
    ["", "甲", "〔注〕甲"],
    ["", "注：甲", "〔注〕〔标号止〕注：甲"],
    ["说明", "甲", "〔注〕说明〔标号止〕甲"],
  ])("shows where the label %j of a remark ends", (label, children, expected) => {
    expect(attachmentLines({ type: "remark", label, children: [text(children)] })).toEqual([expected]);
  });

  test("tells pictures apart by the checksum of their bytes", () => {
    const picture = {
      type: "picture",
      format: "png",
      data: onePixel,
      widthPixels: 640,
      heightPixels: 480,
      alternativeText: "示例图",
    } as const;
    const checksum = createHash("sha256").update(Buffer.from(onePixel, "base64")).digest("hex").slice(0, 16);
    expect(attachmentLines(picture)).toEqual([`〔图片〕PNG，640×480像素，校验码${checksum}，替代文字：示例图`]);
    const other = { ...picture, data: Buffer.from("something else").toString("base64") };
    expect(attachmentLines(other)).not.toEqual(attachmentLines(picture));
  });

  test("shows a choice of layout in one line of its own", () => {
    const document = sampleDocument();
    const before = writeReviewText(document).split("\n");
    const changed: CircularDocument = { ...document, appearance: { ...document.appearance, sealed: false } };
    const after = writeReviewText(changed).split("\n");
    expect(before.filter((line) => !after.includes(line))).toEqual(["〔版式〕印章：加盖"]);
    expect(after.filter((line) => !before.includes(line))).toEqual(["〔版式〕印章：不加盖"]);
  });

  test("shows the title line by line", () => {
    expect(lines({ type: "title", lines: [[text("甲")], [text("乙")]] })).toEqual(["〔标题〕甲", "〔标题〕乙"]);
  });
});
