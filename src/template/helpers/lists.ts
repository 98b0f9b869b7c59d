import { text as textNode, type Inline, type Value } from "../../document/tree.js";
import { derivedFrom, type FactValue, type RowsValue, type ScalarValue } from "../../facts/values.js";
import { columnIndex, type DataRow } from "../../schema/dataset.js";
import type { Shape } from "../shapes.js";
import { itemCount, nothing, optionNumber, optionText, optionYes, type Helper, type HelperCall } from "./helper.js";
import {
  columnList,
  columnName,
  distinctValues,
  firstRowWithout,
  groupRows,
  selectedRows,
  valueTexts,
} from "./rows.js";

const runShape: Shape = { kind: "run" };

/** A scalar as a node of the tree. */
export function valueNode(value: ScalarValue): Value {
  return { type: "value", value: value.text, provenance: value.provenance };
}

/** The first parameter as printable items, and what their number is counted from: a list, or a column of rows. */
function listItems(
  call: HelperCall,
): { readonly items: readonly ScalarValue[]; readonly source: FactValue } | undefined {
  const first = call.parameters[0];
  let list: FactValue | undefined = first;
  if (first?.kind === "rows") {
    const rows = selectedRows(call);
    if (rows === undefined) return undefined;
    if (call.parameters.length < 2) {
      call.report("helper-list-needs-column", {});
      return undefined;
    }
    list = columnList(rows, columnName(call, 1), call.expression);
  }
  if (list?.kind === "scalar") return { items: [list], source: list };
  if (list?.kind !== "list") return undefined;
  return { items: list.items.filter((item): item is ScalarValue => item.kind === "scalar"), source: list };
}

const enumerate: Helper = {
  name: "列举",
  summary:
    "把列表或一列的值用顿号连起来；“引号=true”时每个名称加引号，引号之间不加顿号（GB/T 15834）；“前=3 量词=" +
    '"个市"”写成“甲、乙、丙等15个市”。',
  parameters: [
    { name: "列表或数据行", accepts: ["list", "rows", "text"], singleItems: true },
    { name: "列", accepts: ["column"], optional: true },
  ],
  options: [
    { name: "前", accepts: ["number"], description: "只列出前几个，后面写“等”和总数", range: itemCount },
    { name: "量词", accepts: ["text"], description: "总数后面的量词，如 个、家、个单位；写了才印总数" },
    { name: "等", accepts: ["yesNo"], description: "全部列出时也写“等”和总数" },
    { name: "引号", accepts: ["yesNo"], description: "每个名称加“ ”" },
    { name: "连接", accepts: ["text"], description: "用别的符号连接，缺省为顿号（加引号时为空）" },
    { name: "末尾连接", accepts: ["text"], description: "最后两项之间的连接，如 和" },
    { name: "空", accepts: ["text"], description: "一个也没有时写什么；不写则报错" },
  ],
  conditions: true,
  examples: [
    { template: "{{列举 账号 单位}}", prints: "市教育局、市统计局、市民政局" },
    { template: '{{列举 地区 名称 前=2 量词="个市"}}', prints: "甲市、乙市等3个市" },
    { template: '{{列举 账号 名称 单位="市教育局" 引号=true}}', prints: "“示例教育”“示例教育发布”" },
    { template: '{{列举 地区 名称 末尾连接="和"}}', prints: "甲市、乙市和丙市" },
    { template: '{{列举 账号 名称 结果="未检查" 空="无"}}', prints: "无" },
  ],
  shape: () => runShape,
  evaluate: (call) => {
    const list = listItems(call);
    if (list === undefined) return nothing;
    const { items, source } = list;
    if (items.length === 0) {
      const empty = optionText(call, "空");
      if (empty === undefined) {
        call.report("helper-list-empty", { expression: call.expression });
        return nothing;
      }
      return { kind: "run", children: [textNode(empty)] };
    }
    const quoted = optionYes(call, "引号");
    const limit = optionNumber(call, "前") ?? items.length;
    const shown = items.slice(0, limit);
    const joint = optionText(call, "连接") ?? (quoted ? "" : "、");
    const last = optionText(call, "末尾连接");
    const cut = shown.length < items.length;
    const children: Inline[] = [];
    shown.forEach((item, index) => {
      if (index > 0) children.push(textNode(!cut && last !== undefined && index === shown.length - 1 ? last : joint));
      if (quoted) children.push(textNode("“"), valueNode(item), textNode("”"));
      else children.push(valueNode(item));
    });
    const measure = optionText(call, "量词");
    if (cut || optionYes(call, "等")) {
      children.push(textNode("等"));
      if (measure !== undefined) {
        const provenance = derivedFrom(call.expression, [source]);
        children.push({ type: "value", value: String(items.length), provenance }, textNode(measure));
      }
    }
    return { kind: "run", children: children.filter((child) => child.type === "value" || child.value !== "") };
  },
};

