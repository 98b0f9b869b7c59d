import { similarity } from "../diff/words/similarity.js";

/** From this likeness on, two texts that both sides added are two versions of one. */
const alike = 0.6;

/** More pairs than this are not compared each with each. */
const searchedPairs = 10_000;

/** Something that one side added. */
export interface Added {
  readonly index: number;
  /** Only those of one kind can be the same. */
  readonly kind: string;
  readonly text: string;
}

/**
 * Finds what both sides added: equal texts, then alike ones.
 *
 * @param which alike ones too, or only those that are equal
 * @returns position in the edited list → position in the data's
 */
export function pairAdded(
  hand: readonly Added[],
  data: readonly Added[],
  which: "alike" | "equal only" = "alike",
): Map<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const byText = new Map<string, number[]>();
  for (const { index, kind, text } of data) {
    const key = `${kind}\n${text}`;
    byText.set(key, [...(byText.get(key) ?? []), index]);
  }
  for (const { index, kind, text } of hand) {
    const found = byText.get(`${kind}\n${text}`)?.shift();
    if (found === undefined) continue;
    pairs.set(index, found);
    taken.add(found);
  }
  if (which === "equal only" || hand.length * data.length > searchedPairs) return pairs;
  for (const one of hand) {
    if (pairs.has(one.index)) continue;
    const found = data
      .filter(({ index, kind }) => kind === one.kind && !taken.has(index))
      .map(({ index, text }) => ({ index, score: similarity(one.text, text) }))
      .filter(({ score }) => score >= alike)
      .sort((a, b) => b.score - a.score || a.index - b.index)[0];
    if (found === undefined) continue;
    pairs.set(one.index, found.index);
    taken.add(found.index);
  }
  return pairs;
}
