import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { addComments } from "../../src/docx/comments/add-comments.js";
import { findParagraphs } from "../../src/docx/comments/find-paragraphs.js";
import { StyleSheet } from "../../src/docx/read/style-sheet.js";
import { parseXml } from "../docx/xml-tree.js";
import { buildDocument, namespaces } from "./build-document.js";
import {
  anchorsAt,
  at,
  comment,
  commentTexts,
  entries,
  file,
  finding,
  markedTexts,
  withSeverity,
} from "./commented.js";
import { oddBodies, oddStyles } from "./odd-bodies.js";

const p = (...texts: string[]): string => `<w:p>${texts.map((text) => `<w:r><w:t>${text}</w:t></w:r>`).join("")}</w:p>`;
const bodyOf = (parts: Record<string, string>): string =>
  /<w:body>(.*)<w:sectPr\/>/su.exec(parts["word/document.xml"]!)![1]!;

/** The visible texts of all paragraphs, nested ones included. */
function visibleTexts(docx: Uint8Array, count: number): (string | undefined)[] {
  const parts = unzipSync(docx);
  const all = Array.from({ length: count }, (_, index) => index);
  const { paragraphs } = findParagraphs(
    strFromU8(parts["word/document.xml"]!),
    new StyleSheet(parts["word/styles.xml"]),
    new Set(all),
  );
  return all.map((index) => paragraphs.get(index)?.text);
}

