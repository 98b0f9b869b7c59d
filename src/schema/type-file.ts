import * as z from "zod";
import { checkEntrySchema } from "./cross-checks/cross-check-file.js";
import { kindNames } from "./definitions.js";
import { anyNumber, oneOrMany, text, wholeNumber, withEditorForm, yesNo } from "./scalars.js";

/*
 * The shape of templates/<type>/type.yaml, in the words of its author. `compileType` turns it into definitions.ts.
 * Every description below is what an editor shows while the file is being written.
 */

const kind = z.enum(Object.keys(kindNames) as [keyof typeof kindNames]);

const valueKeys = {
  类型: kind.optional().describe("这一项填什么：文本、整数、数值、百分比、日期、选项、是否、编码、列表……缺省为文本"),
  必填: yesNo().optional().describe("是否必须填写，缺省为否"),
  说明: text().optional().describe("写给填表人看的说明，会出现在空白工作簿的“填表说明”里"),
  取值: z.array(text()).min(1).optional().describe("类型为选项时允许填写的值，按显示顺序排列"),
  取值别名: z.record(text(), text()).optional().describe("把其他写法读作允许的值，如 {√: 合格}"),
  格式: text().optional().describe("正则表达式，整个值必须与它相符"),
  格式说明: text().optional().describe("用一句话说明格式要求，会出现在错误信息里"),
  最小: anyNumber().optional().describe("数值不得小于"),
  最大: anyNumber().optional().describe("数值不得大于"),
  小数位: wholeNumber(0, 10).optional().describe("数值最多有几位小数"),
  分隔: text().optional().describe("类型为列表时，各项之间的分隔符（可写几个），缺省为 、，；和换行"),
};

const columnSchema = z.strictObject({
  ...valueKeys,
  别名: oneOrMany(text()).optional().describe("工作表表头的其他写法"),
  唯一: yesNo().optional().describe("这一列的值不得重复"),
  沿用上格: yesNo().optional().describe("空白单元格沿用上一行的值"),
  缺省: text().optional().describe("单元格为空时采用的值"),
  沿用: yesNo()
    .optional()
    .describe("新建下一期时是否沿用上一期的值；缺省为：主键的列和被其他表引用的列沿用，其余的列（检查结果）留空"),
  示例: text().optional().describe("空白工作簿的示例行里写什么"),
  引用: z
    .strictObject({
      数据表: text().describe("被引用的数据表"),
      列: text().describe("被引用的列"),
      级别: z.enum(["错误", "警告"]).optional().describe("找不到时是错误还是警告，缺省为错误"),
    })
    .optional()
    .describe("这一列的每个值都必须出现在另一数据表的某一列里"),
});

const datasetSchema = z.strictObject({
  说明: text().optional(),
  工作表: oneOrMany(text()).optional().describe("工作表的名称，可写几个；数据表自己的名称总是可用"),
  必填: yesNo().optional().describe("是否必须有这张表，缺省为是"),
  最少行数: wholeNumber().optional().describe("至少要有几行，缺省为 0"),
  列: z.record(text(), columnSchema).describe("列名: 这一列的要求"),
  主键: oneOrMany(text()).optional().describe("合在一起能区分每一行的列，不得重复；比对两稿时按它认行"),
  沿用: yesNo()
    .optional()
    .describe(
      "新建下一期时是否沿用上一期的各行（名册沿用，问题清单清空）；缺省为：被其他表引用的表，以及有主键、最少行数不为 0 的表沿用",
    ),
});

type FieldSource = z.ZodType<FieldFile>;
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

const fieldSchema: FieldSource = z.lazy(() =>
  z.strictObject({
    ...valueKeys,
    缺省: z.unknown().optional().describe("没有填写时采用的值"),
    沿用: yesNo()
      .optional()
      .describe(
        "新建下一期时是否沿用上一期的内容；日期沿用时按期间顺延。缺省为：整数、数值、百分比、图片留空，其余沿用；组和多项里的各项照组的写法",
      ),
    字段: z.record(text(), fieldSchema).optional().describe("类型为组或多项时，里面各项的要求"),
  }),
);

