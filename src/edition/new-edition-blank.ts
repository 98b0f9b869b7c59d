import { stringify } from "yaml";
import { isoDate, type CivilDate } from "../facts/numbers/civil-date.js";
import { periodRange, type CircularPeriod } from "../facts/numbers/period.js";
import type { CircularType, FieldDefinition } from "../schema/definitions.js";
import { rangeYaml } from "./new-edition-date-range.js";
import { periodYaml } from "./new-edition-period.js";

/** What is known of an edition before anything has been found out. */
export interface BlankAnswers {
  readonly period: CircularPeriod;
  readonly issuer: string;
  readonly date: CivilDate;
  /** By element or field; `组.项` for what is in a group. An empty text is to be filled in later. */
  readonly values: ReadonlyMap<string, string>;
}

/** Elements that most circulars have and that may be given like fields. */
export const optionalElements: ReadonlyMap<string, string> = new Map([
  ["主送", "例如 各县（区）人民政府，市政府各部门"],
  ["公开方式", "例如 主动公开"],
  ["附注", "印在成文日期下面的圆括号里"],
]);

/**
 * Writes the first circular.yaml of a type: what is known is filled in, what is not says in a comment what belongs there.
 *
 * @param dataFile the workbook beside it, if the type has tables
 */
export function blankCircular(type: CircularType, answers: BlankAnswers, dataFile: string | undefined): string {
  const lines = [
    "# 冒号用半角，后面空一格。“请填写”的地方填好、“请核对”的地方看过以后，# 后面的字可以删去。",
    `通报类型: ${scalar(type.id)}`,
    `期间: ${periodYaml(answers.period)}`,
    `发文机关: ${scalar(answers.issuer)}`,
    ...elementLines(answers, "主送"),
    `成文日期: ${isoDate(answers.date)}`,
    ...elementLines(answers, "公开方式", "附注"),
  ];
  if (dataFile !== undefined) lines.push("", "# 检查结果填在哪个文件里", `数据文件: ${scalar(dataFile)}`);
  if (type.fields.length > 0) lines.push("");
  for (const field of type.fields) lines.push(...fieldLines(field, [], answers));
  return `${lines.join("\n")}\n`;
}

function elementLines({ values }: BlankAnswers, ...names: readonly string[]): string[] {
  return names.map((name) => {
    const value = values.get(name) ?? "";
    return value === "" ? `${name}:  # 选填：${optionalElements.get(name) ?? ""}` : `${name}: ${scalar(value)}`;
  });
}

function fieldLines(field: FieldDefinition, groups: readonly string[], answers: BlankAnswers): string[] {
  const path = [...groups, field.name];
  const indent = "  ".repeat(groups.length);
  const key = `${indent}${field.name}:`;
  const value = answers.values.get(path.join("."));
  if (value !== undefined && value !== "") return [`${key} ${givenValue(field, value)}`];
  const given = [...answers.values.keys()].some((name) => name.startsWith(`${path.join(".")}.`));
  // A group that is begun has to be finished, so one that may be left out begins as a comment.
  if (field.defaultValue !== undefined || (!field.required && !given && isCompound(field))) {
    return commentedOut(field, path, answers);
  }
  const explanation = field.description;
  switch (field.kind) {
    case "group":
      return [comment(key, explanation), ...field.fields.flatMap((inner) => fieldLines(inner, path, answers))];
    case "records":
      return [comment(key, explanation), ...itemLines(field, path, answers)];
    case "dateRange": {
      const { first, last } = periodRange(answers.period);
      return [comment(`${key} {起: ${isoDate(first)}, 止: ${isoDate(last)}}`, note("请核对", explanation))];
    }
    default:
      return [comment(key, note(field.required ? "请填写" : "选填", [explanation, form(field)]))];
  }
}

function isCompound(field: FieldDefinition): boolean {
  return field.kind === "group" || field.kind === "records" || field.kind === "dateRange";
}

/** One item as a pattern. */
function itemLines(field: FieldDefinition, path: readonly string[], answers: BlankAnswers): string[] {
  const lines = field.fields.flatMap((inner) => fieldLines(inner, [...path, ""], answers));
  const indent = "  ".repeat(path.length);
  return lines.map((line, index) => (index === 0 ? `${indent}- ${line.trimStart()}` : line));
}

/** What may be left out, ready to be used by taking the signs away. */
function commentedOut(field: FieldDefinition, path: readonly string[], answers: BlankAnswers): string[] {
  const indent = "  ".repeat(path.length - 1);
  if (field.defaultValue !== undefined) {
    const value = stringify(field.defaultValue, {
      collectionStyle: "flow",
      flowCollectionPadding: false,
      lineWidth: 0,
    }).trim();
    return [`${indent}# ${field.name}: ${value}  # ${note("不写就是这样", field.description)}`];
  }
  const lines = fieldLines({ ...field, required: true }, path.slice(0, -1), answers);
  const [first = "", ...others] = lines;
  const head = first.replace(/\s*#.*$/u, "");
  const explained = comment(head, note("选填，要用就去掉这几行前面的 #", field.description));
  return [explained, ...others].map((line) => `${indent}# ${line.slice(indent.length)}`);
}

function comment(line: string, words: string): string {
  return words === "" ? line : `${line}  # ${words.replace(/\s*\n\s*/gu, " ")}`;
}

function note(mark: string, words: string | readonly string[]): string {
  const said = [words].flat().filter((part) => part !== "");
  return said.length === 0 ? mark : `${mark}：${said.join("；")}`;
}

/** How a value is written where that is not plain. */
function form(field: FieldDefinition): string {
  switch (field.kind) {
    case "date":
      return "例如 2024-07-20";
    case "list":
      return "一项一行，以“- ”开头";
    case "choice":
      return `从这些里选：${field.choices.join("、")}`;
    case "yesNo":
      return "是或否";
    case "image":
      return "图片的文件名，放在同一文件夹";
    default:
      return "";
  }
}

/** A value that was given; the answers have been checked. */
function givenValue(field: FieldDefinition, value: string): string {
  return field.kind === "dateRange" ? (rangeYaml(value) ?? "") : scalar(value.trim());
}

/** A text as it stands in YAML, in quotes only where it needs them. */
function scalar(value: string): string {
  return stringify(value, { lineWidth: 0, blockQuote: false }).trim();
}
