import type { TableRow } from "./tree.js";

/**
 * What a row below the heading of a table is, as far as its words tell: 合计 and 备注 are said in its first cell.
 *
 * @param texts the texts of its cells from left to right; covered places may be left out
 */
export function rowRole(texts: readonly string[]): Exclude<TableRow["role"], "header"> {
  const first = texts.find((text) => text.trim() !== "") ?? "";
  if (first.length > longestLabel && !/^(?:备注|注|说明)[：:]/u.test(first)) return "record";
  const words = first.replace(/\s/gu, "");
  if (/^(?:合计|总计|共计|累计|小计|平均|平均分|平均值)(?:[（(].*[）)])?$/u.test(words)) return "total";
  if (/^(?:备注|注|说明|附注)(?:[：:].*)?$/u.test(words)) return "remark";
  return "record";
}

const longestLabel = 20;
