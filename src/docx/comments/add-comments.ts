import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import { PackageEdit } from "../../openxml/package-edit.js";
import { raisedLimits } from "../../openxml/raised-limits.js";
import { relationshipTypes } from "../../openxml/relationship-reference.js";
import { UnreadablePart } from "../../openxml/unreadable-part.js";
import { scanTags } from "../../openxml/xml-scan.js";
import { defaultDocumentLimits, openDocument } from "../read/open-document.js";
import { StyleSheet } from "../read/style-sheet.js";
import type { CommentAnchors } from "./comment-anchors.js";
import { commentLines } from "./comment-text.js";
import {
  appendComments,
  type CommentAuthor,
  emptyComments,
  highestCommentId,
  type NewComment,
  type WordNames,
  wordNames,
} from "./comments-part.js";
import { findParagraphs } from "./find-paragraphs.js";
import { markRanges, type RangeMarks, type TextPoint } from "./mark-ranges.js";
import type { TextRange } from "./text-range.js";

export interface CommentOptions {
  /** The document as the places of the diagnostics have it. */
  readonly file: string;
  /** Default 核稿. */
  readonly author?: string;
  /** Default: the author. */
  readonly initials?: string;
  /** When the comments were made, as `YYYY-MM-DD`; default: when the document says that it was made. */
  readonly date?: string;
}

/** Comments beyond these make Word slow; the worst findings come first. */
const mostComments = 1000;

/** Comments at the title about what stands elsewhere; more would hide the document. */
const mostAtTitle = 30;

const commentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/** The namespace of strict documents (ISO/IEC 29500-1); the usual form is the transitional one of part 4. */
const strictNamespace = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/**
 * Writes findings into a copy of a .docx as comments at the characters that they are about. Findings without a place in the document,
 * as those of the data, become comments at the title (at the first text if there is no title).
 *
 * ```text
 * bytes ─▶ parts ─┬─ document.xml: marks around the text, runs split where one begins or ends inside ─┐
 *                 ├─ comments.xml: comments that are there, then ours ───────────────────────────────────┼─▶ bytes
 *                 └─ everything else ─────────────────────────────────────── packed bytes as they are ───┘
 * ```
 *
 * The same input gives the same bytes.
 *
 * @param docx ours or anybody's
 * @param anchors of this very file, see `commentAnchors`
 * @param diagnostics in any order
 * @returns the bytes of the copy and how many findings have no comment because there were too many; or why there is no copy: never
 *   throws for bad input
 */
export function addComments(
  docx: Uint8Array,
  anchors: CommentAnchors,
  diagnostics: readonly Diagnostic[],
  options: CommentOptions,
): { readonly bytes: Uint8Array; readonly left: number } | { readonly problem: Diagnostic } {
  let part = "文档";
  try {
    const limits = raisedLimits(defaultDocumentLimits);
    const { mainPart } = openDocument(docx, limits);
    const edit = new PackageEdit(docx, limits);
    part = "文档的正文部件";
    const xml = edit.readXml(mainPart, "document");
    part = "文档的批注部件";
    const related = edit.relationshipsOf(mainPart);
    const known = related.find(({ type, target }) => type === "comments" && edit.has(target))?.target;
    const names = wordNames(xml);
    const comments = known === undefined ? emptyComments(names.namespace) : edit.readXml(known, "comments");
    const author = authorOf(edit, options);
    part = "文档的样式部件";
    const stylesPart = related.find(({ type, target }) => type === "styles" && edit.has(target))?.target;
    const styles = new StyleSheet(stylesPart === undefined ? undefined : edit.originalBytes(stylesPart));

    const { chosen, left } = choose(placed(diagnostics, anchors));
    if (chosen.length === 0) return { bytes: docx, left };
    const wanted = chosen.flatMap(({ range }) => (range === undefined ? [] : [range.start, range.end]));
    const { paragraphs, first } = findParagraphs(xml, styles, new Set(wanted.map(({ paragraph }) => paragraph)));
    if (first === undefined) return { bytes: docx, left: diagnostics.length };
    const beginning: TextRange = {
      start: { paragraph: first.index, offset: 0 },
      end: { paragraph: first.index, offset: first.text.length },
    };
    let id = highestCommentId(comments, xml);
    const written: NewComment[] = [];
    const ranges: RangeMarks[] = [];
    for (const { range, diagnostic, isElsewhere } of inOrder(chosen, beginning)) {
      id += 1;
      const inBox = paragraphs.get(range.start.paragraph)?.host !== undefined;
      const lines = commentLines(diagnostic, options.file, isElsewhere || inBox);
      written.push({ id, lines });
      ranges.push({ ...range, ...marksOf(id, names) });
    }
    edit.write(mainPart, markRanges(xml, names.element, paragraphs, ranges));
    const commentsXml = appendComments(comments, written, author);
    if (known !== undefined) edit.write(known, commentsXml);
    else {
      const folder = mainPart.slice(0, mainPart.lastIndexOf("/") + 1);
      const added = edit.add(`${folder}comments.xml`, commentsType, commentsXml);
      const isStrict = names.namespace === strictNamespace;
      const types = isStrict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : relationshipTypes;
      edit.relate(mainPart, `${types}/comments`, added);
    }
    part = "文档的内部目录";
    return { bytes: edit.pack(), left };
  } catch (problem) {
    if (!(problem instanceof UnreadablePart)) throw problem;
    return { problem: problem.diagnoseAt({ file: options.file }, part, "docx") };
  }
}

