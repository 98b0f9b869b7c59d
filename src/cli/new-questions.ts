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
  const named = given.type === undefined ? undefined : await readNamedType(files, joinPath(templates, given.type));
  if (named !== undefined && named.prepared === undefined) {
    return { kind: "invalidType", diagnostics: named.diagnostics };
  }
  const givenType = named?.prepared?.type;
  if (!isTerminal()) {
    const missing = missingFlags(given, givenType);
    if (missing.length > 0)
      return { kind: "wrongUsage", problems: [...problemsOf(given, givenType), ...whatToAdd(missing)] };
  }
  const problems = problemsOf(given, givenType);
  if (problems.length > 0) return { kind: "wrongUsage", problems };
  try {
    const prompts = new Prompts();
    const edition = given.edition ?? (await prompts.text(questions.edition, editionChecker(taken)));
    const type = givenType ?? (await prompts.type(await validTypes(files, templates)));
    // Without --type nobody could tell earlier whether the type has these fields.
    const unknown = problemsOf(given, type);
    if (unknown.length > 0) return { kind: "wrongUsage", problems: unknown };
    const issuer = given.issuer ?? (await prompts.text(questions.issuer, checkIssuer));
    const period = given.period ?? (await prompts.text(questions.period, checkPeriod));
    const date = given.date ?? (await prompts.text(questions.date, checkDate));
    const values = new Map(readAssignments(type, given.set ?? []).values);
    for (const { field, name, question } of fieldQuestions(type)) {
      if (values.has(name)) continue;
      const wanted = { message: question, placeholder: "现在不填就直接按回车，以后写在 circular.yaml 里" };
      values.set(name, await prompts.text(wanted, (text) => checkFieldAnswer(field, text)));
    }
    return { kind: "answered", answers: { edition, type, issuer, period, date, values } };
  } catch (error) {
    if (error instanceof Cancelled) return { kind: "cancelled" };
    throw error;
  }
}

const questions = {
  edition: { message: "这一期的文件夹叫什么", placeholder: "例如 chaozhou-2024q3" },
  issuer: { message: "发文机关（全称）", placeholder: "例如 潮州市人民政府办公室" },
  period: { message: "检查的期间", placeholder: periodExamples },
  date: { message: "成文日期（还没定就先写一个大概的，以后再改）", placeholder: "例如 2024-10-10" },
} as const;

function isTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

function problemsOf(given: GivenAnswers, type: CircularType | undefined): readonly string[] {
  return type === undefined ? [] : readAssignments(type, given.set ?? []).problems;
}

function editionChecker(taken: (edition: string) => boolean): (text: string) => string | undefined {
  return (text) => checkEditionName(text) ?? (taken(text) ? "已经有这个文件夹了，请换一个名称" : undefined);
}

function missingFlags(given: GivenAnswers, type: CircularType | undefined): string[] {
  const fields = type === undefined ? [] : fieldQuestions(type);
  const values = type === undefined ? new Map() : readAssignments(type, given.set ?? []).values;
  return [
    ...(given.edition === undefined ? ["新一期的文件夹名"] : []),
    ...(given.type === undefined ? ["--type"] : []),
    ...(given.issuer === undefined ? ["--issuer"] : []),
    ...(given.period === undefined ? ["--period"] : []),
    ...(given.date === undefined ? ["--date"] : []),
    ...fields.filter(({ name }) => !values.has(name)).map(({ name }) => `--set ${name}=……`),
  ];
}

function whatToAdd(missing: readonly string[]): string[] {
  const later = missing.some((flag) => flag.startsWith("--set")) ? "（现在不填的字段，等号后面可以空着）" : "";
  return [`缺少 ${missing.join("、")}`, `这里不是终端，不能提问，请把它们写在命令里${later}；由上一期新建则写 --from`];
}

/** The types that can be used, each read whole. */
async function validTypes(files: Files, templates: string): Promise<CircularType[]> {
  const types: CircularType[] = [];
  for (const name of typeNames(files, templates)) {
    const { prepared, diagnostics } = await readNamedType(files, joinPath(templates, name));
    if (prepared !== undefined && !hasErrors(diagnostics)) types.push(prepared.type);
  }
  return types;
}

/** Somebody pressed Ctrl-C at a question. */
class Cancelled extends Error {}

interface Question {
  readonly message: string;
  readonly placeholder: string;
}

/** Asks in the terminal. What asks is loaded with the first question. */
class Prompts {
  async text(question: Question, check: (text: string) => string | undefined): Promise<string> {
    const { text, isCancel } = await import("@clack/prompts");
    const answer = await text({ ...question, validate: (typed) => check((typed ?? "").trim()) });
    if (isCancel(answer)) throw new Cancelled();
    return ((answer as string | undefined) ?? "").trim();
  }

  async type(types: readonly CircularType[]): Promise<CircularType> {
    const { select, isCancel } = await import("@clack/prompts");
    const answer = await select({
      message: "哪一类通报（用上下键选择，按回车确定）",
      options: types.map((type) => ({ value: type.id, label: `${type.id}  ${type.name}` })),
      showInstructions: false,
    });
    const chosen = isCancel(answer) ? undefined : types.find((type) => type.id === answer);
    if (chosen === undefined) throw new Cancelled();
    return chosen;
  }
}
