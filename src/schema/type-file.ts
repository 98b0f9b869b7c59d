import { checkEntryForm } from "./cross-checks/cross-check-file.js";
import { kindNames } from "./definitions.js";
import {
  abbreviated,
  anything,
  list,
  map,
  named,
  needed,
  oneOrMany,
  optional,
  recursive,
  refined,
  type Form,
  type ValueOf,
} from "./forms.js";
import { anyNumber, choice, numberBetween, text, wholeNumber, yesNo } from "./scalar-forms.js";

/*
 * The shape of templates/<type>/type.yaml, in the words of its author. `compileType` turns it into definitions.ts.
 * Every description below is what an editor shows while the file is being written.
 */

const kind = choice(Object.keys(kindNames) as [keyof typeof kindNames]);

const valueKeys = {
  类型: optional(kind, "这一项填什么：文本、整数、数值、百分比、日期、选项、是否、编码、列表……缺省为文本"),
  必填: optional(yesNo, "是否必须填写，缺省为否"),
  说明: optional(text, "写给填表人看的说明，会出现在空白工作簿的“填表说明”里"),
  取值: optional(list(text, 1), "类型为选项时允许填写的值，按显示顺序排列"),
  取值别名: optional(named(text, text), "把其他写法读作允许的值，如 {√: 合格}"),
  格式: optional(text, "正则表达式，整个值必须与它相符"),
  格式说明: optional(text, "用一句话说明格式要求，会出现在错误信息里"),
  最小: optional(anyNumber, "数值不得小于"),
  最大: optional(anyNumber, "数值不得大于"),
  小数位: optional(wholeNumber(0, 10), "数值最多有几位小数"),
  分隔: optional(text, "类型为列表时，各项之间的分隔符（可写几个），缺省为 、，；和换行"),
};

const columnForm = map({
  ...valueKeys,
  别名: optional(oneOrMany(text), "工作表表头的其他写法"),
  唯一: optional(yesNo, "这一列的值不得重复"),
  沿用上格: optional(yesNo, "空白单元格沿用上一行的值"),
  缺省: optional(text, "单元格为空时采用的值"),
  沿用: optional(
    yesNo,
    "新建下一期时是否沿用上一期的值；缺省为：主键的列和被其他表引用的列沿用，其余的列（检查结果）留空",
  ),
  示例: optional(text, "空白工作簿的示例行里写什么"),
  引用: optional(
    map({
      数据表: needed(text, "被引用的数据表"),
      列: needed(text, "被引用的列"),
      级别: optional(choice(["错误", "警告"]), "找不到时是错误还是警告，缺省为错误"),
    }),
    "这一列的每个值都必须出现在另一数据表的某一列里",
  ),
});

const datasetForm = map({
  说明: optional(text),
  工作表: optional(oneOrMany(text), "工作表的名称，可写几个；数据表自己的名称总是可用"),
  必填: optional(yesNo, "是否必须有这张表，缺省为是"),
  最少行数: optional(wholeNumber(), "至少要有几行，缺省为 0"),
  列: needed(named(text, columnForm), "列名: 这一列的要求"),
  主键: optional(oneOrMany(text), "合在一起能区分每一行的列，不得重复；比对两稿时按它认行"),
  沿用: optional(
    yesNo,
    "新建下一期时是否沿用上一期的各行（名册沿用，问题清单清空）；缺省为：被其他表引用的表，以及有主键、最少行数不为 0 的表沿用",
  ),
});

export interface FieldFile {
  类型?: keyof typeof kindNames | undefined;
  必填?: boolean | undefined;
  说明?: string | undefined;
  取值?: string[] | undefined;
  取值别名?: Record<string, string> | undefined;
  格式?: string | undefined;
  格式说明?: string | undefined;
  最小?: number | undefined;
  最大?: number | undefined;
  小数位?: number | undefined;
  分隔?: string | undefined;
  缺省?: unknown;
  沿用?: boolean | undefined;
  字段?: Record<string, FieldFile> | undefined;
}

