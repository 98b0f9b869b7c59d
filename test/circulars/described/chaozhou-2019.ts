import type { DescribedCircular } from "../described-circular.js";
import { chineseDigits, textAt, textsAt } from "../facts.js";

export const chaozhou2019: DescribedCircular = {
  id: "chaozhou-2019",
  shipped: true,
  titleLines: ["潮州市人民政府办公室关于2019年潮州市", "政府网站和政务新媒体考评结果的通报"],
  headings: ["基本情况", "考评结果", "下一步工作要求"],
  numbers: [
    {
      item: "参评县区政府（管委会）门户网站",
      pattern: /(\d+)个(?:县区政府（管委会）)?门户网站|门户网站（(\d+)个）/g,
    },
    { item: "参评政务新媒体", pattern: /(\d+)个政务新媒体/g },
    { item: "开设有政务新媒体的市、县部门", pattern: /(\d+)个(?:市、县)?部门|部门（(\d+)个）/g },
    {
      item: "等次",
      pattern: /分为([^，。；]+?)([〇一二三四五六七八九十]+)个等次/g,
      expected: (entry) => {
        const grades = textsAt(entry, "值");
        return [grades.join("、"), chineseDigits[grades.length] ?? ""];
      },
    },
    {
      item: "门户网站等次个数",
      pattern: /门户网站中，优秀(\d+)个，良好(\d+)个；/g,
      expected: (entry) => [textAt(entry, "优秀"), textAt(entry, "良好")],
    },
    {
      item: "市、县部门等次个数",
      pattern: /部门中，优秀(\d+)个，良好(\d+)个，合格(\d+)个，/g,
      expected: (entry) => [textAt(entry, "优秀"), textAt(entry, "良好"), textAt(entry, "合格")],
    },
    {
      item: "不合格政府网站和政务新媒体",
      pattern: /，([^，；。]*)不合格的政府网站和政务新媒体/g,
      expected: (entry) => [textAt(entry, "值") === "0" ? "没有" : `有${textAt(entry, "值")}个`],
    },
  ],
  phrases: [
    { text: "市政府办公室委托市政务服务数据管理局", reason: "受托考评单位" },
    { text: "2019年度考评", reason: "期次" },
    { text: "见附件1、附件2", reason: "scores and ranks are in the attachments" },
  ],
  otherNumbers: [
    {
      pattern: /国办发〔2017〕47号|国办秘函〔2019〕19号|粤办函〔2019〕90号/g,
      reason: "documents that the assessment is based on",
    },
    { pattern: /2019年/g, reason: "the period" },
    { pattern: /附件1、附件2/g, reason: "the attachments' numbers" },
  ],
  corrections: [
    { noted: "附件说明的序号", published: "1、", corrected: "1." },
    { noted: "附件页的标识和标题", published: "附件1：政府网站考评情况表", corrected: "“附件1”单独一行" },
    { noted: "正文（一）优秀名单的分隔", published: "逗号", corrected: "顿号" },
  ],
};
