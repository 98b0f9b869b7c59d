import { entry } from "../diagnostic.js";
import { excerpt, quoteNames, suggestion } from "./wording.js";

interface Value {
  readonly name: string;
  readonly actual: string;
}

/** The rows that two editions differ in, by their names. */
interface Differing {
  readonly dataset: string;
  readonly last: string;
  readonly names: readonly string[];
}

const tieRules = {
  skip: "分数相同的名次相同，后面的名次顺延",
  dense: "分数相同的名次相同，后面的名次不空",
  order: "分数相同的依次排列，名次不重复",
} as const;

/** 3或4; of many only the first and the last. */
function alternatives(numbers: readonly number[]): string {
  const shown = numbers.length > 3 ? [numbers[0], "……", numbers.at(-1)] : numbers;
  return shown.map(String).join("或").replace("或……或", "……");
}

/** Messages of the built-in rules of 核对, and about how they are declared. */
export const crossCheckMessages = {
  "cross-name-unknown": entry(
    "error",
    ({
      name,
      actual,
      rosters,
      nearest,
    }: Value & { rosters: readonly (readonly [string, string])[]; nearest: string | undefined }) => ({
      message: `“${name}”里的“${excerpt(actual)}”在名册里找不到`,
      actual: excerpt(actual),
      expected: `${rosters.map(([dataset, column]) => `数据表“${dataset}”的“${column}”`).join("或")}里有的名称`,
      hint: suggestion(nearest, "请检查名称；是简称的，在“简称”里写明全称"),
    }),
  ),
  "verdict-without-finding": entry(
    "error",
    ({ subject, verdict, dataset, column }: { subject: string; verdict: string; dataset: string; column: string }) => ({
      message: `“${excerpt(subject)}”的结论是${verdict}，却没有写明问题`,
      actual: `数据表“${dataset}”的“${column}”里没有它`,
      expected: "至少写明一个问题",
      hint: `请在“${dataset}”里补上它的问题，或检查结论和名称是否写对`,
    }),
  ),
  "veto-without-failure": entry(
    "error",
    ({ subject, verdict, failing }: { subject: string; verdict: string; failing: readonly string[] }) => ({
      message: `“${excerpt(subject)}”有单项否决的问题，结论却不是不合格`,
      actual: verdict,
      expected: failing.join("或"),
      hint: "请核对问题的类别和结论，改正其中一处",
    }),
  ),
  "cross-row-repeated": entry(
    "error",
    ({ columns, values }: { columns: readonly string[]; values: readonly string[] }) => ({
      message: `${quoteNames(columns)}有重复`,
      actual: excerpt(values.join("、")),
      expected: "只出现一次",
      hint: "请核对是否重复登记，或有一处写错了",
    }),
  ),
  "ordinal-not-consecutive": entry(
    "error",
    ({ name, actual, expected, sameUnit }: Value & { expected: readonly number[]; sameUnit: string | undefined }) => ({
      message: `“${name}”不连续`,
      actual,
      expected: alternatives(expected),
      hint:
        sameUnit === undefined
          ? "请检查是否漏了一行、重复编号或次序排错"
          : `“${sameUnit}”相同的各行用同一个序号，不同的用下一个；请检查次序和序号`,
    }),
  ),
  "row-sum-differs": entry(
    "error",
    ({ name, actual, expected, terms }: Value & { expected: string; terms: readonly string[] }) => ({
      message: `“${name}”不等于各项之和`,
      actual,
      expected: `${terms.join("＋")}＝${expected}`,
      hint: "请核对这一行的各项和合计",
    }),
  ),
  "total-differs": entry(
    "error",
    ({ what, actual, expected, source }: { what: string; actual: string; expected: string; source: string }) => ({
      message: `${what}与${source}不一致`,
      actual,
      expected,
      hint: "请核对两处的数，补上漏掉的行，或改正写错的数",
    }),
  ),
  "total-group-missing": entry(
    "error",
    ({ group, actual, dataset, column }: { group: string; actual: string; dataset: string; column: string }) => ({
      message: `“${excerpt(group)}”在数据表“${dataset}”的“${column}”里没有，合计无从对照`,
      actual,
      hint: "请检查名称是否一致，或在那张表里补上一行",
    }),
  ),
  "rank-differs": entry(
    "error",
    ({
      name,
      actual,
      expected,
      score,
      ties,
    }: Value & { expected: readonly number[]; score: string; ties: keyof typeof tieRules }) => ({
      message: `“${name}”与得分不符`,
      actual: `第${actual}名（得分${score}）`,
      expected: `第${alternatives(expected)}名`,
      hint: `请核对得分和名次（${tieRules[ties]}）`,
    }),
  ),
  "grade-differs": entry(
    "error",
    ({ name, actual, expected, reason }: Value & { expected: string; reason: string }) => ({
      message: `“${name}”与得分不符`,
      actual: `${excerpt(actual)}（${reason}）`,
      expected,
      hint: "请核对得分、等次和分数线",
    }),
  ),
  "grade-order-reversed": entry(
    "error",
    ({
      grade,
      score,
      lowerGrade,
      lowerScore,
    }: {
      grade: string;
      score: string;
      lowerGrade: string;
      lowerScore: string;
    }) => ({
      message: `等次为${grade}的，得分比${lowerGrade}的还低`,
      actual: `${grade}${score}分，${lowerGrade}${lowerScore}分`,
      expected: `${grade}的得分都不低于${lowerGrade}的`,
      hint: "请核对两行的得分和等次",
    }),
  ),
  "rate-differs": entry(
    "error",
    ({ name, actual, expected, fraction }: Value & { expected: string; fraction: string }) => ({
      message: `“${name}”与算出来的不符`,
      actual,
      expected: `${fraction}＝${expected}（四舍五入）`,
      hint: "请核对百分比和用来计算的两个数",
    }),
  ),
  "rate-truncated": entry(
    "warning",
    ({ name, actual, expected, fraction }: Value & { expected: string; fraction: string }) => ({
      message: `“${name}”舍去了尾数，没有四舍五入`,
      actual,
      expected: `${fraction}＝${expected}（四舍五入）`,
      hint: "百分比一般四舍五入；如果规定舍去尾数，全文都要照此办理",
    }),
  ),
  "rate-hides-rest": entry(
    "error",
    ({ name, actual, fraction, exact }: Value & { fraction: string; exact: string }) => ({
      message: actual.startsWith("0")
        ? `“${name}”写成${actual}，其实不是一个也没有`
        : `“${name}”写成${actual}，其实没有全部达到`,
      actual,
      expected: `${fraction}＝${exact}`,
      hint: "请多保留几位小数，不要写成全部或没有",
    }),
  ),
  "code-shape": entry("warning", ({ name, actual, kind }: Value & { kind: "site" | "account" }) => ({
    message: `“${name}”不像${kind === "site" ? "网站" : "新媒体"}标识码`,
    actual: excerpt(actual),
    expected:
      kind === "site"
        ? "10位数字（6位地区码加4位序号），或 bm 加8位数字"
        : "16位：6位地区码、M、3位数字、2个大写字母、4位数字，如 440600M020XL0001",
    hint: "请对照系统里的标识码核对，特别是字母 O 和数字 0、字母 I 和数字 1",
  })),
  "code-area": entry("warning", ({ name, actual, areas }: Value & { areas: readonly string[] }) => ({
    message: `“${name}”开头的地区码不是本地的`,
    actual: excerpt(actual),
    expected: `以${areas.join("或")}开头`,
    hint: "请核对标识码；确实是外地的，在类型的“地区码”里加上",
  })),
  "code-platform": entry(
    "warning",
    ({ name, actual, letters, words, type }: Value & { letters: string; words: readonly string[]; type: string }) => ({
      message: `“${name}”里的平台字母 ${letters} 与账号类型不符`,
      actual: `${excerpt(actual)}，账号类型是“${excerpt(type)}”`,
      expected: `${letters} 表示${words.join("或")}`,
      hint: "请核对标识码和账号类型，改正其中一处",
    }),
  ),
  "dates-out-of-order": entry(
    "error",
    ({
      earlier,
      earlierDate,
      later,
      laterDate,
      sameDayAllowed,
    }: {
      earlier: string;
      earlierDate: string;
      later: string;
      laterDate: string;
      sameDayAllowed: boolean;
    }) => ({
      message: `“${later}”${sameDayAllowed ? "早于" : "不晚于"}“${earlier}”`,
      actual: `${later}是${laterDate}，${earlier}是${earlierDate}`,
      expected: sameDayAllowed ? `${later}不早于${earlier}` : `${later}晚于${earlier}`,
      hint: "请检查两个日期，特别是年份和月份",
    }),
  ),
  "previous-rows-vanished": entry("warning", ({ dataset, last, names }: Differing) => ({
    message: `数据表“${dataset}”比上期少了${String(names.length)}行`,
    actual: `上期（${last}）有、本期没有：${quoteNames(names)}`,
    hint: "请核对是注销、更名，还是漏了",
  })),
  "previous-rows-new": entry("warning", ({ dataset, last, names }: Differing) => ({
    message: `数据表“${dataset}”比上期多了${String(names.length)}行`,
    actual: `本期有、上期（${last}）没有：${quoteNames(names)}`,
    hint: "请核对是新开设、更名，还是多登记了",
  })),
  "previous-value-jumps": entry(
    "warning",
    ({ name, row, actual, before, limit }: Value & { row: string; before: string; limit: string }) => ({
      message: `“${excerpt(row)}”的“${name}”比上期变化很大`,
      actual: `本期${actual}，上期${before}`,
      expected: limit,
      hint: "请核对是不是多写、少写了一位，或填错了列",
    }),
  ),
  "previous-name-not-plain": entry("error", ({ actual }: { actual: string }) => ({
    message: "“上期”只能写文件夹的名称，不能带路径",
    actual: excerpt(actual),
    expected: "与本期的文件夹放在一起的文件夹，例如 2024q1",
  })),
  "previous-is-itself": entry("error", ({ actual }: { actual: string }) => ({
    message: "“上期”写的就是本期",
    actual,
    hint: "请写上一期的文件夹名，没有就删去这一项",
  })),
  "previous-folder-missing": entry(
    "warning",
    ({ actual, nearest }: { actual: string; nearest: string | undefined }) => ({
      message: `找不到上期的文件夹“${excerpt(actual)}”，没有与上期比较`,
      hint: suggestion(nearest, "请检查名称；上期的文件夹要与本期的放在一起，没有就删去“上期”"),
    }),
  ),
  "previous-other-type": entry("warning", ({ actual, expected }: { actual: string; expected: string }) => ({
    message: "上期的通报类型与本期不同，没有与上期比较",
    actual,
    expected,
    hint: "请检查“上期”，或删去它",
  })),
  "previous-not-earlier": entry("warning", ({ actual, current }: { actual: string; current: string }) => ({
    message: "“上期”的期间不早于本期",
    actual: `上期是${actual}，本期是${current}`,
    hint: "请检查“上期”和“期间”是否都已改成这一期的",
  })),
  "previous-unusable": entry("warning", ({ actual, errors }: { actual: string; errors: number }) => ({
    message: `上期“${excerpt(actual)}”的数据有错误，没有与上期比较`,
    actual: `${String(errors)}个错误`,
    hint: "请先对上期的文件夹运行 check，改正以后再比较；或删去“上期”",
  })),
  "type-rule-incomplete": entry("error", ({ rule, keys }: { rule: string; keys: readonly string[] }) => ({
    message: `规则“${rule}”没有写全`,
    actual: `没有写${quoteNames(keys)}`,
    expected: keys.length === 1 ? `写上${quoteNames(keys)}` : `写上${quoteNames(keys)}中的一种`,
  })),
  "type-rule-keys": entry("error", ({ rule, keys }: { rule: string; keys: readonly string[] }) => ({
    message: `规则“${rule}”里，${quoteNames(keys)}不能同时写`,
    hint: "请只留下一种；几种都要核对时，写成几条规则",
  })),
  "type-rule-one-column": entry("error", ({ key }: { key: string }) => ({
    message: `写了“${key}”时，“列”只能写一列`,
    hint: "有几列时，请每列写一条规则",
  })),
  "type-rule-column-number": entry("error", ({ wanted, actual }: { wanted: number; actual: number }) => ({
    message: "两边的列数不同，没法逐列对照",
    actual: `${String(actual)}列`,
    expected: `${String(wanted)}列`,
    hint: "请按相同的次序写出对应的列",
  })),
  "type-rule-value": entry(
    "error",
    ({
      name,
      value,
      choices,
      nearest,
    }: {
      name: string;
      value: string;
      choices: readonly string[];
      nearest: string | undefined;
    }) => ({
      message: `列“${name}”里不会有“${excerpt(value)}”`,
      expected: choices.join("、"),
      hint: suggestion(nearest, "请改成“取值”里有的值"),
    }),
  ),
  "type-rule-factor": entry("error", ({ actual }: { actual: string }) => ({
    message: "“倍”应当大于 1",
    actual,
    expected: "例如 2：变成两倍或一半以下时提醒",
  })),
};
