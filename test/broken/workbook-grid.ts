import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parse } from "yaml";
import type { CellContent, Change } from "./case-file.js";

/** A workbook before it is written: what each sheet holds, row by row. */
export type WorkbookGrid = Map<string, SheetGrid>;

export interface SheetGrid {
  readonly rows: CellContent[][];
  readonly merged: string[];
  readonly hiddenRows: number[];
  /** Values under merged cells, by address. */
  readonly covered: Map<string, string>;
  hidden: boolean;
}

/** Reads `base/workbook.yaml`. */
export function readGrid(text: string): WorkbookGrid {
  const sheets = parse(text) as Record<string, { rows: CellContent[][]; merged?: string[] }>;
  return new Map(
    Object.entries(sheets).map(([name, { rows, merged = [] }]) => [
      name,
      { rows, merged, hiddenRows: [], covered: new Map(), hidden: false },
    ]),
  );
}

/** Changes the grid; `false` if the change is none of a workbook. */
export function changeGrid(grid: WorkbookGrid, change: Change): boolean {
  if ("cell" in change) {
    const { sheet, row, column, address } = parseAddress(change.cell);
    const target = sheetOf(grid, sheet);
    if ("hides" in change) target.covered.set(address, change.hides);
    else {
      while (target.rows.length <= row) target.rows.push([]);
      const cells = target.rows[row]!;
      while (cells.length <= column) cells.push(null);
      cells[column] = change.to;
    }
    return true;
  }
  if (!("sheet" in change)) return false;
  const sheet = sheetOf(grid, change.sheet);
  if ("renamed" in change) rename(grid, change.sheet, change.renamed);
  else if ("removed" in change) grid.delete(change.sheet);
  else if ("hidden" in change) sheet.hidden = true;
  else if ("copiedAs" in change) grid.set(change.copiedAs, structuredClone(sheet));
  else if ("merged" in change) sheet.merged.push(change.merged);
  else if ("rowHidden" in change) sheet.hiddenRows.push(change.rowHidden);
  else if ("rowInserted" in change) {
    const { at, cells } = change.rowInserted;
    sheet.rows.splice(at - 1, 0, cells);
    sheet.merged.splice(0, Infinity, ...sheet.merged.map((range) => shiftedDown(range, at)));
  } else if ("rowsRemoved" in change) {
    const [from, to] = change.rowsRemoved;
    sheet.rows.splice(from - 1, to - from + 1);
    sheet.merged.length = 0;
  } else {
    const { column } = parseAddress(`${change.sheet}!${change.columnRemoved}1`);
    for (const row of sheet.rows) if (row.length > column) row.splice(column, 1);
    sheet.merged.length = 0;
  }
  return true;
}

/** Writes the grid as an .xlsx file. */
export async function writeGrid(grid: WorkbookGrid): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, { rows, merged, hiddenRows, hidden }] of grid) {
    const sheet = workbook.addWorksheet(name, { state: hidden ? "hidden" : "visible" });
    rows.forEach((cells, row) => {
      cells.forEach((content, column) => {
        if (content === null) return;
        const cell = sheet.getCell(row + 1, column + 1);
        cell.value = cellValue(content);
        if (typeof content === "object" && "date" in content) cell.numFmt = "yyyy-mm-dd";
        if (typeof content === "object" && "time" in content) cell.numFmt = "h:mm";
      });
    });
    for (const range of merged) sheet.mergeCells(range);
    for (const row of hiddenRows) sheet.getRow(row).hidden = true;
  }
  return withCoveredValues(new Uint8Array(await workbook.xlsx.writeBuffer()), grid);
}

function cellValue(content: Exclude<CellContent, null>): ExcelJS.CellValue {
  if (typeof content !== "object") return content;
  if ("time" in content) return content.time;
  if ("error" in content) return { error: content.error as ExcelJS.CellErrorValue["error"] };
  if ("date" in content) {
    const [year = 0, month = 1, day = 1] = content.date.split("-").map(Number);
    return new Date(Date.UTC(year, month - 1, day));
  }
  const { formula, result } = content;
  return result === undefined ? { formula } : { formula, result };
}

/** ExcelJS clears cells that it merges; other programs leave their values in the file. */
function withCoveredValues(bytes: Uint8Array, grid: WorkbookGrid): Uint8Array {
  if ([...grid.values()].every((sheet) => sheet.covered.size === 0)) return bytes;
  const parts = unzipSync(bytes);
  [...grid.values()].forEach(({ covered }, index) => {
    const part = `xl/worksheets/sheet${index + 1}.xml`;
    let xml = strFromU8(parts[part]!);
    for (const [address, value] of covered) {
      const cell = new RegExp(`<c r="${address}"[^>]*/>`, "u");
      if (!cell.test(xml)) throw new Error(`${address} is not covered by a merged cell`);
      xml = xml.replace(cell, `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`);
    }
    parts[part] = strToU8(xml);
  });
  return zipSync(parts);
}

/** A range after a row has been inserted above or below it. */
function shiftedDown(range: string, at: number): string {
  return range.replace(/\d+/gu, (row) => String(Number(row) >= at ? Number(row) + 1 : Number(row)));
}

/** A sheet under another name, in the same position. */
function rename(grid: WorkbookGrid, from: string, to: string): void {
  const sheets = [...grid];
  grid.clear();
  for (const [name, sheet] of sheets) grid.set(name === from ? to : name, sheet);
}

function sheetOf(grid: WorkbookGrid, name: string): SheetGrid {
  const sheet = grid.get(name);
  if (sheet === undefined) throw new Error(`the workbook has no sheet ${name}`);
  return sheet;
}

function parseAddress(text: string): { sheet: string; address: string; row: number; column: number } {
  const match = /^(.+)!([A-Z])(\d+)$/u.exec(text);
  if (match === null) throw new Error(`not a cell: ${text}`);
  const [, sheet = "", letter = "A", row = "1"] = match;
  return { sheet, address: `${letter}${row}`, row: Number(row) - 1, column: letter.charCodeAt(0) - 65 };
}
