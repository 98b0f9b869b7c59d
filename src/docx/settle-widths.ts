import type { AttachmentBlock, CircularDocument, Table } from "../document/tree.js";

/** In twips, 0.07 mm: programs round widths on every save, nobody sees it. */
const tolerance = 4;

/**
 * A draft with the column widths of another one where they are the same but for rounding.
 *
 * LibreOffice makes columns of 1895, 1895 twips 1894, 1896 when it saves a file in which nothing was changed. Tables are recognised by
 * the names of their columns, wherever they stand.
 *
 * @param document read from a file, so that its widths are in twips
 * @param reference the draft that it will be compared with, likewise
 */
export function settleWidths(document: CircularDocument, reference: CircularDocument): CircularDocument {
  const known = new Map<string, Table[]>();
  for (const table of tablesOf(reference)) {
    const tables = known.get(namesOf(table));
    if (tables === undefined) known.set(namesOf(table), [table]);
    else tables.push(table);
  }
  const settled = (block: AttachmentBlock): AttachmentBlock => {
    if (block.type !== "table") return block;
    const like = known.get(namesOf(block))?.find((table) => isNear(block, table));
    if (like === undefined) return block;
    const columns = block.columns.map((column, index) => ({
      ...column,
      width: like.columns[index]?.width ?? column.width,
    }));
    return { ...block, columns };
  };
  const children = document.children.map((block) =>
    block.type === "attachment" ? { ...block, children: block.children.map(settled) } : block,
  );
  return { ...document, children };
}

function tablesOf({ children }: CircularDocument): Table[] {
  return children.flatMap((block) =>
    block.type === "attachment" ? block.children.filter((child) => child.type === "table") : [],
  );
}

function namesOf({ columns }: Table): string {
  return JSON.stringify(columns.map(({ name }) => name));
}

function isNear(one: Table, other: Table): boolean {
  return one.columns.every(({ width }, index) => Math.abs(width - (other.columns[index]?.width ?? 0)) <= tolerance);
}
