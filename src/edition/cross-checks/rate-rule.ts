import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { divideHalfUp, toExactDecimal, writeUnits } from "../../facts/numbers/decimal.js";
import { rateUnits } from "../../facts/numbers/rate.js";
import { placeOfValue, type FactValue, type RecordValue } from "../../facts/values.js";
import type { RateRule } from "../../schema/cross-checks/definitions.js";
import { cellText, numberOfFact } from "./cells.js";
import { byRule, notThere, skipped, type RuleContext, type RuleResult } from "./rule-context.js";

/** What Excel has computed has more decimal places than anybody prints; beyond these it is not looked at. */
const mostDecimals = 6;

/** So many decimal places show that a rate is not quite 100%. */
const decimalsOfProof = 12;

/** 比率: a percentage is what its two counts give, rounded half up at the decimals that are written. */
export function checkRate(rule: RateRule, context: RuleContext): RuleResult {
  if (rule.dataset === undefined) {
    const found = checkOne(rule, context);
    const checked = `“${rule.rate.source}”，由“${rule.numerator.source}”和“${rule.denominator.source}”计算`;
    return found === undefined ? skipped(`${checked}，没有填`) : { diagnostics: found, checked };
  }
  const dataset = context.dataset(rule.dataset);
  if (dataset === undefined) return notThere(rule.dataset);
  const results = dataset.rows.map((row) => checkOne(rule, context, { kind: "record", dataset, row }));
  const compared = results.filter((found) => found !== undefined);
  return {
    diagnostics: compared.flat(),
    checked: `数据表“${rule.dataset}”的“${rule.rate.source}”${String(compared.length)}行，由“${rule.numerator.source}”和“${rule.denominator.source}”计算`,
  };
}

/** @returns `undefined` if there is nothing to compare */
function checkOne(rule: RateRule, context: RuleContext, item?: RecordValue): Diagnostic[] | undefined {
  const written = context.evaluate(rule.rate, item);
  const printed = printedRate(written);
  const numerator = numberOfFact(context.evaluate(rule.numerator, item));
  const denominator = numberOfFact(context.evaluate(rule.denominator, item));
  if (printed === undefined || numerator === undefined || denominator === undefined) return undefined;
  if (denominator <= 0 || numerator < 0) return undefined;
  const wrong = judgeRate(printed, numerator, denominator, rule.decimals);
  if (wrong === undefined) return [];
  const place = placeOfValue(written) ?? rule.rate.place;
  const particulars = {
    name: rule.rate.source,
    actual: printed.text,
    expected: `${writeUnits(wrong.units, wrong.decimals)}%`,
    fraction: `${cellText(numerator)}÷${cellText(denominator)}`,
  };
  if (wrong.kind === "hides") {
    return [byRule(rule, diagnose("rate-hides-rest", place, { ...particulars, exact: particulars.expected }))];
  }
  if (wrong.kind === "differs") return [byRule(rule, diagnose("rate-differs", place, particulars))];
  const truncated = byRule(rule, diagnose("rate-truncated", place, particulars));
  // Cut off instead of rounded is a habit rather than a mistake, however strict the rule is.
  return [truncated.severity === "error" ? { ...truncated, severity: "warning" } : truncated];
}

/** A percentage as somebody has written it. */
export interface PrintedRate {
  readonly text: string;
  readonly units: bigint;
  readonly decimals: number;
}

/** How a printed rate differs from the computed one, with what it should have been. */
export interface WrongRate {
  readonly kind: "differs" | "truncated" | "hides";
  readonly units: bigint;
  readonly decimals: number;
}

/** 98.8, 98.80%, or ９８．８％; `undefined` if it is no percentage. A number has lost its last zeros. */
function printedRate(value: FactValue): PrintedRate | undefined {
  if (value.kind !== "scalar") return undefined;
  return typeof value.raw === "number" || typeof value.raw === "string" ? readPrintedRate(value.raw) : undefined;
}

/** @param written a number of percent, or a text with or without the sign */
export function readPrintedRate(written: string | number): PrintedRate | undefined {
  if (typeof written === "number") {
    if (!Number.isFinite(written) || written < 0) return undefined;
    const { units, scale } = toExactDecimal(written);
    return { text: `${cellText(written)}%`, units, decimals: scale };
  }
  const match = /^(\d{1,9})(?:\.(\d{1,12}))?%?$/u.exec(written.normalize("NFKC").replace(/\s+/gu, ""));
  if (match === null) return undefined;
  const fraction = match[2] ?? "";
  return { text: written, units: BigInt(`${match[1] ?? ""}${fraction}`), decimals: fraction.length };
}

/**
 * Compares a printed rate with the two counts it stands for.
 *
 * @param printed as written
 * @param numerator 0 or more
 * @param denominator more than 0
 * @param decimals that it should have; those that are written if absent
 * @returns `undefined` if it is right. One that rounds to 100% or 0% although something is missing, or there, `hides` that
 */
export function judgeRate(
  printed: PrintedRate,
  numerator: number,
  denominator: number,
  decimals: number = Math.min(printed.decimals, mostDecimals),
): WrongRate | undefined {
  const units = unitsAt(printed, decimals);
  const exact = rateUnits(numerator, denominator, decimals);
  if (units !== exact.rounded) {
    return { kind: units === exact.truncated ? "truncated" : "differs", units: exact.rounded, decimals };
  }
  const full = 100n * 10n ** BigInt(decimals);
  const isHidden = (units === full && numerator < denominator) || (units === 0n && !exact.isNone);
  return isHidden ? { kind: "hides", ...shortestProof(numerator, denominator, decimals) } : undefined;
}

function unitsAt({ units, decimals }: PrintedRate, wanted: number): bigint {
  return wanted >= decimals
    ? units * 10n ** BigInt(wanted - decimals)
    : divideHalfUp(units, 10n ** BigInt(decimals - wanted));
}

/** The rate with as many decimals as it takes not to read 100 or 0. */
function shortestProof(
  numerator: number,
  denominator: number,
  decimals: number,
): { readonly units: bigint; readonly decimals: number } {
  for (let places = decimals; ; places += 1) {
    const { rounded } = rateUnits(numerator, denominator, places);
    const isShown = rounded !== 0n && rounded !== 100n * 10n ** BigInt(places);
    if (isShown || places >= decimalsOfProof) return { units: rounded, decimals: places };
  }
}
