import { describe, expect, test } from "vitest";
import { checkTree } from "../../src/document/invariants.js";
import {
  plainText,
  text,
  type Appearance,
  type Attachment,
  type AttachmentBlock,
  type AttachmentList,
  type AttachmentListItem,
  type Block,
  type Cell,
  type CircularDocument,
  type DocumentProperties,
  type Inline,
  type Provenance,
  type RowSet,
  type Table,
  type TableColumn,
  type TableRow,
  type Title,
} from "../../src/document/tree.js";
import type { Place, Spot } from "../../src/document/place.js";
import { compileErrors, projectFile, typesIn } from "./tree-types.js";

interface Section {
  readonly name: string;
  readonly content: string;
  readonly example?: string;
}

const specification = projectFile("docs/文档树.md");

const sections: readonly Section[] = specification
  .split(/^### /m)
  .slice(1)
  .map((section) => {
    const [name = ""] = section.split("\n");
    const content = section.split(/^## /m)[0] ?? "";
    const example = /^```json\n(.*?)^```$/ms.exec(content)?.[1];
    return { name: name.trim(), content, ...(example === undefined ? {} : { example }) };
  });

const declared = new Map([
  ...typesIn(projectFile("src/document/tree.ts")),
  ...typesIn(projectFile("src/document/place.ts")),
]);

/** Fits an example into a circular that needs nothing else. */
const wrappers: Readonly<Record<string, (example: never) => CircularDocument>> = {
  CircularDocument: (document: CircularDocument) => document,
  DocumentProperties: (properties: DocumentProperties) => ({
    ...circular(),
    properties,
    children: [{ type: "title", lines: [[text(properties.title)]] }],
  }),
  Appearance: (appearance: Appearance) => ({ ...circular({ type: "letterhead", mark: ["甲"] }), appearance }),
  Letterhead: (letterhead: Block) => ({
    ...circular(letterhead),
    appearance: { ...circular().appearance, form: "redHead" },
  }),
  Title: (title: Title) => ({
    ...circular(),
    properties: { ...circular().properties, title: title.lines.map(plainText).join("") },
    children: [title],
  }),
  Recipients: circular,
  Heading: (heading: Block) =>
    circular({ type: "heading", level: 1, ordinal: 1, label: "一、", children: [text("甲")] }, heading),
  Paragraph: circular,
  AttachmentList: (list: AttachmentList) => circular(list, ...list.items.map(({ number }) => attachment([], number))),
  AttachmentListItem: (item: AttachmentListItem) =>
    circular(
      { type: "attachmentList", label: "附件", items: [item, { number: 2, name: [text("乙")] }] },
      attachment([], 1),
      attachment([], 2),
    ),
  Signature: circular,
  Disclosure: circular,
  Note: circular,
  Attachment: (found: Attachment) => circular(list, found),
  Caption: inAttachment,
  Remark: inAttachment,
  Picture: inAttachment,
  Imprint: circular,
  Text: inParagraph,
  Value: inParagraph,
  Provenance: withProvenance,
  RowSet: (rows: RowSet) => withProvenance({ expression: "甲", places: [], rows: [rows] }),
  Place: (place: Place) => withProvenance({ expression: "甲", places: [place], rows: [] }),
  Spot: (spot: Spot) =>
    withProvenance({ expression: "甲", places: [{ file: "甲.docx", part: "正文 第1段", spot }], rows: [] }),
  Table: inAttachment,
  TableColumn: (column: TableColumn) => inAttachment(table([column], [])),
  TableRow: (row: TableRow) =>
    inAttachment(
      table(
        row.cells.map(() => column),
        [row],
      ),
    ),
  Cell: (cell: Cell) => {
    const below = Array.from({ length: (cell.rowSpan ?? 1) - 1 }, () => record(null));
    return inAttachment(table([column], [record(cell), ...below]));
  },
};

const column: TableColumn = { name: "甲", width: 1, align: "left", kind: "text" };

const list: AttachmentList = { type: "attachmentList", label: "附件", items: [{ name: [text("甲")] }] };

function record(cell: TableRow["cells"][number]): TableRow {
  return { role: "record", cells: [cell] };
}

function table(columns: readonly TableColumn[], rows: readonly TableRow[]): Table {
  return { type: "table", columns, headerRows: [], rows, key: [] };
}

function circular(...children: Block[]): CircularDocument {
  const all: Block[] = [{ type: "title", lines: [[text("通报")]] }];
  // The letterhead is the only element that stands before the title.
  for (const block of children) all.splice(block.type === "letterhead" ? 0 : all.length, 0, block);
  return {
    type: "document",
    properties: { title: "通报", issuer: "甲", date: "2024-07-10" },
    appearance: {
      form: "plain",
      sealed: false,
      pageNumbers: "outer",
      latinFont: "body",
      boldHeadings: false,
      mirrorMargins: false,
    },
    children: all,
  };
}

function attachment(children: readonly AttachmentBlock[], number?: number): Attachment {
  const label = `附件${number === undefined ? "" : String(number)}`;
  const numbered = number === undefined ? {} : { number };
  return { type: "attachment", ...numbered, label, orientation: "portrait", title: [[text("甲")]], children };
}

function inAttachment(...children: AttachmentBlock[]): CircularDocument {
  return circular(list, attachment(children));
}

function inParagraph(...children: Inline[]): CircularDocument {
  return circular({ type: "paragraph", children });
}

function withProvenance(provenance: Provenance): CircularDocument {
  return inParagraph({ type: "value", value: "1", provenance });
}

describe("the specification of the tree", () => {
  test("has a section for every type of the tree, and no other", () => {
    expect(declared.size).toBeGreaterThan(25);
    expect(sections.map(({ name }) => name).sort()).toEqual([...declared.keys()].sort());
  });

  test.each(sections)("gives the fields of $name as they are", ({ name, content }) => {
    const block = /^```ts\n(.*?)^```$/ms.exec(content)?.[1] ?? "";
    expect(typesIn(block)).toEqual(new Map([[name, declared.get(name)]]));
  });

  test("has an example for every type that is not a choice of others", () => {
    const choices = [...declared].filter(([, type]) => /^[A-Z]/.test(type)).map(([name]) => name);
    expect(choices.sort()).toEqual(["AttachmentBlock", "Block", "Inline"]);
    const withExample = sections.filter(({ example }) => example !== undefined).map(({ name }) => name);
    expect([...withExample, ...choices].sort()).toEqual([...declared.keys()].sort());
    expect(Object.keys(wrappers).sort()).toEqual(withExample.sort());
  });

  test("has examples of the types they are examples of", () => {
    const examples = sections.flatMap(({ name, example }) => (example === undefined ? [] : [{ name, example }]));
    const declarations = examples.map(({ name, example }) => `export const example${name}: tree.${name} = ${example};`);
    const withPlace = declarations.join("\n").replace(/tree\.(Place|Spot) /g, "place.$1 ");
    const imports = 'import type * as tree from "./tree.js";\nimport type * as place from "./place.js";\n';
    expect(compileErrors(imports + withPlace)).toEqual([]);
    // The compiler does look at them.
    expect(compileErrors(`${imports}export const wrong: tree.Text = { type: "text", value: 1 };`)).toHaveLength(1);
  });

  test.each(sections.filter(({ example }) => example !== undefined))(
    "has an example of $name that breaks no rule",
    ({ name, example = "" }) => {
      const wrapped = wrappers[name]!(JSON.parse(example) as never);
      expect(JSON.stringify(wrapped)).toContain(JSON.stringify(JSON.parse(example)));
      expect(checkTree(wrapped)).toEqual([]);
    },
  );

  test("has no link to a section that is not there", () => {
    const links = [...specification.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(links.length).toBeGreaterThan(10);
    const anchors = sections.map(({ name }) => name.toLowerCase());
    expect(links.filter((link) => !anchors.includes(link ?? ""))).toEqual([]);
  });
});
