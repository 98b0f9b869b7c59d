import { formatDecimal } from "../facts/numbers/decimal.js";
import type { ColumnDefinition } from "../schema/definitions.js";
import type { CellFormat, CellRule } from "./workbook-form.js";

/** Excel's limit for a list that stands in the rule itself, the quotes not counted. */
const longestInlineList = 255;

/** The hidden lists, filled as they are needed. */
export type ChoiceLists = string[][];

/** How a column's cells are formatted. */
export function cellFormat(column: ColumnDefinition): CellFormat {
  switch (column.kind) {
    case "integer":
      return { decimals: 0 };
    case "number":
      return column.decimals === undefined ? "general" : { decimals: column.decimals };
    // A cell that shows % would make 98.8 into 9880% for some programs and into 98.8% for others.
    case "percent":
    case "numberOrText":
      return "general";
    case "date":
      return "date";
    case "text":
    case "code":
    case "list":
    case "choice":
    case "yesNo":
    case "image":
    case "group":
    case "dateRange":
    case "records":
      return "text";
  }
}

/**
 * What may be typed into a column's cells, as far as Excel can tell.
 *
 * @param target where the column that this one refers to stands, if it does
 * @param lists takes up choices that are too many for the rule itself
 */
export function cellRule(
  column: ColumnDefinition,
  target: { readonly sheet: string; readonly column: number } | undefined,
  lists: ChoiceLists,
): CellRule | undefined {
  switch (column.kind) {
    case "choice":
      // Other spellings are read too, so they are not refused.
      return choiceRule(column.choices, column.choiceAliases.size === 0, column.name, lists);
    case "yesNo":
      return choiceRule(["是", "否"], true, column.name, lists);
    case "list":
      // A cell may hold several items, so no drop-down could offer what belongs in it.
      return undefined;
    default:
      if (target !== undefined && column.reference !== undefined) {
        return {
          kind: "valuesOfSheet",
          ...target,
          strict: column.reference.severity === "error",
          message: `请填工作表“${target.sheet}”的“${column.reference.column}”一列里有的内容；还没有的先到那里登记`,
        };
      }
      return plainRule(column);
  }
}

function choiceRule(values: readonly string[], strict: boolean, name: string, lists: ChoiceLists): CellRule {
  const common = { strict, message: `“${name}”请从下拉框里选：${values.join("、")}` };
  const inline = values.join(",");
  if (inline.length <= longestInlineList && values.every((value) => !/[,"]|^\s|\s$/u.test(value))) {
    return { kind: "choices", values, ...common };
  }
  lists.push([...values]);
  return { kind: "choicesInList", list: lists.length - 1, ...common };
}

function plainRule(column: ColumnDefinition): CellRule | undefined {
  switch (column.kind) {
    case "integer":
    case "number":
    case "percent": {
      const { minimum, maximum } = column;
      const whole = column.kind === "integer" || column.decimals === 0;
      const bounds = [
        ...(minimum === undefined ? [] : [`不小于${formatDecimal(minimum)}`]),
        ...(maximum === undefined ? [] : [`不大于${formatDecimal(maximum)}`]),
      ];
      const what = [whole ? "整数" : "数", ...bounds].join("，");
      return {
        kind: "number",
        whole,
        ...(minimum === undefined ? {} : { minimum }),
        ...(maximum === undefined ? {} : { maximum }),
        strict: true,
        message: `“${column.name}”请填${what}，只写数字，不写单位`,
      };
    }
    case "date":
      return { kind: "date", strict: true, message: `“${column.name}”请填日期，例如 2024-06-30` };
    default:
      return undefined;
  }
}
