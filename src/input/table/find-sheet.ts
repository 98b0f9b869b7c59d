import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import type { Sheet, Workbook } from "../workbook.js";
import { normaliseHeading } from "./heading.js";

/**
 * Finds a sheet under one of its names, whatever blanks or full-width characters it was written with.
 *
 * A visible sheet goes before a hidden one, an earlier name before a later one, an exact name before a similar one. A hidden sheet
 * is used if there is no other, and a hint says so. If there is none at all, the caller decides what that means.
 *
 * @returns `nearest`: if no sheet was found, the sheet name that looks most like one of the wanted ones
 */
export function findSheet(
  workbook: Workbook,
  names: readonly string[],
): { sheet?: Sheet; nearest?: string; diagnostics: Diagnostic[] } {
  const wanted = names.map(normaliseHeading);
  const matching = workbook.sheets
    .filter((sheet) => wanted.includes(normaliseHeading(sheet.name)))
    .sort(
      (a, b) =>
        Number(a.hidden) - Number(b.hidden) ||
        wanted.indexOf(normaliseHeading(a.name)) - wanted.indexOf(normaliseHeading(b.name)) ||
        Number(!names.includes(a.name)) - Number(!names.includes(b.name)),
    );
  const [sheet, ...others] = matching;
  if (sheet === undefined) {
    const existing = workbook.sheets.map((candidate) => candidate.name);
    const nearest = names.map((name) => nearestName(name, existing)).find((name) => name !== undefined);
    return { ...(nearest === undefined ? {} : { nearest }), diagnostics: [] };
  }
  const place = { file: workbook.file, sheet: sheet.name };
  const diagnostics: Diagnostic[] = [];
  if (sheet.hidden) diagnostics.push(diagnose("sheet-hidden", place, { sheet: sheet.name }));
  const rivals = others.filter((other) => other.hidden === sheet.hidden).map((other) => other.name);
  if (rivals.length > 0) diagnostics.push(diagnose("sheet-ambiguous", place, { sheet: sheet.name, others: rivals }));
  return { sheet, diagnostics };
}
