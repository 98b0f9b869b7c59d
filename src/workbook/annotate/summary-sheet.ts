import { formatPlace } from "../../document/place.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { severityNames, summarise } from "../../diagnostics/render.js";
import { cellAddress } from "../../input/workbook.js";
import { relatedText } from "./note-text.js";
import { summaryTitle } from "./own-words.js";
import type { FilledStyles } from "./styles-part.js";
import { escapeText, textElement, textWidth } from "./xml-text.js";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Excel's limit on the hyperlinks of a sheet is 65,530. */
const mostLinks = 65_000;

/** Excel's limit on the characters of a cell. */
const longestText = 32_767;

/** In points. Programs other than Excel do not fit the height of a row to its text by themselves. */
const lineHeight = 15;
const rowMargin = 3;
const titleHeight = 24;
const tallestRow = 400;

const columns: readonly { readonly heading: string; readonly width: number }[] = [
  { heading: "序号", width: 6 },
  { heading: "级别", width: 8 },
  { heading: "工作表", width: 18 },
  { heading: "单元格", width: 12 },
  { heading: "问题", width: 42 },
  { heading: "实际", width: 26 },
  { heading: "应为", width: 30 },
  { heading: "处理", width: 42 },
];

/** Only where a problem has a second place. */
const relatedColumn = { heading: "相关", width: 30 };

/** What the sheet of all problems is about. */
export interface SummarySource {
  /** The workbook's path as the diagnostics have it. */
  readonly file: string;
  /** All problems of the edition, in order. */
  readonly diagnostics: readonly Diagnostic[];
  /** The workbook's sheets by name; hidden ones cannot be jumped to. */
  readonly sheets: ReadonlyMap<string, { readonly hidden: boolean }>;
  /** Sentences about this copy, one a line. */
  readonly remarks: readonly string[];
}

/**
 * The worksheet part that lists every problem: one row each, with a link to the cell.
 *
 * Texts are inline strings, so that the workbook's shared strings stay as they are.
 */
export function summarySheet(source: SummarySource, styles: FilledStyles): string {
  const { diagnostics, remarks, file } = source;
  const workbook = baseName(file);
  const shownColumns = diagnostics.some(({ related }) => related !== undefined) ? [...columns, relatedColumn] : columns;
  const introduction = [
    `共${summarise(diagnostics)}。红色是错误，必须改正；黄色是警告，请核实；蓝色是提示。点“单元格”一列可以跳到那一格，批注里是同样的说明。`,
    `请在 ${workbook} 里改正，改好后重新核对；这个副本只供查看，重新核对时会被覆盖。`,
    ...remarks,
  ];
  const plain = styles.own({});
  const heading = styles.own({ font: "bold", fill: "heading", bordered: true, alignment: "centred" });
  const wrapped = styles.own({ bordered: true, alignment: "wrapped" });
  const centred = styles.own({ bordered: true, alignment: "centred" });
  const headingRow = introduction.length + 1;
  const lines: string[] = [
    rowXml(0, titleHeight, [textCell(0, 0, summaryTitle(workbook), styles.own({ font: "title" }))]),
    ...introduction.map((text, index) => rowXml(index + 1, lineHeight, [textCell(index + 1, 0, text, plain)])),
    rowXml(
      headingRow,
      lineHeight + rowMargin,
      shownColumns.map(({ heading: text }, column) => textCell(headingRow, column, text, heading)),
    ),
  ];
  const links: string[] = [];
  diagnostics.forEach((diagnostic, index) => {
    const row = headingRow + 1 + index;
    const { sheet, cell, target } = placeWords(diagnostic, source);
    const linked = target !== undefined && links.length < mostLinks;
    if (linked) {
      const location = escapeText(target);
      links.push(`<hyperlink ref="${cellAddress(row, 3)}" location="${location}" display="${escapeText(cell)}"/>`);
    }
    const level = styles.own({ fill: diagnostic.severity, bordered: true, alignment: "centred" });
    const link = linked ? styles.own({ font: "link", bordered: true, alignment: "centred" }) : centred;
    const related = (diagnostic.related ?? []).map((one) => relatedText(one, file)).join("\n");
    const texts = [
      String(index + 1),
      severityNames[diagnostic.severity],
      ...[sheet, cell, diagnostic.message],
      ...[diagnostic.actual ?? "", diagnostic.expected ?? "", diagnostic.hint ?? "", related],
    ];
    const styleOf = [centred, level, wrapped, link];
    const cells = shownColumns.map((_, column) =>
      column === 0
        ? `<c r="${cellAddress(row, 0)}" s="${String(centred)}"><v>${String(index + 1)}</v></c>`
        : textCell(row, column, texts[column] ?? "", styleOf[column] ?? wrapped),
    );
    lines.push(rowXml(row, heightOf(texts, shownColumns), cells));
  });
  const lastRow = headingRow + diagnostics.length;
  const table = `${cellAddress(headingRow, 0)}:${cellAddress(lastRow, shownColumns.length - 1)}`;
  const below = cellAddress(headingRow + 1, 0);
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}">`,
    '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${cellAddress(lastRow, shownColumns.length - 1)}"/>`,
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="${String(headingRow + 1)}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${shownColumns.map(({ width }, index) => `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${String(width)}" customWidth="1"/>`).join("")}</cols>`,
    `<sheetData>${lines.join("")}</sheetData>`,
    `<autoFilter ref="${table}"/>`,
    links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    "</worksheet>",
  ].join("");
}

