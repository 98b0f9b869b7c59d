import type { CellValue, CivilDate, ClockTime } from "../workbook.js";
import { decodeText, detach, isBlank } from "./cell-text.js";
import { dateOfIsoText, dateOfSerial, timeOfSerial, type DateSystem } from "./civil-date.js";
import type { NumberKind } from "./number-format.js";
import type { SharedStrings } from "./shared-strings.js";
import { longNumber, parseStoredNumber } from "./stored-number.js";

/** One `<c>` as the file has it (CT_Cell, ISO/IEC 29500-1, 18.3.1.4). */
export interface StoredCell {
  /** `t`. */
  type: string | undefined;
  /** `s`. */
  style: number;
  /** The text of `<v>`; `undefined` if there is none. */
  value: string | undefined;
  /** The text of `<is>`. */
  inline: string | undefined;
  /** The text of `<f>`, possibly empty; `undefined` if the cell has no formula. */
  formula: string | undefined;
}

/** A cell whose text is missing from the shared strings. */
export const missingText = Symbol("missing text");

/** Turns stored cells into values. One for each workbook: equal texts and dates are the same object everywhere. */
export class CellValues {
  private readonly texts = new Map<string, string>();
  private readonly dates = new Map<number, CivilDate | ClockTime | undefined>();

  constructor(
    private readonly sharedStrings: SharedStrings,
    private readonly numberKinds: readonly NumberKind[],
    private readonly dateSystem: DateSystem,
  ) {}

  /** What the cell holds; `undefined` if it looks empty. */
  of(cell: StoredCell): CellValue | undefined | typeof missingText {
    if (cell.inline !== undefined) return this.text(cell.inline);
    const stored = cell.value;
    if (stored === undefined || (stored === "" && cell.type !== "str")) {
      // A formula whose result was never calculated. Without the formula it is an empty cell with a format.
      return cell.formula === undefined
        ? undefined
        : { kind: "formulaWithoutValue", formula: decodeText(cell.formula) };
    }
    switch (cell.type) {
      case undefined:
      case "n":
        return this.number(stored.trim(), this.numberKinds[cell.style] ?? "number");
      case "s":
        return this.sharedText(stored.trim());
      case "b":
        return this.boolean(stored.trim());
      case "e":
        return { kind: "error", error: stored.trim() };
      case "d":
        return dateOfIsoText(stored.trim()) ?? this.text(decodeText(stored));
      default:
        // "str", the text a formula gives, and "inlineStr" of programs that put the text into <v>.
        return this.text(decodeText(stored));
    }
  }

  private text(text: string): string | undefined {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    if (isBlank(text)) return undefined;
    const own = detach(text);
    this.texts.set(own, own);
    return own;
  }

  private sharedText(stored: string): string | undefined | typeof missingText {
    const index = Number(stored);
    return Number.isInteger(index) && index >= 0 && index < this.sharedStrings.length
      ? this.sharedStrings[index]
      : missingText;
  }

  private boolean(stored: string): CellValue | undefined {
    const word = stored.toLowerCase();
    if (word === "1" || word === "true") return true;
    if (word === "0" || word === "false") return false;
    return this.text(stored);
  }

  private number(stored: string, kind: NumberKind): CellValue | undefined {
    const value = parseStoredNumber(stored);
    // Not a number after all: for the rules of a column to refuse.
    if (value === undefined) return this.text(stored);
    if (kind === "percent") return { kind: "percent", value };
    const date = kind === "number" ? undefined : this.date(value, kind);
    return date ?? longNumber(stored, value) ?? value;
  }

  private date(serial: number, kind: "date" | "time"): CivilDate | ClockTime | undefined {
    // A time format shows the time of a date too. That has its date; only what is below 1 has none.
    const asTime = kind === "time" && serial < 1;
    // Below 1 the same number can be either, in the 1904 system.
    if (asTime) return timeOfSerial(serial);
    if (this.dates.has(serial)) return this.dates.get(serial);
    const date = dateOfSerial(serial, this.dateSystem);
    this.dates.set(serial, date);
    return date;
  }
}
