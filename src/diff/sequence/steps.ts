import type { Step } from "../changes.js";
import { longestIncreasing } from "./longest-increasing.js";

/**
 * Reads two lists at once, knowing which elements belong together: see `Step`. As few elements as possible count as moved.
 *
 * @param partners for each element of the older list its position in the newer one, −1 if it is not there
 * @param afterCount the length of the newer list
 */
export function steps(partners: readonly number[], afterCount: number): Step[] {
  const paired = partners.flatMap((after, before) => (after < 0 ? [] : [[before, after] as const]));
  const staying = new Set(longestIncreasing(paired.map(([, after]) => after)));
  const stays = new Array<boolean>(partners.length).fill(false);
  const origins = new Array<number>(afterCount).fill(-1);
  paired.forEach(([before, after], index) => {
    stays[before] = staying.has(index);
    origins[after] = before;
  });
  const result: Step[] = [];
  let before = 0;
  let after = 0;
  while (before < partners.length || after < afterCount) {
    for (; before < partners.length && stays[before] !== true; before += 1) {
      const target = partners[before] ?? -1;
      result.push(target < 0 ? { step: "removed", before } : { step: "movedAway", before, after: target });
    }
    for (; after < afterCount && stays[origins[after] ?? -1] !== true; after += 1) {
      const origin = origins[after] ?? -1;
      result.push(origin < 0 ? { step: "added", after } : { step: "movedHere", before: origin, after });
    }
    if (before < partners.length && after < afterCount) {
      result.push({ step: "same", before, after });
      before += 1;
      after += 1;
    }
  }
  return result;
}
