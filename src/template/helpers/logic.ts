import { derivedFrom, isTruthy, type FactValue, type ScalarValue } from "../../facts/values.js";
import type { ShapeKind } from "../shapes.js";
import { nothing, type Helper, type HelperCall } from "./helper.js";
import { compareScalars } from "./rows.js";

const anything: readonly ShapeKind[] = ["text", "number", "date", "yesNo", "run", "list", "rows", "record", "group"];
const comparable: readonly ShapeKind[] = ["text", "number", "date", "yesNo", "rows", "list"];

function answer(call: HelperCall, value: boolean): ScalarValue {
  return {
    kind: "scalar",
    raw: value,
    text: value ? "是" : "否",
    provenance: derivedFrom(call.expression, call.parameters),
  };
}

/** A value to compare: dates in an order that text keeps, rows and lists by their number. */
function comparableText(value: FactValue | undefined): string | undefined {
  switch (value?.kind) {
    case "scalar":
      if (typeof value.raw === "object") {
        const { year, month, day } = value.raw;
        return [year, month, day].map((part) => String(part).padStart(4, "0")).join("-");
      }
      return typeof value.raw === "number" ? String(value.raw) : value.text;
    case "rows":
      return String(value.rows.length);
    case "list":
      return String(value.items.length);
    case "absent":
      return "";
    default:
      return undefined;
  }
}

function comparison(
  name: string,
  summary: string,
  holds: (difference: number) => boolean,
  examples: Helper["examples"],
): Helper {
  return {
    name,
    summary,
    parameters: [
      { name: "甲", accepts: comparable, allowsAbsent: true },
      { name: "乙", accepts: comparable, allowsAbsent: true },
    ],
    options: [],
    conditions: false,
    examples,
    shape: () => ({ kind: "yesNo" }),
    evaluate: (call) => {
      const left = comparableText(call.parameters[0]);
      const right = comparableText(call.parameters[1]);
      if (left === undefined || right === undefined) return nothing;
      if (left === right) return answer(call, holds(0));
      const difference = compareScalars(left, right);
      return answer(call, holds(difference === 0 ? Number.NaN : difference));
    },
  };
}

const both: Helper = {
  name: "且",
  summary: "各项都成立。",
  parameters: [{ name: "条件", accepts: anything, rest: true, allowsAbsent: true }],
  options: [],
  conditions: false,
  examples: [{ template: "{{#如果 (且 账号 地区)}}都有{{/如果}}", prints: "都有" }],
  shape: () => ({ kind: "yesNo" }),
  evaluate: (call) => answer(call, call.parameters.every(isTruthy)),
};

const either: Helper = {
  name: "或",
  summary: "至少有一项成立。",
  parameters: [{ name: "条件", accepts: anything, rest: true, allowsAbsent: true }],
  options: [],
  conditions: false,
  examples: [{ template: '{{#如果 (或 (行数 账号 结果="未检查") 地区)}}有{{/如果}}', prints: "有" }],
  shape: () => ({ kind: "yesNo" }),
  evaluate: (call) => answer(call, call.parameters.some(isTruthy)),
};

const not: Helper = {
  name: "非",
  summary: "不成立（没有填、为空、为 0 都算不成立）。",
  parameters: [{ name: "条件", accepts: anything, allowsAbsent: true }],
  options: [],
  conditions: false,
  examples: [{ template: '{{#如果 (非 (行数 账号 结果="未检查"))}}全部检查{{/如果}}', prints: "全部检查" }],
  shape: () => ({ kind: "yesNo" }),
  evaluate: (call) => {
    const [value] = call.parameters;
    return answer(call, value === undefined || !isTruthy(value));
  },
};

export const logicHelpers: readonly Helper[] = [
  comparison("等于", "两个值相同；数据行和列表按个数比较。", (difference) => difference === 0, [
    { template: "{{#如果 (等于 (行数 地区) 3)}}三个地区{{/如果}}", prints: "三个地区" },
  ]),
  comparison("不等于", "两个值不同。", (difference) => difference !== 0, [
    { template: "{{#如果 (不等于 (行数 地区) 2)}}不是两个{{/如果}}", prints: "不是两个" },
  ]),
  comparison("大于", "前一个数（或日期）大于后一个。", (difference) => difference > 0, [
    { template: "{{#如果 (大于 (行数 账号) 3)}}超过三个{{/如果}}", prints: "超过三个" },
  ]),
  comparison("大于等于", "前一个数（或日期）不小于后一个。", (difference) => difference >= 0, [
    { template: "{{#如果 (大于等于 (行数 账号) 4)}}四个以上{{/如果}}", prints: "四个以上" },
  ]),
  comparison("小于", "前一个数（或日期）小于后一个。", (difference) => difference < 0, [
    { template: "{{#如果 (小于 检查时间.止 截止)}}先检查后整改{{/如果}}", prints: "先检查后整改" },
  ]),
  comparison("小于等于", "前一个数（或日期）不大于后一个。", (difference) => difference <= 0, [
    { template: "{{#如果 (小于等于 (行数 地区) 3)}}三个以内{{/如果}}", prints: "三个以内" },
  ]),
  both,
  either,
  not,
];
