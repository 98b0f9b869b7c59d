import type ExcelJS from "exceljs";
import { repack } from "./deterministic-package.js";
import { textWidth } from "./text-width.js";

/** One line of the index of notices. */
export interface NoticeIndexEntry {
  readonly ordinal: number;
  readonly unit: string;
  readonly findings: number;
  readonly file: string;
}

const fontName = "宋体";
const thin = { style: "thin", color: { argb: "FFBFBFBF" } } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };
const headings = ["序号", "单位", "问题数", "文件名"] as const;
const headingRow = 2;

/** A fixed time: the file changes only when its contents do. */
const fixedTime = new Date(Date.UTC(2024, 0, 1));

/** ECMA-376 Part 1, 18.3.1.63 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- declared as an enum that the library does not have at run time
const a4: ExcelJS.PaperSize = 9;

/**
 * Writes the index of the notices of an edition: one sheet 目录 with 序号, 单位, 问题数, 文件名.
 *
 * @param title in the first row
 * @param entries in order
 * @returns an .xlsx file; the same entries give the same bytes
 */
export async function writeNoticeIndex(title: string, entries: readonly NoticeIndexEntry[]): Promise<Uint8Array> {
  const { default: Excel } = await import("exceljs");
  const workbook = new Excel.Workbook();
  workbook.creator = "tongbao";
  workbook.lastModifiedBy = "tongbao";
  workbook.title = title;
  workbook.created = fixedTime;
  workbook.modified = fixedTime;
  const sheet = workbook.addWorksheet("目录", {
    views: [{ state: "frozen", ySplit: headingRow, xSplit: 0, topLeftCell: `A${String(headingRow + 1)}` }],
    pageSetup: {
      paperSize: a4,
      orientation: "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${String(headingRow)}:${String(headingRow)}`,
    },
    headerFooter: { oddFooter: "&C第 &P 页，共 &N 页" },
  });
  const widest = (texts: readonly string[]): number =>
    texts.reduce((most, text) => Math.min(60, Math.max(most, textWidth(text) + 2)), 16);
  const widths = [7, widest(entries.map(({ unit }) => unit)), 9, widest(entries.map(({ file }) => file))];
  sheet.columns = widths.map((width) => ({ width }));
  sheet.mergeCells(1, 1, 1, headings.length);
  setText(sheet.getCell(1, 1), title);
  sheet.getCell(1, 1).font = { name: fontName, size: 12, bold: true };
  sheet.getCell(1, 1).alignment = { vertical: "middle", wrapText: true };
  sheet.getRow(1).height = 30;
  headings.forEach((heading, index) => {
    const cell = sheet.getCell(headingRow, index + 1);
    setText(cell, heading);
    cell.font = { name: fontName, size: 11, bold: true };
    cell.border = border;
    cell.alignment = { vertical: "middle", horizontal: "center" };
  });
  entries.forEach(({ ordinal, unit, findings, file }, index) => {
    const row = headingRow + 1 + index;
    [ordinal, unit, findings, file].forEach((value, column) => {
      const cell = sheet.getCell(row, column + 1);
      if (typeof value === "number") cell.value = value;
      else setText(cell, value);
      cell.font = { name: fontName, size: 11 };
      cell.border = border;
      const horizontal = typeof value === "number" ? "center" : "left";
      cell.alignment = { vertical: "middle", horizontal, wrapText: true };
    });
  });
  return repack(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** A text is text even if it looks like a formula (=, +, -, @), now and after somebody has edited it. */
function setText(cell: ExcelJS.Cell, text: string): void {
  cell.value = text;
  cell.numFmt = "@";
}
