import type { DescribedCircular } from "../described-circular.js";
import { textAt } from "../facts.js";
import { vetoIndicators } from "./veto-indicators.js";

export const chaozhou2024q2: DescribedCircular = {
  id: "chaozhou-2024q2",
  shipped: true,
  titleLines: ["潮州市人民政府办公室关于2024年第二季度", "全市政府网站与政务新媒体检查情况的通报"],
  headings: ["总体情况", "发现的主要问题", "下一步工作要求"],
  numbers: [
    { item: "在运行政府网站", pattern: /政府网站[^，。；]*?(\d+)家/g },
    { item: "政府网站总体合格率", pattern: /合格率[^，。；]*?([\d.]+%)/g },
    { item: "正常运行政务新媒体", pattern: /正常运行的政务新媒体[^，。；]*?(\d+)个/g },
    vetoIndicators,
    { item: "整改报告截止", pattern: /于([^，。；]*日)前/g, expected: (entry) => [textAt(entry, "原文写法")] },
    {
      item: "整改报告报送",
      pattern: /报送([^，。；”]+)，并抄报([^，。；]+)/g,
      expected: (entry) => [textAt(entry, "值"), textAt(entry, "抄报")],
    },
  ],
  phrases: [
    { text: "市政府办公室会同市政务服务和数据管理局", reason: "联合检查单位" },
    { text: "2024年第二季度全市政府网站与政务新媒体检查", reason: "期次" },
    { text: "市统计局、市民政局、市国动办的", reason: "附件3 row 1: the departments among those responsible" },
    { text: "市交通运输局、市人力资源和社会保障局、潮州新区管委会的", reason: "附件3 row 5" },
    { text: "。湘桥区人民政府网站没有公开留言", reason: "附件3 row 2: the site of the one responsible" },
    { text: "。湘桥区人民政府网站、潮安区人民政府网站存在", reason: "附件3 row 3" },
    { text: "。湘桥区人民政府网站、潮安区人民政府网站各有", reason: "附件3 row 4" },
    { text: "市统计局“潮州统计”微信公众号2周内没有更新", reason: "附件3 row 6" },
    { text: "市公安局“潮州网警”“平安潮州”微信公众号", reason: "附件3 row 7" },
    { text: "见附件3", reason: "the list of problems is 附件3" },
    { text: "将整改报告报送", reason: "整改报告报送 of the facts" },
  ],
  otherNumbers: [
    { pattern: /国办发〔2017〕47号|国办秘函〔2019〕19号/g, reason: "documents that the check is based on" },
    { pattern: /2024年第二季度/g, reason: "the period" },
    { pattern: /湘桥区人民政府网站有1个栏目/g, reason: "stated by the publication, in no table" },
    { pattern: /各有1份政策文件/g, reason: "stated by the publication, in no table" },
    { pattern: /2周内/g, reason: "the indicator's own limit" },
    { pattern: /见附件3/g, reason: "the attachment's number" },
  ],
  corrections: [
    {
      attachment: "附件3",
      noted: "附件3 标题",
      element: "标题",
      published: "政府网站与政务新媒体检查发现存在问题清单",
      // As 附件说明 calls it.
      corrected: "政府网站和政务新媒体检查发现问题清单",
    },
    {
      attachment: "附件3",
      noted: "附件3 第5至7行 序号",
      column: "序号",
      firstRow: 5,
      // 4 had been given to the row before already.
      published: ["4", "5", "6"],
      corrected: ["5", "6", "7"],
    },
  ],
  layout: { attachmentStarts: [4, 5, 8], pages: 8 },
};
