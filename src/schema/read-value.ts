import type { CellValue, ClockTime } from "../input/workbook.js";
import { formatDate, isValidDate, parseDate, type CivilDate } from "../facts/numbers/civil-date.js";
import { formatDecimal, parseDecimal } from "../facts/numbers/decimal.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { FieldValue } from "./dataset.js";
import type { ValueDefinition } from "./definitions.js";
import { codePlaceholder, placeholder } from "./placeholder.js";
import { findUnprintable } from "./printable-text.js";
import type { Report, ValueIssue } from "./value-issue.js";

/** What a value looks like before its type has been made sure: a cell, a YAML scalar, or a YAML list of scalars. */
export type RawValue = CellValue | readonly string[] | null | undefined;

/**
 * Validates the value of a declared column or field.
 *
 * No schema library does this: the rules are about what clerks type (full-width digits, 2024.6.30, 1，234), and rows come by the
 * hundred thousand.
 *
 * @param raw cell or YAML scalar
 * @param report is told of each issue; what is given back is then nothing to go by
 */
export function readValue(raw: RawValue, definition: ValueDefinition, report: Report): FieldValue {
  const cleaned = typeof raw === "string" ? trimBlanks(raw) : raw;
  if (cleaned === undefined || cleaned === null || cleaned === "") {
    if (definition.required) report("value-missing", { name: definition.name });
    return undefined;
  }
  // Cells without a usable value have been reported where the table was located, with advice of their own.
  if (isCellFault(cleaned)) return undefined;
  if (typeof cleaned === "string" && !checkCharacters(cleaned, definition, report)) return undefined;
  // Left standing when the example row was typed over: it must never be printed in a circular.
  if (cleaned === placeholder(definition.name) || cleaned === codePlaceholder) {
    report("value-placeholder", { name: definition.name, actual: cleaned });
    return undefined;
  }
  const value = convert(cleaned, definition, report);
  if (value === undefined) return undefined;
  return checkConstraints(value, definition, report) ? value : undefined;
}

/** What `readValue` reports of a value. */
export function valueIssues(raw: RawValue, definition: ValueDefinition): ValueIssue[] {
  const issues: ValueIssue[] = [];
  readValue(raw, definition, (code, particulars) => issues.push({ code, particulars }));
  return issues;
}

/** Removes blanks of every width at both ends, those that cannot be seen included. */
function trimBlanks(text: string): string {
  // One character at a time: an expression for blanks at the end would be tried at every blank of a long text.
  const isBlank = (index: number): boolean => /^[\s\u200b]$/u.test(text.charAt(index));
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(start)) start += 1;
  while (end > start && isBlank(end - 1)) end -= 1;
  return text.slice(start, end);
}

/** A cell without a usable value: an error, or a formula that was never calculated. */
export function isCellFault(value: RawValue): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    (value.kind === "error" || value.kind === "formulaWithoutValue")
  );
}

function checkCharacters(text: string, definition: ValueDefinition, report: Report): boolean {
  const bad = findUnprintable(text);
  if (bad !== undefined) report("value-control-character", { name: definition.name, ...bad });
  return bad === undefined;
}

function convert(raw: Exclude<RawValue, null | undefined>, definition: ValueDefinition, report: Report): FieldValue {
  switch (definition.kind) {
    case "text":
    case "image":
      return readText(raw, definition, report);
    case "code":
      return readCode(raw, definition, report);
    case "integer":
    case "number":
    case "percent":
      return readNumber(raw, definition, report);
    case "numberOrText": {
      const text = readText(raw, definition, report);
      return text === undefined ? undefined : (parseDecimal(text) ?? text);
    }
    case "date":
      return readDate(raw, definition, report);
    case "choice":
      return readChoice(raw, definition, report);
    case "yesNo":
      return readYesNo(raw, definition, report);
    case "list":
      return readList(raw, definition, report);
    case "group":
    case "dateRange":
    case "records":
      report("value-not-scalar", { name: definition.name, actual: describe(raw) });
      return undefined;
  }
}

