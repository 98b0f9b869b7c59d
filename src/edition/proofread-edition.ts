import { allRules } from "../checks/rules.js";
import { proofread, type Proofreading, type RuleSetting } from "../checks/proofread.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { CircularDocument } from "../document/tree.js";
import { unitAliases } from "../facts/unit-names.js";
import type { Progress } from "../progress/progress.js";
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
 * @param progress told of the rules
 * @returns what the rules found, and settings that name no rule or one rule twice as diagnostics
 */
export function proofreadEdition(
  document: CircularDocument,
  edition: Edition,
  type: CircularType,
  folder: string,
  progress?: Progress,
): { readonly proofreading: Proofreading; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const settings = new Map<string, RuleSetting>();
  (edition.elements.核稿 ?? []).forEach(({ 规则: rule, 级别: level, 理由: reason }, index) => {
    const place = edition.placeOf("核稿", index, "规则");
    if (!allRules.some(({ id }) => id === rule)) {
      // Reports name a rule in Chinese first.
      const named = allRules.find(({ name }) => name === rule)?.id;
      const ids = allRules.map(({ id }) => id);
      const nearest = named ?? nearestName(rule, ids);
      diagnostics.push(diagnose("proofreading-rule-unknown", place, { rule, nearest }));
    } else if (settings.has(rule)) {
      const first = settings.get(rule)?.place;
      const related = first === undefined ? [] : [{ place: first, message: "第一次设置在这里" }];
      diagnostics.push(diagnose("proofreading-rule-repeated", place, { rule }, related));
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
    progress,
  });
  return { proofreading, diagnostics };
}
