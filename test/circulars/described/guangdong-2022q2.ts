import type { DescribedCircular } from "../described-circular.js";
import { textAt, textsAt } from "../facts.js";
import { vetoIndicators } from "./veto-indicators.js";

export const guangdong2022q2: DescribedCircular = {
  id: "guangdong-2022q2",
  shipped: true,
  titleLines: ["广东省人民政府办公厅关于2022年第二季度", "全省政府网站与政务新媒体检查情况的通报"],
  headings: ["总体情况", "发现的主要问题", "下一步工作要求"],
  numbers: [
    { item: "在运行政府网站", pattern: /政府网站[^，。；]*?(\d+)家/g },
    { item: "政府网站总体合格率", pattern: /政府网站(?:(?!政务新媒体).)*?总体合格率[^，。；]*?([\d.]+%)/g },
    {
      item: "合格率100%的地级以上市",
      pattern: /其中([^，。；]+?)等(\d+)个地级以上市合格率[^，。；]*?([\d.]+%)/g,
      expected: (entry) => [textsAt(entry, "列举").join("、"), textAt(entry, "值"), "100%"],
    },
    { item: "找错留言统计时段", pattern: /([^，。；\n]*日)，“我为政府网站找错”/g, expected: () => ["4月1日至6月20日"] },
    {
      item: "找错留言",
      pattern: /留言(\d+)条，(?:全部办结，)?办结率[^，。；]*?([\d.]+%)/g,
      expected: (entry) => [textAt(entry, "值"), textAt(entry, "办结率")],
    },
    { item: "正常运行政务新媒体", pattern: /正常运行的政务新媒体[^，。；]*?(\d+)个/g },
    { item: "政务新媒体总体合格率", pattern: /政务新媒体(?:(?!政府网站).)*?总体合格率[^，。；]*?([\d.]+%)/g },
    vetoIndicators,
    { item: "监测时间点前2周内无更新的新媒体", pattern: /前2周内[^，。；]*?更新的政务新媒体[^，。；]*?(\d+)个/g },
    { item: "整改情况截止", pattern: /于([^，。；]*日)前/g, expected: (entry) => [textAt(entry, "原文写法")] },
    { item: "整改情况报送", pattern: /整改情况[^，。；]*?报送([^，。；]+)/g },
  ],
  phrases: [
    { text: "省政府办公厅对2022年第二季度全省政府网站与政务新媒体进行了检查", reason: "期次" },
    { text: "揭东区政府门户网站出现严重表述错误", reason: "附件2 row 7" },
    { text: "汕头华侨经济文化合作试验区网站有多个栏目长期未更新", reason: "附件2 row 2" },
    { text: "英德市政府门户网站有多个栏目为空白", reason: "附件2 row 6" },
    { text: "佛山市“佛山统计”（新浪微博）", reason: "附件4 row 1" },
    { text: "惠州市“惠州健康通”（微信服务号）", reason: "附件4 row 6" },
    { text: "云浮市“云浮市自然资源局”（微信订阅号）泄露个人隐私", reason: "附件4 row 11" },
  ],
  otherNumbers: [
    { pattern: /国办发〔2017〕47号|国办秘函〔2019〕19号/g, reason: "documents that the check is based on" },
    { pattern: /2022年第二季度/g, reason: "the period" },
    { pattern: /前2周内/g, reason: "the indicator's own limit" },
  ],
  corrections: [
    {
      attachment: "附件3",
      noted: "第三个附件的页面标识",
      element: "页面标识",
      published: null,
      corrected: "附件3",
    },
    ...["附件1", "附件2", "附件3", "附件4"].map((attachment) => ({
      attachment,
      noted: "各附件副题的括号",
      element: "副题" as const,
      published: "(2022年第二季度)",
      corrected: "（2022年第二季度）",
    })),
  ],
};
