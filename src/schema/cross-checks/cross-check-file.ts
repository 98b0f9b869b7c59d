import * as z from "zod";
import { anyNumber, oneOrMany, text, wholeNumber, withEditorForm, yesNo } from "../scalars.js";
import { tieRuleNames } from "../tie-rule.js";

/*
 * The entries of 核对 in type.yaml: a free condition, or one of the built-in rules by its name in 规则. The rules are few on purpose: each
 * is something that a proofreader does by hand with two tables beside each other, and none of them needs an expression language.
 */

const datasetName = () => text().describe("数据表的名称");
const columnName = (description: string) => text().describe(description);

const common = {
  说明: text().optional().describe("用一句话说清楚核对什么，写给看报告的人"),
  级别: z.enum(["错误", "警告", "提示"]).optional().describe("不符时是错误、警告还是提示"),
  处理: text().optional().describe("不符时该怎么办；不写就用程序自己的说法"),
};

const optionalRow = {
  数据表: datasetName().optional().describe("写了数据表，就对它的每一行核对，表达式里可以直接写列名"),
};

/** One column or several; always several afterwards. */
function rosterColumns() {
  const form = {
    type: "object",
    properties: { 数据表: { type: "string" }, 列: { type: "string" } },
    required: ["数据表", "列"],
    additionalProperties: false,
  };
  const schema = z.preprocess(
    (value) => (Array.isArray(value) || value === undefined ? value : [value]),
    z.array(z.strictObject({ 数据表: text(), 列: text() })).min(1),
  );
  return withEditorForm(schema, { anyOf: [form, { type: "array", items: form, minItems: 1 }] });
}

const conditionEntry = z.strictObject({
  规则: z.literal("条件").optional().describe("不写规则，就是写条件"),
  说明: text().describe("应当成立的事，用一句话说清楚"),
  条件: text().describe("表达式，不成立时按级别报告"),
  逐行: text().optional().describe("数据表的名称：条件对它的每一行都要成立，条件里可以直接写列名"),
  级别: z.enum(["错误", "警告", "提示"]).optional().describe("缺省为错误"),
  处理: text().optional().describe("不成立时该怎么办"),
});

const referenceEntry = z.strictObject({
  规则: z.literal("引用").describe("一列里的名称都在名册里，认得简称"),
  ...common,
  数据表: datasetName(),
  列: columnName("要查的列；列表类型的列逐项查"),
  名册: rosterColumns().describe("名册所在的数据表和列；写几处时，在其中一处就行"),
  另可: oneOrMany(text()).optional().describe("名册以外也可以写的名称"),
  认简称: yesNo().optional().describe("是否把简称当作全称（市教育局＝某某市教育局），缺省为是"),
});

const verdictEntry = z.strictObject({
  规则: z.literal("结论与问题").describe("结论不合格的都写明了问题；有否决问题的，结论应当不合格"),
  ...common,
  数据表: datasetName().describe("写结论的数据表"),
  对象: oneOrMany(text()).describe("能认出是谁的列，如 账号名称"),
  结论: columnName("写结论的列"),
  不合格: oneOrMany(text()).describe("哪些值算不合格"),
  问题表: datasetName().describe("写问题的数据表"),
  问题对象: oneOrMany(text()).describe("问题表里与“对象”对应的列，个数相同；可以是列表类型"),
  否决: z
    .strictObject({ 列: text(), 值: oneOrMany(text()) })
    .optional()
    .describe("问题表里这一列是这些值的，算单项否决：涉及的对象结论都应当不合格"),
});

const repeatedEntry = z.strictObject({
  规则: z.literal("不重复").describe("几列合在一起不得重复，也可以几张表一起查"),
  ...common,
  数据表: datasetName(),
  列: oneOrMany(text()).describe("合在一起不得重复的列；列表类型的列逐项查"),
  比对: z
    .array(z.strictObject({ 数据表: text(), 列: oneOrMany(text()) }))
    .min(1)
    .optional()
    .describe("还要一起查的表和列，列的个数相同；例如同一账号不得既被否决又被扣分"),
});

const ordinalEntry = z.strictObject({
  规则: z.literal("序号连续").describe("序号从小到大，不跳号，不重号"),
  ...common,
  数据表: datasetName(),
  列: columnName("写序号的列"),
  起: wholeNumber().optional().describe("从几开始，缺省为 1"),
  同号: yesNo().optional().describe("相邻的几行是否可以用同一个序号，缺省为否"),
  同号按: text().optional().describe("这一列相同的相邻各行用同一个序号，如 单位名称"),
  分段: text().optional().describe("这一列的值变了就从头编号"),
});

const rowSumEntry = z.strictObject({
  规则: z.literal("行合计").describe("每一行里，一列等于另外几列之和"),
  ...common,
  数据表: datasetName(),
  列: columnName("合计数所在的列"),
  各项: z.array(text()).min(1).describe("相加的各列，空白当作 0"),
});

