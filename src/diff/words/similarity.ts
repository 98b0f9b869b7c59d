/**
 * How alike two texts are, from 0 (nothing in common) to 1 (the same pairs of neighbouring characters): Dice's coefficient. Linear.
 */
export function similarity(before: string, after: string): number {
  if (before === after) return 1;
  return bagSimilarity(characterPairs(before), characterPairs(after));
}

/** Things with how often they occur. */
export type Bag = ReadonlyMap<string, number>;

/** The pairs of neighbouring characters of a text; the text itself if it is a single character. */
export function characterPairs(text: string): Bag {
  const bag = new Map<string, number>();
  if (text.length === 1) bag.set(text, 1);
  for (let index = 0; index + 1 < text.length; index += 1) {
    const pair = text.slice(index, index + 2);
    bag.set(pair, (bag.get(pair) ?? 0) + 1);
  }
  return bag;
}

export function bagOf(items: Iterable<string>): Bag {
  const bag = new Map<string, number>();
  for (const item of items) bag.set(item, (bag.get(item) ?? 0) + 1);
  return bag;
}

/** Twice what both have, divided by what each has. Two empty bags are alike. */
export function bagSimilarity(before: Bag, after: Bag): number {
  let shared = 0;
  for (const [item, count] of before) shared += Math.min(count, after.get(item) ?? 0);
  const total = size(before) + size(after);
  return total === 0 ? 1 : (2 * shared) / total;
}

function size(bag: Bag): number {
  let sum = 0;
  for (const count of bag.values()) sum += count;
  return sum;
}