function readText(
  raw: Exclude<RawValue, null | undefined>,
  definition: ValueDefinition,
  report: Report,
): string | undefined {
  if (typeof raw === "string") return raw;
  if (typeof raw === "number") return formatDecimal(raw);
  if (typeof raw === "boolean") {
    report("value-not-text", { name: definition.name, actual: raw ? "TRUE" : "FALSE" });
    return undefined;
  }
  if (isStrings(raw)) {
    report("value-not-scalar", { name: definition.name, actual: describe(raw) });
    return undefined;
  }
  switch (raw.kind) {
    case "date":
      return formatDate(raw);
    case "percent":
      return percentText(raw.value);
    case "longNumber":
      report("value-long-number", { name: definition.name, actual: raw.text });
      return undefined;
    case "time":
      return clockText(raw);
    case "error":
    case "formulaWithoutValue":
      return undefined;
  }
}

/** Identification codes are text: a code that Excel keeps as a number may have lost leading zeros or its last digits. */
function readCode(
  raw: Exclude<RawValue, null | undefined>,
  definition: ValueDefinition,
  report: Report,
): string | undefined {
  const text = readText(raw, definition, report);
  return text?.normalize("NFKC").replace(/\s+/gu, "");
}

function readNumber(
  raw: Exclude<RawValue, null | undefined>,
  definition: ValueDefinition,
  report: Report,
): number | undefined {
  let value: number | undefined;
  if (typeof raw === "number") value = raw;
  else if (typeof raw === "string") {
    const normal = raw.normalize("NFKC");
    value =
      definition.kind === "percent" && normal.endsWith("%") ? parseDecimal(normal.slice(0, -1)) : parseDecimal(normal);
  } else if (typeof raw === "object" && "kind" in raw && raw.kind === "percent") {
    value = Number((raw.value * 100).toPrecision(15));
    if (definition.kind !== "percent") value = Number(raw.value.toPrecision(15));
  }
  if (value === undefined || !Number.isFinite(value)) {
    report(definition.kind === "integer" ? "value-not-integer" : "value-not-number", {
      name: definition.name,
      actual: describe(raw),
      isDate: typeof raw === "object" && "kind" in raw && raw.kind === "date",
    });
    return undefined;
  }
  if (definition.kind === "integer" && !Number.isSafeInteger(value)) {
    report("value-not-integer", { name: definition.name, actual: describe(raw), isDate: false });
    return undefined;
  }
  return value;
}

function readDate(
  raw: Exclude<RawValue, null | undefined>,
  definition: ValueDefinition,
  report: Report,
): CivilDate | undefined {
  if (typeof raw === "object" && "kind" in raw && raw.kind === "date") {
    const date = { year: raw.year, month: raw.month, day: raw.day };
    if (isValidDate(date)) return date;
  }
  if (typeof raw === "string") {
    const date = parseDate(raw);
    if (date !== undefined) return date;
  }
  report(typeof raw === "number" ? "value-date-as-number" : "value-not-date", {
    name: definition.name,
    actual: describe(raw),
  });
  return undefined;
}

function readChoice(
  raw: Exclude<RawValue, null | undefined>,
  definition: ValueDefinition,
  report: Report,
): string | undefined {
  const text = readText(raw, definition, report);
  if (text === undefined) return undefined;
  const wanted = compactForm(text);
  for (const choice of definition.choices) if (compactForm(choice) === wanted) return choice;
  for (const [alias, choice] of definition.choiceAliases) if (compactForm(alias) === wanted) return choice;
  report("value-not-choice", {
    name: definition.name,
    actual: text,
    choices: definition.choices,
    nearest: nearestName(text, definition.choices),
  });
  return undefined;
}

