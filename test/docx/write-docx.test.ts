import { describe, expect, it } from "vitest";
import type { Appearance, Block, CircularDocument } from "../../src/document/tree.js";
import { text } from "../../src/document/tree.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import {
  landscapeCircular,
  letterCircular,
  pictureCircular,
  plainCircular,
  redHeadCircular,
  singleAttachmentCircular,
  tenAttachmentsCircular,
} from "./sample-documents.js";
import { findAll, parseXml, readParts, textOf, type XmlElement } from "./xml-tree.js";

async function partsOf(
  document: CircularDocument,
  appearance: Partial<Appearance> = {},
): Promise<Record<string, string>> {
  return readParts(await writeDocx({ ...document, appearance: { ...document.appearance, ...appearance } }));
}

async function bodyOf(document: CircularDocument): Promise<XmlElement> {
  return findAll(parseXml((await partsOf(document))["word/document.xml"]!), "w:body")[0]!;
}

async function styleOf(
  id: string,
  appearance: Partial<Appearance> = {},
  document = plainCircular,
): Promise<XmlElement> {
  const styles = findAll(parseXml((await partsOf(document, appearance))["word/styles.xml"]!), "w:style");
  return styles.find(({ attributes }) => attributes["w:styleId"] === id)!;
}

function attribute(element: XmlElement, child: string, name: string): string | undefined {
  return findAll(element, child)[0]?.attributes[name];
}

function paragraphsOfStyle(body: XmlElement, style: string): XmlElement[] {
  return findAll(body, "w:p").filter((paragraph) => attribute(paragraph, "w:pStyle", "w:val") === style);
}

function withBlocks(...children: readonly Block[]): CircularDocument {
  return { ...plainCircular, children };
}

describe("the parts of the file", () => {
  it("are only those that a circular needs", async () => {
    expect(Object.keys(await partsOf(plainCircular)).sort()).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "docProps/app.xml",
      "docProps/core.xml",
      "word/_rels/document.xml.rels",
      "word/document.xml",
      "word/fontTable.xml",
      "word/footer1.xml",
      "word/footer2.xml",
      "word/settings.xml",
      "word/styles.xml",
    ]);
  });

  it("say nothing of the library that helped to write them, and no date but 成文日期", async () => {
    const all = Object.values(await partsOf(redHeadCircular)).join("\n");
    expect(all).not.toMatch(/un-named|dolanmiu|docx library/i);
    expect([...all.matchAll(/\d{4}-\d{2}-\d{2}T[^<]*/g)].map(([date]) => date)).toEqual([
      "2024-07-10T00:00:00Z",
      "2024-07-10T00:00:00Z",
    ]);
  });

  it.each(["二〇二四年", "2024-02-30", "2024-13-01", "0000-01-01", ""])(
    "leave the date out of the properties if it is none: %s",
    async (date) => {
      const parts = await partsOf({ ...plainCircular, properties: { title: "a", issuer: "b", date } });
      expect(parts["docProps/core.xml"]).not.toContain("dcterms:created");
    },
  );
});

