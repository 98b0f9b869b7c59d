import { allRules } from "../checks/rules.js";
import { proofread, type Proofreading, type RuleSetting } from "../checks/proofread.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { CircularDocument } from "../document/tree.js";
import { unitAliases } from "../facts/unit-names.js";
import type { CircularType } from "../schema/definitions.js";
import type { Edition } from "./load-edition.js";
import { placesOfRecords } from "./places-of-records.js";

/** What authors of circular.yaml call the severities under 核稿. */
const severityOf = { 关闭: "off", 提示: "hint", 警告: "warning", 错误: "error" } as const;

/**
 * Proofreads the draft of an edition, with the settings under 核稿 in its circular.yaml.
 *
 * @param document composed from the edition
 * @param type of the edition, for the short names of units
 * @param folder of the edition, which stands for its draft in the messages
 * @returns what the rules found, and settings that name no rule or one rule twice as diagnostics
 */
export function proofreadEdition(
  document: CircularDocument,
  edition: Edition,
  type: CircularType,
  folder: string,
): { readonly proofreading: Proofreading; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const settings = new Map<string, RuleSetting>();
  (edition.elements.核稿 ?? []).forEach(({ 规则: rule, 级别: level, 理由: reason }, index) => {
    const place = edition.placeOf("核稿", index, "规则");
    if (!allRules.some(({ id }) => id === rule)) {
      const nearest = nearestName(
        rule,
        allRules.map(({ id }) => id),
      );
      diagnostics.push(diagnose("proofreading-rule-unknown", place, { rule, nearest }));
    } else if (settings.has(rule)) {
      diagnostics.push(diagnose("proofreading-rule-repeated", place, { rule }));
    } else {
      settings.set(rule, { rule, severity: severityOf[level], reason, place });
    }
  });
  const proofreading = proofread(document, {
    file: folder,
    period: edition.elements.期间,
    fullName: unitAliases(type, edition.elements),
    placeOfRecord: placesOfRecords(edition),
    settings: [...settings.values()],
  });
  return { proofreading, diagnostics };
}