const totalEntry = z.strictObject({
  规则: z.literal("合计").describe("一列的合计（不写列就是行数）等于另外给出的数"),
  ...common,
  数据表: datasetName(),
  列: oneOrMany(text()).optional().describe("相加的列；不写就数行数"),
  行: text().optional().describe("只算一部分行时，写取得这些行的表达式"),
  等于: text().optional().describe("另外给出的数：表达式，如 统计.网站总数"),
  合计行: yesNo().optional().describe("写“是”：与工作表里自己的“合计”“小计”行比较"),
  分组: text().optional().describe("按这一列分组，每组与“对照”里同名的一行比较"),
  对照: z
    .strictObject({ 数据表: text(), 按: text(), 列: text() })
    .optional()
    .describe("分组时另一张表的名称、写组名的列和写合计数的列"),
});

const rankEntry = z.strictObject({
  规则: z.literal("排名").describe("名次与得分相符"),
  ...common,
  数据表: datasetName(),
  名次: columnName("写名次的列"),
  按: columnName("得分的列"),
  升序: yesNo().optional().describe("数值小的排在前面，缺省为否"),
  并列: z
    .enum(Object.keys(tieRuleNames) as [keyof typeof tieRuleNames])
    .optional()
    .describe("分数相同时：占位（1、2、2、4）、不占位（1、2、2、3）、不并列（1、2、3、4），缺省为占位"),
  分组: text().optional().describe("按这一列分组，各组分别排名"),
});

const gradeEntry = z.strictObject({
  规则: z.literal("等次").describe("等次与得分相符"),
  ...common,
  数据表: datasetName(),
  等次: columnName("写等次的列"),
  按: columnName("得分的列"),
  分数线: z.record(text(), anyNumber()).optional().describe("等次: 最低分（含），如 {优秀: 90, 良好: 80}"),
  次序: z.array(text()).min(2).optional().describe("没有分数线时，由高到低写出各等次：等次高的得分不低于等次低的"),
  否决列: text().optional().describe("这一列不是 0、“否”或空白的行，不看得分，等次应当是“否决等次”"),
  否决等次: text().optional().describe("缺省为最低的等次"),
});

const rateEntry = z.strictObject({
  规则: z.literal("比率").describe("写出的百分比能由两个数算出来（四舍五入）"),
  ...common,
  ...optionalRow,
  值: text().describe("写百分比的列或字段"),
  分子: text().describe("表达式，如 合格数，或 减 检查数 不合格数"),
  分母: text().describe("表达式，如 检查数"),
  小数位: wholeNumber(0, 6).optional().describe("应当保留几位小数；不写就按实际写出的位数"),
});

const codeEntry = z.strictObject({
  规则: z.literal("编码").describe("网站标识码、新媒体标识码的样子、地区和平台字母"),
  ...common,
  数据表: datasetName(),
  列: columnName("写标识码的列"),
  种类: z.enum(["网站", "新媒体"]).describe("网站：10位；新媒体：16位，如 440600M020XL0001"),
  地区码: oneOrMany(text()).optional().describe("开头可以是哪些地区码，写前几位就行，如 4451"),
  账号类型: text().optional().describe("写账号类型的列：平台字母应当与它相符"),
  平台字母: z
    .record(text(), oneOrMany(text()))
    .optional()
    .describe("字母: 账号类型里的字，如 {WX: 微信}；写了就代替程序自己的对照表"),
});

const dateOrderEntry = z.strictObject({
  规则: z.literal("日期顺序").describe("几个日期由早到晚"),
  ...common,
  ...optionalRow,
  日期: z.array(text()).min(2).describe("由早到晚写出各个日期，如 [检查时间.止, 成文日期, 整改.截止]；没有填的跳过"),
  同日: yesNo().optional().describe("相邻的两个日期是否可以是同一天，缺省为是"),
});

const previousEntry = z.strictObject({
  规则: z.literal("与上期比较").describe("与 circular.yaml 里“上期”所写的一期比较：少了谁、多了谁、数变了多少"),
  ...common,
  数据表: datasetName(),
  按: oneOrMany(text()).optional().describe("认行的列，缺省为主键"),
  变化: z
    .record(text(), z.strictObject({ 差: anyNumber().optional(), 倍: anyNumber().optional() }))
    .optional()
    .describe("列: {差: 数}（相差超过这个数就提醒）或 {倍: 数}（变成几倍或几分之一就提醒）"),
  增减: yesNo().optional().describe("是否报告少了和多了的行，缺省为是"),
});

/** An entry of 核对. */
export const checkEntrySchema = z.discriminatedUnion("规则", [
  conditionEntry,
  referenceEntry,
  verdictEntry,
  repeatedEntry,
  ordinalEntry,
  rowSumEntry,
  totalEntry,
  rankEntry,
  gradeEntry,
  rateEntry,
  codeEntry,
  dateOrderEntry,
  previousEntry,
]);

type CheckEntry = z.output<typeof checkEntrySchema>;
export type ConditionEntry = z.output<typeof conditionEntry>;
export type RuleEntry = Exclude<CheckEntry, ConditionEntry>;

/** Whether an entry names one of the built-in rules. */
export function isRuleEntry(entry: CheckEntry): entry is RuleEntry {
  return entry.规则 !== undefined && entry.规则 !== "条件";
}
