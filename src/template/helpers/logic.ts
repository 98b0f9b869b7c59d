import { compareValues, type SingleValue } from "../../facts/order.js";
import { derivedFrom, isTruthy, type FactValue, type ScalarValue } from "../../facts/values.js";
import { textShape, unknownShape, type ShapeKind } from "../shapes.js";
import { nothing, type Helper, type HelperCall } from "./helper.js";

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

/** A value to compare: rows and lists by their number; `undefined` for what was left out. */
function comparableValue(value: FactValue | undefined): SingleValue | undefined {
  switch (value?.kind) {
    case "scalar":
      return value.raw;
    case "rows":
      return value.rows.length;
    case "list":
      return value.items.length;
    default:
      return undefined;
  }
}

/** Two texts are the same only if they agree in every character: 01 is not 1. */
function areEqual(left: SingleValue | undefined, right: SingleValue | undefined): boolean {
  if (left === undefined || right === undefined) return (left ?? "") === (right ?? "");
  return typeof left === "string" && typeof right === "string" ? left === right : compareValues(left, right) === 0;
}

function comparison(
  name: string,
  summary: string,
  holds: (left: SingleValue | undefined, right: SingleValue | undefined) => boolean,
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
      if (call.parameters.some((value) => value.kind === "absent" && value.name === "")) return nothing;
      const [left, right] = call.parameters.map(comparableValue);
      return answer(call, holds(left, right));
    },
  };
}

/** What was left out is neither larger nor smaller than anything. */
const ordered =
  (holds: (difference: number) => boolean) =>
  (left: SingleValue | undefined, right: SingleValue | undefined): boolean =>
    left !== undefined && right !== undefined && holds(compareValues(left, right));

const both: Helper = {
  name: "且",
  stopsAt: false,
  summary: "各项都成立；前面有一项不成立，后面的就不再计算。",
  parameters: [{ name: "条件", accepts: anything, rest: true, allowsAbsent: true }],
  options: [],
  conditions: false,
  examples: [{ template: "{{#如果 (且 账号 地区)}}都有{{/如果}}", prints: "都有" }],
  shape: () => ({ kind: "yesNo" }),
  evaluate: (call) => answer(call, call.parameters.every(isTruthy)),
};

const either: Helper = {
  name: "或",
  stopsAt: true,
  summary: "至少有一项成立；前面有一项成立，后面的就不再计算。",
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

const singleKinds: readonly ShapeKind[] = ["text", "number", "date", "yesNo", "run"];

const choice: Helper = {
  name: "若",
  choosesBranch: true,
  summary:
    "条件成立时取甲，不成立时取乙（同 Excel 的 IF）；没有取到的一项不计算，所以可以用来避开空白的格子。不写乙时，不成立就是没有值：表格里印“空值”，正文里会报错。",
  parameters: [
    { name: "条件", accepts: anything, allowsAbsent: true },
    { name: "甲", accepts: singleKinds, allowsAbsent: true },
    { name: "乙", accepts: singleKinds, optional: true, allowsAbsent: true },
  ],
  options: [],
  conditions: false,
  examples: [
    { template: '{{若 (行数 账号 结果="不合格") "仍有不合格账号" "全部合格"}}', prints: "仍有不合格账号" },
    { template: '{{若 联系单位 联系单位 "未定"}}', prints: "未定" },
  ],
  shape: ([, chosen, other]) => {
    if (chosen === undefined || other === undefined || chosen.kind === other.kind) return chosen ?? unknownShape;
    return chosen.kind === "run" || other.kind === "run" ? { kind: "run" } : textShape;
  },
  evaluate: (call) => {
    const [condition, chosen, other] = call.parameters;
    const taken = condition !== undefined && isTruthy(condition) ? chosen : other;
    return taken ?? { kind: "absent", name: call.expression, place: undefined };
  },
};

export const logicHelpers: readonly Helper[] = [
  comparison("等于", "两个值相同；数据行和列表按个数比较。", areEqual, [
    { template: "{{#如果 (等于 (行数 地区) 3)}}三个地区{{/如果}}", prints: "三个地区" },
  ]),
  comparison("不等于", "两个值不同。", (left, right) => !areEqual(left, right), [
    { template: "{{#如果 (不等于 (行数 地区) 2)}}不是两个{{/如果}}", prints: "不是两个" },
  ]),
  comparison(
    "大于",
    "前一个数（或日期）大于后一个；有一个没有填，就不成立。",
    ordered((difference) => difference > 0),
    [{ template: "{{#如果 (大于 (行数 账号) 3)}}超过三个{{/如果}}", prints: "超过三个" }],
  ),
  comparison(
    "大于等于",
    "前一个数（或日期）不小于后一个。",
    ordered((difference) => difference >= 0),
    [{ template: "{{#如果 (大于等于 (行数 账号) 4)}}四个以上{{/如果}}", prints: "四个以上" }],
  ),
  comparison(
    "小于",
    "前一个数（或日期）小于后一个。",
    ordered((difference) => difference < 0),
    [{ template: "{{#如果 (小于 检查时间.止 截止)}}先检查后整改{{/如果}}", prints: "先检查后整改" }],
  ),
  comparison(
    "小于等于",
    "前一个数（或日期）不大于后一个。",
    ordered((difference) => difference <= 0),
    [{ template: "{{#如果 (小于等于 (行数 地区) 3)}}三个以内{{/如果}}", prints: "三个以内" }],
  ),
  both,
  either,
  not,
  choice,
];
