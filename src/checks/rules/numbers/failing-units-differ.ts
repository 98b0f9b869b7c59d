import { blamedButPassing, unnamedFailures } from "../../failed-accounts.js";
import { praisedButFailing } from "../../praised-names.js";
import { accountsNotListed, responsibleUnits } from "../../problem-list-names.js";
import type { Rule } from "../../rule.js";

/** Who failed according to the body, and who according to the attachments. */
export const failingUnitsDiffer: Rule = {
  id: "failing-units-differ",
  name: "正文点名的与附件的问题名单不符",
  severity: "warning",
  description:
    "附件里结果为不合格的，正文逐个点名时不应漏掉；正文在问题部分点名的单位，问题清单里应当有；清单里的责任单位，正文大都点了名的，也不应只漏掉个别。表扬的单位不应出现在不合格名单里。",
  mistakes: [1, 12, 56],
  check(draft, report) {
    const body = draft.body.map(({ text }) => text).join("\n");
    for (const table of draft.tables) {
      for (const finding of unnamedFailures(table, body)) report(finding);
      for (const finding of blamedButPassing(draft, table)) report(finding);
      for (const finding of accountsNotListed(draft, table)) report(finding);
      for (const finding of responsibleUnits(draft, table, body)) report(finding);
    }
    for (const finding of praisedButFailing(draft)) report(finding);
  },
  examples: {
    wrong: [
      {
        shows: "附件有两个不合格，正文只点了一个",
        draft: {
          body: ["市统计局“示例统计”微信公众号2周内没有更新。"],
          attachments: [
            {
              title: "抽查情况统计表",
              columns: ["单位名称", "账号名称", "结果"],
              rows: [
                ["市统计局", "示例统计", "不合格"],
                ["市水利局", "示例水利", "不合格"],
                ["市教育局", "示例教育", "合格"],
              ],
            },
          ],
        },
        report: [
          "附件 第2行“结果”列：附件里不合格，正文没有点名；实际：示例水利；处理：请核对结果；确实不合格的，看正文要不要点名",
        ],
      },
      {
        shows: "正文点名的单位，问题清单里没有",
        draft: {
          body: ["一、主要问题", "市统计局、市民政局的栏目没有更新。市公安局的菜单无法访问。", "责任单位见附件。"],
          attachments: [
            {
              title: "检查发现问题清单",
              columns: ["序号", "存在问题", "责任单位"],
              rows: [
                ["1", "没有更新", "市统计局、市民政局"],
                ["2", "链接失效", "市教育局"],
              ],
            },
          ],
        },
        report: [
          "附件 第2行“责任单位”列：正文没有提到“市教育局”；实际：市教育局；处理：清单里的其他单位正文都点了名，请核对",
          "正文 一、第1段：问题清单里没有“市公安局”；实际：市公安局；处理：请核对清单是不是漏了一行；另见 附件 第1行“责任单位”列：清单的责任单位在这一列里",
        ],
      },
      {
        shows: "表扬的网站在不合格名单里",
        draft: {
          body: ["甲县人民政府网站、乙县人民政府网站等更新及时、内容丰富，值得肯定。"],
          attachments: [
            { title: "不合格政府网站名单", columns: ["序号", "网站名称"], rows: [["1", "乙县人民政府网站"]] },
          ],
        },
        report: [
          "正文 第1段：表扬的“乙县人民政府网站”在不合格名单里；实际：乙县人民政府网站；处理：请核对；另见 附件 第1行“网站名称”列：不合格名单里的这一行",
        ],
      },
    ],
    right: [
      {
        shows: "正文只举例，附件列全",
        draft: {
          body: ["有15个账号没有更新，如“甲县发布”（微博）、“乙县发布”（微博）。"],
          attachments: [
            {
              title: "抽查情况表",
              columns: ["账号名称", "结果"],
              rows: [
                ["甲县发布", "不合格"],
                ["乙县发布", "不合格"],
                ["丙区发布", "不合格"],
              ],
            },
          ],
        },
      },
      {
        shows: "清单里的单位正文都点了名，简称不同",
        draft: {
          body: [
            "一、主要问题",
            "湘桥区人民政府网站、潮安区人民政府网站有链接失效。市统计局的栏目没有更新。",
            "责任单位见附件。",
          ],
          attachments: [
            {
              title: "问题清单",
              columns: ["存在问题", "责任单位"],
              rows: [
                ["链接失效", "湘桥区政府、潮安区政府"],
                ["没有更新", "市统计局"],
              ],
            },
          ],
        },
      },
    ],
  },
};
