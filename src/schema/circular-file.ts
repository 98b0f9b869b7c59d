import { compareDates } from "../facts/numbers/civil-date.js";
import type { CircularPeriod } from "../facts/numbers/period.js";
import type { FieldValue } from "./dataset.js";
import type { CircularType, FieldDefinition } from "./definitions.js";
import {
  anything,
  converted,
  list,
  map,
  mapAmongOthers,
  named,
  needed,
  oneOrMany,
  optional,
  refined,
  refused,
  type EditorForm,
  type Form,
  type Member,
  type Problem,
  type ValuesOf,
} from "./forms.js";
import { choice, date, line, text, wholeNumber, yesNo } from "./scalar-forms.js";
import { readValue, type RawValue } from "./read-value.js";

/*
 * The shape of data/<edition>/circular.yaml: the elements that every circular has, then the fields that its type declares.
 */

const month = wholeNumber(1, 12);

const periodForm = converted(
  refined(
    map({
      年: needed(wholeNumber(1949, 2999), "四位数的年份"),
      季度: optional(wholeNumber(1, 4)),
      半年: optional({ ...choice(["上", "下"]), editorForm: { enum: ["上", "下"] } }),
      月: optional(month, "月度通报的月份；两个月以上的写起始月"),
      至月: optional(month, "跨几个月时的最后一个月"),
      年度: optional(yesNo, "年度考评写“是”"),
    }),
    (period) => {
      const kinds = [period.季度, period.半年, period.月, period.年度 === true ? true : undefined].filter(
        (value) => value !== undefined,
      );
      const problems: Problem[] = kinds.length > 1 ? [{ code: "period-kind" }] : [];
      if (period.至月 !== undefined && (period.月 === undefined || period.至月 <= period.月)) {
        problems.push({ code: "period-months", path: ["至月"] });
      }
      return problems;
    },
  ),
  (period): CircularPeriod => ({
    year: period.年,
    ...(period.季度 === undefined ? {} : { quarter: period.季度 as 1 | 2 | 3 | 4 }),
    ...(period.半年 === undefined ? {} : { half: period.半年 === "上" ? (1 as const) : (2 as const) }),
    ...(period.月 === undefined ? {} : { month: period.月 }),
    ...(period.至月 === undefined ? {} : { endMonth: period.至月 }),
    ...(period.年度 === true ? { annual: true } : {}),
  }),
);

/** 份号: six digits (GB/T 9704-2012 §7.2.1). */
const copyNumber: Form<string> = {
  read: (value) => (typeof value === "string" && sixDigits.test(value) ? value.padStart(6, "0") : refused),
  schema: ({ z }) =>
    z
      .string()
      .refine((value) => sixDigits.test(value), { params: { code: "copy-number" } })
      .transform((value) => value.padStart(6, "0")),
  editorForm: { type: ["string", "integer"] },
};

const sixDigits = /^\d{1,6}$/u;

const elements = {
  通报类型: needed(text, "templates 文件夹里的类型名"),
  期间: needed(periodForm, "检查的期间，例如 {年: 2024, 季度: 2}"),
  发文机关: needed(line, "发文机关全称"),
  标题: optional(oneOrMany(text), "不用类型里的标题时，在这里按行写"),
  主送: optional(line, "主送机关；末尾的冒号可以不写"),
  署名: optional(oneOrMany(line), "缺省与发文机关相同；联合发文时逐个写"),
  成文日期: needed(date, "负责人签发的日期，例如 2024-07-10"),
  公开方式: optional(line, "例如 主动公开"),
  附注: optional(line, "印在成文日期下一行的圆括号里，例如 此件公开发布"),
  版式: optional(
    map({
      格式: optional(choice(["普通", "红头", "信函"]), "普通：不印版头；红头：文件格式；信函：信函格式"),
      用印: optional(yesNo, "是否为印章留出位置"),
      页码: optional(choice(["外侧", "居中"]), "外侧：单页居右、双页居左"),
      西文字体: optional(choice(["同正文", "Times New Roman"])),
      标题加粗: optional(yesNo, "二级标题是否加粗"),
      双面装订: optional(yesNo, "双面印刷时左右页边距对调"),
    }),
  ),
  版头: optional(
    map({
      份号: optional(copyNumber, "六位数字，不足六位的前面补 0"),
      密级: optional(line, "例如 秘密★1年"),
      紧急程度: optional(choice(["特急", "加急"])),
      发文机关标志: optional(oneOrMany(line), "红头上的字，缺省为发文机关加“文件”"),
      发文字号: optional(line, "例如 潮府办函〔2024〕12号"),
    }),
  ),
  版记: optional(
    map({
      抄送: optional(line),
      印发机关: optional(line),
      印发日期: optional(date),
    }),
  ),
  数字格式: optional(map({ 比率小数位: optional(wholeNumber(0, 6), "合格率等百分比保留几位小数，全文统一") })),
  上期: optional(line, "上一期的文件夹名，与本期的文件夹放在一起，例如 2024q1；核对时与它比较"),
  简称: optional(
    named(text, text),
    "简称: 全称，如 {市国动办: 潮州市国防动员办公室}；核对时两种写法算一个，加在类型的“简称”之上",
  ),
  核稿: optional(
    list(
      map({
        规则: needed(line, "规则的编号，例如 heading-single"),
        级别: needed(choice(["关闭", "提示", "警告", "错误"]), "关闭：不再检查；其余：发现后按这个级别报告"),
        理由: needed(line, "为什么这样处理，会印在核稿报告里"),
      }),
    ),
    "个别核稿规则不适用于这一期时，在这里逐条关闭或改变级别，并写明理由",
  ),
  数据文件: optional(oneOrMany(text), "检查结果所在的文件：.xlsx 或 .yaml，与本文件放在同一文件夹"),
  数据表: optional(anything, "检查结果也可以直接写在这里：数据表名下逐行列出"),
};

