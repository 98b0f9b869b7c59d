import { entry } from "../diagnostic.js";
import { excerpt, quoteNames, suggestion } from "./wording.js";

interface Named {
  readonly name: string;
}
interface Unknown extends Named {
  readonly known: readonly string[];
  readonly nearest: string | undefined;
}

/** Messages about type.yaml: what a schema alone cannot see. */
export const typeMessages = {
  "type-file-missing": entry("error", ({ folder }: { folder: string }) => ({
    message: `类型文件夹 ${folder} 里没有 type.yaml`,
    hint: "请检查文件夹是否完整，文件名是否写对",
  })),
  "body-file-missing": entry("error", () => ({
    message: "没有正文模板 body.hbs",
    hint: "每个通报类型都要有一个 body.hbs，与 type.yaml 放在同一文件夹",
  })),
  "type-choice-without-values": entry("error", ({ name }: Named) => ({
    message: `“${name}”的类型是选项，但没有写“取值”`,
    expected: "例如 取值: [合格, 不合格]",
    hint: "请写上允许填的值；不限制取值的，把类型改为文本",
  })),
  "type-unknown-choice": entry("error", ({ name, nearest }: Named & { nearest: string | undefined }) => ({
    message: `“取值别名”里冒号后面的“${name}”不在“取值”里`,
    expected: "“取值”里有的值",
    hint: suggestion(nearest, "请改成“取值”里有的值"),
  })),
  "type-pattern-too-long": entry("error", ({ limit }: { limit: number }) => ({
    message: "“格式”太长",
    expected: `不超过${String(limit)}个字符`,
    hint: "请写得短一些",
  })),
  "type-pattern-invalid": entry("error", ({ pattern }: { pattern: string }) => ({
    message: "“格式”不是有效的正则表达式",
    actual: excerpt(pattern),
    hint: "请检查括号是否成对、“*”“+”“?”前面有没有内容；写不来的可以删去“格式”，不作限制",
  })),
  "type-pattern-unsupported": entry("error", ({ pattern }: { pattern: string }) => ({
    message: "“格式”用了这里不支持的写法",
    actual: excerpt(pattern),
    expected: "字符、字符组、选择、次数，展开后不超过1000个字符",
    hint: "前后预查（?= 等）、反向引用（\\1）、单词边界（\\b）和很大的次数不能用，请换一种写法或写得宽一些",
  })),
  "type-field-name-taken": entry("error", ({ name }: Named) => ({
    message: `字段“${name}”与每份通报都有的要素同名`,
    hint: "请换一个名称；如果就是指那个要素，不用在“字段”里再写",
  })),
  "type-field-children": entry("error", ({ name, compound }: Named & { compound: boolean }) => ({
    message: compound ? `“${name}”的类型是组或多项，但没有写“字段”` : `“${name}”写了“字段”，但类型不是组或多项`,
    hint: compound ? "请在“字段”里写明组内有哪几项" : "请把类型改为“组”（只有一组）或“多项”（有几组），或删去“字段”",
  })),
  "type-column-kind": entry("error", ({ name }: Named) => ({
    message: `列“${name}”的类型只能用于“字段”，不能用于数据表的列`,
    expected: "文本、整数、数值、百分比、日期、选项、是否、编码、列表、数值或文字中的一种",
  })),
  "type-total-under-label": entry("error", ({ title, span }: { title: string; span: number }) => ({
    message: `要合计的列“${title}”被合计行的标签盖住了`,
    actual: `标签占列: ${String(span)}`,
    hint: "请减小“标签占列”，或把这一列移到后面",
  })),
  "type-total-not-again": entry("error", ({ title, grouped }: { title: string; grouped: boolean }) => ({
    message: `合计行不能“重算”列“${title}”`,
    actual: grouped ? "这一列没有“值”" : "这张表没有“分组”",
    expected: "分组的表里用“值”算出来的列",
    hint: "请改用“求和”，或者在“另算”里写出表达式",
  })),
  "type-total-span": entry("error", ({ span, columns }: { span: number; columns: number }) => ({
    message: "合计行的标签比表格还宽",
    actual: `标签占列: ${String(span)}`,
    expected: `不超过${String(columns)}列`,
    hint: "请减小“标签占列”",
  })),
  "type-too-many-columns": entry("error", ({ columns, limit }: { columns: number; limit: number }) => ({
    message: `一张表有${String(columns)}列，Word 放不下`,
    expected: `Word 的表格最多${String(limit)}列`,
    hint: "请分成几张表",
  })),
  "type-column-kinds": entry("error", ({ title, kinds }: { title: string; kinds: readonly string[] }) => ({
    message: `列“${title}”只能用取、序号、值、排名中的一种得到`,
    actual: kinds.join("、"),
    hint: "请只留下一种",
  })),
  "type-limits-reversed": entry(
    "error",
    ({ name, minimum, maximum }: Named & { minimum: number; maximum: number }) => ({
      message: `“${name}”的最小值比最大值还大，什么数也填不进去`,
      actual: `最小: ${String(minimum)}，最大: ${String(maximum)}`,
      hint: "请检查是不是写反了",
    }),
  ),
  "type-column-not-number": entry("error", ({ title, use, kind }: { title: string; use: string; kind: string }) => ({
    message: `“${title}”一列不是数，不能用来${use}`,
    actual: kind,
    expected: "类型为整数、数值、百分比或数值或文字的列",
  })),
  "type-unknown-order": entry(
    "error",
    ({
      name,
      value,
      choices,
      nearest,
    }: Named & { value: string; choices: readonly string[]; nearest: string | undefined }) => ({
      message: `“次序”里的“${value}”不是“${name}”允许的值`,
      expected: choices.join("、"),
      hint: suggestion(nearest, "请改成“取值”里有的值"),
    }),
  ),
  "type-attachment-key-repeated": entry("error", ({ key }: { key: string }) => ({
    message: `两个附件的键都是“${key}”`,
    hint: "请给其中一个附件另写“键”",
  })),
  "type-unknown-dataset": entry("error", ({ name, known, nearest }: Unknown) => ({
    message: `这个类型里没有数据表“${name}”`,
    expected: quoteNames(known),
    hint: suggestion(nearest, "请检查名称，或在“数据表”里加上它"),
  })),
  "type-unknown-column": entry("error", ({ name, dataset, known, nearest }: Unknown & { dataset: string }) => ({
    message: `“${dataset}”里没有列“${name}”`,
    expected: quoteNames(known),
    hint: suggestion(nearest, "请检查列名"),
  })),
  "type-content-kind": entry("error", ({ found }: { found: readonly string[] }) => ({
    message: "附件内容的每一项只能是表、注、表名、正文、图片中的一种",
    actual: found.length === 0 ? "一种也没有" : found.join("、"),
    hint: found.length === 0 ? "请写上其中一种，或删去这一项" : "请把它们分成几项，每项以“- ”开头",
  })),
  "type-name-is-helper": entry("error", ({ name, what }: Named & { what: string }) => ({
    message: `${what}“${name}”与模板里的助手“${name}”同名，会分不清`,
    hint: "请换一个名称，助手的名称见 docs/助手.md",
  })),
  "type-name-repeated": entry("error", ({ name, what, other }: Named & { what: string; other: string }) => ({
    message: `${what}“${name}”与${other}“${name}”同名，模板里会分不清`,
    hint: "请给其中一个换个名称",
  })),
  "type-picture-field": entry("error", ({ name, known, nearest }: Unknown) => ({
    message: `“图片”应当是类型为图片的字段，没有这样的字段“${name}”`,
    ...(known.length === 0 ? {} : { expected: quoteNames(known) }),
    hint: suggestion(nearest, "请在“字段”里加上它，类型写“图片”"),
  })),
  "type-rows-expression": entry("error", ({ actual, dataset }: { actual: string; dataset: string }) => ({
    message: `“行”应当是取得数据表“${dataset}”的行的表达式`,
    actual: excerpt(actual),
    expected: `例如 筛选 ${dataset} 列=…… 等于=……`,
  })),
  "type-cell-expression": entry("error", ({ actual, found }: { actual: string; found: string }) => ({
    message: `“值”应当算出一个数或一个词，算出来的却是${found}`,
    actual: excerpt(actual),
    hint: "名单请用列表类型的列；要数目用“行数”",
  })),
  "fact-refers-to-itself": entry("error", ({ name, chain }: Named & { chain: readonly string[] }) => ({
    message: `事实“${name}”绕了一圈又用到自己，算不出来`,
    actual: [...chain, name].join(" → "),
    hint: "请改写其中一个，让它只用数据表和别的事实",
  })),
  "fact-too-deep": entry("error", ({ name, limit }: Named & { limit: number }) => ({
    message: `事实“${name}”一个接一个地用到太多别的事实`,
    expected: `连同圆括号，一层套一层不超过${String(limit)}层`,
    hint: "请让其中一些事实直接由数据表算出",
  })),
};
