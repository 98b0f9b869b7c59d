import type {
  Appearance,
  Attachment,
  AttachmentBlock,
  Block,
  Cell,
  CircularDocument,
  Heading,
  Paragraph,
  Table,
  TableColumn,
  TableRow,
} from "../../src/document/tree.js";
import { text } from "../../src/document/tree.js";

/** Circulars that between them have every element, every option and the hard cases of layout. The body texts are made up. */

const PLAIN: Appearance = {
  form: "plain",
  sealed: true,
  pageNumbers: "outer",
  latinFont: "body",
  boldHeadings: false,
  mirrorMargins: false,
};

const PROPERTIES = {
  title: "潮州市人民政府办公室关于2024年第二季度全市政府网站与政务新媒体检查情况的通报",
  issuer: "潮州市人民政府办公室",
  date: "2024-07-10",
};

function paragraph(value: string): Paragraph {
  return { type: "paragraph", children: [text(value)] };
}

function heading(level: Heading["level"], ordinal: number, label: string, value: string, body?: string): Heading {
  return {
    type: "heading",
    level,
    ordinal,
    label,
    children: [text(value)],
    ...(body === undefined ? {} : { body: [text(body)] }),
  };
}

function column(
  name: string,
  width: number,
  align: TableColumn["align"] = "centre",
  kind: TableColumn["kind"] = "text",
): TableColumn {
  return { name, width, align, kind };
}

function header(cells: TableRow["cells"]): TableRow {
  return { role: "header", cells };
}

function record(cells: TableRow["cells"]): TableRow {
  return { role: "record", cells };
}

function spanning(value: string, spans: Partial<Cell>): Cell {
  return { children: [text(value)], ...spans };
}

/** The body of all samples: every level of heading, run-in and alone, and the marks “ ” — … that need a Chinese font. */
const BODY: readonly Block[] = [
  {
    type: "title",
    lines: [[text("潮州市人民政府办公室关于2024年第二季度")], [text("全市政府网站与政务新媒体检查情况的通报")]],
  },
  {
    type: "recipients",
    children: [text("各县、区人民政府、市府直属各单位，市各开发区、潮州新区管委会：")],
  },
  paragraph(
    "为掌握全市政府网站和政务新媒体的运行情况，市政府办公室会同市政务服务和数据管理局，对照《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号，以下简称《指标》），完成了2024年第二季度的检查。现将有关情况通报如下：",
  ),
  heading(1, 1, "一、", "总体情况"),
  paragraph(
    "本季度检查在运行政府网站8家，实现全覆盖，总体合格率100%；检查正常运行政务新媒体69个，其中合格68个。从检查结果看，多数单位能够按要求更新内容、回应留言，但仍有个别账号“建而不管”——有的超过2周没有更新，有的菜单链接已经失效……",
  ),
  heading(1, 2, "二、", "发现的主要问题"),
  heading(
    2,
    1,
    "（一）",
    "内容更新不够及时。",
    "湘桥区人民政府网站有栏目超过规定时限没有更新；市统计局、市民政局的部分栏目更新滞后。",
  ),
  heading(
    2,
    2,
    "（二）",
    "页面链接维护不到位。",
    "湘桥区人民政府网站、潮安区人民政府网站存在不可访问的链接，个别政策文件没有与解读材料相互关联。",
  ),
  heading(2, 3, "（三）", "政务新媒体的管理"),
  heading(3, 1, "1.", "菜单功能。", "“潮州网警”“平安潮州”微信公众号有菜单栏目无法正常打开。"),
  heading(3, 2, "2.", "内容更新"),
  heading(4, 1, "（1）", "更新频次。", "“潮州统计”微信公众号在检查时点前2周内没有更新，在省的检查中被判定为不合格。"),
  heading(4, 2, "（2）", "转载要求"),
  paragraph("部分账号没有按要求转载上级重要政策信息。"),
  heading(1, 3, "三、", "下一步工作要求"),
  paragraph(
    "各地、各部门要对照问题清单逐项整改，举一反三，并于7月20日前将整改情况报送市政务服务和数据管理局，同时抄报市政府办公室。",
  ),
];

const SIGNATURE: Block = {
  type: "signature",
  issuers: [[text("潮州市人民政府办公室")]],
  date: [text("2024年7月10日")],
};

