import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { CodeRule } from "../../schema/cross-checks/definitions.js";
import { cellText, columnReader, plainName } from "./cells.js";
import { byRule, notThere, type RuleContext, type RuleResult } from "./rule-context.js";

/** 6 digits of area and 4 of number; ministries: bm and 8 digits. */
const siteCode = /^(?:\d{10}|bm\d{8})$/u;

/** 6 digits of area, M, 3 digits of the unit, 2 letters of the platform, 4 digits of number. */
const accountCode = /^\d{6}M\d{3}([A-Z]{2})\d{4}$/u;

/** 编码: codes look like codes, belong to the area, and fit the account's type. Only warnings unless the author wants more. */
export function checkCode(rule: CodeRule, context: RuleContext): RuleResult {
  const dataset = context.dataset(rule.dataset);
  if (dataset === undefined) return notThere(rule.dataset);
  const read = columnReader(dataset, rule.column);
  const typeOf = rule.accountType === undefined ? undefined : columnReader(dataset, rule.accountType);
  const diagnostics: Diagnostic[] = [];
  let compared = 0;
  for (const row of dataset.rows) {
    const actual = cellText(read(row));
    if (actual === "") continue;
    compared += 1;
    const code = plainName(actual);
    const place = dataset.placeOf(row, rule.column);
    const match = (rule.kind === "site" ? siteCode : accountCode).exec(code);
    if (match === null) {
      diagnostics.push(byRule(rule, diagnose("code-shape", place, { name: rule.column, actual, kind: rule.kind })));
      continue;
    }
    const { areas } = rule;
    if (areas.length > 0 && !code.startsWith("bm") && !areas.some((area) => code.startsWith(area))) {
      diagnostics.push(byRule(rule, diagnose("code-area", place, { name: rule.column, actual, areas })));
    }
    const letters = match[1];
    const words = letters === undefined ? undefined : rule.platforms.get(letters);
    if (typeOf === undefined || rule.accountType === undefined || letters === undefined || words === undefined)
      continue;
    const type = cellText(typeOf(row));
    if (type === "" || words.some((word) => type.includes(word))) continue;
    const particulars = { name: rule.column, actual, letters, words, type };
    const related = [{ place: dataset.placeOf(row, rule.accountType), message: "账号类型在这里" }];
    diagnostics.push(byRule(rule, diagnose("code-platform", place, particulars, related)));
  }
  return { diagnostics, checked: `数据表“${rule.dataset}”的“${rule.column}”${String(compared)}行` };
}
