import type { CircularDocument } from "../../document/tree.js";
import type { Piece, PlacedText } from "./placed-text.js";

type Path = readonly (string | number)[];

/**
 * Where the texts of a document tree stand in the file that it was read from.
 *
 * Texts are found by their paths in the tree, as in `Spot.path`: arrays of inline nodes, cells, and strings such as labels. Cells of
 * ordinary tables take four bytes each.
 */
export class Anchors {
  private readonly texts = new Map<string, readonly Piece[]>();
  private readonly tables = new Map<string, TableAnchors>();

  /**
   * The pieces of document.xml that print a text, in order; characters that no piece covers are not stored in it (numbers that Word
   * prints, line breaks between paragraphs). `undefined` if there is no text at the path or it is not in document.xml.
   */
  piecesAt(path: Path): readonly Piece[] | undefined {
    const cells = path.length - 4;
    if (path[cells + 2] === "cells") {
      const table = this.tables.get(keyOf(path.slice(0, cells)));
      const part = path[cells];
      if (table !== undefined && (part === "headerRows" || part === "rows")) {
        return table.piecesAt(part, Number(path[cells + 1]), Number(path[cells + 3]));
      }
    }
    return this.texts.get(keyOf(path));
  }

  addText(path: Path, pieces: readonly Piece[]): void {
    if (pieces.length > 0) this.texts.set(keyOf(path), pieces);
  }

  addTable(path: Path, table: TableAnchors): void {
    this.tables.set(keyOf(path), table);
  }
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

/** The anchors of a table's cells: for nearly all of them the number of one paragraph is enough. */
export class TableAnchors {
  private readonly paragraphs: Int32Array;
  private readonly special = new Map<number, readonly Piece[]>();

  constructor(
    private readonly headerRowCount: number,
    rowCount: number,
    private readonly columnCount: number,
  ) {
    this.paragraphs = new Int32Array((headerRowCount + rowCount) * columnCount).fill(-1);
  }

  /**
   * @param row counted through header rows and rows
   * @param length of the cell's text
   */
  set(row: number, column: number, pieces: readonly Piece[], length: number): void {
    const index = row * this.columnCount + column;
    const [only] = pieces;
    if (only === undefined) return;
    const isPlain = pieces.length === 1 && only.start === 0 && only.offset === 0 && only.end === length;
    if (isPlain) this.paragraphs[index] = only.paragraph;
    else this.special.set(index, pieces);
  }

  piecesAt(part: "headerRows" | "rows", row: number, column: number): readonly Piece[] | undefined {
    const index = ((part === "rows" ? this.headerRowCount : 0) + row) * this.columnCount + column;
    const special = this.special.get(index);
    if (special !== undefined) return special;
    const paragraph = this.paragraphs[index] ?? -1;
    // The length is that of the cell's text, which the caller has.
    return paragraph < 0 ? undefined : [{ start: 0, end: Number.MAX_SAFE_INTEGER, paragraph, offset: 0 }];
  }
}

/** Remembers where texts come from while a tree is built; their paths are known only when it is complete. */
export class AnchorRecorder {
  private readonly byObject = new Map<object, readonly Piece[]>();
  private readonly byField = new Map<object, [field: string | number, pieces: readonly Piece[]][]>();
  private readonly byTable = new Map<object, TableAnchors>();

  /** An array of inline nodes. */
  inlines(array: object, { pieces }: PlacedText): void {
    this.byObject.set(array, pieces);
  }

  /** A string in a field of a node, or in an array of strings. */
  field(owner: object, field: string | number, { pieces }: PlacedText): void {
    this.byField.set(owner, [...(this.byField.get(owner) ?? []), [field, pieces]]);
  }

  table(table: object, anchors: TableAnchors): void {
    this.byTable.set(table, anchors);
  }

  finish(document: CircularDocument): Anchors {
    const anchors = new Anchors();
    const visit = (node: unknown, path: Path): void => {
      if (typeof node !== "object" || node === null) return;
      const table = this.byTable.get(node);
      if (table !== undefined) {
        anchors.addTable(path, table);
        return;
      }
      const pieces = this.byObject.get(node);
      if (pieces !== undefined) anchors.addText(path, pieces);
      for (const [field, own] of this.byField.get(node) ?? []) anchors.addText([...path, field], own);
      for (const [key, child] of Object.entries(node)) visit(child, [...path, Array.isArray(node) ? Number(key) : key]);
    };
    visit(document.children, ["children"]);
    return anchors;
  }
}
