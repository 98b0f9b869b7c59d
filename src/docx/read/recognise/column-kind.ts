import { cellText, type TableColumn, type TableRow } from "../../../document/tree.js";

/**
 * What the values of a column are, as far as a printed table tells.
 *
 * @param code most of its values are set as codes
 */
export function columnKind(
  name: string,
  rows: readonly TableRow[],
  column: number,
  code: boolean,
): TableColumn["kind"] {
  if (code) return "code";
  let numbers = 0;
  let others = 0;
  for (const { role, cells } of rows) {
    const cell = cells[column] ?? null;
    if (role !== "record" || cell === null) continue;
    const value = cellText(cell).trim();
    if (value === "") continue;
    if (/^[+\-－]?\d{1,12}(?:\.\d+)?[%％]?$/u.test(value)) numbers += 1;
    else others += 1;
  }
  if (/^(?:序号|序|编号)$/u.test(name)) return others === 0 ? "ordinal" : "text";
  return numbers > 0 && others === 0 ? "number" : "text";
}
