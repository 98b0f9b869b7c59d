import type { Attachment, CircularDocument, Table } from "../document/tree.js";
import {
  alignmentNames,
  columnKindNames,
  formNames,
  latinFontNames,
  orientationNames,
  pageNumberNames,
} from "./layout-names.js";
import { cellSeparator, columnNames, headerLines } from "./table-text.js";

/**
 * Writes what changes the look but not the words, one fact a line: the choices of the edition, then for each attachment its paper
 * and for each of its tables the columns and the header rows.
 */
export function layoutLines(document: CircularDocument): string[] {
  const { form, sealed, pageNumbers, latinFont, boldHeadings, mirrorMargins } = document.appearance;
  const facts = [
    `格式：${formNames[form]}`,
    `印章：${sealed ? "加盖" : "不加盖"}`,
    `页码：${pageNumberNames[pageNumbers]}`,
    `西文字体：${latinFontNames[latinFont]}`,
    `二级标题：${boldHeadings ? "加粗" : "不加粗"}`,
    `页边距：${mirrorMargins ? "单双页对称" : "各页相同"}`,
    ...document.children.flatMap((block) => (block.type === "attachment" ? attachmentFacts(block) : [])),
  ];
  return facts.map((fact) => `〔版式〕${fact}`);
}

function attachmentFacts(attachment: Attachment): string[] {
  const address = `附件${attachment.number === undefined ? "" : String(attachment.number)}`;
  const tables = attachment.children.filter((block) => block.type === "table");
  return [
    `${address} 纸张：${orientationNames[attachment.orientation]}`,
    ...tables.flatMap((table, index) => tableFacts(table).map((fact) => `${address} 表${String(index + 1)} ${fact}`)),
  ];
}

function tableFacts(table: Table): string[] {
  const names = columnNames(table.columns);
  const columns = table.columns.map(({ width, align, kind }, index) => {
    const name = names[index] ?? "";
    return `${name}：宽${String(width)}、${alignmentNames[align]}、${columnKindNames[kind]}`;
  });
  return [
    `各列｜${columns.join(cellSeparator)}`,
    ...headerLines(table).map((line, index) => `表头第${String(index + 1)}行｜${line}`),
  ];
}
