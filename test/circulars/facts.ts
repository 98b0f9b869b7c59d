import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A value of a facts file, all scalars as they are written there: `114.3` stays those five characters. */
export type FactValue = string | readonly FactValue[] | Facts;
/** A map of a facts file. */
export interface Facts {
  readonly [key: string]: FactValue;
}

/**
 * The facts of a published circular, from `facts/<id>.tables.yaml`: its elements (文件), the numbers of its body (正文数字) and its
 * attachments.
 */
export function readFacts(id: string): Facts {
  const file = new URL(`facts/${id}.tables.yaml`, import.meta.url);
  return parse(readFileSync(file, "utf8"), { schema: "failsafe" }) as Facts;
}

/** The text of an entry; undefined if there is none or it is `null`, that is, where the publication has nothing. */
export function optionalText(facts: Facts, key: string): string | undefined {
  const value = facts[key];
  if (value === undefined || value === "null" || value === "") return undefined;
  if (typeof value !== "string") throw new Error(`${key} is not text in the facts file`);
  return value;
}

/** As `optionalText`, for what must be there. */
export function textAt(facts: Facts, key: string): string {
  const value = optionalText(facts, key);
  if (value === undefined) throw new Error(`the facts file has no ${key}`);
  return value;
}

export function mapAt(facts: Facts, key: string): Facts {
  const value = facts[key];
  if (!isMap(value)) throw new Error(`the facts file has no map ${key}`);
  return value;
}

export function mapsAt(facts: Facts, key: string): readonly Facts[] {
  const value = facts[key];
  if (!Array.isArray(value) || !value.every(isMap)) throw new Error(`the facts file has no list of maps ${key}`);
  return value;
}

export function textsAt(facts: Facts, key: string): readonly string[] {
  const value = facts[key];
  if (!isTexts(value)) throw new Error(`the facts file has no list of texts ${key}`);
  return value;
}

export function isMap(value: FactValue | undefined): value is Facts {
  return typeof value === "object" && !Array.isArray(value);
}

export function isTexts(value: FactValue | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** The keys of the attachments, in their order: 附件1, 附件2 …, or 附件 if it is the only one. */
export function attachmentKeys(facts: Facts): string[] {
  return Object.keys(facts).filter((key) => /^附件\d*$/.test(key));
}

/** A civil date as circulars print it: `2024-07-10` → `2024年7月10日`. */
export function printedDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${String(year)}年${String(month)}月${String(day)}日`;
}

/** The numbers up to ten as they stand in headings and before 项. */
export const chineseDigits: readonly string[] = "〇,一,二,三,四,五,六,七,八,九,十".split(",");
