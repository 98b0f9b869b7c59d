import { parseDate } from "../facts/numbers/civil-date.js";
import { parseDecimal } from "../facts/numbers/decimal.js";
import type { FieldValue } from "../schema/dataset.js";
import type { CircularType, ColumnDefinition } from "../schema/definitions.js";
import { codePlaceholder, placeholder } from "../schema/placeholder.js";

/**
 * What the example row shows in a column: what the type's author gave, otherwise something that fits the column's kind.
 *
 * A column that refers to another table shows what the example row of that table shows.
 */
export function exampleValue(column: ColumnDefinition, type: CircularType): FieldValue {
  return example(column, type, new Set());
}

function example(column: ColumnDefinition, type: CircularType, seen: Set<ColumnDefinition>): FieldValue {
  const given = column.example ?? column.defaultValue;
  if (given !== undefined) return typedExample(column, given);
  const { reference } = column;
  const target = type.datasets
    .find((dataset) => dataset.name === reference?.dataset)
    ?.columns.find((other) => other.name === reference?.column);
  if (target !== undefined && !seen.has(target)) return example(target, type, seen.add(target));
  switch (column.kind) {
    case "choice":
      return column.choices[0];
    case "yesNo":
      return true;
    case "integer":
      return within(1, column);
    case "number":
    case "numberOrText":
      return within(98.5, column);
    case "percent":
      return within(98.8, column);
    case "date":
      return { year: 2024, month: 6, day: 30 };
    case "code":
      return codeExample(column) ?? codePlaceholder;
    case "text":
    case "list":
    case "image":
    case "group":
    case "dateRange":
    case "records":
      return placeholder(column.name);
  }
}

function typedExample(column: ColumnDefinition, text: string): FieldValue {
  switch (column.kind) {
    case "integer":
    case "number":
    case "numberOrText":
    case "percent":
      return parseDecimal(text) ?? text;
    case "date":
      return parseDate(text) ?? text;
    default:
      return text;
  }
}

function within(wanted: number, { minimum, maximum, decimals }: ColumnDefinition): number {
  const bounded = Math.min(Math.max(wanted, minimum ?? -Infinity), maximum ?? Infinity);
  return decimals === 0 ? Math.floor(bounded) : bounded;
}

/** Descriptions of codes often end in an example: 如 440600M020XL0001. */
function codeExample(column: ColumnDefinition): string | undefined {
  const texts = [column.pattern?.description ?? "", column.description];
  const found = texts.flatMap((text) => [...text.matchAll(/如\s*([\w-]+)/gu)].map((match) => match[1] ?? ""));
  return found.find((code) => code !== "" && (column.pattern?.expression.test(code) ?? true));
}
