import { list, map, mapByWord, named, needed, oneOrMany, optional, type ValueOf } from "../forms.js";
import { anyNumber, choice, text, wholeNumber, word, yesNo } from "../scalar-forms.js";
import { tieRuleNames } from "../tie-rule.js";

/*
 * The entries of 核对 in type.yaml: a free condition, or one of the built-in rules by its name in 规则. The rules are few on purpose: each
 * is something that a proofreader does by hand with two tables beside each other, and none of them needs an expression language.
 */

const datasetName = needed(text, "数据表的名称");

const common = {
  说明: optional(text, "用一句话说清楚核对什么，写给看报告的人"),
  级别: optional(choice(["错误", "警告", "提示"]), "不符时是错误、警告还是提示"),
  处理: optional(text, "不符时该怎么办；不写就用程序自己的说法"),
};

const optionalRow = {
  数据表: optional(text, "写了数据表，就对它的每一行核对，表达式里可以直接写列名"),
};

/** One column or several; always several afterwards. */
const rosterColumns = oneOrMany({
  ...map({ 数据表: needed(text), 列: needed(text) }),
  editorForm: {
    type: "object",
    properties: { 数据表: { type: "string" }, 列: { type: "string" } },
    required: ["数据表", "列"],
    additionalProperties: false,
  },
});

const conditionEntry = map({
  规则: optional(word("条件"), "不写规则，就是写条件"),
  说明: needed(text, "应当成立的事，用一句话说清楚"),
  条件: needed(text, "表达式，不成立时按级别报告"),
  逐行: optional(text, "数据表的名称：条件对它的每一行都要成立，条件里可以直接写列名"),
  级别: optional(choice(["错误", "警告", "提示"]), "缺省为错误"),
  处理: optional(text, "不成立时该怎么办"),
});

const referenceEntry = map({
  规则: needed(word("引用"), "一列里的名称都在名册里，认得简称"),
  ...common,
  数据表: datasetName,
  列: needed(text, "要查的列；列表类型的列逐项查"),
  名册: needed(rosterColumns, "名册所在的数据表和列；写几处时，在其中一处就行"),
  另可: optional(oneOrMany(text), "名册以外也可以写的名称"),
  认简称: optional(yesNo, "是否把简称当作全称（市教育局＝某某市教育局），缺省为是"),
});

const verdictEntry = map({
  规则: needed(word("结论与问题"), "结论不合格的都写明了问题；有否决问题的，结论应当不合格"),
  ...common,
  数据表: needed(text, "写结论的数据表"),
  对象: needed(oneOrMany(text), "能认出是谁的列，如 账号名称"),
  结论: needed(text, "写结论的列"),
  不合格: needed(oneOrMany(text), "哪些值算不合格"),
  问题表: needed(text, "写问题的数据表"),
  问题对象: needed(oneOrMany(text), "问题表里与“对象”对应的列，个数相同；可以是列表类型"),
  否决: optional(
    map({ 列: needed(text), 值: needed(oneOrMany(text)) }),
    "问题表里这一列是这些值的，算单项否决：涉及的对象结论都应当不合格",
  ),
});

const repeatedEntry = map({
  规则: needed(word("不重复"), "几列合在一起不得重复，也可以几张表一起查"),
  ...common,
  数据表: datasetName,
  列: needed(oneOrMany(text), "合在一起不得重复的列；列表类型的列逐项查"),
  比对: optional(
    list(map({ 数据表: needed(text), 列: needed(oneOrMany(text)) }), 1),
    "还要一起查的表和列，列的个数相同；例如同一账号不得既被否决又被扣分",
  ),
});

const ordinalEntry = map({
  规则: needed(word("序号连续"), "序号从小到大，不跳号，不重号"),
  ...common,
  数据表: datasetName,
  列: needed(text, "写序号的列"),
  起: optional(wholeNumber(), "从几开始，缺省为 1"),
  同号: optional(yesNo, "相邻的几行是否可以用同一个序号，缺省为否"),
  同号按: optional(text, "这一列相同的相邻各行用同一个序号，如 单位名称"),
  分段: optional(text, "这一列的值变了就从头编号"),
});

const rowSumEntry = map({
  规则: needed(word("行合计"), "每一行里，一列等于另外几列之和"),
  ...common,
  数据表: datasetName,
  列: needed(text, "合计数所在的列"),
  各项: needed(list(text, 1), "相加的各列，空白当作 0"),
});