const fieldForm: Form<FieldFile> = recursive(() =>
  map({
    ...valueKeys,
    缺省: optional(anything, "没有填写时采用的值"),
    沿用: optional(
      yesNo,
      "新建下一期时是否沿用上一期的内容；日期沿用时按期间顺延。缺省为：整数、数值、百分比、图片留空，其余沿用；组和多项里的各项照组的写法",
    ),
    字段: optional(named(text, fieldForm), "类型为组或多项时，里面各项的要求"),
  }),
);

const ordinalForm = abbreviated(
  map({
    按: needed(
      abbreviated(list(text), (value) => (typeof value === "string" ? [value] : value), { type: ["string", "array"] }),
    ),
  }),
  (value) => (value === "逐行" ? { 按: [] } : value),
  {
    anyOf: [
      { const: "逐行" },
      {
        type: "object",
        properties: { 按: { type: ["string", "array"], items: { type: "string" } } },
        required: ["按"],
        additionalProperties: false,
      },
    ],
  },
);

/** A column without width could not be drawn. */
const columnWidth = numberBetween(0.1, 1000);

const tableColumnForm = map({
  标题: needed(text, "列的名称"),
  表头: optional(text, "印在表头里的字，可以换行；缺省与标题相同"),
  上级: optional(text, "上一层表头；相邻列写同一个上级，就合并成一格"),
  取: optional(text, "取数据表的哪一列，缺省与标题相同"),
  序号: optional(ordinalForm, "逐行，或 {按: 列名}（同组的行共用一个序号）"),
  值: optional(text, "用表达式算出这一列，如 比率 合格数 检查数；分组的表里可以写 行数 行"),
  排名: optional(
    map({
      按: needed(text, "按数据表的哪一列排名；没有值的行不排"),
      升序: optional(yesNo, "数值小的排在前面，缺省为否"),
      并列: optional(
        choice(["占位", "不占位", "不并列"]),
        "分数相同时：占位（1、2、2、4）、不占位（1、2、2、3）、不并列（依表中先后），缺省为占位",
      ),
    }),
  ),
  宽: optional(columnWidth, "相对宽度；不写则按内容安排"),
  对齐: optional(choice(["左", "居中", "右"])),
  合并: optional(yesNo, "上下相邻、内容相同的单元格是否合并"),
  小数位: optional(wholeNumber(0, 10), "固定显示几位小数；不写则照原数"),
  空值: optional(text, "没有值时印什么"),
});

const tableForm = map({
  数据表: needed(text),
  行: optional(text, "只列出一部分行时，写取得这些行的表达式"),
  分组: optional(text, "按数据表的这一列分组，每组一行；其他列用“值”算出，组内的行叫“行”"),
  列: needed(list(tableColumnForm, 1)),
  排序: optional(
    list(
      map({
        列: needed(text),
        降序: optional(yesNo),
        次序: optional(list(text), "按所列的次序排，没有列到的排在最后"),
      }),
    ),
  ),
  合计: optional(
    map({
      标签: optional(text, "缺省为“合计”"),
      标签占列: optional(wholeNumber(1, 99)),
      求和: optional(list(text), "要合计的列的标题"),
      重算: optional(list(text), "分组的表里不能相加的列（如合格率）的标题：用这一列自己的“值”，对全部行再算一遍"),
      另算: optional(named(text, text), "列的标题: 表达式；不能相加的列（如合格率）在这里算，全部行叫“行”"),
    }),
  ),
  备注: optional(map({ 标签: optional(text), 内容: needed(text) }), "表尾的备注行：首格是标签，其余各列合并"),
  空表: optional(text, "没有数据行时印什么，缺省为“无”"),
});

