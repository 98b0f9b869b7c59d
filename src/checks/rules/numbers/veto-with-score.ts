import type { DraftTable } from "../../draft.js";
import { sentencesOf } from "../../sentences.js";
import type { Finding, Rule } from "../../rule.js";
import { cellNumber, meaningOf, plainRecords } from "../../table-figures.js";

/** 单项否决 means 不合格 and no score. */
export const vetoWithScore: Rule = {
  id: "veto-with-score",
  name: "单项否决了又有得分",
  severity: "error",
  description:
    "有单项否决情形的直接评为不合格，不再评分；一行里既写了单项否决情形，又有合格以上的得分或者“合格”的，必有一处不对。",
  source: "国办秘函〔2019〕19号附件",
  mistakes: [52],
  check(draft, report) {
    for (const table of draft.tables) for (const finding of vetoedRows(table)) report(finding);
    for (const passage of draft.mayHold(["单项否决"]) ? draft.body : []) {
      for (const sentence of sentencesOf(passage.text)) {
        const clause =
          /(?:被|触发|出现|存在|因)?单项否决[^。；，]{0,12}[，,]?(?:得分|得|评分)为?(\d+(?:\.\d+)?)分/u.exec(
            sentence.text,
          );
        if (clause === null || /指标|办法|不评分/u.test(clause[0])) continue;
        const start = sentence.start + clause.index;
        report({
          at: { passage, start, end: start + clause[0].length },
          severity: "warning",
          message: "单项否决的不评分，这里却有得分",
          actual: clause[0],
          hint: "请核对是不是单项否决；是的，删去得分",
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "首页不更新，却有72分",
        draft: {
          attachments: [
            {
              title: "评分表",
              columns: ["网站名称", "单项否决", "得分"],
              rows: [
                ["甲县网站", "无", "95.0"],
                ["乙县网站", "首页超过2周没有更新", "72.0"],
              ],
            },
          ],
        },
        report: [
          "附件 第2行“得分”列：单项否决的不评分，这里却有得分；实际：单项否决“首页超过2周没有更新”，得分72.0；处理：请核对是不是单项否决；是的，得分写“—”",
        ],
      },
      {
        shows: "单项否决，结果却是合格",
        draft: {
          attachments: [
            { title: "检查表", columns: ["网站名称", "单项否决类严重问题", "结果"], rows: [["甲县网站", "1", "合格"]] },
          ],
        },
        report: [
          "附件 第1行“结果”列：单项否决的应当是不合格；实际：单项否决“1”，结果合格；处理：请核对是不是单项否决，再改正结果",
        ],
      },
    ],
    right: [
      {
        shows: "没有单项否决情形的有得分",
        draft: {
          attachments: [
            {
              title: "评分表",
              columns: ["网站名称", "单项否决", "得分"],
              rows: [
                ["甲县网站", "0", "95.0"],
                ["乙县网站", "无", "72.0"],
                ["丙区网站", "首页不更新", "—"],
              ],
            },
          ],
        },
      },
      { shows: "说明评分办法", draft: { body: ["按照单项否决指标检查，得分情况见附件。"] } },
    ],
  },
};

function* vetoedRows(table: DraftTable): Generator<Finding> {
  if (!table.columns.some((name) => name.includes("否决"))) return;
  const vetoColumn = table.columns.findIndex((name) => /^单项否决|一票否决/u.test(name) && !/数$|率/u.test(name));
  if (vetoColumn < 0) return;
  const scoreColumn = table.columns.findLastIndex((name) =>
    /^(?:总计|合计|总分|得分|最终得分|综合得分|得分情况|季度得分)$/u.test(name.replace(/\s/gu, "")),
  );
  const resultColumn = table.columns.findIndex((name) => /^(?:检查|抽查|考评)?结果$|^等次$/u.test(name));
  for (const row of plainRecords(table)) {
    const veto = table.textAt(row, vetoColumn).trim();
    if (/^(?:0|无|否|没有|未发现|合格|×|[—–-]*)$/u.test(veto) || meaningOf(veto) === "rate") continue;
    const score = scoreColumn < 0 ? undefined : cellNumber(table.textAt(row, scoreColumn));
    if (score !== undefined && score > 0) {
      // Some places give what failed a fixed score below the pass mark.
      yield {
        at: { passage: table.cellAt(row, scoreColumn) },
        ...(score >= 60 ? {} : { severity: "warning" as const }),
        message: "单项否决的不评分，这里却有得分",
        actual: `单项否决“${veto}”，得分${table.textAt(row, scoreColumn)}`,
        hint: "请核对是不是单项否决；是的，得分写“—”",
      };
    }
    // Some tables give a score to those that take part and 合格 to the others, in one column.
    for (const column of new Set([resultColumn, scoreColumn])) {
      if (column < 0 || !/^(?:合格|优秀|良好)$/u.test(table.textAt(row, column).trim())) continue;
      yield {
        at: { passage: table.cellAt(row, column) },
        message: "单项否决的应当是不合格",
        actual: `单项否决“${veto}”，结果${table.textAt(row, column)}`,
        hint: "请核对是不是单项否决，再改正结果",
      };
    }
  }
}
