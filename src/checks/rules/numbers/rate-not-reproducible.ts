import { countedPassages, isPlainCount, type Count, type CountedPassage } from "../../counted-passage.js";
import { isRateOf, isReachable, writeRate } from "../../rates.js";
import type { Finding, Rule } from "../../rule.js";
import { tableTotals } from "../../table-figures.js";
import { holdsAny } from "../../holds-any.js";

/** Percentages of the body recomputed from the counts around them, half up (四舍五入). */
export const rateNotReproducible: Rule = {
  id: "rate-not-reproducible",
  name: "百分数与数量对不上",
  severity: "error",
  description:
    "正文里的合格率等百分数应当能由前后文的数量算出（四舍五入）。同一句里有检查数和合格数（或不合格数）的，直接核算；只有总数的，看有没有哪个整数能得出这个百分数。",
  mistakes: [4],
  check(draft, report) {
    const passages = countedPassages(draft);
    let totals: readonly number[] | undefined;
    for (const [index, counted] of passages.entries()) {
      for (const rate of counted.counts) {
        if (!isLevel(rate)) continue;
        const surroundings = { counted, before: passages.slice(Math.max(0, index - 3), index) };
        const finding = judge(rate, surroundings, () => (totals ??= tableTotals(draft)));
        if (finding !== undefined)
          report({ at: { passage: counted.passage, start: rate.start, end: rate.end }, ...finding });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "126个中9个不合格，应为92.9%",
        draft: { body: ["本季度检查政务新媒体126个，9个不合格，合格率为93.1%。"] },
        report: [
          "正文 第1段：百分数与数量对不上；实际：93.1%；应为：92.9%（126个中合格117个）；处理：请核对数量和百分数，改正错的一个",
        ],
      },
      {
        shows: "没有哪个整数能得出这个合格率",
        draft: { body: ["全省在运行的政府网站共515家，全部纳入检查，总体合格率为98.84%。"] },
        report: [
          "正文 第1段：百分数与数量对不上；实际：515家，98.84%；处理：515家中无论合格多少家，四舍五入都得不出98.84%，请核对",
        ],
      },
      {
        shows: "说是全部办结，办结率却不是100%",
        draft: { body: ["平台收到留言780条，全部办结，办结率为99%。"] },
        report: ["正文 第1段：前面说“全部办结”，百分数却不是100%；实际：99%；应为：100%；处理：请核对后改正一处"],
      },
      {
        shows: "有不合格的，合格率却是100%",
        draft: { body: ["检查政府网站39家，不合格2家，合格率为100%。"] },
        report: [
          "正文 第1段：百分数与数量对不上；实际：100%；应为：95%（39家中合格37家）；处理：请核对数量和百分数，改正错的一个",
        ],
      },
    ],
    right: [
      { shows: "四舍五入到一位小数", draft: { body: ["检查政务新媒体126个，9个不合格，合格率为92.9%。"] } },
      { shows: "四舍五入到整数", draft: { body: ["检查账号140个，合格104个，合格率为74%。"] } },
      { shows: "只有总数，能由整数得出", draft: { body: ["全省政府网站共515家，总体合格率为98.83%。"] } },
      { shows: "总数在前一句", draft: { body: ["共抽查60个，占在运行400个的15.0%。抽查合格55个，合格率为91.7%。"] } },
      { shows: "百分数是界限，不是结果", draft: { body: ["检查网站11家，部分单位的账号使用率低于20%。"] } },
      { shows: "百分数说的是别的事", draft: { body: ["在运行的政府网站共3家，栏目合格率为98.0%。"] } },
      { shows: "变化的幅度不核算", draft: { body: ["检查网站11家，合格率为100%，比上季度提高12.3%。"] } },
      { shows: "上季度的比率没有数可核", draft: { body: ["检查网站11家，全部合格，上季度合格率为93.7%。"] } },
      { shows: "完成率超过100%", draft: { body: ["共抽检96批次；计划抽检90批次，完成率为106.7%。"] } },
      {
        shows: "其中一部分地区的合格率",
        draft: { body: ["政府网站共562家，合格率为98.8%，其中甲市、乙市等15个市合格率为100%。"] },
      },
    ],
  },
};

