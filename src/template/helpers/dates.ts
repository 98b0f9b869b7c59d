import {
  compareDates,
  formatDate,
  formatMonthDay,
  formatPeriod,
  type CivilDate,
} from "../../facts/numbers/civil-date.js";
import { derivedFrom, type FactValue } from "../../facts/values.js";
import { textShape } from "../shapes.js";
import { nothing, type Helper, type HelperCall } from "./helper.js";

function dateOf(value: FactValue | undefined): CivilDate | undefined {
  return value?.kind === "scalar" && typeof value.raw === "object" ? value.raw : undefined;
}

function printed(call: HelperCall, text: string): FactValue {
  return { kind: "scalar", raw: text, text, provenance: derivedFrom(call.expression, call.parameters) };
}

const monthDay: Helper = {
  name: "月日",
  summary: "不写年份的日期：7月20日。",
  parameters: [{ name: "日期", accepts: ["date"] }],
  options: [],
  conditions: false,
  examples: [{ template: "请于{{月日 截止}}前报送。", prints: "请于7月20日前报送。" }],
  shape: () => textShape,
  evaluate: (call) => {
    const date = dateOf(call.parameters[0]);
    return date === undefined ? nothing : printed(call, formatMonthDay(date));
  },
};

const fullDate: Helper = {
  name: "年月日",
  summary: "完整的日期：2024年7月20日（直接写日期字段也是这个样子）。",
  parameters: [{ name: "日期", accepts: ["date"] }],
  options: [],
  conditions: false,
  examples: [{ template: "{{年月日 截止}}", prints: "2024年7月20日" }],
  shape: () => textShape,
  evaluate: (call) => {
    const date = dateOf(call.parameters[0]);
    return date === undefined ? nothing : printed(call, formatDate(date));
  },
};

const span: Helper = {
  name: "起止",
  summary: "一段日期，后一个日期不重复相同的年、月：2024年4月1日至6月30日。",
  parameters: [
    { name: "起", accepts: ["date", "group"] },
    { name: "止", accepts: ["date"], optional: true },
  ],
  options: [{ name: "省年", accepts: ["yesNo"], description: "true 不写年份：4月1日至6月30日" }],
  conditions: false,
  examples: [
    { template: "{{起止 检查时间}}", prints: "2024年4月1日至6月30日" },
    { template: "{{起止 检查时间.起 截止}}", prints: "2024年4月1日至7月20日" },
    { template: "{{起止 检查时间 省年=true}}", prints: "4月1日至6月30日" },
  ],
  shape: () => textShape,
  evaluate: (call) => {
    const [first, second] = call.parameters;
    const start = first?.kind === "group" ? dateOf(first.entries.get("起")) : dateOf(first);
    const end = first?.kind === "group" ? dateOf(first.entries.get("止")) : dateOf(second);
    if (start === undefined || end === undefined) {
      call.report("helper-span-needs-two", { expression: call.expression });
      return nothing;
    }
    if (compareDates(start, end) > 0) {
      call.report("date-range-order", { name: call.expression });
      return nothing;
    }
    const omit = call.options.get("省年");
    const withoutYear = omit?.kind === "scalar" && omit.raw === true && start.year === end.year;
    const text = formatPeriod(start, end);
    return printed(call, withoutYear ? text.replace(/^\d+年/u, "") : text);
  },
};

export const dateHelpers: readonly Helper[] = [monthDay, fullDate, span];
