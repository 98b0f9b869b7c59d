import type { SourceTable } from "../source.js";
import type { Grid, GridCell } from "./table-grid.js";

/** More rows than that are no heading, whatever the file says. */
const mostHeaderRows = 6;

/** Words that stand in headings of ledgers. */
const headingWords =
  /序号|编号|名称|单位|部门|地区|项目|类型|类别|结果|备注|得分|分数|扣分|问题|内容|日期|时间|数量|次数|名次|排名|地址|标识码|情况|整改|责任/u;

/**
 * How many rows at the beginning of a table are its heading.
 *
 * @param ownTable our own tables say it: their header rows are repeated on each page
 */
export function countHeaderRows(source: SourceTable, grid: Grid, ownTable: boolean): number {
  const firstOther = source.rows.findIndex(({ header }) => !header);
  const repeated = firstOther < 0 ? source.rows.length : firstOther;
  // A table all of whose rows are repeated has none of its own: Word then repeats nothing.
  if (ownTable) return repeated;
  if (repeated > 0 && repeated < source.rows.length) return Math.min(repeated, mostHeaderRows);
  if (grid.rows.length < 2) return 0;
  const [first] = grid.rows;
  const isBanner = first !== undefined && cellsOf(first).length === 1 && grid.columnCount > 1;
  const begin = isBanner ? 1 : 0;
  const row = grid.rows[begin];
  if (row === undefined || !looksLikeHeading(row, grid.rows[begin + 1])) return 0;
  return Math.min(begin + coveredRows(grid, begin), mostHeaderRows, grid.rows.length - 1);
}

function cellsOf(row: readonly (GridCell | null)[]): GridCell[] {
  return row.filter((cell) => cell !== null);
}

function looksLikeHeading(row: readonly (GridCell | null)[], next: readonly (GridCell | null)[] | undefined): boolean {
  const cells = cellsOf(row).filter(({ source }) => source.vertical !== "continue");
  const texts = cells.map(({ source }) => source.text.trim());
  if (texts.length === 0 || texts.some((text) => text.length > 30 || /^[\d.,%％+\-—－]+$/u.test(text))) return false;
  if (texts.filter((text) => text === "").length > texts.length / 3) return false;
  const words = texts.filter((text) => headingWords.test(text.replace(/\s/gu, ""))).length;
  const bold = cells.every(({ source }) => source.bold || source.text.trim() === "");
  const nextBold = next !== undefined && cellsOf(next).every(({ source }) => source.bold);
  return (bold && !nextBold) || words * 2 >= texts.length || (words > 0 && /^序\s*号$/u.test(texts[0] ?? ""));
}

/** The rows that the merged cells of a row reach over. */
function coveredRows(grid: Grid, begin: number): number {
  let count = 1;
  while (
    count < mostHeaderRows &&
    grid.rows[begin + count]?.some((cell) => cell?.source.vertical === "continue") === true
  ) {
    count += 1;
  }
  return count;
}
