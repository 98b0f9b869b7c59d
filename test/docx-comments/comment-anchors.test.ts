import { expect, test } from "vitest";
import type { Spot } from "../../src/document/place.js";
import { text, type CircularDocument } from "../../src/document/tree.js";
import { commentAnchors } from "../../src/docx/comments/comment-anchors.js";
import { rangeIn } from "../../src/docx/comments/text-range.js";
import type { Piece } from "../../src/docx/read/placed-text.js";
import { at } from "./commented.js";

const pieces: readonly Piece[] = [
  { start: 2, end: 5, paragraph: 3, offset: 10 },
  { start: 6, end: 9, paragraph: 4, offset: 0 },
];

test("characters of a text are found in the paragraphs that store them", () => {
  expect(rangeIn(pieces, 2, 4)).toEqual(at(3, 10, 12));
  expect(rangeIn(pieces, 4, 8)).toEqual({ start: { paragraph: 3, offset: 12 }, end: { paragraph: 4, offset: 2 } });
  expect(rangeIn(pieces, 0, 3)).toEqual(at(3, 10, 11));
  expect(rangeIn(pieces, 0, Number.MAX_SAFE_INTEGER)).toEqual({
    start: { paragraph: 3, offset: 10 },
    end: { paragraph: 4, offset: 3 },
  });
});

test("characters that are not stored are found at what is stored next to them", () => {
  expect(rangeIn(pieces, 0, 1)).toEqual(at(3, 10, 10));
  expect(rangeIn(pieces, 5, 6)).toEqual(at(3, 13, 13));
  expect(rangeIn(pieces, 20, 21)).toEqual(at(4, 3, 3));
  expect(rangeIn([], 0, 1)).toBeUndefined();
});

test("a spot that is nowhere itself is near other text of its element", () => {
  const document = {
    type: "document",
    children: [
      { type: "title", lines: [[text("关于")], [text("通报")]] },
      { type: "heading", level: 1, ordinal: 1, label: "一、", children: [text("情况")] },
    ],
  } as unknown as CircularDocument;
  const known = new Map<string, readonly Piece[]>([
    [JSON.stringify(["children", 0, "lines", 0]), [{ start: 0, end: 2, paragraph: 0, offset: 0 }]],
    [JSON.stringify(["children", 0, "lines", 1]), [{ start: 0, end: 2, paragraph: 1, offset: 0 }]],
    [JSON.stringify(["children", 1, "children"]), [{ start: 0, end: 2, paragraph: 2, offset: 0 }]],
  ]);
  const piecesAt = (path: Spot["path"]): readonly Piece[] | undefined => known.get(JSON.stringify(path));
  const anchors = commentAnchors({ document, anchors: { piecesAt } });
  const label: Spot = { path: ["children", 1, "label"], start: 0, end: 2 };
  expect(anchors.rangeOf(label)).toBeUndefined();
  expect(anchors.near(label)).toEqual(at(2, 0, 2));
  expect(anchors.near({ path: ["properties", "date"], start: 0, end: 1 })).toBeUndefined();
  expect(anchors.title).toEqual({ start: { paragraph: 0, offset: 0 }, end: { paragraph: 1, offset: 2 } });
});
