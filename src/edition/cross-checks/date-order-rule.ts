import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Place } from "../../document/place.js";
import { compareDates, formatDate, parseDate, type CivilDate } from "../../facts/numbers/civil-date.js";
import { placeOfValue, type FactValue, type RecordValue } from "../../facts/values.js";
import type { DateOrderRule } from "../../schema/cross-checks/definitions.js";
import { byRule, notThere, type RuleContext, type RuleResult } from "./rule-context.js";

/** 日期顺序: each date is not before the one that is named before it. Dates that were left out are passed over. */
export function checkDateOrder(rule: DateOrderRule, context: RuleContext): RuleResult {
  const names = rule.dates.map(({ source }) => `“${source}”`).join("");
  if (rule.dataset === undefined) {
    return { diagnostics: wrongPairs(rule, context), checked: `${names}由早到晚` };
  }
  const dataset = context.dataset(rule.dataset);
  if (dataset === undefined) return notThere(rule.dataset);
  return {
    diagnostics: dataset.rows.flatMap((row) => wrongPairs(rule, context, { kind: "record", dataset, row })),
    checked: `数据表“${rule.dataset}”${String(dataset.rows.length)}行的${names}由早到晚`,
  };
}

function wrongPairs(rule: DateOrderRule, context: RuleContext, item?: RecordValue): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  let last: { readonly date: CivilDate; readonly name: string; readonly place: Place } | undefined;
  for (const text of rule.dates) {
    const value = context.evaluate(text, item);
    const date = dateOf(value);
    if (date === undefined) continue;
    const place = placeOfValue(value) ?? text.place;
    if (last !== undefined) {
      const difference = compareDates(last.date, date);
      if (difference > 0 || (difference === 0 && !rule.sameDayAllowed)) {
        const particulars = {
          earlier: last.name,
          earlierDate: formatDate(last.date),
          later: text.source,
          laterDate: formatDate(date),
          sameDayAllowed: rule.sameDayAllowed,
        };
        const related = [{ place: last.place, message: `“${last.name}”在这里` }];
        diagnostics.push(byRule(rule, diagnose("dates-out-of-order", place, particulars, related)));
      }
    }
    last = { date, name: text.source, place };
  }
  return diagnostics;
}

function dateOf(value: FactValue): CivilDate | undefined {
  if (value.kind !== "scalar") return undefined;
  if (typeof value.raw === "string") return parseDate(value.raw);
  return typeof value.raw === "object" ? value.raw : undefined;
}