function attachmentList(...names: readonly string[]): Block {
  return {
    type: "attachmentList",
    label: "附件",
    items: names.map((name, index) => ({
      ...(names.length === 1 ? {} : { number: index + 1 }),
      name: [text(name)],
    })),
  };
}

function attachment(
  number: number | undefined,
  title: readonly string[],
  children: readonly AttachmentBlock[],
  more: Partial<Attachment> = {},
): Attachment {
  return {
    type: "attachment",
    ...(number === undefined ? {} : { number }),
    label: number === undefined ? "附件" : `附件${String(number)}`,
    orientation: "portrait",
    title: title.map((line) => [text(line)]),
    children,
    ...more,
  };
}

const SAMPLING_REMARK: AttachmentBlock = {
  type: "remark",
  label: "注：",
  children: [
    text(
      "抽查采样时间截止2024年6月30日，各《政府网站和政务新媒体检查报告》已通过政务工作群发至各县区、各部门相关工作人员。",
    ),
  ],
};

/** Two header lines in a cell, a cell down all records, and a 备注 row across. */
export const SITE_TABLE: Table = {
  type: "table",
  columns: [
    column("序号", 1, "centre", "ordinal"),
    column("网站名称", 4, "left"),
    column("单项否决类严重问题", 2.5, "centre", "number"),
    column("其他问题", 3.5, "left"),
    column("得分情况", 1.6, "centre"),
  ],
  headerRows: [header(["序号", "网站名称", "单项否决类\n严重问题", "其他问题", "得分\n情况"])],
  rows: [
    ...[
      ["潮州市人民政府网站", "120"],
      ["潮安区人民政府网站", "114.3"],
      ["饶平县人民政府网站", "121"],
      ["湘桥区人民政府网站", "110"],
      ["广东政务服务网潮州市", "合格"],
      ["信用潮州网", "合格"],
      ["潮州市公共资源交易网", "合格"],
      ["12345便民服务热线网站", "合格"],
    ].map(([name = "", score = ""], index) =>
      record([
        String(index + 1),
        name,
        "0",
        index === 0 ? spanning("其他问题详见下发到各单位的网站检查报告。", { rowSpan: 8 }) : null,
        score,
      ]),
    ),
    {
      role: "remark",
      cells: [
        spanning("备注", { align: "centre" }),
        spanning("政务服务、信用、公共资源交易和热线网站不参与加分项评定，只评定合格与不合格。", {
          columnSpan: 4,
          align: "left",
        }),
        null,
        null,
        null,
      ],
    },
  ],
  key: [1],
};

