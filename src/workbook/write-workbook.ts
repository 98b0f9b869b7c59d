import type ExcelJS from "exceljs";
import type { FieldValue } from "../schema/dataset.js";
import { columnLetters } from "../input/workbook.js";
import { repack } from "./deterministic-package.js";
import { linesNeeded, shownValue } from "./text-width.js";
import {
  lastRow,
  sheetRows,
  type CellFormat,
  type CellRule,
  type DatasetSheet,
  type SheetColumn,
  type WorkbookForm,
} from "./workbook-form.js";

const colours = {
  requiredHeading: "FFFCE4D6",
  heading: "FFDDEBF7",
  example: "FFF2F2F2",
  exampleText: "FF7F7F7F",
  missing: "FFFFF2CC",
  star: "FFC00000",
} as const;

const fontName = "宋体";
const thin = { style: "thin", color: { argb: "FFBFBFBF" } } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };

/** So many empty rows have lines around their cells, as on a printed form. */
const ruledRows = 30;

/** The height of a line of 11 points, and of one of 10, in points. */
const lineHeight = 16;

/** A fixed time: the file changes only when its contents do. */
const fixedTime = new Date(Date.UTC(2024, 0, 1));

/** ECMA-376 Part 1, 18.3.1.63 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- declared as an enum that the library does not have at run time
const a4: ExcelJS.PaperSize = 9;

/** Excel's limit for what it says when something may not be typed. */
const longestMessage = 225;

/**
 * Writes a workbook. The same form gives the same bytes on every machine.
 *
 * @param form from `planWorkbook`
 * @returns an .xlsx file
 */
