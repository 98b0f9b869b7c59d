import type { Spot } from "../../document/place.js";
import type { CircularDocument } from "../../document/tree.js";
import type { Piece } from "../read/placed-text.js";
import { rangeIn, type TextRange } from "./text-range.js";

/** Where the characters of a document tree stand in the file that it was read from. */
export interface CommentAnchors {
  /** `undefined` if the spot is in no paragraph of document.xml. */
  readonly rangeOf: (spot: Spot) => TextRange | undefined;
  /** Something of the same element, for a spot that is nowhere itself, such as a number that Word prints. */
  readonly near: (spot: Spot) => TextRange | undefined;
  /** The title, for comments that have no place of their own; `undefined` if there is none. */
  readonly title: TextRange | undefined;
}

/** A document that was read from a .docx, as far as comments need it. */
export interface ReadDocument {
  readonly document: CircularDocument;
  readonly anchors: { readonly piecesAt: (path: Spot["path"]) => readonly Piece[] | undefined };
}

/** What an element has for text, by the keys that lead to it. */
const texts: readonly Spot["path"][] = [
  ["children"],
  ["name"],
  ["title", 0],
  ["lines", 0],
  ["items", 0, "name"],
  ["mark", 0],
];

/** Turns what the reader says of paths into ranges of the file. */
export function commentAnchors({ document, anchors }: ReadDocument): CommentAnchors {
  const wholeAt = (path: Spot["path"]): TextRange | undefined => {
    const pieces = anchors.piecesAt(path);
    return pieces === undefined ? undefined : rangeIn(pieces, 0, Number.MAX_SAFE_INTEGER);
  };
  const titleIndex = document.children.findIndex(({ type }) => type === "title");
  const title = document.children[titleIndex];
  const lines =
    title?.type === "title" ? title.lines.map((_, line) => wholeAt(["children", titleIndex, "lines", line])) : [];
  const first = lines.find((line) => line !== undefined);
  const last = lines.findLast((line) => line !== undefined);
  return {
    rangeOf: ({ path, start, end }) => {
      const pieces = anchors.piecesAt(path);
      return pieces === undefined ? undefined : rangeIn(pieces, start, end);
    },
    near: ({ path }) => {
      for (let length = path.length - 1; length >= 2; length -= 1) {
        for (const text of texts) {
          const range = wholeAt([...path.slice(0, length), ...text]);
          if (range !== undefined) return range;
        }
      }
      return undefined;
    },
    title: first === undefined || last === undefined ? undefined : { start: first.start, end: last.end },
  };
}
