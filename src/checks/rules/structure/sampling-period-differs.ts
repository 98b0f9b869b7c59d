import type { Passage } from "../../draft.js";
import type { Rule } from "../../rule.js";
import { Search } from "../../search.js";

/** Two tables say 检查采样时间 with different days. */
export const samplingPeriodDiffers: Rule = {
  id: "sampling-period-differs",
  name: "采样时间前后不一致",
  severity: "warning",
  description: "各个附件的注里和正文里写的检查时间、采样时间应当一致；写法相同、日期不同的，多半有一处没有改。",
  mistakes: [32, 33],
  check(draft, report) {
    const first = new Map<string, { readonly passage: Passage; readonly value: string; readonly start: number }>();
    if (!draft.mayHold(stated.needs)) return;
    for (const passage of draft.passages) {
      for (const match of passage.text.matchAll(stated.pattern)) {
        const { lead = "", value = "" } = match.groups ?? {};
        const start = match.index + match[0].length - value.length;
        const known = first.get(lead);
        if (known === undefined) {
          first.set(lead, { passage, value, start });
          continue;
        }
        if (daysOnly(known.value) === daysOnly(value)) continue;
        report({
          at: { passage, start, end: start + value.length },
          message: `${lead}与前面不一致`,
          actual: value,
          expected: known.value,
          hint: "请核对哪一处对；确实不同的，可以不管",
          related: [
            {
              at: { passage: known.passage, start: known.start, end: known.start + known.value.length },
              message: `这里是${known.value}`,
            },
          ],
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "两个附件的注不同",
        draft: {
          attachments: [
            { title: "网站名单", columns: ["序号"], rows: [["1"]], remark: "检查采样时间为2024年4月1日至6月23日。" },
            { title: "账号名单", columns: ["序号"], rows: [["1"]], remark: "检查采样时间为2024年4月1日至6月20日。" },
          ],
        },
        report: [
          "附件2 注：检查采样时间与前面不一致；实际：2024年4月1日至6月20日；应为：2024年4月1日至6月23日；处理：请核对哪一处对；确实不同的，可以不管；另见 附件1 注：这里是2024年4月1日至6月23日",
        ],
      },
    ],
    right: [
      {
        shows: "一致；省略年份不算不同",
        draft: {
          body: ["检查时间为4月1日至6月23日。"],
          attachments: [
            { title: "网站名单", columns: ["序号"], rows: [["1"]], remark: "检查时间为2024年4月1日至6月23日。" },
          ],
        },
      },
    ],
  },
};

const lookedAt = ["采样", "检查", "抽查", "监测", "统计"];
const stated = new Search(
  ["时间", "时段", "期间"].flatMap((word) => lookedAt.map((look) => look + word)),
  () =>
    /(?<lead>(?:检查|抽查|监测|数据|统计)?(?:采样|检查|抽查|监测|统计)(?:时间|时段|期间))(?:为|是|截止到?|截至|：)*(?<value>(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[至到—～-]{1,2}(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)?)/gu,
);

function daysOnly(value: string): string {
  return value.replace(/\d{4}年/gu, "");
}