describe("styles", () => {
  it("make Normal 3号 仿宋, a little closer, Chinese line breaking and no space beside digits", async () => {
    const normal = await styleOf("Normal");
    expect(attribute(normal, "w:rFonts", "w:eastAsia")).toBe("仿宋_GB2312");
    expect(attribute(normal, "w:sz", "w:val")).toBe("32");
    expect(findAll(findAll(normal, "w:rPr")[0]!, "w:spacing")[0]!.attributes["w:val"]).toBe("-5");
    expect(attribute(normal, "w:kinsoku", "w:val")).toBe("1");
    expect(attribute(normal, "w:autoSpaceDE", "w:val")).toBe("0");
    expect(attribute(normal, "w:autoSpaceDN", "w:val")).toBe("0");
  });

  it.each([
    ["Title", "方正小标宋简体", "44"],
    ["Heading1", "黑体", undefined],
    ["Heading2", "楷体_GB2312", undefined],
    ["Heading3", "仿宋_GB2312", undefined],
    ["Heading4", "仿宋_GB2312", undefined],
    ["AttachmentMark", "黑体", undefined],
    ["AttachmentTitle", "方正小标宋简体", "44"],
    ["PageNumberOdd", "宋体", "28"],
    ["ImprintCopyTo", undefined, "28"],
    ["TableHeader", "黑体", "24"],
    ["Classification", "黑体", undefined],
  ])("give %s its font and size", async (id, font, size) => {
    const style = await styleOf(id);
    expect(attribute(style, "w:rFonts", "w:eastAsia")).toBe(font);
    expect(attribute(style, "w:sz", "w:val")).toBe(size);
  });

  it("indent body paragraphs and headings 2 characters", async () => {
    for (const id of ["Body", "Heading1", "Heading2", "Heading3", "Heading4"]) {
      const style = await styleOf(id);
      expect(attribute(style, "w:ind", "w:firstLineChars")).toBe("200");
      expect(attribute(style, "w:ind", "w:firstLine")).toBe("630");
    }
  });

  it("make blank lines by spacing of one line of the grid each", async () => {
    expect(attribute(await styleOf("Recipients"), "w:spacing", "w:beforeLines")).toBe("100");
    expect(attribute(await styleOf("Recipients"), "w:spacing", "w:before")).toBe("579");
    expect(attribute(await styleOf("AttachmentList"), "w:spacing", "w:before")).toBe("579");
    expect(attribute(await styleOf("IssuerSignature", { sealed: true }), "w:spacing", "w:before")).toBe("1158");
    expect(attribute(await styleOf("IssuerSignature", { sealed: false }), "w:spacing", "w:before")).toBe("579");
  });

  it("put the title 2 lines below 版头 and, without one, in the first line", async () => {
    expect(attribute(await styleOf("Title", { form: "plain" }), "w:spacing", "w:before")).toBeUndefined();
    expect(attribute(await styleOf("Title", { form: "redHead" }), "w:spacing", "w:before")).toBe("1158");
    expect(attribute(await styleOf("Title", { form: "letter" }), "w:spacing", "w:before")).toBe("1158");
  });

  it("never give the same side of a paragraph's hanging indent in characters, which Word reads in its own way", async () => {
    const styles = findAll(parseXml((await partsOf(redHeadCircular))["word/styles.xml"]!), "w:ind");
    for (const { attributes } of styles) {
      if (attributes["w:hanging"] !== undefined) expect(attributes).not.toHaveProperty("w:leftChars");
    }
  });
});

describe("the choices of an edition", () => {
  it("set Latin letters and digits of the body, not those of title and page number, in Times New Roman", async () => {
    const latin = async (id: string): Promise<string | undefined> =>
      attribute(await styleOf(id, { latinFont: "timesNewRoman" }), "w:rFonts", "w:ascii");
    expect(await latin("Normal")).toBe("Times New Roman");
    expect(await latin("Heading1")).toBe("Times New Roman");
    expect(await latin("HeadingText2")).toBe("Times New Roman");
    expect(await latin("Title")).toBe("方正小标宋简体");
    expect(await latin("PageNumberOdd")).toBe("宋体");
    expect(attribute(await styleOf("Normal"), "w:rFonts", "w:ascii")).toBe("仿宋_GB2312");
  });

  it("set level-2 headings bold, alone and run in, and no other level", async () => {
    const bold = async (id: string, boldHeadings: boolean): Promise<boolean> =>
      findAll(await styleOf(id, { boldHeadings }), "w:b").length > 0;
    expect(await bold("Heading2", true)).toBe(true);
    expect(await bold("HeadingText2", true)).toBe(true);
    expect(await bold("Heading1", true)).toBe(false);
    expect(await bold("Heading3", true)).toBe(false);
    expect(await bold("Heading2", false)).toBe(false);
  });

  it("mirror the margins", async () => {
    expect((await partsOf(plainCircular))["word/settings.xml"]).not.toContain("mirrorMargins");
    expect((await partsOf(plainCircular, { mirrorMargins: true }))["word/settings.xml"]).toContain(
      "<w:mirrorMargins/>",
    );
  });

  it("number pages outside, or in the middle with one footer for all pages", async () => {
    const outer = await partsOf(plainCircular);
    expect(outer["word/settings.xml"]).toContain("<w:evenAndOddHeaders/>");
    expect(outer["word/footer1.xml"]).toContain("PageNumberOdd");
    expect(outer["word/footer2.xml"]).toContain("PageNumberEven");
    const centre = await partsOf(plainCircular, { pageNumbers: "centre" });
    expect(centre["word/settings.xml"]).not.toContain("evenAndOddHeaders");
    expect(centre["word/footer1.xml"]).toContain("PageNumberCentre");
    expect(centre).not.toHaveProperty("word/footer2.xml");
  });
});

