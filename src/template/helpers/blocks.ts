import type { Shape, ShapeKind } from "../shapes.js";
import { numberShape, recordFields, textShape, unknownShape } from "../shapes.js";
import type { HelperOption, HelperParameter } from "./helper.js";
import { rankOptions } from "./rank-options.js";
import { numericKinds } from "./rows.js";

/**
 * A block: `{{#名称 参数}}…{{else}}…{{/名称}}`. Like a helper it is described by data; how it runs is in evaluate.ts, because blocks decide
 * what is evaluated and in which surroundings.
 */
export interface BlockHelper {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly behaviour: "if" | "unless" | "each" | "with" | "enumerate" | "group" | "rank";
  readonly summary: string;
  readonly parameters: readonly HelperParameter[];
  readonly options: readonly HelperOption[];
  readonly conditions: boolean;
  readonly examples: readonly { readonly template: string; readonly prints: string }[];
}

const anything: readonly ShapeKind[] = ["text", "number", "date", "yesNo", "run", "list", "rows", "record", "group"];

const joints: readonly HelperOption[] = [
  { name: "分隔", accepts: ["text"], description: "写在各项之间；写了它，各项就接在同一段里，什么也没写的项不算" },
  { name: "末尾", accepts: ["text"], description: "写在最后一项之后" },
];

export const blockHelpers: readonly BlockHelper[] = [
  {
    name: "如果",
    aliases: ["if"],
    behaviour: "if",
    summary: "条件成立时才有里面的内容；可以用 {{else}} 写不成立时的内容。没有填、空列表、0 都算不成立。",
    parameters: [{ name: "条件", accepts: anything }],
    options: [],
    conditions: false,
    examples: [
      { template: '{{#如果 (行数 账号 结果="不合格")}}有不合格账号{{else}}全部合格{{/如果}}', prints: "有不合格账号" },
    ],
  },
  {
    name: "除非",
    aliases: ["unless"],
    behaviour: "unless",
    summary: "条件不成立时才有里面的内容。",
    parameters: [{ name: "条件", accepts: anything }],
    options: [],
    conditions: false,
    examples: [{ template: '{{#除非 (行数 账号 结果="未检查")}}检查实现全覆盖{{/除非}}', prints: "检查实现全覆盖" }],
  },
  {
    name: "逐项",
    aliases: ["each"],
    behaviour: "each",
    summary: "对每一行（或列表的每一项）写一遍；行里的列名可以直接写，列表的一项写作 {{this}}；{{@序号}} 是第几项。",
    parameters: [{ name: "数据行或列表", accepts: ["rows", "list"] }],
    options: joints,
    conditions: true,
    examples: [
      {
        template: '{{#逐项 地区 分隔="，" 末尾="。"}}{{名称}}{{检查数}}家{{/逐项}}',
        prints: "甲市15家，乙市5家，丙市10家。",
      },
    ],
  },
  {
    name: "取",
    aliases: ["with"],
    behaviour: "with",
    summary: "打开一行数据或一组内容，里面可以直接写列名。",
    parameters: [{ name: "一行或一组", accepts: ["record", "group"] }],
    options: [],
    conditions: false,
    examples: [{ template: '{{#取 (唯一行 地区 名称="乙市")}}{{检查数}}家{{/取}}', prints: "5家" }],
  },
  {
    name: "分述",
    aliases: [],
    behaviour: "enumerate",
    summary: "各项依次写成“一是……；二是……。”，接在同一段里；只有一项时不写“一是”。什么也没写的项不算。",
    parameters: [{ name: "数据行或列表", accepts: ["rows", "list"] }],
    options: [],
    conditions: true,
    examples: [
      {
        template: "{{#分述 地区}}{{名称}}检查{{检查数}}家{{/分述}}",
        prints: "一是甲市检查15家；二是乙市检查5家；三是丙市检查10家。",
      },
    ],
  },
  {
    name: "分组",
    aliases: [],
    behaviour: "group",
    summary: "按一列分组，对每一组写一遍；{{名称}} 是组名，{{行}} 是这一组的数据行。",
    parameters: [
      { name: "数据行", accepts: ["rows"] },
      { name: "列", accepts: ["column"] },
    ],
    options: joints,
    conditions: true,
    examples: [
      {
        template: '{{#分组 账号 单位 分隔="，"}}{{名称}}{{行数 行}}个{{/分组}}',
        prints: "市教育局2个，市统计局1个，市民政局1个",
      },
    ],
  },
  {
    name: "逐名",
    aliases: [],
    behaviour: "rank",
    summary:
      "按一列数值排名次，对每个名次写一遍；{{名次}} 是名次，{{行}} 是得到这个名次的各行（并列时不止一行），没有值的行不排。只写前几名时，先用“前几名”取出来。",
    parameters: [
      { name: "数据行", accepts: ["rows"] },
      { name: "列", accepts: ["column"], columnKinds: numericKinds },
    ],
    options: [...rankOptions, ...joints],
    conditions: true,
    examples: [
      {
        template: '{{#逐名 地区 检查数 分隔="，"}}{{列举 行 名称}}第{{中文数字 名次}}{{/逐名}}',
        prints: "甲市第一，丙市第二，乙市第三",
      },
    ],
  },
];

/** What the names inside a block mean: `fields` are reachable by name, `self` is `this`. */
export function blockScope(
  behaviour: BlockHelper["behaviour"],
  parameters: readonly Shape[],
): { readonly self: Shape; readonly fields: ReadonlyMap<string, Shape> } | undefined {
  const [first = unknownShape] = parameters;
  switch (behaviour) {
    case "if":
    case "unless":
      return undefined;
    case "with":
      return { self: first, fields: fieldsOf(first) };
    case "each":
    case "enumerate": {
      const item: Shape =
        first.kind === "rows"
          ? { kind: "record", dataset: first.dataset }
          : first.kind === "list"
            ? first.item
            : unknownShape;
      return { self: item, fields: fieldsOf(item) };
    }
    case "group":
      return groupScope("名称", textShape, first);
    case "rank":
      return groupScope("名次", numberShape, first);
  }
}

/** What a group of rows has: what they have in common, under a name of its own, and the rows. */
function groupScope(
  name: string,
  common: Shape,
  rows: Shape,
): { readonly self: Shape; readonly fields: ReadonlyMap<string, Shape> } {
  const fields = new Map<string, Shape>([
    [name, common],
    ["行", rows],
  ]);
  return { self: { kind: "group", fields, printable: false }, fields };
}

/** The names that can follow a value: its columns or its parts. */
export function fieldsOf(shape: Shape): ReadonlyMap<string, Shape> {
  if (shape.kind === "group") return shape.fields;
  if (shape.kind === "record") return recordFields(shape.dataset);
  return new Map();
}

/** `@名称` inside 逐项, 分述, 分组 and 逐名. */
export const loopVariables: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ["序号", numberShape],
  ["index", numberShape],
  ["first", { kind: "yesNo" }],
  ["last", { kind: "yesNo" }],
]);
