import type { Letterhead } from "../../../document/tree.js";
import { type PlacedText, slice, split, trim } from "../placed-text.js";
import type { Context } from "./context.js";
import { brokenLines, isCentred, type Line } from "./line.js";
import { classificationPattern, copyNumberPattern, documentNumberPattern, urgencyPattern } from "./patterns.js";

type Field = "copyNumber" | "classification" | "urgency" | "documentNumber";

const fieldsByElement: Readonly<Record<string, Field | undefined>> = {
  CopyNumber: "copyNumber",
  Classification: "classification",
  Urgency: "urgency",
  DocumentNumber: "documentNumber",
};

/** Gathers the parts of 版头 (GB/T 9704 §7.2, §10.1) from the lines that stand before the title, whatever their order. */
export class LetterheadBuilder {
  private readonly fields = new Map<Field, PlacedText>();
  private readonly mark: PlacedText[] = [];

  constructor(private readonly context: Context) {}

  /** Whether a line can be nothing but a part of 版头. */
  static isPart(line: Line): boolean {
    return line.element === "Mark" || fieldsByElement[line.element] !== undefined || fieldOf(line.text) !== undefined;
  }

  get hasDocumentNumber(): boolean {
    return this.fields.has("documentNumber");
  }

  /** Takes a line in if it is a part of 版头 that is still missing. */
  take(line: Line): boolean {
    if (line.element === "Mark" || (line.element === "" && isMark(line, this.context))) {
      const parts = brokenLines(line.placed);
      this.mark.push(...(this.context.verbatim ? parts : parts.map(trim)));
      return true;
    }
    const styled = fieldsByElement[line.element];
    const parts =
      styled === undefined ? split(line.placed, /\t|\s{2,}|\u3000+/gu).map(trim) : this.styledParts(line, styled);
    const found = parts
      .filter(({ text }) => text !== "" || styled !== undefined)
      .map((part, index): readonly [Field | undefined, PlacedText] => [
        index === 0 && styled !== undefined
          ? styled
          : (fieldOf(part.text) ?? (styled === undefined ? undefined : "documentNumber")),
        part,
      ]);
    if (found.length === 0) return false;
    if (found.some(([field]) => field === undefined || this.fields.has(field))) return false;
    for (const [field, part] of found) {
      if (field === undefined || (field === "documentNumber" && part.text === "")) continue;
      this.fields.set(field, part);
    }
    return true;
  }

  finish(): Letterhead | undefined {
    if (this.fields.size === 0 && this.mark.length === 0) return undefined;
    const mark = this.mark.map(({ text }) => text);
    const letterhead: Letterhead = {
      type: "letterhead",
      ...this.field("copyNumber"),
      ...this.field("classification"),
      ...this.field("urgency"),
      mark,
      ...this.field("documentNumber"),
    };
    this.mark.forEach((line, index) => this.context.recorder.field(mark, index, line));
    for (const [field, placed] of this.fields) this.context.recorder.field(letterhead, field, placed);
    return letterhead;
  }

  /** §10.1: in a letter the first line in the corner has the number at its right end. */
  private styledParts({ placed }: Line, styled: Field): PlacedText[] {
    const tab = styled === "documentNumber" || !this.context.letter ? -1 : placed.text.lastIndexOf("\t");
    if (tab >= 0) return [slice(placed, 0, tab), slice(placed, tab + 1)];
    return [placed];
  }

  private field(name: Field): Partial<Record<Field, string>> {
    const placed = this.fields.get(name);
    return placed === undefined ? {} : { [name]: placed.text };
  }
}

function fieldOf(text: string): Field | undefined {
  if (copyNumberPattern.test(text)) return "copyNumber";
  if (classificationPattern.test(text)) return "classification";
  if (urgencyPattern.test(text)) return "urgency";
  return documentNumberPattern.test(text) ? "documentNumber" : undefined;
}

/** 发文机关标志: red, or 文件 in the middle and larger than the text. */
function isMark(line: Line, { bodySize }: Context): boolean {
  const { text, look } = line;
  if (text === "" || text.length > 40 || fieldOf(text) !== undefined) return false;
  if (look.red) return /\p{L}/u.test(text);
  return isCentred(line) && look.size > bodySize && /文\s*件$/u.test(text);
}
