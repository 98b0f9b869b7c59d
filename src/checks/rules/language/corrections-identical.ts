import { allPassages } from "../../all-passages.js";
import type { DraftTable } from "../../draft.js";
import { matchesIn } from "../../matches-in.js";
import type { Rule } from "../../rule.js";
import { Search } from "../../search.js";

/** A closing quotation mark with what may follow it. */
const corrected = Array.from('”’"', (mark) => [
  ...Array.from("误错写录印应改正", (word) => mark + word),
  ...Array.from("应改正", (word) => `${mark}，${word}`),
]).flat();
const pairs = new Search(
  corrected,
  () =>
    /(?:将|把)?[“‘"](?<wrong>[^“”‘’"]{1,40})[”’"](?:误写|错写|写|误|错|误录|错录|误发|录|印|误排)(?:成了?|为|作)[“‘"](?<right>[^“”‘’"]{1,40})[”’"]|[“‘"](?<said>[^“”‘’"]{1,40})[”’"]，?(?:应当?(?:为|是|改为|写作|作)|改为|正确(?:写法|表述)?为)[“‘"](?<meant>[^“”‘’"]{1,40})[”’"]/gu,
);

const wrongColumn = /^(?:错误(?:表述|内容|写法|词句|字词|信息|文字)|原文|误|错别字|错误)$/u;
const rightColumn =
  /^(?:正确(?:表述|内容|写法|词句|字词|信息|文字)|应为|建议(?:修改为?|改为|表述)|修改(?:建议|为)|改为|正)$/u;

/** Evidence of a mistake that somebody, or a spelling checker, has corrected away: 将“政府”误写为“政府”. */
export const correctionsIdentical: Rule = {
  id: "corrections-identical",
  name: "错误例子的前后两边相同",
  severity: "error",
  description: "举错别字的例子时，引号里的错字必须照录；两边一样，说明错字在录入或自动校对时被改掉了，例子就不成立。",
  mistakes: [59],
  check(draft, report) {
    for (const passage of draft.mayHold(pairs.needs) ? allPassages(draft) : []) {
      if (!/误|错|写|录|印|应|改|正确/u.test(passage.text)) continue;
      for (const match of matchesIn(passage.text, pairs.pattern)) {
        const { wrong, right, said, meant } = match.groups ?? {};
        if ((wrong ?? said) !== (right ?? meant)) continue;
        report({
          at: { passage, start: match.index, end: match.index + match[0].length },
          message: "错误例子的前后两边完全相同，看不出错在哪里",
          actual: match[0],
          hint: "请对照截图或网页，把被改掉的错字恢复原样",
        });
      }
    }
    for (const table of draft.tables) checkColumns(table, report);
  },
  examples: {
    wrong: [
      {
        shows: "错字被改掉了",
        draft: { body: ["有的稿件将“政府”误写为“政府”。"] },
        report: [
          "正文 第1段：错误例子的前后两边完全相同，看不出错在哪里；实际：将“政府”误写为“政府”；处理：请对照截图或网页，把被改掉的错字恢复原样",
        ],
      },
      {
        shows: "表格里两列相同",
        draft: {
          attachments: [
            {
              title: "错别字清单",
              columns: ["序号", "错误表述", "正确表述"],
              rows: [
                ["1", "政俯", "政府"],
                ["2", "部署", "部署"],
              ],
            },
          ],
        },
        report: [
          "附件 第2行“错误表述”列：“错误表述”和“正确表述”完全相同，看不出错在哪里；实际：部署；处理：请对照截图或网页，把被改掉的错字恢复原样；另见 附件 第2行“正确表述”列：这一格与它相同",
        ],
      },
    ],
    right: [
      { shows: "两边不同", draft: { body: ["有的稿件将“政府”误写为“政俯”，“布署”应为“部署”。"] } },
      { shows: "不是举错字", draft: { body: ["“甲县发布”由“甲县融媒”编辑部维护，名称改为“甲县发布”。"] } },
    ],
  },
};

function checkColumns(table: DraftTable, report: Parameters<Rule["check"]>[1]): void {
  // 误, 错 or 原文 in the heading of one of the columns.
  if (!table.columns.some((name) => name.includes("误") || name.includes("错") || name.includes("原"))) return;
  const names = table.columns.map((name) => name.replace(/\s/gu, ""));
  const wrong = names.findIndex((name) => wrongColumn.test(name));
  const right = names.findIndex((name) => rightColumn.test(name));
  if (wrong < 0 || right < 0) return;
  for (const row of table.records) {
    const text = table.textAt(row, wrong);
    if (text === "" || text !== table.textAt(row, right)) continue;
    report({
      at: { passage: table.cellAt(row, wrong) },
      message: `“${names[wrong] ?? ""}”和“${names[right] ?? ""}”完全相同，看不出错在哪里`,
      actual: text,
      hint: "请对照截图或网页，把被改掉的错字恢复原样",
      related: [{ at: { passage: table.cellAt(row, right) }, message: "这一格与它相同" }],
    });
  }
}
