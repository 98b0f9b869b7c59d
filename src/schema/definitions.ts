import type { TextPattern } from "./linear-pattern.js";
import type { Place } from "../document/place.js";
import type { CrossCheckDefinition } from "./cross-checks/definitions.js";
import type { TemplateText } from "./template-text.js";
import type { TieRule } from "./tie-rule.js";

export type { TemplateText } from "./template-text.js";
export { tieRuleNames, type TieRule } from "./tie-rule.js";

/**
 * A circular type after validation: what `templates/<type>/type.yaml` declares, with English names.
 *
 * This is the one place where the Chinese keys of the file and the program's own words meet; everything behind it uses these.
 */
export interface CircularType {
  /** The folder's name in `templates/`. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The title, one expression text per printed line. */
  readonly title: readonly TemplateText[];
  /** What the attachments are called: 附件 (default) or 附表. */
  readonly attachmentLabel: string;
  readonly fields: readonly FieldDefinition[];
  readonly datasets: readonly DatasetDefinition[];
  readonly facts: readonly FactDefinition[];
  readonly attachments: readonly AttachmentDefinition[];
  /** 整改通知: what is written to each unit with findings; absent if the type has none. */
  readonly notice?: NoticeDefinition;
  readonly checks: readonly CheckDefinition[];
  /** The built-in rules of 核对 that the type uses. */
  readonly crossChecks: readonly CrossCheckDefinition[];
  /** 地区: the area whose units drop its name (市统计局 in 潮州市); without it what 发文机关 says. */
  readonly area?: string;
  /** 简称: full names by other names of the same unit or account. */
  readonly shortForms: ReadonlyMap<string, string>;
  /** Where the type is declared, for messages about the whole. */
  readonly place: Place;
}

/** What a value can be. The Chinese names that authors write are in `kindNames`. */
export type ValueKind =
  | "text"
  | "integer"
  | "number"
  | "percent"
  | "date"
  | "choice"
  | "yesNo"
  | "code"
  | "list"
  | "numberOrText"
  | "image"
  | "group"
  | "dateRange"
  | "records";

/** The names authors use for value kinds in type.yaml. */
export const kindNames = {
  文本: "text",
  整数: "integer",
  数值: "number",
  百分比: "percent",
  日期: "date",
  选项: "choice",
  是否: "yesNo",
  编码: "code",
  列表: "list",
  数值或文字: "numberOrText",
  图片: "image",
  组: "group",
  起止日期: "dateRange",
  多项: "records",
} as const satisfies Record<string, ValueKind>;

/** What authors call a kind: 整数 for `integer`. */
export function kindName(kind: ValueKind): string {
  return Object.entries(kindNames).find(([, known]) => known === kind)?.[0] ?? kind;
}

/** Whether numbers can be taken from a column of this kind; of 数值或文字 only those that are numbers. */
export function isNumericKind(kind: ValueKind): boolean {
  return kind === "integer" || kind === "number" || kind === "percent" || kind === "numberOrText";
}

/** The constraints that a column and a field share. */
export interface ValueDefinition {
  readonly name: string;
  readonly kind: ValueKind;
  readonly required: boolean;
  readonly description: string;
  /** 选项: the permitted values, in the order in which they are offered. */
  readonly choices: readonly string[];
  /** 选项: other spellings that are read as a permitted value. */
  readonly choiceAliases: ReadonlyMap<string, string>;
  readonly pattern?: { readonly expression: TextPattern; readonly description: string };
  readonly minimum?: number;
  readonly maximum?: number;
  /** How many decimal places a number may have at most. */
  readonly decimals?: number;
  /** 列表: what stands between items; any of these characters separates. */
  readonly separators: string;
  readonly place: Place;
}

/** A field of circular.yaml beyond the elements that every circular has. */
export interface FieldDefinition extends ValueDefinition {
  /** Read in place of a missing value. */
  readonly defaultValue?: unknown;
  /** 组 and 多项: the fields inside. */
  readonly fields: readonly FieldDefinition[];
  /** A new edition begins with the value of the last one; dates move on with the period. Otherwise it begins without a value. */
  readonly carriedOver: boolean;
}

/** A column of a dataset. */
export interface ColumnDefinition extends ValueDefinition {
  readonly aliases: readonly string[];
  readonly unique: boolean;
  /** An empty cell takes the value of the cell above it (for sheets that leave repeated units blank). */
  readonly fillDown: boolean;
  readonly defaultValue?: string;
  /** A new edition begins with the values of the last one, as far as the rows of the dataset are carried over. */
  readonly carriedOver: boolean;
  /** What the example row of an empty workbook shows. */
  readonly example?: string;
  /** Every value must occur in that column of that dataset. */
  readonly reference?: {
    readonly dataset: string;
    readonly column: string;
    readonly severity: "error" | "warning";
    readonly place: Place;
  };
}

