import { beforeAll, describe, expect, test } from "vitest";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";
import type { Edition } from "../../src/edition/load-edition.js";
import { evaluationContext } from "../../src/edition/names.js";
import type { FactValue } from "../../src/facts/values.js";
import { prepareExample, type PreparedExample } from "./prepared-example.js";

const type = `${exampleType.replace(
  "  联系单位:",
  `  名单: {类型: 列表}
  要求: {类型: 组, 字段: {截止: {类型: 日期}, 报送: {}}}
  经费: {类型: 多项, 字段: {项目: {必填: 是}, 金额: {类型: 数值}}}
  联系单位:`,
)}
事实:
  账号数: 行数 账号
  两倍: 加 账号数 账号数
  坏: 最大值 地区 检查数 名称="丁市"
`;
const circular = `${exampleCircular}名单: [甲, 乙]
要求: {报送: 市府办}
经费: [{项目: 差旅, 金额: 1.5}, {项目: 其他}]
主送: 各单位：
`;

let example: PreparedExample;
beforeAll(async () => {
  example = await prepareExample({ type, circular });
});

function namesOf({ prepared, edition }: PreparedExample) {
  return evaluationContext(prepared, edition, { rateDecimals: 1, attachmentMarks: new Map() });
}

/** A value as short text. */
function brief(value: FactValue | undefined): string {
  if (value === undefined) return "unknown";
  switch (value.kind) {
    case "scalar":
      return value.text;
    case "list":
      return `[${value.items.map(brief).join(" ")}]`;
    case "group":
      return `{${[...value.entries].map(([name, entry]) => `${name}=${brief(entry)}`).join(" ")}}`;
    case "rows":
      return `${value.rows.length} rows`;
    default:
      return value.kind;
  }
}

describe("names", () => {
  test.each([
    ["账号", "4 rows"],
    ["账号数", "4"],
    ["两倍", "8"],
    ["名单", "[甲 乙]"],
    ["要求", "{截止=absent 报送=市府办}"],
    ["经费", "[{项目=差旅 金额=1.5} {项目=其他 金额=absent}]"],
    ["联系单位", "absent"],
    ["检查时间", "{起=2024年4月1日 止=2024年6月30日}"],
    ["主送", "各单位"],
    ["发文机关", "示例市人民政府办公室"],
    ["成文日期", "2024年7月10日"],
    ["没有这个", "unknown"],
    ["__proto__", "unknown"],
    ["constructor", "unknown"],
  ])("%s is %s", (name, expected) => {
    expect(brief(namesOf(example).context.lookup(name))).toBe(expected);
  });

  test("期间 has all its parts", () => {
    expect(brief(namesOf(example).context.lookup("期间"))).toMatch(
      /年=2024 季度=2 .*简称=第二季度 起=2024年4月1日 止=2024年6月30日/u,
    );
  });

  test("are worked out when they are first asked for, and then kept", () => {
    const { context } = namesOf(example);
    for (const name of ["账号数", "两倍", "要求", "账号"]) expect(context.lookup(name)).toBe(context.lookup(name));
  });

  test("what nobody asks for is never looked at", () => {
    const looked: string[] = [];
    const watched: Edition = {
      ...example.edition,
      datasets: new Proxy(example.edition.datasets, {
        get: (target, property): unknown => {
          const member: unknown = Reflect.get(target, property);
          if (property !== "get") return typeof member === "function" ? (member.bind(target) as unknown) : member;
          return (name: string) => {
            looked.push(name);
            return target.get(name);
          };
        },
      }),
    };
    const { context } = namesOf({ ...example, edition: watched });
    context.lookup("两倍");
    context.lookup("两倍");
    context.lookup("账号数");
    expect(looked).toEqual(["账号"]);
  });

  test("what is wrong in a fact is said once, and only if it is asked for", () => {
    const { context, diagnostics } = namesOf(example);
    context.lookup("账号数");
    expect(diagnostics).toEqual([]);
    context.lookup("坏");
    context.lookup("坏");
    expect(diagnostics.map(({ code }) => code)).toEqual(["helper-no-numbers"]);
  });

  test("know where they stand in circular.yaml, items of a list each for itself", () => {
    const { context } = namesOf(example);
    const places = (value: FactValue | undefined): unknown[] => {
      if (value?.kind === "scalar")
        return value.provenance.places.map(({ line, column }) => `${line ?? 0}:${column ?? 0}`);
      if (value?.kind === "list") return value.items.map(places);
      return value?.kind === "group" ? [...value.entries.values()].map(places) : [value?.kind];
    };
    expect(places(context.lookup("名单"))).toEqual([["19:6"], ["19:9"]]);
    expect(places(context.lookup("检查时间"))).toEqual([["7:11"], ["7:26"]]);
    expect(places(context.lookup("经费"))).toEqual([
      [["21:11"], ["21:19"]],
      [["21:30"], ["absent"]],
    ]);
  });
});
