import type { DescribedCircular } from "../described-circular.js";
import { textAt, textsAt } from "../facts.js";
import { vetoIndicators } from "./veto-indicators.js";

export const guangdong2024q2: DescribedCircular = {
  id: "guangdong-2024q2",
  shipped: true,
  titleLines: ["广东省人民政府办公厅关于2024年第二季度", "全省政府网站与政务新媒体检查情况的通报"],
  headings: ["总体情况", "发现的主要问题", "工作要求"],
  numbers: [
    { item: "在运行政府网站", pattern: /在运行的政府网站[^，。；]*?(\d+)家/g },
    { item: "政府网站总体合格率", pattern: /政府网站(?:(?!政务新媒体).)*?总体合格率[^，。；]*?([\d.]+%)/g },
    {
      item: "合格率100%的地级以上市",
      pattern: /其中([^，。；]+?)等(\d+)个地级以上市合格率[^，。；]*?([\d.]+%)/g,
      expected: (entry) => [textsAt(entry, "列举").join("、"), textAt(entry, "值"), "100%"],
    },
    { item: "找错留言统计时段", pattern: /([^，。；\n]*日)，“我为政府网站找错”/g, expected: () => ["4月1日至6月23日"] },
    {
      item: "找错留言",
      pattern: /留言(\d+)条，(?:全部办结，)?办结率[^，。；]*?([\d.]+%)/g,
      expected: (entry) => [textAt(entry, "值"), textAt(entry, "办结率")],
    },
    { item: "在运行政务新媒体", pattern: /在运行的政务新媒体[^，。；]*?(\d+)个/g },
    { item: "政务新媒体总体合格率", pattern: /政务新媒体(?:(?!政府网站).)*?总体合格率[^，。；]*?([\d.]+%)/g },
    vetoIndicators,
    { item: "整改情况截止", pattern: /于([^，。；]*日)前/g, expected: (entry) => [textAt(entry, "原文写法")] },
    {
      item: "整改情况报送",
      pattern: /整改情况([^，。；]*?)报送([^，。；]+)/g,
      expected: (entry) => [textAt(entry, "形式"), textAt(entry, "值")],
    },
  ],
  phrases: [{ text: "省政府办公厅对2024年第二季度全省政府网站与政务新媒体进行了检查", reason: "期次" }],
  otherNumbers: [
    { pattern: /国办发〔2017〕47号|国办秘函〔2019〕19号/g, reason: "documents that the check is based on" },
    { pattern: /2024年第二季度/g, reason: "the period" },
    {
      pattern: /2家网站的页脚仍链接到已经关停的账号，1家区级网站链接到盗版影视网站/g,
      reason: "stated by the publication",
    },
    { pattern: /2家网站出现严重表述错误。2家网站公开了依申请公开的文件/g, reason: "stated by the publication" },
    { pattern: /1个部门发布的2023年统计公报/g, reason: "stated by the publication" },
    { pattern: /有2个账号没有及时维护/g, reason: "stated by the publication" },
  ],
  corrections: [],
};
