import type { DescribedCircular } from "../described-circular.js";
import { textAt } from "../facts.js";

export const nanchong2024q1: DescribedCircular = {
  id: "nanchong-2024q1",
  shipped: true,
  titleLines: ["南充市人民政府办公室", "关于2024年第一季度全市政府网站", "与政府系统政务新媒体检查情况的通报"],
  headings: ["总体情况", "存在问题", "下一步工作要求"],
  numbers: [
    { item: "全市政府网站", pattern: /全市政府网站(\d+)个/g },
    { item: "各市直部门（单位）政府网站（频道）", pattern: /部门（单位）政府网站（频道）[^，。；、]*?(\d+)个/g },
    { item: "政府网站合格率", pattern: /合格率[^，。；]*?([\d.]+%)/g },
    { item: "政府系统政务新媒体", pattern: /政务新媒体[^，。；]*?(\d+)个/g },
    { item: "找错留言统计时段", pattern: /([^，。；\n]*日)，平台/g, expected: () => ["2024年1月1日至3月10日"] },
    {
      item: "找错留言",
      pattern: /留言(\d+)条，按期办结率[^，。；]*?([\d.]+%)/g,
      expected: (entry) => [textAt(entry, "值"), textAt(entry, "按期办结率")],
    },
    { item: "集约化平台账号使用率上限（部分单位）", pattern: /账号使用率低于([\d.]+%)/g },
    { item: "整改情况截止", pattern: /于([^，。；]*日)前/g, expected: (entry) => [textAt(entry, "原文写法")] },
    {
      item: "整改情况报送",
      pattern: /整改情况([^，。；]*?)报送([^，。；]+)/g,
      expected: (entry) => [textAt(entry, "形式"), textAt(entry, "值")],
    },
  ],
  phrases: [{ text: "2024年第一季度全市政府网站与政府系统政务新媒体检查", reason: "期次" }],
  otherNumbers: [
    { pattern: /国办秘函〔2019〕19号|川府公开办函〔2023〕15号/g, reason: "documents that the check is based on" },
    { pattern: /2024年第一季度/g, reason: "the period" },
  ],
  corrections: [],
};
