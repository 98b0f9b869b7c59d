import type { Spot } from "../document/place.js";
import { plainText, type CircularDocument, type Inline } from "../document/tree.js";

/** The words around a place in a draft. */
export interface Quote {
  readonly before: string;
  /** What the finding is about; empty for a place between two characters. */
  readonly marked: string;
  readonly after: string;
}

/** So many characters on either side are enough to find the sentence. */
const context = 24;
const longestMark = 120;

/** @returns `undefined` if the spot leads to no text, or if what is marked is all there is and nothing would be added */
export function quoteAt(document: CircularDocument, spot: Spot | undefined): Quote | undefined {
  const text = spot === undefined ? undefined : textAt(document, spot.path);
  if (spot === undefined || text === undefined || text === "") return undefined;
  const start = Math.min(Math.max(spot.start, 0), text.length);
  const end = Math.min(Math.max(spot.end, start), text.length);
  const marked = text.slice(start, end);
  const before = text.slice(0, start);
  const after = text.slice(end);
  return {
    before: before.length > context ? `…${wholeFrom(before, before.length - context)}` : before,
    marked: marked.length > longestMark ? `${wholeTo(marked, longestMark)}…` : marked,
    after: after.length > context ? `${wholeTo(after, context)}…` : after,
  };
}

function textAt(document: CircularDocument, path: Spot["path"]): string | undefined {
  let node: unknown = document;
  for (const key of path) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return undefined;
    node = (node as Readonly<Record<string | number, unknown>>)[key];
  }
  if (typeof node === "string") return node;
  if (isInlines(node)) return plainText(node);
  if (typeof node === "object" && node !== null && "children" in node && isInlines(node.children)) {
    return plainText(node.children);
  }
  return undefined;
}

function isInlines(node: unknown): node is readonly Inline[] {
  if (!Array.isArray(node)) return false;
  return (node as readonly unknown[]).every(
    (child) => typeof child === "object" && child !== null && "value" in child && typeof child.value === "string",
  );
}

/** The end of a text from a position on, not beginning with half a character. */
function wholeFrom(text: string, position: number): string {
  return text.slice(position).replace(/^[\udc00-\udfff]/, "");
}

function wholeTo(text: string, position: number): string {
  return text.slice(0, position).replace(/[\ud800-\udbff]$/, "");
}
