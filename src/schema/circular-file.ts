import * as z from "zod";
import { compareDates, parseDate, type CivilDate } from "../facts/numbers/civil-date.js";
import type { CircularPeriod } from "../facts/numbers/period.js";
import type { CircularType, FieldDefinition } from "./definitions.js";
import { line, oneOrMany, text, wholeNumber, withEditorForm, yesNo } from "./scalars.js";
import { valueSchema, type RawValue } from "./value-schema.js";
import type { FieldValue } from "./dataset.js";

/*
 * The shape of data/<edition>/circular.yaml: the elements that every circular has, then the fields that its type declares.
 */

/** A date as written in YAML: 2024-07-10 or 2024年7月10日. */
function date(): z.ZodType<CivilDate, string> {
  return withEditorForm(
    z.string().transform((value, context): CivilDate => {
      const parsed = parseDate(value);
      if (parsed !== undefined) return parsed;
      context.issues.push({
        code: "custom",
        input: value,
        params: { code: "value-not-date" },
      });
      return z.NEVER;
    }),
    { type: "string" },
  );
}

const month = () => wholeNumber(1, 12);

const periodSchema = z
  .strictObject({
    年: wholeNumber(1949, 2999).describe("四位数的年份"),
    季度: wholeNumber(1, 4).optional(),
    半年: withEditorForm(z.enum(["上", "下"]), { enum: ["上", "下"] }).optional(),
    月: month().optional().describe("月度通报的月份；两个月以上的写起始月"),
    至月: month().optional().describe("跨几个月时的最后一个月"),
    年度: yesNo().optional().describe("年度考评写“是”"),
  })
  .superRefine((period, context) => {
    const kinds = [period.季度, period.半年, period.月, period.年度 === true ? true : undefined].filter(
      (value) => value !== undefined,
    );
    if (kinds.length > 1) context.addIssue({ code: "custom", params: { code: "period-kind" } });
    if (period.至月 !== undefined && (period.月 === undefined || period.至月 <= period.月)) {
      context.addIssue({ code: "custom", path: ["至月"], params: { code: "period-months" } });
    }
  })
  .transform((period): CircularPeriod => {
    const result: CircularPeriod = { year: period.年 };
    return {
      ...result,
      ...(period.季度 === undefined ? {} : { quarter: period.季度 as 1 | 2 | 3 | 4 }),
      ...(period.半年 === undefined ? {} : { half: period.半年 === "上" ? (1 as const) : (2 as const) }),
      ...(period.月 === undefined ? {} : { month: period.月 }),
      ...(period.至月 === undefined ? {} : { endMonth: period.至月 }),
      ...(period.年度 === true ? { annual: true } : {}),
    };
  });

/** 份号: six digits (GB/T 9704-2012 §7.2.1). */
function copyNumber(): z.ZodType<string, string> {
  const schema = z
    .string()
    .refine((value) => /^\d{1,6}$/u.test(value), { params: { code: "copy-number" } })
    .transform((value) => value.padStart(6, "0"));
  return withEditorForm(schema, { type: ["string", "integer"] });
}

const elementShape = {
  通报类型: text().describe("templates 文件夹里的类型名"),
  期间: periodSchema.describe("检查的期间，例如 {年: 2024, 季度: 2}"),
  发文机关: line().describe("发文机关全称"),
  标题: oneOrMany(text()).optional().describe("不用类型里的标题时，在这里按行写"),
  主送: line().optional().describe("主送机关；末尾的冒号可以不写"),
  署名: oneOrMany(line()).optional().describe("缺省与发文机关相同；联合发文时逐个写"),
  成文日期: date().describe("负责人签发的日期，例如 2024-07-10"),
  公开方式: line().optional().describe("例如 主动公开"),
  附注: line().optional().describe("印在成文日期下一行的圆括号里，例如 此件公开发布"),
  版式: z
    .strictObject({
      格式: z.enum(["普通", "红头", "信函"]).optional().describe("普通：不印版头；红头：文件格式；信函：信函格式"),
      用印: yesNo().optional().describe("是否为印章留出位置"),
      页码: z.enum(["外侧", "居中"]).optional().describe("外侧：单页居右、双页居左"),
      西文字体: z.enum(["同正文", "Times New Roman"]).optional(),
      标题加粗: yesNo().optional().describe("二级标题是否加粗"),
      双面装订: yesNo().optional().describe("双面印刷时左右页边距对调"),
    })
    .optional(),
  版头: z
    .strictObject({
      份号: copyNumber().optional().describe("六位数字，不足六位的前面补 0"),
      密级: line().optional().describe("例如 秘密★1年"),
      紧急程度: z.enum(["特急", "加急"]).optional(),
      发文机关标志: oneOrMany(line()).optional().describe("红头上的字，缺省为发文机关加“文件”"),
      发文字号: line().optional().describe("例如 潮府办函〔2024〕12号"),
    })
    .optional(),
  版记: z
    .strictObject({
      抄送: line().optional(),
      印发机关: line().optional(),
      印发日期: date().optional(),
    })
    .optional(),
  数字格式: z
    .strictObject({ 比率小数位: wholeNumber(0, 6).optional().describe("合格率等百分比保留几位小数，全文统一") })
    .optional(),
  上期: line().optional().describe("上一期的文件夹名，与本期的文件夹放在一起，例如 2024q1；核对时与它比较"),
  简称: z
    .record(text(), text())
    .optional()
    .describe("简称: 全称，如 {市国动办: 潮州市国防动员办公室}；核对时两种写法算一个，加在类型的“简称”之上"),
  核稿: z
    .array(
      z.strictObject({
        规则: line().describe("规则的编号，例如 heading-single"),
        级别: z.enum(["关闭", "提示", "警告", "错误"]).describe("关闭：不再检查；其余：发现后按这个级别报告"),
        理由: line().describe("为什么这样处理，会印在核稿报告里"),
      }),
    )
    .optional()
    .describe("个别核稿规则不适用于这一期时，在这里逐条关闭或改变级别，并写明理由"),
  数据文件: oneOrMany(text()).optional().describe("检查结果所在的文件：.xlsx 或 .yaml，与本文件放在同一文件夹"),
  数据表: z.unknown().optional().describe("检查结果也可以直接写在这里：数据表名下逐行列出"),
};

