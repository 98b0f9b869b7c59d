import { countedPassages } from "../../counted-passage.js";
import { sentencesOf } from "../../sentences.js";
import type { Rule } from "../../rule.js";

/** A change of a rate is told in 百分点. */
export const pointsNotPercent: Rule = {
  id: "points-not-percent",
  name: "比率的变化应当用“百分点”",
  severity: "warning",
  description:
    "合格率等比率从92%变为92.5%，是提高0.5个百分点；写成“提高0.5%”，意思就成了提高千分之五。数量的增减才用百分数。",
  source: "GB/T 15835—2011（百分点的用法为通行惯例）",
  mistakes: [7],
  check(draft, report) {
    for (const { passage, counts } of countedPassages(draft)) {
      for (const sentence of sentencesOf(passage.text)) {
        const own = counts.filter(({ start }) => start >= sentence.start && start < sentence.end);
        for (const [index, change] of own.entries()) {
          if (change.kind !== "percent" || !changes.some((word) => change.before.endsWith(word))) continue;
          const lead = passage.text.slice(sentence.start, change.start);
          const rateWord = lead.search(lastRate);
          if (rateWord < 0) continue;
          // A count in between means that the count has changed: 合格率96%，发布信息1000条，增长5%.
          const between = own.slice(0, index).filter(({ start }) => start >= sentence.start + rateWord);
          if (
            between.some(({ kind }) => kind === "count") ||
            /(?:数量|总数|访问量|发布量|阅读量)/u.test(lead.slice(rateWord))
          )
            continue;
          report({
            at: { passage, start: change.start, end: change.end },
            message: "比率的变化应当用“个百分点”，不用“%”",
            actual: `${change.before}${change.number}%`,
            expected: `${change.before}${change.number}个百分点`,
            hint: "如果确实是指比率变化了百分之几，请改换说法",
          });
        }
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "合格率提高了0.5个百分点",
        draft: { body: ["政府网站合格率为96.5%，比上季度提高0.5%。"] },
        report: [
          "正文 第1段：比率的变化应当用“个百分点”，不用“%”；实际：比上季度提高0.5%；应为：比上季度提高0.5个百分点；处理：如果确实是指比率变化了百分之几，请改换说法",
        ],
      },
    ],
    right: [
      { shows: "用了百分点", draft: { body: ["合格率为96.5%，比上季度提高0.5个百分点。"] } },
      { shows: "数量增长用百分数", draft: { body: ["发布信息1000条，比上季度增长5.2%。"] } },
      { shows: "提高到多少，不是提高了多少", draft: { body: ["合格率由上季度的92%提高到96.5%。"] } },
      { shows: "前面有比率，变化的却是数量", draft: { body: ["合格率为100%，发布信息1000条，比上季度增长5.2%。"] } },
    ],
  },
};

const changes = "提高 提升 下降 上升 增长 增加 减少 降低 回升 回落".split(" ").flatMap((word) => [word, `${word}了`]);
const lastRate = /(?:率|占比|比例)(?!.*(?:率|占比|比例))/su;
