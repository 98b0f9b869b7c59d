import { describe, expect, test, type TestContext } from "vitest";
import { builtFile } from "./built-circular.js";
import { circulars } from "./circulars.js";
import { correctedAttachments, type DescribedCircular } from "./described-circular.js";
import { expectedAttachment } from "./expected-attachment.js";
import { optionalText, textAt } from "./facts.js";
import { pageMargins } from "./page-margins.js";
import { pdfPages, type PdfPage } from "./pdf-pages.js";

/** §7.5: the page number stands a character inside the type area. */
const numberIndent = 14;

describe.each(circulars)("$id as LibreOffice lays it out", (circular) => {
  const attachments = correctedAttachments(circular);

  test("has no page without text", async (context) => {
    const pages = await pagesOf(circular, context);
    expect(pages.length).toBeGreaterThan(attachments.length);
    pages.forEach(({ lines }, index) => {
      expect(lines.length, `page ${String(index + 1)}`).toBeGreaterThan(1);
    });
  });

  test("has a page number on every page, odd right, even left", async (context) => {
    (await pagesOf(circular, context)).forEach(({ lines, width, height }, index) => {
      const margins = pageMargins[width < height ? "portrait" : "landscape"];
      const number = lines.at(-1)!;
      expect(number.text).toBe(`—${String(index + 1)}—`);
      expect(number.middle).toBeGreaterThan(height - points(margins.bottom));
      const [distance, margin] = index % 2 === 0 ? [width - number.right, margins.right] : [number.left, margins.left];
      expect(Math.abs(distance - points(margin) - numberIndent), `page ${String(index + 1)}`).toBeLessThan(3);
    });
  });

  test("begins each attachment with its mark on the first line of a page", async (context) => {
    const pages = await pagesOf(circular, context);
    const starts = startsOf(pages);
    expect(starts.map((start) => pages[start]!.lines[0]!.text)).toEqual(
      attachments.map((attachment) => textAt(attachment, "页面标识")),
    );
    if (circular.layout === undefined) return;
    expect(starts.map((start) => start + 1)).toEqual(circular.layout.attachmentStarts);
    expect(pages).toHaveLength(circular.layout.pages);
  });

  test("repeats the headings of a table on each page that it goes on to", async (context) => {
    const pages = await pagesOf(circular, context);
    const starts = startsOf(pages);
    attachments.forEach((attachment, index) => {
      const headings = expectedAttachment(attachment).table?.cells.filter(({ row }) => row === 0) ?? [];
      const [first, ...others] = pages.slice(starts[index], starts[index + 1]);
      for (const { lines } of others) {
        const top = lines[0]!.text;
        expect(
          headingsIn(
            top,
            headings.map(({ text }) => text),
          ),
        ).toBe(true);
        expect(first!.lines.map(({ text }) => text)).toContain(top);
      }
    });
  });

  test("breaks no 标识码 over lines", async (context) => {
    const lines = (await pagesOf(circular, context)).flatMap((page) => page.lines.map(({ text }) => text));
    const codes = attachments.flatMap((attachment) => {
      const cells = expectedAttachment(attachment).table?.cells ?? [];
      const heading = cells.find(({ row, text }) => row === 0 && text.endsWith("标识码"));
      return cells.filter(({ row, column }) => row > 0 && column === heading?.column).map(({ text }) => text);
    });
    expect(codes.filter((code) => !lines.some((line) => line.includes(code)))).toEqual([]);
  });

  test("prints 注 on the page where its table ends or begins", async (context) => {
    const pages = await pagesOf(circular, context);
    const starts = startsOf(pages);
    attachments.forEach((attachment, index) => {
      const remark = optionalText(attachment, "注");
      if (remark === undefined) return;
      const own = pages.slice(starts[index], starts[index + 1]);
      const page = optionalText(attachment, "注位置") === "表前" ? own[0]! : own.at(-1)!;
      const text = page.lines.map((line) => line.text).join("");
      expect(text).toContain(`注：${remark}`.replaceAll(/\s/gu, ""));
      expect(page.lines[0]!.text.startsWith("注：")).toBe(false);
    });
  });
});

const laidOut = new Map<string, PdfPage[]>();

async function pagesOf(circular: DescribedCircular, context: TestContext): Promise<PdfPage[]> {
  const known = laidOut.get(circular.id);
  if (known !== undefined) return known;
  const pages = pdfPages(await builtFile(circular, context), context);
  laidOut.set(circular.id, pages);
  return pages;
}

/** The indexes of the pages that begin with the mark of an attachment. */
function startsOf(pages: readonly PdfPage[]): number[] {
  return pages.flatMap(({ lines }, index) => (/^附件\d*$/u.test(lines[0]?.text ?? "") ? [index] : []));
}

/** Whether a line consists of headings, or of parts of them where headings are broken over lines. */
function headingsIn(line: string, headings: readonly string[]): boolean {
  let rest = line;
  while (rest !== "") {
    const found = headings.find((heading) => startOf(heading, rest) > 0);
    if (found === undefined) return false;
    rest = rest.slice(startOf(found, rest));
  }
  return true;
}

/** How many characters of `line` are a part of `heading`: at least two, or all of it. */
function startOf(heading: string, line: string): number {
  for (let length = Math.min(heading.length, line.length); length >= Math.min(2, heading.length); length -= 1) {
    if (heading.includes(line.slice(0, length))) return length;
  }
  return 0;
}

function points(millimetres: number): number {
  return (millimetres / 25.4) * 72;
}