/** The names of the elements that every circular has; a type's fields must have other names. */
export const elementNames: readonly string[] = Object.keys(elementShape);

/** The part of circular.yaml that names its type. */
export const circularHeadSchema = z.looseObject({ 通报类型: elementShape.通报类型 });

/** The part of circular.yaml that can be validated without its type. */
export const circularElementsSchema = z.looseObject(elementShape);

/**
 * The schema of circular.yaml for one circular type.
 *
 * @param type whose fields are allowed beside the common elements
 */
export function circularFileSchema(type: CircularType) {
  const fields = Object.create(null) as Record<string, z.ZodType>;
  for (const field of type.fields) fields[field.name] = fieldSchema(field);
  return z.strictObject({ ...elementShape, ...fields });
}

/** The common elements, validated. Fields of the type are beside them under their own names. */
export type CircularElements = z.output<z.ZodObject<typeof elementShape>>;

/** A validated field: a value, a group of named values, or several groups. */
export type FieldContent = FieldValue | FieldGroup | readonly FieldGroup[];
export interface FieldGroup {
  readonly [name: string]: FieldContent;
}

function fieldSchema(field: FieldDefinition): z.ZodType {
  let schema: z.ZodType;
  switch (field.kind) {
    case "group":
      schema = groupSchema(field);
      break;
    case "records":
      schema = z.array(groupSchema(field)).min(field.required ? 1 : 0);
      break;
    case "dateRange":
      schema = z.strictObject({ 起: date(), 止: date() }).superRefine((range, context) => {
        if (compareDates(range.起, range.止) > 0) {
          context.addIssue({ code: "custom", params: { code: "date-range-order" } });
        }
      });
      break;
    default:
      schema = scalarFieldSchema(field);
  }
  if (field.defaultValue !== undefined) return schema.prefault(field.defaultValue);
  return field.required ? schema : schema.optional();
}

function groupSchema(field: FieldDefinition): z.ZodType {
  const fields = Object.create(null) as Record<string, z.ZodType>;
  for (const inner of field.fields) fields[inner.name] = fieldSchema(inner);
  return z.strictObject(fields);
}

/** A value that stands alone in YAML; a list may also be written as a YAML list. */
function scalarFieldSchema(field: FieldDefinition): z.ZodType {
  const form: Record<string, unknown> =
    field.kind === "choice"
      ? { enum: [...field.choices] }
      : field.kind === "list"
        ? { anyOf: [{ type: "array", items: { type: ["string", "number"] } }, { type: "string" }] }
        : field.kind === "integer"
          ? { type: "integer" }
          : field.kind === "yesNo"
            ? { enum: ["是", "否", true, false] }
            : { type: ["string", "number"] };
  const described = field.description === "" ? undefined : field.description;
  const accepts =
    field.kind === "list"
      ? z.custom<RawValue>((value) => typeof value === "string" || isTexts(value), { params: wrongShape(field) })
      : z.custom<RawValue>((value) => typeof value === "string", { params: wrongShape(field) });
  const schema = withEditorForm(accepts.pipe(valueSchema(field)), form);
  if (described === undefined) return schema;
  return withEditorForm(schema.describe(described), form);
}

function wrongShape(field: FieldDefinition) {
  return { code: "field-wrong-shape", particulars: { kind: field.kind } };
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