export interface DatasetDefinition {
  readonly name: string;
  readonly description: string;
  /** Names the sheet may have; the dataset's own name is the first. */
  readonly sheetNames: readonly string[];
  readonly required: boolean;
  /** At least so many rows. */
  readonly minimumRows: number;
  readonly columns: readonly ColumnDefinition[];
  /** Columns that together identify a row: no two rows may agree in all of them; drafts are compared by them. */
  readonly key: readonly string[];
  /** A new edition begins with the rows of the last one (a roster); otherwise with none (findings). */
  readonly carriedOver: boolean;
  readonly place: Place;
}

/** A named expression: `合格率: 比率 (行数 网站 结果="合格") (行数 网站)`. */
export interface FactDefinition {
  readonly name: string;
  readonly expression: TemplateText;
}

/** A statement about the data that must hold, in the words of the author. */
export interface CheckDefinition {
  readonly description: string;
  readonly condition: TemplateText;
  /** The condition must hold for every row of this dataset; its columns can be named directly. */
  readonly eachRowOf?: string;
  readonly severity: "error" | "warning" | "hint";
  readonly hint: string;
  readonly place: Place;
}

export interface AttachmentDefinition {
  /** A short name by which the body refers to it: `{{附件 "网站表"}}`. */
  readonly key: string;
  /** The name in the 附件说明. */
  readonly name: TemplateText;
  /** The title on the page, a line each; the name if absent. */
  readonly title: readonly TemplateText[];
  readonly subtitle?: TemplateText;
  readonly orientation: "portrait" | "landscape";
  /** Left out (and not numbered) where this does not hold. */
  readonly condition?: TemplateText;
  readonly content: readonly AttachmentContent[];
  readonly place: Place;
}

/** A notice to every unit with findings. Its texts can name 单位, 行, 序号, 通报标题 and 通报文号 beside what the circular's can. */
export interface NoticeDefinition {
  /** Whose rows are the findings. */
  readonly dataset: string;
  /** The column of that dataset which names the units; of a list each item is one. */
  readonly unitColumn: string;
  /** An expression that yields the rows to tell of, if not all of the dataset. */
  readonly rows?: TemplateText;
  /** A line each. */
  readonly title: readonly TemplateText[];
  /** The name of the body's template, without `.hbs`. */
  readonly body: string;
  readonly form: "普通" | "红头" | "信函";
  /** Whether room is left for a seal; as the form has it if absent. */
  readonly sealed?: boolean;
  readonly documentNumber?: TemplateText;
  /** Who signs; as the circular if absent. */
  readonly signature?: TemplateText;
  /** An expression that yields a date; 成文日期 if absent, or if it yields nothing. */
  readonly date?: TemplateText;
  readonly note?: TemplateText;
  /** Their tables of `dataset` show only the unit's rows. */
  readonly attachments: readonly AttachmentDefinition[];
  readonly place: Place;
}

export type AttachmentContent = (
  | { readonly kind: "table"; readonly table: TableDefinition }
  | { readonly kind: "remark"; readonly label: string; readonly text: TemplateText }
  | { readonly kind: "caption"; readonly text: TemplateText }
  | { readonly kind: "text"; readonly text: TemplateText }
  | { readonly kind: "picture"; readonly field: string; readonly alternativeText: TemplateText }
) & { readonly condition?: TemplateText; readonly place: Place };

export interface TableDefinition {
  readonly dataset: string;
  /** An expression that yields the rows to show, if not all of the dataset. */
  readonly rows?: TemplateText;
  /** One printed row per value of this column instead of one per row; columns then show what is worked out from the group. */
  readonly groupBy?: string;
  readonly columns: readonly TableColumnDefinition[];
  readonly sort: readonly {
    readonly column: string;
    readonly descending: boolean;
    readonly order: readonly string[];
  }[];
  readonly total?: {
    readonly label: string;
    /** How many columns the label covers. */
    readonly labelSpan: number;
    /** The columns (by title) that are added up. */
    readonly sums: readonly string[];
    /** Columns (by title) whose total is not a sum, such as a rate: an expression over all the rows, which are called 行. */
    readonly others: ReadonlyMap<string, TemplateText>;
  };
  readonly remark?: { readonly label: string; readonly text: TemplateText };
  /** Printed in a single row if there are no records: 无. */
  readonly emptyText: string;
  readonly place: Place;
}

export interface TableColumnDefinition {
  readonly title: string;
  /** The heading as printed, with its line breaks. */
  readonly header: string;
  /** A heading above this and the neighbouring columns with the same one. */
  readonly group?: string;
  /** The dataset's column. Absent for 序号. */
  readonly source?: string;
  /** 序号: one number per row, or per group of rows that agree in these dataset columns. */
  readonly ordinal?: { readonly by: readonly string[] };
  /** Worked out for each row (or group) by an expression. */
  readonly value?: TemplateText;
  /** 名次 by a dataset column; rows without a value in it are not ranked. */
  readonly rank?: { readonly by: string; readonly ascending: boolean; readonly ties: TieRule };
  /** Relative width; worked out from the contents if absent. */
  readonly width?: number;
  readonly align?: "left" | "centre" | "right";
  /** Equal cells below each other become one, inside the merged cells of the columns to the left. */
  readonly merge: boolean;
  readonly decimals?: number;
  /** Printed for an empty value. */
  readonly emptyText: string;
  readonly place: Place;
}
