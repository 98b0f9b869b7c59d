import { chineseNumeral } from "../../facts/numbers/chinese-numerals.js";
import { exactSum, formatDecimal } from "../../facts/numbers/decimal.js";
import { formatRate, percentagePoints } from "../../facts/numbers/rate.js";
import { derivedFrom, type FactValue, placeOfValue } from "../../facts/values.js";
import { numberShape, textShape } from "../shapes.js";
import { decimalPlaces, nothing, optionNumber, optionText, optionYes, type Helper, type HelperCall } from "./helper.js";
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
  summary:
    "两个数之比，写成百分比：四舍五入，小数位数照 circular.yaml 的“数字格式”；没有全部合格却会写成 100%、有却会写成 0% 时报错，不会照印。",
  parameters: [
    { name: "分子", accepts: countable },
    { name: "分母", accepts: countable },
  ],
  options: [
    {
      name: "小数位",
      accepts: ["number"],
      description: "这一处保留几位小数（一般不用，全文应当统一）",
      range: decimalPlaces,
    },
  ],
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
      const place = call.parameters[1] === undefined ? undefined : placeOfValue(call.parameters[1]);
      call.report("rate-impossible", { expression: call.expression, numerator, denominator }, place);
      return nothing;
    }
    const decimals = optionNumber(call, "小数位") ?? call.settings.rateDecimals;
    const result = formatRate(numerator, denominator, decimals);
    if (result.roundedToFull || result.roundedToZero) {
      call.report(result.roundedToFull ? "rate-rounded-to-full" : "rate-rounded-to-zero", {
        numerator,
        denominator,
        decimals,
      });
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
  summary:
    "两个比率之差，写成“提高0.5个百分点”“下降1.2个百分点”或“持平”（前两个数是本期的分子、分母，后两个是上期的）；按未取舍的比率相减。",
  parameters: [
    { name: "本期分子", accepts: countable },
    { name: "本期分母", accepts: countable },
    { name: "上期分子", accepts: countable },
    { name: "上期分母", accepts: countable },
  ],
  options: [
    { name: "小数位", accepts: ["number"], description: "缺省与合格率相同", range: decimalPlaces },
    { name: "升", accepts: ["text"], description: "提高时用的词，缺省为“提高”" },
    { name: "降", accepts: ["text"], description: "下降时用的词，缺省为“下降”" },
    { name: "平", accepts: ["text"], description: "没有变化时写什么，缺省为“持平”" },
    { name: "符号", accepts: ["yesNo"], description: "true 只写带正负号的数（用在表格里）：+0.5、-1.2、0.0" },
  ],
  conditions: false,
  examples: [
    { template: "比上季度{{百分点 98 100 195 200}}。", prints: "比上季度提高0.5个百分点。" },
    { template: '与上季度{{百分点 3 4 75 100 平="相同"}}。', prints: "与上季度相同。" },
    { template: "{{百分点 90 100 195 200 符号=true}}", prints: "-7.5" },
  ],
  shape: () => textShape,
  evaluate: (call) => {
    const [a, b, c, d] = [0, 1, 2, 3].map((index) => numberOf(call, index));
    if (a === undefined || b === undefined || c === undefined || d === undefined) return nothing;
    const currentPossible = b > 0 && a >= 0;
    if (!currentPossible || d <= 0 || c < 0) {
      call.report("rate-impossible", {
        expression: call.expression,
        numerator: currentPossible ? c : a,
        denominator: currentPossible ? d : b,
      });
      return nothing;
    }
    const points = percentagePoints(a, b, c, d, optionNumber(call, "小数位") ?? call.settings.rateDecimals);
    const text = optionYes(call, "符号")
      ? points
      : changeInWords(call, points, { up: "提高", down: "下降" }, "个百分点");
    return { kind: "scalar", raw: text, text, provenance: derivedFrom(call.expression, call.parameters) };
  },
};

