import { describe, expect, test } from "vitest";
import { pythonReading } from "./built-circular.js";
import { circulars } from "./circulars.js";
import { expectedClosing, expectedOpening } from "./expected-elements.js";
import { chineseDigits, mapAt, optionalText, readFacts, textAt } from "./facts.js";
import { pageMargins } from "./page-margins.js";
import { joinedTitle, mainParts, printedCircular } from "./printed-circular.js";

describe.each(circulars)("the elements of $id", (circular) => {
  const elements = mapAt(readFacts(circular.id), "文件");

  test("begin with the title, broken by meaning, and 主送", async (context) => {
    const { opening } = mainParts(printedCircular(await pythonReading(circular, context)));
    expect(joinedTitle(opening)).toEqual(expectedOpening(elements));
    expect(opening[0]?.split("\n")).toEqual(circular.titleLines);
  });

  test("end with 附件说明, 署名, 成文日期 and 公开方式 in their printed forms, and nothing else", async (context) => {
    const { closing } = mainParts(printedCircular(await pythonReading(circular, context)));
    expect(closing).toEqual(expectedClosing(elements));
  });

  test("have the contact exactly once, if there is one", async (context) => {
    const { main, attachments } = printedCircular(await pythonReading(circular, context));
    const text = [...main.map((paragraph) => paragraph.text), ...attachments.flat()].join("\n");
    for (const key of ["联系人", "联系电话"]) {
      const contact = optionalText(elements, key);
      expect(text.match(new RegExp(`${key}：`, "g")) ?? []).toHaveLength(contact === undefined ? 0 : 1);
      if (contact !== undefined) expect(text).toContain(`${key}：${contact}`);
    }
  });

  test("have the headings of the publication, numbered without a gap", async (context) => {
    const { body } = mainParts(printedCircular(await pythonReading(circular, context)));
    const top = body.filter(({ text }) => /^[〇一二三四五六七八九十]+、/.test(text));
    expect(top.map(({ text }) => text)).toEqual(
      circular.headings.map((heading, index) => `${chineseDigits[index + 1] ?? ""}、${heading}`),
    );
    expect(new Set(top.map(({ style }) => style))).toEqual(new Set(["Heading 1"]));

    let ordinal = 0;
    for (const { text } of body) {
      if (top.some((heading) => heading.text === text)) ordinal = 0;
      const label = /^（([〇一二三四五六七八九十]+)）/.exec(text);
      if (label === null) continue;
      ordinal += 1;
      expect(label[1]).toBe(chineseDigits[ordinal]);
    }
  });

  test("are in the file's properties too", async (context) => {
    const { properties } = await pythonReading(circular, context);
    expect(properties).toEqual({ title: textAt(elements, "标题"), author: textAt(elements, "署名") });
  });
});

describe.each(circulars)("the pages of $id", (circular) => {
  test("are A4 with the margins of the standard, turned or not", async (context) => {
    const { sections } = await pythonReading(circular, context);
    expect(sections.length).toBeGreaterThan(0);
    for (const { orientation, width, height, margins } of sections) {
      expect([width, height].map(Math.round)).toEqual(orientation === "portrait" ? [210, 297] : [297, 210]);
      const rounded = Object.entries(margins).map(([side, margin]) => [side, Math.round(margin)]);
      expect(Object.fromEntries(rounded)).toEqual(pageMargins[orientation]);
    }
  });

  test("have numbers between dashes, of their own on even pages", async (context) => {
    const { footers, differentEvenPages } = await pythonReading(circular, context);
    expect(differentEvenPages).toBe(true);
    expect(footers).toEqual({ odd: ["— 1 —"], even: ["— 2 —"] });
  });
});