describe("page numbers", () => {
  it("are a field between two dashes of U+2014 with spaces, with a result for those who do not count pages", async () => {
    const parts = await partsOf(plainCircular);
    for (const [part, number] of [
      ["word/footer1.xml", "1"],
      ["word/footer2.xml", "2"],
    ] as const) {
      const footer = parseXml(parts[part]!);
      expect(textOf(footer)).toBe(`— ${number} —`);
      expect(attribute(footer, "w:fldSimple", "w:instr")).toBe("PAGE");
    }
  });

  it("are absent from page 1 of a letter, which has the second double line there", async () => {
    const parts = await partsOf(letterCircular);
    const section = findAll(parseXml(parts["word/document.xml"]!), "w:sectPr")[0]!;
    expect(findAll(section, "w:titlePg")).toHaveLength(1);
    const first = findAll(section, "w:footerReference").find(({ attributes }) => attributes["w:type"] === "first")!;
    const target = findAll(parseXml(parts["word/_rels/document.xml.rels"]!), "Relationship").find(
      ({ attributes }) => attributes["Id"] === first.attributes["r:id"],
    )!.attributes["Target"]!;
    const footer = parseXml(parts[`word/${target}`]!);
    expect(textOf(footer)).toBe("");
    expect(attribute(footer, "w:framePr", "w:w")).toBe("9638");
    expect(attribute(footer, "w:framePr", "w:y")).toBe("15704");
  });
});

describe("sections", () => {
  it("all have the line grid, and none begins with a second page break", async () => {
    const body = await bodyOf(landscapeCircular);
    const sections = findAll(body, "w:sectPr");
    expect(sections).toHaveLength(3);
    for (const section of sections) {
      expect(attribute(section, "w:docGrid", "w:type")).toBe("lines");
      expect(attribute(section, "w:docGrid", "w:linePitch")).toBe("579");
    }
    const marks = paragraphsOfStyle(body, "AttachmentMark");
    expect(marks.map((mark) => attribute(mark, "w:pageBreakBefore", "w:val"))).toEqual([undefined, "0", "0"]);
  });

  it("end in the last paragraph that is there anyway", async () => {
    const body = await bodyOf({
      ...landscapeCircular,
      children: landscapeCircular.children.filter((block) => block.type !== "attachment" || block.number === 2),
    });
    const [first] = findAll(body, "w:p").filter((paragraph) => findAll(paragraph, "w:sectPr").length > 0);
    expect(attribute(first!, "w:pStyle", "w:val")).toBe("IssueDate");
  });

  it("turn the paper and the type area for landscape", async () => {
    const section = findAll(await bodyOf(landscapeCircular), "w:sectPr")[1]!;
    expect(findAll(section, "w:pgSz")[0]!.attributes).toEqual({
      "w:w": "16838",
      "w:h": "11906",
      "w:orient": "landscape",
    });
  });
});