/** What stands under 工作表 and 单元格, and where a link leads. */
function placeWords(
  { place }: Diagnostic,
  { file, sheets }: SummarySource,
): { readonly sheet: string; readonly cell: string; readonly target?: string } {
  if (place.file !== file) {
    const shown = place.file.startsWith(folderOf(file)) ? place.file.slice(folderOf(file).length) : place.file;
    if (place.sheet !== undefined)
      return { sheet: formatPlace({ file: shown, sheet: place.sheet }), cell: place.cell ?? "整张表" };
    const column = place.column === undefined ? "" : `第${String(place.column)}列`;
    return { sheet: shown, cell: place.line === undefined ? "" : `第${String(place.line)}行${column}` };
  }
  if (place.sheet === undefined) return { sheet: "整个工作簿", cell: "" };
  const cell = place.cell ?? "整张表";
  const known = sheets.get(place.sheet);
  // Excel cannot jump to a hidden sheet.
  if (known === undefined || known.hidden)
    return { sheet: `${place.sheet}${known === undefined ? "" : "（隐藏）"}`, cell };
  return { sheet: place.sheet, cell, target: `'${place.sheet.replaceAll("'", "''")}'!${place.cell ?? "A1"}` };
}

function rowXml(row: number, height: number, cells: readonly string[]): string {
  return `<row r="${String(row + 1)}" ht="${String(height)}" customHeight="1">${cells.join("")}</row>`;
}

/** The height of a row whose texts are wrapped at the widths of their columns, in points. */
function heightOf(texts: readonly string[], widths: readonly { readonly width: number }[]): number {
  const lines = widths.map(({ width }, column) =>
    (texts[column] ?? "")
      .split("\n")
      // A column's width counts digits; a Chinese character takes two, and the margins one.
      .reduce((total, line) => total + Math.max(1, Math.ceil((textWidth(line) * 2) / (width - 1))), 0),
  );
  return Math.min(Math.max(...lines) * lineHeight + rowMargin, tallestRow);
}

function textCell(row: number, column: number, text: string, style: number): string {
  const start = `<c r="${cellAddress(row, column)}" s="${String(style)}"`;
  if (text === "") return `${start}/>`;
  const short = text.length > longestText ? text.slice(0, longestText) : text;
  return `${start} t="inlineStr"><is>${textElement("", short)}</is></c>`;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function baseName(path: string): string {
  return path.slice(folderOf(path).length);
}
