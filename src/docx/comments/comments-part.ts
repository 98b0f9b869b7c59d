import { appendChild } from "../../openxml/package-edit.js";
import { attributesOf, namespaceOfRoot, outlineOf, prefixBoundTo, scanTags } from "../../openxml/xml-scan.js";
import { escapeXml } from "../xml.js";

/** One comment as it is written into the part of comments. */
export interface NewComment {
  readonly id: number;
  /** One paragraph each; the first is set bold. */
  readonly lines: readonly string[];
}

/** Who comments, and when. */
export interface CommentAuthor {
  readonly name: string;
  readonly initials: string;
  /** `YYYY-MM-DDThh:mm:ssZ`; without it comments have no date. */
  readonly date: string | undefined;
}

/** How a part writes the names of WordprocessingML. */
export interface WordNames {
  /** The namespace itself: the strict form has another one than the usual. */
  readonly namespace: string;
  /** In front of the names of elements, with its colon. */
  readonly element: string;
  /** In front of the names of attributes, with its colon. */
  readonly attribute: string;
  /** Declares the latter where the part itself does not. */
  readonly declaration: string;
}

const longestBeginning = 64 * 1024;

/** Takes from the root element of a part how it writes names. */
export function wordNames(xml: string): WordNames {
  // The root's own tag stands at the beginning; the rest may be long.
  const beginning = xml.slice(0, longestBeginning);
  const { root, prefix } = outlineOf(beginning);
  const tag = beginning.slice(root.open.start, root.open.end);
  const namespace = namespaceOfRoot(tag, prefix) ?? "";
  if (prefix !== "") return { namespace, element: prefix, attribute: prefix, declaration: "" };
  // Attributes are in no namespace unless they have a prefix.
  const bound = prefixBoundTo(tag, namespace);
  return bound === undefined
    ? { namespace, element: prefix, attribute: "w:", declaration: ` xmlns:w="${namespace}"` }
    : { namespace, element: prefix, attribute: bound, declaration: "" };
}

/** The part of a document that has no comments yet. */
export function emptyComments(namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}"/>`;
}

/** The highest id of a comment in the part of comments or in the document, -1 if there is none. */
export function highestCommentId(...parts: readonly string[]): number {
  const carriers = new Set(["comment", "commentRangeStart", "commentRangeEnd", "commentReference"]);
  let highest = -1;
  for (const xml of parts) {
    if (!/<(?:[\w.-]+:)?comment/u.test(xml)) continue;
    scanTags(xml, (tag) => {
      if (tag.kind === "close" || !carriers.has(tag.name)) return;
      for (const [name, value] of attributesOf(xml.slice(tag.start, tag.end))) {
        if (/(?:^|:)id$/u.test(name) && /^\d{1,9}$/u.test(value)) highest = Math.max(highest, Number(value));
      }
    });
  }
  return highest;
}

/** Adds comments to the part of comments (ISO/IEC 29500-1, 17.13.4); those that it has stay as they are. */
export function appendComments(xml: string, comments: readonly NewComment[], author: CommentAuthor): string {
  const names = wordNames(xml);
  return appendChild(xml, comments.map((comment) => commentXml(comment, author, names)).join(""));
}

function commentXml({ id, lines }: NewComment, { name, initials, date }: CommentAuthor, names: WordNames): string {
  const { element: e, attribute: a, declaration } = names;
  const dated = date === undefined ? "" : ` ${a}date="${escapeXml(date)}"`;
  const head = `${e}comment${declaration} ${a}id="${String(id)}" ${a}author="${escapeXml(name)}"${dated} ${a}initials="${escapeXml(initials)}"`;
  return `<${head}>${lines.map((line, index) => lineXml(line, index === 0, names)).join("")}</${e}comment>`;
}

/** The body's style, which comments otherwise have, may be indented and set large: these are 小五 and flush left. */
function lineXml(line: string, bold: boolean, { element: e, attribute: a }: WordNames): string {
  const indents = ["left", "right", "firstLineChars", "firstLine"].map((name) => ` ${a}${name}="0"`).join("");
  const spacing = `<${e}spacing ${a}before="0" ${a}after="0" ${a}line="240" ${a}lineRule="auto"/>`;
  const properties = `<${e}pPr>${spacing}<${e}ind${indents}/><${e}jc ${a}val="left"/></${e}pPr>`;
  const fonts = `<${e}rFonts ${a}hint="eastAsia" ${a}ascii="宋体" ${a}hAnsi="宋体" ${a}eastAsia="宋体"/>`;
  const look = `<${e}rPr>${fonts}${bold ? `<${e}b/>` : ""}<${e}sz ${a}val="18"/><${e}szCs ${a}val="18"/></${e}rPr>`;
  const text = line
    .split(/\r\n|[\r\n\v\f]/u)
    .map((part) => `<${e}t xml:space="preserve">${escapeXml(part)}</${e}t>`)
    .join(`<${e}br/>`);
  return `<${e}p>${properties}<${e}r>${look}${text}</${e}r></${e}p>`;
}
