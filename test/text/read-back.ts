import type { TableColumn, TableRow } from "../../src/document/tree.js";

/*
 * Reads lines of the review text back. Only tests do this: what can be read back in one way only is unambiguous.
 */

/** What a line says about one cell. */
export interface ReadCell {
  /** The columns that it covers. */
  readonly from: number;
  readonly to: number;
  readonly continued: boolean;
  readonly align?: string;
  /** Undefined where the line leaves the value out. */
  readonly value?: string;
}

/** The original of what `visible` and `visibleName` wrote. */
export function unescape(written: string): string {
  return written.replace(/\\(.)|⟨U\+([0-9A-F]+)⟩|↵/gsu, (_all, literal?: string, point?: string) => {
    if (literal !== undefined) return literal;
    return point === undefined ? "\n" : String.fromCodePoint(parseInt(point, 16));
  });
}

/** Cuts at every separator that is not escaped. */
export function split(written: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < written.length; index += 1) {
    if (written[index] === "\\") index += 1;
    else if (written.startsWith(separator, index)) {
      parts.push(written.slice(start, index));
      start = index + separator.length;
      index = start - 1;
    }
  }
  parts.push(written.slice(start));
  return parts;
}

/** The cells of `列名：值｜列名：值`, in a table with these columns. */
export function readCells(line: string, columns: readonly TableColumn[]): ReadCell[] {
  return split(line, "｜").map((pair) => {
    const [name = "", ...values] = split(pair, "：");
    const aligned = /^(.*)〔(左|居中|右)〕$/su.exec(name);
    const unaligned = aligned?.[1] ?? name;
    const continued = split(unaligned, "↑").length > 1;
    const [first = "", last = first] = split(continued ? unaligned.slice(0, -1) : unaligned, "→");
    return {
      from: findColumn(first, columns),
      to: findColumn(last, columns),
      continued,
      ...(aligned === null ? {} : { align: aligned[2] ?? "" }),
      ...(values.length === 0 ? {} : { value: unescape(values.join("：")) }),
    };
  });
}

function findColumn(written: string, columns: readonly TableColumn[]): number {
  const [name = "", position] = split(written, "〔第");
  if (position !== undefined) return parseInt(position) - 1;
  return columns.findIndex((column) => column.name === unescape(name));
}

/** The same about the rows themselves. */
export function expectedCells(rows: readonly TableRow[]): ReadCell[][] {
  const open: ({ rowsLeft: number; cell: ReadCell } | undefined)[] = [];
  return rows.map((row) => {
    const read: ReadCell[] = [];
    row.cells.forEach((cell, from) => {
      const above = open[from];
      if (cell === null) {
        if (above === undefined || above.rowsLeft === 0) return;
        above.rowsLeft -= 1;
        read.push(above.cell);
        return;
      }
      const {
        children,
        columnSpan = 1,
        rowSpan = 1,
        align,
      } = typeof cell === "string" ? { children: [{ value: cell }] } : cell;
      const value = children.map((child) => child.value).join("");
      const begun = { from, to: from + columnSpan - 1, continued: false, value };
      read.push(align === undefined ? begun : { ...begun, align: { left: "左", centre: "居中", right: "右" }[align] });
      open[from] = { rowsLeft: rowSpan - 1, cell: { ...begun, continued: true } };
    });
    return read;
  });
}
