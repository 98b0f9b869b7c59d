import { entry } from "../diagnostic.js";
import { excerpt, quoteNames, suggestion } from "./wording.js";

interface Named {
  readonly name: string;
}
interface NamedValue extends Named {
  readonly actual: string;
}

const shapeWords: Record<string, string> = { text: "一个值", list: "一个列表", map: "一组“键: 值”" };
const expectedWords: Record<string, string> = {
  string: "一个值",
  array: "一个列表（每项一行，以“- ”开头）",
  object: "一组“键: 值”",
  record: "一组“键: 值”",
};

/** Messages about the values that an office fills in: cells of the workbook, fields of circular.yaml. */
export const dataMessages = {
  "value-missing": entry("error", ({ name }: Named) => ({
    message: `“${name}”没有填`,
    actual: "空白",
    expected: "必须填写",
    hint: "请补填；如果整行都不需要，请删除整行",
  })),
  "value-control-character": entry(
    "error",
    ({ name, codePoint, position }: Named & { codePoint: string; position: number }) => ({
      message: `“${name}”里有不能印刷的控制字符（第${String(position)}个字，编码 U+${codePoint}）`,
      hint: "这类字符通常是从网页或其他系统复制时带进来的，请删除后重新输入",
    }),
  ),
  "value-not-scalar": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”应当只写一个值`,
    actual: excerpt(actual),
  })),
  "value-not-text": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”应当是文字`,
    actual: excerpt(actual),
    hint: "请把单元格改成文字内容",
  })),
  "value-long-number": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”被 Excel 存成了超过15位的数，后面的数字已经丢失`,
    actual,
    expected: "以文本保存的编码",
    hint: "请先把这一列的单元格格式设为“文本”，再重新输入完整的编码",
  })),
  "value-not-integer": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”应当是整数`,
    actual: excerpt(actual),
    expected: "只含数字，例如 12",
  })),
  "value-not-number": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”应当是数`,
    actual: excerpt(actual),
    expected: "只含数字和小数点，例如 98.5",
  })),
  "value-not-date": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”不是有效的日期`,
    actual: excerpt(actual),
    expected: "例如 2024-06-30 或 2024年6月30日",
  })),
  "value-date-as-number": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”应当是日期，单元格里却是一个数`,
    actual,
    expected: "例如 2024-06-30 或 2024年6月30日",
    hint: "如果这本来是日期，请把单元格格式设为“日期”；不要用 20240630 这样的写法",
  })),
  "value-not-choice": entry(
    "error",
    ({ name, actual, choices, nearest }: NamedValue & { choices: readonly string[]; nearest: string | undefined }) => ({
      message: `“${name}”的值不在允许的范围内`,
      actual: excerpt(actual),
      expected: choices.join("、"),
      hint: suggestion(nearest, "请从允许的值里选一个"),
    }),
  ),
  "value-not-yes-no": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”应当填“是”或“否”`,
    actual: excerpt(actual),
    expected: "是、否",
  })),
  "value-list-empty-item": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”里有空的一项`,
    actual: excerpt(actual),
    hint: "请检查是否多打了顿号或换行",
  })),
  "value-list-repeated": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”里同一项写了两次`,
    actual: excerpt(actual),
    hint: "请删去重复的一项",
  })),
  "value-too-small": entry("error", ({ name, actual, minimum }: NamedValue & { minimum: string }) => ({
    message: `“${name}”太小`,
    actual,
    expected: `不小于 ${minimum}`,
  })),
  "value-too-large": entry("error", ({ name, actual, maximum }: NamedValue & { maximum: string }) => ({
    message: `“${name}”太大`,
    actual,
    expected: `不大于 ${maximum}`,
  })),
  "value-too-many-decimals": entry("error", ({ name, actual, decimals }: NamedValue & { decimals: number }) => ({
    message: `“${name}”的小数位数太多`,
    actual,
    expected: decimals === 0 ? "整数" : `最多${String(decimals)}位小数`,
  })),
  "value-pattern": entry("error", ({ name, actual, description }: NamedValue & { description: string }) => ({
    message: `“${name}”的格式不对`,
    actual: excerpt(actual),
    expected: description,
  })),
  "value-wrong-shape": entry(
    "error",
    ({ name, expected, found, actual }: Named & { expected: string; found: string; actual: string | undefined }) => ({
      message: `“${name}”的写法不对`,
      actual: actual === undefined ? (shapeWords[found] ?? found) : excerpt(actual),
      ...(expectedWords[expected] === undefined ? {} : { expected: expectedWords[expected] }),
    }),
  ),
  "value-format": entry("error", ({ name, actual, wanted }: NamedValue & { wanted: string }) => ({
    message: `“${name}”的格式不对`,
    actual: excerpt(actual),
    expected: wanted === "whole-number" ? "整数，例如 3" : wanted === "number" ? "数，例如 3 或 0.5" : wanted,
  })),
  "key-unknown": entry(
    "error",
    ({ key, known, nearest }: { key: string; known: readonly string[]; nearest: string | undefined }) => ({
      message: `不认识的键“${key}”`,
      ...(known.length === 0 ? {} : { expected: quoteNames(known) }),
      hint: suggestion(nearest, "请检查这一行的键名，或删去这一行"),
    }),
  ),
  "key-missing": entry("error", ({ name }: Named) => ({
    message: `缺少“${name}”`,
    actual: "没有写",
    expected: "必须填写",
    hint: `请加上“${name}: ……”（冒号是半角，后面有一个空格）`,
  })),
  "list-too-short": entry("error", ({ name }: Named) => ({
    message: `“${name}”至少要有一项`,
    actual: "空列表",
  })),
  "field-number-range": entry("error", ({ minimum, maximum }: { minimum: number; maximum: number }) => ({
    message: "数字超出范围",
    expected: `${String(minimum)} 至 ${String(maximum)}`,
  })),
  "field-wrong-shape": entry("error", ({ name, kind }: Named & { kind: string }) => ({
    message: `“${name}”的写法不对`,
    expected: kind === "list" ? "一个值，或一个列表" : "一个值",
  })),
  "period-kind": entry("error", () => ({
    message: "期间只能有一种：季度、半年、月、年度不能同时写",
    expected: "例如 {年: 2024, 季度: 2}",
  })),
  "period-months": entry("error", () => ({
    message: "“至月”应当晚于“月”",
    expected: "例如 {年: 2021, 月: 7, 至月: 8}",
  })),
  "date-range-order": entry("error", ({ name }: Named) => ({
    message: `“${name}”的起始日期晚于截止日期`,
    hint: "请检查两个日期是否写反，年份是否写错",
  })),
  "dataset-too-few-rows": entry(
    "error",
    ({ name, actual, minimum }: Named & { actual: number; minimum: number }) => ({
      message: `数据表“${name}”的行数太少`,
      actual: `${String(actual)}行`,
      expected: `至少${String(minimum)}行`,
      hint: "请检查数据是否填完，表头是否放在数据上面",
    }),
  ),
  "row-repeated": entry(
    "error",
    ({ columns, values }: { columns: readonly string[]; values: readonly string[] }) => ({
      message: columns.length === 1 ? `“${columns.join("")}”重复` : `同样的${quoteNames(columns)}出现了两次`,
      actual: excerpt(values.join("、")),
      expected: "每行不同",
      hint: "请核对是否重复登记，或有一处写错了",
    }),
  ),
  "reference-missing": entry(
    "error",
    ({
      name,
      actual,
      dataset,
      column,
      nearest,
    }: NamedValue & { dataset: string; column: string; nearest: string | undefined }) => ({
      message: `“${name}”里的“${excerpt(actual)}”在数据表“${dataset}”的“${column}”一列中找不到`,
      actual: excerpt(actual),
      expected: `“${dataset}”中已有的“${column}”`,
      hint: suggestion(nearest, "请检查名称是否写错，或先在那张表里登记"),
    }),
  ),
  "group-not-together": entry("warning", ({ column, value }: { column: string; value: string }) => ({
    message: `“${column}”为“${excerpt(value)}”的行没有排在一起，印出来会有两个序号`,
    hint: "请把同组的行移到一处",
  })),
  "check-failed": entry(
    "error",
    ({ description, sides, hint }: { description: string; sides: readonly string[]; hint: string }) => ({
      message: `核对不符：${description}`,
      ...(sides.length === 0 ? {} : { actual: sides.join("；") }),
      ...(hint === "" ? {} : { hint }),
    }),
  ),
  "title-line-too-long": entry(
    "warning",
    ({ line, width, capacity }: { line: string; width: number; capacity: number }) => ({
      message: "标题的这一行太长，会在不该断的地方折行",
      actual: `${excerpt(line)}（${String(width)}字）`,
      expected: `一行最多${String(capacity)}字`,
      hint: "请按意义分成几行：circular.yaml 的“标题”或类型的“标题”可以写成列表，一项一行",
    }),
  ),
  "letterhead-not-printed": entry("warning", () => ({
    message: "写了“版头”，但“版式”的格式是普通，版头不会印出来",
    hint: "需要印版头时，请在“版式”里写“格式: 红头”或“格式: 信函”",
  })),
};
