import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import {
  fullPageOfText,
  landscapeCircular,
  landscapeLastCircular,
  letterCircular,
  pictureCircular,
  plainCircular,
  redHeadCircular,
  singleAttachmentCircular,
  tenAttachmentsCircular,
} from "../docx/sample-documents.js";
import { requireProgram } from "../outside.js";
import { RenderedCirculars, type RenderedLine, type RenderedPage } from "./rendered-pages.js";

/** GB/T 9704 in millimetres: the type area of an upright page. */
const LEFT = 28;
const RIGHT = 210 - 26;
const TOP = 37;
const BOTTOM = 297 - 35;
const LINE = 225 / 22;
const CHARACTER = 156 / 28;
/** One character of 4号. */
const SMALL_CHARACTER = 14 * (25.4 / 72);

const DOCUMENTS = {
  full: fullPageOfText,
  plain: plainCircular,
  "red-head": redHeadCircular,
  letter: letterCircular,
  single: singleAttachmentCircular,
  landscape: landscapeCircular,
  "landscape-last": landscapeLastCircular,
  ten: tenAttachmentsCircular,
  picture: pictureCircular,
};

let rendered: RenderedCirculars | undefined;
let failure: unknown;

beforeAll(async () => {
  // Where a program is missing, every test says so itself.
  try {
    rendered = await RenderedCirculars.render(DOCUMENTS);
  } catch (error) {
    failure = error;
  }
}, 180_000);
afterAll(() => rendered?.remove());

/** The rendered circulars; a test does not run where a program is missing. */
function circulars(context: TestContext): RenderedCirculars {
  requireProgram("soffice", context);
  requireProgram("pdftotext", context, ["-v"]);
  requireProgram("pdftoppm", context, ["-v"]);
  if (rendered === undefined)
    throw new Error("LibreOffice is there but has not laid out the circulars", { cause: failure });
  return rendered;
}

function isPageNumber(line: RenderedLine): boolean {
  return /^—\d+—$/.test(line.text);
}

function textLines(page: RenderedPage): readonly RenderedLine[] {
  return page.lines.filter((line) => !isPageNumber(line));
}

function lineWith(page: RenderedPage, text: string): RenderedLine {
  const line = page.lines.find((each) => each.text.includes(text));
  if (line === undefined) throw new Error(`no line with ${text}: ${page.lines.map((each) => each.text).join(" / ")}`);
  return line;
}

function expectWithin(actual: number, expected: number, tolerance: number): void {
  expect(
    Math.abs(actual - expected),
    `${String(actual)} is not ${String(expected)} ± ${String(tolerance)}`,
  ).toBeLessThanOrEqual(tolerance);
}

describe("a page of plain Han text", () => {
  it("has 22 lines of 28 characters, §5.2.3", (context) => {
    const [first, second] = circulars(context).pages("full");
    expect(textLines(first!).map(({ text }) => [...text].length)).toEqual([26, ...new Array<number>(21).fill(28)]);
    expect(textLines(second!).map(({ text }) => [...text].length)).toEqual(new Array<number>(22).fill(28));
  });

  it("fills the type area of §5.2.1 and stays in it", (context) => {
    const lines = textLines(circulars(context).pages("full")[1]!);
    for (const line of lines) {
      expectWithin(line.left, LEFT, 0.5);
      expect(line.right).toBeLessThanOrEqual(RIGHT + 0.3);
      expect(line.right).toBeGreaterThan(RIGHT - CHARACTER / 2);
    }
    expectWithin(lines[0]!.middle, TOP + LINE / 2, 2);
    expectWithin(lines[21]!.middle, BOTTOM - LINE / 2, 2);
    expectWithin((lines[21]!.middle - lines[0]!.middle) / 21, LINE, 0.02);
  });
});

