import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Place } from "../../document/place.js";
import { exactSum } from "../../facts/numbers/decimal.js";
import { placeOfValue } from "../../facts/values.js";
import type { TotalRule } from "../../schema/cross-checks/definitions.js";
import { columnIndex, type DataRow, type Dataset } from "../../schema/dataset.js";
import { cellText, columnReader, numberOf, numberOfFact, plainName } from "./cells.js";
import { byRule, datasetPlace, notThere, skipped, type RuleContext, type RuleResult } from "./rule-context.js";

/** 合计: what the rows add up to is what stands elsewhere. What is said elsewhere counts as written, the sum as what it should be. */
export function checkTotal(rule: TotalRule, context: RuleContext): RuleResult {
  // No list of findings is an empty one, where another table says how many there are.
  const isGrouped = rule.against.kind === "groups";
  const dataset = isGrouped ? context.datasetOrEmpty(rule.dataset) : context.dataset(rule.dataset);
  if (dataset === undefined) return notThere(rule.dataset);
  switch (rule.against.kind) {
    case "figure":
      return againstFigure(rule, rule.against, context, dataset);
    case "totalRow":
      return againstTotalRows(rule, dataset);
    case "groups":
      return againstGroups(rule, rule.against, context, dataset);
  }
}

type Against<Kind extends TotalRule["against"]["kind"]> = Extract<TotalRule["against"], { readonly kind: Kind }>;

function againstFigure(
  rule: TotalRule,
  { figure }: Against<"figure">,
  context: RuleContext,
  dataset: Dataset,
): RuleResult {
  const written = context.evaluate(figure);
  const rows = chosenRows(rule, context, dataset);
  const what = sumName(rule, dataset);
  const number = numberOfFact(written);
  if (number === undefined || rows === undefined) {
    return skipped(`${what}，“${figure.source}”没有填`);
  }
  const sum = sumOf(rows, dataset, rule.columns[0]);
  const checked = `${what}，与“${figure.source}”比较`;
  if (sum === number) return { diagnostics: [], checked };
  const found = diagnose(
    "total-differs",
    placeOfValue(written) ?? figure.place,
    { what: `“${figure.source}”`, actual: cellText(number), expected: cellText(sum), source: what },
    [{ place: datasetPlace(dataset), message: `数据表“${dataset.name}”在这里` }],
  );
  return { diagnostics: [byRule(rule, found)], checked };
}

/** A 合计 is the sum of all rows above it, a 小计 of those since the last one: either will do. */
function againstTotalRows(rule: TotalRule, dataset: Dataset): RuleResult {
  const totals = dataset.totals ?? [];
  if (totals.length === 0) return skipped(`数据表“${dataset.name}”没有合计行`);
  const diagnostics: Diagnostic[] = [];
  for (const column of rule.columns) {
    const position = columnIndex(dataset.definition, column);
    const above = new RunningSums(dataset, column);
    for (const total of totals) {
      const { whole, part } = above.upTo(total.source);
      const written = numberOf(total.values[position]);
      if (written === undefined || written === whole || written === part) continue;
      const found = diagnose("total-differs", total.placeOf(column), {
        what: `合计行的“${column}”`,
        actual: cellText(written),
        expected: whole === part ? cellText(whole) : `${cellText(whole)}或${cellText(part)}`,
        source: "上面各行之和",
      });
      diagnostics.push(byRule(rule, found));
    }
  }
  const columns = rule.columns.map((name) => `“${name}”`).join("");
  return {
    diagnostics,
    checked: `数据表“${dataset.name}”的${String(totals.length)}个合计行，${columns}与各行之和比较`,
  };
}

/** Sums of the rows above a row of the sheet: all of them, and those since it was last asked. */
class RunningSums {
  private next = 0;
  private whole = 0;
  private readonly read: (row: DataRow) => number;

  constructor(
    private readonly dataset: Dataset,
    column: string,
  ) {
    const cell = columnReader(dataset, column);
    this.read = (row) => numberOf(cell(row)) ?? 0;
  }