/** The names of the elements that every circular has; a type's fields must have other names. */
export const elementNames: readonly string[] = Object.keys(elements);

/** The name of the type, which circular.yaml must give before anything else of it can be looked at. */
export const typeNameForm = elements.通报类型.form;

/** The part of circular.yaml that can be validated without its type. */
export const circularElementsForm = mapAmongOthers(elements);

/** The common elements, validated. Fields of the type are beside them under their own names. */
export type CircularElements = ValuesOf<typeof elements>;

/**
 * The form of circular.yaml for one circular type.
 *
 * @param type whose fields are allowed beside the common elements
 */
export function circularFileForm(type: CircularType): Form<CircularElements & Record<string, unknown>> {
  return map({ ...elements, ...membersOf(type.fields) });
}

/** A validated field: a value, a group of named values, or several groups. */
export type FieldContent = FieldValue | FieldGroup | readonly FieldGroup[];
export interface FieldGroup {
  readonly [name: string]: FieldContent;
}

function membersOf(fields: readonly FieldDefinition[]): Record<string, Member<unknown>> {
  const members = Object.create(null) as Record<string, Member<unknown>>;
  for (const field of fields) {
    const { required, defaultValue: fallback } = field;
    members[field.name] = { form: fieldForm(field), optional: fallback === undefined && !required, fallback };
  }
  return members;
}

function fieldForm(field: FieldDefinition): Form<unknown> {
  switch (field.kind) {
    case "group":
      return map(membersOf(field.fields));
    case "records":
      return list(map(membersOf(field.fields)), field.required ? 1 : 0);
    case "dateRange":
      return refined(map({ 起: needed(date), 止: needed(date) }), (range) =>
        compareDates(range.起, range.止) > 0 ? [{ code: "date-range-order" }] : [],
      );
    default:
      return scalarFieldForm(field);
  }
}

/** A value that stands alone in YAML; a list may also be written as a YAML list. */
function scalarFieldForm(field: FieldDefinition): Form<FieldValue> {
  const accepts = (value: unknown): value is RawValue =>
    typeof value === "string" || (field.kind === "list" && isTexts(value));
  return {
    read: (value) => {
      let wrong = !accepts(value);
      const read = accepts(value)
        ? readValue(value, field, () => {
            wrong = true;
          })
        : undefined;
      return wrong ? refused : read;
    },
    schema: ({ z }) => {
      const params = { code: "field-wrong-shape", particulars: { kind: field.kind } };
      const schema = z.custom<RawValue>(accepts, { params }).transform((raw, context) =>
        readValue(raw, field, (code, particulars) => {
          context.issues.push({ code: "custom", input: raw, params: { code, particulars } });
        }),
      );
      return field.description === "" ? schema : schema.describe(field.description);
    },
    editorForm: scalarEditorForm(field),
  };
}

function scalarEditorForm(field: FieldDefinition): EditorForm {
  switch (field.kind) {
    case "choice":
      return { enum: [...field.choices] };
    case "list":
      return { anyOf: [{ type: "array", items: { type: ["string", "number"] } }, { type: "string" }] };
    case "integer":
      return { type: "integer" };
    case "yesNo":
      return { enum: ["是", "否", true, false] };
    default:
      return { type: ["string", "number"] };
  }
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
