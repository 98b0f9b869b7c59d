import { parseCellReference } from "../../input/xlsx/cell-reference.js";
import { isTrue } from "../../openxml/xml-events.js";
import { attributesOf, scanTags, type XmlElement, type XmlTag } from "../../openxml/xml-scan.js";

/** A `<c>` by its first tag. */
interface FoundCell {
  readonly column: number;
  readonly tag: XmlTag;
}

/** A `<row>` with its cells, of which a damaged file may have several with one number. */
export interface FoundRow {
  readonly tag: XmlTag;
  /** Where further cells go; of no use if the row is empty. */
  readonly contentEnd: number;
  readonly cells: readonly FoundCell[];
}

/** Where the things stand in a sheet's XML that marking cells has to do with. Rows and columns count from 0. */
export interface SheetOutline {
  /** The rows asked for. */
  readonly rows: ReadonlyMap<number, readonly FoundRow[]>;
  /** The place before the first row below the given one, in the order of the file; behind the last row if there is none. */
  readonly insertionPointBelow: (row: number) => number;
  readonly sheetData: XmlElement;
  /** In points, of rows that say so; 0 if hidden. */
  readonly rowHeights: ReadonlyMap<number, number>;
}

/**
 * Finds rows and cells as the reader counts them: without `r`, each follows the one before.
 *
 * @param xml of a well-formed worksheet part
 * @param sheetData its element
 * @param wanted rows of which the cells are wanted
 */
export function outlineSheet(xml: string, sheetData: XmlElement, wanted: ReadonlySet<number>): SheetOutline {
  const rows = new Map<number, FoundRow[]>();
  const rowHeights = new Map<number, number>();
  /** Of all rows, in the order of the file. */
  const numbers: number[] = [];
  const starts: number[] = [];
  let row = -1;
  let column = -1;
  let rowTag: XmlTag | undefined;
  let saysNumber = false;
  let cells: FoundCell[] = [];
  const closeRow = (contentEnd: number): void => {
    if (rowTag === undefined) return;
    numbers.push(row);
    starts.push(rowTag.start);
    if (wanted.has(row)) {
      const found = rows.get(row) ?? [];
      rows.set(row, found);
      found.push({ tag: rowTag, contentEnd, cells });
    }
    rowTag = undefined;
  };
  scanTags(xml, (tag) => {
    if (tag.start < sheetData.open.end || tag.end > sheetData.end) return;
    if (tag.depth === 2 && tag.name === "row") {
      if (tag.kind === "close") {
        closeRow(tag.start);
        return;
      }
      const attributes = attributesOf(xml.slice(tag.start, tag.end));
      const number = attributes.get("r");
      saysNumber = number !== undefined;
      row = number === undefined ? row + 1 : Number(number) - 1;
      const height = isTrue(attributes.get("hidden")) ? 0 : Number(attributes.get("ht"));
      if (attributes.has("ht") || height === 0) rowHeights.set(row, height);
      column = -1;
      cells = [];
      rowTag = tag;
      if (tag.kind === "empty") closeRow(tag.end);
    } else if (tag.depth === 3 && tag.name === "c" && tag.kind !== "close" && rowTag !== undefined) {
      if (saysNumber && !wanted.has(row)) return;
      const reference = attributesOf(xml.slice(tag.start, tag.end)).get("r");
      const position = reference === undefined ? undefined : parseCellReference(reference);
      column = position?.column ?? column + 1;
      if (position !== undefined && !saysNumber && cells.length === 0) row = position.row;
      cells.push({ column, tag });
    }
  });
  const dataEnd = sheetData.open.kind === "empty" ? sheetData.open.end : xml.lastIndexOf("</", sheetData.end - 1);
  return {
    rows,
    rowHeights,
    sheetData,
    insertionPointBelow: (above) => starts[firstGreater(numbers, above)] ?? dataEnd,
  };
}

/** Index of the first number greater than the given one. Rows ascend in every file that Excel opens without repairing it. */
function firstGreater(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
