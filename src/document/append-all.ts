/**
 * Adds items at the end of a list, however many there are: as arguments of `push`, a hundred thousand of them exhaust the stack.
 *
 * @param list that is added to
 */
export function appendAll<Item>(list: Item[], items: readonly Item[]): void {
  for (const item of items) list.push(item);
}