/** 单位 → 账号, the real list of the sample circular: [序号, 单位, 账号类型, 账号名称, 结果]. */
const ACCOUNTS: readonly (readonly [unit: string, accounts: readonly (readonly [type: string, name: string])[]])[][] = [
  [["潮州市教育局", [["微信订阅号", "潮州教育"]]]],
  [["潮州市科学技术局", [["微信订阅号", "潮州科技"]]]],
  [["潮州市工业和信息化局", [["微信订阅号", "潮州工信"]]]],
  [
    [
      "潮州市公安局",
      [
        ["百家号", "潮州网警巡查执法"],
        ["百家号", "平安潮州"],
        ["抖音短视频", "潮州交警"],
        ["抖音短视频", "平安潮州"],
        ["今日头条", "潮州交警"],
        ["今日头条", "潮州网警巡查执法"],
        ["今日头条", "平安潮州"],
        ["快手短视频", "潮州交警"],
        ["南方号", "平安潮州"],
        ["南方号", "平安湘桥"],
        ["其他+百度贴吧", "潮州网警巡查执法"],
        ["其他+法治号", "平安潮州"],
        ["微信订阅号", "潮州交警发布"],
        ["微信订阅号", "潮州网警巡查执法"],
        ["微信订阅号", "平安潮州"],
        ["微信订阅号", "平安湘桥"],
        ["微信服务号", "潮州反诈"],
        ["微信服务号", "潮州交警"],
        ["新浪微博", "潮州交警连心桥"],
        ["新浪微博", "潮州网警巡查执法"],
        ["新浪微博", "平安潮州"],
      ],
    ],
    ["潮州市公安局潮安分局", [["微信订阅号", "潮安公安"]]],
  ],
  [["潮州市民政局", [["微信订阅号", "潮州民政"]]]],
  [
    [
      "潮州市司法局",
      [
        ["抖音短视频", "潮州普法君"],
        ["其他+法治号", "潮州司法局"],
        ["微信订阅号", "潮州司法"],
        ["新浪微博", "潮州司法行政"],
      ],
    ],
  ],
  [
    [
      "潮州市人力资源和社会保障局",
      [
        ["微信订阅号", "潮州人社"],
        ["小程序+微信", "潮州人社"],
      ],
    ],
  ],
  [
    ["潮州市自然资源局", [["微信订阅号", "潮州自然资源"]]],
    ["潮州市自然资源局(不动产登记中心)", [["微信服务号", "潮州市不动产登记"]]],
  ],
  [
    [
      "潮州市生态环境局",
      [
        ["今日头条", "潮州生态环境"],
        ["微信订阅号", "潮州生态环境"],
        ["新浪微博", "潮州市生态环境局"],
      ],
    ],
  ],
  [["潮州市住房和城乡建设局", [["微信订阅号", "潮州住建"]]]],
  [["潮州市水务局", [["微信订阅号", "潮州市河长办"]]]],
  [["潮州市农业农村局", [["微信订阅号", "潮州乡村振兴"]]]],
  [
    [
      "潮州市商务局",
      [
        ["微信订阅号", "潮州商务"],
        ["小程序+微信", "潮州产业招商引资平台"],
      ],
    ],
  ],
  [
    [
      "潮州市文化广电旅游体育局",
      [
        ["抖音短视频", "文化潮州"],
        ["其他+微信视频号", "文化潮州"],
        ["微信订阅号", "文化潮州"],
      ],
    ],
  ],
  [
    [
      "潮州市卫生健康局",
      [
        ["微信订阅号", "潮州市创卫办"],
        ["微信订阅号", "潮州卫生健康局"],
      ],
    ],
  ],
  [["潮州市退役军人事务局", [["微信订阅号", "潮州市退役军人事务局"]]]],
  [["潮州市应急管理局", [["微信订阅号", "潮州应急管理"]]]],
  [
    [
      "潮州市市场监督管理局",
      [
        ["南方号", "潮州市场监管"],
        ["微信订阅号", "潮州市场监管"],
      ],
    ],
  ],
  [["潮州市统计局", [["微信订阅号", "潮州统计"]]]],
  [["潮州市医疗保障局", [["微信订阅号", "潮州医保"]]]],
  [["潮州市城市管理和综合执法局", [["微信服务号", "潮州数字城管"]]]],
  [["潮州市信访局", [["微信服务号", "潮州信访"]]]],
  [
    [
      "潮州市政务服务和数据管理局",
      [
        ["其他+微信视频号", "潮州政数"],
        ["微信订阅号", "潮州政数"],
        ["微信服务号", "潮州市政务服务大厅"],
      ],
    ],
  ],
  [["潮州市林业局", [["微信订阅号", "潮州林业"]]]],
  [["凤泉湖高新区管理委员会", [["微信订阅号", "凤泉湖高新区"]]]],
  [
    [
      "潮州新区管理委员会",
      [
        ["抖音短视频", "潮州新区发布"],
        ["其他+微信视频号", "潮州新区发布"],
        ["微信订阅号", "潮州新区发布"],
      ],
    ],
  ],
  [["潮州市社会保险基金管理局", [["微信订阅号", "潮州社保"]]]],
  [["潮州市住房公积金管理中心", [["微信服务号", "潮州公积金"]]]],
  [
    [
      "潮州市海洋综合执法支队",
      [
        ["抖音短视频", "潮州海综支队"],
        ["微信订阅号", "潮州海综执法"],
      ],
    ],
  ],
  [
    [
      "饶平县人民政府",
      [
        ["微信订阅号", "平安饶平"],
        ["微信订阅号", "饶平政府发布"],
      ],
    ],
  ],
];

/** 69 accounts of 32 units under 30 numbers: 序号 merged over units, units merged over accounts. */
export const ACCOUNT_TABLE: Table = {
  type: "table",
  columns: [
    column("序号", 1, "centre", "ordinal"),
    column("单位名称", 4),
    column("账号类型", 2.6),
    column("账号名称", 3.2),
    column("结果", 1.3),
  ],
  headerRows: [header(["序号", "单位名称", "账号类型", "账号名称", "结果"])],
  rows: ACCOUNTS.flatMap((units, groupIndex) => {
    const groupSize = units.reduce((sum, [, accounts]) => sum + accounts.length, 0);
    return units.flatMap(([unit, accounts], unitIndex) =>
      accounts.map(([type, name], accountIndex) =>
        record([
          unitIndex === 0 && accountIndex === 0 ? merged(String(groupIndex + 1), groupSize) : null,
          accountIndex === 0 ? merged(unit, accounts.length) : null,
          type,
          name,
          name === "潮州统计" ? "不合格" : "合格",
        ]),
      ),
    );
  }),
  key: [1, 2, 3],
};

