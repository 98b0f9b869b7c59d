import { chineseNumeral } from "../../facts/numbers/chinese-numerals.js";
import { exactSum } from "../../facts/numbers/decimal.js";
import { formatRate, percentagePoints } from "../../facts/numbers/rate.js";
import { derivedFrom, type FactValue } from "../../facts/values.js";
import { numberShape, textShape } from "../shapes.js";
import { nothing, optionNumber, type Helper, type HelperCall } from "./helper.js";
import { derivedNumber } from "./rows.js";

/** A parameter as a number: a number itself, or how many rows or items there are. */
function numberOf(call: HelperCall, index: number): number | undefined {
  const value = call.parameters[index];
  switch (value?.kind) {
    case "scalar":
      return typeof value.raw === "number" ? value.raw : undefined;
    case "rows":
      return value.rows.length;
    case "list":
      return value.items.length;
    default:
      return undefined;
  }
}

const countable = ["number", "rows", "list"] as const;

const rate: Helper = {
  name: "比率",
  summary: "两个数之比，写成百分比：四舍五入，小数位数照 circular.yaml 的“数字格式”；只要没有全部合格，就不会写成 100%。",
  parameters: [
    { name: "分子", accepts: countable },
    { name: "分母", accepts: countable },
  ],
  options: [{ name: "小数位", accepts: ["number"], description: "这一处保留几位小数（一般不用，全文应当统一）" }],
  conditions: false,
  examples: [
    { template: '合格率{{比率 (行数 账号 结果="合格") (行数 账号)}}。', prints: "合格率75.0%。" },
    { template: "{{比率 (行数 账号) (行数 账号)}}", prints: "100%" },
  ],
  shape: () => textShape,
  evaluate: (call) => {
    const numerator = numberOf(call, 0);
    const denominator = numberOf(call, 1);
    if (numerator === undefined || denominator === undefined) return nothing;
    if (denominator <= 0 || numerator < 0) {
      call.report("rate-impossible", { expression: call.expression, numerator, denominator });
      return nothing;
    }
    const decimals = optionNumber(call, "小数位") ?? call.settings.rateDecimals;
    const result = formatRate(numerator, denominator, decimals);
    if (result.roundedToFull) {
      call.report("rate-rounded-to-full", { numerator, denominator, decimals });
      return nothing;
    }
    return {
      kind: "scalar",
      raw: result.text,
      text: result.text,
      provenance: derivedFrom(call.expression, call.parameters),
    };
  },
};

const change: Helper = {
  name: "百分点",
  summary: "两个比率之差，以百分点计（前两个数是本期的分子、分母，后两个是上期的）；下降时数字前有负号。",
  parameters: [
    { name: "本期分子", accepts: countable },
    { name: "本期分母", accepts: countable },
    { name: "上期分子", accepts: countable },
    { name: "上期分母", accepts: countable },
  ],
  options: [{ name: "小数位", accepts: ["number"], description: "缺省与合格率相同" }],
  conditions: false,
  examples: [{ template: "比上季度提高{{百分点 98 100 195 200}}个百分点。", prints: "比上季度提高0.5个百分点。" }],
  shape: () => textShape,
  evaluate: (call) => {
    const [a, b, c, d] = [0, 1, 2, 3].map((index) => numberOf(call, index));
    if (a === undefined || b === undefined || c === undefined || d === undefined) return nothing;
    if (b <= 0 || d <= 0) {
      call.report("rate-impossible", { expression: call.expression, numerator: b <= 0 ? a : c, denominator: b <= 0 ? b : d });
      return nothing;
    }
    const text = percentagePoints(a, b, c, d, optionNumber(call, "小数位") ?? call.settings.rateDecimals);
    return { kind: "scalar", raw: text, text, provenance: derivedFrom(call.expression, call.parameters) };
  },
};

const add: Helper = {
  name: "加",
  summary: "几个数之和。",
  parameters: [{ name: "数", accepts: countable, rest: true }],
  options: [],
  conditions: false,
  examples: [{ template: "{{加 (行数 账号) (行数 地区)}}", prints: "7" }],
  shape: () => numberShape,
  evaluate: (call) =>
    derivedNumber(call, exactSum(call.parameters.map((_, index) => numberOf(call, index) ?? 0)), call.parameters),
};

const subtract: Helper = {
  name: "减",
  summary: "第一个数减去其余各数。",
  parameters: [{ name: "数", accepts: countable, rest: true }],
  options: [],
  conditions: false,
  examples: [{ template: '{{减 (行数 账号) (行数 账号 结果="不合格")}}', prints: "3" }],
  shape: () => numberShape,
  evaluate: (call) => {
    const [first = 0, ...others] = call.parameters.map((_, index) => numberOf(call, index) ?? 0);
    return derivedNumber(call, exactSum([first, ...others.map((other) => -other)]), call.parameters);
  },
};

const decimals: Helper = {
  name: "数",
  summary: "照给定的小数位写一个数（四舍五入，保留末尾的 0）。",
  parameters: [{ name: "数", accepts: ["number"] }],
  options: [{ name: "小数位", accepts: ["number"], description: "保留几位小数，缺省照原数" }],
  conditions: false,
  examples: [{ template: "{{数 (合计 地区 检查数) 小数位=2}}", prints: "30.00" }],
  shape: () => textShape,
  evaluate: (call) => {
    const value = numberOf(call, 0);
    return value === undefined ? nothing : derivedNumber(call, value, call.parameters, optionNumber(call, "小数位"));
  },
};

const chinese: Helper = {
  name: "中文数字",
  summary: "用汉字写的整数：三、十二、二十。",
  parameters: [{ name: "数", accepts: countable }],
  options: [],
  conditions: false,
  examples: [{ template: "{{中文数字 (行数 地区)}}项指标", prints: "三项指标" }],
  shape: () => textShape,
  evaluate: (call): FactValue => {
    const value = numberOf(call, 0);
    if (value === undefined) return nothing;
    if (!Number.isInteger(value) || value < 0 || value > 99_999) {
      call.report("helper-chinese-numeral-range", { actual: value });
      return nothing;
    }
    const text = chineseNumeral(value);
    return { kind: "scalar", raw: text, text, provenance: derivedFrom(call.expression, call.parameters) };
  },
};

export const numberHelpers: readonly Helper[] = [rate, change, add, subtract, decimals, chinese];
