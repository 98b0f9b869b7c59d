import { text, type CircularDocument, type Inline, type Value } from "../../src/document/tree.js";

/** A small circular with every kind of node, every optional field and every kind of merged cell, as its review text shows. */
export function sampleDocument(): CircularDocument {
  return {
    type: "document",
    properties: {
      title: "示例市人民政府办公室关于2024年第二季度政府网站与政务新媒体检查情况的通报",
      issuer: "示例市人民政府办公室",
      date: "2024-07-10",
    },
    appearance: {
      form: "redHead",
      sealed: true,
      pageNumbers: "outer",
      latinFont: "timesNewRoman",
      boldHeadings: false,
      mirrorMargins: false,
    },
    children: [
      {
        type: "letterhead",
        copyNumber: "000001",
        classification: "秘密★1年",
        urgency: "加急",
        mark: ["示例市人民政府办公室", "示例市政务服务和数据管理局"],
        documentNumber: "示府办函〔2024〕12号",
      },
      {
        type: "title",
        lines: [words("示例市人民政府办公室关于2024年第二季度"), words("政府网站与政务新媒体检查情况的通报")],
      },
      { type: "recipients", children: words("各县、区人民政府，市府直属各单位：") },
      {
        type: "paragraph",
        children: words("按照国办发〔2017〕47号文件要求，市政府办公室开展了检查。现将有关情况通报如下："),
      },
      { type: "heading", level: 1, ordinal: 1, label: "一、", children: words("总体情况") },
      {
        type: "paragraph",
        children: [text("全市在运行政府网站"), counted("3", "行数 网站", [4, 5, 6]), text("家。")],
      },
      { type: "heading", level: 1, ordinal: 2, label: "二、", children: words("发现的主要问题") },
      {
        type: "heading",
        level: 2,
        ordinal: 1,
        label: "（一）",
        children: words("内容保障能力仍需加强。"),
        body: [text("“"), given("# 一、\n｜平安示例", "账号名称"), text("”超过2周未更新。")],
      },
      { type: "heading", level: 2, ordinal: 2, label: "（二）", children: words("运维管理存在不足") },
      {
        type: "heading",
        level: 3,
        ordinal: 1,
        label: "1.",
        children: words("链接不可访问。"),
        body: words("涉及1家。"),
      },
      { type: "heading", level: 4, ordinal: 1, label: "（1）", children: words("首页链接") },
      { type: "paragraph", children: words("请于7月20日前报送整改情况。") },
      {
        type: "attachmentList",
        label: "附件",
        items: [
          { number: 1, name: words("政务新媒体检查情况") },
          { number: 2, name: words("检查得分") },
          { number: 3, name: words("评分说明") },
        ],
      },
      {
        type: "signature",
        issuers: [words("示例市人民政府办公室"), words("示例市政务服务和数据管理局")],
        date: words("2024年7月10日"),
      },
      { type: "disclosure", children: words("公开方式：主动公开") },
      { type: "note", children: words("（此件公开发布）") },
      {
        type: "attachment",
        number: 1,
        label: "附件1",
        orientation: "portrait",
        title: [words("示例市2024年第二季度"), words("政务新媒体检查情况")],
        subtitle: words("（2024年4—6月）"),
        children: [
          { type: "remark", label: "注：", children: words("采样时间截至2024年6月30日。") },
          {
            type: "table",
            dataset: "新媒体",
            key: [1, 3],
            columns: [
              { name: "序号", width: 6, align: "centre", kind: "ordinal" },
              { name: "单位名称", width: 24, align: "left", kind: "text", source: "单位" },
              { name: "账号类型", width: 12, align: "centre", kind: "text" },
              { name: "账号名称", width: 20, align: "left", kind: "text" },
              { name: "标识码", width: 22, align: "centre", kind: "code" },
              { name: "结果", width: 10, align: "centre", kind: "text" },
            ],
            headerRows: [{ role: "header", cells: ["序\n号", "单位名称", "账号类型", "账号名称", "标识码", "结果"] }],
            rows: [
              {
                role: "record",
                source: 4,
                cells: [
                  { children: words("1"), rowSpan: 3 },
                  { children: words("示例市公安局"), rowSpan: 2 },
                  "微信订阅号",
                  "平安示例",
                  "4405000001",
                  "合格",
                ],
              },
              { role: "record", source: 5, cells: [null, null, "新浪微博", "平安｜示例", "4405000002", "合格"] },
              {
                role: "record",
                source: 6,
                cells: [null, "示例市公安局新区分局", "微信订阅号", "新区\n公安", "4405000003", "合格"],
              },
              {
                role: "record",
                source: 7,
                cells: [
                  "2",
                  "示例市统计局",
                  "微信订阅号",
                  "示例\u200B统计",
                  "4405000004",
                  { children: [given("不合格", "结果")], align: "left" },
                ],
              },
              {
                role: "remark",
                cells: ["备注", { children: words("“不合格”指单项否决。"), columnSpan: 5 }, null, null, null, null],
              },
            ],
          },
          { type: "remark", label: "", children: words("结果以省通报为准。") },
        ],
      },
      {
        type: "attachment",
        number: 2,
        label: "附件2",
        orientation: "landscape",
        title: [words("检查得分")],
        children: [
          { type: "caption", children: words("附表1 得分") },
          {
            type: "table",
            key: [1],
            columns: [
              { name: "名次", width: 1, align: "centre", kind: "number" },
              { name: "网站名称", width: 3.5, align: "left", kind: "text" },
              { name: "扣分", width: 1, align: "right", kind: "number" },
              { name: "加分", width: 1, align: "right", kind: "number" },
            ],
            headerRows: [
              {
                role: "header",
                cells: [
                  { children: words("名次"), rowSpan: 2 },
                  { children: words("网站名称"), rowSpan: 2 },
                  { children: words("得分情况"), columnSpan: 2 },
                  null,
                ],
              },
              { role: "header", cells: [null, null, "扣分", "加分"] },
            ],
            rows: [
              { role: "record", cells: ["1", "示例市人民政府网站", "0", "5"] },
              {
                role: "record",
                cells: ["2", "新区政府网站", { children: words("见单独通报"), columnSpan: 2, rowSpan: 2 }, null],
              },
              { role: "record", cells: ["2", "老区政府网站", null, null] },
              {
                role: "total",
                cells: [{ children: words("合　计"), columnSpan: 2 }, null, "0", "5"],
              },
            ],
          },
          {
            type: "picture",
            format: "png",
            data: onePixel,
            widthPixels: 1,
            heightPixels: 1,
            alternativeText: "得分分布图",
          },
        ],
      },
      {
        type: "attachment",
        number: 3,
        label: "附件3",
        orientation: "portrait",
        title: [words("评分说明")],
        children: [
          { type: "heading", level: 1, ordinal: 1, label: "一、", children: words("评分办法") },
          { type: "paragraph", children: words("满分100分，扣完为止。") },
        ],
      },
      {
        type: "imprint",
        copyTo: words("市委办公室，市人大常委会办公室。"),
        printer: words("示例市人民政府办公室"),
        printDate: words("2024年7月10日"),
      },
    ],
  };
}

/** A picture of one pixel. */
export const onePixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

function words(value: string): readonly Inline[] {
  return [text(value)];
}

function given(value: string, expression: string): Value {
  const places = [{ file: "inspection.xlsx", sheet: "新媒体", cell: "D4" }];
  return { type: "value", value, provenance: { expression, places, rows: [] } };
}

function counted(value: string, expression: string, rows: readonly number[]): Value {
  const file = "inspection.xlsx";
  return {
    type: "value",
    value,
    provenance: { expression, places: [], rows: [{ dataset: "网站", file, sheet: "网站", rows }] },
  };
}