const totalEntry = map({
  规则: needed(word("合计"), "一列的合计（不写列就是行数）等于另外给出的数"),
  ...common,
  数据表: datasetName,
  列: optional(oneOrMany(text), "相加的列；不写就数行数"),
  行: optional(text, "只算一部分行时，写取得这些行的表达式"),
  等于: optional(text, "另外给出的数：表达式，如 统计.网站总数"),
  合计行: optional(yesNo, "写“是”：与工作表里自己的“合计”“小计”行比较"),
  分组: optional(text, "按这一列分组，每组与“对照”里同名的一行比较"),
  对照: optional(
    map({ 数据表: needed(text), 按: needed(text), 列: needed(text) }),
    "分组时另一张表的名称、写组名的列和写合计数的列",
  ),
});

const rankEntry = map({
  规则: needed(word("排名"), "名次与得分相符"),
  ...common,
  数据表: datasetName,
  名次: needed(text, "写名次的列"),
  按: needed(text, "得分的列"),
  升序: optional(yesNo, "数值小的排在前面，缺省为否"),
  并列: optional(
    choice(Object.keys(tieRuleNames) as (keyof typeof tieRuleNames)[]),
    "分数相同时：占位（1、2、2、4）、不占位（1、2、2、3）、不并列（1、2、3、4），缺省为占位",
  ),
  分组: optional(text, "按这一列分组，各组分别排名"),
});

const gradeEntry = map({
  规则: needed(word("等次"), "等次与得分相符"),
  ...common,
  数据表: datasetName,
  等次: needed(text, "写等次的列"),
  按: needed(text, "得分的列"),
  分数线: optional(named(text, anyNumber), "等次: 最低分（含），如 {优秀: 90, 良好: 80}"),
  次序: optional(list(text, 2), "没有分数线时，由高到低写出各等次：等次高的得分不低于等次低的"),
  否决列: optional(text, "这一列不是 0、“否”或空白的行，不看得分，等次应当是“否决等次”"),
  否决等次: optional(text, "缺省为最低的等次"),
});

const rateEntry = map({
  规则: needed(word("比率"), "写出的百分比能由两个数算出来（四舍五入）"),
  ...common,
  ...optionalRow,
  值: needed(text, "写百分比的列或字段"),
  分子: needed(text, "表达式，如 合格数，或 减 检查数 不合格数"),
  分母: needed(text, "表达式，如 检查数"),
  小数位: optional(wholeNumber(0, 6), "应当保留几位小数；不写就按实际写出的位数"),
});

const codeEntry = map({
  规则: needed(word("编码"), "网站标识码、新媒体标识码的样子、地区和平台字母"),
  ...common,
  数据表: datasetName,
  列: needed(text, "写标识码的列"),
  种类: needed(choice(["网站", "新媒体"]), "网站：10位；新媒体：16位，如 440600M020XL0001"),
  地区码: optional(oneOrMany(text), "开头可以是哪些地区码，写前几位就行，如 4451"),
  账号类型: optional(text, "写账号类型的列：平台字母应当与它相符"),
  平台字母: optional(named(text, oneOrMany(text)), "字母: 账号类型里的字，如 {WX: 微信}；写了就代替程序自己的对照表"),
});

const dateOrderEntry = map({
  规则: needed(word("日期顺序"), "几个日期由早到晚"),
  ...common,
  ...optionalRow,
  日期: needed(list(text, 2), "由早到晚写出各个日期，如 [检查时间.止, 成文日期, 整改.截止]；没有填的跳过"),
  同日: optional(yesNo, "相邻的两个日期是否可以是同一天，缺省为是"),
});

const previousEntry = map({
  规则: needed(word("与上期比较"), "与 circular.yaml 里“上期”所写的一期比较：少了谁、多了谁、数变了多少"),
  ...common,
  数据表: datasetName,
  按: optional(oneOrMany(text), "认行的列，缺省为主键"),
  变化: optional(
    named(text, map({ 差: optional(anyNumber), 倍: optional(anyNumber) })),
    "列: {差: 数}（相差超过这个数就提醒）或 {倍: 数}（变成几倍或几分之一就提醒）",
  ),
  增减: optional(yesNo, "是否报告少了和多了的行，缺省为是"),
});

/** An entry of 核对. */
export const checkEntryForm = mapByWord(
  "规则",
  {
    条件: conditionEntry,
    引用: referenceEntry,
    结论与问题: verdictEntry,
    不重复: repeatedEntry,
    序号连续: ordinalEntry,
    行合计: rowSumEntry,
    合计: totalEntry,
    排名: rankEntry,
    等次: gradeEntry,
    比率: rateEntry,
    编码: codeEntry,
    日期顺序: dateOrderEntry,
    与上期比较: previousEntry,
  },
  "条件",
);

type CheckEntry = ValueOf<typeof checkEntryForm>;
export type ConditionEntry = ValueOf<typeof conditionEntry>;
export type RuleEntry = Exclude<CheckEntry, ConditionEntry>;

/** Whether an entry names one of the built-in rules. */
export function isRuleEntry(entry: CheckEntry): entry is RuleEntry {
  return entry.规则 !== undefined && entry.规则 !== "条件";
}