const ordinalSchema = withEditorForm(
  z.preprocess(
    (value) => (value === "逐行" ? { 按: [] } : value),
    z.strictObject({
      按: withEditorForm(
        z.preprocess((value) => (typeof value === "string" ? [value] : value), z.array(text())),
        { type: ["string", "array"] },
      ),
    }),
  ),
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
function columnWidth(): ReturnType<typeof anyNumber> {
  const limits = { minimum: 0.1, maximum: 1000 };
  const schema = anyNumber().refine((value) => value >= limits.minimum && value <= limits.maximum, {
    params: { code: "field-number-range", particulars: limits },
  });
  return withEditorForm(schema, { type: "number", ...limits });
}

const tableColumnSchema = z.strictObject({
  标题: text().describe("列的名称"),
  表头: text().optional().describe("印在表头里的字，可以换行；缺省与标题相同"),
  上级: text().optional().describe("上一层表头；相邻列写同一个上级，就合并成一格"),
  取: text().optional().describe("取数据表的哪一列，缺省与标题相同"),
  序号: ordinalSchema.optional().describe("逐行，或 {按: 列名}（同组的行共用一个序号）"),
  值: text().optional().describe("用表达式算出这一列，如 比率 合格数 检查数；分组的表里可以写 行数 行"),
  排名: z
    .strictObject({
      按: text().describe("按数据表的哪一列排名；没有值的行不排"),
      升序: yesNo().optional().describe("数值小的排在前面，缺省为否"),
      并列: z
        .enum(["占位", "不占位", "不并列"])
        .optional()
        .describe("分数相同时：占位（1、2、2、4）、不占位（1、2、2、3）、不并列（依表中先后），缺省为占位"),
    })
    .optional(),
  宽: columnWidth().optional().describe("相对宽度；不写则按内容安排"),
  对齐: z.enum(["左", "居中", "右"]).optional(),
  合并: yesNo().optional().describe("上下相邻、内容相同的单元格是否合并"),
  小数位: wholeNumber(0, 10).optional().describe("固定显示几位小数；不写则照原数"),
  空值: text().optional().describe("没有值时印什么"),
});

const tableSchema = z.strictObject({
  数据表: text(),
  行: text().optional().describe("只列出一部分行时，写取得这些行的表达式"),
  分组: text().optional().describe("按数据表的这一列分组，每组一行；其他列用“值”算出，组内的行叫“行”"),
  列: z.array(tableColumnSchema).min(1),
  排序: z
    .array(
      z.strictObject({
        列: text(),
        降序: yesNo().optional(),
        次序: z.array(text()).optional().describe("按所列的次序排，没有列到的排在最后"),
      }),
    )
    .optional(),
  合计: z
    .strictObject({
      标签: text().optional().describe("缺省为“合计”"),
      标签占列: wholeNumber(1, 99).optional(),
      求和: z.array(text()).optional().describe("要合计的列的标题"),
      重算: z
        .array(text())
        .optional()
        .describe("分组的表里不能相加的列（如合格率）的标题：用这一列自己的“值”，对全部行再算一遍"),
      另算: z
        .record(text(), text())
        .optional()
        .describe("列的标题: 表达式；不能相加的列（如合格率）在这里算，全部行叫“行”"),
    })
    .optional(),
  备注: z
    .strictObject({ 标签: text().optional(), 内容: text() })
    .optional()
    .describe("表尾的备注行：首格是标签，其余各列合并"),
  空表: text().optional().describe("没有数据行时印什么，缺省为“无”"),
});

const contentSchema = z
  .strictObject({
    表: tableSchema.optional(),
    注: text().optional().describe("表前或表后的注（写在表之前就印在表前）"),
    注标签: text().optional().describe("印在注前面的字，缺省为“注：”；写“无”就不印"),
    表名: text().optional().describe("一个附件里有几张表时，各表的名称"),
    正文: text().optional().describe("文字附件：与 body.hbs 相同的写法"),
    图片: text().optional().describe("circular.yaml 中类型为图片的字段名"),
    图片说明: text().optional().describe("给看不到图片的人的文字说明（替代文字）"),
    当: text().optional().describe("只在这个条件成立时才有"),
  })
  .superRefine((content, context) => {
    const kinds = (["表", "注", "表名", "正文", "图片"] as const).filter((key) => content[key] !== undefined);
    if (kinds.length !== 1) {
      context.addIssue({
        code: "custom",
        params: { code: "type-content-kind", particulars: { found: kinds } },
      });
    }
  });

const attachmentSchema = z.strictObject({
  键: text().optional().describe("正文里引用这个附件用的短名，缺省与名称相同"),
  名称: text().describe("附件说明里的名称"),
  标题: oneOrMany(text()).optional().describe("附件页上的标题，可以分行；缺省与名称相同"),
  副题: text().optional().describe("标题下面的一行"),
  方向: z.enum(["纵向", "横向"]).optional(),
  当: text().optional().describe("只在这个条件成立时才有这个附件"),
  内容: z.array(contentSchema).min(1),
});

const noticeSchema = z.strictObject({
  数据表: text().describe("问题写在哪张数据表里"),
  单位: text().describe("那张表的哪一列是单位；列表类型的列，一行里的几个单位各得一份通知"),
  行: text().optional().describe("只通知一部分问题时，写取得这些行的表达式"),
  标题: oneOrMany(text()).describe("通知的标题，按意义分行"),
  正文: text().optional().describe("正文模板的文件名，与 type.yaml 放在同一文件夹；缺省为 整改通知.hbs"),
  格式: z.enum(["普通", "红头", "信函"]).optional().describe("普通：不印版头（缺省）；红头：文件格式；信函：信函格式"),
  用印: yesNo().optional().describe("是否为印章留出位置；红头和信函缺省为是，普通缺省为否"),
  发文字号: text().optional().describe("印在版头里，例如 某办函〔{{期间.年}}〕{{序号}}号；红头和信函才印"),
  署名: text().optional().describe("落款的机关，缺省与通报相同"),
  日期: text().optional().describe("算出通知日期的表达式，例如一个日期字段的名称；不写或那一期没有填，就用成文日期"),
  附注: text().optional().describe("印在日期下一行的圆括号里，例如 联系人和电话"),
  附件: z
    .array(attachmentSchema)
    .optional()
    .describe("通知自己的附件，写法与通报的附件相同；用“数据表”的表只列出这个单位的行"),
});

/** The whole of type.yaml. */
export const typeFileSchema = z.strictObject({
  名称: text().describe("这类通报的名称"),
  说明: text().optional().describe("什么时候用这类通报"),
  标题: oneOrMany(text()).describe("通报的标题，按意义分行；可以写 {{发文机关}} 这样的表达式"),
  附件称谓: z.enum(["附件", "附表"]).optional(),
  字段: z.record(text(), fieldSchema).optional().describe("circular.yaml 里除通用要素以外还要填的内容"),
  数据表: z.record(text(), datasetSchema).optional().describe("检查结果：每张数据表对应工作簿的一张工作表"),
  事实: z.record(text(), text()).optional().describe("给常用的统计数起名：名称: 表达式"),
  附件: z.array(attachmentSchema).optional(),
  整改通知: noticeSchema.optional().describe("给每个有问题的单位各写一份通知（tongbao notices），正文另有模板"),
  地区: text().optional().describe("本地的全称，如 潮州市：市统计局就是潮州市统计局；不写就看发文机关"),
  简称: z
    .record(text(), text())
    .optional()
    .describe("简称: 全称，如 {市国动办: 潮州市国防动员办公室}；核对时两种写法算一个"),
  核对: z.array(checkEntrySchema).optional().describe("数据之间必须成立的关系：写条件，或者写一条现成的规则"),
});

export type TypeFile = z.output<typeof typeFileSchema>;