describe("a comment stands", () => {
  test("around a whole run, which stays as it is", () => {
    const { parts } = comment(buildDocument({ body: p("关于", "检查", "的通报") }), [at(0, 2, 4)]);
    expect(bodyOf(parts)).toBe(
      '<w:p><w:r><w:t>关于</w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:t>检查</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t>的通报</w:t></w:r></w:p>',
    );
  });

  test("around part of a run, which is split and keeps its look and attributes in all parts", () => {
    const look = '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>';
    const body = `<w:p><w:r w:rsidR="00A1">${look}<w:t>共35项问题</w:t></w:r></w:p>`;
    const { parts } = comment(buildDocument({ body }), [at(0, 1, 3)]);
    const run = (text: string, attribute = ' xml:space="preserve"'): string =>
      `<w:r w:rsidR="00A1">${look}<w:t${attribute}>${text}</w:t></w:r>`;
    expect(bodyOf(parts)).toBe(
      `<w:p>${run("共", "")}<w:commentRangeStart w:id="0"/>${run("35")}<w:commentRangeEnd w:id="0"/><w:r>${look}<w:commentReference w:id="0"/></w:r>${run("项问题")}</w:p>`,
    );
  });

  test("over several runs and paragraphs", () => {
    const { parts } = comment(buildDocument({ body: p("第一", "行") + p("第二行") }), [
      { start: { paragraph: 0, offset: 1 }, end: { paragraph: 1, offset: 2 } },
    ]);
    expect(markedTexts(parts)).toEqual({ "0": "一行第二" });
  });

  test("in a cell", () => {
    const cell = (content: string): string => `<w:tc><w:tcPr/>${content}</w:tc>`;
    const body = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>${cell(p("序号"))}${cell(p("单位"))}</w:tr></w:tbl>`;
    const { parts } = comment(buildDocument({ body }), [at(1, 0, 2)]);
    expect(markedTexts(parts)).toEqual({ "0": "单位" });
  });

  test("around the run that a text box is anchored in, once, and says where it is", () => {
    const body = oddBodies["a text box"]!;
    const { parts } = comment(buildDocument({ body }), [at(1, 0, 2)]);
    const xml = parts["word/document.xml"]!;
    expect(xml).toContain('<w:commentRangeStart w:id="0"/><w:r><mc:AlternateContent>');
    expect(xml).toMatch(/<\/mc:AlternateContent><\/w:r><w:commentRangeEnd w:id="0"\/>/u);
    expect(commentTexts(parts)["0"]).toContain("\n位置：第0处\n");
  });

  test("at the next character if nothing is marked, at the last one at the end", () => {
    const { parts } = comment(buildDocument({ body: p("一二三") }), [at(0, 1, 1), at(0, 3, 3), at(0, 99, 99)]);
    expect(Object.values(markedTexts(parts)).sort()).toEqual(["三", "三", "二"].sort());
  });

  test.each(["<w:p/>", '<w:p w:rsidR="1"/>', "<w:p></w:p>", '<w:p><w:pPr><w:jc w:val="left"/></w:pPr></w:p>'])(
    "in the empty paragraph %s",
    (empty) => {
      const { parts } = comment(buildDocument({ body: p("前") + empty }), [at(1, 0, 0), at(1, 0, 0)]);
      expect(markedTexts(parts)).toEqual({ "0": "", "1": "" });
      expect(bodyOf(parts)).toMatch(/<w:commentReference w:id="1"\/><\/w:r><\/w:p>$/u);
    },
  );

  test("never within a character of two units", () => {
    const { parts } = comment(buildDocument({ body: p("甲𠮷乙&#x20BB7;丙") }), [at(0, 2, 3), at(0, 4, 5)]);
    expect(Object.values(markedTexts(parts))).toEqual(["𠮷乙".slice(0, 2), String.fromCodePoint(0x20bb7)]);
  });

  test("with blanks around it, none of which is lost", () => {
    const { parts } = comment(buildDocument({ body: p("one two three") }), [at(0, 3, 8)]);
    expect(markedTexts(parts)).toEqual({ "0": " two " });
    expect(parts["word/document.xml"]).not.toContain("<w:t>");
  });
});

describe("several comments", () => {
  test("may overlap, touch and be about the same characters", () => {
    const ranges = [at(0, 0, 3), at(0, 2, 5), at(0, 3, 5), at(0, 2, 5), at(0, 0, 6)];
    const { parts } = comment(buildDocument({ body: p("一二三", "四五六") }), ranges);
    expect(Object.values(markedTexts(parts)).sort()).toEqual(
      ["一二三", "三四五", "四五", "三四五", "一二三四五六"].sort(),
    );
  });

  test("are numbered in the order of the document, the worst first where they begin and end alike", () => {
    const { parts } = comment(
      buildDocument({ body: p("甲乙") + p("丙") }),
      [at(1, 0, 1), at(0, 0, 1), at(0, 0, 1), at(0, 1, 2)],
      [withSeverity(0, "error"), withSeverity(1, "hint"), withSeverity(2, "warning"), withSeverity(3, "hint")],
    );
    expect(Object.values(commentTexts(parts)).map((text) => text.split("\n")[0])).toEqual([
      "【警告】这里不对2",
      "【提示】这里不对1",
      "【提示】这里不对3",
      "【错误】这里不对0",
    ]);
  });

  test("beyond a thousand are left out, the mildest first, and counted", () => {
    const severities = (index: number) => (index < 5 ? ("hint" as const) : ("error" as const));
    const ranges = Array.from({ length: 1003 }, () => at(0, 0, 1));
    const { parts, left } = comment(
      buildDocument({ body: p("甲") }),
      ranges,
      ranges.map((_, index) => withSeverity(index, severities(index))),
    );
    const texts = Object.values(commentTexts(parts));
    expect([texts.length, left]).toEqual([1000, 3]);
    expect(texts.filter((text) => text.startsWith("【提示】"))).toHaveLength(2);
  });
});

describe("what a comment says", () => {
  test("is the message, 实际, 应为, 处理, 另见 and the rule", () => {
    const diagnostic = finding(0, {
      severity: "warning",
      actual: "35项",
      expected: "34项",
      hint: "改成34项",
      related: [
        { place: { file, part: "附件1 合计行" }, message: "这里是34项" },
        { place: { file: "data/x/inspection.xlsx", sheet: "网站", cell: "C5" }, message: "“35”来自这里" },
      ],
    });
    const { parts } = comment(buildDocument({ body: p("35项") }), [at(0, 0, 3)], [diagnostic]);
    expect(commentTexts(parts)["0"]!.split("\n")).toEqual([
      "【警告】这里不对0",
      "实际：35项",
      "应为：34项",
      "处理：改成34项",
      "另见：附件1 合计行 这里是34项",
      "另见：data/x/inspection.xlsx 网站!C5 “35”来自这里",
      "规则：test-rule",
    ]);
  });

  test("is text, whatever characters it has", () => {
    const diagnostic = finding(0, { actual: 'a<b>&"c"\n下一行\u0007' });
    const { parts } = comment(buildDocument({ body: p("甲") }), [at(0, 0, 1)], [diagnostic]);
    expect(commentTexts(parts)["0"]).toContain('实际：a<b>&"c"下一行\ufffd');
    expect(parts["word/comments.xml"]).toContain("<w:br/>");
  });

  test("has 核稿 as its author and no date unless the document or the caller has one", () => {
    const head = (more: { date?: string; author?: string }, parts: Record<string, string> = {}): string =>
      /<w:comment [^>]*>/u.exec(
        comment(buildDocument({ body: p("甲"), parts }), [at(0, 0, 1)], undefined, more).parts["word/comments.xml"]!,
      )![0];
    expect(head({})).toBe('<w:comment w:id="0" w:author="核稿" w:initials="核稿">');
    expect(head({ date: "2024-07-10", author: "校对" })).toBe(
      '<w:comment w:id="0" w:author="校对" w:date="2024-07-10T00:00:00Z" w:initials="校对">',
    );
  });

  test("has the document's own date", () => {
    const { parts } = comment(readFileSync("output/chaozhou-2024q2/chaozhou-2024q2.docx"), [at(0, 0, 1)]);
    const created = /<dcterms:created[^>]*>([^<]*)</u.exec(parts["docProps/core.xml"]!)![1]!;
    expect(parts["word/comments.xml"]).toContain(` w:date="${created}"`);
  });
});

describe("a finding without a place in the document", () => {
  const unplaced = (number: number) =>
    finding(number, { place: { file: "inspection.xlsx", sheet: "网站", cell: "C5" } });

  test("is told at the title, with its place", () => {
    const { parts } = comment(buildDocument({ body: p("秘密") + p("关于检查的通报") }), [], [unplaced(0), finding(7)], {
      title: at(1, 0, 7),
    });
    expect(markedTexts(parts)).toEqual({ "0": "关于检查的通报", "1": "关于检查的通报" });
    expect(commentTexts(parts)["0"]).toContain("\n位置：inspection.xlsx 网站!C5\n");
    expect(commentTexts(parts)["1"]).toContain("\n位置：第7处\n");
  });

  test("is told at the first text if there is no title", () => {
    const body = oddBodies["two text boxes before text"]!;
    const { parts } = comment(buildDocument({ body: `<w:p/>${body}` }), [], [unplaced(0)]);
    expect(markedTexts(parts)).toEqual({ "0": "正文" });
  });

  test("is left out, and counted, where there are very many", () => {
    const { parts, left } = comment(
      buildDocument({ body: p("甲") }),
      [at(0, 0, 1)],
      [...Array.from({ length: 40 }, (_, index) => unplaced(index + 1)), finding(0)],
    );
    expect(Object.keys(commentTexts(parts))).toHaveLength(31);
    expect(left).toBe(10);
  });
});

describe("the rest of the file", () => {
  const original = buildDocument({ body: p("甲乙"), parts: { "word/theme/theme1.xml": "<a/>" } });

  test("is the same, part by part", () => {
    const before = entries(original);
    const after = entries(comment(original, [at(0, 0, 1)]).bytes);
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed).toEqual([
      "[Content_Types].xml",
      "word/_rels/document.xml.rels",
      "word/document.xml",
      "word/comments.xml",
    ]);
    expect(after["[Content_Types].xml"]).toContain(
      '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>',
    );
    expect(after["word/_rels/document.xml.rels"]).toContain('/comments" Target="comments.xml"/>');
  });

  test("is the very file if there is nothing to say", () => {
    expect(comment(original, [], []).bytes).toBe(original);
  });

  test("gives the same bytes each time", () => {
    expect(comment(original, [at(0, 0, 1)]).bytes).toEqual(comment(original, [at(0, 0, 1)]).bytes);
  });

  test("keeps comments that it has, and goes on with their numbers", () => {
    const old = '<w:comment w:id="4" w:author="领导"><w:p><w:r><w:t>请再核</w:t></w:r></w:p></w:comment>';
    const body =
      '<w:p><w:commentRangeStart w:id="4"/><w:r><w:t>甲乙</w:t></w:r><w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r></w:p>';
    const { parts } = comment(buildDocument({ body, comments: old }), [at(0, 1, 2)]);
    expect(markedTexts(parts)).toEqual({ "4": "甲乙", "5": "乙" });
    expect(parts["word/comments.xml"]).toContain(old);
    expect(parts["[Content_Types].xml"]!.match(/comments\+xml/gu)).toHaveLength(1);
  });
});

describe("forms of the format", () => {
  test("other prefixes and a default namespace are written as the file writes them", () => {
    const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const prefixed = `<x:document xmlns:x="${main}"><x:body><x:p><x:r><x:t>甲乙</x:t></x:r></x:p></x:body></x:document>`;
    const written = comment(buildDocument({ document: prefixed }), [at(0, 0, 1)]).parts["word/document.xml"]!;
    expect(written).toContain('<x:commentRangeStart x:id="0"/><x:r><x:t>甲</x:t></x:r><x:commentRangeEnd x:id="0"/>');
    const bare = prefixed
      .replaceAll("x:", "")
      .replace("xmlns:x", "xmlns")
      .replace("xmln", "xmlns")
      .replace("xmlnss", "xmlns");
    const other = comment(buildDocument({ document: bare }), [at(0, 0, 1)]).parts["word/document.xml"]!;
    expect(() => parseXml(other)).not.toThrow();
    expect(other).toContain(`<commentRangeStart xmlns:w="${main}" w:id="0"/><r><t>甲</t></r>`);
  });

  test("strict documents get a strict part of comments", () => {
    const strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    const document = `<w:document ${namespaces.replace(/xmlns:w="[^"]*"/u, `xmlns:w="${strict}"`)}><w:body>${p("甲")}</w:body></w:document>`;
    const { parts } = comment(buildDocument({ document }), [at(0, 0, 1)]);
    expect(parts["word/comments.xml"]).toContain(`<w:comments xmlns:w="${strict}">`);
    expect(parts["word/_rels/document.xml.rels"]).toContain(
      "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
    );
  });
});

describe("every range of every odd body", () => {
  test.each(Object.entries(oddBodies))("is marked and changes no text, with %s", (_, body) => {
    const docx = buildDocument({ body, styles: oddStyles });
    const before = visibleTexts(docx, 4);
    let ranges = 0;
    before.forEach((text, paragraph) => {
      if (text === undefined) return;
      for (let start = 0; start <= text.length; start += 1) {
        for (let end = start; end <= text.length; end += 1) {
          const { bytes, parts } = comment(docx, [at(paragraph, start, end), at(paragraph, start, text.length)]);
          expect(visibleTexts(bytes, 4), `${String(start)} to ${String(end)}`).toEqual(before);
          markedTexts(parts);
          ranges += 1;
        }
      }
    });
    expect(ranges).toBeGreaterThan(2);
  });
});

test("what cannot be read is a problem, never an exception", () => {
  const refused = (bytes: Uint8Array): string => {
    const result = addComments(bytes, anchorsAt([]), [finding(0)], { file });
    return "problem" in result ? result.problem.code : "none";
  };
  expect(refused(new Uint8Array())).toBe("docx-empty-file");
  expect(refused(new TextEncoder().encode("不是文档"))).toBe("docx-is-text");
  expect(refused(buildDocument({ document: "<w:document><w:body>" }))).toBe("docx-damaged-part");
  expect(refused(buildDocument({ body: p("甲"), comments: "<w:comment>" }))).toBe("docx-damaged-part");
  expect(refused(buildDocument({ body: p("甲") }).slice(0, 300))).toBe("docx-damaged-archive");
});
