import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { normaliseHeading } from "../input/table/heading.js";
import { isRunningNumber } from "../input/table/row-kind.js";
import type { FieldValue } from "../schema/dataset.js";
import type { CircularType, ColumnDefinition, DatasetDefinition } from "../schema/definitions.js";
import { cellFormat, cellRule, type ChoiceLists } from "./cell-rule.js";
import { exampleValue } from "./example-value.js";
import { guideSheet } from "./guide-sheet.js";
import { headingNote, mustBeFilled } from "./requirements.js";
import { chooseSheetNames, type SheetNames } from "./sheet-names.js";
import { shownValue, textWidth } from "./text-width.js";
import type { DatasetSheet, SheetColumn, WorkbookForm } from "./workbook-form.js";

/** What a workbook begins with beyond the empty form. */
export interface WorkbookContent {
  /** For the titles: 2024年第三季度. */
  readonly period?: string;
  /** Rows by dataset; the values by the position of the column in its definition. */
  readonly rows?: ReadonlyMap<string, readonly (readonly FieldValue[])[]>;
}

/**
 * Works out the workbook for a type: a sheet for each dataset, and one that explains how to fill them in.
 *
 * @returns no form if the type has no tables, or tables that cannot be sheets
 */
export function planWorkbook(
  type: CircularType,
  content: WorkbookContent = {},
): { readonly form?: WorkbookForm; readonly diagnostics: Diagnostic[] } {
  if (type.datasets.length === 0) {
    return { diagnostics: [diagnose("workbook-without-tables", type.place, { name: type.name })] };
  }
  const { names, diagnostics } = chooseSheetNames(type);
  if (names === undefined) return { diagnostics };
  const lists: ChoiceLists = [];
  const sheets = type.datasets.map((dataset) => datasetSheet(dataset, type, names, lists, content));
  return {
    form: {
      title: type.name,
      guide: guideSheet(type, names, sheets),
      sheets,
      choices: { name: names.choices, lists },
    },
    diagnostics,
  };
}

function datasetSheet(
  dataset: DatasetDefinition,
  type: CircularType,
  names: SheetNames,
  lists: ChoiceLists,
  content: WorkbookContent,
): DatasetSheet {
  const name = names.datasets.get(dataset.name) ?? dataset.name;
  const offset = firstColumn(dataset);
  const rows = (content.rows?.get(dataset.name) ?? []).map((row) =>
    row.map((value, index) => cellContent(value, dataset.columns[index]?.separators)),
  );
  const columns = dataset.columns.map((column, index): SheetColumn => {
    const cells = rows.map((row) => row[index]);
    const rule = cellRule(column, referredColumn(column, type, names), lists);
    return {
      heading: column.name,
      required: column.required,
      mustBeFilled: mustBeFilled(column),
      note: headingNote(column, dataset.key.length > 1 && dataset.key.includes(column.name)),
      width: columnWidth(column, cells),
      format: cellFormat(column),
      centred: usualWidth(column) < usualWidths.text,
      ...(rule === undefined ? {} : { rule }),
    };
  });
  const example = dataset.columns.map((column) => exampleValue(column, type));
  const title = `${content.period ?? ""}${dataset.name}${dataset.description === "" ? "" : `：${dataset.description}`}`;
  const common = {
    name,
    title,
    readColumns: { first: offset, last: offset + columns.length - 1 },
  };
  if (offset === 0) {
    const [first, ...others] = example;
    return { ...common, columns, example: [`示例：${shownValue(first)}`, ...others], rows };
  }
  return {
    ...common,
    columns: [runningNumber, ...columns],
    example: ["示例", ...example],
    rows: rows.map((row, index) => [index + 1, ...row]),
  };
}

/** A column before the others that is never read. Its example cell holds the word by which the example row is known. */
const runningNumber: SheetColumn = {
  heading: "序号",
  required: false,
  mustBeFilled: false,
  width: 6,
  format: "general",
  centred: true,
};

/** Where the columns of a dataset begin: after a 序号 of ours, unless it has one of its own. */
function firstColumn(dataset: DatasetDefinition): number {
  const headings = dataset.columns.flatMap((column) => [column.name, ...column.aliases]);
  return headings.some((heading) => isRunningNumber(normaliseHeading(heading))) ? 0 : 1;
}

function referredColumn(
  { reference }: ColumnDefinition,
  type: CircularType,
  names: SheetNames,
): { readonly sheet: string; readonly column: number } | undefined {
  const target = type.datasets.find((dataset) => dataset.name === reference?.dataset);
  if (target === undefined) return undefined;
  const index = target.columns.findIndex((column) => column.name === reference?.column);
  if (index < 0 || target.columns[index]?.kind === "list") return undefined;
  return { sheet: names.datasets.get(target.name) ?? target.name, column: firstColumn(target) + index };
}

/** A list becomes one text, with a separator between its items that none of them contains. */
function cellContent(value: FieldValue, separators = "、"): FieldValue {
  if (typeof value !== "object" || "year" in value) return value;
  const separator = [...separators].find((candidate) => !value.some((item) => item.includes(candidate)));
  return value.join(separator ?? separators.slice(0, 1));
}

const usualWidths = { short: 10, date: 13, text: 22, code: 22, list: 26 } as const;
const widest = 40;

/** Wide enough for the heading (in two lines if it is long), for what is there already, and for what is usual. */
function columnWidth(column: ColumnDefinition, cells: readonly FieldValue[]): number {
  const heading = textWidth(column.name) + 3;
  const contents = cells.map((cell) => textWidth(shownValue(cell)) + 2);
  const needed = [usualWidth(column), Math.min(heading, 18), ...contents].reduce((a, b) => Math.max(a, b), 0);
  return Math.min(needed, widest);
}

function usualWidth(column: ColumnDefinition): number {
  switch (column.kind) {
    case "date":
      return usualWidths.date;
    case "code":
      return usualWidths.code;
    case "list":
      return usualWidths.list;
    case "text":
      return usualWidths.text;
    default:
      return usualWidths.short;
  }
}
