import type { ColumnDefinition, DatasetDefinition } from "../schema/definitions.js";
import { formatDecimal } from "../facts/numbers/decimal.js";

/** What a column's cells must look like, in a sentence for the person who fills them in. */
export function requirement(column: ColumnDefinition): string {
  const parts = [form(column), ...range(column)];
  if (column.decimals !== undefined && column.decimals > 0) parts.push(`最多${String(column.decimals)}位小数`);
  if (column.pattern !== undefined) parts.push(`格式：${column.pattern.description}`);
  if (column.unique) parts.push("不得重复");
  if (column.reference !== undefined) {
    const { dataset, column: name, severity } = column.reference;
    parts.push(`${severity === "error" ? "必须" : "应当"}是“${dataset}”表“${name}”一列里有的`);
  }
  if (column.fillDown) parts.push("空白表示与上一行相同");
  else if (column.defaultValue !== undefined) parts.push(`空白表示“${column.defaultValue}”`);
  return parts.join("；");
}

function form(column: ColumnDefinition): string {
  switch (column.kind) {
    case "choice": {
      const aliases = [...column.choiceAliases].map(([alias, choice]) => `${alias} 读作“${choice}”`);
      return `从下拉框里选：${column.choices.join("、")}${aliases.length === 0 ? "" : `（${aliases.join("，")}）`}`;
    }
    case "yesNo":
      return "填“是”或“否”";
    case "integer":
      return "整数";
    case "number":
      return column.decimals === 0 ? "整数" : "数";
    case "percent":
      return "百分比，98.8% 填 98.8";
    case "numberOrText":
      return "数或文字";
    case "date":
      return "日期，例如 2024-06-30";
    case "code":
      return "编码，按文本填写，一位也不能少";
    case "list":
      return listForm(column.separators);
    case "text":
    case "image":
    case "group":
    case "dateRange":
    case "records":
      return "文字";
  }
}

function listForm(separators: string): string {
  const [first = "、"] = separators;
  return first === "\n" ? "可以填几项，每项一行（在单元格里换行按 Alt+Enter）" : `可以填几项，各项之间用“${first}”隔开`;
}

function range({ minimum, maximum }: ColumnDefinition): string[] {
  if (minimum !== undefined && maximum !== undefined) {
    return [`${formatDecimal(minimum)}至${formatDecimal(maximum)}`];
  }
  if (minimum !== undefined) return [`不小于${formatDecimal(minimum)}`];
  return maximum === undefined ? [] : [`不大于${formatDecimal(maximum)}`];
}

/** What holds for a table as a whole, for the line above its columns. */
export function tableRequirement(dataset: DatasetDefinition): string {
  const parts: string[] = [];
  if (!dataset.required) parts.push("没有可以不填");
  if (dataset.minimumRows > 0) parts.push(`至少${String(dataset.minimumRows)}行`);
  if (dataset.key.length > 1) {
    parts.push(`${dataset.key.map((name) => `“${name}”`).join("")}合在一起不得重复`);
  }
  return parts.length === 0 ? "" : `（${parts.join("；")}）`;
}

/** What an empty cell would mean is said by nobody: the cell has to be filled in. */
export function mustBeFilled(column: ColumnDefinition): boolean {
  return column.required && !column.fillDown && column.defaultValue === undefined;
}

/** The note on a heading. */
export function headingNote(column: ColumnDefinition, inKey: boolean): string {
  const lines = [`${column.name}（${column.required ? "必填" : "选填"}）`];
  if (column.description !== "") lines.push(`说明：${column.description}`);
  lines.push(`要求：${requirement(column)}${inKey && !column.unique ? "；与其他几列合在一起不得重复" : ""}`);
  if (column.aliases.length > 0) lines.push(`表头也可以写成：${column.aliases.join("、")}`);
  return lines.join("\n");
}
