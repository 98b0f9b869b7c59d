/**
 * The longest subsequence of ascending numbers: what can stay where it is, so that as little as possible has to move.
 *
 * @param values all different
 * @returns their positions, ascending; of equally long ones, always the same
 */
export function longestIncreasing(values: readonly number[]): number[] {
  // ends[length - 1]: the position of the smallest value that ends an ascending subsequence of that length.
  const ends: number[] = [];
  const previous = new Int32Array(values.length).fill(-1);
  values.forEach((value, position) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[position] = ends[low - 1] ?? -1;
    ends[low] = position;
  });
  const result: number[] = [];
  for (let position = ends.at(-1) ?? -1; position >= 0; position = previous[position] ?? -1) result.push(position);
  return result.reverse();
}
