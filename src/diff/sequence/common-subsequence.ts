import { longestIncreasing } from "./longest-increasing.js";

/** The positions of one element in the older and in the newer sequence. */
export type Pair = readonly [before: number, after: number];

/** More differences than this are not looked for one by one: the search costs their square. */
const maximumEdits = 1000;

/** Longer stretches are first cut at elements that occur once on both sides. */
const longStretch = 4000;

/**
 * Pairs equal elements of two sequences in order, as many as can be found at a bounded cost.
 *
 * Equal beginnings and ends are taken first. What is between is searched by Myers' O(ND) algorithm (E. W. Myers, 1986), which
 * finds the longest common subsequence. Where it is too long or too different it is cut at elements that occur once in both
 * (patience diff); where there is none, it is left unpaired. So the time stays linear in the length for any fixed bound.
 *
 * @param before numbers that stand for elements: equal numbers, equal elements (see `intern`)
 * @param after likewise
 * @returns pairs that ascend on both sides
 */
export function commonSubsequence(before: readonly number[], after: readonly number[]): Pair[] {
  const pairs: Pair[] = [];
  match({ before, after, pairs }, { from: 0, to: before.length }, { from: 0, to: after.length });
  return pairs;
}

/** Numbers for strings, the same for equal ones. */
export function intern(...lists: readonly (readonly string[])[]): number[][] {
  const numbers = new Map<string, number>();
  return lists.map((list) =>
    list.map((item) => {
      const known = numbers.get(item);
      if (known !== undefined) return known;
      numbers.set(item, numbers.size);
      return numbers.size - 1;
    }),
  );
}

interface Task {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly pairs: Pair[];
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function match(task: Task, left: Range, right: Range): void {
  const { before, after, pairs } = task;
  let { from: leftFrom, to: leftTo } = left;
  let { from: rightFrom, to: rightTo } = right;
  while (leftFrom < leftTo && rightFrom < rightTo && before[leftFrom] === after[rightFrom]) {
    pairs.push([leftFrom, rightFrom]);
    leftFrom += 1;
    rightFrom += 1;
  }
  let common = 0;
  while (leftFrom < leftTo && rightFrom < rightTo && before[leftTo - 1] === after[rightTo - 1]) {
    leftTo -= 1;
    rightTo -= 1;
    common += 1;
  }
  if (leftFrom < leftTo && rightFrom < rightTo) {
    matchMiddle(task, { from: leftFrom, to: leftTo }, { from: rightFrom, to: rightTo });
  }
  for (let index = 0; index < common; index += 1) pairs.push([leftTo + index, rightTo + index]);
}

function matchMiddle(task: Task, left: Range, right: Range): void {
  const length = left.to - left.from + right.to - right.from;
  const found = length > longStretch ? undefined : shortestEdits(task, left, right);
  if (found !== undefined) {
    for (const pair of found) task.pairs.push(pair);
    return;
  }
  let { from: leftFrom } = left;
  let { from: rightFrom } = right;
  const anchors = uniqueAnchors(task, left, right);
  if (anchors.length === 0 && length > longStretch) {
    for (const pair of shortestEdits(task, left, right) ?? []) task.pairs.push(pair);
    return;
  }
  for (const [leftAt, rightAt] of anchors) {
    match(task, { from: leftFrom, to: leftAt }, { from: rightFrom, to: rightAt });
    task.pairs.push([leftAt, rightAt]);
    leftFrom = leftAt + 1;
    rightFrom = rightAt + 1;
  }
  if (anchors.length > 0) match(task, { from: leftFrom, to: left.to }, { from: rightFrom, to: right.to });
}

/** Elements that occur once on both sides, as many as stand in the same order. */
function uniqueAnchors({ before, after }: Task, left: Range, right: Range): Pair[] {
  const leftAt = onlyPositions(before, left);
  const rightAt = onlyPositions(after, right);
  const candidates: Pair[] = [];
  for (const [element, position] of leftAt) {
    const other = rightAt.get(element);
    if (position >= 0 && other !== undefined && other >= 0) candidates.push([position, other]);
  }
  candidates.sort(([one], [other]) => one - other);
  return longestIncreasing(candidates.map(([, position]) => position)).flatMap((index) => {
    const pair = candidates[index];
    return pair === undefined ? [] : [pair];
  });
}

/** The position of each element, −1 if it has several. */
function onlyPositions(sequence: readonly number[], { from, to }: Range): Map<number, number> {
  const positions = new Map<number, number>();
  for (let index = from; index < to; index += 1) {
    const element = sequence[index] ?? -1;
    positions.set(element, positions.has(element) ? -1 : index);
  }
  return positions;
}

/** Myers' greedy forward search; `undefined` if more than `maximumEdits` elements would have to go or come. */
function shortestEdits({ before, after }: Task, left: Range, right: Range): Pair[] | undefined {
  const width = left.to - left.from;
  const height = right.to - right.from;
  const limit = Math.min(width + height, maximumEdits);
  // furthest[offset + diagonal]: how far along `before` the best path of this many edits gets.
  const offset = limit + 1;
  const furthest = new Int32Array(2 * limit + 3);
  const history: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits += 1) {
    history.push(furthest.slice(offset - edits - 1, offset + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = furthest[offset + diagonal + 1] ?? 0;
      const across = furthest[offset + diagonal - 1] ?? 0;
      let x = diagonal === -edits || (diagonal !== edits && across < down) ? down : across + 1;
      let y = x - diagonal;
      while (x < width && y < height && before[left.from + x] === after[right.from + y]) {
        x += 1;
        y += 1;
      }
      furthest[offset + diagonal] = x;
      if (x >= width && y >= height) return trace(history, { width, height }, left.from, right.from);
    }
  }
  return undefined;
}

function trace(
  history: readonly Int32Array[],
  size: { readonly width: number; readonly height: number },
  leftFrom: number,
  rightFrom: number,
): Pair[] {
  const pairs: Pair[] = [];
  let x = size.width;
  let y = size.height;
  for (let edits = history.length - 1; edits >= 0; edits -= 1) {
    const furthest = history[edits];
    const at = (diagonal: number): number => furthest?.[edits + 1 + diagonal] ?? 0;
    const diagonal = x - y;
    const isDown = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
    const previous = isDown ? diagonal + 1 : diagonal - 1;
    const startX = edits === 0 ? 0 : at(previous);
    const startY = edits === 0 ? 0 : startX - previous;
    while (x > startX && y > startY) {
      x -= 1;
      y -= 1;
      pairs.push([leftFrom + x, rightFrom + y]);
    }
    x = startX;
    y = startY;
  }
  return pairs.reverse();
}
