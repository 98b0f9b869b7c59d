import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { proofread } from "../../src/checks/proofread.js";
import { compareDocuments } from "../../src/diff/compare-documents.js";
import { checkTree } from "../../src/document/invariants.js";
import { readDocx } from "../../src/docx/read-docx.js";
import { writeRedline } from "../../src/docx/redline/write-redline.js";
import { writeMerged } from "../../src/docx/merge/write-merged.js";
import { mergeDocuments } from "../../src/merge/merge-documents.js";
import { writeReviewText } from "../../src/text/review-text.js";
import { circularBody, p, part, wordFile } from "../docx-reading/word-file.js";

/** Word documents with numbers, references and cycles that no program writes; each is read, checked, compared and merged all the same. */

const cell = (text: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
const table = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/>${rows.join("")}</w:tbl>`;
const item = p("一项", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
const numbered = (level: string): string =>
  `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">${level}</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
const style = (id: string, inside: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}">${inside}</w:style>`;
const styled = (id: string): string => p("正文", `<w:pStyle w:val="${id}"/>`);

function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return new Uint8Array(Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(from, to), "latin1"));
}

const plain = wordFile({ body: circularBody(p("正文。")) });

const cases: Readonly<Record<string, Uint8Array>> = {
  "a cell across two thousand million columns": wordFile({
    body: circularBody(table(row(cell("甲", '<w:gridSpan w:val="2000000000"/>'), cell("乙")), row(cell("丙")))),
  }),
  "a thousand cells across a thousand columns each": wordFile({
    body: circularBody(table(row(...Array<string>(1000).fill(cell("甲", '<w:gridSpan w:val="1000"/>'))))),
  }),
  "spans that are negative, and none": wordFile({
    body: circularBody(table(row(cell("甲", '<w:gridSpan w:val="-5"/>'), cell("乙", '<w:gridSpan w:val="x"/>')))),
  }),
  "a row that begins and ends beyond the table": wordFile({
    body: circularBody(
      table(
        `<w:tr><w:trPr><w:gridBefore w:val="999999999"/><w:gridAfter w:val="999999999"/></w:trPr>${cell("甲")}</w:tr>`,
      ),
    ),
  }),
  "merged cells that begin nowhere, on every row": wordFile({
    body: circularBody(table(...Array<string>(500).fill(row(cell("甲", "<w:vMerge/>"), cell("", "<w:vMerge/>"))))),
  }),
  "tables without rows, rows without cells, cells without paragraphs": wordFile({
    body: circularBody("<w:tbl/>", table("<w:tr/>"), table("<w:tr><w:tc/></w:tr>")),
  }),
  "five thousand columns": wordFile({
    body: circularBody(table(row(...Array.from({ length: 5000 }, (_, index) => cell(String(index)))))),
  }),
  "tables in tables, twenty deep": wordFile({
    body: circularBody(
      Array.from({ length: 20 }).reduce<string>(
        (inner) => table(`<w:tr><w:tc>${inner}${p("外")}</w:tc></w:tr>`),
        p("内"),
      ),
    ),
  }),
  "styles based on each other in a circle": wordFile({
    body: circularBody(styled("A")),
    styles: style("A", '<w:basedOn w:val="B"/><w:link w:val="A"/>') + style("B", '<w:basedOn w:val="A"/>'),
  }),
  "ten thousand styles, each based on the one before": wordFile({
    body: circularBody(styled("S9999"), styled("S5000")),
    styles: Array.from({ length: 10_000 }, (_, n) =>
      style(`S${String(n)}`, `<w:basedOn w:val="S${String(n - 1)}"/>`),
    ).join(""),
  }),
  "styles called __proto__ and constructor": wordFile({
    body: circularBody(styled("__proto__"), styled("constructor"), styled("toString")),
    styles: style("__proto__", '<w:basedOn w:val="constructor"/>'),
  }),
  "numbering that refers to itself through a style": wordFile({
    body: circularBody(item, item),
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    styles:
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  }),
  ...Object.fromEntries(
    [
      "upperLetter",
      "lowerRoman",
      "chineseCounting",
      "ideographTraditional",
      "decimalEnclosedCircle",
      "nonsense",
    ].flatMap((format) =>
      ["2000000000", "-7", "1e9"].map((start) => [
        `numbers as ${format} from ${start}`,
        wordFile({
          body: circularBody(item, item),
          numbering: numbered(`<w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1%9%0%."/>`),
        }),
      ]),
    ),
  ),
  "sizes, indents and pages that are negative or endless": wordFile({
    body: circularBody(
      p(
        "字",
        '<w:ind w:left="99999999999999999999" w:firstLineChars="-1e9"/><w:spacing w:line="NaN"/>',
        '<w:sz w:val="-44"/>',
      ),
    ),
    sectionProperties: '<w:pgSz w:w="0" w:h="-1"/><w:pgMar w:top="x"/><w:cols w:num="1000000000"/>',
  }),
  "fields that begin and never end, one of them DDEAUTO": wordFile({
    body: circularBody(
      `<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\cmd.exe "/k calc"</w:instrText></w:r>'.repeat(300)}</w:p>`,
    ),
  }),
  "a note that refers to itself": wordFile({
    body: circularBody('<w:p><w:r><w:t>文</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'),
    more: [
      {
        path: "footnotes.xml",
        type: "footnotes",
        content: part(
          "footnotes",
          '<w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>',
        ),
      },
    ],
  }),
  "parts of other names, absolute, upwards and twice": renamed(
    zipSync({
      ...unzipSync(plain),
      "../../etc/x": strToU8("x"),
      "/absolute": strToU8("x"),
      "word/documenX.xml": strToU8("<not the document/>"),
    }),
    "word/documenX.xml",
    "word/document.xml",
  ),
  macros: zipSync({ ...unzipSync(plain), "word/vbaProject.bin": new Uint8Array(1000) }),
};