function merged(value: string, rowSpan: number): string | Cell {
  return rowSpan === 1 ? value : spanning(value, { rowSpan });
}

export const PROBLEM_TABLE: Table = {
  type: "table",
  columns: [column("序号", 1, "centre", "ordinal"), column("存在问题", 6, "left"), column("责任单位", 4, "left")],
  headerRows: [header(["序号", "存在问题", "责任单位"])],
  rows: [
    ["政府网站栏目信息更新不及时", "湘桥区政府、市统计局、市民政局、市国动办"],
    ["网站栏目设置不规范，未公开留言受理反馈情况统计数据", "湘桥区政府"],
    ["网站链接不可访问", "湘桥区政府、潮安区政府"],
    ["政府网站政策文件与解读稿未相互关联", "湘桥区政府、潮安区政府"],
    ["相关责任栏目信息更新超过考评时限要求", "市交通运输局、市人力资源和社会保障局、潮州新区管委会"],
    ["“潮州统计”微信公众号因信息更新不及时，被省通报", "市统计局"],
    ["“潮州网警”“平安潮州”微信公众号菜单栏目无法正常访问", "市公安局"],
  ].map((cells, index) => record([String(index + 1), ...cells])),
  key: [1],
};

const THREE_ATTACHMENTS: readonly Attachment[] = [
  attachment(1, ["政府网站抽查情况统计表"], [SITE_TABLE, SAMPLING_REMARK]),
  attachment(2, ["政务新媒体抽查情况统计表"], [ACCOUNT_TABLE, SAMPLING_REMARK]),
  attachment(
    3,
    ["政府网站和政务新媒体检查发现问题清单"],
    [{ type: "remark", label: "注：", children: [text("检查采样时间为2024年4月1日至6月30日。")] }, PROBLEM_TABLE],
  ),
];

/** The published form: no 版头, 3 attachments, 公开方式. */
export const plainCircular: CircularDocument = {
  type: "document",
  properties: PROPERTIES,
  appearance: PLAIN,
  children: [
    ...BODY,
    attachmentList("政府网站抽查情况统计表", "政务新媒体抽查情况统计表", "政府网站和政务新媒体检查发现问题清单"),
    SIGNATURE,
    { type: "disclosure", children: [text("公开方式：主动公开")] },
    ...THREE_ATTACHMENTS,
  ],
};

const IMPRINT: Block = {
  type: "imprint",
  copyTo: [
    text(
      "市委办公室，市人大常委会办公室，市政协办公室，市纪委监委，潮州军分区，市中级人民法院，市人民检察院，各人民团体，中央、省驻潮各单位。",
    ),
  ],
  printer: [text("潮州市人民政府办公室")],
  printDate: [text("2024年7月10日")],
};

/** 文件格式 with every element of 版头 and a 版记 after the attachments. */
export const redHeadCircular: CircularDocument = {
  type: "document",
  properties: PROPERTIES,
  appearance: { ...PLAIN, form: "redHead", latinFont: "timesNewRoman", boldHeadings: true },
  children: [
    {
      type: "letterhead",
      copyNumber: "000012",
      classification: "秘密★1年",
      urgency: "特急",
      mark: ["潮州市人民政府办公室文件"],
      documentNumber: "潮府办〔2024〕12号",
    },
    ...BODY,
    attachmentList("政府网站抽查情况统计表", "政府网站和政务新媒体检查发现问题清单"),
    SIGNATURE,
    { type: "note", children: [text("（此件公开发布）")] },
    attachment(1, ["政府网站抽查情况统计表"], [SITE_TABLE, SAMPLING_REMARK]),
    attachment(2, ["政府网站和政务新媒体检查发现问题清单"], [PROBLEM_TABLE]),
    IMPRINT,
  ],
};

