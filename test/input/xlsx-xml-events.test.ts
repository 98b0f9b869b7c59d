import { strToU8 } from "fflate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UnreadablePart } from "../../src/openxml/unreadable-part.js";
import { parseXml } from "../../src/openxml/xml-events.js";

/** What the listener hears, with neighbouring texts joined; or that the document is refused. */
function eventsOf(document: string): unknown {
  const events: unknown[] = [];
  let text = "";
  const flush = (): void => {
    if (text !== "") events.push(text);
    text = "";
  };
  try {
    parseXml(strToU8(document), {
      root: "root",
      open(name, attributes) {
        flush();
        events.push([name, { ...attributes }]);
      },
      close(name) {
        flush();
        events.push(`/${name}`);
      },
      text(piece) {
        text += piece;
      },
    });
  } catch (problem) {
    if (problem instanceof UnreadablePart) return "refused";
    throw problem;
  }
  flush();
  return events;
}

/** With a comment in front, the complete parser reads everything. */
const eventsOfCompleteParser = (document: string): unknown => eventsOf(`<!---->${document}`);

describe("the quick scanner and the complete parser hear the same", () => {
  const fragment = fc.constantFrom(
    ...[
      "<a>",
      "</a>",
      "<b x='1'>",
      "</b>",
      "<p:c y=\"2\" z='&amp;'/>",
      "<p:d>",
      "</p:d>",
      '<e x="潮>" />',
      "<f\n x='1'\t/>",
    ],
    ...[
      "<a x='1' x='2'/>",
      "<a x = '1'/>",
      "<a x='1'y='2'/>",
      "<a x=1/>",
      "<a x/>",
      "<a x='<'/>",
      "<a x='\n'/>",
      "</a >",
      "< a/>",
    ],
    ...[
      "<潮/>",
      "<a.b-c_d:e9/>",
      "<9/>",
      "</>",
      "<a / >",
      "<a constructor='1' __proto__='2' toString='3'/>",
      "<root>",
      "</root>",
    ],
    ...["text", " ", "\n", "\r\n", "\r", "潮州", "𠀀", "]", "]]>", ">", "<", "&", '"'],
    ...[
      "&amp;",
      "&lt;&gt;&quot;&apos;",
      "&#10;",
      "&#x6F6e;",
      "&#1;",
      "&#xD800;",
      "&#x110000;",
      "&#99999999;",
      "&nbsp;",
      "&toString;",
      "&#;",
      "&amp",
    ],
    ...[
      "\u0001",
      "\u007f",
      "\u0085",
      "\ufffd",
      "\ufffe",
      "\u2028",
      "<!--c-->",
      "<![CDATA[<x>&]]>",
      "<?pi x?>",
      "<!DOCTYPE a>",
    ],
  );
  const balanced = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fragment,
      fc
        .tuple(fc.constantFrom("a", "p:b", "row"), fc.array(tie("node"), { maxLength: 4 }))
        .map(([name, content]) => `<${name}>${content.join("")}</${name}>`),
    ),
  })).node;

  test("in documents that are mostly right", () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(balanced, { maxLength: 5 }), (nodes) => {
        const document = `<root>${nodes.join("")}</root>`;
        const heard = eventsOf(document);
        if (heard !== "refused") read += 1;
        expect(heard).toEqual(eventsOfCompleteParser(document));
      }),
      { numRuns: 2000, seed: 1 },
    );
    // The comparison is worth something only if both ways of ending occur.
    expect(read).toBeGreaterThan(200);
    expect(read).toBeLessThan(1800);
  });

  test("in documents that are mostly wrong", () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 6 }), fc.array(fragment, { maxLength: 3 }), (inside, outside) => {
        for (const document of [
          inside.join(""),
          `<root>${inside.join("")}`,
          `<root>${inside.join("")}</root>${outside.join("")}`,
        ]) {
          expect(eventsOf(document)).toEqual(eventsOfCompleteParser(document));
        }
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  test("wherever the complete parser takes over", () => {
    const pieces = [
      "<p:root>",
      "<row r='1'>",
      "潮 &amp; ",
      "州",
      "<c/>",
      "\n",
      "</row>",
      "<row>",
      "</row>",
      "</p:root>",
      "\n",
    ];
    const expected = eventsOf(pieces.join(""));
    expect(expected).not.toBe("refused");
    for (let index = 0; index <= pieces.length; index += 1) {
      expect(eventsOf([...pieces.slice(0, index), "<!--here-->", ...pieces.slice(index)].join(""))).toEqual(expected);
    }
  });

  test("in long documents, wherever a piece ends", () => {
    for (const filler of ["<a x='潮州'>文字</a>", "州".repeat(40_000), `<a x="${"x".repeat(40_000)}"/>`, "<a/>\n"]) {
      for (let shift = 0; shift < 5; shift += 1) {
        const document = `<root>${"x".repeat(shift)}${filler.repeat(Math.ceil(60_000 / filler.length))}<!--end--><b/></root>`;
        expect(eventsOf(document)).toEqual(eventsOfCompleteParser(document));
      }
    }
  });
});

describe("where a part is damaged", () => {
  const detail = (document: string): string | undefined => {
    try {
      parseXml(strToU8(document), { root: "root", open: () => undefined });
    } catch (problem) {
      if (problem instanceof UnreadablePart)
        return problem.diagnoseAt({ file: "台账.xlsx" }, "工作表“网站”", "workbook").actual;
      throw problem;
    }
    return undefined;
  };

  test.each([
    ["<root>\n<a>\n  潮州</b></root>", 3, 8],
    ["<root>\n<a>\n  潮州<!----></b></root>", 3, 15],
    ["<root><!--\n\n--><a b=1/></root>", 3, 9],
  ])("%j", (document, line, column) => {
    expect(detail(document)).toBe(`内部文本第 ${String(line)} 行第 ${String(column)} 个字符处不合规范`);
  });
});
