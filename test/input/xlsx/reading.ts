import { expect } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { cellAddress, type CellValue, type Sheet, type Workbook } from "../../../src/input/workbook.js";
import { readWorkbook } from "../../../src/input/xlsx/read-workbook.js";
import type { ReadingLimits } from "../../../src/input/xlsx/reading-limits.js";

/** Reads a workbook that must be readable without a word. */
export function readGood(bytes: Uint8Array): Workbook {
  const { workbook, diagnostics } = readWorkbook(bytes, "台账.xlsx");
  expect(diagnostics).toEqual([]);
  if (workbook === undefined) throw new Error("neither a workbook nor a diagnostic");
  return workbook;
}

/** Its first sheet. */
export function readSheet(bytes: Uint8Array): Sheet {
  const [sheet] = readGood(bytes).sheets;
  if (sheet === undefined) throw new Error("the workbook has no sheets");
  return sheet;
}

/** The first sheet's values by address; what is empty is not there. */
export function readCells(bytes: Uint8Array): Record<string, CellValue> {
  return cellsByAddress(readSheet(bytes));
}

export function cellsByAddress(sheet: Sheet): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  for (const row of sheet.rows) {
    row.cells.forEach((value, column) => {
      if (value !== undefined) cells[cellAddress(row.number - 1, column)] = value;
    });
  }
  return cells;
}

/** Reads a file that must be refused, and gives what is said of it. */
export function readBad(bytes: Uint8Array, limits: Partial<ReadingLimits> = {}): Diagnostic[] {
  const { workbook, diagnostics } = readWorkbook(bytes, "台账.xlsx", limits);
  expect(workbook).toBeUndefined();
  return diagnostics;
}

/** A date as the reader gives it. */
export function date(year: number, month: number, day: number, ...time: [] | [number, number, number]): CellValue {
  const [hour, minute, second] = time;
  return hour === undefined || minute === undefined || second === undefined
    ? { kind: "date", year, month, day }
    : { kind: "date", year, month, day, time: { hour, minute, second } };
}
