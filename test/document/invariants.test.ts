import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTree } from "../../src/document/invariants.js";
import type { Spot } from "../../src/document/place.js";
import {
  text,
  type Attachment,
  type AttachmentList,
  type Block,
  type CircularDocument,
  type Heading,
  type Imprint,
  type Letterhead,
  type Note,
  type Picture,
  type Recipients,
  type Signature,
  type Table,
  type Title,
  type Value,
} from "../../src/document/tree.js";
import { arbitraryDocument } from "./arbitrary-document.js";
import { sampleDocument } from "./sample-document.js";

type Mutable<T> = T extends Spot ? T : { -readonly [Key in keyof T]: Mutable<T[Key]> };

type Change = (document: Mutable<CircularDocument>) => void;

/** Places in the sample, which the paths in the messages name too. */
const at = {
  letterhead: 0,
  title: 1,
  recipients: 2,
  opening: 3,
  firstHeading: 4,
  counted: 5,
  secondHeading: 6,
  runIn: 7,
  level2: 8,
  level3: 9,
  level4: 10,
  list: 12,
  signature: 13,
  note: 15,
  attachment1: 16,
  attachment2: 17,
  attachment3: 18,
  imprint: 19,
} as const;

function block<Kind extends Block>(
  document: Mutable<CircularDocument>,
  index: number,
  type: Kind["type"],
): Mutable<Kind> {
  const found = document.children[index];
  if (found?.type !== type) throw new Error(`no ${type} at ${String(index)}`);
  return found as Mutable<Kind>;
}

function heading(document: Mutable<CircularDocument>, index: number): Mutable<Heading> {
  return block<Heading>(document, index, "heading");
}

function attachment(document: Mutable<CircularDocument>, index: number): Mutable<Attachment> {
  return block<Attachment>(document, index, "attachment");
}

/** The table of 附件1: 序号, 单位名称, 账号类型, 账号名称, 标识码, 结果; four records, a 备注 row. */
function table(document: Mutable<CircularDocument>): Mutable<Table> {
  return attachment(document, at.attachment1).children[1] as Mutable<Table>;
}

const tablePath = "children[16].children[1]";

function picture(document: Mutable<CircularDocument>): Mutable<Picture> {
  return attachment(document, at.attachment2).children[2] as Mutable<Picture>;
}

function value(document: Mutable<CircularDocument>): Mutable<Value> {
  return block<Extract<Block, { type: "paragraph" }>>(document, at.counted, "paragraph").children[1] as Mutable<Value>;
}

function problemsOf(change: Change, origin?: "generated" | "read"): string[] {
  const document: Mutable<CircularDocument> = structuredClone(sampleDocument()) as Mutable<CircularDocument>;
  change(document);
  return checkTree(document, origin);
}

