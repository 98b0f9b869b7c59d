import type { Files } from "../src/edition/files.js";
import { joinPath } from "../src/edition/files.js";
import { prepareType } from "../src/edition/prepared-type.js";
import { circularEditorSchema, dataEditorSchema, typeEditorSchema } from "../src/schema/editor-schema.js";
import { shapeNames, type ShapeKind } from "../src/template/shapes.js";
import { blockHelpers, loopVariables, type BlockHelper } from "../src/template/helpers/blocks.js";
import type { Helper, HelperOption, HelperParameter } from "../src/template/helpers/helper.js";
import { helperGroups } from "../src/template/helpers/registry.js";
import { ruleReference } from "./rule-reference.js";
import { exampleCircular, exampleType } from "./write-reference.example.js";

/** A file that is generated into docs/ and committed. */
export interface ReferenceFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Everything under docs/ that describes the program and is generated from it: the reference of the helpers, and the JSON Schemas of
 * the files that people write, one set for each circular type in templates/.
 *
 * @param files to read templates/ from
 * @throws Error if a circular type has mistakes
 */
export async function referenceFiles(files: Files): Promise<ReferenceFile[]> {
  const types = files.list("templates") ?? [];
  return [
    { path: "docs/助手.md", content: helperReference() },
    { path: "docs/核稿规则.md", content: ruleReference() },
    schemaFile("type", typeEditorSchema()),
    ...(await Promise.all(types.map((name) => typeSchemas(files, name)))).flat(),
  ];
}

async function typeSchemas(files: Files, name: string): Promise<ReferenceFile[]> {
  const folder = joinPath("templates", name);
  if (files.read(joinPath(folder, "type.yaml")) === undefined) return [];
  const { prepared, diagnostics } = await prepareType(files, folder);
  if (prepared === undefined) {
    throw new Error(diagnostics.map(({ place, message }) => `${place.file}:${place.line ?? 0} ${message}`).join("\n"));
  }
  return [
    schemaFile(name, circularEditorSchema(prepared.type)),
    schemaFile(`${name}.data`, dataEditorSchema(prepared.type)),
  ];
}

function schemaFile(name: string, schema: object): ReferenceFile {
  return { path: `docs/schema/${name}.schema.json`, content: `${JSON.stringify(schema, undefined, 2)}\n` };
}

/** What each `@名称` is; a variable without a description would be missing from the reference. */
const loopVariableDescriptions: Readonly<Record<string, string>> = {
  序号: "这一项是第几项，从 1 数起",
  index: "这一项是第几项，从 0 数起",
  first: "是不是第一项，用在 {{#如果}} 里",
  last: "是不是最后一项，用在 {{#如果}} 里",
};

function helperReference(): string {
  return [
    "<!-- 由 npm run docs:write 从程序生成，请不要手改 -->",
    "",
    "# 助手",
    "",
    "助手是写在 `{{…}}` 里的词，用来从数据算出要印的字；块写成 `{{#…}}…{{/…}}`，决定一段内容要不要写、写几遍。",
    "正文模板 body.hbs、type.yaml 里的标题、注、事实、核对和表格里的表达式，用的都是这里的助手。",
    "怎样写正文和类型，见[模板语言](模板语言.md)。",
    "",
    "## 怎样读这份说明",
    "",
    '- **参数**依次写在助手名称后面，用空格隔开；参数又要计算时，用圆括号包住：`{{比率 (行数 账号 结果="合格") (行数 账号)}}`。',
    "- **选项**写成 `名称=值`，放在最后，次序不限。文字要加双引号，数和列名不加，是或否写 `true`、`false`。",
    "- 注明**可加条件**的，还可以写 `列=值`，只取那一列等于这个值的行；写几个就要同时符合；值是列表时，等于其中一个就算。列名与选项同名时，按选项理解。",
    "- 用到的内容没有填（空白），程序会报错并指出是哪一格，不会印出空白；条件类的助手和块例外，它们把没有填当作不成立。",
    "- 数据里的字永远只是字：不论含有什么符号，都不会变成标题、换行或别的命令。",
    "",
    "## 示例数据",
    "",
    "下面每个例子都用这份数据，并且都作为测试运行过。type.yaml：",
    "",
    fenced("yaml", exampleType),
    "",
    "circular.yaml：",
    "",
    fenced("yaml", exampleCircular),
    "",
    "## 一览",
    "",
    ...helperGroups.map(({ title, helpers }) => `- ${title}：${helpers.map(({ name }) => linkTo(name)).join("、")}`),
    `- 块：${blockHelpers.map(({ name }) => linkTo(name)).join("、")}`,
    "",
    ...helperGroups.flatMap(({ title, helpers }) => [`## ${title}`, "", ...helpers.flatMap(helperSection)]),
    "## 块",
    "",
    ...blockHelpers.flatMap(blockSection),
    "## 循环里的变量",
    "",
    "在逐项、分述、分组里可以写（外一层循环的写作 `{{@../序号}}`）：",
    "",
    ...[...loopVariables.keys()].map((name) => {
      const description = loopVariableDescriptions[name];
      if (description === undefined) throw new Error(`@${name} is not described`);
      return `- \`{{@${name}}}\`：${description}`;
    }),
    "",
  ].join("\n");
}

