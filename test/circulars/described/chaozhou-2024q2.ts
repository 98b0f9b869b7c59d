import type { DescribedCircular } from "../described-circular.js";
import { chineseDigits, textAt, textsAt } from "../facts.js";

export const chaozhou2024q2: DescribedCircular = {
  id: "chaozhou-2024q2",
  shipped: true,
  titleLines: ["潮州市人民政府办公室关于2024年第二季度", "全市政府网站与政务新媒体检查情况的通报"],
  headings: ["总体情况", "发现的主要问题", "下一步工作要求"],
  body: [
    { item: "在运行政府网站", pattern: /政府网站[^，。；]*?(\d+)家/g },
    { item: "政府网站总体合格率", pattern: /合格率[^，。；]*?([\d.]+%)/g },
    { item: "正常运行政务新媒体", pattern: /政务新媒体[^，。；]*?(\d+)个/g },
    {
      item: "单项否决指标",
      pattern: /按照([^，。；]+?)([一二三四五六七八九十]+)项单项否决指标/g,
      expected: (entry) => {
        const names = textsAt(entry, "值");
        return [names.map((name) => `“${name}”`).join(""), chineseDigits[names.length] ?? ""];
      },
    },
    {
      item: "整改报告截止",
      pattern: /于([^，。；]*日)前/g,
      expected: (entry) => [textAt(entry, "原文写法")],
    },
    {
      item: "整改报告报送",
      pattern: /报送([^，。；”]+)，并抄报([^，。；]+)/g,
      expected: (entry) => [textAt(entry, "值"), textAt(entry, "抄报")],
    },
  ],
  phrases: [
    { text: "市政府办公室会同市政务服务和数据管理局", reason: "联合检查单位" },
    { text: "2024年第二季度全市政府网站与政务新媒体检查", reason: "期次" },
    { text: "市统计局、市民政局、市国动办", reason: "附件3 row 1: the departments responsible" },
    { text: "市交通运输局、市人力资源和社会保障局、潮州新区管委会", reason: "附件3 row 5" },
    { text: "湘桥区人民政府网站、潮安区人民政府网站", reason: "附件3 rows 3 and 4: the sites of those responsible" },
    { text: "市统计局“潮州统计”微信公众号", reason: "附件3 row 6" },
    { text: "市公安局“潮州网警”“平安潮州”微信公众号", reason: "附件3 row 7" },
    { text: "见附件3", reason: "the list of problems is 附件3" },
  ],
  constants: [
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
      element: "标题",
      published: "政府网站与政务新媒体检查发现存在问题清单",
      corrected: "政府网站和政务新媒体检查发现问题清单",
      reason: "附件说明 calls the attachment so",
    },
    {
      attachment: "附件3",
      column: "序号",
      firstRow: 5,
      published: ["4", "5", "6"],
      corrected: ["5", "6", "7"],
      reason: "4 was given to two rows",
    },
  ],
  layout: { attachmentStarts: [4, 5, 8], pages: 8 },
};