interface Surroundings {
  readonly counted: CountedPassage;
  readonly before: readonly CountedPassage[];
}

const changing = "提高 下降 上升 增长 减少 降低 增加 回升 回落"
  .split(" ")
  .flatMap((word) => ["", "了", "至", "到"].map((more) => word + more));
const otherPeriods = "上季度 上年 去年 上月 上期 同期 上半年同 目标 要求 分位".split(" ");

/** A rate as it is now; neither a change, nor a limit, nor the rate of an earlier period. */
function isLevel(rate: Count): boolean {
  return (
    rate.kind === "percent" &&
    !rate.approximate &&
    rate.role !== "change" &&
    !changing.some((word) => rate.before.endsWith(word)) &&
    !holdsAny(rate.before, otherPeriods)
  );
}

function judge(
  rate: Count,
  { counted, before }: Surroundings,
  totals: () => readonly number[],
): Omit<Finding, "at"> | undefined {
  const { text } = counted.passage;
  const [start, end] = groupAround(text, rate.start);
  const plain = counted.counts.filter(isPlainCount);
  const group = plain.filter((count) => count.start >= start && count.end <= end);
  const lead = text.slice(start, rate.start);
  const whole = lead.includes("全部") ? /全部(办结|合格|达标|整改|完成|改正|通过)/u.exec(lead)?.[1] : undefined;
  if (whole !== undefined && rate.value !== 100 && rate.before.includes(`${whole}率`)) {
    return {
      message: `前面说“全部${whole}”，百分数却不是100%`,
      actual: printed(rate),
      expected: "100%",
      hint: "请核对后改正一处",
    };
  }
  // 政府网站共3家，栏目合格率为98.0%: the columns that were counted are not in the text.
  const subject = subjectOfRate(rate);
  if (subject !== undefined && !group.some((count) => sharesWord(subject, count.before))) return undefined;
  const labelled = labelledShare(rate, plain, start, end);
  const mismatch =
    labelled !== undefined && !isRateOf(rate, labelled.part, labelled.whole.value) ? labelled : undefined;
  const paired = anyPair(rate, group);
  if (mismatch !== undefined && (!paired || rate.value === 100)) {
    const { part, whole: base, noun } = mismatch;
    return {
      message: "百分数与数量对不上",
      actual: printed(rate),
      expected: `${writeRate(part, base.value, rate.decimals)}（${base.number}${base.measure}中${noun}${String(part)}${base.measure}）`,
      hint: "请核对数量和百分数，改正错的一个",
    };
  }
  if (paired || rate.value === 100 || group.length === 0) return undefined;
  const bases = group.filter(({ role }) => role === "checked" || role === "existing");
  const reached = (bases.length > 0 ? bases : group).some(({ value }) => isReachable(rate, value));
  if (reached && bases.length > 0) return undefined;
  const nearby = [...before.flatMap(({ counts }) => counts.filter(isPlainCount)), ...plain].slice(-60);
  if (anyPair(rate, nearby)) return undefined;
  const parts = group.map(({ value }) => value);
  if (
    totals().some((total) => parts.some((part) => isRateOf(rate, part, total) || isRateOf(rate, total - part, total)))
  )
    return undefined;
  const [base] = bases;
  if (
    base !== undefined &&
    bases.length === 1 &&
    plain.every(({ role, start: at }) => at >= start || role === "other")
  ) {
    return {
      message: "百分数与数量对不上",
      actual: `${base.number}${base.measure}，${printed(rate)}`,
      hint: `${base.number}${base.measure}中无论${nounOf(rate)}多少${base.measure}，四舍五入都得不出${printed(rate)}，请核对`,
    };
  }
  if (reached && bases.length === 0 && !rate.before.includes("占")) return undefined;
  if (rate.before.includes("占")) return undefined;
  return {
    severity: "warning",
    message: "百分数不能由前后文的数量得出",
    actual: printed(rate),
    hint: "请核对数量和百分数，并写明是谁占谁的比例",
  };
}

