import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { hasErrors } from "../diagnostics/diagnostic.js";
import { joinPath, type Files } from "../edition/files.js";
import {
  checkDate,
  checkEditionName,
  checkFieldAnswer,
  checkIssuer,
  checkPeriod,
  fieldQuestions,
  readAssignments,
} from "../edition/new-edition-answers.js";
import { periodExamples } from "../edition/new-edition-period.js";
import { readNamedType, typeNames } from "../edition/new-edition-type.js";
import type { CircularType } from "../schema/definitions.js";

/** What was given on the command line; all of it has been checked but the type and the fields. */
export interface GivenAnswers {
  readonly edition?: string;
  readonly type?: string;
  readonly issuer?: string;
  readonly period?: string;
  readonly date?: string;
  readonly set?: readonly string[];
}

/** All that is needed to begin an edition, as typed. */
export interface Answers {
  readonly edition: string;
  readonly type: CircularType;
  readonly issuer: string;
  readonly period: string;
  readonly date: string;
  /** By element or field. */
  readonly values: ReadonlyMap<string, string>;
}

/** The answers, or why there are none. */
export type Asked =
  | { readonly kind: "answered"; readonly answers: Answers }
  | { readonly kind: "wrongUsage"; readonly problems: readonly string[] }
  | { readonly kind: "invalidType"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "cancelled" };

/**
 * Gets what is needed to begin an edition: from the command line, and the rest by asking, where there is somebody to ask.
 *
 * @param files to read the types from
 * @param templates the folder of the types
 * @param given what was given on the command line
 * @param taken whether there is a folder of that name already
 */
export async function askForAnswers(
  files: Files,
  templates: string,
  given: GivenAnswers,
  taken: (edition: string) => boolean,
): Promise<Asked> {
  const named = given.type === undefined ? undefined : readNamedType(files, joinPath(templates, given.type));
  if (named !== undefined && named.prepared === undefined) {
    return { kind: "invalidType", diagnostics: named.diagnostics };
  }
  const type = named?.prepared?.type;
  // Without the type nobody knows its fields; with a terminal they are checked once it is chosen.
  const assigned = type === undefined ? undefined : readAssignments(type, given.set ?? []);
  if (assigned !== undefined && assigned.problems.length > 0) return { kind: "wrongUsage", problems: assigned.problems };
  const missing = missingFlags(given, type, assigned?.values ?? new Map());
  if (missing.length > 0 && !(process.stdin.isTTY && process.stdout.isTTY)) {
    const problems = [`缺少：${missing.join("、")}`, "这里不能提问（不是在终端里运行），请把它们写在命令里"];
    return { kind: "wrongUsage", problems };
  }
  return missing.length === 0 ? complete(given, type, assigned?.values) : ask(files, templates, given, type, taken);
}

function missingFlags(
  given: GivenAnswers,
  type: CircularType | undefined,
  values: ReadonlyMap<string, string>,
): string[] {
  const questions = type === undefined ? [] : fieldQuestions(type);
  return [
    ...(given.edition === undefined ? ["新一期的文件夹名"] : []),
    ...(given.type === undefined ? ["--type"] : []),
    ...(given.issuer === undefined ? ["--issuer"] : []),
    ...(given.period === undefined ? ["--period"] : []),
    ...(given.date === undefined ? ["--date"] : []),
    ...questions.filter(({ name }) => !values.has(name)).map(({ name }) => `--set ${name}=……`),
  ];
}

function complete(given: GivenAnswers, type: CircularType | undefined, values = new Map<string, string>() as ReadonlyMap<string, string>): Asked {
  const { edition, issuer, period, date } = given;
  if (edition === undefined || type === undefined || issuer === undefined || period === undefined || date === undefined) {
    return { kind: "wrongUsage", problems: ["缺少必要的选项"] };
  }
  return { kind: "answered", answers: { edition, type, issuer, period, date, values } };
}
