import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";
import { composeDocument } from "../../src/edition/compose.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { cellText, type CircularDocument, type Table, type TableRow } from "../../src/document/tree.js";
import type { FieldValue } from "../../src/schema/dataset.js";
import { prepareExample, withRows } from "./prepared-example.js";

/** The columns of the dataset 事项 in examples of tables. */
const columns = `{单位: {}, 类型: {}, 名称: {}, 数量: {类型: 整数}, 得分: {类型: 数值或文字}, 占比: {类型: 数值}, 编码: {类型: 编码},
      结果: {类型: 选项, 取值: [好, 中, 差]}, 标签: {类型: 列表}, 日期: {类型: 日期}}`;
const names = ["单位", "类型", "名称", "数量", "得分", "占比", "编码", "结果", "标签", "日期"];

/** One row of 事项, by column. */
export type Item = Readonly<Record<string, FieldValue>>;

/**
 * Builds the table of an attachment.
 *
 * @param definition the lines of `表` in type.yaml, without 数据表
 * @returns for rows: the table, the document around it and what was reported
 */
export async function tableBuilder(
  definition: string,
): Promise<
  (items: readonly Item[]) => { table: Table; document: CircularDocument; diagnostics: readonly Diagnostic[] }
> {
  const indented = definition.trim().replace(/\n/gu, "\n          ");
  const type = exampleType.replace(
    /附件:[\s\S]*$/u,
    `  事项:\n    列: ${columns}\n    主键: [单位, 名称]\n\n附件:\n  - 名称: 事项表\n    内容:\n      - 表:\n          数据表: 事项\n          ${indented}\n`,
  );
  const { prepared, edition } = await prepareExample({ type, circular: `${exampleCircular}  事项: []\n` });
  return (items) => {
    const rows = items.map((item) => names.map((name) => item[name]));
    const { document, diagnostics } = composeDocument(prepared, withRows(edition, "事项", rows));
    const attachment = document.children.find((block) => block.type === "attachment");
    const table = attachment?.children.find((block) => block.type === "table");
    if (table === undefined) throw new Error("there is no table");
    return { table, document, diagnostics };
  };
}

/** A row on one line: cells with their spans (`甲[2行]`), `·` where a merged cell goes on. */
export function rowLine(row: TableRow): string {
  const cells = row.cells.map((cell) => {
    if (cell === null) return "·";
    const { rowSpan = 1, columnSpan = 1 } = typeof cell === "string" ? {} : cell;
    return `${cellText(cell)}${rowSpan > 1 ? `[${rowSpan}行]` : ""}${columnSpan > 1 ? `[${columnSpan}列]` : ""}`;
  });
  return cells.join("｜");
}

/** The rows below the heading. */
export const bodyRows = (table: Table): string[] => table.rows.map(rowLine);
