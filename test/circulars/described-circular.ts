import { attachmentKeys, isMap, mapAt, readFacts, type Facts, type FactValue } from "./facts.js";

/** What the tests must know of a circular besides its facts file. */
export interface DescribedCircular {
  /** The name of its folders in `data/` and `output/` and of its facts file. */
  readonly id: string;
  /** Whether the edition has come: its absence is then a mistake and not a reason to wait. */
  readonly shipped: boolean;
  /** The title as it is broken into lines. */
  readonly titleLines: readonly string[];
  /** The headings of level 1, without their numbers. */
  readonly headings: readonly string[];
  /** One for each entry of 正文数字, in the same order. */
  readonly numbers: readonly BodyNumber[];
  /** Other phrases of the body that the facts determine, with the reason. */
  readonly phrases: readonly { readonly text: string; readonly reason: string }[];
  /** The other numbers that the body may print besides the values of 正文数字, and why. Each must be there. */
  readonly otherNumbers: readonly { readonly pattern: RegExp; readonly reason: string }[];
  /** Where the generated circular differs from the published one. The edition's 更正说明.md must list each. */
  readonly corrections: readonly Correction[];
  /** How LibreOffice lays it out, where that is known. */
  readonly layout?: {
    /** The page on which each attachment begins. */
    readonly attachmentStarts: readonly number[];
    readonly pages: number;
  };
}

/** How the body prints an entry of 正文数字. */
export interface BodyNumber {
  /** Its 项目. */
  readonly item: string;
  /**
   * What the body says about it, with a group for each value. It must match somewhere, and wherever it matches the values must be
   * the right ones: so it has to match wrong values too.
   */
  readonly pattern: RegExp;
  /** The right values of the groups; 值 if absent. */
  readonly expected?: (entry: Facts) => readonly string[];
}

/** A place where the published circular contradicts itself or the rules of writing, and the right form. */
export type Correction = {
  /** The place in the words of 更正说明.md. */
  readonly noted: string;
} & (CorrectedElement | CorrectedColumn | CorrectedWriting);

interface CorrectedElement {
  /** 附件1, 附件2 … */
  readonly attachment: string;
  readonly element: "页面标识" | "标题" | "副题" | "注";
  /** `null` if nothing was printed. */
  readonly published: string | null;
  readonly corrected: string;
}

interface CorrectedColumn {
  readonly attachment: string;
  readonly column: string;
  /** The first row, from 1. */
  readonly firstRow: number;
  readonly published: readonly string[];
  readonly corrected: readonly string[];
}

/** A way of writing that the facts file leaves open; what the tests expect is the right form anyway. */
interface CorrectedWriting {
  readonly published: string;
  readonly corrected: string;
}

/** The facts of a circular in the right form. Fails if the facts file does not have what is to be corrected. */
function correctedFacts({ id, corrections }: DescribedCircular): Facts {
  const facts = readFacts(id);
  for (const correction of corrections) {
    if (!("attachment" in correction)) continue;
    const attachment = mapAt(facts, correction.attachment);
    if ("element" in correction) {
      replace(attachment, correction.element, correction.published ?? "null", correction.corrected);
      continue;
    }
    const rows = attachment["行"];
    correction.published.forEach((published, index) => {
      const row = Array.isArray(rows) ? (rows[correction.firstRow - 1 + index] as FactValue | undefined) : undefined;
      if (!isMap(row)) throw new Error(`${correction.attachment} has fewer rows`);
      replace(row, correction.column, published, correction.corrected[index] ?? "");
    });
  }
  return facts;
}

/** `facts` belongs to the caller: each reading of a facts file makes new maps. */
function replace(facts: Facts, key: string, published: string, corrected: string): void {
  if (facts[key] !== published) throw new Error(`the facts file has not “${published}” as ${key}`);
  (facts as Record<string, FactValue>)[key] = corrected;
}

/** The attachments of a circular in their order, in the right form. */
export function correctedAttachments(circular: DescribedCircular): Facts[] {
  const facts = correctedFacts(circular);
  return attachmentKeys(facts).map((key) => mapAt(facts, key));
}