const contentForm = refined(
  map({
    表: optional(tableForm),
    注: optional(text, "表前或表后的注（写在表之前就印在表前）"),
    注标签: optional(text, "印在注前面的字，缺省为“注：”；写“无”就不印"),
    表名: optional(text, "一个附件里有几张表时，各表的名称"),
    正文: optional(text, "文字附件：与 body.hbs 相同的写法"),
    图片: optional(text, "circular.yaml 中类型为图片的字段名"),
    图片说明: optional(text, "给看不到图片的人的文字说明（替代文字）"),
    当: optional(text, "只在这个条件成立时才有"),
  }),
  (content) => {
    const kinds = (["表", "注", "表名", "正文", "图片"] as const).filter((key) => content[key] !== undefined);
    return kinds.length === 1 ? [] : [{ code: "type-content-kind", particulars: { found: kinds } }];
  },
);

const attachmentForm = map({
  键: optional(text, "正文里引用这个附件用的短名，缺省与名称相同"),
  名称: needed(text, "附件说明里的名称"),
  标题: optional(oneOrMany(text), "附件页上的标题，可以分行；缺省与名称相同"),
  副题: optional(text, "标题下面的一行"),
  方向: optional(choice(["纵向", "横向"])),
  当: optional(text, "只在这个条件成立时才有这个附件"),
  内容: needed(list(contentForm, 1)),
});

const noticeForm = map({
  数据表: needed(text, "问题写在哪张数据表里"),
  单位: needed(text, "那张表的哪一列是单位；列表类型的列，一行里的几个单位各得一份通知"),
  行: optional(text, "只通知一部分问题时，写取得这些行的表达式"),
  标题: needed(oneOrMany(text), "通知的标题，按意义分行"),
  正文: optional(text, "正文模板的文件名，与 type.yaml 放在同一文件夹；缺省为 整改通知.hbs"),
  格式: optional(choice(["普通", "红头", "信函"]), "普通：不印版头（缺省）；红头：文件格式；信函：信函格式"),
  用印: optional(yesNo, "是否为印章留出位置；红头和信函缺省为是，普通缺省为否"),
  发文字号: optional(text, "印在版头里，例如 某办函〔{{期间.年}}〕{{序号}}号；红头和信函才印"),
  署名: optional(text, "落款的机关，缺省与通报相同"),
  日期: optional(text, "算出通知日期的表达式，例如一个日期字段的名称；不写或那一期没有填，就用成文日期"),
  附注: optional(text, "印在日期下一行的圆括号里，例如 联系人和电话"),
  附件: optional(list(attachmentForm), "通知自己的附件，写法与通报的附件相同；用“数据表”的表只列出这个单位的行"),
});

/** The whole of type.yaml. */
export const typeFileForm = map({
  名称: needed(text, "这类通报的名称"),
  说明: optional(text, "什么时候用这类通报"),
  标题: needed(oneOrMany(text), "通报的标题，按意义分行；可以写 {{发文机关}} 这样的表达式"),
  附件称谓: optional(choice(["附件", "附表"])),
  字段: optional(named(text, fieldForm), "circular.yaml 里除通用要素以外还要填的内容"),
  数据表: optional(named(text, datasetForm), "检查结果：每张数据表对应工作簿的一张工作表"),
  事实: optional(named(text, text), "给常用的统计数起名：名称: 表达式"),
  附件: optional(list(attachmentForm)),
  整改通知: optional(noticeForm, "给每个有问题的单位各写一份通知（tongbao notices），正文另有模板"),
  地区: optional(text, "本地的全称，如 潮州市：市统计局就是潮州市统计局；不写就看发文机关"),
  简称: optional(named(text, text), "简称: 全称，如 {市国动办: 潮州市国防动员办公室}；核对时两种写法算一个"),
  核对: optional(list(checkEntryForm), "数据之间必须成立的关系：写条件，或者写一条现成的规则"),
});

export type TypeFile = ValueOf<typeof typeFileForm>;
