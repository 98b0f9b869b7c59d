import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkTree } from "../../src/document/invariants.js";
import { cellText, plainText, type CircularDocument, type Inline, type TableRow } from "../../src/document/tree.js";
import { mergeDocuments } from "../../src/merge/merge-documents.js";
import { arbitraryDocument } from "../document/arbitrary-document.js";
import { composed } from "./merge-case.js";
import type { Mutable } from "./mutable.js";

/** Something done to the text at some place of a document: a mark put in, or the text taken away. */
interface TextEdit {
  readonly place: number;
  readonly at: number;
  readonly kind: "insert" | "replace" | "delete block" | "add block" | "delete row" | "add row";
}

const textEdit: fc.Arbitrary<TextEdit> = fc.record({
  place: fc.nat(1000),
  at: fc.nat(1000),
  kind: fc.constantFrom("insert", "insert", "replace", "delete block", "add block", "delete row", "add row"),
});

const edits = fc.array(textEdit, { minLength: 1, maxLength: 5 });

describe("random edits on both sides", () => {
  it("no word that one side wrote is lost: it stands in the one version or in the other", () => {
    fc.assert(
      fc.property(arbitraryDocument(), edits, edits, (base, handEdits, dataEdits) => {
        const hand = edited(base, handEdits, "H");
        const data = edited(base, dataEdits, "D");
        const result = mergeDocuments({ base, hand, data });
        const found = new Set([...marks(result.hand), ...marks(result.data)]);
        for (const mark of [...marks(hand), ...marks(data)]) expect(found).toContain(mark);
        // The data's version has every word of the data, the people's every word of theirs.
        for (const mark of marks(data)) expect(marks(result.data)).toContain(mark);
        for (const mark of marks(hand)) expect(marks(result.hand)).toContain(mark);
      }),
      { numRuns: 300 },
    );
  });

  it("edits in different places are never a conflict of words", () => {
    fc.assert(
      fc.property(arbitraryDocument(), edits, edits, (base, handEdits, dataEdits) => {
        const [hand, data] = editedApart(base, handEdits, dataEdits);
        const result = mergeDocuments({ base, hand, data });
        expect(result.conflicts.filter(({ kind }) => kind === "changed")).toEqual([]);
        // Where too little is left to recognise a row or a paragraph by, it counts as deleted and added.
        if (result.conflicts.length > 0) return;
        for (const mark of [...marks(hand), ...marks(data)]) expect(marks(result.data)).toContain(mark);
      }),
      { numRuns: 300 },
    );
  });

  it("edits in different places of a real circular are all made, without any conflict", async () => {
    const base = await composed();
    const somewhere = fc.array(fc.record({ place: fc.nat(1000), at: fc.nat(1000) }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(somewhere, somewhere, (handPlaces, dataPlaces) => {
        const insert = (places: typeof handPlaces): TextEdit[] => places.map((one) => ({ ...one, kind: "insert" }));
        const [hand, data] = editedApart(base, insert(handPlaces), insert(dataPlaces));
        const result = mergeDocuments({ base, hand, data });
        expect(result.conflicts).toEqual([]);
        for (const mark of [...marks(hand), ...marks(data)]) expect(marks(result.data)).toContain(mark);
      }),
      { numRuns: 40 },
    );
  });

  it("both versions can be written", () => {
    fc.assert(
      fc.property(arbitraryDocument(), edits, edits, (base, handEdits, dataEdits) => {
        const result = mergeDocuments({ base, hand: edited(base, handEdits, "H"), data: edited(base, dataEdits, "D") });
        expect([...checkTree(result.data, "read"), ...checkTree(result.hand, "read")]).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** A word that nothing else contains: ⟦H3⟧. */
function marks(document: CircularDocument): string[] {
  return textsOf(document).flatMap((text) => text.get().match(/⟦[HD]\d+⟧/gu) ?? []);
}

function edited(document: CircularDocument, list: readonly TextEdit[], side: "H" | "D"): CircularDocument {
  const draft = structuredClone(document) as Mutable<CircularDocument>;
  list.forEach((edit, index) => {
    apply(draft, edit, `⟦${side}${String(index)}⟧`);
  });
  return draft;
}

/** Words put in by both sides, never into the same text. */
function editedApart(
  base: CircularDocument,
  handEdits: readonly TextEdit[],
  dataEdits: readonly TextEdit[],
): [hand: CircularDocument, data: CircularDocument] {
  const count = Math.max(1, textsOf(base).length);
  const taken = new Set(handEdits.map(({ place }) => place % count));
  const others = dataEdits.filter(({ place }) => !taken.has(place % count));
  const insert = (list: readonly TextEdit[]): TextEdit[] => list.map((edit) => ({ ...edit, kind: "insert" }));
  return [edited(base, insert(handEdits), "H"), edited(base, insert(others), "D")];
}

function apply(draft: Mutable<CircularDocument>, { place, at, kind }: TextEdit, mark: string): void {
  const paragraphs = draft.children.flatMap((block, index) => (block.type === "paragraph" ? [index] : []));
  const tables = draft.children
    .flatMap((block) => (block.type === "attachment" ? block.children : []))
    .flatMap((block) => (block.type === "table" && !hasMergedCells(block.rows as TableRow[]) ? [block] : []));
  const paragraph = paragraphs[place % Math.max(1, paragraphs.length)];
  const table = tables[place % Math.max(1, tables.length)];
  switch (kind) {
    case "delete block":
      if (paragraph !== undefined) draft.children.splice(paragraph, 1);
      return;
    case "add block": {
      const titleAt = draft.children.findIndex(({ type }) => type === "title");
      draft.children.splice((paragraph ?? titleAt) + 1, 0, {
        type: "paragraph",
        children: [{ type: "text", value: `新加的一段${mark}。` }],
      });
      return;
    }
    case "delete row":
      if (table !== undefined && table.rows.length > 0) table.rows.splice(at % table.rows.length, 1);
      return;
    case "add row":
      if (table !== undefined) {
        const cells = table.columns.map((_, column) => (column === 0 ? mark : ""));
        table.rows.splice(at % (table.rows.length + 1), 0, { role: "record", cells });
      }
      return;
    default: {
      const texts = textsOf(draft);
      const text = texts[place % Math.max(1, texts.length)];
      if (text === undefined) return;
      const words = text.get();
      const from = at % (words.length + 1);
      text.set(words.slice(0, from) + mark + words.slice(kind === "insert" ? from : from + 3));
    }
  }
}

function hasMergedCells(rows: readonly TableRow[]): boolean {
  return rows.some(({ cells }) => cells.some((cell) => cell === null));
}

interface EditableText {
  readonly get: () => string;
  readonly set: (text: string) => void;
}

/** The running texts and cells of a document, without lines of which the number matters. */
function textsOf(document: CircularDocument): EditableText[] {
  const texts: EditableText[] = [];
  const inlines = (owner: object, field: string): void => {
    const fields = owner as Record<string, Inline[]>;
    if (fields[field] === undefined) return;
    texts.push({
      get: () => plainText(fields[field] ?? []),
      set: (value) => {
        fields[field] = [{ type: "text", value }];
      },
    });
  };
  for (const block of document.children) {
    if (block.type === "paragraph" || block.type === "disclosure") inlines(block, "children");
    if (block.type === "heading") inlines(block, "body");
    if (block.type !== "attachment") continue;
    for (const child of block.children) {
      if (child.type === "paragraph" || child.type === "caption") inlines(child, "children");
      if (child.type !== "table") continue;
      for (const row of child.rows) {
        row.cells.forEach((cell, column) => {
          if (cell === null || child.columns[column]?.kind === "ordinal") return;
          const cells = row.cells as (string | Mutable<Exclude<typeof cell, null>>)[];
          texts.push({
            get: () => cellText(row.cells[column] ?? null),
            set: (value) => {
              const now = cells[column];
              if (typeof now === "object") now.children = [{ type: "text", value }];
              else cells[column] = value;
            },
          });
        });
      }
    }
  }
  return texts;
}
