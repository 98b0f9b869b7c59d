import { countedPassages, isPlainCount, type Count } from "../../counted-passage.js";
import type { Finding, Rule } from "../../rule.js";

/** 检查数 = 合格数 + 不合格数, wherever a sentence gives all three. */
export const passedAndFailed: Rule = {
  id: "checked-not-passed-plus-failed",
  name: "检查数不等于合格数加不合格数",
  severity: "error",
  description:
    "同一段里既有检查（抽查）数，又有合格数和不合格数的，合格数与不合格数相加应当等于检查数；检查数也不会多于在运行数。",
  mistakes: [3],
  check(draft, report) {
    for (const { passage, counts } of countedPassages(draft)) {
      const plain = counts.filter((count) => isPlainCount(count) && count.depth === 0);
      for (const block of blocksOf(plain)) {
        const finding = mismatch(block);
        if (finding !== undefined) report({ at: { passage, start: block[0].start, end: block[0].end }, ...finding });
      }
      for (const { existing, checked } of moreCheckedThanExist(plain)) {
        report({
          at: { passage, start: checked.start, end: checked.end },
          severity: "warning",
          message: "检查的比总数还多",
          actual: `检查${checked.number}${checked.measure}，总数只有${existing.number}${existing.measure}`,
          hint: "请核对这两个数，改正错的一个",
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "36加2不是39",
        draft: { body: ["本季度检查政府网站39家，合格36家，不合格2家。"] },
        report: [
          "正文 第1段：合格数与不合格数相加不等于检查数；实际：检查39家，合格36家，不合格2家，36＋2＝38；处理：请核对这三个数，改正错的一个",
        ],
      },
      {
        shows: "总数在前一句，另有1个没有说明结果",
        draft: { body: ["本季度抽查政务新媒体60个。抽查合格54个，不合格4个，停用1个。"] },
        report: [
          "正文 第1段：合格数与不合格数相加不等于检查数；实际：检查60个，合格54个，不合格4个，54＋4＝58；处理：请核对这三个数，改正错的一个",
        ],
      },
      {
        shows: "检查的比在运行的多",
        draft: { body: ["全县在运行的政务新媒体共21个（微信18个、微博1个、视频号2个），本季度检查28个。"] },
        report: ["正文 第1段：检查的比总数还多；实际：检查28个，总数只有21个；处理：请核对这两个数，改正错的一个"],
      },
    ],
    right: [
      { shows: "三个数对得上", draft: { body: ["检查政府网站39家，合格36家，不合格3家。"] } },
      { shows: "“其中”只说了一部分", draft: { body: ["合格3家，不合格2家（其中单项否决1家，不评分）。"] } },
      { shows: "与上季度比较的数不算", draft: { body: ["抽查60个，合格55个；不合格5个，比上季度减少1个。"] } },
      { shows: "另有一家未出结果", draft: { body: ["检查政府网站39家，合格36家，不合格2家，暂未评定1家。"] } },
      { shows: "两类对象各算各的", draft: { body: ["检查网站10家、账号20个，网站合格9家，账号不合格1个。"] } },
      {
        shows: "问题数与单位数不是一回事",
        draft: { body: ["上季度通报的6个问题，涉及4个单位。经复查，已整改4个；仍未整改2个。"] },
      },
    ],
  },
};

type Block = readonly [Count, ...Count[]];

/** Each count of what was checked, with the counts that follow it up to the next one. */
function blocksOf(counts: readonly Count[]): readonly Block[] {
  const blocks: [Count, ...Count[]][] = [];
  for (const count of counts) {
    if (count.role === "checked" || count.role === "existing") blocks.push([count]);
    else blocks.at(-1)?.push(count);
  }
  return blocks;
}

function mismatch([total, ...rest]: Block): Omit<Finding, "at"> | undefined {
  const same = rest.filter(({ measure }) => measure === total.measure);
  const passed = same.filter(({ role }) => role === "passed");
  const failed = same.filter(({ role }) => role === "failed");
  const [p, f] = [passed[0], failed[0]];
  if (p === undefined || f === undefined || passed.length > 1 || failed.length > 1) return undefined;
  if (differs(total, p) || differs(total, f)) return undefined;
  const sum = p.value + f.value;
  const others = same.filter(({ role }) => role === "other").reduce((all, { value }) => all + value, 0);
  if (sum === total.value || sum + others === total.value) return undefined;
  return {
    ...(others > 0 && sum < total.value ? { severity: "warning" as const } : {}),
    message: "合格数与不合格数相加不等于检查数",
    actual:
      `检查${total.number}${total.measure}，合格${p.number}${p.measure}，不合格${f.number}${f.measure}，` +
      `${String(p.value)}＋${String(f.value)}＝${String(sum)}`,
    hint: "请核对这三个数，改正错的一个",
  };
}

function differs(a: Count, b: Count): boolean {
  return a.subject !== undefined && b.subject !== undefined && a.subject !== b.subject;
}

function* moreCheckedThanExist(counts: readonly Count[]): Generator<{ existing: Count; checked: Count }> {
  let existing: Count | undefined;
  for (const count of counts) {
    if (count.role === "existing") existing = count;
    else if (count.role === "checked" && existing !== undefined) {
      if (count.measure === existing.measure && count.value > existing.value && !differs(existing, count)) {
        yield { existing, checked: count };
      }
      existing = undefined;
    }
  }
}