/**
 * A change in the words of the options 升, 降 and 平.
 *
 * @param signed the change with its sign: `+0.5`, `-3`, `0.0`
 * @param usual the words if there are no such options
 */
function changeInWords(
  call: HelperCall,
  signed: string,
  usual: { readonly up: string; readonly down: string },
  unit: string,
): string {
  const size = signed.replace(/^[+-]/u, "");
  if (isZero(size)) return optionText(call, "平") ?? "持平";
  const word = signed.startsWith("-") ? (optionText(call, "降") ?? usual.down) : (optionText(call, "升") ?? usual.up);
  return `${word}${size}${unit}`;
}

/** Whether a number reads as nothing: 0, 0.00. */
function isZero(written: string): boolean {
  return /^[0.]+$/u.test(written);
}

const difference: Helper = {
  name: "增减",
  summary: "两个数之差，写成“增加3个”“减少2个”或“持平”（前一个数是本期，后一个是上期）。",
  parameters: [
    { name: "本期", accepts: countable },
    { name: "上期", accepts: countable },
  ],
  options: [
    { name: "量词", accepts: ["text"], description: "数后面的量词，如 个、家、分" },
    { name: "小数位", accepts: ["number"], description: "保留几位小数，缺省照原数", range: decimalPlaces },
    { name: "升", accepts: ["text"], description: "多了时用的词，缺省为“增加”" },
    { name: "降", accepts: ["text"], description: "少了时用的词，缺省为“减少”" },
    { name: "平", accepts: ["text"], description: "没有变化时写什么，缺省为“持平”" },
    { name: "符号", accepts: ["yesNo"], description: "true 只写带正负号的数（用在表格里）：+3、-2、0" },
  ],
  conditions: false,
  examples: [
    { template: '比上季度{{增减 (行数 账号) 3 量词="个"}}。', prints: "比上季度增加1个。" },
    { template: '比上季度{{增减 1.5 2 量词="分" 降="低"}}。', prints: "比上季度低0.5分。" },
    { template: "与上季度{{增减 (行数 地区) 3}}。", prints: "与上季度持平。" },
    { template: "{{增减 5 8 符号=true}}", prints: "-3" },
  ],
  shape: () => textShape,
  evaluate: (call) => {
    const [current, previous] = [numberOf(call, 0), numberOf(call, 1)];
    if (current === undefined || previous === undefined) return nothing;
    const change = exactSum([current, -previous]);
    const written = formatDecimal(change, optionNumber(call, "小数位"));
    const signed = change > 0 && !isZero(written) ? `+${written}` : written;
    const text = optionYes(call, "符号")
      ? signed
      : changeInWords(call, signed, { up: "增加", down: "减少" }, optionText(call, "量词") ?? "");
    return { kind: "scalar", raw: text, text, provenance: derivedFrom(call.expression, call.parameters) };
  },
};

const chosenNumber = (
  name: string,
  summary: string,
  choose: (...numbers: number[]) => number,
  prints: string,
): Helper => ({
  name,
  summary,
  parameters: [{ name: "数", accepts: countable, rest: true }],
  options: [],
  conditions: false,
  examples: [{ template: `{{${name} (行数 账号) (行数 地区) 10}}`, prints }],
  shape: () => numberShape,
  evaluate: (call) => {
    const numbers = call.parameters.flatMap((_, index) => numberOf(call, index) ?? []);
    return numbers.length < call.parameters.length ? nothing : derivedNumber(call, choose(...numbers), call.parameters);
  },
});

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
  options: [{ name: "小数位", accepts: ["number"], description: "保留几位小数，缺省照原数", range: decimalPlaces }],
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

export const numberHelpers: readonly Helper[] = [
  rate,
  change,
  difference,
  add,
  subtract,
  chosenNumber("取小", "几个数中最小的，如扣分不超过权重：取小 权重 扣分。", Math.min, "3"),
  chosenNumber("取大", "几个数中最大的，如得分不低于零：取大 0 得分。", Math.max, "10"),
  decimals,
  chinese,
];