const other = readDocx(wordFile({ body: circularBody(p("另一份。")) }), "另.docx").document!;
const by = { author: "某", date: "2024-07-10T00:00:00Z" };

describe.each(Object.entries(cases))("%s", (_, bytes) => {
  test("is read; what is read is sound, and can be checked, compared and merged", async () => {
    const { document, diagnostics } = readDocx(bytes, "稿.docx");
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(document?.properties.title).toBe("示例市人民政府办公室关于检查情况的通报");
    const read = document!;
    expect(checkTree(read, "read")).toEqual([]);
    expect(writeReviewText(read)).not.toBe("");
    proofread(read, { file: "稿.docx" });
    const changes = compareDocuments(other, read);
    expect((await writeRedline(other, read, changes, by)).bytes.length).toBeGreaterThan(0);
    const merged = mergeDocuments({ base: other, hand: read, data: other });
    expect((await writeMerged(merged, by)).bytes.length).toBeGreaterThan(0);
  });
});

test("what a document refers to outside of itself is not opened", () => {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;
  const parts = unzipSync(
    wordFile({
      body: circularBody(
        p("正文。"),
        '<w:p><w:hyperlink r:id="rA"><w:r><w:t>链接。</w:t></w:r></w:hyperlink></w:p>',
        '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rB"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>',
        '<w:altChunk r:id="rC"/>',
        '<w:subDoc r:id="rC"/>',
      ),
    }),
  );
  const path = "word/_rels/document.xml.rels";
  const relations = new TextDecoder().decode(parts[path]);
  const added =
    relation("rA", "hyperlink", "http://example.invalid/") +
    relation("rB", "image", "file:///etc/passwd") +
    relation("rC", "aFChunk", "file:///etc/passwd") +
    relation("rD", "styles", "file:///etc/passwd");
  const bytes = zipSync({
    ...parts,
    [path]: strToU8(relations.replace("</Relationships>", `${added}</Relationships>`)),
  });
  const { document, diagnostics } = readDocx(bytes, "稿.docx");
  expect(writeReviewText(document!)).toContain("链接。");
  expect(writeReviewText(document!)).not.toContain("root:");
  // What was not read is said, so that nobody takes the rest for everything.
  expect(diagnostics.map(({ code }) => code)).toContain("docx-unread-content");
});
