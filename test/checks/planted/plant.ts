import { readDraft } from "../../../src/checks/draft.js";
import { proofread, type ProofreadingOptions } from "../../../src/checks/proofread.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { CircularDocument } from "../../../src/document/tree.js";
import { plantedKinds, spread, type PlantedKind } from "./kinds.js";

/** What became of one kind of mistake, over all drafts. */
export interface PlantedResult {
  readonly kind: PlantedKind;
  readonly planted: number;
  readonly caught: number;
  /** The rules that caught it, most often first. */
  readonly rules: readonly string[];
  /** The mutants that nothing noticed. */
  readonly missed: readonly string[];
}

const perKindAndDraft = 4;

/**
 * Plants every kind of mistake at several places of each draft and counts how many are noticed: how often proofreading says something
 * that it does not say about the clean draft.
 */
export function plantMistakes(
  drafts: readonly {
    readonly name: string;
    readonly document: CircularDocument;
    readonly options: ProofreadingOptions;
  }[],
): PlantedResult[] {
  const prepared = drafts.map(({ name, document, options }) => ({
    name,
    options,
    draft: readDraft(document, options),
    known: new Set(proofread(document, options).diagnostics.map(identity)),
  }));
  return plantedKinds.map((kind) => {
    let planted = 0;
    const missed: string[] = [];
    const rules = new Map<string, number>();
    for (const { name, options, draft, known } of prepared) {
      for (const { document, what } of spread(kind.plant(draft), perKindAndDraft)) {
        planted += 1;
        const news = proofread(document, options).diagnostics.filter((diagnostic) => !known.has(identity(diagnostic)));
        if (news.length === 0) missed.push(`${name} ${what}`);
        for (const code of new Set(news.map(({ code }) => code))) rules.set(code, (rules.get(code) ?? 0) + 1);
      }
    }
    const byCount = [...rules].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([code]) => code);
    return { kind, planted, caught: planted - missed.length, rules: byCount, missed };
  });
}

/** What is said, whatever else was changed around it. */
function identity({ code, place, message, actual }: Diagnostic): string {
  return JSON.stringify([code, place.part, message, actual]);
}