describe("every sample", () => {
  it.for(Object.keys(DOCUMENTS))("%s is on A4 and has no page without text", (name, context) => {
    const pages = circulars(context).pages(name);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect([Math.round(page.width), Math.round(page.height)].sort()).toEqual([210, 297]);
      expect(textLines(page).length).toBeGreaterThan(0);
    }
  });

  it("has as many pages as its content needs", (context) => {
    const count = Object.fromEntries(
      Object.keys(DOCUMENTS).map((name) => [name, circulars(context).pages(name).length]),
    );
    expect(count).toMatchObject({ letter: 2, single: 3, ten: 13, picture: 4, "landscape-last": 6 });
  });
});

describe("page numbers, §7.5", () => {
  it("stand outside, 1 character in, 7 mm below the type area", (context) => {
    circulars(context)
      .pages("plain")
      .forEach((page, index) => {
        const number = page.lines.find(isPageNumber)!;
        expect(number.text).toBe(`—${String(index + 1)}—`);
        if (index % 2 === 0) expectWithin(number.right, RIGHT - SMALL_CHARACTER, 1);
        else expectWithin(number.left, LEFT + SMALL_CHARACTER, 1);
        expectWithin(number.middle, BOTTOM + 7, 1);
      });
  });

  it("stand in the middle if an edition wants that", (context) => {
    for (const page of circulars(context).pages("single")) {
      const number = page.lines.find(isPageNumber)!;
      // Margins are mirrored in this sample, so the middle of the type area changes sides.
      expectWithin(Math.abs((number.left + number.right) / 2 - 105), 1, 0.7);
    }
  });

  it("go on through landscape pages", (context) => {
    const pages = circulars(context).pages("landscape");
    expect(pages.map((page) => page.lines.find(isPageNumber)?.text)).toEqual(
      pages.map((_, index) => `—${String(index + 1)}—`),
    );
    const landscape = pages.find((page) => page.width > page.height)!;
    expectWithin(landscape.lines.find(isPageNumber)!.middle, 210 - 26 + 7, 1);
  });
});

describe("the first page of the plain form", () => {
  it("has the title in the first lines, 主送机关 after a blank one, then the body", (context) => {
    const lines = textLines(circulars(context).pages("plain")[0]!);
    expectWithin(lines[0]!.middle, TOP + LINE / 2, 2);
    expectWithin((lines[0]!.left + lines[0]!.right) / 2, (LEFT + RIGHT) / 2, 1);
    expectWithin(lines[2]!.middle - lines[1]!.middle, 2 * LINE, 1);
    expectWithin(lines[2]!.left, LEFT, 0.5);
    const body = lineWith(circulars(context).pages("plain")[0]!, "为掌握");
    expectWithin(body.left, LEFT + 2 * CHARACTER, 0.5);
  });
});

describe("the end of the body", () => {
  it("has 附件说明 after a blank line with numbers under each other, §7.3.4", (context) => {
    const page = circulars(context).pages("plain")[1]!;
    const items = ["附件：1.", "2.政务", "3.政府"].map((text) => lineWith(page, text));
    expectWithin(items[0]!.middle - lineWith(page, "市政府办公室。").middle, 2 * LINE, 0.5);
    expectWithin(items[0]!.left, LEFT + 2 * CHARACTER, 0.5);
    expectWithin(items[1]!.left, LEFT + 5 * CHARACTER, 0.5);
    expectWithin(items[2]!.left, LEFT + 5 * CHARACTER, 0.5);
    expectWithin(items[2]!.middle - items[0]!.middle, 2 * LINE, 0.5);
  });

  it("aligns a long name under its own first character", (context) => {
    const page = circulars(context).pages("single")[1]!;
    const [first, second] = [lineWith(page, "附件："), lineWith(page, "联系方式")];
    expectWithin(second.left - first.left, 3 * CHARACTER, 0.5);
  });

  it("has the date of a sealed circular 4 characters in, §7.3.5.1", (context) => {
    const page = circulars(context).pages("plain")[1]!;
    const date = lineWith(page, "2024年7月10日");
    expectWithin(date.right, RIGHT - 4 * CHARACTER, 0.5);
    expectWithin(date.middle - lineWith(page, "3.政府").middle, 4 * LINE, 0.5);
  });

  it("has the name of an unsealed circular 2 characters in and the date under it, §7.3.5.2", (context) => {
    const page = circulars(context).pages("single")[1]!;
    const name = page.lines.find(({ text }) => text === "潮州市政务服务和数据管理局")!;
    const date = lineWith(page, "2024年7月10日");
    expectWithin(name.right - (RIGHT - 2 * CHARACTER), 0, 2.5);
    expectWithin(date.middle - name.middle, LINE, 0.5);
  });
});

