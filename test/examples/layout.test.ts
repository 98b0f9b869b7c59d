import { describe, expect, test, type TestContext } from "vitest";
import { pdfPages, type PdfPage } from "../circulars/pdf-pages.js";
import { editionFile, type Edition } from "./examples.js";

const millimetre = 72 / 25.4;

async function pagesOf(example: string, name: string, context: TestContext): Promise<PdfPage[]> {
  const edition: Edition = { example, name };
  return pdfPages(await editionFile(edition), context);
}

/** The page number at the foot of a page. */
function pageNumber(page: PdfPage): string | undefined {
  return page.lines.map(({ text }) => text).find((text) => /^—\d+—$/u.test(text));
}

describe("the examples as LibreOffice lays them out", () => {
  test("a landscape page between upright ones keeps its place in the page numbers", async (context) => {
    const pages = await pagesOf("评分", "2025h1", context);
    const shape = pages.map(({ width, height }) => (width < height ? "upright" : "landscape"));
    const landscape = shape.indexOf("landscape");
    expect(shape.filter((form) => form === "landscape")).toHaveLength(1);
    expect(shape[landscape - 1]).toBe("upright");
    expect(shape[landscape + 1]).toBe("upright");
    expect(pages.map(pageNumber)).toEqual(pages.map((_, index) => `—${index + 1}—`));
    // All eleven columns stand within the type area, 225 mm wide.
    const { lines, width } = pages[landscape]!;
    for (const { left, right } of lines) {
      expect(left).toBeGreaterThan(35 * millimetre - 1);
      expect(right).toBeLessThan(width - 37 * millimetre + 1);
    }
  });

  test("版记 of the red head is the last thing in the type area of the last page", async (context) => {
    const last = (await pagesOf("发文格式", "文件格式", context)).at(-1)!;
    const [printer, number] = last.lines.slice(-2);
    expect(printer!.text).toBe("示例市人民政府办公室2025年9月28日印发");
    expect(number!.text).toBe("—3—");
    const bottom = last.height - 35 * millimetre;
    expect(printer!.middle).toBeLessThan(bottom);
    expect(printer!.middle).toBeGreaterThan(bottom - 30);
  });

  test("the first page of the letter has no number, the others have", async (context) => {
    const pages = await pagesOf("发文格式", "信函格式", context);
    expect(pages.map(pageNumber)).toEqual([undefined, "—2—", "—3—"]);
    const last = pages.at(-1)!;
    expect(last.lines.at(-2)!.text).toBe("抄送：市委网络安全和信息化委员会办公室，市档案馆。");
    expect(last.lines.at(-2)!.middle).toBeGreaterThan(last.height - 35 * millimetre - 30);
  });

  test("two tables with their remarks stand on one page", async (context) => {
    const pages = await pagesOf("排名", "2025q3", context);
    const page = pages.find(({ lines }) => lines[0]?.text === "附件1")!;
    const text = page.lines.map((line) => line.text).join("\n");
    for (const piece of ["表1县（区）", "表2市直单位", "注：得分相同的名次并列，其后的名次接着排。"]) {
      expect(text).toContain(piece);
    }
  });
});
