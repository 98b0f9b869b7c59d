import { cellText, plainText, type CircularDocument, type Inline, type TableRow } from "../../src/document/tree.js";

/**
 * What a reader of the printed circular could tell, as plain data: two documents print differently exactly if this differs.
 * It leaves out where values came from, and everything that can be said in two ways is said in one.
 */
export function printedForm(document: CircularDocument): unknown {
  return JSON.parse(
    JSON.stringify(document, (key, value: unknown) => {
      // Provenance; the place of a heading, which its printed number shows; the columns that only a comparison uses.
      if (["provenance", "dataset", "source", "key", "ordinal"].includes(key)) return undefined;
      if (key === "cells") return (value as TableRow["cells"]).map(printedCell);
      return isInlines(value) ? plainText(value) || [] : value;
    }),
  );
}

function printedCell(cell: TableRow["cells"][number]): unknown {
  if (cell === null) return null;
  const { columnSpan = 1, rowSpan = 1, align = "as its column" } = typeof cell === "string" ? {} : cell;
  return { words: cellText(cell), columnSpan, rowSpan, align };
}

function isInlines(value: unknown): value is readonly Inline[] {
  return Array.isArray(value) && value.length > 0 && value.every(isInline);
}

function isInline(child: unknown): child is Inline {
  return (
    typeof child === "object" && child !== null && "type" in child && (child.type === "text" || child.type === "value")
  );
}
