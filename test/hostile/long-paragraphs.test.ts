import { describe, expect, test } from "vitest";
import { checkedText, longestChecked } from "../../src/checks/checked-text.js";
import { proofread } from "../../src/checks/proofread.js";
import { readDocx } from "../../src/docx/read-docx.js";
import { circularBody, p, wordFile } from "../docx-reading/word-file.js";

/** Paragraphs as long as a book, of what the rules of 核稿 look for: they compare numbers and names with each other. */

const shapes = [
  "（",
  "、",
  "1",
  "第",
  "一",
  "1%",
  "1.5个",
  "个1",
  "等3个",
  "1个、",
  "网站",
  "О",
  "“",
  "百",
  "a.",
  "www.",

  "2024年1月1日",
  "附件1",
];

test.each(shapes)("100,000 characters of %s are proofread", (shape) => {
  const bytes = wordFile({ body: circularBody(p(shape.repeat(Math.ceil(100_000 / shape.length)))) });
  const { document } = readDocx(bytes, "通报.docx");
  const { diagnostics } = proofread(document!, { file: "通报.docx" });
  expect(diagnostics.map(({ code }) => code)).toContain("proofreading-text-too-long");
});

describe("the part of a paragraph that is checked", () => {
  test("is all of it, up to the limit", () => {
    const text = "字".repeat(longestChecked);
    expect(checkedText(text)).toBe(text);
  });

  test("ends with a sentence, or never within a character", () => {
    expect(checkedText(`${"字".repeat(100)}。${"字".repeat(longestChecked)}`)).toBe(`${"字".repeat(100)}。`);
    expect(checkedText(`a${"𠀀".repeat(longestChecked)}`)).toBe(`a${"𠀀".repeat((longestChecked - 2) / 2)}`);
  });
});
