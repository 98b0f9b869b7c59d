import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { blankCircular } from "../../src/edition/new-edition-blank.js";
import {
  checkEditionName,
  checkFieldAnswer,
  fieldQuestions,
  readAssignments,
} from "../../src/edition/new-edition-answers.js";
import { prepareType } from "../../src/edition/prepared-type.js";
import { readYaml } from "../../src/input/yaml/read-yaml.js";
import { toPlain } from "../../src/input/yaml/yaml-node.js";
import { circularFileForm } from "../../src/schema/circular-file.js";
import { schemaOf } from "../../src/schema/schema-of.js";
import { withoutEmpty } from "../../src/schema/validate-file.js";
import { projectFiles } from "../circulars/built-circular.js";
import { typeFrom } from "../workbook/sample-type.js";

const type = typeFrom(`名称: 示例通报
标题: 示例
字段:
  检查时间: {类型: 起止日期, 必填: 是}
  联系单位: {类型: 文本, 必填: 是, 说明: 用全称}
  留言数: {类型: 整数, 必填: 是, 最小: 0}
  指标: {类型: 列表, 缺省: [安全, 更新]}
  点名: {类型: 列表}
  统计:
    类型: 组
    说明: 没有表格时填
    字段:
      总数: {类型: 整数, 必填: 是}
      细项: {类型: 组, 必填: 是, 字段: {甲: {类型: 整数, 必填: 是}}}
  整改: {类型: 组, 必填: 是, 字段: {截止: {类型: 日期, 必填: 是}, 抄报: {}}}
  要求: {类型: 多项, 必填: 是, 字段: {标题: {必填: 是}, 各项: {类型: 列表, 必填: 是}}}
  复查: {类型: 起止日期}
`);
const answers = {
  period: { year: 2024, quarter: 3 },
  issuer: "示例市: 办公室 #1",
  date: { year: 2024, month: 10, day: 10 },
  values: new Map([
    ["联系单位", ""],
    ["留言数", "12"],
    ["整改.截止", "2024-10-20"],
    ["主送", "各单位"],
  ]),
} as const;

test("the first circular.yaml has what is known and says what is missing", () => {
  expect(blankCircular(type, answers, "inspection.xlsx"))
    .toBe(`# 冒号用半角，后面空一格。“请填写”的地方填好、“请核对”的地方看过以后，# 后面的字可以删去。
通报类型: 示例
期间: {年: 2024, 季度: 3}
发文机关: "示例市: 办公室 #1"
主送: 各单位
成文日期: 2024-10-10
公开方式:  # 选填：例如 主动公开
附注:  # 选填：印在成文日期下面的圆括号里

# 检查结果填在哪个文件里
数据文件: inspection.xlsx

检查时间: {起: 2024-07-01, 止: 2024-09-30}  # 请核对
联系单位:  # 请填写：用全称
留言数: "12"
# 指标: [安全, 更新]  # 不写就是这样
点名:  # 选填：一项一行，以“- ”开头
# 统计:  # 选填，要用就去掉这几行前面的 #：没有表格时填
#   总数:  # 请填写
#   细项:
#     甲:  # 请填写
整改:
  截止: 2024-10-20
  抄报:  # 选填
要求:
  - 标题:  # 请填写
    各项:  # 请填写：一项一行，以“- ”开头
# 复查: {起: 2024-07-01, 止: 2024-09-30}  # 选填，要用就去掉这几行前面的 #
`);
});

/** What is wrong with a circular.yaml, as the path of each mistake. */
function mistakes(text: string, ofType = type): string[] {
  const { root, diagnostics } = readYaml(new TextEncoder().encode(text), "circular.yaml");
  expect(diagnostics).toEqual([]);
  const parsed = schemaOf(circularFileForm(ofType)).safeParse(withoutEmpty(toPlain(root!)));
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
}

test("only what is to be filled in is missing", () => {
  const text = blankCircular(type, answers, "inspection.xlsx");
  expect(mistakes(text)).toEqual(["联系单位", "要求.0.标题", "要求.0.各项"]);
});

test("what is commented out can be used by taking the signs away", () => {
  const text = blankCircular(type, answers, "inspection.xlsx").replace(/^# (?=统计|指标|复查| )/gmu, "");
  expect(parse(text)).toMatchObject({ 统计: { 总数: null, 细项: { 甲: null } }, 指标: ["安全", "更新"] });
  expect(mistakes(text)).toEqual(["联系单位", "统计.总数", "统计.细项.甲", "要求.0.标题", "要求.0.各项"]);
});

describe.each((projectFiles().list("templates") ?? []).map((name) => ({ name })))("for $name", ({ name }) => {
  test("the first circular.yaml lacks only what it says is to be filled in", async () => {
    const { prepared } = await prepareType(projectFiles(), `templates/${name}`);
    const text = blankCircular(prepared!.type, { ...answers, values: new Map() }, "inspection.xlsx");
    const missing = text.split("\n").filter((line) => !line.startsWith("#") && line.includes("# 请填写")).length;
    expect(mistakes(text, prepared!.type)).toHaveLength(missing);
  });
});

describe("what is asked", () => {
  test("required fields of one value, with what they are for", () => {
    expect(fieldQuestions(type).map(({ question }) => question)).toEqual(["联系单位（用全称）", "留言数"]);
  });

  test("an answer is held to its field; none is allowed", () => {
    const [, count] = fieldQuestions(type);
    expect(checkFieldAnswer(count!.field, "")).toBeUndefined();
    expect(checkFieldAnswer(count!.field, "12")).toBeUndefined();
    expect(checkFieldAnswer(count!.field, "十二")).toContain("“留言数”应当是整数");
  });

  test.each(["", " a", "a/b", "a\\b", "..", ".a", "-a", "~$a", "a:b", "a?", "长".repeat(81), "a."])(
    "“%s” is no name for an edition",
    (name) => {
      expect(checkEditionName(name)).toBeTypeOf("string");
    },
  );

  test.each(["chaozhou-2024q3", "2024年第三季度", "A 1"])("“%s” is one", (name) => {
    expect(checkEditionName(name)).toBeUndefined();
  });
});

describe("--set", () => {
  test("takes fields, what is in groups, and the usual elements", () => {
    const { values, problems } = readAssignments(type, [
      "联系单位=市=局",
      "整改.截止=2024-10-20",
      "主送=各单位",
      "检查时间=2024-07-01至2024-09-20",
    ]);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(values)).toEqual({
      联系单位: "市=局",
      "整改.截止": "2024-10-20",
      主送: "各单位",
      检查时间: "2024-07-01至2024-09-20",
    });
    expect(blankCircular(type, { ...answers, values }, undefined)).toContain(
      "检查时间: {起: 2024-07-01, 止: 2024-09-20}\n",
    );
  });

  test.each([
    ["联系单位", "--set 要写成“字段=值”，不是“联系单位”"],
    ["联系单=1", "--set 联系单：这类通报没有这个字段，你是不是想写“联系单位”？"],
    ["整改=1", "--set 整改：这是一组，请逐项写，例如 --set 组.项=值"],
    ["要求=1", "--set 要求：这里要写几项，请建好以后在 circular.yaml 里填"],
    ["留言数=-1", "--set 留言数：“留言数”太小，应为：不小于 0"],
    ["检查时间=2024-09-30至2024-07-01", "--set 检查时间：请写起止日期，例如 2024-07-01至2024-09-30"],
    ["主送=一\n二", "--set 主送：只能写一行"],
  ])("%j is refused", (assignment, problem) => {
    expect(readAssignments(type, [assignment]).problems).toEqual([problem]);
  });
});