function authorOf(edit: PackageEdit, { author = "核稿", initials = author, date }: CommentOptions): CommentAuthor {
  const made = date ?? dateOf(edit);
  return { name: author, initials, date: made?.includes("T") === false ? `${made}T00:00:00Z` : made };
}

/** When the document says that it was made (`dcterms:created` of its core properties); `undefined` if it says nothing usable. */
function dateOf(edit: PackageEdit): string | undefined {
  const part = edit.relationshipsOf("").find(({ type }) => type === "core-properties")?.target;
  if (part === undefined || !edit.has(part)) return undefined;
  const xml = edit.readXml(part, "coreProperties");
  let start = 0;
  let created: string | undefined;
  scanTags(xml, (tag) => {
    if (tag.name !== "created") return;
    if (tag.kind === "open") start = tag.end;
    else if (tag.kind === "close") created = xml.slice(start, tag.start).trim();
  });
  return created !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u.test(created) ? created : undefined;
}

interface PlacedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly range: TextRange | undefined;
  /** The comment does not stand where the finding is. */
  readonly isElsewhere: boolean;
  readonly isAtTitle: boolean;
}

function placed(diagnostics: readonly Diagnostic[], { rangeOf, near, title }: CommentAnchors): PlacedDiagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { spot } = diagnostic.place;
    const exact = spot === undefined ? undefined : rangeOf(spot);
    const range = exact ?? (spot === undefined ? undefined : near(spot));
    return { diagnostic, range: range ?? title, isElsewhere: exact === undefined, isAtTitle: range === undefined };
  });
}

const mildness: Record<Severity, number> = { error: 0, warning: 1, hint: 2 };

function choose(all: readonly PlacedDiagnostic[]): { chosen: readonly PlacedDiagnostic[]; left: number } {
  const worstFirst = [...all].sort((a, b) => mildness[a.diagnostic.severity] - mildness[b.diagnostic.severity]);
  let atTitle = 0;
  const chosen = worstFirst
    .filter(({ isAtTitle }) => {
      if (isAtTitle) atTitle += 1;
      return !isAtTitle || atTitle <= mostAtTitle;
    })
    .slice(0, mostComments);
  return { chosen, left: all.length - chosen.length };
}

/** As they stand in the document; at one place the worst first. */
function inOrder(
  chosen: readonly PlacedDiagnostic[],
  beginning: TextRange,
): (PlacedDiagnostic & { readonly range: TextRange })[] {
  return chosen
    .map((one) => ({ ...one, range: one.range ?? beginning }))
    .sort((a, b) => comparePoints(a.range.start, b.range.start) || comparePoints(a.range.end, b.range.end));
}

function comparePoints(left: TextPoint, right: TextPoint): number {
  return left.paragraph - right.paragraph || left.offset - right.offset;
}

/** The marks of a comment's range, and its reference behind it in the look of the text (ISO/IEC 29500-1, 17.13.4). */
function marksOf(id: number, names: WordNames): Pick<RangeMarks, "startMark" | "endMark"> {
  const { element: e, attribute: a, declaration } = names;
  const attribute = `${declaration} ${a}id="${String(id)}"`;
  return {
    startMark: `<${e}commentRangeStart${attribute}/>`,
    endMark: (runProperties) =>
      `<${e}commentRangeEnd${attribute}/><${e}r>${withoutChange(runProperties)}<${e}commentReference${attribute}/></${e}r>`,
  };
}

/** The look without the record of how it was before. */
function withoutChange(runProperties: string): string {
  return runProperties.replace(/<(?<name>(?:[\w.-]+:)?rPrChange)\b[^]*<\/\k<name>\s*>/u, "");
}
