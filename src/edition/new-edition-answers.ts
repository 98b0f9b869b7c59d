import { nearestName } from "../diagnostics/suggest.js";
import { parseDate } from "../facts/numbers/civil-date.js";
import type { CircularType, FieldDefinition, ValueKind } from "../schema/definitions.js";
import { valueIssues } from "../schema/read-value.js";
import { valueDiagnostic } from "../schema/value-issue.js";
import { isPlainName } from "./files.js";
import { optionalElements } from "./new-edition-blank.js";
import { rangeYaml } from "./new-edition-date-range.js";
import { parsePeriod, periodExamples } from "./new-edition-period.js";

/*
 * What a person may answer when a new edition is begun. Each check takes an answer and says what is wrong with it, or nothing.
 */

/** A longer folder name, together with the names inside, is too long for some systems. */
const longestEditionName = 80;

export function checkEditionName(name: string): string | undefined {
  if (name.trim() === "") return "请写一个文件夹名，例如 chaozhou-2024q3";
  if (name !== name.trim() || !isPlainName(name) || /[<>"|?*]|\.$|^[.~-]/u.test(name)) {
    return '文件夹名只写一个名字，不含 \\ / : * ? " < > |，前后没有空格，不以 . ~ - 开头，不以 . 结尾';
  }
  return name.length > longestEditionName ? `文件夹名太长，请不超过${String(longestEditionName)}个字` : undefined;
}

export function checkIssuer(text: string): string | undefined {
  if (text.trim() === "") return "请写发文机关的全称";
  return checkLine(text);
}

export function checkPeriod(text: string): string | undefined {
  return parsePeriod(text) === undefined ? `看不懂这个期间，请照这样写：${periodExamples}` : undefined;
}

export function checkDate(text: string): string | undefined {
  return parseDate(text) === undefined ? "不是有效的日期，请照这样写：2024-10-10" : undefined;
}

/** A field that is asked for when an edition is begun. */
export interface FieldQuestion {
  readonly field: FieldDefinition;
  /** As in `--set`. */
  readonly name: string;
  readonly question: string;
}

/** The required fields that are one value each. Groups and lists are written in the file. */
export function fieldQuestions(type: CircularType): FieldQuestion[] {
  return type.fields
    .filter((field) => field.required && field.defaultValue === undefined && isSingle(field.kind))
    .map((field) => ({
      field,
      name: field.name,
      question: field.description === "" ? field.name : `${field.name}（${field.description}）`,
    }));
}

function isSingle(kind: ValueKind): boolean {
  return !["group", "records", "dateRange", "list", "image"].includes(kind);
}

/** Says what is wrong with a value for a field; an empty one is filled in later. */
export function checkFieldAnswer(field: FieldDefinition, text: string): string | undefined {
  if (text.trim() === "") return undefined;
  if (field.kind === "dateRange") return checkRange(text);
  const [issue] = valueIssues(text, field);
  if (issue === undefined) return undefined;
  const found = valueDiagnostic(issue, field.place);
  return `${found.message}${found.expected === undefined ? "" : `，应为：${found.expected}`}`;
}

function checkRange(text: string): string | undefined {
  return rangeYaml(text) === undefined ? "请写起止日期，例如 2024-07-01至2024-09-30" : undefined;
}

function checkLine(text: string): string | undefined {
  return /[\u0000-\u001f]/u.test(text) ? "只能写一行" : undefined;
}

/**
 * Reads what was given with `--set 字段=值`.
 *
 * @returns the values by field or element (`组.项` for what is in a group), and what is wrong with the rest
 */
export function readAssignments(
  type: CircularType,
  assignments: readonly string[],
): { readonly values: ReadonlyMap<string, string>; readonly problems: readonly string[] } {
  const values = new Map<string, string>();
  const problems: string[] = [];
  for (const assignment of assignments) {
    const [, name = "", value = ""] = /^([^=＝]*)[=＝]([^]*)$/u.exec(assignment) ?? [];
    const key = name.trim();
    if (key === "") {
      problems.push(`--set 要写成“字段=值”，不是“${assignment}”`);
      continue;
    }
    if (values.has(key)) problems.push(`--set ${key} 写了两次`);
    values.set(key, value);
    const problem = checkAssignment(type, key, value);
    if (problem !== undefined) problems.push(`--set ${key}：${problem}`);
  }
  return { values, problems };
}

function checkAssignment(type: CircularType, key: string, value: string): string | undefined {
  if (optionalElements.has(key)) return checkLine(value);
  const field = findField(type.fields, key.split("."));
  if (field === undefined) {
    const known = [...optionalElements.keys(), ...fieldPaths(type.fields)];
    const nearest = nearestName(key, known);
    return `这类通报没有这个字段${nearest === undefined ? "" : `，你是不是想写“${nearest}”？`}`;
  }
  if (field.kind === "group") return "这是一组，请逐项写，例如 --set 组.项=值";
  if (field.kind === "records") return "这里要写几项，请建好以后在 circular.yaml 里填";
  return checkFieldAnswer(field, value);
}

function findField(fields: readonly FieldDefinition[], path: readonly string[]): FieldDefinition | undefined {
  const [name, ...rest] = path;
  const field = fields.find((candidate) => candidate.name === name);
  if (rest.length === 0 || field === undefined) return field;
  return field.kind === "group" ? findField(field.fields, rest) : undefined;
}

function fieldPaths(fields: readonly FieldDefinition[], prefix = ""): string[] {
  return fields.flatMap((field) =>
    field.kind === "group"
      ? fieldPaths(field.fields, `${prefix}${field.name}.`)
      : field.kind === "records"
        ? []
        : [`${prefix}${field.name}`],
  );
}
