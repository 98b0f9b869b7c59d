import type { Place } from "../document/place.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { elementNames } from "./circular-file.js";
import {
  isNumericKind,
  kindName,
  type CircularType,
  type DatasetDefinition,
  type TableColumnDefinition,
  type TableDefinition,
  type ValueDefinition,
} from "./definitions.js";
import { valueIssues, type RawValue } from "./read-value.js";
import { valueDiagnostic } from "./value-issue.js";

/**
 * Finds what is declared in a type but can never come true: limits that exclude everything, defaults that the column itself would
 * refuse, totals of texts. All of it would otherwise show only in the first edition, at a place where nobody can help it.
 *
 * @param type compiled without errors in what it refers to
 */
export function checkDefinitions(type: CircularType): Diagnostic[] {
  const datasets = new Map(type.datasets.map((dataset) => [dataset.name, dataset]));
  return [
    ...type.fields.flatMap((field) => valueProblems(field, field.defaultValue)),
    ...type.datasets.flatMap((dataset) =>
      dataset.columns.flatMap((column) => valueProblems(column, column.defaultValue)),
    ),
    ...elementNameProblems(type),
    ...type.attachments.flatMap((attachment) =>
      attachment.content.flatMap((content) => {
        const dataset = content.kind === "table" ? datasets.get(content.table.dataset) : undefined;
        return content.kind === "table" && dataset !== undefined ? tableProblems(content.table, dataset) : [];
      }),
    ),
  ];
}

/** A dataset or fact with the name of an element would hide it from the templates, or be hidden by it. */
function elementNameProblems(type: CircularType): Diagnostic[] {
  const named = [
    ...type.datasets.map(({ name, place }) => ({ name, place, what: "数据表" })),
    ...type.facts.map(({ name, expression }) => ({ name, place: expression.place, what: "事实" })),
  ];
  return named
    .filter(({ name }) => elementNames.includes(name))
    .map(({ name, place, what }) => diagnose("type-name-repeated", place, { name, what, other: "通用要素" }));
}

function valueProblems(definition: ValueDefinition, defaultValue: unknown): Diagnostic[] {
  const { name, minimum, maximum, place } = definition;
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    return [diagnose("type-limits-reversed", place, { name, minimum, maximum })];
  }
  if (defaultValue === undefined || (definition.kind === "choice" && definition.choices.length === 0)) return [];
  if (!isSimple(defaultValue)) return [];
  return valueIssues(defaultValue, definition).map((issue) => valueDiagnostic(issue, place));
}

function isSimple(value: unknown): value is RawValue {
  return typeof value === "string" || (Array.isArray(value) && value.every((item) => typeof item === "string"));
}

function tableProblems(table: TableDefinition, dataset: DatasetDefinition): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const report = (title: string, use: string, kind: string, place: Place): void => {
    problems.push(diagnose("type-column-not-number", place, { title, use, kind }));
  };
  for (const column of table.columns) {
    const ranked = column.rank === undefined ? undefined : dataset.columns.find(({ name }) => name === column.rank?.by);
    if (ranked !== undefined && !isNumericKind(ranked.kind)) {
      report(ranked.name, "排名", kindName(ranked.kind), column.place);
    }
    if (table.total?.sums.includes(column.title) === true) {
      const kind = unaddableKind(column, table, dataset);
      if (kind !== undefined) report(column.title, "合计", kind, column.place);
    }
  }
  for (const { column: name, order } of table.sort) {
    const column = dataset.columns.find((candidate) => candidate.name === name);
    if (column?.kind !== "choice") continue;
    for (const value of order) {
      if (column.choices.includes(value)) continue;
      const { choices } = column;
      problems.push(
        diagnose("type-unknown-order", table.place, { name, value, choices, nearest: nearestName(value, choices) }),
      );
    }
  }
  return problems;
}

/** What stands in a column that cannot be added up; `undefined` if it can, or if only its values will tell. */
function unaddableKind(
  column: TableColumnDefinition,
  table: TableDefinition,
  dataset: DatasetDefinition,
): string | undefined {
  if (column.ordinal !== undefined) return "序号";
  if (column.rank !== undefined) return "名次";
  const source = dataset.columns.find(({ name }) => name === column.source);
  if (source === undefined) return undefined;
  if (source.name === table.groupBy) return "分组的名称";
  return isNumericKind(source.kind) ? undefined : kindName(source.kind);
}
