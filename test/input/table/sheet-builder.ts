import {
  cellAddress,
  type CellValue,
  type MergedRange,
  type Sheet,
  type SheetRow,
  type Workbook,
} from "../../../src/input/workbook.js";

/** What the port would give for a sheet: rows as people see them, `undefined` or "" for an empty cell. */
export interface SheetSketch {
  readonly name?: string;
  readonly hidden?: boolean;
  readonly rows: readonly (readonly (CellValue | undefined)[])[];
  /** Such as `A1:D1`. */
  readonly merges?: readonly string[];
  /** Row numbers as in Excel. */
  readonly hiddenRows?: readonly number[];
}

/** Makes a sheet as the workbook port describes it: merged cells resolved, what they cover listed, empty rows left out. */
export function sketchSheet(sketch: SheetSketch): Sheet {
  const grid = sketch.rows.map((row) => row.map((value) => (value === "" ? undefined : value)));
  const merges = (sketch.merges ?? []).map(parseRange);
  const coveredValues: { cell: string; value: CellValue; shownCell: string }[] = [];
  for (const { top, left, bottom, right } of merges) {
    const shown = grid[top]?.[left];
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        if (row === top && column === left) continue;
        const cells = (grid[row] ??= []);
        const value = cells[column];
        if (value !== undefined) {
          coveredValues.push({ cell: cellAddress(row, column), value, shownCell: cellAddress(top, left) });
        }
        cells[column] = shown;
      }
    }
  }
  const rows = grid.flatMap<SheetRow>((cells, index) => {
    if (!cells.some((value) => value !== undefined)) return [];
    return [{ number: index + 1, hidden: sketch.hiddenRows?.includes(index + 1) === true, cells: Array.from(cells) }];
  });
  return { name: sketch.name ?? "网站", hidden: sketch.hidden === true, rows, merges, coveredValues };
}

export function sketchWorkbook(sheets: readonly SheetSketch[]): Workbook {
  return { file: "inspection.xlsx", sheets: sheets.map(sketchSheet) };
}

function parseRange(range: string): MergedRange {
  const match = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range);
  if (match === null) throw new Error(`no range: ${range}`);
  const column = (letter: string | undefined): number => (letter ?? "A").charCodeAt(0) - 65;
  return {
    top: Number(match[2]) - 1,
    left: column(match[1]),
    bottom: Number(match[4]) - 1,
    right: column(match[3]),
  };
}