/** 信函格式: number at the right, double lines, no number on page 1, 版记 without lines; a date longer than the name; no attachment. */
export const letterCircular: CircularDocument = {
  type: "document",
  properties: { ...PROPERTIES, issuer: "市数据局" },
  appearance: { ...PLAIN, form: "letter", sealed: false },
  children: [
    { type: "letterhead", mark: ["潮州市人民政府办公室"], documentNumber: "潮府办函〔2024〕12号" },
    ...BODY,
    { type: "signature", issuers: [[text("市数据局")]], date: [text("2024年12月10日")] },
    { type: "note", children: [text("（此件公开发布）")] },
    { type: "imprint", copyTo: [text("市委办公室，市人大常委会办公室，市政协办公室。")], printer: [text("不印出")] },
  ],
};

/** A single attachment has no number; unsealed, two agencies; centred page numbers; a long name that wraps. */
export const singleAttachmentCircular: CircularDocument = {
  type: "document",
  properties: PROPERTIES,
  appearance: { ...PLAIN, sealed: false, pageNumbers: "centre", mirrorMargins: true },
  children: [
    ...BODY,
    attachmentList("潮州市2024年第二季度政府网站和政务新媒体检查发现问题清单（含整改时限、责任单位和联系方式）"),
    {
      type: "signature",
      issuers: [[text("潮州市人民政府办公室")], [text("潮州市政务服务和数据管理局")]],
      date: [text("2024年7月10日")],
    },
    { type: "disclosure", children: [text("公开方式：主动公开")] },
    { type: "note", children: [text("（联系单位：市政务服务和数据管理局）")] },
    attachment(undefined, ["潮州市2024年第二季度政府网站", "和政务新媒体检查发现问题清单"], [PROBLEM_TABLE], {
      subtitle: [text("（2024年4月1日至6月30日）")],
    }),
  ],
};

/** 11 columns with two header rows, a code that must not break, a total row. */
export const WIDE_TABLE: Table = {
  type: "table",
  columns: [
    column("序号", 1, "centre", "ordinal"),
    column("地区", 2),
    column("网站标识码", 2.4, "centre", "code"),
    column("网站名称", 4, "left"),
    column("检查栏目数", 1.6, "right", "number"),
    column("不更新栏目数", 1.6, "right", "number"),
    column("空白栏目数", 1.6, "right", "number"),
    column("留言数", 1.6, "right", "number"),
    column("按时办结数", 1.6, "right", "number"),
    column("得分", 1.5, "right", "number"),
    column("结论", 1.5),
  ],
  headerRows: [
    header([
      spanning("序号", { rowSpan: 2 }),
      spanning("地区", { rowSpan: 2 }),
      spanning("网站", { columnSpan: 2 }),
      null,
      spanning("栏目更新", { columnSpan: 3 }),
      null,
      null,
      spanning("互动交流", { columnSpan: 2 }),
      null,
      spanning("得分", { rowSpan: 2 }),
      spanning("结论", { rowSpan: 2 }),
    ]),
    header([
      null,
      null,
      "标识码",
      "名称",
      "检查栏目数",
      "不更新栏目数",
      "空白栏目数",
      "留言数",
      "按时办结数",
      null,
      null,
    ]),
  ],
  rows: [
    ...Array.from({ length: 24 }, (_, index) =>
      record([
        String(index + 1),
        index % 3 === 0 ? spanning(["潮安区", "饶平县", "湘桥区"][(index / 3) % 3] ?? "", { rowSpan: 3 }) : null,
        `4451000${String(index + 10)}-WZ`,
        ["人民政府网站", "政务服务网", "公共资源交易网"][index % 3] ?? "",
        String(30 + index),
        String(index % 4),
        String(index % 2),
        String(100 + 7 * index),
        String(98 + 7 * index),
        String(80 + index / 2),
        "合格",
      ]),
    ),
    {
      role: "total",
      cells: [
        spanning("合计", { columnSpan: 4, align: "centre" }),
        null,
        null,
        null,
        "996",
        "36",
        "12",
        "4332",
        "4284",
        "",
        "",
      ],
    },
  ],
  key: [2],
};

/** A landscape attachment between portrait ones, with captions and two tables that follow each other. */
export const landscapeCircular: CircularDocument = {
  type: "document",
  properties: PROPERTIES,
  appearance: PLAIN,
  children: [
    ...BODY,
    attachmentList("政府网站抽查情况统计表", "政府网站检查数据汇总表", "检查发现问题清单"),
    SIGNATURE,
    attachment(1, ["政府网站抽查情况统计表"], [SITE_TABLE]),
    attachment(2, ["政府网站检查数据汇总表"], [WIDE_TABLE], {
      orientation: "landscape",
      subtitle: [text("（2024年第二季度）")],
    }),
    attachment(
      3,
      ["检查发现问题清单"],
      [
        { type: "caption", children: [text("附表1  政府网站")] },
        PROBLEM_TABLE,
        { type: "caption", children: [text("附表2  其他")] },
        PROBLEM_TABLE,
        PROBLEM_TABLE,
      ],
    ),
  ],
};