export async function writeWorkbook(form: WorkbookForm): Promise<Uint8Array> {
  // 300 ms that only those pay who write a workbook.
  const { default: Excel } = await import("exceljs");
  const workbook = new Excel.Workbook();
  workbook.creator = "tongbao";
  workbook.lastModifiedBy = "tongbao";
  workbook.title = form.title;
  workbook.created = fixedTime;
  workbook.modified = fixedTime;
  addGuide(workbook, form);
  for (const sheet of form.sheets) addSheet(workbook, sheet, form);
  addChoices(workbook, form);
  return repack(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function addSheet(workbook: ExcelJS.Workbook, sheet: DatasetSheet, form: WorkbookForm): void {
  const width = sheet.columns.reduce((sum, column) => sum + column.width, 0);
  const target = workbook.addWorksheet(sheet.name, {
    views: [
      { state: "frozen", ySplit: sheetRows.heading, xSplit: 0, topLeftCell: `A${String(sheetRows.heading + 1)}` },
    ],
    pageSetup: {
      paperSize: a4,
      orientation: width > 90 ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${String(sheetRows.heading)}:${String(sheetRows.heading)}`,
      margins: { left: 0.6, right: 0.6, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: "&C第 &P 页，共 &N 页" },
  });
  target.columns = sheet.columns.map((column) => ({
    width: column.width,
    style: { numFmt: formatCode(column.format), font: { name: fontName, size: 11 }, alignment: dataAlignment(column) },
  }));
  addTitle(target, sheet, width);
  addHeadings(target, sheet);
  addExample(target, sheet);
  addRows(target, sheet);
  addRules(target, sheet, form);
}

function addTitle(target: ExcelJS.Worksheet, sheet: DatasetSheet, width: number): void {
  if (sheet.columns.length > 1) target.mergeCells(sheetRows.title, 1, sheetRows.title, sheet.columns.length);
  const cell = target.getCell(sheetRows.title, 1);
  setText(cell, sheet.title);
  cell.font = { name: fontName, size: 12, bold: true };
  cell.alignment = { vertical: "middle", horizontal: "left", wrapText: true };
  target.getRow(sheetRows.title).height = Math.max(24, linesNeeded(sheet.title, width / 1.15) * (lineHeight + 2) + 6);
}

function addHeadings(target: ExcelJS.Worksheet, sheet: DatasetSheet): void {
  const row = target.getRow(sheetRows.heading);
  sheet.columns.forEach((column, index) => {
    const cell = row.getCell(index + 1);
    const font = { name: fontName, size: 11, bold: true };
    cell.value = column.required
      ? {
          richText: [
            { text: column.heading, font },
            { text: "*", font: { ...font, color: { argb: colours.star } } },
          ],
        }
      : column.heading;
    cell.style = {
      numFmt: "@",
      font,
      border,
      alignment: { vertical: "middle", horizontal: "center", wrapText: true },
      fill: solid(column.required ? colours.requiredHeading : colours.heading),
    };
    if (column.note !== undefined) {
      cell.note = {
        texts: [{ text: column.note, font: { name: fontName, size: 10 } }],
        margins: { insetmode: "auto" },
      };
    }
  });
  const lines = sheet.columns.map((column) => linesNeeded(`${column.heading}*`, column.width - 1));
  row.height = Math.max(...lines) * lineHeight + 10;
}

function addExample(target: ExcelJS.Worksheet, sheet: DatasetSheet): void {
  const row = target.getRow(sheetRows.example);
  sheet.columns.forEach((column, index) => {
    const cell = row.getCell(index + 1);
    const value = sheet.example[index];
    cell.style = {
      numFmt: typeof value === "string" ? "@" : formatCode(column.format),
      border,
      font: { name: fontName, size: 11, italic: true, color: { argb: colours.exampleText } },
      alignment: { ...dataAlignment(column), wrapText: true },
      fill: solid(colours.example),
    };
    setValue(cell, value);
  });
  const lines = sheet.columns.map((column, index) => linesNeeded(shownValue(sheet.example[index]), column.width - 1));
  row.height = Math.max(...lines) * lineHeight + 4;
}

function addRows(target: ExcelJS.Worksheet, sheet: DatasetSheet): void {
  for (let index = 0; index < sheet.rows.length + ruledRows; index += 1) {
    const row = target.getRow(sheetRows.firstData + index);
    sheet.columns.forEach((_, position) => {
      const cell = row.getCell(position + 1);
      cell.border = border;
      setValue(cell, sheet.rows[index]?.[position]);
    });
  }
}

function addRules(target: ExcelJS.Worksheet, sheet: DatasetSheet, form: WorkbookForm): void {
  const from = sheetRows.firstData;
  const to = lastRow(sheet);
  const { first, last } = sheet.readColumns;
  const wholeRow = `$${columnLetters(first)}${String(from)}:$${columnLetters(last)}${String(from)}`;
  sheet.columns.forEach((column, index) => {
    const letters = columnLetters(index);
    const range = `${letters}${String(from)}:${letters}${String(to)}`;
    if (column.rule !== undefined) addValidation(target, range, column.rule, form);
    if (column.mustBeFilled) {
      target.addConditionalFormatting({
        ref: range,
        rules: [
          {
            type: "expression",
            priority: index + 1,
            formulae: [`AND(LEN(TRIM(${letters}${String(from)}))=0,COUNTA(${wholeRow})>0)`],
            style: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: colours.missing } } },
          },
        ],
      });
    }
  });
}

/** The part of a worksheet that takes rules for whole ranges; the declared types only know rules for single cells. */
interface WithValidations {
  readonly dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void };
}

function addValidation(target: ExcelJS.Worksheet, range: string, rule: CellRule, form: WorkbookForm): void {
  (target as unknown as WithValidations).dataValidations.add(range, {
    ...conditionOf(rule, form),
    allowBlank: true,
    showInputMessage: false,
    showErrorMessage: true,
    errorStyle: rule.strict ? "stop" : "warning",
    errorTitle: rule.strict ? "填写的内容不对" : "请再看一看",
    error: rule.message.length > longestMessage ? `${rule.message.slice(0, longestMessage - 2)}……` : rule.message,
  });
}

/** Without a bound of its own a rule still has to name two. */
const largestNumber = 1e15;

function conditionOf(
  rule: CellRule,
  form: WorkbookForm,
): Pick<ExcelJS.DataValidation, "type" | "formulae" | "operator"> {
  switch (rule.kind) {
    case "choices":
      return { type: "list", formulae: [`"${rule.values.join(",")}"`] };
    case "choicesInList": {
      const letters = `$${columnLetters(rule.list)}$`;
      const length = form.choices.lists[rule.list]?.length ?? 1;
      return { type: "list", formulae: [`${quoteSheet(form.choices.name)}!${letters}1:${letters}${String(length)}`] };
    }
    case "valuesOfSheet": {
      const letters = `$${columnLetters(rule.column)}$`;
      const referred = form.sheets.find((sheet) => sheet.name === rule.sheet);
      const to = referred === undefined ? sheetRows.firstData : lastRow(referred);
      const sheet = `${quoteSheet(rule.sheet)}!`;
      const from = `${sheet}${letters}${String(sheetRows.firstData)}`;
      // Only as far as the column is filled in: the drop-down would otherwise begin with two thousand empty lines.
      return { type: "list", formulae: [`OFFSET(${from},0,0,MAX(1,COUNTA(${from}:${letters}${String(to)})),1)`] };
    }
    case "number":
      return {
        type: rule.whole ? "whole" : "decimal",
        operator: "between",
        formulae: [rule.minimum ?? -largestNumber, rule.maximum ?? largestNumber],
      };
    case "date":
      return {
        type: "date",
        operator: "between",
        formulae: [new Date(Date.UTC(1949, 9, 1)), new Date(Date.UTC(2999, 11, 31))],
      };
  }
}

function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function addGuide(workbook: ExcelJS.Workbook, { guide }: WorkbookForm): void {
  const widths = [22, 7, 36, 46, 24];
  const target = workbook.addWorksheet(guide.name, {
    properties: { tabColor: { argb: "FF70AD47" } },
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: a4, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  target.columns = widths.map((width) => ({ width }));
  const total = widths.reduce((sum, width) => sum + width, 0);
  let number = 0;
  const addLine = (text: string, size: number, bold: boolean): void => {
    number += 1;
    target.mergeCells(number, 1, number, widths.length);
    const cell = target.getCell(number, 1);
    setText(cell, text);
    cell.font = { name: fontName, size, bold };
    cell.alignment = { vertical: "middle", wrapText: true };
    target.getRow(number).height = linesNeeded(text, (total * 11) / size - 2) * size * 1.5 + 4;
  };
  addLine(guide.heading, 14, true);
  guide.rules.forEach((rule, index) => addLine(`${String(index + 1)}. ${rule}`, 11, false));
  for (const table of guide.tables) {
    number += 1;
    addLine(table.heading, 12, true);
    const headings = ["列", "必填", "填什么", "要求", "示例"];
    [headings, ...table.rows].forEach((texts, index) => {
      number += 1;
      const row = target.getRow(number);
      texts.forEach((text, position) => {
        const cell = row.getCell(position + 1);
        setText(cell, text);
        cell.border = border;
        cell.font = { name: fontName, size: 11, bold: index === 0 };
        cell.alignment = { vertical: "middle", wrapText: true, ...(index === 0 ? { horizontal: "center" } : {}) };
        if (index === 0) cell.fill = solid(colours.heading);
      });
      if (index > 0 && texts[1] === "必填")
        row.getCell(2).font = { name: fontName, size: 11, color: { argb: colours.star } };
      row.height =
        Math.max(...texts.map((text, position) => linesNeeded(text, (widths[position] ?? 10) - 1))) * lineHeight + 2;
    });
  }
}

function addChoices(workbook: ExcelJS.Workbook, { choices }: WorkbookForm): void {
  if (choices.lists.length === 0) return;
  const target = workbook.addWorksheet(choices.name, { state: "hidden" });
  choices.lists.forEach((list, column) => {
    list.forEach((text, row) => {
      setText(target.getCell(row + 1, column + 1), text);
    });
  });
}

/** A text is text even if it looks like a formula (=, +, -, @), now and after somebody has edited it. */
function setText(cell: ExcelJS.Cell, text: string): void {
  cell.value = text;
  cell.numFmt = "@";
}

function setValue(cell: ExcelJS.Cell, value: FieldValue): void {
  if (value === undefined) return;
  if (typeof value === "number") cell.value = value;
  else if (typeof value === "object" && "year" in value) {
    cell.value = new Date(Date.UTC(value.year, value.month - 1, value.day));
  } else setText(cell, shownValue(value));
}

function formatCode(format: CellFormat): string {
  if (format === "text") return "@";
  if (format === "general") return "General";
  if (format === "date") return "yyyy-mm-dd";
  return format.decimals === 0 ? "0" : `0.${"0".repeat(format.decimals)}`;
}

function dataAlignment(column: SheetColumn): Partial<ExcelJS.Alignment> {
  return { vertical: "middle", horizontal: column.centred ? "center" : "left", wrapText: true };
}

function solid(argb: string): ExcelJS.Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}
