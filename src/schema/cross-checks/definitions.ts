import type { Severity } from "../../diagnostics/diagnostic.js";
import type { Place } from "../../document/place.js";
import type { TemplateText } from "../template-text.js";
import type { TieRule } from "../tie-rule.js";

/** A column of a dataset, by their names. */
export interface ColumnName {
  readonly dataset: string;
  readonly column: string;
}

/** What every built-in rule has. */
export interface CrossCheckBase {
  /** What the author says that it checks; may be empty. */
  readonly description: string;
  /** In place of the rule's own. */
  readonly severity?: Severity;
  /** In place of the rule's own; may be empty. */
  readonly hint: string;
  readonly place: Place;
}

/** 引用: the values of a column occur in one of the rosters. */
export interface ReferenceRule extends CrossCheckBase, ColumnName {
  readonly rule: "reference";
  readonly rosters: readonly ColumnName[];
  readonly alsoAllowed: readonly string[];
  readonly shortForms: boolean;
}

/** 结论与问题: who failed has a finding; who has a veto finding failed. */
export interface VerdictRule extends CrossCheckBase {
  readonly rule: "verdict";
  readonly dataset: string;
  readonly subject: readonly string[];
  readonly verdict: string;
  readonly failing: readonly string[];
  readonly findings: string;
  readonly findingSubject: readonly string[];
  readonly veto?: { readonly column: string; readonly values: readonly string[] };
}

/** 不重复: no two rows, of one dataset or of several, agree in the columns. */
export interface RepeatedRule extends CrossCheckBase {
  readonly rule: "repeated";
  readonly sources: readonly { readonly dataset: string; readonly columns: readonly string[] }[];
}

/** 序号连续: a column counts the rows, or the groups of rows. */
export interface OrdinalRule extends CrossCheckBase, ColumnName {
  readonly rule: "ordinal";
  readonly first: number;
  /** Neighbouring rows may share a number. */
  readonly shared: boolean;
  /** Neighbouring rows share a number exactly if they agree in this column. */
  readonly sharedBy?: string;
  /** Counting begins anew where this column changes. */
  readonly section?: string;
}

/** 行合计: a column is the sum of others, in each row. */
export interface RowSumRule extends CrossCheckBase, ColumnName {
  readonly rule: "rowSum";
  readonly parts: readonly string[];
}

/** 合计: what rows add up to (or how many there are) is what is said elsewhere. */
export interface TotalRule extends CrossCheckBase {
  readonly rule: "total";
  readonly dataset: string;
  /** None to count the rows. */
  readonly columns: readonly string[];
  readonly rows?: TemplateText;
  readonly against:
    | { readonly kind: "figure"; readonly figure: TemplateText }
    | { readonly kind: "totalRow" }
    | { readonly kind: "groups"; readonly by: string; readonly other: ColumnName; readonly otherBy: string };
}

/** 排名: a column holds the ranks of another. */
export interface RankRule extends CrossCheckBase {
  readonly rule: "rank";
  readonly dataset: string;
  readonly rank: string;
  readonly by: string;
  readonly ascending: boolean;
  readonly ties: TieRule;
  readonly group?: string;
}

/** 等次: grades follow from scores. */
export interface GradeRule extends CrossCheckBase {
  readonly rule: "grade";
  readonly dataset: string;
  readonly grade: string;
  readonly by: string;
  /** From the highest to the lowest; without a threshold only their order is known. */
  readonly grades: readonly { readonly name: string; readonly threshold?: number }[];
  /** Where this column holds something, the grade is the one named here. */
  readonly veto?: { readonly column: string; readonly grade: string };
}

/** 比率: a printed percentage follows from two counts. */
export interface RateRule extends CrossCheckBase {
  readonly rule: "rate";
  /** Each row of this dataset; once if absent. */
  readonly dataset?: string;
  readonly rate: TemplateText;
  readonly numerator: TemplateText;
  readonly denominator: TemplateText;
  readonly decimals?: number;
}

/** 编码: identification codes of sites (10 characters) and accounts (16). */
export interface CodeRule extends CrossCheckBase, ColumnName {
  readonly rule: "code";
  readonly kind: "site" | "account";
  /** What codes may begin with; anything if there are none. */
  readonly areas: readonly string[];
  /** The column with the account's type. */
  readonly accountType?: string;
  /** Letters of a platform to the words of which one occurs in the account's type. */
  readonly platforms: ReadonlyMap<string, readonly string[]>;
}

/** 日期顺序: dates from the earliest to the latest. */
export interface DateOrderRule extends CrossCheckBase {
  readonly rule: "dateOrder";
  readonly dataset?: string;
  readonly dates: readonly TemplateText[];
  readonly sameDayAllowed: boolean;
}

/** 与上期比较: what differs from the last edition's rows. */
export interface PreviousRule extends CrossCheckBase {
  readonly rule: "previous";
  readonly dataset: string;
  readonly key: readonly string[];
  readonly changes: readonly {
    readonly column: string;
    /** Reported if the difference is larger. */
    readonly difference?: number;
    /** Reported if it became so many times as much, or so many times less; more than 1. */
    readonly factor?: number;
  }[];
  /** Whether vanished and new rows are reported. */
  readonly comings: boolean;
}

/** A built-in rule of 核对. */
export type CrossCheckDefinition =
  | ReferenceRule
  | VerdictRule
  | RepeatedRule
  | OrdinalRule
  | RowSumRule
  | TotalRule
  | RankRule
  | GradeRule
  | RateRule
  | CodeRule
  | DateOrderRule
  | PreviousRule;

/** What authors call the rules. */
export const crossCheckNames = {
  reference: "引用",
  verdict: "结论与问题",
  repeated: "不重复",
  ordinal: "序号连续",
  rowSum: "行合计",
  total: "合计",
  rank: "排名",
  grade: "等次",
  rate: "比率",
  code: "编码",
  dateOrder: "日期顺序",
  previous: "与上期比较",
} as const satisfies Record<CrossCheckDefinition["rule"], string>;

/** The pieces of template of a rule, with the dataset whose rows they are worked out for. */
export function crossCheckExpressions(
  check: CrossCheckDefinition,
): readonly { readonly text: TemplateText; readonly dataset?: string }[] {
  const texts =
    check.rule === "rate"
      ? [check.rate, check.numerator, check.denominator]
      : check.rule === "dateOrder"
        ? check.dates
        : check.rule === "total"
          ? [...(check.rows === undefined ? [] : [check.rows]), ...figureOf(check)]
          : [];
  const dataset = check.rule === "rate" || check.rule === "dateOrder" ? check.dataset : undefined;
  return texts.map((text) => (dataset === undefined ? { text } : { text, dataset }));
}

function figureOf(check: TotalRule): readonly TemplateText[] {
  return check.against.kind === "figure" ? [check.against.figure] : [];
}