/** A last attachment in landscape, then 版记. */
export const landscapeLastCircular: CircularDocument = {
  type: "document",
  properties: PROPERTIES,
  appearance: { ...PLAIN, form: "redHead" },
  children: [
    {
      type: "letterhead",
      mark: ["潮州市人民政府办公室", "潮州市政务服务和数据管理局"],
      documentNumber: "潮府办〔2024〕12号",
    },
    ...BODY,
    attachmentList("政府网站检查数据汇总表"),
    SIGNATURE,
    attachment(undefined, ["政府网站检查数据汇总表"], [WIDE_TABLE], { orientation: "landscape" }),
    IMPRINT,
  ],
};

const TEN_NAMES = [
  "政府网站抽查情况统计表",
  "政务新媒体抽查情况统计表",
  "检查发现存在突出问题的政府网站名单",
  "检查发现存在突出问题的政务新媒体名单",
  "政府网站和政务新媒体检查发现问题清单以及各单位在规定时限内完成整改的情况说明",
  "网民留言办理情况统计表",
  "政府网站集约化建设情况统计表",
  "政务新媒体关停注销情况统计表",
  "政策文件解读情况统计表",
  "整改台账",
];

/** Ten attachments: two-digit numbers, aligned by a tab stop; attachments of text only. */
export const tenAttachmentsCircular: CircularDocument = {
  type: "document",
  properties: PROPERTIES,
  appearance: PLAIN,
  children: [
    ...BODY,
    attachmentList(...TEN_NAMES),
    SIGNATURE,
    ...TEN_NAMES.map((name, index) =>
      attachment(index + 1, name.length > 20 ? [name.slice(0, 19), name.slice(19)] : [name], [
        heading(1, 1, "一、", "说明"),
        paragraph(`这是第${String(index + 1)}个附件的正文。`.repeat(4)),
        heading(2, 1, "（一）", "范围。", "本附件只有文字。"),
      ]),
    ),
  ],
};

/** 8 × 8 pixels of one grey, as a PNG file; the tree says that it is as large as a scanned page. */
const GREY_PNG = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR4nGM4AQUMlDEACLEyAaio5RMAAAAASUVORK5CYII=";

/** Pictures in place of tables: taller than the page, wider than the page, and small. */
export const pictureCircular: CircularDocument = {
  type: "document",
  properties: PROPERTIES,
  appearance: PLAIN,
  children: [
    ...BODY,
    attachmentList("扫描的统计表", "宽幅截图"),
    SIGNATURE,
    attachment(
      1,
      ["扫描的统计表"],
      [
        {
          type: "picture",
          format: "png",
          data: GREY_PNG,
          widthPixels: 1240,
          heightPixels: 1754,
          alternativeText: '统计表扫描件：8家网站，"全部"合格 <含2家区级>',
        },
      ],
    ),
    attachment(
      2,
      ["宽幅截图"],
      [
        {
          type: "picture",
          format: "png",
          data: GREY_PNG,
          widthPixels: 1600,
          heightPixels: 400,
          alternativeText: "网站首页截图",
        },
        {
          type: "picture",
          format: "png",
          data: GREY_PNG,
          widthPixels: 120,
          heightPixels: 60,
          alternativeText: "栏目图标",
        },
      ],
    ),
  ],
};

/** Han text only, without marks: as many characters on a line and lines on a page as fit. */
export const fullPageOfText: CircularDocument = {
  type: "document",
  properties: PROPERTIES,
  appearance: PLAIN,
  children: [paragraph("检".repeat(28 * 22 * 3))],
};

/** Every sample by a name that says what it shows. */
export const SAMPLES: Readonly<Record<string, CircularDocument>> = {
  plain: plainCircular,
  "red-head": redHeadCircular,
  letter: letterCircular,
  "single-attachment": singleAttachmentCircular,
  landscape: landscapeCircular,
  "landscape-last": landscapeLastCircular,
  "ten-attachments": tenAttachmentsCircular,
  picture: pictureCircular,
};
