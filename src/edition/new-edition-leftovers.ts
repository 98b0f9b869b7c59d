import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Place } from "../document/place.js";
import { formatDate, formatMonthDay, isoDate, parseDate, type CivilDate } from "../facts/numbers/civil-date.js";
import { chineseNumeral } from "../facts/numbers/chinese-numerals.js";
import { periodRange, type CircularPeriod } from "../facts/numbers/period.js";
import { cellAddress } from "../input/workbook.js";
import { readYaml } from "../input/yaml/read-yaml.js";
import type { YamlNode } from "../input/yaml/yaml-node.js";
import { sheetRows, type WorkbookForm } from "../workbook/workbook-form.js";
import { commentsIn } from "./new-edition-text.js";

/** Gives the words in a text that speak of the last period, each once, in their order. */
export type LeftoverFinder = (text: string) => string[];

/**
 * Knows words that speak of the last period, so that a clerk looks at them: nobody rewrites prose by rule.
 *
 * @param last the period of the last edition
 * @param next the period of the new one
 * @param lastDates dates of the last edition that have moved on, such as deadlines
 */
export function leftoverFinder(
  last: CircularPeriod,
  next: CircularPeriod,
  lastDates: readonly CivilDate[],
): LeftoverFinder {
  const patterns = [...partPatterns(last), ...datePatterns(lastDates)];
  if (last.year !== next.year) patterns.push(`${String(last.year)}年`, `〔${String(last.year)}〕`);
  // The longest comes first, so that of 2024年6月30日 not only 6月 is quoted.
  const sorted = [...new Set(patterns)].sort((a, b) => b.length - a.length);
  const year = `(?:${String(last.year)}年)?`;
  const expression = new RegExp(`(?<!\\d)(?:${sorted.map((pattern) => `${year}${pattern}`).join("|")})`, "gu");
  return (text) => [...new Set([...text.matchAll(expression)].map(([found]) => found))];
}

/** The part of the year: 第二季度, 二季度, 上半年, 4月…6月. */
function partPatterns(period: CircularPeriod): string[] {
  const patterns: string[] = [];
  if (period.quarter !== undefined) {
    const { quarter } = period;
    patterns.push(`第?[${String(quarter)}${chineseNumeral(quarter)}](?:个)?季度`, `Q${String(quarter)}(?!\\d)`);
  }
  if (period.half !== undefined) patterns.push(period.half === 1 ? "上半年" : "下半年");
  const wholeYear = period.quarter === undefined && period.half === undefined && period.month === undefined;
  if (wholeYear) return patterns;
  const { first, last } = periodRange(period);
  for (let month = first.month; month <= last.month; month += 1) {
    patterns.push(
      `${String(month)}月(?:\\d{1,2}日)?`,
      `${String(period.year)}-0?${String(month)}(?!\\d)(?:-\\d{1,2})?`,
    );
  }
  return patterns;
}

function datePatterns(dates: readonly CivilDate[]): string[] {
  return dates.flatMap((date) => [formatDate(date), formatMonthDay(date), isoDate(date)]);
}

/** What circular.yaml says about itself and its period is no prose. */
const notProse = ["通报类型", "上期", "期间", "数据文件"];

/**
 * Warns of prose and comments in a circular.yaml that still speak of the last period.
 *
 * @param text of the new circular.yaml
 * @param file its path
 */
export function circularLeftovers(text: string, file: string, find: LeftoverFinder): Diagnostic[] {
  const { root } = readYaml(new TextEncoder().encode(text), file);
  if (root?.kind !== "map") return [];
  const values = [...root.entries.values()].flatMap(({ key, value }) => (notProse.includes(key) ? [] : textsIn(value)));
  const comments = commentsAt(text, file);
  return [...values, ...comments].flatMap(({ text: prose, place }) => {
    const found = find(prose);
    return found.length === 0 ? [] : [diagnose("new-text-of-last-period", place, { found, text: prose })];
  });
}

/**
 * Warns of comments that name data files which the new edition does not have.
 *
 * @param files the names of the files that it has
 */
export function commentLeftovers(text: string, file: string, files: readonly string[]): Diagnostic[] {
  return commentsAt(text, file).flatMap(({ text: comment, place }) => {
    if (comment.includes("yaml-language-server")) return [];
    const named = [...comment.matchAll(/[\w-]+\.(?:ya?ml|xlsx)/gu)].map(([name]) => name);
    const names = [...new Set(named)].filter((name) => !files.some((known) => name.endsWith(known)));
    return names.length === 0 ? [] : [diagnose("new-comment-names-file", place, { names, text: comment })];
  });
}

function commentsAt(text: string, file: string): { readonly text: string; readonly place: Place }[] {
  return commentsIn(text).map(({ start, end }) => {
    const before = text.slice(0, start).split("\n");
    const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return { text: text.slice(start, end), place };
  });
}

function textsIn(node: YamlNode): Extract<YamlNode, { kind: "text" }>[] {
  // A date is not prose: that of a deadline may well be the last one's date of issue.
  if (node.kind === "text") return parseDate(node.text) === undefined ? [node] : [];
  const children = node.kind === "list" ? node.items : [...node.entries.values()].map((entry) => entry.value);
  return children.flatMap(textsIn);
}

/** Warns of rows that are carried over and still speak of the last period. @param file the path of the new workbook */
export function workbookLeftovers(form: WorkbookForm, file: string, find: LeftoverFinder): Diagnostic[] {
  return form.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row, index) =>
      row.flatMap((value, column) => {
        const found = typeof value === "string" ? find(value) : [];
        if (typeof value !== "string" || found.length === 0) return [];
        const place = { file, sheet: sheet.name, cell: cellAddress(sheetRows.firstData - 1 + index, column) };
        return [diagnose("new-text-of-last-period", place, { found, text: value })];
      }),
    ),
  );
}