const ends = new Set("。；！？\n");

/** 。 and ； bound what a rate speaks of. */
function groupAround(text: string, position: number): readonly [number, number] {
  let start = position;
  while (start > 0 && !ends.has(text.charAt(start - 1))) start -= 1;
  let end = position;
  while (end < text.length && !ends.has(text.charAt(end))) end += 1;
  return [start, end];
}

interface Share {
  readonly part: number;
  readonly whole: Count;
  readonly noun: string;
}

/** 合格率 and the like, from the one count of what was checked and the one of what passed or failed in the same clauses. */
function labelledShare(rate: Count, counts: readonly Count[], start: number, end: number): Share | undefined {
  const failing = holdsAny(rate.before, ["不合格率", "不达标率", "问题率"]);
  if (!failing && !holdsAny(rate.before, ["合格率", "达标率", "通过率", "办结率", "改正率", "整改率"]))
    return undefined;
  if (/其中|[市县区]合格率/u.test(counts.filter(({ end: at }) => at <= rate.start).at(-1)?.after ?? ""))
    return undefined;
  const inGroup = counts.filter((count) => count.start >= start && count.end <= end && count.depth === rate.depth);
  const wholes = inGroup.filter(
    ({ role, start: at }) => (role === "checked" || role === "existing") && at < rate.start,
  );
  const base = wholes.at(-1);
  if (base === undefined) return undefined;
  const own = inGroup.filter(({ measure, start: at }) => measure === base.measure && at > base.start);
  const passed = own.filter(({ role }) => role === "passed");
  const failed = own.filter(({ role }) => role === "failed");
  if (passed.length > 1 || failed.length > 1) return undefined;
  const [p, f] = [passed[0], failed[0]];
  const passedCount = p?.value ?? (f === undefined ? undefined : base.value - f.value);
  if (passedCount === undefined || passedCount < 0 || passedCount > base.value) return undefined;
  return {
    part: failing ? base.value - passedCount : passedCount,
    whole: base,
    noun: failing ? "不合格" : nounOf(rate),
  };
}

/** What a rate says it is of, if that is something of its own: 栏目 of 栏目合格率; nothing of 总体合格率. */
function subjectOfRate(rate: Count): string | undefined {
  const words = /([\u4e00-\u9fff]{1,12})(?:合格|达标|通过|办结|改正|整改|完成)率/u.exec(rate.before)?.[1];
  const own = words?.replace(
    /总体|整体|平均|综合|总的?|抽查|抽检|检查|检测|监测|普查|全[国省市县区州]|[省市县区州]|本(?:季度|月|年|次|期)|季度|在?运行|首次|最终|的|其|该|和|与|均|单项|一次性|按时|按期|及时|不/gu,
    "",
  );
  return own === undefined || own.length < 2 ? undefined : own;
}

/** Two characters in a row that both have. */
function sharesWord(subject: string, text: string): boolean {
  for (let index = 0; index + 2 <= subject.length; index += 1) {
    if (text.includes(subject.slice(index, index + 2))) return true;
  }
  return false;
}

function nounOf(rate: Count): string {
  return /(合格|达标|通过|办结|改正|整改|完成)率/u.exec(rate.before)?.[1] ?? "取";
}

/** Whether any two of the counts give the rate: as part and whole, as rest and whole, or as the two parts of a whole. */
function anyPair(rate: Count, counts: readonly Count[]): boolean {
  const values = [...new Set(counts.map(({ value }) => value))].filter((value) => Number.isInteger(value));
  return values.some((a) =>
    values.some((b) => {
      if (a === b) return rate.value === 100 || isRateOf(rate, 1, 2);
      return isRateOf(rate, a, b) || (a < b && isRateOf(rate, b - a, b)) || isRateOf(rate, a, a + b);
    }),
  );
}

function printed(rate: Count): string {
  return `${rate.number}%`;
}
