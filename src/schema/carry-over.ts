import { kindNames, type ValueKind } from "./definitions.js";
import type { FieldFile, TypeFile } from "./type-file.js";

/*
 * What a new edition takes over from the last one where the type's author does not say: rosters and fixed wording, but no results.
 */

type DatasetFile = NonNullable<TypeFile["数据表"]>[string];

/** The columns of a dataset that other columns refer to, by 引用. */
export function referredColumns(dataset: string, all: TypeFile["数据表"]): ReadonlySet<string> {
  const columns = Object.values(all ?? {}).flatMap((other) => Object.values(other.列));
  return new Set(columns.flatMap(({ 引用 }) => (引用?.数据表 === dataset ? [引用.列] : [])));
}

/** Whether the rows of a dataset are a roster: other tables refer to them, or there must be some and each can be told apart. */
export function rowsAreCarriedOver(file: DatasetFile, referred: ReadonlySet<string>): boolean {
  return file.沿用 ?? (referred.size > 0 || ((file.最少行数 ?? 0) > 0 && (file.主键 ?? []).length > 0));
}

/** Whether a column says which row it is rather than what was found. */
export function columnIsCarriedOver(name: string, file: DatasetFile, referred: ReadonlySet<string>): boolean {
  return file.列[name]?.沿用 ?? (referred.has(name) || (file.主键 ?? []).includes(name));
}

/** Numbers are results, and pictures show them. */
const resultKinds: readonly ValueKind[] = ["integer", "number", "percent", "numberOrText", "image"];

/** @param inherited what the group around the field says */
export function fieldIsCarriedOver(file: FieldFile, inherited: boolean | undefined): boolean {
  return file.沿用 ?? inherited ?? !resultKinds.includes(kindNames[file.类型 ?? "文本"]);
}
