import { citationsIn } from "../../document-numbers.js";
import { citedDocuments } from "../../knowledge/cited-documents.js";
import type { Rule } from "../../rule.js";

/** A title in 《》 that is not the title of the document with that number. */
export const citedTitleAltered: Rule = {
  id: "cited-title-altered",
  name: "引用的文件标题与原文不同",
  severity: "warning",
  description: "书名号里要写文件的全称；缩写要先注明“以下简称”。按文号与收录的国务院办公厅文件核对。",
  source: "国务院办公厅公布的文件",
  mistakes: [28, 29],
  check(draft, report) {
    for (const { passage, title, titleStart, titleEnd, written } of citationsIn(draft)) {
      const known = citedDocuments.find(({ number }) => number === written);
      if (known === undefined) continue;
      const names = [known.title, ...known.alsoCalled];
      const plain = normalise(title);
      if (names.some((name) => isSame(plain, normalise(name)))) continue;
      // The rule of numbers speaks when the title belongs to another known document.
      if (citedDocuments.some((other) => isSame(plain, normalise(other.title)))) continue;
      report({
        at: { passage, start: titleStart, end: titleEnd },
        message: `${written}的标题与原文不同`,
        actual: `《${title}》`,
        expected: `《${known.title}》`,
        hint: "请写全称；要用缩写，先注明“以下简称”",
      });
    }
  },
  examples: {
    wrong: [
      {
        shows: "书名号里写了缩写",
        draft: { body: ["按照《检查考核指标通知》（国办秘函〔2019〕19号）检查。"] },
        report: [
          "正文 第1段：国办秘函〔2019〕19号的标题与原文不同；实际：《检查考核指标通知》；应为：《国务院办公厅秘书局关于印发政府网站与政务新媒体检查指标、监管工作年度考核指标的通知》；处理：请写全称；要用缩写，先注明“以下简称”",
        ],
      },
      {
        shows: "标题有错字",
        draft: { body: ["按照《国务院办公厅关于印发政府网站发展指南的通知》（国办发〔2017〕47号）检查。"] },
        report: [
          "正文 第1段：国办发〔2017〕47号的标题与原文不同；实际：《国务院办公厅关于印发政府网站发展指南的通知》；应为：《国务院办公厅关于印发政府网站发展指引的通知》；处理：请写全称；要用缩写，先注明“以下简称”",
        ],
      },
    ],
    right: [
      {
        shows: "全称、不带机关的标题和所印发文件的名称",
        draft: {
          body: [
            "按照国务院办公厅《关于印发〈政府网站发展指引〉的通知》（国办发〔2017〕47号）检查。",
            "按照《政府网站发展指引》（国办发〔2017〕47号）检查。",
          ],
        },
      },
    ],
  },
};

function normalise(title: string): string {
  return title.replace(/[\s〈〉《》“”]/gu, "");
}

/** The issuer may stand before 《. */
function isSame(cited: string, known: string): boolean {
  return cited === known || (cited.startsWith("关于") && known.endsWith(cited));
}