describe("附件, §7.3.7", () => {
  it("has its mark in the first line and its title centred in the third", (context) => {
    const page = circulars(context).pages("plain")[2]!;
    const [mark, title] = textLines(page);
    expect(mark!.text).toBe("附件1");
    expectWithin(mark!.left, LEFT, 0.5);
    expectWithin(mark!.middle, TOP + LINE / 2, 2);
    expectWithin(title!.middle, TOP + 2.5 * LINE, 2);
    expectWithin((title!.left + title!.right) / 2, (LEFT + RIGHT) / 2, 1);
  });

  it("repeats the header row of a long table on each page and keeps the remark with it", (context) => {
    const pages = circulars(context).pages("plain");
    const heading = "序号单位名称账号类型账号名称结果";
    const start = pages.findIndex((page) => page.lines[0]?.text === "附件2");
    const end = pages.findIndex((page) => page.lines[0]?.text === "附件3");
    expect(end - start).toBe(3);
    expect(lineWith(pages[start]!, heading).middle).toBeGreaterThan(TOP + 3 * LINE);
    for (const page of pages.slice(start + 1, end)) {
      expect(page.lines[0]!.text).toBe(heading);
      expectWithin(page.lines[0]!.middle, TOP + 3.5, 2);
    }
    expect(textLines(pages[end - 1]!).length).toBeGreaterThan(5);
  });

  it("in landscape keeps its table inside the turned type area, with both header rows on each page", (context) => {
    const turned = circulars(context)
      .pages("landscape")
      .filter((page) => page.width > page.height);
    expect(turned).toHaveLength(2);
    for (const page of turned) {
      lineWith(page, "栏目更新");
      for (const line of textLines(page)) {
        expect(line.left).toBeGreaterThanOrEqual(35 - 0.5);
        expect(line.right).toBeLessThanOrEqual(297 - 37 + 0.5);
        expect(line.middle).toBeGreaterThan(28);
        expect(line.middle).toBeLessThan(210 - 26);
      }
    }
  });

  it("does not break a code", (context) => {
    const [page] = circulars(context)
      .pages("landscape")
      .filter(({ width, height }) => width > height);
    expect(lineWith(page!, "人民政府网站").text).toContain("445100010-WZ");
  });
});

