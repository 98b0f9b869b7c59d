import { readdirSync, readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { findParagraphs } from "../../src/docx/comments/find-paragraphs.js";
import { readWritten, writtenLength } from "../../src/docx/comments/written-text.js";
import { defaultDocumentLimits } from "../../src/docx/read/open-document.js";
import { type PlacedText, placedCell, placedParagraph } from "../../src/docx/read/placed-text.js";
import { readSource } from "../../src/docx/read/read-source.js";
import type { SourceBlock } from "../../src/docx/read/source.js";
import { StyleSheet } from "../../src/docx/read/style-sheet.js";
import { buildDocument } from "./build-document.js";
import { oddBodies, oddStyles } from "./odd-bodies.js";

/** The texts that the reader of documents finds, each with the `w:p` it stands in. */
function textsOfReader(docx: Uint8Array): { paragraph: number; offset: number; text: string }[] {
  const texts = (blocks: readonly SourceBlock[]): PlacedText[] =>
    blocks.flatMap((block) =>
      block.kind === "table"
        ? block.rows.flatMap(({ cells }) => cells.map(placedCell))
        : [...(block.textBoxes ?? []).flatMap(texts), placedParagraph(block)],
    );
  const { source, diagnostics } = readSource(docx, "稿.docx", defaultDocumentLimits);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return texts(source!.blocks).flatMap(({ text, pieces }) =>
    pieces
      .map(({ start, end, paragraph, offset }) => ({ paragraph, offset, text: text.slice(start, end) }))
      .filter((piece) => piece.text !== ""),
  );
}

function compare(docx: Uint8Array): number {
  const expected = textsOfReader(docx);
  const parts = unzipSync(docx);
  const { paragraphs } = findParagraphs(
    strFromU8(parts["word/document.xml"]!),
    new StyleSheet(parts["word/styles.xml"]),
    new Set(expected.map(({ paragraph }) => paragraph)),
  );
  for (const { paragraph, offset, text } of expected) {
    const found = paragraphs.get(paragraph)?.text.slice(offset);
    // Where paragraphs became one text, the break between them belongs to the one before.
    expect(found === text || `${found ?? ""}\n` === text ? text : found).toBe(text);
  }
  return expected.length;
}

describe("the visible text of a paragraph is the reader's", () => {
  test.each(Object.entries(oddBodies))("with %s", (_, body) => {
    expect(compare(buildDocument({ body, styles: oddStyles }))).toBeGreaterThan(0);
  });

  test.each(readdirSync("output"))("in %s", (edition) => {
    expect(compare(readFileSync(`output/${edition}/${edition}.docx`))).toBeGreaterThan(10);
  });
});

describe("pieces of a paragraph", () => {
  const piecesOf = (body: string) => {
    const xml = strFromU8(unzipSync(buildDocument({ body, styles: oddStyles }))["word/document.xml"]!);
    const { first } = findParagraphs(xml, new StyleSheet(), new Set());
    return { xml, pieces: first!.pieces, text: first!.text };
  };

  test.each(Object.entries(oddBodies))("follow each other without gaps, with %s", (_, body) => {
    const { pieces, text } = piecesOf(body);
    let position = 0;
    for (const { offset, length } of pieces) {
      expect(offset).toBe(position);
      position += length;
    }
    expect(position).toBe(text.length);
  });

  test("name their run with its properties", () => {
    const { xml, pieces } = piecesOf(oddBodies["several runs"]!);
    expect(pieces.map(({ run }) => run.properties)).toEqual(["", "<w:rPr><w:b/></w:rPr>", ""]);
    expect(pieces.map(({ run }) => xml.slice(run.start, run.start + 4))).toEqual(["<w:r", "<w:r", "<w:r"]);
    expect(pieces.map(({ run }) => xml.slice(run.end - 6, run.end))).toEqual(["</w:r>", "</w:r>", "</w:r>"]);
  });
});

test("characters as XML writes them are counted by what they stand for", () => {
  const written = "a&amp;&#x20BB7;𠮷\r\nb";
  expect(readWritten(written)).toBe("a&𠮷𠮷\nb".replace("𠮷", String.fromCodePoint(0x20bb7)));
  const lengths = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((units) => writtenLength(written, units, false));
  expect(lengths.map((length) => written.slice(length))).toEqual([
    "a&amp;&#x20BB7;𠮷\r\nb",
    "&amp;&#x20BB7;𠮷\r\nb",
    "&#x20BB7;𠮷\r\nb",
    "&#x20BB7;𠮷\r\nb",
    "𠮷\r\nb",
    "𠮷\r\nb",
    "\r\nb",
    "b",
    "",
  ]);
  expect(written.slice(writtenLength(written, 3, true))).toBe("𠮷\r\nb");
});
