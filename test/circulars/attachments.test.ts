import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { requireProgram } from "../outside.js";
import { builtCircular, builtFile, projectPath, pythonReading, requireEdition } from "./built-circular.js";
import { circulars } from "./circulars.js";
import { correctedAttachments } from "./described-circular.js";
import { expectedAttachment, type ExpectedAttachment } from "./expected-attachment.js";
import { textAt } from "./facts.js";
import { readTablesWithMammoth, readTablesWithPandoc } from "./outside-readers.js";
import { printedCircular } from "./printed-circular.js";
import { gridLines, withoutHeadingBreaks, type TableGrid } from "./table-grid.js";

describe.each(circulars)("the attachments of $id", (circular) => {
  const expected = correctedAttachments(circular).map(expectedAttachment);

  test("stand each on a new page with mark, title, subtitle, table and 注 in the order of the facts", async (context) => {
    const reading = await pythonReading(circular, context);
    // A title may be broken over lines; a mark or 注 may not.
    const printed = printedCircular(reading).attachments.map((parts) =>
      parts.map((part, index) => (index === 1 ? part.replaceAll("\n", "") : part)),
    );
    expect(printed).toEqual(expected.map(({ sequence }) => sequence));
  });

  test("have every heading, cell and merge of the facts, as python-docx reads them", async (context) => {
    const { tables } = await pythonReading(circular, context);
    expectTables(tables, expected);
  });

  test("have every heading, cell and merge of the facts, as pandoc reads them", async (context) => {
    const file = await builtFile(circular, context);
    requireProgram("pandoc", context);
    expectTables(readTablesWithPandoc(file), expected);
  });

  test("have every heading, cell and merge of the facts, as mammoth reads them", async (context) => {
    const { docx } = await builtCircular(circular, context);
    expectTables(await readTablesWithMammoth(docx), expected);
  });

  test("repeat the headings on every page, and nothing else", async (context) => {
    const { tables } = await pythonReading(circular, context);
    expect(tables.map(({ headerRows }) => headerRows)).toEqual(tables.map(() => [0]));
  });

  test("describe their pictures to those who cannot see them", async (context) => {
    const { blocks } = await pythonReading(circular, context);
    const descriptions = blocks
      .flatMap((block) => (block.kind === "table" ? [] : block.pictures))
      .map((picture) => picture.description);
    const pictured = correctedAttachments(circular).filter((_, index) => expected[index]!.table === undefined);
    expect(descriptions).toEqual(pictured.map((attachment) => expect.stringContaining(textAt(attachment, "标题"))));
  });

  test("have one line for each record in the review text, in the order of the facts", async (context) => {
    const { reviewText } = await builtCircular(circular, context);
    const [, ...attachments] = reviewText.split(/^(?=〔附件\d*〕)/mu);
    expect(attachments).toHaveLength(expected.length);
    attachments.forEach((lines, index) => {
      const records = lines.split("\n").filter((line) => line.startsWith("〔记录〕"));
      expect(records).toHaveLength(expected[index]!.records);
      const { table } = expected[index]!;
      records.forEach((line, record) => {
        const shown = line.split("｜").map((pair) => pair.slice(pair.indexOf("：") + 1));
        for (const { text, column } of table!.cells.filter(({ row }) => row === record + 1)) {
          // Running numbers stand in the head line.
          if (column > 0) expect(shown).toContain(text);
        }
      });
    });
  });

  test("differ from the publication exactly where the edition's 更正说明 says so", (context) => {
    requireEdition(circular, context);
    const file = projectPath("data", circular.id, "更正说明.md");
    const notes = existsSync(file) ? readCorrectionNotes(readFileSync(file, "utf8")) : [];
    expect(new Set(notes.map(({ place }) => place))).toEqual(new Set(circular.corrections.map(({ noted }) => noted)));
    for (const { noted, published, corrected } of circular.corrections) {
      const note = notes.find(({ place }) => place === noted);
      expect(note?.published).toContain([published ?? []].flat().join("、"));
      expect(note?.corrected).toContain([corrected].flat().join("、"));
    }
  });
});

function expectTables(tables: readonly TableGrid[], expected: readonly ExpectedAttachment[]): void {
  const expectedTables = expected.flatMap(({ table }) => table ?? []);
  expect(tables.map((table) => gridLines(withoutHeadingBreaks(table)))).toEqual(expectedTables.map(gridLines));
}

/** The rows of the table in 更正说明.md: place, publication, generated circular, reason. */
function readCorrectionNotes(markdown: string): { place: string; published: string; corrected: string }[] {
  const rows = markdown.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((line) => {
    const [, place = "", published = "", corrected = ""] = line.split("|").map((cell) => cell.trim());
    return { place, published, corrected };
  });
}
