import { formatValue } from "../../facts/format.js";
import { formatDate, parseDate } from "../../facts/numbers/civil-date.js";
import { exactQuotient, exactSum, formatDecimal, parseDecimal } from "../../facts/numbers/decimal.js";
import { compareValues, sortingOrder, type SingleValue } from "../../facts/order.js";
import {
  derivedFrom,
  type FactValue,
  type GroupValue,
  placeOfRows,
  rowSet,
  type RowsValue,
  type ScalarValue,
} from "../../facts/values.js";
import { columnIndex, type DataRow, type FieldValue } from "../../schema/dataset.js";
import { isNumericKind, kindNames, type ValueKind } from "../../schema/definitions.js";
import { numberShape, unknownShape, type Shape } from "../shapes.js";
import { decimalPlaces, itemCount, nothing, optionNumber, type Helper, type HelperCall } from "./helper.js";

/** The rows of the first parameter that meet the `列=值` conditions of the call. */
export function selectedRows(call: HelperCall): RowsValue | undefined {
  const rows = call.parameters[0];
  if (rows?.kind !== "rows") return undefined;
  const conditions = [...call.conditions].map(([column, wanted]) => ({
    position: columnIndex(rows.dataset.definition, column),
    wanted: wantedTexts(wanted, columnKind(rows, column)),
  }));
  if (conditions.length === 0) return rows;
  return {
    ...rows,
    rows: rows.rows.filter((row) => conditions.every(({ position, wanted }) => matches(row.values[position], wanted))),
    expression: call.expression,
  };
}

function columnKind(rows: RowsValue, column: string): ValueKind | undefined {
  return rows.dataset.definition.columns[columnIndex(rows.dataset.definition, column)]?.kind;
}

/** The texts that a condition accepts, as a column of this kind prints them: one, or any of a list. */
function wantedTexts(value: FactValue, kind: ValueKind | undefined): ReadonlySet<string> {
  if (value.kind === "scalar") return new Set([printedAs(value.text, kind)]);
  if (value.kind !== "list") return new Set();
  return new Set(value.items.flatMap((item) => (item.kind === "scalar" ? [printedAs(item.text, kind)] : [])));
}

/** `2024-06-30` asks for the cell that prints as 2024年6月30日, `5.0` for the one that prints as 5. */
function printedAs(text: string, kind: ValueKind | undefined): string {
  if (kind === "date") {
    const date = parseDate(text);
    return date === undefined ? text : formatDate(date);
  }
  if (kind !== undefined && isNumericKind(kind)) {
    const number = parseDecimal(text);
    return number === undefined ? text : formatDecimal(number);
  }
  return text;
}

function matches(value: FieldValue, wanted: ReadonlySet<string>): boolean {
  return valueTexts(value).some((text) => wanted.has(text));
}

/** A cell as the texts to compare it by: a list has several, an empty cell the empty text. */
export function valueTexts(value: FieldValue): readonly string[] {
  if (value === undefined) return [""];
  if (typeof value === "object" && !("year" in value)) return value.length === 0 ? [""] : value;
  return [formatValue(value)];
}

/** The single values of a cell: the items of a list, none of an empty cell. */
function singleValues(value: FieldValue): readonly SingleValue[] {
  if (value === undefined) return [];
  return typeof value === "object" && !("year" in value) ? value : [value];
}

/** The kinds of columns that numbers can be taken from. */
export const numericKinds: readonly ValueKind[] = Object.values(kindNames).filter(isNumericKind);

/** A number worked out from other values. */
export function derivedNumber(
  call: HelperCall,
  value: number,
  sources: readonly FactValue[],
  decimals?: number,
): ScalarValue {
  return {
    kind: "scalar",
    raw: value,
    text: formatDecimal(value, decimals),
    provenance: derivedFrom(call.expression, sources),
  };
}

const sameRows = ([rows]: readonly Shape[]): Shape => rows ?? unknownShape;
const oneRecord = ([rows]: readonly Shape[]): Shape =>
  rows?.kind === "rows" ? { kind: "record", dataset: rows.dataset } : unknownShape;

const count: Helper = {
  name: "行数",
  summary: "数据表（或一部分行）有几行；可以加“列=值”只数符合的行。",
  parameters: [{ name: "数据行", accepts: ["rows", "list"] }],
  options: [],
  conditions: true,
  examples: [
    { template: "检查账号{{行数 账号}}个。", prints: "检查账号4个。" },
    { template: '不合格{{行数 账号 结果="不合格"}}个。', prints: "不合格1个。" },
  ],
  shape: () => numberShape,
  evaluate: (call) => {
    const first = call.parameters[0];
    if (first?.kind === "list") return derivedNumber(call, first.items.length, [first]);
    const rows = selectedRows(call);
    return rows === undefined ? nothing : derivedNumber(call, rows.rows.length, [rows]);
  },
};

