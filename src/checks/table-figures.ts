import { parseDecimal } from "../facts/numbers/decimal.js";
import type { Draft, DraftTable } from "./draft.js";
import { halfWidthDigits } from "./numerals.js";
import { holdsAny } from "./holds-any.js";

/** What the heading of a column says about its cells. */
export type ColumnMeaning =
  | "ordinal"
  | "rank"
  | "previous"
  | "change"
  | "rate"
  | "code"
  | "score"
  | "failed"
  | "passed"
  | "existing"
  | "checked"
  | "other";

/** A percentage in a cell. */
export interface CellRate {
  readonly value: number;
  readonly decimals: number;
}

/** The words that tell each meaning, in the order in which they are looked for; a pattern where words alone do not tell it. */
const meanings: readonly (readonly [
  meaning: ColumnMeaning,
  words: readonly string[],
  begins?: string,
  pattern?: RegExp,
])[] = [
  ["ordinal", [], "序", /^序\s*号$/u],
  ["ordinal", [], "编号", /^编号$/u],
  ["rank", ["排名", "名次", "位次", "排序"]],
  ["previous", ["上季度", "上年", "去年", "上月", "上期", "同期", "上半年度"]],
  ["change", ["变化", "增减", "增长", "升降", "较上", "比上", "同比", "环比", "百分点"]],
  ["rate", ["率", "占比", "比例", "比重", "百分比"]],
  ["code", ["标识码", "编码", "代码", "网址", "域名", "电话"]],
  ["score", ["得分", "分数", "总分", "评分", "基础分", "加分", "扣分", "分值", "成绩"]],
  ["failed", ["不合格", "不达标", "未达标", "未通过", "单项否决"], "存在", /存在.*问题/u],
  ["passed", ["合格", "达标", "通过", "改正", "办结", "整改"]],
  ["existing", ["总数", "在运行", "正常运行", "在用", "在产在售", "备案"], "运行", /运行.*数/u],
  ["checked", ["检查", "抽查", "抽检", "监测", "检测", "承检", "普查"]],
];

/** What a column is about, told by its heading: 检查网站数 → checked, 合格率 → rate. */
export function meaningOf(columnName: string): ColumnMeaning {
  const found = meanings.find(
    ([, words, begins, pattern]) =>
      holdsAny(columnName, words) ||
      (begins !== undefined && columnName.includes(begins) && pattern?.test(columnName) === true),
  );
  return found?.[0] ?? "other";
}

/** The number in a cell; `undefined` for text, an empty cell, — and a percentage. */
export function cellNumber(text: string): number | undefined {
  const plain = text.trim();
  if (/^\d{1,9}(?:\.\d{1,5})?$/u.test(plain)) return Number(plain);
  return plain === "" ? undefined : parseDecimal(plain.replace(/^\+/u, ""));
}

/** The percentage in a cell; in a column headed （%） the sign is left out. */
export function cellRate(text: string, columnName: string): CellRate | undefined {
  const match = /^(\d+)(?:\.(\d+))?(%)?$/u.exec(halfWidthDigits(text.trim()));
  if (match === null || (match[3] === undefined && !/[%％]/u.test(columnName))) return undefined;
  return { value: Number(`${match[1] ?? ""}.${match[2] ?? "0"}`), decimals: match[2]?.length ?? 0 };
}

/** True if a column holds numbers in its records (— and empty cells aside), at least one. */
export function isNumeric(table: DraftTable, column: number): boolean {
  let known = numericColumns.get(table);
  if (known === undefined) numericColumns.set(table, (known = new Map<number, boolean>()));
  let numeric = known.get(column);
  if (numeric === undefined) known.set(column, (numeric = holdsNumbers(table, column)));
  return numeric;
}

/** Asked by many rules, each time for the whole column. */
const numericColumns = new WeakMap<DraftTable, Map<number, boolean>>();

function holdsNumbers(table: DraftTable, column: number): boolean {
  let numbers = 0;
  for (const row of table.records) {
    const text = table.textAt(row, column).trim();
    if (/^(?:[—–\-/]*|无|缺)$/u.test(text)) continue;
    if (cellNumber(text) === undefined) return false;
    numbers += 1;
  }
  return numbers > 0;
}

/** The columns of counts: numbers that may be added up. */
export function countColumns(table: DraftTable): readonly number[] {
  return table.columns.flatMap((name, column) =>
    !["ordinal", "rank", "rate", "code", "change"].includes(meaningOf(name)) && isNumeric(table, column)
      ? [column]
      : [],
  );
}

/**
 * The number that belongs to a row: `undefined` also where the cell is covered by a merged one, so that a number printed once is added
 * once.
 */
export function ownNumber(table: DraftTable, row: number, column: number): number | undefined {
  return table.node.rows[row]?.cells[column] === null ? undefined : cellNumber(table.textAt(row, column));
}

/** The sum of the own numbers of some rows of a column. */
export function sumOf(table: DraftTable, rows: readonly number[], column: number): number {
  let sum = 0;
  for (const row of rows) sum += ownNumber(table, row, column) ?? 0;
  return tidy(sum);
}

/** Removes what binary fractions add to a sum: 85.62000000000001 → 85.62. */
export function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** The rows at the foot of a table that give totals of the records: positions in `node.rows`. */
export function totalRows(table: DraftTable): readonly number[] {
  let totals = totalRowsOf.get(table);
  if (totals === undefined) totalRowsOf.set(table, (totals = findTotalRows(table)));
  return totals;
}

const totalRowsOf = new WeakMap<DraftTable, readonly number[]>();

function findTotalRows(table: DraftTable): readonly number[] {
  const totals: number[] = [];
  table.node.rows.forEach(({ role }, index) => {
    const names = role === "record" && [0, 1].some((column) => isTotalName(table.textAt(index, column)));
    if (role === "total" || names) totals.push(index);
  });
  return totals;
}

/** 合计, 合 计, 总计, 全市合计… */
export function isTotalName(text: string): boolean {
  if (!text.includes("计") && !text.includes("数")) return false;
  return /^(?:全[省市县区州国])?(?:合计|总计|小计)$|^总数$/u.test(text.replace(/\s/gu, ""));
}

/** Records that are no totals in disguise. */
export function plainRecords(table: DraftTable): readonly number[] {
  let plain = plainRecordsOf.get(table);
  if (plain === undefined) {
    const totals = new Set(totalRows(table));
    plain = totals.size === 0 ? table.records : table.records.filter((row) => !totals.has(row));
    plainRecordsOf.set(table, plain);
  }
  return plain;
}

const plainRecordsOf = new WeakMap<DraftTable, readonly number[]>();

/** Every number that a table as a whole stands for: sums of its columns of counts and how many records it has. */
export function tableTotals(draft: Draft): readonly number[] {
  return [
    ...new Set(
      draft.tables.flatMap((table) => [
        plainRecords(table).length,
        ...countColumns(table).map((column) => sumOf(table, plainRecords(table), column)),
      ]),
    ),
  ].filter((total) => total > 0);
}