describe("版头", () => {
  it("keeps the mark 35 mm below the top of the type area whatever stands in the corner", async () => {
    const [mark] = paragraphsOfStyle(await bodyOf(redHeadCircular), "Mark");
    // 35 mm less three lines.
    expect(attribute(mark!, "w:spacing", "w:before")).toBe(String(1984 - 3 * 579));
    const withoutCorner = await bodyOf({
      ...redHeadCircular,
      children: redHeadCircular.children.map((block) =>
        block.type === "letterhead" ? { type: "letterhead", mark: block.mark } : block,
      ),
    });
    expect(findAll(paragraphsOfStyle(withoutCorner, "Mark")[0]!, "w:spacing")).toHaveLength(0);
    expect(attribute(await styleOf("Mark", { form: "redHead" }), "w:spacing", "w:before")).toBe("1984");
    // Without a number there is still the line on which the red line hangs.
    expect(paragraphsOfStyle(withoutCorner, "DocumentNumber")).toHaveLength(1);
  });

  it("of a letter has the first element of the corner and the number on one line", async () => {
    const body = await bodyOf({
      ...letterCircular,
      children: [
        { type: "letterhead", urgency: "特急", mark: ["市政府办公室"], documentNumber: "市府办函〔2024〕1号" },
        ...letterCircular.children.slice(1),
      ],
    });
    const [urgency] = paragraphsOfStyle(body, "Urgency");
    expect(textOf(urgency!)).toBe("特急市府办函〔2024〕1号");
    expect(findAll(urgency!, "w:tab").map(({ attributes }) => attributes)).toEqual([
      { "w:val": "right", "w:pos": "8844" },
      {},
    ]);
    expect(paragraphsOfStyle(body, "DocumentNumber")).toHaveLength(0);
  });
});