const distinct: Helper = {
  name: "种数",
  summary: "一列里有几个不同的值（例如涉及几个单位）。",
  parameters: [
    { name: "数据行", accepts: ["rows"] },
    { name: "列", accepts: ["column"] },
  ],
  options: [],
  conditions: true,
  examples: [{ template: "涉及{{种数 账号 单位}}个单位。", prints: "涉及3个单位。" }],
  shape: () => numberShape,
  evaluate: (call) => {
    const rows = selectedRows(call);
    if (rows === undefined) return nothing;
    return derivedNumber(call, distinctValues(rows, columnName(call, 1)).length, [rows]);
  },
};

const sum: Helper = {
  name: "合计",
  summary: "一列数值之和（按十进制精确相加）。",
  parameters: [
    { name: "数据行", accepts: ["rows"] },
    { name: "列", accepts: ["column"], columnKinds: numericKinds },
  ],
  options: [],
  conditions: true,
  examples: [{ template: "共检查{{合计 地区 检查数}}家。", prints: "共检查30家。" }],
  shape: () => numberShape,
  evaluate: (call) => {
    const rows = selectedRows(call);
    if (rows === undefined) return nothing;
    const position = columnIndex(rows.dataset.definition, columnName(call, 1));
    const numbers = rows.rows.flatMap((row) => {
      const value = row.values[position];
      return typeof value === "number" ? [value] : [];
    });
    return derivedNumber(call, exactSum(numbers), [rows]);
  },
};

const extreme = (name: string, summary: string, better: (a: number, b: number) => boolean, prints: string): Helper => ({
  name,
  summary,
  parameters: [
    { name: "数据行", accepts: ["rows"] },
    { name: "列", accepts: ["column"], columnKinds: numericKinds },
  ],
  options: [],
  conditions: true,
  examples: [{ template: `{{${name} 地区 检查数}}家`, prints }],
  shape: () => numberShape,
  evaluate: (call) => {
    const rows = selectedRows(call);
    if (rows === undefined) return nothing;
    const position = columnIndex(rows.dataset.definition, columnName(call, 1));
    let best: { value: number; rows: DataRow[] } | undefined;
    for (const row of rows.rows) {
      const value = row.values[position];
      if (typeof value !== "number") continue;
      if (best === undefined || better(value, best.value)) best = { value, rows: [row] };
      else if (value === best.value) best.rows.push(row);
    }
    if (best === undefined) {
      call.report("helper-no-numbers", { helper: name, column: columnName(call, 1) });
      return nothing;
    }
    return derivedNumber(call, best.value, [{ ...rows, rows: best.rows }]);
  },
});

/** Of an average, if the author does not say. */
const averageDecimals = 1;

const average: Helper = {
  name: "平均值",
  summary: "一列数值的平均数（四舍五入）；空白的行不算。",
  parameters: [
    { name: "数据行", accepts: ["rows"] },
    { name: "列", accepts: ["column"], columnKinds: numericKinds },
  ],
  options: [
    {
      name: "小数位",
      accepts: ["number"],
      description: `保留几位小数，缺省为${String(averageDecimals)}位`,
      range: decimalPlaces,
    },
  ],
  conditions: true,
  examples: [
    { template: "平均{{平均值 地区 检查数}}家", prints: "平均10.0家" },
    { template: "平均{{平均值 (筛选 地区 列=检查数 大于=5) 检查数 小数位=2}}家", prints: "平均12.50家" },
  ],
  shape: () => numberShape,
  evaluate: (call) => {
    const rows = selectedRows(call);
    if (rows === undefined) return nothing;
    const column = columnName(call, 1);
    const position = columnIndex(rows.dataset.definition, column);
    const counted = rows.rows.filter((row) => typeof row.values[position] === "number");
    if (counted.length === 0) {
      call.report("helper-no-numbers", { helper: "平均值", column });
      return nothing;
    }
    const decimals = optionNumber(call, "小数位") ?? averageDecimals;
    const total = exactSum(counted.map((row) => Number(row.values[position])));
    return derivedNumber(call, exactQuotient(total, counted.length, decimals), [{ ...rows, rows: counted }], decimals);
  },
};

/** One of the different values of a column. */
export interface DistinctValue {
  readonly text: string;
  /** The rows it stands in, in order. */
  readonly rows: readonly DataRow[];
}

/** The distinct values of a column in order of first appearance. Empty cells have none. */
export function distinctValues(rows: RowsValue, column: string): DistinctValue[] {
  const position = columnIndex(rows.dataset.definition, column);
  const found = new Map<string, DataRow[]>();
  for (const row of rows.rows) {
    for (const text of valueTexts(row.values[position])) {
      if (text === "") continue;
      const members = found.get(text);
      if (members === undefined) found.set(text, [row]);
      else members.push(row);
    }
  }
  return [...found].map(([text, members]) => ({ text, rows: members }));
}