  upTo(source: number): { readonly whole: number; readonly part: number } {
    const { rows } = this.dataset;
    const terms: number[] = [];
    for (; this.next < rows.length; this.next += 1) {
      const row = rows[this.next];
      if (row === undefined || row.source >= source) break;
      terms.push(this.read(row));
    }
    const part = exactSum(terms);
    this.whole = exactSum([this.whole, part]);
    return { whole: this.whole, part };
  }
}

function againstGroups(
  rule: TotalRule,
  against: Against<"groups">,
  context: RuleContext,
  dataset: Dataset,
): RuleResult {
  const other = context.dataset(against.other.dataset);
  if (other === undefined) return notThere(against.other.dataset);
  const rows = chosenRows(rule, context, dataset) ?? [];
  const nameOf = columnReader(dataset, against.by);
  const groups = new Map<string, { readonly name: string; readonly rows: DataRow[] }>();
  const keyOf = (name: string): string => plainName(context.fullName(name));
  for (const row of rows) {
    const name = cellText(nameOf(row));
    const known = groups.get(keyOf(name));
    if (known === undefined) groups.set(keyOf(name), { name, rows: [row] });
    else known.rows.push(row);
  }
  const diagnostics: Diagnostic[] = [];
  const column = rule.columns[0];
  const otherName = columnReader(other, against.otherBy);
  const figureOf = columnReader(other, against.other.column);
  const seen = new Set<string>();
  for (const row of other.rows) {
    const name = cellText(otherName(row));
    const group = groups.get(keyOf(name));
    seen.add(keyOf(name));
    const written = numberOf(figureOf(row));
    const sum = sumOf(group?.rows ?? [], dataset, column);
    if (written === undefined || written === sum) continue;
    const found = diagnose(
      "total-differs",
      other.placeOf(row, against.other.column),
      {
        what: `“${name}”的“${against.other.column}”`,
        actual: cellText(written),
        expected: cellText(sum),
        source: sumName(rule, dataset),
      },
      [{ place: groupPlace(group?.rows, dataset, against.by), message: `数据表“${dataset.name}”在这里` }],
    );
    diagnostics.push(byRule(rule, found));
  }
  for (const [key, group] of groups) {
    const [first] = group.rows;
    if (seen.has(key) || first === undefined) continue;
    const particulars = {
      group: group.name,
      actual: `${String(group.rows.length)}行`,
      dataset: other.name,
      column: against.otherBy,
    };
    const place = dataset.placeOf(first, against.by);
    diagnostics.push(byRule(rule, diagnose("total-group-missing", place, particulars)));
  }
  const checked = `${sumName(rule, dataset)}，按“${against.by}”与“${other.name}”的“${against.other.column}”${String(other.rows.length)}行比较`;
  return { diagnostics, checked };
}

function groupPlace(rows: readonly DataRow[] | undefined, dataset: Dataset, column: string): Place {
  const first = rows?.[0];
  return first === undefined ? datasetPlace(dataset) : dataset.placeOf(first, column);
}

/** The rows that the rule is about; `undefined` if they could not be worked out. */
function chosenRows(rule: TotalRule, context: RuleContext, dataset: Dataset): readonly DataRow[] | undefined {
  if (rule.rows === undefined) return dataset.rows;
  const value = context.evaluate(rule.rows);
  return value.kind === "rows" ? value.rows : undefined;
}

/** The sum of a column, or the number of rows. */
function sumOf(rows: readonly DataRow[], dataset: Dataset, column: string | undefined): number {
  if (column === undefined) return rows.length;
  const read = columnReader(dataset, column);
  return exactSum(rows.map((row) => numberOf(read(row)) ?? 0));
}

function sumName(rule: TotalRule, dataset: Dataset): string {
  const part = rule.rows === undefined ? "" : `（${rule.rows.source}）`;
  const [column] = rule.columns;
  return `数据表“${dataset.name}”${part}${column === undefined ? "的行数" : `的“${column}”合计`}`;
}