describe("附件说明", () => {
  it("hangs the names of several attachments under each other", async () => {
    const list = paragraphsOfStyle(await bodyOf(plainCircular), "AttachmentList");
    expect(list.map((item) => findAll(item, "w:ind")[0]!.attributes)).toEqual([
      { "w:left": "1890", "w:hanging": "1260" },
      { "w:left": "1890", "w:hanging": "315" },
      { "w:left": "1890", "w:hanging": "315" },
    ]);
  });

  it("hangs a single name without a number", async () => {
    const [only] = paragraphsOfStyle(await bodyOf(singleAttachmentCircular), "AttachmentList");
    expect(textOf(only!)).toMatch(/^附件：潮州市2024年/);
    expect(findAll(only!, "w:ind")[0]!.attributes).toEqual({ "w:left": "1575", "w:hanging": "945" });
  });

  it("aligns ten names by tab stops and keeps only the last with 署名", async () => {
    const list = paragraphsOfStyle(await bodyOf(tenAttachmentsCircular), "AttachmentList");
    expect(list.every((item) => attribute(item, "w:tab", "w:pos") === "2048")).toBe(true);
    expect(list.map((item) => findAll(item, "w:keepNext").length)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

describe("署名 and 成文日期", () => {
  it("keep their indents as numbers of their own, in twips of 315 a character", async () => {
    const body = await bodyOf(plainCircular);
    expect(attribute(paragraphsOfStyle(body, "IssuerSignature")[0]!, "w:ind", "w:right")).toBe("709");
    expect(attribute(paragraphsOfStyle(body, "IssueDate")[0]!, "w:ind", "w:right")).toBe("1260");
  });

  it("leave room for each seal of several agencies", async () => {
    const body = await bodyOf({
      ...singleAttachmentCircular,
      appearance: { ...singleAttachmentCircular.appearance, sealed: true },
    });
    const [first, second] = paragraphsOfStyle(body, "IssuerSignature");
    expect(findAll(first!, "w:spacing")).toHaveLength(0);
    expect(Number(attribute(second!, "w:spacing", "w:before"))).toBeGreaterThan(3 * 579);
    expect(attribute(second!, "w:contextualSpacing", "w:val")).toMatch(/^(?:0|false)$/);
  });

  it("are never alone on a page: the text before them is kept with them", async () => {
    const body = await bodyOf(plainCircular);
    const kept = findAll(body, "w:p").flatMap((paragraph) =>
      findAll(paragraph, "w:tc").length === 0 && findAll(paragraph, "w:keepNext").length > 0
        ? [attribute(paragraph, "w:pStyle", "w:val")]
        : [],
    );
    expect(kept.slice(0, 5)).toEqual(["Body", "AttachmentList", "AttachmentList", "AttachmentList", "IssueDate"]);
    expect(findAll(await styleOf("IssuerSignature"), "w:keepNext")).toHaveLength(1);
  });
});

describe("附件", () => {
  it("begins on a new page by its style", async () => {
    expect(findAll(await styleOf("AttachmentMark"), "w:pageBreakBefore")).toHaveLength(1);
  });

  it("hangs a remark under its own first character, whatever its label", async () => {
    const remark = (label: string): Block => ({
      type: "attachment",
      label: "附件",
      orientation: "portrait",
      title: [[text("表")]],
      children: [{ type: "remark", label, children: [text("说明")] }],
    });
    const indent = async (label: string): Promise<Readonly<Record<string, string>> | undefined> =>
      findAll(paragraphsOfStyle(await bodyOf(withBlocks(remark(label))), "Remark")[0]!, "w:ind")[0]?.attributes;
    expect(await indent("注：")).toEqual({ "w:left": "560", "w:hanging": "560" });
    expect(await indent("备注说明：")).toEqual({ "w:left": "1400", "w:hanging": "1400" });
    expect(await indent("")).toBeUndefined();
  });

  it("fits pictures into the type area below the title and says what they show", async () => {
    const body = await bodyOf(pictureCircular);
    const sizes = findAll(body, "wp:extent").map(({ attributes }) => [
      Number(attributes["cx"]),
      Number(attributes["cy"]),
    ]);
    const [tall, wide, small] = sizes as [number[], number[], number[]];
    expect(tall[0]! / tall[1]!).toBeCloseTo(1240 / 1754, 4);
    expect(tall[1]!).toBeLessThan((225 * 36000 * 18) / 22);
    expect(wide[0]).toBe(8844 * 635);
    expect(small).toEqual([90 * 12700, 45 * 12700]);
    expect(findAll(body, "wp:docPr").map(({ attributes }) => attributes["descr"])).toEqual([
      '统计表扫描件：8家网站，"全部"合格 <含2家区级>',
      "网站首页截图",
      "栏目图标",
    ]);
  });
});

describe("版记", () => {
  it("floats at the bottom of the type area, three lines thick, thin and thick", async () => {
    const body = await bodyOf(redHeadCircular);
    const imprint = findAll(body, "w:tbl").at(-1)!;
    expect(attribute(imprint, "w:tblpPr", "w:vertAnchor")).toBe("margin");
    expect(attribute(imprint, "w:tblpPr", "w:tblpYSpec")).toBe("bottom");
    const borders = findAll(await styleOf("ImprintTable", { form: "redHead" }), "w:tblBorders")[0]!;
    expect(
      borders.children.map((line) => (typeof line === "string" ? line : [line.name, line.attributes["w:sz"]])),
    ).toEqual([
      ["w:top", "8"],
      ["w:bottom", "8"],
      ["w:insideH", "6"],
    ]);
  });

  it("of a letter has neither lines nor 印发机关", async () => {
    const imprint = findAll(await bodyOf(letterCircular), "w:tbl").at(-1)!;
    expect(textOf(imprint)).toBe("抄送：市委办公室，市人大常委会办公室，市政协办公室。");
    expect(findAll(await styleOf("ImprintTable", { form: "letter" }), "w:tblBorders")).toHaveLength(0);
  });

  it("counts its place from the margin if margins are mirrored", async () => {
    const body = findAll(
      parseXml((await partsOf(redHeadCircular, { mirrorMargins: true }))["word/document.xml"]!),
      "w:tblpPr",
    );
    expect(body[0]!.attributes).toMatchObject({ "w:horzAnchor": "margin", "w:tblpXSpec": "left" });
  });

  it("that is empty leaves nothing behind", async () => {
    const body = await bodyOf(withBlocks({ type: "paragraph", children: [text("正文")] }, { type: "imprint" }));
    expect(findAll(body, "w:tbl")).toHaveLength(0);
    expect(findAll(body, "w:p")).toHaveLength(1);
  });
});