/** Differences of width and blanks do not make another choice. */
function compactForm(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

const yesWords = new Set(["是", "有", "√", "✓", "y", "yes", "true", "1"]);
const noWords = new Set(["否", "无", "×", "✗", "n", "no", "false", "0"]);

function readYesNo(
  raw: Exclude<RawValue, null | undefined>,
  definition: ValueDefinition,
  report: Report,
): boolean | undefined {
  if (typeof raw === "boolean") return raw;
  const word = describe(raw).normalize("NFKC").toLowerCase();
  if (yesWords.has(word)) return true;
  if (noWords.has(word)) return false;
  report("value-not-yes-no", { name: definition.name, actual: describe(raw) });
  return undefined;
}

function readList(
  raw: Exclude<RawValue, null | undefined>,
  definition: ValueDefinition,
  report: Report,
): readonly string[] | undefined {
  let items: readonly string[];
  if (isStrings(raw)) items = raw.map(trimBlanks);
  else {
    const text = readText(raw, definition, report);
    if (text === undefined) return undefined;
    const separators = [...definition.separators];
    items = splitBy(text, separators).map(trimBlanks);
  }
  const kept = items.filter((item) => item !== "");
  if (kept.length < items.length) {
    report("value-list-empty-item", { name: definition.name, actual: describe(raw) });
    return undefined;
  }
  for (const item of kept) if (!checkCharacters(item, definition, report)) return undefined;
  const repeated = kept.find((item, index) => kept.indexOf(item) !== index);
  if (repeated !== undefined) {
    report("value-list-repeated", { name: definition.name, actual: repeated });
    return undefined;
  }
  return kept;
}

/** Splits at any of the separators, but not inside brackets: 市教育局（含下属学校、幼儿园） is one item. */
function splitBy(text: string, separators: readonly string[]): string[] {
  const items: string[] = [];
  let depth = 0;
  let current = "";
  for (const character of text) {
    if ("（(《“〔".includes(character)) depth += 1;
    else if ("）)》”〕".includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && separators.includes(character)) {
      items.push(current);
      current = "";
    } else current += character;
  }
  items.push(current);
  return items;
}

function checkConstraints(value: Exclude<FieldValue, undefined>, definition: ValueDefinition, report: Report): boolean {
  const name = definition.name;
  if (typeof value === "number") {
    if (definition.minimum !== undefined && value < definition.minimum) {
      report("value-too-small", { name, actual: formatDecimal(value), minimum: formatDecimal(definition.minimum) });
      return false;
    }
    if (definition.maximum !== undefined && value > definition.maximum) {
      report("value-too-large", { name, actual: formatDecimal(value), maximum: formatDecimal(definition.maximum) });
      return false;
    }
    const decimals = (formatDecimal(value).split(".")[1] ?? "").length;
    if (definition.decimals !== undefined && decimals > definition.decimals) {
      report("value-too-many-decimals", { name, actual: formatDecimal(value), decimals: definition.decimals });
      return false;
    }
  }
  if (definition.pattern !== undefined) {
    const pattern = definition.pattern;
    const texts = typeof value === "string" ? [value] : isStrings(value) ? value : [];
    for (const item of texts) {
      if (!pattern.expression.test(item)) {
        const { description } = pattern;
        report("value-pattern", { name, actual: item, description, isCode: definition.kind === "code" });
        return false;
      }
    }
  }
  return true;
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

/** A raw value as a person sees it in the cell. */
function describe(raw: Exclude<RawValue, null | undefined>): string {
  if (typeof raw === "string") return raw;
  if (typeof raw === "number") return formatDecimal(raw);
  if (typeof raw === "boolean") return raw ? "TRUE" : "FALSE";
  if (isStrings(raw)) return raw.join("、");
  switch (raw.kind) {
    case "date":
      return formatDate(raw);
    case "percent":
      return percentText(raw.value);
    case "longNumber":
      return raw.text;
    case "error":
      return raw.error;
    case "formulaWithoutValue":
      return `=${raw.formula}`;
    case "time":
      return clockText(raw);
  }
}

/** 10:30, with seconds only if there are any. */
function clockText({ hour, minute, second }: ClockTime): string {
  const parts = second === 0 ? [minute] : [minute, second];
  return [hour, ...parts.map((part) => String(part).padStart(2, "0"))].join(":");
}

function percentText(value: number): string {
  return `${formatDecimal(Number((value * 100).toPrecision(15)))}%`;
}
