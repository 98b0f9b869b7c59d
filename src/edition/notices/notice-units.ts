import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Place } from "../../document/place.js";
import type { RowsValue } from "../../facts/values.js";
import { columnIndex, type DataRow, type FieldValue } from "../../schema/dataset.js";

/** A unit with findings. */
export interface NoticeUnit {
  /** As it is addressed: the full name, or as the data have it if they use no other. */
  readonly name: string;
  readonly rows: readonly DataRow[];
  /** Where the data name it first. */
  readonly place: Place;
}

/**
 * The units that rows name, in the order in which they are first named. A unit that is written in several ways is one, and so is one
 * that a row names twice.
 *
 * @param rows of the findings
 * @param column that names the units; of a list each item is one
 * @param fullName the full name of a unit that may be written short
 * @returns the units with their rows, and a warning for each row without a unit
 */
export function noticeUnits(
  rows: RowsValue,
  column: string,
  fullName: (name: string) => string,
): { readonly units: readonly NoticeUnit[]; readonly diagnostics: readonly Diagnostic[] } {
  const { dataset } = rows;
  const position = columnIndex(dataset.definition, column);
  const units = new Map<string, { name: string; rows: DataRow[]; place: Place }>();
  const diagnostics: Diagnostic[] = [];
  for (const row of rows.rows) {
    const written = namesIn(row.values[position]);
    const place = dataset.placeOf(row, column);
    if (written.length === 0) diagnostics.push(diagnose("notice-row-without-unit", place, { column }));
    for (const name of written) {
      const full = fullName(name);
      const known = units.get(full);
      if (known === undefined) units.set(full, { name: addressed(name, full), rows: [row], place });
      else if (known.rows.at(-1) !== row) known.rows.push(row);
    }
  }
  return { units: [...units.values()], diagnostics };
}

function namesIn(value: FieldValue): string[] {
  const texts = Array.isArray(value) ? (value as readonly string[]) : typeof value === "string" ? [value] : [];
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

/** A full name is compared without blanks and with narrow brackets, which nobody wants to read in an address. */
function addressed(written: string, full: string): string {
  if (written.normalize("NFKC").replace(/\s+/gu, "") === full) return written;
  return full.replace(/\(/gu, "（").replace(/\)/gu, "）");
}
