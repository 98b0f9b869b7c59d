import { strFromU8, unzipSync } from "fflate";
import { expect } from "vitest";
import type { Diagnostic, Severity } from "../../src/diagnostics/diagnostic.js";
import { addComments, type CommentOptions } from "../../src/docx/comments/add-comments.js";
import type { CommentAnchors } from "../../src/docx/comments/comment-anchors.js";
import type { TextRange } from "../../src/docx/comments/text-range.js";
import { findAll, parseXml, readParts, type XmlElement } from "../docx/xml-tree.js";

export const file = "稿.docx";

/** A finding at a spot whose path is nothing but a number, by which `anchorsAt` knows it. */
export function finding(number: number, more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: "test-rule",
    severity: "error",
    place: { file, part: `第${String(number)}处`, spot: { path: [number], start: 0, end: 0 } },
    message: `这里不对${String(number)}`,
    ...more,
  };
}

export function withSeverity(number: number, severity: Severity): Diagnostic {
  return finding(number, { severity });
}

/** Some characters of one paragraph. */
export function at(paragraph: number, start: number, end: number): TextRange {
  return { start: { paragraph, offset: start }, end: { paragraph, offset: end } };
}

export function anchorsAt(ranges: readonly (TextRange | undefined)[], title?: TextRange): CommentAnchors {
  return { rangeOf: ({ path }) => ranges[Number(path[0])], near: () => undefined, title };
}

/** The copy with comments, in parts as text. */
export function comment(
  docx: Uint8Array,
  ranges: readonly (TextRange | undefined)[],
  diagnostics: readonly Diagnostic[] = ranges.map((_, index) => finding(index)),
  more: Partial<CommentOptions> & { readonly title?: TextRange } = {},
): { readonly bytes: Uint8Array; readonly parts: Record<string, string>; readonly left: number } {
  const { title, ...options } = more;
  const result = addComments(docx, anchorsAt(ranges, title), diagnostics, { file, ...options });
  if ("problem" in result) throw new Error(result.problem.message);
  return { ...result, parts: readParts(result.bytes) };
}

/** The texts of the comments by id, a line per paragraph. */
export function commentTexts(parts: Record<string, string>): Record<string, string> {
  const comments = findAll(parseXml(parts["word/comments.xml"]!), "w:comment");
  return Object.fromEntries(
    comments.map((element) => [
      element.attributes["w:id"]!,
      findAll(element, "w:p")
        .map((line) => findAll(line, "w:t").map(characters).join(""))
        .join("\n"),
    ]),
  );
}

/** What `w:t` of document.xml say between the two marks of each comment; also checks that marks and references come in pairs. */
export function markedTexts(parts: Record<string, string>): Record<string, string> {
  const marked: Record<string, string> = {};
  const open = new Set<string>();
  const referred = new Set<string>();
  const walk = (element: XmlElement): void => {
    const id = element.attributes["w:id"] ?? "";
    if (element.name === "w:commentRangeStart") {
      expect(marked).not.toHaveProperty(id);
      marked[id] = "";
      open.add(id);
    } else if (element.name === "w:commentRangeEnd") {
      expect(open.delete(id), `end of ${id} without start`).toBe(true);
    } else if (element.name === "w:commentReference") {
      expect(referred.has(id)).toBe(false);
      expect(open.has(id)).toBe(false);
      referred.add(id);
    }
    if (element.name === "w:t") for (const one of open) marked[one] = `${marked[one] ?? ""}${characters(element)}`;
    for (const child of element.children) if (typeof child !== "string") walk(child);
  };
  walk(parseXml(parts["word/document.xml"]!));
  expect([...open]).toEqual([]);
  expect([...referred].sort()).toEqual(Object.keys(marked).sort());
  expect(Object.keys(commentTexts(parts)).sort()).toEqual(Object.keys(marked).sort());
  return marked;
}

/** The bytes of each entry once unpacked, as text. */
export function entries(docx: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes, true)]));
}

function characters({ children }: XmlElement): string {
  return children.filter((child): child is string => typeof child === "string").join("");
}
