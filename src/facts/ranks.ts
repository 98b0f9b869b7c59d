import type { TieRule } from "../schema/definitions.js";

/**
 * Ranks (名次) of scores.
 *
 * @param scores in the order of the table; `undefined` is not ranked
 * @param ascending true if the smallest score is the first
 * @param ties what equal scores do: `skip` 1、2、2、4, `dense` 1、2、2、3, `order` 1、2、3、4 in the order given
 * @returns a rank per score, from 1, in the order of the scores
 */
export function rankScores(
  scores: readonly (number | undefined)[],
  ascending: boolean,
  ties: TieRule,
): readonly (number | undefined)[] {
  const ranked = scores
    .flatMap((score, index) => (score === undefined ? [] : [{ score, index }]))
    .sort((a, b) => (ascending ? a.score - b.score : b.score - a.score) || a.index - b.index);
  const result: (number | undefined)[] = scores.map(() => undefined);
  let previous: { readonly score: number; readonly rank: number } | undefined;
  ranked.forEach(({ score, index }, position) => {
    let rank = position + 1;
    if (ties !== "order" && previous?.score === score) rank = previous.rank;
    else if (ties === "dense") rank = (previous?.rank ?? 0) + 1;
    result[index] = rank;
    previous = { score, rank };
  });
  return result;
}
