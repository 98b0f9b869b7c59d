import { entry } from "../diagnostic.js";
import { excerpt, quoteNames, suggestion } from "./wording.js";

interface Named {
  readonly name: string;
}
interface NamedValue extends Named {
  readonly actual: string;
}

const shapeWords: Record<string, string> = { text: "一段文字", list: "一个列表", map: "一组“名称: 内容”" };
const expectedWords: Record<string, string> = {
  string: "一段文字或一个数",
  array: "一个列表（每项一行，以“- ”开头）",
  object: "一组“名称: 内容”",
  record: "一组“名称: 内容”",
};

const numberShownAsDate = "Excel 把它当成了日期：请先把单元格格式设为“常规”，再重新输入这个数";
const dateForms = "例如 2024-06-30 或 2024年6月30日";

/** Messages about the values that an office fills in: cells of the workbook, fields of circular.yaml. */
export const dataMessages = {
  "value-missing": entry("error", ({ name }: Named) => ({
    message: `“${name}”没有填`,
    actual: "空白",
    expected: "必须填写",
    hint: "请补填；如果整行都不需要，请删除整行",
  })),
  "value-placeholder": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”还是示例行里的提示文字`,
    actual,
    hint: "请改成真实的内容；没有就清空这一格",
  })),
  "value-control-character": entry(
    "error",
    ({ name, codePoint, position }: Named & { codePoint: string; position: number }) => ({
      message: `“${name}”里有看不见、也印不出来的字符`,
      actual: `第${String(position)}个字，编码 U+${codePoint}`,
      hint: "这类字符通常是从网页或其他系统复制时带进来的，请删除全部内容后重新输入",
    }),
  ),
  "value-line-break": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”要写在一行里`,
    actual: excerpt(actual),
    hint: "请去掉其中的换行",
  })),
  "copy-number": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”应当是六位数字`,
    actual: excerpt(actual),
    expected: "例如 000012，前面的 0 可以不写",
  })),
  "value-not-scalar": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”只能写一个值`,
    actual: excerpt(actual),
    expected: "一段文字或一个数",
    hint: "请合成一个值，或只留下一个",
  })),
  "value-not-text": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”应当是文字`,
    actual: excerpt(actual),
    hint: "Excel 把输入的内容当成了 TRUE 或 FALSE（真、假）：请先把单元格格式设为“文本”，再重新输入",
  })),
  "value-long-number": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”被 Excel 存成了超过15位的数，后面的数字已经丢失`,
    actual,
    expected: "以文本保存的编码",
    hint: "请先把这一列的单元格格式设为“文本”，再重新输入完整的编码",
  })),
  "value-not-integer": entry("error", ({ name, actual, isDate }: NamedValue & { isDate: boolean }) => ({
    message: `“${name}”应当是整数`,
    actual: excerpt(actual),
    expected: "一个整数，例如 12",
    hint: isDate ? numberShownAsDate : "请只填数字，不要带单位、文字和小数",
  })),
  "value-not-number": entry("error", ({ name, actual, isDate }: NamedValue & { isDate: boolean }) => ({
    message: `“${name}”应当是数`,
    actual: excerpt(actual),
    expected: "一个数，例如 98.5",
    hint: isDate ? numberShownAsDate : "请只填数字和小数点，不要带单位和文字",
  })),
  "value-not-date": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”不是有效的日期`,
    actual: excerpt(actual),
    expected: dateForms,
    hint: "请用阿拉伯数字写全四位的年份和月、日，中间要隔开，并核对这一天是否存在",
  })),
  "value-date-as-number": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”应当是日期，单元格里却是一个数`,
    actual,
    expected: dateForms,
    hint: "请按上面的样子重新输入；如果看上去已经是日期，请把单元格格式设为“日期”",
  })),
  "value-not-choice": entry(
    "error",
    ({ name, actual, choices, nearest }: NamedValue & { choices: readonly string[]; nearest: string | undefined }) => ({
      message: `“${name}”只能填规定的几个值`,
      actual: excerpt(actual),
      expected: choices.join("、"),
      hint: suggestion(nearest, "请从规定的值里选一个"),
    }),
  ),
  "value-not-yes-no": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”只能填“是”或“否”`,
    actual: excerpt(actual),
    expected: "是、否",
  })),
  "value-list-empty-item": entry("error", ({ name, actual }: NamedValue) => ({
    message: `“${name}”里有一项是空的`,
    actual: excerpt(actual),
    hint: "请检查是不是多打了顿号、逗号或换行",
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
    hint: "请核对这个数，特别是负号和小数点",
  })),
  "value-too-large": entry("error", ({ name, actual, maximum }: NamedValue & { maximum: string }) => ({
    message: `“${name}”太大`,
    actual,
    expected: `不大于 ${maximum}`,
    hint: "请核对这个数，特别是位数和小数点",
  })),
  "value-too-many-decimals": entry("error", ({ name, actual, decimals }: NamedValue & { decimals: number }) => ({
    message: `“${name}”的小数位数太多`,
    actual,
    expected: decimals === 0 ? "整数" : `最多${String(decimals)}位小数`,
    hint: "请核对这个数，或按要求四舍五入后重新填写",
  })),
  "value-pattern": entry(
    "error",
    ({ name, actual, description, isCode }: NamedValue & { description: string; isCode: boolean }) => ({
      message: `“${name}”的格式不对`,
      actual: excerpt(actual),
      expected: description,
      hint: isCode
        ? "请核对编码；如果开头的 0 被 Excel 去掉了，请先把单元格格式设为“文本”，再重新输入"
        : "请照要求改正",
    }),
  ),
  "value-wrong-shape": entry(
    "error",
    ({
      name,
      expected,
      found,
      actual,
      description,
    }: Named & { expected: string; found: string; actual: string | undefined; description: string | undefined }) => ({
      message: `“${name}”的写法不对`,
      actual: actual === undefined ? (shapeWords[found] ?? found) : excerpt(actual),
      ...(expectedWords[expected] === undefined ? {} : { expected: expectedWords[expected] }),
      hint: description === undefined ? "请对照样例改写" : `这里应当写：${description}`,
    }),
  ),
  "value-format": entry("error", ({ name, actual, wanted }: NamedValue & { wanted: string }) => ({
    message: `“${name}”应当是${wanted === "whole-number" ? "整数" : "数"}`,
    actual: excerpt(actual),
    expected: wanted === "whole-number" ? "用阿拉伯数字写的整数，例如 3" : "用阿拉伯数字写的数，例如 3 或 0.5",
  })),
  "key-unknown": entry(
    "error",
    ({ key, known, nearest }: { key: string; known: readonly string[]; nearest: string | undefined }) => ({
      message: `这里不能写“${excerpt(key)}”，没有这一项`,
      ...(known.length === 0 || nearest !== undefined ? {} : { expected: quoteNames(known) }),
      hint: suggestion(nearest, "请检查冒号前面的名称，或删去这一项"),
    }),
  ),
  "key-missing": entry(
    "error",
    ({
      name,
      key,
      written,
      description,
    }: Named & { key: string; written: boolean; description: string | undefined }) => ({
      message: written ? `“${name}”后面没有内容` : `缺少“${name}”`,
      actual: written ? "空白" : "没有写",
      expected: description ?? "必须填写",
      hint: written ? "请在冒号和空格后面补上内容" : `请加上“${key}: ……”（冒号是半角，后面有一个空格）`,
    }),
  ),
  "list-too-short": entry("error", ({ name }: Named) => ({
    message: `“${name}”至少要有一项`,
    actual: "空列表",
    hint: "请补上，或删去这一项",
  })),
  "field-number-range": entry(
    "error",
    ({ name, actual, minimum, maximum }: NamedValue & { minimum: number; maximum: number }) => ({
      message: `“${name}”超出了范围`,
      actual: excerpt(actual),
      expected: `${String(minimum)} 至 ${String(maximum)}`,
    }),
  ),
  "field-wrong-shape": entry("error", ({ name, kind, found }: Named & { kind: string; found: string }) => ({
    message: `“${name}”的写法不对`,
    actual: shapeWords[found] ?? found,
    expected: kind === "list" ? "一段文字，或一个列表" : "一段文字或一个数",
    hint: "请对照样例改写",
  })),
  "period-kind": entry("error", () => ({
    message: "“期间”只能写一种：季度、半年、月、年度不能同时写",
    expected: "例如 {年: 2024, 季度: 2}",
    hint: "请留下这一期的一种，删去其他的",
  })),
  "period-months": entry("error", () => ({
    message: "“至月”应当晚于“月”",
    expected: "例如 {年: 2021, 月: 7, 至月: 8}",
    hint: "只有一个月时不写“至月”；跨年度的期间写不了，请分成两期",
  })),
  "date-range-order": entry("error", ({ name }: Named) => ({
    message: `“${name}”的起始日期晚于截止日期`,
    hint: "请检查两个日期是否写反，年份是否写错",
  })),
  "dataset-too-few-rows": entry("error", ({ name, actual, minimum }: Named & { actual: number; minimum: number }) => ({
    message: actual === 0 ? `数据表“${name}”一行数据也没有` : `数据表“${name}”的行数太少`,
    actual: `${String(actual)}行`,
    expected: `至少${String(minimum)}行`,
    hint: "请检查数据是否填完、是否都填在列标题的下面",
  })),
  "row-repeated": entry("error", ({ columns, values }: { columns: readonly string[]; values: readonly string[] }) => ({
    message: columns.length === 1 ? `“${columns.join("")}”有重复` : `有两行的${quoteNames(columns)}完全相同`,
    actual: excerpt(values.join("、")),
    expected: "每行不同",
    hint: "请核对是否重复登记，或有一处写错了",
  })),
  "names-look-alike": entry(
    "warning",
    (found: {
      readonly column: string;
      readonly text: string;
      readonly at: number;
      readonly earlier: string;
      readonly later: string;
    }) => ({
      message: `“${found.column}”有两个看起来一样、实际不同的“${excerpt(found.text)}”`,
      actual: `第${String(found.at)}个字符：前一处是${found.earlier}，这里是${found.later}`,
      expected: "同一个名称写得完全一样",
      hint: "同一个的，请把前一处复制过来；确实是两个的，请在名称里加以区别",
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
      message: `“${name}”里的“${excerpt(actual)}”在数据表“${dataset}”里找不到`,
      actual: excerpt(actual),
      expected: `数据表“${dataset}”的“${column}”一列里有的名称`,
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
      hint: hint === "" ? "请核对有关的数据" : hint,
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
