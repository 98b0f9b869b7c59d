import type { CircularDocument } from "../document/tree.js";

/** What a draft consists of, so that a reader of the report sees what was looked at: 标题12个、段落20段 … */
export function documentScope(document: CircularDocument): string[] {
  const count = (wanted: string): number => document.children.filter(({ type }) => type === wanted).length;
  const attachments = document.children.flatMap((block) => (block.type === "attachment" ? [block] : []));
  const tables = attachments.flatMap(({ children }) => children.filter((child) => child.type === "table"));
  const pictures = attachments.flatMap(({ children }) => children.filter((child) => child.type === "picture"));
  const rows = tables.reduce((sum, table) => sum + table.rows.filter(({ role }) => role === "record").length, 0);
  const parts: [number, string][] = [
    [count("heading"), "个层次标题"],
    [count("paragraph"), "个段落"],
    [attachments.length, "个附件"],
    [tables.length, "张表格"],
    [rows, "行数据"],
  ];
  return [
    ...parts.filter(([number]) => number > 0).map(([number, name]) => `${String(number)}${name}`),
    ...(pictures.length > 0 ? [`${String(pictures.length)}张图片（图里的文字没有核对）`] : []),
  ];
}
