/** Puts items where they belong and the rest, in order, where there is room. */
export function fill<Item>(placed: ReadonlyMap<number, Item>, rest: readonly Item[]): Item[] {
  const result: Item[] = [];
  const remaining = rest[Symbol.iterator]();
  for (let index = 0; index < placed.size + rest.length; index += 1) {
    if (placed.has(index)) {
      result.push(placed.get(index) as Item);
      continue;
    }
    const next = remaining.next();
    if (next.done !== true) result.push(next.value);
  }
  return result;
}
