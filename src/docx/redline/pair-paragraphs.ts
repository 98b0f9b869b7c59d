import { similarity } from "../../diff/words/similarity.js";

/** What decides whether two paragraphs or tables of one element belong together. */
export interface Pairable {
  /** Only those of one kind are paired: the style of a paragraph, or what else it is. */
  readonly kind: string;
  readonly text: string;
}

/** Above this many comparisons, lists are paired by position. Elements of circulars print a few paragraphs, not hundreds. */
const mostComparisons = 40_000;

/** Two of one kind belong together even if their texts have nothing in common, unless that is in the way of others. */
const kindWeight = 0.2;

/**
 * Pairs what one element prints in two drafts: the lines of 附件说明, of 署名, of 版头. Keeps the order.
 *
 * @returns pairs of indexes, ascending on both sides
 */
export function pairParagraphs(before: readonly Pairable[], after: readonly Pairable[]): [number, number][] {
  if (before.length * after.length > mostComparisons) {
    return before.flatMap(({ kind }, index) =>
      after[index]?.kind === kind ? [[index, index] as [number, number]] : [],
    );
  }
  const width = after.length + 1;
  // best[i * width + j]: the most that the rests of both lists from i and j on have in common.
  const best = new Float64Array((before.length + 1) * width);
  const weights = new Float64Array(before.length * after.length);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const weight = pairWeight(before[i], after[j]);
      weights[i * after.length + j] = weight;
      const paired = weight === 0 ? 0 : weight + (best[(i + 1) * width + j + 1] ?? 0);
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    const weight = weights[i * after.length + j] ?? 0;
    const all = best[i * width + j] ?? 0;
    if (weight > 0 && all === weight + (best[(i + 1) * width + j + 1] ?? 0)) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (all === (best[(i + 1) * width + j] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

function pairWeight(before: Pairable | undefined, after: Pairable | undefined): number {
  if (before === undefined || after?.kind !== before.kind) return 0;
  return kindWeight + similarity(before.text, after.text);
}