describe("a valid tree", () => {
  test("has no problem", () => {
    expect(checkTree(sampleDocument())).toEqual([]);
    expect(checkTree(sampleDocument(), "read")).toEqual([]);
  });

  test("has no problem however it was generated", () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        expect(checkTree(document)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, Change]>([
    [
      "has no attachments and no list of them",
      (d) => {
        d.children.splice(at.attachment1, 3);
        d.children.splice(at.list, 1);
      },
    ],
    [
      "has level 3 right under level 1",
      (d) => {
        d.children.splice(at.runIn, 2);
      },
    ],
    ["has attachments without a printed label", (d) => (attachment(d, at.attachment1).label = "")],
    ["has 附表 for 附件", (d) => (attachment(d, at.attachment2).label = "附表2")],
    ["has several notes", (d) => void d.children.splice(at.note, 0, { type: "note", children: [text("（一）")] })],
  ])("%s", (_name, change) => {
    expect(problemsOf(change)).toEqual([]);
  });
});

/** What writers rely on, so it holds for every tree, wherever it came from. */
const always: [name: string, change: Change, problems: string[]][] = [
  [
    "a letterhead in the plain form",
    (d) => (d.appearance.form = "plain"),
    ["appearance.form: plain, but there is a letterhead"],
  ],
  [
    "a form that lacks its letterhead",
    (d) => d.children.shift(),
    ["appearance.form: redHead, but there is no letterhead"],
  ],
  [
    "a row with a cell too few",
    (d) => table(d).rows[3]?.cells.pop(),
    [
      `${tablePath}.rows[3].cells: 5 cells in 6 columns`,
      `${tablePath}.rows[3].cells[5]: null, but no merged cell covers it`,
    ],
  ],
  [
    "a row with a cell too many",
    (d) => table(d).rows[3]?.cells.push("多"),
    [`${tablePath}.rows[3].cells: 7 cells in 6 columns`],
  ],
  [
    "null where no merged cell is",
    (d) => (table(d).rows[3]!.cells[3] = null),
    [`${tablePath}.rows[3].cells[3]: null, but no merged cell covers it`],
  ],
  [
    "a cell under a merged cell",
    (d) => (table(d).rows[1]!.cells[1] = "局"),
    [`${tablePath}.rows[1].cells[1]: a cell where a merged cell already is`],
  ],
  [
    "a cell beside a merged cell, under its width",
    (d) => (table(d).rows[4]!.cells[3] = "盖住"),
    [`${tablePath}.rows[4].cells[3]: a cell where a merged cell already is`],
  ],
  [
    "a cell that is wider than the table",
    (d) => (table(d).rows[3]!.cells[5] = { children: [], columnSpan: 2 }),
    [`${tablePath}.rows[3].cells[5].columnSpan: 2 does not fit`],
  ],
  [
    "a cell that reaches below the table",
    (d) => (table(d).rows[4]!.cells[0] = { children: [], rowSpan: 2 }),
    [`${tablePath}.rows[4].cells[0].rowSpan: 2 does not fit`],
  ],
  [
    "a header cell that reaches into the body",
    (d) => (table(d).headerRows[0]!.cells[0] = { children: [text("序号")], rowSpan: 2 }),
    [`${tablePath}.headerRows[0].cells[0].rowSpan: 2 does not fit`],
  ],
  [
    "half a column",
    (d) => (table(d).rows[3]!.cells[4] = { children: [], columnSpan: 1.5 }),
    [`${tablePath}.rows[3].cells[4].columnSpan: 1.5 does not fit`],
  ],
  [
    "merged cells that are no rectangle together",
    (d) => {
      table(d).rows[1]!.cells[0] = null;
      table(d).rows[0]!.cells[0] = { children: [text("1")], columnSpan: 1, rowSpan: 3 };
      table(d).rows[0]!.cells[1] = "示例市公安局";
      table(d).rows[0]!.cells[2] = { children: [text("x")], rowSpan: 2 };
      table(d).rows[1]!.cells[1] = { children: [text("y")], columnSpan: 2 };
      table(d).rows[1]!.cells[2] = null;
    },
    [`${tablePath}.rows[1].cells[1]: overlaps the merged cell in column 2`],
  ],
  [
    "a body row among the header rows and the reverse",
    (d) => {
      table(d).headerRows[0]!.role = "record";
      table(d).rows[3]!.role = "header";
    },
    [`${tablePath}.headerRows[0].role: record`, `${tablePath}.rows[3].role: header`],
  ],
  [
    "a column without width",
    (d) => (table(d).columns[2]!.width = 0),
    [`${tablePath}.columns[2].width: 0 is not a positive number`],
  ],
  ["a running number as key", (d) => (table(d).key = [0]), [`${tablePath}.key[0]: a running number identifies no row`]],
  ["a key that is no column", (d) => (table(d).key = [6]), [`${tablePath}.key[0]: there is no column 6`]],
  ["the same key column twice", (d) => (table(d).key = [1, 1]), [`${tablePath}.key[1]: column 1 twice`]],
  [
    "text after the attachments",
    (d) => void d.children.splice(at.imprint, 0, { type: "paragraph", children: [text("甲")] }),
    ["children[19]: paragraph after an attachment, where it would be taken for a part of it"],
  ],
  [
    "a picture that is another format",
    (d) => (picture(d).format = "jpeg"),
    ["children[17].children[2].data: not the bytes of a jpeg file"],
  ],
  ["a picture that is not Base64", (d) => (picture(d).data = "图片"), ["children[17].children[2].data: not Base64"]],
  ["a picture without height", (d) => (picture(d).heightPixels = 0), ["children[17].children[2].heightPixels: 0"]],
  [
    "a picture without words for those who cannot see it",
    (d) => (picture(d).alternativeText = ""),
    ["children[17].children[2].alternativeText: empty"],
  ],
  [
    "a value that does not say how it was got",
    (d) => (value(d).provenance.expression = ""),
    ["children[5].children[1].provenance.expression: empty"],
  ],
  [
    "rows out of order",
    (d) => (value(d).provenance.rows[0]!.rows = [5, 4]),
    ["children[5].children[1].provenance.rows[0].rows[1]: 4 after 5"],
  ],
  [
    "a place without a file",
    (d) => (value(d).provenance.places = [{ file: "" }]),
    ["children[5].children[1].provenance.places[0].file: empty"],
  ],
];

/** What only our own engine promises: documents from elsewhere are as they are. */
const generated: [name: string, change: Change, problems: string[]][] = [
  [
    "an imprint that is not last",
    (d) => {
      const [imprint] = d.children.splice(at.imprint, 1);
      d.children.splice(at.attachment1, 0, imprint!);
    },
    ["children[16]: the imprint is not the last element", "children[17]: attachment out of order, after imprint"],
  ],
  ["no title", (d) => void d.children.splice(at.title, 1), ["children: there is no title"]],
  ["two titles", (d) => void d.children.splice(at.title, 0, d.children[at.title]!), ["children[2]: a second title"]],
  [
    "a title with other words than the properties",
    (d) => (d.properties.title = "通报"),
    ["children[1].lines: not the same words as properties.title"],
  ],
  [
    "a line of a title that breaks again",
    (d) => {
      block<Title>(d, at.title, "title").lines[0] = [text("甲\n")];
      block<Title>(d, at.title, "title").lines[1] = [text("乙")];
      d.properties.title = "甲\n乙";
    },
    ["children[1].lines: a line break within a line"],
  ],
  [
    "elements out of order",
    (d) => void d.children.splice(at.opening, 0, ...d.children.splice(at.signature, 1)),
    ["children[4]: paragraph out of order, after signature"],
  ],
  [
    "recipients without a colon",
    (d) => (block<Recipients>(d, at.recipients, "recipients").children = [text("各县：区")]),
    ["children[2].children: no closing ："],
  ],
  [
    "a copy number of five digits",
    (d) => (block<Letterhead>(d, at.letterhead, "letterhead").copyNumber = "00001"),
    ["children[0].copyNumber: not six digits"],
  ],
  [
    "a letterhead without an agency",
    (d) => (block<Letterhead>(d, at.letterhead, "letterhead").mark = []),
    ["children[0].mark: no agency"],
  ],
  [
    "a date that does not exist",
    (d) => (d.properties.date = "2023-02-29"),
    [
      "children[13].date: not properties.date in printed form",
      "properties.date: 2023-02-29 is no date of the form YYYY-MM-DD",
    ],
  ],
  [
    "a signature without an agency",
    (d) => (block<Signature>(d, at.signature, "signature").issuers = []),
    ["children[13].issuers: no agency"],
  ],
  [
    "a date with leading zeros",
    (d) => (block<Signature>(d, at.signature, "signature").date = [text("2024年07月10日")]),
    ["children[13].date: not properties.date in printed form"],
  ],
  [
    "a note without parentheses",
    (d) => (block<Note>(d, at.note, "note").children = [text("(此件公开发布)")]),
    ["children[15].children: not in full-width parentheses"],
  ],
  [
    "抄送 without 。",
    (d) => (block<Imprint>(d, at.imprint, "imprint").copyTo = [text("市委办公室")]),
    ["children[19].copyTo: no closing 。"],
  ],
  [
    "an empty paragraph",
    (d) => (d.children[at.opening] = { type: "paragraph", children: [text("")] }),
    ["children[3].children: empty"],
  ],
  [
    "a heading number left out",
    (d) => {
      heading(d, at.secondHeading).ordinal = 3;
      heading(d, at.secondHeading).label = "三、";
    },
    ["children[6].ordinal: 3, expected 2"],
  ],
  [
    "a heading with another number",
    (d) => (heading(d, at.level2).label = "（三）"),
    ["children[8].label: （三）, expected （二）"],
  ],
  ["a number of another level", (d) => (heading(d, at.level3).label = "1、"), ["children[9].label: 1、, expected 1."]],
  [
    "a number with other brackets",
    (d) => (heading(d, at.level4).label = "(1)"),
    ["children[10].label: (1), expected （1）"],
  ],
  [
    "a level skipped",
    (d) => void d.children.splice(at.level3, 1),
    ["children[9].level: 4 has no heading of the level above"],
  ],
  [
    "a text that begins with level 2",
    (d) => {
      d.children.splice(at.firstHeading, 3);
    },
    ["children[4].level: 2 has no heading of the level above"],
  ],
  [
    "a heading of level 1 that runs in",
    (d) => {
      heading(d, at.firstHeading).children = [text("总则。")];
      heading(d, at.firstHeading).body = [text("甲")];
    },
    ["children[4].body: a heading of level 1 stands on its own line"],
  ],
  [
    "a run-in heading that does not end",
    (d) => (heading(d, at.runIn).children = [text("甲")]),
    ["children[7].children: a run-in heading ends with its 。"],
  ],
  [
    "a run-in heading with nothing after it",
    (d) => (heading(d, at.runIn).body = []),
    ["children[7].body: empty, leave it out"],
  ],
  ["a heading without words", (d) => (heading(d, at.level4).children = []), ["children[10].children: empty"]],
  [
    "a heading in an attachment that goes on counting from the body",
    (d) => {
      const inAttachment = attachment(d, at.attachment3).children[0] as Mutable<Heading>;
      inAttachment.ordinal = 3;
      inAttachment.label = "三、";
    },
    ["children[18].children[0].ordinal: 3, expected 1"],
  ],
  [
    "an attachment number left out",
    (d) => {
      attachment(d, at.attachment2).number = 4;
    },
    ["children[17].number: 4, expected 2"],
  ],
  [
    "an attachment label with another number",
    (d) => (attachment(d, at.attachment2).label = "附件12"),
    ["children[17].label: 附件12 does not show the number 2"],
  ],
  [
    "a single attachment with a number",
    (d) => {
      d.children.splice(at.attachment2, 2);
      block<AttachmentList>(d, at.list, "attachmentList").items.splice(1);
    },
    [
      "children[16].number: 1, expected none",
      "children[16].label: 附件1 does not show the number none",
      "children[12].items[0].number: 1, expected none",
    ],
  ],
  [
    "an attachment that the list does not name",
    (d) => void block<AttachmentList>(d, at.list, "attachmentList").items.pop(),
    ["children[12].items: 2 names for 3 attachments"],
  ],
  [
    "attachments without a list",
    (d) => void d.children.splice(at.list, 1),
    ["children: there are attachments but no list of them"],
  ],
  ["an attachment without a title", (d) => (attachment(d, at.attachment1).title = []), ["children[16].title: no line"]],
  [
    "a running number used twice",
    (d) => (table(d).rows[3]!.cells[0] = "1"),
    [`${tablePath}.rows[3].cells[0]: running number 1, expected 2`],
  ],
];

describe("a tree is refused for", () => {
  test.each(always)("%s", (_name, change, problems) => {
    expect(problemsOf(change, "read")).toEqual(problems);
    expect(problemsOf(change)).toEqual(expect.arrayContaining(problems));
  });
});

describe("a tree of our own is refused for", () => {
  test.each(generated)("%s", (_name, change, problems) => {
    expect(problemsOf(change).sort()).toEqual([...problems].sort());
  });
});

test("a document from elsewhere may be numbered as badly as it likes", () => {
  const allowed = problemsOf((document) => {
    heading(document, at.secondHeading).label = "五、";
    table(document).rows[3]!.cells[0] = "1";
    attachment(document, at.attachment2).number = 7;
    document.children.splice(at.list, 1);
  }, "read");
  expect(allowed).toEqual([]);
});