const grouped: Helper = {
  name: "分组列举",
  summary: "按一列分组，写成：甲单位“账号一”“账号二”、乙单位“账号三”；组和项两列都不能有空白。",
  parameters: [
    { name: "数据行", accepts: ["rows"] },
    { name: "组", accepts: ["column"] },
    { name: "项", accepts: ["column"] },
  ],
  options: [
    { name: "附注", accepts: ["column"], description: "每个名称后面用括号注明哪一列" },
    { name: "引号", accepts: ["yesNo"], description: "名称是否加引号，缺省加" },
    { name: "组间", accepts: ["text"], description: "各组之间的符号，缺省为顿号" },
  ],
  conditions: true,
  examples: [
    {
      template: "{{分组列举 账号 单位 名称}}",
      prints: "市教育局“示例教育”“示例教育发布”、市统计局“示例统计”、市民政局“示例民政”",
    },
    { template: '{{分组列举 账号 单位 名称 附注=类型 结果="不合格"}}', prints: "市统计局“示例统计”（微信订阅号）" },
  ],
  shape: () => runShape,
  evaluate: (call) => {
    const rows = selectedRows(call);
    if (rows === undefined) return nothing;
    if (rows.rows.length === 0) {
      call.report("helper-list-empty", { expression: call.expression });
      return nothing;
    }
    const groupColumn = columnName(call, 1);
    const itemColumn = columnName(call, 2);
    const remark = call.options.get("附注");
    const quoted = call.options.has("引号") ? optionYes(call, "引号") : true;
    for (const column of [groupColumn, itemColumn]) {
      const without = firstRowWithout(rows, column);
      if (without === undefined) continue;
      call.report("template-value-absent", { name: column }, rows.dataset.placeOf(without, column));
      return nothing;
    }
    const children: Inline[] = [];
    groupRows(rows, groupColumn).forEach((group, groupIndex) => {
      const name = group.entries.get("名称");
      const members = group.entries.get("行");
      if (name?.kind !== "scalar" || members?.kind !== "rows") return;
      if (groupIndex > 0) children.push(textNode(optionText(call, "组间") ?? "、"));
      children.push(valueNode(name));
      const remarkPosition = remark?.kind === "scalar" ? columnIndex(rows.dataset.definition, remark.text) : -1;
      namedItems(members, itemColumn, remarkPosition).forEach((member, index) => {
        const provenance = derivedFrom(itemColumn, [{ ...members, rows: member.rows }]);
        // Quoted names follow each other without 、 unless a bracketed note stands between them (GB/T 15834, 4.5.3).
        if (index > 0 && (!quoted || remarkPosition >= 0)) children.push(textNode("、"));
        if (quoted) children.push(textNode("“"));
        children.push({ type: "value", value: member.text, provenance });
        if (quoted) children.push(textNode("”"));
        if (member.note !== "") {
          children.push(textNode("（"), { type: "value", value: member.note, provenance }, textNode("）"));
        }
      });
    });
    return { kind: "run", children };
  },
};

/** The distinct names of a column; where a note is printed after each, a name with another note is another item. */
function namedItems(
  rows: RowsValue,
  column: string,
  notePosition: number,
): { readonly text: string; readonly note: string; readonly rows: readonly DataRow[] }[] {
  return distinctValues(rows, column).flatMap(({ text, rows: members }) => {
    const byNote = new Map<string, DataRow[]>();
    for (const row of members) {
      const note = notePosition < 0 ? "" : valueTexts(row.values[notePosition]).join("、");
      byNote.set(note, [...(byNote.get(note) ?? []), row]);
    }
    return [...byNote].map(([note, noted]) => ({ text, note, rows: noted }));
  });
}

export const listHelpers: readonly Helper[] = [enumerate, grouped];