/**
 * The rows by the distinct texts of a column, in order of first appearance, each group with its 名称 and its 行. A row whose cell is a
 * list belongs to the group of every item.
 */
export function groupRows(rows: RowsValue, column: string): GroupValue[] {
  return distinctValues(rows, column).map(({ text, rows: members }): GroupValue => {
    const group: RowsValue = { ...rows, rows: members };
    const provenance = derivedFrom(column, [group]);
    return {
      kind: "group",
      provenance,
      entries: new Map<string, FactValue>([
        ["名称", { kind: "scalar", raw: text, text, provenance }],
        ["行", group],
      ]),
    };
  });
}

/** The first row whose cell in this column is empty. */
export function firstRowWithout(rows: RowsValue, column: string): DataRow | undefined {
  const position = columnIndex(rows.dataset.definition, column);
  return rows.rows.find((row) => valueTexts(row.values[position]).every((text) => text === ""));
}

/** The column named by a parameter. */
export function columnName(call: HelperCall, index: number): string {
  const value = call.parameters[index];
  return value?.kind === "scalar" ? value.text : "";
}

const comparisons = ["等于", "不等于", "大于", "大于等于", "小于", "小于等于", "包含", "开头", "结尾"] as const;

const filter: Helper = {
  name: "筛选",
  summary: "留下符合条件的行；“列=值”之外，还可以用“列”指定一列，再写等于、大于、包含等条件。",
  parameters: [{ name: "数据行", accepts: ["rows", "list"], singleItems: true }],
  options: [
    { name: "列", accepts: ["column"], description: "下面的条件针对哪一列（对列表不用写）" },
    ...comparisons.map((name) => ({
      name,
      accepts: ["text", "number", "date", "list"] as const,
      description: `值${name}所给的值${name === "等于" || name === "不等于" ? "（可以是列表）" : ""}`,
    })),
    { name: "为空", accepts: ["yesNo"], description: "true 留下空的，false 留下不空的" },
  ],
  conditions: true,
  examples: [
    { template: "{{行数 (筛选 地区 列=检查数 大于=10)}}", prints: "1" },
    { template: '{{列举 (筛选 账号 单位="市教育局") 名称}}', prints: "示例教育、示例教育发布" },
  ],
  shape: sameRows,
  evaluate: (call) => {
    const first = call.parameters[0];
    const column = call.options.get("列");
    const name = column?.kind === "scalar" ? column.text : undefined;
    const kind = first?.kind === "rows" && name !== undefined ? columnKind(first, name) : undefined;
    const tests: ((value: FieldValue) => boolean)[] = [];
    for (const comparison of comparisons) {
      const wanted = call.options.get(comparison);
      if (wanted !== undefined) tests.push(comparisonTest(comparison, wanted, kind));
    }
    const emptiness = call.options.get("为空");
    if (emptiness?.kind === "scalar") {
      tests.push((value) => valueTexts(value).every((text) => text === "") === (emptiness.raw === true));
    }
    if (first?.kind === "list") {
      return {
        ...first,
        items: first.items.filter((item) => item.kind === "scalar" && tests.every((test) => test(item.raw))),
      };
    }
    const rows = selectedRows(call);
    if (rows === undefined) return nothing;
    if (tests.length > 0 && name === undefined) {
      call.report("helper-filter-column", {});
      return nothing;
    }
    const position = name === undefined ? -1 : columnIndex(rows.dataset.definition, name);
    return {
      ...rows,
      rows: rows.rows.filter((row) => tests.every((test) => test(row.values[position]))),
      expression: call.expression,
    };
  },
};

/** A cell passes if any of its values does; an empty cell has none. */
function comparisonTest(
  name: (typeof comparisons)[number],
  wanted: FactValue,
  kind: ValueKind | undefined,
): (value: FieldValue) => boolean {
  const accepted = wantedTexts(wanted, kind);
  const [text = ""] = accepted;
  const order = (holds: (difference: number) => boolean) => (value: FieldValue) =>
    wanted.kind === "scalar" && singleValues(value).some((single) => holds(compareValues(single, wanted.raw)));
  switch (name) {
    case "等于":
      return (value) => matches(value, accepted);
    case "不等于":
      return (value) => !matches(value, accepted);
    case "包含":
      return (value) => valueTexts(value).some((candidate) => candidate.includes(text));
    case "开头":
      return (value) => valueTexts(value).some((candidate) => candidate.startsWith(text));
    case "结尾":
      return (value) => valueTexts(value).some((candidate) => candidate.endsWith(text));
    case "大于":
      return order((difference) => difference > 0);
    case "大于等于":
      return order((difference) => difference >= 0);
    case "小于":
      return order((difference) => difference < 0);
    case "小于等于":
      return order((difference) => difference <= 0);
  }
}

