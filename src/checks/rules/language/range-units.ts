import { ownMatches, ownWords } from "../../all-passages.js";
import { excerpt } from "../../excerpt.js";
import type { Rule } from "../../rule.js";

const share = /(?<![\d.\-—–~～至])(?<from>\d+(?:\.\d+)?)(?:[-－—–~～]|至)(?<to>\d+(?:\.\d+)?)(?<unit>%|％|万|亿)/gu;
const months = /(?<![\d年])(?<from>1[0-2]|[1-9])[-－—–~～](?<to>1[0-2]|[1-9])月份?/gu;

const anyRange = /\d(?:[-－—–~～]|至)\d/u;

/** A range whose first end lost its %, 万 or 月 (GB/T 15835 5.1.3). */
export const rangeUnits: Rule = {
  id: "range-units",
  name: "数值范围的前一个数漏了单位",
  severity: "warning",
  description: "百分数和带“万”“亿”的范围，两头都要写明：15%～20%、13万元～17万元；月份写作5月至8月。",
  source: "GB/T 15835—2011 5.1.3",
  mistakes: [48],
  check(draft, report) {
    if (!draft.mayHold(anyRange)) return;
    for (const passage of ownWords(draft)) {
      const { text } = passage;
      if (!anyRange.test(text)) continue;
      for (const match of ownMatches(draft, passage, share)) {
        const { from = "", to = "", unit = "" } = match.groups ?? {};
        const end = match.index + match[0].length;
        report({
          at: { passage, start: match.index, end },
          message: `范围的前一个数漏了“${unit}”`,
          actual: excerpt(text, match.index, end),
          expected: `${from}${unit}～${to}${unit}`,
        });
      }
      for (const match of ownMatches(draft, passage, months)) {
        const { from = "", to = "" } = match.groups ?? {};
        const end = match.index + match[0].length;
        const inTable = passage.region === "attachment" || !match[0].endsWith("份");
        report({
          at: { passage, start: match.index, end },
          message: "月份的范围应当两头都写“月”",
          actual: excerpt(text, match.index, end),
          expected: `${from}月至${to}月`,
          ...(inTable ? { severity: "hint" as const } : {}),
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "百分数、月份",
        draft: { body: ["使用率为15-20%，5-8月份没有更新。"] },
        report: [
          "正文 第1段：范围的前一个数漏了“%”；实际：使用率为15-20%，5-8月份没有…；应为：15%～20%",
          "正文 第1段：月份的范围应当两头都写“月”；实际：…为15-20%，5-8月份没有更新。；应为：5月至8月",
        ],
      },
    ],
    right: [
      { shows: "两头都有单位", draft: { body: ["使用率为15%～20%，5月至8月，4月1日至6月20日，3至5个。"] } },
      { shows: "电话、编码、时刻", draft: { body: ["电话0000-0000000，时间8:30-17:30。"] } },
    ],
  },
};