function linkTo(name: string): string {
  return `[${name}](#${name})`;
}

function helperSection(helper: Helper): string[] {
  return section(helper, `{{${[helper.name, ...signature(helper)].join(" ")}}}`);
}

function blockSection(block: BlockHelper): string[] {
  return section(block, `{{#${[block.name, ...signature(block)].join(" ")}}}…{{/${block.name}}}`);
}

type Described = Pick<
  Helper | BlockHelper,
  "name" | "aliases" | "summary" | "parameters" | "options" | "conditions" | "examples"
>;

function section(described: Described, usage: string): string[] {
  const { name, aliases = [], summary, parameters, options, conditions, examples } = described;
  return [
    `### ${name}`,
    "",
    summary + (aliases.length === 0 ? "" : `也可以写作 ${aliases.map((alias) => `\`${alias}\``).join("、")}。`),
    "",
    `写法：\`${usage}\``,
    "",
    ...parameters.map((parameter) => `- 参数“${parameter.name}”：${acceptedBy(parameter)}${remarks(parameter)}`),
    ...options.map((option) => `- 选项 \`${option.name}=\`（${acceptedBy(option)}）：${option.description}`),
    ...(conditions ? ["- 可加条件 `列=值`"] : []),
    "",
    ...examples.flatMap(({ template, prints }) => [fenced("模板", template), "", `印出：${prints}`, ""]),
  ];
}

function signature({ parameters, options, conditions }: Described): string[] {
  return [
    ...parameters.map(({ name, optional, rest }) => {
      const shown = rest === true ? `${name}…` : name;
      return optional === true ? `[${shown}]` : shown;
    }),
    ...(options.length === 0 ? [] : ["[选项=值…]"]),
    ...(conditions ? ["[列=值…]"] : []),
  ];
}

function remarks(parameter: HelperParameter): string {
  const parts = [
    ...(parameter.optional === true ? ["可以不写"] : []),
    ...(parameter.rest === true ? ["可以写几个"] : []),
    ...(parameter.columnKinds === undefined ? [] : ["要是数值的列"]),
    ...(parameter.allowsAbsent === true ? ["可以是没有填的内容"] : []),
  ];
  return parts.length === 0 ? "" : `，${parts.join("，")}`;
}

function acceptedBy({ accepts }: HelperOption | HelperParameter): string {
  const kinds = Object.keys(shapeNames) as ShapeKind[];
  const everything = kinds.filter((kind) => kind !== "unknown").every((kind) => accepts.includes(kind));
  if (everything) return "任何内容";
  return accepts.map((kind) => (kind === "column" ? "列名" : shapeNames[kind])).join("或");
}

function fenced(language: string, content: string): string {
  return `\`\`\`${language}\n${content.trimEnd()}\n\`\`\``;
}
