import type { Place } from "../../document/place.js";
import type { DiagnosticCode } from "../../diagnostics/catalogue.js";
import type { FactValue } from "../../facts/values.js";
import type { ValueKind } from "../../schema/definitions.js";
import type { Shape, ShapeKind } from "../shapes.js";

/**
 * A helper: what can stand at the beginning of `{{…}}`.
 *
 * A helper is described completely by data, and the description is used four times: to check a template before it is rendered, to
 * name the nearest option in a message, to print the reference in docs/, and to run the examples as tests.
 */
export interface Helper {
  readonly name: string;
  /** Other names for the same helper, such as Handlebars' own `if`. */
  readonly aliases?: readonly string[];
  /** One sentence in Chinese, for the reference. */
  readonly summary: string;
  readonly parameters: readonly HelperParameter[];
  readonly options: readonly HelperOption[];
  /** Further `列=值` pairs select rows of the first parameter. */
  readonly conditions: boolean;
  /** Shown in the reference and run as tests. `prints` is the whole rendered text. */
  readonly examples: readonly { readonly template: string; readonly prints: string }[];
  /** Arguments are worked out from left to right until one is truthy (`true`) or not (`false`); the rest is not looked at. */
  readonly stopsAt?: boolean;
  /** Of the second and the third argument only the one that the first decides for is worked out: the second if it is truthy. */
  readonly choosesBranch?: true;
  /** The shape of the result, for arguments of these shapes. */
  readonly shape: (parameters: readonly Shape[]) => Shape;
  readonly evaluate: (call: HelperCall) => FactValue;
}

export interface HelperParameter {
  readonly name: string;
  /** What it may be. `column` is the name of a column of the first parameter's dataset, written bare or in quotes. */
  readonly accepts: readonly (ShapeKind | "column")[];
  readonly optional?: boolean;
  /** Takes all remaining arguments. */
  readonly rest?: boolean;
  /** May be something that was left out of the data: conditions ask just that. */
  readonly allowsAbsent?: boolean;
  /** For a column: the kinds it may have. */
  readonly columnKinds?: readonly ValueKind[];
  /** For a list: its items must be single values, not rows or groups. */
  readonly singleItems?: boolean;
  /** For a number: it must be whole and within these. */
  readonly range?: WholeRange;
}

/** The whole numbers from `minimum` to `maximum`. */
export interface WholeRange {
  readonly minimum: number;
  readonly maximum: number;
}

/** How many decimal places a number may be printed with. */
export const decimalPlaces: WholeRange = { minimum: 0, maximum: 10 };

/** How many rows or names may be asked for. */
export const itemCount: WholeRange = { minimum: 1, maximum: 999_999 };

export interface HelperOption {
  readonly name: string;
  readonly accepts: readonly (ShapeKind | "column")[];
  readonly description: string;
  readonly range?: WholeRange;
  /** For a text: the only ones it may be. */
  readonly choices?: readonly string[];
}

/** One call of a helper, with its arguments worked out. */
export interface HelperCall {
  readonly parameters: readonly FactValue[];
  readonly options: ReadonlyMap<string, FactValue>;
  /** Column conditions, not yet applied. */
  readonly conditions: ReadonlyMap<string, FactValue>;
  /** As written, for provenance: `行数 网站 结果="合格"`. */
  readonly expression: string;
  /** Settings of the edition. */
  readonly settings: HelperSettings;
  /** Reports a problem, at the place of the call unless the data's place is known. */
  readonly report: (code: DiagnosticCode, particulars: Record<string, unknown>, place?: Place) => void;
}

export interface HelperSettings {
  /** 数字格式.比率小数位. */
  readonly rateDecimals: number;
  /** The printed mark of an attachment by its key: 网站表 → 附件1; `undefined` if it is left out in this edition. */
  readonly attachmentMarks: ReadonlyMap<string, string | undefined>;
}

/** An option's value as text, if it was given. */
export function optionText(call: HelperCall, name: string): string | undefined {
  const value = call.options.get(name);
  return value?.kind === "scalar" ? value.text : undefined;
}

/** An option's value as a number, if it was given. */
export function optionNumber(call: HelperCall, name: string): number | undefined {
  const value = call.options.get(name);
  return value?.kind === "scalar" && typeof value.raw === "number" ? value.raw : undefined;
}

/** Whether an option was given as true (引号=true or 引号="是"). */
export function optionYes(call: HelperCall, name: string): boolean {
  const value = call.options.get(name);
  return value?.kind === "scalar" && (value.raw === true || value.text === "是");
}

/** What is yielded after a problem has been reported. */
export const nothing: FactValue = { kind: "absent", name: "", place: undefined };

/** True for `nothing`: whatever is made of it would only say the same again. */
export function isNothing(value: FactValue): boolean {
  return value.kind === "absent" && value.name === "";
}