describe("版头, §7.2", () => {
  it("has its mark 35 mm below the top of the type area, centred", (context) => {
    const mark = lineWith(circulars(context).pages("red-head")[0]!, "办公室文件");
    const height = 36 * (25.4 / 72);
    expectWithin(mark.middle, TOP + 35 + height / 2, 2);
    expectWithin((mark.left + mark.right) / 2, (LEFT + RIGHT) / 2, 1);
  });

  it("has the number 2 blank lines below the mark and the red line 4 mm below the number, as wide as the type area", (context) => {
    const page = circulars(context).pages("red-head")[0]!;
    const number = lineWith(page, "潮府办〔2024〕12号");
    const size = 16 * (25.4 / 72);
    expectWithin(number.middle, TOP + 35 + 36 * (25.4 / 72) + 2 * LINE + size / 2, 2);
    const [line, ...others] = circulars(context).redLines("red-head", 1);
    expect(others).toEqual([]);
    expectWithin(line!.y - (number.middle + size / 2), 4, 1);
    expectWithin(line!.left, LEFT, 0.5);
    expectWithin(line!.right, RIGHT, 0.5);
    // §7.3.1: 2 blank lines between the red line and the title.
    const title = lineWith(page, "潮州市人民政府办公室关于");
    expectWithin(title.middle - line!.y, 2.5 * LINE, 2);
  });

  it("has 份号, 密级 and 紧急程度 in the first three lines", (context) => {
    const lines = textLines(circulars(context).pages("red-head")[0]!).slice(0, 3);
    expect(lines.map(({ text }) => text)).toEqual(["000012", "秘密★1年", "特急"]);
    lines.forEach((line, index) => {
      expectWithin(line.left, LEFT, 0.5);
      expectWithin(line.middle, TOP + (index + 0.5) * LINE, 2);
    });
  });
});

describe("信函格式, §10.1", () => {
  it("has its mark 30 mm below the edge of the paper and its number at the right edge", (context) => {
    const page = circulars(context).pages("letter")[0]!;
    expectWithin(lineWith(page, "潮州市人民政府办公室").middle, 30 + (36 * (25.4 / 72)) / 2, 2);
    const number = lineWith(page, "潮府办函");
    expectWithin(number.right, RIGHT, 1);
    const [first] = circulars(context).redLines("letter", 1);
    // 7/8 of a 3号 character, from the line to the top of the type.
    expectWithin(number.middle - (16 / 2) * (25.4 / 72) - first!.y, 14 * (25.4 / 72), 2.5);
  });

  it("has double red lines of 170 mm 4 mm below the mark and 20 mm above the lower edge of the paper", (context) => {
    const lines = circulars(context).redLines("letter", 1);
    const [upper, lower] = [lines.filter(({ y }) => y < 150), lines.filter(({ y }) => y > 150)];
    for (const line of lines) {
      expectWithin(line.left, 20, 0.5);
      expectWithin(line.right, 190, 0.5);
    }
    expectWithin(upper[0]!.y, 30 + 36 * (25.4 / 72) + 4, 1.5);
    expectWithin(lower[0]!.y, 297 - 20, 1.5);
    expect(circulars(context).redLines("letter", 2)).toEqual([]);
  });

  it("has no number on page 1 and one on page 2", (context) => {
    const pages = circulars(context).pages("letter");
    expect(pages[0]!.lines.some(isPageNumber)).toBe(false);
    expect(pages[1]!.lines.find(isPageNumber)?.text).toBe("—2—");
  });
});

describe("版记, §7.4", () => {
  it.for([
    ["red-head", "2024年7月10日印发"],
    ["landscape-last", "2024年7月10日印发"],
    ["letter", "抄送：市委办公室"],
  ] as const)("of %s is the last line of the type area of the last page", ([name, text], context) => {
    const page = circulars(context).pages(name).at(-1)!;
    const last = textLines(page).at(-1)!;
    expect(last.text).toContain(text);
    expectWithin(last.middle, BOTTOM - LINE / 2, 2);
    expectWithin(last.left, LEFT + SMALL_CHARACTER, 1);
  });

  it("has 印发日期 1 character in from the right and 抄送 hanging under its first name", (context) => {
    const page = circulars(context).pages("red-head").at(-1)!;
    expectWithin(lineWith(page, "印发").right, RIGHT - SMALL_CHARACTER, 1);
    expectWithin(lineWith(page, "监委").left, LEFT + 4 * SMALL_CHARACTER, 1);
  });
});

describe("pictures", () => {
  it("stand on the page of their title", (context) => {
    expect(
      circulars(context)
        .pages("picture")
        .map((page) => page.lines[0]!.text)
        .slice(2),
    ).toEqual(["附件1", "附件2"]);
  });
});