const sortRows: Helper = {
  name: "排序",
  summary: "按一列排序；相等的保持原来的次序，空值排在最后。",
  parameters: [
    { name: "数据行", accepts: ["rows"] },
    { name: "列", accepts: ["column"] },
  ],
  options: [{ name: "降序", accepts: ["yesNo"], description: "true 从大到小" }],
  conditions: true,
  examples: [{ template: "{{列举 (排序 地区 检查数 降序=true) 名称}}", prints: "甲市、丙市、乙市" }],
  shape: sameRows,
  evaluate: (call) => {
    const rows = selectedRows(call);
    if (rows === undefined) return nothing;
    const descending = call.options.get("降序");
    const position = columnIndex(rows.dataset.definition, columnName(call, 1));
    return {
      ...rows,
      rows: sortedRows(rows.rows, position, descending?.kind === "scalar" && descending.raw === true),
      expression: call.expression,
    };
  },
};

/** A stable sort by one column (of a list, its first item); rows without a value come last either way. */
export function sortedRows(rows: readonly DataRow[], position: number, descending: boolean): DataRow[] {
  return [...rows].sort((a, b) => {
    const [left] = singleValues(a.values[position]);
    const [right] = singleValues(b.values[position]);
    if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? 1 : -1;
    const order = sortingOrder(left, right);
    return descending ? -order : order;
  });
}

const onlyRow: Helper = {
  name: "唯一行",
  summary: "符合条件的那一行；一行也没有或不止一行都是错误。取出的行可以用“取”打开，再写列名。",
  parameters: [{ name: "数据行", accepts: ["rows"] }],
  options: [],
  conditions: true,
  examples: [
    { template: '{{#取 (唯一行 账号 结果="不合格")}}{{单位}}“{{名称}}”{{/取}}', prints: "市统计局“示例统计”" },
  ],
  shape: oneRecord,
  evaluate: (call) => {
    const rows = selectedRows(call);
    if (rows === undefined) return nothing;
    const [row, second] = rows.rows;
    if (row === undefined || second !== undefined) {
      const particulars = {
        expression: call.expression,
        count: rows.rows.length,
        rows: rows.rows.slice(0, 5).map((found) => found.source),
        dataset: rows.dataset.name,
      };
      call.report(
        "helper-not-one-row",
        particulars,
        second === undefined ? placeOfRows(rows) : rows.dataset.placeOf(second),
      );
      return nothing;
    }
    return { kind: "record", dataset: rows.dataset, row };
  },
};

const firstRows: Helper = {
  name: "前几行",
  summary: "最前面的几行。",
  parameters: [
    { name: "数据行", accepts: ["rows"] },
    { name: "几行", accepts: ["number"], range: itemCount },
  ],
  options: [],
  conditions: true,
  examples: [{ template: "{{列举 (前几行 地区 2) 名称}}", prints: "甲市、乙市" }],
  shape: sameRows,
  evaluate: (call) => {
    const rows = selectedRows(call);
    const limit = call.parameters[1];
    if (rows === undefined || limit?.kind !== "scalar") return nothing;
    return { ...rows, rows: rows.rows.slice(0, Number(limit.raw)), expression: call.expression };
  },
};

const column: Helper = {
  name: "一列",
  summary: "一列的值，去掉重复，成为列表。",
  parameters: [
    { name: "数据行", accepts: ["rows"] },
    { name: "列", accepts: ["column"] },
  ],
  options: [],
  conditions: true,
  examples: [{ template: "{{列举 (一列 账号 单位)}}", prints: "市教育局、市统计局、市民政局" }],
  shape: () => ({ kind: "list", item: { kind: "text" } }),
  evaluate: (call) => {
    const rows = selectedRows(call);
    return rows === undefined ? nothing : columnList(rows, columnName(call, 1), call.expression);
  },
};

/** The distinct values of a column as a list, each with the rows it stands in. */
export function columnList(rows: RowsValue, name: string, expression: string): FactValue {
  return {
    kind: "list",
    items: distinctValues(rows, name).map(({ text, rows: members }): ScalarValue => {
      const [only] = members;
      const places = only !== undefined && members.length === 1 ? [rows.dataset.placeOf(only, name)] : [];
      return {
        kind: "scalar",
        raw: text,
        text,
        provenance: { expression: name, places, rows: [rowSet(rows.dataset, members)] },
      };
    }),
    provenance: derivedFrom(expression, [rows]),
  };
}

export const rowHelpers: readonly Helper[] = [
  count,
  distinct,
  sum,
  extreme("最大值", "一列数值中最大的。", (a, b) => a > b, "15家"),
  extreme("最小值", "一列数值中最小的。", (a, b) => a < b, "5家"),
  average,
  filter,
  sortRows,
  onlyRow,
  firstRows,
  column,
];
