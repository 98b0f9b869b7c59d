import { countedPassages, isPlainCount } from "../../counted-passage.js";
import { isRateOf } from "../../rates.js";
import type { Rule } from "../../rule.js";
import { tableTotals } from "../../table-figures.js";

/** 占比15.0%: of what? */
export const shareBaseUnclear: Rule = {
  id: "share-base-unclear",
  name: "占比没有写明占谁的比例",
  severity: "warning",
  description:
    "写“占比”、“占……%”的，前后文应当有分子和分母两个数，相除能得出这个比例；只有一个数的，读的人不知道是占什么的比例。",
  mistakes: [8],
  check(draft, report) {
    const passages = countedPassages(draft);
    let totals: readonly number[] | undefined;
    for (const [index, { passage, counts }] of passages.entries()) {
      for (const share of counts) {
        if (
          share.kind !== "percent" ||
          share.approximate ||
          share.value === 100 ||
          !/占(?:比|[^，。；]{0,20})(?:为|达|的)?$/u.test(share.before)
        )
          continue;
        const nearby = [
          ...passages.slice(Math.max(0, index - 3), index).flatMap((other) => other.counts),
          ...counts,
        ].filter(isPlainCount);
        const values = [...new Set(nearby.slice(-60).map(({ value }) => value))];
        totals ??= tableTotals(draft);
        const bases = [...values, ...totals];
        if (values.some((part) => bases.some((base) => isRateOf(share, part, base)))) continue;
        report({
          at: { passage, start: share.start, end: share.end },
          message: "看不出占比是怎样算出来的：前后文没有两个数相除得这个比例",
          actual: `${share.before}${share.number}%`,
          hint: "请写明分子和分母，例如“抽查60个，占在运行400个的15.0%”",
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "没有说在运行的有多少个",
        draft: { body: ["本季度抽查政务新媒体60个，占比15.0%。"] },
        report: [
          "正文 第1段：看不出占比是怎样算出来的：前后文没有两个数相除得这个比例；实际：占比15.0%；处理：请写明分子和分母，例如“抽查60个，占在运行400个的15.0%”",
        ],
      },
    ],
    right: [
      { shows: "总数在前面", draft: { body: ["在运行的政务新媒体共400个，本季度抽查60个，占比15.0%。"] } },
      { shows: "分子和分母都有", draft: { body: ["共抽检96批次，占在产在售1549批次的6.2%。"] } },
    ],
  },
};
